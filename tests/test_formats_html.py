"""Reading HTML."""

from __future__ import annotations

import json
import time
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.document import Comment, Meta, Span
from copylint.formats import markdown
from copylint.formats.html import read
from tests.documents import blocks, texts, written

PAGE = """<!doctype html>
<html lang="en-GB"><head>
<title>Ferry &amp; port strike ends</title>
<meta name="description" content="Crews vote for &quot;peace&quot; at last">
<meta property="og:title" content="Ferry &amp; port strike ends">
<script type="application/ld+json">{"datePublished": "2024-03-08T09:00:00Z"}</script>
</head><body>
<nav><ul><li>Home<li>News</ul></nav>
<article>
<h1>Ferry &amp; port strike ends</h1>
<p class="byline">By <a rel="author" href="/r">Rosa Lind</a></p>
<p>The crews of <em>four</em> ferries
   voted &mdash; narrowly &mdash; to go back.<sup><a href="#n1">1</a></sup> They sail at six.
<h2>What next</h2>
<ul><li>Talks<li>A vote</ul>
<blockquote><p>We are tired.</blockquote>
<figure><img src="q.jpg" alt="Crew on the quay"><figcaption>The quay on Friday</figcaption></figure>
<table><tr><th>Port<td>Boats</table>
<!-- copylint: ignore spacing -- a table -->
<p>Run <code>ferry --now</code> to sail.</p>
<pre>not prose</pre>
</article></body></html>
"""


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("en-GB", "en"), ("en_US", "en"), ("EN", "en"), ("eng", "en"), ("British English", "en"), ("en, cy", "en"),
        ("de_DE.UTF-8", "de"), ("cy", "cy"), ("Deutsch", "deutsch"), ("français", "français"), ("fr\x1b[31m", "fr"),
        ("", "en"), ("und", "en"), ("x-default", "en"), ("{{ lang }}", "en"),
    ],
)  # fmt: skip
def test_the_language_of_a_page(said: str, language: str) -> None:
    assert read("page.html", f'<html lang="{said}"><p>A quay.').language == language
    assert markdown.read("story.md", f"---\nlanguage: {json.dumps(said)}\n---\nA quay.\n").language == language


