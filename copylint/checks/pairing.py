"""Pairing: an opening mark without its closing one, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from copylint.checks.existence import known
from copylint.document import Document, Span
from copylint.rule import Kind, Match, OptionError


class PairingOptions(NamedTuple):
    """pairs: two-character strings, opening and closing mark. exceptions: regular expressions; a mark within one of
    their matches is left alone (the bracket of `a)`)."""

    pairs: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


class Pairing:
    """Yields each mark that has no partner in its paragraph; a broken pair never reaches the next paragraph."""

    def __call__(self, document: Document, options: PairingOptions) -> Iterator[Match]:
        text = document.text
        if not any(mark in text for pair in options.pairs for mark in pair):
            return
        partner = {pair[1]: pair[0] for pair in options.pairs}
        marks = re.compile("[" + re.escape("".join(options.pairs)) + "]")
        excepted: set[int] | None = None
        for block in document.blocks:
            waiting: list[tuple[str, int]] = []
            opened_marks = dict.fromkeys(partner.values(), 0)  # so that a mark with no partner costs no search
            alone: list[int] = []
            for found in marks.finditer(text, block.span.start, block.span.end):
                mark, at = found.group(), found.start()
                if excepted is None:
                    excepted = _excepted(text, options.exceptions)
                if at in excepted:
                    continue
                if mark not in partner:
                    waiting.append((mark, at))
                    opened_marks[mark] += 1
                elif not opened_marks[partner[mark]]:
                    alone.append(at)
                else:
                    while waiting[-1][0] != partner[mark]:
                        crossed, position = waiting.pop()
                        opened_marks[crossed] -= 1
                        alone.append(position)
                    waiting.pop()
                    opened_marks[partner[mark]] -= 1
            alone.extend(position for _, position in waiting)
            for at in sorted(alone):
                yield Match(Span(at, at + 1), slots={"partner": _partner(text[at], options.pairs)})


def _excepted(text: str, exceptions: tuple[str, ...]) -> set[int]:
    return {
        position
        for expression in exceptions
        for match in _compiled(expression).finditer(text)
        for position in range(match.start(), match.end())
    }


def _partner(mark: str, pairs: tuple[str, ...]) -> str:
    return next(pair[1] if pair[0] == mark else pair[0] for pair in pairs if mark in pair)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.MULTILINE)


def _read(table: Mapping[str, Any]) -> PairingOptions:
    known(table, ("pairs", "exceptions"))
    pairs = table.get("pairs")
    if not isinstance(pairs, list) or not pairs:
        raise OptionError(("pairs",), "'pairs' is missing: a list of two-character strings")
    for number, pair in enumerate(pairs):
        if not isinstance(pair, str) or len(pair) != 2 or pair[0] == pair[1]:
            raise OptionError(("pairs", number), "a pair must be a string of two different characters")
    exceptions = table.get("exceptions", [])
    if not isinstance(exceptions, list):
        raise OptionError(("exceptions",), "'exceptions' must be a list of regular expressions")
    for number, expression in enumerate(exceptions):
        try:
            _compiled(expression)
        except (re.error, TypeError) as error:
            raise OptionError(("exceptions", number), f"the pattern {expression!r} is not valid: {error}") from None
    return PairingOptions(tuple(pairs), tuple(exceptions))


KIND = Kind("pairing", "a mark without its partner", Pairing(), PairingOptions, _read)
