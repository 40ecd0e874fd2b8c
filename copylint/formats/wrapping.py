"""Tells the hard wraps within plain text from the ends of paragraphs, by the layout of the whole document.

First the document: were its lines wrapped, to what width and how raggedly, and what parts its paragraphs? Where
blank lines do, a break between two lines is a wrap unless a line stands alone by its own look. Where indents do,
they alone end a paragraph. Else each break is judged by itself.
"""

from __future__ import annotations

from itertools import pairwise

from copylint.expressions import expression
from copylint.formats.assembly import Piece
from copylint.formats.layout import FINAL, Layout, Line, alone, layout_of, lines_of
from copylint.formats.plain import HEADING, Part, begins, is_furniture, item_mark
from copylint.values import NamedTuple

_COLUMNS = expression(r"\S(?:[^\S\r\n]{3}|\t| ++\|)[^\S\r\n]*+\S|\|[^|\r\n]*+\|")
_LABEL = expression(r"(?:[QA]|[A-Z][A-Z .'’-]{1,30}):[^\S\r\n]")
_DASHED = expression(r"(?:--|[–—])[^\S\r\n]*+[^\W\d_a-z]")
_FIRST_OF_LIST = expression(r"[^\d\r\n]?[01]?[^\d\r\n]")
# No heading ends with one of these; a line that does goes on.
_LEADING_ON = frozenset(
    "a an and as at but by for from if in into is its nor of on or our over so than that the their this to under "
    "was were when where which while who whose with your".split()
)
_ENDS_OF_PROSE = ".!?…:=-*_~#"  # and of rules across the page
_LONGEST_SIGN_OFF = 400
_QUESTION = 70  # code points in the longest heading that is a question


class _Block(NamedTuple):
    """A block to be: its lines."""

    lines: list[Line]
    item: bool


def unwrapped(source: str, chunks: list[tuple[int, int]]) -> list[Part]:
    """The blocks of a document where some chunks, what stands between blank lines, have several lines."""
    groups: list[list[Line]] = []
    line_feeds = "\r" not in source
    before = 0
    for start, end in chunks:
        if line_feeds and source.find("\n", start, end) < 0:
            groups.append([alone(source, start, end)])
            before = end
            continue
        line_start = source.rfind("\n", before, start) + 1
        if not line_feeds:
            line_start = max(line_start, source.rfind("\r", before, start) + 1)
        groups.append(lines_of(source, max(line_start, before), end, line_feeds))
        before = end
    layout = layout_of(source, groups)
    parts: list[Part] = []
    for lines in groups:
        if len(lines) == 1:
            start, end, _, _, item, _, _ = lines[0]
            parts.append(([(start, end, None)], item, False))
            continue
        blocks = _in_blank_lines(source, lines, layout) if layout.blank_lines else _one_by_one(source, lines, layout)
        parts += [(_pieces(source, lines, line_feeds), item, len(lines) > 1) for lines, item in blocks]
    return parts


def _pieces(source: str, lines: list[Line], line_feeds: bool) -> list[Piece]:
    """The lines of a block: one run as long as nothing but a line feed stands between them."""
    pieces: list[Piece] = []
    start, end = lines[0][0], lines[-1][1]
    if len(lines) == 1:
        return [(start, end, None)]
    if line_feeds and end - start == sum([line[1] - line[0] for line in lines]) + len(lines) - 1:
        return [(start, end, None)]
    for line in lines:
        line_start = line[0]
        if line_start - end > 1 or (line_start > end and not line_feeds and source[end] != "\n"):
            pieces += [(start, end, None), (end, line_start, "\n")]
            start = line_start
        end = line[1]
    pieces.append((start, end, None))
    return pieces


