"""copylint's own rules by an index: all that a run must know of a rule that finds nothing.

Reading each rule's file takes most of the time of a run over one page, where hardly any rule finds something. The
index, kept from run to run for as long as no file of copylint changes, holds the short fields of each rule, the
options of those in TOML, and what a document needs for the rule to find anything (its gate). Checks, examples and
reasons are read when they are asked for. Rules by the index are equal to those that are read; a test holds them to it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from copylint import __version__, kept
from copylint.annotate.gates import opens
from copylint.document import Document
from copylint.packs import load_rule
from copylint.rule import Check, Example, Gate, Kind, Match, Observation, Pack, Rule

_NAME = "rules"
_FIELDS = (
    "summary", "message", "severity", "default", "languages", "fields", "quotations", "fix", "source", "layout", "kind",
)  # fmt: skip


class Index:
    """The index for the files of copylint as they are now."""

    def __init__(self, root: str, kinds: Mapping[str, Kind]) -> None:
        package = os.path.dirname(os.path.abspath(__file__))
        folders = [package] if root.startswith(os.path.join(package, "")) else [package, root]
        self._state = f"{__version__} {sys.version}\n{kept.state_of_files(folders)}"
        self._root = root
        self._kinds = kinds

    def packs(self) -> list[Pack] | None:
        """copylint's own packs; None if there is no index for just these files."""
        kinds = self._kinds
        packs = []
        try:
            for name, summary, entries in kept.load(_NAME, self._state) or ():
                folder = os.path.join(self._root, name)
                packs.append(Pack(name, summary, tuple(_rule(folder, name, entry, kinds) for entry in entries)))
        except (TypeError, ValueError, KeyError, IndexError):
            return None
        return packs or None

    def keep(self, packs: Iterable[Pack]) -> None:
        """Keeps an index of the packs, which have been read since it was made."""
        kinds = self._kinds
        index = [[pack.name, pack.summary, [_entry(rule, kinds) for rule in pack.rules]] for pack in packs]
        kept.save(_NAME, self._state, index)


class Listed(Rule):
    """A rule of the index. What the index does not hold is read from the file of the rule when it is asked for."""

    _read: Callable[[], Rule]
    _check: Waiting
    _whole: Rule | None

    def whole(self) -> Rule:
        if self._whole is None:
            self._whole = self._read()
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

    def _replace(self, **changes: Any) -> Rule:  # type: ignore[override]
        return self.whole()._replace(**changes)

    def __eq__(self, other: object) -> bool:
        return self.whole() == (other.whole() if isinstance(other, Rule) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = Rule.__hash__


class Declared:
    """Stands for the options that a rule declares, until somebody looks at them."""

    def __init__(self, options: Callable[[], Any]) -> None:
        self._of_rule = options

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of_rule(), name)


class Waiting:
    """The check of a rule that waits for a document that its gate lets in; only then is it loaded."""

    def __init__(self, load: Callable[[], tuple[Check, Any]], gate: Gate | None) -> None:
        self.options = Declared(lambda: self._loaded()[1])
        self._load = load
        self._gate = gate
        self._awake: tuple[Check, Any] | None = None

    def asleep(self, options: Any) -> bool:
        """Whether the rule has not been loaded yet. With other options than its own it is loaded in any case."""
        return self._awake is None and options is self.options

    def _loaded(self) -> tuple[Check, Any]:
        awake = self._awake
        if awake is None:
            awake = self._awake = self._load()
        return awake

    def _asked(self, options: Any) -> tuple[Any, Any]:
        """The check, and the options to give to it."""
        check, declared = self._awake or self._loaded()
        return check, declared if options is self.options else options

    def _shut(self, document: Document, options: Any) -> bool:
        """Whether a rule that sleeps need not be loaded for this document."""
        return self._gate is not None and options is self.options and not opens(document, self._gate)

    def __call__(self, document: Document, options: Any) -> Iterable[Match]:
        awake = self._awake
        if awake is None:
            if self._shut(document, options):
                return ()
            awake = self._loaded()
        check: Any = awake[0]
        declared = awake[1]
        found: Iterable[Match] = check(document, declared if options is self.options else options)
        return found


class WaitingTerms(Waiting):
    """One whose terms are looked for with those of other rules once it is awake."""

    def terms(self, options: Any) -> Iterable[Any]:
        check, options = self._asked(options)
        found: Iterable[Any] = check.terms(options)
        return found


class WaitingConsistency(Waiting):
    """One that judges consistency."""

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


_WAITING: dict[tuple[bool, bool], type[Waiting]] = {
    (False, False): Waiting,
    (False, True): WaitingTerms,
    (True, False): WaitingConsistency,
    (True, True): WaitingFamilies,
}  # (judges, has terms)


def _entry(rule: Rule, kinds: Mapping[str, Kind]) -> list[Any]:
    """A rule as plain data."""
    options = _plain_fields(rule.options) if rule.kind in kinds else None
    return [
        os.path.basename(rule.path),
        [getattr(rule, field) for field in _FIELDS],
        None if options is None else kept.encoded(options),  # as text, for most are not looked at
        None if rule.gate is None else list(rule.gate),
        hasattr(rule.check, "judge"),
        hasattr(rule.check, "terms"),
    ]


def _rule(folder: str, pack: str, entry: Any, kinds: Mapping[str, Kind]) -> Listed:
    name, fields, options, gate, judges, has_terms = entry
    stem = name.rpartition(".")[0]
    path = os.path.join(folder, name)
    values = dict(zip(_FIELDS, fields, strict=True))
    for field in ("languages", "fields", "source"):
        values[field] = tuple(values[field])
    gate = None if gate is None else _gate(gate)
    made = Listed(
        **values,
        why="",
        check=_unread,
        examples=(),
        options=None,
        id=f"{pack}/{stem}",
        table=None,
        path=path,
        gate=gate,
    )
    made._whole = None
    made._read = partial(load_rule, path, pack, stem, kinds)
    if options is None:
        load: Callable[[], tuple[Check, Any]] = partial(_from_file, made)
    else:
        load = partial(_from_index, kinds, values["kind"], options)
    made._check = _WAITING[judges, has_terms](load, gate)
    return made


def _gate(plain: list[Any]) -> Gate:
    gate = Gate._make(tuple(value) if type(value) is list else value for value in plain)
    return gate._replace(both=tuple(map(_gate, gate.both)))


def _unread(document: Document, options: Any) -> Iterator[Match]:
    """Takes the place of the check in the tuple of a rule of the index, whose property `check` is what is asked."""
    raise AssertionError("a rule of the index is asked by its property")


def _from_file(rule: Listed) -> tuple[Check, Any]:
    whole = rule.whole()
    return whole.check, whole.options


def _from_index(kinds: Mapping[str, Kind], name: str, options: str) -> tuple[Check, Any]:
    kind = kinds[name]
    return kind.check, kind.options(*map(_value, kept.decoded(options)))


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
