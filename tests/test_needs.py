"""What an expression needs: wherever it matches, its words and its punctuation stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate.words import flowed, shape, token_pairs, token_set
from copylint.checks.needs import pairs_needed, shapes_needed, stays_in_line, words_needed
from tests.documents import paragraphs

PATTERNS = (
    r"\b(?:fell|rose) (?:\d+ ?(?:%|points?) )?(?:up|down)\b",
    r"(?<!\w)co\b|\bup ,",
    r"(?:it|up)? fell\s+by\b",
    r"up\b[ -]{1,3}fell(?!\w)",
    r" {0,2}[,.](?!\s)",
    r"(?:the|it|by|up) [,.;:?!]",
    r"\b(?P<a>fell|up)\W+(?P=a)\b",
    r"(?<![\w-])fell(?![^\w])",
    r"fell(?:ow)*\b up",
    r"\bit\b(?:,? (?:fell|rose)){1,2} by",
    r"(?i:FELL) by",
    r"^up| - |--",
    r"\S+ (?:up|it|by)\Z",
    r"\b(?:it|up) (?:fell|rose) by(?= it)",
    r"(?<=up )(?:fell|rose)(?: \w+)* by\b",
)
TEXT = st.lists(
    st.sampled_from(["fell", "rose", "up", "it", "by", "ow", "co", "e\u0301", "\u0301", " ", " ", " ", "\n", ",", ".", "-", "5", "%", "’", "\t"]),
    max_size=14,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=TEXT)
def test_nothing_is_lost(pattern: str, text: str) -> None:
    document = paragraphs(text)
    for flags in (0, re.IGNORECASE):
        if re.search(pattern, flowed(document), flags):
            for words in words_needed(pattern, flags == 0):
                assert words & token_set(document)
            pairs = pairs_needed(pattern, flags == 0)
            assert not pairs or not token_pairs(document).isdisjoint(tuple(pair.split(" ")) for pair in pairs)
            shapes = shapes_needed(pattern)
            assert not shapes or any(one in shape(document) for one in shapes)


def test_what_is_told() -> None:
    words = words_needed(r"\b(?:fell|rose) (?:\d+ ?% )?(?:up|higher)\b", match_case=False)
    assert words == ({"fell", "rose"}, {"up", "higher"})
    assert words_needed(r"\beither (?:of )?(?:the )?three\b", match_case=False)[0] in ({"either"}, {"three"})
    assert words_needed(r"the \w+", match_case=False) == ()
    assert words_needed(r"fell up", match_case=False) == ()
    assert shapes_needed(r"(?:please|the|an|our|their) [,.;:?!]") == {" ."}
    assert shapes_needed(r"fell up") == frozenset()
    assert pairs_needed(r"\bin (?:spite|the \w+ of)\b", match_case=False) in ({"in the", "in spite"}, frozenset())
    assert pairs_needed(r"\b(?:more|less) (?:better|worse)(?= than\b)", match_case=False) == {
        f"{one} {other}" for one in ("more", "less") for other in ("better", "worse")
    }


@pytest.mark.parametrize(
    ("pattern", "stays"),
    [
        (r"\bfell (?:\w+ ){0,2}up\b(?! to)", True),
        (r"it.*up", True),
        (r"[a-z,]+ up", True),
        (r"fell\s+up", False),
        (r"fell[^.]{0,9}up", False),
        (r"fell[^.\n]{0,9}up", True),
        (r"fell(?!\W)", False),
        (r"fell$", False),
        (r"fell\n", False),
        (r"(?s:fell.)up", False),
    ],
)
def test_what_stays_in_a_line(pattern: str, stays: bool) -> None:
    assert stays_in_line(pattern, False) == stays
