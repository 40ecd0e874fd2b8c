"""Words: flat sequences of offsets, not an object each."""

from __future__ import annotations

import re
from typing import NamedTuple

from copylint.document import Document, reading

# A word is letters, digits and their combining marks, with apostrophes inside (don't, workers’ is "workers").
# Hyphens are not part of a word: compounds are the business of annotate.hyphens.
_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*")
# White space other than a plain space that stands alone: a hard wrap, a tab, a no-break space. Two line feeds
# together part two blocks and stay.
_WRAP = re.compile(r"(?<!\n)\n(?!\n)|[^\S\n ]")


class Words(NamedTuple):
    """The words of the text in order: start and end offsets in code points, and the folded word at each index."""

    starts: list[int]
    ends: list[int]
    folded: list[str]


def fold(text: str) -> str:
    """Lower case with the same length, so that offsets hold.

    U+0130 alone would grow under str.lower; the long s and the dotless i, which `re.IGNORECASE` takes for s and i,
    become these, so that a folded literal is found wherever a pattern could match.
    """
    lowered = text.lower()
    if not text.isascii():
        if len(lowered) != len(text):
            lowered = text.replace("İ", "i").lower()
        lowered = lowered.replace("ſ", "s").replace("ı", "i")
    return lowered


@reading
def folded(document: Document) -> str:
    """The text in lower case, same length."""
    return fold(document.text)


@reading
def flowed(document: Document) -> str:
    """The text with every single white space as a plain space, same length: a phrase may run over a hard wrap."""
    return flow(document.text)


@reading
def flowed_folded(document: Document) -> str:
    """The text flowed and folded, with straight apostrophes: what terms are looked up in."""
    return flow(folded(document)).replace("’", "'")


def flow(text: str) -> str:
    """Every single white space as a plain space; blank lines between blocks stay. Same length."""
    return _WRAP.sub(" ", text)


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
