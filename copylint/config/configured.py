"""One configuration file, checked, and the command line on top of it: settles what holds for its files."""

from __future__ import annotations

import os

from copylint.config.layers import Layer, Value, is_within, links_in, root_of, values_of
from copylint.config.patterns import Patterns, excluded_by_default
from copylint.config.settings import Resolved, Settings
from copylint.document import BLOCK_KINDS
from copylint.rule import OptionError, Rule
from copylint.toml import from_here
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from copylint.config.house import HouseRead
    from copylint.plugins import Registry


class _Override(NamedTuple):
    layer: Layer
    paths: Patterns | None
    fields: tuple[str, ...]


class Configured:
    """A configuration file, checked, and the command line on top of it."""

    def __init__(
        self, registry: Registry, layer: Layer, line: Layer, folder: str | None, extras: Mapping[str, str]
    ) -> None:
        self.registry = registry
        self.layer = layer
        self.line = line
        self.folder = folder
        self.extras = extras
        self._include: Patterns | None = None
        self._exclude: Patterns | None = None
        self._overrides: list[_Override] = []
        self._settings: dict[tuple[int, ...], Settings] = {}
        self._houses: dict[str, HouseRead] = {}
        self.file_folder = folder  # what paths in the file start from
        if layer.toml is not None:
            self.file_folder = os.path.dirname(os.path.abspath(layer.toml.path))
            self._load()
        if line.table:
            from copylint.config.strictness import check_names, check_values

            check_values(line)
            check_names(line, self.registry, extras)

    def _load(self) -> None:
        from copylint.config.strictness import (
            KEYS,
            OVERRIDE_KEYS,
            check_names,
            check_values,
            missing,
            patterns_of,
            tables_of,
        )
        from copylint.likely import likely

        layer = self.layer
        table = layer.table
        known = {*KEYS, *self.registry.sources, *self.extras}
        for key in table:
            if key not in known:
                hint = likely(key, known)
                if key == "tool":
                    hint = ": the table [tool.copylint] is for pyproject.toml, and here its keys stand by themselves"
                raise layer.error((key,), f"'{key}' is not a configuration key{hint}")
        check_values(layer)
        for key in self.extras:
            if key in table:
                raise layer.error((key,), missing(key, self.extras[key]))
        for key in self.registry.sources:
            if not isinstance(table.get(key, {}), dict):
                raise layer.error((key,), f"'{key}' must be a table")
        self._add_packs()
        check_names(layer, self.registry, self.extras)
        self._include = patterns_of(layer, "include") if table.get("include") else None
        self._exclude = patterns_of(layer, "exclude") if table.get("exclude") else None
        for index, one in enumerate(tables_of(layer, "overrides")):
            over = Layer(one, layer.toml, (*layer.where, "overrides", index), "override")
            for key in one:
                if key not in OVERRIDE_KEYS:
                    raise over.error((key,), f"'{key}' is not a key of an override{likely(key, OVERRIDE_KEYS)}")
            if not one.get("paths") and not one.get("fields"):
                raise over.error((), "an override needs 'paths' or 'fields' that it holds for")
            check_values(over)
            for at, field in enumerate(one.get("fields", ())):
                if field not in BLOCK_KINDS:
                    message = f"'{field}' is not a kind of block{likely(field, BLOCK_KINDS, all_of_them=True)}"
                    raise over.error(("fields", at), message)
            check_names(over, self.registry, self.extras)
            paths = patterns_of(over, "paths") if one.get("paths") else None
            self._overrides.append(_Override(over, paths, tuple(one.get("fields", ()))))
        for checked in (layer, *(override.layer for override in self._overrides)):
            self._check_options(checked)
            if "style" in checked.table:
                self.house(Value(checked.table["style"], checked, ("style",)))

    def _add_packs(self) -> None:
        """Adds the newsroom's own packs to the registry: TOML rules from within the repository."""
        names = self.layer.table.get("rules-folders", ())
        if not names:
            return
        from copylint.packs import pack_folders

        folders = []
        for index, name in enumerate(names):
            key = ("rules-folders", index)
            folder = self.path_of(Value(name, self.layer, key))
            if not os.path.isdir(folder):
                raise self.layer.error(key, f"'{name}' is not a folder")
            found = [folder] if os.path.isfile(os.path.join(folder, "pack.toml")) else pack_folders(folder)
            if not found:
                raise self.layer.error(key, f"'{name}' holds no pack: a folder with a pack.toml and a file a rule")
            for pack in found:
                for inside in links_in(pack):
                    if not is_within(self.root, inside):
                        raise self.layer.error(key, f"'{from_here(inside)}' leads out of the repository")
            folders += found
        self.registry = self.registry.with_packs(folders)

    def _check_options(self, layer: Layer) -> None:
        for rule_id, table in layer.table.get("rules", {}).items():
            rule = self.registry.rules[rule_id]
            self.options(rule, values_of(layer, ("rules", rule_id), table))

    def options(self, rule: Rule, values: Mapping[str, Value]) -> Any:
        """The options of a rule with these values in place of its own."""
        from copylint.packs import options_for

        try:
            return options_for(rule, self.registry.kinds, {key: value.value for key, value in values.items()})
        except OptionError as error:
            said = values.get(str(error.key[0])) if error.key else None
            if said is None:
                said = next(iter(values.values()))
                raise said.layer.error(said.key[:-1], f"{rule.id}: {error}") from None
            raise said.layer.error((*said.key, *error.key[1:]), f"{rule.id}: {error}") from None

    @property
    def root(self) -> str:
        """The repository that the file stands in, or its folder if that is in none."""
        return root_of(self.file_folder or os.getcwd())

    def path_of(self, said: Value) -> str:
        """The absolute path that a value of the file names. Raises TomlError if it leads out of the repository."""
        name = said.value
        if "\0" in name:
            raise said.layer.error(said.key, "a path holds no NUL")
        if "://" in name:
            raise said.layer.error(said.key, f"'{name}' is a URL; nothing is fetched: name a file of this repository")
        of_file = said.layer.toml is not None  # what the command line names may be anywhere
        path = os.path.normpath(os.path.join((of_file and self.file_folder) or os.getcwd(), name))
        if of_file and not is_within(self.root, path):
            raise said.layer.error(said.key, f"'{name}' leads out of the repository")
        return path

    @property
    def has_overrides(self) -> bool:
        """Whether some files may have other settings than others."""
        return bool(self._overrides)

    def excludes(self, path: str, folder: bool, *, named: bool = True) -> bool:
        """named: also what is left out for its name alone."""
        if self._exclude is not None:
            verdict = self._exclude.verdict(self._relative(path) + ("/" if folder else ""))
            if verdict is not None:
                return verdict
        return named and not folder and excluded_by_default(path.rpartition(os.sep)[2])

    def wants(self, path: str) -> bool:
        """Whether a walk takes a file, by its absolute path: `include` names it, if it names anything, and it is not
        excluded."""
        if self._include is not None and self._include.verdict(self._relative(path)) is not True:
            return False
        return not self.excludes(path, False)

    def _relative(self, path: str) -> str:
        folder = os.path.join(self.folder or os.getcwd(), "")
        relative = path[len(folder) :] if path.startswith(folder) else os.path.relpath(path, folder)
        return relative if os.sep == "/" else relative.replace(os.sep, "/")

    def settings(self, path: str) -> Settings:
        """The settings for an absolute path; the same object for all paths with the same overrides."""
        matching: tuple[int, ...] = ()
        if self._overrides:
            relative = self._relative(path)
            matching = tuple(
                index
                for index, override in enumerate(self._overrides)
                if override.paths is None or override.paths.verdict(relative)
            )
        known = self._settings.get(matching)
        if known is None:
            known = self._settings[matching] = self._settled(matching)
        return known

    def _settled(self, matching: tuple[int, ...]) -> Settings:
        overrides = [self._overrides[index] for index in matching]
        fields = {}
        for field in BLOCK_KINDS:
            if any(field in override.fields for override in overrides):
                fields[field] = self._built([one for one in overrides if not one.fields or field in one.fields], {})
        return self._built([one for one in overrides if not one.fields], fields)

    def _built(self, overrides: Sequence[_Override], fields: Mapping[str, Settings]) -> Settings:
        layers = [self.layer, *(override.layer for override in overrides), self.line]
        resolved = Resolved(self, layers)
        return resolved.settings(fields)

    def style_files(self) -> list[str]:
        """The files of the styles that have been read, and of those that they extend."""
        return [path for house in self._houses.values() for path in house.files]

    def house(self, said: Value) -> HouseRead:
        """The style that a value names, read once. Raises TomlError."""
        from copylint.config.house import read_house

        key = said.value if said.layer.toml is not None else "--" + said.value
        known = self._houses.get(key)
        if known is None:
            known = self._houses[key] = read_house(self, said)
        return known
