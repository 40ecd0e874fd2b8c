"""The copy: its text, its blocks, and where each character stands in the source. No files, no output.

Offsets count code points from 0 and are half-open. A `Span` lies in `Document.text` unless its name says source.
Lines and columns exist only here and in the reporters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from time import perf_counter

from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from typing import Any, NoReturn, ParamSpec, TypeVar

    T = TypeVar("T")
    P = ParamSpec("P")

BLOCK_KINDS = ("heading", "headline", "standfirst", "byline", "paragraph", "item", "quote", "caption", "cell")

_LINE_END = expression(r"\r\n|\r|\n")
_LARGE = 1_000_000  # code points
_EXCERPT_CONTEXT = 200  # code points kept on each side of a fault, so that a 10 MB line stays plain data


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True if the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if `other` lies wholly within this range."""
        return self.start <= other.start and other.end <= self.end


class Segment(NamedTuple):
    """A run of text and the run of source it was read from.

    A run that is not atomic maps one to one (both have the same length). An atomic one (an entity, an escape, a
    shortcode, a line end with its markup) cannot be entered: a finding that touches it widens to it.
    """

    text: Span
    source: Span
    atomic: bool = False


class Block(NamedTuple):
    """A paragraph-like part of the copy: one of BLOCK_KINDS, its span in the text, and its dotted source path if it
    came from front matter or a structured format."""

    kind: str
    span: Span
    field: str | None = None


class Comment(NamedTuple):
    """A comment of the source format: its content without the marks, and its span in the source."""

    text: str
    span: Span


class Position(NamedTuple):
    """A point in the source: offset from 0; line and column from 1, in code points (a tab is one)."""

    offset: int
    line: int
    column: int


class Excerpt(NamedTuple):
    """The source lines around a place, cut to a bounded length; cut_before and cut_after tell where it was cut."""

    before: str
    marked: str
    after: str
    cut_before: bool = False
    cut_after: bool = False


class Place(NamedTuple):
    """Where something stands: enough to report, suppress and fingerprint it without the document.

    `span` is in the document's text, `start` and `end` are in the source, `text` is exactly the source between them,
    `sentence_key` the normalised sentence it stands in, `field` the block's dotted source path.
    """

    path: str
    span: Span
    start: Position
    end: Position
    text: str
    excerpt: Excerpt
    sentence_key: str
    field: str | None = None


class Meta(NamedTuple):
    """What is known about the article besides its text: its language tag and its publication date. None where it is not
    known; nothing is ever guessed from today."""

    language: str | None = None
    published: date | None = None


def language_tag(said: str) -> str | None:
    """The tag of the language that an article names: `en_GB` becomes `en-GB`; `eng` and `British English` become `en`.
    None where it names none, as with `und`, `mul` and `x-default`."""
    tag = said.strip().replace("_", "-")
    primary = tag[: next((at for at, sign in enumerate(tag) if not sign.isalpha()), len(tag))].lower()
    if primary == "eng" or "english" in tag.lower():
        return "en"
    if primary in ("und", "mul", "mis", "zxx") or not primary.strip("x"):  # `x-default`; a template's tag, blanked out
        return None
    return tag if tag.replace("-", "").isalnum() else primary


