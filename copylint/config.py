"""The configuration nearest to a file: which rules run on it, how severe they are, with which options.

Strict: whatever is not known is an error with its place and the nearest right word. A configuration is data: it
runs no code and reads no file outside its repository. Of each value the first to speak is heard: the command line,
the overrides that match the file (the last one first), the nearest configuration file, the house style, the rule.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from copylint.document import BLOCK_KINDS
from copylint.rule import SEVERITIES, Chosen, OptionError, Rule, Severity

if TYPE_CHECKING:
    from copylint.plugins import Registry
    from copylint.toml import Toml, TomlError

FILES = ("copylint.toml", ".copylint.toml", "pyproject.toml")
"""The names of configuration files. Of several in one folder the first holds alone; the last counts only if it has
a table `[tool.copylint]`."""

DEFAULT_EXCLUDE = (
    "LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "license.*", "licence.*", "License.*", "Licence.*",
    "requirements*.txt", "constraints*.txt", "robots.txt", "humans.txt", "security.txt", "ads.txt", "app-ads.txt",
    "CMakeLists.txt", "*.min.*",
)  # fmt: skip
"""Names of files that are no articles; a pattern `!NAME` in `exclude` takes one back."""

FAIL_ON = ("error", "warning", "suggestion", "never")
SCOPES = ("document", "folder", "project")

FailOn = Literal["error", "warning", "suggestion", "never"]
Scope = Literal["document", "folder", "project"]

_LISTS = ("select", "extend-select", "ignore")
_OVERRIDE_KEYS = ("paths", "fields", *_LISTS, "severity", "style", "language", "rules")
_KEYS = (*_LISTS, "severity", "fail-on", "style", "scope", "language", "as-of", "include", "exclude", "rules-folders",
         "rules", "overrides")  # fmt: skip
_STYLE_KEYS = ("summary", "extends", "as_of", "source", "options", "rules", "terms", "exceptions")
_WHERE_OF_TABLE = {"pyproject.toml": ("tool", "copylint")}


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
    config: str | None = None
    isolated: bool = False
    stdin_name: str | None = None


class House(NamedTuple):
    """A house style with all that it extends: its house-level options by name, its terms (those that it extends
    first) and its exceptions, as they stand in the files."""

    name: str
    options: Mapping[str, Any]
    terms: tuple[Mapping[str, Any], ...]
    exceptions: Mapping[str, Any]


class Settings(NamedTuple):
    """What holds for a file.

    One value serves all files that the same configuration and the same overrides hold for, so that rules are
    prepared once a value, by identity. as_of: an ISO date. sources: the table of each source that is to be asked.
    fields: the settings of those kinds of block that have their own. folder: that of the configuration file.
    """

    chosen: tuple[Chosen, ...]
    fail_on: FailOn = "warning"
    scope: Scope = "document"
    style: str | None = None
    language: str | None = None
    as_of: str | None = None
    house: House | None = None
    sources: Mapping[str, Mapping[str, Any]] = {}
    fields: Mapping[str, Settings] = {}
    folder: str | None = None
    resolved: Any = None  # how the values came about, for `describe`

    def wants(self, finding_id: str) -> bool:
        """Whether a finding of a source is to be reported: any id under the source's prefix."""
        return cast("_Resolved", self.resolved).selection.verdict(finding_id, True)[0]

    def severity(self, finding_id: str, default: Severity) -> Severity:
        """The severity of a finding of a source."""
        return cast("_Resolved", self.resolved).severity(finding_id, default)[0]


class Described(NamedTuple):
    """A line of `copylint config FILE`: a key, its value as TOML writes it, and where it comes from."""

    key: str
    value: str
    origin: str


class Patterns:
    """Paths as .gitignore writes them, relative to a folder. Raises ValueError for a pattern that cannot be meant.

    Without a slash, but at its end, a pattern matches the name at any depth; else it starts at the folder. A slash
    at the end matches folders alone. A folder that matches, matches with all that is in it. `*` and `?` stay within
    a name, `**` spans folders. `!` takes back; the last pattern that matches decides.
    """

    __slots__ = ("_patterns",)

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns: list[tuple[bool, re.Pattern[str]]] = []
        run: list[str] = []
        sense = True
        for pattern in patterns:
            positive = not pattern.startswith("!")
            if positive is not sense:
                self._add(sense, run)
                run, sense = [], positive
            run.append(_translated(pattern if positive else pattern[1:]))
        self._add(sense, run)
        self._patterns.reverse()

    def _add(self, sense: bool, run: list[str]) -> None:
        if run:
            self._patterns.append((sense, re.compile("|".join(run), re.DOTALL)))

    def verdict(self, path: str) -> bool | None:
        """True if a path matches, False if it is taken back. It has `/`, and one at its end if it is a folder."""
        for sense, pattern in self._patterns:
            if pattern.match(path):
                return sense
        return None


