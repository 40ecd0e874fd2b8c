"""What the examples of the spacing and boilerplate rules cannot show: rules side by side, quoted words, hostile text."""

import os
from time import process_time

import pytest

from copylint.engine import RuleSet, lint
from copylint.formats.plain import read
from copylint.packs import builtin_root
from copylint.rule import Chosen, Rule
from copylint.testing import load
from tests.documents import paragraphs

RULES = [rule for pack in ("spacing", "boilerplate") for rule in load(os.path.join(builtin_root(), pack))]
ALL = RuleSet([Chosen(rule, rule.severity, rule.options) for rule in RULES])

STORY = """ date 2021-11-05 advertisement

HARBOUR CITY – The ferry company will not sell its boats, its owner said on Friday after a 18-hour meeting .

advertisement

“We will keep the the boats ,” he said.She did not agree, and left,, he added.

The town (which owns the quay has said nothing. It waits. (Reporting by Ann Reed; Editing by Tom Hall)

Read more: The boats of the north

advertisement
"""


def test_each_fault_of_a_story_is_told_once() -> None:
    linted = lint(read("story.txt", STORY), ALL)
    assert linted.failures == ()
    assert [(finding.rule, finding.place.text) for finding in linted.findings] == [
        ("boilerplate/advertisement", "date 2021-11-05 advertisement"),
        ("spacing/a-an", "a 18-hour"),
        ("spacing/before-punctuation", " ."),
        ("boilerplate/advertisement", "advertisement"),
        ("spacing/doubled-word", "the the"),
        ("spacing/before-punctuation", " ,"),
        ("spacing/after-punctuation", "said.She"),
        ("spacing/doubled-punctuation", ",,"),
        ("spacing/bracket", "("),
        ("spacing/run-on-sign-off", " "),
        ("boilerplate/read-on", "Read more: The boats of the north"),
        ("boilerplate/advertisement", "advertisement"),
    ]


def test_no_fix_changes_a_quoted_word() -> None:
    story = "“It took a hour to find the the key ,” he said. It took a hour."
    findings = lint(read("story.txt", story), ALL).findings
    assert [(finding.place.text, finding.fix is not None) for finding in findings] == [
        ("a hour", False),
        ("the the", False),
        (" ,", True),
        ("a hour", True),
    ]


def test_a_repeated_paragraph_is_not_told_by_its_sentences_too() -> None:
    twice = "The owner of the boats said that he would stay. The town was glad of it in the end."
    linted = lint(paragraphs(twice, "It rained on the quay.", twice), ALL)
    assert [finding.rule for finding in linted.findings] == ["spacing/repeated-paragraph"]


HOSTILE = {
    "full stops": "." * 60_000,
    "spaces": "a" + " " * 60_000 + "b",
    "one word": "the " * 15_000,
    "open brackets": "(" * 20_000,
    "commas": "ab,cd" * 12_000,
    "tags": '<a x="' * 10_000,
    "no-break spaces": "ab\u00a0cd " * 10_000,
    "a sentence": "He said no more to them all today. " * 1_700,
    "sign-offs": "(Reporting by A" * 4_000,
    "placeholders": "X" * 60_000,
    "mojibake": "â€™" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(text: str) -> None:
    document = paragraphs(text)
    slow = []
    for rule in RULES:
        started = process_time()
        for _ in rule.check(document, rule.options):  # type: ignore[operator]
            pass
        if process_time() - started > 2:  # a few milliseconds where it is linear, minutes where it is not
            slow.append(rule.id)
    assert slow == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_an_empty_document_has_no_findings(rule: Rule) -> None:
    assert lint(read("empty.txt", ""), RuleSet([Chosen(rule, rule.severity, rule.options)])).findings == ()
