"""The report in reviewdog's diagnostic format (rdjson). Its columns count UTF-8 bytes, from 1."""

from __future__ import annotations

from collections.abc import Mapping

from copylint.document import Place
from copylint.reporters import Look, Report
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.jsonreport import dumps
from copylint.reporters.places import edits, evidence
from copylint.reporters.tally import failures
from copylint.rule import Failure, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}

Sources = Mapping[str, str | None]


def render(report: Report, look: Look) -> Iterator[str]:
    """One result with all diagnostics."""
    sources: Sources = {file.path: file.source for file in report.files}
    diagnostics = [_finding(finding, sources) for file in report.files for finding in file.findings]
    diagnostics += [_failure(failure) for failure in failures(report)]
    yield dumps({"source": {"name": "copylint"}, "diagnostics": diagnostics}, indent=1) + "\n"


def _finding(finding: Finding, sources: Sources) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": visible(finding.message, keep="\n"),
        "location": _location(finding.place, sources),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if finding.url:
        diagnostic["code"]["url"] = finding.url
    if suggestions := _suggestions(finding, sources):
        diagnostic["suggestions"] = suggestions
    if related := evidence(finding):
        diagnostic["related_locations"] = [
            {"message": visible(label or place.text), "location": _location(place, sources)} for place, label in related
        ]
    return diagnostic


def _suggestions(finding: Finding, sources: Sources) -> list[dict[str, Any]]:
    """The fix, since a suggestion is applied with a click; its edits become one from first to last."""
    place = finding.place
    changes = edits(finding)
    if not changes:
        return []
    first, last = changes[0][0], changes[-1][0]
    source = sources.get(place.path)
    if source is None:
        return [{"range": _range(first, sources), "text": changes[0][1]}] if len(changes) == 1 else []
    pieces: list[str] = []
    at = first.start.offset
    for where, replacement in changes:
        pieces += (source[at : where.start.offset], replacement)
        at = where.end.offset
    whole = first._replace(end=last.end, text=source[first.start.offset : last.end.offset])
    return [{"range": _range(whole, sources), "text": "".join(pieces)}]


def _location(place: Place, sources: Sources) -> dict[str, Any]:
    return {"path": path_text(place.path), "range": _range(place, sources)}


def _range(place: Place, sources: Sources) -> dict[str, Any]:
    """Lines, and columns in bytes; lines alone where the text before the place is not known."""
    start, end = place.start, place.end
    source = sources.get(place.path)
    if source is not None:
        before = source[start.offset - start.column + 1 : start.offset]
    elif not place.excerpt.cut_before:
        before = place.excerpt.before
    else:
        return {"start": {"line": start.line}, "end": {"line": end.line}}
    same_line = start.line == end.line
    before_end = before + place.text if same_line else place.text[len(place.text) - end.column + 1 :]
    return {
        "start": {"line": start.line, "column": _bytes(before) + 1},
        "end": {"line": end.line, "column": _bytes(before_end) + 1},
    }


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _failure(failure: Failure) -> dict[str, Any]:
    location: dict[str, Any] = {"path": path_text(failure.path) if failure.path else ""}
    if failure.start:
        location["range"] = {"start": {"line": failure.start.line}}
    return {
        "message": visible(f"copylint could not do all of its work: {failure.message}", keep="\n"),
        "location": location,
        "severity": "ERROR",
        "code": {"value": failure.rule or failure.kind},
    }
