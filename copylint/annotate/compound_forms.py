"""Forms of a compound in a text: hyphenated, closed, and side by side where that is comparable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import compress, count

from copylint.annotate.age_compounds import OLD, UNITS, is_age
from copylint.annotate.compounds import (
    CLOSED,
    CLOSED_ENDS,
    COUNTS,
    LAST_WORDS,
    NO_FIRST_WORDS,
    OPEN,
    is_agent,
    is_noun_pair,
    may_be_compound,
    may_be_noun,
    may_be_verb,
    singular,
)
from copylint.annotate.forms import stem
from copylint.annotate.hyphens import Compound, clash, following_word, is_content, no_line_ends, preceding_word
from copylint.annotate.slots import NOUN, slot
from copylint.annotate.words import flowed_folded, vocabulary, words
from copylint.document import Document, Span
from copylint.values import NamedTuple

Found = Mapping[str, Sequence[Compound]]  # the hyphenated compounds of a text by their keys

_MOST_PARTS = 4
_FEW = 16  # compounds that are looked for one after the other
_MOST_KNOWN = 50_000  # compounds whose key is kept
_SCALES = frozenset("hundred thousand million billion trillion dozen mln bln mn bn pct".split())
_PLACES = frozenset("after by down off on out over under up".split())


class Form(NamedTuple):
    """A form of a compound.

    key: what all its forms share. first, last: the indexes of its words. slot: what it is in its clause
    (`annotate.slots`). is_pair: whether it is two nouns, which are comparable with the closed word whatever follows.
    """

    key: str
    shape: str
    span: Span
    first: int
    last: int
    slot: str = ""
    is_pair: bool = False


def hyphenated(document: Document) -> dict[str, list[Compound]]:
    """The compounds that may have other forms, by their keys."""
    found: dict[str, list[Compound]] = {}
    for compound in no_line_ends(document):
        key = _key(compound.parts)
        if key and not (compound.parts[-1] in UNITS and following_word(document, compound.last) in OLD):
            found.setdefault(key, []).append(compound)
    return found


@lru_cache(_MOST_KNOWN)
def _key(parts: tuple[str, ...]) -> str:
    """What the forms of a compound share; "" if it can have none, or another rule judges it."""
    head = parts[0]
    if len(parts) > _MOST_PARTS or (head.endswith("ly") and len(head) > 4):  # ly-adverb's
        return ""
    if clash(parts) is not None or is_age(parts):  # mixed-prefix's and broken-age's
        return ""
    if len(parts) > 2 and all(len(part) == 1 for part in parts):  # spelt out: P-R-Q-L
        return ""
    if not (head[0].isalpha() or parts[1][0].isalpha() or any(part[0].isalpha() for part in parts[2:])):
        return ""
    return stem("".join(parts))


def closed_forms(document: Document, found: Found) -> Iterator[Form]:
    """Words that have the key of a compound."""
    text = flowed_folded(document)
    short = {key for key in found if len(key) < 4} if len(found) <= _FEW else set(found)
    if len(short) < len(found):
        for key, compounds in found.items():
            if key in short:
                continue
            # All of a key but its last letter begins every word that has it.
            head = key[:-1].replace("’", "'")
            at = text.find(head)
            while at >= 0:
                starts, _, said = words(document)
                index = bisect_left(starts, at)
                if index < len(starts) and starts[index] == at and stem(said[index]) == key:
                    yield from _closed(document, key, compounds, index)
                at = text.find(head, at + 1)
    if short:
        heads = {key[:3] for key in short}
        keys = {word: key for word in vocabulary(document) if word[:3] in heads and (key := stem(word)) in short}
        if keys:
            said = words(document).folded
            for index in compress(count(), map(keys.__contains__, said)):
                yield from _closed(document, keys[said[index]], found[keys[said[index]]], index)


def _closed(document: Document, key: str, compounds: Sequence[Compound], index: int) -> Iterator[Form]:
    starts, ends, said = words(document)
    # The word may be a part of the compound itself, or another that only a silent letter parts: no-one at noon.
    if any(
        compound.first <= index <= compound.last or "".join(compound.parts) == said[index] + "e"
        for compound in compounds
    ):
        return
    does = slot(document, index, index, said[index : index + 1], is_open=False)
    yield Form(key, CLOSED, Span(starts[index], ends[index]), index, index, does)


def open_forms(document: Document, found: Found) -> Iterator[Form]:
    """The words of a compound side by side, in either number, where they are comparable: before a noun, or where they
    are one. Whether the compound stands there too is for the judge."""
    sought: dict[tuple[str, ...], tuple[str, tuple[str, ...]]] = {}
    for key, compounds in found.items():
        for compound in compounds:
            sought.setdefault(_in_singular(compound.parts), (key, compound.parts))
    taken: set[int] = set()
    if len(sought) > _FEW:  # one pass over the words for all of them
        starts, _, said = words(document)
        by_first: dict[str, list[tuple[tuple[str, ...], str, tuple[str, ...]]]] = {}
        for root, (key, parts) in sought.items():
            by_first.setdefault(parts[0], []).append((root, key, parts))
        for index in compress(count(), map(by_first.__contains__, said)):
            for root, key, parts in by_first[said[index]]:
                if said[index + 1 : index + 2] and said[index + 1].startswith(root[1]):
                    yield from _open(document, starts[index], parts, key, taken)
        return
    flowed = flowed_folded(document)
    for root, (key, parts) in sought.items():
        phrase = " ".join(root).replace("’", "'")
        at = flowed.find(phrase)
        while at >= 0:
            yield from _open(document, at, parts, key, taken)
            at = flowed.find(phrase, at + 1)


@lru_cache(_MOST_KNOWN)
def _in_singular(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts of a compound, the last as its singular and plural begin. (A number makes no plural: a 24-hour day.)"""
    return parts if _is_number(parts[0]) else (*parts[:-1], singular(parts[-1]))


