"""Modules that are imported quickly are those that Python would have made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Runs a check, with or without the quick import, and tells of each module how it was made.
TELLING = """
import json, sys
import copylint.modules as modules
if sys.argv.pop(1) == "quickly":
    modules.quicken()
from copylint.cli import main
main(sys.argv[1:])
own = {name: module for name, module in sys.modules.items() if name.startswith("copylint")}
print(len(modules._begun))
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
print(json.dumps(told))
"""


def _told(how: str, folder: Path, package: Path, *arguments: str) -> tuple[str, dict[str, list[object]]]:
    done = subprocess.run(
        [sys.executable, "-S", "-c", TELLING, how, "check", "-q", "--fail-on", "never", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package), *sys.path]), "PYTHONDONTWRITEBYTECODE": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    report, quick, modules = done.stdout.rstrip("\n").rsplit("\n", 2)
    assert (int(quick) > 100) is (how == "quickly")
    return report, json.loads(modules)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "page.txt"
    shutil.copy(ROOT / "examples" / "harbour.txt", page)
    return page


def test_a_module_that_is_imported_quickly_is_the_one_that_python_makes(tmp_path: Path, page: Path) -> None:
    _told("plainly", tmp_path, ROOT, page.name)  # after which everything is compiled and kept
    report, wanted = _told("plainly", tmp_path, ROOT, page.name)
    quick_report, found = _told("quickly", tmp_path, ROOT, page.name)
    assert len(wanted) > 100
    assert found.keys() == wanted.keys(), "none is imported that was not needed"
    assert found == wanted
    assert quick_report == report


@pytest.mark.parametrize("damage", [b"", b"x" * 40, None])
def test_bytecode_that_cannot_be_taken_is_left_to_python(tmp_path: Path, page: Path, damage: bytes | None) -> None:
    package = tmp_path / "tree"
    shutil.copytree(ROOT / "copylint", package / "copylint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", package / "copylint" / "rules", ignore=shutil.ignore_patterns("__pycache__"))
    report, _ = _told("quickly", tmp_path, package, page.name)
    assert _told("quickly", tmp_path, package, page.name)[0] == report
    source = package / "copylint" / "reporters" / "full.py"
    kept = Path(cache_from_source(str(source)))
    if damage is None:  # of the source as it was
        text = source.read_text(encoding="utf-8")
        source.write_text(text.replace("└", "╰"), encoding="utf-8")
        os.utime(source, (1, 1))
        assert "╰" in _told("quickly", tmp_path, package, page.name)[0]
    else:
        kept.write_bytes(damage)
        assert _told("quickly", tmp_path, package, page.name)[0] == report
