"""Limits on an article's score: when it is passed, and the sentences that pass it most."""

from __future__ import annotations

from copylint.document import Document
from copylint.readability.scores import Passage, ease, grade, hardest, passages, unquoted
from copylint.rule import Evidence, Match
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

_SCORES = {"grade": grade, "ease": ease}


class ScoreLimit(NamedTuple):
    """limit: the score that an article may have at the worst; 0 is no limit. words: shorter copy is not scored, for
    a score of a few words says nothing. show: how many of the hardest sentences are shown. quotations: whether
    sentences that are mostly quoted speech count."""

    limit: float = 0.0
    words: int = 100
    show: int = 3
    quotations: Literal["count", "skip"] = "count"


def counting(document: Document, quotations: Literal["count", "skip"]) -> tuple[Passage, ...]:
    """The sentences that count."""
    chosen = passages(document)
    return unquoted(document, chosen) if quotations == "skip" else chosen


def beyond(document: Document, options: ScoreLimit, score: Literal["grade", "ease"]) -> Iterator[Match]:
    """The hardest sentence of an article whose score is beyond the limit, with the next hardest as evidence. A grade
    is the harder the higher, an ease the lower. Raises Unavailable."""
    if options.limit <= 0:
        return
    chosen = counting(document, options.quotations)
    if sum(len(passage.words) for passage in chosen) < max(options.words, 1):
        return
    harder = 1 if score == "grade" else -1
    value = _SCORES[score](document, chosen)
    if value is None or harder * (round(value, 1) - options.limit) <= 0:
        return
    told = [
        (one.passage.span, getattr(one, score), f"{score} {getattr(one, score):.0f}, {len(one.passage.words)} words")
        for one in hardest(document, chosen, max(options.show, 1))
    ]
    evidence = tuple(Evidence(span, said) for span, own, said in told[1:] if harder * (own - options.limit) > 0)
    slots = {score: f"{value:.1f}", "limit": f"{options.limit:g}", "hardest": told[0][2]}
    yield Match(told[0][0], evidence, slots=slots)
