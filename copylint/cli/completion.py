"""`copylint completion SHELL`: what a shell needs to complete the command line, made from the parsers when asked."""

from __future__ import annotations

import argparse
import re
from importlib import import_module

from copylint.cli import CLEAN, COMMANDS
from copylint.cli.arguments import Parser
from copylint.plugins import Registry, registry
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUMMARY = """Print what a shell needs to complete commands, options, rules, styles and formats.

bash:  eval "$(copylint completion bash)"         in ~/.bashrc
zsh:   eval "$(copylint completion zsh)"          in ~/.zshrc, after compinit
fish:  copylint completion fish | source          in ~/.config/fish/config.fish"""

_FILES = "FILES"  # what stands for paths among the words of an argument


class _Option(NamedTuple):
    """An option or, without names, what may stand alone. words: what may follow; None if it takes no value."""

    names: tuple[str, ...]
    summary: str
    words: tuple[str, ...] | None


class _Command(NamedTuple):
    """A command with its options, and what may stand alone on its line."""

    name: str
    summary: str
    options: tuple[_Option, ...]
    words: tuple[str, ...]


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("completion", _SUMMARY)
    parser.add_argument("shell", choices=tuple(_SHELLS), metavar="SHELL", help="bash, zsh or fish")
    return parser


def main(arguments: list[str]) -> int:
    """Prints the script of a shell."""
    chosen = parser().parse_args(arguments)
    known = registry()
    commands = [_command(name, known) for name in COMMANDS]
    print("\n".join(_SHELLS[chosen.shell](commands)))
    return CLEAN


def _command(name: str, known: Registry) -> _Command:
    parser = import_module(f"copylint.cli.{COMMANDS[name].module}").parser().whole()
    options: list[_Option] = []
    words: dict[str, None] = {}
    for action in parser._actions:
        own = _words(action, known)
        if action.option_strings:
            summary = re.split("[:;(]", action.help or "")[0].strip()
            if summary.startswith("{"):
                summary = f"the {str(action.metavar).lower()}"
            options.append(_Option(tuple(action.option_strings), summary, None if action.nargs == 0 else own))
        else:
            words.update(dict.fromkeys(own))
    return _Command(name, COMMANDS[name].summary, tuple(options), tuple(words))


def _words(action: argparse.Action, known: Registry) -> tuple[str, ...]:
    """What an argument may be, by its choices or by the name of its value."""
    if action.choices is not None:
        return tuple(map(str, action.choices))
    rules, packs = sorted(known.rules), sorted(known.packs)
    named = {
        "RULE": rules,
        "RULES": [*packs, *rules],
        "RULES|PATHS": [*packs, *rules, _FILES],
        "PACK": packs,
        "STYLE": [*sorted(known.styles), _FILES],
        "FORMAT": list(known.reporters),
        "SOURCE": sorted(known.sources),
        "[FORMAT=]FILE": [*(f"{name}=" for name in known.reporters), _FILES],
    }
    name = action.metavar if isinstance(action.metavar, str) else ""
    if name in named:
        return tuple(named[name])
    return (_FILES,) if name.startswith(("FILE", "PATH", "FOLDER", "STYLE.toml")) else ()


def _bash(commands: Iterable[_Command]) -> Iterator[str]:
    """One function. Where a value is to follow `--option` or `--option=`, its words; the last of a list with commas."""
    commands = list(commands)
    yield "_copylint() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} words= files= head="
    yield "    COMPREPLY=()"
    yield "    if [[ $last == = ]]; then last=${COMP_WORDS[COMP_CWORD-2]}; fi"
    yield "    if [[ $word == = ]]; then last=${COMP_WORDS[COMP_CWORD-1]} word=; fi"
    yield "    if [[ $COMP_CWORD -gt 1 && $word == *,* ]]; then head=${word%,*}, word=${word##*,}; fi"
    yield "    if [[ $COMP_CWORD -eq 1 ]]; then"
    yield f"        words={_quoted(' '.join([*(command.name for command in commands), '--help', '--version']))}"
    yield "    else"
    yield "        case ${COMP_WORDS[1]}:$last in"
    for command in commands:
        for option in command.options:
            if option.words is not None:
                pattern = "|".join(f"{command.name}:{name}" for name in option.names)
                yield f"            {pattern}) {_bash_words(option.words)};;"
        names = [name for option in command.options for name in option.names]
        yield f"            {command.name}:*)"
        yield f"                if [[ $word == -* ]]; then words={_quoted(' '.join(names))}"
        yield f"                else {_bash_words(command.words)}; fi;;"
    yield "        esac"
    yield "    fi"
    yield '    if [[ -n $words ]]; then COMPREPLY=($(compgen -P "$head" -W "$words" -- "$word")); fi'
    yield '    if [[ -n $files ]]; then compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$word")); fi'
    yield "    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi"
    yield "}"
    yield "complete -F _copylint copylint"


def _bash_words(words: Iterable[str]) -> str:
    own = " ".join(word for word in words if word != _FILES)
    files = "files=1" if _FILES in words else ""
    return " ".join(filter(None, (f"words={_quoted(own)}" if own else "", files))) or ":"


def _zsh(commands: Iterable[_Command]) -> Iterator[str]:
    """The function of bash, which zsh runs through its own bridge."""
    yield "autoload -U +X bashcompinit && bashcompinit"
    yield from _bash(commands)


def _fish(commands: Iterable[_Command]) -> Iterator[str]:
    commands = list(commands)
    yield "function __copylint_is  # whether a word is the command: 'check' is one of baseline's too"
    yield "    set -l words (commandline -opc)"
    yield "    test (count $words) -ge 2; and test $words[2] = $argv[1]"
    yield "end"
    yield "complete -c copylint -f"
    for command in commands:
        yield f"complete -c copylint -n __fish_use_subcommand -a {command.name} -d {_quoted(command.summary)}"
    for command in commands:
        lead = f"complete -c copylint -n '__copylint_is {command.name}'"
        for option in command.options:
            names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            yield f"{lead} {names} -d {_quoted(option.summary)}{_fish_words(option.words, '-x')}"
        if command.words:
            yield f"{lead}{_fish_words(command.words, '')}"


def _fish_words(words: tuple[str, ...] | None, alone: str) -> str:
    """What may follow; alone: that there must be a value."""
    if words is None:
        return ""
    own = " ".join(word for word in words if word != _FILES)
    flag = (" -r" if alone else "") + " -F" if _FILES in words else f" {alone}".rstrip()
    return flag + (f" -a {_quoted(own)}" if own else "")


def _quoted(text: str) -> str:
    """A text as one word of any of the shells."""
    return "'" + text.replace("\\", "").replace("'", "’") + "'"


_SHELLS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
