"""The report as JSON lines: an object a finding, then one a failure, then the summary. For streams and jq."""

from __future__ import annotations

from copylint.reporters import FileReport, Look, Report, jsonreport, sections
from copylint.reporters.harmless import path_text
from copylint.reporters.tally import failures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def render(report: Report, look: Look) -> Iterator[str]:
    """Each line has a `type` (finding, failure, summary); a finding is that of json with its path."""
    yield from sections(report, look, "jsonl", section)
    for failure in failures(report):
        named = None if failure.path is None else path_text(failure.path)
        yield jsonreport.dumps({"type": "failure", "path": named, **jsonreport.failure(failure)}) + "\n"
    summary = {"type": "summary", "version": jsonreport.VERSION, **jsonreport.summary(report)}
    yield jsonreport.dumps(summary) + "\n"


def section(file: FileReport, look: Look) -> str:
    """The findings of a file."""
    start = {"type": "finding", "path": path_text(file.path)}
    return "".join([jsonreport.dumps({**start, **jsonreport.finding(finding)}) + "\n" for finding in file.findings])
