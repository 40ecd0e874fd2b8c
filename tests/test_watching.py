"""`--watch`, as somebody sees it who writes."""

from __future__ import annotations

import argparse
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from copylint.cli import main, watching
from copylint.cli.check import parser
from tests.waiting import SECONDS

ROOT = Path(__file__).resolve().parent.parent
FAULT = "Off to the the sea.\n"
RULE = """\
summary = "A long word."
why = "Short words are read faster."
message = "'{match}'."
check = "existence"
options.terms = ["utilise"]
examples = [{ bad = "They <mark>utilise</mark> it." }, { bad = "<mark>Utilise</mark> it." }, { good = "It is useful." }]
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="it is ended by a signal")


class Watch:
    """A `copylint check --watch` that runs, and the lines it has printed."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "copylint", "check", "--watch", "--format", "concise", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, part: str) -> list[str]:
        """The lines up to the first that holds the part."""
        found = []
        while not found or part not in found[-1]:
            found.append(self.lines.get(timeout=SECONDS))
        return found

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)


def put(path: Path, text: str) -> None:
    """Writes a file in one step: nobody who looks at it in between sees half of it."""
    beside = path.with_name(".new")
    beside.write_text(text)
    beside.replace(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Off to the sea.\n")
    (tmp_path / "b.txt").write_text(FAULT)
    return tmp_path


@pytest.fixture
def watched(folder: Path) -> Iterator[Watch]:
    watch = Watch(folder)
    yield watch
    watch.process.kill()
    watch.process.wait()
    assert watch.process.stdout is not None
    watch.process.stdout.close()


def test_what_changes_is_checked_again(folder: Path, watched: Watch) -> None:
    first = watched.until("Watching")
    assert first[0].startswith("b.txt:1:8: warning spacing/doubled-word")
    assert first[-1] == "Watching 2 files; Ctrl-C ends it."
    put(folder / "a.txt", "Off to to the sea and far away.\n")
    (told,) = watched.until("doubled-word")
    assert told.startswith("a.txt:1:5: ")
    assert watched.until("checked")[-1].startswith("1 file checked")
    put(folder / "new.txt", FAULT)
    assert watched.until("doubled-word")[-1].startswith("new.txt:1:8: ")
    watched.until("checked")
    put(folder / "copylint.toml", "ignore = [")
    assert "copylint.toml" in watched.until("copylint.toml")[-1]
    put(folder / "copylint.toml", 'ignore = ["spacing"]\n')
    assert [line.partition(" in ")[0] for line in watched.until("checked")] == ["3 files checked"]
    assert watched.end() == 130
    assert watched.until("interrupted")[-1] == "copylint: interrupted"


@pytest.mark.parametrize(
    ("changed", "text", "paths"),
    [
        ("a.txt", "Off to to the sea and far away.\n", [os.path.join(os.curdir, "a.txt")]),
        ("rules/desk/long.toml", RULE.replace("utilise", "leverage"), []),
        ("rules/desk/new.toml", RULE, []),
        ("accepted.json", '{"version": 1, "findings": []}\n', []),
        ("style/ours.toml", "[swap]\nleverage = 'use'\n", []),
        ("style/basis.toml", "[swap]\nleverage = 'use'\n", []),
    ],
    ids=["an article", "a rule", "a new rule", "a baseline", "a style", "a style that another extends"],
)
def test_what_changes_during_the_first_check_is_checked_again(
    folder: Path, changed: str, text: str, paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """paths: what of, all for none."""
    (folder / "rules" / "desk").mkdir(parents=True)
    (folder / "rules" / "desk" / "pack.toml").write_text('summary = "Ours."\n')
    (folder / "rules" / "desk" / "long.toml").write_text(RULE)
    (folder / "style").mkdir()
    (folder / "style" / "basis.toml").write_text("")
    (folder / "style" / "ours.toml").write_text('extends = "basis.toml"\n')
    (folder / "accepted.json").write_text('{"version": 1,  "findings": []}\n')
    (folder / "copylint.toml").write_text(
        'rules-folders = ["rules"]\nbaseline = "accepted.json"\n[[overrides]]\npaths = ["b.txt"]\nstyle = "style/ours.toml"\n'
    )
    monkeypatch.chdir(folder)
    looks = iter([0.0])
    monkeypatch.setattr(watching, "sleep", lambda seconds: next(looks))
    checked: list[list[str]] = []

    def check(chosen: argparse.Namespace) -> int:
        checked.append(chosen.paths)
        if len(checked) > 1:
            raise KeyboardInterrupt
        put(folder / changed, text)
        return 0

    with pytest.raises(KeyboardInterrupt):
        watching.watch(parser().parse_args(["--watch"]), check)
    assert checked == [[], paths]


@pytest.mark.parametrize("option", [["--fix"], ["--diff"], ["--output", "a.json"], ["--add-ignores", "so"], ["-"]])
def test_it_only_looks(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--watch", *option]) == 2
    assert capsys.readouterr().err.startswith("copylint: --watch ")
