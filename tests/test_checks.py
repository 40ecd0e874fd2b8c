"""Each kind of check finds what was planted, its spans lie in the text, and it is linear on a megabyte."""

from __future__ import annotations

from collections.abc import Mapping
from time import thread_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.checks import builtin_kinds
from copylint.document import Span
from copylint.engine import RuleSet, lint
from copylint.rule import Chosen, Kind, Rule
from tests.documents import paragraphs

KINDS = {kind.name: kind for kind in builtin_kinds()}

# A kind, options for it, what is planted, and what must be found of it.
PLANTED: list[tuple[str, Mapping[str, Any], str, str]] = [
    ("existence", {"terms": ["stakeholders?"]}, "stakeholders", "stakeholders"),
    ("substitution", {"swap": {"utilise": "use"}}, "utilise", "utilise"),
    ("pattern", {"pattern": r"\bfrom \d+ to \d+"}, "from 12 to 15", "from 12 to 15"),
    ("repetition", {"unit": "word"}, "harbour harbour", "harbour harbour"),
    ("pairing", {"pairs": ["()"]}, "(", "("),
    ("consistency", {"families": [["adviser", "advisor"]]}, "adviser advisor", "advisor"),
]
FILLING = st.lists(
    st.text(st.sampled_from("abcdeé “”'-.,\n🙂\u0301"), min_size=1, max_size=20).map(str.strip).filter(bool), max_size=4
)


def _rule(kind: Kind, options: Mapping[str, Any]) -> RuleSet:
    assert kind.read is not None
    message = "{verdict}." if kind.name == "consistency" else "'{match}'."
    rule = Rule("s", "w", message, kind.check, options=kind.read(options), id="pack/rule", kind=kind.name)
    return RuleSet([Chosen(rule, "warning", rule.options)])


@pytest.mark.parametrize(("kind", "options", "planted", "wanted"), PLANTED, ids=[row[0] for row in PLANTED])
@given(before=FILLING, after=FILLING)
def test_finds_what_was_planted(
    kind: str, options: Mapping[str, Any], planted: str, wanted: str, before: list[str], after: list[str]
) -> None:
    document = paragraphs(*before, f"So {planted} now", *after)
    linted = lint(document, _rule(KINDS[kind], options))
    assert linted.failures == ()
    at = document.text.index(f"So {planted} now") + 3 + planted.index(wanted)
    assert Span(at, at + len(wanted)) in [finding.place.span for finding in linted.findings]
    for finding in linted.findings:
        assert 0 <= finding.place.span.start < finding.place.span.end <= len(document.text)
        assert finding.place.text == document.source[finding.place.start.offset : finding.place.end.offset]


@pytest.mark.parametrize(("kind", "options", "planted", "wanted"), PLANTED, ids=[row[0] for row in PLANTED])
def test_is_linear_on_a_megabyte(kind: str, options: Mapping[str, Any], planted: str, wanted: str) -> None:
    """Processor time, and only to tell linear growth (8) from quadratic (64)."""
    rules = _rule(KINDS[kind], options)

    def seconds(count: int) -> float:
        document = paragraphs(f"Then ( the harbour [ was {planted.split(' ')[0]} ) quiet. " * count)
        started = thread_time()
        lint(document, rules)
        return thread_time() - started

    short, long = seconds(2_500), seconds(20_000)
    assert long < 32 * max(short, 0.02)


@pytest.mark.parametrize(
    ("kind", "options", "key", "message"),
    [
        ("existence", {}, ("terms",), "'terms' is missing: a list of what should not stand there"),
        ("substitution", {"swap": {"a": 1}}, ("swap", "a"), "what to write for 'a' must be a string or a list of them"),
        ("substitution", {"swap": {"(a|b) c": "\\2 d"}}, ("swap", "(a|b) c"), "what to write for '(a|b) c': "
         "invalid group reference 2 at position 1"),
        ("pattern", {"pattern": "a*"}, ("pattern",), "the pattern 'a*' matches the empty string"),
        ("pattern", {"pattern": "(a"}, ("pattern",), "the pattern '(a' is not valid: "
         "missing ), unterminated subpattern at position 0"),
        ("pattern", {"pattern": "(a)", "suggestion": "\\2"}, ("suggestion",), "the suggestion is not valid: "
         "invalid group reference 2 at position 1"),
        ("repetition", {"unit": "page"}, ("unit",), "'unit' must be one of word, sentence, paragraph"),
        ("pairing", {"pairs": ["((("]}, ("pairs", 0), "a pair must be a string of two different characters"),
        ("consistency", {"families": [["one"]]}, ("families", 0), "a family is a list of two or more forms"),
    ],
)  # fmt: skip
def test_an_option_that_cannot_be_used_is_told(
    kind: str, options: Mapping[str, Any], key: tuple[str | int, ...], message: str
) -> None:
    from copylint.rule import OptionError

    read = KINDS[kind].read
    assert read is not None
    with pytest.raises(OptionError) as raised:
        read(options)
    assert (raised.value.key, str(raised.value)) == (key, message)


def test_what_to_write_repeats_the_groups_of_a_pattern() -> None:
    rules = _rule(KINDS["substitution"], {"swap": {"(take|took) affects?": "\\1 effect"}})
    document = paragraphs("It took affect, and will take affects.")
    assert [found.suggestions for found in lint(document, rules).findings] == [("took effect",), ("take effect",)]


@pytest.mark.parametrize(
    ("model", "word", "written"),
    [
        ("Utilise", "use", "Use"),
        ("UTILISE", "use", "USE"),
        ("utilise", "use", "use"),
        ("Utilise", "GOV.UK", "GOV.UK"),
        ("Can’t of", "can't have", "Can’t have"),
    ],
)
def test_a_substitution_keeps_the_capitals_and_the_apostrophes(model: str, word: str, written: str) -> None:
    from copylint.checks.substitution import in_case_of

    assert in_case_of(model, word) == written
