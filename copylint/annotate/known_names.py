"""Lists of known words and names, from `data`. Each is read when it is first needed."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right

from copylint.memo import cache
from copylint.values import NamedTuple

_BEGINNING = 2  # letters
_FEW = 24  # beginnings that are looked for one by one


class NameList:
    """The entries of a file of `data`: one per line, in code point order, below a notice whose lines begin with #.

    They are looked up by their order in the file, without a set, and at first only the part of the file that begins as
    the word does is split into entries: splitting the whole file, or making a set of it, costs more than all the
    look-ups of a few articles.
    """

    __slots__ = ("_alike", "_every", "_name", "_text")

    def __init__(self, name: str) -> None:
        self._name = name
        self._text = ""
        self._alike: dict[str, list[str]] = {}  # by their first letters
        self._every: list[str] = []

    def __contains__(self, word: str) -> bool:
        entries = self._every or self._alike.get(word[:_BEGINNING])
        if entries is None:
            entries = self._parted(word[:_BEGINNING])
        at = bisect_left(entries, word)
        return at < len(entries) and entries[at] == word and word != ""

    def _parted(self, beginning: str) -> list[str]:
        """The entries with this beginning; all of them once many beginnings have been asked for."""
        if len(self._alike) == _FEW:
            self._every = self._text.rstrip("\n").split("\n")
            self._alike.clear()
            self._text = ""
            return self._every
        entries = self._alike[beginning] = self._beginning_with(beginning)
        return entries

    def _beginning_with(self, letters: str) -> list[str]:
        text = self._text = self._text or self._read()

        def beginning(at: int) -> str:
            """The first letters of the line that a character of the text is in; its line end counts as part of it."""
            start = text.rfind("\n", 0, at) + 1
            return text[start : start + _BEGINNING].rstrip("\n")

        every = range(len(text))
        start, end = bisect_left(every, letters, key=beginning), bisect_right(every, letters, key=beginning)
        return text[start : max(start, end - 1)].split("\n")  # without the last line end

    def _read(self) -> str:
        folder = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(folder, "data", self._name), encoding="utf-8") as file:
            return file.read().partition("\n\n")[2]


class KnownNames(NamedTuple):
    """words: common words, in lower case. capitals: what dictionaries write with a capital. given: given names.
    surnames: surnames. All are in lower case without accents, as `annotate.people.plain` gives them."""

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
