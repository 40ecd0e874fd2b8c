"""Pairs of capitalised words that a slip may separate, and where they stand. Whether both are one name is for a rule to
judge. Words are compared without their places: most articles have no such pair and need nothing more."""

from __future__ import annotations

from itertools import compress
from operator import eq, is_not

from copylint.annotate.given_names import TWIN_NAMES, twins
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import foreign, foreign_signs, marks, token_set
from copylint.document import Document, reading
from copylint.expressions import expression
from copylint.memo import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

# A capitalised word of four characters and more, with what may stand in a name or beside it: O'Brien's, Walker-Hoover.
# One class of characters is a third faster than an expression for names, and `capitalised` looks at what has marks.
_CAPITALISED = expression(r"[A-Z][A-Za-z'’‑-]{3,}")
_CAPITALISED_FOREIGN = expression(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’‑-]{3,}")
_REST_OF_WORD = expression(r"(?:['’‘][A-ZÀ-Þ]?[^\W\d_]+)*(?:[-‑][^\W\d_]+(?:['’][^\W\d_]+)*)*")
_NO_NAME_MARKS = frozenset("@#/_.\\=&+-‑'’")
_POSSESSIVE = ("'s", "’s")
_LEAST = 4  # letters: shorter words differ by a letter all the time
_MOST_KNOWN = 4_000  # words of which is kept from article to article what is made of them
_MOST_PAIRS_KNOWN = 2_000  # pairs of words of which is kept whether a slip may part them

# What begins sentences most: no names, and so many that it pays to leave them out first.
_FREQUENT = frozenset(
    "This That These Those They There Their Then Than When While Where What Which Whose With Without From After Before "
    "However Although Though Since Some Many Most More Much Such Under Over Only Also Both Each Even Every Here Into "
    "Just Like None Other Others Once Your About Above According Again Against Among Another Because Between Despite "
    "During Either Until Unless Will Would Could Should Have Does".split()
)

_MOST_PAIRS = 500  # pairs that are judged: an article has fewer
_MOST_ALIKE = 60  # words with one beginning or end that are compared: an article has fewer, a list of names has more


@reading
def capitalised(document: Document) -> frozenset[str]:
    """The distinct capitalised words of four letters or more, without possessive; of a double-barrelled name the whole
    and its later parts. Some may not be names: see `places`."""
    has_letters = len(foreign(document)) > len(foreign_signs(document))
    words = {*(_CAPITALISED_FOREIGN if has_letters else _CAPITALISED).findall(document.text)} - _FREQUENT
    marked = [word for word in words if not word.isalpha()]
    words.difference_update(marked)
    return frozenset(words.union(*map(_parts, marked)))


@lru_cache(_MOST_KNOWN)
def _parts(word: str) -> tuple[str, ...]:
    """The names in a word with a hyphen or apostrophe: the word without its possessive, and its later parts."""
    name = word[:-2] if word.endswith(_POSSESSIVE) else word.rstrip("'’‑-")
    parts = name.replace("‑", "-").split("-")
    if not all(part.replace("'", "").replace("’", "").isalpha() for part in parts) or len(name) < _LEAST:
        return ()
    return (name, *[part for part in parts[1:] if len(part) >= _LEAST and part[0].isupper()])


@reading
def names(document: Document) -> list[str]:
    """The capitalised words that are no acronyms."""
    return [word for word in capitalised(document) if not word.isupper()]


@reading
def near_names(document: Document) -> tuple[tuple[str, str], ...]:
    """Pairs of capitalised words that one slip may separate, in alphabetical order: one edit, or two that leave the
    consonant skeleton or the set of letters unchanged."""
    words = names(document)
    pairs: set[tuple[str, str]] = set()
    if len(words) > 1:
        beginnings, ends, skeletons = zip(*map(_keys, words), strict=True)
        _add_near(beginnings, words, 1, pairs)
        _add_near(ends, words, 1, pairs)
        _add_near(skeletons, words, 2, pairs)
    given = sorted(TWIN_NAMES & token_set(document))
    for index, name in enumerate(given):
        pairs.update([(name.capitalize(), other.capitalize()) for other in given[index:] if twins(name, other)])
    return tuple(sorted(pairs)) if pairs else ()


