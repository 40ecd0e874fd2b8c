"""A first look at the quotation marks of a document: one search finds the paragraphs in which all of them are in order.

It may call a paragraph unclear that is in order. For the others it gives what `annotate.quotation_reader`, which reads
the unclear ones mark by mark, would find there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from copylint.annotate.mojibake import misread
from copylint.annotate.words import flowed, marks, uncommon
from copylint.document import Document, Span, block_starts, reading
from copylint.expressions import MULTILINE, expression, places_of
from copylint.values import NamedTuple

_APOSTROPHES = ("'", "’")
_DOUBLES = ('"', "“", "”")
_ODD = ("‘", "‚", "‛", "‟", "„", "´", "″", "«", "‹")  # a lone » or › is an arrow
_TICK = "`"  # what stands between two of them is code
_PRESENT = frozenset((*_APOSTROPHES, *_DOUBLES, *_ODD, _TICK))
_LOW = ",,"  # which stands for a mark where another one closes

_BEFORE = r" \n\t(\[\-–—\u00a0"  # an opening mark, besides the beginning
_BEGINS = r"\w(\[$£€#\ufffc"  # what is quoted
_ENDS = r"\w,.?!;:…)\]%\ufffc"  # what is quoted, as well
_BEHIND = r" \n\t.,;:?!)\]\-–—\u00a0"  # a closing mark, or a word with its last apostrophe, besides the end


def _quoted(opening: str, closing: str) -> str:
    """Spans quoted in double marks that face the right way, touch what they should, and open and close in one
    paragraph."""
    within = r'[^"“”\n]*+(?:\n(?!\n)[^"“”\n]*+)*+'
    return rf"{opening}(?<![^{_BEFORE}]{opening})(?=[{_BEGINS}]){within}(?<=[{_ENDS}]){closing}(?![^{_BEHIND}])"


_STRAIGHT, _CURLY = expression(_quoted('"', '"')), expression(_quoted("“", "”"))
# Most apostrophes stand within a word: they are passed over at once.
_LOOSE = {mark: expression(rf"{mark}(?<![^\W_]{mark}(?=[^\W_]))") for mark in _APOSTROPHES}
_ENDS_WORD = {mark: expression(rf"{mark}(?<=[^\W\d_]{mark})(?![^{_BEHIND}])") for mark in _APOSTROPHES}
_KEY_LINE = expression(r"""^[a-z][\w-]{1,30}: (?:"[^\n]*"|'[^\n]*')$""", MULTILINE)


class Orderly(NamedTuple):
    """The marks of the orderly blocks: all their quotations are in double marks that face the right way, touch the
    right side and come in pairs, and no other mark is more than an apostrophe. doubles: the offsets of the double
    marks, opening and closing in turn. apostrophes: those that end a word. unclear: the numbers of the other blocks
    that have marks."""

    doubles: list[int]
    apostrophes: list[int]
    unclear: list[int]


@reading
def orderly(document: Document) -> Orderly:
    """The marks that are in order, and the blocks that may have others."""
    text, stand = document.text, marks(document)
    found = Orderly([], [], [])
    if stand.isdisjoint(_PRESENT):
        return found
    unbroken = flowed(document) is text  # no block has more than one line
    if _TICK in stand or misread(document).spans or not (unbroken or text.count("\n\n") + 1 == len(document.blocks)):
        found.unclear.extend(range(len(document.blocks)))
        return found
    odd = [] if stand.isdisjoint(_ODD) else [at for mark in _ODD if mark in stand for at in places_of(text, mark)]
    if not stand.isdisjoint(_DOUBLES):
        if _LOW in uncommon(document):
            odd.extend(places_of(text, _LOW))
        _doubles(text, uncommon(document), found.doubles, odd)
    for mark in _APOSTROPHES:
        if mark in stand:
            for loose in _LOOSE[mark].finditer(text):
                at = loose.start()
                ends_word = _ENDS_WORD[mark].match(text, at) is not None
                (found.apostrophes if ends_word else odd).append(at)
    found.apostrophes.sort()
    if not unbroken and (': "' in text or ": '" in text):
        odd.extend([line.start() for line in _KEY_LINE.finditer(text)])
    if odd:
        _set_aside(document, odd, found)
    return found


def _doubles(text: str, signs: str, found: list[int], odd: list[int]) -> None:
    """Separates the double marks that are in order from the rest. signs: includes every mark of the text."""
    straight, opening, closing = map(signs.count, _DOUBLES)
    pairs = [pair.span() for pair in _STRAIGHT.finditer(text)] if straight else []
    if opening:
        pairs += [pair.span() for pair in _CURLY.finditer(text)]
        if straight:
            pairs.sort()
    for start, end in pairs:
        found += (start, end - 1)
    if len(found) < straight + opening + closing:
        odd.extend({at for mark in _DOUBLES for at in places_of(text, mark)}.difference(found))


def _set_aside(document: Document, odd: list[int], found: Orderly) -> None:
    """Sets aside the blocks with a mark that is not in order, together with all their marks."""
    starts = block_starts(document)
    for number in sorted({bisect_right(starts, at) - 1 for at in odd}):
        found.unclear.append(number)
        start, end = document.blocks[number].span
        for places in (found.doubles, found.apostrophes):
            del places[bisect_left(places, start) : bisect_left(places, end)]


def key_lines(text: str, start: int, end: int) -> list[Span]:
    """The lines of a block that are a key and a value in quotation marks, as content systems write them, if there is
    more than one."""
    found = [Span(*line.span()) for line in _KEY_LINE.finditer(text, start, end)]
    return found if len(found) > 1 else []


def spans(found: Orderly) -> list[Span]:
    """What is quoted in the marks that are in order."""
    new, doubles = tuple.__new__, found.doubles  # straight from the tuple: there are many
    return [new(Span, (start + 1, end)) for start, end in zip(doubles[::2], doubles[1::2], strict=True)]
