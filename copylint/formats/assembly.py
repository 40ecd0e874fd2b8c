"""Builds a document: blocks of prose, and the segments of source they were read from. Knows no format.

A format reports what it meets, in source order: a run of prose, an atom (source that reads as other text), an object
(anything but prose: code, a URL, an image), a line end; and it closes each block with its kind.
"""

from __future__ import annotations

from bisect import bisect_right

from copylint.document import Block, Comment, Document, Meta, Segment, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_SIGN = expression(r"://|www\.|@")
_SPACE = expression(r"[ \n]")
OBJECT = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: stands for what is no prose, so that the words beside it are not joined."""

Piece = tuple[int, int, str | None]
"""A range of the source, and the text it reads as; None where that is the source itself."""

Made = tuple[str, str | None, list[Piece]]
"""A closed block: kind, field and pieces."""


class Assembly:
    """A document in the making."""

    __slots__ = ("_atom_start", "_hole_starts", "_holes", "_last", "_nothing", "_pieces", "made", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.made: list[Made] = []
        self._pieces: list[Piece] = []
        self._holes: list[tuple[int, int]] = []
        self._hole_starts: list[int] = []
        self._atom_start: int | None = None  # of the open object
        self._nothing = False  # it is to leave nothing
        self._last = 0  # where the source has been read to, for an object that is never closed

    def hide(self, holes: list[tuple[int, int]]) -> None:
        """Ranges of the source, in order, that are no prose wherever they stand."""
        self._holes = holes
        self._hole_starts = [start for start, _ in holes]

    @property
    def empty(self) -> bool:
        """True if nothing but white space has been told of the open block."""
        source = self.source
        return self._atom_start is None and all(
            (source[start:end] if text is None else text).isspace() for start, end, text in self._pieces
        )

    @property
    def open(self) -> bool:
        """True if anything at all has been told of the open block."""
        return bool(self._pieces) or self._atom_start is not None

    def last_character(self) -> str:
        """The last character of the open block, or an empty string."""
        if self._atom_start is not None:
            return OBJECT
        if not self._pieces:
            return ""
        _, end, text = self._pieces[-1]
        return self.source[end - 1] if text is None else text[-1]

    def run(self, start: int, end: int) -> None:
        """Prose that reads as it is written."""
        if end > self._last:
            self._last = end
        if start >= end or self._atom_start is not None:
            return
        if self._holes:
            index = max(bisect_right(self._hole_starts, start) - 1, 0)
            while index < len(self._holes) and self._holes[index][0] < end:
                hole_start, hole_end = self._holes[index]
                index += 1
                if hole_end <= start:
                    continue
                if start < hole_start:
                    self._pieces.append((start, hole_start, None))
                self.object(max(start, hole_start), min(end, hole_end))
                start = min(end, hole_end)
            if start >= end:
                return
        self._pieces.append((start, end, None))

    def atom(self, start: int, end: int, text: str) -> None:
        """Source that reads as other text: an entity, an escape."""
        if end > self._last:
            self._last = end
        if self._atom_start is None and text and start < end:
            self._pieces.append((start, end, text))

    def object(self, start: int, end: int) -> None:
        """What is no prose. Two that touch are one."""
        if end > self._last:
            self._last = end
        if self._atom_start is not None or start >= end:
            return
        if self._pieces and self._pieces[-1][2] == OBJECT and self._pieces[-1][1] == start:
            start = self._pieces.pop()[0]
        self._pieces.append((start, end, OBJECT))

    def line_end(self, start: int, end: int) -> None:
        """A line end within a block, with the white space and markup around it, becomes one line feed."""
        if end > self._last:
            self._last = end
        if self._atom_start is not None:
            return
        pieces = self._pieces
        while pieces:  # white space before the line end belongs to it
            piece_start, piece_end, text = pieces[-1]
            if text is not None:
                if text not in (" ", "\n"):
                    break
                kept = piece_start
            elif self.source[piece_end - 1] in " \t\r\n\f":
                kept = piece_start + len(self.source[piece_start:piece_end].rstrip(" \t\r\n\f"))
            else:
                break
            pieces.pop()
            start = kept
            if kept > piece_start:
                pieces.append((piece_start, kept, None))
                break
        if end - start == 1 and self.source[start] == "\n":
            pieces.append((start, end, None))
        else:
            pieces.append((start, end, "\n"))

    def open_object(self, start: int, *, nothing: bool = False) -> bool:
        """Everything until `close_object` becomes one object, or nothing. False if an object is open already."""
        if self._atom_start is not None:
            return False
        self._atom_start = start
        self._nothing = nothing
        self._last = max(self._last, start)
        return True

    def close_object(self, end: int) -> None:
        """Ends what `open_object` began."""
        start = self._atom_start
        if start is not None:
            self._atom_start = None
            if not self._nothing:
                self.object(start, end)

    def close(self, kind: str, field: str | None = None) -> bool:
        """Ends the open block. False if there was nothing in it."""
        if self._atom_start is not None:
            self.close_object(self._last)
        pieces = self._pieces
        if not pieces:
            return False
        self._pieces = []
        if len(pieces) > 1:
            pieces = _merged(pieces)
        pieces = _trimmed(self.source, pieces)
        if not pieces:
            return False
        self.made.append((kind, field, pieces))
        return True

    def drop(self) -> None:
        """Forgets what was told of the open block."""
        self._pieces = []
        self._atom_start = None

    def text_of(self, made: Made) -> str:
        """The text of a closed block."""
        source = self.source
        return "".join(source[start:end] if text is None else text for start, end, text in made[2])

    def document(self, path: str, comments: Iterable[Comment], meta: Meta) -> Document:
        """The document, its blocks in the order they were closed in. A block of objects alone is no prose."""
        source = self.source
        as_written = not reads_otherwise(source)
        parts: list[str] = []
        blocks: list[Block] = []
        segments: list[Segment] = []
        offset = 0
        new = tuple.__new__
        # The run that is open grows while text and source go on side by side, over blank lines too.
        run_text = run_source = run_end = -1
        for kind, field, pieces in self.made:
            start, end, reads = pieces[0]
            if len(pieces) == 1 and reads is None:
                text = source[start:end]
                may_link = not as_written
            else:
                text = "".join([source[start:end] if reads is None else reads for start, end, reads in pieces])
                may_link = True
            if may_link:
                if "@" in text or "www." in text or "://" in text:
                    pieces = _without_links(pieces, text)
                    text = "".join([source[start:end] if reads is None else reads for start, end, reads in pieces])
                if OBJECT in text and not text.strip(OBJECT + " \t\r\n"):
                    continue
            if parts:
                parts.append("\n\n")
                offset += 2
                if run_end + 2 == pieces[0][0] and pieces[0][2] is None and source.startswith("\n\n", run_end):
                    run_end += 2
            parts.append(text)
            # Straight from the tuple: there is one for each paragraph.
            blocks.append(new(Block, (kind, new(Span, (offset, offset + len(text))), field)))
            for start, end, reads in pieces:
                if reads is None:
                    if start != run_end or offset - run_text != start - run_source:
                        if run_end >= 0:
                            segments.append(_run(run_text, run_source, run_end))
                        run_text, run_source = offset, start
                    run_end = end
                    offset += end - start
                else:
                    if run_end >= 0:
                        segments.append(_run(run_text, run_source, run_end))
                        run_end = -1
                    length = len(reads)
                    segments.append(Segment(Span(offset, offset + length), Span(start, end), True))
                    offset += length
        if run_end >= 0:
            segments.append(_run(run_text, run_source, run_end))
        return Document(path, source, "".join(parts), blocks, segments, comments, meta)


def reads_otherwise(source: str) -> bool:
    """Whether a source may hold what is never prose in any format: a URL, an e-mail address."""
    # A single character is found in a tenth of the time.
    return "@" in source or OBJECT in source or ("/" in source and "://" in source) or "www." in source


def _run(text: int, start: int, end: int) -> Segment:
    new = tuple.__new__
    return new(Segment, (new(Span, (text, text + end - start)), new(Span, (start, end)), False))


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Runs that touch in the source, as one."""
    merged: list[Piece] = []
    run_start = run_end = -1
    for piece in pieces:
        start, end, text = piece
        if text is None:
            if start == run_end:
                run_end = end
                continue
            if run_end >= 0:
                merged.append((run_start, run_end, None))
            run_start, run_end = start, end
        else:
            if run_end >= 0:
                merged.append((run_start, run_end, None))
                run_end = -1
            merged.append(piece)
    if run_end >= 0:
        merged.append((run_start, run_end, None))
    return merged


