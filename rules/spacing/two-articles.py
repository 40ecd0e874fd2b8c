"""Two articles in a row, or an article and a possessive: 'a the', 'the their'."""

from __future__ import annotations

from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression, found_by
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SECONDS = {
    "a": ("the", "an", "their", "our", "its"),
    "an": ("a", "the"),
    "the": ("a", "an", "their", "our", "its", "his", "this", "these", "those"),
    "their": ("the",),
    "our": ("the",),
    "his": ("the",),
}
_PAIRS = tuple(f"{first} {one}" for first, ones in _SECONDS.items() for one in ones)
# A letter or a word that is spoken of ("the a-word", "the a in cat", "the his and hers towels"), Latin and Italian.
_TWO = expression(
    r"\b(?:"
    + "|".join(f"[{first[0].upper()}{first[0]}]{first[1:]} (?:{'|'.join(ones)})" for first, ones in _SECONDS.items())
    + r")\b(?![\w*/'’.,;:!?)”\"–—-]| (?:capp?ella|la|(?:pri|posteri|forti)ori|element|tag|in|of|and|or)\b)"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, lower, end = flowed(document), flowed_folded(document), 0
    for span in sorted([found.span() for pair in _PAIRS for found in found_by(pair, _TWO, text, lower=lower)]):
        if text[span[0] - 1 : span[0]] == ".":
            continue  # "a.k.a the Mill"
        if span[0] >= end:  # of three articles in a row the first two
            end = span[1]
            yield Match(Span(*span))


RULE = Rule(
    summary="Two articles in a row, or an article and a possessive: 'a the', 'the their'.",
    why="What is left when one word was to replace another and both stayed.",
    message="'{match}': one of the two is too many.",
    check=check,
    gate=Gate(pairs=_PAIRS),
    examples=(
        Example(good="The Willows (A.K.A the Mill) was sold, a.k.a the Red House too."),
        Example(bad="They met at <mark>the a</mark> hotel by the lake."),
        Example(bad="<mark>The this</mark> plan is his."),
        Example(bad="It was <mark>an a</mark> honest mistake."),
        Example(bad="They praised <mark>the their</mark> judges, and the mayor defended <mark>his the</mark> plan."),
        Example(
            good="The A team met the a cappella choir, who sang a The Who song. An a capella verse came at an a la carte dinner.",
            why="A name, and a phrase in Latin or Italian.",
        ),
        Example(
            good="The a-word is not said here, nor is he an a** or the a––hole or the his and hers towels.",
            why="Letters and words spoken of.",
        ),
    ),
)