def _is_number(word: str) -> bool:
    return word in COUNTS or word[0].isdigit()


def _open(document: Document, at: int, parts: tuple[str, ...], key: str, taken: set[int]) -> Iterator[Form]:
    starts, ends, said = words(document)
    index = bisect_left(starts, at)
    stop = index + len(parts)
    if index in taken or stop > len(said) or starts[index] != at:
        return
    there = tuple(said[index:stop])
    if there != parts and (_is_number(parts[0]) or _in_singular(there) != _in_singular(parts)):
        return
    if not _side_by_side(document, index, stop - 1):
        return
    following = following_word(document, stop - 1)
    if there[-1] in UNITS and following in OLD:  # broken-age's
        return
    may_lead = (is_content(following) or is_agent(parts)) and parts[:2] != ("no", "one")
    if may_lead and may_be_verb(there, preceding_word(document, index)):
        return
    does = slot(document, index, stop - 1, there, is_open=True)
    if may_lead or does:
        taken.add(index)
        yield Form(key, OPEN, Span(at, ends[stop - 1]), index, stop - 1, does)


def parted_forms(document: Document, found: Found) -> Iterator[Form]:
    """Words that stand side by side here and as one word there, where nothing in the document hyphenates them."""
    starts, ends, said = words(document)
    present = vocabulary(document)
    closed: dict[str, str] = {}
    for index in compress(count(), map(CLOSED_ENDS.__contains__, said)):
        head = said[index - 1]
        if not index or head in NO_FIRST_WORDS:
            continue
        joined = head + said[index]
        if joined not in present and joined + "s" not in present and joined.removesuffix("s") not in present:
            continue
        key = stem(joined)
        if key in found or not _side_by_side(document, index - 1, index):
            continue
        parts = (head, said[index])
        before = preceding_word(document, index - 1)
        pair = is_noun_pair(parts, before)
        does = slot(document, index - 1, index, parts, is_open=True)
        if not (may_be_noun(head) if does == NOUN else head in _PLACES):
            does = ""
        if (
            pair
            or does
            or ((is_agent(parts) or is_content(following_word(document, index))) and not may_be_verb(parts, before))
        ):
            yield Form(key, OPEN, Span(starts[index - 1], ends[index]), index - 1, index, does, pair)
            closed.update({word: key for word in (joined, joined + "s", joined.removesuffix("s")) if word in present})
    if closed:
        for index in compress(count(), map(closed.__contains__, said)):
            yield from _closed(document, closed[said[index]], (), index)


def likely_forms(document: Document, done: Set[str]) -> Iterator[Form]:
    """What may be a compound without its hyphen, judged by its first or last part alone: another file may hyphenate it.

    done: the keys that have been looked for already.
    """
    starts, ends, said = words(document)
    likely = {word: key for word in vocabulary(document) if may_be_compound(word) and (key := stem(word)) not in done}
    for index in compress(count(), map(likely.__contains__, said)):
        yield Form(likely[said[index]], CLOSED, Span(starts[index], ends[index]), index, index)
    for index, word in enumerate(said):
        if (word in LAST_WORDS or (index and said[index - 1] in COUNTS)) and index and word.isalpha():
            head = said[index - 1]
            key = stem(head + word)
            if (
                key not in done
                and not (head in COUNTS and (word in _SCALES or word[-1] == "s" or not is_content(word)))
                and (head in COUNTS or (is_content(head) and not head.endswith("ly")))
                and (is_content(following_word(document, index)) or is_agent((head, word)))
                and not may_be_verb((head, word), preceding_word(document, index - 1))
                and _side_by_side(document, index - 1, index)
            ):
                yield Form(key, OPEN, Span(starts[index - 1], ends[index]), index - 1, index)


def _side_by_side(document: Document, first: int, last: int) -> bool:
    """Whether a space parts each two of the words, and no hyphen joins them to a longer compound."""
    starts, ends, _ = words(document)
    text = document.text
    return (
        all(text[ends[index] : starts[index + 1]] in (" ", "\n") for index in range(first, last))
        and text[starts[first] - 1 : starts[first]] != "-"
        and text[ends[last] : ends[last] + 1] != "-"
    )