def _translated(pattern: str) -> str:
    """The regular expression of a pattern. It does not backtrack far: the first place where a part matches is taken
    for good, as no later part can want another."""
    if "{" in pattern and "}" in pattern:
        raise ValueError("braces stand for nothing here: write one pattern for each")
    only_folders = pattern.endswith("/")
    parts = pattern.removeprefix("./").strip("/").split("/")
    if ".." in parts:
        raise ValueError("a pattern stays below its folder: no '..'")
    if parts in ([""], ["."]):
        raise ValueError("an empty pattern matches nothing: write '**' for all")
    if "/" not in pattern.rstrip("/"):
        parts = ["**", *parts]
    runs: list[list[str]] = [[]]  # the names between one `**` and the next
    for part in parts:
        if part == "**":
            runs.append([])
        else:
            runs[-1].append(_name(part))
    end = "/" if only_folders else "(?:/|$)"
    whole = "".join(name + "/" for name in runs[0]) if len(runs) > 1 else "/".join(runs[0]) + end
    middle = [run for run in runs[1:-1] if run]
    whole += "".join(f"(?>(?:[^/]+/)*?{'/'.join(run)}/)" for run in middle)
    if len(runs) > 1:
        last = runs[-1]
        # At the end `**` alone wants something below the folder: any file if only files are meant.
        whole += f"(?:[^/]+/)*?{'/'.join(last)}{end}" if last else "[^/]+/" if only_folders else "[^/]"
    return f"(?:{whole})"


def _name(pattern: str) -> str:
    """The regular expression of a pattern for one name."""
    chunks, position = [""], 0
    while position < len(pattern):
        character = pattern[position]
        position += 1
        if character == "*":
            if chunks[-1] or len(chunks) == 1:
                chunks.append("")
        elif character == "?":
            chunks[-1] += "[^/]"
        elif character == "\\" and position < len(pattern):
            chunks[-1] += re.escape(pattern[position])
            position += 1
        elif (
            character == "[" and (close := pattern.find("]", position + 1 + _negated(pattern, position))) > 0
        ):
            negated = _negated(pattern, position)
            chunks[-1] += _class(pattern[position + negated : close], negated)
            position = close + 1
        else:
            chunks[-1] += re.escape(character)
    if len(chunks) == 1:
        return chunks[0]
    first, *middle, last = chunks
    inner = "".join(f"(?>[^/]*?{chunk})" for chunk in middle)
    return f"(?=[^/]){first}{inner}[^/]*{last}"


def _negated(pattern: str, position: int) -> bool:
    return pattern[position : position + 1] in ("!", "^")


def _class(inner: str, negated: bool) -> str:
    """The regular expression of a `[...]`, its marks aside. A range that runs backwards holds nothing."""
    members, position = "", 0
    while position < len(inner):
        if inner[position + 1 : position + 2] == "-" and position + 2 < len(inner):
            low, high = inner[position], inner[position + 2]
            members += f"{re.escape(low)}-{re.escape(high)}" if low <= high else ""
            position += 3
        else:
            members += re.escape(inner[position])
            position += 1
    if not members:
        return "[^/]" if negated else "(?!)"
    return f"(?!/)[{'^' if negated else ''}{members}]"


