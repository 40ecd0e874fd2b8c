"""A quotation mark made of two."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return faults(document, "doubled")


RULE = Rule(
    summary="A quotation mark that is typed twice, or made of two single marks or commas.",
    why=(
        "One mark opens a quotation and one closes it. Two in a row come from a paste or from a keyboard "
        "without the mark."
    ),
    message="Two marks stand where one is meant: write '{suggestion}' for '{match}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(faults=("doubled",)),
    examples=(
        Example(
            bad='"It was a farce,<mark>\'\'</mark> the judge said. "We adjourn." She left.',
            good='"It was a farce," the judge said. "We adjourn." She left.',
        ),
        Example(
            bad="The judge called it <mark>““</mark>a farce<mark>””</mark> and adjourned.",
            good="The judge called it “a farce” and adjourned.",
        ),
        Example(
            bad='The judge called it "a farce<mark>""</mark> and adjourned.',
            good='The judge called it "a farce" and adjourned.',
        ),
        Example(
            bad="The judge called it <mark>,,</mark>a farce” and adjourned.",
            good="The judge called it “a farce” and adjourned.",
        ),
        Example(
            bad="The judge called it <mark>‘‘</mark>a farce<mark>’’</mark> and adjourned.",
            good="The judge called it “a farce” and adjourned.",
        ),
        Example(
            good="``It is a farce,'' the judge said. ``We adjourn.''",
            why="The old wire form, used throughout.",
        ),
        Example(good="“He said, ‘It is a farce,’” the clerk recalled."),
        Example(good='The field holds "" by default.', why="Empty on purpose."),
    ),
)
