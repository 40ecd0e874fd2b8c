"""The words beside a place are those that the reading of all words gives."""

from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate.neighbours import following_word, has_word, places, preceding_word, word_at, word_start
from copylint.annotate.words import folded, vocabulary, words
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
