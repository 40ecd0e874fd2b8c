"""A quotation mark that closes and has no partner."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "unopened")


RULE = Rule(
    summary="A closing quotation mark that no opening mark belongs to.",
    why="Without its opening mark nobody can tell where the speaker's words begin and the reporter's end.",
    message="This mark closes a quotation that was never opened: write the mark where it begins.",
    check=check,
    severity="error",
    fix="unsafe",
    gate=Gate(faults=("unopened",)),
    examples=(
        Example(bad="The harbour is safe,<mark>”</mark> she said.", good="“The harbour is safe,” she said."),
        Example(bad='The mayor said the harbour was safe<mark>"</mark> and that "nobody was hurt".'),
        Example(bad="“The harbour is safe,” she said, and nobody was hurt.<mark>”</mark>"),
        Example(good='The diver stood 6\' 2" and the pipe was 12" wide.', why="Feet and inches."),
        Example(good="The crews’ rest and the sailors’ pay were in the news.", why="Possessives."),
        Example(good="“The harbour is safe.\n\n“Nobody was hurt,” she said."),
        Example(good="The harbour lies at 51°30'26\"N."),
    ),
)
