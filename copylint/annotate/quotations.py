"""The quotation structure of a document: who opens, who closes, what is quoted, and what is wrong with it.

Read once and shared: every fault of quotation is named exactly once, so that no rule changes another's
findings. Where one look tells that all marks are in order (annotate.orderly_marks), as in most articles, the
structure is made of what that look found; else they are read one by one (annotate.quotation_reader).
"""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.marks import Fault, Mark, in_context
from copylint.annotate.orderly_marks import Orderly, orderly, spans
from copylint.document import Document, Span, reading
from copylint.rule import Match
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "DISORDER",
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


DISORDER = "disorder"  # beside the kinds of fault: that a look at all marks at once does not tell how they pair
_NOTHING = Quotations((), (), (), (), ())


@reading
def quotations(document: Document) -> Quotations:
    """The quotation structure."""
    found = orderly(document)
    if found is not None:
        return _in_order(found)
    from copylint.annotate.quotation_reader import read  # most articles do not need it

    return read(document)


def _in_order(found: Orderly) -> Quotations:
    """The structure of marks that are all in order."""
    if not found.doubles and not found.apostrophes:
        return _NOTHING
    quoted = spans(found)
    marks: list[Mark] = []
    pairs = []
    for span in quoted:
        start, end = span
        marks.append(Mark(start - 1, start, "open", end))
        marks.append(Mark(end, end + 1, "close", start - 1))
        pairs.append(Quotation(span, Span(start - 1, start), Span(end, end + 1), False, 0, True))
    if found.apostrophes:
        marks.extend(
            Mark(at, at + 1, "apostrophe", None, bisect_left(found.doubles, at) % 2) for at in found.apostrophes
        )
        marks.sort()
    return Quotations(tuple(marks), tuple(pairs), (), quoted, ())


@reading
def quoted_spans(document: Document) -> tuple[Span, ...]:
    """What is quoted in every reading, merged: blocks of quotation whole, all else without its marks."""
    blocks = [block.span for block in document.blocks if block.kind == "quote"]
    sound = orderly(document)
    found = spans(sound) if sound is not None else quotations(document).quoted
    return merged([*blocks, *found]) if blocks else found


@reading
def doubtful_spans(document: Document) -> tuple[Span, ...]:
    """What is quoted in one reading and not in another, sorted and merged."""
    return () if orderly(document) is not None else quotations(document).doubtful


def is_quoted(document: Document, span: Span) -> bool:
    """True if some of a span is quoted in every reading."""
    spans = quoted_spans(document)
    index = bisect_left(spans, (span.end, -1)) - 1
    return index >= 0 and spans[index].overlaps(span)


def faults(document: Document, kind: str) -> Iterator[Match]:
    """The faults of one kind, as a rule of that name yields them."""
    if orderly(document) is not None:
        return
    for found in quotations(document).faults:
        if found.kind == kind:
            match = found.match
            if match.suggestions and isinstance(match.place, Span):
                written = in_context(document.text, match.place, match.suggestions[0])
                match = match._replace(slots={**(match.slots or {}), "written": written})
            yield match


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
