"""Syllables, scores and the pack `readability`: copylint's counts in textstat's formulas."""

import subprocess
import sys
import textwrap
from typing import Any

import pytest

from copylint.builtin import copylint_formats
from copylint.cli import main
from copylint.document import Document
from copylint.packs import builtin_root
from copylint.readability.scores import ease, grade, hardest, passages, scores, unquoted
from copylint.readability.syllables import syllables
from copylint.rule import Unavailable
from copylint.testing import findings, load

FORMATS = {one.name: one for one in copylint_formats()}
RULES = {rule.id: rule for rule in load(f"{builtin_root()}/readability")}
MISSING = "readability scores need the extra 'readability': pip install 'copylint[readability]'"

STORY = """\
The U.S. ambassador met Mr. Ito at 9 a.m. on Tuesday. “It didn’t go well for us,” he said.

A well-known harbour-master – who’d seen it all – told us: “Nobody, but nobody, was hurt.” It cost £1,024.50.
"""


def document(source: str, format: str = "text") -> Document:
    return FORMATS[format].read("story", source)


WORDS = {
    "table": ("colonel", 2),
    "capitals": ("Wednesday", 2),
    "rules": ("government", 3),
    "silent e": ("whole", 1),
    "no word of any dictionary": ("blorkistani", 4),
    "compound": ("co-operation", 5),
    "curly apostrophe": ("didn’t", 2),
    "possessive": ("Blavatnick’s", 3),
    "possessive after a hiss": ("Bush’s", 2),
    "figure": ("1,024", 1),
    "no vowel": ("hmm", 1),
    "accents": ("café", 2),
    "nothing": ("–", 1),
}


@pytest.mark.parametrize(("word", "count"), WORDS.values(), ids=WORDS.keys())
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_words_and_sentences_are_copylint_s() -> None:
    story = document(STORY)
    told = [[story.text[word.start : word.end] for word in one.words] for one in passages(story)]
    assert [len(words) for words in told] == [11, 8, 14, 3]
    assert told[0][:2] == ["The", "U.S."]
    assert told[2][1:5] == ["well-known", "harbour-master", "who’d", "seen"]


def test_headlines_and_captions_are_no_sentences() -> None:
    page = document("# A headline of many words\n\nA sentence.\n\n| a | b |\n|---|---|\n| c d | e |\n", "markdown")
    assert [page.text[one.span.start : one.span.end] for one in passages(page)] == ["A sentence."]


def test_headlines_of_plain_text_are_no_sentences() -> None:
    story = document("advertisement\n\nBoat sinks off Cork, all safe\n\nIt sank. All are safe.\n\nThey said:\n")
    told = [story.text[one.span.start : one.span.end] for one in passages(story)]
    assert told == ["It sank.", "All are safe.", "They said:"]


def test_mostly_quoted_sentences_can_be_left_out() -> None:
    story = document(STORY)
    assert len(unquoted(story, passages(story))) == 3


def test_scores_are_the_formulas_over_copylint_s_counts() -> None:
    pytest.importorskip("textstat")
    story = document(STORY)
    chosen = passages(story)
    words = [story.text[word.start : word.end] for one in chosen for word in one.words]
    length = len(words) / len(chosen)
    spoken = sum(map(syllables, words)) / len(words)
    told = scores(story, chosen)
    assert told is not None
    assert told.grade == pytest.approx(0.39 * length + 11.8 * spoken - 15.59)
    assert told.ease == pytest.approx(206.835 - 1.015 * length - 84.6 * spoken)
    assert (grade(story, chosen), ease(story, chosen)) == (told.grade, told.ease)
    assert scores(story, ()) is None


def test_scores_of_one_sentence_are_those_that_the_hardest_are_chosen_by() -> None:
    pytest.importorskip("textstat")
    story = document(STORY)
    for one in hardest(story, passages(story), 9):
        assert one.grade == pytest.approx(grade(story, [one.passage]))
        assert one.ease == pytest.approx(ease(story, [one.passage]))