def _trimmed(source: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces without the white space at both ends."""
    first, last = 0, len(pieces)
    if last == 1 and pieces[0][2] is None:
        start, end, _ = pieces[0]
        if not (source[start].isspace() or source[end - 1].isspace()):
            return pieces
    while first < last:
        start, end, text = pieces[first]
        if text is None:
            kept = len(source[start:end].lstrip())
            if kept:
                pieces[first] = (end - kept, end, None)
                break
        elif text.lstrip():
            break
        first += 1
    while first < last:
        start, end, text = pieces[last - 1]
        if text is None:
            kept = len(source[start:end].rstrip())
            if kept:
                pieces[last - 1] = (start, start + kept, None)
                break
        elif text.rstrip():
            break
        last -= 1
    return pieces[first:last]


@cache
def links() -> re.Pattern[str]:
    """A URL, a host name that begins with www, an e-mail address."""
    # The trailing punctuation is the sentence's.
    return compiled(
        r"\b(?:[A-Za-z][A-Za-z0-9+.-]{1,15}://|www\.)[^\s<>\"“”\[\]|`\ufffc]+"
        r"|(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
    )


def links_in(text: str) -> Iterator[re.Match[str]]:
    """The links of a text. They are looked for between the spaces round what a link has: at each letter of all the text
    the expression would look whether an address begins there."""
    done = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at >= done:
            start = max(text.rfind(" ", done, at), text.rfind("\n", done, at), done - 1) + 1
            space = _SPACE.search(text, at)
            done = len(text) if space is None else space.start()
            yield from links().finditer(text, start, done)


def _link_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in links_in(text):
        found = match.group()
        link = found.rstrip(".,;:!?'’)]}*~…")
        if link:
            # A bracket that was opened within the URL belongs to it: Turkey_(bird).
            missing = link.count("(") - link.count(")")
            closing = len(found) - len(link) - len(found[len(link) :].lstrip(")"))
            spans.append((match.start(), match.start() + len(link) + max(min(missing, closing), 0)))
    return spans


def _without_links(pieces: list[Piece], text: str) -> list[Piece]:
    """The pieces of a block, with each URL and e-mail address in its text turned into an object."""
    spans = _link_spans(text)
    if not spans:
        return pieces
    kept: list[Piece] = []
    index = 0
    piece_end = 0  # like all offsets here but those of pieces: in the text of the block
    for start, end, reads in pieces:
        piece_start = piece_end
        piece_end += end - start if reads is None else len(reads)
        done = piece_start
        while index < len(spans) and spans[index][0] < piece_end:
            link_start, link_end = spans[index]
            to = min(link_end, piece_end)
            source_end = start + to - piece_start if reads is None else end
            if link_start < piece_start:  # it began in the piece before, and is one object with it
                kept[-1] = (kept[-1][0], source_end, OBJECT)
            else:
                if reads is not None:
                    source_start = start
                else:
                    source_start = start + link_start - piece_start
                    if done < link_start:
                        kept.append((start + done - piece_start, source_start, None))
                if not kept or kept[-1][1] <= source_start:  # an atom with two of them is one object
                    kept.append((source_start, source_end, OBJECT))
            done = to
            if link_end > piece_end:
                break
            index += 1
        if reads is None:
            if done < piece_end:
                kept.append((start + done - piece_start, end, None))
        elif done == piece_start:
            kept.append((start, end, reads))
    return kept
