"""Reading Markdown."""

from __future__ import annotations

import time

import pytest

from copylint.formats import FormatError
from copylint.formats.markdown import read
from tests.documents import blocks, written


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(
            "# One *two* #\n\nThree\n===\n\n## Four {#x}\n",
            [("headline", "One two"), ("heading", "Three"), ("heading", "Four")],
            id="headings",
        ),
        pytest.param("a  \nb\\\nc\nd\r\ne\rf\n  g\n", [("paragraph", "a\nb\nc\nd\ne\nf\ng")], id="breaks"),
        pytest.param(
            "- a\n  b\n- c\n\n  d\n  1. e\n- [ ] f\n",
            [("item", "a\nb"), ("item", "c"), ("item", "d"), ("item", "e"), ("item", "f")],
            id="lists",
        ),
        pytest.param(
            "> a\n> b\nc\n>\n> - d\n\n> [!NOTE]\n> e\n",
            [("quote", "a\nb\nc"), ("quote", "d"), ("paragraph", "e")],
            id="quotations",
        ),
        pytest.param(
            "| a | b \\| c |\n|---|---|\n| *d* | `e` f |\n",
            [("cell", "a"), ("cell", "b | c"), ("cell", "d"), ("cell", "\ufffc f")],
            id="a table",
        ),
        pytest.param("Term\n: Its meaning\n", [("item", "Term"), ("item", "Its meaning")], id="definitions"),
        pytest.param(
            '![A *quay*](q.jpg "At noon")\n\nThe ![sign](s.jpg) fell.\n',
            [("caption", "A quay"), ("caption", "At noon"), ("paragraph", "The \ufffc fell.")],
            id="images",
        ),
        pytest.param(
            "[![A quay](q.jpg)](/q)\n![B](b.jpg)\n",
            [("caption", "A quay"), ("caption", "B")],
            id="images in links and lines",
        ),
        pytest.param(
            "a **b** _c_d [e](f \"g\") [h][i] <https://j.example> k@l.example\n\n[i]: /i 'x'\n",
            [("paragraph", "a b _c_d e h \ufffc \ufffc")],
            id="inline",
        ),
        pytest.param(
            "It ended.[^1] So[^1] be it.\n\n[^1]: A *note*.\n",
            [("paragraph", "It ended. So\ufffc be it."), ("paragraph", "A note.")],
            id="notes",
        ),
        pytest.param(
            "Run `x  y` and ``a`b``.\n\n    code\n\n```py\ncode\n```\n\n~~~\n# code",
            [("paragraph", "Run \ufffc and \ufffc.")],
            id="code",
        ),
        pytest.param("It was ~~the the~~ the end.\n", [("paragraph", "It was \ufffc the end.")], id="struck out"),
        pytest.param("Where $a^2 + b^2$ is $$c$$.\n", [("paragraph", "Where \ufffc is \ufffc.")], id="mathematics"),
        pytest.param(
            "From $5m–$10m, or **US$2**–US$3.\n", [("paragraph", "From $5m–$10m, or US$2–US$3.")], id="prices"
        ),
        pytest.param(
            "It took [$5 or\nmore](https://x.example/#a=b,$6%20of) here.\n",
            [("paragraph", "It took $5 or\nmore here.")],
            id="a price in a link and one in its address",
        ),
        pytest.param("a \\* b\\\\ &amp; &#8217;&bogus; \\q\n", [("paragraph", "a * b\\ & ’&bogus; \\q")], id="escapes"),
        pytest.param(
            "a <!-- x --> b <b>c</b> <code>d *e*</code> f<br>g<br>\nh<br><br>i\n",
            [("paragraph", "a b c \ufffc f\ng\nh"), ("paragraph", "i")],
            id="tags in a line",
        ),
        pytest.param(
            "<div class='x'>\n<p>a &amp; b\n   c</div>\n\n<blockquote>\n\nd *e*\n\n</blockquote>\n\nf\n",
            [("paragraph", "a & b c"), ("quote", "d e"), ("paragraph", "f")],
            id="blocks of HTML",
        ),
        pytest.param(
            "- <div\n  class='x'>\n  a\n  b</div>\n> <p>c\n> d</p>\n",
            [("item", "a b"), ("quote", "c d")],
            id="HTML within",
        ),
        pytest.param(
            "<script>\nvar a = 'b'\n</script>\n\na <script>b</script> c\n",
            [("paragraph", "a \ufffc c")],
            id="scripts",
        ),
        pytest.param(
            '{{< figure src="a.jpg" caption="b *c" >}}\nd {{% e %}} f {{ g\nh }} i\n{% raw %}\n*j*\n',
            [("paragraph", "d \ufffc f \ufffc i"), ("paragraph", "j")],
            id="shortcodes",
        ),
        pytest.param("a {{ b\n\n{% c", [("paragraph", "a {{ b"), ("paragraph", "{% c")], id="no shortcodes"),
        pytest.param("---\n\na\n\n---\n\n***\nb", [("paragraph", "a"), ("paragraph", "b")], id="rules across"),
        pytest.param("a\u2028b\x85c\x0cd", [("paragraph", "a\u2028b\x85c\x0cd")], id="no line ends"),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read("story.md", source)) == expected


