"""Reading plain text: what is a paragraph, and what is a wrap."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document import Comment, Document, Span
from copylint.formats.plain import _read_any, _read_even, read
from tests.documents import blocks, texts

STORY = (
    "The harbour board voted on Tuesday to close the north pier for repairs until the end of October, "
    "despite the protests of fishermen who land their catch there.",
    "“We were not asked,” said Ruth Amsel, who has sold crab from the pier for thirty years. She added that "
    "the board had promised to listen and then did not. Nobody from the board would comment.",
    "The work will cost 2.4 million pounds and take eight months, the engineers said in a report.",
    "A second pier, on the south side, stays open. It is smaller and has no crane, so that boats of more "
    "than ten metres cannot use it at low water.",
)


def joined(document: Document) -> list[str]:
    return [text.replace("\n", " ") for text in texts(document)]


@pytest.mark.parametrize("width", [40, 64, 72, 80, 120])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_wrapped_story(width: int, end: str) -> None:
    source = "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in STORY)
    document = read("story.txt", source.replace("\n", end))
    assert joined(document) == list(STORY)
    assert document.text == source


@pytest.mark.parametrize("width", [40, 64, 72])
@pytest.mark.parametrize("indent", [" ", "    ", "\t"], ids=["one", "four", "tab"])
def test_paragraphs_that_begin_with_an_indent(width: int, indent: str) -> None:
    source = "\n".join(
        textwrap.fill(paragraph, width, initial_indent=indent, break_on_hyphens=False, expand_tabs=False)
        for paragraph in STORY
    )
    assert joined(read("story.txt", source)) == list(STORY)


def test_wrapped_paragraphs_with_nothing_between_them() -> None:
    source = "\n".join(textwrap.fill(paragraph, 60, break_on_hyphens=False) for paragraph in STORY)
    assert joined(read("story.txt", source)) == list(STORY)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\n \t\n", "\r\n\r\n\r\n", "\f", "\n\f"])
def test_one_paragraph_a_line(end: str) -> None:
    assert texts(read("story.txt", end.join(STORY))) == list(STORY)
    assert texts(read("story.txt", end.join(STORY) + end)) == list(STORY)


def test_one_sentence_a_line() -> None:
    source = "The pier closes.\nThe boats move south.\nNobody likes it.\n\nThe board met twice.\nIt did not vote.\n"
    assert texts(read("story.txt", source)) == [
        "The pier closes.\nThe boats move south.\nNobody likes it.",
        "The board met twice.\nIt did not vote.",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\t\n", [], id="white space"),
        pytest.param("advertisement", [("paragraph", "advertisement")], id="a word"),
        pytest.param(
            "One day.\n\nadvertisement\n\nTwo days.",
            [("paragraph", "One day."), ("paragraph", "advertisement"), ("paragraph", "Two days.")],
            id="a word alone",
        ),
        pytest.param(
            "Pier to close\n\nBy Rosa Lind\n\nIt was late.\n\nWhat next\n\nNobody knows.\n\nThe End",
            [
                ("headline", "Pier to close"),
                ("byline", "By Rosa Lind"),
                ("paragraph", "It was late."),
                ("heading", "What next"),
                ("paragraph", "Nobody knows."),
                ("paragraph", "The End"),
            ],
            id="headings",
        ),
        pytest.param(
            "It closes. Boats move.\nWhat Comes Next\n\nNobody knows.",
            [
                ("paragraph", "It closes. Boats move."),
                ("heading", "What Comes Next"),
                ("paragraph", "Nobody knows."),
            ],
            id="a heading below a paragraph",
        ),
        pytest.param(
            "Bring:\n\n- a coat\n* a hat\n• a map\n1. a torch\n(2) a rope\n",
            [
                ("paragraph", "Bring:"),
                ("item", "a coat"),
                ("item", "a hat"),
                ("item", "a map"),
                ("item", "a torch"),
                ("item", "a rope"),
            ],
            id="a list",
        ),
        pytest.param(
            "- the first of the things\n  to bring along\n- the second",
            [("item", "the first of the things\nto bring along"), ("item", "the second")],
            id="a wrapped item",
        ),
        pytest.param("  a  double  space  ", [("paragraph", "a  double  space")], id="inner space is kept"),
        pytest.param("a\u2028b\x85c\x0bd", [("paragraph", "a\u2028b\x85c\x0bd")], id="no line ends"),
        pytest.param(
            "See https://a.example/x_(y), or www.b.example. Write to c.d@e.example!",
            [("paragraph", "See \ufffc, or \ufffc. Write to \ufffc!")],
            id="links",
        ),
        pytest.param("https://a.example/\n\nIt was.", [("paragraph", "It was.")], id="a link alone"),
        pytest.param(
            "He posted it.\n\nWe will win – all of us. — Owen Hall (@owenhall) March 3, 2020\n\nThe hall (@hall) opened in 2020.",
            [
                ("paragraph", "He posted it."),
                ("quote", "We will win – all of us. — Owen Hall (@owenhall) March 3, 2020"),
                ("paragraph", "The hall (@hall) opened in 2020."),
            ],
            id="a post",
        ),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read("story.txt", source)) == expected


EVEN = [
    "It closes on Monday, and nobody knows what comes next.",
    "What Comes Next",
    "By Ann Hall",
    "ADVERTISEMENT",
    "Ann:",
    "1984 was wet.",
    "- a coat",
    "name\tage",
    "“Yes.”",
    "a" * 170,
    " x",
    "x\x85",
    "\u2028x",
    "x\ny",
    "x@y.example",
    "",
]


@given(
    st.lists(st.sampled_from(EVEN)), st.sampled_from(["", "\n", "\n\n", " \n"]), st.sampled_from(["", "\n", "\n\n "])
)
def test_a_text_of_even_lines_is_read_as_any_other(lines: list[str], before: str, after: str) -> None:
    source = before + "\n\n".join(lines) + after
    quick, slow = _read_even("story.txt", source), _read_any("story.txt", source)
    if quick is not None:
        assert (quick.text, quick.blocks, quick.segments) == (slow.text, slow.blocks, slow.segments)


def test_most_articles_are_of_even_lines() -> None:
    source = "What Comes Next\n\nBy Ann Hall\n\nIt closes on Monday.\n\nNobody knows.\n"
    assert _read_even("story.txt", source) is not None


def test_a_wrap_before_a_figure_is_no_list() -> None:
    paragraph = (
        "The board said that the pier would close for all of the summer from May 1. The others would "
        "stay open, it said, and no fare would rise before the end of the year 2031. Nobody believed it."
    )
    source = textwrap.fill(paragraph, 73)
    assert "\n1. " in source
    assert joined(read("story.txt", source)) == [paragraph]


def test_comments() -> None:
    source = (
        "One day.\n# copylint: ignore spacing -- as sent\nTwo days.\n\n"
        "<!-- copylint: off -->\r\n  copylint: on\n\nCopylint: a tool. See copylint: here.\n"
    )
    document = read("story.txt", source)
    assert texts(document) == ["One day.", "Two days.", "Copylint: a tool. See copylint: here."]
    assert [comment.text for comment in document.comments] == [
        "copylint: ignore spacing -- as sent",
        "copylint: off",
        "copylint: on",
    ]
    assert document.comments[1] == Comment("copylint: off", Span(source.index("<!--"), source.index("-->") + 3))


def test_places_across_a_wrap() -> None:
    source = "The crews\r\n   were late."
    document = read("story.txt", source)
    assert document.text == "The crews\nwere late."
    assert document.source_span(Span(4, 14)) == Span(4, 18)
    assert document.source_span(Span(0, 9)) == Span(0, 9)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("word " * 2_000_000, id="a long line"),
        pytest.param("\n" * 1_000_000, id="line ends"),
        pytest.param("a\n" * 200_000, id="short lines"),
        pytest.param("a\n\n" * 200_000, id="short paragraphs"),
        pytest.param(" " * 1_000_000 + "x" + " " * 1_000_000, id="spaces"),
        pytest.param("x" + (" " * 1_000 + "\n") * 1_000 + "x", id="lines of spaces"),
        pytest.param("\r" * 500_000 + "x\r" * 50_000, id="lone carriage returns"),
        pytest.param(("x" + " " * 500 + "\n") * 2_000, id="trailing spaces"),
        pytest.param("copylint: x " * 100_000, id="comments in one line"),
        pytest.param("copylint: x\n" * 100_000, id="comments"),
        pytest.param("x" * 5_000_000, id="a long word"),
        pytest.param("www." * 200_000 + " " + "@" * 200_000 + "a@" * 200_000, id="links"),
        pytest.param("https://" + "(" * 200_000 + ")" * 200_000, id="brackets in a link"),
        pytest.param("- " * 300_000, id="marks of items"),
        pytest.param("a." + "\f" * 300_000 + "b", id="form feeds"),
    ],
)
def test_hostile_text_ends_soon(source: str) -> None:
    start = time.process_time()
    read("story.txt", source)
    assert time.process_time() - start < 10
