"""One pass over a document for the terms of all rules: an index of words, or an Aho-Corasick automaton if installed.

Terms stand between word boundaries; a space in a term matches any single white space, a straight apostrophe both
kinds. Overlapping terms are all found. Both machines give the same hits in the same order.
"""

from __future__ import annotations

from copylint.annotate.words import EVERYWHERE, flow, flowed, flowed_folded, fold, token_set
from copylint.document import Document, reading
from copylint.expressions import expression
from copylint.rule import Gate
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_TOKEN = expression(r"[\w\u0300-\u036f]+")  # no apostrophe: a term is found in its possessive too
_FEW = 20  # literals under one word, up to which each is searched for by itself, however common the word


class Term(NamedTuple):
    """A literal to find, in any case or exactly as written, and whatever the owner wants back with it."""

    text: str
    payload: Any = None
    ignore_case: bool = True


class Hit(NamedTuple):
    """An occurrence of a term: offsets in the text, and the term's payload."""

    start: int
    end: int
    payload: Any


class Terms:
    """The terms of one check: an immutable sequence with an identity, under which a document keeps its hits."""

    __slots__ = ("_matcher", "entries")

    def __init__(self, entries: Iterable[Term]) -> None:
        self.entries = tuple(entries)
        self._matcher: Matcher | None = None

    def alone(self) -> Matcher:
        """What finds these terms and no others."""
        if self._matcher is None:
            self._matcher = Matcher([self])
        return self._matcher

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.entries)

    def __repr__(self) -> str:
        return f"Terms({len(self.entries)} entries)"


class _Entry(NamedTuple):
    literal: str  # folded
    exact: str | None  # with case, where case matters
    owner: int
    payload: Any
    bound_start: bool
    bound_end: bool


class _Listed(NamedTuple):
    """A literal under a word of it."""

    before: int  # where the word begins in the literal
    others: frozenset[str]  # the other words of the literal
    alike: list[tuple[int, _Entry]]  # the entries that have the literal, in order


@reading
def _found(document: Document) -> dict[Terms, list[Hit]]:
    """What has been looked for in the document so far."""
    return {}


def hits(document: Document, terms: Terms) -> list[Hit]:
    """The hits of these terms in the document, by start, end, then order of the terms.

    If the engine has not looked for all terms together, they are looked for alone.
    """
    found = _found(document)
    if terms not in found:
        terms.alone().prime(document)
    return found[terms]


def gate_of(terms: Terms) -> Gate:
    """What a document needs for any of these terms to stand in it."""
    words: dict[str, None] = {}
    phrases: dict[str, None] = {}
    texts = []
    for term in terms:
        literal = fold(flow(term.text)).replace("’", "'")
        tokens = _TOKEN.findall(literal)
        if len(tokens) > 1:
            phrases[" ".join(tokens)] = None
        elif tokens:
            words[tokens[0]] = None
        elif literal:
            texts.append(literal)
    return Gate(tuple(words), tuple(texts), pairs=tuple(phrases))


def _rarest(words: list[str]) -> str:
    """The longest of the words that do not stand in every article, or else of them all; empty if there is none."""
    return max([word for word in words if word not in EVERYWHERE] or words, key=len, default="")


class Matcher:
    """Finds the terms of many owners in one pass. Built once, used for any number of documents; thread-safe."""

    def __init__(self, owners: Iterable[Terms], accelerate: bool | None = None) -> None:
        """accelerate: True needs `ahocorasick_rs`, False does without, None takes it where it pays and is there."""
        self._owners = tuple(owners)
        entries = [
            _entry(term, number) for number, terms in enumerate(self._owners) for term in terms.entries if term.text
        ]
        self._machine: _Index | _Automaton
        if accelerate is None:
            accelerate = len(entries) >= 2000 and _automaton_available()
        self._machine = _Automaton(entries) if accelerate else _Index(entries)

    def prime(self, document: Document) -> None:
        """Finds all terms and leaves each owner's hits in the document's store, where `hits` reads them."""
        kept = _found(document)
        for owner in self._owners:
            kept[owner] = []
        for number, hit in self._hits(document):
            kept[self._owners[number]].append(hit)

    def find(self, document: Document) -> list[list[Hit]]:
        """The hits of each owner, in the order of the owners."""
        found: list[list[Hit]] = [[] for _ in self._owners]
        for number, hit in self._hits(document):
            found[number].append(hit)
        return found

    def _hits(self, document: Document) -> list[tuple[int, Hit]]:
        """Each hit with the number of its owner, by start, end, then order of the terms."""
        text: str | None = None
        seen = []
        for start, order, entry in self._machine.candidates(document):
            end = start + len(entry.literal)
            if entry.exact is not None:
                if text is None:
                    text = flowed(document).replace("’", "'")
                if text[start:end] != entry.exact:
                    continue
            seen.append((start, end, order, entry))
        seen.sort(key=_by_place)
        return [(entry.owner, Hit(start, end, entry.payload)) for start, end, _, entry in seen]


