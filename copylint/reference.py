"""A rule as a page that a sub-editor can read: generated when asked for, never committed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from copylint.checks.consistency import MODES
from copylint.options import choices
from copylint.rule import Example, Kind, Rule
from copylint.toml import written, written_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WIDTH = 88  # columns
_LABEL = 13
_QUOTATIONS = {
    "check": "is checked as everything else is",
    "skip": "is left alone: what somebody said is a fact",
    "only": "is all that it looks at",
}
_FIX = {
    "safe": "safe: --fix applies it, no reading of the article changes; where one might, --unsafe-fixes does",
    "unsafe": "unsafe: --unsafe-fixes applies it, read what it does",
    "certain": "safe for the words in 'certain' below: --fix applies it; unsafe for others: --unsafe-fixes does",
    None: "none: the editor decides",
}
_MODE = "mode: consistent judges by majority what no style sets, style leaves it alone."
_DEFAULT = {"on": "on by default", "off": "off by default"}


def page(rule: Rule, kinds: Mapping[str, Kind], width: int = _WIDTH) -> Iterator[str]:
    """The page of a rule, line by line. width: in columns."""
    yield rule.id
    yield "=" * len(rule.id)
    yield ""
    yield from wrapped(rule.summary, width)
    yield ""
    yield from wrapped(rule.why, width)
    yield ""
    for label, said in _facts(rule, kinds):
        yield from wrapped(said, width, f"{label:<{_LABEL}}", " " * _LABEL)
    options = list(_options(rule))
    if options:
        yield ""
        yield from wrapped("Options, and what they are unless a style or a configuration says otherwise", width)
        yield ""
        for option in options:
            yield from wrapped(option, width, " " * 4, " " * 8)
        yield from _meanings(rule, width)
    faults = [example for example in rule.examples if example.bad is not None]
    clean = [example for example in rule.examples if example.bad is None]
    signs = _signs(faults)
    if faults:
        yield ""
        fault, other = (
            signs["<mark>"] + "fault" + signs["</mark>"],
            signs["<evidence>"] + "others" + signs["</evidence>"],
        )
        yield from wrapped(f"Found: the {fault}" + (f", with the {other}" if _has_evidence(faults) else ""), width)
        for example in faults:
            yield ""
            yield from _example(example, signs, width)
    if clean:
        yield ""
        yield "Left alone"
        for example in clean:
            yield ""
            yield from _example(example, signs, width)


def _facts(rule: Rule, kinds: Mapping[str, Kind]) -> Iterator[tuple[str, str]]:
    yield "Severity", f"{rule.severity}, {_DEFAULT[rule.default]}"
    yield "Quoted", _QUOTATIONS[rule.quotations]
    certain = rule.fix == "unsafe" and rule.table is not None and rule.table.get("certain")
    yield "Fix", _FIX["certain" if certain else rule.fix]
    if rule.fields:
        yield "Runs in", ", ".join(rule.fields)
    if rule.languages != ("*",):
        yield "Language", ", ".join(rule.languages)
    if rule.kind != "python":
        yield "Check", rule.kind + (f" ({kinds[rule.kind].summary})" if rule.kind in kinds else "")
    for number, source in enumerate(rule.source):
        yield "Source" if number == 0 else "", source


def _has_evidence(examples: Iterable[Example]) -> bool:
    return any("<evidence>" in (example.bad or "") for example in examples)


def _signs(examples: Sequence[Example]) -> Mapping[str, str]:
    """What stands for the marks of examples: brackets, unless an example has brackets of its own."""
    own = "".join(example.bad or "" for example in examples)
    fault = ("[", "]") if "[" not in own and "]" not in own else (">>", "<<")
    other = ("{", "}") if "{" not in own and "}" not in own else ("((", "))")
    return dict(zip(("<mark>", "</mark>", "<evidence>", "</evidence>"), (*fault, *other), strict=True))


class _Stand(Protocol):
    """What a house style says of a rule."""

    @property
    def style(self) -> str: ...
    @property
    def values(self) -> Mapping[str, Any]: ...
    @property
    def sources(self) -> Mapping[str, str]: ...
    @property
    def terms(self) -> int: ...
    @property
    def as_of(self) -> str | None: ...


def stand_lines(stands: Sequence[_Stand], width: int = _WIDTH) -> Iterator[str]:
    """What house styles say of a rule, side by side; nothing if none says anything."""
    if not any(stand.terms or stand.values for stand in stands):
        return
    yield ""
    yield from wrapped("What house styles say (in the style of; as it was seen then, and where)", width)
    yield ""
    names = [f"{stand.style} ({stand.as_of})" if stand.as_of else stand.style for stand in stands]
    widest = max(map(len, names))
    for name, stand in zip(names, stands, strict=True):
        lead, below = f"    {name:<{widest}}  ", " " * (widest + 6)
        if not stand.terms and not stand.values:
            yield from wrapped("leaves it open", width, lead, below)
        if stand.terms:
            yield from wrapped(f"{stand.terms} term{'' if stand.terms == 1 else 's'}", width, lead, below)
        for number, (key, value) in enumerate(stand.values.items()):
            yield from wrapped(f"{key} = {_abridged(value)}", width, lead if number == 0 else below, below)
            if key in stand.sources:
                yield from wrapped(stand.sources[key], width, below + "  ", below + "  ")


def _options(rule: Rule) -> Iterator[str]:
    if rule.table is not None:
        for name, value in rule.table.items():
            yield f"{name} = {_abridged(value)}"
        return
    few = choices(rule.options)
    for field, value in rule.options._asdict().items():
        others = ", ".join(written(other) for other in few.get(field, ()) if other != value)
        yield f"{_key(field)} = {_abridged(value)}" + (f" (or {others})" if others else "")


def _meanings(rule: Rule, width: int) -> Iterator[str]:
    """What the options of a rule in Python mean, as their class says it."""
    if rule.table is not None:
        return
    told = " ".join((type(rule.options).__doc__ or "").replace("`", "").split())
    for field in rule.options._fields:
        told = told.replace(field, _key(field))
    mode = _MODE if choices(rule.options).get("mode") == MODES else ""
    for meaning in filter(None, (told, mode)):
        yield ""
        yield from wrapped(meaning, width, " " * 4, " " * 4)


def _key(field: str) -> str:
    """The key of a TOML table that a field of options is."""
    return field.replace("_", "-")


def _abridged(value: Any) -> str:
    """A value as TOML writes it, a long one with its first entries and their number."""
    if isinstance(value, Mapping):
        most, entries = 4, [f"{written_key(key)} = {_abridged(inner)}" for key, inner in value.items()]
        opens, closes = "{}"
    elif isinstance(value, (list, tuple, set, frozenset)):
        most, entries = 6, [written(inner) for inner in value]
        opens, closes = "[]"
        if isinstance(value, (set, frozenset)):
            entries.sort()
    else:
        return "(not set)" if value is None else written(value)
    more = f", … {len(entries)} in all" if len(entries) > most else ""
    return f"{opens}{', '.join(entries[:most])}{more}{closes}"


def _example(example: Example, signs: Mapping[str, str], width: int) -> Iterator[str]:
    if example.why:
        yield from wrapped(example.why, width, "    # ", "    # ")
    if example.known:
        yield "    # (a known failure: not yet right)"
    if example.bad is not None:
        shown = example.bad
        for mark, sign in signs.items():
            shown = shown.replace(mark, sign)
        yield from _block(shown, width, "    ")
        if example.good is not None:
            yield from _block(example.good, width, "    write: ")
    elif example.good is not None:
        yield from _block(example.good, width, "    ")


def _block(text: str, width: int, indent: str) -> Iterator[str]:
    below = " " * len(indent)
    for number, line in enumerate(text.strip("\n").split("\n")):
        yield from wrapped(line, width, indent if number == 0 else below, below)


def wrapped(text: str, width: int, first: str = "", below: str = "") -> Iterator[str]:
    """The text in lines of at most so many columns, but for a word that is longer. first, below: what the first line
    and the others begin with."""
    line, empty = first, True
    for word in text.split():
        if not empty and len(line) + len(word) > width:
            yield line.rstrip()
            line = below
        line += word + " "
        empty = False
    yield line.rstrip()