class Configuration:
    """All configuration of a run: finds and reads files as they are needed, each once.

    extras: the sources that can be installed, by name, and the extra that brings each. Raises TomlError, or PackError
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
        self._extras = {name: extra for name, extra in (extras or {}).items() if name not in registry.sources}
        said = {key: value for key, value in choices._asdict().items() if value is not None}
        self._line = _Layer({_dashed(key): said[key] for key in _LINE_FIELDS if key in said})
        self._nearest: dict[str, _Configured] = {}
        self._excluded: dict[str, bool] = {}
        self._none: _Configured | None = None
        self._given: _Configured | None = None

    def for_file(self, path: str, field: str | None = None) -> Settings:
        """The settings for a file (`-` is standard input) or, with `field`, for a kind of block in it."""
        if path == "-":
            path = self._choices.stdin_name or path
        path = os.path.abspath(path)
        settings = self._at(os.path.dirname(path)).settings(path)
        return settings if field is None else settings.fields.get(field, settings)

    def registry_for(self, path: str) -> Registry:
        """The registry with the packs of the newsroom that a file or folder belongs to."""
        path = os.path.abspath(path)
        return self._at(path if os.path.isdir(path) else os.path.dirname(path)).registry

    def excluded(self, path: str, folder: bool = False) -> bool:
        """Whether the configuration leaves out an absolute path, or a folder that holds it."""
        above = os.path.dirname(path)
        return self._shut(above) or self._at(above).excludes(path, folder)

    def included(self, path: str) -> bool:
        """Whether a walk takes an absolute path."""
        return self._at(os.path.dirname(path)).includes(path)

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

    def _at(self, folder: str) -> _Configured:
        """The nearest configuration to what stands in an absolute folder."""
        if self._choices.config is not None and not self._choices.isolated:
            if self._given is None:
                self._given = self._load(*_read_given(self._choices.config), base=os.getcwd())
            return self._given
        passed = []
        found = None
        while not self._choices.isolated and (found := self._nearest.get(folder)) is None:
            passed.append(folder)
            read = _read_in(folder)
            if read is not None:
                found = self._load(*read, base=folder)
                break
            above = os.path.dirname(folder)
            if above == folder or os.path.lexists(os.path.join(folder, ".git")):
                break
            folder = above
        if found is None:
            if self._none is None:
                self._none = _Configured(self._registry, _Layer({}), self._line, None, self._extras)
            found = self._none
        for one in passed:
            self._nearest[one] = found
        return found

    def _load(self, toml: Toml, where: tuple[str, ...], *, base: str) -> _Configured:
        table: Any = toml.data
        for key in where:
            table = table[key]
        layer = _Layer(table if isinstance(table, dict) else {}, toml, where)
        if not isinstance(table, dict):
            raise layer.error((), "the configuration must be a table")
        return _Configured(self._registry, layer, self._line, base, self._extras)


_LINE_FIELDS = ("select", "extend_select", "ignore", "fail_on", "style", "scope", "language", "as_of")


def find(folder: str) -> Toml | None:
    """The configuration file that holds for what stands in a folder, or None. Raises TomlError."""
    folder = os.path.abspath(folder)
    while True:
        read = _read_in(folder)
        above = os.path.dirname(folder)
        if read is not None:
            return read[0]
        if above == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        folder = above


def describe(settings: Settings) -> list[Described]:
    """Each value that holds, and where it comes from."""
    resolved: _Resolved = settings.resolved
    lines = [*resolved.described(settings)]
    for field, inner in settings.fields.items():
        own = [line for line in describe(inner) if line not in lines]
        lines += [line._replace(key=f"{field}: {line.key}") for line in own]
    return lines


def _read_in(folder: str) -> tuple[Toml, tuple[str, ...]] | None:
    """The configuration file of a folder, and where in it the configuration stands."""
    for name in FILES:
        path = os.path.join(folder, name)
        if not os.path.lexists(path):
            continue
        where = _WHERE_OF_TABLE.get(name, ())
        if where and not _mentions_copylint(path):
            continue
        toml = _read(path)
        if not where or "copylint" in _tool(toml):
            return toml, where
    return None


def _read_given(path: str) -> tuple[Toml, tuple[str, ...]]:
    toml = _read(os.path.abspath(path))
    where = _WHERE_OF_TABLE.get(os.path.basename(path), ())
    if where and "copylint" not in _tool(toml):
        raise toml.error((), "there is no table [tool.copylint]")
    return toml, where


def _tool(toml: Toml) -> Mapping[str, Any]:
    tool = toml.data.get("tool")
    return tool if isinstance(tool, dict) else {}


def _mentions_copylint(path: str) -> bool:
    """A cheap look, so that nobody else's pyproject.toml is parsed, or refused for what is wrong with it."""
    try:
        with open(path, "rb") as file:
            return b"copylint" in file.read(10_000_000)
    except OSError:
        return False


def _read(path: str) -> Toml:
    from copylint.toml import read

    return read(_from_here(path))


def _from_here(path: str) -> str:
    """A path as errors name it: from the working directory, if it lies below it."""
    here = os.path.join(os.getcwd(), "")
    return path[len(here) :] if path.startswith(here) and len(path) > len(here) else path


class _Layer:
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
        if self.toml is not None:
            return self.toml.error((*self.where, *key), message, value=bool(key) and isinstance(key[-1], int))
        from copylint.toml import TomlError

        return TomlError(f"--{key[0]}", 0, 0, message)

    def origin(self, key: Sequence[str | int]) -> str:
        if self.toml is None:
            return "the command line"
        if self.told:
            return self.name
        line, column = self.toml.where((*self.where, *key))
        place = f"{self.toml.path}:{line}:{column}"
        return f"{self.name} ({place})" if self.name else place


class _Value(NamedTuple):
    """A value, and the key that it stands under in a layer."""

    value: Any
    layer: _Layer
    key: tuple[str | int, ...]

    def origin(self) -> str:
        return self.layer.origin(self.key)