@pytest.mark.parametrize("end", ["\r", "\r\n"])
@pytest.mark.parametrize(
    "source",
    [
        "a\n\n```\nb\n```\n\nc\n\n    d\n\ne\n",
        "a\n\n<div>\n\nb\n\n</div>\n<!-- c\n\nd -->\n\ne <b>f\ng</b>\n",
        "a\\\nb  \nc\n\n~~~\nd\n~~~\ne\n\n| f |\n| - |\n| g |\n\nh\n===\n",
        ":::tip\na\n:::\n\n[TOC]\n\n!!! note\n    b\n\n{% c %}\nd {: .x}\n{: .y}\n",
    ],
    ids=["code", "HTML", "other blocks", "directions"],
)
def test_line_ends_of_every_kind(source: str, end: str) -> None:
    """What follows a block of code or of HTML was lost where lines end with a carriage return alone."""
    expected = read("story.md", source)
    document = read("story.md", source.replace("\n", end))
    assert blocks(document) == blocks(expected)
    for word in "abcdefgh":
        if word in document.text:
            assert written(document, word) == word


def test_places() -> None:
    source = "Dé 😀 **four** fer\\*ries &mdash; all\n> of `x` them\n"
    document = read("story.md", source)
    assert document.text == "Dé 😀 four fer*ries — all\n\nof \ufffc them"
    assert written(document, "four") == "four"
    assert written(document, "four f") == "four** f"
    assert written(document, "*") == "\\*"
    assert written(document, "fer*ries") == "fer\\*ries"
    assert written(document, "—") == "&mdash;"
    assert written(document, "of \ufffc") == "of `x`"


def test_comments() -> None:
    source = "One.\n\n<!-- copylint: ignore a/b -- why -->\nTwo <!--\nx --> three.\n\n- <!-- y\n  z -->\n"
    document = read("story.md", source)
    assert [comment.text for comment in document.comments] == ["copylint: ignore a/b -- why", "x", "y\n  z"]
    for comment in document.comments:
        assert source[slice(*comment.span)].startswith("<!--")
        assert source[slice(*comment.span)].endswith("-->")


def test_half_of_a_pair_is_refused() -> None:
    with pytest.raises(FormatError, match="half of a surrogate pair"):
        read("story.md", "a\ud800b")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(">" * 20_000 + " x", id="nested quotations"),
        pytest.param("*" * 20_000 + "a" + "*" * 20_000, id="emphasis"),
        pytest.param("*a " * 100_000, id="open emphasis"),
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param("[a](" * 50_000, id="open links"),
        pytest.param("- " * 5_000 + "x", id="nested lists"),
        pytest.param("{{< " * 100_000 + ">}}", id="open shortcodes"),
        pytest.param("{{< a >}}" * 50_000, id="shortcodes"),
        pytest.param("a\n" * 200_000, id="lines"),
        pytest.param("word " * 1_000_000, id="a long line"),
        pytest.param("é " * 500_000, id="beyond ASCII"),
        pytest.param("<div>\n" * 50_000, id="HTML"),
        pytest.param("<!--" * 50_000, id="comments"),
        pytest.param("`" * 100_001, id="backticks"),
        pytest.param("$1" * 100_000, id="prices"),
        pytest.param("|a" * 5_000 + "|\n" + "|-" * 5_000 + "|\n" + "|b" * 5_000 + "|\n", id="a wide table"),
        pytest.param("![a](b " * 50_000, id="images"),
        pytest.param("[^1]: " * 50_000, id="notes"),
        pytest.param("\n" * 1_000_000, id="line ends"),
    ],
)
def test_hostile_text_ends_soon(source: str) -> None:
    start = time.process_time()
    read("story.md", source)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Run “mount <device>” now.", "Run “mount \ufffc” now."),
        ("Run <b>mount</b> <span>now</span>.", "Run mount now."),
        ('A <Card title="x">pier</Card> and <my-tag>boats</my-tag>.', "A pier and boats."),
    ],
)
def test_tags_that_are_none(source: str, expected: str) -> None:
    assert read("story.md", source).text == expected
