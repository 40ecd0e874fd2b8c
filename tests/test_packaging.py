"""What is built carries the rules, and only the rules that are in git."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent


def _git_files(folder: str) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    return sorted(name for name in listed if name)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this checkout, and the wheel made from that sdist."""
    if not _git_files("rules"):
        pytest.skip("not a git checkout")
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_wheel_has_the_rules_that_git_has(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    shipped = sorted(name.removeprefix("copylint/") for name in names if name.startswith("copylint/rules/"))
    assert shipped == _git_files("rules")
    assert "copylint/py.typed" in names
    data = [name for name in names if name.startswith("copylint/annotate/data/")]
    assert sorted(data) == _git_files("copylint/annotate/data")
    notices = [name.partition("/licenses/")[2] for name in names if "/licenses/" in name]
    assert sorted(notices) == ["LICENSE", "copylint/annotate/data/SCOWL.txt"]


def test_the_sdist_has_the_rules_and_the_tests_and_what_they_read(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        names = [name.partition("/")[2] for name in packed.getnames()]
    shipped = sorted(name for name in names if name.startswith("rules/"))
    assert shipped == _git_files("rules")
    assert {"tests/test_packaging.py", "examples/harbour.txt", "README.md"} <= {*names}


def test_an_installed_wheel_finds_its_rules_from_anywhere(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    (tmp_path / "rules").mkdir()  # a folder of this name in the working directory is nobody's rules
    (tmp_path / "story.txt").write_text("Read the the story.\n")
    result = subprocess.run(
        [sys.executable, "-m", "copylint", "check", "--format", "concise", "story.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "story.txt:1:6: " in result.stdout
    assert "spacing/doubled-word" in result.stdout


def test_a_file_of_a_commit_is_no_option_of_a_hook(tmp_path: Path) -> None:
    """As pre-commit calls the hooks: the entry, the arguments, the names of the files, whatever they are."""
    names = ["--output=report.md", "-q.txt", "story.txt"]
    for name in names:
        (tmp_path / name).write_text("Read the story.\n")
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        program, *entry = hook["entry"].split()
        result = subprocess.run(
            [sys.executable, "-m", program, *entry, *hook.get("args", []), *names],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stdout) == (0, "No findings in 3 files.\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == names
