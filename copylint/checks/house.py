"""House terms: what a house style writes, and what it avoids, by the thousand in the one pass over terms."""

from __future__ import annotations

from copylint.checks.existence import known, literals, read_terms, uncovered
from copylint.checks.substitution import in_case_of, stands_in_full
from copylint.checks.terms import Hit, Term, Terms, gate_of
from copylint.document import Document, Span
from copylint.rule import Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

_NONE = Terms(())
_KEYS = (
    "prefer",
    "avoid",
    "match-case",
    "inflect",
    "before",
    "after",
    "not-before",
    "not-after",
    "note",
    "source",
)
_LISTS = ("before", "after", "not-before", "not-after")
_FEW_SUGGESTIONS = 3


class Entry(NamedTuple):
    """What to write instead, best first, perhaps nothing; the words next to it that it holds for, or not; and
    a note."""

    prefer: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    note: str = ""
    exact: bool = False


class HouseOptions(NamedTuple):
    """style: the name of the house style. terms: what it avoids. exceptions: longer phrases that may stand."""

    style: str = ""
    terms: Terms = _NONE
    exceptions: Terms = _NONE


class HouseTerms:
    """Yields each occurrence of what the style avoids, in the words around it that the term names."""

    def terms(self, options: HouseOptions) -> Iterator[Terms]:
        yield options.terms  # the exceptions are looked for where there is something to except

    def __call__(self, document: Document, options: HouseOptions) -> Iterator[Match]:
        if not len(options.terms):
            return
        text = document.text
        for hit in uncovered(document, options.terms, options.exceptions):
            entry: Entry = hit.payload
            written = text[hit.start : hit.end]
            suggestions = entry.prefer if entry.exact else tuple(in_case_of(written, word) for word in entry.prefer)
            if written in suggestions or not _holds(text, hit, entry) or stands_in_full(document, hit, suggestions):
                continue
            slots = {"style": options.style, "advice": _advice(suggestions, entry.note)}
            yield Match(Span(hit.start, hit.end), suggestions=suggestions, slots=slots)


def compiled(where: tuple[str | int, ...], table: Mapping[str, Any]) -> list[Term]:
    """The terms of a `[[terms]]` table of a style. where: its place, for errors. Raises OptionError."""
    for key in table:
        if key.replace("_", "-") not in _KEYS:
            from copylint.likely import likely

            raise OptionError((*where, key), f"'{key}' is not a key of a term{likely(key, _KEYS, all_of_them=True)}")
    table = {key.replace("_", "-"): value for key, value in table.items()}
    prefer = _strings(where, "prefer", table)
    avoid = _strings(where, "avoid", table)
    if not avoid:
        raise OptionError(where, "a term needs 'avoid': what not to write")
    exact = table.get("match-case", False)
    if not isinstance(exact, bool):
        raise OptionError((*where, "match-case"), "'match-case' must be true or false")
    inflect = table.get("inflect", "")
    if inflect not in ("", "noun", "verb"):
        raise OptionError((*where, "inflect"), "'inflect' must be 'noun' or 'verb'")
    near = [tuple(word.lower() for word in _strings(where, key, table)) for key in _LISTS]
    note = table.get("note", "")
    found: list[Term] = []
    for pattern in avoid:
        for text in literals((*where, "avoid"), pattern):
            for ending, form in _inflected(text, inflect):
                right = tuple(dict(_inflected(word, inflect)).get(ending, word) for word in prefer)
                entry = Entry(right, near[0], near[1], near[2], near[3], note, exact)
                found.append(Term(form, entry, not exact))
    return found


