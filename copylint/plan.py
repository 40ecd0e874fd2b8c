"""The rules of a run, prepared, and which of them can find anything in a document: told for all before any runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from copylint.annotate.gates import SETS, TEXTS, wanted
from copylint.annotate.words import EVERYWHERE, shape_of
from copylint.checks.terms import Matcher, Terms
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Chosen, Gate

_MOST_TEXTS = 12  # of a gate; to look for more costs as much as a rule
_COMMON = "_.,-–—:;'\"“”()"
_WORD = expression(r"[\w\u0300-\u036f]+")


class RuleSet:
    """The rules of one settings value, prepared: their terms in one matcher, their gates in one plan a language."""

    __slots__ = ("_asleep", "_gated", "_judged", "_plans", "_rules", "_with_terms", "by_id", "matcher")

    def __init__(self, chosen: Iterable[Chosen], *, gated: bool = True) -> None:
        """gated: run a rule only on documents that open its gate; to run all gives the same findings."""
        self.by_id = {one.rule.id: one for one in chosen}
        every = self.by_id.values()
        self._judged = frozenset(one.rule.id for one in every if hasattr(one.rule.check, "judge"))
        self._rules = sorted(every, key=self.judges)
        self._gated = gated
        self._plans: dict[tuple[str, bool], _Plan] = {}
        self._with_terms = [one for one in self._rules if hasattr(one.rule.check, "terms")]
        self._gather()

    def _gather(self) -> None:
        """Gathers the terms of the rules that are loaded; those of the others are looked for when they wake."""
        asleep: list[Chosen] = []
        owners: list[Terms] = []
        for one in self._with_terms:
            check: Any = one.rule.check
            if _is_asleep(one):
                asleep.append(one)
            else:
                owners.extend(owner for owner in check.terms(one.options) if len(owner))
        self.matcher = Matcher(owners) if owners else None
        self._asleep = asleep

    def prime(self, document: Document) -> None:
        """Looks for all terms at once."""
        if self._asleep and not all(map(_is_asleep, self._asleep)):
            self._gather()
        if self.matcher is not None:
            self.matcher.prime(document)

    def judges(self, one: Chosen) -> bool:
        """Whether the rule's check observes and judges."""
        return one.rule.id in self._judged

    def possible(self, document: Document, *, alone: bool) -> list[Chosen]:
        """The rules that can find anything in a document; those that judge last. alone: what they observe is judged
        within the document."""
        language = (document.meta.language or "en").split("-")[0].lower()
        plan = self._plans.get((language, alone))
        if plan is None:
            these = [one for one in self._rules if language in one.rule.languages or "*" in one.rule.languages]
            gated = [one.rule.id for one in these if self._gated and (alone or not self.judges(one))]
            plan = self._plans[language, alone] = _Plan(these, frozenset(gated))
        try:
            return plan.possible(document)
        except MemoryError:
            raise
        except Exception:  # of a reading; the rules that need it will tell
            return plan.rules()


def _is_asleep(one: Chosen) -> bool:
    """Whether a rule has not been loaded yet (`index`)."""
    asleep: Callable[[Any], bool] | None = getattr(one.rule.check, "asleep", None)
    return asleep is not None and asleep(one.options)


class _Plan:
    """Gates turned round: for each reading what in it opens which gate. Each gate is a bit."""

    __slots__ = ("_in_texts", "_only_sets", "_rules", "_sets")

    def __init__(self, chosen: Iterable[Chosen], gated: frozenset[str]) -> None:
        """gated: the ids of the rules whose gates count."""
        self._rules: list[tuple[int, Chosen]] = []
        self._in_texts: dict[int, list[tuple[Callable[[Document], str], tuple[str, ...]]]] = {}
        bits: dict[Gate, int] = {}
        sets: dict[str, dict[Any, int]] = {}
        for one in chosen:
            wanted = 0
            if one.rule.gate is not None and one.rule.id in gated and one.options is one.rule.as_declared():
                for gate in _flat(one.rule.gate):
                    if gate not in bits:
                        bits[gate] = 1 << len(bits)
                        self._add(gate, bits[gate], sets)
                    wanted |= bits[gate]
            self._rules.append((wanted, one))
        self._only_sets = ~sum(self._in_texts)  # the bits of the gates that no text opens
        self._sets = [(SETS[field], frozenset(by_entry), by_entry) for field, by_entry in sets.items()]

    def _add(self, gate: Gate, bit: int, sets: dict[str, dict[Any, int]]) -> None:
        entries = {field: [*wanted(gate, field)] for field in SETS}
        shapes, texts = dict.fromkeys(gate.shapes), []
        for text in gate.texts:
            if words := _whole_words(text):
                rare = [word for word in words if word not in EVERYWHERE]
                if rare:
                    entries["words"].append(max(rare, key=len))
                elif len(words) > 1:
                    entries["pairs"].append(words[:2])
                else:
                    texts.append(text)
            elif mark := _rare_mark(text):  # in the folded text apostrophes are straight
                entries["marks"].extend(mark if mark != "'" else "'’")
            elif not any(map(str.isalpha, text)):
                shapes[shape_of(text)] = None
            else:
                texts.append(text)
        for field, some in entries.items():
            for entry in some:
                by_entry = sets.setdefault(field, {})
                by_entry[entry] = by_entry.get(entry, 0) | bit
        if texts or shapes:
            self._in_texts[bit] = [(TEXTS["shapes"], tuple(shapes)), (TEXTS["texts"], tuple(texts))]

    def rules(self) -> list[Chosen]:
        """All rules, in their order."""
        return [one for _, one in self._rules]

    def possible(self, document: Document) -> list[Chosen]:
        """The rules whose gates are open, in their order."""
        opened = 0
        for reading, entries, opens in self._sets:
            for entry in entries & reading(document):
                opened |= opens[entry]
        found = []
        asked: dict[int, bool] = {}
        closed = ~opened
        for_good = closed & self._only_sets
        for gates, one in self._rules:
            if not gates & for_good and (not gates & closed or self._open_in_texts(document, gates & closed, asked)):
                found.append(one)
        return found

    def _open_in_texts(self, document: Document, gates: int, asked: dict[int, bool]) -> bool:
        """Whether all these gates, which no set opens, are opened by a text. asked: what is known of them."""
        while gates:
            gate = gates & -gates
            gates ^= gate
            if gate not in asked:
                texts = self._in_texts[gate]
                asked[gate] = _any_in(document, texts)
            if not asked[gate]:
                return False
        return True


def _any_in(document: Document, texts: list[tuple[Callable[[Document], str], tuple[str, ...]]]) -> bool:
    """Whether one of the entries is in the text that its reading gives."""
    for reading, entries in texts:
        if entries:
            text = reading(document)
            for entry in entries:
                if entry in text:
                    return True
    return False


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