def _in_blank_lines(source: str, lines: list[Line], layout: Layout) -> list[_Block]:
    """The blocks of a chunk of wrapped lines: one, but for lines that stand alone by their look."""
    first = lines[0]
    block = _Block([first], first.item)
    blocks = [block]
    base = _base(lines, layout)
    if lines[-1][6] not in ".!?…:" and _is_list(source, lines, layout):
        return [_Block([line], line.item) for line in lines]
    text = source[first.start : lines[-1].end]
    columns = ("\t" in text or "   " in text or "|" in text) and _COLUMNS.search(text) is not None
    items = sum([line[4] for line in lines])
    if not (items or columns) and max([line[2] for line in lines[1:]]) <= base:
        # The most of chunks: one paragraph, if no line stands alone.
        for number in range(1, len(lines)):
            if not (lines[number][5] and lines[number - 1][6] not in _ENDS_OF_PROSE) and _stands_alone(
                source, lines, number, layout, False
            ):
                break
        else:
            block.lines.extend(lines[1:])
            return blocks
    indented = first.indent > base
    several = items > 1
    last = len(lines) - 1
    above = first
    for number, line in enumerate(lines):
        if not number:
            continue
        _, _, indent, _, item, lower, _ = line
        if item:
            item = _is_item(source, block, above, line, layout, several)
        below = lines[number + 1] if number < last else None
        if item:
            new = True
        elif block.item:
            opener = block.lines[0]
            new = indent <= opener.indent and above.last in FINAL and not lower and _has_room(above, line, layout)
        elif indent > base and not lower and (indented or below is None or below.indent <= base or above.last in FINAL):
            new = True
        elif lower and above.last not in _ENDS_OF_PROSE and not columns:
            new = False
        else:
            new = _stands_alone(source, lines, number, layout, columns)
        if new:
            block = _Block([line], item)
            blocks.append(block)
            indented = indent > base
        else:
            block.lines.append(line)
            indented = False
        above = line
    return blocks


def _one_by_one(source: str, lines: list[Line], layout: Layout) -> list[_Block]:
    """The blocks of a chunk where each break is judged by itself."""
    first = lines[0]
    finished = lines[-1].last in FINAL
    block = _Block([first], first.item)
    blocks = [block]
    base = _base(lines, layout)
    indented = first.indent > base
    several = sum([line[4] for line in lines]) > 1
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        item = line.item and _is_item(source, block, above, line, layout, several)
        below = lines[number + 1] if number + 1 < len(lines) else None
        if item:
            new = True
        elif line.indent > base and not (block.item and line.indent > block.lines[0].indent):
            # It starts a paragraph. All lines but the first have a hanging indent.
            new = indented or below is None or below.indent <= base or above.last in FINAL or layout.indents
        else:
            new = False
        if new or not _goes_on(source, block, above, line, below, layout, finished):
            block = _Block([line], item)
            blocks.append(block)
            indented = line.indent > base
        else:
            block.lines.append(line)
            indented = False
    return blocks


def _is_list(source: str, lines: list[Line], layout: Layout) -> bool:
    """True for a head, an address, a bare list: no line of it goes on in the next, and no sentence ends it."""
    if lines[0].item:
        return False
    ragged = layout.ragged if len(lines) == 2 else 0
    for above, line in pairwise(lines):
        length = above.end - above.start + above.indent + ragged
        if length * 5 >= layout.width * 4 or length + line.first_word >= layout.width or _flows(source, above, line):
            return False
    return True


def _base(lines: list[Line], layout: Layout) -> int:
    """The indent of a line in the middle of a paragraph of a chunk; all of it may be set in, as a quotation is."""
    indent = layout.indent
    if layout.width and lines[1].indent > indent:
        return max(indent, min([line.indent for line in lines[1:]]))
    return indent


def _is_item(source: str, block: _Block, above: Line, line: Line, layout: Layout, several: bool) -> bool:
    """True if a line with the mark of an item is one: "… in May\n1. …" and "… he said\n- …" are wraps.

    A list follows a stop or a short line, and begins with its first number. several: other lines look so too.
    """
    if block.item or not layout.width:
        return True
    if above.last not in ".!?…:;":
        text = item_mark().match(source, line.start, line.end)
        lower = text is not None and source[text.end()].islower()
        if not _has_room(above, line, layout) or (lower and not several):
            return False
    return not source[line.start : line.start + 2].strip("(").isdecimal() or (
        _FIRST_OF_LIST.match(source, line.start) is not None or above.last == ":"
    )


