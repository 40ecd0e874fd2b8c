"""Rule files -> rules. Every error names the file and the place.

A pack is a folder: `pack.toml`, one file a rule (TOML or Python), a folder `data/`. The name of the folder is the name
of the pack, and a rule's id is `pack/name`, the name being that of its file.
"""

from __future__ import annotations

import os

from copylint import kept
from copylint.document import BLOCK_KINDS
from copylint.expressions import expression
from copylint.memo import cache
from copylint.modules import module_of
from copylint.rule import QUOTATIONS, SEVERITIES, Example, Kind, OptionError, Pack, Rule, told
from copylint.toml import Toml, from_here, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_NAME = expression(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PACK_KEYS = ("summary",)
_RULE_KEYS = (
    "summary", "why", "message", "severity", "default", "languages", "fields", "quotations", "fix", "source",
    "layout", "check", "options", "examples",
)  # fmt: skip
_EXAMPLE_KEYS = ("bad", "good", "why", "format", "known", "options", "published")
_CHOICES: dict[str, tuple[Any, ...]] = {
    "severity": SEVERITIES,
    "default": ("on", "off"),
    "quotations": QUOTATIONS,
    "fix": ("safe", "unsafe"),
}


class PackError(ValueError):
    """A pack or a Python rule that cannot be loaded. It reads `path: message`, the path from the working directory."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{from_here(self.path)}: {self.message}"


def builtin_root() -> str:
    """The folder of copylint's own packs: `rules` within the installed package, or, in a checkout, beside it.

    Never the working directory.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "rules")
    if os.path.isdir(installed):
        return installed
    parent = os.path.dirname(package)
    beside = os.path.join(parent, "rules")
    if os.path.isdir(beside) and os.path.isfile(os.path.join(parent, "pyproject.toml")):
        return beside
    raise PackError(package, "copylint's own rules are missing; install copylint again")


@cache
def state_of_own_files() -> str:
    """The state of copylint's own files, packs included, as first seen by this process."""
    package, root = os.path.dirname(os.path.abspath(__file__)), builtin_root()
    return kept.state_of_files([package] if root.startswith(os.path.join(package, "")) else [package, root])


def pack_folders(root: str) -> list[str]:
    """The packs below a folder of packs, sorted: each folder that holds a `pack.toml`."""
    try:
        entries = sorted(entry.path for entry in os.scandir(root) if entry.is_dir())
    except OSError as error:
        raise PackError(root, error.strerror or str(error)) from None
    return [path for path in entries if os.path.isfile(os.path.join(path, "pack.toml"))]


def load_pack(folder: str, kinds: Mapping[str, Kind], *, python: bool) -> Pack:
    """The pack in a folder. python: whether its Python rules may be run (they come from installed distributions only).

    Raises TomlError or PackError.
    """
    name = os.path.basename(os.path.normpath(folder))
    if not _NAME.fullmatch(name):
        raise PackError(folder, "a pack's name has lower-case letters, figures and single hyphens")
    pack = read(os.path.join(folder, "pack.toml"))
    _known(pack, (), pack.data, _PACK_KEYS)
    summary = _text(pack, ("summary",), pack.data)
    rules = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        stem, suffix = os.path.splitext(entry.name)
        if entry.name in ("pack.toml", "data", "__pycache__") or entry.name.startswith("."):
            continue
        if suffix not in (".toml", ".py") or not entry.is_file():
            raise PackError(entry.path, "not a rule (a pack holds pack.toml, data/ and a .toml or .py file a rule)")
        if not _NAME.fullmatch(stem):
            raise PackError(entry.path, "a rule's name has lower-case letters, figures and single hyphens")
        if suffix == ".py" and not python:
            raise PackError(entry.path, "Python rules come from installed plug-ins only; write this one in TOML")
        rules.append(load_rule(entry.path, name, stem, kinds))
    stems = [rule.id for rule in rules]
    for rule_id in stems:
        if stems.count(rule_id) > 1:
            raise PackError(folder, f"'{rule_id}' is there twice, as TOML and as Python")
    return Pack(name, summary, tuple(rules))


def load_rule(path: str, pack: str, stem: str, kinds: Mapping[str, Kind]) -> Rule:
    """The rule in a file of a pack, TOML or Python by its suffix. Raises TomlError or PackError."""
    loaded = _toml_rule(path, kinds) if path.endswith(".toml") else _python_rule(path, pack, stem)
    return loaded._replace(id=f"{pack}/{stem}", path=path)


def options_for(rule: Rule, kinds: Mapping[str, Kind], table: Mapping[str, Any]) -> Any:
    """The rule's options with those of `table` (keys as in TOML) in place of its own. Raises OptionError."""
    from copylint.options import with_options

    rule = rule.whole()
    kind = kinds.get(rule.kind)
    if kind is not None and kind.read is not None:
        return kind.read({**(rule.table or {}), **table})
    return with_options(rule.options, table)


