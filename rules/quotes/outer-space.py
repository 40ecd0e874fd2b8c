"""No space outside a quotation mark."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


_GLUED = expression(r"[^\W_][\"“][^\W\d_]{1,12}[\"”][^\W_]")  # Toys“R”Us: a name, or a play on words
# What is joined to a quoted word: to "echo"ing a line, "York"ers.
_ENDING = expression(r"(?:ing|ed|ers?|es|ish|ness|ism|ists?)(?!\w)")
_NEAR = 14  # code points
_LONGEST = 60  # code points of fields that are looked at
_LAST_LATIN = "\u2e7f"  # scripts behind it are written without spaces


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for match in faults(document, "outer-space"):
        start, end = match.place
        if _is_row(text, start) or (text[start - 1 : start].isalpha() and _ENDING.match(text, end) is not None):
            continue
        if _GLUED.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR)) is None and not (
            text[start - 1 : start] > _LAST_LATIN or text[end : end + 1] > _LAST_LATIN
        ):
            yield match


def _is_row(text: str, at: int) -> bool:
    """Whether fields that only commas part stand before a mark, as in a row of a table: 3,"12 Hill Road",Ayr,"0422"."""
    before = text[max(0, at - _LONGEST) : at]
    return before.endswith(",") and before.split()[-1].count(",") > 1


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
            good='Reed,A,"46 Hill Road",Ayr,"9551 2616"\nHall,T,"7 Dale End",Ayr,"9551 3477"', why="Rows of a table."
        ),
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
        Example(good='By "sail"ing the ferry they made "quay"ers of us all.', why="An ending of a quoted word."),
        Example(good="The report calls it “unsafe”2 and moves on.", why="The mark of a footnote."),
        Example(good="The shop Toys“R”Us was shut, and the sign said 新加坡“码头”商店."),
        Example(good="The anti-“reform” party and a “reform”-minded one."),
    ),
)
