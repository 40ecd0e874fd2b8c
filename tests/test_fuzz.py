"""Copy that nobody would write, against each part that reads it. What crashed once is kept below.

Short by default. With COPYLINT_FUZZ_SECONDS each target runs with fresh examples for so long.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copylint.annotate.quotations import doubtful_spans, quotations, quoted_spans
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import words
from copylint.checks.terms import Matcher, Term, Terms, hits
from copylint.document import Document, Place, Span
from copylint.engine import RuleSet, lint
from copylint.fix import Read, fixed
from copylint.formats import FormatError, builtin_formats, decode, encode
from copylint.plugins import registry
from copylint.rule import Chosen
from copylint.suppress import apply, directives
from tests.documents import paragraphs
from tests.strategies import markup
from tests.test_formats_equal import FAULTS, assert_exact, rule_set
from tests.test_formats_properties import assert_exact as assert_exactly_read

SECONDS = float(os.environ.get("COPYLINT_FUZZ_SECONDS", "0"))
READERS = {one.name: one.read for one in builtin_formats()}
_PROFILE = settings(
    max_examples=200 if SECONDS else 30,
    deadline=None,
    database=None,
    derandomize=not SECONDS,
    suppress_health_check=list(HealthCheck),
)

_MARKS = "“ ” ‘ ’ \" ' `` '' ` ´ „ « » ‹ › ‚ ‛ ′ ″ ,, '\" \"' “‘ ’” , . ? ! … — – - ( ) [ ] : ; 's ’s s’ ’em '90s 6'2\""
_WORDS = "said he She asked, A the the and I’m don't Smith, 5 10% O’Neill rock ’n’ roll . So no"
_talk = st.lists(
    st.one_of(st.sampled_from(_MARKS.split(" ")), st.sampled_from([*_WORDS.split(" "), " ", " ", " ", "\n", "\n\n"])),
    max_size=40,
).map("".join)
_copy = st.lists(st.one_of(markup, _talk, st.sampled_from([*FAULTS, "\n\n", " ", "\r\n", "\r"])), max_size=6).map(
    "".join
)
_directive = st.builds(
    "{} {}{}{}{}{}".format,
    st.sampled_from(["<!-- copylint:", "<!--copylint:", "<!-- COPYLINT:", "copylint:", "<!-- copylint", "{# copylint:"]),
    st.sampled_from(["ignore", "ignore-next-line", "ignore-block", "ignore-file", "off", "on", "of", "", "-", "ignore ignore"]),
    st.sampled_from(["[spacing]", "[spacing/doubled-word]", "[all]", "[]", "[", "]", "", "[quotes, spacing]", "[x/y]", "[,]"]),
    st.sampled_from([' "the the"', ' "', ' ""', "", " “met”", ' "no such text"', ' "("']),
    st.sampled_from([" a reason", "", " --", "\n", " \u202e", " -->-->"]),
    st.sampled_from([" -->", " -->\n", "-->\n\n", "", " -- >", "#}"]),
)  # fmt: skip
_silenced = st.lists(st.one_of(_directive, _directive, _copy, st.just("He met the the envoy.\n\n")), max_size=8).map(
    "".join
)
_names = st.sampled_from(sorted(READERS))


def read(name: str, source: str) -> Document | None:
    try:
        return READERS[name]("story", source)
    except FormatError as error:
        assert "\n" not in str(error)
        return None


def assert_in_order(spans: list[Span] | tuple[Span, ...], length: int) -> None:
    end = 0
    for span in spans:
        assert end <= span.start <= span.end <= length
        end = span.end


@_PROFILE
@given(data=st.one_of(st.binary(max_size=300), _copy.map(lambda text: text.encode("utf-8", "surrogatepass"))))
def bytes_of_a_file(data: bytes) -> None:
    try:
        decoded = decode(data)
    except FormatError as error:
        assert "\n" not in str(error)
        return
    assert encode(decoded.text, decoded) == data
    for name in READERS:
        document = read(name, decoded.text)
        if document is not None:
            assert_exactly_read(document)


def reader(name: str) -> Callable[[], None]:
    @_PROFILE
    @given(source=st.one_of(_copy, markup, st.text()))
    def read_it(source: str) -> None:
        document = read(name, source)
        if document is None:
            return
        assert document.source == source
        assert_exactly_read(document)
        starts, ends, found = words(document)
        assert_in_order([Span(*span) for span in zip(starts, ends, strict=True)], len(document.text))
        assert len(found) == len(starts)
        for start in list(starts)[:50]:
            sentence = sentence_at(document, start)
            assert sentence is None or sentence.start <= start < sentence.end

    return read_it


@_PROFILE
@given(parts=st.lists(_talk, min_size=1, max_size=4))
def quotation_structure(parts: list[str]) -> None:
    document = READERS["text"]("story", "\n\n".join(parts))
    length = len(document.text)
    structure = quotations(document)
    assert_in_order(quoted_spans(document), length)
    assert_in_order(doubtful_spans(document), length)
    assert [mark[:2] for mark in structure.marks] == sorted(mark[:2] for mark in structure.marks)
    for quotation in structure.quotations:
        assert 0 <= quotation.open.start < quotation.open.end <= quotation.span.start <= quotation.span.end <= length
        assert quotation.close is None or quotation.span.end <= quotation.close.start < quotation.close.end <= length
    places = [one.match.place for one in structure.faults]
    assert all(0 <= place[0] <= place[1] <= length for place in places)
    assert len({(one.kind, one.match.place) for one in structure.faults}) == len(places)


_alphabet = st.sampled_from(
    "co op Co-op re- U.S. ’s 's - . é ſ İ ı ß ﬁ \u0301 \u200d 🙂 _ 9 K \u2028 ,, & A".split(" ")
)
_literals = st.lists(_alphabet, min_size=1, max_size=4).map("".join).filter(lambda text: bool(text.strip()))


@_PROFILE
@given(
    text=st.lists(st.one_of(_alphabet, st.sampled_from([" ", "\n", "  "])), max_size=40).map("".join),
    literals=st.lists(_literals, min_size=1, max_size=8, unique=True),
    case=st.booleans(),
)
def term_matcher(text: str, literals: list[str], case: bool) -> None:
    """Every term is found alone as among the others, by one pass and by one of its own."""
    document = paragraphs(text)
    together = Terms([Term(literal, literal, not case) for literal in literals])
    found = list(hits(document, together))
    for hit in found:
        assert 0 <= hit.start < hit.end <= len(document.text)
        if case:
            assert " ".join(document.text[hit.start : hit.end].replace("’", "'").split()) in [
                " ".join(literal.replace("’", "'").split()) for literal in literals
            ]
    primed = paragraphs(text)
    Matcher([together]).prime(primed)
    assert list(hits(primed, together)) == found


@_PROFILE
@given(name=_names, source=_silenced)
def suppressions(name: str, source: str) -> None:
    document = read(name, source)
    if document is None:
        return
    findings = lint(document, rule_set(layout=True)).findings
    said = directives(document)
    for directive in said:
        for place in (directive.place, *(named.place for named in directive.rules)):
            assert place.text == source[place.start.offset : place.end.offset]
        assert all(0 <= span.start <= span.end <= len(source) for span in directive.covers)
    rules = registry().rules
    applied = apply(findings, said, known=[*rules, *{rule.partition("/")[0] for rule in rules}], ran=list(rules))
    assert sorted((*applied.kept, *applied.suppressed), key=findings.index) == list(findings)
    assert not applied.suppressed or said


@_PROFILE
@given(name=_names, source=_copy, unsafe=st.booleans())
def fixes(name: str, source: str, unsafe: bool) -> None:
    rules = rule_set(layout=True)

    def linted(text: str) -> Read | None:
        document = read(name, text)
        return None if document is None else Read(document, lint(document, rules).findings)

    first = linted(source)
    if first is None:
        return
    result = fixed(first, linted, unsafe=unsafe)
    again = linted(result.text)
    assert again is not None
    assert fixed(again, linted, unsafe=unsafe).text == result.text
    if not result.applied:
        assert result.text == source


@_PROFILE
@given(name=_names, source=_copy)
def all_rules(name: str, source: str) -> None:
    """No rule fails, on by default or not, and each finds the same among the others as alone in a second run."""
    document = read(name, source)
    if document is None:
        return
    linted = lint(document, every_rule())
    assert linted.failures == ()
    assert_exact(document, linted.findings)
    for finding in linted.findings:
        assert isinstance(finding.place, Place)
        assert "{" not in finding.message or "{" in document.text
    again = READERS[name]("story", source)
    assert lint(again, every_rule()) == linted


def every_rule() -> RuleSet:
    if not _EVERY:
        _EVERY.append(RuleSet(Chosen(rule, rule.severity, rule.options) for rule in registry().rules.values()))
    return _EVERY[0]


_EVERY: list[RuleSet] = []
TARGETS: dict[str, Callable[[], None]] = {
    "bytes": bytes_of_a_file,
    **{f"the {name} reader": reader(name) for name in READERS},
    "quotations": quotation_structure,
    "terms": term_matcher,
    "suppressions": suppressions,
    "fixes": fixes,
    "all rules": all_rules,
}


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_fuzz(target: Callable[[], None]) -> None:
    until = time.monotonic() + SECONDS
    target()
    while time.monotonic() < until:
        target()


@pytest.mark.parametrize(
    "source",
    [
        '<!-- COPYLINT: ignore[spacing] "the the" <!-- copylint: ignore[spacing] "the the" a reason -->',
        "<!-- see copylint: ignore[spacing] for more -->\n\nHe met the the envoy.\n",
        "<!--copylint:-->\n\nHe met the the envoy.\n",
    ],
)
@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_comment_that_speaks_of_copylint(name: str, source: str) -> None:
    """Found by the fuzzing of suppressions: the mark in the middle of a line ended the run."""
    document = READERS[name]("story", source)
    assert [one.action for one in directives(document) if one.fault is None] == []
