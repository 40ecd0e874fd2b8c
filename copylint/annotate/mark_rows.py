"""The marks of each block, sorted into double marks, single marks, and marks that are not quotation marks."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.double_marks import PRIME, Double
from copylint.annotate.elisions import contracts, elided
from copylint.annotate.marks import OPENING, after, before
from copylint.annotate.mojibake import misread
from copylint.annotate.orderly_marks import key_lines
from copylint.annotate.single_marks import Single
from copylint.annotate.words import flowed, marks, uncommon
from copylint.document import Block, Document, Span
from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Most apostrophes stand within a word: they are passed over at once.
_MARK = expression("[\"'`\u00ab\u00b4\u00bb\u2018-\u201f\u2033\u2039\u203a](?<![^\\W_]['’](?=[^\\W_]))")
_CODE = expression(r"(?<![`\w])(?:`[^`']{1,80}`|``(?=[^`\n ]*[_=(){}<>/\\.\[$])[^`\n ]{1,60}``)(?![`\w])")


class Row(NamedTuple):
    """The marks of a block: its number, it, its double marks, its single ones, the offsets of its guillemets."""

    number: int
    block: Block
    doubles: list[Double]
    singles: list[Single]
    others: list[int]


def rows(document: Document, numbers: Iterable[int]) -> Iterator[Row]:
    """Those of the blocks of these numbers that have marks."""
    text, blocks, stand, signs = document.text, document.blocks, marks(document), uncommon(document)
    # What stands together in the text does so among its signs too: they are few.
    commas = ",," in signs and ",," in text
    unbroken = flowed(document) is text  # no block has more than one line
    left_out = misread(document).spans
    ticks, low = "`" in stand, "„" in stand
    british = "‘‘" in signs and text.count("‘") - 2 * text.count("‘‘") > 1 + 2 * text.count("“")
    for number in numbers:
        start, end = span = blocks[number].span
        places = [found.start() for found in _MARK.finditer(text, start, end)]
        if left_out:
            places = [at for at in places if text[at - 1] != "€"]  # "€“", the rest of a dash that was misread
        if not places and not (commas and text.find(",,", start, end) >= 0):
            continue
        none = left_out
        if ticks and text.find("`", start, end) >= 0:
            none = (*left_out, *(Span(*found.span()) for found in _CODE.finditer(text, start, end)))
            none = tuple(sorted(none))
        if not unbroken and (lines := key_lines(text, start, end)):
            none = tuple(sorted((*none, *lines)))
        row = Row(number, blocks[number], [], [], [])
        _fill(row, text, places, none, low and text.find("„", start, end) >= 0, british)
        if commas:
            row.doubles.extend(_low_commas(text, span, row.doubles))
            row.doubles.sort()
        yield row


def _fill(row: Row, text: str, places: list[int], none: tuple[Span, ...], german: bool, british: bool) -> None:
    """Puts the marks of a block into its row. none: marks that are not quotation marks. german: whether a low mark
    opens here, so that the mark that opens in English closes. british: whether the article quotes in single marks."""
    (start, end), doubles, singles = row.block.span, row.doubles, row.singles
    skip = -1
    for place in places:
        if place < skip or (none and _holds(none, place)):
            continue
        character = text[place]
        if character in "'’":
            if text.startswith(character, place + 1, end) and _is_double(text, place, character, doubles, start):
                doubles.append(_double(text, place, place + 2, "" if character == "'" else "c", row.block.span))
                skip = place + 2
            else:
                singles.append(Single(place, character, before(text, place, start), after(text, place + 1, end)))
        elif character in '"“”„‟':
            if character == '"' and _empty_pair(text, place, start, end):
                skip = place + 2
                continue
            if character != '"' and place > start and text[place - 1] == "=":
                skip = text.find("”", place + 1, end) + 1
                continue  # an attribute of code
            if character == "„" and text[place + 2 : place + 3] == " " and text[place - 1 : place] in ("", "\n"):
                continue  # a bullet that was misread: "„h Open to all"
            declared = "" if character == '"' or (german and character == "“") else "c"
            declared = "o" if declared and character in OPENING else declared
            doubles.append(_double(text, place, place + 1, declared, row.block.span))
        elif character in "‘`" and place + 1 < end and _is_opening_pair(text, place, end):
            if british and character == "‘":
                continue  # typed twice: the next one opens
            mark = _double(text, place, place + 2, "o", row.block.span)
            if character == "`" and mark.left in "wp" and mark.right in "espd":
                mark = mark._replace(declared="c")  # it was used on both sides
            doubles.append(mark)
            skip = place + 2
        elif character in "‘’‚‛`´":
            if character != "‘" or not _is_of_another_alphabet(text, place, start, end):
                singles.append(Single(place, character, before(text, place, start), after(text, place + 1, end)))
        elif character == "″":
            if doubles and doubles[-1].declared == "o":  # else it is a measure
                doubles.append(_double(text, place, place + 1, PRIME, row.block.span))
        else:
            row.others.append(place)


def _is_opening_pair(text: str, place: int, end: int) -> bool:
    """Two single marks in place of a double one: ‘‘so”, ``so''. Also ‘’so”, whose second mark is not an apostrophe."""
    following = text[place + 1]
    if following == text[place]:
        return True
    if text[place] != "‘" or following != "’" or not text[place + 2 : place + 3].isalnum() or elided(text, place + 1):
        return False
    closing = text.find("”", place + 2, end)
    return closing > 0 and text.find("“", place + 2, closing) < 0


def _double(text: str, start: int, end: int, declared: str, span: Span) -> Double:
    left, right = before(text, start, span.start), after(text, end, span.end)
    if left == "p" and right == "w" and not declared and _numbered(text, start):
        left = "e"
    return Double(start, end, declared, left, right)


def _numbered(text: str, start: int) -> bool:
    """Whether only a number, as of a list, stands before a mark in its line: 1."The first ground"."""
    line = text.rfind("\n", 0, start) + 1
    return text[start - 1] in ".)" and start - line < 5 and text[line : start - 1].isdigit()


def _is_double(text: str, place: int, character: str, doubles: list[Double], start: int) -> bool:
    """Whether two single marks in a row are one double mark: where something is open, or they stand at a word."""
    before_it = doubles[-1:] if character == "’" else doubles[-2:]
    if any(text[mark.start : mark.end] in ("``", "‘‘", "‘’", "''", "“") for mark in before_it):
        return True
    if character == "’":
        return False
    if doubles and _closes_straight(text, place, doubles[-1]):
        return True
    follows = text[place + 2 : place + 3]
    opens = (place == start or text[place - 1] in " \n(") and (follows.isalnum() or follows in "“‘")
    return bool(follows) and opens and text.find("''", place + 2, place + 400) > 0


def _closes_straight(text: str, place: int, opening: Double) -> bool:
    """Whether two single marks close what a straight double one opens: "so,'' he said."""
    if text[opening.start : opening.end] != '"' or opening.left not in "eso" or opening.right not in "wxo":
        return False
    if text.find(" '", opening.end, place) >= 0:
        return False  # a quotation within it may close too
    return text[place - 1] in ",.?!…" and not text[place + 2 : place + 3].isalnum()


