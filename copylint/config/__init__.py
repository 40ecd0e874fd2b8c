"""The configuration nearest to a file: which rules run on it, how severe they are, with which options.

Strict: anything unknown is an error with its place and the nearest right word. A configuration is data: it runs no code
and reads no file outside its repository. Each value is taken from the first that sets it: the command line, the
overrides that match the file (the last one first), the nearest configuration file, the house style, the rule.
"""

from __future__ import annotations

import os

from copylint.config.configured import Configured
from copylint.config.layers import Layer, dashed
from copylint.config.nearest import FILES, find, read_given, read_in
from copylint.config.patterns import DEFAULT_EXCLUDE, Patterns
from copylint.config.settings import DEFAULT, RULE_DEFAULT, Described, Settings, describe
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from copylint.plugins import Registry
    from copylint.toml import Toml

__all__ = [
    "DEFAULT",
    "DEFAULT_EXCLUDE",
    "FILES",
    "RULE_DEFAULT",
    "Choices",
    "Configuration",
    "Described",
    "Patterns",
    "Settings",
    "describe",
    "find",
]


class Choices(NamedTuple):
    """What the command line says; None where it says nothing. style and config may be paths, from the working
    directory. stdin_name: the file whose settings hold for standard input."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    style: str | None = None
    scope: str | None = None
    language: str | None = None
    as_of: str | None = None
    baseline: str | None = None
    config: str | None = None
    isolated: bool = False
    stdin_name: str | None = None


_LINE_FIELDS = ("select", "extend_select", "ignore", "fail_on", "style", "scope", "language", "as_of", "baseline")


class Configuration:
    """All configuration of a run: finds and reads files as they are needed, each once.

    extras: the sources that can be installed, by name, with the extra that brings each. Raises TomlError, or PackError
    for a newsroom's own packs.
    """

    def __init__(
        self,
        registry: Registry,
        choices: Choices = Choices(),  # noqa: B008 - an immutable value
        extras: Mapping[str, str] | None = None,
    ) -> None:
        self._registry = registry
        self._choices = choices
        there = {*registry.sources, *registry.packs}
        self._extras = {name: extra for name, extra in (extras or {}).items() if name not in there}
        said = {key: value for key, value in choices._asdict().items() if value is not None}
        self._line = Layer({dashed(key): said[key] for key in _LINE_FIELDS if key in said})
        self._nearest: dict[str, Configured] = {}
        self._excluded: dict[str, bool] = {}
        self._settings: dict[str, Settings] = {}
        self._alike: dict[str, Settings] = {}  # absolute folder, of whose files all have the same
        self._none: Configured | None = None
        self._given: Configured | None = None

    def for_file(self, path: str, field: str | None = None) -> Settings:
        """The settings for a file (`-` is standard input) or, with `field`, for a kind of block in it."""
        settings = self._alike.get(path.rpartition(os.sep)[0]) or self._settings.get(path)
        if settings is None:
            whole = os.path.abspath((self._choices.stdin_name or path) if path == "-" else path)
            folder = os.path.dirname(whole)
            at = self._at(folder)
            settings = self._settings[path] = at.settings(whole)
            if not at.has_overrides:
                self._alike[folder] = settings
        return settings if field is None else settings.fields.get(field, settings)

    def registry_for(self, path: str) -> Registry:
        """The registry with the packs of the newsroom that a file or folder belongs to."""
        path = os.path.abspath(path)
        return self._at(path if os.path.isdir(path) else os.path.dirname(path)).registry

    def excluded(self, path: str, folder: bool = False) -> bool:
        """Whether the configuration leaves out an absolute path, or a folder that holds it."""
        above = os.path.dirname(path)
        return self._shut(above) or self._at(above).excludes(path, folder)

    def excluded_by(self, path: str) -> str | None:
        """The configuration file that excludes an absolute path; None if the path is excluded for its name alone."""
        folder = os.path.isdir(path)
        while True:
            above = os.path.dirname(path)
            at = self._at(above)
            if at.excludes(path, folder):
                toml = at.layer.toml
                return None if toml is None or not at.excludes(path, folder, named=False) else toml.path
            if above == path:
                return None
            path, folder = above, True

    def wanted_in(self, folder: str) -> Callable[[str], bool]:
        """A function that tells, by its absolute path, whether a walk takes a file in this absolute folder."""
        if self._shut(folder):
            return lambda path: False
        return self._at(folder).wants

    def _shut(self, folder: str) -> bool:
        """Whether a folder or one around it is excluded, up to the repository's root."""
        passed = []
        while (known := self._excluded.get(folder)) is None:
            above = os.path.dirname(folder)
            if above == folder or os.path.lexists(os.path.join(folder, ".git")):
                known = self._excluded[folder] = False
                break
            if self._at(above).excludes(folder, True):
                known = self._excluded[folder] = True
                break
            passed.append(folder)
            folder = above
        for one in passed:
            self._excluded[one] = known
        return known

    def _at(self, folder: str) -> Configured:
        """The nearest configuration to what stands in an absolute folder."""
        if self._choices.config is not None and not self._choices.isolated:
            if self._given is None:
                self._given = self._load(*read_given(self._choices.config), base=os.getcwd())
            return self._given
        passed = []
        found = None
        while not self._choices.isolated and (found := self._nearest.get(folder)) is None:
            passed.append(folder)
            read = read_in(folder)
            if read is not None:
                found = self._load(*read, base=folder)
                break
            above = os.path.dirname(folder)
            if above == folder or os.path.lexists(os.path.join(folder, ".git")):
                break
            folder = above
        if found is None:
            if self._none is None:
                self._none = Configured(self._registry, Layer({}), self._line, None, self._extras)
            found = self._none
        for one in passed:
            self._nearest[one] = found
        return found

    def _load(self, toml: Toml, where: tuple[str, ...], *, base: str) -> Configured:
        table: Any = toml.data
        for key in where:
            table = table[key]
        layer = Layer(table if isinstance(table, dict) else {}, toml, where)
        if not isinstance(table, dict):
            raise layer.error((), "the configuration must be a table")
        return Configured(self._registry, layer, self._line, base, self._extras)
