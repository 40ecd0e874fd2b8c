"""Words: flat sequences of offsets, not an object each."""

from __future__ import annotations

import re
from typing import NamedTuple

from copylint.document import Document, reading

# A word is letters, digits and their combining marks, with apostrophes inside (don't, workers’ is "workers").
# Hyphens are not part of a word: compounds are the business of annotate.hyphens.
_WORD = re.compile(r"[^\W_][\u0300-\u036f]*(?:(?:['’]?[^\W_])[\u0300-\u036f]*)*")


class Words(NamedTuple):
    """The words of the text in order: start and end offsets in code points, and the folded word at each index."""

    starts: list[int]
    ends: list[int]
    folded: list[str]


def fold(text: str) -> str:
    """Lower case with the same length, so that offsets hold (U+0130 alone would grow under str.lower)."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text.replace("İ", "i").lower()
    return lowered


@reading
def folded(document: Document) -> str:
    """The text in lower case, same length."""
    return fold(document.text)


@reading
def words(document: Document) -> Words:
    """The words of the text."""
    text = folded(document)
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
    return Words(starts, ends, [text[start:end] for start, end in zip(starts, ends, strict=True)])
