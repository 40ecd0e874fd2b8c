"""What a pattern must contain: derived, and never losing a match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate.words import fold
from copylint.checks.literals import expand, leading, may_be_empty, required


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        ("decision", ("decision",)),
        ("e-?mails?", ("e-mails", "e-mail", "emails", "email")),
        ("co-?operat(e|es|ed)", ("co-operate", "co-operates", "co-operated", "cooperate", "cooperates", "cooperated")),
        ("set[- ]up", ("set-up", "set up")),
        ("U\\.S\\.", ("U.S.",)),
        ("a+", None),
        ("\\w", None),
        ("\\bword", None),
    ],
)
def test_expand(pattern: str, strings: tuple[str, ...] | None) -> None:
    assert expand(pattern) == strings


def test_expand_stops_at_its_limit() -> None:
    assert expand("[a-z][a-z][a-z]", most=100) is None


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"including by (January|February)", ("including by february", "including by january")),
        (r"\bfell\s+up\b", ("fell",)),
        (r"(more|most) unanimous", ("more unanimous", "most unanimous")),
        (r"\d+\s*%", ("%",)),
        (r"\w+", ()),
        (r"(?:Café|x)", ("caf", "x")),
        (r"a|b*", ()),
    ],
)
def test_required(pattern: str, literals: tuple[str, ...]) -> None:
    assert required(pattern) == literals


def test_a_bad_pattern_is_an_error() -> None:
    with pytest.raises(re.error):
        required("(a")


@pytest.mark.parametrize(("pattern", "empty"), [("a*", True), ("a?b?", True), ("a|", True), ("a", False)])
def test_may_be_empty(pattern: str, empty: bool) -> None:
    assert may_be_empty(pattern) is empty


ATOMS = st.sampled_from(["a", "b", "S", "é", "[ab]", "[^a]", r"\d", r"\w", ".", " ", "K", "i", r"\b", "(?=a)"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,3}", "+?"])).map(lambda p: f"(?:{p[0]}){p[1]}"),
        st.lists(inner, min_size=2, max_size=3).map(lambda p: "(" + "|".join(p) + ")"),
    ),
    max_leaves=6,
)


@given(PATTERNS, st.text("abSséÉ1 kKiIıİſK", max_size=12), st.booleans())
def test_no_match_without_a_required_literal(pattern: str, text: str, ignore_case: bool) -> None:
    literals = required(pattern, ignore_case)
    match = re.search(pattern, text, re.IGNORECASE if ignore_case else 0)
    if literals and match is not None:
        assert any(literal in fold(match.group()) for literal in literals)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param(r"\b(?:fell|rose) up", ("fell up", "rose up"), id="a choice behind a boundary"),
        pytest.param(
            r"(?<!\w)(?:about |some )?fell \d+", ("about fell ", "fell ", "some fell "), id="what is optional"
        ),
        pytest.param(r"(?:grew \d+|sank \w+)", ("grew ", "sank "), id="choices that are not finite"),
        pytest.param(r"\w+ fell", (), id="a beginning that is not told"),
        pytest.param(r"a\b", (), id="a beginning too short to look for"),
        pytest.param(r"Élan \d", (), id="a letter that folds"),
        pytest.param(r"(?:fell|fell up)", ("fell",), id="one beginning within another"),
    ],
)
def test_leading_tells_how_any_match_begins(pattern: str, expected: tuple[str, ...]) -> None:
    assert leading(pattern) == expected
