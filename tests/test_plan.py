"""Gates: a run of the rules whose gates are open finds what a run of all rules finds."""

import gc
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.annotate.gates import opens
from copylint.document import Block, Document
from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats
from copylint.plugins import registry
from copylint.rule import Chosen, Gate, Match, NoOptions, Rule, Span
from tests.documents import paragraphs

READ = {one.name: one.read for one in builtin_formats()}
WORDS = (
    "the The a an and fell rose up to from 5 10% per cent percent $3m 9am 9 p.m. either and both three twice “ ” \" ' ’ ( "
    ") [ ] , . ; : ? ! … ... -- – — - co-operate cooperate e-mail email said that that in statement advertisement Share "
    "Read more: Mr Mr. Smith Smyth U.S. US 3 May May 3 more better then than accused to © @ / | TK XXX Monday"
).split(" ")
PHRASES = (
    "\n\n",
    "\n",
    "the the",
    "He left.",
    "don't don't",
    "Photo: Reuters",
    "e\u0301",
    "1,000",
    "1000",
    "per\ncent",
)
PIECES = st.lists(st.sampled_from([*WORDS, *PHRASES]), min_size=1, max_size=40).map(" ".join)


def sets() -> tuple[RuleSet, RuleSet]:
    chosen = [Chosen(rule, rule.severity, rule.as_declared()) for rule in registry().rules.values()]
    return RuleSet(chosen), RuleSet(chosen, gated=False)


@pytest.fixture(scope="module", name="both")
def _both() -> tuple[RuleSet, RuleSet]:
    return sets()


def articles() -> Iterator[tuple[str, Document]]:
    for rule in registry().rules.values():
        for example in rule.examples:
            for text in (example.bad, example.good):
                if text:
                    yield rule.id, READ[example.format]("a.txt", text)


def test_a_document_goes_with_its_last_user(both: tuple[RuleSet, RuleSet]) -> None:
    """Nothing that a rule reads holds the document: an archive would stay in memory until it is looked for."""
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        for rules in both:
            for _, document in articles():
                lint(document, rules)
            del document
        gc.collect()
        assert [one for one in gc.garbage if isinstance(one, (Document, Block))] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


WITHOUT_A_GATE = {
    "consistency/accents": "it needs a letter with an accent, which is no mark and alone no word",
    "contradiction/age": "it needs a figure behind a space, as nearly every article has",
    "contradiction/arithmetic": "it needs two figures and a word as common as 'from'",
    "contradiction/headline-figure": "it needs a headline or a caption: a field, no text",
    "contradiction/impossible-date": "it needs a month, as most articles have, or a date in figures: to search costs as much",
    "contradiction/name-spelling": "it needs two words that are alike, whichever they are",
    "contradiction/parts-whole": "it needs two numbers, in words or in figures",
    "contradiction/reversed-range": "it needs 'from', 'between' or a bracket",
    "hyphenation/mixed-forms": "it needs one word in two forms, whichever it is",
    "spacing/after-punctuation": "it needs a mark with a letter behind it: to search for that is its own first step",
    "spacing/lower-case-start": "it needs a stop and a small letter: shapes and folded texts have no case",
    "spacing/missing-full-stop": "it needs a paragraph that lacks what all others have",
}


def test_rules_without_a_gate_are_few() -> None:
    """A rule without a gate runs over every article, whatever it looks for: it takes a reason."""
    assert {rule.id for rule in registry().rules.values() if rule.gate is None} == WITHOUT_A_GATE.keys()


@pytest.mark.parametrize("scope", ["document", "project"])
def test_the_examples_of_all_rules(both: tuple[RuleSet, RuleSet], scope: str) -> None:
    for rule, document in articles():
        copy = document.with_meta(document.meta)
        assert lint(document, both[0], scope=scope) == lint(copy, both[1], scope=scope), rule


@settings(deadline=None, max_examples=150)
@given(PIECES)
def test_texts_of_what_rules_look_for(text: str) -> None:
    gated, all_of_them = _SETS or _SETS.extend(sets()) or _SETS
    document = READ["text"]("a.txt", text)
    assert lint(document, gated) == lint(READ["text"]("a.txt", text), all_of_them)


_SETS: list[RuleSet] = []


SAID = st.sampled_from("the a of that in said told rose new low u s both more better é e\u0301 don x".split())


