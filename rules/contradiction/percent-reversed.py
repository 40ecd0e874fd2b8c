"""A verb of rising with "3% lower", or of falling with "3% higher"."""

from __future__ import annotations

from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_RISES = frozenset("rose soared increased grew jumped gained climbed surged".split())
_FALLS = frozenset("fell dropped declined sank plunged tumbled slumped dipped decreased slipped".split())
_AMOUNT = r" (?:by )?[0-9][0-9.,]* ?(?:%|percent|per cent|pct|points?) "
_NO_LEVEL = r"\b(?! (?:to|the|on|in|than|from|and)\b)"
_DOWN = expression(_AMOUNT + "(?:lower|down)" + _NO_LEVEL)
_UP = expression(_AMOUNT + "(?:higher|up)" + _NO_LEVEL)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    for verbs, words, after in ((_RISES, ("lower", "down"), _DOWN), (_FALLS, ("higher", "up"), _UP)):
        if stand.isdisjoint(words):
            continue
        for verb in sorted(stand & verbs):
            text = flowed_folded(document)
            at = text.find(f" {verb} ")
            while at >= 0:
                match = after.match(text, at + 1 + len(verb))
                if match is not None:
                    yield Match(Span(at + 1, match.end()))
                at = text.find(f" {verb} ", at + 1)


RULE = Rule(
    summary="A verb of rising with '3% lower', or of falling with '3% higher'.",
    why="The verb goes one way and the figure the other: one of them was changed in the edit.",
    message="'{match}' goes both ways: change the verb or the direction.",
    check=check,
    quotations="skip",
    gate=Gate(words=("lower", "down", "higher", "up"), both=(Gate(words=tuple(sorted(_RISES | _FALLS))),)),
    examples=(
        Example(bad="The index <mark>rose 3% lower</mark> by noon."),
        Example(bad="Bonds <mark>fell 12 points higher</mark> at the close."),
        Example(
            good="The index rose 3% and closed lower; it was 3% lower, fell 5% up to noon and dropped 2% in higher "
            "trade."
        ),
    ),
)
