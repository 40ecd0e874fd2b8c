"""Regular expressions that are compiled when they are first used, and kept compiled from run to run.

Most runs need few of the expressions that there are. Compiling those few takes a fifth of a run over one page, so what
`re` makes of them is kept in the cache folder, for the very Python that made it. `_sre` checks such code before it
takes it; whatever it refuses, and where there is no `_sre`, `re` compiles as ever. A test holds both to be equal.

`re` itself is imported only to compile: with what it imports in turn that takes a tenth of a run over one page. What
else of it many modules need stands here.
"""

from __future__ import annotations

import sys

from copylint import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any

IGNORECASE, MULTILINE, DOTALL = 2, 8, 16
"""The flags that `re` has as an enumeration."""
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")
_NAME = "expressions"
_MOST_KEPT = 2_000
_FORM = "code in bytes"  # what was kept in another form is not read
_SPECIAL = {ord(character): f"\\{character}" for character in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}

# What `re` made of expressions in this process and those before: a store like that of `re` itself, and like it without
# effect on any result. The flags and the pattern -> in a line the flags, the number of groups and their names, each
# followed by its number; then the code.
_loaded: list[kept.Store] = []


class _Expression:
    """Stands for a compiled pattern. Its methods are those of the pattern, put in place by the first use of any."""

    __slots__ = ("flags_given", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags_given = flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there: a method before the first use, or something seldom used.
        found = compiled(self.pattern, self.flags_given)
        for method in _METHODS:
            setattr(self, method, getattr(found, method))
        return getattr(found, name)

    def __repr__(self) -> str:
        return f"expression({self.pattern!r}, {self.flags_given!r})"


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled at the first use; an error in the pattern is raised then."""
    made: Any = _Expression(pattern, flags)
    stands_for: re.Pattern[str] = made
    return stands_for


def in_order(text: str, expressions: Iterable[re.Pattern[str]]) -> list[re.Match[str]]:
    """The matches of several expressions, each of which begins with a character of its own, in text order: `re` skips
    to one character ten times as fast as to any of a set."""
    found = [match for one in expressions for match in one.finditer(text)]
    found.sort(key=_start)
    return found


def _start(match: re.Match[str]) -> int:
    return match.start()


def places_of(text: str, part: str) -> Iterator[int]:
    """Where a part of a text begins, from left to right, whatever stands beside it and whether one overlaps another."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def found_by(
    literal: str, expression: re.Pattern[str], text: str, *, lower: str | None = None, behind: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of an expression that has a rare literal so many characters behind its beginning, in order. To search
    for the literal takes a tenth of the time, or less, of trying the expression at each character.

    lower: the text in small letters, same length, in which a literal in small letters is looked for instead.
    """
    haystack = text if lower is None else lower
    at = haystack.find(literal, behind)
    while at >= 0:
        match = expression.match(text, at - behind)
        if match is not None:
            yield match
        at = haystack.find(literal, at + 1 if match is None else max(match.end(), at + 1))


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, at once. Raises re.error."""
    key = f"{int(flags)} {pattern!a}"
    made = _store().get(key)
    try:
        if made is None:
            return _compiled(pattern, int(flags), key)
        head, _, code = made.partition(b"\n")
        whole, groups, *names = head.decode().split(" ")
        named = dict(zip(names[::2], map(int, names[1::2]), strict=True))
        return _from_code(pattern, int(whole), int(groups), named, kept.numbers(code))
    except (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError):
        import re

        return re.compile(pattern, flags)


def escape(text: str) -> str:
    """As `re.escape`: an expression that matches just this text."""
    return text.translate(_SPECIAL)


def parse(pattern: str, flags: int = 0) -> Any:
    """An expression as `re` takes it apart, a sequence of what is done with what. Raises re.error."""
    from re import _parser  # type: ignore[attr-defined]

    return _parser.parse(pattern, flags)


def keep() -> None:
    """Keeps what was compiled in this process for the runs to come."""
    for store in _loaded:
        store.keep()
    _loaded.clear()


def _store() -> kept.Store:
    if not _loaded:
        _loaded.append(kept.Store(_NAME, f"{_FORM}, {sys.version}", _MOST_KEPT))
    return _loaded[0]


def _compiled(pattern: str, flags: int, key: str) -> re.Pattern[str]:
    """Compiles as `re._compiler.compile` does, and notes what came of it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = _compiler._code(parsed, flags)
    whole, groups, names = flags | parsed.state.flags, parsed.state.groups - 1, dict(parsed.state.groupdict)
    found = _from_code(pattern, whole, groups, names, code)
    head = " ".join(map(str, [whole, groups, *(word for pair in names.items() for word in pair)]))
    _store().add(key, head.encode() + b"\n" + kept.in_bytes(code))
    return found


def _from_code(pattern: str, flags: int, groups: int, names: dict[str, int], code: list[int]) -> re.Pattern[str]:
    from _sre import compile as make  # type: ignore[import-not-found]

    named: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        named[number] = name
    found: re.Pattern[str] = make(pattern, flags, code, groups, names, tuple(named))
    return found
