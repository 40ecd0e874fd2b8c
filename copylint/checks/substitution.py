"""Substitution: one term for another."""

from __future__ import annotations

from copylint.annotate.words import flow, flowed_folded, fold
from copylint.checks.existence import known, literals, read_terms, uncovered
from copylint.checks.terms import Hit, Term, Terms, gate_of, stands_alone
from copylint.document import Document, Span
from copylint.rule import Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

_NONE = Terms(())


class SubstitutionOptions(NamedTuple):
    """swap: terms whose payload is what to write instead, best first; of a pattern with groups it may repeat these
    (`\\1`). exceptions: longer phrases that may stand."""

    swap: Terms = _NONE
    exceptions: Terms = _NONE


class Substitution:
    """Yields each occurrence of a term, with what to write instead in the case of what stands there."""

    def terms(self, options: SubstitutionOptions) -> Iterator[Terms]:
        yield options.swap  # the exceptions are looked for where there is something to except

    def __call__(self, document: Document, options: SubstitutionOptions) -> Iterator[Match]:
        text = document.text
        for hit in uncovered(document, options.swap, options.exceptions):
            suggestions = tuple(in_case_of(text[hit.start : hit.end], word) for word in hit.payload)
            if text[hit.start : hit.end] not in suggestions and not stands_in_full(document, hit, suggestions):
                yield Match(Span(hit.start, hit.end), suggestions=suggestions)


def stands_in_full(document: Document, hit: Hit, suggestions: Iterable[str]) -> bool:
    """Whether what is to be written stands there already, and the hit is a part of it: 'Reyes' in 'Reyes Ortiz'."""
    found = hit.end - hit.start
    for suggestion in suggestions:
        if len(suggestion) <= found:
            continue
        text = flowed_folded(document)
        written = fold(flow(suggestion)).replace("’", "'")
        at = written.find(text[hit.start : hit.end])
        while at >= 0:
            start = hit.start - at
            if start >= 0 and text.startswith(written, start) and stands_alone(text, start, start + len(written)):
                return True
            at = written.find(text[hit.start : hit.end], at + 1)
    return False


def in_case_of(model: str, word: str) -> str:
    """`word` with a capital where `model` begins with one, in capitals where `model` is; a word with capitals of its
    own is left alone. Its apostrophes are curly where those of `model` are."""
    if "’" in model:
        word = word.replace("'", "’")
    if word != word.lower() or not model[:1].isupper():
        return word
    letters = [character for character in model if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return word.upper()
    return word[:1].upper() + word[1:]


def _read(table: Mapping[str, Any]) -> SubstitutionOptions:
    known(table, ("swap", "exceptions", "match-case"))
    swap = table.get("swap")
    if not isinstance(swap, dict) or not swap:
        raise OptionError(("swap",), '\'swap\' is missing: a table of "what stands there" = "what to write"')
    ignore_case = not table.get("match-case", False)
    found: list[Term] = []
    for pattern, right in swap.items():
        right = [right] if isinstance(right, str) else right
        if not isinstance(right, list) or not right or not all(isinstance(item, str) for item in right):
            raise OptionError(("swap", pattern), f"what to write for {pattern!r} must be a string or a list of them")
        found.extend(
            Term(text, _filled(pattern, text, right), ignore_case) for text in literals(("swap", pattern), pattern)
        )
    return SubstitutionOptions(Terms(found), read_terms("exceptions", table))


def _filled(pattern: str, text: str, right: list[str]) -> tuple[str, ...]:
    """What to write for one of the texts of a pattern: `\\1` is what its first group is there."""
    if "(" not in pattern or not any("\\" in one for one in right):
        return tuple(right)
    from re import error, fullmatch

    match = fullmatch(pattern, text)
    try:
        return tuple([one if match is None else match.expand(one) for one in right])
    except (error, IndexError) as fault:
        raise OptionError(("swap", pattern), f"what to write for {pattern!r}: {fault}") from None


def _gate(options: SubstitutionOptions) -> Gate:
    return gate_of(options.swap)


KIND = Kind("substitution", "one term for another", Substitution(), SubstitutionOptions, _read, _gate)