def test_a_page() -> None:
    document = read("page.html", PAGE)
    assert [(block.kind, block.field, document.text[slice(*block.span)]) for block in document.blocks] == [
        ("standfirst", "meta.description", 'Crews vote for "peace" at last'),
        ("headline", None, "Ferry & port strike ends"),
        ("byline", None, "By Rosa Lind"),
        ("paragraph", None, "The crews of four ferries voted — narrowly — to go back. They sail at six."),
        ("heading", None, "What next"),
        ("item", None, "Talks"),
        ("item", None, "A vote"),
        ("quote", None, "We are tired."),
        ("caption", None, "Crew on the quay"),
        ("caption", None, "The quay on Friday"),
        ("cell", None, "Port"),
        ("cell", None, "Boats"),
        ("paragraph", None, "Run \ufffc to sail."),
    ]
    assert document.meta == Meta("en-GB", date(2024, 3, 8))
    start = PAGE.index("<!-- copylint")
    assert document.comments == (
        Comment("copylint: ignore spacing -- a table", Span(start, PAGE.index("-->", start) + 3)),
    )
    assert written(document, "ferries voted —") == "ferries\n   voted &mdash;"
    assert written(document, '"peace"') == "&quot;peace&quot;"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("<!-- only -->", [], id="a comment alone"),
        pytest.param("<p>a  b\t<b> c</b>\n", [("paragraph", "a b c")], id="white space collapses"),
        pytest.param(
            "<p>a\n  b \r\nc\rd<b>\ne", [("paragraph", "a b c d\ne")], id="a line end between words is a space"
        ),
        pytest.param(
            "<a>a</a>\n<a>b</a>\nc\n\nd", [("paragraph", "a\nb\nc\nd")], id="a line end that parts what it shows"
        ),
        pytest.param("<p>a<br>b", [("paragraph", "a\nb")], id="one br is a line"),
        pytest.param("a<br> <br/>b", [("paragraph", "a"), ("paragraph", "b")], id="two br part paragraphs"),
        pytest.param("<div>a<div>b</div>c</div>", [("paragraph", x) for x in "abc"], id="text beside blocks"),
        pytest.param("<p>a<script>x='</p>'</script>b", [("paragraph", "ab")], id="a script in a line"),
        pytest.param("<P>a</P><STYLE>b</style >c", [("paragraph", "a"), ("paragraph", "c")], id="capitals"),
        pytest.param(
            "<ul><li>a<ul><li>b</ul>c</ul>d",
            [("item", "a"), ("item", "b"), ("item", "c"), ("paragraph", "d")],
            id="lists in lists",
        ),
        pytest.param(
            "<table><tr><td>a<table><tr><td>b</table>c<td>d</table>e",
            [("cell", "a"), ("cell", "b"), ("cell", "c"), ("cell", "d"), ("paragraph", "e")],
            id="tables in tables",
        ),
        pytest.param("<h1>A</h1><h1>B</h1>", [("headline", "A"), ("heading", "B")], id="one h1 is the headline"),
        pytest.param(
            "a &lt;b&gt; &copy &notit; &bogus; &#8217;&#x2019; R&D",
            [("paragraph", "a <b> © ¬it; &bogus; ’’ R&D")],
            id="references",
        ),
        pytest.param("a&nbsp;b&#32; c", [("paragraph", "a\xa0b c")], id="spaces by reference"),
        pytest.param("5 < 6 <3 <\u00e9", [("paragraph", "5 < 6 <3 <é")], id="signs that begin no tag"),
        pytest.param("<p title='>'>a<p title=\">\"> b", [("paragraph", "a"), ("paragraph", "b")], id="quoted >"),
        pytest.param("a<p b", [("paragraph", "a")], id="a tag that never ends"),
        pytest.param("a<!-- b", [("paragraph", "a")], id="a comment that never ends"),
        pytest.param("a<!-->b<!--->c<!-- x --!>d", [("paragraph", "abcd")], id="odd comments"),
        pytest.param("a<code>b<p>c", [("paragraph", "a\ufffc"), ("paragraph", "c")], id="code that never ends"),
        pytest.param("<del>old</del>new x<sup>2</sup>", [("paragraph", "\ufffcnew x\ufffc")], id="objects"),
        pytest.param("<svg><title>t</title><text>x</text></svg>a", [("paragraph", "\ufffca")], id="a drawing"),
        pytest.param(
            "<img alt='A quay'>At the quay.",
            [("caption", "A quay"), ("paragraph", "At the quay.")],
            id="an image first",
        ),
        pytest.param("At <img alt='A quay'> the quay.", [("paragraph", "At \ufffc the quay.")], id="an image within"),
        pytest.param(
            "<template><p>a</p></template><noscript>b</noscript><button>c</button>d",
            [("paragraph", "d")],
            id="what is not shown",
        ),
        pytest.param("<!DOCTYPE x [<!ENTITY a 'b'>]>&a;", [("paragraph", "]>&a;")], id="no entity is made"),
        pytest.param("See https://a.example/b?c=1&amp;d=2.", [("paragraph", "See \ufffc.")], id="a URL"),
        pytest.param("<blockquote><ul><li>a</ul></blockquote>", [("quote", "a")], id="a quotation holds"),
        pytest.param(
            "<article><p>a</p></article><footer><p>b</p></footer>c",
            [("paragraph", "a"), ("paragraph", "c")],
            id="the page's footer",
        ),
        pytest.param(
            "<main><p>a</p><footer><p>By b</p></footer></main>",
            [("paragraph", "a"), ("paragraph", "By b")],
            id="the article's footer",
        ),
        pytest.param(
            "<article><p>a</p><footer>&copy; 2020 The Paper</footer></article>",
            [("paragraph", "a")],
            id="a footer with a notice of rights",
        ),
        pytest.param(
            "<blockquote>a<footer>b</footer></blockquote>", [("quote", "a"), ("quote", "b")], id="a quotation's footer"
        ),
        pytest.param("<div class='c byline'>By A. B.</div>", [("byline", "By A. B.")], id="a byline"),
    ],
)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read("page.html", source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<meta property='article:published_time' content='2023-01-02T23:00'>", date(2023, 1, 2)),
        ("<p>Posted <time datetime='2023-01-02'>2 January</time></p>", date(2023, 1, 2)),
        ("<p>They meet on <time datetime='2023-01-02'>2 January</time>" + " to talk of ferries" * 9, None),
        ("<p>" + "Long. " * 40 + "</p><p><time datetime='2023-01-02'>2 January</time>", None),
        ("<p>" + "Long. " * 40 + "</p><time itemprop=datePublished datetime='2023-01-02'>", date(2023, 1, 2)),
        ("<time datetime='2023-13-02'>then</time>", None),
    ],
)
def test_the_day_of_publication(source: str, expected: date | None) -> None:
    assert read("page.html", source).meta.published == expected


