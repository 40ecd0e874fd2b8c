"""The layout of plain text: its lines, to what width they were wrapped and how raggedly, what parts paragraphs."""

from __future__ import annotations

from copylint.expressions import expression
from copylint.formats.plain import CLOSERS, ITEM_BEGINS, item_mark
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_BREAK = expression(r"\r\n?+|\n")
_TWO_SENTENCES = expression(r"[.!?…][\"'”’)\]]*+\s++[\"'“‘(\[]*+[^\W\d_a-z]")
FINAL = ".!?…"
_NARROWEST, _WIDEST = 30, 200  # nobody wraps to other widths, in code points
_ENOUGH = 20_000  # breaks to judge a layout by
_LONGEST_PARAGRAPH = 8  # sentences that stand one a line


class Line(NamedTuple):
    """A line of a chunk. What goes over all lines asks for its fields by number, in two thirds of the time."""

    start: int  # 0: of its text, white space aside
    end: int  # 1
    indent: int  # 2
    first_word: int  # 3: the length of it
    item: bool  # 4: it begins with the mark of a list's item
    lower: bool  # 5: it begins with a lower-case letter
    last: str  # 6: its last character, closing marks and brackets aside


_Break: TypeAlias = tuple[Line, Line]
"""Two lines of a chunk, one after the other; the second begins no item of a list."""


class Layout(NamedTuple):
    """How the lines within the paragraphs of a document are to be read."""

    width: int  # the width that lines were wrapped to; 0 if they were not
    ragged: int  # by how many code points a wrapped line may fall short of that
    indent: int  # the indent of a line in the middle of a paragraph
    blank_lines: bool  # paragraphs are parted by blank lines, and lines are wrapped
    indents: bool  # paragraphs are parted by their indents
    sentence_lines: bool  # one sentence a line


def lines_of(source: str, start: int, end: int, line_feeds: bool) -> list[Line]:
    """The lines of a range that begins with one. line_feeds: no other line ends occur in the source."""
    found: list[Line] = []
    new = tuple.__new__
    rows = source[start:end].split("\n") if line_feeds else _BREAK.split(source[start:end])
    at = start
    for row in rows:
        text = row.strip()
        if text:
            length = len(text)
            indent = 0 if row[0] == text[0] else len(row) - len(row.lstrip())
            line_start = at + indent
            last = text[-1]
            if last in CLOSERS:
                last = text.rstrip(CLOSERS)[-1:] or last
            first = text[0]
            space = text.find(" ")
            item = first in ITEM_BEGINS and item_mark().match(text) is not None
            word = length if space < 0 else space
            # Straight from the tuple: a document has many lines.
            found.append(new(Line, (line_start, line_start + length, indent, word, item, first.islower(), last)))
        at += len(row) + 1
        if not line_feeds and source[at - 1 : at + 1] == "\r\n":
            at += 1
    return found


def alone(source: str, start: int, end: int) -> Line:
    """The line of a chunk that has no other. Of such a one nobody asks more than where it stands and whether it is an
    item."""
    item = source[start] in ITEM_BEGINS and item_mark().match(source, start, end) is not None
    made: Line = tuple.__new__(Line, (start, end, 0, 0, item, False, ""))
    return made


def layout_of(source: str, groups: list[list[Line]]) -> Layout:
    """Reads the layout off the document: all of it, or the first _ENOUGH breaks.

    Lines were wrapped if enough of the breaks are in the middle of a sentence by the look of them; or if one
    width explains nearly all breaks, as a greedy filler makes them (the line fits, and would not with the next
    word). How far such lines fall short of the width is how ragged they are.
    """
    pairs, flowing, counted, prose = _breaks(groups)
    if not pairs:
        return Layout(0, 0, 0, False, False, False)
    wrapped = len(flowing) * 6 >= counted and len(flowing) > 0
    indents_met = [line[2] for _, line in (flowing if wrapped else pairs)]
    indent = 0
    if any(indents_met):
        from collections import Counter  # seldom needed

        indent = Counter(indents_met).most_common(1)[0][0]
    judged = flowing if wrapped else [pair for pair in pairs if pair[1][2] <= indent]
    width, explained = _width(judged)
    certain = explained * 10 >= len(judged) * 9
    ragged = 0
    if wrapped:
        width, ragged = _wrapped_to(groups, flowing, width, certain)
    else:
        # In titles and names few lines begin in lower case: a width that explains nearly all.
        unfinished = sum([above[6] not in FINAL for above, _ in judged])
        if len(judged) < 5 or not certain or unfinished * 2 < len(judged):
            width = 0
    finals = [pair for pair in pairs if pair[0][6] in FINAL and not pair[1][5]]
    if not width:
        return Layout(0, 0, indent, False, False, _sentence_lines(source, groups, finals, prose))
    marks, ends = _paragraph_ends(finals, indent, width, ragged)
    indents = (marks > 1 and marks >= ends) or (marks > 3 and marks * 3 >= ends)
    blank_lines = not indents and len(groups) > 1
    if blank_lines and ends * 2 > len(groups):
        # Many a line stops short after a sentence: that ends a paragraph, unless short lines mean nothing here.
        blank_lines = prose > 1 and (explained * 20 < len(judged) * 19 or _begin_lines(source, groups, finals))
    return Layout(width, ragged, indent, blank_lines, indents, False)