class Document:
    """An article as read: immutable. `source` is the decoded file without BOM, line ends untranslated; `text` is the
    blocks joined by a blank line, with a hard wrap as one line feed.

    `blocks` and `segments` are in order and do not overlap. `comments` are in source order.
    """

    __slots__ = ("_clock", "_line_starts", "_named", "_readings", "_segment_starts", "blocks", "comments", "meta",
                 "path", "segments", "source", "text")  # fmt: skip

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...]
    meta: Meta
    _readings: list[Any]
    _named: dict[Any, Any]
    _clock: Clock | None
    _line_starts: Sequence[int] | None
    _segment_starts: list[int] | None

    def __init__(
        self,
        path: str,
        source: str,
        text: str,
        blocks: Iterable[Block],
        segments: Iterable[Segment],
        comments: Iterable[Comment] = (),
        meta: Meta = Meta(),  # noqa: B008 - an immutable value
    ) -> None:
        put = super().__setattr__
        put("path", path)
        put("source", source)
        put("text", text)
        put("blocks", tuple(blocks))
        put("segments", tuple(segments))
        put("comments", tuple(comments))
        put("meta", meta)
        put("_readings", _NEW.copy())
        put("_named", {})
        put("_clock", None)
        put("_line_starts", None)
        put("_segment_starts", None)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Document is immutable: {name!r} cannot be set")

    def __repr__(self) -> str:
        return f"Document({self.path!r}, {len(self.blocks)} blocks, {len(self.text)} code points)"

    @property
    def language(self) -> str:
        """The primary subtag of the article's language, in lower case; `en` where it is not known."""
        return (self.meta.language or "en").partition("-")[0].lower()

    def with_meta(self, meta: Meta) -> Document:
        """The same article with other facts about it."""
        return Document(self.path, self.source, self.text, self.blocks, self.segments, self.comments, meta)

    def part(self, first: int, last: int) -> Document:
        """Blocks `first` up to, but not including, `last` as a document of their own. Its text begins with the first of
        them; its source is the whole source."""
        blocks = self.blocks[first:last]
        start, end = blocks[0].span.start, blocks[-1].span.end
        if first == 0:
            start = 0
        starts = self._starts_of_segments()
        segments = []
        for segment in self.segments[max(bisect_right(starts, start) - 1, 0) : bisect_right(starts, end)]:
            (low, high), source, atomic = segment
            if high < start or low > end or (high == start and low < high):
                continue
            if not atomic:
                cut_before, cut_after = max(start - low, 0), max(high - end, 0)
                source = Span(source.start + cut_before, source.end - cut_after)
                low, high = low + cut_before, high - cut_after
            segments.append(Segment(Span(max(low, start) - start, min(high, end) - start), source, atomic))
        inside = [Block(kind, Span(span.start - start, span.end - start), field) for kind, span, field in blocks]
        begin = 0 if first == 0 else self.source_span(blocks[0].span).start
        behind = len(self.source) + 1 if last >= len(self.blocks) else self.source_span(self.blocks[last].span).start
        comments = self.comments[
            bisect_left(self.comments, begin, key=_comment_start) : bisect_left(
                self.comments, behind, key=_comment_start
            )
        ]
        made = Document(self.path, self.source, self.text[start:end], inside, segments, comments, self.meta)
        object.__setattr__(made, "_line_starts", self._lines())
        return made

    def source_span(self, span: Span) -> Span:
        """The range of the source that `span` of the text was read from, widened to whole atomic segments.

        A range between blocks, which no source stands behind, maps to the empty range before the next block.
        """
        segments = self.segments
        if not segments:
            return Span(0, 0)
        starts = self._starts_of_segments()
        first = max(bisect_right(starts, span.start) - 1, 0)
        segment = segments[first]
        if span.start >= segment.text.end and first + 1 < len(segments) and span.end > span.start:
            segment = segments[first + 1]
        if span.start >= segment.text.end:
            start = segment.source.end
        elif segment.atomic or span.start < segment.text.start:
            start = segment.source.start
        else:
            start = segment.source.start + span.start - segment.text.start
        if span.end <= span.start:
            return Span(start, start)
        segment = segments[max(bisect_right(starts, span.end - 1) - 1, 0)]
        if segment.atomic or span.end >= segment.text.end:
            end = segment.source.end
        else:
            end = segment.source.start + span.end - segment.text.start
        return Span(start, max(start, end))

    def position(self, offset: int) -> Position:
        """The line and column of a source offset. Lines end at CRLF, LF or CR only."""
        starts = self._lines()
        line = bisect_right(starts, offset)
        return Position(offset, line, offset - starts[line - 1] + 1)

    def excerpt(self, source: Span) -> Excerpt:
        """The source lines that hold a source range, cut to a bounded length on both sides of it."""
        starts = self._lines()
        start, end = source
        line = bisect_right(starts, start)
        line_start = starts[line - 1]
        following = line if end <= start + 1 else bisect_right(starts, end - 1, line - 1)
        line_end = starts[following] if following < len(starts) else len(self.source)
        cut_start = max(line_start, start - _EXCERPT_CONTEXT)
        cut_end = min(line_end, end + _EXCERPT_CONTEXT)
        return Excerpt(
            self.source[cut_start:start],
            self.source[start:end],
            self.source[end:cut_end].rstrip("\r\n"),
            cut_start > line_start,
            cut_end < line_end,
        )

    def block_at(self, offset: int) -> Block | None:
        """The block whose span holds a text offset (its end included), or None."""
        index = bisect_right(block_starts(self), offset) - 1
        if index >= 0:
            block = self.blocks[index]
            if offset <= block.span.end:
                return block
        return None

    def reading(self, name: Any, make: Callable[[], T]) -> T:
        """The memoised value under `name`, made on first use. Prefer the `reading` decorator."""
        store = self._named
        if name not in store:
            store[name] = make()
        value: T = store[name]
        return value

    def watch(self, clock: Clock) -> None:
        """Has the clock time the readings that are made from now on."""
        super().__setattr__("_clock", clock)

    def _starts_of_segments(self) -> list[int]:
        starts = self._segment_starts
        if starts is None:
            starts = [segment.text.start for segment in self.segments]
            super().__setattr__("_segment_starts", starts)
        return starts

    def _lines(self) -> Sequence[int]:
        starts = self._line_starts
        if starts is None:
            found = _later_lines(self.source)
            if len(self.source) < _LARGE:
                starts = [0, *found]
            else:
                from array import array  # an eighth of the memory

                starts = array("Q", (0,))
                starts.extend(found)
            super().__setattr__("_line_starts", starts)
        return starts


