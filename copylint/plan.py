"""Prepares the rules of a run, and tells which of them could find anything in a document before any of them runs."""

from __future__ import annotations

from itertools import compress, pairwise

from copylint.annotate.languages import language
from copylint.annotate.lines import openings
from copylint.annotate.words import in_order, marks, row, shape, token_set
from copylint.document import Document
from copylint.index import Listed, Waiting
from copylint.inverted import READINGS, Inverted, Look, flat, forms_of
from copylint.rule import Chosen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from copylint.checks.terms import Matcher, Terms

_TRUTHS = bytes(code != ord("0") for code in range(256))  # of the figures of a binary number


class RuleSet:
    """The rules of one settings value, prepared: one matcher for their terms, one plan of their gates for each
    language. judging: the ids of those whose checks observe and judge."""

    __slots__ = ("_asleep", "_gated", "_languages", "_plans", "_ranks", "_rules", "_with_terms", "by_id", "judging",
                 "matcher")  # fmt: skip

    def __init__(self, chosen: Iterable[Chosen], *, gated: bool = True) -> None:
        """gated: run a rule only on documents that open its gate. Running all rules on all documents gives the same
        findings."""
        self.by_id = {one.rule.id: one for one in chosen}
        every = self.by_id.values()
        self.judging = frozenset(one.rule.id for one in every if hasattr(one.rule.check, "judge"))
        self._rules = sorted(every, key=self._judges)
        self._ranks = {one.rule.id: rank for rank, one in enumerate(self._rules)}
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
        self.matcher: Matcher | None = None
        if owners:
            from copylint.checks.terms import Matcher  # loaded already, with the first rule that has terms

            self.matcher = Matcher(owners)
        self._asleep = asleep

    def prime(self, document: Document, possible: Iterable[str]) -> None:
        """Searches for all terms at once, if one of the possible rules has any."""
        if self._with_terms.isdisjoint(possible):
            return
        if self._asleep and not all(map(_is_asleep, self._asleep)):
            self._gather()
        if self.matcher is not None:
            self.matcher.prime(document)

    def _judges(self, one: Chosen) -> bool:
        return one.rule.id in self.judging

    def possible(self, document: Document, *, alone: bool) -> list[str]:
        """The ids of the rules that can find anything in a document. alone: whether consistency is judged within the
        document."""
        plan = self._plan(language(document), alone)
        try:
            return plan.possible(document)
        except MemoryError:
            raise
        except Exception:  # of a reading; the rules that need it will tell
            return plan.rules()

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Rules in the order in which they are run: those that judge come last."""
        return sorted(ids, key=self._ranks.__getitem__)

    def check_of(self, one: Chosen) -> tuple[Any, Any]:
        """What is called for a rule, and with what options: once it is loaded, its check without what waited for it."""
        check: Any = one.rule.check
        if one.rule.id in self.judging or not isinstance(check, Waiting):
            return check, one.options
        return check.at_hand(one.options)

    def reads(self, tag: str) -> bool:
        """Whether the rules are for the language of a tag. Rules for any language count only if there are no others."""
        return tag in self._languages or self._languages <= {"*"}

    def _plan(self, tag: str, alone: bool) -> _Plan:
        plan = self._plans.get((tag, alone))
        if plan is None:
            these = [one for one in self._rules if tag in one.rule.languages or "*" in one.rule.languages]
            gated = [one.rule.id for one in these if self._gated and (alone or not self._judges(one))]
            plan = self._plans[tag, alone] = _Plan(these, frozenset(gated))
        return plan


def _is_asleep(one: Chosen) -> bool:
    """Whether a rule has not been loaded yet (`index`)."""
    asleep: Callable[[Any], bool] | None = getattr(one.rule.check, "asleep", None)
    return asleep is not None and asleep(one.options)


class _Plan:
    """The inverted gates of some rules. The rules are bits too: each is the first of those of its gates, or one by
    itself."""

    __slots__ = (
        "_asking", "_beyond", "_firsts", "_followed", "_from_last_bit", "_has_lines", "_in_texts", "_inverted",
        "_most_of_a_rule", "_only_sets", "_rules", "_sets", "_spaced", "_ungated",
    )  # fmt: skip

    def __init__(self, chosen: Sequence[Chosen], gated: frozenset[str]) -> None:
        """gated: the ids of the rules whose gates count."""
        self._rules = [one.rule.id for one in chosen]
        inverted, of_rules = _gates_of(chosen, gated)
        self._inverted = inverted
        self._ungated = self._firsts = 0  # the rules without a gate, and those with
        self._followed = 0  # the gates behind which another of the same rule stands
        self._most_of_a_rule = max(map(len, of_rules.values()), default=0)
        every: list[int] = []  # the gates of each rule that has some
        beyond = max([bits.stop for bits in of_rules.values()], default=0)
        at_bits: dict[int, str] = {}
        for one in self._rules:
            bits = of_rules.get(one)
            if bits is None:
                at_bits[beyond] = one
                self._ungated |= 1 << beyond
                beyond += 1
                continue
            first = 1 << bits.start
            gates = (1 << bits.stop) - first
            at_bits[bits.start] = one
            self._firsts |= first
            self._followed |= gates ^ 1 << bits.stop - 1
            every.append(gates)
        self._beyond = 1 << beyond
        self._from_last_bit: list[Any] = [at_bits.get(bit) for bit in range(beyond - 1, -1, -1)]
        wanted = sum(every)  # no two have a bit in common
        self._in_texts = {bit: looks for bit, looks in inverted.in_texts.items() if bit & wanted}
        in_texts = sum(self._in_texts)
        self._only_sets = ~in_texts  # the bits of the gates that no text opens
        self._asking = [
            (gates & self._only_sets, [(bit, looks) for bit, looks in self._in_texts.items() if bit & gates])
            for gates in every
            if gates & in_texts
        ]
        self._sets = [
            (READINGS[name], inverted.parts[name], opens)
            for name, opens in inverted.in_sets.items()
            if inverted.of_sets[name] & wanted
        ]
        self._has_lines = bool(inverted.of_sets.get("lines", 0) & wanted)
        self._spaced = [(one, forms_of(one[1])) for one in inverted.spaced]

    def rules(self) -> list[str]:
        """The ids of all rules."""
        return self._rules

    def possible(self, document: Document) -> list[str]:
        """The ids of the rules whose gates are open."""
        opened = self._opened(document)
        text = shape(document)
        signs = marks(document)
        spaced = [one for one, forms in self._spaced if not (forms and signs.isdisjoint(forms)) and one in text]
        for one in spaced:
            opened |= self._inverted.spaced[one]
        signs = signs.union(spaced)
        for_good = ~opened & self._only_sets
        for in_sets, in_texts in self._asking:
            if not in_sets & for_good:
                for gate, looks in in_texts:
                    if not gate & opened:
                        if not _has_any(document, looks, signs):
                            break
                        opened |= gate
        # A gate that is shut shuts the one before it, if that is of the same rule, and so on to the first.
        shut = ~opened
        for _ in range(1, self._most_of_a_rule):
            shut |= shut >> 1 & self._followed
        # A number with one figure more than there are bits: those behind it tell of each rule whether it runs.
        figures = bin(self._firsts & ~shut | self._ungated | self._beyond)[3:]
        return [*compress(self._from_last_bit, figures.encode().translate(_TRUTHS))]

    def _opened(self, document: Document) -> int:
        """The gates that need no search of the text to be opened, but for one that something rare makes likely."""
        opened = 0
        inverted = self._inverted
        inverted.meet(token_set(document))
        if self._has_lines:
            inverted.meet({word for word, _ in openings(document)})
        for reading, parts, opens in self._sets:
            for gates in map(opens.__getitem__, parts & reading(document)):
                opened |= gates
        two, longer = inverted.pairs, inverted.longer
        # No set of all pairs of tokens is made: of each it is only asked whether it stands in a phrase. `zip` makes one
        # tuple and fills it again and again, `pairwise` each anew.
        said = in_order(document)
        stand = inverted.known.intersection(zip(said, said[1:], strict=False))  # noqa: RUF007
        for pair in stand:
            opened |= two.get(pair, 0)
            for bits, phrases in longer.get(pair, ()):
                if bits & ~opened and any(_stands(document, phrase, stand) for phrase in phrases.split(",")):
                    opened |= bits
        return opened


def _gates_of(chosen: Iterable[Chosen], gated: frozenset[str]) -> tuple[Inverted, dict[str, range]]:
    """What opens the gates of some rules, and the bits of the gates of each rule. gated: the ids of those whose gates
    count. Those of the index are inverted already."""
    rules = [one.rule for one in chosen if one.rule.id in gated and one.options is one.rule.as_declared()]
    shared = next((rule.shared for rule in rules if isinstance(rule, Listed)), None)
    bits: dict[str, range] = {}
    others = []
    for rule in rules:
        if isinstance(rule, Listed) and rule.shared is shared:
            if rule.bits:
                bits[rule.id] = rule.bits
        elif rule.gate is not None and (gates := flat(rule.gate)):
            others.append((rule.id, gates))
    inverted = Inverted() if shared is None else shared.inverted()
    if others and shared is not None:
        inverted = inverted.copy()
    beyond = 0 if shared is None else shared.number_of_gates
    for name, gates in others:
        for bit, gate in enumerate(gates, start=beyond):
            inverted.add(gate, 1 << bit)
        bits[name] = range(beyond, beyond + len(gates))
        beyond += len(gates)
    return inverted, bits


def _stands(document: Document, phrase: str, pairs: set[tuple[str, str]]) -> bool:
    """Whether the words of a phrase follow one another. pairs: those of the document that stand in any phrase."""
    return pairs.issuperset(pairwise(phrase.split(" "))) and f" {phrase} " in row(document)


def _has_any(document: Document, looks: list[Look], signs: frozenset[str]) -> bool:
    """Whether a document has any of what is looked for. signs: its marks, and those that follow a space with it."""
    for reading, text, forms in looks:
        if (not forms or not signs.isdisjoint(forms)) and text in reading(document):
            return True
    return False
