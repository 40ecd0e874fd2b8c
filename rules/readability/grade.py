"""An article above a school grade."""

from __future__ import annotations

from copylint.document import Document
from copylint.readability.limits import ScoreLimit, beyond
from copylint.rule import Example, Gate, Match, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: ScoreLimit) -> Iterable[Match]:
    return beyond(document, options, "grade")


RULE = Rule(
    summary="An article above a school grade.",
    why=(
        "The Flesch-Kincaid grade counts words a sentence and syllables a word, and gives the years of "
        "American school that a text asks of its reader: 8 or 9 is common for a public site, 12 for a "
        "broadsheet. It knows nothing of sense, so it is a limit for an editor to set, and its cure is the "
        "hardest sentences, which are shown. Source: Kincaid and others, Derivation of new readability "
        "formulas for Navy enlisted personnel, 1975."
    ),
    message=("The article reads at grade {grade}, and {limit} is the limit; this sentence is the hardest: {hardest}."),
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
            options={"limit": 12, "words": 5},
        ),
        Example(
            bad=(
                "<evidence>Municipal authorities reconsidered their accommodation policies.</evidence> He "
                "ate. <mark>International organisations immediately condemned the constitutional "
                "amendments.</mark>"
            ),
            options={"limit": 12, "words": 5, "show": 2},
        ),
        Example(
            bad=(
                "“International organisations immediately condemned the constitutional amendments,” he said. "
                "<mark>Municipal authorities reconsidered their accommodation policies.</mark>"
            ),
            options={"limit": 12, "words": 5, "show": 2, "quotations": "skip"},
        ),
        Example(
            good="International organisations immediately condemned the constitutional amendments.",
            why="No limit is set.",
        ),
        Example(good="The dog lay on the mat. The cat ran off.", options={"limit": 8, "words": 5}),
        Example(
            good="International organisations immediately condemned the constitutional amendments.",
            options={"limit": 8},
            why="Too short to be scored.",
        ),
    ),
)