@lru_cache(_MOST_KNOWN)
def _keys(word: str) -> tuple[str, str, bytes]:
    """The keys of a word; it is compared with the words that share one. One edit leaves the first three letters, or the
    first and the last two, unchanged unless it is in the first letter; then the skeleton tells whether both sound
    alike."""
    return word[:3], word[0] + word[-2:], _skeleton(word)


def _add_near(keys: Sequence[Any], words: Sequence[str], edits: int, pairs: set[tuple[str, str]]) -> None:
    """Adds to the pairs the words that share a key and are at most so many edits apart. keys: those of each word."""
    last = dict(zip(keys, words, strict=True))
    if len(last) == len(words):
        return
    alike: dict[Any, list[str]] = {}
    are_others = map(is_not, words, map(last.__getitem__, keys))
    for key, word in compress(zip(keys, words, strict=True), are_others):
        alike.setdefault(key, [last[key]]).append(word)
    for key in sorted(alike):
        group = sorted(alike[key])  # in one order: which of too many are compared does not depend on chance
        for index in range(1, len(group)):
            for other in group[index - _MOST_ALIKE if index > _MOST_ALIKE else 0 : index]:
                _add_pair(group[index], other, edits, pairs)


def _add_pair(word: str, other: str, edits: int, pairs: set[tuple[str, str]]) -> None:
    """Adds two words to the pairs if they are at most so many edits apart and there are not too many pairs already."""
    if -edits <= len(word) - len(other) <= edits:
        pair = (word, other) if word < other else (other, word)
        if pair not in pairs and len(pairs) < _MOST_PAIRS and _near(*pair, edits):
            pairs.add(pair)


def _skeleton(word: str) -> bytes:
    """The consonant skeleton of a word: no vowels, no double letters, and one letter for those that sound the same."""
    sounds = word.encode("utf-8", "surrogatepass").translate(_SOUNDS)
    if True in map(eq, sounds, sounds[1:]):  # few words have a double letter
        for double in _DOUBLES:
            sounds = sounds.replace(double, double[:1])
    return sounds.translate(None, _VOWELS)


_SOUNDS = bytes.maketrans(b"BCDFGJKLMNPQRSTVWXZbcdfgjklmnpqrstvwxz", b"bkdfksklmnpkrsdffks" * 2)
_VOWELS = b"aeiouyhAEIOUYH'-"
_DOUBLES = (b"ll", b"ss", b"dd", b"nn", b"rr", b"mm", b"ff", b"pp", b"kk", b"bb")


@lru_cache(_MOST_PAIRS_KNOWN)
def _near(first: str, second: str, edits: int) -> bool:
    # Each edit parts two letters at the most.
    if len({*first}.symmetric_difference(second)) > 2 * edits:
        return False
    if edits > 1:
        return 1 <= distance(first, second, edits) <= edits
    if distance(first, second, 1) == 1:
        return True
    # One letter in another place: two edits. South and Shuto have the same letters, and are no slip of each other.
    return len(first) == len(second) and sorted(first) == sorted(second) and distance(first, second, 2) == 2


def cased(document: Document) -> list[tuple[str, str]]:
    """Pairs of words that differ only in a capital inside: MacArthur and Macarthur. The one with more capitals comes
    first."""
    odd = sorted([word for word in names(document) if not word.istitle()])
    return [
        (word, plainer)
        for word in odd
        if word.isalpha()
        and not word[:3].isupper()
        and (plainer := word.capitalize()) != word
        and plainer in capitalised(document)
    ]


def double_barrelled(document: Document) -> list[str]:
    """Double-barrelled names of which one half also stands alone: Walker-Hoover, and Hoover."""
    return sorted([word for word in _hyphened(document) if _has_a_half_alone(document.text, word)])


@reading
def _hyphened(document: Document) -> list[str]:
    """The capitalised words that have a hyphen, in no order."""
    return [word for word in capitalised(document) if "-" in word] if "-" in marks(document) else []


