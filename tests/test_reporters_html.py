"""The proof page: what is marked, what links where, and that nothing in it can do harm."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.reporters import FileReport, Report
from copylint.rule import Evidence, Failure, Fix, Rule
from tests.reporting import TALKS, document, finding, one, place, render, span, talks

_VOID = {"meta", "input"}
HOSTILE = "\x00\x1b[2J\x9b\u202e\ud800<script>alert(1)</script>\"' onload=x '&amp; --> ]]> </style>"


class Page(HTMLParser):
    """The page taken apart; a tag that is not closed in order is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.names: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.copy: list[str] = []
        self.marked: dict[str, str] = {}
        self._copy_depth = 0
        self._skip_depth = 0
        self._marks: list[tuple[int, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.names += given
        if identity := given.get("id"):
            self.ids.append(identity)
        if href := given.get("href"):
            self.links.append(href)
        if tag in _VOID:
            return
        self.open.append(tag)
        if tag == "div" and given.get("class") == "copy":
            self._copy_depth = len(self.open)
            self.copy.append("")
        if tag == "sup":
            self._skip_depth = len(self.open)
        if self._copy_depth and identity:
            self._marks.append((len(self.open), identity))
            self.marked[identity] = ""

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1] == tag
        if len(self.open) == self._copy_depth:
            self._copy_depth = 0
        if len(self.open) == self._skip_depth:
            self._skip_depth = 0
        if self._marks and self._marks[-1][0] == len(self.open):
            self._marks.pop()
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self._copy_depth and not self._skip_depth:
            self.copy[-1] += data
            for _, identity in self._marks:
                self.marked[identity] += data


def page(report: Report) -> Page:
    return Page(render("html", report))


def proofed(source: str, *spans: tuple[int, int]) -> Report:
    doc = document(source)
    found = sorted((finding(span(doc, *one)) for one in spans), key=lambda item: (item.place.start, item.place.end))
    return Report((FileReport(doc.path, tuple(found), source=source),))


def test_the_faults_and_their_evidence_are_marked_and_linked_both_ways() -> None:
    found = page(talks())
    assert found.copy == [
        "TALKS RESUME",
        "“We must re-enter the talks, “the minister told reporters on Monday, before she left for the coast.",
        "She had re-entered parliament in May. Her reentry was short, and a re-election followed in June.",
    ]
    assert found.marked == {
        "e2-2-1": "re-enter",
        "m2-1": ", “",
        "e2-2-2": "re-entered",
        "m2-2": "reentry",
        "e2-2-3": "re-election",
    }
    assert [link for link in found.links if re.match("#[fme]", link)] == [
        *("#f2-2", "#f2-1", "#m2-1"),  # the second paragraph: evidence, fault; its note
        *("#f2-2", "#f2-2", "#f2-2", "#m2-2", "#e2-2-1", "#e2-2-2", "#e2-2-3"),
    ]


def test_every_link_leads_to_one_place() -> None:
    found = page(talks())
    assert sorted(found.ids) == sorted(set(found.ids))
    assert [link for link in found.links if link.removeprefix("#") not in found.ids] == []


def test_notes_stand_beside_their_paragraph() -> None:
    rows = re.split("<div class=(?=row|.row)", render("html", talks()))[1:]
    assert [re.findall("<li class=.note [^>]* id=([^ ]+)", row) for row in rows] == [[], ["f2-1"], ["f2-2"]]


def test_evidence_in_another_file_is_marked_there() -> None:
    here, there = document("owl", "a.txt"), document("Owls here", "b.txt")
    found = finding(place(here, "owl"), evidence=(Evidence(place(there, "Owls"), "owls"),))
    report = Report((FileReport("a.txt", (found,), source="owl"), FileReport("b.txt", source="Owls here")))
    assert page(report).marked == {"m1-1": "owl", "e1-1-1": "Owls"}
    assert 'aria-label="Evidence of note 1 in a.txt">↗1</a>' in render("html", report)


def test_without_the_source_the_lines_of_the_fault_are_shown() -> None:
    report = talks()
    report = report._replace(files=tuple(file._replace(source=None) for file in report.files))
    found = page(report)
    assert found.marked == {"m2-1": ", “", "m2-2": "reentry"}
    assert found.copy == [line for line in TALKS.split("\n") if line][1:]
    assert [link for link in found.links if link.removeprefix("#") not in found.ids] == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one\n\ntwo\n", ["one", "two"]),
        ("one\ntwo\n\n\nthree", ["one\ntwo", "three"]),
        ("\n\n  one\n", ["  one"]),
        ("long " * 30 + "\nnext\n", [("long " * 30), "next"]),
        ("one\r\ntwo\r\rthree\r\n", ["one\ntwo", "three"]),
    ],
    ids=["blank lines", "hard wrapped", "at the start", "one paragraph a line", "other line ends"],
)
def test_paragraphs(source: str, expected: list[str]) -> None:
    start = len(source) - len(source.lstrip())
    assert [copy.rstrip() for copy in page(proofed(source, (start, start + 1))).copy] == [
        copy.rstrip() for copy in expected
    ]


