"""Words and tokens: exact places, and the quick way gives what the plain way does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate.words import (
    flow,
    flowed_folded,
    fold,
    folded,
    marks,
    shape,
    shape_of,
    token_set,
    tokens,
    words,
)
from tests.documents import paragraphs

TEXT = st.text(st.sampled_from("aZé\u0301ſİ0_'’“”‘–—…«· \t\n\u00a0\u2009-.,!🙂字¿"), max_size=40)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Don’t stop.", ["don’t", "stop"]),
        ("the workers’ hall", ["the", "workers", "hall"]),
        ("cafe\u0301 co-op", ["cafe\u0301", "co", "op"]),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    starts, ends, folded = words(paragraphs(text))
    assert folded == found
    assert [fold(text[start:end]) for start, end in zip(starts, ends, strict=True)] == found


@given(TEXT)
def test_folding_and_flowing_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(flow(text)) == len(text)


@given(TEXT)
def test_flowing_leaves_only_spaces_and_block_ends(text: str) -> None:
    plain = re.sub(r"\n+", "\n", text).strip("\n")
    assert re.findall(r"[^\S ]", flow(plain)) == []
    assert flow("a\n\nb") == "a\n\nb"


@given(TEXT)
def test_tokens_are_the_runs_of_letters_and_figures(text: str) -> None:
    document = paragraphs(text)
    assert tokens(document) == re.findall(r"[\w\u0300-\u036f]+", flowed_folded(document))


@given(TEXT)
def test_words_are_as_an_expression_finds_them(text: str) -> None:
    document = paragraphs(text)
    matches = list(re.finditer(r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*", folded(document)))
    starts, ends, found = words(document)
    assert list(zip(starts, ends, found, strict=True)) == [(*match.span(), match.group()) for match in matches]


@given(TEXT)
def test_the_set_of_tokens_and_the_marks(text: str) -> None:
    document = paragraphs(text)
    assert token_set(document) == {*tokens(document), *re.findall(r"\w+", flowed_folded(document))}
    assert marks(document) == set(re.findall(r"[^\w \n]", document.text))


def test_shapes() -> None:
    assert shape(paragraphs("On 3 May, é-mail\nit .")) == "aa 0 aaa. a-aaaa aa ."
    assert shape_of(" ;") in shape(paragraphs("It came ; it went"))
    assert shape(paragraphs("“Who?” – ‘it’ came ;")) == "\"aaa.\" a 'aa' aaaa ."


@given(TEXT)
def test_shapes_keep_the_length(text: str) -> None:
    assert len(shape_of(text)) == len(text)
    assert shape_of(text).isascii()
