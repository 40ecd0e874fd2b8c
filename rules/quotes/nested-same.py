"""A quotation within a quotation in the same mark."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "nested-same")


RULE = Rule(
    summary="A quotation within a quotation, in the same double mark.",
    why=(
        "The inner quotation takes the other mark, single within double; in the same mark the reader takes its opening "
        "for the end of the outer one."
    ),
    message="A quotation within a quotation opens with the same mark: write '{suggestion}'.",
    check=check,
    severity="warning",
    fix="safe",
    gate=Gate(faults=("nested-same",)),
    examples=(
        Example(good="“‘“Deep water,” he said,’ she said,” the pilot said.", why="A quotation within two others."),
        Example(
            bad="“I was reading <mark>“</mark>The Long Field<evidence>”</evidence> last night,” she said.",
            good="“I was reading ‘The Long Field’ last night,” she said.",
        ),
        Example(
            bad='"I was reading <mark>"</mark>The Long Field<evidence>"</evidence> last night," she said.',
            good="\"I was reading 'The Long Field' last night,\" she said.",
        ),
        Example(
            good="“She asked, ‘Did he say “never” or “not yet”?’ and nobody knew,” the clerk said.",
            why="Third in a row.",
        ),
        Example(good="“I was reading ‘The Long Field’ last night,” she said."),
        Example(good='She read "The Long Field" and "The Short Field" last night.'),
        Example(good="‘I was reading “The Long Field” last night,’ she said."),
    ),
)
