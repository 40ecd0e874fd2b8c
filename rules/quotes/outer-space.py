"""No space outside a quotation mark."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "outer-space")


RULE = Rule(
    summary="No space between a quotation mark and the word outside it.",
    why="Without the space a reader cannot see at once where the quotation begins or ends.",
    message="There is no space {where} the quotation mark: write '{written}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(faults=("outer-space",)),
    examples=(
        Example(
            bad="She said,<mark>“</mark>The ferry will sail tonight.”",
            good="She said, “The ferry will sail tonight.”",
        ),
        Example(
            bad="“The ferry sails,” she said<mark> ,“</mark>and it sails tonight.”",
            good="“The ferry sails,” she said, “and it sails tonight.”",
        ),
        Example(
            bad="“The ferry will sail tonight,<mark>”</mark>she said.",
            good="“The ferry will sail tonight,” she said.",
        ),
        Example(
            bad='The crew called it "safe<mark>"</mark>and sailed.',
            good='The crew called it "safe" and sailed.',
        ),
        Example(
            bad="He said,<mark>‘</mark>The ferry will sail.’",
            good="He said, ‘The ferry will sail.’",
        ),
        Example(good='The bolt is ⅜", the pipe 2½", and the beam 6\' ⅝", he said.', why="Inches."),
        Example(good='1."The bridge is old."\n2.It leaks.', why="The number of an item."),
        Example(good="The (“safe”) ferry—“the pride of the port”—sailed with its “crew”/“passengers”."),
        Example(good="There were two “yes”s and one “no”.", why="The plural of a quoted word."),
        Example(good="The report calls it “unsafe”2 and moves on.", why="The mark of a footnote."),
        Example(good="The anti-“reform” party and a “reform”-minded one."),
    ),
)
