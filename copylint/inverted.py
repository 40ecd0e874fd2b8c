"""Gates turned round, an inverted index of them: for each reading of a document what in it opens which gate.

What is looked for in a text is asked only of an article that has the rarest part of it, by a look in a set.

An article has few of the thousands of words that open gates. So what a word opens is kept as text, on the shelf of the
word, and read when the first article has it.
"""

from __future__ import annotations

from _thread import allocate_lock
from itertools import pairwise, repeat
from operator import add
from zlib import crc32

from copylint.annotate.gates import SETS, wanted
from copylint.annotate.words import flowed_folded, foreign, shape, shape_of
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Gate
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Set
    from typing import Any

_MOST_TEXTS = 12  # of a gate; to look for more costs as much as a rule
_COMMON = "_.,-–—:;'\"“”()"
_OF_MANY = " \na0."  # the signs of a shape of which each stands for many characters
_CURLY = {'"': '"“”', "'": "'‘’"}  # the marks of a shape, as they stand in the text
_WORD = expression(r"[\w\u0300-\u036f]+")

SHELVES = 1024
_MOST_ASKED = 50_000  # words that are remembered: those of a few hundred articles
_BY_WORD = ("words", "lines")  # the readings of which a part begins with a word

READINGS: dict[str, Callable[[Document], Any]] = {**SETS, "foreign": foreign}
"""The readings that are sets, by name."""
_TEXTS: dict[str, Callable[[Document], str]] = {"texts": flowed_folded, "shapes": shape}


class Look(NamedTuple):
    """A text that is looked for in the text of a reading, and the forms of a sign, or of a space and a sign, without
    which it cannot stand there."""

    reading: Callable[[Document], str]
    text: str
    forms: tuple[str, ...] = ()