def _by_place(item: tuple[int, int, int, _Entry]) -> tuple[int, int, int]:
    return item[:3]


def _entry(term: Term, owner: int) -> _Entry:
    plain = flow(term.text).replace("’", "'")
    return _Entry(
        fold(plain),
        None if term.ignore_case else plain,
        owner,
        term.payload,
        _in_word(plain[0]),
        _in_word(plain[-1]),
    )


class _Index:
    """Each literal under one word of it, the rarest, so far as can be told; where all its words stand, the literal is
    searched for or compared.

    The words of an article are made into a set once, and only the words in the index are searched for. (A trie over
    the sequence of words needs the place of every word, which costs more than all the comparing.)
    """

    def __init__(self, entries: list[_Entry]) -> None:
        by_literal: dict[str, list[tuple[int, _Entry]]] = {}
        for order, entry in enumerate(entries):
            by_literal.setdefault(entry.literal, []).append((order, entry))
        self._under: dict[str, list[_Listed]] = {}
        self._wordless: list[list[tuple[int, _Entry]]] = []
        for literal, alike in by_literal.items():
            words = _TOKEN.findall(literal)
            key = _rarest(words)
            if key:
                word = next(word for word in _TOKEN.finditer(literal) if word.group() == key)
                listed = _Listed(word.start(), frozenset(words) - {key}, alike)
                self._under.setdefault(key, []).append(listed)
            else:
                self._wordless.append(alike)
        self._words = frozenset(self._under)

    def candidates(self, document: Document) -> Iterator[tuple[int, int, _Entry]]:
        text = flowed_folded(document)
        searched = list(self._wordless)
        said = token_set(document)
        for word in self._words & said:
            under = [one for one in self._under[word] if one.others <= said]
            if len(under) <= _FEW:
                searched += [one.alike for one in under]
                continue
            at = text.find(word)
            while at >= 0:
                if stands_alone(text, at, at + len(word)):
                    for before, _, alike in under:
                        start = at - before
                        entry = alike[0][1]
                        if start >= 0 and text.startswith(entry.literal, start) and _bounded(text, start, entry):
                            yield from [(start, order, entry) for order, entry in alike]
                at = text.find(word, at + len(word))
        for alike in searched:
            first = alike[0][1]
            at = text.find(first.literal)
            while at >= 0:
                if _bounded(text, at, first):
                    yield from [(at, order, entry) for order, entry in alike]
                at = text.find(first.literal, at + 1)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word goes on at either end of what stands there."""
    if start > 0 and _in_word(text[start - 1]):
        return False
    return end == len(text) or not _in_word(text[end])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


class _Automaton:
    """All literals at once, overlapping, with a boundary check."""

    def __init__(self, entries: list[_Entry]) -> None:
        import ahocorasick_rs

        by_literal: dict[str, list[tuple[int, _Entry]]] = {}
        for order, entry in enumerate(entries):
            by_literal.setdefault(entry.literal, []).append((order, entry))
        self._entries = list(by_literal.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_literal)) if by_literal else None

    def candidates(self, document: Document) -> Iterator[tuple[int, int, _Entry]]:
        if self._automaton is None:
            return
        text = flowed_folded(document)
        for number, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            for order, entry in self._entries[number]:
                if _bounded(text, start, entry):
                    yield start, order, entry


def _bounded(text: str, start: int, entry: _Entry) -> bool:
    """True if the literal's word characters at its ends are not continued by the text around it."""
    if entry.bound_start and start > 0 and _in_word(text[start - 1]):
        return False
    end = start + len(entry.literal)
    return not (entry.bound_end and end < len(text) and _in_word(text[end]))


def _automaton_available() -> bool:
    try:
        import ahocorasick_rs  # noqa: F401
    except ImportError:
        return False
    return True
