"""The same prose gives the same findings in every format, and every place of a finding is exact in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from html import escape
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copylint.document import Document, Place
from copylint.engine import RuleSet, lint
from copylint.fix import Read, fixed
from copylint.formats import FormatError, builtin_formats
from copylint.plugins import registry
from copylint.rule import Chosen, Finding
from copylint.testing import marked
from tests.strategies import choices, markup, prose
from tests.writers import write_html, write_markdown, write_plain

READERS = {one.name: one.read for one in builtin_formats()}
_SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))

# Copy with the faults that rules look for, and sound copy beside it; both in all the forms that the formats write
# in a way of their own: quotes, entities, dashes, signs.
FAULTS = """\
they met in the the square
he knew that that was had had
the co-operation of two ports, their coordination and a co-ordinated plan
one pre-eminent and one preeminent guest, two email lists and an e-mail
a re-entry, then a reentry
so far, “Cavusoglu said.
“we will pay, “ she said
she said: “nobody knows.
it was over” he said
he called it “ a good day ”
he called it "a good day” and “a bad one"
the ''quoted'' and the ``ticked'' word
‘one inner mark’ and “another mark”
it fell 10% to 66 from 60
profits rose 5 per cent to 120 million from 110 million
5 percent here, 6 per cent there and 7% elsewhere
they met on Monday, 6 February 2020, and on Friday, 14 March 2026
on 31 February 2020 and on Feb. 30, 2019
Ingrid Solberg, 43, left and Ingrid Solberg, 44, stayed
Mr Pawel Ostrowski met Ostrowski, and Mr Ostrovski met Ostrowski
he threatened to leave the talks if they did not leave the talks
the report is due including by January
between 5 to 10 ships and between 30 and 20 tons
both of the three ships
either the tug and the ferry
an ship and a hour, a apple and an unit
a café and a cafe, in the café
the organisation was organized by the organisers
a 5-year plan, a highly-regarded pilot and a three and four-year term
two-and three-year terms
a well -known and a well- known man
ten ships ,and more ;then less.Next
a pause.. and a stop,, then
one (open bracket and one closed]
10 miles (16 km) and 10 miles (25 km)
of 100 ships, 60 are new and 30 are old
the 1950-1915 war and the 1914-18 war
Paris beat Paris
TK and XXX and lorem ipsum
â€™ and Ã© and Â£5
&amp; and &nbsp; and <b>bold</b> and **bold**
Read more: Sign up to our newsletter
© 2020 The Herald. All rights reserved.
Photo: Getty
US ships, U.S. ships and US sailors
the World Health Board (WHB) and the World Health Board (WHB)
the W.H.B. said
$5m and $5 million, 1,000 and 1000 ships, ten and 10 ships
at 9am, at 9 a.m. and at 09:00
the Government and the government
wait ... and wait… and wait....
a dash - here, a dash – there and a dash—too
the year-on-year and year on year rise
more unanimous and very unique
prices fell up""".split("\n")  # fmt: skip

_pieces = st.one_of(st.sampled_from(FAULTS), st.sampled_from(FAULTS), prose.map(lambda some: some[0]))


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(_pieces, min_size=1, max_size=4))
    ends = draw(st.lists(st.sampled_from([". So ", ", ", " and ", " then\nand "]), min_size=4, max_size=4))
    return "So " + "".join(piece + end for piece, end in zip(pieces, ends, strict=False)) + "it was."


faulty = st.lists(st.one_of(_paragraph(), st.sampled_from(["Share this story.", "The story continues below."])), min_size=1, max_size=4)  # fmt: skip


class Told(NamedTuple):
    """A finding without what only one format can know."""

    rule: str
    block: int
    start: int
    end: int
    message: str
    evidence: tuple[tuple[int, int, str], ...]


@cache
def rule_set(layout: bool) -> RuleSet:
    """The rules that are on by default, with those about the white space of the source or without."""
    return RuleSet(
        Chosen(rule, rule.severity, rule.options)
        for rule in registry().rules.values()
        if rule.default == "on" and (layout or not rule.layout)
    )


def told(document: Document) -> list[Told]:
    linted = lint(document, rule_set(layout=False))
    assert linted.failures == ()
    starts = [block.span.start for block in document.blocks]

    def inside(place: Place) -> tuple[int, int, int]:
        index = sum(start <= place.span.start for start in starts) - 1
        return index, place.span.start - starts[index], place.span.end - starts[index]

    return [
        Told(one.rule, *inside(one.place), one.message, tuple(
            (inside(other.place)[0], inside(other.place)[1], other.label) for other in one.evidence
        ))
        for one in linted.findings
    ]  # fmt: skip


@_SLOW
@given(paragraphs=faulty, chosen=choices)
def test_the_same_prose_gives_the_same_findings(paragraphs: list[str], chosen: list[bool]) -> None:
    plain = told(READERS["text"]("story", write_plain(paragraphs, chosen)))
    assert plain == told(READERS["markdown"]("story", write_markdown(paragraphs, chosen)))
    assert plain == told(READERS["html"]("story", write_html(paragraphs, chosen)))


@pytest.mark.parametrize("phrase", FAULTS)
def test_each_fault_is_the_same_in_every_format(phrase: str) -> None:
    paragraphs = [f"So {phrase}, it was.", "The ferry left at noon.", f"Then {phrase} and it was."]
    for chosen in ([], [True] * 200, [True, False, False] * 80):
        plain = told(READERS["text"]("story", write_plain(paragraphs, chosen)))
        assert plain == told(READERS["markdown"]("story", write_markdown(paragraphs, chosen)))
        assert plain == told(READERS["html"]("story", write_html(paragraphs, chosen)))


@pytest.mark.parametrize(
    "paragraph",
    ['So it is ` it was. then\nand So "` it was.. So it was.', 'It ran (`so "that\nit was" so`) and so it was..'],
)
def test_code_goes_over_the_end_of_a_line_in_every_format(paragraph: str) -> None:
    """In a page the end of a line is a space."""
    paragraphs = ["So they met in the the square. So it was.", paragraph]
    plain = told(READERS["text"]("story", write_plain(paragraphs)))
    assert plain == told(READERS["markdown"]("story", write_markdown(paragraphs)))
    assert plain == told(READERS["html"]("story", write_html(paragraphs)))


def test_the_phrases_hold_what_rules_find() -> None:
    """Without findings the tests above would prove nothing."""
    found: Counter[str] = Counter()
    for phrase in FAULTS:
        document = READERS["text"]("story", write_plain([f"So {phrase}, it was."]))
        found.update({one.rule.partition("/")[0] for one in told(document)})
    assert {pack for pack, number in found.items() if number} >= {
        "boilerplate", "consistency", "contradiction", "garbled", "hyphenation", "quotes", "spacing"
    }  # fmt: skip
    assert sum(found.values()) > 30


def _with_entities(paragraphs: list[str]) -> str:
    names = {
        "“": "&ldquo;",
        "”": "&rdquo;",
        "‘": "&lsquo;",
        "’": "&rsquo;",
        '"': "&quot;",
        "'": "&#39;",
        "–": "&ndash;",
    }
    written = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in paragraphs]
    return "".join("<p>" + "".join(names.get(one, one) for one in text) + "</p>\n" for text in written)


@pytest.mark.parametrize("phrase", [phrase for phrase in FAULTS if "&nbsp;" not in phrase])
def test_what_can_be_fixed_can_be_fixed_where_entities_stand(phrase: str) -> None:
    paragraphs = [f"So {phrase}, it was.", "The ferry left at noon."]
    rules = rule_set(layout=False)
    copies = []
    for name, source in (("text", write_plain(paragraphs)), ("html", _with_entities(paragraphs))):
        reader = READERS[name]

        def linted(source: str, reader: Callable[[str, str], Document] = reader) -> Read:
            document = reader("story", source)
            return Read(document, lint(document, rules).findings)

        outcome = fixed(linted(source), linted, unsafe=True)
        copies.append(reader("story", outcome.text).text)
    assert copies[0] == copies[1]


def assert_exact(document: Document, findings: tuple[Finding, ...]) -> None:
    """Every place of every finding tells the truth about the source."""
    order = [(one.place.start.offset, one.place.end.offset, one.rule) for one in findings]
    assert order == sorted(order)
    for finding in findings:
        edits = finding.fix.edits if finding.fix is not None else ()
        places = [finding.place, *(one.place for one in finding.evidence), *(one.place for one in edits)]
        for place in places:
            assert isinstance(place, Place)
            assert 0 <= place.span.start <= place.span.end <= len(document.text)
            start, end = place.start.offset, place.end.offset
            assert 0 <= start <= end <= len(document.source)
            assert place.text == document.source[start:end] == place.excerpt.marked
            for position in (place.start, place.end):
                assert position == document.position(position.offset)
                assert offset_of(document.source, position.line, position.column) == position.offset


def offset_of(source: str, line: int, column: int) -> int:
    """Where a line and a column are, told without the document's own index of lines."""
    parts = re.split("(\r\n|\r|\n)", source)
    at = sum(map(len, parts[: 2 * (line - 1)]))
    return at + column - 1


