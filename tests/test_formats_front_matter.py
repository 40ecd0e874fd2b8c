"""Reading front matter: prose with its place, and what it tells of the article."""

from __future__ import annotations

import time
from datetime import date

import pytest

from copylint.document import Comment, Meta, Span
from copylint.formats import FormatError
from copylint.formats.front_matter import MAX_LENGTH
from copylint.formats.markdown import read

YAML = """---
title: 'The pier''s "last" day 🚢'
subtitle: "It closes \\u2014 for
  good"
date: 2024-03-05 10:00:00 +01:00
description: >
  A folded
  text: with a colon.

  And a second paragraph.
summary: |-
  Line one
  line two
seo: {title: Pier news, og-description: Short and plain}
authors: [Rosa Lind, rosa-lind, {name: Ken Ode, job: hand}]
images:
- {src: a.jpg, alt: A quay, title: "Quay"}
related:
- title: Ferries
draft: true
lang: en_GB
slug: the-pier
copylint:
- ignore spacing -- as sent
---
Body.
"""

TOML = """+++
title = "It\\u2019s \\"over\\""
date = 2024-03-05T10:00:00Z
description = '''
Two
lines'''
[params]
byline = 'By Rosa Lind'
copylint = "x"
[[images]]
caption = \"\"\"One \\
    line\"\"\"
+++
Body.
"""


def blocks(source: str) -> list[tuple[str, str | None, str, str]]:
    """Kind, field, text and source of each block."""
    document = read("story.md", source)
    return [
        (
            block.kind,
            block.field,
            document.text[slice(*block.span)],
            source[slice(*document.source_span(block.span))],
        )
        for block in document.blocks
    ]


def test_yaml() -> None:
    assert blocks(YAML) == [
        ("headline", "title", 'The pier\'s "last" day 🚢', "The pier''s \"last\" day 🚢"),
        ("standfirst", "subtitle", "It closes — for\ngood", "It closes \\u2014 for\n  good"),
        ("standfirst", "description", "A folded\ntext: with a colon.", "A folded\n  text: with a colon."),
        ("standfirst", "description", "And a second paragraph.", "And a second paragraph."),
        ("standfirst", "summary", "Line one\nline two", "Line one\n  line two"),
        ("headline", "seo.title", "Pier news", "Pier news"),
        ("standfirst", "seo.og-description", "Short and plain", "Short and plain"),
        ("byline", "authors.0", "Rosa Lind", "Rosa Lind"),
        ("byline", "authors.2.name", "Ken Ode", "Ken Ode"),
        ("caption", "images.0.alt", "A quay", "A quay"),
        ("caption", "images.0.title", "Quay", "Quay"),
        ("heading", "related.0.title", "Ferries", "Ferries"),
        ("paragraph", None, "Body.", "Body."),
    ]
    document = read("story.md", YAML)
    assert document.meta == Meta("en-GB", date(2024, 3, 5))
    start = YAML.index("ignore spacing")
    assert document.comments == (Comment("copylint: ignore spacing -- as sent", Span(start, YAML.index("\n", start))),)


