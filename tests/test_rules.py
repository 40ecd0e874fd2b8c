"""Every example of every built-in rule. Nobody edits this file to add a rule."""

import pytest

from copylint.options import choices
from copylint.packs import builtin_root, pack_folders
from copylint.rule import Rule
from copylint.testing import findings, load, marked, problems

RULES = [rule for folder in pack_folders(builtin_root()) for rule in load(folder)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_examples(rule: Rule) -> None:
    assert problems(rule) == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES if choices(rule.options)])
def test_no_value_of_an_option_makes_a_rule_fail(rule: Rule) -> None:
    """An article need not have the form that a house style asks for."""
    sources = [(marked(example.bad or example.good or "").source, example.format) for example in rule.examples]
    for field, values in choices(rule.options).items():
        for value in values:
            for source, format in sources:
                _, failures = findings(rule, source, format=format, options={field.replace("_", "-"): value})
                assert failures == (), (field, value, source)
