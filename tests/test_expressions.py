"""Expressions that are kept compiled are those that `re` compiles."""

from __future__ import annotations

import re
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest

from copylint import expressions, kept
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
    return tmp_path / "expressions.parts"


def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_loaded", [])


def _compiled_here() -> list[str]:
    """What was compiled in this process since it was last kept."""
    return list(expressions._store()._made)


def _patterns() -> list[tuple[int, str]]:
    """The flags and the patterns of the expressions that are kept, the oldest first."""
    parts = expressions._store()._parts
    assert parts
    keys = [parts[number].partition(b"\n")[0].decode().split(" ", 1) for number in range(1, len(parts))]
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
    assert not _compiled_here(), "it was not compiled again"
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
    found = _patterns()
    assert len(found) > 10
    for flags, pattern in found:
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
        b"",
        b"0 0\n",
        b"0\n",
        b"a 0\n" + bytes(4),
        b"0 0\nzz",
        b"0 0\n" + b"\xff" * 12,
        b"0 5 x 9\n\x01\0\0\0",
        b"0 5 x\n\x01\0\0\0",
    ],
    ids=["nothing", "no code", "too few", "no flags", "odd", "no operation", "no such group", "no number"],
)
def test_a_damaged_expression_is_compiled_again(made: bytes) -> None:
    compiled(r"a+b")
    (key,) = _compiled_here()
    expressions._store().add(key, made)
    assert compiled(r"a+b") == re.compile(r"a+b")


def test_a_damaged_store_is_none(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code that is not what `re` made may find something else, or end the process."""
    compiled(r"[a-c]+b")
    expressions.keep()
    whole = fresh.read_bytes()
    flipped = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(len(whole))]
    for damage in (b"", whole[:-1], whole + b"\n", *flipped):
        fresh.write_bytes(damage)
        _forget(monkeypatch)
        assert compiled(r"[a-c]+b") == re.compile(r"[a-c]+b")
        assert _compiled_here(), "it was compiled again"


def test_a_damaged_expression_is_no_harm_to_the_others(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in ("a+", "b+"):
        compiled(pattern)
    expressions.keep()
    whole = fresh.read_bytes()
    fresh.write_bytes(whole.replace(b"'a+'", b"'a*'"))
    _forget(monkeypatch)
    for pattern in ("a+", "b+"):
        assert compiled(pattern) == re.compile(pattern)
    assert _compiled_here() == ["0 'a+'"]
    expressions.keep()
    assert _patterns() == [(0, "b+"), (0, "a+")]


def test_expressions_of_another_python_are_not_taken(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled(r"a+b")
    expressions.keep()
    _forget(monkeypatch)
    monkeypatch.setattr(sys, "version", "another")
    compiled(r"a+b")
    assert _compiled_here()


def test_two_expressions_of_one_number_are_told_apart(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "checksum", len)
    for pattern in ("a+", "b+", "[ab]+"):
        compiled(pattern)
    expressions.keep()
    _forget(monkeypatch)
    for pattern in ("a+", "b+", "[ab]+"):
        assert compiled(pattern) == re.compile(pattern)
    assert _compiled_here() == ["0 'a+'"], "the later of two is found"


def test_the_store_is_bounded(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_MOST_KEPT", 5)
    for number in range(9):
        compiled(f"a{number}")
        expressions.keep()
    assert _patterns() == [(0, f"a{number}") for number in range(4, 9)]


def test_a_text_is_escaped_as_re_does() -> None:
    text = "".join(map(chr, range(0x300)))
    assert expressions.escape(text) == re.escape(text)


def test_the_flags_are_those_of_re() -> None:
    flags = (expressions.IGNORECASE, expressions.MULTILINE, expressions.DOTALL)
    assert flags == (re.IGNORECASE, re.MULTILINE, re.DOTALL)
