"""Words: flat sequences of offsets, not an object each."""

from __future__ import annotations

import re
from itertools import accumulate

from copylint.document import Document, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

# A word is letters, digits and their combining marks, with apostrophes inside (don't, workers’ is "workers").
# Hyphens are not part of a word: compounds are the business of annotate.hyphens.
_WORD = expression(r"([\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*)")
# White space that is no plain space and no line feed.
_ASCII_SPACE = "\t\x0b\x0c\r\x1c\x1d\x1e\x1f"
_OTHER_SPACE = expression(r"[^\S\n ]")


# One byte for each byte of UTF-8: what is no letter, figure, underscore or part of a longer character is a space.
_BYTES = bytes(code if code > 127 or chr(code).isalnum() or code == ord("_") else 32 for code in range(256))
_MARKS = "“”‘’–—…«»•·"
_OTHER_MARK = expression(r"[^\w\x00-\x7f\u0300-\u036f]")
_TOKEN = expression(r"[\w\u0300-\u036f]+")


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
    """Every single white space as a plain space; a pair of line feeds, which parts two blocks, stays. Same length."""
    if "\n" in text:
        if "\0" in text:
            text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
        else:
            text = text.replace("\n\n", "\0\0").replace("\n", " ").replace("\0\0", "\n\n")
    if text.isascii():
        for space in _ASCII_SPACE:
            if space in text:
                text = text.replace(space, " ")
        return text
    return _OTHER_SPACE.sub(" ", text)


@reading
def tokens(document: Document) -> list[str]:
    """The folded runs of letters and figures, in order, without their places: what a gate asks, at a third of the cost
    of `words`. An apostrophe parts two tokens."""
    text = flowed_folded(document)
    if not text.isascii():
        for mark in _MARKS:
            if mark in text:
                text = text.replace(mark, " ")
        if _OTHER_MARK.search(text):
            return _TOKEN.findall(text)
    return text.encode("utf-8", "surrogatepass").translate(_BYTES).decode("utf-8", "surrogatepass").split()


@reading
def token_set(document: Document) -> frozenset[str]:
    """The folded runs of letters and figures: whether a word occurs at all. An apostrophe parts two of them."""
    found = vocabulary(document)
    joined = [word for word in found if "'" in word or "’" in word]
    if not joined:
        return found
    return found.difference(joined).union(*(word.replace("’", "'").split("'") for word in joined))


@reading
def words(document: Document) -> Words:
    """The words of the text."""
    parts = _WORD.split(folded(document))  # what is between the words, and the words, by turns
    offsets = list(accumulate(map(len, parts)))
    return Words(offsets[:-1:2], offsets[1::2], parts[1::2])


@reading
def vocabulary(document: Document) -> frozenset[str]:
    """The folded words of the text, each once: a cheap answer to "does any of these stand here?"."""
    return frozenset(words(document).folded)
