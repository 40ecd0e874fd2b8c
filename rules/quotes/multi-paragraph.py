"""A paragraph within a running quotation that does not open with a mark."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "multi-paragraph")


RULE = Rule(
    summary="A paragraph within a running quotation that does not open with a mark.",
    why=(
        "A quotation that runs over several paragraphs opens each of them and closes only the last. Where a paragraph "
        "does not open, a reader takes it for the reporter's words until the closing mark comes."
    ),
    message=("The quotation runs on into this paragraph, which does not open with a mark: write '{suggestion}'."),
    check=check,
    severity="warning",
    fix="unsafe",
    gate=Gate(faults=("multi-paragraph",)),
    examples=(
        Example(
            good="“Where is my hat?” the bosun said,\n“And where the pillow for my head,\nAnd who has slept here in my bed"
            "\nThe night the ferry sailed?”\n\nThe crowd sang the whole of it on the quay, and then went home to bed.",
            why="Verse.",
        ),
        Example(
            good='The lecture is called "Working Together for\n\nOur Harbour", and begins at noon.',
            why="A line that was cut.",
        ),
        Example(
            good="The court said: “We must be told that:\n\nthe mill is shut;\n\nit will stay so.”\n\nShe has “asked for:\n\n• a new mill;\n\n• a new wheel.”",
            why="Lists.",
        ),
        Example(
            bad="The letter says: <evidence>“</evidence>The mill closed in spring.\n\nScroll down to read on\n\n<mark>It</mark> has no orders.<evidence>”</evidence>\n\nShe went home.",
            good="The letter says: “The mill closed in spring.\n\nScroll down to read on\n\n“It has no orders.”\n\nShe went home.",
            why="A line that the page left there.",
        ),
        Example(
            bad=(
                "<evidence>“</evidence>The mill closed in spring.\n\n"
                "<mark>It</mark> will open again next year,<evidence>”</evidence> the owner said."
            ),
            good="“The mill closed in spring.\n\n“It will open again next year,” the owner said.",
        ),
        Example(
            bad=(
                'The owner said: <evidence>"</evidence>The mill closed in spring.\n\n'
                '<mark>It</mark> had no orders left.\n\nIt will open again next year.<evidence>"</evidence>'
            ),
            good=(
                'The owner said: "The mill closed in spring.\n\n"It had no orders left.\n\n'
                '"It will open again next year."'
            ),
        ),
        Example(good="“The mill closed in spring.\n\n“It will open again next year,” the owner said."),
        Example(
            good="“The mill closed in spring,” the owner said.\n\n“It will open again next year,” he added.",
            why="Each paragraph has its own quotation.",
        ),
        Example(
            good="“The mill closed in spring and will not\n\nopen again before next year,” the owner said.",
            why="A line that was broken, within a sentence.",
        ),
        Example(
            good="The closure left the town “shocked.”\n\n“It will open again next year,” the owner said.",
            why="The fragment ends before the next quotation begins.",
        ),
    ),
)
