"""The rule desk: rules made, tested and tried without a developer."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli import main


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", ["existence", "substitution", "pattern", "consistency"])
def test_a_new_rule_is_a_rule_that_works(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-rule", "desk/words", "--check", kind]) == 0
    assert capsys.readouterr().out == "rules/desk/words.toml\n"
    assert main(["test-rules", "rules"]) == 0
    assert capsys.readouterr().out == "1 rule, 3 examples: all pass\n"
    assert main(["test-rules", "rules/desk/words.toml"]) == 0


def test_a_new_rule_never_takes_the_place_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-rule", "desk/words"]) == 0
    capsys.readouterr()
    assert main(["new-rule", "desk/words"]) == 2
    assert capsys.readouterr().err == (
        "copylint: rules/desk/words.toml is there already; give the new rule another name\n"
    )
    assert main(["new-rule", "Words"]) == 2
    assert "is not an id of a rule" in capsys.readouterr().err


def test_a_rule_whose_examples_fail_says_which_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-rule", "desk/words"])
    rule = Path("rules/desk/words.toml")
    rule.write_text(rule.read_text().replace("They <mark>utilise</mark>", "<mark>They</mark> utilise"))
    capsys.readouterr()
    assert main(["test-rules", "rules"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith(
        "desk/words: example 1 marks 'They' (character 1), but 'utilise' (character 6) is found\n"
    )
    assert printed.endswith("1 rule, 3 examples: 1 fail\n")


def test_a_broken_rule_is_one_sentence_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-rule", "desk/words"])
    rule = Path("rules/desk/words.toml")
    rule.write_text(rule.read_text().replace('severity = "suggestion"', 'severity = "sugestion"'))
    capsys.readouterr()
    assert main(["test-rules", "rules"]) == 2
    assert capsys.readouterr().err.endswith(
        "words.toml:6:12: 'severity' must be one of suggestion, warning, error (did you mean 'suggestion'?)\n"
    )


def test_what_is_no_rule_is_not_tested(capsys: pytest.CaptureFixture[str]) -> None:
    for name, why in (
        ("words.csv", "this is not a rule (a rule is a file in TOML)"),
        ("words.toml", "its folder is not a pack (a pack is a folder with a pack.toml)"),
    ):
        Path(name).touch()
        assert main(["test-rules", name]) == 2
        assert capsys.readouterr().err == f"copylint: {name}: {why}\n"


def test_rules_are_tested_by_id_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test-rules", "spacing/double-space"]) == 0
    assert capsys.readouterr().out.startswith("1 rule, ")
    assert main(["test-rules", "garbled"]) == 0
    assert not capsys.readouterr().out.startswith("1 rule, ")
    assert main(["test-rules", "garbeld"]) == 2
    assert (
        capsys.readouterr().err == "copylint: 'garbeld' is not a file, folder, rule or pack (did you mean 'garbled'?)\n"
    )


def test_trying_a_rule_counts_and_shows(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-rule", "desk/words"])
    Path("archive").mkdir()
    for number in range(6):
        Path(f"archive/{number}.txt").write_text("They utilise it. " * (number % 2) + "All is well, and more.\n")
    capsys.readouterr()
    assert main(["try-rule", "rules/desk/words.toml", "--on", "archive", "--sample", "1"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("archive/1.txt\n  1:6  suggestion  Write 'use' for 'utilise'.  desk/words\n")
    assert printed.endswith(
        "desk/words: 3 findings in 3 of 6 files with 39 words, 769.23 in 10,000 words; 1 finding shown\n"
    )


def test_a_newsrooms_pack_runs_when_the_configuration_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-rule", "desk/words"])
    Path("copylint.toml").write_text('rules-folders = ["rules"]\n')
    Path("story.txt").write_text("They utilise it.\n")
    capsys.readouterr()
    assert main(["check", "-q", "--format", "concise", "--fail-on", "suggestion", "story.txt"]) == 1
    assert capsys.readouterr().out == "story.txt:1:6: suggestion desk/words: Write 'use' for 'utilise'.\n"


def test_a_python_rule_in_a_checkout_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-rule", "desk/words"])
    Path("rules/desk/sly.py").write_text("raise SystemExit('ran')\n")
    Path("copylint.toml").write_text('rules-folders = ["rules"]\n')
    capsys.readouterr()
    assert main(["check"]) == 2
    assert "Python rules come from installed plug-ins only" in capsys.readouterr().err
