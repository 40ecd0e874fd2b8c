"""'that that the', where one 'that' was meant."""

from __future__ import annotations

from copylint.annotate.quotations import is_quoted
from copylint.annotate.words import flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# "He said that that was wrong" and "that that man" are good English: the second word points. Before another word that
# points, or a subject, it cannot. Nor can the first begin a clause behind a preposition or "is": "because of that that".
_DOUBLED = expression(r"that that(?= (?:he|she|they|the|those|these|an|there)\b)")
_IN_FRONT = expression(
    r"(?:\b(?:of|in|to|by|on|at|for|with|from|than|like|about|after|is|was|be|all|do|did|does|done|doing|not) |'s |, |\w)$"
)
_LONGEST_IN_FRONT = 8


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed_folded(document)
    for found in _DOUBLED.finditer(text):
        start, end = found.span()
        if not _IN_FRONT.search(text, max(0, start - _LONGEST_IN_FRONT), start) and not is_quoted(
            document, Span(start, end)
        ):
            yield Match(Span(start, end), suggestions=("that",))


RULE = Rule(
    summary="'that that the', where one 'that' was meant.",
    why="'That' may stand twice when the second points to something ('he said that that man did it'), but not before 'the'.",
    message="'{match}': one 'that' is enough.",
    check=check,
    fix="unsafe",
    gate=Gate(pairs=("that that",)),
    examples=(
        Example(
            bad="The report shows <mark>that that</mark> the mill is full.",
            good="The report shows that the mill is full.",
        ),
        Example(bad="She added <mark>that that</mark> they had left.", good="She added that they had left."),
        Example(
            good="He said that that man did it, and that that was all. It is because of that that we have a law; it was that "
            'that the jury heard. "I know that that the door was shut," she said.',
            why="The second points; speech as it was.",
        ),
    ),
)
