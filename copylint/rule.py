"""What a rule is, what a check yields, and what is reported: plain immutable values, and next to no behaviour.

A check is `check(document, options) -> matches`. It knows no rule, id or severity, and may not read files, print or
keep state. A check that judges consistency has two halves instead, `observe` and `judge`.
"""

from __future__ import annotations

from copylint.document import Document, Place, Position, Span
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, Protocol

    Severity = Literal["suggestion", "warning", "error"]
else:  # importing `typing` takes a twentieth of a run over one page
    Protocol, Severity = object, str

SEVERITIES: tuple[Severity, ...] = ("suggestion", "warning", "error")
HOUSE = "house"
"""The slot of a match that the house style decides, not the article: the message then names the style."""
QUOTATIONS = ("check", "skip", "only")
_MOST_TOLD = 300  # code points of what an error says

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
    what the judge needs to know of the place (a part of speech, a field), a plain string. path and quoted (whether the
    place lies in quoted speech) are filled by the engine.
    """

    family: str
    form: str
    place: Where
    context: str = ""
    path: str = ""
    quoted: bool = False


class ConsistencyCheck(Protocol):
    """A check in two halves: what occurs in a document, and what does not agree over all that was seen.

    `judge` is called once a family with that family's observations of the whole scope (document, folder or project),
    sorted by path and position, and yields at most one match a family and file, at a place of one of the observations.

    A check may have `observe_alone` too, with the arguments of `observe`: what is observed where nothing but the
    document is judged. It may leave out every family in which the document cannot disagree with itself, and so be fast.
    """

    def observe(self, document: Document, options: Any) -> Iterable[Observation]: ...

    def judge(self, family: str, observations: list[Observation], options: Any) -> Iterable[Match]: ...


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Check = Callable[[Document, Any], Iterable[Match]] | ConsistencyCheck
else:
    Check = object


class Gate(NamedTuple):
    """What a document must have, some of it, for a rule to find anything there: in a document without any of it the
    check, with the options that the rule declares, yields nothing. Each kind of thing is looked for in a reading that
    all gates share, so that a hundred rules cost hardly more than one (`annotate.gates`).

    words: folded runs of letters and figures that stand alone (`annotate.words.token_set`). pairs: two such, or more,
    that follow one another, with a space between ("more better"; `token_pairs`). marks: characters that are neither,
    but for the plain space (`marks`). lines: what short lines begin with: "share" alone, "share this", "share …" with
    anything behind it (`annotate.lines.openings`). repeats: what stands twice (`annotate.repeats`). faults: kinds of
    fault of quotation marks, or `NOT_DOUBLE` (`annotate.quotations`). comments: a comment. shapes: punctuation
    (`annotate.words.shape`), and texts: anything, folded and with straight apostrophes (`flowed_folded`); both cost
    more, as each is a search. cores: what a short line holds; it is asked for only before a rule is loaded. both:
    gates that must be open as well, each by itself.
    """

    words: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    cores: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    comments: bool = False
    marks: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    both: tuple[Any, ...] = ()  # of gates


class Kind(NamedTuple):
    """A kind of check, which many TOML rules can name. `options` is a NamedTuple class with defaults; `read` turns a
    TOML table into it and raises OptionError; without `read` the table's keys are the fields. `gate` tells what
    options need, None if that cannot be told."""

    name: str
    summary: str
    check: Check
    options: type[Any]
    read: Callable[[Mapping[str, Any]], Any] | None = None
    gate: Callable[[Any], Gate | None] | None = None


class OptionError(ValueError):
    """An option that cannot be used: `key` is its name (or a path of names and indexes), the text says why."""

    def __init__(self, key: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.key = key

    def __reduce__(self) -> tuple[type[OptionError], tuple[tuple[str | int, ...], str]]:
        return OptionError, (self.key, str(self))  # it may come from a worker process


class Unavailable(Exception):
    """Raised by a check that cannot work here because a package is not installed; the text is the whole sentence."""


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
    demand comes from. layout: the rule is about the white space of the source, which formats do not share. gate: what
    a document needs for the check (of consistency: `observe_alone`) to yield anything, so that the rule need not even
    be loaded for one without.
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
    table: Mapping[str, Any] | None = None  # the options of a TOML rule as written: what its kind reads
    path: str = ""
    gate: Gate | None = None

    def as_declared(self) -> Any:
        """The options as the rule declares them, for a check whose options nothing changes."""
        return self.options

    def whole(self) -> Rule:
        """The rule with all that its file says; one from an index is read now."""
        return self


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


class Failure(NamedTuple):
    """What copylint could not do. path is None where no file is concerned.

    kind: unreadable, skipped, rule, unavailable, timeout, reader, source or config.
    """

    kind: str
    message: str
    path: str | None = None
    rule: str | None = None
    start: Position | None = None


def check_match(match: Match) -> None:
    """Raises TypeError if a text in a match is not a string, or a count not a number."""
    check_texts(*match.suggestions, *(other.label for other in match.evidence))
    check_texts(*(match.slots or {}).values(), *(edit.replacement for edit in match.edits or ()))
    for form, number in (match.counts or {}).items():
        check_texts(form, "" if isinstance(number, int) else number)


def check_texts(*texts: object) -> None:
    """Raises TypeError if one of them is not a string."""
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"{type(text).__name__} where a text is due")


def told(error: BaseException) -> str:
    """The error as one line of limited length. Its class may be anybody's, so even asking for its text may fail."""
    try:
        text = " ".join(str(error).split())
    except Exception:
        text = ""
    name = type(error).__name__
    return f"{name}: {text if len(text) <= _MOST_TOLD else text[:_MOST_TOLD] + '…'}" if text else name


class Chosen(NamedTuple):
    """A rule with the severity and options that style and configuration give it. style: the name of the house style
    that set some of the options, or ""."""

    rule: Rule
    severity: Severity
    options: Any
    style: str = ""
