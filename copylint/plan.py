"""The rules of a run, prepared, and which of them can find anything in a document: told for all before any runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress, pairwise
from operator import add
from typing import Any

from copylint.annotate.gates import SETS, wanted
from copylint.annotate.words import (
    flowed_folded,
    foreign,
    in_order,
    marks,
    row,
    shape,
    shape_of,
    token_set,
)
from copylint.checks.terms import Matcher, Terms
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Chosen, Gate
from copylint.values import NamedTuple

_MOST_TEXTS = 12  # of a gate; to look for more costs as much as a rule
_COMMON = "_.,-–—:;'\"“”()"
_CURLY = {'"': '"“”', "'": "'‘’"}  # the marks of a shape, as they stand in the text
_TRUTHS = bytes(code != ord("0") for code in range(256))  # of the figures of a binary number
_WORD = expression(r"[\w\u0300-\u036f]+")


class RuleSet:
    """The rules of one settings value, prepared: their terms in one matcher, their gates in one plan a language.

    judging: the ids of those whose checks observe and judge.
    """

    __slots__ = ("_asleep", "_gated", "_languages", "_plans", "_rules", "_with_terms", "by_id", "judging", "matcher")

    def __init__(self, chosen: Iterable[Chosen], *, gated: bool = True) -> None:
        """gated: run a rule only on documents that open its gate; to run all gives the same findings."""
        self.by_id = {one.rule.id: one for one in chosen}
        every = self.by_id.values()
        self.judging = frozenset(one.rule.id for one in every if hasattr(one.rule.check, "judge"))
        self._rules = sorted(every, key=self._judges)
        self._gated = gated
        self._languages = frozenset(language for one in every for language in one.rule.languages)
        self._plans: dict[tuple[str, bool], _Plan] = {}
        self._with_terms = frozenset(one.rule.id for one in every if hasattr(one.rule.check, "terms"))
        self._gather()

    def _gather(self) -> None:
        """Gathers the terms of the rules that are loaded; those of the others are looked for when they wake."""
        asleep: list[Chosen] = []
        owners: list[Terms] = []
        for one in self._rules:
            if one.rule.id not in self._with_terms:
                continue
            check: Any = one.rule.check
            if _is_asleep(one):
                asleep.append(one)
            else:
                owners.extend(owner for owner in check.terms(one.options) if len(owner))
        self.matcher = Matcher(owners) if owners else None
        self._asleep = asleep

    def prime(self, document: Document, possible: Iterable[Chosen]) -> None:
        """Looks for all terms at once, if one of the rules that are possible has some."""
        if self._with_terms.isdisjoint([one.rule.id for one in possible]):
            return
        if self._asleep and not all(map(_is_asleep, self._asleep)):
            self._gather()
        if self.matcher is not None:
            self.matcher.prime(document)

    def _judges(self, one: Chosen) -> bool:
        return one.rule.id in self.judging

    def possible(self, document: Document, *, alone: bool) -> list[Chosen]:
        """The rules that can find anything in a document; those that judge last. alone: what they observe is judged
        within the document."""
        plan = self._plan(document.language, alone)
        try:
            return plan.possible(document)
        except MemoryError:
            raise
        except Exception:  # of a reading; the rules that need it will tell
            return plan.rules()

    def reads(self, language: str) -> bool:
        """Whether the rules are for a language, or all of them for any."""
        return language in self._languages or self._languages <= {"*"}

    def _plan(self, language: str, alone: bool) -> _Plan:
        plan = self._plans.get((language, alone))
        if plan is None:
            these = [one for one in self._rules if language in one.rule.languages or "*" in one.rule.languages]
            gated = [one.rule.id for one in these if self._gated and (alone or not self._judges(one))]
            plan = self._plans[language, alone] = _Plan(these, frozenset(gated))
        return plan


def _is_asleep(one: Chosen) -> bool:
    """Whether a rule has not been loaded yet (`index`)."""
    asleep: Callable[[Any], bool] | None = getattr(one.rule.check, "asleep", None)
    return asleep is not None and asleep(one.options)


class _Look(NamedTuple):
    """A text that is looked for in the text of a reading, and the forms of a sign, or of a space and a sign, without
    which it cannot stand there."""

    reading: Callable[[Document], str]
    text: str
    forms: tuple[str, ...] = ()


class _Plan:
    """Gates turned round: for each reading what in it opens which gate. Each gate is a bit, and so is each rule: the
    bit of its only gate, or one by itself.

    What is looked for in a text is asked only of an article that has the rarest part of it, by a look in a set.
    """

    __slots__ = (
        "_asking", "_in_texts", "_only_sets", "_pairs", "_phrases", "_rules", "_sets", "_several", "_spaced",
        "_ungated",
    )  # fmt: skip

    def __init__(self, chosen: Iterable[Chosen], gated: frozenset[str]) -> None:
        """gated: the ids of the rules whose gates count."""
        self._rules = list(chosen)
        self._ungated = 0  # the rules without a gate
        self._several: list[tuple[int, int]] = []  # the rules with more than one gate, and these
        asking: list[int] = []  # the gates of each rule that has some
        beyond = rule = 1 << len(self._rules)  # the first rule has the highest bit but for those of such gates
        parts = _Parts()
        for one in self._rules:
            rule >>= 1
            gates: list[Gate] = []
            if one.rule.gate is not None and one.rule.id in gated and one.options is one.rule.as_declared():
                gates = _flat(one.rule.gate)
            if not gates:
                self._ungated |= rule
                continue
            bits = [rule]
            if len(gates) > 1:
                bits = [beyond << number for number in range(len(gates))]
                beyond <<= len(gates)
                self._several.append((rule, _all(bits)))
            for gate, bit in zip(gates, bits, strict=True):
                parts.add(gate, bit)
            asking.append(_all(bits))
        self._phrases = parts.phrases
        self._pairs = frozenset(parts.phrases)
        self._sets = [(reading, frozenset(opens), opens) for reading, opens in parts.in_sets.items()]
        self._spaced = parts.spaced
        self._in_texts = parts.in_texts
        in_texts = _all(self._in_texts)
        self._only_sets = ~in_texts  # the bits of the gates that no text opens
        self._asking = [gates for gates in asking if gates & in_texts]

    def rules(self) -> list[Chosen]:
        """All rules, in their order."""
        return self._rules

    def possible(self, document: Document) -> list[Chosen]:
        """The rules whose gates are open, in their order."""
        opened = self._opened(document)
        text = shape(document)
        spaced = [one for one in self._spaced if one in text]
        for one in spaced:
            opened |= self._spaced[one]
        signs = marks(document).union(spaced)
        for_good = ~opened & self._only_sets
        for gates in self._asking:
            if gates & ~opened and not gates & for_good:
                opened |= self._opened_in_texts(document, gates & ~opened, signs)
        for rule, gates in self._several:
            if not gates & ~opened:
                opened |= rule
        first = 1 << len(self._rules)
        # A number with the first rule as its highest figure but one: its figures tell of each rule whether it runs.
        figures = bin((opened | self._ungated) & (first - 1) | first)[3:]
        return [*compress(self._rules, figures.encode().translate(_TRUTHS))]

    def _opened(self, document: Document) -> int:
        """The gates that need no search of the text to be opened, but for one that something rare makes likely."""
        opened = 0
        for reading, parts, opens in self._sets:
            for part in parts & reading(document):
                opened |= opens[part]
        # No set of all pairs of tokens is made: of each it is only asked whether it begins or stands in a phrase.
        for pair in self._pairs.intersection(pairwise(in_order(document))):
            for bit, whole in self._phrases[pair]:
                if not bit & opened and (not whole or whole in row(document)):
                    opened |= bit
        return opened

    def _opened_in_texts(self, document: Document, gates: int, signs: frozenset[str]) -> int:
        """Those of the gates, which no set opens, that are opened by a text, up to the first that is not."""
        opened = 0
        while gates:
            gate = gates & -gates
            gates ^= gate
            if not _has_any(document, self._in_texts[gate], signs):
                break
            opened |= gate
        return opened


def _has_any(document: Document, looks: list[_Look], signs: frozenset[str]) -> bool:
    """Whether a document has any of what is looked for. signs: its marks, and those that follow a space with it."""
    for reading, text, forms in looks:
        if (not forms or not signs.isdisjoint(forms)) and text in reading(document):
            return True
    return False


class _Parts:
    """What opens gates, gathered gate by gate."""

    def __init__(self) -> None:
        self.in_sets: dict[Callable[[Document], Any], dict[Any, int]] = {}  # the gates that a part of a reading opens
        # By two words of each: its gate, and what must stand in the row of tokens if it has more.
        self.phrases: dict[tuple[str, str], list[tuple[int, str]]] = {}
        self.in_texts: dict[int, list[_Look]] = {}
        self.spaced: dict[str, int] = {}  # each space with a sign that is looked for, and the gates that it opens

    def add(self, gate: Gate, bit: int) -> None:
        """Gathers what opens a gate."""
        for field, reading in SETS.items():
            if field != "pairs" and (entries := wanted(gate, field)):
                self._parts(reading, entries, bit)
        for phrase in gate.pairs:
            self._phrase(phrase, bit)
        for text in gate.texts:
            if words := _whole_words(text):
                self._phrase(" ".join(words), bit)
            elif mark := _rare_mark(text):  # in the folded text apostrophes are straight
                self._parts(marks, mark if mark != "'" else "'’", bit)
            elif not any(map(str.isalpha, text)):
                self._shape(shape_of(text), bit)
            elif len(text) == 1 and not text.isascii():
                self._parts(foreign, (text,), bit)
            else:
                self.in_texts.setdefault(bit, []).append(_Look(flowed_folded, text))
        for one in gate.shapes:
            self._shape(one, bit)

    def _phrase(self, phrase: str, bit: int) -> None:
        words = phrase.split(" ")
        if len(words) == 1:
            self._parts(token_set, words, bit)
            return
        at = 0
        if len(words) > 2:  # long words are rare ones
            lengths = list(map(len, words))
            of_pairs = list(map(add, lengths, lengths[1:]))
            at = of_pairs.index(max(of_pairs))
        under = self.phrases.setdefault((words[at], words[at + 1]), [])
        under.append((bit, f" {phrase} " if len(words) > 2 else ""))

    def _shape(self, one: str, bit: int) -> None:
        space = next((at for at in range(len(one) - 1) if one[at] == " " and one[at + 1] != "a"), -1)
        mark = next((sign for sign in one if sign not in " \na0."), "")
        if space >= 0:
            spaced = one[space : space + 2]
            self.spaced.setdefault(spaced, 0)
            if one == spaced:
                self.spaced[spaced] |= bit
            else:
                self.in_texts.setdefault(bit, []).append(_Look(shape, one, (spaced,)))
        else:
            self.in_texts.setdefault(bit, []).append(_Look(shape, one, tuple(_CURLY.get(mark, mark))))

    def _parts(self, reading: Callable[[Document], Any], parts: Iterable[Any], bit: int) -> None:
        opens = self.in_sets.setdefault(reading, {})
        parts = dict.fromkeys(parts, bit)
        known = {part: opens[part] | bit for part in opens.keys() & parts.keys()}
        opens.update(parts)
        opens.update(known)


def _all(bits: Iterable[int]) -> int:
    together = 0
    for bit in bits:
        together |= bit
    return together


def _flat(gate: Gate) -> list[Gate]:
    """A gate and all that must be open as well, each by itself; but for those that cost more to look at than to run a
    rule, which are asked before it is loaded."""
    every = [gate._replace(both=()), *(one for other in gate.both for one in _flat(other))]
    return [one for one in every if not one.cores and len(one.texts) <= _MOST_TEXTS]


def _whole_words(text: str) -> tuple[str, ...]:
    """The words that stand whole where a folded text does: to look for them in a set is quicker."""
    words = _WORD.finditer(text)
    return tuple(word.group() for word in words if word.start() > 0 and word.end() < len(text))


def _rare_mark(text: str) -> str:
    """A mark in a text that few articles have, or the text if it is one mark."""
    if len(text) == 1:
        return "" if text.isalnum() or text.isspace() or text == "_" else text
    return next((sign for sign in text if not sign.isalnum() and not sign.isspace() and sign not in _COMMON), "")
