"""A comparison made twice: 'more better than', 'the most biggest'."""

from __future__ import annotations

from copylint.annotate.words import flowed_folded
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_PAIRS = tuple(
    pair.split("/")
    for pair in "better/best worse/worst bigger/biggest smaller/smallest higher/highest lower/lowest faster/fastest "
    "slower/slowest stronger/strongest weaker/weakest easier/easiest harder/hardest cheaper/cheapest older/oldest "
    "younger/youngest safer/safest longer/longest shorter/shortest earlier/earliest larger/largest greater/greatest "
    "richer/richest poorer/poorest closer/closest quicker/quickest happier/happiest warmer/warmest colder/coldest "
    "louder/loudest deadlier/deadliest busier/busiest later/latest".split()
)
# "More better schools" counts schools: the comparison must end there.
_COMPARATIVES = tuple(f"{comparative} than " for comparative, _ in _PAIRS)
_ATTRIBUTES = tuple(f"{comparative} " for comparative, _ in _PAIRS)
_MORE_THAN = tuple(f" than {comparative}" for comparative, _ in _PAIRS)
_SUPERLATIVES = tuple(superlative for _, superlative in _PAIRS)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed_folded(document)
    for word, following in ((" more ", _COMPARATIVES), (" less ", _COMPARATIVES), (" the most ", _SUPERLATIVES)):
        at = text.find(word)
        while at >= 0:
            after = at + len(word)
            if text.startswith(following, after) or (
                word == " more " and text[at - 2 : at] == " a" and _one(text, after)
            ):
                end = after
                while end < len(text) and text[end].isalpha():
                    end += 1
                if text.startswith(_MORE_THAN, end):
                    end = after  # "more younger than older": what there is more of
                if text[end : end + 1] != "-" and text[after:end] in _WHOLE:
                    yield Match(Span(after - 5, end))
            at = text.find(word, after - 1)


def _one(text: str, at: int) -> bool:
    """Whether a comparative stands at an offset and a word behind it: behind "a more", nothing is counted."""
    return text.startswith(_ATTRIBUTES, at)


_WHOLE = frozenset(word for pair in _PAIRS for word in pair)
_TWICE = (
    *(f"{word} {comparative}" for comparative, _ in _PAIRS for word in ("more", "less")),
    *(f"most {superlative}" for superlative in _SUPERLATIVES),
)

RULE = Rule(
    summary="A comparison made twice: 'more better than'.",
    why="The ending and the word do the same job, so one of them goes.",
    message="'{match}' compares twice: one of the two is enough.",
    check=check,
    gate=Gate(pairs=_TWICE),
    examples=(
        Example(bad="The new ship is <mark>more faster</mark> than the old one."),
        Example(bad="It was the <mark>most deadliest</mark> storm, and <mark>less stronger</mark> than the last."),
        Example(bad="She asked for a <mark>more higher</mark> wage, and a better seat."),
        Example(good="The voters here tend to be more younger than older."),
        Example(
            good="They want more better schools, and more bigger boats than they can pay for; it is more expensive, and"
            " the most recent one is fastest. It is the most best-of list ever.",
            why="'More' may count things.",
        ),
    ),
)
