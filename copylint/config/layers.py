"""The tables of a configuration, where they and their values stand, and the paths that they name."""

from __future__ import annotations

import os

from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from copylint.plugins import Registry
    from copylint.rule import Rule
    from copylint.toml import Toml, TomlError


class Layer:
    """A table of the configuration and where it stands: a file, one of its overrides, or the command line."""

    __slots__ = ("name", "table", "told", "toml", "where")

    def __init__(
        self,
        table: Mapping[str, Any],
        toml: Toml | None = None,
        where: tuple[str | int, ...] = (),
        name: str = "",
        *,
        told: bool = False,
    ) -> None:
        self.told = told  # whether the name tells where it is
        self.table = table
        self.toml = toml
        self.where = where
        self.name = name

    def error(self, key: Sequence[str | int], message: str) -> TomlError:
        """The error to raise for the value of a key, with its place; for the command line, with its option."""
        if self.toml is not None:
            return self.toml.error((*self.where, *key), message, value=bool(key) and isinstance(key[-1], int))
        from copylint.toml import TomlError

        return TomlError(f"--{key[0]}", 0, 0, message)

    def origin(self, key: Sequence[str | int]) -> str:
        """Where a key comes from, as `copylint config` tells it."""
        if self.toml is None:
            return "the command line"
        if self.told:
            return self.name
        line, column = self.toml.where((*self.where, *key))
        place = f"{self.toml.path}:{line}:{column}"
        return f"{self.name} ({place})" if self.name else place


class Value(NamedTuple):
    """A value, and the key that it stands under in a layer."""

    value: Any
    layer: Layer
    key: tuple[str | int, ...]

    def origin(self) -> str:
        """Where it comes from, as `copylint config` tells it."""
        return self.layer.origin(self.key)


def values_of(
    layer: Layer, where: tuple[str | int, ...], table: Mapping[str, Any], *, names: bool = False
) -> dict[str, Value]:
    """The values of a table, by option as TOML writes it, or by name as it stands."""
    return {key if names else dashed(key): Value(value, layer, (*where, key)) for key, value in table.items()}


def merge(values: dict[str, Value], over: Mapping[str, Value]) -> None:
    """Puts values over others: tables merge by key, all else replaces."""
    for key, value in over.items():
        below = values.get(key)
        if below is not None and isinstance(below.value, dict) and isinstance(value.value, dict):
            value = value._replace(value=merged(below.value, value.value))
        values[key] = value


def merged(table: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A table with another merged over it."""
    whole = dict(table)
    for key, value in over.items():
        below = whole.get(key)
        whole[key] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return whole


def dashed(key: str) -> str:
    """A key as TOML writes it, of one as Python does."""
    return key.replace("_", "-")


def root_of(folder: str) -> str:
    """The repository that a folder stands in, or the folder itself."""
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ".git")):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent


def is_within(root: str, path: str) -> bool:
    """Whether a path stays below a folder, links followed."""
    root = os.path.realpath(root)
    return os.path.join(os.path.realpath(path), "").startswith(os.path.join(root, ""))


def links_in(folder: str) -> Iterable[str]:
    """The folder, and all links below it."""
    yield folder
    waiting = [folder]
    while waiting:
        for entry in sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name):
            if entry.is_symlink():
                yield entry.path
            elif entry.is_dir():
                waiting.append(entry.path)


def has_fields(rule: Rule, registry: Registry) -> bool:
    """Whether a rule's options are separate settings, and not data that its kind of check reads as a whole."""
    kind = registry.kinds.get(rule.kind)
    return kind is None or kind.read is None
