"""A time that no clock shows: 17.30pm, 11:75 p.m."""

from __future__ import annotations

from copylint.annotate.clock import TOKENS, clock_times
from copylint.document import Document
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for time in clock_times(document):
        if document.text[max(0, time.span.start - 2) : time.span.start - 1].isdigit():
            continue  # the name of a file: "At 1128 27am"
        if time.minute > 59:
            yield Match(time.span, slots={"told": "an hour has 60 minutes"})
        elif not 1 <= time.hour <= 12:
            yield Match(time.span, slots={"told": "the hours of am and pm go from 1 to 12"})


RULE = Rule(
    summary="A time that no clock shows.",
    why="Either the clock has 24 hours or the letters tell the half of the day: '17.30pm' may be 5.30pm or 7.30pm.",
    message="'{match}' is no time: {told}.",
    check=check,
    gate=Gate(words=TOKENS),
    examples=(
        Example(
            bad="Doors open at <mark>17.30pm</mark>. It rang at <mark>11:75 p.m.</mark> and at <mark>14 am</mark>."
        ),
        Example(bad="The bus leaves at <mark>0.20am</mark>."),
        Example(good="Screenshot 2024 03 12 At 1128 27am", why="The name of a file."),
        Example(good="Doors open at 17.30, or 5.30pm; it rang at 11:57 p.m. and at 12 a.m. on M25. I am 14."),
        Example(
            good="In 2014 AM radio was dead. He rose at 5: 30 am. The 40 Amish and 16-20am sets cost £25 a month, or 32 a man."
        ),
    ),
)
