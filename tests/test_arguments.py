"""Arguments are read without argparse as argparse reads them."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.cli import COMMANDS, UsageError
from copylint.cli.check import parser

WORDS = (
    "story.txt", "-", "--", "", "-q", "--quiet", "--quiet=1", "--format", "json", "--format=json", "--format=", "--fail-on",
    "--fail-on=error", "--fail-on=eror", "--jobs=2", "-j", "-j2", "3", "--jobs", "x", "--select", "quotes", "--select=a,b",
    "--fix", "--nonsense", "-h", "--output=a=b", "--color=always", "--config", "a b", "-x", "--with", "languagetool",
)  # fmt: skip


def _whole(arguments: list[str]) -> dict[str, object] | str:
    try:
        return vars(parser().whole().parse_args(arguments))
    except UsageError as error:
        return str(error)
    except SystemExit:
        return "help"


def _read(arguments: list[str]) -> dict[str, object] | str:
    try:
        return vars(parser().parse_args(arguments))
    except UsageError as error:
        return str(error)
    except SystemExit:
        return "help"


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_arguments_are_read_as_argparse_reads_them(arguments: list[str]) -> None:
    assert _read(arguments) == _whole(arguments)


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "cache"])
def test_every_command_reads_its_arguments_so(command: str) -> None:
    arguments = import_module(f"copylint.cli.{COMMANDS[command].module}").parser()
    for words in ([], ["a"], ["a", "b"], ["--config", "x", "a"]):
        try:
            wanted: object = vars(arguments.whole().parse_args(words))
        except UsageError as error:
            wanted = str(error)
        try:
            found: object = vars(arguments.parse_args(words))
        except UsageError as error:
            found = str(error)
        assert found == wanted


def test_a_plain_run_needs_no_argparse(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("The ferry sails at noon.\n")
    code = "import sys; from copylint.cli import main; main(sys.argv[1:]); print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "-q", "--select=quotes", "--fail-on", "never", "story.txt"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "COPYLINT_CACHE_DIR": str(tmp_path / "cache"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"argparse", "gettext", "dataclasses", "inspect", "pathlib", "logging", "subprocess"} & set(
        done.stdout.split()
    )