class Inverted:
    """What opens gates, gathered gate by gate. Each gate is a bit.

    in_sets: by the name of a reading, the gates that each part of it opens; parts: each of these; and of_sets: all
    gates that any opens. pairs: the gates that two words which follow one another open. longer: by two words of longer
    phrases, gates and, with commas between, what must stand in the row of tokens to open them. known: each two words
    that follow one another in any of them. in_texts: by gate, the texts that open it. spaced: each space with a sign
    that is looked for, and its gates.

    shelf: by its number, what is in all of these once an article has had a word, as text (`_Entries`); asked: the words
    that one has had; waiting: what is in longer once one has had the other word too.
    """

    __slots__ = ("_bits", "_reading", "asked", "in_sets", "in_texts", "known", "longer", "of_sets", "pairs", "parts",
                 "shelf", "spaced", "waiting")  # fmt: skip

    def __init__(self) -> None:
        self.in_sets: dict[str, dict[Any, int]] = {}
        self.parts: dict[str, set[Any]] = {}
        self.of_sets: dict[str, int] = {}
        self.pairs: dict[tuple[str, str], int] = {}
        self.longer: dict[tuple[str, str], tuple[tuple[int, str], ...]] = {}
        self.known: set[tuple[str, str]] = set()
        self.in_texts: dict[int, list[Look]] = {}
        self.spaced: dict[str, int] = {}
        self.shelf: Callable[[int], str] | None = None
        self.asked: set[str] = set()
        self._reading = allocate_lock()
        self._bits: dict[str, int] = {}  # by the numbers of them, as text
        self.waiting: dict[str, list[tuple[str, str, int, str]]] = {}

    def add(self, gate: Gate, bit: int) -> None:
        """Gathers what opens a gate."""
        for field in SETS:
            if field != "pairs" and (entries := wanted(gate, field)):
                self._parts(field, entries, bit)
        for phrase in gate.pairs:
            self._phrase(phrase, bit)
        for text in gate.texts:
            if words := _whole_words(text):
                self._phrase(" ".join(words), bit)
            elif mark := _rare_mark(text):  # in the folded text apostrophes are straight
                self._parts("marks", mark if mark != "'" else "'’", bit)
            elif not any(map(str.isalpha, text)):
                self._shape(shape_of(text), bit)
            elif len(text) == 1 and not text.isascii():
                self._parts("foreign", (text,), bit)
            else:
                self.in_texts.setdefault(bit, []).append(Look(flowed_folded, text))
        for one in gate.shapes:
            self._shape(one, bit)

    def _phrase(self, phrase: str, bit: int) -> None:
        words = phrase.split(" ")
        if len(words) == 1:
            self._parts("words", words, bit)
        elif len(words) == 2:
            self._pairs([(words[0], words[1])], bit)
        else:
            lengths = list(map(len, words))  # long words are rare ones
            of_pairs = list(map(add, lengths, lengths[1:]))
            at = of_pairs.index(max(of_pairs))
            pair = (words[at], words[at + 1])
            before = dict(self.longer.get(pair, ())).get(bit)
            self._longer(pair, bit, ",".join([*filter(None, [before]), phrase]))

    def _pairs(self, pairs: Iterable[tuple[str, str]], bits: int) -> None:
        made = dict.fromkeys(pairs, bits)
        self.known.update(made)
        for pair in self.pairs.keys() & made.keys():
            made[pair] |= self.pairs[pair]
        self.pairs.update(made)

    def _longer(self, pair: tuple[str, str], bits: int, phrases: str) -> None:
        opened = dict(self.longer.get(pair, ()))
        opened[bits] = phrases
        self.longer[pair] = tuple(sorted(opened.items()))
        for phrase in phrases.split(","):
            self.known.update(pairwise(phrase.split(" ")))

    def meet(self, words: Set[str]) -> None:
        """Reads what an article with these words may open."""
        if self.shelf and not words <= self.asked:
            with self._reading:
                self._meet(words, self.shelf)

    def _meet(self, words: Set[str], shelf_of: Callable[[int], str]) -> None:
        if len(self.asked) > _MOST_ASKED:
            self.asked.clear()
            self.waiting.clear()
        new = words - self.asked
        waiting = self.waiting
        for word in new:
            shelf = shelf_of(_number(word))
            if (entry := f"\t{word}\v") in shelf:
                start = shelf.index(entry) + len(entry)
                end = shelf.find("\t", start)
                self._read(word, shelf[start : end if end > 0 else None], words)
            if word in waiting:
                for first, second, bits, phrases in waiting[word]:
                    self._longer((first, second), bits, phrases)
        self.asked.update(new)  # not before all of it is there: the time of the article may end in the middle

    def _read(self, word: str, entry: str, words: Set[str]) -> None:
        """Reads the entry of a word. words: the other ones of the article."""
        for field in entry.split("\v"):
            numbers, kind, rest = field.split(" ", 2)
            bits = self._bits.get(numbers)
            if bits is None:
                bits = self._bits[numbers] = sum([1 << int(number) for number in numbers.split(",")])
            if kind == "=":
                self._parts("words", (word,), bits)
            elif kind == "^":
                self._parts("lines", zip(repeat(word), rest.split(",")), bits)
            elif kind == ">":
                self._pairs(zip(repeat(word), rest.split(" ")), bits)
            elif kind == "<":
                self._pairs(zip(rest.split(" "), repeat(word)), bits)
            else:
                first, second, phrases = rest.split(" ", 2)
                other = second if first == word else first
                if other in words or other in self.asked:
                    self._longer((first, second), bits, phrases)
                else:  # of these most are never read
                    self.waiting.setdefault(other, []).append((first, second, bits, phrases))

    def _shape(self, one: str, bit: int) -> None:
        space = next((at for at in range(len(one) - 1) if one[at] == " " and one[at + 1] != "a"), -1)
        mark = next((sign for sign in one if sign not in _OF_MANY), "")
        if space >= 0:
            spaced = one[space : space + 2]
            self.spaced.setdefault(spaced, 0)
            if one == spaced:
                self.spaced[spaced] |= bit
            else:
                self.in_texts.setdefault(bit, []).append(Look(shape, one, (spaced,)))
        else:
            self.in_texts.setdefault(bit, []).append(Look(shape, one, forms_of(mark)))

    def _parts(self, reading: str, parts: Iterable[Any], bits: int) -> None:
        opens = self.in_sets.setdefault(reading, {})
        every = self.parts.setdefault(reading, set())
        for part in parts:
            opens[part] = opens[part] | bits if part in opens else bits
            every.add(part)
        self.of_sets[reading] = self.of_sets.get(reading, 0) | bits

    def copy(self) -> Inverted:
        """The same, to add more gates to."""
        made = Inverted()
        made.in_sets = {name: dict(opens) for name, opens in self.in_sets.items()}
        made.parts = {name: set(parts) for name, parts in self.parts.items()}
        made.of_sets, made.spaced = dict(self.of_sets), dict(self.spaced)
        made.pairs, made.longer, made.known = dict(self.pairs), dict(self.longer), set(self.known)
        made.shelf, made.asked = self.shelf, set(self.asked)
        made.waiting = {word: list(waiting) for word, waiting in self.waiting.items()}
        made.in_texts = {bit: list(looks) for bit, looks in self.in_texts.items()}
        return made

    def plain(self) -> list[Any]:
        """What it has besides the shelves, as JSON has it: what opens the same gates stands together."""
        names = {reading: name for name, reading in _TEXTS.items()}
        others = [one for one in self.in_sets.items() if one[0] not in _BY_WORD]
        return [
            {name: [[bits, parts] for bits, parts in _by_gates(opens.items()).items()] for name, opens in others},
            [[name, self.of_sets.get(name, 0)] for name in _BY_WORD],
            [
                [bit, [[names[look.reading], look.text, look.forms] for look in looks]]
                for bit, looks in self.in_texts.items()
            ],
            self.spaced,
        ]

    def on_shelves(self) -> list[str]:
        """What words open, as text: one for each shelf."""
        entries = _Entries()
        for word, bits in self.in_sets.get("words", {}).items():
            entries.add(word, bits, "=", "")
        for bits, lines in _by_gates(self.in_sets.get("lines", {}).items()).items():
            for word, behind in _by_first(lines).items():
                entries.add(word, bits, "^", ",".join(behind))
        for bits, pairs in _by_gates(self.pairs.items()).items():
            for word, behind in _by_first([pair for pair in pairs if _rarer(pair) == pair[0]]).items():
                entries.add(word, bits, ">", " ".join(behind))
            for word, before in _by_first([pair[::-1] for pair in pairs if _rarer(pair) != pair[0]]).items():
                entries.add(word, bits, "<", " ".join(before))
        for pair, opened in self.longer.items():
            for bits, phrases in opened:
                entries.add(_rarer(pair), bits, "*", f"{pair[0]} {pair[1]} {phrases}")
        return entries.shelves()

    @classmethod
    def of_plain(cls, plain: Any, shelf: Callable[[int], str]) -> Inverted:
        """What `plain` and `on_shelves` have made this of. shelf: a shelf by its number."""
        made = cls()
        in_sets, of_words, in_texts, made.spaced = plain
        for name, groups in in_sets.items():
            for bits, parts in groups:
                made._parts(name, parts, bits)
        for name, gates in of_words:
            made._parts(name, (), gates)
        made.shelf = shelf
        for bit, looks in in_texts:
            made.in_texts[bit] = [Look(_TEXTS[name], text, tuple(forms)) for name, text, forms in looks]
        return made


