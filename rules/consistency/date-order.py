"""6 February and February 6 in one article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from copylint.annotate.dates import dates
from copylint.checks.consistency import Forms
from copylint.document import Document
from copylint.rule import Example, Observation, Rule


class Options(NamedTuple):
    """form: the order that the house style writes."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "day before month", "month before day"] = ""


_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ORDERS = {"dmy": "day before month", "mdy": "month before day"}


def find(document: Document, options: Options) -> Iterable[Observation]:
    for date in dates(document):
        order = _ORDERS.get(date.order)
        if order is None or date.ranged or not date.day:
            continue
        text = document.text
        if not text[date.month_span.start : date.month_span.end].isalpha():
            continue
        block = document.block_at(date.span.start)
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if not text[block.span.start : date.span.start].strip(" *-•—–"):
            continue  # a block that a date begins is dated by it: a timeline, a byline
        written = (text[span.start : span.end] for span in (date.day_span, date.month_span, date.span))
        yield Observation("order", order, date.span, "\t".join(written))


@cache
def _day_first() -> re.Pattern[str]:
    return re.compile(rf"\d(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})")


@cache
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"(?:{_MONTHS})[a-z]* \d")


def may_differ(text: str) -> bool:
    return _day_first().search(text) is not None and _month_first().search(text) is not None


def _written(observation: Observation, side: str) -> str | None:
    day, month, whole = observation.context.split("\t")
    if whole == f"{day} {month}":
        return f"{month} {day}"
    return f"{day} {month}" if whole == f"{month} {day}" else None


RULE = Rule(
    summary="Dates are written with the day first here and with the month first there.",
    why="6 February and February 6 in one article make the reader stop, and in figures they mean two days. "
    "Dates that begin a block, as in a timeline, headlines, captions and tables are left alone.",
    message="'{match}' has the {minority} ({minority_count}); the dates of this article have the {majority} "
    "({majority_count}{tie}).",
    check=Forms(find, _written, may_differ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    examples=(
        Example(
            bad="The vote is on <evidence>6 February</evidence> and the count on <evidence>7 "
            "February</evidence>. The council meets on <mark>February 9</mark>.",
            good="The vote is on 6 February and the count on 7 February. The council meets on 9 February.",
        ),
        Example(
            bad=(
                "She was born on <evidence>March 3, 1980</evidence>, in Cork, and died on <mark>4 May "
                "2020</mark>."
            ),
        ),
        Example(good="The vote is on 6 February and the count on 7 February."),
        Example(
            good="February 9, 2020: the council meets.\n\nThe vote was on 6 February 2020, after a long "
            "night."
        ),
        Example(good="“We met on February 9,” he said. The vote is on 6 February."),
    ),
)
