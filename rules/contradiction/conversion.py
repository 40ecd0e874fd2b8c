"""A measure and its conversion that do not agree: 10 miles (20 km), 10 miles, or 20 km."""

from __future__ import annotations

from math import floor, log10

from copylint.annotate.figures import APPROXIMATE, Quantity, figures_in, hedge_before
from copylint.annotate.number_words import number_words_in
from copylint.annotate.units import AMBIGUOUS, MEASURES, UNITS
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# "5ft 10in": the second counts so many to the first.
_COMPOUND = {
    ("foot", "inch"): 12,
    ("stone", "pound"): 14,
    ("pound", "ounce"): 16,
    ("foot", ""): 12,
    ("stone", ""): 14,
    ("mile", "yard"): 1760,
}
_GAP = expression(r"(?:[ -](?:long|wide|high|tall|deep|away|thick|old|across|square)\b|[ -][a-z]{1,12})?[ ]?")
_DIFFERENCE = expression(
    r"\b(?:warm\w*|cool\w*|colder|hotter|ris\w+|rose|fall\w*|fell|drop\w*|increas\w*|decreas\w*|above|below|by|"
    r"difference|"
    r"higher|lower|degrees? (?:more|less)|limit|goal|target|threshold|swing|variation|anomal\w+|up|down|within)\b"
)
# A difference and no reading: "fell 10C (18F)", "a rise of 2C", "3C (5F) below".
_BY = expression(
    r"\b(?:(?:a|the|an) (?:[a-z]+ )?(?:rise|increase|drop|fall|warming|difference|swing|cooling|gap|change) of|"
    r"warming of|"
    r"(?:fell|rose|fallen|risen|dropped|warmed|cooled|(?<!\ba )warm|rise|fall)(?: by)?|by)(?: (?:about|some|up to|more than|"
    r"around|nearly|almost|as much as|at least))? ?$"
)
# A reading and no difference: "fell to 10C", but for a warming that "has risen to 1.2C".
_TO = expression(
    r"\b(?:f[ae]ll(?:en|ing|s)?|r[io]se[ns]?|rising|dropp?(?:ed|ing|s)?|climb\w*|soar\w*|plung\w*|plummet\w*|s[iau]nk\w*|"
    r"dipp?\w*|jump\w*|cooled|heated|tumbl\w*|slid|down) (?:back )?to (?:(?:about|some|around|nearly|almost|just|as low as|"
    r"as high as|below|above|over|under|a (?:low|high) of) )?[-−]?$"
)
_CHANGING = expression(r"\b(?:warming|cooling|anomal\w+|differences?|gap|swing|variation|increase|change)\b")
_APART_AFTER = expression(r"\) (?:above|below|warmer|cooler|hotter|colder|higher|lower) ")
_OR = ", or "
# Of a measure and its conversion one is metric.
_METRIC = tuple(
    "km kilometres kilometers metres meters cm centimetres centimeters mm millimetres millimeters litres liters hectares kg "
    "kilos kilograms kilogrammes grams tonnes celsius kph kmh".split()
)
_METRIC_WORDS = frozenset(_METRIC)
_LEAD = 24  # code points behind ", or" in which the figure stands
_MILLIONS = expression(r" (?:km|kilo|mile|litre|liter|tonne|ton|acre|hectare|barrel|gallon|sq|cubic|cu )")
_DIGIT = expression(r"\d")
_ROADS = {"km", "mile"}
_ROUND = 0.08  # of two round figures: "30 km (20 miles)"
_LOOSE = 0.04  # rounding that no digit shows: "about 60 mph (100 km/h)" is common, and nobody is misled


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for at in () if _METRIC_WORDS.isdisjoint(token_set(document)) else occurrences(document, _OR):
        if text[at - 1 : at].isalnum() and _DIGIT.search(text, at, at + _LEAD):
            yield from _or(document, at)
    at = text.find("(")
    while at >= 0:
        if _DIGIT.search(text, at + 1, at + 17):
            yield from _brackets(document, at)
        at = text.find("(", at + 1)


