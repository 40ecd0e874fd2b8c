"""An article below a reading ease."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from copylint.document import Document
from copylint.readability.scores import ease, hardest, passages, unquoted
from copylint.rule import Evidence, Example, Match, Rule


class Options(NamedTuple):
    """limit: the lowest Flesch reading ease; 0 is no limit. words: shorter copy is not scored, for a score of
    a few words says nothing. show: how many of the hardest sentences are shown. quotations: whether sentences
    that are mostly quoted speech count."""

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
    value = ease(document, chosen)
    if value is None or round(value, 1) >= options.limit:
        return
    shown = hardest(document, chosen, max(options.show, 1))
    evidence = tuple(
        Evidence(one.passage.span, f"ease {one.ease:.0f}, {len(one.passage.words)} words")
        for one in shown[1:]
        if one.ease < options.limit
    )
    slots = {
        "ease": f"{value:.1f}",
        "limit": f"{options.limit:g}",
        "hardest": f"ease {shown[0].ease:.0f}, {len(shown[0].passage.words)} words",
    }
    yield Match(shown[0].passage.span, evidence, slots=slots)


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
    options=Options(),
    check=check,
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
