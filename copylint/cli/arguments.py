"""Arguments: what a command takes, and what it was given.

Plain, correct arguments are read here. For help, mistakes and anything unusual `parsing` is used, which has `argparse`:
importing that and declaring all the arguments takes a tenth of a run over one page.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import Any

    from copylint.cli.parsing import WholeParser

_ACTIONS = (None, "append", "store_true")


class Group:
    """Some of the arguments of a command, under a heading of the help."""

    def __init__(self, parser: Parser, title: str) -> None:
        self._parser = parser
        self._title = title

    def add_argument(self, *names: str, **settings: Any) -> None:
        """Adds an argument, as argparse has it."""
        self._parser._add(self._title, names, settings)


class Parser:
    """The arguments of a command, as argparse has them."""

    def __init__(self, command: str, summary: str) -> None:
        self._command = command
        self._summary = summary
        self._arguments: list[tuple[str, tuple[str, ...], dict[str, Any]]] = []

    def add_argument(self, *names: str, **settings: Any) -> None:
        """Adds an argument, as argparse has it."""
        self._add("", names, settings)

    def add_argument_group(self, title: str) -> Group:
        """A heading of the help, to add arguments under."""
        return Group(self, title)

    def _add(self, title: str, names: tuple[str, ...], settings: dict[str, Any]) -> None:
        self._arguments.append((title, names, settings))

    def parse_args(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The parsed arguments. Raises UsageError, or SystemExit after printing the help."""
        read = self._read(arguments)
        if read is None:
            return self.whole().parse_args(arguments)
        namespace = type(sys.implementation)  # `types` has a name for it, and takes longer to import
        chosen: Any = namespace(**read)  # all that is asked of it is what it holds
        plain: argparse.Namespace = chosen
        return plain

    def whole(self) -> WholeParser:
        """The same as argparse has it."""
        from copylint.cli.parsing import WholeParser

        parser = WholeParser(self._command, self._summary)
        groups: dict[str, Any] = {"": parser}
        for title, names, settings in self._arguments:
            if title not in groups:
                groups[title] = parser.add_argument_group(title)
            groups[title].add_argument(*names, **settings)
        return parser

    def _read(self, arguments: Sequence[str]) -> dict[str, Any] | None:
        """The values by name; None for what is not plainly right."""
        declared = self._declared()
        if declared is None:
            return None
        plain, values, options = declared
        left = list(reversed(arguments))
        runs = 0  # of arguments without an option: argparse takes them from one place
        inside = False
        while left:
            said = left.pop()
            if not said.startswith("-") or said == "-":
                runs += not inside
                inside = True
                if not plain or runs > 1:
                    return None
                values[plain].append(said)
                continue
            inside = False
            option, equals, value = said.partition("=")
            if option not in options or (equals and not option.startswith("--")):
                return None
            name, settings = options[option]
            action = settings.get("action")
            if action == "store_true":
                if equals:
                    return None
                values[name] = True
                continue
            if not equals:
                if not left or left[-1].startswith("-"):
                    return None
                value = left.pop()
            read = _converted(value, settings)
            if read is None:
                return None
            if action == "append":
                values[name] = [*(values[name] or []), read]
            else:
                values[name] = read
        return values

    def _declared(self) -> tuple[str, dict[str, Any], dict[str, tuple[str, dict[str, Any]]]] | None:
        """The name of the positional arguments (empty for none); the defaults; and for each option the name of its
        value and its settings. None if `argparse` is needed."""
        values: dict[str, Any] = {}
        options: dict[str, tuple[str, dict[str, Any]]] = {}
        plain = ""
        for _, names, settings in self._arguments:
            if not names[0].startswith("-"):
                if plain or settings.get("nargs") != "*" or "choices" in settings or "type" in settings:
                    return None
                plain = names[0]
                values[plain] = []
                continue
            name = settings.get("dest") or next(one for one in names if one.startswith("--"))[2:].replace("-", "_")
            action = settings.get("action")
            if action not in _ACTIONS or settings.get("required") or "nargs" in settings:
                return None
            default = settings.get("default", False if action == "store_true" else None)
            values[name] = list(default) if action == "append" and default is not None else default
            options.update((one, (name, settings)) for one in names)
        return plain, values, options


def _converted(value: str, settings: dict[str, Any]) -> Any:
    """The value as it is meant; None if it is not plainly right."""
    kind: Callable[[str], Any] | None = settings.get("type")
    read: Any = value
    if kind is not None:
        try:
            read = kind(value)
        except Exception:  # what argparse makes a sentence of
            return None
    choices = settings.get("choices")
    return read if choices is None or read in choices else None


def add_registry_arguments(parser: Parser) -> None:
    """The arguments of every command that reads a configuration."""
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", metavar="FILE", help="use this configuration file instead of the nearest one")
    group.add_argument("--isolated", action="store_true", help="use no configuration file")


def add_rule_arguments(parser: Parser) -> None:
    """The arguments that choose rules."""
    group = parser.add_argument_group("rules")
    group.add_argument("--select", metavar="RULES", action="append", default=[], help="only these rules or packs (A,B)")
    group.add_argument("--extend-select", metavar="RULES", action="append", default=[], help="these rules as well")
    group.add_argument("--ignore", metavar="RULES", action="append", default=[], help="not these rules or packs")
    group.add_argument(
        "--as-of", metavar="DATE", help="the publication date (YYYY-MM-DD) of articles that do not tell theirs"
    )
    group.add_argument("--style", metavar="STYLE", help="a house style: {styles}, or the path of a file")
    group.add_argument(
        "--scope",
        choices=("document", "folder", "project"),
        help="over what consistency is judged (default: document)",
    )


def listed(values: list[str]) -> list[str]:
    """The names in repeated, comma-separated arguments."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
