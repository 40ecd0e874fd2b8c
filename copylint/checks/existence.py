"""Existence: a term that should not stand there."""

from __future__ import annotations

from copylint.checks.literals import expand, shown
from copylint.checks.terms import Hit, Term, Terms, gate_of, hits
from copylint.document import Document, Span
from copylint.rule import Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_NONE = Terms(())


class ExistenceOptions(NamedTuple):
    """terms: what should not stand there; words, phrases or finite patterns. exceptions: longer phrases that may."""

    terms: Terms = _NONE
    exceptions: Terms = _NONE


class Existence:
    """Yields each occurrence of a term that no exception covers."""

    def terms(self, options: ExistenceOptions) -> Iterator[Terms]:
        yield options.terms  # the exceptions are looked for where there is something to except

    def __call__(self, document: Document, options: ExistenceOptions) -> Iterator[Match]:
        for hit in uncovered(document, options.terms, options.exceptions):
            yield Match(Span(hit.start, hit.end))


def uncovered(document: Document, terms: Terms, exceptions: Terms) -> list[Hit]:
    """The hits of `terms` that do not lie within a hit of `exceptions` or within a longer hit of the terms."""
    found = hits(document, terms)
    if not found:
        return found
    covers = [(hit.start, hit.end) for hit in hits(document, exceptions)] if len(exceptions) else []
    kept: list[Hit] = []
    for hit in found:
        if any(start <= hit.start and hit.end <= end for start, end in covers):
            continue
        while kept and hit.start <= kept[-1].start and kept[-1].end <= hit.end:
            kept.pop()
        if kept and kept[-1].start <= hit.start and hit.end <= kept[-1].end:
            continue
        kept.append(hit)
    return kept


def read_terms(key: str, table: Mapping[str, Any]) -> Terms:
    """Terms from a list of words, phrases and finite patterns. `match-case = true` in the table makes case count."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise OptionError((key,), f"'{key}' must be a list of strings")
    ignore_case = not table.get("match-case", False)
    found: list[Term] = []
    for number, pattern in enumerate(value):
        found.extend(Term(text, text, ignore_case) for text in literals((key, number), pattern))
    return Terms(found)


def literals(key: tuple[str | int, ...], pattern: str) -> tuple[str, ...]:
    """The literals of a finite pattern; OptionError if it is bad, not finite or may be empty."""
    from re import error as bad_pattern

    try:
        found = expand(pattern)
    except bad_pattern as error:
        raise OptionError(key, f"the pattern {shown(pattern)} is not valid: {error}") from None
    if found is None:
        raise OptionError(key, f'the pattern {shown(pattern)} is not finite; use check = "pattern" for it')
    if "" in found or not all(text.strip() for text in found):
        raise OptionError(key, f"the pattern {shown(pattern)} matches nothing at all")
    return found


def _read(table: Mapping[str, Any]) -> ExistenceOptions:
    known(table, ("terms", "exceptions", "match-case"))
    if not table.get("terms"):
        raise OptionError(("terms",), "'terms' is missing: a list of what should not stand there")
    return ExistenceOptions(read_terms("terms", table), read_terms("exceptions", table))


def known(table: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    """OptionError, with the nearest right word, for a key that is none of `keys`."""
    for key in table:
        if key not in keys:
            from copylint.likely import likely

            raise OptionError((key,), f"'{key}' is not an option{likely(key, keys, all_of_them=True)}")


def _gate(options: ExistenceOptions) -> Gate:
    return gate_of(options.terms)


KIND = Kind("existence", "a term that should not stand there", Existence(), ExistenceOptions, _read, _gate)
