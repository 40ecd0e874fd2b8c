"""A first look at the quotation marks of a document: whether all of them are in order, as in most articles.

It may say no of marks that are in order, never yes of others: what it says is what `annotate.quotations` would find.
"""

from __future__ import annotations

from copylint.annotate.mojibake import misread
from copylint.annotate.words import marks
from copylint.document import Document, Span, reading
from copylint.expressions import MULTILINE, expression
from copylint.values import NamedTuple

_ODD = frozenset("`‘„‚«‹´‛‟")  # a lone » is an arrow
_BEFORE = frozenset(" \n\t([-–—\u00a0")  # an opening mark, besides the beginning
_BEGINS = frozenset("([$£€#\ufffc")  # what is quoted, besides a letter or a figure
_ENDS = frozenset(",.?!;:…)]%\ufffc")  # what is quoted, as well
_BEHIND = frozenset(" \n\t.,;:?!)]-–—\u00a0")  # a closing mark or a word with its last apostrophe, besides the end

_KEY_LINE = expression(r"""^[a-z][\w-]{1,30}: (?:"[^\n]*"|'[^\n]*')$""", MULTILINE)


class Orderly(NamedTuple):
    """Marks in order: the offsets of the double ones, that open and that close in turn, and those of the apostrophes
    that end a word."""

    doubles: tuple[int, ...]
    apostrophes: tuple[int, ...]


_NONE = Orderly((), ())


def orderly(document: Document) -> Orderly | None:
    """The marks, if all that is quoted stands in double marks that face the right way, touch the right side and come in
    pairs within their paragraph, and no other mark is more than an apostrophe; else None."""
    found = _if_orderly(document)
    return found[0] if found else None


@reading
def _if_orderly(document: Document) -> tuple[Orderly, ...]:
    """The marks in order; nothing where they are not."""
    found = _look(document)
    return () if found is None else (found,)


def _look(document: Document) -> Orderly | None:
    text, stand = document.text, marks(document)
    straight, curly = '"' in stand, "“" in stand or "”" in stand
    if (straight and curly) or not stand.isdisjoint(_ODD) or misread(document).spans:
        return None
    doubles: list[int] = []
    if straight and (has_key_lines(text) or not _straight(text, doubles)):
        return None
    if curly and not _curly(text, doubles):
        return None
    if doubles and ",," in text:  # which stands for a mark where another one closes
        return None
    apostrophes: list[int] = []  # so that lines of keys and values in single marks are told from words
    for mark in "'’":
        if mark in stand and not _apostrophes(text, mark, apostrophes):
            return None
    if not doubles and not apostrophes:
        return _NONE
    if len(document.blocks) != text.count("\n\n") + 1:
        return None
    return Orderly(tuple(doubles), tuple(apostrophes))


def has_key_lines(text: str) -> bool:
    """Whether there may be lines of keys and values in quotation marks, as a page system writes them."""
    return (': "' in text or ": '" in text) and _KEY_LINE.search(text) is not None


def key_lines(text: str, start: int, end: int) -> list[Span]:
    """The lines of a block that are a key and a value in quotation marks, if there are more than one."""
    found = [Span(*line.span()) for line in _KEY_LINE.finditer(text, start, end)]
    return found if len(found) > 1 else []


def _apostrophes(text: str, mark: str, found: list[int]) -> bool:
    """Whether every mark stands within a word, or at the end of one."""
    parts = text.split(mark)
    place = len(parts[0])
    before = parts[0][-1:]
    for part in parts[1:]:
        after = part[:1]
        if after.isalnum():
            if not before.isalnum():
                return False
        elif before.isalpha() and (not after or after in _BEHIND):
            found.append(place)
        else:
            return False
        place += len(part) + 1
        before = part[-1:]
    return True


def _straight(text: str, found: list[int]) -> bool:
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return False
    place = -1
    last = len(parts) - 1
    for number, part in enumerate(parts):
        if number % 2:
            if not _is_quoted(part):
                return False
            found.append(place)
            found.append(place + len(part) + 1)
        elif not _is_outside(part, number == 0, number == last):
            return False
        place += len(part) + 1
    return True


def _curly(text: str, found: list[int]) -> bool:
    parts = text.split("“")
    if "”" in parts[0] or not _is_outside(parts[0], True, len(parts) == 1):
        return False
    place = len(parts[0])
    last = len(parts) - 1
    for number, part in enumerate(parts[1:], 1):
        inner, closing, outer = part.partition("”")
        if not closing or "”" in outer or not _is_quoted(inner) or not _is_outside(outer, False, number == last):
            return False
        found.append(place)
        found.append(place + len(inner) + 1)
        place += len(part) + 1
    return True


def _is_quoted(part: str) -> bool:
    """Whether what stands between two marks begins and ends as what is quoted."""
    if not part or not (part[0].isalnum() or part[0] in _BEGINS) or "\n\n" in part:
        return False
    return part[-1].isalnum() or part[-1] in _ENDS


def _is_outside(part: str, first: bool, last: bool) -> bool:
    """Whether what stands between a mark that closes and one that opens begins and ends as such; first, last: it
    stands before the first mark, behind the last."""
    if not part:
        return first or last
    return (first or part[0] in _BEHIND) and (last or part[-1] in _BEFORE)


def spans(found: Orderly) -> tuple[Span, ...]:
    """What is quoted."""
    doubles = found.doubles
    return tuple(Span(opening + 1, closing) for opening, closing in zip(doubles[::2], doubles[1::2], strict=True))
