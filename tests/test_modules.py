"""Modules that are imported quickly are those that Python would have made."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Runs a check, with or without the quick import, and tells of each module how it was made.
TELLING = """
import json, sys
import copylint.modules as modules
if sys.argv.pop(1) == "quickly":
    modules.quicken()
found, taken = modules._found, []
modules._found = lambda base: taken.append(found(base)) or taken[-1]
from copylint.cli import main
main(sys.argv[1:])
own = {name: module for name, module in sys.modules.items() if name.startswith("copylint")}
print(sum(one is not None for one in taken))
told = {}
for name, module in own.items():
    spec = module.__spec__
    told[name] = [repr(getattr(module, key, None)) for key in ("__name__", "__file__", "__cached__", "__package__", "__path__")]
    told[name] += [repr(getattr(spec, key)) for key in (
        "name", "origin", "cached", "parent", "has_location", "submodule_search_locations")]
    told[name] += [type(module.__loader__).__name__, module.__loader__ is spec.loader, module.__loader__.get_filename(name)]
    above, _, stem = name.rpartition(".")
    told[name].append(above not in own or getattr(own[above], stem, None) is module)
    told[name].append(sorted(vars(module)))
    functions = [value for value in vars(module).values() if getattr(value, "__module__", "") == name]
    told[name].append(sorted({one.__code__.co_filename for one in functions if hasattr(one, "__code__")}))
print(json.dumps(told))
"""


_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": ""}  # written beside each module


def _told(how: str, folder: Path, package: Path, name: str) -> tuple[str, dict[str, list[object]], int]:
    """The report, how each module was made, and how many were imported quickly."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", TELLING, how, "check", "-q", "--fail-on", "never", name],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package), *sys.path]), **_BYTECODE},
        capture_output=True,
        text=True,
        check=True,
    )
    report, quick, modules = done.stdout.rstrip("\n").rsplit("\n", 2)
    return report, json.loads(modules), int(quick)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "page.txt"
    shutil.copy(ROOT / "examples" / "harbour.txt", page)
    return page


def test_a_module_that_is_imported_quickly_is_the_one_that_python_makes(tmp_path: Path, page: Path) -> None:
    _told("plainly", tmp_path, ROOT, page.name)  # after which everything is compiled and kept
    report, wanted, plain = _told("plainly", tmp_path, ROOT, page.name)
    quick_report, found, quick = _told("quickly", tmp_path, ROOT, page.name)
    assert (plain, quick > 80) == (0, True)
    assert found.keys() == wanted.keys(), "none is imported that was not needed"
    assert found == wanted
    assert quick_report == report


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_bytecode_that_cannot_be_taken_is_left_to_python(tmp_path: Path, page: Path, damage: bytes | None) -> None:
    package = tmp_path / "tree"
    shutil.copytree(ROOT / "copylint", package / "copylint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", package / "copylint" / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    report = _told("quickly", tmp_path, package, page.name)[0]
    assert _told("quickly", tmp_path, package, page.name)[0] == report
    source = package / "copylint" / "reporters" / "full.py"
    kept = source.parent / "__pycache__" / f"full.{sys.implementation.cache_tag}.pyc"
    if damage is None:  # of the source as it was
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("└", "╰"), encoding="utf-8")
        os.utime(source, (1, 1))
        assert "╰" in _told("quickly", tmp_path, package, page.name)[0]
    else:
        kept.write_bytes(damage)
        assert _told("quickly", tmp_path, package, page.name)[0] == report


def test_what_was_compiled_elsewhere_tells_where_it_is(tmp_path: Path, page: Path) -> None:
    first, moved = tmp_path / "first", tmp_path / "moved"
    shutil.copytree(ROOT / "copylint", first / "copylint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", first / "copylint" / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    _told("plainly", tmp_path, first, page.name)
    first.rename(moved)
    _told("plainly", tmp_path, moved, page.name)  # after which what the rules are is kept again
    quickly = _told("quickly", tmp_path, moved, page.name)
    assert quickly == _told("plainly", tmp_path, moved, page.name)
    assert quickly[2] == 0


def test_threads_leave_imports_to_python(tmp_path: Path) -> None:
    script = (
        "import threading; from copylint import modules; modules.quicken(); import copylint.fix; print(modules._begun)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"


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
