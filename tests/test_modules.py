"""Modules imported by name and from files; and what none of copylint's may import at its top."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from copylint.modules import module, module_of

ROOT = Path(__file__).resolve().parent.parent


def test_a_module_of_a_name_is_that_module_and_not_its_package() -> None:
    assert module("copylint.cli.check").__name__ == "copylint.cli.check"
    with pytest.raises(ImportError):
        module("copylint.nothing")


def test_a_file_makes_a_module_that_tells_its_place(tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text("from __future__ import annotations\nHERE = __name__, __file__\n", encoding="utf-8")
    made = module_of("copylint_rules.mine.one", str(path))
    try:
        here: object = made.HERE
        assert here == ("copylint_rules.mine.one", str(path))
        assert sys.modules["copylint_rules.mine.one"] is made
        assert made.__spec__ is not None and made.__spec__.origin == str(path)
    finally:
        del sys.modules["copylint_rules.mine.one"]


def test_a_file_that_raises_leaves_no_module(tmp_path: Path) -> None:
    path = tmp_path / "two.py"
    path.write_text("raise SystemExit(0)\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        module_of("copylint_rules.mine.two", str(path))
    assert "copylint_rules.mine.two" not in sys.modules


def test_no_reading_and_no_rule_imports_what_is_slow_to_import() -> None:
    """What checks a page wakes differs from page to page: what any of them imports at its top, some page pays for."""
    files = [*(ROOT / "copylint" / "annotate").glob("*.py"), *(ROOT / "rules").glob("*/*.py")]
    assert len(files) > 100
    slow = {"re", "functools", "collections", "types", "enum", "typing", "dataclasses", "inspect", "json", "datetime"}
    found = [
        f"{file.name}: {name}"
        for file in files
        for step in ast.parse(file.read_text(encoding="utf-8")).body
        for name in _imported(step)
        if name.partition(".")[0] in slow
    ]
    assert found == []


def _imported(step: ast.stmt) -> list[str]:
    if isinstance(step, ast.Import):
        return [one.name for one in step.names]
    return [step.module or ""] if isinstance(step, ast.ImportFrom) else []
