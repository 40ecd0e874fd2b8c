"""What to write instead: the cure of a finding in words that a reader can follow."""

from __future__ import annotations

from typing import NamedTuple

from copylint.document import Place
from copylint.reporters.places import edits
from copylint.rule import Finding

_WORDS = 2  # words shown on each side of an edit that makes no sense alone
_NEAR = 120  # code points between the first and the last edit shown in one piece
_SIDE = 40  # code points shown on each side where there are no spaces
_SUGGESTIONS = 5


class Cure(NamedTuple):
    """verb: "write" or "delete". text: what. others: how many more places the same fix changes."""

    verb: str
    text: str
    others: int = 0


def cure(finding: Finding) -> Cure | None:
    """The cure of a finding, or None. Marks and spaces are shown with the words around them."""
    place = finding.place
    changes = edits(finding)
    if not changes:
        return _suggested(finding)
    for where, replacement in changes:
        if (where.start, where.end) == (place.start, place.end):
            others = len(changes) - 1
            if _has_word(replacement):
                return Cure("write", replacement, others)
            if not replacement and _has_word(where.text):
                return Cure("delete", where.text, others)
    near = _near(place, changes)
    if not near:
        return _suggested(finding) or Cure("write", changes[0][1], len(changes) - 1)
    return Cure("write", _in_context(place, near), len(changes) - len(near))


def _suggested(finding: Finding) -> Cure | None:
    if not finding.suggestions:
        return None
    words = [suggestion for suggestion in finding.suggestions if suggestion]
    if not words:
        return Cure("delete", finding.place.text)
    return Cure("write", " or ".join(words[:_SUGGESTIONS]))


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _near(place: Place, changes: list[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """The edits that the excerpt of the fault holds, from the first of them on, not too far apart."""
    first = place.start.offset - len(place.excerpt.before)
    last = place.end.offset + len(place.excerpt.after)
    near: list[tuple[Place, str]] = []
    for change in changes:
        where = change[0]
        if where.path != place.path or where.start.offset < first or where.end.offset > last:
            continue
        if not near or where.end.offset - near[0][0].start.offset <= _NEAR:
            near.append(change)
    return near


def _in_context(place: Place, changes: list[tuple[Place, str]]) -> str:
    before, marked, after, *_ = place.excerpt
    window = before + marked + after
    base = place.start.offset - len(before)
    pieces: list[str] = []
    at = changes[0][0].start.offset - base
    lead = window[:at]
    for where, replacement in changes:
        pieces += (window[at : where.start.offset - base], replacement)
        at = where.end.offset - base
    rest = window[at:]
    words = lead.split()[-_WORDS:]
    opening = " ".join(words)[-_SIDE:] + (" " if words and lead[-1].isspace() else "")
    words = rest.split()[:_WORDS]
    closing = (" " if words and rest[0].isspace() else "") + " ".join(words)[:_SIDE]
    return " ".join((opening + "".join(pieces) + closing).split())
