"""The words and names that are known: lists in `data`, each read when it is first asked."""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import cache

from copylint.values import NamedTuple


class NameList:
    """The entries of a file of `data`, one a line in the order of code points, below a notice whose lines begin with #.

    They are looked up in order, not in a set: to make a set of them costs more than all that an article asks.
    """

    __slots__ = ("_entries", "_name")

    def __init__(self, name: str) -> None:
        self._name = name
        self._entries: list[str] = []

    def __contains__(self, word: str) -> bool:
        entries = self._entries or self._read()
        at = bisect_left(entries, word)
        return at < len(entries) and entries[at] == word and word != ""

    def _read(self) -> list[str]:
        folder = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(folder, "data", self._name), encoding="utf-8") as file:
            entries = file.read().partition("\n\n")[2].split("\n")
        entries.pop()  # what stands after the last line end: nothing
        self._entries = entries
        return entries


class KnownNames(NamedTuple):
    """words: common words, in lower case. capitals: what dictionaries print with a capital. given: given names.
    surnames: surnames. All in lower case without accents, as `annotate.people.plain` has them."""

    words: NameList
    capitals: NameList
    given: NameList
    surnames: NameList

    def have(self, word: str) -> bool:
        """True if any of the lists has the word."""
        return any(word in names for names in self)


@cache
def known_names() -> KnownNames:
    """The lists that copylint comes with."""
    return KnownNames(COMMON_WORDS, *(NameList(f"{name}.txt") for name in ("capitals", "given", "surnames")))


COMMON_WORDS = NameList("words.txt")
