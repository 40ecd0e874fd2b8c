"""What to write instead: the cure of a finding in words that a reader can follow."""

from __future__ import annotations

from copylint.document import Place
from copylint.reporters.places import edits
from copylint.rule import Finding
from copylint.values import NamedTuple

_WORDS = 2  # words shown on each side of an edit that makes no sense alone
_NEAR = 120  # code points between the first and the last edit shown in one piece
_SIDE = 40  # code points shown on each side where there are no spaces
_SUGGESTIONS = 5
_DELETED = 90  # code points: a whole paragraph to delete is shown by its beginning and its end


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
    others = len(changes) - 1
    for where, replacement in changes:
        if _has_word(replacement):
            if (where.start, where.end) == (place.start, place.end):
                return Cure("write", replacement.strip(), others)  # ' per cent' for '%'
        # A line goes with its line end, a word with the space before it: only the words are of interest.
        elif not replacement.strip() and _has_word(where.text) and _holds(where, place):
            return Cure("delete", _cut(where.text.strip()), others)
    near = _near(place, changes)
    if not near:
        return _suggested(finding) or Cure("write", changes[0][1], len(changes) - 1)
    return Cure("write", _in_context(place, near), len(changes) - len(near))


def _suggested(finding: Finding) -> Cure | None:
    if not finding.suggestions:
        return None
    words = [suggestion for suggestion in finding.suggestions if suggestion]
    if not words:
        return Cure("delete", _cut(finding.place.text))
    return Cure("write", " or ".join(word.strip() for word in words[:_SUGGESTIONS]))


def _holds(outer: Place, inner: Place) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _cut(text: str) -> str:
    return text if len(text) <= _DELETED else f"{text[: _DELETED * 2 // 3]} … {text[-_DELETED // 3 :]}"


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