class _Selection(NamedTuple):
    """What select, extend-select and ignore say: name -> the rank of the layer that says it, and where."""

    select: Mapping[str, tuple[int, _Value]] | None
    extend: Mapping[str, tuple[int, _Value]]
    ignore: Mapping[str, tuple[int, _Value]]

    def verdict(self, rule_id: str, default: bool) -> tuple[bool, _Value | None]:
        """Whether a rule runs, and what decides that (None: the rule itself).

        An id beats its pack; of equals `ignore` beats `select`, unless that stands in a layer of its own above.
        """
        pack = rule_id.partition("/")[0]
        wanted: tuple[int, int, _Value | None] | None = (
            (0, -1, None) if self.select is None and default else None
        )
        for names in (self.select or {}, self.extend):
            for weight, name in ((2, rule_id), (1, pack)):
                said = names.get(name)
                if said is not None and (weight == 2 or default):
                    new = (weight, *said)
                    wanted = new if wanted is None or new[:2] > wanted[:2] else wanted
        for weight, name in ((2, rule_id), (1, pack)):
            said = self.ignore.get(name)
            if said is not None and (wanted is None or (weight, said[0]) >= wanted[:2]):
                return False, said[1]
        if wanted is not None:
            return True, wanted[2]
        if self.select:
            return False, next(iter(self.select.values()))[1]._replace(key=("select",))
        return False, None

    def source(self, name: str, configured: bool) -> bool:
        """Whether a source is to be asked at all."""
        named = {**(self.select or {}), **self.extend}
        inner = [entry for entry in named if entry.startswith(name + "/")]
        if name not in named and not inner and (self.select is not None or not configured):
            return False
        ignored = self.ignore.get(name)
        return ignored is None or bool(inner) or (name in named and named[name][0] > ignored[0])


class _Override(NamedTuple):
    layer: _Layer
    paths: Patterns | None
    fields: tuple[str, ...]


