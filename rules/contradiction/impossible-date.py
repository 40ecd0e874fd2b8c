"""A day that its month does not have: 31 June, 29 February 2019."""

from __future__ import annotations

from copylint.annotate.dates import MONTHS, dates, days_in, in_figures, leap, month_places
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LATE_DAY = expression(r"(?:29|3[0-9])")
_CORRECTED = (", not ", ", and not ", " rather than ", "instead of ")  # "30 June, not 31 June as we printed"
_OTHER_DAY = expression(r" +\d{1,2}\b")  # "32 Jun 9 13:12": the figure before the month is something else
_NEAR = 18  # code points: "29th day of" before, "September the 31" behind


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if not (_late_day_by_month(document) or in_figures(document)):
        return
    for mention in dates(document):
        last = days_in(mention.month, mention.year)
        if mention.day <= last:
            continue
        text = flowed(document)
        if text.endswith(_CORRECTED, 0, mention.span.start) or _OTHER_DAY.match(text, mention.span.end):
            continue
        whole = text[mention.span.start : mention.span.end]
        start, end = mention.day_span.start - mention.span.start, mention.day_span.end - mention.span.start
        suggestions: tuple[str, ...] = ()
        if not mention.ordinal and mention.weekday is None and mention.day <= 31:
            suggestions = (whole[:start] + str(last) + whole[end:],)
        name = MONTHS[mention.month - 1]
        if mention.month == 2 and mention.year is not None and mention.day == 29 and not leap(mention.year):
            month = f"February {mention.year}"
        else:
            month = name
        yield Match(mention.span, suggestions=suggestions, slots={"month": month, "last": str(last)})


def _late_day_by_month(document: Document) -> bool:
    """Whether a figure that may be too late a day stands near the name of a month."""
    months = month_places(document)
    return bool(months) and any(_LATE_DAY.search(flowed(document), max(at - _NEAR, 0), at + _NEAR) for at in months)


RULE = Rule(
    summary="A day that its month does not have.",
    why="There is no 31 June: the day or the month is wrong.",
    message="'{match}' is no date: {month} has {last} days.",
    check=check,
    severity="error",
    examples=(
        Example(bad="Rents go up on <mark>31 June</mark>."),
        Example(bad="She was born on <mark>Feb. 29, 2019</mark>, in Lagos."),
        Example(bad="The offer ends on <mark>November 31st</mark>."),
        Example(bad="It was filed on <mark>2021-02-30</mark> and on <mark>31/06/2021</mark>."),
        Example(good="It runs until 30 June, not 31 June as we printed."),
        Example(good="It was filed on 2020-02-29, on 30/06/2021 and, at 20/20, by 5/31 of them."),
        Example(good="She was born on Feb. 29, 2020, in Lagos. Rents go up on 30 June and 31 July."),
        Example(good="In June 31 people were held.", why="The figure counts people."),
        Example(good="-rw-r--r-- 1 ada ada 32 Jun 9 13:12 tides.txt", why="The list of a folder."),
        Example(good="By November 35,000 had left; in April 31 ships sailed."),
    ),
)
