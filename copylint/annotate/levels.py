"""What the figures beside a word of movement measure: two levels of what moves, or something else."""

from __future__ import annotations

from copylint.annotate.changes import Change
from copylint.annotate.figures import Quantity
from copylint.annotate.movement import MOVES
from copylint.document import Span
from copylint.expressions import expression

_NO_LEVEL = expression(r"-[A-Za-z]|\(k\)")  # "a five-decade low", "double-digits", "the 401(k)"
_OUT_OF = expression(r"\b(?:in|out of) (?:every )?$")
_RANGING = expression(r"\b(?:anywhere|somewhere|ranging|faster|slower|went|goes|go)\b")
_TWO_SIDES = expression(r" (?:percent |per cent )?for [\"“A-Z]")
_CLAUSE_BEFORE = expression(r"(?:[,;:.(–—]|\b(?:and|while|but|as|that)\b)")
_SLASHING = frozenset("slashing expanded expanding boost hike raised lowered".split())


def measures_otherwise(text: str, told: Change, to: Quantity, start: Quantity) -> bool:
    """True if a figure is no level, or both are levels of two things: "fell to 46% against 37% for No"."""
    if text[told.move.start - 1 : told.move.start] == "-" or _NO_LEVEL.match(text, told.move.end):
        return True  # "its tax-hike proposal", "the cut-off age"
    for one in (to, start, told.amount or to):
        if _NO_LEVEL.match(text, one.span.end) or text[one.span.start - 1 : one.span.start] == "+":
            return True
        if one.kind == "count" and _OUT_OF.search(text, max(0, one.span.start - 14), one.span.start):
            return True  # "two in 10 voters"
    first = min(to.span.start, start.span.start)
    if _RANGING.search(text, told.move.end, first):
        return True
    return start.span.start > to.span.start and _TWO_SIDES.match(text, start.span.end) is not None


def moves_before(text: str, sentence: Span, move: Span) -> bool:
    """True if another word of movement stands before in the clause: then one of them names what the other moves."""
    before = text[max(sentence.start, move.start - 80) : move.start].lower()
    clause = _CLAUSE_BEFORE.split(before)[-1]
    return any(word in MOVES or word in _SLASHING for word in clause.replace("-", " ").split())
