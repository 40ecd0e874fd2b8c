"""Template tags, shortcodes and directions of site generators are no prose, and do not spoil what stands around."""

from __future__ import annotations

import time

import pytest

from copylint.formats.html import read as read_html
from copylint.formats.markdown import read as read_markdown
from copylint.formats.templates import without_directions, without_templates
from tests.documents import texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('See [the map]({{< ref "map.md" >}}).', ["See the map."], id="an address"),
        pytest.param("See [it]({{ site.baseurl }}/map) now.", ["See it now."], id="part of an address"),
        pytest.param("![A map]({{ site.url }}/a.png)", ["A map"], id="an image"),
        pytest.param("The {{ page.kind }} **{{ x }}** left.", ["The \ufffc \ufffc left."], id="within a line"),
        pytest.param("{% if late %}\nIt was late.\n{% endif %}", ["It was late."], id="lines of their own"),
        pytest.param(
            "{% comment %}\nNo one reads it.\n\nNor this.\n{% endcomment %}\nRead.", ["Read."], id="a comment"
        ),
        pytest.param("{% highlight py %}\nx = 1\n{% endhighlight %}\n\nRead.", ["Read."], id="code"),
        pytest.param("{{< highlight go >}}\nx = 1\n{{< /highlight >}}\n\nRead.", ["Read."], id="code of Hugo"),
        pytest.param("{{% quote %}}\nSaid so.\n{{% /quote %}}", ["Said so."], id="around prose"),
        pytest.param("{{/* a note */}}\nRead. {# for us #}\n", ["Read. \ufffc"], id="notes"),
        pytest.param("{/* a note */}\n\nRead.", ["Read."], id="notes of MDX"),
        pytest.param("{: .lead}\nRead.\n{: #top .x}", ["Read."], id="attributes of a paragraph"),
        pytest.param("## Next{: .x}\n\n* TOC\n{:toc}\n", ["Next", "TOC"], id="attributes of a heading"),
        pytest.param("A {: brace is\nopen.", ["A {: brace is\nopen."], id="no attributes"),
        pytest.param("[TOC]\n\n[[_TOC_]]\n\nRead.", ["Read."], id="a table of contents"),
        pytest.param(":::tip[Mind]\nRead.\n:::\n\nMore.", ["Read.", "More."], id="a container"),
        pytest.param("::: warning\nRead.\n\nMore.\n:::", ["Read.", "More."], id="a container of paragraphs"),
        pytest.param('!!! note "Mind"\n    Read.\n\n    More.\n\nEnd.', ["Read.", "More.", "End."], id="an admonition"),
        pytest.param("??? tip\n    Read.\n", ["Read."], id="a folded admonition"),
        pytest.param("Stop!!! note the time\nnow.", ["Stop!!! note the time\nnow."], id="no admonition"),
        pytest.param("He said {{ and left.", ["He said {{ and left."], id="never closed"),
        pytest.param(
            "The <%= kind %> left.\n\n<% if late %>\nRead.\n<% end %>", ["The \ufffc left.", "Read."], id="ERB"
        ),
    ],
)
def test_markdown(source: str, expected: list[str]) -> None:
    assert texts(read_markdown("story.md", source)) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("<title>{{ page.title }}</title><p>Read.", ["Read."], id="alone"),
        pytest.param('<p>See <a href="{{ "x" | url }}">it</a>.', ["See it."], id="in an attribute"),
        pytest.param("{% for a in b %}<p>Read.</p>{% endfor %}", ["Read."], id="between elements"),
        pytest.param("<p {% if x %}class='y'{% endif %}>Read {{ x }}.", ["Read \ufffc."], id="within a tag"),
        pytest.param("<p>Read.</p>{# <p>Not this.</p> #}", ["Read."], id="a comment"),
        pytest.param("{{- $a := `<p>x</p>` -}}\n<p>Read.", ["Read."], id="markup in a tag"),
        pytest.param("<% if a > b %><p>Read <%= x %>.</p><% end %>", ["Read \ufffc."], id="ERB"),
        pytest.param(
            '<p>Read.</p>\n[[{"type":"media","view":{"alt":"A \\"quay\\""}}]]\n<p>On.', ["Read.", "On."], id="Drupal"
        ),
        pytest.param("<p>Lists [[1, 2], [{3}]] and 5 <% of 6.", ["Lists [[1, 2], [{3}]] and 5 <% of 6."], id="no tags"),
    ],
)
def test_html(source: str, expected: list[str]) -> None:
    assert texts(read_html("story.html", source)) == expected


def test_places_beside_a_tag() -> None:
    source = "<p>The {{ x }} the end, and [it]({{ y }}).</p>\n"
    for read in (read_html, read_markdown):
        document = read("story", source)
        for segment in document.segments:
            if not segment.atomic:
                assert source[slice(*segment.source)] == document.text[slice(*segment.text)]
        assert "\ufffc the end" in document.text


def test_masks_keep_the_length() -> None:
    text = "A {{ b }} c\n{% d %}\n{% comment %}\nx\n{% endcomment %}\n[TOC]\n!!! note x\n    y\n"
    masked, holes = without_templates(text)
    assert len(masked) == len(text)
    assert [text[slice(*hole)] for hole in holes] == ["{{ b }}"]
    assert len(without_directions(masked)) == len(text)
    assert [at for at, one in enumerate(masked) if one == "\n"] == [at for at, one in enumerate(text) if one == "\n"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{{ " * 100_000, id="openings"),
        pytest.param("{% comment %} " * 20_000, id="comments"),
        pytest.param("{: " * 100_000 + "}", id="attributes"),
        pytest.param("<% [[{ " * 50_000, id="other openings"),
        pytest.param("{{ x }}" * 50_000, id="tags"),
        pytest.param(":::\n" * 50_000 + "!!! a\n" * 50_000, id="directions"),
    ],
)
def test_hostile_tags_end_soon(source: str) -> None:
    start = time.process_time()
    without_directions(without_templates(source)[0])
    assert time.process_time() - start < 5
