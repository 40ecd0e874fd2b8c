"""What remembers is what `functools` has."""

from __future__ import annotations

import functools

from copylint import memo


def test_a_function_that_is_remembered_is_asked_once_and_is_told_like_itself() -> None:
    asked: list[int] = []

    def doubled(number: int) -> int:
        """Twice a number."""
        asked.append(number)
        return 2 * number

    ours, theirs = memo.cache(doubled), functools.cache(doubled)
    assert type(ours) is type(theirs)
    assert [ours(1), ours(2), ours(1)] == [2, 4, 2]
    assert asked == [1, 2]
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert ours.__wrapped__ is doubled
    ours.cache_clear()
    assert ours(1) == 2
    assert asked == [1, 2, 1]


def test_only_so_many_are_remembered() -> None:
    asked: list[int] = []
    remembered = memo.lru_cache(1)(asked.append)
    for number in (1, 1, 2, 2, 1):
        remembered(number)
    assert asked == [1, 2, 1]
    assert tuple(remembered.cache_info()) == (2, 3, 1, 1)


def test_of_what_nothing_is_made_is_not_asked_again() -> None:
    asked: list[str] = []

    def capitals(word: str) -> str:
        asked.append(word)
        return "".join(filter(str.isupper, word))

    sieve = memo.Sieve(capitals, 2)
    assert sieve(frozenset(("Ada", "owl", "fox"))) == {"Ada": "A"}
    assert sieve(frozenset(("Ada", "owl", "elk"))) == {"Ada": "A"}
    assert sorted(asked) == ["Ada", "Ada", "elk", "fox", "owl"]
    sieve(frozenset(("ant",)))  # more than two are known: all are forgotten
    asked.clear()
    sieve(frozenset(("ant", "owl")))
    assert asked == ["owl"]
