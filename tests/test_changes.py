"""copylint.annotate.changes and copylint.annotate.comparisons: the figures of a rise, a fall and a comparison."""

import pytest

from copylint.annotate.changes import changes
from copylint.annotate.comparisons import comparisons
from tests.documents import paragraphs

Figures = tuple[str, float | None, float | None, float | None]


def read(text: str) -> list[Figures]:
    return [
        (
            one.word,
            one.amount.value if one.amount else None,
            one.to.value if one.to else None,
            one.start.value if one.start else None,
        )
        for one in changes(paragraphs(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell 5% to 120 from 126.", [("fell", 5, 120, 126)]),
        ("Debt was $1.7bn, down from $1.8bn.", [("down", None, 1.7e9, 1.8e9)]),
        ("Turnout was 45%, up five points from 40%.", [("up", 5, 45, 40)]),
        ("It cut staff by 10%, from 500 to 450.", [("cut", 10, 450, 500)]),
        ("They rose from 1,100 in 2015 to 1,200 in 2019.", [("rose", None, 1200, 1100)]),
        (
            "Visits fell to 14 from 18 in 2014, a fall of 22%.",
            [("fell", None, 14, 18), ("fall", 22, 14, 18)],
        ),
        ("Pay rose from $12 to $15, a 25% increase.", [("rose", None, 15, 12), ("increase", 25, 15, 12)]),
        ("The index lost 12 points, or 1.3%, to 900.", [("lost", 12, 900, None)]),
        ("The index lost 1.3% (12 points) to 900.", [("lost", 1.3, 900, None)]),
        ("It grew to 5 vs. 4 in May, and from a quarter of sales to a third.", [("grew", None, 5, 4)]),
        ("Fees doubled to $20 from $10.", [("doubled", None, 20, 10)]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_changes(text: str, expected: list[Figures]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kent rose to No. 3 from No. 5.",
        "It lasted from 2010 to 2015.",
        "The range went down from 2.4 to 2.7 million and up.",
        "He rose from a low of 30 and fell back.",
        "It rose by between 3 and 5 from May.",
    ],
    ids=lambda text: text,
)
def test_no_change(text: str) -> None:
    assert [one for one in read(text) if one[2] is not None and one[3] is not None and one[0] != "down"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 900 came, three times as many as the 300 of May.", [(900, 300, 3, None)]),
        ("It raised £20, half as much as the £40 of last year.", [(20, 40, 0.5, None)]),
        ("At the port 410mm (16 inches) fell, twice as much as the usual 205mm.", [(410, 205, 2, None)]),
        ("It has 640 pupils, 100 more than the 540 it had.", [(640, 540, 0, 100)]),
        ("It passed by 52 votes to 48, a majority of four.", [(52, 48, 0, 4)]),
        ("She earns twice as much as her husband, who makes $40,000.", []),
        ("There are 30 to a class, twice as many as in the 10 best schools.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_comparisons(text: str, expected: list[tuple[float, float, float, float | None]]) -> None:
    assert [
        (one.left.value, one.right.value, one.factor, one.amount.value if one.amount else None)
        for one in comparisons(paragraphs(text))
    ] == expected
