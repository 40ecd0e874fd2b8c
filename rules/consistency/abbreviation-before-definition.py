"""An abbreviation used before the article says what it stands for."""

from __future__ import annotations

from copylint.annotate.abbreviations import abbreviations
from copylint.document import Document
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_RUNNING = ("paragraph", "item")
_SHORTEST = 60  # code points of a paragraph; what is shorter may be a heading that the format does not mark


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for abbreviation in abbreviations(document):
        first = abbreviation.definitions[0]
        for use in abbreviation.uses:
            if use.start > first.long.start:
                break
            block = document.block_at(use.start)
            if block is None or block.kind not in _RUNNING or block.span.end - block.span.start < _SHORTEST:
                continue
            if document.text[block.span.start : block.span.end].isupper():
                continue
            yield Match(
                use,
                evidence=(Evidence(first.long, first.words),),
                slots={"letters": abbreviation.letters, "long": first.words},
            )
            break


RULE = Rule(
    summary="An abbreviation is used before it is explained.",
    why="The explanation belongs where the reader meets the letters first. Headlines and headings, which "
    "come before any text, are left alone. Off by default: wires explain well-known letters only in the "
    "second paragraph, by rule.",
    message="{letters} is used here, but explained only later ('{long}').",
    check=check,
    severity="suggestion",
    default="off",
    gate=Gate(marks=("(",)),
    examples=(
        Example(
            bad="Inspectors from <mark>EFSA</mark> went to Cork on Monday to look at the mill and at its "
            "books.\n\nThe <evidence>European Food Safety Authority</evidence> (EFSA) said that it would "
            "report in May.",
        ),
        Example(
            bad="The town council wants an <mark>MOU</mark> with the port before the summer, the mayor "
            "said.\n\nA <evidence>memorandum of understanding</evidence> (MOU) would run to 2030.",
        ),
        Example(good="EFSA GOES TO CORK\n\nThe European Food Safety Authority (EFSA) went to Cork on Monday."),
        Example(good="EFSA goes to Cork\n\nThe European Food Safety Authority (EFSA) went to Cork on Monday."),
    ),
)
