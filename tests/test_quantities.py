"""copylint.annotate.quantities: what figures and number words stand for."""

import pytest

from copylint.annotate.figures import Quantity, figures
from copylint.annotate.number_words import number_words
from copylint.annotate.quantities import agree, counted, quantities
from copylint.document import Document, Span
from tests.documents import paragraphs


def read(text: str) -> tuple[Document, tuple[Quantity, ...]]:
    document = paragraphs(text)
    return document, quantities(document)


def shown(text: str) -> list[tuple[str, float, str, str]]:
    document, found = read(text)
    return [(document.text[one.span.start : one.span.end], round(one.value, 4), one.kind, one.unit) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £1.2bn.", [("£1.2bn", 1.2e9, "money", "£")]),
        ("It cost $10m and €3 million.", [("$10m", 1e7, "money", "$"), ("€3 million", 3e6, "money", "€")]),
        ("It cost US$ 900,000.", [("US$ 900,000", 900000, "money", "$")]),
        ("Rs 264.28 crore, Rs.500, Rs9 cr", [("Rs 264.28 crore", 2.6428e9, "money", "rupee"), ("Rs.500", 500, "money", "rupee"), ("Rs9 cr", 9e7, "money", "rupee")]),
        ("₹4.69 lakh crore", [("₹4.69 lakh crore", 4.69e12, "money", "rupee")]),
        ("19 170 of 2 500 000; 12, 300 and 4 5", [("12", 12, "count", ""), ("300", 300, "count", ""), ("4", 4, "count", ""), ("5", 5, "count", "")]),
        ("5 lakh of 1,64,190 and two crore", [("5 lakh", 5e5, "count", ""), ("1,64,190", 164190, "count", ""), ("two crore", 2e7, "count", "")]),
        ("1.66 billion dollars", [("1.66 billion dollars", 1.66e9, "money", "$")]),
        ("up 40 percent, 3.5 per cent and 2%", [("40 percent", 40, "percent", "%"), ("3.5 per cent", 3.5, "percent", "%"), ("2%", 2, "percent", "%")]),
        ("by 1.2 percentage points", [("1.2 percentage points", 1.2, "points", "")]),
        ("a 1-1/2 pct rise", [("1-1/2 pct", 1.5, "percent", "%")]),
        ("2½ hours", [("2½", 2.5, "count", "")]),
        ("10 miles (16 km)", [("10 miles", 10, "measure", "mile"), ("16 km", 16, "measure", "km")]),
        ("37C, 20 °C and 68 degrees Fahrenheit", [("37C", 37, "measure", "C"), ("20 °C", 20, "measure", "C"), ("68 degrees Fahrenheit", 68, "measure", "F")]),
        ("100 square miles at 60 mph", [("100 square miles", 100, "measure", "sq mile"), ("60 mph", 60, "measure", "mph")]),
        ("5ft 10in tall", [("5ft", 5, "measure", "foot"), ("10in", 10, "measure", "inch")]),
        ("twenty-one people", [("twenty-one", 21, "count", "")]),
        ("one hundred and twenty-five people", [("one hundred and twenty-five", 125, "count", "")]),
        ("half a million people", [("half a million", 500000, "count", "")]),
        ("two and a half million dollars", [("two and a half million dollars", 2.5e6, "money", "$")]),
        ("a third of voters, two-thirds of them", [("a third", 0.3333, "fraction", ""), ("two-thirds", 0.6667, "fraction", "")]),
        ("one in five voters", [("one in five", 0.2, "fraction", "")]),
        ("a dozen eggs", [("a dozen", 12, "count", "")]),
        ("three hundred thousand", [("three hundred thousand", 300000, "count", "")]),
    ],
)  # fmt: skip
def test_reads(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the 5th time", "a B-52 bomber", "at 5:30 on 6/7", "4x4 cars and 747s", "one of them", "the first half",
        "in the third quarter", "two quarters", "one can see", "COVID19", "v1.2.3", "file_12", "VRs50",
    ],
    ids=lambda text: text,
)  # fmt: skip
def test_leaves_alone(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.2bn", 1.15e9, 1.25e9),
        ("12", 11.5, 12.5),
        ("12,000", 11500, 12500),
        ("200,000", 195000, 205000),
        ("212,345", 212344.5, 212345.5),
        ("5.0", 4.95, 5.05),
        ("twelve", 12, 12),
    ],
)
def test_interval_of_the_printed_digits(text: str, low: float, high: float) -> None:
    _, found = read(text)
    assert [(one.low, one.high) for one in found] == [(pytest.approx(low), pytest.approx(high))]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The quay was full.\nAbout 12 boats lay there.", "about"),
        ("at least 12 people", "at least"),
        ("about 40 percent", "about"),
        ("as many as 300 homes", "as many as"),
        ("more than half", "more than"),
        ("an estimated 50 homes", "an estimated"),
        ("some 50 homes", "some"),
        ("exactly that: 50 homes", ""),
    ],
)
def test_hedge(text: str, hedge: str) -> None:
    _, found = read(text)
    assert [one.hedge for one in found] == [hedge]


def test_years_and_ranges_are_told_apart() -> None:
    _, found = read("From 2010 to 2015, 10-12 of 2,010 people won 3-2.")
    assert [(one.value, one.year, one.joined) for one in found] == [
        (2010, True, False),
        (2015, True, False),
        (10, False, True),
        (12, False, True),
        (2010, False, False),
        (3, False, True),
        (2, False, True),
    ]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("12 young people died", "people"),
        ("nine suspects held", "suspects"),
        ("five of them", None),
        ("40 homes", "homes"),
        ("5 in all", None),
    ],
)
def test_counted(text: str, noun: str | None) -> None:
    document, found = read(text)
    phrase = counted(document, found[0])
    assert (phrase[1] if phrase else None) == noun


def test_figures_and_words_part_the_work() -> None:
    document = paragraphs("Six of 12 people, 3 million and four.")
    assert [one.value for one in figures(document)] == [12, 3e6]
    assert [one.value for one in number_words(document)] == [6, 4]


def test_spans_lie_in_the_text_over_a_hard_wrap() -> None:
    document = paragraphs("It rose to 3\nmillion dollars.")
    (one,) = quantities(document)
    assert document.text[one.span.start : one.span.end] == "3\nmillion dollars"
    assert one.number == Span(11, 12)


def test_agree() -> None:
    assert agree(1.15, 1.25, 1.2, 1.3)
    assert agree(1.0, 1.1, 1.1, 1.2)
    assert not agree(1.0, 1.1, 1.2, 1.3)