def _or(document: Document, at: int) -> Iterator[Match]:
    """ "10 miles, or about 16 km"."""
    text = flowed(document)
    before = [one for one in figures_in(document, Span(max(0, at - 30), at)) if one.span.end == at]
    if not before or before[0].kind != "measure" or before[0].joined:
        return
    inside = figures_in(document, Span(at + len(_OR), at + len(_OR) + 30))[:1]
    if not inside or inside[0].kind != "measure" or inside[0].joined or inside[0].value == before[0].value:
        return  # "10 miles, or 10 km if you prefer"
    if text[at + len(_OR) : inside[0].span.start].strip(" ") in _LEADS:
        yield from _compare(document, before[0], inside[0])


def _brackets(document: Document, at: int) -> Iterator[Match]:
    text = flowed(document)
    close = text.find(")", at, at + 60)
    if close < 0 or text[close - 1].isdecimal():
        return  # "(41)", "(1987-1990)": no unit
    inside = [one for one in figures_in(document, Span(at + 1, close)) if one.kind in ("measure", "count")]
    if not inside or inside[-1].kind != "measure" or text[at + 1 : inside[0].span.start].strip(" ") not in _LEADS:
        return
    before = [one for one in figures_in(document, Span(max(0, at - 50), at)) if one.kind in ("measure", "count")]
    if not before or before[-1].kind != "measure":
        before = _spelt(document, text, at) or before
    if not before:
        return
    gap = text[before[-1].span.end : at]
    compound = _compound(before)
    if _GAP.fullmatch(gap) is None or (before[-1].kind != "measure" and compound is None):
        return
    if inside[0].joined or before[-1].joined:
        yield from _ranges(document, before, inside)
        return
    first = compound or before[-1]
    after_measure = compound is before[-1] and len(before) > 1 and before[-2].kind == "measure"
    if after_measure and before[-1].span.start - before[-2].span.end < 6:
        return  # two measures in a row that make one
    if inside[0].unit == "m" and _MILLIONS.match(text, inside[0].span.end):
        return  # "(50m km)"
    second = _compound(inside) or inside[0]
    if second.kind == "measure":
        yield from _compare(document, first, second)


_LEADS = frozenset({"", "-", "−", "–", "minus", "about", "around", "some", "nearly", "almost", "roughly", "or", "i.e.", "just over", "just under",
                    "more than", "over", "approximately", "approx", "approx.", "c", "c.", "~", "up to", "at "
                    "least"})  # fmt: skip


_ONE = expression(r"\b(?P<part>(?P<half>half )?an?|a quarter of an?|three-quarters of an?) (?P<unit>[a-z]+)$")


def _spelt(document: Document, text: str, at: int) -> list[Quantity]:
    """ "half a mile (800 metres)", "six feet (1.8 metres)": a measure in words before the bracket."""
    end = at - 1 if text[at - 1 : at] == " " else at
    found = [
        one
        for one in number_words_in(document, Span(max(0, at - 40), end))
        if one.kind == "measure" and one.span.end == end
    ]
    if found:
        return found[-1:]
    match = _ONE.search(text, max(0, end - 40), end)
    unit = MEASURES.get(match.group("unit")) if match is not None else None
    if match is None or unit is None or text.endswith(" of ", 0, match.start()):
        return []  # "a tenth of an inch"
    value = 0.5 if match.group("half") else 0.25 if "a quarter" in match.group("part") else 1.0
    value = 0.75 if match.group("part").startswith("three") else value
    span, number = Span(*match.span()), Span(*match.span("part"))
    return [
        Quantity(
            span,
            number,
            value,
            value * 0.93,
            value * 1.07,
            "measure",
            unit,
            words=True,
            hedge=hedge_before(text, span.start),
        )
    ]


def _compound(found: list[Quantity]) -> Quantity | None:
    """The last one or two figures as one measure: "5ft 10in"."""
    if len(found) > 1:
        big, small = found[-2], found[-1]
        unit = small.unit if small.kind == "measure" else ""
        parts = _COMPOUND.get((big.unit, unit))
        if (
            parts is not None
            and big.kind == "measure"
            and 0 < small.span.start - big.span.end <= 5
            and small.value < parts
        ) and (unit or small.span.start - big.span.end == 1):
            value = big.value + small.value / parts
            step = (small.high - small.low) / parts / 2
            span = Span(big.span.start, small.span.end)
            return big._replace(span=span, value=value, low=value - step, high=value + step, number=span)
    return found[-1] if found[-1].kind == "measure" else None