class _Entries:
    """What is to be read once an article has a word: an entry a word, behind a tab; in it the word, and of all that it
    opens the numbers of the gates, the kind, and what stands beside the word."""

    def __init__(self) -> None:
        self._fields: dict[str, list[str]] = {}

    def add(self, word: str, bits: int, kind: str, beside: str) -> None:
        """Adds a field to the entry of a word."""
        numbers = ",".join([str(bit) for bit in range(bits.bit_length()) if bits >> bit & 1])
        self._fields.setdefault(word, []).append(f"{numbers} {kind} {beside}")

    def shelves(self) -> list[str]:
        """What stands on each shelf."""
        shelves = [""] * SHELVES
        for name, fields in self._fields.items():
            shelves[_number(name)] += "\t" + "\v".join([name, *fields])
        return shelves


def _number(word: str) -> int:
    """The number of the shelf on which a word stands."""
    return crc32(word.encode("utf-8", "backslashreplace")) % SHELVES


def _rarer(pair: tuple[str, str]) -> str:
    """The longer of two words, which few articles have."""
    return max(pair, key=len)


def _by_gates(opens: Iterable[tuple[Any, int]]) -> dict[int, list[Any]]:
    """What opens the same gates, by these."""
    found: dict[int, list[Any]] = {}
    for part, bits in opens:
        found.setdefault(bits, []).append(part)
    return found


def _by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The second words of pairs by the first."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def flat(gate: Gate) -> list[Gate]:
    """A gate and all that must be open as well, each by itself, but for costly ones."""
    return [one for one in _every(gate) if not _is_costly(one)]


def has_costly(gate: Gate) -> bool:
    """Whether a part of a gate costs more to look at than to run a rule, and is asked only before that is loaded."""
    return any(map(_is_costly, _every(gate)))


def _every(gate: Gate) -> list[Gate]:
    return [gate._replace(both=()), *(one for other in gate.both for one in _every(other))]


def _is_costly(gate: Gate) -> bool:
    return bool(gate.cores) or len(gate.texts) > _MOST_TEXTS


def forms_of(sign: str) -> tuple[str, ...]:
    """The marks of a text that a sign of its shape may stand for; none where it stands for more than can be told."""
    return () if sign in _OF_MANY else tuple(_CURLY.get(sign, sign))


def _whole_words(text: str) -> tuple[str, ...]:
    """The words that stand whole where a folded text does: to look for them in a set is quicker."""
    words = _WORD.finditer(text)
    return tuple(word.group() for word in words if word.start() > 0 and word.end() < len(text))


def _rare_mark(text: str) -> str:
    """A mark in a text that few articles have, or the text if it is one mark."""
    if len(text) == 1:
        return "" if text.isalnum() or text.isspace() or text == "_" else text
    return next((sign for sign in text if not sign.isalnum() and not sign.isspace() and sign not in _COMMON), "")
