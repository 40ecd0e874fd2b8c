"""Which words may be compounds without their hyphens."""

import pytest

from copylint.annotate.compounds import is_agent, is_noun_pair, may_be_compound, may_be_verb
from copylint.document import Block, Document, Segment, Span
from copylint.engine import RuleSet, judge, lint
from copylint.packs import builtin_root
from copylint.rule import Chosen
from copylint.testing import load

COMPOUNDS = (
    "email ebook startup startups lifelong subcommittee website healthcare lawmakers tshirt reopen online".split()
)
OTHERS = "official season somewhere whoever foreign interest recent billion carpet reach with anyone today".split()


@pytest.mark.parametrize("word", COMPOUNDS)
def test_closed_words_that_read_as_two(word: str) -> None:
    assert may_be_compound(word)


@pytest.mark.parametrize("word", OTHERS)
def test_words_that_do_not(word: str) -> None:
    assert not may_be_compound(word)


def test_agents_are_nouns_wherever_they_stand() -> None:
    assert [
        is_agent(parts) for parts in (("policy", "makers"), ("carmaker",), ("two", "owners"), ("cold", "water"))
    ] == [
        True,
        True,
        False,
        False,
    ]


def test_a_verb_and_its_particle() -> None:
    assert [may_be_verb(("spin", "off"), word) for word in ("firms", None, "a", "of", "bank's")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_two_nouns() -> None:
    assert [is_noun_pair(parts, "the") for parts in (("data", "set"), ("long", "time"), ("team", "works"))] == [
        True,
        False,
        False,
    ]
    assert not is_noun_pair(("data", "set"), "they")


ACROSS_FILES = [
    ("He got an email on Monday.", "She got an e-mail on Tuesday."),
    ("A startup closed.", "The start-up hired ten."),
    ("The healthcare bill passed.", "The health care bill failed."),
    ("The healthcare bill passed.", "A health-care bill failed."),
    ("It was a lifelong dream.", "It was a life-long dream."),
    ("The ceasefire held.", "The cease-fire failed."),
    ("Few policymakers came.", "The policy makers left."),
    ("A T-shirt was found.", "A tshirt was lost."),
]


@pytest.mark.parametrize(("first", "second"), ACROSS_FILES, ids=[first for first, _ in ACROSS_FILES])
def test_one_word_in_two_files(first: str, second: str) -> None:
    rule = next(rule for rule in load(f"{builtin_root()}/hyphenation") if rule.id == "hyphenation/mixed-forms")
    rules = RuleSet([Chosen(rule, rule.severity, rule.options)])
    noted = []
    for name, text in (("a.txt", first), ("b.txt", second)):
        span = Span(0, len(text))
        document = Document(name, text, text, [Block("paragraph", span)], [Segment(span, span)])
        noted += lint(document, rules, scope="project").observations
    findings, failures = judge(rules, noted)
    assert ([finding.place.path for finding in findings], failures) == (["b.txt"], [])
