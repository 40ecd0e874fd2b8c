"""`copylint.values`: named tuples that do what those of `typing` do."""

from __future__ import annotations

import copy
import pickle
import re
import typing
from pathlib import Path

import pytest

from copylint import values


class Point(values.NamedTuple):
    """A place."""

    x: int
    y: int = 2
    names: tuple[str, ...] = ()

    @property
    def sum(self) -> int:
        return self.x + self.y

    def moved(self, by: int) -> Point:
        return self._replace(x=self.x + by)


class Twin(typing.NamedTuple):
    """A place."""

    x: int
    y: int = 2
    names: tuple[str, ...] = ()


class Empty(values.NamedTuple):
    """Nothing."""


class Wide(values.NamedTuple):
    a: int
    b: int
    c: int


def test_a_value_is_a_tuple_with_named_fields() -> None:
    point = Point(1, names=("a",))
    assert (point.x, point.y, point.names, point.sum) == (1, 2, ("a",), 3)
    assert point == (1, 2, ("a",)) and hash(point) == hash((1, 2, ("a",)))
    assert Point(*point) == Point._make(point) == point
    assert point.moved(2) == Point(3, 2, ("a",)) and type(point.moved(2)) is Point
    assert Empty() == () and Empty() is not None
    assert Wide(1, 2, 3).c == 3 and Point(1, 2, ()).names == (), "classes of equal length do not share names"


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__", "__slots__", "__doc__", "__mro__"])
def test_a_class_tells_what_one_of_typing_tells(name: str) -> None:
    assert str(getattr(Point, name)).replace("Point", "Twin") == str(getattr(Twin, name))


def test_values_are_told_copied_and_sent_like_those_of_typing() -> None:
    point, twin = Point(1), Twin(1)
    assert repr(point).replace("Point", "Twin") == repr(twin)
    assert point._asdict() == twin._asdict()
    assert pickle.loads(pickle.dumps(point)) == copy.copy(point) == copy.deepcopy(point) == point
    assert type(pickle.loads(pickle.dumps(point))) is Point
    assert typing.get_type_hints(Point) == typing.get_type_hints(Twin)
    match point:
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_values_do_not_change() -> None:
    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        point.z = 2  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "mistake",
    [lambda kind: kind(), lambda kind: kind(1, 2, 3, 4), lambda kind: kind(1, z=2), lambda kind: kind._make((1,))],
    ids=["too few", "too many", "an unknown name", "too few to make of"],
)
def test_a_mistake_is_the_same_error(mistake: typing.Callable[[typing.Any], object]) -> None:
    with pytest.raises(TypeError):
        mistake(Twin)
    with pytest.raises(TypeError):
        mistake(Point)


def test_an_unknown_field_is_not_replaced() -> None:
    with pytest.raises(ValueError, match="'z'"):
        Point(1)._replace(z=2)  # type: ignore[call-arg]


def test_a_class_that_cannot_be_is_an_error() -> None:
    with pytest.raises(TypeError, match="without a default"):
        exec("class Bad(NamedTuple):\n    x: int = 1\n    y: int", {"NamedTuple": values.NamedTuple})
    with pytest.raises(AttributeError, match="_make"):
        exec("class Bad(NamedTuple):\n    x: int\n    def _make(self): ...", {"NamedTuple": values.NamedTuple})


def test_no_module_makes_named_tuples_of_typing() -> None:
    root = Path(__file__).parents[1]
    slow = [
        str(path.relative_to(root))
        for folder in ("copylint", "rules")
        for path in sorted((root / folder).rglob("*.py"))
        if re.search(r"^from typing import .*\bNamedTuple\b", path.read_text(encoding="utf-8"), re.MULTILINE)
        and path.name != "values.py"
    ]
    assert slow == [], "import NamedTuple from copylint.values: the classes of typing cost 0.2 ms each at every start"
