"""The whole parser of arguments: help, and for a mistake one sentence with the nearest right word."""

from __future__ import annotations

import argparse

from copylint.cli import UsageError
from copylint.likely import likely

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn


class WholeParser(argparse.ArgumentParser):
    """argparse, but a mistake is a UsageError with a sentence. In a help text `{styles}`, `{formats}` and `{sources}`
    stand for the names of those that there are."""

    def __init__(self, command: str, summary: str) -> None:
        super().__init__(
            prog=f"copylint {command}",
            description=summary,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )

    def format_help(self) -> str:
        from textwrap import fill

        usage = " ".join([self.prog, *_usage(self._actions), "[OPTIONS]"])
        self.usage = fill(usage, _columns() - len("usage: "), subsequent_indent="  ", break_on_hyphens=False)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        unknown = message.removeprefix("unrecognized arguments: ")
        if unknown != message:
            word = unknown.split(" ")[0]
            if not word.startswith("-"):
                raise UsageError(f"'{self.prog}' does not know what to do with '{word}'; see {self.prog} --help")
            options = [option for action in self._actions for option in action.option_strings]
            hint = likely(word.split("=")[0], [option for option in options if option.startswith("--")])
            raise UsageError(f"there is no option '{word}'{hint or f'; see {self.prog} --help'}")
        for action in self._actions:
            name = argparse._get_action_name(action)
            if message == f"argument {name}: expected one argument":
                option = max(action.option_strings, key=len)
                raise UsageError(f"{option} needs a value: {option} {_values(action) or action.metavar}")
            if action.option_strings and message.startswith(f"argument {name}: "):
                option, said = max(action.option_strings, key=len), message.removeprefix(f"argument {name}: ")
                if said.startswith("invalid int value: "):
                    raise UsageError(f"{option} takes a whole number, not {said.removeprefix('invalid int value: ')}")
                raise UsageError(f"{option}: {said}")
        wanted = message.removeprefix("the following arguments are required: ")
        if wanted != message:
            missing = [
                _values(action) or " ".join(filter(None, (*action.option_strings[-1:], str(action.metavar or ""))))
                for action in self._actions
                if argparse._get_action_name(action) in wanted.split(", ") and action.nargs not in ("*", "?")
            ]
            raise UsageError(f"'{self.prog}' needs {' and '.join(missing)}; see {self.prog} --help")
        raise UsageError(f"{message}; see {self.prog} --help")

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        choices = [str(choice) for choice in action.choices]
        where = max(action.option_strings, key=len) if action.option_strings else f"'{self.prog}'"
        raise UsageError(f"{where} takes {_values(action)}, not '{value}'{likely(str(value), choices)}")


def _usage(actions: list[argparse.Action]) -> Iterator[str]:
    """What must be said, and the PATHS; the options have their own lines."""
    for action in actions:
        name = action.metavar if isinstance(action.metavar, str) else "{" + ",".join(action.choices or ()) + "}"
        if action.option_strings:
            if action.required:
                yield f"{max(action.option_strings, key=len)} {name}"
        elif action.nargs == "*":
            yield f"[{name} ...]"
        else:
            yield f"{name} [{name} ...]" if action.nargs == "+" else name


def _values(action: argparse.Action) -> str:
    """The values that an argument takes, in words; nothing if it takes any."""
    choices = [str(choice) for choice in action.choices or ()]
    return " or ".join((", ".join(choices[:-1]), choices[-1])) if len(choices) > 1 else "".join(choices)


def _columns() -> int:
    from copylint.cli.terminal import width

    return min(width(), 100)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str) -> None:
        columns = _columns()
        super().__init__(prog, max_help_position=min(30, columns // 3), width=columns)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        said = action.help
        if said is None or "{" not in said:
            return said
        from copylint.plugins import registry

        known = registry()
        names = {"styles": sorted(known.styles), "formats": known.reporters, "sources": sorted(known.sources)}
        return said.format(**{key: ", ".join(there) for key, there in names.items()})

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """The text unchanged if it fits; otherwise each paragraph re-wrapped."""
        from textwrap import fill

        if all(len(line) <= width for line in text.split("\n")):
            return text
        return "\n\n".join(fill(paragraph, width) for paragraph in text.split("\n\n"))