@given(
    st.lists(st.lists(SAID, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8),
    st.lists(st.tuples(SAID, st.sampled_from([" ", ", ", ". ", "-", "\n", " “", "’"])), min_size=1, max_size=30),
)
def test_phrases_open_a_gate_where_their_words_follow_one_another(
    phrases: list[str], said: list[tuple[str, str]]
) -> None:
    document = paragraphs("".join(word + mark for word, mark in said).strip())
    rule = Rule("", "", "It is '{match}'.", lambda *_: [Match(Span(0, 1))], id="a/b", gate=Gate(pairs=tuple(phrases)))
    chosen = RuleSet([Chosen(rule, "warning", rule.options)])
    assert bool(lint(document, chosen).findings) == opens(document, Gate(pairs=tuple(phrases)))


def lines_of(phrase: str) -> Iterator[str]:
    """Lines that are a phrase of a rule for left-over lines: with each choice once."""
    parts = re.split(r"\[([^\]]*)\]", phrase)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    for number in range(max(map(len, choices))):
        line = "".join(some[number % len(some)] for some in choices)
        yield line.replace("…", "one and two").replace("#", "5").replace("{date}", "3 May 2024")


def test_lines_of_every_phrase() -> None:
    rules = [rule for rule in registry().rules.values() if rule.kind == "line"]
    chosen = [Chosen(rule, rule.severity, rule.as_declared()) for rule in rules]
    gated, all_of_them = RuleSet(chosen), RuleSet(chosen, gated=False)
    lines = [
        line for rule in rules for phrase in (*rule.options.lines, *rule.options.tails) for line in lines_of(phrase)
    ]
    found = 0
    for line in (line.capitalize() for line in lines):
        for text in (f"It rained on.\n\n**{line}**\n\nIt was so.", f"It rained on. {line}"):
            findings = lint(READ["text"]("a.txt", text), gated).findings
            assert findings == lint(READ["text"]("a.txt", text), all_of_them).findings, text
            found += bool(findings)
    assert found > len(lines) / 2


@pytest.mark.parametrize(
    ("gate", "text", "is_open"),
    [
        (Gate(words=("fell",)), "It fell.", True),
        (Gate(words=("fell",)), "He is a fellow.", False),
        (Gate(words=("fell",), both=(Gate(words=("up",)),)), "It fell.", False),
        (Gate(words=("fell",), both=(Gate(words=("up",)),)), "Up it fell.", True),
        (Gate(words=("cent",), marks=("%",)), "By 5%.", True),
        (Gate(texts=("%",)), "By 5%.", True),
        (Gate(texts=("'",)), "It’s so.", True),
        (Gate(texts=("in the",)), "It is in\nthe box.", True),
        (Gate(shapes=(" .",)), "Here , and there.", True),
        (Gate(shapes=(" .",)), "Here, and there.", False),
        (Gate(lines=("share …",)), "Share this", True),
        (Gate(lines=("share this",)), "It is so.\n\n**Share:** this, too", True),
        (Gate(lines=("share",)), "Share", True),
        (Gate(lines=("share",)), "Share this", False),
        (Gate(lines=("# shares",)), "5 shares", True),
        (Gate(lines=("end",)), "It is so.\n\n###", True),
        (Gate(lines=("share …",)), "They share this", False),
        (Gate(repeats=("word",)), "It was was so.", True),
        (Gate(repeats=("phrase",)), "It was so was so.", True),
        (Gate(repeats=("stretch",)), "It was so long ago. It was so long ago.", True),
        (Gate(repeats=("word", "phrase", "stretch")), "It was so, was it?", False),
        (Gate(comments=True), "It was so.", False),
        (Gate(), "It was so.", False),
    ],
)
def test_gates(gate: Gate, text: str, is_open: bool) -> None:
    def check(document: Document, options: object) -> list[Match]:
        return [Match(Span(0, 1))]

    document = paragraphs(text)
    rule = Rule("", "", "It is '{match}'.", check, id="a/b", gate=gate)
    assert opens(document, gate) == is_open
    assert bool(lint(document, RuleSet([Chosen(rule, "warning", rule.options)])).findings) == is_open
    assert lint(document, RuleSet([Chosen(rule, "warning", rule.options)], gated=False)).findings
    # Other options than its own may find more.
    assert lint(document, RuleSet([Chosen(rule, "warning", NoOptions()._replace())])).findings