@_SLOW
@given(
    name=st.sampled_from(sorted(READERS)),
    pieces=st.lists(st.one_of(markup, st.sampled_from([*FAULTS, " ", "\n\n", "\r\n"])), max_size=12),
)
def test_every_place_of_a_finding_is_exact(name: str, pieces: list[str]) -> None:
    try:
        document = READERS[name]("story", "".join(pieces))
    except FormatError:
        return
    linted = lint(document, rule_set(layout=True))
    assert linted.failures == ()
    assert_exact(document, linted.findings)


@pytest.mark.parametrize(
    "label", ["Advertisement", "ADVERTISEMENT", "Story continues below", "Share this story", "Read more"]
)
def test_a_label_of_the_page_is_a_paragraph_in_every_format(label: str) -> None:
    paragraphs = ["It was late, and the pier was shut.", label, "Nobody was there.", label, "The boats had left."]
    written = {"text": write_plain(paragraphs), "markdown": write_markdown(paragraphs), "html": write_html(paragraphs)}
    for name, source in written.items():
        assert [block.kind for block in READERS[name]("story", source).blocks] == ["paragraph"] * 5


@pytest.mark.parametrize("pack", sorted(registry().packs))
def test_where_html_is_wrapped_changes_no_finding(pack: str) -> None:
    """Each example with each word on a line of its own: to a browser, and so to a rule, that is a space."""
    for rule in registry().packs[pack].rules:
        for example in rule.examples:
            if example.format != "text" or example.options or example.bad is None:
                continue
            paragraphs = [one.strip() for one in marked(example.bad).source.split("\n\n") if one.strip()]
            if any("\n" in one for one in paragraphs):
                continue
            chosen = RuleSet([Chosen(rule, rule.severity, rule.options)])

            def found(end: str, paragraphs: list[str] = paragraphs, chosen: RuleSet = chosen) -> list[str]:
                written = "".join(f"<p>{escape(one, quote=False).replace(' ', end)}</p>" for one in paragraphs)
                findings = lint(READERS["html"]("story", written), chosen).findings
                return [" ".join(one.place.text.split()) for one in findings]

            assert found(" ") == found("\n") == found("\r\n\t"), (rule.id, example.bad)
