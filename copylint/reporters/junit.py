"""The report as JUnit XML, for build servers: a suite a file, a failed case a finding, an error a failure."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from copylint.document import Place
from copylint.reporters import FileReport, Look, Report
from copylint.reporters.cure import cure
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.tally import failures
from copylint.rule import Failure, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def render(report: Report, look: Look) -> Iterator[str]:
    """Every checked file is a suite; one without findings has one case that passed."""
    found = sum(report.counts().values())
    failed = len(failures(report))
    passed = sum(1 for file in report.files if not file.findings and not file.failures)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    total = found + failed + passed
    yield f'<testsuites name="copylint" tests="{total}" failures="{found}" errors="{failed}">\n'
    for file in report.files:
        yield from _suite(file)
    if report.failures:
        size = len(report.failures)
        yield f' <testsuite name="copylint" tests="{size}" failures="0" errors="{size}">\n'
        for failure in report.failures:
            yield _error(failure, path_text(failure.path) if failure.path else "copylint")
        yield " </testsuite>\n"
    yield "</testsuites>\n"


def _suite(file: FileReport) -> Iterator[str]:
    path = path_text(file.path)
    found, failed = len(file.findings), len(file.failures)
    name = _attribute(path)
    yield f' <testsuite name={name} tests="{max(1, found + failed)}" failures="{found}" errors="{failed}">\n'
    for finding in file.findings:
        yield _case(finding, path)
    for failure in file.failures:
        yield _error(failure, path)
    if not found and not failed:
        yield f'  <testcase name="copylint" classname={name}/>\n'
    yield " </testsuite>\n"


def _case(finding: Finding, path: str) -> str:
    start = finding.place.start
    lines = [f"{path}:{start.line}:{start.column}: {finding.severity}: {finding.message}"]
    if healing := cure(finding):
        lines.append(f"{healing.verb.capitalize()}: {healing.text}")
    for place, label in finding.evidence:
        if isinstance(place, Place):
            other = "" if place.path == finding.place.path else f"{path_text(place.path)}:"
            lines.append(f"{other}{place.start.line}:{place.start.column} {label or place.text}")
    details = escape("\n".join(map(visible, lines)))
    name = _attribute(f"{finding.rule} at {start.line}:{start.column}")
    return (
        f'  <testcase name={name} classname={_attribute(path)} file={_attribute(path)} line="{start.line}">\n'
        f"   <failure type={_attribute(finding.severity)} message={_attribute(finding.message)}>"
        f"{details}</failure>\n"
        "  </testcase>\n"
    )


def _error(failure: Failure, path: str) -> str:
    name = failure.rule or failure.kind
    return (
        f"  <testcase name={_attribute(name)} classname={_attribute(path)}>\n"
        f"   <error type={_attribute(failure.kind)} message={_attribute(failure.message)}/>\n"
        "  </testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(visible(text))
