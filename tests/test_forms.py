"""Which words are one word, and what a place is."""

import re
from pathlib import Path

import pytest

from copylint.annotate.forms import ADDRESS, COMMON, NAME, VERBATIM, beside_url, standing, stem
from copylint.document import Span
from copylint.toml import data
from tests.documents import paragraphs

_DIFFERENT = Path(__file__).parents[1] / "rules" / "hyphenation" / "data" / "different-words.toml"
ONE_WORD = [
    ("startup", "startups"),
    ("policy", "policies"),
    ("decisionmaking", "decisionmaker"),
    ("decisionmaker", "decisionmakers"),
    ("reuse", "reused"),
    ("reuse", "reusing"),
    ("setup", "setup's"),
    ("box", "boxes"),
    ("dc10", "dc10s"),
    ("layoff", "layoffs"),
]
TWO_WORDS = [
    ("campus", "camp"),
    ("crisis", "cris"),
    ("bus", "bu"),
    ("class", "clas"),
    ("ring", "r"),
    ("onset", "onsite"),
]


@pytest.mark.parametrize(("first", "second"), ONE_WORD, ids=[second for _, second in ONE_WORD])
def test_inflections_share_a_key(first: str, second: str) -> None:
    assert stem(first) == stem(second)


@pytest.mark.parametrize(("first", "second"), TWO_WORDS, ids=[first for first, _ in TWO_WORDS])
def test_other_words_do_not(first: str, second: str) -> None:
    assert stem(first) != stem(second)


PLACES = [
    ("in prose", "They sent an ⟦e-mail⟧ to the desk.", COMMON),
    ("before a full stop", "They sent an ⟦e-mail⟧.", COMMON),
    ("at the start", "⟦Co-operation⟧ is hard.", COMMON),
    ("after a full stop", "It ended. ⟦Co-operation⟧ is hard.", COMMON),
    ("in a heading", "How Co-operation Helps ⟦Start-ups⟧ Grow", COMMON),
    ("in a line in capitals", "MINISTER SIGNS ⟦CEASE-FIRE⟧ WITH REBELS", COMMON),
    ("after a slash", "Use the letter/⟦e-mail⟧ form.", COMMON),
    ("a capital inside a sentence", "She works for the ⟦Cooperative⟧ Movement.", NAME),
    ("an acronym", "They eat ⟦GM⟧ crops.", NAME),
    ("before a list of headlines", "Two sides agree to ⟦cease-fire⟧ Why The City Daily Went Quiet", NAME),
    ("a host name", "Go to ⟦startup⟧.example.org now.", ADDRESS),
    ("a path", "Go to example.org/⟦login⟧ now.", ADDRESS),
    ("a URL", "Go to https://example.org/⟦login⟧/x now.", ADDRESS),
    ("an e-mail address", "Write to ⟦e-mail⟧@example.org now.", ADDRESS),
    ("a hashtag", "They posted #⟦ceasefire⟧ at once.", ADDRESS),
    ("an option", "Run it with --⟦set-up⟧ first.", ADDRESS),
    ("a name in code", "Call ⟦start⟧_up first.", ADDRESS),
    ("a post", "Happy after the ⟦air-drop⟧ of food says @reporter in town", VERBATIM),
    ("an editor's brackets", "We sent [the boy] an ⟦email⟧ and a letter.", VERBATIM),
    ("a reference", "Lee A. On ⟦start-up⟧ firms. J Trade. 2015;96:12.", VERBATIM),
    ("an editor's own words", "They keep [in ⟦pre-school⟧ places] to a plan.", COMMON),
    ("what a page hides", "Write to [⟦email⟧ protected] now.", VERBATIM),
    ("a link", "We sent [an ⟦email⟧](x) and [a letter](y) on.", VERBATIM),
    ("a heading of two words", "Easy ⟦Set-Up⟧", COMMON),
    ("a full name", "Ann ⟦Hill-Wood⟧", NAME),
    ("a footnote mark", "The ⟦start-up⟧ failed.[1]", COMMON),
]


@pytest.mark.parametrize(("marked", "expected"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_standing(marked: str, expected: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    document = paragraphs(marked.replace("⟦", "").replace("⟧", ""))
    assert expected == standing(document, Span(start, end))


def test_a_sentence_with_a_url() -> None:
    document = paragraphs("The page https://example.org has ELKI. The other sentence has ELKI too.")
    assert [beside_url(document, Span(at, at + 4)) for at in (33, 62)] == [True, False]


def test_each_pair_of_different_words_stands_under_the_key_that_its_words_have() -> None:
    reasons = data(str(_DIFFERENT))["words"]
    told = {key: re.findall(r"(?:^|; )([\w-]+)(?=:| has)", reason) for key, reason in reasons.items()}
    assert {
        key for key, words in told.items() if not any(stem(word.replace("-", "")) == key for word in words)
    } == set()
