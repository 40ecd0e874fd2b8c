"""A compound that has lost a hyphen: twenty two, self employed, state-of-the art, his father in-law."""

from __future__ import annotations

from copylint.annotate.compounds import OF_SELF
from copylint.annotate.words import flowed, token_pairs, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
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


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text, pairs = flowed(document), token_pairs(document)
    if not token_set(document).isdisjoint(_TENS):
        for found in _number().finditer(text):
            yield Match(Span(*found.span()), suggestions=(f"{found[1]}-{found[2]}",))
    if "self" in token_set(document):
        for found in _of_self().finditer(text):
            yield Match(Span(*found.span()), suggestions=(f"{found[1]}-{found[2]}",))
    for whole, tokens in _TOKENS.items():
        if tokens not in pairs:
            continue
        for found in _compound(whole).finditer(text):
            written = found.group()
            if " " in written and "-" in written:
                yield Match(Span(*found.span()), suggestions=(written.replace(" ", "-"),))


@cache
def _number() -> re.Pattern[str]:
    """A number of two words. Not "twenty two-hour talks", nor a title."""
    tens = "|".join(f"[{one[0].upper()}{one[0]}]{one[1:]}" for one in _TENS)
    return compiled(rf"(?<![\w-])({tens}) ({'|'.join(_ONES)})(?![\w-])")


@cache
def _of_self() -> re.Pattern[str]:
    """A compound of "self". Not somebody's former self, who employed a cook."""
    return compiled(
        rf"(?<![\w-])(?<!former )(?<!younger )(?<!inner )(?<!whole )(?<!usual )([Ss]elf) ({'|'.join(OF_SELF)})(?![\w-])"
    )


@cache
def _compound(whole: str) -> re.Pattern[str]:
    """A compound with a hyphen or a space between any of its parts."""
    return compiled(rf"(?<![\w-]){whole.replace('-', '[- ]')}(?![\w-])")


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