def _low_commas(text: str, span: Span, doubles: list[Double]) -> list[Double]:
    """Two commas for a low mark: ,,so”."""
    found = []
    at = text.find(",,", span.start, span.end)
    while at >= 0:
        if before(text, at, span.start) in "seo" and text[at + 2 : at + 3].isalnum():
            closing = next((mark for mark in doubles if mark.start > at), None)
            if closing is not None and closing.left in "wp":
                found.append(_double(text, at, at + 2, "o", span))
        at = text.find(",,", at + 2, span.end)
    return found


def _is_of_another_alphabet(text: str, place: int, start: int, end: int) -> bool:
    """An okina or ayn within a word, as in Hawai‘i and Qur‘an."""
    within = start < place < end - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()
    return within and not contracts(text, place)


def _empty_pair(text: str, at: int, start: int, end: int) -> bool:
    """An empty string: "" with nothing on either side."""
    if text[at + 1 : at + 2] != '"':
        return False
    left = at == start or text[at - 1] in " \n(=[:"
    right = at + 2 >= end or text[at + 2] in " \n).,;:]"
    return left and right


def _holds(spans: tuple[Span, ...], place: int) -> bool:
    index = bisect_left(spans, (place + 1, -1)) - 1
    return index >= 0 and place < spans[index].end
