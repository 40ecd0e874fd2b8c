"""Figures: quantities written in digits, what they measure, and the interval that the printed digits stand for.

A date, a clock time, a score, an ordinal or a code is no quantity; a bare year is one with `year` set, for the rule to
judge.
"""

from __future__ import annotations

from copylint.annotate.units import CURRENCIES, MEASURES
from copylint.annotate.words import flowed, flowed_folded, shape, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import IGNORECASE, compiled, expression
from copylint.memo import cache
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


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


SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mln": 1e6, "mn": 1e6, "billion": 1e9, "billions": 1e9,
    "bn": 1e9, "bln": 1e9, "trillion": 1e12, "trillions": 1e12, "tn": 1e12, "trn": 1e12,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
SCALE_NAMES = {1e3: "thousand", 1e5: "lakh", 1e6: "million", 1e7: "crore", 1e9: "billion", 1e12: "trillion"}
_CRORES = 1e7  # "Rs 5 cr", "4.69 lakh crore"
_TIGHT_SCALES = {"m": 1e6, "b": 1e9, "t": 1e12}  # only beside a currency sign: 100m is also a race
_PERCENT = ("%", "percent", "pct", "per-cent")
_POINTS = {
    "point": "points", "points": "points", "percentage-point": "points", "percentage-points": "points",
    "pct-points": "points", "pct-point": "points", "basis-points": "basis points", "basis-point": "basis points",
}  # fmt: skip

# What stands after a figure, and the kind and unit that it makes it.
_MEASURED = {
    **{phrase: ("money", unit) for phrase, unit in CURRENCIES.items()},
    **{phrase: ("measure", unit) for phrase, unit in MEASURES.items()},
    **{phrase: (kind, "") for phrase, kind in _POINTS.items()},
    **dict.fromkeys(_PERCENT, ("percent", "%")),
}
# Most words after a figure are none of the first, and begin none of the others.
_FIRST_WORDS = frozenset(phrase.partition("-")[0] for phrase in _MEASURED)
_FIRST_OF_MORE = frozenset(phrase.partition("-")[0] for phrase in _MEASURED if "-" in phrase)

_HEDGES = frozenset((
    "at least", "at most", "more than", "less than", "fewer than", "up to", "as many as", "as much as", "as few as",
    "as little as", "no more than", "no fewer than", "no less than", "not more than", "about", "around", "almost",
    "nearly", "some", "roughly", "approximately", "over", "under", "below", "above", "close to", "just over",
    "just under", "well over", "an estimated", "estimated", "only", "just", "exactly", "minimum", "maximum", "circa",
))  # fmt: skip
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


# "1,64,190" is so grouped in India.
_FIGURE = expression(r"[0-9]+(?:(?:,[0-9]{2}){1,4}(?=,[0-9]{3}(?![0-9])))?(?:,[0-9]{3})*(?:\.[0-9]+)?")
_GAPS = (" ", "\u00a0", "\u202f")
_SIGN = expression(r"(?:(?:US|A|C|NZ|HK|S|AU|CA|R)?\$|[£€¥₹])[ \u00a0]?$")
_RUPEES = expression(r"(?<![^\W_])Rs\.?[ \u00a0]?$")
_ORDINAL = expression(r"(?:st|nd|rd|th)(?![^\W_])", IGNORECASE)
_PART = expression(r"[ -]?[½¼¾⅓⅔⅛]|[ -]\d/\d\d?(?!\d)")


@cache
def _after() -> re.Pattern[str]:
    # The words after a figure: a scale, a unit of up to three words.
    return compiled(
        r"[ \u00a0\u202f-]?(%|°[ \u00a0]?[CF]\b|º[CF]\b|[^\W\d_]+(?:/[hs]\b|²)?)(?:[ \u00a0\u202f.-]{1,2}([^\W\d_]+))?"
        r"(?: ([^\W\d_]+))?"
    )


_POINTS_AFTER = expression(r"[ -]points?\b")
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


def printed(text: str, quantity: Quantity) -> str:
    """The figure as the text prints it, with its sign and unit."""
    return text[quantity.span.start : quantity.span.end]


@reading
def figures(document: Document) -> tuple[Quantity, ...]:
    """The quantities written in digits, in text order."""
    return figures_in(document, Span(0, len(document.text)))


