"""Where words stand whole, and the words beside and around a place: those that the reading of all words gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate import word_places
from copylint.annotate.word_places import (
    following_word,
    has_word,
    pair_places,
    places,
    preceding_word,
    where,
    where_any,
    word_at,
    word_start,
    words_between,
    words_from,
    words_said,
)
from copylint.annotate.words import folded, vocabulary, words
from copylint.document import Span
from tests.documents import paragraphs

TEXTS = st.text("aB1_é\u0301İ'’ \n-–.\xa0", max_size=30)


@given(TEXTS)
def test_each_word_is_read_from_either_end(text: str) -> None:
    document = paragraphs(text)
    said = folded(document)
    for start, end, word in zip(*words(document), strict=True):
        assert word_at(said, start) == word
        assert word_start(said, end) == start


@given(TEXTS)
def test_its_neighbours_are_parted_from_it_by_one_space(text: str) -> None:
    document = paragraphs(text)
    starts, ends, said = words(document)
    gaps = [text[end:start] in (" ", "\n", "\xa0") for end, start in zip(ends, starts[1:], strict=False)]
    for index, parted in enumerate(gaps):
        assert following_word(document, ends[index]) == (said[index + 1] if parted else None)
        assert preceding_word(document, starts[index + 1]) == (said[index] if parted else None)
    if said:
        assert preceding_word(document, starts[0]) is None
        assert following_word(document, ends[-1]) is None


@given(TEXTS, st.lists(st.text("ab'’é\u0301_ ", min_size=1, max_size=3), min_size=1, max_size=3))
def test_what_is_looked_up_in_a_long_text_is_what_a_search_finds(text: str, sought: list[str]) -> None:
    found = []
    for long in (1, len(text) + 1):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(word_places, "_LONG", long)
            document = paragraphs(text)
            found.append(
                (
                    [places(document, phrase) for phrase in sought],
                    [has_word(document, phrase) for phrase in sought],
                    where_any(document, {phrase for phrase in sought if phrase.isalnum()}, 0, len(text)),
                )
            )
    assert found[0] == found[1]


@given(TEXTS, st.text("ab'’é\u0301_", min_size=1, max_size=3))
def test_whether_a_word_stands_at_all(text: str, word: str) -> None:
    document = paragraphs(text)
    assert has_word(document, word) == (word in vocabulary(document))


def test_where_a_phrase_stands() -> None:
    document = paragraphs("A data set, the Data\nset and data sets; meta-data set, o’data set.", "The data", "set.")
    assert list(places(document, "data set")) == [2, 16, 45]
    assert list(places(document, "data")) == [2, 16, 29, 45, 72]


def test_a_phrase_may_have_apostrophes() -> None:
    assert list(places(paragraphs("The driver’s seat, the driver's seat."), "driver’s seat")) == [4]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("one phone, one", "one", [0, 11]),
        ("twenty-one (one) “one”", "one", [7, 12, 18]),
        ("one's, o'one, one' and 'one", "one", [14, 24]),
        ("one_two one2 one\u0301", "one", []),
    ],
)
def test_where(text: str, word: str, expected: list[int]) -> None:
    assert where(text, word, 0, len(text)) == expected


def test_a_word_need_only_begin_within_the_range() -> None:
    assert where("up to ten", "ten", 0, 7) == [6]
    assert where("up to ten", "ten", 0, 6) == []


def test_pairs_stand_whole_with_one_space_between() -> None:
    document = paragraphs("The men was out; men\nwas. Women was, men’s was, men, was, he do and he don’t.")
    pairs = frozenset((("men", "was"), ("he", "do")))
    assert pair_places(document, pairs) == [Span(4, 11), Span(17, 24), Span(58, 63)]


def test_where_any_is_in_text_order() -> None:
    document = paragraphs("Fell and rose and fell.")
    assert where_any(document, {"rose", "fell"}, 0, 22) == [(0, "fell"), (9, "rose"), (18, "fell")]


def test_the_words_around_a_place_begin_with_the_one_before_it() -> None:
    text = "a figure that is far off and half a million more"
    found = words_from(text, text.index("half"), text.index("more"))
    index = found.starts.index(text.index("half"))
    assert found.folded[index - 1 :] == ["and", "half", "a", "million"]
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == found.folded


@given(st.text("aB1_é\u0301İ'’ \n-–.,“(½%\xa0", max_size=30))
def test_the_words_of_a_stretch_are_those_of_the_text(text: str) -> None:
    assert words_said(text, 0, len(text)) == list(words_between(text, 0, len(text)).folded)
