"""Baselines: what is accepted, what is new, and what no longer occurs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copylint.baseline import Accepted, BaselineError, Entry, accept, entries, read, written
from copylint.cli import main
from copylint.document import Excerpt, Place, Position, Span
from copylint.rule import Finding

RULE = "spacing/doubled-word"


def _finding(fingerprint: str, text: str = "is is", rule: str = RULE) -> Finding:
    start = Position(0, 1, 1)
    place = Place("a.txt", Span(0, 5), start, start, text, Excerpt("", text, ""), "the ship is is late")
    return Finding(rule, "warning", "", place, fingerprint=fingerprint)


def _entry(path: str, fingerprint: str, rule: str = RULE) -> Entry:
    return Entry(path, rule, "is is", fingerprint)


def _told(accepted: Accepted) -> tuple[dict[str, list[str]], dict[str, int], list[str]]:
    new = {path: [one.fingerprint for one in found] for path, found in accepted.new.items()}
    return new, dict(accepted.known), [one.fingerprint for one in accepted.stale]


@pytest.mark.parametrize(
    ("found", "known", "gone", "told"),
    [
        ({"a": ["1", "2"]}, [("a", "1")], [], ({"a": ["2"]}, {"a": 1}, [])),
        ({"a": ["1", "1"]}, [("a", "1")], [], ({"a": ["1"]}, {"a": 1}, [])),
        ({"a": []}, [("a", "1")], [], ({"a": []}, {}, ["1"])),
        ({"a": []}, [("b", "1")], [], ({"a": []}, {}, [])),
        ({"a": []}, [("b", "1")], ["b"], ({"a": []}, {}, ["1"])),
        ({"a": ["1"]}, [("b", "1")], [], ({"a": ["1"]}, {}, [])),
        ({"a": ["1"]}, [("b", "1")], ["b"], ({"a": []}, {"a": 1}, [])),
        ({"a": ["1"], "b": ["1"]}, [("b", "1")], [], ({"a": ["1"], "b": []}, {"b": 1}, [])),
        ({"a": ["1"], "b": ["1"]}, [("a", "1"), ("c", "1")], ["c"], ({"a": [], "b": []}, {"a": 1, "b": 1}, [])),
    ],
    ids=["new", "twice", "stale", "not checked", "gone", "not moved", "moved", "own first", "own and moved"],
)  # fmt: skip
def test_accepting(
    found: dict[str, list[str]],
    known: list[tuple[str, str]],
    gone: list[str],
    told: tuple[dict[str, list[str]], dict[str, int], list[str]],
) -> None:
    findings = {path: [_finding(one) for one in prints] for path, prints in found.items()}
    ran = {path: [RULE] for path in found}
    accepted = accept(findings, [_entry(*one) for one in known], ran=ran, gone=gone)
    assert _told(accepted) == told
    assert len(accepted.kept) + len(accepted.stale) == len(known)


def test_an_entry_of_a_rule_that_did_not_run_is_not_stale() -> None:
    accepted = accept({"a": []}, [_entry("a", "1", "quotes/unclosed")], ran={"a": [RULE]})
    assert accepted.stale == ()
    assert accepted.kept == (_entry("a", "1", "quotes/unclosed"),)


def test_what_is_written_is_read_again_and_has_a_line_an_entry() -> None:
    known = entries({"b.txt": [_finding("2"), _finding("1", "  ")], "a.txt": [_finding("3", "“quoted”\n text")]})
    text = written(known)
    assert read(text) == known
    assert [line for line in text.split("\n") if "fingerprint" in line] == [
        '  {"path": "a.txt", "rule": "spacing/doubled-word", "text": "“quoted” text", "fingerprint": "3"},',
        '  {"path": "b.txt", "rule": "spacing/doubled-word", "text": "is is", "fingerprint": "2"},',
        '  {"path": "b.txt", "rule": "spacing/doubled-word", "text": "the ship is is late", "fingerprint": "1"}',
    ]
    assert read(written(())) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "it is not valid JSON"),
        ("[]", "it is not a baseline"),
        ('{"version": 9, "findings": []}', "it is of version 9, and this copylint reads version 1"),
        (
            '{"version": 1, "findings": [{"path": "a"}]}',
            "its entry 1 lacks one of path, rule, text, fingerprint",
        ),
    ],
)
def test_what_is_no_baseline_says_why(text: str, why: str) -> None:
    with pytest.raises(BaselineError, match=why):
        read(text)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copylint.toml").write_text('select = ["spacing/doubled-word"]\nbaseline = "accepted.json"\n')
    (tmp_path / "old.txt").write_text("The ship is is late.\n\nIt came at at noon.\n")
    assert main(["baseline", "create"]) == 0
    return tmp_path


def test_only_new_findings_are_reported(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-q"]) == 0
    (archive / "old.txt").write_text("A word.\n\nIt came at\nat noon.\n\nThe the ship is is late.\n")
    capsys.readouterr()
    assert main(["check", "-q", "--format", "concise"]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == [
        "old.txt:6:1",
        "old.txt:6:14",
    ]


def test_a_baseline_that_is_out_of_date_is_told_and_pruned(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "old.txt").write_text("The ship is is late.\n")
    (archive / "old.txt").rename(archive / "new.txt")
    assert main(["check"]) == 0
    assert "accepted.json: 1 entry no longer occurs; copylint baseline prune takes it out" in capsys.readouterr().err
    assert main(["baseline", "check"]) == 1
    assert main(["baseline", "prune"]) == 0
    assert main(["baseline", "check"]) == 0
    assert [one["path"] for one in json.loads((archive / "accepted.json").read_text())["findings"]] == ["new.txt"]


def test_a_baseline_is_not_written_over_unasked(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create"]) == 2
    assert "accepted.json is there already" in capsys.readouterr().err
    assert main(["baseline", "create", "--force"]) == 0


def test_a_new_baseline_that_no_configuration_names_says_how_to_name_it(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["baseline", "create", "--force"]) == 0
    assert capsys.readouterr().out == "accepted.json: 2 findings in 1 file accepted. Commit it.\n"
    (archive / "copylint.toml").write_text('select = ["spacing/doubled-word"]\n')
    assert main(["baseline", "create"]) == 0
    assert capsys.readouterr().out.endswith(
        '\ncopylint check reads it once copylint.toml says: baseline = ".copylint-baseline.json"\n'
    )


def test_what_is_accepted_is_not_fixed(archive: Path) -> None:
    (archive / "new.txt").write_text("A dog has has barked.\n")
    assert main(["check", "-q", "--fix", "--unsafe-fixes"]) == 0
    assert (archive / "new.txt").read_text() == "A dog has barked.\n"
    assert (archive / "old.txt").read_text() == "The ship is is late.\n\nIt came at at noon.\n"


def test_what_is_accepted_in_another_file_is_fixed(archive: Path) -> None:
    (archive / "copy.txt").write_text((archive / "old.txt").read_text())
    assert main(["check", "-q", "--fix", "--unsafe-fixes"]) == 0
    assert (archive / "copy.txt").read_text() == "The ship is late.\n\nIt came at noon.\n"
    assert (archive / "old.txt").read_text() == "The ship is is late.\n\nIt came at at noon.\n"


def test_what_is_accepted_is_not_fixed_in_a_file_with_another_name(archive: Path) -> None:
    (archive / "old.txt").rename(archive / "new.txt")
    assert main(["check", "-q", "--fix", "--unsafe-fixes"]) == 0
    assert (archive / "new.txt").read_text() == "The ship is is late.\n\nIt came at at noon.\n"


def test_a_baseline_that_is_not_there_is_an_error(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--baseline", "other.json"]) == 2
    assert "other.json: there is no baseline; write one with copylint baseline create" in capsys.readouterr().err
