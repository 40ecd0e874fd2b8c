"""Small files are linted a few at once, and nobody can tell by what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

import copylint.runner as runner
from copylint.config import Choices, Configuration
from copylint.document import Document
from copylint.engine import RuleSet, TimeLimit, lint, lint_each
from copylint.files import File
from copylint.plugins import registry
from copylint.rule import Chosen, Gate, Match, Rule
from copylint.runner import Runner
from copylint.runner.result import Result
from tests.documents import paragraphs

TEXTS = {
    "sound.txt": "The ship sailed at noon.\n",
    "doubled.txt": "They met the the envoy on Monday.\n",
    "mixed.txt": "The adviser met the envoy. An advisor left, and an adviser spoke to the adviser.\n",
    "unread.rtf.docx": "This is no such file.\n",
    "marked.md": "# The harbour\n\nThey met met <!-- copylint-ignore spacing/doubled-word --> him.\n",
    "empty.txt": "",
    "quoted.txt": "“We sail at noon, she said. They left at ten.\n",
}


def _files(folder: Path, *more: str) -> list[File]:
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [File(str(folder / name), name) for name in (*TEXTS, *more)]


def _runner(**arguments: Any) -> Runner:
    known = registry()
    return Runner(known.formats, Configuration(known, Choices(isolated=True)).for_file, **arguments)


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each call to the engine lints, from now on."""
    sizes: list[int] = []
    lint_each = runner.lint_each

    def counting(documents: list[Document], *rest: Any, **named: Any) -> Any:
        sizes.append(len(documents))
        return lint_each(documents, *rest, **named)

    monkeypatch.setattr(runner, "lint_each", counting)
    return sizes


def _alone(files: list[File]) -> list[Result]:
    return [_runner().lint_file(file) for file in files]


def test_files_give_together_what_each_gives_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = _files(tmp_path)
    sizes = _counted(monkeypatch)
    told: list[str] = []
    times: dict[str, float] = {}
    together = [*_runner(on_document=lambda document: told.append(document.path), times=times).lint_files(files)]
    assert together == _alone(files)
    assert sizes == [len(told)] and len(told) >= len(files) - 1 and "spacing/doubled-word" in times
    assert [bool(result.findings) for result in together[:3]] == [False, True, True]


def test_a_file_that_is_large_or_gone_is_linted_alone_and_those_beside_it_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _files(tmp_path, "large.txt", "gone.txt")
    (tmp_path / "large.txt").write_text("They met the the envoy.\n\n" * 2000, encoding="utf-8")
    sizes = _counted(monkeypatch)
    for some in (files[:-1], [*files[:-2], files[-1]]):
        assert [*_runner().lint_files(some)] == _alone(some)
    assert sizes == [len(TEXTS)] * 2


@pytest.mark.parametrize("fault", [TimeLimit, MemoryError, ValueError])
def test_what_goes_wrong_together_is_told_of_one_file(
    fault: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _files(tmp_path)
    calls: list[int] = []

    def failing(documents: list[Document], *rest: Any, **named: Any) -> Any:
        calls.append(len(documents))
        raise fault

    monkeypatch.setattr(runner, "lint_each", failing)
    runs = _runner()
    assert [*runs.lint_files(files)] == [*runs.lint_files(files)] == _alone(files)
    # Where the time was not enough once, each file has a time of its own from then on.
    assert len(calls) == (1 if fault is TimeLimit else 2)


def test_a_file_that_takes_too_long_takes_no_time_from_those_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _files(tmp_path)
    expected = _alone(files)
    read: Callable[..., Any] = Runner._document

    def slow(self: Runner, file: File, data: bytes) -> Any:
        if file.name == "doubled.txt":
            while True:
                pass
        return read(self, file, data)

    monkeypatch.setattr(Runner, "_document", slow)
    monkeypatch.setattr(runner, "_LIMIT_SECONDS", 1.0)
    found = [*_runner().lint_files(files)]
    assert [failure.kind for failure in found[1].failures] == ["timeout"]
    assert found[:1] + found[2:] == expected[:1] + expected[2:]


def test_what_fails_is_told_in_the_order_of_the_rules_whatever_stands_beside_it() -> None:
    def failing(document: Document, options: object) -> Iterable[Match]:
        raise ValueError

    words = ("ship", "quay", "crew")
    rules = [
        Rule("s", "w", "m", failing, id=f"pack/{word}", gate=Gate(words=(word,)) if word != "quay" else None)
        for word in words
    ]
    some = RuleSet([Chosen(rule, rule.severity, rule.options) for rule in rules])
    documents = [paragraphs(text) for text in ("The crew.", "The ship.", "The crew of the ship.", "Nobody.")]
    together = lint_each(documents, some)
    assert together == [lint(document, some) for document in documents]
    assert [failure.rule for failure in together[2].failures] == [f"pack/{word}" for word in words]
