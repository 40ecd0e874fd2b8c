"""Plain text -> Document: paragraphs parted by blank lines, hard-wrapped, or one a line, told apart.

A hard wrap becomes one line feed within a block. A line of its own such as `copylint: …`, `# copylint: …` or
`<!-- copylint: … -->` is a comment, and parts paragraphs like a blank line.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from copylint.document import Comment, Document, Meta, Span
from copylint.formats.assembly import Assembly, Piece

# What parts paragraphs: a blank line or a form feed. Possessive, so that a million spaces are read once.
_GAP = re.compile(r"\n[^\S\n]*+\n\s*+")
_ANY_GAP = re.compile(r"(?:\r\n?+|\n)[^\S\r\n]*+[\r\n]\s*+|\f\s*+")
# A line of a paragraph: its indent, its first word, the rest.
_LINE = re.compile(r"([^\S\r\n]*+)(\S++)[^\r\n]*+")
_LINE_END = re.compile(r"[\r\n]")
_SPACE = re.compile(r"\s*+")
_ITEM = re.compile(r"(?:[-*+•‣◦▪·]|\(?\d{1,3}[.)])[^\S\r\n]++(?=\S)")
_ITEM_BEGINS = frozenset("-*+•‣◦▪·(0123456789")
_TWO_SENTENCES = re.compile(r"[.!?…][\"'”’)\]]*+\s++[\"'“‘(\[]*+[^\W\d_a-z]")

_FINAL = ".!?…"
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["

_NARROWEST, _WIDEST = 30, 200  # nobody wraps to other widths, in code points
_HEADING = 100  # code points in the longest heading, …
_QUESTION = 70  # … in one that is a question …
_HEADLINE = 160  # … and in the longest headline


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


class _Part(NamedTuple):
    """A block to be: its lines."""

    lines: list[_Line]
    item: bool


def read(path: str, source: str) -> Document:
    """Reads plain text. Never raises."""
    assembly = Assembly(source)
    comments: list[Comment] = []
    chunks = _chunks(source)
    if "copylint:" in source:
        chunks = _without_comments(source, chunks, comments)
    single = _single_lines(source, chunks)
    if single:
        made = assembly.made
        last = len(chunks) - 1
        for index, (start, end) in enumerate(chunks):
            item = source[start] in _ITEM_BEGINS and _ITEM.match(source, start, end)
            if item:
                made.append(("item", None, [(item.end(), end, None)]))
            else:
                made.append(
                    (_kind(source, start, end, index == 0, index == last), None, [(start, end, None)])
                )
    else:
        parts = _parts(source, chunks)
        last = len(parts) - 1
        for index, (lines, item_) in enumerate(parts):
            pieces = _pieces(source, lines)
            start, end, _ = pieces[0]
            if item_ and (marker := _ITEM.match(source, start, end)):
                pieces[0] = (marker.end(), end, None)
                kind = "item"
            elif len(lines) > 1:
                kind = "paragraph"
            else:
                kind = _kind(source, start, end, index == 0, index == last)
            assembly.made.append((kind, None, pieces))
    return assembly.document(path, comments, Meta())


def _chunks(source: str) -> list[tuple[int, int]]:
    """What stands between blank lines, without the white space around it."""
    gap = _ANY_GAP if "\r" in source or "\f" in source else _GAP
    space = _SPACE.match(source)
    start = space.end() if space else 0
    chunks: list[tuple[int, int]] = []
    for match in gap.finditer(source, start):
        chunks.append((start, _stripped(source, start, match.start())))
        start = match.end()
    if start < len(source):
        chunks.append((start, _stripped(source, start, len(source))))
    return chunks


def _stripped(source: str, start: int, end: int) -> int:
    """The end of a range that starts with a word, without the white space at its end."""
    if source[end - 1].isspace():
        return start + len(source[start:end].rstrip())
    return end


def _without_comments(
    source: str, chunks: list[tuple[int, int]], comments: list[Comment]
) -> list[tuple[int, int]]:
    """The chunks without the lines that are comments, which go to `comments`."""
    kept: list[tuple[int, int]] = []
    for start, end in chunks:
        at = source.find("copylint:", start, end)
        line_start = start
        while at >= 0:
            while (line_end := _line_end(source, line_start, end)) <= at:
                line_start = _SPACE.match(source, line_end).end()  # type: ignore[union-attr]
            line = source[line_start:line_end].strip()
            content = _comment(line)
            if content is not None:
                if start < line_start:
                    kept.append((start, _stripped(source, start, line_start)))
                comments.append(Comment(content, Span(line_start, line_start + len(line))))
                start = _SPACE.match(source, line_end, end).end()  # type: ignore[union-attr]
            at = source.find("copylint:", line_end, end)
        if start < end:
            kept.append((start, end))
    return kept


def _line_end(source: str, start: int, end: int) -> int:
    match = _LINE_END.search(source, start, end)
    return match.start() if match else end


def _comment(line: str) -> str | None:
    """What a line says if it is a comment to copylint, else None."""
    if line.startswith("<!--") and line.endswith("-->"):
        line = line[4:-3].strip()
    elif line.startswith("#"):
        line = line[1:].lstrip()
    return line if line.startswith("copylint:") else None


def _single_lines(source: str, chunks: list[tuple[int, int]]) -> bool:
    """True if no chunk has a second line."""
    if "\r" in source:
        return not any(_LINE_END.search(source, start, end) for start, end in chunks)
    find = source.find
    return not any(find("\n", start, end) >= 0 for start, end in chunks)


def _parts(source: str, chunks: list[tuple[int, int]]) -> list[_Part]:
    """The blocks of a document where some chunks have several lines."""
    groups: list[list[_Line]] = []
    before = 0
    for start, end in chunks:
        line_start = max(source.rfind("\n", before, start), source.rfind("\r", before, start), before - 1) + 1
        groups.append(_lines(source, line_start, end))
        before = end
    layout = _layout(source, groups)
    parts: list[_Part] = []
    for lines in groups:
        first = lines[0]
        finished = lines[-1].last in _FINAL
        part = _Part([first], first.item)
        parts.append(part)
        indented = first.indent > layout.indent
        for number in range(1, len(lines)):
            above, line = lines[number - 1], lines[number]
            item = line.item
            if item and layout.width and not part.item and _filled(above, line, layout.width):
                # "… in May\n1. …" and "… he said\n- …" are wraps; a list follows a stop or a short line.
                item = above.last in ".!?…:;"
            below = lines[number + 1] if number + 1 < len(lines) else None
            starts = _starts_by_indent(line, below, indented, layout)
            if item or starts or not _goes_on(source, part, above, line, layout, finished):
                part = _Part([line], item)
                parts.append(part)
                indented = line.indent > layout.indent
            else:
                part.lines.append(line)
                indented = False
    return parts


def _lines(source: str, start: int, end: int) -> list[_Line]:
    lines: list[_Line] = []
    for match in _LINE.finditer(source, start, end):
        line_start, word_end = match.span(2)
        line_end = match.end()
        last = source[line_end - 1]
        if last.isspace():
            line_end = line_start + len(source[line_start:line_end].rstrip())
            last = source[line_end - 1]
        if last in _CLOSERS:
            last = source[line_start:line_end].rstrip(_CLOSERS)[-1:] or last
        first = source[line_start]
        item = first in _ITEM_BEGINS and _ITEM.match(source, line_start, line_end) is not None
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
    """Reads the layout off the whole document.

    Lines were wrapped if one width explains most of the breaks, as a greedy filler makes them (the line fits,
    and would not with the next word), and enough of the breaks are in the middle of a sentence.
    """
    pairs: list[tuple[_Line, _Line]] = []
    for lines in groups:
        pairs += [(above, line) for above, line in pairwise(lines) if not line.item]
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
        ends = [
            pair for pair in pairs if pair[0].last in _FINAL and pair[1].last in _FINAL and not pair[0].item
        ]
        several = sum(_TWO_SENTENCES.search(source, above.start, above.end) is not None for above, _ in ends)
        sentence_lines = bool(ends) and several * 5 <= len(ends)
    return _Layout(width, indent, len(groups) > 1, sentence_lines)


def _goes_on(source: str, part: _Part, above: _Line, line: _Line, layout: _Layout, finished: bool) -> bool:
    """True if the break between two lines is a wrap. finished: the chunk ends as a sentence does."""
    if layout.width:
        if _filled(above, line, layout.width) or _flows(above, line):
            return True
        if part.item:
            return False
        if above.last in _FINAL:
            return layout.blank_lines and not _is_heading(source, line)
        return len(part.lines) > 1
    if _flows(above, line):
        return finished or source.count(" ", above.start, above.end) >= 3  # else it may be a bare list
    if part.item:
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
    return (
        line.end - line.start <= _HEADING
        and line.last not in ".!?…;,"
        and _begins(source, line.start, line.end)
    )


def _begins(source: str, start: int, end: int) -> bool:
    """True if a line begins as a heading does: with a capital or a figure."""
    while start < end - 1 and source[start] in _OPENERS:
        start += 1
    return not source[start].islower() and source[start].isalnum()


def _kind(source: str, start: int, end: int, first: bool, last: bool) -> str:
    """The kind of a block of one line.

    A heading is short, begins with a capital or a figure, does not end as a sentence or a lead-in does, and
    something follows it. The first block of such a look is the headline.
    """
    at = end - 1
    if source[at] in ".!?":
        return "paragraph"
    while at > start and source[at] in _CLOSERS:
        at -= 1
    if last or source[at] in ".!?…;,:" or end - start > _HEADLINE or not _begins(source, start, end):
        return "paragraph"
    if first:
        return "headline"
    if end - start > _HEADING:
        return "paragraph"
    if source.startswith("By ", start) and source[start + 3].isupper():
        return "byline"
    return "heading"
