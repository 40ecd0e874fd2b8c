"""Pattern: a regular expression, run only where a literal that it needs occurs."""

from __future__ import annotations

from os.path import commonprefix

from copylint.annotate.words import EVERYWHERE, flow, flowed, flowed_folded, folded, token_set
from copylint.checks.existence import known
from copylint.checks.literals import leading, may_be_empty, required, shown
from copylint.checks.needs import first_word, pairs_needed, shapes_needed, stays_in_line, words_needed
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, compiled
from copylint.memo import cache
from copylint.rule import Evidence, Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from typing import Any


class PatternOptions(NamedTuple):
    """pattern: a regular expression over the text, in which hard wraps are spaces unless `raw`. Its groups `mark` and
    `evidence` narrow the fault and name its other half. suggestion: a template (`\\1`, `\\g<name>`) of what to write
    instead of the place. exceptions: expressions; a match that touches one of theirs is left alone."""

    pattern: str = ""
    suggestion: str | None = None
    exceptions: tuple[str, ...] = ()
    match_case: bool = False
    raw: bool = False
    derived: tuple[tuple[tuple[str, str], ...], tuple[str, ...], bool] | None = None  # read from the pattern, once


class Pattern:
    """Yields each match of an expression that no exception touches."""

    def __call__(self, document: Document, options: PatternOptions) -> Iterator[Match]:
        haystack = folded(document) if options.raw else flowed_folded(document)
        beginnings, gate, _ = options.derived or _derived(options.pattern, options.match_case, options.raw)
        if not beginnings and gate and not any(map(haystack.__contains__, gate)):
            return
        text = document.text if options.raw else flowed(document)
        excepted: list[tuple[int, int]] | None = None
        for match in _found(document, options, text, haystack):
            if match.start() == match.end():
                continue
            if excepted is None:
                excepted = [
                    found.span()
                    for exception in options.exceptions
                    for found in _compiled(exception, options.match_case).finditer(text)
                ]
            if any(start < match.end() and match.start() < end for start, end in excepted):
                continue
            names = match.re.groupindex
            span = Span(*match.span("mark")) if "mark" in names else Span(*match.span())
            evidence: tuple[Evidence, ...] = ()
            if "evidence" in names and match.start("evidence") >= 0:
                other = Span(*match.span("evidence"))
                evidence = (Evidence(other, text[other.start : other.end]),)
            suggestions = () if options.suggestion is None else (match.expand(options.suggestion),)
            slots = {name: value for name, value in match.groupdict().items() if value is not None}
            yield Match(span, evidence, suggestions, slots or None)


def _found(document: Document, options: PatternOptions, text: str, haystack: str) -> Iterator[re.Match[str]]:
    """The matches from left to right without overlap: looked for only where a beginning stands, if those can be told.
    (The search of an expression that begins with a boundary or a choice tries it at each character.)"""
    beginnings, _, _ = options.derived or _derived(options.pattern, options.match_case, options.raw)
    if not beginnings:
        for start, end in _searched(document, options, text, haystack):
            yield from _compiled(options.pattern, options.match_case).finditer(text, start, end)
        return
    places = []
    stand = token_set(document)
    for literal, word in beginnings:
        if word and word not in stand:
            continue
        at = haystack.find(literal)
        while at >= 0:
            places.append(at)
            at = haystack.find(literal, at + 1)
    end = 0
    for at in sorted(places):
        if at >= end and (match := _compiled(options.pattern, options.match_case).match(text, at)) is not None:
            end = match.end()
            yield match


def _searched(document: Document, options: PatternOptions, text: str, haystack: str) -> list[tuple[int, int]]:
    """The ranges of the text to search: the blocks that hold a literal which every match has, or else the whole."""
    _, gate, in_line = options.derived or _derived(options.pattern, options.match_case, options.raw)
    if not gate or options.raw or not in_line:
        return [(0, len(text))]
    found = set()
    for literal in gate:
        at = haystack.find(literal)
        while at >= 0:
            block = document.block_at(at)
            if block is not None:
                found.add(tuple(block.span))
            at = haystack.find(literal, at + 1 if block is None else block.span.end)
    return sorted((start, end) for start, end in found)


@cache
def _compiled(pattern: str, match_case: bool) -> re.Pattern[str]:
    return compiled(pattern, 0 if match_case else IGNORECASE)