def _ranges(document: Document, before: list[Quantity], inside: list[Quantity]) -> Iterator[Match]:
    """ "5-10 miles (8-16 km)": end for end."""
    if len(before) < 2 or len(inside) != 2 or not all(one.joined for one in (*before[-2:], *inside)):
        return
    if before[-1].kind != "measure" or inside[-1].kind != "measure" or before[-2].span.end + 1 != before[-1].span.start:
        return
    for first, second in zip(before[-2:], inside, strict=True):
        first = first._replace(kind="measure", unit=before[-1].unit)
        second = second._replace(kind="measure", unit=inside[-1].unit)
        yield from _compare(document, first, second)


def _compare(document: Document, first: Quantity, second: Quantity) -> Iterator[Match]:
    text = flowed(document)
    if first.unit == second.unit or first.unit not in UNITS or second.unit not in UNITS:
        return
    if UNITS[first.unit].dimension != UNITS[second.unit].dimension or not first.value or not second.value:
        return
    if UNITS[first.unit].dimension == "temperature":
        rights = _temperatures(text, first, second)
    else:
        sizes = AMBIGUOUS.get(first.unit, (UNITS[first.unit].size,))
        others = AMBIGUOUS.get(second.unit, (UNITS[second.unit].size,))
        rights = [first.value * size / other for size in sizes for other in others]
        for size in sizes:
            for other in others:
                if _fits(first.value * size / other, first, second, second.value * other / size):
                    return
    if not rights:
        return
    right = rights[0]
    digits = max(2, _significant(text[second.number.start : second.number.end]))
    if UNITS[first.unit].dimension == "temperature":
        digits = max(digits, len(str(floor(abs(right)))))  # 104F, of which a slip made 84
    shown = _rounded(right, digits)
    unit = text[second.number.end : second.span.end]
    if second.scale:
        unit = unit.replace(f" {second.scale}", "", 1)  # of so many in full
    yield Match(
        second.span,
        (Evidence(first.span, text[first.span.start : first.span.end]),),
        (f"{shown}{unit}",),
        slots={
            "first": text[first.span.start : first.span.end],
            "right": f"{shown}{unit}",
            "kind": _which(first, second),
        },
    )


def _which(first: Quantity, second: Quantity) -> str:
    """Says which ton, gallon or pint the sum takes."""
    for unit in (first.unit, second.unit):
        if unit in AMBIGUOUS:
            return f" (a US {'short ton' if unit == 'ton' else unit})"
    return ""


def _fits(right: float, first: Quantity, second: Quantity, back: float) -> bool:
    room = 0.12 if first.hedge in APPROXIMATE or second.hedge in APPROXIMATE else _LOOSE
    if {first.unit, second.unit} == _ROADS and not first.value % 5 and not second.value % 5:
        room = max(room, _ROUND)
    if abs(right - second.value) <= room * right:
        return True
    for computed, printed in ((right, second), (back, first)):
        # "1 pint" stands for three-quarters of one at the least.
        step = min((printed.high - printed.low) / 2 * 1.02, 0.25 * printed.value)
        if abs(computed - printed.value) <= step:
            return True
        if printed.value <= computed < printed.value + step * 2:
            return True  # cut off, not rounded
    return False


def _temperatures(text: str, first: Quantity, second: Quantity) -> list[float]:
    one, two = _signed(text, first), _signed(text, second)
    if first.unit == "C":
        reading, difference, room = one * 1.8 + 32, one * 1.8, 1.0
    else:
        reading, difference, room = (one - 32) / 1.8, one / 1.8, 0.6
    room += (first.high - first.low) / 2 * (1.8 if first.unit == "C" else 1 / 1.8) * 0.6 + (
        second.high - second.low
    ) / 2
    if first.hedge in APPROXIMATE:
        room += 3
    before = text[max(0, first.span.start - 36) : first.span.start].lower()
    moved = _BY.search(before) or _APART_AFTER.match(text, second.span.end)
    if moved:
        return [] if abs(difference - two) <= room else [difference]
    if abs(reading - two) <= room:
        return []
    small = abs(one) < 10 and abs(difference - two) <= room and first.value % 1  # "have risen to 1.2C (2.2F)"
    if (
        _TO.search(before)
        and not small
        and not _CHANGING.search(text[max(0, first.span.start - 90) : first.span.start].lower())
    ):
        return [reading]
    near = (
        text[max(0, first.span.start - 70) : first.span.start].lower()
        + text[second.span.end : second.span.end + 40].lower()
    )
    apart = bool(_DIFFERENCE.search(near))
    if abs(difference - two) <= room and (apart or abs(one) < 10):
        return []
    return [difference if apart and abs(reading - two) > 40 else reading]


