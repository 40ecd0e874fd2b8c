"""Asks each hook once and keeps the answers: the registry.

pluggy is imported only if an installed distribution declares an entry point in the group `copylint`; otherwise
copylint's own answers are taken as they are, which gives the same registry.
"""

from __future__ import annotations

import os
import sys

from copylint import builtin, kept
from copylint.checks import BuiltinKinds
from copylint.index import Index
from copylint.packs import PackError, builtin_root, load_pack
from copylint.rule import Kind, Pack, Rule, told
from copylint.toml import TomlError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

GROUP = "copylint"
_EMPTY = "plugins"
_MOST_FOLDERS = 100


class PluginError(ValueError):
    """A plug-in that cannot be used; the text is a sentence with its name."""


class Registry(NamedTuple):
    """Everything that can be chosen, by name. styles: name -> path of its file. plugins: name -> distribution and
    version, of those that are not copylint's own."""

    packs: Mapping[str, Pack]
    rules: Mapping[str, Rule]
    kinds: Mapping[str, Kind]
    sources: Mapping[str, Any]
    formats: Mapping[str, Any]
    reporters: Mapping[str, Any]
    styles: Mapping[str, str]
    plugins: Mapping[str, str]

    def suffixes(self) -> list[str]:
        """The suffixes of all formats."""
        return [suffix for reader in self.formats.values() for suffix in reader.suffixes]

    def with_packs(self, folders: Iterable[str]) -> Registry:
        """This registry and the TOML packs of a newsroom. Raises TomlError or PackError."""
        packs, rules = dict(self.packs), dict(self.rules)
        for folder in folders:
            pack = load_pack(folder, self.kinds, python=False)
            if pack.name in packs:
                raise PackError(folder, f"there is a pack '{pack.name}' already; give this one another name")
            packs[pack.name] = pack
            rules.update((rule.id, rule) for rule in pack.rules)
        return self._replace(packs=packs, rules=rules)


class Answers(NamedTuple):
    """What one plug-in answered: its name, and each hook's values."""

    plugin: str
    values: Mapping[str, Sequence[Any]]


HOOKS = (
    "copylint_checks",
    "copylint_packs",
    "copylint_sources",
    "copylint_formats",
    "copylint_reporters",
    "copylint_styles",
)


def registry(*, full: bool = False) -> Registry:
    """The registry of copylint and the installed plug-ins. full: ask through pluggy even where there is no plug-in.

    Raises PluginError, PackError or TomlError.
    """
    found = entry_points()
    if not found and not full:
        return _own()
    return _registered(_asked(found), {name: distribution for name, _, distribution in found})


def _own() -> Registry:
    """The registry without any plug-in, its rules by the index."""
    kinds = BuiltinKinds()
    index = Index(builtin_root(), kinds)
    packs = index.packs()
    if packs is None:
        packs = [load_pack(folder, kinds, python=True) for folder in builtin.copylint_packs()]
        index.keep(packs)
    own = {hook: getattr(builtin, hook)() for hook in HOOKS if hook not in ("copylint_packs", "copylint_checks")}
    without = _registered([Answers("copylint", own)], {})
    return without._replace(
        packs={pack.name: pack for pack in packs},
        rules={rule.id: rule for pack in packs for rule in pack.rules},
        kinds=kinds,
    )


def entry_points() -> list[tuple[str, str, str]]:
    """The entry points of the group: (name, place, distribution and version), sorted; a place is a module, or an object
    in one. Of a distribution that is installed in two folders the first counts, as it does for an import.

    Reads `entry_points.txt` of each distribution on `sys.path` without importlib.metadata, which costs more than a
    run of one page does. A folder that had none is looked at again when it has changed. (Only that there is nothing is
    kept: no file of the cache can have a module imported.)
    """
    known = kept.load(_EMPTY, "") or {}
    empty: dict[str, int] = {}
    found: dict[str, list[tuple[str, str, str]]] = {}
    for folder in dict.fromkeys(map(os.path.abspath, sys.path)):
        try:
            state = os.stat(folder).st_mtime_ns
        except (OSError, ValueError):
            continue
        here = {} if known.get(folder) == state else _scanned(folder)
        for distribution, points in here.items():
            found.setdefault(distribution, points)
        if not here:
            empty[folder] = state
    if any(known.get(folder) != state for folder, state in empty.items()):
        kept.save(_EMPTY, "", {**dict(list(known.items())[-_MOST_FOLDERS:]), **empty})
    return sorted(point for points in found.values() for point in points)


