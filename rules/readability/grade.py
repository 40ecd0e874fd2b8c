"""An article above a school grade."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from copylint.document import Document
from copylint.readability.scores import grade, hardest, passages, unquoted
from copylint.rule import Evidence, Example, Match, Rule


class Options(NamedTuple):
    """limit: the highest Flesch-Kincaid grade; 0 is no limit. words: shorter copy is not scored, for a score
    of a few words says nothing. show: how many of the hardest sentences are shown. quotations: whether
    sentences that are mostly quoted speech count."""

    limit: float = 0.0
    words: int = 100
    show: int = 3
    quotations: Literal["count", "skip"] = "count"


def check(document: Document, options: Options) -> Iterable[Match]:
    if options.limit <= 0:
        return
    chosen = passages(document)
    if options.quotations == "skip":
        chosen = unquoted(document, chosen)
    if sum(len(passage.words) for passage in chosen) < max(options.words, 1):
        return
    value = grade(document, chosen)
    if value is None or round(value, 1) <= options.limit:
        return
    shown = hardest(document, chosen, max(options.show, 1))
    evidence = tuple(
        Evidence(one.passage.span, f"grade {one.grade:.0f}, {len(one.passage.words)} words")
        for one in shown[1:]
        if one.grade > options.limit
    )
    slots = {
        "grade": f"{value:.1f}",
        "limit": f"{options.limit:g}",
        "hardest": f"grade {shown[0].grade:.0f}, {len(shown[0].passage.words)} words",
    }
    yield Match(shown[0].passage.span, evidence, slots=slots)


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
    options=Options(),
    check=check,
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
