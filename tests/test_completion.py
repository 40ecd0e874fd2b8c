"""Completion: what the shells offer, by running them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from copylint.cli import COMMANDS, main
from copylint.plugins import registry
from tests.waiting import SECONDS

BASH = shutil.which("bash")


@pytest.fixture
def script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["completion", "bash"]) == 0
    path = tmp_path / "completion.bash"
    path.write_text(capsys.readouterr().out)
    (tmp_path / "story.md").touch()
    (tmp_path / "ap").mkdir()
    return path


def offered(script: Path, *words: str) -> list[str]:
    """What bash offers for the last of the words."""
    line = " ".join(f"'{word}'" for word in words)
    run = f"source '{script}'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _copylint; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    result = subprocess.run(
        [str(BASH), "--norc", "-c", run], cwd=script.parent, capture_output=True, text=True, check=True, timeout=SECONDS
    )
    assert result.stderr == ""
    return result.stdout.split()


@pytest.mark.skipif(BASH is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["bas"], ["baseline"]),
        (["baseline", "cr"], ["create"]),
        (["check", "--stat"], ["--statistics"]),
        (["check", "--format", "sa"], ["sarif"]),
        (["check", "--format", "=", "sa"], ["sarif"]),
        (["check", "--format", "="], list(registry().reporters)),
        (["check", "--output", "js"], ["json=", "jsonl="]),
        (["check", "--fail-on", "w"], ["warning"]),
        (["check", "--style", "ap"], ["ap", "ap"]),  # the style, and a folder that may hold one
        (["check", "--select", "quotes/unc"], ["quotes/unclosed"]),
        (["check", "--select", "spacing,quotes/unc"], ["spacing,quotes/unclosed"]),
        (["check", "st"], ["story.md"]),
        (["check", "--style", "gov"], ["govuk"]),
        (["explain", "quotes/doub"], ["quotes/doubled"]),
        (["explain", "--st"], ["--style"]),
        (["rules", "quo"], ["quotes"]),
        (["test-rules", "st"], ["story.md"]),
        (["test-rules", "quotes/doub"], ["quotes/doubled"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["check", "--as-of", ""], []),
        (["nothing", ""], []),
    ],
    ids=lambda value: " ".join(value),
)
def test_bash_offers(script: Path, words: list[str], expected: list[str]) -> None:
    assert offered(script, "copylint", *words) == expected


@pytest.mark.skipif(BASH is None, reason="there is no bash")
def test_bash_offers_every_command(script: Path) -> None:
    assert offered(script, "copylint", "") == [*COMMANDS, "--help", "--version"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_what_the_shell_understands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell}")
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    result = subprocess.run([program, "-n"], input=script, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert (result.returncode, result.stderr) == (0, "")


def test_fish_has_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "fish"]) == 0
    lines = capsys.readouterr().out.split("\n")
    wanted = "complete -c copylint -n '__copylint_is check' -l fail-on -d "
    assert [line.partition(" -x -a ")[2] for line in lines if line.startswith(wanted)] == [
        "'error warning suggestion never'"
    ]


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("copylint bas", ["baseline"]),
        ("copylint baseline ch", ["check"]),
        ("copylint baseline check --for", ["--force"]),
        ("copylint check --fail-on w", ["warning"]),
        ("copylint explain quotes/doub", ["quotes/doubled"]),
    ],
)
def test_fish_offers(line: str, expected: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "fish"]) == 0
    script = tmp_path / "completion.fish"
    script.write_text(capsys.readouterr().out)
    result = subprocess.run(
        ["fish", "--no-config", "-c", f"source '{script}'; complete -C '{line}'"],
        cwd=tmp_path, capture_output=True, text=True, check=True, timeout=SECONDS,
    )  # fmt: skip
    assert [offer.split("\t")[0] for offer in result.stdout.split("\n") if offer] == expected
