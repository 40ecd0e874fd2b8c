"""The commands that look at articles in another way: stats, abbreviations, doctor, cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copylint.cli import main

STORY = "The Port Safety Agency (PSA) met on Monday.\n\nThe PSA said that the port was safe. “It is,” the PSA said.\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")


def test_abbreviations_are_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["abbreviations", "story.txt"]) == 0
    assert capsys.readouterr().out == ("story.txt\n  PSA  Port Safety Agency  (defined 1:25; used 2 times)\n")
    assert main(["abbreviations", "--format", "json", "story.txt"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["abbreviations"]
    assert (row["words"], row["uses"], row["before"]) == (["Port Safety Agency"], ["3:5", "3:51"], 0)


def test_stats_are_a_table_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "story.txt"]) == 0
    assert capsys.readouterr().out.startswith("story.txt\n  words                  21\n")
    assert main(["stats", "--format", "json", "story.txt"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["words"], file["sentences"]) == (21, 3)


@pytest.mark.parametrize("command", ["stats", "abbreviations"])
def test_what_cannot_be_read_is_told(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "story.txt", "missing.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith("copylint: missing.txt: ")
    assert "story.txt" in printed.out


def test_doctor_is_well_where_nothing_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    printed = capsys.readouterr().out
    assert "Python: 3." in printed
    assert "none; all defaults" in printed


def test_the_cache_can_be_found_and_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    assert main(["cache", "where"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'cache'}\n"
    for number in range(9):
        Path(f"{number}.txt").write_text("It is late.\n")
    assert main(["check", "-q"]) == 0
    assert (tmp_path / "cache" / "results.sqlite3").exists()
    assert main(["cache", "clear"]) == 0
    assert not (tmp_path / "cache" / "results.sqlite3").exists()
