"""An abbreviation explained and never used."""

from __future__ import annotations

from copylint.annotate.abbreviations import abbreviations
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for abbreviation in abbreviations(document):
        if len(abbreviation.definitions) == 1 and not abbreviation.uses:
            definition = abbreviation.definitions[0]
            yield Match(definition.short, slots={"letters": abbreviation.letters, "long": definition.words})


RULE = Rule(
    summary="An abbreviation is explained, and never used.",
    why="Letters in brackets that never come back are clutter. Off by default: true as it is, it is a "
    "matter of taste, for many desks give the letters by which readers know a body, used again or not.",
    message="{letters} is explained, but not used anywhere: '{long}' is enough.",
    check=check,
    severity="suggestion",
    default="off",
    gate=Gate(marks=("(",)),
    examples=(
        Example(bad="The European Food Safety Authority (<mark>EFSA</mark>) met on Monday and will report in May."),
        Example(bad="A memorandum of understanding (<mark>MOU</mark>) was signed on Friday."),
        Example(good="The European Food Safety Authority (EFSA) met on Monday. EFSA will report in May."),
        Example(good="He works for EFSA (in Parma)."),
    ),
)
