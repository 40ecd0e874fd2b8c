"""copylint's own rules by an index: all that a run must know of a rule that finds nothing.

Reading each rule's file takes most of the time of a run over one page, where hardly any rule finds something. The
index, kept from run to run for as long as no file of copylint changes, holds the short fields of each rule, the
options of those in TOML, and what a document needs for the rule to find anything (its gate), that of all rules inverted
as well. Checks, examples and reasons are read when they are asked for. Rules by the index are equal to those that are
read; a test holds them to it.
"""

from __future__ import annotations

import os
import sys

from copylint import __version__, kept
from copylint.annotate.gates import opens
from copylint.document import Document
from copylint.inverted import SHELVES, Inverted, flat, has_costly
from copylint.packs import builtin_root, load_rule, state_of_own_files
from copylint.rule import Check, Example, Gate, Kind, Match, Observation, Pack, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

_NAME = "rules"
_OF_ALL = 2  # parts: of the packs, and of the gates turned round; behind them stand the shelves, and two a rule
_OF_RULES = _OF_ALL + SHELVES
_FIELDS = (
    "summary", "message", "severity", "default", "languages", "fields", "quotations", "fix", "source", "layout", "kind",
)  # fmt: skip


class Index:
    """The index for the files of copylint as they are now."""

    def __init__(self, root: str, kinds: Mapping[str, Kind]) -> None:
        other = "" if root == builtin_root() else kept.state_of_files([root])
        self._state = f"{__version__} {sys.version}\n{state_of_own_files()}\n{other}"
        self._root = root
        self._kinds = kinds

    def packs(self) -> list[Pack] | None:
        """copylint's own packs; None if there is no index for just these files."""
        parts = kept.load_parts(_NAME, self._state)
        if parts is None:
            return None
        try:
            listed, plain = [kept.decoded(parts[number].decode()) for number in range(_OF_ALL)]
        except ValueError:
            return None
        shared = Shared(self._kinds, parts, plain)
        return [
            Pack(name, summary, tuple([_rule(os.path.join(self._root, name), name, one, shared) for one in entries]))
            for name, summary, entries in listed
        ]

    def keep(self, packs: Sequence[Pack]) -> None:
        """Keeps an index of the packs, which have been read since it was made."""
        rules = [rule for pack in packs for rule in pack.rules]
        listed = [[pack.name, pack.summary, [_entry(rule) for rule in pack.rules]] for pack in packs]
        inverted = _inverted(rule.gate for rule in rules)
        texts = [kept.encoded(listed), kept.encoded(inverted.plain()), *inverted.on_shelves()]
        for rule in rules:
            options = _plain_fields(rule.options) if rule.kind in self._kinds else None
            texts.append("" if options is None else kept.encoded(options))
            texts.append("" if rule.gate is None else kept.encoded(rule.gate))
        kept.save_parts(_NAME, self._state, [text.encode() for text in texts])


class Shared:
    """What the index holds of all rules together: most of it is not looked at."""

    def __init__(self, kinds: Mapping[str, Kind], parts: kept.Parts, plain: Any) -> None:
        """plain: the gates turned round (`Inverted.of_plain`)."""
        self.kinds = kinds
        self.number_of_rules = self.number_of_gates = 0
        self._parts = parts
        self._plain = plain
        self._inverted: Inverted | None = None

    def options(self, number: int) -> str:
        """The options of a rule by its number, encoded; empty where its file has them."""
        try:
            return self._parts[_OF_RULES + 2 * number].decode()
        except ValueError:
            return ""

    def gate(self, rule: Listed, number: int) -> Gate | None:
        """The gate of a rule by its number."""
        try:
            text = self._parts[_OF_RULES + 2 * number + 1].decode()
        except ValueError:
            return rule.whole().gate
        return _gate(kept.decoded(text)) if text else None

    def shelf(self, number: int) -> str:
        """What words on a shelf open. Raises ValueError if it is damaged."""
        return self._parts[_OF_ALL + number].decode()

    def inverted(self) -> Inverted:
        """The gates of all rules, turned round."""
        if self._inverted is None:
            self._inverted = Inverted.of_plain(self._plain, self.shelf)
        return self._inverted


