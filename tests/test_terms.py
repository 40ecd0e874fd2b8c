"""One pass over a document for all terms: what it finds, and that both machines agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks.terms import Matcher, Term, Terms, hits
from tests.documents import paragraphs

ALPHABET = [
    "co",
    "op",
    "Co-op",
    "re-",
    "U.S.",
    "’s",
    "'s",
    " ",
    "\n",
    "-",
    ".",
    "é",
    "ſ",
    "İ",
    "🙂",
    "e\u0301",
    "_",
    "9",
]
PIECES = st.lists(st.sampled_from(ALPHABET), max_size=14).map("".join)
LITERALS = st.lists(
    st.sampled_from([piece for piece in ALPHABET if not piece.isspace()] + ["co op", "co-op re-", "op U.S."]),
    min_size=1,
    max_size=3,
).map("".join)


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("The co-op is a co-operative.", "co-op", ["co-op"]),
        ("Co-op, CO-OP, co-op", "co-op", ["Co-op", "CO-OP", "co-op"]),
        ("in the\nlong run", "the long", ["the\nlong"]),
        ("in the  long run", "the long", []),
        ("don’t and don't", "don't", ["don’t", "don't"]),
        ("the U.S. said; the U.S.A. said", "U.S.", ["U.S.", "U.S."]),
        ("snake_case case", "case", ["case"]),
        ("naïve cafe\u0301 cafe", "cafe", ["cafe"]),
        ("İstanbul coop", "coop", ["coop"]),
        ("a,,b", ",,", [",,"]),
    ],
)
def test_finds(text: str, term: str, found: list[str]) -> None:
    document = paragraphs(text)
    assert [document.text[hit.start : hit.end] for hit in hits(document, Terms([Term(term)]))] == found


def test_case_counts_where_it_is_asked_for() -> None:
    document = paragraphs("Polish polish POLISH")
    terms = Terms([Term("Polish", ignore_case=False)])
    assert [hit.start for hit in hits(document, terms)] == [0]


def test_overlapping_terms_are_all_found() -> None:
    document = paragraphs("the long term plan")
    terms = Terms([Term("long term", 1), Term("term plan", 2), Term("long term plan", 3)])
    assert [hit.payload for hit in hits(document, terms)] == [1, 3, 2]


def test_a_term_does_not_run_over_a_paragraph() -> None:
    assert hits(paragraphs("the long", "term plan"), Terms([Term("long term")])) == []


@given(st.lists(PIECES, min_size=1, max_size=3), st.lists(LITERALS, min_size=1, max_size=6), st.booleans())
def test_index_and_automaton_agree(texts: list[str], literals: list[str], ignore_case: bool) -> None:
    pytest.importorskip("ahocorasick_rs")
    terms = Terms(Term(literal, number, ignore_case) for number, literal in enumerate(literals))
    slow = Matcher([terms], accelerate=False).find(paragraphs(*texts))
    fast = Matcher([terms], accelerate=True).find(paragraphs(*texts))
    assert slow == fast


@given(st.lists(PIECES, min_size=1, max_size=3), st.lists(LITERALS, min_size=2, max_size=6))
def test_together_and_alone_give_the_same(texts: list[str], literals: list[str]) -> None:
    document = paragraphs(*texts)
    owners = [Terms([Term(literal, literal)]) for literal in literals]
    together = Matcher(owners, accelerate=False).find(document)
    assert together == [hits(document, owner) for owner in owners]