def _toml_rule(path: str, kinds: Mapping[str, Kind]) -> Rule:
    toml = read(path)
    data = toml.data
    _check_values(toml)
    kind_name = _text(toml, ("check",), data)
    kind = kinds.get(kind_name)
    if kind is None:
        from copylint.likely import likely

        hint = likely(kind_name, sorted(kinds), all_of_them=True)
        raise toml.error(("check",), f"'{kind_name}' is not a kind of check{hint}", value=True)
    table = data.get("options", {})
    rule = Rule(
        summary=_text(toml, ("summary",), data),
        why=_text(toml, ("why",), data),
        message=_text(toml, ("message",), data),
        check=kind.check,
        examples=tuple(_examples(toml, data.get("examples", []))),
        severity=data.get("severity", "warning"),
        default=data.get("default", "on"),
        languages=tuple(data.get("languages", ("en",))),
        fields=tuple(data.get("fields", ())),
        quotations=data.get("quotations", "check"),
        fix=data.get("fix"),
        source=tuple(data.get("source", ())),
        layout=data.get("layout", False),
        kind=kind_name,
        table=table,
    )
    try:
        if kind.read is not None:
            options = kind.read(table)
        else:
            from copylint.options import with_options

            options = with_options(kind.options(), table)
        return rule._replace(options=options, gate=None if kind.gate is None else kind.gate(options))
    except OptionError as error:
        raise toml.error(("options", *error.key), str(error)) from None


def _check_values(toml: Toml) -> None:
    """Raises TomlError for a key that no rule has, or a value that its key cannot have."""
    from copylint.likely import likely

    data = toml.data
    _known(toml, (), data, _RULE_KEYS)
    for key, choices in _CHOICES.items():
        if key in data and data[key] not in choices:
            hint = likely(data[key], choices)
            raise toml.error((key,), f"'{key}' must be one of {', '.join(choices)}{hint}", value=True)
    if not isinstance(data.get("options", {}), dict):
        raise toml.error(("options",), "'options' must be a table", value=True)
    for key in ("languages", "fields", "source"):
        if not _is_strings(data.get(key, [])):
            raise toml.error((key,), f"'{key}' must be a list of strings", value=True)
    for number, field in enumerate(data.get("fields", [])):
        if field not in BLOCK_KINDS:
            hint = likely(field, BLOCK_KINDS, all_of_them=True)
            raise toml.error(("fields", number), f"'{field}' is not a kind of block{hint}", value=True)
    if not isinstance(data.get("layout", False), bool):
        raise toml.error(("layout",), "'layout' must be true or false", value=True)


def _examples(toml: Toml, tables: Any) -> list[Example]:
    if not isinstance(tables, list):
        raise toml.error(("examples",), "'examples' must be an array of tables: [[examples]]")
    found = []
    for number, table in enumerate(tables):
        where = ("examples", number)
        if not isinstance(table, dict):
            raise toml.error(where, "an example must be a table: [[examples]]")
        _known(toml, where, table, _EXAMPLE_KEYS)
        for key in ("bad", "good", "why", "format", "published"):
            if not isinstance(table.get(key, ""), str):
                raise toml.error((*where, key), f"'{key}' must be a string", value=True)
        if "bad" not in table and "good" not in table:
            raise toml.error(where, "an example needs 'bad', 'good' or both")
        found.append(Example(**table))
    return found


def _python_rule(path: str, pack: str, stem: str) -> Rule:
    try:
        module = module_of(f"copylint_rules.{pack}.{stem}", path)
    except (Exception, SystemExit) as error:
        line = error.lineno if isinstance(error, SyntaxError) else _line_in(error, path)
        place = f":{line}" if line else ""
        raise PackError(path + place, f"the rule cannot be imported: {told(error)}") from None
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule):
        raise PackError(path, "a Python rule sets RULE to a copylint.rule.Rule")
    for field, choices in _CHOICES.items():
        value = getattr(rule, field)
        if value not in choices and not (field == "fix" and value is None):
            raise PackError(path, f"RULE has {field}={value!r}; it must be one of {', '.join(choices)}")
    return rule


def _line_in(error: BaseException, path: str) -> int | None:
    line, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == path:
            line = step.tb_lineno
        step = step.tb_next
    return line


def _known(toml: Toml, where: tuple[str | int, ...], table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in table:
        if key not in keys:
            from copylint.likely import likely

            raise toml.error((*where, key), f"unknown key '{key}'{likely(key, keys, all_of_them=True)}")


def _text(toml: Toml, where: tuple[str, ...], table: Mapping[str, Any]) -> str:
    value = table.get(where[-1])
    if value is None:
        raise toml.error(where[:-1], f"'{where[-1]}' is missing")
    if not isinstance(value, str) or not value.strip():
        raise toml.error(where, f"'{where[-1]}' must be a string that says something", value=True)
    return value


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