def figures_in(document: Document, span: Span) -> tuple[Quantity, ...]:
    """The quantities written in digits within a span: for a rule that knows which sentence it is after."""
    text, shapes = flowed(document), shape(document)
    found: list[Quantity] = []
    already = _already(document)
    at = shapes.find("0", span.start, span.end)  # `re` would ask of each character whether it is a figure
    while at >= 0 and (match := _FIGURE.match(text, at, span.end)) is not None:
        place = match.span()
        at = shapes.find("0", place[1], span.end)
        if place not in already:
            already[place] = _read_figure(text, match)
        quantity = already[place]
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


@reading
def _already(document: Document) -> dict[tuple[int, int], Quantity | None]:
    """What has been read of each run of digits: several rules ask for the same sentences."""
    return {}


_SIGNS = (("percent", "percent"), ("cent", "per cent"), ("cent", "per-cent"), ("pct", "pct"))
PERCENT_WORDS = tuple(dict.fromkeys([word for word, _ in _SIGNS]))
"""The words of which one stands where an amount is in per cent without a sign."""


@reading
def percent_signs(document: Document) -> tuple[Span, ...]:
    """Where a per cent sign or the word for it stands, in text order."""
    text = flowed_folded(document)
    stand = token_set(document)
    found = _all(text, "%") if "%" in text else []
    for word, sign in _SIGNS:
        if word in stand:
            found += _all(text, sign)
    return tuple(sorted(found))


def _all(text: str, sign: str) -> list[Span]:
    found = []
    at = text.find(sign)
    while at >= 0:
        found.append(Span(at, at + len(sign)))
        at = text.find(sign, at + len(sign))
    return found


_AGAIN = 34  # code points before a sign in which its figure stands with what leads to it
_AGAIN_LEADS = tuple(
    f"{link}{hedge}".rstrip()
    for link in (" or ", "(")
    for hedge in ("", "about", "some", "around", "nearly", "almost", "just over", "just under")
)


@reading
def said_again(document: Document) -> tuple[int, ...]:
    """Where the signs stand of amounts in per cent that may say again what stands before them, as far as what parts the
    two tells: "12 points, or 3%", "a half (about 50%)"."""
    text = flowed_folded(document)
    return tuple([start for start, _ in percent_signs(document) if _may_say_again(text, start)])


def _may_say_again(text: str, sign: int) -> bool:
    lead = text[sign - _AGAIN if sign > _AGAIN else 0 : sign]
    head = lead.rstrip("0123456789,./½¼¾ -")
    return head.endswith(_AGAIN_LEADS) or lead.startswith(", ", len(head))


def _read_figure(text: str, match: re.Match[str]) -> Quantity | None:
    """The quantity whose digits match, with what stands around them; None for what is no number by itself."""
    start, end = match.span()
    before = text[start - 1] if start else " "
    rupees = (
        _RUPEES.search(text, max(0, start - 5), start) if "Rs" in text[start - 4 if start > 4 else 0 : start] else None
    )
    if (before.isalnum() or before in "_.,’'#@") and rupees is None:
        return None
    sign = None
    whole_start = start
    if before in "$£€¥₹" or (before in " \u00a0" and start > 1 and text[start - 2] in "$£€¥₹"):
        found = _SIGN.search(text, max(0, start - 5), start)
        if found is not None:
            sign, whole_start = found.group().strip(), found.start()
    elif rupees is not None:
        sign, whole_start = "₹", rupees.start()
    joined = False
    if before in "-–—/:" and start > 1 and (text[start - 2].isalnum() or before in "/:"):
        if before in "/:" or text[start - 2].isalpha():
            return None  # a time, a code: B-52
        joined = True
    digits = match.group()
    value = float(digits.replace(",", ""))
    step = _step(digits)
    following = text[end : end + 1]
    if (following in _GAPS and _is_group(text, end)) or (before in _GAPS and _is_group(text, start - 1)):
        return None  # "19 170", grouped as in South Africa
    if following in " -½¼¾⅓⅔⅛" and following:
        part = _PART.match(text, end)
        if part is not None:
            value += _part(part.group().strip(" -"))
            step = 0.01
            end = part.end()
            following = text[end : end + 1]
    number_end = end
    if following in "’'/:.-–—" and text[end + 1 : end + 2].isdigit():
        if following not in "-–—":
            return None  # a time, a score, a number of several parts
        joined = True
    if following.isalpha() and _ORDINAL.match(text, end) is not None:
        return None
    scale, kind, unit, end = measure(text, end, sign)
    if kind == "" and text[end : end + 1].isalpha() and not joined:
        return None  # 4x4, 747s, 1980s
    factor = scale or 1.0
    bare = kind == "count" and not scale and not sign and len(digits) == 4 and digits.isdecimal()
    year = bare and "15" <= digits[:2] <= "20" and text[end : end + 1] != "%"
    return Quantity(
        Span(whole_start, end),
        Span(start, number_end),
        value * factor,
        (value - step / 2) * factor,
        (value + step / 2) * factor,
        kind or "count",
        unit,
        SCALE_NAMES.get(scale, ""),
        False,
        hedge_before(text, whole_start),
        joined,
        year,
    )


