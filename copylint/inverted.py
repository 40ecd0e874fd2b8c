"""Gates turned round, an inverted index of them: for each reading of a document what in it opens which gate.

What is looked for in a text is asked only of an article that has the rarest part of it, by a look in a set.
"""

from __future__ import annotations

from itertools import pairwise
from operator import add

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

    in_sets: by the name of a reading, the gates that each part of it opens; and of_sets: all of those. pairs: the gates
    that two words which follow one another open. longer: by two words of longer phrases, gates and, a line each, what
    must stand in the row of tokens to open them. known: each two words that follow one another in any of them. unread:
    what is in pairs and longer once an article has had the longer of two words, by this word, as text; unmet: the words
    that none has had, for it has few of the thousands. in_texts: by gate, the texts that open it. spaced: each space
    with a sign that is looked for, and its gates.
    """

    __slots__ = ("in_sets", "in_texts", "known", "longer", "of_sets", "pairs", "spaced", "unmet", "unread")

    def __init__(self) -> None:
        self.in_sets: dict[str, dict[Any, int]] = {}
        self.of_sets: dict[str, int] = {}
        self.pairs: dict[tuple[str, str], int] = {}
        self.longer: dict[tuple[str, str], tuple[tuple[int, str], ...]] = {}
        self.known: set[tuple[str, str]] = set()
        self.unread: dict[str, str] = {}
        self.unmet: set[str] = set()
        self.in_texts: dict[int, list[Look]] = {}
        self.spaced: dict[str, int] = {}

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
            self._pair((words[0], words[1]), bit)
        else:
            lengths = list(map(len, words))  # long words are rare ones
            of_pairs = list(map(add, lengths, lengths[1:]))
            at = of_pairs.index(max(of_pairs))
            pair = (words[at], words[at + 1])
            before = dict(self.longer.get(pair, ())).get(bit)
            self._longer(pair, bit, "\n".join([*filter(None, [before]), f" {phrase} "]))

    def _pair(self, pair: tuple[str, str], bits: int) -> None:
        self.pairs[pair] = self.pairs.get(pair, 0) | bits
        self.known.add(pair)

    def _longer(self, pair: tuple[str, str], bits: int, phrases: str) -> None:
        opened = dict(self.longer.get(pair, ()))
        opened[bits] = phrases
        self.longer[pair] = tuple(sorted(opened.items()))
        for phrase in phrases.split("\n"):
            self.known.update(pairwise(phrase.split()))

    def meet(self, words: Set[str]) -> None:
        """Reads the pairs that an article with these words may have."""
        for word in self.unmet & words:
            for entry in self.unread[word].split("|"):
                numbers, first, second, *phrases = entry.split("~")
                bits = sum([1 << int(number) for number in numbers.split(",")])
                if not first:
                    pairs = dict.fromkeys(_pairs_of(second), bits)
                    self.known.update(pairs)
                    for pair in self.pairs.keys() & pairs.keys():
                        pairs[pair] |= self.pairs[pair]
                    self.pairs.update(pairs)
                elif phrases:
                    self._longer((first, second), bits, "\n".join([f" {phrase} " for phrase in phrases]))
                else:
                    self._pair((first, second), bits)
            self.unmet.discard(word)  # not before all of it is there, for another thread

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

    def _parts(self, reading: str, parts: Iterable[Any], bit: int) -> None:
        opens = self.in_sets.setdefault(reading, {})
        parts = dict.fromkeys(parts, bit)
        known = {part: opens[part] | bit for part in opens.keys() & parts.keys()}
        opens.update(parts)
        opens.update(known)
        self.of_sets[reading] = self.of_sets.get(reading, 0) | bit

    def copy(self) -> Inverted:
        """The same, to add more gates to."""
        made = Inverted()
        made.in_sets = {name: dict(opens) for name, opens in self.in_sets.items()}
        made.of_sets, made.spaced = dict(self.of_sets), dict(self.spaced)
        made.pairs, made.longer, made.known = dict(self.pairs), dict(self.longer), set(self.known)
        made.unread, made.unmet = self.unread, set(self.unmet)
        made.in_texts = {bit: list(looks) for bit, looks in self.in_texts.items()}
        return made

    def plain(self) -> list[Any]:
        """All of it as JSON has it, made to be read quickly: what opens the same gates stands together, and words in
        one text."""
        names = {reading: name for name, reading in _TEXTS.items()}
        unread: dict[str, list[str]] = {}
        alike: dict[tuple[str, int], list[tuple[str, str]]] = {}
        for pair, bits in self.pairs.items():
            alike.setdefault((max(pair, key=len), bits), []).append(pair)
        for (word, bits), pairs in alike.items():
            # Several that open the same gates are read in one go: in the place of a first word stands nothing.
            parts = ["", _kept_pairs(pairs)] if len(pairs) > 1 else pairs[0]
            unread.setdefault(word, []).append("~".join([_numbers(bits), *parts]))
        for pair, opened in self.longer.items():
            for bits, phrases in opened:
                parts = [_numbers(bits), *pair, *map(str.strip, phrases.split("\n"))]
                unread.setdefault(max(pair, key=len), []).append("~".join(parts))
        return [
            {name: _by_gates(opens.items(), _kept_parts) for name, opens in self.in_sets.items()},
            " ".join(unread),
            "^".join(map("|".join, unread.values())),
            [
                [bit, [[names[look.reading], look.text, look.forms] for look in looks]]
                for bit, looks in self.in_texts.items()
            ],
            self.spaced,
        ]

    @classmethod
    def of_plain(cls, plain: Any) -> Inverted:
        """What `plain` has made this of."""
        made = cls()
        in_sets, words, entries, in_texts, made.spaced = plain
        for name, groups in in_sets.items():
            opens = made.in_sets[name] = {}
            gates = 0
            for bits, parts in groups:
                opens.update(dict.fromkeys(_parts_of(parts), bits))
                gates |= bits
            made.of_sets[name] = gates
        if words:
            made.unread = dict(zip(words.split(" "), entries.split("^"), strict=True))
            made.unmet = set(made.unread)
        for bit, looks in in_texts:
            made.in_texts[bit] = [Look(_TEXTS[name], text, tuple(forms)) for name, text, forms in looks]
        return made


def _numbers(bits: int) -> str:
    return ",".join([str(bit) for bit in range(bits.bit_length()) if bits >> bit & 1])


def _by_gates(opens: Iterable[tuple[Any, int]], kept: Callable[[list[Any]], Any]) -> list[tuple[int, Any]]:
    """What opens gates, that which opens the same ones together, as it is kept."""
    found: dict[int, list[Any]] = {}
    for part, bits in opens:
        found.setdefault(bits, []).append(part)
    return [(bits, kept(parts)) for bits, parts in found.items()]


def _kept_parts(parts: list[Any]) -> Any:
    """Words in one text, pairs of words in another after a space, anything else as it is."""
    if all(isinstance(part, tuple) for part in parts):
        return " " + _kept_pairs(parts)
    if all(isinstance(part, str) and part and " " not in part for part in parts):
        return " ".join(parts)
    return parts


def _parts_of(kept: Any) -> Iterable[Any]:
    if not isinstance(kept, str):
        return list(kept)
    return _pairs_of(kept[1:]) if kept[0] == " " else kept.split(" ")


def _kept_pairs(pairs: list[tuple[str, str]]) -> str:
    return " ".join([word for pair in pairs for word in pair])


def _pairs_of(kept: str) -> Iterable[tuple[str, str]]:
    words = kept.split(" ")
    return zip(words[::2], words[1::2], strict=True)


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