_TAGS = (
    "<p> </p> <b> </b> <i class='x'> </i> <div> </div> <ul> <li> </ul> <h2> </h2> <br> <table> <tr> <td> "
    '</table> <a href="x>y"> </a> <section/> </x> <!--c--> <!-> <!d> <?p> </> & &amp; &lt &eacute; &#65; &x; '
    "&#x2014; < <3 "
    "</3> one two three , . <span/a='b> </span> <p/> <dl> <dt> <dd> </dl> <blockquote> </blockquote>"
).split()


@given(st.lists(st.sampled_from([*_TAGS, " ", "\n"]), max_size=30).map("".join))
def test_the_words_are_those_of_a_tree(source: str) -> None:
    justhtml = pytest.importorskip("justhtml")
    nodes = [justhtml.JustHTML(source, sanitize=False).root]
    characters: Counter[str] = Counter()
    while nodes:
        node = nodes.pop()
        if node.name == "#text":
            characters.update("".join(node.data.split()))
        nodes += node.children or []
    assert Counter("".join(read("page.html", source).text.split())) == characters


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<div>" * 100_000 + "x", id="nested divs"),
        pytest.param("<!--" * 50_000, id="open comments"),
        pytest.param("&amp;" * 100_000, id="entities"),
        pytest.param("<" * 500_000, id="signs"),
        pytest.param('<a href="' * 50_000, id="open quotes"),
        pytest.param("<a b='" * 50_000 + '"', id="open quotes of two sorts"),
        pytest.param("<section>" + "<div>" * 20_000 + "</section>x" * 20_000, id="ends that reach far"),
        pytest.param("<table><tr><td>" * 20_000, id="nested tables"),
        pytest.param(" " * 1_000_000, id="spaces"),
        pytest.param("\n" * 1_000_000 + "x", id="line ends"),
        pytest.param("<p " * 200_000, id="tags without end"),
        pytest.param("<script>" * 50_000, id="open scripts"),
        pytest.param("&#" + "1" * 200_000, id="a long number"),
        pytest.param("&" + "a" * 1_000_000, id="a long name"),
    ],
)
def test_hostile_pages_end_soon(source: str) -> None:
    start = time.process_time()
    read("page.html", source)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<p hidden>No.</p><p>Read.", ["Read."], id="hidden"),
        pytest.param("<div hidden><p>No.</p><div>Nor.</div></div><p>Read.", ["Read."], id="all within"),
        pytest.param("<p>Read<span hidden> not</span>.", ["Read."], id="hidden within a line"),
        pytest.param('<h2>Next <a aria-hidden="true" href="#n">#</a></h2>', ["Next"], id="a link to itself"),
        pytest.param(
            '<p><span aria-hidden="true">T</span><span class="sr-only">T</span>he end.', ["The end."], id="a drop cap"
        ),
        pytest.param('<p style="color: red; display:none">No.</p><p>Read.', ["Read."], id="not displayed"),
        pytest.param('<ul role="navigation"><li>Home</ul><p>Read.', ["Read."], id="a menu by its role"),
        pytest.param('<div role="search">Find</div><div role="main">Read.</div>', ["Read."], id="a search form"),
        pytest.param('<p aria-hidden="false">Read.', ["Read."], id="not hidden"),
        pytest.param('<p class="hidden-gem" data-role="x">Read.', ["Read."], id="hidden by its name only"),
        pytest.param('<body aria-hidden="true"><p>Read.', ["Read."], id="a whole page that says so"),
        pytest.param('<main aria-hidden="true"><p>Read.', ["Read."], id="a page saved below a dialog"),
        pytest.param("<p>One<span hidden>no<p>Two", ["One", "Two"], id="never closed"),
    ],
)
def test_what_no_reader_is_shown(source: str, expected: list[str]) -> None:
    document = read("story.html", source)
    assert texts(document) == expected
