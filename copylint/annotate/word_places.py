"""Where words stand, of a few that are looked for or around one place, without a look at all words of the text."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.words import Words
from copylint.expressions import expression

# As in `annotate.words`: letters, figures and combining marks, with straight apostrophes inside.
_WORD = expression(r"[\w\u0300-\u036f]+(?:'[\w\u0300-\u036f]+)*")
_BEFORE = 16  # code points in which the word before a place begins or ends


def where(text: str, word: str, low: int, high: int) -> list[int]:
    """Where a word stands whole that begins within a range. text: flowed and folded."""
    found = []
    size = len(word)
    at = text.find(word, low, high + size - 1)
    while at >= 0:
        end = at + size
        if not (at and _joins(text, at - 1, -1)) and not (end < len(text) and _joins(text, end, 1)):
            found.append(at)
        at = text.find(word, end, high + size - 1)
    return found


def where_any(text: str, words: Iterable[str], low: int, high: int) -> list[tuple[int, str]]:
    """Where any of a few words stands whole that begins within a range, in text order: the offset and the word."""
    found: list[tuple[int, str]] = []
    for word in words:
        if text.find(word, low, high + len(word) - 1) >= 0:  # most of them are in another place
            found += [(at, word) for at in where(text, word, low, high)]
    return sorted(found) if len(found) > 1 else found


def _joins(text: str, at: int, step: int) -> bool:
    """Whether a character beside a word is part of it: an apostrophe is, with a letter behind it."""
    character = text[at]
    if character == "'":
        at += step
        character = text[at] if 0 <= at < len(text) else ""
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


def words_from(text: str, start: int, end: int) -> Words:
    """The words around a place: from the one before it, if there is one near, to the end, where one may be cut.
    text: flowed and folded."""
    low = max(text.rfind(" ", 0, max(0, start - _BEFORE)), 0)
    found = list(_WORD.finditer(text, low, end))
    return Words([one.start() for one in found], [one.end() for one in found], [one.group() for one in found])
