"""copylint.annotate.near_names: capitalised words, where they stand, pairs that a slip may part."""

import pytest

from copylint.annotate.near_names import capitalised, distance, near_names, places, swapped
from tests.documents import paragraphs


def test_capitalised_words_without_possessive() -> None:
    document = paragraphs("Ada O'Brien's aunt, Mary Walker-Hoover, met al-Zahar in NATO's HQ. Walker-Hoover left.")
    found = {word: places(document, word) for word in capitalised(document)}
    assert found == {
        "Mary": [20],
        "NATO": [56],
        "O'Brien": [4],
        "Walker-Hoover": [25, 67],
        "Hoover": [32, 74],
        "Zahar": [47],
    }


@pytest.mark.parametrize(
    "text", ["write to Doris@example.org", "see @Doris and #Doris", "Doris_2 and Doris7", "open Doris.txt", "xDoris"]
)
def test_addresses_are_no_names(text: str) -> None:
    assert places(paragraphs(text), "Doris") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doris’s Doris", [0, 8]),
        ("“Doris” (Doris) 'Doris'", [1, 9, 17]),
        ("Doris-May and Al-Doris and US-Doris", [17]),
        ("Dorist Doris'", [7]),
    ],
)
def test_places(text: str, expected: list[int]) -> None:
    assert places(paragraphs(text), "Doris") == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Blavatnik", "Blavatnick"), ("Gaddafi", "Qaddafi"), ("Gaddafi", "Qadhafi"), ("Hume", "Hulme"),
        ("Baker", "Basker"), ("Katy", "Katie"), ("McFayden", "MacFadyen"), ("Chernomyrdin", "Chernomrydin"),
        ("Orban", "Orbam"), ("Smith", "Snith"), ("Nasrallah", "Nasralla"),
    ],
)  # fmt: skip
def test_a_slip_makes_near_names(first: str, second: str) -> None:
    assert near_names(paragraphs(f"They met {first} and then {second} in Lima and Quito.")) == (
        tuple(sorted((first, second))),
    )
    assert near_names(paragraphs(f"They met {second} and then {first} in Lima and Quito.")) == (
        tuple(sorted((first, second))),
    )


@pytest.mark.parametrize(("first", "second"), [("Smith", "Jones"), ("Hume", "Helm"), ("A", "B")])
def test_other_names_are_not_near(first: str, second: str) -> None:
    assert near_names(paragraphs(f"They met {first} and {second}.")) == ()


def test_double_barrelled_names_in_two_orders() -> None:
    document = paragraphs("Carl Walker-Hoover left. Hoover-Walker stayed. Ana May-May sang.")
    assert swapped(document) == [("Hoover-Walker", "Walker-Hoover")]


def test_of_a_list_of_names_not_all_pairs_are_read() -> None:
    text = " ".join(f"Ba{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}an" for n in range(5000))
    assert len(near_names(paragraphs(text))) == 500


@pytest.mark.parametrize(
    ("first", "second", "bound", "expected"),
    [
        ("Blavatnik", "Blavatnick", 1, 1),
        ("Chernomyrdin", "Chernomrydin", 1, 1),
        ("Gaddafi", "Qaddafi", 1, 1),
        ("McFayden", "MacFadyen", 2, 2),
        ("Smith", "Jones", 2, 3),
        ("same", "same", 2, 0),
        ("abcdefg", "gfedcba", 2, 3),
    ],
)
def test_distance(first: str, second: str, bound: int, expected: int) -> None:
    assert distance(first, second, bound) == distance(second, first, bound) == expected
