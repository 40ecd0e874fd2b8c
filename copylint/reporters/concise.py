"""One line a finding: `path:line:column: severity rule: message`. For editors and for grep."""

from __future__ import annotations

from copylint.reporters import FileReport, Look, Report, sections
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.tally import failures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def render(report: Report, look: Look) -> Iterator[str]:
    """The findings in order, then what could not be done; nothing at all for a clean run."""
    yield from sections(report, look, "concise", section)
    for failure in failures(report):
        where = f"{visible(path_text(failure.path))}:" if failure.path else ""
        if failure.path and failure.start:
            where += f"{failure.start.line}:{failure.start.column}:"
        what = visible(failure.rule or failure.kind)
        yield f"{where} failed {what}: {visible(failure.message)}\n".lstrip(" ")


def section(file: FileReport, look: Look) -> str:
    """The findings of a file."""
    if not (file.findings or file.suppressed):  # most files
        return ""
    path = visible(path_text(file.path))
    lines = []
    for finding, suppressed in file.shown(look):
        start = finding.place.start
        rule = visible(finding.rule) + (" (suppressed)" if suppressed else "")
        lines.append(f"{path}:{start.line}:{start.column}: {finding.severity} {rule}: {visible(finding.message)}\n")
    return "".join(lines)