def test_two_words_that_textstat_takes_for_one_keep_their_syllables() -> None:
    pytest.importorskip("textstat")
    one, other = document("The U.S. told us of it."), document("Of us it told the U.S.")
    assert grade(one, passages(one)) == grade(other, passages(other))


def test_textstat_has_its_own_counts_again_afterwards() -> None:
    textstat = pytest.importorskip("textstat")
    from textstat.backend.counts import _count_syllables

    own = (_count_syllables.get_cmudict, _count_syllables.get_pyphen)
    text = "One. Two! It has e.g. four or five, not 1.5 or so."
    before = textstat.sentence_count(text)
    story = document(text)
    scores(story, passages(story))
    assert (_count_syllables.get_cmudict, _count_syllables.get_pyphen) == own
    assert textstat.sentence_count(text) == before


def test_no_network() -> None:
    """In a process of its own, where any socket and any search for nltk's data is an error."""
    pytest.importorskip("textstat")
    script = textwrap.dedent(
        f"""
        import socket, sys
        def refuse(*args, **kwargs): raise SystemExit("network")
        import textstat, nltk
        socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
        nltk.download = nltk.data.find = refuse
        from copylint.builtin import copylint_formats
        from copylint.readability.scores import passages, scores
        story = copylint_formats()[0].read("story", {STORY!r})
        print(round(scores(story, passages(story)).grade, 6))
        """
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    story = document(STORY)
    assert (told.stdout.strip(), told.stderr) == (str(round(grade(story, passages(story)) or 0, 6)), "")


LIMITS: dict[str, dict[str, Any]] = {
    "readability/grade": {"limit": 1, "words": 1},
    "readability/ease": {"limit": 100, "words": 1},
    "readability/sentence-length": {"limit": 1},
    "readability/paragraph-length": {"limit": 1},
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_rule_waits_for_its_limit(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert findings(RULES[name], STORY) == ((), ())


@pytest.mark.parametrize("name", LIMITS)
def test_a_finding_suggests(name: str) -> None:
    pytest.importorskip("textstat")
    found, failures = findings(RULES[name], STORY, options=LIMITS[name])
    assert failures == ()
    assert {finding.severity for finding in found} == {"suggestion"}


@pytest.mark.parametrize("name", ["readability/grade", "readability/ease"])
def test_the_extra_is_named_where_textstat_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    found, failures = findings(RULES[name], STORY, options=LIMITS[name])
    assert found == ()
    assert [(failure.kind, failure.message) for failure in failures] == [("unavailable", MISSING)]
    with pytest.raises(Unavailable):
        grade(document(STORY), passages(document(STORY)))


def test_examples_that_cannot_run_here_are_no_faults(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert main(["test-rules", *(RULES[f"readability/{name}"].path for name in ("ease", "sentence-length"))]) == 0
    ease, total = capsys.readouterr().out.splitlines()
    assert ease == f"readability/ease: not run: {MISSING}"
    assert total.startswith("2 rules, ") and total.endswith(" examples: all that ran pass, 1 not run")


def test_lengths_need_no_textstat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    found, failures = findings(RULES["readability/sentence-length"], STORY, options={"limit": 10})
    assert [finding.message for finding in found] == [
        "A sentence of 11 words, where 10 are the limit.",
        "A sentence of 14 words, where 10 are the limit.",
    ]
    assert failures == ()


def test_the_message_names_the_score_and_the_limit() -> None:
    pytest.importorskip("textstat")
    story = document(STORY)
    found, _ = findings(RULES["readability/grade"], STORY, options={"limit": 2.5, "words": 1})
    (finding,) = found
    assert f"{grade(story, passages(story)):.1f}" in finding.message
    assert "2.5" in finding.message
    assert [other.label.split(",")[1].strip() for other in finding.evidence] == ["14 words"]