class _Configured:
    """A configuration file, checked, with the command line over it."""

    def __init__(
        self, registry: Registry, layer: _Layer, line: _Layer, folder: str | None, extras: Mapping[str, str]
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
        self._houses: dict[str, _House] = {}
        self.file_folder = folder  # what paths in the file start from
        if layer.toml is not None:
            self.file_folder = os.path.dirname(os.path.abspath(layer.toml.path))
            self._load()
        _check_names(line, registry, extras)
        _check_values(line)

    def _load(self) -> None:
        layer = self.layer
        table = layer.table
        known = {*_KEYS, *self.registry.sources, *self.extras}
        for key in table:
            if key not in known:
                raise layer.error((key,), f"'{key}' is no key of a configuration{_likely(key, known)}")
        _check_values(layer)
        for key in self.extras:
            if key in table:
                raise layer.error((key,), _missing(key, self.extras[key]))
        for key in self.registry.sources:
            if not isinstance(table.get(key, {}), dict):
                raise layer.error((key,), f"'{key}' must be a table")
        self._add_packs()
        _check_names(layer, self.registry, self.extras)
        self._include = _patterns(layer, "include") if table.get("include") else None
        self._exclude = _patterns(layer, "exclude") if table.get("exclude") else None
        for index, one in enumerate(_tables(layer, "overrides")):
            over = _Layer(one, layer.toml, (*layer.where, "overrides", index), "override")
            for key in one:
                if key not in _OVERRIDE_KEYS:
                    raise over.error(
                        (key,), f"'{key}' is no key of an override{_likely(key, _OVERRIDE_KEYS)}"
                    )
            if not one.get("paths") and not one.get("fields"):
                raise over.error((), "an override needs 'paths' or 'fields' that it holds for")
            _check_values(over)
            for at, field in enumerate(one.get("fields", ())):
                if field not in BLOCK_KINDS:
                    message = f"'{field}' is no kind of block{_likely(field, BLOCK_KINDS, all_of_them=True)}"
                    raise over.error(("fields", at), message)
            _check_names(over, self.registry, self.extras)
            paths = _patterns(over, "paths") if one.get("paths") else None
            self._overrides.append(_Override(over, paths, tuple(one.get("fields", ()))))
        for checked in (layer, *(override.layer for override in self._overrides)):
            self._check_options(checked)
            if "style" in checked.table:
                self.house(_Value(checked.table["style"], checked, ("style",)))

    def _add_packs(self) -> None:
        """Adds the newsroom's own packs to the registry: TOML rules, from below the repository."""
        names = self.layer.table.get("rules-folders", ())
        if not names:
            return
        from copylint.packs import pack_folders

        folders = []
        for index, name in enumerate(names):
            key = ("rules-folders", index)
            folder = self.path_of(_Value(name, self.layer, key))
            if not os.path.isdir(folder):
                raise self.layer.error(key, f"'{name}' is no folder")
            found = [folder] if os.path.isfile(os.path.join(folder, "pack.toml")) else pack_folders(folder)
            if not found:
                raise self.layer.error(
                    key, f"'{name}' holds no pack: a folder with a pack.toml and a file a rule"
                )
            for pack in found:
                for inside in _links_in(pack):
                    if not _is_within(self.root, inside):
                        raise self.layer.error(key, f"'{_from_here(inside)}' leads out of the repository")
            folders += found
        self.registry = self.registry.with_packs(folders)

    def _check_options(self, layer: _Layer) -> None:
        for rule_id, table in layer.table.get("rules", {}).items():
            rule = self.registry.rules[rule_id]
            self.options(rule, _values(layer, ("rules", rule_id), table))

    def options(self, rule: Rule, values: Mapping[str, _Value]) -> Any:
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
        return _root_of(self.file_folder or os.getcwd())

    def path_of(self, said: _Value) -> str:
        """The absolute path that a value of the file names, which may not lead out of the repository."""
        name = said.value
        if "://" in name:
            raise said.layer.error(
                said.key, f"'{name}' is a URL; nothing is fetched: name a file of this repository"
            )
        of_file = said.layer.toml is not None  # what the command line names may be anywhere
        path = os.path.normpath(os.path.join((of_file and self.file_folder) or os.getcwd(), name))
        if of_file and not _is_within(self.root, path):
            raise said.layer.error(said.key, f"'{name}' leads out of the repository")
        return path

    def excludes(self, path: str, folder: bool) -> bool:
        if self._exclude is not None:
            verdict = self._exclude.verdict(self._relative(path) + ("/" if folder else ""))
            if verdict is not None:
                return verdict
        return not folder and _excluded_by_default(os.path.basename(path))

    def includes(self, path: str) -> bool:
        return self._include is None or self._include.verdict(self._relative(path)) is True

    def _relative(self, path: str) -> str:
        folder = os.path.join(self.folder or os.getcwd(), "")
        relative = path[len(folder) :] if path.startswith(folder) else os.path.relpath(path, folder)
        return relative if os.sep == "/" else relative.replace(os.sep, "/")

    def settings(self, path: str) -> Settings:
        """The settings for an absolute path; the same value for the same overrides."""
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
                fields[field] = self._built(
                    [one for one in overrides if not one.fields or field in one.fields], {}
                )
        return self._built([one for one in overrides if not one.fields], fields)

    def _built(self, overrides: Sequence[_Override], fields: Mapping[str, Settings]) -> Settings:
        layers = [self.layer, *(override.layer for override in overrides), self.line]
        resolved = _Resolved(self, layers)
        return resolved.settings(fields)

    def house(self, said: _Value) -> _House:
        key = said.value if said.layer.toml is not None else "--" + said.value
        known = self._houses.get(key)
        if known is None:
            known = self._houses[key] = _house_read(self, said)
        return known


class _House(NamedTuple):
    """A style as it was read: its values with their places."""

    house: House
    options: Mapping[str, _Value]
    rules: Mapping[str, Mapping[str, _Value]]


def _house_read(configured: _Configured, said: _Value) -> _House:
    """The style that a value names, with all that it extends."""
    from copylint.toml import read

    registry = configured.registry
    chain: list[_Layer] = []
    seen: set[str] = set()
    folder = root = ""  # of the style file that extends
    while True:
        name = said.value
        if name in registry.styles:
            path = registry.styles[name]
            root = os.path.dirname(path)
        elif not chain and _is_path(name):
            path = configured.path_of(said)
            root = configured.root if said.layer.toml is not None else _root_of(os.path.dirname(path))
        elif _is_path(name):
            path = os.path.normpath(os.path.join(folder, name))
            if "://" in name or not _is_within(root, path):
                raise said.layer.error(said.key, f"'{name}' leads out of the repository")
        else:
            raise said.layer.error(said.key, f"'{name}' is no style{_likely(name, registry.styles)}")
        real = os.path.realpath(path)
        if real in seen:
            raise said.layer.error(said.key, f"'{name}' extends itself")
        seen.add(real)
        if not os.path.isfile(path):
            raise said.layer.error(said.key, f"'{name}' is no file")
        toml = read(_from_here(path))
        label = name if name in registry.styles else os.path.splitext(os.path.basename(path))[0]
        layer = _Layer(toml.data, toml, (), f"style {label}", told=name in registry.styles)
        _check_style(layer, registry)
        chain.append(layer)
        if "extends" not in toml.data:
            break
        said = _Value(toml.data["extends"], layer, ("extends",))
        folder = os.path.dirname(os.path.abspath(path))
    options: dict[str, _Value] = {}
    rules: dict[str, dict[str, _Value]] = {}
    exceptions: dict[str, Any] = {}
    terms: list[Mapping[str, Any]] = []
    for layer in reversed(chain):
        table = layer.table
        _merge(options, _values(layer, ("options",), table.get("options", {})))
        for rule_id, values in table.get("rules", {}).items():
            _merge(rules.setdefault(rule_id, {}), _values(layer, ("rules", rule_id), values))
        terms += table.get("terms", ())
        exceptions = _merged(exceptions, table.get("exceptions", {}))
    plain = {key.replace("-", "_"): value.value for key, value in options.items()}
    return _House(
        House(chain[0].name.removeprefix("style "), plain, tuple(terms), exceptions), options, rules
    )


def _is_path(style: str) -> bool:
    return "/" in style or os.sep in style or style.endswith(".toml")


def _check_style(layer: _Layer, registry: Registry) -> None:
    for key in layer.table:
        if key not in _STYLE_KEYS:
            raise layer.error((key,), f"'{key}' is no key of a style{_likely(key, _STYLE_KEYS)}")
    for key in ("summary", "extends"):
        if not isinstance(layer.table.get(key, ""), str):
            raise layer.error((key,), f"'{key}' must be a string")
    for key in ("options", "rules", "exceptions"):
        if not isinstance(layer.table.get(key, {}), dict):
            raise layer.error((key,), f"'{key}' must be a table")
    _date_of(layer, "as_of")
    _tables(layer, "terms")
    known = {
        _dashed(field)
        for rule in registry.rules.values()
        if _has_fields(rule, registry)
        for field in rule.options._fields
    }
    for key in layer.table.get("options", {}):
        if _dashed(key) not in known:
            raise layer.error(("options", key), f"'{key}' is an option of no rule{_likely(key, known)}")
    _check_rule_tables(layer, registry, {})


class _Resolved:
    """The values of some layers, the first that speaks last, and how they came about."""

    def __init__(self, configured: _Configured, layers: Sequence[_Layer]) -> None:
        self.configured = configured
        self.layers = layers
        select = self.names("select")
        self.selection = _Selection(select or None, self.names("extend-select"), self.names("ignore"))
        self.severities: dict[str, _Value] = {}
        self.rules: dict[str, dict[str, _Value]] = {}
        for layer in layers:
            self.severities.update(
                _values(layer, ("severity",), layer.table.get("severity", {}), dashed=False)
            )
        style = self.top("style")
        self.house = configured.house(style) if style is not None else None
        if self.house is not None and self.house.options:
            for rule in configured.registry.rules.values():
                if _has_fields(rule, configured.registry):
                    own = {_dashed(field) for field in rule.options._fields}
                    mine = {key: value for key, value in self.house.options.items() if key in own}
                    if mine:
                        self.rules[rule.id] = mine
        if self.house is not None:
            for rule_id, values in self.house.rules.items():
                _merge(self.rules.setdefault(rule_id, {}), values)
        for layer in layers:
            for rule_id, table in layer.table.get("rules", {}).items():
                _merge(self.rules.setdefault(rule_id, {}), _values(layer, ("rules", rule_id), table))

    def top(self, key: str) -> _Value | None:
        """The value of a key in the last layer that has it."""
        for layer in reversed(self.layers):
            if key in layer.table:
                return _Value(layer.table[key], layer, (key,))
        return None

    def names(self, key: str) -> dict[str, tuple[int, _Value]]:
        said = self.top(key)
        if said is None:
            return {}
        rank = self.layers.index(said.layer)
        return {name: (rank, said._replace(key=(key, index))) for index, name in enumerate(said.value)}

    def severity(self, rule_id: str, default: Severity) -> tuple[Severity, _Value | None]:
        said = self.severities.get(rule_id) or self.severities.get(rule_id.partition("/")[0])
        return (said.value, said) if said is not None else (default, None)

    def options(self, rule: Rule) -> Any:
        values = self.rules.get(rule.id)
        return self.configured.options(rule, values) if values else rule.options

    def settings(self, fields: Mapping[str, Settings]) -> Settings:
        registry = self.configured.registry
        chosen = tuple(
            Chosen(rule, self.severity(rule.id, rule.severity)[0], self.options(rule))
            for rule in registry.rules.values()
            if self.selection.verdict(rule.id, rule.default == "on")[0]
        )
        values = {key: said.value for key in _PLAIN if (said := self.top(key)) is not None}
        as_of = self.top("as-of")
        table = self.configured.layer.table
        sources = {
            name: table.get(name, {})
            for name in registry.sources
            if self.selection.source(name, name in table)
        }
        return Settings(
            chosen,
            values.get("fail-on", "warning"),
            values.get("scope", "document"),
            values.get("style"),
            values.get("language"),
            None if as_of is None else str(as_of.value),
            self.house.house if self.house is not None else None,
            sources,
            fields,
            self.configured.folder,
            self,
        )

    def described(self, settings: Settings) -> Iterable[Described]:
        configured = self.configured
        toml = configured.layer.toml
        yield Described(
            "configuration", toml.path if toml is not None else "none", "nearest to the file" if toml else ""
        )
        for key in ("fail-on", "scope", "style", "language", "as-of"):
            said = self.top(key)
            if said is not None:
                yield Described(key, _written(said.value), said.origin())
            elif key in _DEFAULTS:
                yield Described(key, _written(_DEFAULTS[key]), "default")
        for key in (*_LISTS, "include", "exclude", "rules-folders"):
            said = self.top(key)
            if said is not None:
                yield Described(key, _written(said.value), said.origin())
        for name, table in settings.sources.items():
            for key, value in table.items():
                yield Described(f"{name}.{key}", _written(value), configured.layer.origin((name, key)))
        options = {one.rule.id: one.options for one in settings.chosen}
        for rule in sorted(configured.registry.rules.values(), key=lambda rule: rule.id):
            on, decided = self.selection.verdict(rule.id, rule.default == "on")
            if not on:
                yield Described(rule.id, "off", decided.origin() if decided else "rule")
                continue
            severity, said = self.severity(rule.id, rule.severity)
            said = said or (decided if rule.default == "off" else None)
            yield Described(rule.id, severity, said.origin() if said else "rule")
            values = self.rules.get(rule.id, {})
            if _has_fields(rule, configured.registry):
                shown = {
                    _dashed(field): getattr(options[rule.id], field) for field in options[rule.id]._fields
                }
            else:
                shown = {key: value.value for key, value in values.items()}
            for key, value in shown.items():
                yield Described(
                    f"{rule.id}.{key}", _written(value), values[key].origin() if key in values else "rule"
                )


_PLAIN = ("fail-on", "scope", "style", "language")
_DEFAULTS = {"fail-on": "warning", "scope": "document"}


def _has_fields(rule: Rule, registry: Registry) -> bool:
    """Whether the options of a rule are settings one by one, not data that its kind of check reads as a whole."""
    kind = registry.kinds.get(rule.kind)
    return kind is None or kind.read is None


def _dashed(key: str) -> str:
    return key.replace("_", "-")


def _values(
    layer: _Layer, where: tuple[str | int, ...], table: Mapping[str, Any], *, dashed: bool = True
) -> dict[str, _Value]:
    return {
        _dashed(key) if dashed else key: _Value(value, layer, (*where, key)) for key, value in table.items()
    }


def _merge(values: dict[str, _Value], over: Mapping[str, _Value]) -> None:
    """Puts values over others: tables merge by key, all else replaces."""
    for key, value in over.items():
        below = values.get(key)
        if below is not None and isinstance(below.value, dict) and isinstance(value.value, dict):
            value = value._replace(value=_merged(below.value, value.value))
        values[key] = value


def _merged(table: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(table)
    for key, value in over.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged


def _check_values(layer: _Layer) -> None:
    """Checks what kind of value each key has, wherever it may stand."""
    table = layer.table
    for key in (*_LISTS, "include", "exclude", "rules-folders", "paths", "fields"):
        value = table.get(key, ())
        if not isinstance(value, (list, tuple)):
            raise layer.error((key,), f"'{key}' must be an array of strings")
        for index, one in enumerate(value):
            if not isinstance(one, str):
                raise layer.error((key, index), f"'{key}' must be an array of strings")
    for key in ("style", "language"):
        if not isinstance(table.get(key, ""), str):
            raise layer.error((key,), f"'{key}' must be a string")
    choices: dict[str, tuple[str, ...]] = {"fail-on": FAIL_ON, "scope": SCOPES}
    for key, known in choices.items():
        if key in table and table[key] not in known:
            message = (
                f"'{key}' cannot be {_written(table[key])}{_likely(table[key], known, all_of_them=True)}"
            )
            raise layer.error((key,), message)
    if "language" in table and not re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", table["language"]):
        raise layer.error(("language",), f"'{table['language']}' is no language tag, such as 'en' or 'en-GB'")
    if "style" in table and not table["style"]:
        raise layer.error(("style",), "'style' must be the name of a style or the path of a style file")
    _date_of(layer, "as-of")
    for key in ("severity", "rules"):
        if not isinstance(table.get(key, {}), dict):
            raise layer.error((key,), f"'{key}' must be a table")
    for name, value in table.get("severity", {}).items():
        if value not in SEVERITIES:
            hint = " (to switch a rule off, use 'ignore')" if value in ("off", "never", "none", False) else ""
            hint = hint or _likely(value, SEVERITIES, all_of_them=True)
            raise layer.error(("severity", name), f"{_written(value)} is no severity{hint}")


def _date_of(layer: _Layer, key: str) -> None:
    if key not in layer.table:
        return
    from datetime import date, datetime

    value = layer.table[key]
    if isinstance(value, date) and not isinstance(value, datetime):
        return
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        raise layer.error(
            (key,), f"'{key}' must be a date, such as 2026-02-28, not {_written(value)}"
        ) from None


def _tables(layer: _Layer, key: str) -> Sequence[Mapping[str, Any]]:
    value = layer.table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise layer.error((key,), f"'{key}' must be an array of tables: [[{key}]]")
    return value


def _check_names(layer: _Layer, registry: Registry, extras: Mapping[str, str]) -> None:
    """Checks that all rules, packs and sources that a layer names are there."""
    table = layer.table
    for key in _LISTS:
        for index, name in enumerate(table.get(key, ())):
            _check_name(layer, (key, index), name, registry, extras)
    for name in table.get("severity", ()):
        _check_name(layer, ("severity", name), name, registry, extras)
    _check_rule_tables(layer, registry, extras)


def _check_name(
    layer: _Layer, key: tuple[str | int, ...], name: str, registry: Registry, extras: Mapping[str, str]
) -> None:
    prefix, slash, _ = name.partition("/")
    if name in registry.rules or name in registry.packs or prefix in registry.sources:
        return
    if prefix in extras:
        raise layer.error(key, _missing(prefix, extras[prefix]))
    what = "is no rule" if slash else "is no rule or pack"
    known = [*registry.rules] if slash else [*registry.rules, *registry.packs, *registry.sources]
    raise layer.error(key, f"'{name}' {what}{_likely(name, known)}")


def _check_rule_tables(layer: _Layer, registry: Registry, extras: Mapping[str, str]) -> None:
    for name, options in layer.table.get("rules", {}).items():
        if name in registry.packs and isinstance(options, dict):
            inner = next(
                (f"{name}/{key}" for key in options if f"{name}/{key}" in registry.rules), f"{name}/…"
            )
            raise layer.error(("rules", name), f"'{name}' is a pack, not a rule: write [rules.\"{inner}\"]")
        if name not in registry.rules:
            _check_name(layer, ("rules", name), name, registry, extras)
            raise layer.error(("rules", name), f"'{name}' takes its options in a table of its own")
        if not isinstance(options, dict):
            raise layer.error(("rules", name), f"the options of '{name}' must be a table")


def _patterns(layer: _Layer, key: str) -> Patterns:
    values = layer.table[key]
    try:
        return Patterns(values)
    except ValueError:
        for index, value in enumerate(values):
            try:
                Patterns([value])
            except ValueError as error:
                raise layer.error((key, index), f"'{value}': {error}") from None
        raise


def _excluded_by_default(name: str) -> bool:
    for pattern in DEFAULT_EXCLUDE:
        start, star, end = pattern.partition("*")
        if end.endswith("*"):
            if end[:-1] in name:
                return True
        elif name == pattern or (star and name.startswith(start) and name.endswith(end)):
            return True
    return False


def _likely(word: object, known: Iterable[str], *, all_of_them: bool = False) -> str:
    from copylint.toml import nearest

    known = list(known)
    near = nearest(word, known) if isinstance(word, str) else None
    if near is not None:
        return f" (did you mean '{near}'?)"
    return f" (there are: {', '.join(known)})" if all_of_them else ""


def _missing(name: str, extra: str) -> str:
    return f"'{name}' is not installed: pip install 'copylint[{extra}]'"


def _links_in(folder: str) -> Iterable[str]:
    """The folder, and all links below it."""
    yield folder
    waiting = [folder]
    while waiting:
        for entry in sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name):
            if entry.is_symlink():
                yield entry.path
            elif entry.is_dir():
                waiting.append(entry.path)


def _root_of(folder: str) -> str:
    """The repository that a folder stands in, or the folder itself."""
    above = folder
    while True:
        if os.path.lexists(os.path.join(above, ".git")):
            return above
        parent = os.path.dirname(above)
        if parent == above:
            return folder
        above = parent


def _is_within(root: str, path: str) -> bool:
    """Whether a path stays below a folder, links followed."""
    root = os.path.realpath(root)
    return os.path.join(os.path.realpath(path), "").startswith(os.path.join(root, ""))


def _written(value: Any) -> str:
    """A value as TOML writes it; None is what nothing sets."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return (
            '"'
            + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            + '"'
        )
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)} = {_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, (set, frozenset)):
        return "[" + ", ".join(sorted(map(_written, value))) + "]"
    return str(value)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _written(key)
