"""Single marks of one paragraph as the reading of least cost, where reading them one after the other leaves a doubt.

The prices are those of double marks (annotate.double_marks); besides, each mark may be an apostrophe, which costs the
more the less its place looks like one.
"""

from __future__ import annotations

from copylint.annotate.double_marks import (
    BROKEN,
    INSIDE,
    NESTED,
    NEVER,
    OUTSIDE,
    RESUMED,
    STRAY,
    WITHIN,
    Double,
    Option,
    least,
    prices,
    resumes,
)
from copylint.annotate.elisions import contracts, cut_short, elided, transliterates
from copylint.annotate.marks import Fault, Mark, fault, suffix
from copylint.annotate.quotation_faults import Forms, of_doubles
from copylint.annotate.single_marks import Pair, Reading, Single
from copylint.document import Block, Span
from copylint.rule import Match

_MOST = 60  # marks of a paragraph; what has more is no prose
_TURNED = 3.0  # an apostrophe that faces the wrong way
_DECLARED = {"‘": "o", "‛": "o", "’": "c"}
_S = "sSzZxX"


def searched(text: str, singles: list[Single], end: int, runs_on: bool, forms: Forms) -> Reading | None:
    """The marks of a paragraph or of a quotation as they are best read; None where that is not for a search to tell."""
    marks: list[Double] = []
    turned: list[int] = []
    for at, character, left, right in singles:
        if character not in "‘’" or text[at - 1 : at] in ("‘", "’") or text[at + 1 : at + 2] in ("‘", "’"):
            return None
        if left in "wx" and right == "w" and (character == "’" or contracts(text, at)):
            if character == "‘":
                turned.append(at)
            continue  # within a word
        marks.append(Double(at, at + 1, _DECLARED[character], left, right))
    if not 0 < len(marks) <= _MOST or not any(_of_speech(text, mark) for mark in marks):
        return None
    length = end - text.rfind("\n", 0, marks[0].start)
    steps = [_steps(text, mark, end, length) for mark in marks]
    found = least(steps, [0.0, NEVER, NEVER], (0.0, 0.0 if runs_on else BROKEN, BROKEN * 2))
    reading = Reading([], [], [])
    opened: list[Double] = []
    for number, (mark, action) in enumerate(zip(marks, found.actions, strict=True)):
        sure = found.certain[number] and found.certain[number + 1]
        if action in ("open", "nest", "reopen", "resume"):
            if action in ("reopen", "resume"):
                before = opened.pop()
                reading.marks.append(Mark(before.start, before.end, "open", certain=False))
            opened.append(mark)
        elif action in ("close", "unnest"):
            first, level = opened.pop(), len(opened)
            reading.pairs.append(Pair(first.start, mark.start, sure, level))
            reading.marks.append(Mark(first.start, first.end, "open", mark.start, level, sure))
            reading.marks.append(Mark(mark.start, mark.end, "close", first.start, level, sure))
        elif action == "unopened":
            reading.marks.append(Mark(mark.start, mark.end, "close", certain=False))
        else:
            role = "stray" if action == "stray" else "apostrophe"
            reading.marks.append(Mark(mark.start, mark.end, role, certain=sure))
    reading.faults.extend(fault("apostrophe", at, at + 1, "’", True) for at in turned)
    for one in of_doubles(text, Block("paragraph", Span(0, end)), marks, found, forms):
        unopened = one.kind == "unopened"
        reading.faults.append(Fault(one.kind, one.match._replace(edits=())) if unopened else one)
    for first in opened:
        reading.marks.append(Mark(first.start, first.end, "open", certain=runs_on))
        reading.pairs.append(Pair(first.start, None, runs_on))
        if not runs_on and first.declared == "o":
            reading.faults.append(Fault("unclosed", Match(Span(first.start, first.end), edits=())))
    return reading


def _steps(text: str, mark: Double, end: int, length: int) -> list[Option]:
    """What a mark may be: state before, state after, cost, action."""
    opening, from_outside, closing, speaker = prices(text, mark, end)
    loss = _loss(text, mark) + speaker
    apostrophe = "apostrophe" if mark.declared == "o" else "skip"
    found = [
        (OUTSIDE, INSIDE, from_outside, "open"),
        (INSIDE, OUTSIDE, closing, "close"),
        (OUTSIDE, OUTSIDE, BROKEN + closing, "unopened"),
        (INSIDE, INSIDE, BROKEN + opening + speaker, "reopen"),
        (INSIDE, WITHIN, NESTED + opening + speaker, "nest"),
        (WITHIN, INSIDE, closing, "unnest"),
        (OUTSIDE, OUTSIDE, loss, apostrophe),
        (INSIDE, INSIDE, loss, apostrophe),
        (WITHIN, WITHIN, loss, apostrophe),
        (OUTSIDE, OUTSIDE, STRAY, "stray"),
        (INSIDE, INSIDE, STRAY, "stray"),
    ]
    if mark.left == "s" and resumes(text, mark.start, mark.end, length):
        found.append((INSIDE, INSIDE, RESUMED + opening, "resume"))
    return found


def _of_speech(text: str, mark: Double) -> bool:
    """Whether a mark stands at speech that ends: behind a comma or a stop, with or without a space."""
    at = mark.start
    return mark.right in "sep" and text[max(0, at - 2) : at].rstrip()[-1:] in (",", ".", "?", "!") and mark.left in "ps"


def _loss(text: str, mark: Double) -> float:
    """What it costs that a mark is an apostrophe."""
    at, _, declared, left, right = mark
    turned = _TURNED if declared == "o" else 0.0
    if left in "wx" and right == "w":
        return turned
    if left == "w" and right in "sped":
        if text[at - 1] in _S and right == "s":
            return turned + (0.3 if text[at + 1 : at + 40].lstrip()[:1].islower() else 1.5)
        if text[at - 1].isdigit() or cut_short(text, at):
            return turned + 0.5
        return turned + 3.6
    if right == "w" and left in "seodp":
        if elided(text, at) and left != "p":
            return turned + 0.3
        if left == "p":
            return turned + (0.0 if suffix(text, at) else 3.5)
        if transliterates(text, at):
            return 1.0 if declared == "o" else 2.0
        return turned + 3.5
    return turned + 5.0
