"""Every example of every built-in rule. Nobody edits this file to add a rule."""

import pytest

from copylint.packs import builtin_root, pack_folders
from copylint.rule import Rule
from copylint.testing import load, problems

RULES = [rule for folder in pack_folders(builtin_root()) for rule in load(folder)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples(rule: Rule) -> None:
    assert problems(rule) == []
