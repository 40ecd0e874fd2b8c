"""Words where they stand: beside a place, around it, or where one that is looked for stands whole. To read all words
of an article for a few places costs too much.

Places are offsets. A word is what it is to `annotate.words`, with its apostrophes.

An article is searched for each word. The words of a long text would take a time that grows with its square: there all
places are read once and looked up.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, compress, count, filterfalse
from operator import add

from copylint.annotate.words import Words, flowed_folded, fold, folded, in_order, runs_alone, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections import defaultdict
    from collections.abc import Iterable, Iterator, Mapping
else:
    from _collections import defaultdict  # without what `collections` has of Python

WORD = r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*"
_WORD = expression(WORD)
_GAPS = frozenset(" \n\xa0")  # between two words of a phrase
_MOST_LETTERS = 30  # of a word that is looked for in one go
_BEFORE = 16  # code points in which the word before a place begins or ends
_LONG = 30_000  # code points of a text in which words are looked up, not searched for
_RUN = expression(r"\w+")
_PARTING = ',.-"“”:;?!()—–'  # the marks that stand beside words most often, but for apostrophes


def word_at(text: str, start: int) -> str:
    """The word that begins at a place, "" if none does. What stands before the place is not looked at."""
    found = _WORD.match(text, start)
    return "" if found is None else found.group()


def word_start(text: str, end: int) -> int:
    """Where the word that ends at a place begins, or the place itself. What stands behind it is not looked at."""
    space = text.rfind(" ", end - _MOST_LETTERS if end > _MOST_LETTERS else 0, end)
    if space >= 0 and text[space + 1 : end].isalnum():  # nearly every word
        return space + 1
    start = end
    while start > 0:
        before = text[start - 1]
        if not _is_letter(before) and (before not in "'’" or start in (1, end) or not _is_letter(text[start - 2])):
            break
        start -= 1
    return start


def begins_word(text: str, at: int) -> bool:
    """Whether a word begins at a place, and not before it."""
    return word_start(text, at + 1) == at


def following_word(document: Document, end: int) -> str | None:
    """The word behind the one that ends at `end`, folded, if only white space parts the two; None at the end of a
    phrase."""
    text = folded(document)
    return (word_at(text, end + 1) or None) if text[end : end + 1] in _GAPS else None


def preceding_word(document: Document, start: int) -> str | None:
    """The word before the one that begins at `start`, folded, if only white space parts the two; None at the start of
    a phrase."""
    text = folded(document)
    if start < 2 or text[start - 1] not in _GAPS:
        return None
    return text[word_start(text, start - 1) : start - 1] or None


def stands_at(text: str, at: int, phrase: str) -> bool:
    """Whether a phrase, folded words with a space between each two, stands at a place of the folded text."""
    end = at + len(phrase)
    return (
        text[at:end].replace("\n", " ") == phrase
        and begins_word(text, at)
        and len(word_at(text, at + phrase.rfind(" ") + 1)) == end - at - phrase.rfind(" ") - 1
    )


@reading
def runs(document: Document) -> Mapping[str, list[int]]:
    """Where each run of letters and figures begins in the folded text."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    parts = runs_alone(document).split(" ")
    lengths = list(map(len, parts))
    # A part begins behind all that is before it, with a space between each two.
    starts = map(add, accumulate(lengths, initial=0), count())
    for run, start in compress(zip(parts, starts, strict=False), lengths):
        found[run].append(start)
    return found


def is_long(document: Document) -> bool:
    """Whether the text is so long that all of its words are read sooner than it is searched for each of them."""
    return len(document.text) >= _LONG


def occurrences(document: Document, phrase: str, text: str | None = None) -> Iterable[int]:
    """Where a phrase stands in a text of the document, in order: in the one that is flowed and folded, if none is
    given of the same length. Of a short text these are all places, within longer words too; of a long one those alone
    that are not."""
    text = flowed_folded(document) if text is None else text
    if len(text) >= _LONG and (said := list(_RUN.finditer(fold(phrase)))):
        return _looked_up(document, phrase, text, said)
    at = text.find(phrase)
    if at < 0:
        return ()
    found = [at]
    while (at := text.find(phrase, at + 1)) >= 0:
        found.append(at)
    return found


