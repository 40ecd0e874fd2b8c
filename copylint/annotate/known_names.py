"""The words and names that are known: lists in `data`, each read when it is first asked."""

from __future__ import annotations

import os
from functools import cache

from copylint.values import NamedTuple


class NameList:
    """The entries of a file of `data`, one a line in the order of code points, below a notice whose lines begin with #.

    They are looked up in the text of the file as it stands: to make a set of them would cost a run more than all that
    it asks.
    """

    __slots__ = ("_asked", "_name", "_text")

    def __init__(self, name: str) -> None:
        self._name = name
        self._text: str | None = None
        self._asked: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        known = self._asked.get(word)
        if known is None:
            if len(self._asked) >= _MOST_ASKED:
                self._asked.clear()
            known = self._asked[word] = self._find(word)
        return known

    def _find(self, word: str) -> bool:
        text = self._text
        if text is None:
            folder = os.path.dirname(os.path.abspath(__file__))
            with open(os.path.join(folder, "data", self._name), encoding="utf-8") as file:
                text = self._text = file.read()
        low, high = text.find("\n\n") + 2, len(text)
        while low < high:
            middle = (low + high) // 2
            start = text.rfind("\n", low, middle) + 1 or low
            end = text.index("\n", middle)
            entry = text[start:end]
            if entry == word:
                return True
            if entry < word:
                low = end + 1
            else:
                high = start
        return False


_MOST_ASKED = 10_000


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
