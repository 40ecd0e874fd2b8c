"""Refuses whatever a configuration says that is unknown, with the nearest right word."""

from __future__ import annotations

from copylint.config.patterns import Patterns
from copylint.config.settings import LISTS
from copylint.expressions import expression
from copylint.likely import likely
from copylint.rule import SEVERITIES
from copylint.toml import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from copylint.config.layers import Layer
    from copylint.plugins import Registry

_LANGUAGE = expression("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

FAIL_ON = ("error", "warning", "suggestion", "never")
SCOPES = ("document", "folder", "project")
OVERRIDE_KEYS = ("paths", "fields", *LISTS, "severity", "style", "language", "rules")
KEYS = (
    *LISTS, "severity", "fail-on", "style", "scope", "language", "as-of", "baseline", "include", "exclude",
    "rules-folders", "rules", "overrides",
)  # fmt: skip

_MOST_PATTERNS = 5_000  # what takes half a second


def check_values(layer: Layer) -> None:
    """Checks what kind of value each key has, wherever it may stand."""
    table = layer.table
    for key in (*LISTS, "include", "exclude", "rules-folders", "paths", "fields"):
        value = table.get(key, ())
        if not isinstance(value, (list, tuple)):
            raise layer.error((key,), f"'{key}' must be an array of strings")
        for index, one in enumerate(value):
            if not isinstance(one, str):
                raise layer.error((key, index), f"'{key}' must be an array of strings")
    for key in ("style", "language", "baseline"):
        if not isinstance(table.get(key, ""), str):
            raise layer.error((key,), f"'{key}' must be a string")
    choices: dict[str, tuple[str, ...]] = {"fail-on": FAIL_ON, "scope": SCOPES}
    for key, known in choices.items():
        if key in table and table[key] not in known:
            message = f"'{key}' cannot be {written(table[key])}{likely(table[key], known, all_of_them=True)}"
            raise layer.error((key,), message)
    if "language" in table and not _LANGUAGE.fullmatch(table["language"]):
        raise layer.error(("language",), f"'{table['language']}' is not a language tag, such as 'en' or 'en-GB'")
    if "style" in table and not table["style"]:
        raise layer.error(("style",), "'style' must be the name of a style or the path of a style file")
    check_date(layer, "as-of")
    for key in ("severity", "rules"):
        if not isinstance(table.get(key, {}), dict):
            raise layer.error((key,), f"'{key}' must be a table")
    for name, value in table.get("severity", {}).items():
        if value not in SEVERITIES:
            hint = " (to switch a rule off, use 'ignore')" if value in ("off", "never", "none", False) else ""
            hint = hint or likely(value, SEVERITIES, all_of_them=True)
            raise layer.error(("severity", name), f"{written(value)} is not a severity{hint}")


def check_date(layer: Layer, key: str) -> None:
    """Checks that a key, if it is there, holds a date: TOML's own, or ISO 8601 in a string. Raises TomlError."""
    if key not in layer.table:
        return
    from datetime import date, datetime

    value = layer.table[key]
    if isinstance(value, date) and not isinstance(value, datetime):
        return
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        raise layer.error((key,), f"'{key}' must be a date, such as 2026-02-28, not {written(value)}") from None


def tables_of(layer: Layer, key: str) -> Sequence[Mapping[str, Any]]:
    """The tables of an array; empty if the key is missing. Raises TomlError for anything else."""
    value = layer.table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise layer.error((key,), f"'{key}' must be an array of tables: [[{key}]]")
    return value


def check_names(layer: Layer, registry: Registry, extras: Mapping[str, str]) -> None:
    """Checks that all rules, packs and sources that a layer names are there."""
    table = layer.table
    for key in LISTS:
        for index, name in enumerate(table.get(key, ())):
            _check_name(layer, (key, index), name, registry, extras)
    for name in table.get("severity", ()):
        _check_name(layer, ("severity", name), name, registry, extras)
    check_rule_tables(layer, registry, extras)


def _check_name(
    layer: Layer, key: tuple[str | int, ...], name: str, registry: Registry, extras: Mapping[str, str]
) -> None:
    prefix, slash, _ = name.partition("/")
    if name in registry.rules or name in registry.packs or prefix in registry.sources:
        return
    if prefix in extras:
        raise layer.error(key, missing(prefix, extras[prefix]))
    what = "is not a rule" if slash else "is not a rule or pack"
    known = [*registry.rules] if slash else [*registry.rules, *registry.packs, *registry.sources]
    raise layer.error(key, f"'{name}' {what}{likely(name, known)}")


def check_rule_tables(layer: Layer, registry: Registry, extras: Mapping[str, str]) -> None:
    """Checks that each table of options is one of a rule. Raises TomlError."""
    for name, options in layer.table.get("rules", {}).items():
        if name in registry.packs and isinstance(options, dict):
            inner = next((f"{name}/{key}" for key in options if f"{name}/{key}" in registry.rules), f"{name}/…")
            raise layer.error(("rules", name), f"'{name}' is a pack, not a rule: write [rules.\"{inner}\"]")
        if name not in registry.rules:
            _check_name(layer, ("rules", name), name, registry, extras)
            raise layer.error(("rules", name), f"'{name}' takes its options in a table of its own")
        if not isinstance(options, dict):
            raise layer.error(("rules", name), f"the options of '{name}' must be a table")


def missing(name: str, extra: str) -> str:
    """The sentence on a source whose extra is not installed."""
    return f"'{name}' is not installed: pip install 'copylint[{extra}]'"


def patterns_of(layer: Layer, key: str) -> Patterns:
    values = layer.table[key]
    if len(values) > _MOST_PATTERNS:
        message = f"'{key}' has {len(values):,} patterns, and may have {_MOST_PATTERNS:,}: name their folders instead"
        raise layer.error((key,), message)
    try:
        return Patterns(values)
    except ValueError:
        for index, value in enumerate(values):
            try:
                Patterns([value])
            except ValueError as error:
                raise layer.error((key, index), f"'{value}': {error}") from None
        raise
