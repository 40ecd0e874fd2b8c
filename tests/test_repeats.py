"""What an article says twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate.repeats import repeats
from copylint.annotate.words import tokens
from copylint.checks.repetition import Repetition, RepetitionOptions
from copylint.formats.plain import read

_PIECES = ("a", "the", "don't", "ĳ", "é", "e\u0301", " ", " ", "  ", "\n", "\n\n", ".", "…", "“", "’", "7", "_", "-")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They walked along the the river.", {"word"}),
        ("The the river.", {"word"}),
        ("They say don't don't go.", {"phrase"}),
        ("It would it would open.", {"phrase"}),
        ("À la, à la carte.", {"phrase"}),
        ("At the end of at the end of the road.", {"phrase"}),
        ("The road opened in May. Nobody came. “The road opened in May!” she said.", {"stretch"}),
        ("A river. The rim.", set()),
        ("", set()),
    ],
)
def test_what_an_article_says_twice(text: str, found: set[str]) -> None:
    assert repeats(read("x", text)) == found


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_doubled_words_and_phrases_are_those_of_the_tokens(text: str) -> None:
    document = read("x", text)
    row = tokens(document)
    twice = any(
        row[at : at + length] == row[at + length : at + 2 * length]
        for length in (2, 3, 4)
        for at in range(len(row) - 2 * length + 1)
    )
    assert ("phrase" in repeats(document)) is twice


@pytest.mark.parametrize("mark", "£©«»“”‘’€…éー👍")
def test_a_repeated_paragraph_may_begin_and_end_with_any_mark(mark: str) -> None:
    again = f"{mark}120 is due for the second offence, and twice as much for the next {mark}."
    document = read("x", f"Fines in the north begin low.\n\n{again}\n\nFines in the south do too.\n\n{again}\n")
    options = RepetitionOptions(unit="paragraph", words=6)
    assert [one.place.start for one in Repetition()(document, options)] == [document.text.rfind(again)]
