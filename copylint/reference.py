"""A rule as a page that a sub-editor can read: generated when asked for, never committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from copylint.rule import Example, Kind, Rule

_WIDTH = 88
_QUOTATIONS = {
    "check": "is checked as everything else is",
    "skip": "is left alone: what somebody said is a fact",
    "only": "is all that it looks at",
}
_FIX = {
    "safe": "safe: --fix applies it, no reading of the article changes",
    "unsafe": "unsafe: --unsafe-fixes applies it, read what it does",
    None: "none: the editor decides",
}
_DEFAULT = {"on": "on by default", "off": "off by default"}


def page(rule: Rule, kinds: Mapping[str, Kind]) -> Iterator[str]:
    """The page of a rule, line by line."""
    yield rule.id
    yield "=" * len(rule.id)
    yield ""
    yield from _wrapped(rule.summary)
    yield ""
    yield from _wrapped(rule.why)
    yield ""
    yield f"Severity     {rule.severity}, {_DEFAULT[rule.default]}"
    yield f"Quoted speech  {_QUOTATIONS[rule.quotations]}".replace("Quoted speech  ", "Quoted       ")
    yield f"Fix          {_FIX[rule.fix]}"
    if rule.fields:
        yield f"Runs in      {', '.join(rule.fields)}"
    if rule.languages != ("*",):
        yield f"Language     {', '.join(rule.languages)}"
    if rule.kind != "python":
        summary = f" ({kinds[rule.kind].summary})" if rule.kind in kinds else ""
        yield f"Check        {rule.kind}{summary}"
    for number, source in enumerate(rule.source):
        yield f"{'Source' if number == 0 else '':<13}{source}"
    options = list(_options(rule))
    if options:
        yield ""
        yield "Options, and what they are unless a style or a configuration says otherwise"
        yield ""
        yield from options
    faults = [example for example in rule.examples if example.bad is not None]
    clean = [example for example in rule.examples if example.bad is None]
    if faults:
        yield ""
        yield "Found (the fault in [brackets], the other places in {braces})"
        for example in faults:
            yield ""
            yield from _example(example)
    if clean:
        yield ""
        yield "Left alone"
        for example in clean:
            yield ""
            yield from _example(example)


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


def stand_lines(stands: Sequence[_Stand]) -> Iterator[str]:
    """What house styles say of a rule, side by side."""
    if not stands:
        return
    yield ""
    yield "What house styles say (in the style of; as it was seen then, and where)"
    yield ""
    names = [f"{stand.style} ({stand.as_of})" if stand.as_of else stand.style for stand in stands]
    width = max(map(len, names))
    for name, stand in zip(names, stands, strict=True):
        if stand.terms:
            yield f"    {name:<{width}}  {stand.terms} term{'' if stand.terms == 1 else 's'}"
        for number, (key, value) in enumerate(stand.values.items()):
            yield f"    {name if number == 0 else '':<{width}}  {key} = {_toml(value)}"
            if key in stand.sources:
                yield from _wrapped(stand.sources[key], " " * (width + 8))


def _options(rule: Rule) -> Iterator[str]:
    if rule.table is not None:
        values: Mapping[str, Any] = rule.table
    else:
        values = {name.replace("_", "-"): value for name, value in rule.options._asdict().items()}
    for name, value in values.items():
        yield f"    {name} = {_toml(value)}"


def _toml(value: Any) -> str:
    if value is None:
        return "(not set)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return "'" + value + "'" if "\\" in value and "'" not in value else '"' + value.replace('"', '\\"') + '"'
    if isinstance(value, (list, tuple, frozenset, set)):
        items = [_toml(item) for item in (sorted(value, key=str) if isinstance(value, (set, frozenset)) else value)]
        shown = ", ".join(items[:6])
        return f"[{shown}]" if len(items) <= 6 else f"[{shown}, … {len(items)} in all]"
    if isinstance(value, Mapping):
        items = [f"{_toml(key)} = {_toml(item)}" for key, item in value.items()]
        shown = ", ".join(items[:4])
        return f"{{{shown}}}" if len(items) <= 4 else f"{{{shown}, … {len(items)} in all}}"
    return str(value)


def _example(example: Example) -> Iterator[str]:
    if example.why:
        yield from _wrapped(example.why, "    # ")
    if example.known:
        yield "    # (a known failure: not yet right)"
    if example.bad is not None:
        shown = example.bad.replace("<mark>", "[").replace("</mark>", "]")
        shown = shown.replace("<evidence>", "{").replace("</evidence>", "}")
        yield from _block(shown, "    ")
        if example.good is not None:
            yield from _block(example.good, "    write: ")
    elif example.good is not None:
        yield from _block(example.good, "    ")


def _block(text: str, indent: str) -> Iterator[str]:
    for number, line in enumerate(text.strip("\n").split("\n")):
        yield from _wrapped(line, indent if number == 0 else " " * len(indent))


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    line, blank = indent, " " * len(indent) if not indent.endswith("# ") else indent
    for word in text.split():
        if len(line) + len(word) > _WIDTH and line.strip() and line != indent:
            yield line.rstrip()
            line = blank
        line += word + " "
    yield line.rstrip()
