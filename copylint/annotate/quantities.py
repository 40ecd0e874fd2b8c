"""Quantities: figures and number words, what they measure, and the interval that a printed figure stands for.

`figures` reads digits, `number_words` reads words, `quantities` both in order. A date, a clock time, a score, an
ordinal
or a code is no quantity; a bare year is one with `year` set, for the rule to judge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from copylint.annotate.words import flowed, words
from copylint.document import Document, Span, reading
from copylint.expressions import expression


class Quantity(NamedTuple):
    """A printed figure.

    span: with its currency sign, scale word and unit, without its hedge. number: the digits or number words alone.
    value: in full ("1.2bn" is 1.2e9, "40 percent" is 40, "a third" is 1/3). low, high: what the printed digits may
    stand for ("1.2bn" is 1.15e9 to 1.25e9). kind: "count", "percent", "points", "basis points", "money", "measure" or
    "fraction". unit: the currency ("$", "£", "yuan"), the unit of UNITS ("km"), or "". scale: "", "thousand",
    "million", "billion" or "trillion". words: written in words. hedge: "at least", "about" …, or "", in lower case.
    joined: a dash or a slash ties it to another figure (a range, a score). year: a bare four-digit figure that may be
    a year.
    """

    span: Span
    number: Span
    value: float
    low: float
    high: float
    kind: str
    unit: str = ""
    scale: str = ""
    words: bool = False
    hedge: str = ""
    joined: bool = False
    year: bool = False


class Unit(NamedTuple):
    """A unit of measure: its dimension, and its size in the dimension's base unit (temperatures have none)."""

    dimension: str
    size: float


# Exact by definition, or to more digits than any article prints. Ton, gallon and pint are ambiguous: see AMBIGUOUS.
UNITS = {
    "km": Unit("length", 1000), "m": Unit("length", 1), "cm": Unit("length", 0.01), "mm": Unit("length", 0.001),
    "mile": Unit("length", 1609.344), "yard": Unit("length", 0.9144), "foot": Unit("length", 0.3048),
    "inch": Unit("length", 0.0254), "nautical mile": Unit("length", 1852),
    "kg": Unit("weight", 1), "g": Unit("weight", 0.001), "mg": Unit("weight", 1e-6), "tonne": Unit("weight", 1000),
    "pound": Unit("weight", 0.45359237), "ounce": Unit("weight", 0.028349523125), "stone": Unit("weight", 6.35029318),
    "short ton": Unit("weight", 907.18474), "long ton": Unit("weight", 1016.0469088), "ton": Unit("weight", 907.18474),
    "C": Unit("temperature", 0), "F": Unit("temperature", 0),
    "hectare": Unit("area", 10000), "acre": Unit("area", 4046.8564224), "sq km": Unit("area", 1e6),
    "sq mile": Unit("area", 2589988.110336), "sq m": Unit("area", 1), "sq ft": Unit("area", 0.09290304),
    "sq yard": Unit("area", 0.83612736),
    "kmh": Unit("speed", 1 / 3.6), "mph": Unit("speed", 0.44704), "knot": Unit("speed", 1852 / 3600),
    "m/s": Unit("speed", 1), "ft/s": Unit("speed", 0.3048),
    "litre": Unit("volume", 1), "ml": Unit("volume", 0.001), "gallon": Unit("volume", 3.785411784),
    "pint": Unit("volume", 0.473176473), "fl oz": Unit("volume", 0.0295735295625), "cu m": Unit("volume", 1000),
    "cu ft": Unit("volume", 28.316846592), "barrel": Unit("volume", 158.987294928),
}  # fmt: skip
# What an ambiguous unit may be: the US and the imperial size (and, for ton, the metric one).
AMBIGUOUS = {
    "gallon": (3.785411784, 4.54609),
    "pint": (0.473176473, 0.56826125),
    "fl oz": (0.0295735295625, 0.0284130625),
    "ton": (907.18474, 1016.0469088, 1000.0),
}

