"""Plain text -> Document: paragraphs parted by blank lines, hard-wrapped, or one a line, told apart.

A hard wrap becomes one line feed within a block. A line of its own such as `copylint: …`, `# copylint: …` or
`<!-- copylint: … -->` is a comment, and parts paragraphs like a blank line.
"""

from __future__ import annotations

from copylint.document import Block, Comment, Document, Meta, Segment, Span
from copylint.expressions import IGNORECASE, compiled, expression
from copylint.formats.assembly import Assembly, Piece, reads_otherwise
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# What parts paragraphs: a blank line or a form feed. Possessive, so that a million spaces are read once.
_GAP = expression(r"\n[^\S\n]*+\n\s*+")
_ANY_GAP = expression(r"(?:\r\n?+|\n)[^\S\r\n]*+[\r\n]\s*+|\f\s*+")
_LINE_END = expression(r"[\r\n]")
_SPACE = expression(r"\s*+")
ITEM_BEGINS = frozenset("-*+•‣◦▪·(0123456789")

CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["

# What an embedded post ends in: who put it up, and when. What stands before is that person's.
_POST = expression(
    r"— [^\n()]{1,60} \(@\w+\) (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) \d{1,2}, 20\d\d$"
)
_LONGEST_SIGNATURE = 110  # code points
# What a page writes between the parts of an article: no heading heads them.
_FURNITURE = expression(
    r"[-–—*|>(\[\s]*+(?:(?:skip )?advert(?:isement|ising|orial)?s?|sponsored(?: content)?|(?:ad|your ad) here"
    r"|(?:story|article|post|text) continues\b[^.!?]*+|continue reading\b[^.!?]*+"
    r"|scroll (?:down )?to continue\b[^.!?]*+"
    r"|keep reading|read more|share this \w++|loading)[-–—*|<)\]\s.:…]*+",
    IGNORECASE,
)
_LONGEST_FURNITURE = 60
_FURNITURE_BEGINS = frozenset("aArRsStTpPyYcCkKlL-–—*|>([")

HEADING = 100  # code points in the longest heading …
_HEADLINE = 160  # … and in the longest headline


Part = tuple[list[Piece], bool, bool]
"""A block to be: its pieces, whether it may begin with the mark of an item, whether it has several lines."""


def read(path: str, source: str) -> Document:
    """Reads plain text. Never raises."""
    return _read_even(path, source) or _read_any(path, source)


def _read_even(path: str, source: str) -> Document | None:
    """The document of a source that is its text: lines with a blank line between each two, as most articles are. None
    if it is not so, or if something in it reads as something else."""
    if "copylint:" in source or "\r" in source or "\f" in source or reads_otherwise(source):
        return None
    text = source.strip()
    lines = text.split("\n\n")
    last = len(lines) - 1
    if not all(lines) or "\n" in "".join(lines) or list(map(str.strip, lines)) != lines:
        return None
    blocks: list[Block] = []
    new = tuple.__new__  # straight from the tuple: there is one for each paragraph
    start = first = 0
    for index, line in enumerate(lines):
        end = start + len(line)
        if line[0] in ITEM_BEGINS and item_mark().match(text, start, end):
            return None
        if line[-1] in ".!?" and len(line) > _LONGEST_FURNITURE:
            kind = "paragraph"
        elif is_furniture(text, start, end):
            kind = "paragraph"
            first += index == first
        else:
            kind = _kind(text, start, end, index == first, index == last)
        blocks.append(new(Block, (kind, new(Span, (start, end)), None)))
        start = end + 2
    at = source.find(text[0])
    return Document(path, source, text, blocks, [Segment(Span(0, len(text)), Span(at, at + len(text)))])


def _read_any(path: str, source: str) -> Document:
    assembly = Assembly(source)
    comments: list[Comment] = []
    chunks = _chunks(source)
    if "copylint:" in source:
        chunks = _without_comments(source, chunks, comments)
    if _single_lines(source, chunks):
        parts: list[Part] = [([(start, end, None)], source[start] in ITEM_BEGINS, False) for start, end in chunks]
    else:
        from copylint.formats.wrapping import unwrapped

        parts = unwrapped(source, chunks)
    made = assembly.made
    last = len(parts) - 1
    first = 0  # the block that may be the headline
    for index, (pieces, item, wrapped) in enumerate(parts):
        start, end, _ = pieces[0]
        if item and (mark := item_mark().match(source, start, end)):
            pieces[0] = (mark.end(), end, None)
            kind = "item"
        elif wrapped:
            kind = "paragraph"
        elif is_furniture(source, start, end):
            kind = "paragraph"
            first += index == first
        else:
            kind = _kind(source, start, end, index == first, index == last)
        made.append((kind, None, pieces))
    return assembly.document(path, comments, Meta())


@cache
def item_mark() -> re.Pattern[str]:
    """The mark of a list's item; it begins with one of ITEM_BEGINS."""
    return compiled(r"(?:[-*+•‣◦▪·]|\(?\d{1,3}[.)])[^\S\r\n]++(?=\S)(?=[^\w\r\n]*+\w)")


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


def _without_comments(source: str, chunks: list[tuple[int, int]], comments: list[Comment]) -> list[tuple[int, int]]:
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
    for start, end in chunks:  # noqa: SIM110 - faster than a generator
        if find("\n", start, end) >= 0:
            return False
    return True


def begins(source: str, start: int, end: int) -> bool:
    """True if a line begins as a heading does: with a capital or a figure."""
    while start < end - 1 and source[start] in _OPENERS:
        start += 1
    return not source[start].islower() and source[start].isalnum()


def is_furniture(source: str, start: int, end: int) -> bool:
    """True if a line is the label of an advertisement or the like, and nothing else."""
    return (
        end - start <= _LONGEST_FURNITURE
        and source[start] in _FURNITURE_BEGINS
        and _FURNITURE.fullmatch(source, start, end) is not None
    )


def _kind(source: str, start: int, end: int, first: bool, last: bool) -> str:
    """The kind of a block of one line.

    A heading is short, begins with a capital or a figure, does not end as a sentence or a lead-in does, and
    something follows it. The first block of such a look is the headline.
    """
    at = end - 1
    if source[at] in ".!?":
        return "paragraph"
    if source[at] in "0123456789" and _POST.search(source, max(start, end - _LONGEST_SIGNATURE), end):
        return "quote"
    while at > start and source[at] in CLOSERS:
        at -= 1
    if last or source[at] in ".!?…;,:" or end - start > _HEADLINE or not begins(source, start, end):
        return "paragraph"
    if "\t" in source[start:end] or "   " in source[start:end]:
        return "cell"  # the row of a table
    if first:
        return "headline"
    if end - start > HEADING:
        return "paragraph"
    if source.startswith("By ", start) and source[start + 3].isupper():
        return "byline"
    return "heading"
