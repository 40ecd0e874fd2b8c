"""House styles: a style file and all that it extends."""

from __future__ import annotations

import os

from copylint.config.layers import (
    Layer,
    Value,
    dashed,
    has_fields,
    is_within,
    merge,
    root_of,
    values_of,
)
from copylint.config.strictness import check_date, check_rule_tables, tables_of
from copylint.likely import likely
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from copylint.config.configured import Configured
    from copylint.plugins import Registry

TERMS = "house/term"  # the rule that reports a style's terms
_STYLE_KEYS = (
    "name", "summary", "extends", "as_of", "source", "sources", "options", "rules", "terms", "swap", "exceptions",
)  # fmt: skip
_EVERYWHERE = ("form",)  # options of many rules that each mean something else by them


class House(NamedTuple):
    """A house style with all that it extends. name: its id; title: what messages call it. options: its house-level
    options by name. terms: how many terms it has. exceptions: longer phrases that are allowed although they contain a
    term. sources: where its facts come from, by option. as_of: when its own facts were checked."""

    name: str
    title: str
    options: Mapping[str, Any]
    terms: int
    exceptions: tuple[str, ...]
    sources: Mapping[str, str] = {}
    as_of: str | None = None


class HouseRead(NamedTuple):
    """A style as it was read: its values with their places, its files and those of the styles that it extends."""

    house: House
    options: Mapping[str, Value]
    rules: Mapping[str, Mapping[str, Value]]
    files: tuple[str, ...]


def read_house(configured: Configured, said: Value) -> HouseRead:
    """The style that a value names, with all that it extends. Raises TomlError."""
    chain = _chain(configured, said)
    options: dict[str, Value] = {}
    rules: dict[str, dict[str, Value]] = {}
    exceptions: list[str] = []
    sources: dict[str, str] = {}
    terms: list[Any] = []
    for layer in reversed(chain):
        table = layer.table
        merge(options, values_of(layer, ("options",), table.get("options", {})))
        for rule_id, values in table.get("rules", {}).items():
            merge(rules.setdefault(rule_id, {}), values_of(layer, ("rules", rule_id), values))
        for key in (*table.get("options", ()), *table.get("rules", ())):
            sources.pop(key, None)  # what the style that is extended had from there, this one says by itself
        terms += _terms(layer)
        exceptions += table.get("exceptions", ())
        sources.update(table.get("sources", {}))
    name = chain[0].name.removeprefix("style ")
    title = chain[0].table.get("name", name)
    as_of = str(chain[0].table["as_of"]) if "as_of" in chain[0].table else None
    if terms and TERMS in configured.registry.rules:
        own = {"style": title, "compiled": terms, "exceptions": exceptions}
        rules[TERMS] = {key: Value(value, chain[0], ("terms",)) for key, value in own.items()}
    plain = {key.replace("-", "_"): value.value for key, value in options.items()}
    house = House(name, title, plain, len(terms), tuple(exceptions), sources, as_of)
    files = tuple(layer.toml.path for layer in chain if layer.toml is not None)
    return HouseRead(house, options, rules, files)


def _chain(configured: Configured, said: Value) -> list[Layer]:
    """The files of a style: its own, that of the style that it extends, and so on."""
    from copylint.toml import from_here, read

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
            raise said.layer.error(said.key, f"'{name}' is not a style{likely(name, registry.styles)}")
        real = os.path.realpath(path)
        if real in seen:
            raise said.layer.error(said.key, f"'{name}' extends itself")
        seen.add(real)
        if not os.path.isfile(path):
            raise said.layer.error(said.key, f"'{name}' is not a file")
        toml = read(from_here(path))
        label = name if name in registry.styles else os.path.splitext(os.path.basename(path))[0]
        layer = Layer(toml.data, toml, (), f"style {label}", told=name in registry.styles)
        _check_style(layer, registry)
        chain.append(layer)
        if "extends" not in toml.data:
            return chain
        said = Value(toml.data["extends"], layer, ("extends",))
        folder = os.path.dirname(os.path.abspath(path))


def _terms(layer: Layer) -> list[Any]:
    """The terms of one style file, compiled."""
    if not layer.table.get("terms") and not layer.table.get("swap"):
        return []
    from copylint.checks.house import compiled, swapped
    from copylint.rule import OptionError

    try:
        found = swapped(("swap",), layer.table.get("swap", {}))
        for number, table in enumerate(layer.table.get("terms", ())):
            found += compiled(("terms", number), table)
    except OptionError as error:
        raise layer.error(error.key, str(error)) from None
    return found


class Stand(NamedTuple):
    """What a style says of a rule: the options with the values that it sets, the source of each, and the number of its
    terms if the rule reports them."""

    style: str
    values: Mapping[str, Any]
    sources: Mapping[str, str]
    terms: int = 0
    as_of: str | None = None


def stands(registry: Registry, rule_id: str, styles: Iterable[str] | None = None) -> list[Stand]:
    """What each style (all known ones by default) says of a rule. A style that says nothing has no values and no
    terms."""
    from copylint.config.configured import Configured

    rule = registry.rules[rule_id]
    found = []
    for name in sorted(registry.styles) if styles is None else styles:
        configured = Configured(registry, Layer({}), Layer({}), None, {})
        read = read_house(configured, Value(name, Layer({"style": name}), ("style",)))
        own = {dashed(field) for field in rule.options._fields} if has_fields(rule, registry) else set()
        values = {key: value.value for key, value in read.options.items() if key in own}
        sources = {key: read.house.sources[key] for key in values if key in read.house.sources}
        if rule_id == TERMS:
            found.append(Stand(read.house.name, {}, {}, read.house.terms, read.house.as_of))
            continue
        values.update((key, value.value) for key, value in read.rules.get(rule_id, {}).items())
        if rule_id in read.house.sources:
            sources.update((key, read.house.sources[rule_id]) for key in values if key not in sources)
        found.append(Stand(read.house.name, values, sources, 0, read.house.as_of))
    return found


def _is_path(style: str) -> bool:
    return "/" in style or os.sep in style or style.endswith(".toml")


def _check_style(layer: Layer, registry: Registry) -> None:
    for key in layer.table:
        if key not in _STYLE_KEYS:
            raise layer.error((key,), f"'{key}' is not a key of a style{likely(key, _STYLE_KEYS)}")
    for key in ("name", "summary", "extends"):
        if not isinstance(layer.table.get(key, ""), str):
            raise layer.error((key,), f"'{key}' must be a string")
    if not isinstance(layer.table.get("source", ""), str):
        raise layer.error(("source",), "'source' must be a string")
    sources = layer.table.get("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(one, str) for one in sources.values()):
        raise layer.error(("sources",), "'sources' must be a table of strings: option = where it was seen")
    exceptions = layer.table.get("exceptions", [])
    if not isinstance(exceptions, list) or not all(isinstance(one, str) for one in exceptions):
        raise layer.error(("exceptions",), "'exceptions' must be an array of phrases that may stand")
    for key in ("options", "rules", "swap"):
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
        if dashed(key) in _EVERYWHERE:
            message = f"'{key}' is an option of many rules: write it in the table of one, [rules.\"…\"]"
            raise layer.error(("options", key), message)
        if dashed(key) not in known:
            raise layer.error(("options", key), f"'{key}' is an option of no rule{likely(key, known)}")
    check_rule_tables(layer, registry, {})
