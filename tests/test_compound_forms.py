"""Forms of a compound: its slots, its ages, and where it stands without a hyphen."""

import pytest

from copylint.annotate.age_compounds import broken_ages, is_age
from copylint.annotate.compound_forms import closed_forms, hyphenated, open_forms
from copylint.annotate.slots import NOUN, PREDICATE, slot
from copylint.document import Span
from tests.documents import paragraphs

SLOTS = [
    ("The cease fire was broken.", "cease fire", NOUN),
    ("The cease fire of May held.", "cease fire", NOUN),
    ("They signed a cease fire.", "cease fire", NOUN),
    ("The cease fire agreed in May held.", "cease fire", NOUN),
    ("The cease fire agreed terms in May.", "cease fire", ""),
    ("Officers that cease fire are praised.", "cease fire", ""),
    ("The long term plan was his.", "long term", ""),
    ("In the long term, it pays.", "long term", NOUN),
    ("The climb down from the ridge took hours.", "climb down", ""),
    ("The climb down was noted.", "climb down", NOUN),
    ("She is well known in Cork.", "well known", PREDICATE),
    ("She is well known too.", "well known", PREDICATE),
    ("Stocks were built up over years.", "built up", ""),
    ("It is two thirds of it.", "two thirds", ""),
    ("There no one came.", "no one", NOUN),
    ("There no one man came.", "no one", ""),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), SLOTS, ids=[text for text, _, _ in SLOTS])
def test_what_words_are_in_their_clause(text: str, phrase: str, expected: str) -> None:
    document = paragraphs(text)
    start = text.index(phrase)
    assert slot(document, Span(start, start + len(phrase)), phrase.split(), is_open=True) == expected


def test_a_comma_behind_a_hyphenated_word_may_part_two_adjectives() -> None:
    document = paragraphs("A long-term, costly plan.")
    assert slot(document, Span(2, 11), ("long", "term"), is_open=False) == ""


AGES = [
    ("A 24 year-old student", [("24 year-old", "24-year-old")]),
    ("a 30 year old man", [("30 year old", "30-year-old")]),
    ("most 30 year olds", [("30 year olds", "30-year-olds")]),
    ("a six-month old baby", [("six-month old", "six-month-old")]),
    ("a twenty-five year old singer", [("twenty-five year old", "twenty-five-year-old")]),
    ("for 18-24 year olds", [("18-24 year olds", "18- to 24-year-olds")]),
    ("for 18 to 24 year olds", [("18 to 24 year olds", "18- to 24-year-olds")]),
    ("a 1,200 year old oak", [("1,200 year old", "1,200-year-old")]),
    ("the boy is two year old.", [("two year old", "two years old")]),
    ("a 30 years old man", [("30 years old", "30-year-old")]),
    ("a five year old's toy", [("five year old", "five-year-old")]),
    ("she is 30 years old and well", []),
    ("she is one year old", []),
    ("a 24-year-old student", []),
    ("the 10-year old-age pension", []),
    ("the two-year Old Town works", []),
    ("a year-old law, a year old", []),
    ("a 30 year older man", []),
]


@pytest.mark.parametrize(("text", "expected"), AGES, ids=[text for text, _ in AGES])
def test_ages_that_lack_a_hyphen(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(text[age.span.start : age.span.end], age.whole) for age in broken_ages(paragraphs(text))]
    assert found == expected


def test_what_ends_as_an_age_does() -> None:
    assert [is_age(parts) for parts in (("24", "year", "old"), ("year", "olds"), ("age", "old"), ("old",))] == [
        True,
        True,
        False,
        False,
    ]


FORMS = [
    ("A decision-maker met a decision maker.", ["decision maker"]),
    ("Decision-makers met a decision maker.", ["decision maker"]),
    ("A counter-party and two counter parties were named.", ["counter parties"]),
    ("A 24-hour day has 24 hours.", []),
    ("No-one came at noon.", []),
    ("The 30-year bond and the 30 year old man.", []),
    ("An e-mail and two emails.", ["emails"]),
    ("A box-office hit, the box office hit.", ["box office"]),
    ("The data set was lost; a dataset was kept.", ["data set", "dataset"]),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_where_a_compound_stands_without_its_hyphen(text: str, expected: list[str]) -> None:
    document = paragraphs(text)
    found = hyphenated(document)
    forms = [*closed_forms(document, found), *open_forms(document, found)]
    assert sorted(text[form.span.start : form.span.end] for form in forms) == sorted(expected)


@pytest.mark.parametrize("count", [2, 60])
def test_many_compounds_are_found_as_few_are(count: int) -> None:
    heads = [f"{one}{two}l" for one in "bcdfgkmnpr" for two in ("a", "e", "i", "o", "u", "oo")][:count]
    text = " ".join(f"The {head}-wave was closed, a {head}wave of it, and the {head} wave was open." for head in heads)
    document = paragraphs(text)
    found = hyphenated(document)
    forms = [*closed_forms(document, found), *open_forms(document, found)]
    assert sorted(text[form.span.start : form.span.end] for form in forms) == sorted(
        f"{head}{mark}wave" for head in heads for mark in ("", " ")
    )
