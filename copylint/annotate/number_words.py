"""Number words: quantities written in words ("twenty-one people", "half a million", "two thirds", "a dozen")."""

from __future__ import annotations

from copylint.annotate.figures import SCALE_NAMES, SCALES, Quantity, hedge_before, measure
from copylint.annotate.word_places import where_any, words_from
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_BIG = {"hundred": 100.0, "dozen": 12.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10,
    "tenths": 10,
}  # fmt: skip
_NUMBER_WORDS = {**_ONES, **_TENS}
STARTERS = frozenset(_NUMBER_WORDS) | frozenset(_FRACTIONS) | {"hundred", "dozen", "thousand", "million", "billion"}
# What begins no number but behind "a" or "one": "1.4 million", "the third quarter".
_BEHIND_A = frozenset(_BIG).union(_FRACTIONS).difference(("half", "halves"))
_A = expression(r"(?:a|one)\W")
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
    for start, word in where_any(document, _starters(document), span.start, span.end):
        if start < behind or (word in _BEHIND_A and not _A.search(text, max(0, start - 4), start)):
            continue
        if start not in already:
            already[start] = _read_at(document, start)
        quantity, behind = already[start]
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


@reading
def _starters(document: Document) -> frozenset[str]:
    """The words of the text that may begin a number."""
    return STARTERS & token_set(document)


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
        quantity, after = _read_words(flowed(document), starts, ends, folded, index)
        if after + _LOOK_AHEAD < len(folded):
            break
    return quantity, ends[max(after - 1, index)]


def _read_words(
    text: str, starts: list[int], ends: list[int], folded: list[str], index: int
) -> tuple[Quantity | None, int]:
    """The number phrase that begins at a word, and the index after it."""
    size = len(folded)
    first = index
    total = 0.0
    current = 0.0
    seen = False
    position = index
    scale = 0.0
    while position < size:
        word = folded[position]
        if seen and not _adjoins(text, ends[position - 1], starts[position]):
            break
        if word in _NUMBER_WORDS:
            if seen and not (current % 100 == 0 or (current % 10 == 0 and _NUMBER_WORDS[word] < 10 and current % 100)):
                break
            current += _NUMBER_WORDS[word]
        elif word in _BIG and (seen or word in ("hundred", "dozen", "thousand", "million", "billion")):
            factor = _BIG[word]
            if factor <= 100:
                current = (current or 1) * factor
            else:
                total += (current or 1) * factor
                current = 0.0
                scale = factor
        elif (
            word == "and"
            and seen
            and position + 1 < size
            and (folded[position - 1] in _BIG and folded[position + 1] in _NUMBER_WORDS)
        ):
            pass
        else:
            break
        seen = True
        position += 1
    fraction = False
    if not seen or (folded[position - 1] in _NUMBER_WORDS and current < 20):
        divisor = _FRACTIONS.get(folded[position]) if position < size else None
        tied = position == index or (divisor is not None and _adjoins(text, ends[position - 1], starts[position]))
        if divisor is not None and tied:
            before = folded[index - 1] if index else ""
            ordinal = folded[position] not in ("half", "halves") and position == index and before not in ("a", "one")
            if ordinal or (position == index and folded[position].endswith("s") and folded[position] != "halves"):
                return None, position + 1
            if (
                folded[position] in ("quarter", "quarters", "second")
                and position > index
                and not _share(text, ends, folded, position)
            ):
                return None, position + 1  # "two quarters": of a year
            if position == index and before in (
                "first",
                "second",
                "other",
                "last",
                "latter",
                "former",
                "this",
                "next",
            ):
                return None, position + 1
            total, current = (current or 1) / divisor, 0.0
            fraction = True
            position += 1
            if (
                position + 1 < size
                and folded[position] == "a"
                and folded[position + 1] in ("million", "billion", "dozen")
            ):
                total *= _BIG[folded[position + 1]]
                scale = _BIG[folded[position + 1]]
                fraction = False
                position += 2
    points = _points_of(folded, position) if fraction else 0
    if not seen and not fraction and scale == 0:
        return None, index + 1
    value = total + current
    if seen and position + 2 < size and folded[position : position + 3] == ["and", "a", "half"]:
        value += 0.5
        position += 3
        if position < size and folded[position] in SCALES:
            scale = SCALES[folded[position]]
            value *= scale
            position += 1
    last = position - 1
    if folded[first] == "one" and position == first + 1:
        if position + 1 < size and folded[position] in ("in", "out") and not fraction:
            odds = _odds(folded, position)
            if odds is not None:
                divisor_value, position = odds
                value, fraction, last = 1 / divisor_value, True, position - 1
        if not fraction and not _counts(folded, position):
            return None, position  # "one of", "one can": a pronoun
    if text[ends[last] : ends[last] + 1] in ("-", "–") and text[ends[last] + 1 : ends[last] + 2].isalpha() and fraction:
        return None, position  # "half-time", "third-largest"
    begin = starts[first]
    if first and folded[first - 1] in ("a", "an") and (fraction or folded[first] in _BIG):
        begin = starts[first - 1]
    end = ends[last]
    kind, unit = "fraction" if fraction else "count", ""
    if points:
        kind, fraction, end, position = "points", False, ends[points - 1], points
    if not fraction and not points:
        more, kind, unit, end = measure(text, end, None)
        if more:
            value *= more
            scale = more
        kind = kind or "count"
    step = 1.0 if value < 1000 or not scale else scale / (1 if value / scale >= 1 else 10)
    if fraction:
        low, high = value - 0.025, value + 0.025
    elif scale and value >= 1000:
        low, high = value - step / 2, value + step / 2
    else:
        low, high = value, value
    joined = text[max(0, begin - 1) : begin] in ("-", "–") or False
    return (
        Quantity(Span(begin, end), Span(starts[first], ends[last]), value, low, high, kind, unit,
                 SCALE_NAMES.get(scale, ""), True, hedge_before(text, begin), joined),
        position,
    )  # fmt: skip


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


def _odds(folded: list[str], position: int) -> tuple[float, int] | None:
    """ "in five", "out of ten" -> 5 and the index after it."""
    after = position + (2 if folded[position] == "out" else 1)
    if folded[position] == "out" and (position + 1 >= len(folded) or folded[position + 1] != "of"):
        return None
    if after >= len(folded):
        return None
    value = _NUMBER_WORDS.get(folded[after]) or (int(folded[after]) if folded[after].isdecimal() else 0)
    return (float(value), after + 1) if value > 1 else None


_AFTER_PRONOUN = frozenset(
    "of is was has had can could may might would will should must who that which and or to in on by for with at from "
    "day another more about but as than way".split()
)


def _counts(folded: list[str], position: int) -> bool:
    return position < len(folded) and folded[position] not in _AFTER_PRONOUN
