"""Fixes: what is applied, what is withheld, and that a second run changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.annotate.quotations import quoted_spans
from copylint.config import Choices, Configuration
from copylint.document import Document, Span
from copylint.engine import RuleSet, lint
from copylint.fix import Fixed, Read, edited, fixed
from copylint.formats import FormatError, builtin_formats
from copylint.plugins import registry
from copylint.rule import Chosen, Edit, Match, Rule

READERS = {one.name: one.read for one in builtin_formats()}


def _swap(rule_id: str, pairs: Mapping[str, str], safe: bool = True) -> Rule:
    """A rule that writes one word for another."""

    def check(document: Document, options: object) -> list[Match]:
        found = []
        for wrong, right in pairs.items():
            for match in re.finditer(rf"\b{wrong}\b", document.text):
                found.append(Match(Span(match.start(), match.end()), suggestions=(right,)))
        return found

    return Rule(summary="", why="", message="{match}", check=check, fix="safe" if safe else "unsafe", id=rule_id)


def _lint(rules: list[Rule], format: str) -> Callable[[str], Read | None]:
    chosen = RuleSet([Chosen(rule, rule.severity, rule.options) for rule in rules])

    def read(source: str) -> Read | None:
        try:
            document = READERS[format]("story", source)
        except FormatError:
            return None
        return Read(document, lint(document, chosen).findings)

    return read


def _fixed(source: str, *rules: Rule, format: str = "text", unsafe: bool = False) -> Fixed:
    read = _lint(list(rules), format)
    first = read(source)
    assert first is not None
    return fixed(first, read, unsafe=unsafe)


TEH = _swap("a/teh", {"teh": "the"})


@pytest.mark.parametrize(
    ("format", "source", "text"),
    [
        ("text", "teh ship and teh boat", "the ship and the boat"),
        ("text", "teh ship\r\nand teh boat\r\n", "the ship\r\nand the boat\r\n"),
        ("markdown", "# teh *ship*\n\n`teh` and **teh** boat", "# the *ship*\n\n`teh` and **the** boat"),
        ("html", "<p title='teh'>teh &amp; teh</p>", "<p title='teh'>the &amp; the</p>"),
        ("markdown", "---\ntitle: teh ship\n---\n\nteh boat\n", "---\ntitle: the ship\n---\n\nthe boat\n"),
        ("text", "He said: “teh ship.” And teh boat.", "He said: “teh ship.” And the boat."),
    ],
)
def test_safe_fixes_are_applied(format: str, source: str, text: str) -> None:
    outcome = _fixed(source, TEH, format=format)
    assert outcome.text == text
    assert outcome.withheld == ()


def test_unsafe_fixes_are_applied_only_if_asked_for() -> None:
    rule = _swap("a/teh", {"teh": "the"}, safe=False)
    assert _fixed("teh ship", rule).text == "teh ship"
    assert _fixed("teh ship", rule, unsafe=True).text == "the ship"


def test_of_two_that_overlap_the_first_is_applied_and_the_other_has_its_turn() -> None:
    outcome = _fixed(
        "teh big shpi", _swap("a/phrase", {"teh big": "the big"}), _swap("b/phrase", {"big shpi": "big ship"})
    )
    assert outcome.text == "the big ship"
    assert [finding.rule for finding in outcome.applied] == ["a/phrase", "b/phrase"]


@pytest.mark.parametrize("source", ["red", "green", "red green", "red and teh boat"])
def test_fixes_that_undo_each_other_are_withheld(source: str) -> None:
    rules = [_swap("a/red", {"red": "green"}), _swap("b/green", {"green": "red"}), TEH]
    outcome = _fixed(source, *rules)
    assert _fixed(outcome.text, *rules).text == outcome.text
    assert {one.finding.rule for one in outcome.withheld} <= {"a/red", "b/green"}
    assert outcome.withheld != ()


def test_a_rule_that_never_has_enough_ends() -> None:
    rule = _swap("a/red", {"red": "blue", "blue": "red"})
    outcome = _fixed("red", rule)
    assert outcome.text == "red"
    assert outcome.withheld[0].why == "it and another fix undo each other"


def test_a_fix_that_brings_a_finding_is_withheld_and_the_others_are_not() -> None:
    outcome = _fixed(
        "teh ship is nice and teh boat",
        TEH,
        _swap("a/nice", {"nice": "pink"}),
        _swap("b/pink", {"pink": "rose"}),
    )
    assert outcome.text == "the ship is nice and the boat"
    assert [(one.finding.rule, one.why) for one in outcome.withheld] == [
        ("a/nice", "it would bring a finding of b/pink")
    ]


@pytest.mark.parametrize(
    ("format", "source", "replacement"),
    [
        ("markdown", "---\ntitle: One ship\n---\n\nA boat.\n", "Ahoy: a"),
        ("markdown", "One ship and a boat.\n", "*a*"),
        ("html", "<p>One ship</p>", "<b>a</b>"),
        ("markdown", "One ship.\n", "\n\n# A"),
    ],
)  # fmt: skip
def test_a_fix_that_breaks_the_markup_is_withheld(format: str, source: str, replacement: str) -> None:
    outcome = _fixed(source, _swap("a/one", {"One": replacement}), format=format)
    assert outcome.text == source
    assert len(outcome.withheld) == 1


@pytest.mark.parametrize("source", ["““‘'\"'90s“", "'90s”''“‘said“"])
def test_a_fix_that_was_withheld_has_another_turn_when_the_text_has_changed(source: str) -> None:
    """Found by fuzzing: the room that one fix wants is made by the next, or by one that was withheld as well."""
    rules = [one.rule for one in Configuration(registry(), Choices(isolated=True)).for_file("a.html").chosen]
    outcome = _fixed(source, *rules, format="html")
    assert _fixed(outcome.text, *rules, format="html").text == outcome.text


def test_a_finding_with_several_edits_is_fixed_whole_or_not_at_all() -> None:
    def check(document: Document, options: object) -> list[Match]:
        at = document.text.find("alpha")
        end = document.text.find("omega")
        if at < 0 or end < 0:
            return []
        edits = (Edit(Span(at, at + 5), "first"), Edit(Span(end, end + 5), "last"))
        return [Match(Span(at, at + 5), edits=edits)]

    rule = Rule(summary="", why="", message="", check=check, fix="safe", id="z/pair")
    assert _fixed("alpha to omega", rule).text == "first to last"
    first = _swap("a/alpha", {"alpha": "Alpha"})
    assert _fixed("alpha to omega", first, rule).text == "Alpha to omega"


def test_edits_are_applied_from_the_end_and_twice_the_same_is_once() -> None:
    read = _lint([TEH], "text")("teh teh")
    assert read is not None
    edits = [edit for finding in read.findings for edit in finding.fix.edits]  # type: ignore[union-attr]
    assert edited("teh teh", edits + edits) == "the the"


WORDS = st.sampled_from(["red", "green", "blue", "teh", "“teh", "red”", "red.", "\n", "\n\n", "a", "*red*", "\r\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["text", "markdown", "html"]))
def test_a_second_run_changes_nothing_and_no_quoted_word(words: list[str], format: str) -> None:
    source = " ".join(words)
    rules = [
        TEH,
        _swap("a/red", {"red": "green"}),
        _swap("b/green-blue", {"green blue": "blue"}),
        _swap("c/blue", {"blue": "a"}),
        _swap("d/a-a", {"a a": "red"}),
    ]
    outcome = _fixed(source, *rules, format=format)
    assert _fixed(outcome.text, *rules, format=format).text == outcome.text


NEWS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
SAMPLE = [
    path
    for folder in ("digitalgov_pd", "reuters21578", "wikinews_gum")
    for path in sorted((NEWS / folder).glob("*"))[::50]
    if path.suffix in (".md", ".txt")
]


@pytest.mark.skipif(not SAMPLE, reason="the news is not there")
@pytest.mark.parametrize(("style", "unsafe"), [(None, False), (None, True), ("govuk", True)])
def test_news_is_fixed_once_and_for_all(style: str | None, unsafe: bool) -> None:
    configuration = Configuration(registry(), Choices(style=style, isolated=True))
    chosen = RuleSet(configuration.for_file("a.txt").chosen)

    def lint_as(format: str) -> Callable[[str], Read]:
        def read(source: str) -> Read:
            document = READERS[format]("story", source)
            return Read(document, lint(document, chosen).findings)

        return read

    for path in SAMPLE:
        read = lint_as("markdown" if path.suffix == ".md" else "text")
        before = read(path.read_text(encoding="utf-8"))
        outcome = fixed(before, read, unsafe=unsafe)
        after = read(outcome.text)
        assert fixed(after, read, unsafe=unsafe).text == outcome.text, path.name
        found = {finding.rule for finding in after.findings} - {finding.rule for finding in before.findings}
        assert found == set(), path.name
        if not unsafe:
            assert _quoted(after.document) == _quoted(before.document), path.name


def _quoted(document: Document) -> list[str]:
    return [
        word for span in quoted_spans(document) for word in re.findall(r"[^\W_]+", document.text[span.start : span.end])
    ]


REFERENCES = _swap("a/reference", {})._replace(
    check=lambda document, options: [
        Match(Span(*found.span()), suggestions=({"&rsquo;": "’", "&lt;b": "<b"}[found.group()],))
        for found in re.finditer("&rsquo;|&lt;b", document.text)
    ]
)


def test_what_is_made_of_text_and_entities_is_fixed_as_one() -> None:
    assert _fixed("The mayor&amp;rsquo;s car.\n", REFERENCES, format="markdown").text == "The mayor’s car.\n"
    assert _fixed("<p>The mayor&amp;rsquo;s car.</p>", REFERENCES, format="html").text == "<p>The mayor’s car.</p>"
    assert _fixed("<p>The &amp;rs<i>quo</i>; car.</p>", REFERENCES, format="html").applied == ()


SPACE = _swap("a/this", {"this:From": "this: From", "quay.Then": "quay. Then"})


@pytest.mark.parametrize(
    ("format", "source", "text"),
    [
        ("markdown", "She said this:[From](a.html) us.", "She said this: [From](a.html) us."),
        ("markdown", "She said this:From [the quay.](a.html)Then.", "She said this: From [the quay.](a.html) Then."),
        ("html", "<p>She said this:<a href='a'>From</a> us.", "<p>She said this: <a href='a'>From</a> us."),
    ],
)
def test_what_is_inserted_where_a_link_begins_stands_before_the_link(format: str, source: str, text: str) -> None:
    assert _fixed(source, SPACE, format=format).text.strip() == text


def test_a_fix_that_would_write_markup_is_withheld_and_says_so() -> None:
    outcome = _fixed("<p>A &amp;lt;b> tag.</p>", REFERENCES, format="html")
    assert outcome.applied == ()
    assert [one.why for one in outcome.withheld] == ["what it would write is markup here"]


def test_a_paragraph_may_go_with_the_gap_before_it() -> None:
    def check(document: Document, options: object) -> list[Match]:
        at = document.text.find("Advert")
        edits = (Edit(Span(at - 2, at + 6), ""),)
        return [Match(Span(at, at + 6), edits=edits)] if at >= 2 else []

    rule = Rule(summary="", why="", message="{match}", check=check, fix="safe", id="a/advert")
    for source, text in (
        ("One ship.\n\nAdvert\n\nAnother ship.\n", "One ship.\n\nAnother ship.\n"),
        ("One ship.\n\nAdvert\n", "One ship.\n"),
    ):
        for format in ("text", "markdown"):
            outcome = _fixed(source, rule, format=format)
            assert (outcome.text, outcome.withheld) == (text, ())
