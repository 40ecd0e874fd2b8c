"""Number words: quantities written in words ("twenty-one people", "half a million", "two thirds", "a dozen")."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.figures import SCALE_NAMES, SCALES, Quantity, hedge_before, measure
from copylint.annotate.word_places import where_any, words_from
from copylint.annotate.words import flowed, flowed_folded, shape, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
"""The numbers that are one word, but for the tens."""
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_BIG = {"hundred": 100.0, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
    "tenths": 10,
}  # fmt: skip
_NUMBER_WORDS = {**ONES, **_TENS}
STARTERS = frozenset(_NUMBER_WORDS) | frozenset(_FRACTIONS) | {"hundred", "dozen", "thousand", "million", "billion"}
# What begins no number but behind "a" or "one": "1.4 million", "the third quarter".
_BEHIND_A = frozenset(_BIG).union(_FRACTIONS).difference(("half", "halves"))
_A = expression(r"(?:a|one)\W")
_OF_TWO = ("first", "second", "other", "last", "latter", "former", "this", "next")  # the first half
_REACHES = (48, 300)  # code points that are read for a number: enough for most, and for any
_LOOK_AHEAD = 5  # words behind a number that tell what it is


@reading
def number_words(document: Document) -> tuple[Quantity, ...]:
    """The quantities written in words: "twenty-one people", "half a million", "two thirds", "a dozen"."""
    return number_words_in(document, Span(0, len(document.text)))


def number_words_in(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities written in words that begin within a span."""
    text = flowed_folded(document)
    already = _already(document)
    found: list[Quantity] = []
    behind = span.start
    places = _places(document)
    for start, word in places[bisect_left(places, (span.start,)) : bisect_left(places, (span.end,))]:
        if start < behind or (word in _BEHIND_A and not _A.search(text, max(0, start - 4), start)):
            continue
        if start not in already:
            already[start] = _read_at(document, start)
        quantity, behind = already[start]
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


@reading
def starters(document: Document) -> frozenset[str]:
    """The words of the text that may begin a number."""
    return STARTERS & token_set(document)


@reading
def _places(document: Document) -> list[tuple[int, str]]:
    """Where these stand, and which of them does, in text order."""
    return where_any(document, starters(document), 0, len(document.text))


@reading
def number_places(document: Document) -> list[int]:
    """Where runs of figures begin, and words that may begin a number, in text order."""
    found = [start for start, _ in _places(document)]
    shapes = shape(document)
    at = shapes.find("0")
    while at >= 0:
        found.append(at)
        at += 1
        while shapes.startswith("0", at):
            at += 1
        at = shapes.find("0", at)
    return sorted(found)


@reading
def _already(document: Document) -> dict[int, tuple[Quantity | None, int]]:
    """What has been read at each place: several rules ask for the same sentences."""
    return {}


def _read_at(document: Document, start: int) -> tuple[Quantity | None, int]:
    """The number phrase that begins at an offset, and where the next word behind it does."""
    text = flowed_folded(document)
    for reach in _REACHES:
        starts, ends, folded = words_from(text, start, start + reach)
        index = starts.index(start)
        if folded[index] in _BIG and (index == 0 or folded[index - 1] != "a"):
            return None, ends[index]  # "1.4 million"
        quantity, after = _read_words(_Said(flowed(document), starts, ends, folded), index)
        if after + _LOOK_AHEAD < len(folded):
            break
    return quantity, ends[max(after - 1, index)]


class _Said(NamedTuple):
    """The words of a stretch of text: where each starts and ends in it, and each folded."""

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]


class _Number(NamedTuple):
    """A number as far as it is read. scale: the factor of its last word of scale, or 0. after: the index of the word
    behind it."""

    value: float
    scale: float
    fraction: bool
    after: int


def _read_words(said: _Said, first: int) -> tuple[Quantity | None, int]:
    """The number phrase that begins at a word, and the index after it."""
    total, current, scale, after = _cardinal(said, first)
    number = _Number(total + current, scale, False, after)
    divisor = _divisor(said, first, after, current)
    if divisor is not None:
        if _is_no_fraction(said, first, after):
            return None, after + 1
        number = _divided(said.folded, (current or 1) / divisor, after + 1)
    elif after == first:
        return None, first + 1
    points = _points_of(said.folded, number.after) if number.fraction else 0
    if after > first:
        number = _and_a_half(said.folded, number)
    if said.folded[first] == "one" and number.after == first + 1:
        number = _odds(said.folded, number)
        pronoun = not _counts(said.folded, number.after) or said.folded[first - 1 : first] == ["no"]
        if not number.fraction and pronoun:
            return None, number.after  # "one of", "one can", "no one else"
    end = said.ends[number.after - 1]
    if number.fraction and said.text[end : end + 1] in ("-", "–") and said.text[end + 1 : end + 2].isalpha():
        return None, number.after  # "half-time", "third-largest"
    return _quantity(said, first, number, points), points or number.after