class Listed(Rule):
    """A rule of the index. What the index does not hold is read from the file of the rule when it is asked for.

    bits: those of its gates in what the rules of an index share. has_costly_gate: there is more to its gate.
    """

    shared: Shared
    bits: range
    has_costly_gate: bool
    _number: int
    _check: Waiting
    _whole: Rule | None

    def whole(self) -> Rule:
        if self._whole is None:
            pack, _, stem = self.id.partition("/")
            self._whole = load_rule(self.path, pack, stem, self.shared.kinds)
        return self._whole

    def as_declared(self) -> Any:
        return self._check.options

    @property
    def check(self) -> Check:
        return self._check

    @property
    def why(self) -> str:
        return self.whole().why

    @property
    def examples(self) -> tuple[Example, ...]:
        return self.whole().examples

    @property
    def options(self) -> Any:
        return self.whole().options

    @property
    def table(self) -> Mapping[str, Any] | None:
        return self.whole().table

    @property
    def gate(self) -> Gate | None:
        return self.shared.gate(self, self._number)

    def check_and_options(self) -> tuple[Check, Any]:
        """The check itself, and the options that the rule declares."""
        options = self.shared.options(self._number)
        if not options:
            whole = self.whole()
            return whole.check, whole.options
        kind = self.shared.kinds[self.kind]
        return kind.check, kind.options(*map(_value, kept.decoded(options)))

    def _replace(self, **changes: Any) -> Rule:  # type: ignore[override]
        return self.whole()._replace(**changes)

    def __eq__(self, other: object) -> bool:
        return self.whole() == (other.whole() if isinstance(other, Rule) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = Rule.__hash__


class Declared:
    """Stands for the options that a rule declares, until somebody looks at them."""

    __slots__ = ("_of_check",)

    def __init__(self, check: Waiting) -> None:
        self._of_check = check

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of_check.loaded()[1], name)


class Waiting:
    """The check of a rule that waits for a document that its gate lets in; only then is it loaded."""

    __slots__ = ("_awake", "_rule", "options")

    def __init__(self, rule: Listed) -> None:
        self.options = Declared(self)
        self._rule = rule
        self._awake: tuple[Check, Any] | None = None

    def asleep(self, options: Any) -> bool:
        """Whether the rule has not been loaded yet. With other options than its own it is loaded in any case."""
        return self._awake is None and options is self.options

    def loaded(self) -> tuple[Check, Any]:
        """The check itself, and the options that the rule declares."""
        awake = self._awake
        if awake is None:
            awake = self._awake = self._rule.check_and_options()
        return awake

    def _asked(self, options: Any) -> tuple[Any, Any]:
        """The check, and the options to give to it."""
        check, declared = self._awake or self.loaded()
        return check, declared if options is self.options else options

    def at_hand(self, options: Any) -> tuple[Any, Any]:
        """What may be called in its place, and with what options: itself until the rule is loaded."""
        return (self, options) if self._awake is None else self._asked(options)

    def _shut(self, document: Document, options: Any) -> bool:
        """Whether a rule that sleeps need not be loaded for this document. What its gate asks that is not costly has
        been asked with that of all rules (`plan`)."""
        rule = self._rule
        return rule.has_costly_gate and options is self.options and not opens(document, rule.gate or Gate())

    def __call__(self, document: Document, options: Any) -> Iterable[Match]:
        if self._awake is None and self._shut(document, options):
            return ()
        check, options = self._asked(options)
        found: Iterable[Match] = check(document, options)
        return found


class WaitingTerms(Waiting):
    """One whose terms are looked for with those of other rules once it is awake."""

    __slots__ = ()

    def terms(self, options: Any) -> Iterable[Any]:
        check, options = self._asked(options)
        found: Iterable[Any] = check.terms(options)
        return found


