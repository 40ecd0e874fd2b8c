"""A share said twice, and not the same: a half, or 35%; 84 of the 140, or 70 per cent."""

from __future__ import annotations

from copylint.annotate.figures import printed
from copylint.annotate.restated import restated
from copylint.annotate.rounding import says_again
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for share, percent in restated(document):
        if not says_again(share, percent):
            said = printed(text, share)
            told = f"{said[0].upper()}{said[1:]} is {100 * share.value:.3g}%, not {printed(text, percent)}"
            yield Match(percent.span, (Evidence(share.span, said),), slots={"told": told})


RULE = Rule(
    summary="A share said twice, and not the same.",
    why="A fraction and its percentage, or two counts and what they make: one of the figures is wrong.",
    message="{told}.",
    check=check,
    quotations="skip",
    examples=(
        Example(bad="More than <evidence>half</evidence>, or <mark>35%</mark>, had left."),
        Example(
            bad="Police solved <evidence>84 of the 140</evidence> thefts, or <mark>70 per cent</mark>; <evidence>two in "
            "five</evidence> of the victims (<mark>52%</mark>) were away, and <evidence>a third</evidence> of them – "
            "<mark>41%</mark> – had no lock. Of the <evidence>400 thefts, 120</evidence>, or <mark>40%</mark>, were at night; police made <evidence>84 "
            "arrests, 21</evidence> of them (<mark>30%</mark>) at sea."
        ),
        Example(
            good="Police solved 84 of the 140 thefts, or 60 per cent; a third of the victims, 34%, were away. Of the 400 who wrote, 120, or 30%, "
            "were men; police made 84 arrests, 21 of them (25%) at sea. He "
            "made 14 of 22 shots (33% from afar); one in 10 (12%) missed. Half said so (37% in May), and over half of the fall "
            "(1.2 per cent) was in steel; a fifth, 21%, was sold abroad.",
        ),
    ),
)
