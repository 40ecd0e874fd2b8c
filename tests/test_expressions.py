"""Expressions that are kept compiled are those that `re` compiles."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest

from copylint import expressions
from copylint.expressions import compiled, expression

PATTERNS = [
    (r"\w+", 0),
    (r"(?P<one>[a-z]+)(?:\.(?P<two>\d))?", re.IGNORECASE),
    (r"[À-ÖØ-öø-ɏḀ-ỿ]{2,}+(?<!é)(?=x)|^$", re.MULTILINE),
    (r"(?i:a)(b)\1(?(1)c|d)", re.DOTALL),
    (r"(?x) a  b # c", 0),
    ("a|b|ab" * 50, re.ASCII),
    (r"[^\W\d_]*+(?>x|y)", 0),
]


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of the test's own."""
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path))
    _forget(monkeypatch)
    return tmp_path / "expressions.lines"


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_made", "_loaded"):
        monkeypatch.setattr(expressions, name, type(getattr(expressions, name))())


def _patterns(store: Path) -> list[tuple[int, str]]:
    """The flags and the patterns of the expressions in a store."""
    keys = [line.split(" ", 1) for line in store.read_text(encoding="utf-8").split("\n")[2:-1:2]]
    return [(int(flags), literal_eval(pattern)) for flags, pattern in keys]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_expression_is_the_one_that_re_compiles(
    pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch, fresh: Path
) -> None:
    wanted = re.compile(pattern, flags)
    first = compiled(pattern, flags)
    expressions.keep()
    _forget(monkeypatch)
    again = compiled(pattern, flags)
    assert not expressions._made, "it was not compiled again"
    for found in (first, again):
        # Patterns are equal if their code is.
        assert found == wanted
        assert (found.flags, found.groups, found.groupindex) == (wanted.flags, wanted.groups, wanted.groupindex)
        assert repr(found) == repr(wanted)


def test_every_expression_that_a_run_keeps_is_the_one_that_re_compiles(fresh: Path) -> None:
    story = fresh.parent / "story.txt"
    story.write_text(
        "“He came on May 5, and rose 5% to 12 from 10, he said. The co-operation of the the coordinator.\n"
    )
    command = [sys.executable, "-m", "copylint", "check", "--no-cache", "-q", str(story)]
    for _ in range(2):
        subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, check=False)
    kept = _patterns(fresh)
    assert len(kept) > 10
    for flags, pattern in kept:
        assert compiled(pattern, flags) == re.compile(pattern, flags)


@pytest.mark.parametrize("pattern", ["(", "[z-a]", "(?<=a*)b", "a{3,2}", "(?P<1>x)"])
def test_a_bad_pattern_is_the_same_error(pattern: str) -> None:
    with pytest.raises(re.error) as wanted:
        re.compile(pattern)
    with pytest.raises(re.error) as found:
        compiled(pattern)
    assert str(found.value) == str(wanted.value)
    with pytest.raises(re.error):
        expression(pattern).search("")


@pytest.mark.parametrize(
    "made",
    [
        None,
        [],
        [0, 0, {}, "zz"],
        [0, 0, {}, "ffffffff" * 3],
        [0, 5, {"x": 9}, "01000000"],
        [0, 0, {}, ""],
        ["a", 0, {}, "00"],
    ],
    ids=["nothing", "too few", "no code", "no operation", "no such group", "empty", "no flags"],
)
def test_a_damaged_expression_is_compiled_again(made: object, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(r"a+b")
    for text in (json.dumps(made), json.dumps(made)[:-1]):
        expressions._made[next(iter(expressions._made))] = text
        assert compiled(r"a+b") == re.compile(r"a+b")


def test_a_damaged_store_is_none(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that is not what `re` made may find something else, or end the process."""
    compiled(r"[a-c]+b")
    expressions.keep()
    whole = fresh.read_text(encoding="utf-8")
    for damage in ("", whole[:-1], whole + "\n", whole.replace("00", "01", 1), whole.replace("[a-c]", "[a-b]")):
        assert damage != whole
        fresh.write_text(damage, encoding="utf-8")
        _forget(monkeypatch)
        assert compiled(r"[a-c]+b") == re.compile(r"[a-c]+b")
        assert expressions._made, "it was compiled again"


def test_expressions_of_another_python_are_not_taken(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(r"a+b")
    expressions.keep()
    _forget(monkeypatch)
    monkeypatch.setattr(sys, "version", "another")
    compiled(r"a+b")
    assert expressions._made


def test_two_expressions_of_one_number_are_told_apart(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_number", len)
    for pattern in ("a+", "b+", "[ab]+"):
        compiled(pattern)
    expressions.keep()
    _forget(monkeypatch)
    for pattern in ("a+", "b+", "[ab]+"):
        assert compiled(pattern) == re.compile(pattern)
    assert list(expressions._made) == ["0 'a+'"], "the later of two is found"


def test_the_store_is_bounded(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_MOST_KEPT", 5)
    for number in range(9):
        compiled(f"a{number}")
        expressions.keep()
    assert _patterns(fresh) == [(0, f"a{number}") for number in range(4, 9)]


def test_a_text_is_escaped_as_re_does() -> None:
    text = "".join(map(chr, range(0x300)))
    assert expressions.escape(text) == re.escape(text)


def test_the_flags_are_those_of_re() -> None:
    flags = (expressions.IGNORECASE, expressions.MULTILINE, expressions.DOTALL)
    assert flags == (re.IGNORECASE, re.MULTILINE, re.DOTALL)