def _is_group(text: str, gap: int) -> bool:
    """Whether one to three digits stand before a gap, and just three behind it."""
    behind = text[gap + 1 : gap + 5]
    if not behind[:3].isdecimal() or behind[3:].isalnum() or len(behind) < 3:
        return False
    before = text[gap - 4 if gap > 4 else 0 : gap]
    digits = len(before) - len(before.rstrip("0123456789"))
    return 0 < digits < 4 and before[-digits] != "0" and before[:-digits][-1:] not in (".", ",")


def _part(written: str) -> float:
    """What a part behind a whole number is: ½, 3/4."""
    if written in _PARTS:
        return _PARTS[written]
    upper, _, lower = written.partition("/")
    return int(upper) / int(lower) if int(lower) else 0.0


def _step(digits: str) -> float:
    """The unit of the last printed digit. The end noughts of a thousand and more may be rounding,
    but for the first two figures: 12,000 has 1,000 and 200,000 has 10,000."""
    whole, point, decimals = digits.partition(".")
    if point:
        return float(10 ** -len(decimals))
    bare = whole.replace(",", "")
    noughts = len(bare) - len(bare.rstrip("0"))
    return float(10 ** min(noughts, len(bare) - 2)) if len(bare) > 3 and noughts >= 2 else 1.0


def measure(text: str, end: int, sign: str | None) -> tuple[float, str, str, int]:
    """What stands after the digits: scale (0 for none), kind, unit, and where it ends. kind "" for letters that tie
    on."""
    scale = 0.0
    money = _sign(sign)
    match = _after().match(text, end)
    if match is None:
        return scale, "money" if money else "count", money, end
    tight = match.start(1) == end
    word = match.group(1).lower()
    if word in SCALES or (word in _TIGHT_SCALES and tight and money) or (word == "cr" and money == "rupee"):
        if tight and len(word) == 1 and not money and word != "k":
            return scale, "count", money, end
        scale = SCALES.get(word) or _TIGHT_SCALES.get(word, _CRORES)
        end = match.end(1)
        if word == "lakh" and (match.group(2) or "").lower() in ("crore", "crores"):
            scale *= _CRORES
            end = match.end(2)
        match = _after().match(text, end)
        if match is None:
            return scale, "money" if money else "count", money, end
        tight = match.start(1) == end
        word = match.group(1).lower()
    if money:
        return scale, "money", money, end
    raw = match.group(1)
    for phrase, place in _units_at(match, word) if word in _FIRST_WORDS else ():
        kind, unit = _MEASURED.get(phrase, ("", ""))
        if not kind or (phrase == "p" and not tight):
            continue
        after = match.end(place)
        if kind == "percent" and (points := _POINTS_AFTER.match(text, after)) is not None:
            return scale, "points", "%", points.end()
        return scale, kind, unit, after
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


def _units_at(match: re.Match[str], word: str) -> list[tuple[str, int]]:
    """What may be a unit, the longest first: the words behind a figure as far as a unit goes on, and their number."""
    tried = [(word, 1)]
    if word in _FIRST_OF_MORE and match.group(2):
        tried.insert(0, (f"{word}-{match.group(2).lower()}", 2))
        if match.group(3):
            tried.insert(0, (f"{tried[0][0]}-{match.group(3).lower()}", 3))
    return tried


def _sign(sign: str | None) -> str:
    if not sign:
        return ""
    return {"US$": "$", "AU$": "A$", "CA$": "C$", "₹": "rupee"}.get(sign, sign)


def hedge_before(text: str, start: int) -> str:
    """What says before a figure that it is not exact, such as `more than`; an article may stand between the two."""
    end = start - 1 if text[start - 1 : start] == " " else start
    words = text[end - 16 if end > 16 else 0 : end].lower().rsplit(None, 1)
    last = words[-1] if words else ""
    if last not in _HEDGE_WORDS and last not in ("a", "an", "the"):
        return ""
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