def test_toml() -> None:
    assert blocks(TOML) == [
        ("headline", "title", 'It’s "over"', 'It\\u2019s \\"over\\"'),
        ("standfirst", "description", "Two\nlines", "Two\nlines"),
        ("byline", "params.byline", "By Rosa Lind", "By Rosa Lind"),
        ("caption", "images.0.caption", "One line", "One \\\n    line"),
        ("paragraph", None, "Body.", "Body."),
    ]
    assert read("story.md", TOML).meta == Meta(None, date(2024, 3, 5))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("---\n---\nBody.\n", ["Body."], id="empty"),
        pytest.param("---\r\ntitle: A day\r\n---\r\nBody.\r\n", ["A day", "Body."], id="crlf"),
        pytest.param("---\ntitle: A day\n...\nBody.\n", ["A day", "Body."], id="closed by dots"),
        pytest.param("---\n# note\n\ntitle: A day # really\n---", ["A day"], id="comments"),
        pytest.param("---\ntitle: 2024\ndescription: ~\nauthor: no\n---\n", [], id="no strings"),
        pytest.param("---\ntitle:\n---\nBody.\n", ["Body."], id="no value"),
        pytest.param("---\nIt rained.\n---\nBody.\n", ["It rained.", "Body."], id="prose between rules"),
        pytest.param("---\nNote: it rained.\n\nBody.\n", ["Note: it rained.", "Body."], id="prose below a rule"),
        pytest.param("---\n- a\n- b\n---\nBody.\n", ["a", "b", "Body."], id="a list"),
        pytest.param("Text.\n\n---\ntitle: x\n---\n", ["Text.", "title: x"], id="not at the start"),
        pytest.param(
            "---\ntitle: !!python/object/apply:os.system [echo a]\nauthor: &a Al Be\nbyline: *a\n---\n",
            ["echo a", "Al Be"],
            id="tags and aliases",
        ),
        pytest.param("---\ndraft: no\n? [a, title]\n: title\ntitle: A day\n---\n", ["A day"], id="a list for a key"),
    ],
)
def test_what_is_front_matter(source: str, expected: list[str]) -> None:
    document = read("story.md", source)
    assert [document.text[slice(*block.span)] for block in document.blocks] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("date: 2024-03-05", date(2024, 3, 5)),
        ("date: '2024/3/5'", date(2024, 3, 5)),
        ("lastmod: 2024-04-01\npublishDate: 2024-03-05", date(2024, 3, 5)),
        ("lastmod: 2024-04-01", date(2024, 4, 1)),
        ("date: 5 March", None),
        ("date: 2024-02-30", None),
        ("event: {date: 2024-03-05}", None),
    ],
)
def test_the_day_of_publication(source: str, expected: date | None) -> None:
    assert read("story.md", f"---\n{source}\n---\n").meta.published == expected


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param(
            "---\ntitle: a: b\n---\n",
            "the front matter is not valid YAML at line 2: mapping values are not allowed in this context "
            "(a value with a colon in it needs quotation marks)",
            id="a colon",
        ),
        pytest.param(
            "---\ntitle: A day\nBody.\n",
            "the front matter that '---' opens in line 1 is never closed",
            id="open",
        ),
        pytest.param(
            "+++\ntitle = 'A day'\n",
            "the front matter that '+++' opens in line 1 is never closed",
            id="open TOML",
        ),
        pytest.param(
            "+++\na = 1\ntitle = A day\n+++\n",
            "the front matter is not valid TOML at line 3: invalid value",
            id="TOML",
        ),
        pytest.param(
            f"---\ntitle: {'[' * 50_000}\n---\n", "the front matter nests too deeply at line 2", id="nested brackets"
        ),
        pytest.param(
            f"---\ntitle: A day\ntags:\n {'- ' * 40_000}x\n---\n",
            "the front matter nests too deeply at line 4",
            id="nested lists",
        ),
        pytest.param(
            "---\ntitle:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 120)) + "---\n",
            "the front matter nests too deeply at line 102",
            id="nested mappings",
        ),
        pytest.param(
            f"---\ntitle: {'a' * MAX_LENGTH}\n---\n",
            "the front matter is longer than 200,000 characters",
            id="too long",
        ),
    ],
)
def test_broken_front_matter(source: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read("story.md", source)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "a: &a [x, x]\n"
            + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)),
            id="aliases",
        ),
        pytest.param("t: " + "[" * 98 + "[a], " * 30_000 + "]" * 98, id="brackets"),
        pytest.param("t:\n " + "- " * 98 + "x" + "\n - x" * 30_000, id="nested lists"),
        pytest.param("k: v\n" * 30_000, id="many keys"),
        pytest.param("title: '" + "''" * 90_000 + "'", id="escapes"),
        pytest.param("title: |\n" + "  a\n\n" * 20_000, id="paragraphs"),
    ],
)
def test_hostile_front_matter_ends_soon(content: str) -> None:
    start = time.process_time()
    read("story.md", f"---\n{content}\n---\n")
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "source",
    [
        pytest.param('{\n\t"title": "Pier \\"shut\\"",\n\t"date": "2031-05-04",\n\t"tags": ["a b"]\n}\n', id="braces"),
        pytest.param(';;;\n"title": "Pier \\"shut\\"",\n"date": "2031-05-04"\n;;;\n', id="semicolons"),
        pytest.param(';;;\n{"title": "Pier \\"shut\\"", "date": "2031-05-04"}\n;;;\n', id="semicolons and braces"),
        pytest.param('---json\n{"title": "Pier \\"shut\\"", "date": "2031-05-04"}\n---\n', id="named"),
        pytest.param("---toml\ntitle = 'Pier \"shut\"'\ndate = 2031-05-04\n---\n", id="TOML, named"),
        pytest.param('---yaml\ntitle: Pier "shut"\ndate: May 4th, 2031\n---\n', id="YAML, named"),
    ],
)
def test_other_syntaxes(source: str) -> None:
    document = read("story.md", source + "\nThe body.\n")
    blocks = [(block.kind, block.field, document.text[slice(*block.span)]) for block in document.blocks]
    assert blocks == [("headline", "title", 'Pier "shut"'), ("paragraph", None, "The body.")]
    assert str(document.meta.published) == "2031-05-04"
    place = document.source_span(document.blocks[0].span)
    assert document.source[slice(*place)].replace("\\", "") == 'Pier "shut"'