def _scanned(folder: str) -> dict[str, list[tuple[str, str, str]]]:
    """The entry points of the distributions in a folder, by the name of the distribution."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    try:
        entries = sorted(os.listdir(folder))
    except OSError:
        return found
    for entry in entries:
        if not entry.endswith((".dist-info", ".egg-info")):
            continue
        try:
            with open(os.path.join(folder, entry, "entry_points.txt"), encoding="utf-8") as file:
                text = file.read()
        except (OSError, ValueError):
            continue
        if f"[{GROUP}]" in text:
            distribution = entry.rsplit(".", 1)[0].split("-", 1)
            points = [(name, place, " ".join(distribution)) for name, place in _section(text)]
            found.setdefault(distribution[0].lower().replace("-", "_").replace(".", "_"), points)
    return found


def _section(text: str) -> list[tuple[str, str]]:
    """The `name = place` lines of the group in an entry_points.txt."""
    lines, inside = [], False
    for line in text.split("\n"):
        line = line.strip()
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and "=" in line and not line.startswith(("#", ";")):
            name, _, place = line.partition("=")
            lines.append((name.strip(), place.strip()))
    return lines


def _module(place: str) -> str:
    """The module of `module`, `module:object` or either with `[extras]`, as entry points may be written."""
    return place.partition("[")[0].partition(":")[0].strip()


def state_of_plugins() -> str:
    """The state of the files of the installed plug-ins, which are loaded: of the package of each, or its module."""
    places: set[str] = set()
    for _, place, _ in entry_points():
        loaded = sys.modules.get(_module(place).partition(".")[0])
        places.update(getattr(loaded, "__path__", None) or filter(None, [getattr(loaded, "__file__", None)]))
    return kept.state_of_files(sorted(places))


def _asked(found: Iterable[tuple[str, str, str]]) -> list[Answers]:
    """Every plug-in's answers through pluggy, copylint's own first."""
    import importlib

    import pluggy

    from copylint import hookspecs

    class Manager(pluggy.PluginManager):
        def parse_hookimpl_opts(self, plugin: Any, name: str) -> Any:
            if plugin is builtin:  # plain functions, so that a run without plug-ins needs no pluggy
                return {} if name in HOOKS else None
            return super().parse_hookimpl_opts(plugin, name)

    manager = Manager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, "copylint")
    for name, place, distribution in found:
        try:
            plugin: Any = importlib.import_module(_module(place))
            for part in filter(None, place.partition("[")[0].partition(":")[2].strip().split(".")):
                plugin = getattr(plugin, part)
            manager.register(plugin, name)
            manager.check_pending()
        except (Exception, SystemExit) as error:
            raise PluginError(f"the plug-in '{name}' ({distribution}) cannot be loaded: {told(error)}") from None
    values: dict[str, dict[str, list[Any]]] = {}
    for hook in HOOKS:
        for implementation in getattr(manager.hook, hook).get_hookimpls():
            function: Callable[[], Iterable[Any]] = implementation.function
            name = implementation.plugin_name
            try:
                values.setdefault(name, {})[hook] = list(function())
            except (Exception, SystemExit) as error:
                raise PluginError(f"the plug-in '{name}' failed in {hook}: {told(error)}") from None
    names = ["copylint", *sorted(set(values) - {"copylint"})]
    return [Answers(name, values[name]) for name in names if name in values]


def _registered(answers: Sequence[Answers], plugins: Mapping[str, str]) -> Registry:
    kinds = _named(answers, "copylint_checks", "kind of check", Kind)
    packs: dict[str, Pack] = {}
    rules: dict[str, Rule] = {}
    for plugin, values in answers:
        for folder in values.get("copylint_packs", ()):
            try:
                pack = load_pack(os.fspath(folder), kinds, python=True)
            except (TomlError, PackError, OSError, TypeError) as error:
                if plugin == "copylint":
                    raise
                raise PluginError(f"the plug-in '{plugin}' has a pack that cannot be loaded: {error}") from None
            if pack.name in packs:
                raise PluginError(f"the plug-in '{plugin}' brings a pack '{pack.name}', and there is one already")
            packs[pack.name] = pack
            rules.update((rule.id, rule) for rule in pack.rules)
    styles: dict[str, str] = {}
    for plugin, values in answers:
        for value in values.get("copylint_styles", ()):
            try:
                path = os.fsdecode(value)
            except TypeError:
                raise PluginError(
                    f"the plug-in '{plugin}' answers copylint_styles with {value!r}, which is not a path"
                ) from None
            name = os.path.splitext(os.path.basename(path))[0]
            if name in styles:
                raise PluginError(f"the plug-in '{plugin}' brings a style '{name}', and there is one already")
            styles[name] = path
    return Registry(
        packs,
        rules,
        kinds,
        _named(answers, "copylint_sources", "source"),
        _named(answers, "copylint_formats", "format"),
        _named(answers, "copylint_reporters", "reporter"),
        styles,
        plugins,
    )


def _named(answers: Sequence[Answers], hook: str, what: str, kind: type | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for plugin, values in answers:
        for value in values.get(hook, ()):
            name = getattr(value, "name", None)
            if not isinstance(name, str) or (kind is not None and not isinstance(value, kind)):
                raise PluginError(f"the plug-in '{plugin}' answers {hook} with {value!r}, which is not a {what}")
            if name in found:
                raise PluginError(f"the plug-in '{plugin}' brings a {what} '{name}', and there is one already")
            found[name] = value
    return found