def _signed(text: str, quantity: Quantity) -> float:
    before = text[max(0, quantity.number.start - 6) : quantity.number.start]
    if before[-2:-1].isdigit():
        return quantity.value  # "18-19C"
    return -quantity.value if before.endswith(("-", "−", "–", "minus ")) else quantity.value


def _significant(digits: str) -> int:
    bare = digits.replace(",", "").replace(".", "").lstrip("0")
    return len(bare.rstrip("0") if "." not in digits else bare) or 1


def _rounded(value: float, digits: int) -> str:
    if not value:
        return "0"
    places = digits - 1 - floor(log10(abs(value)))
    rounded = round(value, places)
    return f"{rounded:,.{max(0, places)}f}" if places > 0 else f"{rounded:,.0f}"


RULE = Rule(
    summary="A measure and its conversion that do not agree.",
    why=(
        "Readers use one of the two and trust it. Rounding is allowed for as far as the printed digits show, and a "
        "difference of temperature is not taken for a reading."
    ),
    message="{first} is {right}, not {match}{kind}.",
    check=check,
    quotations="skip",
    gate=Gate(texts=("(",), words=_METRIC),
    examples=(
        Example(bad="The temperature fell to <evidence>35C</evidence> (<mark>65F</mark>) by night.", why="A reading."),
        Example(
            good="It fell to 35C (95F), a fall of 5C (9F); the world has warmed to 1.2C (2.2F) above the level of "
            "1900, and the warming has risen to 1.4C (2.5F)."
        ),
        Example(bad="The road runs for <evidence>10 miles</evidence> (<mark>20 km</mark>) along the coast."),
        Example(bad="It reached <evidence>37C</evidence> (<mark>88F</mark>) in the shade."),
        Example(bad="She is <evidence>5ft 10in</evidence> (<mark>1.87m</mark>) tall and weighs <evidence>70kg</evidence> "
                "(<mark>145lb</mark>)."),
        Example(bad="The tank holds <evidence>500 gallons</evidence>, or about <mark>2,900 litres</mark>, and it is full."),
        Example(good="The tank holds 500 gallons, or about 2,270 litres. It is 10 miles, or 20 minutes, away; run 10 miles, or 10 km."),
        Example(bad="The farm has <evidence>300 acres</evidence> (<mark>210 hectares</mark>)."),
        Example(bad="It is <evidence>half a mile</evidence> (<mark>500 metres</mark>) off."),
        Example(bad="It reached <evidence>40C</evidence> (<mark>84F</mark>), in June.", why="104F, to the degree."),
        Example(bad="It fell <evidence>10C</evidence> (<mark>50F</mark>) in an hour.", why="A difference, and no reading."),
        Example(good="A pixel is a tenth of an inch (2.5 mm) or 1/96 of an inch (0.26 mm)."),
        Example(good="It fell 10C (18F) to minus 5C (23F), half a mile (800 metres) off; a pint (568 ml) of milk, an inch (2.5 cm)."),
        Example(good="The road runs for 10 miles (16 km), or 500 miles (800 km) with the loop; a 5-10 mile (8-16 km) walk."),
        Example(good="Warming of 1.5C (2.7F) is likely; it was 2C (3.6F) above the average and reached 37C (99F)."),
        Example(good="It is 30 km (20 miles) west, and 15 km (10 miles) of it are paved.", why="Round figures."),
        Example(good="They paid £10m ($5m) for 20 miles (of road) and 1,000 tons (907 tonnes) of salt.",
                why="Money is not checked."),
        Example(good="About 60 mph (100 km/h) is usual; minus 10C (14F) is cold; 6 feet 2 inches (1.88 m)."),
        Example(
            good="It was a warm 70F (21C), with 18-19C (64-66F) in the north, and kept at 2-8C (35.6-46.4F). It came within 30 "
            "million miles (50m km).",
            why="Ranges, a warm day and millions.",
        ),
    ),
)  # fmt: skip
