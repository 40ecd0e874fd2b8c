"""People and other names: capitalised words, the names they make up, and ages.

What is read here is where a name stands and what stands beside it; whether two names are one is for a rule to judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from copylint.annotate.words import flowed
from copylint.document import Document, Span, reading

# A capitalised word: O'Brien, McDonald, Walker-Hoover, Al-Assad. It begins with letters so that the search skips to them.
_CAPITAL = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’‘][A-ZÀ-Þ]?[^\W\d_]+)*(?:[-‑][^\W\d_]+(?:['’][^\W\d_]+)*)*"
)
_POSSESSIVE = ("'s", "’s")

COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr prof professor rev father sister brother".split())
TITLES = COURTESY | frozenset(
    "president premier chancellor king queen prince princess minister senator sen representative rep congressman "
    "congresswoman governor gov mayor judge justice general gen colonel col captain capt lieutenant lt major maj sergeant "
    "sgt admiral bishop archbishop cardinal pope chairman chairwoman chief commissioner inspector detective officer coach "
    "secretary ambassador analyst spokesman spokeswoman director professor doctor attorney lawyer sheik sheikh ayatollah "
    "councillor councilman councilwoman deputy speaker striker midfielder defender goalkeeper captain actor actress singer "
    "author writer economist dealer trader".split()
)


class Name(NamedTuple):
    """A run of capitalised words: its words without possessive, the span of each, and the word before in lower case
    (a title such as "president", or any other; "" at the start of a block or after a mark)."""

    span: Span
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    before: str

    @property
    def surname(self) -> str:
        return self.words[-1]


class Age(NamedTuple):
    """A person's age as printed: the name it belongs to, the figure's value and span."""

    name: Name
    value: int
    span: Span
    attributed: bool


@reading
def capitalised(document: Document) -> dict[str, list[int]]:
    """The capitalised words of four letters and more, without possessive, each with the offsets where it begins.

    Words in capitals throughout are left out, and what belongs to an address, a handle or a file name.
    """
    text = document.text
    found: dict[str, list[int]] = {}
    for match in _CAPITAL.finditer(text):
        word = match.group()
        if len(word) < 4:
            continue
        start, end = match.span()
        before = text[start - 1] if start else " "
        if before.isalnum() or before in "@#/_.\\=&+":
            continue
        if text[end : end + 1] in ("@", "_", "/") or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()):
            continue
        if text[end : end + 1].isdigit():
            continue
        if word.endswith(_POSSESSIVE):
            word = word[:-2]
        if word.isupper() or len(word) < 4:
            continue
        if word in found:
            found[word].append(start)
        else:
            found[word] = [start]
    return found


def begins_sentence(document: Document, offset: int) -> bool:
    """True if what stands at an offset is the first word of a sentence, a block or a quotation."""
    block = document.block_at(offset)
    start = block.span.start if block is not None else 0
    before = document.text[max(start, offset - 8) : offset].rstrip()
    stripped = before.rstrip("\"'“”‘’(«[*_")
    if not stripped:
        return True
    if len(stripped) < len(before) and before[len(stripped) :].strip("(")[:1] in "\"“‘«'":
        return True
    return stripped[-1] in ".!?:;…•–—"


_SEPARATOR = re.compile(r"[ \n\u00a0](?:(?:[A-Z]\.[ ]?){1,3}|(?:de|del|della|la|le|van|von|der|den|ter|di|da|dos|du|al|el|bin|"
                        r"ibn|ben|of the)[ ]|(?:al|el|ul|as|ad)-)?$")  # fmt: skip


def neighbours(document: Document, offset: int, word: str) -> tuple[str, str]:
    """The capitalised words next to a name, before and after it, across an initial or a particle; "" for none."""
    text = document.text
    before = _WORD_BEFORE.search(text, max(0, offset - 40), offset)
    after = _WORD_AFTER.match(text, offset + len(word))
    return before.group(1) if before else "", after.group(1) if after else ""


_PARTICLE = r"(?:(?:[A-Z]\.[ ]?){1,3}|(?:(?:de|del|della|la|le|van|von|der|den|ter|di|da|dos|du|al|el|bin|ibn|ben)[ ]){1,2}|(?:al|el|ul|as|ad|bin)-)?"
_WORD_BEFORE = re.compile(r"([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)\.?[ \n\u00a0]" + _PARTICLE + "$")
_WORD_AFTER = re.compile(r"[ \n\u00a0]" + _PARTICLE + r"([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:['’-][^\W\d_]+)*)")


def distance(first: str, second: str, bound: int) -> int:
    """Edits (insert, delete, change, swap two neighbours) that part two words; bound + 1 if there are more."""
    start = 0
    shorter = min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    tail = 0
    while tail < shorter - start and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    left = first[start : len(first) - tail]
    right = second[start : len(second) - tail]
    if not left or not right:
        return min(max(len(left), len(right)), bound + 1)
    if len(left) == 1 and len(right) == 1:
        return 1
    if bound == 1:
        return 1 if len(left) == len(right) == 2 and left == right[::-1] else 2
    if abs(len(left) - len(right)) > bound or max(len(left), len(right)) > 12:
        return bound + 1
    return _aligned(left, right, bound)


def _aligned(left: str, right: str, bound: int) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        older, before, row = before, row, [i]
        for j, other in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > bound:
            return bound + 1
    return min(row[-1], bound + 1)


@cache
def plain(word: str) -> str:
    """A name without accents and apostrophes, in lower case: Erdoğan and Erdogan are one spelling here."""
    low = word.lower().replace("’", "'").replace("‑", "-")
    if low.isascii():
        return low
    import unicodedata

    stripped = "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))
    return stripped.translate(_LETTERS)


_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
