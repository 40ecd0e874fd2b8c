"""copylint.annotate.dates: what printed dates say, and which day they mean."""

from datetime import date, timedelta

import pytest

from copylint.annotate.dates import dates, day_number, days_in, in_figures, month_places, resolve, weekday
from copylint.document import Meta
from tests.documents import paragraphs

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def shown(text: str) -> list[tuple[str, int, int, int | None, int | None]]:
    document = paragraphs(text)
    return [
        (document.text[one.span.start : one.span.end], one.day, one.month, one.year, one.weekday)
        for one in dates(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Thursday, 6 March 2020, he", [("Thursday, 6 March 2020", 6, 3, 2020, THU)]),
        ("on Thursday, Oct. 5, he", [("Thursday, Oct. 5", 5, 10, None, THU)]),
        ("Friday the 13th of June", [("Friday the 13th of June", 13, 6, None, FRI)]),
        ("May 5th, 1999", [("May 5th, 1999", 5, 5, 1999, None)]),
        ("on Tuesday Feb. 29 2019 it", [("Tuesday Feb. 29 2019", 29, 2, 2019, TUE)]),
        ("July 4, a Monday, was", [("July 4, a Monday", 4, 7, None, MON)]),
        ("Thursday evening, March 5", [("Thursday evening, March 5", 5, 3, None, THU)]),
        ("in May 1999 and in June", [("May 1999", 0, 5, 1999, None)]),
        ("2020-02-30 and 12-11", [("2020-02-30", 30, 2, 2020, None)]),
        ("Sept. 11, 2001, attacks", [("Sept. 11, 2001", 11, 9, 2001, None)]),
        ("on May 10 could be and in May 31 people", [("May 10", 10, 5, None, None)]),
        ("on Thu 6 Mar 2020 it", [("Thu 6 Mar 2020", 6, 3, 2020, THU)]),
        ("due 2020-03-06 (Thursday) at", [("2020-03-06 (Thursday", 6, 3, 2020, THU)]),
        ("due Friday 2020-03-06 at", [("Friday 2020-03-06", 6, 3, 2020, FRI)]),
        ("on 31/06/2021 and 05/06/2021", [("31/06/2021", 31, 6, 2021, None)]),
        ("on 06/31/2021, at 20/20", [("06/31/2021", 31, 6, 2021, None)]),
        ("Wed, 05 Mar 2003 10:00", [("Wed, 05 Mar 2003", 5, 3, 2003, WED)]),
    ],
)
def test_reads(text: str, expected: list[tuple[str, int, int, int | None, int | None]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In June 31 people died.",
        "Mr Jan Smith left.",
        "Marching 5 miles",
        "by April 35,000 had left",
        "it may 5",
        "on the A31 June traffic stood",
    ],
    ids=lambda text: text,
)
def test_leaves_alone(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    ["on Saturday and Sunday, May 3 and 4", "Monday-Tuesday, May 3-4", "3 or 4 May", "March 4-6, 2010"],
)
def test_ranges_are_marked(text: str) -> None:
    assert [one.ranged for one in dates(paragraphs(text))] == [True]


def test_calendar_agrees_with_the_standard_library() -> None:
    start = date(1801, 2, 25)
    for step in range(0, 160000, 37):
        day = start + timedelta(days=step)
        assert weekday(day.year, day.month, day.day) == day.weekday()
        assert day_number(day.year, day.month, day.day) - day_number(1801, 2, 25) == step


def test_days_in() -> None:
    assert [days_in(2, year) for year in (1900, 2000, 2019, 2020, None)] == [28, 29, 28, 29, 29]
    assert [days_in(month, 2021) for month in (1, 4, 12)] == [31, 30, 31]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("on Oct. 5, he", None, None),
        ("on Oct. 5, he", date(2020, 10, 7), (2020, 10, 5)),
        ("on Dec. 30, he", date(2020, 1, 2), (2019, 12, 30)),
        ("on Jan. 2, he", date(2019, 12, 30), (2020, 1, 2)),
        ("on Oct. 5, 2012, he", date(2020, 10, 7), (2012, 10, 5)),
        ("on 31 June 2012, he", None, None),
    ],
)
def test_resolve(text: str, published: date | None, expected: tuple[int, int, int] | None) -> None:
    document = paragraphs(text, meta=Meta("en", published))
    (mention,) = dates(document)
    assert resolve(mention, document) == expected


def test_months_stand_where_their_names_do() -> None:
    document = paragraphs("In March, by Sept. 3 and in May, Marching bands may march.")
    assert month_places(document) == (3, 13, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("on 2020-02-30", True), ("on 31/06/2021", True), ("5/31 of them, 12-11 and 2020-2021", False)],
)
def test_dates_in_figures(text: str, expected: bool) -> None:
    assert in_figures(paragraphs(text)) is expected
