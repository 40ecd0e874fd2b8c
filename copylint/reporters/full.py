"""The full report, what a sub-editor reads: each fault in its line, its evidence and its cure below it."""

from __future__ import annotations

from copylint.document import Place, Position
from copylint.reporters import FileReport, Look, Report, sections
from copylint.reporters.cure import cure
from copylint.reporters.display import shorten, show, width
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.tally import counted, failures, summary
from copylint.rule import Finding
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_EVIDENCE = 5
_EVIDENCE_EXCERPT = 60  # columns
_SCROLLED = 10  # sections, from which on the failures in them are told once more at the end
_LEAST = 20  # columns for an excerpt, however narrow the terminal

_BOLD, _DIM, _HEAD, _GREEN = "1", "2", "1;4", "32"
_COLORS = {"error": "1;31", "warning": "33", "suggestion": "36", "failed": "1;35"}


class _Entry(NamedTuple):
    """The line that opens a finding or a failure."""

    position: str
    severity: str
    message: str
    rule: str
    finding: Finding | None = None
    suppressed: bool = False


def render(report: Report, look: Look) -> Iterator[str]:
    """A section for each file that has something to say, the failures once more where they may have scrolled
    away, and one line with the numbers."""
    told = 0
    for text in sections(report, look, "full", section):
        told += 1
        yield text
    failed = failures(report) if told > _SCROLLED else report.failures
    if failed:
        yield _painted("Not done:", _HEAD, look) + "\n"
        for failure in failed:
            where = visible(path_text(failure.path)) + ": " if failure.path else ""
            rule = f" ({visible(failure.rule)})" if failure.rule else ""
            yield f"  {_painted(where, _BOLD, look)}{visible(failure.message)}{rule}\n"
        yield "\n"
    if look.summary:
        yield summary(report) + "\n"


def section(file: FileReport, look: Look) -> str:
    """The section of a file; empty where there is nothing to say."""
    entries = _entries(file, look)
    if not entries and not look.show_files:
        return ""
    lines = [_painted(visible(path_text(file.path)), _HEAD, look)]
    lines += _told(entries, look) if entries else ["  no findings"]
    return "\n".join(lines) + "\n\n"


def _told(entries: list[_Entry], look: Look) -> list[str]:
    lines: list[str] = []
    position = max(len(entry.position) for entry in entries)
    indent = 2 + position + 2 if position else 2
    severity = max(len(entry.severity) for entry in entries)
    room = max(look.width - indent - severity - 2, _LEAST)
    inner = look._replace(width=look.width - indent)
    messages = ((width(entry.message), width(entry.rule)) for entry in entries)
    message = max([0, *(columns for columns, rule in messages if columns + 2 + rule <= room)])

    after_finding = False
    for entry in entries:
        if after_finding:
            lines.append("")
        lead = f"  {_painted(entry.position.rjust(position), _BOLD, look)}  " if position else "  "
        color = _DIM if entry.suppressed else _COLORS[entry.severity]
        pad = " " * (severity - len(entry.severity) + 2)
        said = _wrapped(entry.message, room)
        named = entry.rule + (" (suppressed)" if entry.suppressed else "")
        gap = max(2, message - width(said[-1]) + 2) if len(said) == 1 else 2
        if width(said[-1]) + 2 + width(entry.rule) <= room:
            said[-1] += " " * gap + _painted(named, _DIM, look)
        else:
            said.append(_painted(named, _DIM, look))
        shown = _painted(entry.severity, color, look)
        lines.append(f"{lead}{shown}{pad}{said[0]}")
        lines += [" " * (indent + severity + 2) + line for line in said[1:]]
        after_finding = entry.finding is not None
        if entry.finding is not None:
            lines += [" " * indent + line for line in _details(entry.finding, color, inner)]
    return lines


def _wrapped(text: str, room: int) -> list[str]:
    """The text in lines of at most so many columns, but for a word that is wider; never no line."""
    text = text.lstrip(" ")
    if width(text) <= room:
        return [text]
    lines = [""]
    columns = 0  # of the last line
    for word in text.split(" "):
        wide = width(word)
        if lines[-1] and columns + 1 + wide <= room:
            lines[-1] += f" {word}"
            columns += 1 + wide
            continue
        if lines[-1]:
            lines.append("")
        lines[-1] = word
        columns = wide
    return lines


def _entries(file: FileReport, look: Look) -> list[_Entry]:
    if not (file.findings or file.failures or file.suppressed):  # most files
        return []
    entries = [
        _Entry(
            _position(finding.place.start),
            finding.severity,
            visible(finding.message),
            visible(finding.rule),
            finding,
            suppressed,
        )
        for finding, suppressed in file.shown(look)
    ]
    for failure in file.failures:
        position = _position(failure.start) if failure.start else ""
        entries.append(_Entry(position, "failed", visible(failure.message), visible(failure.rule or failure.kind)))
    return entries


def _details(finding: Finding, color: str, look: Look) -> Iterator[str]:
    bar = _painted("│", _DIM, look)
    shown = show(finding.place.excerpt, max(_LEAST, look.width - 2))
    yield f"{bar} {shown.before}{_painted(shown.marked, color, look)}{shown.after}".rstrip()
    yield f"{bar} {' ' * shown.caret}{_painted('^' * shown.length, color, look)}"
    below = _evidence(finding, look)
    if healing := cure(finding):
        others = f"  (and at {counted(healing.others, 'more place')})" if healing.others else ""
        text = shorten(healing.text, max(_LEAST, look.width - 2 - len(healing.verb) - 2 - len(others)))
        below.append(f"{healing.verb}  {_painted(text, _GREEN, look)}{others}")
    for index, line in enumerate(below):
        branch = "└" if index == len(below) - 1 else "├"
        yield f"{_painted(branch, _DIM, look)} {line}"


def _evidence(finding: Finding, look: Look) -> list[str]:
    # Not `places.evidence`, which leaves places out: "and N more" tells their whole number.
    places = [(place, label) for place, label in finding.evidence if isinstance(place, Place)]
    positions: list[str] = []
    for place, _ in places[:_EVIDENCE]:
        other = "" if place.path == finding.place.path else visible(path_text(place.path)) + ":"
        positions.append(other + _position(place.start))
    widest = max(map(width, positions), default=0)
    lines: list[str] = []
    for (place, label), position in zip(places, positions, strict=False):
        line = " " * (widest - width(position)) + position
        if label:
            line += "  " + visible(label)
        if place.text.lower() != label.lower():
            room = min(_EVIDENCE_EXCERPT, look.width - 2 - width(line) - 2)
            shown = show(place.excerpt, max(_LEAST, room))
            line += f"  {shown.before}{_painted(shown.marked, _BOLD, look)}{shown.after}"
        lines.append(line.rstrip())
    if len(places) > _EVIDENCE:
        lines.append(f"and {len(places) - _EVIDENCE} more")
    return lines


def _position(position: Position) -> str:
    return f"{position.line}:{position.column}"


def _painted(text: str, code: str, look: Look) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if look.color and text else text