def swapped(where: tuple[str | int, ...], table: Mapping[str, Any]) -> list[Term]:
    """The terms of a `[swap]` table of a style, "what stands there" = "what to write". Raises OptionError."""
    found = []
    for avoid, prefer in table.items():
        words = (prefer,) if isinstance(prefer, str) else tuple(prefer) if isinstance(prefer, list) else ()
        if not words or not all(isinstance(word, str) for word in words):
            raise OptionError((*where, avoid), f"what to write for {avoid!r} must be a string or a list of them")
        if not avoid.strip():
            raise OptionError((*where, avoid), "what not to write is empty")
        exact = any(word.lower() == avoid.lower() for word in words)  # the case is what is wrong
        found.append(Term(avoid, Entry(words, exact=exact), not exact))
    return found


def _holds(text: str, hit: Hit, entry: Entry) -> bool:
    """Whether the words next to a hit are those that the term is about."""
    if entry.before or entry.not_before:
        following = text[hit.end : hit.end + 60].lstrip().lower()
        if entry.before and not _begins(following, entry.before):
            return False
        if _begins(following, entry.not_before):
            return False
    if entry.after or entry.not_after:
        preceding = text[max(hit.start - 60, 0) : hit.start].rstrip().lower()
        if entry.after and not _ends(preceding, entry.after):
            return False
        if _ends(preceding, entry.not_after):
            return False
    return True


def _begins(text: str, words: Sequence[str]) -> bool:
    return any(text.startswith(word) and not text[len(word) : len(word) + 1].isalnum() for word in words)


def _ends(text: str, words: Sequence[str]) -> bool:
    return any(text.endswith(word) and not text[: len(text) - len(word)][-1:].isalnum() for word in words)


def _advice(suggestions: Sequence[str], note: str) -> str:
    told = f" ({note})" if note else ""
    if not suggestions:
        return f"avoid it{told}"
    return "write " + " or ".join(f"'{word}'" for word in suggestions[:_FEW_SUGGESTIONS]) + told


def _inflected(word: str, kind: str) -> list[tuple[str, str]]:
    """A word and its inflections, each with the ending that it stands for."""
    found = [("", word)]
    if not kind or not word[-1:].isalpha():
        return found
    lower = word.lower()
    soft = lower.endswith("y") and lower[-2:-1] not in "aeiou"
    sibilant = lower.endswith(("s", "x", "z", "ch", "sh"))
    regular = word[:-1] + "ies" if soft else word + ("es" if sibilant else "s")
    if kind == "noun":
        from copylint.checks.plurals import irregular

        regular = irregular(word) or regular
    if regular != word:  # no aircraft, no sheep
        found.append(("s", regular))
    if kind == "verb":
        stem = word[:-1] if lower.endswith("e") else word
        past = word[:-1] + "ied" if soft else stem + "ed"
        found += [("ed", past), ("ing", stem + "ing")]
    return found


def _strings(where: tuple[str | int, ...], key: str, table: Mapping[str, Any]) -> tuple[str, ...]:
    value = table.get(key, [])
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
        raise OptionError((*where, key), f"'{key}' must be a string or a list of strings")
    return tuple(values)


def _read(table: Mapping[str, Any]) -> HouseOptions:
    known(table, ("style", "terms", "swap", "exceptions", "compiled"))
    found: list[Term] = list(table.get("compiled", ()))
    terms = table.get("terms", [])
    if not isinstance(terms, list):
        raise OptionError(("terms",), "'terms' must be an array of tables")
    for number, one in enumerate(terms):
        if not isinstance(one, dict):
            raise OptionError(("terms", number), "a term must be a table")
        found += compiled(("terms", number), one)
    swap = table.get("swap", {})
    if not isinstance(swap, dict):
        raise OptionError(("swap",), "'swap' must be a table")
    found += swapped(("swap",), swap)
    style = table.get("style", "")
    if not isinstance(style, str):
        raise OptionError(("style",), "'style' must be a string")
    last = {(term.text, term.ignore_case): term for term in found}  # of two on one word the later is heard
    return HouseOptions(style, Terms(last.values()), read_terms("exceptions", table))


def _gate(options: HouseOptions) -> Gate:
    return gate_of(options.terms)


KIND = Kind("house", "what a house style writes instead", HouseTerms(), HouseOptions, _read, _gate)