@pytest.mark.parametrize(
    "source",
    [
        '{"a": 1} is a set.\n',
        "{\n  not so\n}\n",
        "{% include a %}\nIt was.\n",
        ";;;\nIt was.\n;;;\n",
        "{: .a}\nIt was.",
    ],
)
def test_braces_that_are_no_front_matter(source: str) -> None:
    assert all(block.field is None for block in read("story.md", source).blocks)


def test_broken_json_is_named() -> None:
    with pytest.raises(FormatError, match="not valid JSON at line 3"):
        read("story.md", ';;;\n{"title": "x",\n;;;\nIt was.\n')


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("We [said so](https://a.example/x) then.", "We said so then."),
        ('It <i class="x">was</i> so.', "It \ufffcwas\ufffc so."),
        ('See [it <i class="x"></i>](/a).', "See it \ufffc."),
        ("If a < b and c > d.", "If a < b and c > d."),
        ("He [sic] said (so).", "He [sic] said (so)."),
    ],
)
def test_markup_in_a_value(written: str, expected: str) -> None:
    document = read("story.md", f"---\nexcerpt: '{written}'\n---\n")
    assert document.text == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("title: |\n  The pier\n  shuts\n", "The pier\nshuts"),
        ("title: >-\n  The pier\n  shuts\n", "The pier\nshuts"),
        ("title: |2\n    The pier\n   shuts\n", "The pier\nshuts"),
        ("description: >\n  The pier\n  shuts.\n\n  It is old.\n", "The pier\nshuts.\n\nIt is old."),
    ],
)
def test_block_scalars_are_exact(source: str, expected: str) -> None:
    document = read("story.md", f"---\n{source}---\n")
    assert document.text == expected
    for segment in document.segments:
        if not segment.atomic:
            assert document.source[slice(*segment.source)] == document.text[slice(*segment.text)]


@pytest.mark.parametrize("name", ["tags", "categories", "keywords", "topics"])
def test_lists_of_labels_are_no_prose(name: str) -> None:
    for value in (" [old pier, new pier]", "\n  - old pier\n  - new pier", " old pier"):
        assert read("story.md", f"---\n{name}:{value}\n---\nIt was.\n").text == "It was."
    assert read("story.md", f'+++\n[taxonomies]\n{name} = ["old pier"]\n+++\nIt was.\n').text == "It was."
