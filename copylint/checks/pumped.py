"""Whether a pattern is linear: it is run on pumped strings made from its own parts.

Backtracking that grows faster than the text shows when a part that repeats is fed its own food and then refused
(Davis et al., "The impact of regular expression denial of service", 2018).
"""

from __future__ import annotations

import re
from time import thread_time

from copylint.expressions import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


_SHORT, _LONG = 1_000, 8_000
_FLOOR = 0.02  # seconds of processor time below which nothing is slow
_GROWTH = 24.0  # linear growth would be 8


def slow(pattern: str) -> str | None:
    """The string on whose repetition the pattern takes more than linear time, or None."""
    compiled = re.compile(pattern, re.IGNORECASE)
    for pump in dict.fromkeys(_pumps(parse(pattern))):
        if not pump:
            continue
        for tail in ("\x00", ""):
            if _time(compiled, pump * 24 + tail) > 1.0:
                return pump  # exponential
            short = _time(compiled, (pump * _SHORT)[:_SHORT] + tail)
            if short * 64 > 30.0:
                return pump
            long = _time(compiled, (pump * _LONG)[:_LONG] + tail)
            if long > _FLOOR and long > _GROWTH * max(short, _FLOOR / 64):
                return pump
    return None


def _time(compiled: re.Pattern[str], text: str) -> float:
    started = thread_time()
    for _ in compiled.finditer(text):
        pass
    return thread_time() - started


def _pumps(parsed: Any) -> Iterator[str]:
    """What each repeated part of a pattern may repeat, and that together with its neighbours."""
    pieces = [_sample([piece]) for piece in parsed]
    for index, (name, value) in enumerate(parsed):
        name = str(name)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            yield _sample(value[2])
            yield "".join(pieces[max(0, index - 1) : index + 2])
            yield from _pumps(value[2])
        elif name == "SUBPATTERN":
            yield from _pumps(value[3])
        elif name == "BRANCH":
            for alternative in value[1]:
                yield from _pumps(alternative)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _pumps(value[1])
    yield "".join(pieces)


def _sample(parsed: Any) -> str:
    """A short string that the sequence matches, as far as can be told simply."""
    found = []
    for name, value in parsed:
        name = str(name)
        if name == "LITERAL":
            found.append(chr(value))
        elif name == "NOT_LITERAL":
            found.append("a" if value != ord("a") else "b")
        elif name == "ANY":
            found.append("a")
        elif name == "IN":
            found.append(_member(value))
        elif name == "SUBPATTERN":
            found.append(_sample(value[3]))
        elif name == "BRANCH":
            found.append(_sample(value[1][0]))
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            found.append(_sample(value[2]) * max(1, min(value[0], 8)))
    return "".join(found)


def _member(items: Any) -> str:
    """A character of a class; of a negated one, a letter, figure or space that it does not name."""
    compiled_names = {"CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a", "CATEGORY_SPACE": " "}
    if items and str(items[0][0]) == "NEGATE":
        named = {chr(item) for kind, item in items if str(kind) == "LITERAL"}
        return next((character for character in "a1 -" if character not in named), "a")
    for kind, item in items:
        if str(kind) == "LITERAL":
            return chr(item)
        if str(kind) == "RANGE":
            return chr(item[0])
        if str(kind) == "CATEGORY":
            return compiled_names.get(str(item), "-")
    return "a"
