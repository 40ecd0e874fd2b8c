"""House styles: a style file and all that it extends."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from copylint.config.layers import (
    Layer,
    Value,
    dashed,
    from_here,
    has_fields,
    is_within,
    likely,
    merge,
    merged,
    root_of,
    values_of,
)
from copylint.config.strictness import check_date, check_rule_tables, tables_of

if TYPE_CHECKING:
    from copylint.config.configured import Configured
    from copylint.plugins import Registry

_STYLE_KEYS = ("summary", "extends", "as_of", "source", "options", "rules", "terms", "exceptions")


class House(NamedTuple):
    """A house style with all that it extends: its house-level options by name, its terms (those that it
    extends first) and its exceptions, as they stand in the files."""

    name: str
    options: Mapping[str, Any]
    terms: tuple[Mapping[str, Any], ...]
    exceptions: Mapping[str, Any]


class HouseRead(NamedTuple):
    """A style as it was read: its values with their places."""

    house: House
    options: Mapping[str, Value]
    rules: Mapping[str, Mapping[str, Value]]


def read_house(configured: Configured, said: Value) -> HouseRead:
    """The style that a value names, with all that it extends."""
    from copylint.toml import read

    registry = configured.registry
    chain: list[Layer] = []
    seen: set[str] = set()
    folder = root = ""  # of the style file that extends
    while True:
        name = said.value
        if name in registry.styles:
            path = registry.styles[name]
            root = os.path.dirname(path)
        elif not chain and _is_path(name):
            path = configured.path_of(said)
            root = configured.root if said.layer.toml is not None else root_of(os.path.dirname(path))
        elif _is_path(name):
            path = os.path.normpath(os.path.join(folder, name))
            if "://" in name or not is_within(root, path):
                raise said.layer.error(said.key, f"'{name}' leads out of the repository")
        else:
            raise said.layer.error(said.key, f"'{name}' is no style{likely(name, registry.styles)}")
        real = os.path.realpath(path)
        if real in seen:
            raise said.layer.error(said.key, f"'{name}' extends itself")
        seen.add(real)
        if not os.path.isfile(path):
            raise said.layer.error(said.key, f"'{name}' is no file")
        toml = read(from_here(path))
        label = name if name in registry.styles else os.path.splitext(os.path.basename(path))[0]
        layer = Layer(toml.data, toml, (), f"style {label}", told=name in registry.styles)
        _check_style(layer, registry)
        chain.append(layer)
        if "extends" not in toml.data:
            break
        said = Value(toml.data["extends"], layer, ("extends",))
        folder = os.path.dirname(os.path.abspath(path))
    options: dict[str, Value] = {}
    rules: dict[str, dict[str, Value]] = {}
    exceptions: dict[str, Any] = {}
    terms: list[Mapping[str, Any]] = []
    for layer in reversed(chain):
        table = layer.table
        merge(options, values_of(layer, ("options",), table.get("options", {})))
        for rule_id, values in table.get("rules", {}).items():
            merge(rules.setdefault(rule_id, {}), values_of(layer, ("rules", rule_id), values))
        terms += table.get("terms", ())
        exceptions = merged(exceptions, table.get("exceptions", {}))
    plain = {key.replace("-", "_"): value.value for key, value in options.items()}
    return HouseRead(
        House(chain[0].name.removeprefix("style "), plain, tuple(terms), exceptions), options, rules
    )


def _is_path(style: str) -> bool:
    return "/" in style or os.sep in style or style.endswith(".toml")


def _check_style(layer: Layer, registry: Registry) -> None:
    for key in layer.table:
        if key not in _STYLE_KEYS:
            raise layer.error((key,), f"'{key}' is no key of a style{likely(key, _STYLE_KEYS)}")
    for key in ("summary", "extends"):
        if not isinstance(layer.table.get(key, ""), str):
            raise layer.error((key,), f"'{key}' must be a string")
    for key in ("options", "rules", "exceptions"):
        if not isinstance(layer.table.get(key, {}), dict):
            raise layer.error((key,), f"'{key}' must be a table")
    check_date(layer, "as_of")
    tables_of(layer, "terms")
    known = {
        dashed(field)
        for rule in registry.rules.values()
        if has_fields(rule, registry)
        for field in rule.options._fields
    }
    for key in layer.table.get("options", {}):
        if dashed(key) not in known:
            raise layer.error(("options", key), f"'{key}' is an option of no rule{likely(key, known)}")
    check_rule_tables(layer, registry, {})
