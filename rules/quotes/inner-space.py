"""A space just inside a quotation mark."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "inner-space")


RULE = Rule(
    summary="A space just inside a quotation mark.",
    why=(
        "A quotation mark touches the words that it quotes. A space inside it parts the mark from them, may break the "
        "line there, and turns the next automatic mark the wrong way."
    ),
    message="There is a space {where}: write '{written}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(faults=("inner-space",)),
    examples=(
        Example(
            bad="The owner said: <mark>' </mark>I'm glad that the road is open.'",
            good="The owner said: 'I'm glad that the road is open.'",
        ),
        Example(
            bad="“The lock is broken,<mark> ”</mark>Kim said.<mark>“ </mark>It cannot be mended.”",
            good="“The lock is broken,” Kim said. “It cannot be mended.”",
        ),
        Example(
            bad="<mark>“ </mark>The bridge will open in May,” the mayor said.",
            good="“The bridge will open in May,” the mayor said.",
        ),
        Example(
            bad='The mayor called it "a bridge to nowhere<mark> "</mark> and left.',
            good='The mayor called it "a bridge to nowhere" and left.',
        ),
        Example(
            bad="“The bridge will open in May,<mark> ”</mark>the mayor said.",
            good="“The bridge will open in May,” the mayor said.",
            why="The space belongs on the other side of the mark.",
        ),
        Example(
            bad="‘The bridge will open in May,<mark> ’</mark> the mayor said.",
            good="‘The bridge will open in May,’ the mayor said.",
        ),
        Example(
            bad='The mayor said: <mark>" </mark>We pay." Asked again: <mark>" </mark>No<mark> "</mark>.',
            good='The mayor said: "We pay." Asked again: "No".',
        ),
        Example(
            good="“She told us: ‘It is done.’ ” He nodded.",
            why="A thin or plain space between two nested marks.",
        ),
        Example(good='The player, 6\' 2" tall, wore a 12" ruler.', why="Feet and inches."),
        Example(
            good='The list came with the file.\n\ntitle: "The mayor"\nsummary: "A bridge is built. "\nhost: "The town"',
            why="Keys and values of a page.",
        ),
        Example(good='He listed "tin", "lead" and "zinc" in that order.'),
    ),
)
