"""A compound that has lost a hyphen: twenty two, self employed, state-of-the art, his father in-law."""

from __future__ import annotations

from copylint.annotate.compounds import OF_SELF
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = tuple("one two three four five six seven eight nine".split())
# What is one compound wherever it has a hyphen at all.
_WHOLE = (
    "behind-the-scenes", "bumper-to-bumper", "coast-to-coast", "day-to-day", "door-to-door", "down-to-earth",
    "end-to-end", "face-to-face", "hand-to-hand", "hand-to-mouth", "head-to-head", "month-on-month", "neck-and-neck",
    "out-of-date", "peer-to-peer", "quarter-on-quarter", "round-the-clock", "run-of-the-mill", "state-of-the-art",
    "step-by-step", "tit-for-tat", "up-to-date", "wall-to-wall", "year-on-year", "year-over-year",
    *(f"{one}-in-law" for one in "father mother son daughter brother sister".split()),
)  # fmt: skip
_TOKENS = {one: tuple(one.split("-")) for one in _WHOLE}
_FORMER = expression(r"(?:former|younger|inner|whole|usual) \Z")
_LONGEST_FORMER = 8  # code points


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, stand = flowed(document), token_set(document)
    for ten in stand.intersection(_TENS):
        for one in stand.intersection(_ONES):
            yield from _parted(document, text, f"{ten} {one}", (ten.capitalize(), ten))
    if "self" in stand:
        for what in stand.intersection(OF_SELF):
            yield from _parted(document, text, f"self {what}", ("Self", "self"))
    for whole, tokens in _TOKENS.items():
        if stand.issuperset(tokens):
            for written in _half_hyphenated(tokens):
                for at in occurrences(document, written):
                    if text.startswith(written, at) and _stands_alone(text, at, at + len(written)):
                        yield Match(Span(at, at + len(written)), suggestions=(whole,))


def _parted(document: Document, text: str, phrase: str, first: tuple[str, str]) -> Iterable[Match]:
    """Where a compound of two words stands with a space. Not in "twenty two-hour talks", nor in a title; and not
    somebody's former self, who employed a cook."""
    for at in occurrences(document, phrase):
        end = at + len(phrase)
        one, _, two = text[at:end].partition(" ")
        if one not in first or not two.islower() or not _stands_alone(text, at, end):
            continue
        if _FORMER.search(text, max(0, at - _LONGEST_FORMER), at) is None:
            yield Match(Span(at, end), suggestions=(f"{one}-{two}",))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True if neither a letter, a figure nor a hyphen is beside a place."""
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return "-" not in beside and "_" not in beside and not any(map(str.isalnum, beside))


@cache
def _half_hyphenated(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The ways to write a compound with some of its hyphens, and a space for the others."""
    ways = [tokens[0]]
    for token in tokens[1:]:
        ways = [f"{way}{mark}{token}" for way in ways for mark in "- "]
    return tuple(way for way in ways if "-" in way and " " in way)


RULE = Rule(
    summary="A compound that has lost a hyphen: twenty two, self employed, state-of-the art.",
    why="Numbers from twenty-one to ninety-nine have a hyphen where they are written out, and so has what self- makes. "
    "Of a compound of several words that has one of its hyphens, the others are lost; where it has none (the state of the "
    "art) nothing is missing.",
    message="'{match}' has lost a hyphen: write '{suggestion}'.",
    check=check,
    fix="unsafe",
    gate=Gate(
        pairs=(
            *(f"{ten} {one}" for ten in _TENS for one in _ONES),
            *(f"self {one}" for one in OF_SELF),
            *map(" ".join, _TOKENS.values()),
        )
    ),
    examples=(
        Example(
            bad="<mark>Twenty two</mark> people came, and <mark>thirty one</mark> left.",
            good="Twenty-two people came, and thirty-one left.",
        ),
        Example(
            bad="The <mark>state-of-the art</mark> gym is run by his <mark>father in-law</mark>.",
            good="The state-of-the-art gym is run by his father-in-law.",
        ),
        Example(
            bad="He is <mark>self employed</mark> and has no <mark>self esteem</mark>.",
            good="He is self-employed and has no self-esteem.",
        ),
        Example(
            bad="Sales rose 4% <mark>year-on year</mark>, in <mark>face-to face</mark> talks.",
            good="Sales rose 4% year-on-year, in face-to-face talks.",
        ),
        Example(
            good="It shows the state of the art, year on year, and is up to date. They met face to face for twenty two-hour "
            "talks in Studio Eighty Four. His former self employed a cook.",
            why="Nothing is missing.",
        ),
    ),
)
