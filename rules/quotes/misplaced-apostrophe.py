"""An apostrophe in the wrong place of a contraction, or in a pronoun that has none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

_CONTRACTION = expression(
    r"\b(do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need|ai)([’']n)t\b", re.IGNORECASE
)
_PRONOUN = expression(r"\b((?:you|ou|he|thei)r)([’'])s\b", re.IGNORECASE)
_OWNERS = (" her's", " our's", " their's", " your's")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if "nt" in token_set(document):
        for found in _CONTRACTION.finditer(text):
            mark, n = found.group(2)
            yield Match(Span(*found.span()), suggestions=(f"{found.group(1)}{n}{mark}t",))
    folded = flowed_folded(document)
    if any(map(folded.__contains__, _OWNERS)):
        for found in _PRONOUN.finditer(text):
            yield Match(Span(*found.span()), suggestions=(f"{found.group(1)}s",))


RULE = Rule(
    summary="An apostrophe in the wrong place of a contraction, or in a pronoun.",
    why="The apostrophe of a contraction stands where the letter was lost: didn't, not did'nt. A possessive pronoun has"
    " none: hers, not her's.",
    message="'{match}' has its apostrophe in the wrong place: write '{suggestion}'.",
    check=check,
    gate=Gate(words=("nt",), pairs=("her s", "our s", "their s", "your s")),
    severity="error",
    fix="safe",
    examples=(
        Example(
            bad="They <mark>did'nt</mark> know that the boat was <mark>their's</mark>.",
            good="They didn't know that the boat was theirs.",
        ),
        Example(
            bad="The ship <mark>was’nt</mark> insured, and <mark>Her’s</mark> was.",
            good="The ship wasn’t insured, and Hers was.",
        ),
        Example(good="They didn't know that the boat was theirs; the Emir's wasn't, and your sister's sank."),
    ),
)
