"""The settings of a file, how they came about, and how they are described."""

from __future__ import annotations

from copylint.config.layers import Layer, Value, dashed, has_fields, merge, values_of
from copylint.rule import Chosen, Rule, Severity
from copylint.toml import written
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Literal

    from copylint.config.configured import Configured
    from copylint.config.house import House
    from copylint.plugins import Registry

    FailOn = Literal["error", "warning", "suggestion", "never"]
    Scope = Literal["document", "folder", "project"]


class Settings(NamedTuple):
    """The settings of a file.

    All files with the same configuration and overrides share one object, so that rules are prepared once for each
    object. as_of: an ISO date. baseline: the absolute path of the accepted findings. sources: the table of each source
    that is to be asked. fields: the settings of the kinds of block that have their own. folder: that of the
    configuration.
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
    baseline: str | None = None
    resolved: Any = None  # a `Resolved`: how the values came about

    def wants(self, finding_id: str, *, asked: bool = False) -> bool:
        """Whether a finding of a source (any id under its prefix) is to be reported. asked: whether the command line
        asks for the source; a selection that does not name it then concerns rules only."""
        resolved: Resolved = self.resolved
        selection = resolved.selection
        if asked and not selection.names_source(finding_id.partition("/")[0]):
            selection = selection._replace(select=None)
        return selection.verdict(finding_id, True)[0]

    def table_of(self, source: str) -> Mapping[str, Any]:
        """What the configuration says of a source, whether it is to be asked or not."""
        resolved: Resolved | None = self.resolved
        asked = self.sources.get(source)
        if asked is not None or resolved is None:
            return asked or {}
        table: Mapping[str, Any] = resolved.configured.layer.table.get(source, {})
        return table

    def severity(self, finding_id: str, default: Severity) -> Severity:
        """The severity of a finding of a source."""
        resolved: Resolved = self.resolved
        return resolved.severity(finding_id, default)[0]

    def known(self) -> frozenset[str]:
        """The names of all rules and packs there are."""
        registry: Registry = self.resolved.configured.registry
        return frozenset((*registry.rules, *registry.packs))

    def prefixes(self) -> frozenset[str]:
        """The names of all sources that exist or can be installed: any id below one of them is valid."""
        configured: Configured = self.resolved.configured
        return frozenset((*configured.registry.sources, *configured.extras))


DEFAULT, RULE_DEFAULT = "default", "the rule's default"
"""The origins of values that nothing sets."""


class Described(NamedTuple):
    """A line of `copylint config FILE`: a key, its value as TOML writes it, and where it comes from."""

    key: str
    value: str
    origin: str


def describe(settings: Settings) -> list[Described]:
    """Each value that holds, and where it comes from."""
    resolved: Resolved = settings.resolved
    lines = [*resolved.described(settings)]
    for field, inner in settings.fields.items():
        own = [line for line in describe(inner) if line not in lines]
        lines += [line._replace(key=f"{field}: {line.key}") for line in own]
    return lines


class Selection(NamedTuple):
    """What select, extend-select and ignore name: for each name the rank of the layer that names it, and the place."""

    select: Mapping[str, tuple[int, Value]] | None
    extend: Mapping[str, tuple[int, Value]]
    ignore: Mapping[str, tuple[int, Value]]

    def verdict(self, rule_id: str, default: bool) -> tuple[bool, Value | None]:
        """Whether a rule runs, and the value that decides it (None: the rule's own default).

        An id beats its pack; between equals `ignore` beats `select`, unless `select` is in a higher layer.
        """
        pack = rule_id.partition("/")[0]
        wanted: tuple[int, int, Value | None] | None = (0, -1, None) if self.select is None and default else None
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

    def names_source(self, name: str) -> bool:
        """Whether a source, or a finding of it, is selected by name."""
        return any(entry == name or entry.startswith(name + "/") for entry in (*(self.select or ()), *self.extend))

    def source(self, name: str, configured: bool) -> bool:
        """Whether a source is to be asked at all."""
        if not self.names_source(name) and (self.select is not None or not configured):
            return False
        named = {**(self.select or {}), **self.extend}
        inner = [entry for entry in named if entry.startswith(name + "/")]
        ignored = self.ignore.get(name)
        return ignored is None or bool(inner) or (name in named and named[name][0] > ignored[0])


class Resolved:
    """The values of some layers, the strongest last, and where each comes from."""

    def __init__(self, configured: Configured, layers: Sequence[Layer]) -> None:
        self.configured = configured
        self.layers = layers
        select = self.names("select")
        self.selection = Selection(select or None, self.names("extend-select"), self.names("ignore"))
        self.severities: dict[str, Value] = {}
        self.rules: dict[str, dict[str, Value]] = {}
        for layer in layers:
            self.severities.update(values_of(layer, ("severity",), layer.table.get("severity", {}), names=True))
        style = self.top("style")
        self.house = configured.house(style) if style is not None else None
        if self.house is not None and self.house.options:
            for rule in configured.registry.rules.values():
                if has_fields(rule, configured.registry):
                    own = {dashed(field) for field in rule.options._fields}
                    mine = {key: value for key, value in self.house.options.items() if key in own}
                    if mine:
                        self.rules[rule.id] = mine
        if self.house is not None:
            for rule_id, values in self.house.rules.items():
                merge(self.rules.setdefault(rule_id, {}), values)
        for layer in layers:
            for rule_id, table in layer.table.get("rules", {}).items():
                merge(self.rules.setdefault(rule_id, {}), values_of(layer, ("rules", rule_id), table))

    def top(self, key: str) -> Value | None:
        """The value of a key in the strongest layer that has it."""
        for layer in reversed(self.layers):
            if key in layer.table:
                return Value(layer.table[key], layer, (key,))
        return None

    def names(self, key: str) -> dict[str, tuple[int, Value]]:
        """The names of a list in the strongest layer that has it: for each the rank of the layer, and its place."""
        said = self.top(key)
        if said is None:
            return {}
        rank = self.layers.index(said.layer)
        return {name: (rank, said._replace(key=(key, index))) for index, name in enumerate(said.value)}

    def severity(self, rule_id: str, default: Severity) -> tuple[Severity, Value | None]:
        """The severity of a rule and the value that sets it (its own before its pack's; None for the default)."""
        said = self.severities.get(rule_id) or self.severities.get(rule_id.partition("/")[0])
        return (said.value, said) if said is not None else (default, None)

    def options(self, rule: Rule) -> Any:
        """The options that a rule's check is given."""
        values = self.rules.get(rule.id)
        return self.configured.options(rule, values) if values else rule.as_declared()

    def style_of(self, rule: Rule) -> str:
        """The name of the house style if it sets an option of the rule that no other layer sets."""
        if self.house is None:
            return ""
        said = self.rules.get(rule.id, {}).values()
        ours = any(value.layer.name.startswith("style ") for value in said)
        return self.house.house.title if ours else ""

    def settings(self, fields: Mapping[str, Settings]) -> Settings:
        """All of it as plain values. fields: the settings of kinds of block that have their own."""
        registry = self.configured.registry
        values = {key: said.value for key in _PLAIN if (said := self.top(key)) is not None}
        as_of = self.top("as-of")
        table = self.configured.layer.table
        sources = {name: table.get(name, {}) for name in registry.sources if self.selection.source(name, name in table)}
        return Settings(
            self._chosen(),
            values.get("fail-on", "warning"),
            values.get("scope", "document"),
            values.get("style"),
            values.get("language"),
            None if as_of is None else str(as_of.value),
            self.house.house if self.house is not None else None,
            sources,
            fields,
            self.configured.folder,
            None if (baseline := self.top("baseline")) is None else self.configured.path_of(baseline),
            self,
        )

    def _chosen(self) -> tuple[Chosen, ...]:
        rules = self.configured.registry.rules.values()
        if not (any(self.selection) or self.severities or self.rules):  # most often nothing is said of any rule
            return tuple([Chosen(rule, rule.severity, rule.as_declared()) for rule in rules if rule.default == "on"])
        return tuple(
            Chosen(rule, self.severity(rule.id, rule.severity)[0], self.options(rule), self.style_of(rule))
            for rule in rules
            if self.selection.verdict(rule.id, rule.default == "on")[0]
        )

    def described(self, settings: Settings) -> Iterable[Described]:
        """What holds, line by line, each with where it comes from."""
        configured = self.configured
        toml = configured.layer.toml
        yield Described(
            "configuration", toml.path if toml is not None else "none", "nearest to the file" if toml else ""
        )
        for key in ("fail-on", "scope", "style", "language", "as-of", "baseline"):
            said = self.top(key)
            if said is not None:
                yield Described(key, written(said.value), said.origin())
            elif key in _DEFAULTS:
                yield Described(key, written(_DEFAULTS[key]), DEFAULT)
        for key in (*LISTS, "include", "exclude", "rules-folders"):
            said = self.top(key)
            if said is not None:
                yield Described(key, written(said.value), said.origin())
        for name, table in settings.sources.items():
            for key, value in table.items():
                yield Described(f"{name}.{key}", written(value), configured.layer.origin((name, key)))
        options = {one.rule.id: one.options for one in settings.chosen}
        for rule in sorted(configured.registry.rules.values(), key=lambda rule: rule.id):
            on, decided = self.selection.verdict(rule.id, rule.default == "on")
            if not on:
                yield Described(rule.id, "off", decided.origin() if decided else RULE_DEFAULT)
                continue
            severity, said = self.severity(rule.id, rule.severity)
            said = said or (decided if rule.default == "off" else None)
            yield Described(rule.id, severity, said.origin() if said else RULE_DEFAULT)
            values = self.rules.get(rule.id, {})
            if has_fields(rule, configured.registry):
                shown = {dashed(field): getattr(options[rule.id], field) for field in options[rule.id]._fields}
            else:
                shown = {key: value.value for key, value in values.items() if key != "compiled"}
                if "compiled" in values:
                    yield Described(
                        f"{rule.id}.terms",
                        f"{len(values['compiled'].value)} of them",
                        values["compiled"].origin(),
                    )
            for key, value in shown.items():
                yield Described(
                    f"{rule.id}.{key}", written(value), values[key].origin() if key in values else RULE_DEFAULT
                )


LISTS = ("select", "extend-select", "ignore")
_PLAIN = ("fail-on", "scope", "style", "language")
_DEFAULTS = {"fail-on": "warning", "scope": "document"}