def _stands_alone(source: str, lines: list[Line], number: int, layout: Layout, columns: bool) -> bool:
    """True if a line of a chunk that blank lines part from others is no part of the paragraph above it."""
    above, line = lines[number - 1], lines[number]
    for one in (above, line):
        if not source[one.start].isalnum() and not any(
            letter.isalnum() for letter in source[one.start : min(one.end, one.start + 80)]
        ):
            return True  # a row of stars, a rule
    if columns and not line.lower and _COLUMNS.search(source, line.start, line.end) is not None:
        beside = lines[number + 1] if number + 1 < len(lines) else above
        if any(_COLUMNS.search(source, one.start, one.end) is not None for one in (above, beside)):
            return True
    if above.last in FINAL:
        if is_furniture(source, line.start, line.end) or _LABEL.match(source, line.start, line.end) is not None:
            return True
        last = lines[-1]
        opener = source[line.start]
        if opener == "(" and source[last.end - 1] == ")" and last.end - line.start <= _LONGEST_SIGN_OFF:
            return source.find(")", line.start) == last.end - 1  # "(Reporting by …)"
        if opener in "-–—" and line is last and _DASHED.match(source, line.start, line.end) is not None:
            return True  # who signs
        # A heading below a paragraph.
        short = (line.end - line.start) * 5 < layout.width * 4
        return line is last and short and line.last != ":" and _is_heading(source, line)
    if is_furniture(source, above.start, above.end) and (number == 1 or lines[number - 2].last in FINAL):
        return True
    if number == 1 and not line.lower and lines[-1].last in ".!?…:":
        # A heading above a paragraph.
        if _LABEL.match(source, above.start, above.end) is not None:
            return False
        short = _has_room(above, line, layout) and _is_short(above, layout)
        short = short and begins(source, line.start, line.end)
        return short and _is_heading(source, above) and not _leads_on(source, above)
    return False


def _is_short(line: Line, layout: Layout) -> bool:
    """True if a line is shorter than those that were wrapped."""
    return line[1] - line[0] + line[2] + layout.ragged < layout.width * 4 // 5


def _goes_on(
    source: str, block: _Block, above: Line, line: Line, below: Line | None, layout: Layout, finished: bool
) -> bool:
    """True if the break between two lines is a wrap. finished: the chunk ends as a sentence does."""
    width = layout.width
    if width:
        if not _has_room(above, line, layout):
            too_long = (above.end - above.start + above.indent) * 5 > width * 6
            return not too_long or above.last not in FINAL
        if layout.indents:
            if above.last not in FINAL or (below is not None and below.indent <= line.indent):
                return True
            return not (_is_heading(source, line) and _is_short(line, layout))
        if _flows(source, above, line):
            return True
        return not block.item and above.last not in FINAL and len(block.lines) > 1
    if _flows(source, above, line):
        return finished or source.count(" ", above.start, above.end) >= 3  # else it may be a bare list
    if block.item:
        return False
    if _is_heading(source, above):
        # A heading is shorter than what it heads; the first line of a sentence is not.
        return line.end - line.start <= above.end - above.start and line.last in FINAL and line.last != "?"
    if line.last == "?" and line.end - line.start <= _QUESTION:
        return False
    return layout.sentence_lines and not line.lower and not _is_heading(source, line)


def _has_room(above: Line, line: Line, layout: Layout) -> bool:
    """True if a line is shorter than a wrap would make it: the first word of the next would have fitted."""
    return above[1] - above[0] + above[2] + 1 + line[3] + layout.ragged <= layout.width


def _flows(source: str, above: Line, line: Line) -> bool:
    """True if a break is in the middle of a sentence by the look of it."""
    return (line[5] and above[6] not in ".!?…:") or _leads_on(source, above)


def _leads_on(source: str, line: Line) -> bool:
    """True if a line ends with a word that no sentence and no heading ends with."""
    return line[6].isalpha() and source[line[0] : line[1]].rpartition(" ")[2] in _LEADING_ON


def _is_heading(source: str, line: Line) -> bool:
    return line.end - line.start <= HEADING and line.last not in ".!?…;," and begins(source, line.start, line.end)
