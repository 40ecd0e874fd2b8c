"""What holds for every document of every format: exact places in order, the same prose in each."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document import BLOCK_KINDS, Document, Span
from copylint.formats import FormatError, builtin_formats, decode, encode, format_for
from copylint.formats.assembly import links, links_in
from tests.documents import texts
from tests.strategies import choices, markup, prose
from tests.writers import write_html, write_markdown, write_plain

READERS = {one.name: one.read for one in builtin_formats()}
_WORD = re.compile(r"[^\W_]+")


def read(name: str, source: str) -> Document | None:
    try:
        return READERS[name]("story", source)
    except FormatError:
        return None


def assert_exact(document: Document) -> None:
    """Blocks and segments are in order and within the text; each segment tells the truth about the source."""
    source, text = document.source, document.text
    end = -2
    for block in document.blocks:
        assert block.kind in BLOCK_KINDS
        assert block.span.start == end + 2
        assert block.span.start < block.span.end <= len(text)
        inner = text[block.span.start : block.span.end]
        assert inner == inner.strip()
        assert inner.strip("\ufffc \n")
        assert text[end : block.span.start] == "\n\n" or end == -2
        end = block.span.end
    assert end == len(text) or not document.blocks
    text_end = source_end = 0
    covered = set()
    for segment in document.segments:
        assert text_end <= segment.text.start < segment.text.end <= len(text)
        assert source_end <= segment.source.start < segment.source.end <= len(source)
        text_end, source_end = segment.text.end, segment.source.end
        if not segment.atomic:
            assert source[slice(*segment.source)] == text[slice(*segment.text)]
        covered.update(range(*segment.text))
    for block in document.blocks:
        assert covered.issuperset(range(*block.span))
    comment_end = 0
    for comment in document.comments:
        assert comment_end <= comment.span.start < comment.span.end <= len(source)
        comment_end = comment.span.start


def assert_words_found(document: Document) -> None:
    """A word maps to a place that reads as the word, unless it touches what is atomic or markup."""
    for match in _WORD.finditer(document.text):
        span = Span(*match.span())
        place = document.source_span(span)
        touched = [segment for segment in document.segments if segment.text.overlaps(span)]
        assert touched
        assert touched[0].source.start <= place.start < place.end <= touched[-1].source.end
        if len(touched) == 1 and not touched[0].atomic:
            assert document.source[slice(*place)] == match.group()


@pytest.mark.parametrize("name", READERS)
@given(source=st.one_of(markup, st.text()))
def test_every_place_is_exact(name: str, source: str) -> None:
    document = read(name, source)
    if document is not None:
        assert document.source == source
        assert_exact(document)
        assert_words_found(document)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("name", READERS)
@given(source=markup)
def test_line_ends_of_every_kind_read_the_same(name: str, end: str, source: str) -> None:
    source = " " + source.replace("\r\n", "\n").replace("\r", "\n")  # no front matter, to which `\r` ends no line
    expected, document = read(name, source), read(name, source.replace("\n", end))
    if expected is None or document is None:
        assert expected is document
    else:
        assert [one.replace(end, "\n") for one in texts(document)] == texts(expected)


@given(lines=st.lists(st.one_of(markup, st.text(max_size=20)), max_size=8), mark=st.sampled_from(["---", "+++"]))
def test_front_matter_is_exact(lines: list[str], mark: str) -> None:
    names = ["title", "description", "author", "seo.title", "tags", "caption"]
    equals = ":" if mark == "---" else " ="
    written = "\n".join(f"{name}{equals} {line}" for name, line in zip(names, lines, strict=False))
    document = read("markdown", f"{mark}\n{written}\n{mark}\nThe body.\n")
    if document is not None:
        assert_exact(document)
        assert_words_found(document)


@given(
    value=st.text(st.sampled_from("ab \n\t'\"\\:#-é😀\u2028"), max_size=30),
    style=st.sampled_from([None, "'", '"', "|", ">"]),
)
def test_a_yaml_value_reads_as_it_was_meant(value: str, style: str | None) -> None:
    yaml = pytest.importorskip("yaml")
    written = yaml.dump({"title": value}, default_style=style, allow_unicode=True, width=20)
    document = read("markdown", f"---\n{written}\n---\n")
    assert document is not None
    assert_exact(document)
    assert " ".join(document.text.split()) == " ".join(value.split()) or value.strip() in ("", "~", "-")


@given(paragraphs=prose, chosen=choices)
def test_prose_reads_the_same_in_every_format(paragraphs: list[str], chosen: list[bool]) -> None:
    plain = read("text", write_plain(paragraphs, chosen))
    markdown = read("markdown", write_markdown(paragraphs, chosen))
    html = read("html", write_html(paragraphs, chosen))
    assert plain is not None
    assert markdown is not None
    assert html is not None
    assert len(plain.blocks) == len(paragraphs)
    assert texts(plain) == texts(markdown)
    assert [text.replace("\n", " ") for text in texts(plain)] == [text.replace("\n", " ") for text in texts(html)]
    assert {block.kind for document in (plain, markdown, html) for block in document.blocks} == {"paragraph"}


@given(
    text=st.text(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-be"]),
)
def test_what_was_decoded_is_encoded_again(text: str, encoding: str) -> None:
    text = text.replace("\0", "")
    mark = "\ufeff" if encoding.endswith("-be") else ""
    data = (mark + text).encode(encoding)
    if encoding == "utf-8" and (text.startswith("\ufeff") or re.match(r"%PDF-|\{\\rtf", text)):
        return
    decoded = decode(data)
    assert decoded.text == text
    assert encode(decoded.text, decoded) == data


@given(data=st.one_of(st.binary(), st.binary(max_size=50).map(lambda some: b"Plain words. " + some)))
def test_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except FormatError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert encode(decoded.text, decoded) == data
        assert "\0" not in decoded.text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("story.txt", "text"),
        ("A STORY.TXT", "text"),
        ("a/b.text", "text"),
        ("story.md", "markdown"),
        ("story.markdown", "markdown"),
        ("story.htm", "html"),
        ("story.xhtml", "html"),
        ("story.docx", None),
        ("txt", None),
        ("folder.md/story", None),
    ],
)
def test_a_suffix_names_a_format(path: str, expected: str | None) -> None:
    found = format_for(path, builtin_formats())
    assert expected == (found.name if found else None)


@pytest.mark.parametrize("source", ["a ![\n]() b", "a ![ \n ](x.png) b", "one ~~\\\n~~ two", "x ![y\n](u)\nz"])
def test_a_break_at_the_end_of_an_object_is_a_part_of_it(source: str) -> None:
    """Found by fuzzing: the break was told after the object that holds it."""
    assert_exact(READERS["markdown"]("story", source))


_LINKED = st.sampled_from(
    [*'ab.-_1(|<"', "www.", "://", "https://a.b/c", "@", "x@y.de", "\u00e9", " ", "\n", "\u00a0", "\u2028"]
)


@given(st.lists(_LINKED, max_size=20).map("".join))
def test_links_found_between_spaces_are_those_of_the_whole_text(text: str) -> None:
    assert [found.span() for found in links_in(text)] == [found.span() for found in links().finditer(text)]
