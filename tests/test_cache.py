"""What is kept of each article: its findings, their numbers, and what a report said of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from copylint.cli import main
from copylint.reporters import Counts, FileReport, KnownFindings
from copylint.reporters import full as full_report
from copylint.runner import cache as results

LOOKS = (
    ("--format", "full"),
    ("--format", "full", "--color", "always"),
    ("--format", "full", "--show-files", "--show-suppressed"),
    ("--format", "concise"),
    ("--format", "concise", "--show-suppressed"),
    ("--format", "json"),
    ("--format", "json", "--show-suppressed"),
    ("--format", "jsonl"),
    ("--format", "full", "--statistics"),
    ("--format", "concise", "--fail-on", "error"),
    ("--format", "full", "--output", "json=-"),
    ("--format", "full", "--diff"),
)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twenty articles, some with faults, one of which a comment silences, and one in another language."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(18):
        fault = ("the the", "the", "café\N{ZERO WIDTH SPACE}s of the the")[number % 3]
        (folder / f"{number:02}.txt").write_text(f"So {fault} end of {number} ships was told at the port.\n", "utf-8")
    silent = "<!-- copylint: ignore-file[spacing/doubled-word] as it was said -->\n\nSo the the end is is near.\n"
    (folder / "silent.md").write_text(silent)
    (folder / "welsh.html").write_text('<html lang="cy"><p>Un un quai.')
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    return folder


def _checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["check", "--jobs", "1", "-q", *arguments])
    return code, capsys.readouterr().out


@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
@pytest.mark.parametrize("columns", ["60", "140"])
def test_what_is_kept_changes_no_report(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, look: list[str], columns: str
) -> None:
    _checked(capsys, "--format", "full")  # in another width
    monkeypatch.setenv("COLUMNS", columns)
    wanted = _checked(capsys, *look, "--no-cache")
    assert wanted[1]
    assert [_checked(capsys, *look) for _ in range(3)] == [wanted] * 3


def test_an_article_that_has_not_changed_is_neither_read_nor_told_again(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = _checked(capsys)
    assert wanted[0] == 1
    told: list[str] = []
    section = full_report.section
    monkeypatch.setattr(full_report, "section", lambda file, look: told.append(file.path) or section(file, look))
    monkeypatch.setattr(results, "_findings", lambda value: pytest.fail("findings are read"))
    assert _checked(capsys) == wanted
    assert {"01.txt", "silent.md"} <= set(told)
    assert not {"00.txt", "02.txt"} & set(told)
    told.clear()
    (archive / "00.txt").write_text("So the the end of it all was told at the quay.\n")
    assert "the quay" in _checked(capsys)[1]
    assert told.count("00.txt") == 1
    assert "03.txt" not in told


def test_findings_that_are_kept_are_those_that_were_found(
    archive: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where somebody looks at them they are read: here for a list of what is accepted."""
    _checked(capsys)
    for folder in ("cache", "empty"):
        monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / folder))
        assert main(["baseline", "create", "--baseline", str(tmp_path / f"accepted-{folder}")]) == 0
        capsys.readouterr()
    assert (tmp_path / "accepted-cache").read_text() == (tmp_path / "accepted-empty").read_text()
    assert _checked(capsys, "--baseline", str(tmp_path / "accepted-cache"), "--format", "concise") == (0, "")


@pytest.mark.parametrize("bit", [0, 1, 7])
def test_a_value_with_another_bit_is_not_there(
    archive: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, bit: int
) -> None:
    wanted = _checked(capsys, "--format", "concise")
    path = tmp_path / "cache" / "results.sqlite3"
    for part in range(6):
        store = sqlite3.connect(path)
        with store:
            rows = store.execute("SELECT key, value FROM results").fetchall()
            for key, value in rows:
                broken = bytearray(value)
                broken[(len(value) - 1) * part // 5] ^= 1 << bit
                store.execute("UPDATE results SET value = ? WHERE key = ?", (bytes(broken), key))
        store.close()
        assert len(rows) > 20
        assert _checked(capsys, "--format", "concise") == wanted


def test_known_findings_are_a_sequence_of_findings() -> None:
    assert FileReport("a", KnownFindings(Counts(), tuple)) == FileReport("a", ())
    assert FileReport("a", KnownFindings(Counts(), tuple)).counts() == FileReport("a").counts() == Counts()
    assert not KnownFindings(Counts(), tuple)
    assert len(KnownFindings(Counts(1, 2, 3, safe=5), tuple)) == 6