def _breaks(groups: list[list[Line]]) -> tuple[list[_Break], list[_Break], int, int]:
    """The breaks between lines; those in the middle of a sentence by the look of them; how many there are in chunks
    that read as prose; and how many such chunks there are."""
    pairs: list[_Break] = []
    flowing: list[_Break] = []
    counted = prose = 0
    for lines in groups:
        if len(lines) == 1:
            continue
        known = len(flowing)
        above = lines[0]
        chunk = []
        for line in lines[1:_ENOUGH]:
            if not line[4]:
                pair = (above, line)
                chunk.append(pair)
                if line[5] and above[6] not in ".!?…:" and above[1] - above[0] <= _WIDEST:
                    flowing.append(pair)
            above = line
        pairs += chunk
        if len(flowing) > known or above.last in ".!?…:":
            counted += len(chunk)
            prose += 1
        if len(pairs) > _ENOUGH:
            break
    return pairs, flowing, counted, prose


def _wrapped_to(groups: list[list[Line]], flowing: list[_Break], width: int, certain: bool) -> tuple[int, int]:
    """The width that lines were wrapped to, and by how much a line may fall short of it; 0 if they were not wrapped
    after all. width: what explains the most breaks; certain: it explains nearly all."""
    ragged = 0
    if not certain:
        lengths = sorted([above[1] - above[0] + above[2] for above, _ in flowing])
        width = max(width, lengths[-1 - len(lengths) // 20])
        short = sorted([width - (above[1] - above[0] + above[2] + 1 + line[3]) for above, line in flowing])
        ragged = max(short[-1 - len(short) // 10], 0)
    # Who wraps lines leaves no long ones.
    longer = sum([line[1] - line[0] > width * 3 // 2 for lines in groups for line in lines])
    if longer >= len(flowing) or (ragged * 4 > width * 3 and len(flowing) < 6):
        return 0, 0
    return width, ragged


def _paragraph_ends(finals: list[_Break], indent: int, width: int, ragged: int) -> tuple[int, int]:
    """Of the breaks between sentences, how many have an indent behind them, and behind how many of the others the next
    word would have fitted: there a paragraph may end."""
    marks = ends = 0
    for above, line in finals:
        if line.indent > indent:
            marks += 1
        elif above[1] - above[0] + above[2] + 1 + line[3] + ragged <= width:
            ends += 1
    return marks, ends


def _width(pairs: list[_Break]) -> tuple[int, int]:
    """The width that explains the most of some breaks, and how many it does."""
    changes: dict[int, int] = {}
    for above, line in pairs:
        length = above[1] - above[0] + above[2]
        if length <= _WIDEST:
            changes[length] = changes.get(length, 0) + 1
            length += line[3] + 1
            changes[length] = changes.get(length, 0) - 1
    best = explained = total = 0
    for candidate, change in sorted(changes.items()):
        total += change
        if total > explained and candidate >= _NARROWEST:
            best, explained = candidate, total
    return best, explained


def _sentence_lines(source: str, groups: list[list[Line]], finals: list[_Break], prose: int) -> bool:
    """True if lines that were not wrapped are sentences and not paragraphs."""
    if prose < 2 and len(groups) < 4:
        return False
    ends = [above for above, line in finals if line.last in FINAL and not above.item]
    if not ends or sum([len(lines) > _LONGEST_PARAGRAPH for lines in groups]) * 2 > sum(
        [len(lines) > 1 for lines in groups]
    ):
        return False
    several = sum([_TWO_SENTENCES.search(source, above.start, above.end) is not None for above in ends])
    return several * 5 <= len(ends)


def _begin_lines(source: str, groups: list[list[Line]], finals: list[_Break]) -> bool:
    """True if sentences that were wrapped begin a line each, so that a short line is no end of a paragraph."""
    if sum([len(lines) > 1 for lines in groups]) < 2:
        return False
    within = sum([_TWO_SENTENCES.search(source, lines[0].start, lines[-1].end) is not None for lines in groups])
    if not within:
        return False
    several = sum(
        [
            _TWO_SENTENCES.search(source, line[0], line[1]) is not None
            for lines in groups
            for line in lines
            if len(lines) > 1
        ]
    )
    return several * 3 <= len(finals)
