"""An age before a noun, or as one, that lacks a hyphen: a 24 year-old student, 30 year olds."""

from __future__ import annotations

from copylint.annotate.age_compounds import broken_ages
from copylint.annotate.forms import COMMON, standing
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for age in broken_ages(document):
        if standing(document, age.span) == COMMON:
            yield Match(age.span, suggestions=(age.whole,))


RULE = Rule(
    summary="An age that stands before a noun, or as one, lacks a hyphen.",
    why="The three parts of “24-year-old” are one word before a noun, and as a noun; with one hyphen or none the reader "
    "takes the number for a count, or “old” for what is said of the noun (24 year-old students). Behind a verb the age "
    "is no compound: he is 24 years old.",
    message="'{match}' lacks a hyphen: write '{suggestion}'.",
    check=check,
    fix="unsafe",
    gate=Gate(words=("old", "olds")),
    examples=(
        Example(good="The compound has two decades-old camps.", why="Two camps."),
        Example(
            bad="A <mark>24 year-old</mark> student won the cup.",
            good="A 24-year-old student won the cup.",
        ),
        Example(
            bad="Police held a <mark>30 year old</mark> man from Leeds.",
            good="Police held a 30-year-old man from Leeds.",
        ),
        Example(bad="Most <mark>30 year olds</mark> rent.", good="Most 30-year-olds rent."),
        Example(
            bad="The mother of a <mark>six-month old</mark> baby was fined.",
            good="The mother of a six-month-old baby was fined.",
        ),
        Example(
            bad="Rents for <mark>18 to 24 year olds</mark> rose.",
            good="Rents for 18- to 24-year-olds rose.",
        ),
        Example(bad="A <mark>30 years old</mark> man was hurt.", good="A 30-year-old man was hurt."),
        Example(bad="The boy is <mark>nine year old</mark>.", good="The boy is nine years old."),
        Example(good="She is 30 years old, he turned one year old in May, and their 30-year-old car still goes."),
        Example(good="The firm, 24 years old this week, pays a 10-year old-age pension."),
        Example(good="The two-year Old Town works ended. Every year old friends meet there."),
    ),
)
