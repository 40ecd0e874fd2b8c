"""Tells the hard wraps within plain text from the ends of paragraphs, by the layout of the whole document."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from copylint.expressions import expression
from copylint.formats.assembly import Piece
from copylint.formats.plain import CLOSERS, HEADING, ITEM_BEGINS, Part, begins, item_mark
from copylint.values import NamedTuple

# A line of a paragraph: its indent, its first word, the rest.
_LINE = expression(r"([^\S\r\n]*+)(\S++)[^\r\n]*+")
_TWO_SENTENCES = expression(r"[.!?…][\"'”’)\]]*+\s++[\"'“‘(\[]*+[^\W\d_a-z]")
_FINAL = ".!?…"
_NARROWEST, _WIDEST = 30, 200  # nobody wraps to other widths, in code points
_ENOUGH = 20_000  # breaks to judge a layout by
_QUESTION = 70  # code points in the longest heading that is a question


class _Line(NamedTuple):
    """A line of a chunk."""

    start: int  # of its text, white space aside
    end: int
    indent: int
    first_word: int  # the length of it
    item: bool  # it begins with the mark of a list's item
    lower: bool  # it begins with a lower-case letter
    last: str  # its last character, closing marks and brackets aside


class _Layout(NamedTuple):
    """How the lines within the paragraphs of a document are to be read."""

    width: int  # the width that lines were wrapped to; 0 if they were not
    indent: int  # the indent of a line in the middle of a paragraph
    blank_lines: bool  # paragraphs are parted by blank lines
    sentence_lines: bool  # one sentence a line


class _Block(NamedTuple):
    """A block to be: its lines."""

    lines: list[_Line]
    item: bool


def unwrapped(source: str, chunks: list[tuple[int, int]]) -> list[Part]:
    """The blocks of a document where some chunks, what stands between blank lines, have several lines."""
    groups: list[list[_Line]] = []
    before = 0
    for start, end in chunks:
        line_start = max(source.rfind("\n", before, start), source.rfind("\r", before, start), before - 1) + 1
        groups.append(_lines(source, line_start, end))
        before = end
    layout = _layout(source, groups)
    found: list[_Block] = []
    for lines in groups:
        first = lines[0]
        finished = lines[-1].last in _FINAL
        block = _Block([first], first.item)
        found.append(block)
        indented = first.indent > layout.indent
        for number in range(1, len(lines)):
            above, line = lines[number - 1], lines[number]
            item = line.item
            if item and layout.width and not block.item and _filled(above, line, layout.width):
                # "… in May\n1. …" and "… he said\n- …" are wraps; a list follows a stop or a short line.
                item = above.last in ".!?…:;"
            below = lines[number + 1] if number + 1 < len(lines) else None
            starts = _starts_by_indent(line, below, indented, layout)
            if item or starts or not _goes_on(source, block, above, line, layout, finished):
                block = _Block([line], item)
                found.append(block)
                indented = line.indent > layout.indent
            else:
                block.lines.append(line)
                indented = False
    return [(_pieces(source, lines), item, len(lines) > 1) for lines, item in found]


def _lines(source: str, start: int, end: int) -> list[_Line]:
    lines: list[_Line] = []
    for match in _LINE.finditer(source, start, end):
        line_start, word_end = match.span(2)
        line_end = match.end()
        last = source[line_end - 1]
        if last.isspace():
            line_end = line_start + len(source[line_start:line_end].rstrip())
            last = source[line_end - 1]
        if last in CLOSERS:
            last = source[line_start:line_end].rstrip(CLOSERS)[-1:] or last
        first = source[line_start]
        item = first in ITEM_BEGINS and item_mark().match(source, line_start, line_end) is not None
        lines.append(
            _Line(
                line_start,
                line_end,
                line_start - match.start(),
                word_end - line_start,
                item,
                first.islower(),
                last,
            )
        )
    return lines


def _pieces(source: str, lines: list[_Line]) -> list[Piece]:
    """The lines of a block: one run as long as nothing but a line feed stands between them."""
    pieces: list[Piece] = []
    start, end = lines[0][:2]
    for line in lines[1:]:
        if line.start - end > 1 or source[end] != "\n":
            pieces += [(start, end, None), (end, line.start, "\n")]
            start = line.start
        end = line.end
    pieces.append((start, end, None))
    return pieces


def _layout(source: str, groups: list[list[_Line]]) -> _Layout:
    """Reads the layout off the document: all of it, or the first _ENOUGH breaks.

    Lines were wrapped if one width explains most of the breaks, as a greedy filler makes them (the line fits,
    and would not with the next word), and enough of the breaks are in the middle of a sentence.
    """
    pairs: list[tuple[_Line, _Line]] = []
    for lines in groups:
        pairs += [(above, line) for above, line in pairwise(lines[:_ENOUGH]) if not line.item]
        if len(pairs) > _ENOUGH:
            break
    if not pairs:
        return _Layout(0, 0, True, False)
    indent = Counter(line.indent for _, line in pairs).most_common(1)[0][0]
    width = 0
    inner = [pair for pair in pairs if pair[1].indent <= indent]
    if inner:
        changes = [0] * (_WIDEST + 2)
        for above, line in inner:
            length = above.end - above.start + above.indent
            if length <= _WIDEST:
                changes[length] += 1
                changes[min(length + line.first_word, _WIDEST) + 1] -= 1
        best = explained = total = 0
        for candidate, change in enumerate(changes):
            total += change
            if total > explained and candidate >= _NARROWEST:
                best, explained = candidate, total
        flowing = sum(_flows(above, line) for above, line in inner)
        unfinished = sum(above.last not in _FINAL for above, _ in inner)
        if (explained * 10 >= len(inner) * 6 and flowing * 10 >= len(inner) * 3) or (
            # In titles and names, where few lines begin in lower case, a width that explains nearly all.
            len(inner) >= 5 and explained * 10 >= len(inner) * 9 and unfinished * 2 >= len(inner)
        ):
            width = best
    sentence_lines = False
    if not width and len(groups) > 1:
        ends = [pair for pair in pairs if pair[0].last in _FINAL and pair[1].last in _FINAL and not pair[0].item]
        several = sum(_TWO_SENTENCES.search(source, above.start, above.end) is not None for above, _ in ends)
        sentence_lines = bool(ends) and several * 5 <= len(ends)
    return _Layout(width, indent, len(groups) > 1, sentence_lines)


def _goes_on(source: str, block: _Block, above: _Line, line: _Line, layout: _Layout, finished: bool) -> bool:
    """True if the break between two lines is a wrap. finished: the chunk ends as a sentence does."""
    if layout.width:
        if _filled(above, line, layout.width) or _flows(above, line):
            return True
        if block.item:
            return False
        if above.last in _FINAL:
            return layout.blank_lines and not _is_heading(source, line)
        return len(block.lines) > 1
    if _flows(above, line):
        return finished or source.count(" ", above.start, above.end) >= 3  # else it may be a bare list
    if block.item:
        return False
    if _is_heading(source, above):
        # A heading is shorter than what it heads; the first line of a sentence is not.
        return line.end - line.start <= above.end - above.start and line.last in _FINAL and line.last != "?"
    if line.last == "?" and line.end - line.start <= _QUESTION:
        return False
    return layout.sentence_lines and not _is_heading(source, line)


def _starts_by_indent(line: _Line, below: _Line | None, indented: bool, layout: _Layout) -> bool:
    """True if a line starts a paragraph by its indent. All lines but the first have a hanging indent.

    indented: the line above started a paragraph so.
    """
    return line.indent > layout.indent and (indented or below is None or below.indent <= layout.indent)


def _filled(above: _Line, line: _Line, width: int) -> bool:
    """True if the first word of a line had no room at the end of the line above."""
    return above.end - above.start + above.indent + 1 + line.first_word > width


def _flows(above: _Line, line: _Line) -> bool:
    """True if a break is in the middle of a sentence by the look of it."""
    return line.lower and above.last not in ".!?…:"


def _is_heading(source: str, line: _Line) -> bool:
    return line.end - line.start <= HEADING and line.last not in ".!?…;," and begins(source, line.start, line.end)
