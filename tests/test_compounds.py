"""Which words may be compounds without their hyphens."""

import pytest

from copylint.annotate.compounds import is_agent, may_be_compound, may_be_verb

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
