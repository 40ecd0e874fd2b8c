"""copylint.annotate.word_places: where a few words stand whole, and the words around a place."""

import pytest

from copylint.annotate.word_places import where, where_any, words_from


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


def test_where_any_is_in_text_order() -> None:
    assert where_any("fell and rose and fell", {"rose", "fell"}, 0, 22) == [(0, "fell"), (9, "rose"), (18, "fell")]


def test_the_words_around_a_place_begin_with_the_one_before_it() -> None:
    text = "a figure that is far off and half a million more"
    found = words_from(text, text.index("half"), text.index("more"))
    index = found.starts.index(text.index("half"))
    assert found.folded[index - 1 :] == ["and", "half", "a", "million"]
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == found.folded
