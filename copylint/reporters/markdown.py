"""The report as a page in Markdown, the worst first: the summary of a GitHub job, or a page of a wiki."""

from __future__ import annotations

from copylint.document import Place
from copylint.reporters import NO_ARTICLE, Look, Report
from copylint.reporters.cure import cure
from copylint.reporters.display import shorten
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.places import evidence
from copylint.reporters.tally import by_rule, failures, summary, worst_first
from copylint.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS = 1000  # GitHub takes a summary of up to 1 MiB
_BYTES = 900_000
_EVIDENCE = 5
_TEXT = 80  # columns of the matched text

# What Markdown, HTML, a table or a mention would read as more than a character.
_MEANING = frozenset("\\`*_[]<>|~$&@#!")


def render(report: Report, look: Look) -> Iterator[str]:
    """The numbers, the failures, a table of the findings, the numbers by rule."""
    yield f"{NO_ARTICLE}\n## copylint\n\n"
    yield f"{_plain(summary(report))}\n"
    if failed := failures(report):
        yield "\n### Not done\n\n"
        for failure in failed:
            where = f"{_plain(path_text(failure.path))}: " if failure.path else ""
            rule = f" ({_plain(failure.rule)})" if failure.rule else ""
            yield f"- {where}{_plain(failure.message)}{rule}\n"
    found = worst_first(report)
    if not found:
        return
    yield "\n### Findings\n\n"
    yield "| Where | Severity | What | Write | Rule |\n| --- | --- | --- | --- | --- |\n"
    room = _BYTES
    shown = 0
    for finding in found[:_ROWS]:
        row = _row(finding)
        room -= len(row.encode())
        if room < 0:
            break
        yield row
        shown += 1
    if shown < len(found):
        yield f"\nand {len(found) - shown} more\n"
    yield "\n### By rule\n\n| Rule | Findings |\n| --- | ---: |\n"
    for rule, number in by_rule(report):
        yield f"| {_plain(rule)} | {number} |\n"


def _row(finding: Finding) -> str:
    place = finding.place
    where = f"{_plain(path_text(place.path))}:{place.start.line}:{place.start.column}"
    message = _plain(finding.message)
    if places := evidence(finding):
        items = [_evidence(finding, other, label) for other, label in places[:_EVIDENCE]]
        total = sum(1 for item in finding.evidence if isinstance(item.place, Place))
        if total > _EVIDENCE:
            items.append(f"and {total - _EVIDENCE} more")
        message += "<br>" + "<br>".join(items)
    healing = cure(finding)
    written = ""
    if healing:
        written = _plain(shorten(healing.text, _TEXT))
        if healing.verb == "delete":
            written = f"<del>{written}</del>"
    return f"| {where} | {finding.severity} | {message} | {written} | {_plain(finding.rule)} |\n"


def _evidence(finding: Finding, place: Place, label: str) -> str:
    other = "" if place.path == finding.place.path else f"{_plain(path_text(place.path))}:"
    return f"{other}{place.start.line}:{place.start.column} {_plain(label or shorten(place.text, _TEXT))}"


def _plain(text: str) -> str:
    """Text that means nothing to Markdown or HTML; a web address in it is no link."""
    escaped = "".join("&lt;" if character == "<" else f"\\{character}" if character in _MEANING else character
                      for character in visible(text))  # fmt: skip
    return escaped.replace("://", "&#58;//").replace("www.", "www&#46;")
