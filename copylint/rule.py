"""What a rule is, what a check yields, and what is reported: plain immutable values. No behaviour.

A check is `check(document, options) -> matches`. It knows no rule, id or severity, and may not read files, print or
keep state. A check that judges consistency has two halves instead, `observe` and `judge`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple, Protocol, runtime_checkable

from copylint.document import Document, Place, Position, Span

Severity = Literal["suggestion", "warning", "error"]
SEVERITIES: tuple[Severity, ...] = ("suggestion", "warning", "error")
QUOTATIONS = ("check", "skip", "only")

Where = Span | Place
"""A span of the document at hand, or a `Place` where the document is no longer there."""


class Evidence(NamedTuple):
    """Another place of a finding, labelled with its form."""

    place: Where
    label: str


class Edit(NamedTuple):
    """A replacement of the text at a place. An empty span inserts."""

    place: Where
    replacement: str


class Match(NamedTuple):
    """What a check yields.

    place: the fault. evidence: the other places, in order. suggestions: what to write instead of the place, best
    first. slots: the named fields of the rule's message, besides `match` and `suggestion`. edits: the cure where it is
    not "replace the place by the only suggestion"; an empty tuple means no fix. safe: overrides the rule's fix safety.
    counts: form -> number of places, for consistency.
    """

    place: Where
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[str, ...] = ()
    slots: Mapping[str, str] | None = None
    edits: tuple[Edit, ...] | None = None
    safe: bool | None = None
    counts: Mapping[str, int] | None = None


class Observation(NamedTuple):
    """One occurrence of a form that consistency is judged on.

    family: what is one thing (namespaced by rule: two rules never share one). form: how it is written here. context:
    what the judge needs to know of the place (a part of speech, a field), a plain string. path is filled by the engine.
    """

    family: str
    form: str
    place: Where
    context: str = ""
    path: str = ""


@runtime_checkable
class ConsistencyCheck(Protocol):
    """A check in two halves: what occurs in a document, and what does not agree over all that was seen.

    `judge` is called once a family with that family's observations of the whole scope (document, folder or project),
    sorted by path and position, and yields at most one match a family and file, at a place of one of the observations.
    """

    def observe(self, document: Document, options: Any) -> Iterable[Observation]: ...

    def judge(self, family: str, observations: list[Observation], options: Any) -> Iterable[Match]: ...


Check = Callable[[Document, Any], Iterable[Match]] | ConsistencyCheck


class Kind(NamedTuple):
    """A kind of check, which many TOML rules can name. `options` is a NamedTuple class with defaults; `read` turns a
    TOML table into it and raises OptionError; without `read` the table's keys are the fields."""

    name: str
    summary: str
    check: Check
    options: type[Any]
    read: Callable[[Mapping[str, Any]], Any] | None = None


class OptionError(ValueError):
    """An option that cannot be used: `key` is its name (or a path of names and indexes), the text says why."""

    def __init__(self, key: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.key = key


class Example(NamedTuple):
    """Copy with its faults marked: `<mark>fault</mark>`, and `<evidence>other place</evidence>`.

    bad: copy with marks. good: what the fix makes of `bad`, or, alone, copy that the rule leaves alone. format: the
    name of a format (`text`, `markdown`, `html`). known: a known false alarm or miss; its test fails once it is mended.
    options: option values for this example. published: ISO date of publication.
    """

    bad: str | None = None
    good: str | None = None
    why: str = ""
    format: str = "text"
    known: bool = False
    options: Mapping[str, Any] | None = None
    published: str | None = None


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


class Rule(NamedTuple):
    """One demand on the copy; a value. The id is the path of its file, so a rule file leaves it out.

    message is one sentence with named fields. severity is the lowest that is honest. languages: primary subtags.
    fields: block kinds it runs in; empty means all. quotations: what it does inside quoted speech. source: where the
    demand comes from. layout: the rule is about the white space of the source, which formats do not share.
    """

    summary: str
    why: str
    message: str
    check: Check
    examples: tuple[Example, ...] = ()
    severity: Severity = "warning"
    default: Literal["on", "off"] = "on"
    options: Any = NoOptions()  # an immutable value
    languages: tuple[str, ...] = ("en",)
    fields: tuple[str, ...] = ()
    quotations: Literal["check", "skip", "only"] = "check"
    fix: Literal["safe", "unsafe"] | None = None
    source: tuple[str, ...] = ()
    layout: bool = False
    id: str = ""
    kind: str = "python"


class Pack(NamedTuple):
    """A folder of rules with one subject."""

    name: str
    summary: str
    rules: tuple[Rule, ...]


class Fix(NamedTuple):
    """The cure of a finding: its edits, as source places, in order and without overlap."""

    safety: Literal["safe", "unsafe"]
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """What is reported. All places are `Place`s."""

    rule: str
    severity: Severity
    message: str
    place: Place
    evidence: tuple[Evidence, ...] = ()
    counts: Mapping[str, int] | None = None
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    category: str = ""
    url: str | None = None
    fingerprint: str = ""


FAILURE_KINDS = ("unreadable", "skipped", "rule", "timeout", "reader", "source", "config")


class Failure(NamedTuple):
    """What copylint could not do; one of FAILURE_KINDS. path is None where no file is concerned."""

    kind: str
    message: str
    path: str | None = None
    rule: str | None = None
    start: Position | None = None
