"""Arguments: parsers that answer a mistake with one sentence and the nearest right word."""

from __future__ import annotations

import argparse
from typing import NoReturn

from copylint.cli import UsageError


class Parser(argparse.ArgumentParser):
    """argparse, but a mistake is a UsageError with a sentence."""

    def __init__(self, command: str, summary: str) -> None:
        super().__init__(
            prog=f"copylint {command}",
            description=summary,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            from copylint.toml import nearest

            word = unknown.split()[0]
            options = [option for action in self._actions for option in action.option_strings]
            near = nearest(word.split("=")[0], [option for option in options if option.startswith("--")])
            hint = f" (did you mean '{near}'?)" if near else f"; see {self.prog} --help"
            raise UsageError(f"there is no option '{word}'{hint}")
        raise UsageError(f"{message}; see {self.prog} --help")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=100)


def add_registry_arguments(parser: Parser) -> None:
    """The arguments of every command that reads a configuration."""
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", metavar="FILE", help="use this configuration file instead of the nearest one")
    group.add_argument("--isolated", action="store_true", help="use no configuration file")


def add_rule_arguments(parser: Parser) -> None:
    """The arguments that choose rules."""
    group = parser.add_argument_group("rules")
    group.add_argument("--select", metavar="RULES", action="append", default=[], help="only these rules or packs")
    group.add_argument("--extend-select", metavar="RULES", action="append", default=[], help="these rules as well")
    group.add_argument("--ignore", metavar="RULES", action="append", default=[], help="not these rules or packs")
    group.add_argument(
        "--as-of", metavar="DATE", help="the publication date (YYYY-MM-DD) of articles that do not tell theirs"
    )
    group.add_argument("--style", metavar="STYLE", help="a house style, by name or by the path of its file")
    group.add_argument(
        "--scope",
        choices=("document", "folder", "project"),
        help="over what consistency is judged (default: document)",
    )


def listed(values: list[str]) -> list[str]:
    """The names in repeated, comma-separated arguments."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
