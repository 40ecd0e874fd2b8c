"""rule: options as a TOML table gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import pytest

from copylint.options import with_options
from copylint.rule import NoOptions, OptionError


class Inner(NamedTuple):
    size: int = 1


class Options(NamedTuple):
    mode: Literal["consistent", "style"] = "consistent"
    outer_quote: Literal["single", "double"] | None = None
    share: float = 0.5
    count: int = 3
    strict: bool = False
    name: str = ""
    words: tuple[str, ...] = ("a",)
    known: frozenset[str] = frozenset()
    pair: tuple[str, int] = ("a", 1)
    forms: Mapping[str, tuple[str, ...]] = {"a": ("x",)}
    inner: Inner = Inner()
    anything: Any = None


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({}, {}),
        ({"mode": "style"}, {"mode": "style"}),
        ({"outer-quote": "single"}, {"outer_quote": "single"}),
        ({"outer_quote": "double"}, {"outer_quote": "double"}),
        ({"share": 1}, {"share": 1.0}),
        ({"count": 5, "strict": True, "name": "x"}, {"count": 5, "strict": True, "name": "x"}),
        ({"words": []}, {"words": ()}),
        ({"known": ["b", "b"]}, {"known": frozenset("b")}),
        ({"pair": ["b", 2]}, {"pair": ("b", 2)}),
        ({"forms": {"b": ["y"]}}, {"forms": {"a": ("x",), "b": ("y",)}}),
        ({"inner": {"size": 2}}, {"inner": Inner(2)}),
        ({"anything": [[1], "x"]}, {"anything": ((1,), "x")}),
    ],
    ids=str,
)
def test_values_fit(table: dict[str, Any], expected: dict[str, Any]) -> None:
    assert with_options(Options(), table) == Options()._replace(**expected)


@pytest.mark.parametrize(
    ("table", "key", "message"),
    [
        ({"moed": 1}, ("moed",), "'moed' is not an option (did you mean 'mode'?)"),
        ({"outer-quotes": 1}, ("outer-quotes",), "'outer-quotes' is not an option (did you mean 'outer-quote'?)"),
        ({"mode": "styl"}, ("mode",), "'mode' must be one of 'consistent', 'style', not 'styl'"),
        ({"mode": 1}, ("mode",), "'mode' must be one of 'consistent', 'style', not 1"),
        ({"outer-quote": "x"}, ("outer-quote",), "'outer-quote' must be one of 'single', 'double', not 'x'"),
        ({"count": True}, ("count",), "'count' must be a whole number, not true"),
        ({"count": 1.0}, ("count",), "'count' must be a whole number, not 1.0"),
        ({"share": float("nan")}, ("share",), "'share' must be a number, not nan"),
        ({"strict": "yes"}, ("strict",), "'strict' must be true or false, not 'yes'"),
        ({"name": ["x"]}, ("name",), "'name' must be a string, not an array"),
        ({"words": "x"}, ("words",), "'words' must be an array, not 'x'"),
        ({"words": ["x", 1]}, ("words", 1), "each of 'words' must be a string, not 1"),
        ({"pair": ["x"]}, ("pair",), "'pair' must be an array of 2, not of 1"),
        ({"forms": []}, ("forms",), "'forms' must be a table, not an array"),
        ({"forms": {"a": [1]}}, ("forms", "a", 0), "each of 'a' must be a string, not 1"),
        ({"inner": {"sise": 1}}, ("inner", "sise"), "'sise' is not an option (did you mean 'size'?)"),
    ],
    ids=str,
)
def test_values_refused(table: dict[str, Any], key: tuple[str | int, ...], message: str) -> None:
    with pytest.raises(OptionError) as caught:
        with_options(Options(), table)
    assert (caught.value.key, str(caught.value)) == (key, message)


def test_a_rule_without_options() -> None:
    with pytest.raises(OptionError) as caught:
        with_options(NoOptions(), {"mode": 1})
    assert str(caught.value) == "'mode' is not an option (there are none)"