class WaitingConsistency(Waiting):
    """One that judges consistency."""

    __slots__ = ()

    def observe(self, document: Document, options: Any) -> Iterable[Observation]:
        check, options = self._asked(options)
        found: Iterable[Observation] = check.observe(document, options)
        return found

    def observe_alone(self, document: Document, options: Any) -> Iterable[Observation]:
        if self._awake is None and self._shut(document, options):
            return ()
        check, options = self._asked(options)
        found: Iterable[Observation] = getattr(check, "observe_alone", check.observe)(document, options)
        return found

    def judge(self, family: str, observations: list[Observation], options: Any) -> Iterable[Match]:
        check, options = self._asked(options)
        found: Iterable[Match] = check.judge(family, observations, options)
        return found


class WaitingFamilies(WaitingConsistency, WaitingTerms):
    """One that judges consistency of terms."""

    __slots__ = ()


_WAITING: dict[tuple[bool, bool], type[Waiting]] = {
    (False, False): Waiting,
    (False, True): WaitingTerms,
    (True, False): WaitingConsistency,
    (True, True): WaitingFamilies,
}  # (judges, has terms)


def _entry(rule: Rule) -> list[Any]:
    """The short fields of a rule as plain data."""
    return [
        os.path.basename(rule.path),
        [getattr(rule, field) for field in _FIELDS],
        0 if rule.gate is None else len(flat(rule.gate)),
        rule.gate is not None and has_costly(rule.gate),
        hasattr(rule.check, "judge"),
        hasattr(rule.check, "terms"),
    ]


def _inverted(gates: Iterable[Gate | None]) -> Inverted:
    """The gates of rules turned round, all in their order."""
    inverted = Inverted()
    for number, gate in enumerate(one for of_rule in gates if of_rule is not None for one in flat(of_rule)):
        inverted.add(gate, 1 << number)
    return inverted


def _rule(folder: str, pack: str, entry: Any, shared: Shared) -> Listed:
    name, fields, gates, costly, judges, has_terms = entry
    summary, message, severity, default, languages, of_blocks, quotations, fix, source, layout, kind = fields
    made = Listed(
        summary,
        "",
        message,
        _unread,
        (),
        severity,
        default,
        None,
        tuple(languages),
        tuple(of_blocks),
        quotations,
        fix,
        tuple(source),
        layout,
        f"{pack}/{name.rpartition('.')[0]}",
        kind,
        None,
        f"{folder}{os.sep}{name}",
    )
    made.shared = shared
    made.bits = range(shared.number_of_gates, shared.number_of_gates + gates)
    made.has_costly_gate = costly
    made._number = shared.number_of_rules
    made._whole = None
    made._check = _WAITING[judges, has_terms](made)
    shared.number_of_gates += gates
    shared.number_of_rules += 1
    return made


def _gate(plain: list[Any]) -> Gate:
    gate = Gate._make(tuple(value) if type(value) is list else value for value in plain)
    return gate._replace(both=tuple(map(_gate, gate.both)))


def _unread(document: Document, options: Any) -> Iterator[Match]:
    """Takes the place of the check in the tuple of a rule of the index, whose property `check` is what is asked."""
    raise AssertionError("a rule of the index is asked by its property")


def _plain_fields(options: Any) -> list[Any] | None:
    try:
        return [_plain(value) for value in options]
    except TypeError:
        return None


def _plain(value: Any) -> Any:
    """A value of options as JSON has it: what JSON has not is a list that begins with its sign."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if type(value) is tuple:
        return ["t", *map(_plain, value)]
    if type(value) is frozenset:
        return ["s", *sorted(map(_plain, value))]
    if type(value) is dict and all(type(key) is str for key in value):
        return {key: _plain(inner) for key, inner in value.items()}
    from copylint.checks.terms import Terms

    if type(value) is Terms:
        return ["T", *([term.text, _plain(term.payload), term.ignore_case] for term in value)]
    raise TypeError(f"{type(value).__name__} is not kept")


def _value(plain: Any) -> Any:
    """The value that `_plain` has made this of."""
    if type(plain) is dict:
        return {key: _value(inner) for key, inner in plain.items()}
    if type(plain) is not list:
        return plain
    sign, *inner = plain
    if sign == "t":
        return tuple(map(_value, inner))
    if sign == "s":
        return frozenset(map(_value, inner))
    from copylint.checks.terms import Term, Terms

    return Terms(Term(text, _value(payload), ignore_case) for text, payload, ignore_case in inner)
