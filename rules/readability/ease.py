"""An article below a reading ease."""

from __future__ import annotations

from copylint.document import Document
from copylint.readability.limits import ScoreLimit, beyond
from copylint.rule import Example, Gate, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: ScoreLimit) -> Iterable[Match]:
    return beyond(document, options, "ease")


RULE = Rule(
    summary="An article below a reading ease.",
    why=(
        "Flesch's reading ease goes from below 0 to some 100 and falls with words a sentence and syllables a "
        "word: 60 to 70 is plain English, below 30 is for graduates. It knows nothing of sense, so it is a "
        "limit for an editor to set, and its cure is the hardest sentences, which are shown. Source: Flesch, "
        "A new readability yardstick, 1948."
    ),
    message=(
        "The article has a reading ease of {ease}, where {limit} is the limit; this is its hardest sentence "
        "({hardest})."
    ),
    severity="suggestion",
    options=ScoreLimit(),
    check=check,
    gate=Gate(),
    examples=(
        Example(
            bad=(
                "The dog slept. <mark>International organisations immediately condemned the constitutional "
                "amendments.</mark>"
            ),
            options={"limit": 30, "words": 5},
        ),
        Example(
            bad=(
                "<evidence>Municipal authorities reconsidered their accommodation policies.</evidence> He "
                "ate. <mark>International organisations immediately condemned the constitutional "
                "amendments.</mark>"
            ),
            options={"limit": 30, "words": 5, "show": 2},
        ),
        Example(
            good="International organisations immediately condemned the constitutional amendments.",
            why="No limit is set.",
        ),
        Example(good="The dog lay on the mat. The cat ran off.", options={"limit": 60, "words": 5}),
    ),
)
