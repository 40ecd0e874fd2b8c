"""Two spaces where one is enough."""

from __future__ import annotations

from copylint.document import Block, Document, Span
from copylint.expressions import expression
from copylint.rule import Edit, Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENDS = ".?!:…\"'”’)]"
_TABLE = "    "  # runs of spaces as wide as this set out columns
_COLUMNS = 3  # so many wide gaps within the sentences of a block set out columns
_ROW = 80  # code points of a line that may be the row of a table
_LOST_ITEM = "  - "  # an item of a list that lost its line ends
_CELL = expression(r"[(+-]{0,2}\.?\d|--?$")
_VERB = expression(
    r"\b(?:is|are|was|were|be|has|had|have|will|would|said|says|rose|fell|cost|costs|paid|at|by|to|from)\b"
)
_MANY = 4  # slips of the thumb: so many are one finding
_FEW = 2  # so many sentences parted by two spaces are not yet a convention
_SINGLE = expression(r"[.?!][\"'”’)]* (?=[\"'“‘(]?[A-Z])")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    slips: list[Span] = []  # within sentences
    between: list[Span] = []
    for block in _with_gaps(document):
        start, end = block.span
        if text.find(_TABLE, start, end) >= 0 or block.kind == "cell":
            continue
        spans = _gaps(text, start, end)
        if text.count(_LOST_ITEM, start, end) > 1:
            spans = [span for span in spans if not text.startswith("- ", span.end)]
        if _is_row(text, block.span, spans):
            continue
        within = [span for span in spans if text[span.start - 1] not in _ENDS]
        between.extend(span for span in spans if text[span.start - 1] in _ENDS)
        if len(within) < _COLUMNS:
            slips.extend(span for span in within if not _is_column(text, span))
    if len(slips) < _MANY:
        yield from (_found([span]) for span in slips)
    else:
        yield _found(slips)
    if between and not _is_convention(text, len(between)):
        yield _found(between)


def _found(spans: list[Span]) -> Match:
    evidence = tuple(Evidence(span, "two spaces") for span in spans[1:])
    return Match(spans[0], evidence, (" ",), edits=tuple(Edit(span, " ") for span in spans))


def _with_gaps(document: Document) -> Iterator[Block]:
    """The blocks in which two spaces stand."""
    text = document.text
    at = text.find("  ")
    while at >= 0:
        block = document.block_at(at)
        if block is not None:
            yield block
            at = block.span.end
        at = text.find("  ", at + 1)


def _gaps(text: str, start: int, end: int) -> list[Span]:
    """The runs of two and more spaces between words or marks."""
    spans = []
    at = text.find("  ", start, end)
    while at >= 0:
        stop = at + 2
        while stop < end and text[stop] == " ":
            stop += 1
        if at and stop < end and not text[at - 1].isspace() and not text[stop].isspace():
            spans.append(Span(at, stop))
        at = text.find("  ", stop, end)
    return spans


def _is_row(text: str, block: Span, spans: list[Span]) -> bool:
    """Whether the gaps part the cells of a table: one does for sure, or the figure of a short line stands behind it."""
    if any(text[span.start - 1] not in _ENDS and _is_column(text, span) for span in spans):
        return True
    if len(spans) != 1 or block.end - block.start > _ROW or text[spans[0].start - 1] in _ENDS:
        return False
    return _CELL.match(text, spans[0].end, block.end) is not None and not _VERB.search(text, block.start, block.end)


def _is_column(text: str, span: Span) -> bool:
    """Whether figures or words in capitals stand on both sides, as in a row of a table."""
    before, after = text[span.start - 1], text[span.end]
    if "|" in (before, after):
        return True
    return all(beside.isdigit() or beside.isupper() or beside in "-–—" for beside in (before, after))


def _is_convention(text: str, double: int) -> bool:
    """Whether two spaces part the sentences of the article as a rule, as typists were taught."""
    return double > _FEW and double > sum(1 for _ in _SINGLE.finditer(text))


RULE = Rule(
    summary="Two spaces where one is enough.",
    why="The second space is a slip, or what a cut left behind. Where two spaces part most sentences of an article "
    "they are a convention and left alone; where they part some, or many words, there is one finding for all of them.",
    message="More than one space stands here: one is enough.",
    severity="suggestion",
    fix="safe",
    layout=True,
    check=check,
    gate=Gate(texts=("  ",)),
    examples=(
        Example(bad="The road<mark>  </mark>was shut.", good="The road was shut."),
        Example(
            bad="The road was shut.<mark>  </mark>Nobody knew. She left.<evidence>  </evidence>He stayed.",
            good="The road was shut. Nobody knew. She left. He stayed.",
        ),
        Example(
            bad="The road<mark>  </mark>was shut. Nobody<evidence>  </evidence>knew.\n\nShe<evidence>  </evidence>left "
            "in<evidence>  </evidence>May.",
            good="The road was shut. Nobody knew.\n\nShe left in May.",
        ),
        Example(
            good="The road was shut.  Nobody knew.  She left.  He stayed.  It rained.",
            why="A convention.",
        ),
        Example(good="Profit before the levy  81.0 mln against 74.4 mln.", why="The row of a table."),
        Example(good="All prices in pence a kilo, at the quay.  Grade A 62.50  Grade B 57.00", why="A table."),
        Example(good="She asked for three things:   - a lamp  - a rope  - some bread", why="A list in one line."),
        Example(bad="The road was<mark>  </mark>12 miles long.", good="The road was 12 miles long."),
        Example(good="Wheat      12.5    13.1\nBarley     11.0    10.2", why="Columns."),
    ),
)
