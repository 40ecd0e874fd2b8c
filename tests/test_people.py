"""copylint.annotate.people and ages: what stands beside names."""

import pytest

from copylint.annotate.ages import ages, births
from copylint.annotate.people import bearers, begins_sentence, neighbours, plain
from tests.documents import paragraphs


@pytest.mark.parametrize(
    ("word", "expected"), [("Erdoğan", "erdogan"), ("Núñez", "nunez"), ("Åse", "ase"), ("Łódź", "lodz")]
)
def test_plain(word: str, expected: str) -> None:
    assert plain(word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Then Jane Doe left", "Doe", ("Jane", "")),
        ("Then John M. Doe left", "Doe", ("John", "")),
        ("Then Canada's Doe left", "Doe", ("", "")),
        ("It was in Paris. Doe left", "Doe", ("", "")),
        ("Then Mr. Doe left", "Doe", ("Mr", "")),
        ("Then Ludwig van Beethoven left", "Ludwig", ("Then", "Beethoven")),
    ],
)
def test_neighbours(text: str, word: str, expected: tuple[str, str]) -> None:
    document = paragraphs(text)
    assert neighbours(document, text.index(word), word) == expected


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Doe left", True),
        ("It rained. Doe left", True),
        ("It rained and Doe left", False),
        ("“Doe left”", True),
        ("Mr. Doe left", False),
        ("John M. Doe left", False),
    ],
)
def test_begins_sentence(text: str, begins: bool) -> None:
    assert begins_sentence(paragraphs(text), text.index("Doe")) is begins


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe, 34, said", [("Jane Doe", 34, False)]),
        ("Jane Doe (34) said", [("Jane Doe", 34, False)]),
        ("Jane Doe, aged 34, said", [("Jane Doe", 34, False)]),
        ("Doe, who is 34, said", [("Doe", 34, False)]),
        ("Doe is 34 years old.", [("Doe", 34, False)]),
        ("Doe turned 34.", [("Doe", 34, False)]),
        ("Doe turns 34 and sings", [("Doe", 34, False)]),
        ("Jane Doe, now 34, said", [("Jane Doe", 34, False)]),
        ("Jane Doe died at 34", [("Jane Doe", 34, False)]),
        ("Jane Doe, a 34-year-old nurse, said", [("Jane Doe", 34, False)]),
        ("The 34-year-old Jane Doe said", [("Jane Doe", 34, False)]),
        ("The 34-year-old nurse Jane Doe said", [("Jane Doe", 34, False)]),
        ("Prime Minister Jane Doe, 34, said", [("Jane Doe", 34, False)]),
        ("Jane Doe, then 19, said", [("Jane Doe", 19, True)]),
        ("Jane Doe was 16 when it rained", [("Jane Doe", 16, True)]),
        ("In 1987 Jane Doe, 34, left", [("Jane Doe", 34, True)]),
        ("On June 5, 34, it rained", []),
        ("They won 34, and Page 12", []),
        ("Jane Doe, 1.5, said", []),
        ("Jane Doe, 34-12, said", []),
    ],
)
def test_ages(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert [(" ".join(age.words), age.value, age.tied) for age in ages(paragraphs(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe, 34, said", (False, "")),
        ("His wife, Jane Doe, 34, said", (True, "")),
        ("He met his son, Mr Doe, 34, here", (True, "")),
        ("Her step-grandson Jim Doe, 34, said", (True, "")),
        ("Jim Doe Jr., 34, said", (False, "jr")),
        ("His brother Jim Doe Sr, 34, said", (True, "sr")),
    ],
)
def test_relatives_and_generations(text: str, expected: tuple[bool, str]) -> None:
    assert [(age.kin, age.generation) for age in ages(paragraphs(text))] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe, born on 3 May 1980, said", [("Jane Doe", 1980, 5, 3, None)]),
        ("Jane Doe was born in Leeds on May 3, 1980.", [("Jane Doe", 1980, 5, 3, None)]),
        ("Jane Doe (born 1980) said", [("Jane Doe", 1980, 0, 0, None)]),
        ("Jane Doe (1931-2019) said", [("Jane Doe", 1931, 0, 0, 2019)]),
    ],
)
def test_births(text: str, expected: list[tuple[str, int, int, int, int | None]]) -> None:
    found = births(paragraphs(text))
    assert [(" ".join(one.words), one.year, one.month, one.day, one.died) for one in found] == expected


def test_bearers() -> None:
    document = paragraphs("Jane Doe met Mr Doe and Ruth Doe in Paris. Doe left.")
    assert bearers(document, "Doe") == {("jane", "doe"), ("ruth", "doe")}