_UNIT_WORDS = {
    "km": "km kms kilometer kilometers kilometre kilometres klicks", "m": "metre metres meter meters",
    "cm": "cm cms centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles mi", "yard": "yard yards yd yds", "foot": "foot feet ft", "inch": "inch inches",
    "nautical mile": "nautical-mile nautical-miles",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes", "g": "gram grams gramme grammes",
    "mg": "milligram milligrams", "tonne": "tonne tonnes metric-ton metric-tons metric-tonnes",
    "ounce": "ounce ounces oz", "stone": "stone", "pound": "lb lbs",
    "short ton": "short-ton short-tons", "long ton": "long-ton long-tons", "ton": "ton tons",
    "C": "celsius centigrade degrees-celsius degrees-centigrade degree-celsius degrees-c deg-c",
    "F": "fahrenheit degrees-fahrenheit degree-fahrenheit degrees-f deg-f",
    "hectare": "hectare hectares ha", "acre": "acre acres",
    "sq km": "square-kilometers square-kilometres square-kilometer square-kilometre sq-km square-km km²",
    "sq mile": "square-miles square-mile sq-miles sq-mi",
    "sq m": "square-meters square-metres square-metre square-meter sq-m m²", "sq ft": "square-feet square-foot sq-ft",
    "sq yard": "square-yards square-yard",
    "kmh": "kmh kph km/h kmph kilometers-per-hour kilometres-per-hour km-per-hour kilometers-an-hour "
    "kilometres-an-hour "
    "km-an-hour kilometer-per-hour kilometre-per-hour",
    "mph": "mph miles-per-hour miles-an-hour mile-per-hour", "knot": "knot knots",
    "m/s": "m/s metres-per-second meters-per-second", "ft/s": "feet-per-second",
    "litre": "litre litres liter liters", "ml": "ml millilitres milliliters millilitre milliliter",
    "gallon": "gallon gallons", "pint": "pint pints", "fl oz": "fluid-ounces fluid-ounce fl-oz",
    "cu m": "cubic-metres cubic-meters cubic-metre cubic-meter", "cu ft": "cubic-feet cubic-foot",
    "barrel": "barrel barrels",
}  # fmt: skip
_CURRENCY_WORDS = {
    "$": "dollar dollars dlr dlrs usd us-dollar us-dollars american-dollars buck bucks", "£": "sterling gbp stg",
    "€": "euro euros eur", "¥": "yen", "yuan": "yuan renminbi rmb", "rupee": "rupee rupees", "franc": "franc francs",
    "mark": "mark marks deutschemarks dmk", "krona": "krona kronor kronas", "krone": "krone kroner",
    "peso": "peso pesos",
    "real": "reais", "rouble": "rouble roubles ruble rubles", "rand": "rand rands", "won": "won",
    "dinar": "dinar dinars",
    "riyal": "riyal riyals", "baht": "baht", "lira": "lira liras lire", "zloty": "zloty zlotys",
    "shekel": "shekel shekels",
    "ringgit": "ringgit", "rupiah": "rupiah", "dirham": "dirham dirhams", "peseta": "peseta pesetas",
    "A$": "australian-dollars australian-dlrs", "C$": "canadian-dollars canadian-dlrs",
    "cent": "cent cents ct cts", "penny": "pence penny p",
}  # fmt: skip
_MEASURES = {word: unit for unit, forms in _UNIT_WORDS.items() for word in forms.split()}
_CURRENCIES = {word: unit for unit, forms in _CURRENCY_WORDS.items() for word in forms.split()}
_SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mln": 1e6, "mn": 1e6, "billion": 1e9, "billions": 1e9,
    "bn": 1e9, "bln": 1e9, "trillion": 1e12, "trillions": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_SCALE_NAMES = {1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"}
_TIGHT_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # only beside a currency sign: 100m is also a race
_PERCENT = frozenset({"%", "percent", "pct", "per-cent"})
_POINTS = {
    "point": "points", "points": "points", "percentage-point": "points", "percentage-points": "points",
    "pct-points": "points", "pct-point": "points", "basis-points": "basis points", "basis-point": "basis points",
}  # fmt: skip

_HEDGES = (
    "at least", "at most", "more than", "less than", "fewer than", "up to", "as many as", "as much as", "as few as",
    "as little as", "no more than", "no fewer than", "no less than", "not more than", "about", "around", "almost",
    "nearly", "some", "roughly", "approximately", "over", "under", "below", "above", "close to", "just over",
    "just under", "well over", "an estimated", "estimated", "only", "just", "exactly", "minimum", "maximum", "circa",
)  # fmt: skip
APPROXIMATE = frozenset("about around almost nearly some roughly approximately circa estimated".split()) | {
    "close to",
    "just over",
    "just under",
    "an estimated",
    "well over",
    "over",
    "under",
    "more than",
    "less than",
}
_HEDGE_WORDS = frozenset(word for hedge in _HEDGES for word in hedge.split())

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
_STARTERS = frozenset(_NUMBER_WORDS) | frozenset(_FRACTIONS) | {"hundred", "dozen", "thousand", "million", "billion"}


_FIGURE = expression(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_SIGN = expression(r"(?:(?:US|A|C|NZ|HK|S|AU|CA|R)?\$|[£€¥₹])[ \u00a0]?$")
_PART = expression(r"[ -]?[½¼¾⅓⅔⅛]|[ -]\d/\d\d?(?!\d)")


@cache
def _after() -> re.Pattern[str]:
    # The words after a figure: a scale, a unit of up to three words.
    return re.compile(
        r"[ \u00a0\u202f-]?(%|°[ \u00a0]?[CF]\b|º[CF]\b|[^\W\d_]+(?:/[hs]\b|²)?)(?:[ \u00a0\u202f.-]{1,2}([^\W\d_]+))?"
        r"(?: ([^\W\d_]+))?"
    )


_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


@reading
def figures(document: Document) -> tuple[Quantity, ...]:
    """The quantities written in digits, in text order."""
    return figures_in(document, Span(0, len(document.text)))


def figures_in(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities written in digits within a span: for a rule that knows which sentence it is after."""
    text = flowed(document)
    found: list[Quantity] = []
    for match in _FIGURE.finditer(text, span.start, span.end):
        quantity = _read_figure(text, match)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def quantities_in(document: Document, span: Span) -> tuple[Quantity, ...]:
    """All quantities within a span, in text order."""
    spelt = [quantity for quantity in number_words_in(document, span) if span.contains(quantity.span)]
    return tuple(sorted((*figures_in(document, span), *spelt), key=lambda quantity: quantity.span))


@reading
def number_words(document: Document) -> tuple[Quantity, ...]:
    """The quantities written in words: "twenty-one people", "half a million", "two thirds", "a dozen"."""
    return number_words_in(document, Span(0, len(document.text)))


def number_words_in(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities written in words that begin within a span."""
    text = flowed(document)
    starts, ends, folded = words(document)
    found: list[Quantity] = []
    index, size = bisect_left(starts, span.start), bisect_left(starts, span.end)
    while index < size:
        if folded[index] not in _STARTERS:
            index += 1
            continue
        quantity, after = _read_words(text, starts, ends, folded, index)
        if quantity is not None:
            found.append(quantity)
        index = max(after, index + 1)
    return tuple(found)


@reading
def quantities(document: Document) -> tuple[Quantity, ...]:
    """All quantities, in digits and in words, in text order."""
    return tuple(sorted((*figures(document), *number_words(document)), key=lambda quantity: quantity.span))


def _read_figure(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_.,’'#@":
        return None
    sign = None
    whole_start = start
    if before in "$£€¥₹" or (before in " \u00a0" and start > 1 and text[start - 2] in "$£€¥₹"):
        found = _SIGN.search(text, max(0, start - 5), start)
        if found is not None:
            sign, whole_start = found.group().strip(), found.start()
    joined = False
    if before in "-–—/:" and start > 1 and (text[start - 2].isalnum() or before in "/:"):
        if before in "/:" or text[start - 2].isalpha():
            return None  # a time, a code: B-52
        joined = True
    part = None
    following = text[end : end + 1]
    if following in " -½¼¾⅓⅔⅛" and following:
        part = _PART.match(text, end)
        if part is not None:
            end = part.end()
            following = text[end : end + 1]
    number_end = end
    if following in ("’", "'") and text[end + 1 : end + 2].isdigit():
        return None
    if following in ("/", ":") and text[end + 1 : end + 2].isdigit():
        return None
    if following in ("-", "–", "—") and text[end + 1 : end + 2].isdigit():
        joined = True
    if following == "." and text[end + 1 : end + 2].isdigit():
        return None
    digits = match.group()
    value = float(digits.replace(",", ""))
    if part is not None:
        piece = part.group().strip(" -")
        if piece in _PARTS:
            value += _PARTS[piece]
        else:
            upper, _, lower = piece.partition("/")
            value += int(upper) / int(lower) if int(lower) else 0
    if text[end : end + 2].lower() in ("st", "nd", "rd", "th") and not text[end + 2 : end + 3].isalnum():
        return None  # an ordinal
    scale, kind, unit, end = _measure(text, end, sign)
    if kind == "" and text[end : end + 1].isalpha() and not joined:
        return None  # 4x4, 747s, 1980s
    step = _step(digits) if not part else 0.01
    factor = scale or 1.0
    if kind == "count" and scale == 0 and not sign and re.fullmatch(r"1[5-9]\d\d|20\d\d", digits):
        year = text[end : end + 1] != "%"
    else:
        year = False
    span = Span(whole_start, end)
    return Quantity(
        span,
        Span(start, number_end),
        value * factor,
        (value - step / 2) * factor,
        (value + step / 2) * factor,
        kind or "count",
        unit,
        _SCALE_NAMES.get(scale, ""),
        False,
        _hedge(text, whole_start),
        joined,
        year,
    )


def _step(digits: str) -> float:
    """The unit of the last printed digit. The end noughts of a thousand and more may be rounding,
    but for the first two figures: 12,000 has 1,000 and 200,000 has 10,000."""
    whole, point, decimals = digits.partition(".")
    if point:
        return float(10 ** -len(decimals))
    bare = whole.replace(",", "")
    noughts = len(bare) - len(bare.rstrip("0"))
    return float(10 ** min(noughts, len(bare) - 2)) if len(bare) > 3 and noughts >= 2 else 1.0


def _measure(text: str, end: int, sign: str | None) -> tuple[float, str, str, int]:
    """What stands after the digits: scale (0 for none), kind, unit, and where it ends. kind "" for letters that tie
    on."""
    scale = 0.0
    money = _sign(sign)
    match = _after().match(text, end)
    if match is None:
        return scale, "money" if money else "count", money, end
    tight = match.start(1) == end
    word = match.group(1).lower()
    if word in _SCALES or (word in _TIGHT_SCALES and tight and money):
        if tight and len(word) == 1 and not money and word != "k":
            return scale, "count", money, end
        scale = _SCALES.get(word) or _TIGHT_SCALES[word]
        end = match.end(1)
        match = _after().match(text, end)
        if match is None:
            return scale, "money" if money else "count", money, end
        tight = match.start(1) == end
        word = match.group(1).lower()
    if money:
        return scale, "money", money, end
    raw = match.group(1)
    second = (match.group(2) or "").lower()
    third = (match.group(3) or "").lower()
    for phrase, place in ((f"{word}-{second}-{third}", 3), (f"{word}-{second}", 2), (word, 1)):
        if phrase.endswith("-"):
            continue
        if phrase in _PERCENT:
            points = _points_after(text, match.end(place))
            return scale, "percent" if not points else "points", "%", points or match.end(place)
        if phrase in _POINTS:
            return scale, _POINTS[phrase], "", match.end(place)
        if phrase in _MEASURES:
            return scale, "measure", _MEASURES[phrase], match.end(place)
        if phrase in _CURRENCIES and not (phrase == "p" and not tight):
            return scale, "money", _CURRENCIES[phrase], match.end(place)
    if raw[0] in "°º":
        return scale, "measure", raw[-1].upper(), match.end(1)
    if raw in ("C", "F") and (tight or match.start(1) == end + 1) and (tight or text[end : end + 1] in " \u00a0"):
        return scale, "measure", raw, match.end(1)
    if word == "in" and tight:
        return scale, "measure", "inch", match.end(1)
    if word in ("m", "g", "l", "pounds", "pound"):
        if word in ("pounds", "pound"):
            return scale, "measure", "pound", match.end(1)  # money or weight: the rule decides
        return scale, "measure", {"m": "m", "g": "g", "l": "litre"}[word], match.end(1)
    return scale, "" if tight else "count", "", end


def _points_after(text: str, end: int) -> int:
    match = re.compile(r"[ -]points?\b").match(text, end)
    return match.end() if match else 0


def _sign(sign: str | None) -> str:
    if not sign:
        return ""
    return {"US$": "$", "AU$": "A$", "CA$": "C$", "₹": "rupee"}.get(sign, sign)


def _hedge(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start].lower().split()
    if before and before[-1] in ("a", "an", "the"):
        before.pop()
    if not before or before[-1] not in _HEDGE_WORDS:
        return ""
    for size in (3, 2, 1):
        phrase = " ".join(before[-size:])
        if phrase in _HEDGES:
            return phrase
    return ""


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
            if folded[position] in ("quarter", "quarters", "second") and position > index and not _of(folded, position):
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
    if not seen and not fraction and scale == 0:
        return None, index + 1
    value = total + current
    if seen and position + 2 < size and folded[position : position + 3] == ["and", "a", "half"]:
        value += 0.5
        position += 3
        if position < size and folded[position] in _SCALES:
            scale = _SCALES[folded[position]]
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
    if folded[first] in _BIG and (first == 0 or folded[first - 1] != "a"):
        return None, index + 1
    begin = starts[first]
    if first and folded[first - 1] in ("a", "an") and (fraction or folded[first] in _BIG):
        begin = starts[first - 1]
    end = ends[last]
    kind, unit = "fraction" if fraction else "count", ""
    if not fraction:
        more, kind, unit, end = _measure(text, end, None)
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
                 _SCALE_NAMES.get(scale, ""), True, _hedge(text, begin), joined),
        position,
    )  # fmt: skip


def _adjoins(text: str, end: int, start: int) -> bool:
    return text[end:start] in (" ", "-", "‑", "\u00a0")


def _of(folded: list[str], position: int) -> bool:
    return position + 1 < len(folded) and folded[position + 1] == "of"


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


_NOUN = expression(r"[ \u00a0\n-]?((?:[^\W\d_]+(?:['’-][^\W\d_]+)*[ \u00a0\n]?){1,4})")
_NOT_NOUNS = frozenset(
    "of in on at to from by for with and or but as than that which who were was is are be been have has had will would "
    "could can may might said says since after before during until when while where if because between into over under "
    "about against per out up down off more less fewer other a an the he she it they we you his her its their this "
    "these "
    "those not no also including among around died killed dead injured wounded ago".split()
)


_PLURALS = frozenset(
    "people men women children police staff crew troops personnel passengers cattle sheep fish".split()
)


def counted(document: Document, quantity: Quantity) -> tuple[Span, str] | None:
    """The noun that a count counts: its phrase and its head in lower case, or None. "12 young people" -> "people"."""
    text = document.text
    match = _NOUN.match(text, quantity.span.end)
    if match is None:
        return None
    start = match.start(1)
    position = start
    head = ""
    end = start
    for word in match.group(1).split():
        low = word.lower()
        if low in _NOT_NOUNS:
            break
        position = text.index(word, position)
        end = position + len(word)
        position = end
        head = low
        if low in _PLURALS or (len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s"))):
            break
    return (Span(start, end), head) if head else None


def agree(low: float, high: float, other_low: float, other_high: float) -> bool:
    """True if two intervals meet, with a little room for binary fractions."""
    room = 1e-9 * max(abs(high), abs(other_high), 1.0)
    return low <= other_high + room and other_low <= high + room
