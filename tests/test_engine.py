"""The engine: findings with exact places, quotations, fields, fixes, failures, one code path for judging."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest

from copylint.checks.families import KIND as FAMILIES
from copylint.checks.terms import Term, Terms, hits
from copylint.document import Block, Document, Segment, Span
from copylint.engine import RuleSet, finish, judge, lint
from copylint.rule import Chosen, Edit, Evidence, Finding, Match, Place, Rule
from tests.documents import paragraphs

Check = Callable[[Document, Any], Iterable[Match]]


def make(check: Any, **fields: Any) -> Rule:
    return Rule(
        **{
            "summary": "s",
            "why": "w",
            "message": "'{match}' stands there.",
            "check": check,
            "id": "pack/rule",
            **fields,
        }
    )


def run(rule: Rule, document: Document, scope: str = "document") -> tuple[Finding, ...]:
    linted = lint(document, RuleSet([Chosen(rule, rule.severity, rule.options)]), scope=scope)
    assert linted.failures == ()
    return linted.findings


def finds(word: str, **match: Any) -> Check:
    def check(document: Document, options: Any) -> Iterable[Match]:
        at = document.text.find(word)
        while at >= 0:
            yield Match(Span(at, at + len(word)), **match)
            at = document.text.find(word, at + 1)

    return check


def test_a_finding_has_its_place_message_and_rule() -> None:
    document = paragraphs("One line.", "The fault is here.")
    (finding,) = run(make(finds("fault"), severity="error"), document)
    assert (finding.rule, finding.severity, finding.message) == ("pack/rule", "error", "'fault' stands there.")
    assert (finding.place.text, finding.place.start, finding.place.end) == ("fault", (15, 3, 5), (20, 3, 10))
    assert (finding.place.excerpt.before, finding.place.excerpt.after) == ("The ", " is here.")
    assert finding.place.sentence_key == "the fault is here."
    assert finding.category == "pack"


def test_a_message_shows_no_objects() -> None:
    """What is no prose (a picture, an address) is left out at the ends, and an ellipsis elsewhere."""
    for fault, shown in (("\ufffc Share", "Share"), ("<a href=\ufffc>", "<a href=…>"), ("\ufffc", "\ufffc")):
        (finding,) = run(make(finds(fault)), paragraphs(f"The {fault} is here."))
        assert finding.message == f"'{shown}' stands there."


def test_findings_are_sorted_and_equal_ones_have_fingerprints_of_their_own() -> None:
    findings = run(make(finds("ha")), paragraphs("ha, ha and ha."))
    assert [finding.place.start.offset for finding in findings] == [0, 4, 11]
    assert len({finding.fingerprint for finding in findings}) == 3


def test_a_fingerprint_survives_a_paragraph_put_before_it() -> None:
    before = run(make(finds("fault")), paragraphs("The fault is here."))
    after = run(make(finds("fault")), paragraphs("Something new.", "The fault is here."))
    assert [one.fingerprint for one in before] == [one.fingerprint for one in after]


@pytest.mark.parametrize(
    ("quotations", "found"),
    [("check", ["fault", "fault"]), ("skip", ["fault"]), ("only", ["fault"])],
)
def test_what_a_rule_does_in_quoted_speech(quotations: str, found: list[str]) -> None:
    document = paragraphs("A fault, he said: “No fault of mine.”")
    findings = run(make(finds("fault"), quotations=quotations), document)
    assert [finding.place.text for finding in findings] == found
    if quotations != "check":
        assert findings[0].place.start.offset == (2 if quotations == "skip" else 22)


def test_a_rule_runs_only_in_its_fields() -> None:
    document = paragraphs("A fault.", kind="headline")
    assert run(make(finds("fault"), fields=("paragraph",)), document) == ()
    assert len(run(make(finds("fault"), fields=("headline",)), document)) == 1


def test_the_only_suggestion_is_the_fix() -> None:
    (finding,) = run(make(finds("teh", suggestions=("the",)), fix="safe"), paragraphs("In teh end."))
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert isinstance(edit.place, Place)
    assert (finding.fix.safety, edit.place.text, edit.replacement) == ("safe", "teh", "the")


@pytest.mark.parametrize(
    ("document", "old", "new", "fixed"),
    [
        (paragraphs("He said: “I seen it.”"), "seen", "saw", False),
        (paragraphs("He said: “I  seen it.”"), "I  seen", "I seen", True),
        (paragraphs("I seen it."), "seen", "saw", True),
    ],
    ids=["a quoted word", "spacing between quoted words", "the article's own word"],
)
def test_quoted_words_are_never_changed(document: Document, old: str, new: str, fixed: bool) -> None:
    (finding,) = run(make(finds(old, suggestions=(new,)), fix="safe"), document)
    assert (finding.fix is not None) is fixed


def test_no_fix_where_markup_stands_in_what_it_would_replace() -> None:
    source = "a **bo**ld word"
    text = "a bold word"
    segments = (
        Segment(Span(0, 2), Span(0, 2)),
        Segment(Span(2, 4), Span(4, 6)),
        Segment(Span(4, 11), Span(8, 15)),
    )
    document = Document("s.md", source, text, [Block("paragraph", Span(0, 11))], segments)
    (finding,) = run(make(finds("bold", suggestions=("brave",)), fix="safe"), document)
    assert (finding.place.text, finding.fix) == ("bo**ld", None)
    (finding,) = run(make(finds("bold", suggestions=("bolder",)), fix="safe"), document)
    assert finding.fix is not None
    assert [edit.replacement for edit in finding.fix.edits] == ["er"]


def _raises(document: Document, options: Any) -> Iterable[Match]:
    yield Match(Span(0, 1))
    raise RuntimeError("no idea")


def _exits(document: Document, options: Any) -> Iterable[Match]:
    raise SystemExit(3)


def _beyond(document: Document, options: Any) -> Iterable[Match]:
    yield Match(Span(0, 10_000))


def _backwards(document: Document, options: Any) -> Iterable[Match]:
    yield Match(Span(3, 1))


@pytest.mark.parametrize(
    ("check", "message"),
    [
        (_raises, "the rule failed: RuntimeError: no idea"),
        (_exits, "the rule failed: SystemExit: 3"),
        (_beyond, "the rule failed: ValueError: a bad span: 0 to 10000 in a text of 10 code points"),
        (_backwards, "the rule failed: ValueError: a bad span: 3 to 1 in a text of 10 code points"),
    ],
)
def test_one_rules_failure_is_its_own(check: Check, message: str) -> None:
    bad, good = make(check, id="pack/bad"), make(finds("fault"), id="pack/good")
    rules = RuleSet([Chosen(bad, "error", None), Chosen(good, "warning", None)])
    linted = lint(paragraphs("The fault."), rules)
    assert [finding.rule for finding in linted.findings if finding.rule != "pack/bad"] == ["pack/good"]
    assert [(failure.kind, failure.rule, failure.message) for failure in linted.failures] == [
        ("rule", "pack/bad", message)
    ]


def test_a_message_with_an_unknown_field_is_the_rules_failure() -> None:
    linted = lint(paragraphs("A fault."), RuleSet([Chosen(make(finds("fault"), message="{mtch}"), "error", None)]))
    assert [failure.message for failure in linted.failures] == [
        "the rule failed: ValueError: the message names {mtch}, which the check does not give"
    ]


class _TermOptions(NamedTuple):
    words: Terms


class _TermCheck:
    def terms(self, options: _TermOptions) -> Iterable[Terms]:
        yield options.words

    def __call__(self, document: Document, options: _TermOptions) -> Iterable[Match]:
        for hit in hits(document, options.words):
            yield Match(Span(hit.start, hit.end))


def test_rules_with_the_same_terms_report_independently() -> None:
    first = make(_TermCheck(), id="a/one", options=_TermOptions(Terms([Term("long term")])))
    second = make(_TermCheck(), id="b/two", options=_TermOptions(Terms([Term("long term"), Term("term")])))
    rules = RuleSet([Chosen(rule, "warning", rule.options) for rule in (first, second)])
    linted = lint(paragraphs("In the long term."), rules)
    assert [(finding.rule, finding.place.text) for finding in linted.findings] == [
        ("a/one", "long term"),
        ("b/two", "long term"),
        ("b/two", "term"),
    ]


def _adviser() -> Rule:
    assert FAMILIES.read is not None
    options = FAMILIES.read({"families": [["advisers?", "advisors?"]]})
    return make(FAMILIES.check, message="{verdict}.", options=options, kind="consistency", fix="unsafe")


def test_one_finding_a_family_with_all_places() -> None:
    document = paragraphs("An adviser met advisors.", "Advisers met the adviser.")
    (finding,) = run(_adviser(), document)
    assert finding.place.text == "advisors"
    assert finding.message == "'advisors' once, but 'adviser' and the like 3 times."
    assert [(item.label, item.place.start.offset) for item in finding.evidence if isinstance(item.place, Place)] == [
        ("adviser", 3),
        ("advisers", 26),
        ("adviser", 43),
    ]
    assert finding.counts == {"adviser": 2, "advisors": 1, "advisers": 1}
    assert finding.suggestions == ("advisers",)


def test_judging_a_document_alone_and_as_a_project_of_one_is_the_same() -> None:
    rule = _adviser()
    rules = RuleSet([Chosen(rule, rule.severity, rule.options)])
    document = paragraphs("An adviser met advisors.", "Advisers met the adviser.")
    alone = lint(document, rules).findings
    noted = lint(document, rules, scope="project").observations
    together, failures = judge(rules, noted)
    assert failures == []
    assert finish(together) == alone


def test_the_project_outvotes_a_file() -> None:
    rule = _adviser()
    rules = RuleSet([Chosen(rule, rule.severity, rule.options)])
    first = paragraphs("The adviser and the adviser and the adviser.")
    text = "Their advisor spoke."
    second = Document("other.txt", text, text, [Block("paragraph", Span(0, 20))], [Segment(Span(0, 20), Span(0, 20))])
    noted = [one for document in (first, second) for one in lint(document, rules, scope="project").observations]
    findings, _ = judge(rules, noted)
    assert [(finding.place.path, finding.place.text, finding.message) for finding in findings] == [
        ("other.txt", "advisor", "'advisor' once, but 'adviser' 3 times in 1 file.")
    ]


def test_evidence_and_edits_are_placed() -> None:
    def check(document: Document, options: Any) -> Iterable[Match]:
        yield Match(Span(0, 3), (Evidence(Span(4, 7), "other"),), ("x",), None, (Edit(Span(3, 3), ","),), safe=True)

    (finding,) = run(make(check), paragraphs("One two three."))
    assert [(item.label, item.place.text) for item in finding.evidence if isinstance(item.place, Place)] == [
        ("other", "two")
    ]
    assert finding.fix is not None
    assert [(edit.place.text, edit.replacement) for edit in finding.fix.edits if isinstance(edit.place, Place)] == [
        ("", ",")
    ]
