"""The quotation structure of a document: who opens, who closes, what is quoted, and what is wrong with it.

Read once and shared: every fault of quotation is named exactly once, so that no rule changes another's
findings. One look tells of most paragraphs that their marks are in order (annotate.orderly_marks); those of the others
are read one by one (annotate.quotation_reader).
"""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.marks import Fault, Mark, in_context
from copylint.annotate.orderly_marks import orderly, spans
from copylint.document import Document, Span, reading
from copylint.rule import Match
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "NOT_DOUBLE",
    "Fault",
    "Mark",
    "Quotation",
    "Quotations",
    "doubtful_spans",
    "faults",
    "is_quoted",
    "quotations",
    "quoted_spans",
]


class Quotation(NamedTuple):
    """Quoted matter: its span without the marks and the white space next to them.

    open, close: the spans of the marks; close is None where it never closes or runs on into the next paragraph. single:
    written in single marks. level: how many quotations it stands in. certain: quoted in every reading.
    """

    span: Span
    open: Span
    close: Span | None
    single: bool
    level: int
    certain: bool


class Quotations(NamedTuple):
    """The structure: marks, quotations and faults, each in the order of the text. Apostrophes within words
    are no marks. wire: double marks are written ``…'' throughout."""

    marks: tuple[Mark, ...]
    quotations: tuple[Quotation, ...]
    faults: tuple[Fault, ...]
    quoted: tuple[Span, ...]
    doubtful: tuple[Span, ...]
    wire: bool = False


NOT_DOUBLE = "not double"  # beside the kinds of fault: something is quoted in other marks than “ ” "
_NOTHING = Quotations((), (), (), (), ())
_DOUBLE = frozenset('"“”')


@reading
def unclear(document: Document) -> Quotations:
    """What is read mark by mark: the structure of the blocks of which no one look tells that their marks are in
    order."""
    numbers = orderly(document).unclear
    if not numbers:
        return _NOTHING
    from copylint.annotate.quotation_reader import read  # many articles do not need it

    return read(document, numbers)


@reading
def quotations(document: Document) -> Quotations:
    """The quotation structure."""
    found, others = orderly(document), unclear(document)
    doubles = found.doubles
    if not doubles and not found.apostrophes:
        return others
    marks = [*others.marks]
    marks.extend(Mark(at, at + 1, "apostrophe", None, bisect_left(doubles, at) % 2) for at in found.apostrophes)
    pairs = [*others.quotations]
    new = tuple.__new__  # a class takes twice as long to make one
    for start, end in zip(doubles[::2], doubles[1::2], strict=True):
        marks.append(new(Mark, (start, start + 1, "open", end, 0, True)))
        marks.append(new(Mark, (end, end + 1, "close", start, 0, True)))
        opening, closing = new(Span, (start, start + 1)), new(Span, (end, end + 1))
        pairs.append(new(Quotation, (new(Span, (start + 1, end)), opening, closing, False, 0, True)))
    marks.sort()
    pairs.sort()
    quoted = tuple(sorted((*spans(found), *others.quoted)))
    return Quotations(tuple(marks), tuple(pairs), others.faults, quoted, others.doubtful, others.wire)


@reading
def quoted_spans(document: Document) -> tuple[Span, ...]:
    """What is quoted in every reading, merged: blocks of quotation whole, all else without its marks."""
    found = [*spans(orderly(document)), *unclear(document).quoted]
    blocks = [block.span for block in document.blocks if block.kind == "quote"]
    return merged([*blocks, *found]) if blocks else tuple(sorted(found))


@reading
def doubtful_spans(document: Document) -> tuple[Span, ...]:
    """What is quoted in one reading and not in another, sorted and merged."""
    return unclear(document).doubtful


def is_quoted(document: Document, span: Span) -> bool:
    """True if some of a span is quoted in every reading."""
    spans = quoted_spans(document)
    index = bisect_left(spans, (span.end, -1)) - 1
    return index >= 0 and spans[index].overlaps(span)


def faults(document: Document, kind: str) -> Iterator[Match]:
    """The faults of one kind, as a rule of that name yields them."""
    for found in unclear(document).faults:
        if found.kind == kind:
            match = found.match
            if match.suggestions and isinstance(match.place, Span):
                written = in_context(document.text, match.place, match.suggestions[0])
                match = match._replace(slots={**(match.slots or {}), "written": written})
            yield match


def fault_kinds(document: Document) -> frozenset[str]:
    """The kinds of fault that the quotation marks have, and `NOT_DOUBLE` if not all that is quoted stands in double
    marks."""
    read = unclear(document)
    if not read.quotations and not read.faults:
        return frozenset()
    text = document.text
    others = any(one.close is not None and text[slice(*one.close)] not in _DOUBLE for one in read.quotations)
    return frozenset([*([NOT_DOUBLE] if others else []), *[fault.kind for fault in read.faults]])


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Spans sorted, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if merged and span.start <= merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)