def _has_a_half_alone(text: str, word: str) -> bool:
    """True if a half of a word, and not the whole, stands behind a word that begins with a capital, as a title does."""
    halves = word.split("-")
    if len(halves) != 2 or not all(len(half) >= _LEAST and half[0].isupper() and half.isalpha() for half in halves):
        return False
    for half in halves:
        at = text.find(f" {half}")
        while at >= 0:
            if text[text.rfind(" ", 0, at) + 1 : at][:1].isupper() and not text.startswith(word, at + 1):
                return True
            at = text.find(f" {half}", at + 1)
    return False


def swapped(document: Document) -> list[tuple[str, str]]:
    """Double-barrelled names that stand in both orders."""
    orders: dict[tuple[str, ...], str] = {}
    found = []
    hyphened = _hyphened(document)
    for word in sorted(hyphened) if len(hyphened) > 1 else ():
        parts = word.split("-")
        if any(part.isupper() and len(part) > 1 for part in parts):
            continue  # "EU-India", "India-EU": two sides of a treaty
        if len(parts) == 2 and parts[0] != parts[1] and parts[0][:1].isupper() and parts[1][:1].isupper():
            other = orders.setdefault(tuple(sorted(parts)), word)
            if other != word:
                found.append((other, word))
    return found


def swapped_acronyms(document: Document) -> list[tuple[str, str]]:
    """Pairs of acronyms in which two neighbouring letters have changed places: UNHCR, UNCHR. An acronym that is also a
    word is not taken for a slip: Iran, IRNA."""
    words = capitalised(document)
    alike: dict[int, list[str]] = {}
    found = []
    for word in sorted(words.difference(names(document))):  # in one order: which of three are compared is no chance
        # To add up the bytes of a word costs less than to sort its letters.
        others = alike.setdefault(sum(word.encode("utf-8", "surrogatepass")), [])
        for other in others:
            if (
                sorted(word) == sorted(other)
                and distance(word, other, 1) == 1
                and {word, other} not in _BOTH_EXIST
                and words.isdisjoint((word.title(), other.title()))
            ):
                found.append((other, word))
        others.append(word)
    return found


_BOTH_EXIST = ({"UNHCR", "UNHRC"}, {"IISS", "ISIS"})


def places(document: Document, word: str) -> list[int]:
    """The offsets where a capitalised word stands as a word of its own, with or without a possessive: not in an
    address, a handle, a file name or a longer name."""
    return document.reading((places, word), lambda: _places(document, word))


def _places(document: Document, word: str) -> list[int]:
    text = document.text
    found = []
    size = len(word)
    for at in occurrences(document, word, text):
        end = at + size
        before, following = text[at - 1 : at] if at else "", text[end : end + 1]
        if (before in ("", " ", "\n") or _begins(text, at, before)) and (
            following in ("", " ", "\n", ",") or _ends(text, end, following)
        ):
            found.append(at)
    return found


def _begins(text: str, at: int, before: str) -> bool:
    if before in "-‑":  # after "Al-", "ex-Labour-", the first half of a double-barrelled name
        return text[at - 2 : at - 1].islower()
    if before in "'’" and text[at - 2 : at - 1].isalnum():
        return False
    return not (before.isalnum() or (before in _NO_NAME_MARKS and before not in "'’"))


def _ends(text: str, end: int, following: str) -> bool:
    if following.isalnum() or following in "@_/\u200b\u00ad\u2060":
        return False  # the word goes on, behind a mark that nobody sees
    if following in "-‑" and text[end + 1 : end + 2].isspace():
        return False  # what somebody broke off: "Americ- — America"
    rest = _REST_OF_WORD.match(text, end)
    if rest is not None and rest.end() > end:
        if rest.group() not in _POSSESSIVE:
            return False
        end = rest.end()
        following = text[end : end + 1]
        if following and (following in "@_/" or following.isdigit()):
            return False
    return not (following == "." and text[end + 1 : end + 2].isalnum())


def distance(first: str, second: str, bound: int) -> int:
    """The number of edits (insert, delete, change, swap two neighbours) between two words; bound + 1 if there are
    more."""
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
    if abs(len(left) - len(right)) > bound or len(set(left) ^ set(right)) > 2 * bound:
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