def _later_lines(source: str) -> Iterator[int]:
    """Where the lines of a source begin, but for the first."""
    if "\r" in source:
        yield from (match.end() for match in _LINE_END.finditer(source))
        return
    at = source.find("\n") + 1
    while at:
        yield at
        at = source.find("\n", at) + 1


def _comment_start(comment: Comment) -> int:
    return comment.span.start


class Clock:
    """A stopwatch: adds up seconds by name. Time spent in a timed step within another counts for the inner step only.
    Not thread-safe."""

    __slots__ = ("_inner", "_seconds")

    def __init__(self, seconds: dict[str, float]) -> None:
        self._seconds = seconds
        self._inner = 0.0

    def timed(self, name: str, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Calls the step with its arguments and returns the result; its seconds are added to those of the name."""
        outer, self._inner = self._inner, 0.0
        started = perf_counter()
        try:
            return step(*args, **kwargs)
        finally:
            spent = perf_counter() - started
            self._seconds[name] = self._seconds.get(name, 0.0) + spent - self._inner
            self._inner = outer + spent


_NEW: list[Any] = []  # for each reading that there is, in the order of their numbers, None: it has not been made


def reading(function: Callable[[Document], T]) -> Callable[[Document], T]:
    """Makes a pure function of a document a reading: computed on first use and kept in the document's private store. A
    result of None is not kept, but computed again each time."""
    number = len(_NEW)  # an article is asked for two hundred values: in a list they are found in half the time
    _NEW.append(None)

    def read(document: Document) -> T:
        try:
            value: T | None = document._readings[number]
        except IndexError:  # the reading is of a rule that was loaded after the document was made
            document._readings.extend(_NEW[len(document._readings) :])
            value = None
        if value is None:
            clock = document._clock
            value = function(document) if clock is None else clock.timed(name, function, document)
            document._readings[number] = value
        return value

    name = f"({function.__module__.removeprefix('copylint.')}.{function.__name__})"

    read.__name__ = function.__name__
    read.__doc__ = function.__doc__
    read.__module__ = function.__module__
    read.__wrapped__ = function  # type: ignore[attr-defined]
    return read


@reading
def block_starts(document: Document) -> list[int]:
    """Where the blocks begin."""
    return [span.start for _, span, _ in document.blocks]
