"""The command line: alone reads arguments, prints, and picks the exit code.

0: nothing at or above --fail-on. 1: findings. 2: copylint could not do all of its work. 130: interrupted.
"""

from __future__ import annotations

import gc
import os
import sys

from copylint import __version__
from copylint.cli.terminal import ESCAPES, outlive_readers
from copylint.modules import module
from copylint.signals import signal
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

CLEAN, FINDINGS, BROKEN, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143


class Command(NamedTuple):
    """A command: what it does in a line, and the module whose `main(arguments)` does it."""

    summary: str
    module: str


COMMANDS = {
    "check": Command("read articles and report what a sub-editor would mark", "check"),
    "rules": Command("list the rules", "rules"),
    "explain": Command("tell what a rule finds, why, and what it leaves alone", "explain"),
    "test-rules": Command("run the examples of rules", "testrules"),
    "new-rule": Command("make the file of a rule, with examples to fill in", "newrule"),
    "try-rule": Command("run one rule over an archive", "tryrule"),
    "baseline": Command("accept the findings of an archive, so that only new ones are reported", "baseline"),
    "abbreviations": Command("print the abbreviations of articles as a table", "abbreviations"),
    "stats": Command("measure articles: words, sentences, readability, reading time", "stats"),
    "doctor": Command("tell what is there, what is missing, and how to get it", "doctor"),
    "cache": Command("delete the results of earlier runs, or tell where they are", "cache"),
    "import-terms": Command("turn a list of words into the terms of a house style", "terms"),
    "init": Command("write a configuration by looking at the articles that are there", "init"),
    "completion": Command("print what bash, zsh or fish needs to complete the command line", "completion"),
    "config": Command("show what holds for a file, and where each value comes from", "config"),
}


class UsageError(Exception):
    """A command line that cannot be understood; the text is a sentence."""


class _Terminated(KeyboardInterrupt):
    """SIGTERM arrived. Like Ctrl-C it is the one thing that the engine takes for no failure of a rule."""


def run() -> None:
    """The entry point of the `copylint` command."""
    gc.disable()  # what is loaded at the start is no garbage; `cli.setting` lets it go on from there
    signal.signal(signal.SIGTERM, _terminate)  # so that whatever was started is ended on the way out
    outlive_readers()
    try:
        code = main()
    except KeyboardInterrupt as asked:
        for number in (signal.SIGINT, signal.SIGTERM):  # once is enough
            signal.signal(number, signal.SIG_IGN)
        code = TERMINATED if isinstance(asked, _Terminated) else INTERRUPTED
        if code == INTERRUPTED:
            tell("interrupted")
    _leave(code)


def _leave(code: int) -> None:
    """Ends the process without cleaning up what it has loaded, which would take a tenth of a run over one page. If
    anything is registered to run at exit, or threads or processes were started, it ends in the normal way."""
    import atexit

    asked: Callable[[], int] = getattr(atexit, "_ncallbacks", lambda: 1)
    if not asked() and not {"threading", "multiprocessing"} & sys.modules.keys() and not sys.gettrace():
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


def _terminate(number: int, frame: object) -> None:
    raise _Terminated


def main(arguments: list[str] | None = None) -> int:
    """Runs a command line (sys.argv without the program by default) and returns the exit code. Raises nothing but
    KeyboardInterrupt and, where it has printed the help, SystemExit."""
    _speak_utf8()
    try:
        code = _dispatch(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
        _keep_expressions()
        return code
    except UsageError as error:
        tell(str(error))
    except OSError as error:
        _give_up_output()  # the disk is full, say
        gone = "the working folder" if isinstance(error, FileNotFoundError) else "the report"
        tell(f"{error.filename or gone}: {error.strerror or error}")
    except MemoryError:
        tell("there is not enough memory for this run")
    except Exception as error:
        if os.environ.get("COPYLINT_TRACEBACK"):
            raise
        from copylint.rule import told

        plain = isinstance(error, ValueError) and is_told(error)
        tell(str(error) if plain else f"a fault of its own stopped the run: {told(error)}")
    return BROKEN


def tell(sentence: str) -> None:
    """A sentence on standard error, harmless: it may repeat names from a configuration or a checkout."""
    from copylint.reporters.harmless import visible

    print(f"copylint: {visible(sentence, keep=chr(10))}", file=sys.stderr)


def say(text: str = "") -> None:
    """A text on standard output, harmless: it may repeat what a configuration, a rule or an article holds."""
    from copylint.reporters.harmless import visible

    print(visible(text, keep="\n"))


def _keep_expressions() -> None:
    """Keeps what this run had to compile, if it compiled anything."""
    expressions = sys.modules.get("copylint.expressions")
    if expressions is not None:
        expressions.keep()


def _give_up_output() -> None:
    """Lets what is left in the buffer of standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(arguments: list[str]) -> int:
    if len(arguments) == 2 and arguments[0] == "help":
        arguments = [arguments[1], "--help"]
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_help())
        return CLEAN
    name, rest = arguments[0], arguments[1:]
    if name in ("-V", "--version", "version"):
        print(f"copylint {__version__}")
        return CLEAN
    command = COMMANDS.get(name)
    if command is None:
        raise UsageError(_no_command(name))
    code: int = module(f"copylint.cli.{command.module}").main(rest)
    return code


def _no_command(name: str) -> str:
    if os.path.exists(name) or name.startswith("-"):
        path = name if os.path.exists(name) else "PATH"
        return f"'{name}' is not a command; to check articles: copylint check {path}"
    from copylint.likely import likely

    return f"'{name}' is not a command" + (likely(name, COMMANDS) or "; see copylint --help")


def _help() -> str:
    from copylint.cli.terminal import width
    from copylint.reference import wrapped

    columns = min(width(), 100)
    widest = max(map(len, COMMANDS)) + 4
    lines = [
        *wrapped("copylint reads articles as a copy desk does, and points at what a sub-editor would mark.", columns),
        "",
        "usage: copylint COMMAND [OPTIONS]",
        "",
        "commands:",
    ]
    for name, command in COMMANDS.items():
        lines += wrapped(command.summary, columns, f"{f'  {name}':<{widest}}", " " * widest)
    lines += [
        "",
        *wrapped("copylint COMMAND --help tells the rest; copylint --version the version.", columns, "  ", "  "),
        "",
        "to begin with: copylint check story.txt",
    ]
    return "\n".join(lines)


def is_told(error: ValueError) -> bool:
    """Whether the error is one that copylint raises with a sentence for the user."""
    from copylint.packs import PackError
    from copylint.plugins import PluginError
    from copylint.rule import OptionError
    from copylint.toml import TomlError

    return isinstance(error, (TomlError, PackError, PluginError, OptionError))


def _speak_utf8() -> None:
    """Lets a terminal that cannot show a character show its escape instead; without this the run would end there."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this process
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - for as long as we run
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and getattr(stream, "errors", "") != ESCAPES:
            reconfigure(errors=ESCAPES)
