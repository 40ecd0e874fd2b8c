"""What the README prints is what copylint prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from copylint.cli import main

ROOT = Path(__file__).resolve().parent.parent


def test_the_output_in_the_readme_is_real(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- output: copylint check (\S+) -->\n```\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    assert main(["check", shown.group(1)]) == 1
    assert capsys.readouterr().out == shown.group(2)


def test_the_rule_in_the_readme_is_a_rule(tmp_path: Path) -> None:
    from copylint.testing import load, problems

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"`rules/(newsroom)/(utilise\.toml)`:\n\n```toml\n(.*?)```", readme, re.DOTALL)
    assert shown is not None
    pack = tmp_path / shown.group(1)
    pack.mkdir()
    (pack / "pack.toml").write_text('summary = "Ours."\n')
    (pack / shown.group(2)).write_text(shown.group(3), encoding="utf-8")
    (rule,) = load(str(pack))
    assert problems(rule) == []


def test_the_readme_lists_every_pack() -> None:
    from copylint.plugins import registry

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = readme.partition("| pack | finds |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `([a-z]+)` \|", listed, re.MULTILINE)) == sorted(registry().packs)


def test_the_readme_lists_every_key_of_a_configuration() -> None:
    from copylint.config.strictness import KEYS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    keys = readme.partition("| key | says |")[2].partition("\n\n")[0]
    listed = [
        key
        for row in keys.split("\n")
        for key in re.findall(r"`([a-z-]+)`", row.split("|")[1:2][0] if "|" in row else "")
    ]
    assert sorted(listed) == sorted(KEYS)


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "bench/README.md"])
def test_what_copylint_says_of_itself_has_no_fault(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", "--isolated", "-q", "--fail-on", "suggestion", name]) == 0, capsys.readouterr().out


def test_the_finding_in_the_readme_is_real(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = json.loads(readme.partition("A finding of `examples/harbour.txt`:\n\n```json\n")[2].partition("```")[0])
    assert main(["check", "-q", "--format", "json", "examples/harbour.txt"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert shown in file["findings"]