@given(
    st.text(alphabet="ab <&\"'\n\r\t“é👍\u202e\x1b", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=6),
)
def test_the_copy_is_the_source_whatever_is_marked(source: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(min(a, b, len(source)), min(max(a, b), len(source))) for a, b in pairs]
    found = page(proofed(source, *spans))
    shown = "".join(found.copy).replace("↵", "")
    written = source.replace("\x1b", "␛").replace("\u202e", "\\u{202e}")
    assert "".join(shown.split()) == "".join(written.split())
    assert sorted(found.marked) == sorted(f"m1-{number}" for number in range(1, len(spans) + 1))
    assert len([link for link in found.links if link.startswith("#f")]) == len(spans)


def test_nothing_can_do_harm() -> None:
    doc = document(f"a {HOSTILE} owl", HOSTILE)
    where = place(doc, "owl")
    found = finding(
        where,
        rule=HOSTILE,
        message=HOSTILE,
        evidence=(Evidence(place(doc, HOSTILE), HOSTILE),),
        counts={HOSTILE: 1},
        suggestions=(HOSTILE,),
        url="javascript:alert(1)",
    )
    rule = Rule(summary=HOSTILE, why=HOSTILE, message=HOSTILE, check=lambda document, options: ())
    for source in (doc.source, None):
        file = FileReport(HOSTILE, (found,), (Failure("rule", HOSTILE, HOSTILE, HOSTILE),), source=source)
        report = Report((file, FileReport(HOSTILE + "2")), rules={HOSTILE: rule})
        text = render("html", report)
        shown = Page(text)
        assert "script" not in shown.tags
        assert [name for name in shown.names if name.startswith("on") or name in ("style", "src")] == []
        assert [link for link in shown.links if not link.startswith("#")] == []
        assert [character for character in text if not character.isprintable() and character != "\n"] == []
        text.encode()


def test_only_web_addresses_are_links() -> None:
    shown = page(one(place(document("owl"), "owl"), url="https://example.org/?a=1&b=2"))
    assert [link for link in shown.links if not link.startswith("#")] == ["https://example.org/?a=1&b=2"]


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    text = render("html", talks())
    sheet = text[text.index("<style>") + 7 : text.index("</style>")]
    digest = b64encode(sha256(sheet.encode()).digest()).decode()
    policy = re.search('Content-Security-Policy content="([^"]*)"', text)
    assert policy is not None
    assert policy[1] == (f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
    assert "url(" not in sheet
    assert "@import" not in sheet


def test_each_filter_has_its_box() -> None:
    found = page(talks())
    text = render("html", talks())
    named = set(re.findall(r"body:has\(#([\w-]+):", text))
    assert named == {"s-error", "s-warning", "r0", "r1"}
    assert named - set(found.ids) == set()


def test_a_clean_run_needs_no_filters() -> None:
    found = page(Report((FileReport("a.txt"), FileReport("b.txt"))))
    assert ("form" in found.tags, "article" in found.tags) == (False, False)


def test_a_cure_is_shown() -> None:
    doc = document("An owl sat.")
    written = render("html", one(place(doc, "sat"), suggestions=("sits",), fix=Fix("safe", ())))
    deleted = render("html", one(place(doc, "sat"), suggestions=("",)))
    assert "<p class=cure>Write <ins>sits</ins></p>" in written
    assert "<p class=cure>Delete <del>sat</del></p>" in deleted


def test_the_index_has_a_column_for_what_there_is() -> None:
    heads = re.findall("<th scope=col[^>]*>([^<]*)", render("html", talks()))
    assert heads == ["File", "errors", "warnings", "failures"]
    doc = document("An owl.\n", "a.txt")
    calm = Report((FileReport("a.txt", (finding(place(doc, "owl")),)), FileReport("b.txt")))
    assert re.findall("<th scope=col[^>]*>([^<]*)", render("html", calm)) == ["File", "warnings"]
