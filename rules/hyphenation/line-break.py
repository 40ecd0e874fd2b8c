"""A hyphen left from an old line end: govern-ment, inter- national."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.forms import COMMON, standing
from copylint.annotate.hyphens import HYPHENS, LINE_BREAK, closed_by_line_end, hyphens
from copylint.document import Document, Span
from copylint.rule import Example, Match, NoOptions, Rule

_DROPPED = {ord(mark): None for mark in HYPHENS + " \n"}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    read = hyphens(document)
    spans = [Span(compound.start, compound.end) for compound in read.compounds if closed_by_line_end(compound.parts)]
    spans += [hyphen.around for hyphen in read.others if hyphen.role == LINE_BREAK]
    for span in sorted(spans):
        if standing(document, span) == COMMON:
            written = document.text[span.start : span.end]
            yield Match(span, suggestions=(written.translate(_DROPPED),))


RULE = Rule(
    summary="A hyphen is left from an old line end.",
    why="Copy that was set once carries the hyphens of its line ends into the middle of new lines. A hyphen "
    "is taken for such a one if what follows it is an ending and no word (govern-ment), or if a space "
    "follows it too and the article has the closed word elsewhere (inter- national beside international).",
    message="'{match}' has a hyphen from an old line end: write '{suggestion}'.",
    check=check,
    fix="unsafe",
    examples=(
        Example(bad="The <mark>govern-ment</mark> fell on Friday.", good="The government fell on Friday."),
        Example(
            bad="An <mark>inter- national</mark> court sits in The Hague. Its international judges came on Monday.",
            good="An international court sits in The Hague. Its international judges came on Monday.",
        ),
        Example(good="The inter-agency group met the government."),
        Example(good="A fund-raising dinner, a no-ship zone and a well-able skipper."),
    ),
)
