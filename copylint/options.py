"""Options: a TOML table as the values that a check is given, each converted to what its annotation asks for."""

from __future__ import annotations

import sys
from collections import abc
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from copylint.likely import likely
from copylint.rule import OptionError

_Key: TypeAlias = tuple[str | int, ...]
_TYPES = {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}
_SEVERITY: Any = Literal["suggestion", "warning", "error"]  # what `rule.Severity` is, which only a type checker knows
_MOST_SHOWN = 40  # code points of a value that an error repeats


def with_options(options: Any, table: Mapping[str, Any]) -> Any:
    """The options, a NamedTuple, with the values of a TOML table in place of their defaults. Raises OptionError.

    The field `outer_quote` is `outer-quote` in TOML (an underscore works too). A value must fit the annotation of its
    field; an array becomes a tuple or frozenset, and a table is merged by key into the default mapping.
    """
    if not table:
        return options
    hints = _hints(type(options))
    values = {}
    for key, value in table.items():
        field = key.replace("-", "_")
        if field not in options._fields:
            names = [name.replace("_", "-") for name in options._fields]
            raise OptionError((key,), f"'{key}' is not an option" + likely(key, names, all_of_them=True))
        values[field] = _fitted((key,), value, hints.get(field, Any), getattr(options, field))
    return options._replace(**values)


def choices(options: Any) -> dict[str, tuple[Any, ...]]:
    """For the fields of a NamedTuple of options that have few possible values, these values by the field's name."""
    hints = _hints(type(options))
    return {name: get_args(hint) for name, hint in hints.items() if get_origin(hint) is Literal}


def _hints(options: type[Any]) -> dict[str, Any]:
    """What the annotations of the fields mean; without those that name what only a type checker imports. The names
    that annotations of options have need not be imported where they stand."""
    module = sys.modules.get(options.__module__)
    names = {name: getattr(abc, name) for name in abc.__all__}
    names |= {"Any": Any, "Literal": Literal, **({} if module is None else vars(module)), "Severity": _SEVERITY}
    hints: dict[str, Any] = {}
    for field, annotation in options.__annotations__.items():
        one = type(options.__name__, (), {"__annotations__": {field: annotation}})
        try:
            hints.update(get_type_hints(one, names))
        except NameError:  # it says nothing here
            continue
    return hints


def _fitted(key: _Key, value: Any, hint: Any, current: Any) -> Any:
    """A TOML value as one that fits a type hint. current: what stands there now."""
    origin, arguments = get_origin(hint) or hint, get_args(hint)
    if origin is Literal:
        return _one_of(key, value, arguments)
    if origin is Union or origin is UnionType:
        return _as_first_that_fits(key, value, arguments, current)
    if origin is Any or not isinstance(origin, type):
        return _frozen(value)
    if hasattr(origin, "_fields"):
        return _record(key, value, origin, current)
    if issubclass(origin, Mapping):
        return _mapping(key, value, arguments, current)
    if issubclass(origin, (tuple, list, frozenset)) or getattr(origin, "__module__", "") == "collections.abc":
        return _array(key, value, origin, arguments)
    if origin is float and type(value) is int:
        return float(value)
    if not isinstance(value, origin) or (type(value) is bool and origin is not bool) or value != value:
        raise OptionError(key, f"{_name(key)} must be {_TYPES.get(origin, origin.__name__)}, not {_shown(value)}")
    return value


def _one_of(key: _Key, value: Any, values: tuple[Any, ...]) -> Any:
    if not any(value == one and type(value) is type(one) for one in values):
        told = ", ".join(f"'{one}'" if isinstance(one, str) else _shown(one) for one in values)
        raise OptionError(key, f"{_name(key)} must be one of {told}, not {_shown(value)}")
    return value


def _as_first_that_fits(key: _Key, value: Any, hints: tuple[Any, ...], current: Any) -> Any:
    """Handles a hint with alternatives. TOML has no None, so None can only be a default. If nothing fits, the error is
    that of the last alternative."""
    *others, last = (hint for hint in hints if hint is not NoneType)
    for hint in others:
        try:
            return _fitted(key, value, hint, current)
        except OptionError:
            continue
    return _fitted(key, value, last, current)


def _record(key: _Key, value: Any, kind: type[Any], current: Any) -> Any:
    table = _table(key, value)
    try:
        return with_options(current if isinstance(current, kind) else kind(), table)
    except OptionError as error:
        raise OptionError((*key, *error.key), str(error)) from None


def _mapping(key: _Key, value: Any, arguments: tuple[Any, ...], current: Any) -> dict[str, Any]:
    inner = arguments[1] if len(arguments) == 2 else Any
    old = current if isinstance(current, Mapping) else {}
    new = {word: _fitted((*key, word), item, inner, old.get(word)) for word, item in _table(key, value).items()}
    return {**old, **new}


def _array(key: _Key, value: Any, kind: type[Any], arguments: tuple[Any, ...]) -> tuple[Any, ...] | frozenset[Any]:
    if not isinstance(value, list):
        raise OptionError(key, f"{_name(key)} must be an array, not {_shown(value)}")
    hints = arguments
    if kind is not tuple or not arguments or arguments[-1] is ...:
        hints = (arguments[0] if arguments else Any,) * len(value)
    elif len(value) != len(arguments):
        raise OptionError(key, f"{_name(key)} must be an array of {len(arguments)}, not of {len(value)}")
    items = [_fitted((*key, at), item, hints[at], None) for at, item in enumerate(value)]
    return frozenset(items) if "Set" in kind.__name__ or kind is frozenset else tuple(items)


def _table(key: _Key, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise OptionError(key, f"{_name(key)} must be a table, not {_shown(value)}")
    return value


def _name(key: _Key) -> str:
    """What an error calls a value: 'terms', or each of 'terms' for one of an array."""
    last = [step for step in key if isinstance(step, str)][-1]
    return f"'{last}'" if key[-1] == last else f"each of '{last}'"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value if len(value) <= _MOST_SHOWN else value[: _MOST_SHOWN - 1] + '…'}'"
    return "an array" if isinstance(value, list) else "a table" if isinstance(value, dict) else str(value)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
