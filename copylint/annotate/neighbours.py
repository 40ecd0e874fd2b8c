"""Words beside a place, read where they stand: to read all words of an article for a few places costs too much.

Places are offsets. A word is what it is to `annotate.words`, with its apostrophes.
"""

from __future__ import annotations

from copylint.annotate.words import flowed_folded, folded, token_set
from copylint.document import Document
from copylint.expressions import expression

WORD = r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*"
_WORD = expression(WORD)
_GAPS = frozenset(" \n\xa0")  # between two words of a phrase
_MOST_LETTERS = 30  # of a word that is looked for in one go


def word_at(text: str, start: int) -> str:
    """The word that begins at a place, "" if none does. What stands before the place is not looked at."""
    found = _WORD.match(text, start)
    return "" if found is None else found.group()


def word_start(text: str, end: int) -> int:
    """Where the word that ends at a place begins, or the place itself. What stands behind it is not looked at."""
    space = text.rfind(" ", max(0, end - _MOST_LETTERS), end)
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


def places(document: Document, phrase: str) -> list[int]:
    """Where a phrase stands, folded words with a space between each two."""
    text, sought = flowed_folded(document), phrase.replace("’", "'")
    at = text.find(sought)
    if at < 0:
        return []
    found = []
    small = folded(document)
    while at >= 0:
        if stands_at(small, at, phrase):
            found.append(at)
        at = text.find(sought, at + 1)
    return found


def has_word(document: Document, word: str) -> bool:
    """Whether a folded word stands in the document."""
    # All but the words that have an apostrophe are tokens too, and these are in the set.
    return (word in token_set(document) or not word.isalnum()) and bool(places(document, word))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"