@cache
def _derived(pattern: str, match_case: bool, raw: bool) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], bool]:
    """The beginnings of matches, what each match holds some of, and whether a match stays within a line."""
    return _beginnings(pattern, match_case, raw), _gate(pattern, match_case, raw), stays_in_line(pattern, match_case)


@cache
def _beginnings(pattern: str, match_case: bool, raw: bool) -> tuple[tuple[str, str], ...]:
    """The literals that matches begin with, each with the word that it begins with, if that is surely a whole one. Of
    many that begin with one word, what they have in common is enough, unless that word stands everywhere."""
    literals = leading(pattern, not match_case)
    if not raw:
        literals = tuple(dict.fromkeys(literal.replace("’", "'") for literal in literals))
    by_word: dict[str, list[str]] = {}
    for literal in literals:
        word = first_word(literal, pattern)
        by_word.setdefault(word if word not in EVERYWHERE else "", []).append(literal)
    alone = by_word.pop("", ())
    return (
        *[(literal, first_word(literal, pattern)) for literal in alone],
        *[(commonprefix(ones), word) for word, ones in by_word.items()],  # noqa: RUF071 - of texts, no paths
    )


@cache
def _gate(pattern: str, match_case: bool, raw: bool) -> tuple[str, ...]:
    literals = {literal if raw else literal.replace("’", "'") for literal in required(pattern, not match_case)}
    # What holds another literal of the set needs no look of its own.
    return tuple(sorted(one for one in literals if not any(other != one and other in one for other in literals)))


def _read(table: Mapping[str, Any]) -> PatternOptions:
    import re
    from re import _parser  # type: ignore[attr-defined]

    known(table, ("pattern", "suggestion", "exceptions", "match-case", "raw"))
    pattern = table.get("pattern")
    if not isinstance(pattern, str) or not pattern:
        raise OptionError(("pattern",), "'pattern' is missing: a regular expression")
    exceptions = table.get("exceptions", [])
    if not isinstance(exceptions, list):
        raise OptionError(("exceptions",), "'exceptions' must be a list of regular expressions")
    for key, expression in [
        (("pattern",), pattern),
        *((("exceptions", n), e) for n, e in enumerate(exceptions)),
    ]:
        if not isinstance(expression, str):
            raise OptionError(key, "a pattern must be a string")
        try:
            if may_be_empty(expression):
                raise OptionError(key, f"the pattern {shown(expression)} matches the empty string")
        except (re.error, OverflowError, RecursionError) as error:
            raise OptionError(key, f"the pattern {shown(expression)} is not valid: {error}") from None
    for flag in ("match-case", "raw"):
        if not isinstance(table.get(flag, False), bool):
            raise OptionError((flag,), f"'{flag}' must be true or false")
    suggestion = table.get("suggestion")
    if suggestion is not None and not isinstance(suggestion, str):
        raise OptionError(("suggestion",), "'suggestion' must be a string")
    if suggestion is not None and "\\" in suggestion:
        try:
            _parser.parse_template(suggestion, _compiled(pattern, table.get("match-case", False)))
        except (re.error, IndexError) as error:
            raise OptionError(("suggestion",), f"the suggestion is not valid: {error}") from None
    match_case, raw = table.get("match-case", False), table.get("raw", False)
    derived = _derived(pattern, match_case, raw)
    return PatternOptions(pattern, suggestion, tuple(exceptions), match_case, raw, derived)


def _opening(options: PatternOptions) -> Gate | None:
    """The words and the punctuation that any match has, or else a literal of it."""
    gates = [Gate(words=tuple(sorted(some))) for some in words_needed(options.pattern, options.match_case)]
    pairs = pairs_needed(options.pattern, options.match_case)
    if pairs:
        gates.append(Gate(pairs=tuple(sorted(pairs))))
    shapes = frozenset() if options.raw else shapes_needed(options.pattern)
    if shapes:
        gates.append(Gate(shapes=tuple(sorted(shapes))))
    if not gates:
        literals = [literal.replace("’", "'") for literal in _gate(options.pattern, options.match_case, options.raw)]
        # The flowed text, which a gate looks at, has no other white space than plain spaces and line feeds.
        if not literals or not all(map(_is_flowed, literals)):
            return None
        gates.append(Gate(texts=tuple(literals)))
    return gates[0]._replace(both=tuple(gates[1:]))


def _is_flowed(literal: str) -> bool:
    return literal == flow(literal) and "\n" not in literal


KIND = Kind("pattern", "a regular expression", Pattern(), PatternOptions, _read, _opening)
