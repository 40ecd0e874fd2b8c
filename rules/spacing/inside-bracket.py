"""A space just inside a round bracket: `( or so it seemed )`."""

from __future__ import annotations

from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_OPENS = expression(r"(?<![^\s“‘\"'])\( +(?=[A-Za-z][\w’'-]+[ ,.)])")
_CLOSES = expression(r"(?<=[A-Za-z]{2}|\d[A-Za-z%]) +\)(?=[\s.,;:?!”’\"']|\Z)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    at = text.find("(")
    while at >= 0:
        if text[at + 1 : at + 2] == " " and (found := _OPENS.match(text, at)) is not None:
            yield Match(Span(*found.span()), suggestions=("(",))
        at = text.find("(", at + 1)
    at = text.find(")")
    while at >= 0:
        start = at
        while start and text[start - 1] == " ":
            start -= 1
        if start < at and (found := _CLOSES.match(text, start)) is not None:
            yield Match(Span(*found.span()), suggestions=(")",))
        at = text.find(")", at + 1)


RULE = Rule(
    summary="A space just inside a bracket.",
    why="A bracket touches what it holds. Such a space is what a link or a piece of markup left behind, or a slip of the"
    " keys. Faces and empty boxes are left alone.",
    message="'{match}' has a space inside the bracket: close it up.",
    check=check,
    gate=Gate(marks=("(", ")")),
    fix="safe",
    examples=(
        Example(
            bad="He left <mark>( </mark>with his brother), she said.", good="He left (with his brother), she said."
        ),
        Example(
            bad="He left early (at five<mark> )</mark>. It was 9% (of 40m<mark> )</mark>.",
            good="He left early (at five). It was 9% (of 40m).",
        ),
        Example(
            good="She was late :( but he came ( : and left. Tick one box: yes ( ), no ( x ). Ayr ( 2 ) beat Hull.",
            why="Faces, boxes, a score.",
        ),
    ),
)
