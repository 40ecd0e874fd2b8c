"""Regular expressions that are compiled when they are first used: most runs need few of those that there are."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


class _Expression:
    """Stands for a compiled pattern. Its methods are those of the pattern, put in place by the first use of any."""

    __slots__ = ("flags_given", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags_given = flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there: a method before the first use, or something seldom used.
        compiled = re.compile(self.pattern, self.flags_given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"expression({self.pattern!r}, {self.flags_given!r})"


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled at the first use; an error in the pattern is raised then."""
    return cast("re.Pattern[str]", _Expression(pattern, flags))
