"""Rule files: every error names the file, the place and the nearest right word; a new rule is one new file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from copylint.builtin import copylint_checks
from copylint.packs import PackError, builtin_root, load_pack, pack_folders
from copylint.testing import load, problems
from copylint.toml import TomlError

KINDS = {kind.name: kind for kind in copylint_checks()}

RULE = """\
summary = "A word that we avoid."
why = "For the test."
message = "'{match}' stands there."
check = "existence"

[options]
terms = ["stakeholders?"]

[[examples]]
bad = "The <mark>stakeholders</mark> met."

[[examples]]
bad = "One <mark>Stakeholder</mark> left."

[[examples]]
good = "The stakes are high."
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one sound rule."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "pack.toml").write_text('summary = "Ours."\n')
    (folder / "stakeholder.toml").write_text(RULE)
    return folder


def test_a_sound_rule_is_loaded_and_passes(pack: Path) -> None:
    (rule,) = load(str(pack))
    assert (rule.id, rule.kind, rule.severity, rule.default) == ("desk/stakeholder", "existence", "warning", "on")
    assert problems(rule) == []


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ('summary = "A', 'sumary = "A', "stakeholder.toml:1:1: unknown key 'sumary' (did you mean 'summary'?)"),
        ("why = ", "# why = ", "stakeholder.toml:1:1: 'why' is missing"),
        ('"existence"', '"existance"', "stakeholder.toml:4:9: 'existance' is not a kind of check (did you mean 'existence'?)"),
        ("terms =", "term =", "stakeholder.toml:7:1: 'term' is not an option (did you mean 'terms'?)"),
        ('["stakeholders?"]', '["stakeholders?("]', "stakeholder.toml:7:10: the pattern 'stakeholders?(' is not valid: "
         "missing ), unterminated subpattern at position 13"),
        ('["stakeholders?"]', '["stake.*"]', "stakeholder.toml:7:10: the pattern 'stake.*' is not finite; "
         'use check = "pattern" for it'),
        ('["stakeholders?"]', '["(?:a)?"]', "stakeholder.toml:7:10: the pattern '(?:a)?' matches nothing at all"),
        ('check = "existence"', 'check = "existence"\nseverity = "eror"',
         "stakeholder.toml:5:12: 'severity' must be one of suggestion, warning, error (did you mean 'error'?)"),
        ('check = "existence"', 'check = "existence"\nfields = ["headlin"]',
         "stakeholder.toml:5:11: 'headlin' is not a kind of block (did you mean 'headline'?)"),
        ('good = "The', 'godo = "The', "stakeholder.toml:16:1: unknown key 'godo' (did you mean 'good'?)"),
        ('[options]', '[options', "stakeholder.toml:6:9: "),
    ],
)  # fmt: skip
def test_an_error_names_the_place_and_the_nearest_right_word(pack: Path, old: str, new: str, error: str) -> None:
    path = pack / "stakeholder.toml"
    path.write_text(RULE.replace(old, new, 1))
    with pytest.raises(TomlError) as raised:
        load_pack(str(pack), KINDS, python=False)
    assert str(raised.value).removeprefix(f"{pack}/").startswith(error)


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("notes.md", "", "not a rule"),
        ("Bad_Name.toml", RULE, "a rule's name has lower-case letters"),
        ("sly.py", "", "Python rules come from installed plug-ins only"),
    ],
)
def test_what_is_no_rule_is_an_error(pack: Path, name: str, text: str, error: str) -> None:
    (pack / name).write_text(text)
    with pytest.raises(PackError, match=error):
        load_pack(str(pack), KINDS, python=False)


@pytest.mark.parametrize("name", ["Bad_Name.toml", "broken.toml"])
def test_an_error_names_its_file_from_the_working_directory(
    pack: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pack / name).write_text("check = 1")
    monkeypatch.chdir(pack.parent)
    with pytest.raises((PackError, TomlError)) as raised:
        load_pack(str(pack), KINDS, python=False)
    assert str(raised.value).startswith(f"{pack.name}{os.sep}{name}:")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("RULE = 1\n", "a Python rule sets RULE to a copylint.rule.Rule"),
        ("def (\n", ":1: the rule cannot be imported: SyntaxError"),
        ("\n\nimport nowhere_at_all\n", ":3: the rule cannot be imported: ModuleNotFoundError"),
        ("raise SystemExit(0)\n", ":1: the rule cannot be imported: SystemExit"),
    ],
)
def test_a_python_rule_that_cannot_be_loaded_is_one_sentence(pack: Path, text: str, error: str) -> None:
    (pack / "broken.py").write_text(text)
    with pytest.raises(PackError) as raised:
        load_pack(str(pack), KINDS, python=True)
    assert error in str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("<mark>stakeholders</mark>", "stakeholders", "is bad, but marks no fault"),
        ("<mark>stakeholders</mark> met", "<mark>stakeholders met</mark>", "marks 'stakeholders met'"),
        ("The stakes are high.", "A stakeholder.", "is good, but 'stakeholder' is found"),
        ("'{match}' stands", "'{mach}' stands", "the message names {mach}, which the check does not give"),
        ('good = "The stakes are high."', 'good = "The stakes."\nknown = true', "shows no copy that it leaves alone"),
        ('good = "The stakes are high."', 'good = "The stakes."\nknown = true', "is a known failure, and passes now"),
    ],
)
def test_examples_are_strict(pack: Path, old: str, new: str, problem: str) -> None:
    (pack / "stakeholder.toml").write_text(RULE.replace(old, new))
    (rule,) = load(str(pack))
    assert any(problem in told for told in problems(rule))


def test_adding_a_rule_touches_one_file(tmp_path: Path) -> None:
    """A copy of all packs and one new file: the rule is there, the others are as they were."""
    root = tmp_path / "rules"
    shutil.copytree(builtin_root(), root, ignore=shutil.ignore_patterns("__pycache__"))
    before = [rule.id for folder in pack_folders(str(root)) for rule in load(folder)]
    (root / "spacing" / "stakeholder.toml").write_text(RULE)
    rules = {rule.id: rule for folder in pack_folders(str(root)) for rule in load(folder)}
    assert sorted(rules) == sorted([*before, "spacing/stakeholder"])
    assert problems(rules["spacing/stakeholder"]) == []