def _looked_up(document: Document, phrase: str, text: str, said: Iterable[re.Match[str]]) -> Iterator[int]:
    """Where a phrase stands with no letter or figure beside it. said: its runs, of which the rarest is looked up."""
    index = runs(document)
    _, before, starts = min((len(found := index.get(one.group(), ())), one.start(), found) for one in said)
    for start in starts:
        if start >= before and text.startswith(phrase, start - before):
            yield start - before


def places(document: Document, phrase: str) -> list[int]:
    """Where a phrase stands, folded words with a space between each two."""
    found = occurrences(document, phrase.replace("’", "'"))
    if not found:
        return []
    text = folded(document)
    return [at for at in found if stands_at(text, at, phrase)]


def pair_places(document: Document, pairs: frozenset[tuple[str, str]]) -> list[Span]:
    """Where two folded words stand whole with a white space between that are one of some pairs, in text order. A hyphen
    beside them is no part of them."""
    text, said, found = flowed_folded(document), in_order(document), []
    for pair in pairs.intersection(zip(said, said[1:], strict=False)):  # noqa: RUF007 (quicker than `pairwise`)
        phrase = " ".join(pair)
        for at in occurrences(document, phrase):
            end = at + len(phrase)
            if _is_whole(text, at, end):
                found.append(Span(at, end))
    return sorted(found)


def has_word(document: Document, word: str) -> bool:
    """Whether a folded word stands in the document."""
    # All but the words that have an apostrophe are tokens too, and these are in the set.
    if word not in token_set(document) and word.isalnum():
        return False
    return any(stands_at(folded(document), at, word) for at in occurrences(document, word.replace("’", "'")))


def where(text: str, word: str, low: int, high: int) -> list[int]:
    """Where a word stands whole that begins within a range. text: flowed and folded."""
    found = []
    size = len(word)
    at = text.find(word, low, high + size - 1)
    while at >= 0:
        end = at + size
        if _is_whole(text, at, end):
            found.append(at)
        at = text.find(word, end, high + size - 1)
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands between two places is no part of a longer word."""
    return not (start and text[start - 1] != " " and _joins(text, start - 1, -1)) and not (
        end < len(text) and text[end] != " " and _joins(text, end, 1)
    )


def where_any(document: Document, words: Iterable[str], low: int, high: int) -> list[tuple[int, str]]:
    """Where any of a few words stands whole that begins within a range, in text order: the offset and the word."""
    text = flowed_folded(document)
    found: list[tuple[int, str]] = []
    if high - low >= _LONG:
        index = runs(document)
        for word in words:
            starts = index.get(word, ())
            for start in starts[bisect_left(starts, low) : bisect_left(starts, high)]:
                if _is_whole(text, start, start + len(word)):
                    found.append((start, word))
        return sorted(found)
    for word in words:
        if text.find(word, low, high + len(word) - 1) >= 0:  # most of them are in another place
            found += [(at, word) for at in where(text, word, low, high)]
    return sorted(found) if len(found) > 1 else found


def words_between(text: str, start: int, end: int) -> Words:
    """The words of a stretch of a text; those at its ends may be cut."""
    found = list(_WORD.finditer(text, start, end))
    return Words([one.start() for one in found], [one.end() for one in found], [one.group() for one in found])


def words_said(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch of a text without their places, at a third of the cost; those at its ends may be cut."""
    said = text[start:end]
    for mark in _PARTING:
        if mark in said:
            said = said.replace(mark, " ")
    runs = said.split()
    # A call in C for each run: most are words, and the others most often words with an apostrophe.
    if all(map(_is_contracted, filterfalse(str.isalnum, runs))):
        return runs
    return [word for run in runs for word in ((run,) if run.isalnum() else _WORD.findall(run))]


def _is_contracted(run: str) -> bool:
    """Whether a run is a word with one apostrophe within it."""
    before, _, behind = run.partition("'")
    return before.isalnum() and behind.isalnum()


def words_from(text: str, start: int, end: int) -> Words:
    """The words around a place: from the one before it, if there is one near, to the end, where one may be cut.
    text: flowed and folded."""
    return words_between(text, max(text.rfind(" ", 0, max(0, start - _BEFORE)), 0), end)


def _joins(text: str, at: int, step: int) -> bool:
    """Whether a character beside a word is part of it: an apostrophe is, with a letter behind it."""
    character = text[at]
    if character == "'":
        at += step
        character = text[at] if 0 <= at < len(text) else ""
    return character != "" and _is_letter(character)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"
