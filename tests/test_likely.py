"""The name that somebody meant who wrote another."""

from __future__ import annotations

import pytest

from copylint.likely import likely, nearest, nearest_id

KNOWN = ["spacing", "quotes", "quotes/inner-space", "quotes/doubled"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("quotes/iner-space", "quotes/inner-space"),
        ("Quotes/Inner-Space", "quotes/inner-space"),
        ("inner-space", "quotes/inner-space"),
        ("spacing/inner-space", "quotes/inner-space"),
        ("quotes/iner", "quotes/inner-space"),
        ("quotes/zebra", None),
        ("quotes/", None),
        ("qotes", "quotes"),
        ("zebra", None),
    ],
)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, KNOWN) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("quotes/iner", "quotes/inner-space"),
        ("inner-spaec", "quotes/inner-space"),
        ("spacng/duobled", "quotes/doubled"),
        ("zebra", None),
    ],
)
def test_nearest_id(name: str, expected: str | None) -> None:
    assert nearest_id(name, KNOWN) == expected


@pytest.mark.parametrize(
    ("word", "known", "some", "all_of_them"),
    [
        ("erorr", ["error", "never"], " (did you mean 'error'?)", " (did you mean 'error'?)"),
        ("zebra", ["never", "error"], "", " (there are: never, error)"),
        (7, ["error"], "", " (there are: error)"),
        ("zebra", [], "", " (there are none)"),
    ],
)
def test_what_an_error_says(word: object, known: list[str], some: str, all_of_them: str) -> None:
    assert likely(word, iter(known)) == some
    assert likely(word, iter(known), all_of_them=True) == all_of_them
