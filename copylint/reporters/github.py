"""Annotations for GitHub Actions as workflow commands, worst first: GitHub shows ten of a kind in a step."""

from __future__ import annotations

from copylint.document import Place
from copylint.reporters import Look, Report
from copylint.reporters.cure import cure
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.places import one_line
from copylint.reporters.tally import failures, summary, worst_first
from copylint.rule import Failure, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN_NAME = "<stdin>"  # what standard input without a name is called
_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_SHOWN = 10
_EVIDENCE = 5
_KEEP = "\t\r\n"  # escaped as commands demand, not replaced


def render(report: Report, look: Look) -> Iterator[str]:
    """Failures, then findings from errors to suggestions; a plain line if GitHub will not show them all."""
    for failure in failures(report):
        yield _failure(failure)
    for finding in worst_first(report):
        yield _finding(finding)
    if max(report.counts().values()) > _SHOWN:
        yield f"{summary(report)} GitHub shows {_SHOWN} of a kind here: the markdown report has them all.\n"


def _finding(finding: Finding) -> str:
    place = finding.place
    start, end = place.start, place.end
    properties = {}
    said = finding.message
    if place.path == STDIN_NAME:  # no file that GitHub could show it in
        said = f"{start.line}:{start.column}: {said}"
    else:
        properties = {"file": path_text(place.path), "line": str(start.line), "endLine": str(end.line)}
        if one_line(place):
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = finding.rule
    lines = [said]
    if healing := cure(finding):
        lines.append(f"{healing.verb.capitalize()}: {healing.text}")
    places = [(where, label) for where, label in finding.evidence if isinstance(where, Place)]
    for where, label in places[:_EVIDENCE]:
        other = "" if where.path == place.path else f"{path_text(where.path)}:"
        lines.append(f"also {other}{where.start.line}:{where.start.column} {label or where.text}")
    if len(places) > _EVIDENCE:
        lines.append(f"and {len(places) - _EVIDENCE} more")
    return _command(_COMMANDS[finding.severity], properties, "\n".join(lines))


def _failure(failure: Failure) -> str:
    properties = {}
    if failure.path and failure.path != STDIN_NAME:
        properties["file"] = path_text(failure.path)
        if failure.start:
            properties |= {"line": str(failure.start.line), "col": str(failure.start.column)}
    properties["title"] = f"copylint failed: {failure.rule or failure.kind}"
    return _command("error", properties, failure.message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    settings = ",".join(
        f"{key}={_data(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items()
    )
    return f"::{name} {settings}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text, keep=_KEEP).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
