"""The work that a text takes grows with its length. It is counted, not timed: the code points that are searched, and the
functions that are called."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from types import FrameType

import pytest

from copylint.document import Document
from copylint.engine import RuleSet, lint
from copylint.formats.plain import read
from copylint.plugins import registry
from copylint.rule import Chosen

SHORT, LONG = 100, 300  # articles: both texts are too long to be searched for each of their words
MOST = 1.4  # by what the work for a part of the text may grow when the text is three times as long


class Searched(str):
    """A text that counts the code points that are searched in it and in what is made of it."""

    __slots__ = ()
    count_of_all = 0

    def find(self, sought: str, start: int | None = 0, end: int | None = None, /) -> int:  # type: ignore[override]
        low, high, _ = slice(start, end).indices(len(self))
        at = super().find(sought, low, high)
        Searched.count_of_all += max(0, high - low) if at < 0 else at - low
        return at

    def __contains__(self, sought: object) -> bool:
        assert isinstance(sought, str)
        return self.find(sought) >= 0

    def lower(self) -> Searched:
        return Searched(super().lower())

    def replace(self, *arguments: object) -> Searched:  # type: ignore[override]
        return Searched(super().replace(*arguments))  # type: ignore[arg-type]


def _archive(articles: int) -> str:
    """News in which whatever a rule looks for stands now and then, with more and more names and compounds."""
    chance = random.Random(7)

    def made(syllables: int) -> str:
        return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(syllables))

    def pick(words: Sequence[str]) -> str:
        return chance.choice(words)

    names, nouns = [made(4).title() for _ in range(8)], [made(3) for _ in range(8)]
    found = []
    for _ in range(articles):
        names += [made(4).title(), pick(names) + pick("nst")]
        nouns += [made(3), made(2)]
        name, other, noun, thing = pick(names), pick(names), pick(nouns), pick(nouns)
        verb = pick(("build", "open", "favour", "organise"))
        found.append(
            f"Ada {name} met {other} of the {noun}-{thing} board, and {name} did not {verb} the {noun} {thing} in May.\n\n"
            f"The board of {other} will {verb} the {noun} {thing} of the {pick(nouns)}{pick(nouns)} in May, he said. It "
            f"rose by {chance.randrange(90)}% to {chance.randrange(900)} from {chance.randrange(900)}, and {noun} {noun} "
            f"are {pick(('well-known', 'well known', 'co-operative', 'cooperative', 'center', 'centre'))}, it was was.\n\n"
            f"Of the {chance.randrange(90)} men and {chance.randrange(90)} women, {chance.randrange(90)} were not in the "
            f"{thing} of {name}. The {pick(nouns)}-{noun} plan ({made(3)[:3].upper()}) has two aims. It is {pick(nouns)}."
        )
    return "\n\n".join(found)


def _work(text: str, rules: RuleSet) -> tuple[float, float]:
    """How many code points are searched for each one of the text, and how many functions are called."""
    lint(read("x", text), rules)  # what is read once is read
    as_read = read("x", text)
    document = Document("x", as_read.source, Searched(as_read.text), as_read.blocks, as_read.segments)
    calls = 0

    def called(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call"

    Searched.count_of_all = 0
    sys.setprofile(called)
    try:
        lint(document, rules)
    finally:
        sys.setprofile(None)
    return Searched.count_of_all / len(text), calls / len(text)


def _chosen(only: Iterable[str] = ()) -> RuleSet:
    ids = set(only)
    rules = [rule for rule in registry().rules.values() if rule.id in ids or (not ids and rule.default == "on")]
    assert len(rules) >= len(ids)
    return RuleSet([Chosen(rule, rule.severity, rule.options) for rule in rules])


@pytest.mark.parametrize(
    "only",
    [
        ("contradiction/name-spelling",),
        ("contradiction/opposite-sentence",),
        ("hyphenation/mixed-forms", "hyphenation/mixed-prefix"),
        ("spacing/doubled-word", "spacing/repeated-phrase"),
        (),
    ],
    ids=lambda only: ",".join(only) or "all",
)
def test_the_work_for_a_text_grows_with_its_length(only: tuple[str, ...]) -> None:
    rules = _chosen(only)
    searched, called = zip(*[_work(_archive(articles), rules) for articles in (SHORT, LONG)], strict=True)
    assert 0 < searched[1] < searched[0] * MOST + 1
    assert 0 < called[1] < called[0] * MOST