def _cardinal(said: _Said, first: int) -> tuple[float, float, float, int]:
    """Reads "two million three hundred": what its thousands and millions make, what stands behind them, the factor of
    the last of them (or 0), and the index of the word behind it all."""
    text, starts, ends, folded = said
    total = current = scale = 0.0
    at = first
    while at < len(folded):
        word = folded[at]
        if at > first and not _adjoins(text, ends[at - 1], starts[at]):
            break
        if word in _NUMBER_WORDS:
            ones = _NUMBER_WORDS[word] < 10
            if at > first and current % 100 and (current % 10 or not ones):
                break  # "twenty thirty", "five six"
            current += _NUMBER_WORDS[word]
        elif word in _BIG and (at > first or word != "trillion"):
            factor = _BIG[word]
            if factor <= 100:
                current = (current or 1) * factor
            else:
                total += (current or 1) * factor
                current = 0.0
                scale = factor
        elif not (
            word == "and" and at > first and folded[at - 1] in _BIG and at + 1 < len(folded)
            and folded[at + 1] in _NUMBER_WORDS
        ):  # fmt: skip
            break
        at += 1
    return total, current, scale, at


def _divisor(said: _Said, first: int, at: int, current: float) -> int | None:
    """What the word at an index divides by: "thirds", alone or tied to a number below twenty."""
    divisor = _FRACTIONS.get(said.folded[at]) if at < len(said.folded) else None
    if divisor is None or at == first:
        return divisor
    small = said.folded[at - 1] in _NUMBER_WORDS and current < 20
    return divisor if small and _adjoins(said.text, said.ends[at - 1], said.starts[at]) else None


def _is_no_fraction(said: _Said, first: int, at: int) -> bool:
    """Whether the word of a fraction is none: "the third", "halves" of a match, "two quarters" of a year."""
    word = said.folded[at]
    if at > first:
        return word in ("quarter", "quarters") and not _share(said.text, said.ends, said.folded, at)
    before = said.folded[first - 1] if first else ""
    if word in ("half", "halves"):
        return before in _OF_TWO
    return before not in ("a", "one") or word.endswith("s")


def _divided(folded: list[str], value: float, after: int) -> _Number:
    """A fraction, or what it makes of the scale behind it: "half a million"."""
    scale = folded[after + 1] if folded[after : after + 1] == ["a"] and after + 1 < len(folded) else ""
    if scale in ("million", "billion", "dozen"):
        return _Number(value * _BIG[scale], _BIG[scale], False, after + 2)
    return _Number(value, 0.0, True, after)


def _and_a_half(folded: list[str], number: _Number) -> _Number:
    """The number with "and a half", and the scale behind that, if they stand there."""
    value, scale, fraction, after = number
    if folded[after : after + 3] != ["and", "a", "half"]:
        return number
    value, after = value + 0.5, after + 3
    if after < len(folded) and folded[after] in SCALES:
        scale = SCALES[folded[after]]
        value, after = value * scale, after + 1
    return _Number(value, scale, fraction, after)


def _quantity(said: _Said, first: int, number: _Number, points: int) -> Quantity:
    """The quantity that a number is. points: the index behind "of a point", or 0."""
    value, scale, fraction, after = number
    text = said.text
    begin, end = said.starts[first], said.ends[after - 1]
    printed = Span(begin, end)
    if first and said.folded[first - 1] in ("a", "an") and (fraction or said.folded[first] in _BIG):
        begin = said.starts[first - 1]
    kind, unit = "fraction", ""
    if points:
        kind, end = "points", said.ends[points - 1]
    elif not fraction:
        more, kind, unit, end = measure(text, end, None)
        if more:
            value *= more
            scale = more
        kind = kind or "count"
    if kind == "fraction":
        room = 0.025
    elif scale and value >= 1000:
        room = scale / (2 if value >= scale else 20)
    else:
        room = 0.0
    joined = text[max(0, begin - 1) : begin] in ("-", "–")
    return Quantity(Span(begin, end), printed, value, value - room, value + room, kind, unit,
                    SCALE_NAMES.get(scale, ""), True, hedge_before(text, begin), joined)  # fmt: skip


def _points_of(folded: list[str], position: int) -> int:
    """The index after "a point", "of a percentage point"; 0 where there is none."""
    after = position + 1 if folded[position : position + 1] == ["of"] else position
    for phrase in (["a", "point"], ["a", "percentage", "point"]):
        if folded[after : after + len(phrase)] == phrase:
            return after + len(phrase)
    return 0


def _adjoins(text: str, end: int, start: int) -> bool:
    return text[end:start] in (" ", "-", "‑", "\u00a0")


def _share(text: str, ends: list[int], folded: list[str], position: int) -> bool:
    """True for "three-quarters of the men", "three-quarters (75%)"."""
    if position + 1 < len(folded) and folded[position + 1] == "of":
        return True
    return text.startswith((" (", ", or "), ends[position])


def _odds(folded: list[str], number: _Number) -> _Number:
    """One in five, one out of ten, as a fraction; the number itself where nothing of the kind follows."""
    at = number.after
    if number.fraction or folded[at : at + 1] not in (["in"], ["out"]):
        return number
    if folded[at] == "out":
        if folded[at + 1 : at + 2] != ["of"]:
            return number
        at += 1
    among = folded[at + 1] if at + 1 < len(folded) else ""
    value = _NUMBER_WORDS.get(among) or (int(among) if among.isdecimal() else 0)
    return _Number(1 / value, number.scale, True, at + 2) if value > 1 else number


_AFTER_PRONOUN = frozenset(
    "of is was has had can could may might would will should must who that which and or to in on by for with at from "
    "day another more about but as than way".split()
)


def _counts(folded: list[str], position: int) -> bool:
    return position < len(folded) and folded[position] not in _AFTER_PRONOUN
