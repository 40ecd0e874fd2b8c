"""So many of a thing, what each is, and a total that these do not make: ten payments of £50, £600 in all."""

from __future__ import annotations

from copylint.annotate.figures import SCALES, Quantity, printed
from copylint.annotate.quantities import counted, quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What tells that a figure is that of one of many, beside it; and the word that stands in every article that has it.
_PIECES = ("head", "ticket", "page", "seat", "copy", "bottle", "pint", "night", "place", "visit", "lesson")
_TIMES = ("day", "week", "month", "year")
_EACH = (
    ("each", "each"), ("apiece", " apiece"), ("head", " per head"), ("person", " per person"),
    ("instalments", " instalments of "), ("installments", " installments of "), ("payments", " payments of "),
    *((piece, f" a {piece}") for piece in _PIECES), *((time, f" a {time} for ") for time in _TIMES),
)  # fmt: skip
_RATE = expression(
    r"(?: of [a-z]+(?: [a-z]+)?)? an? (?P<each>day|night|week|month|year) for (?:the )?(?P<number>[a-z0-9-]+) "
    r"(?P<unit>day|night|week|month|year)s?\b"
)
_KINDS = frozenset(("count", "money", "measure"))
_SMALL, _HUNDREDTH = frozenset(("cent", "penny")), 0.01
_MOST = 3  # a total that is farther off is one of something else
_LEAD = 60  # code points before a figure in which what makes it a total or a part stands
_BEHIND = expression(rf" (?:each|apiece|per head|per person|a (?:{'|'.join(_PIECES)}))\b")
_BEFORE = expression(
    r"\b(?:(?:each|every)(?: of the [a-z0-9,-]+)?(?: [a-z’'-]+){0,3}|(?:instalments|installments|payments) of) \Z"
)
_HOLDS = {("day", "week"): 7, ("week", "year"): 52, ("month", "year"): 12, ("day", "year"): 365}
_TOTALS = frozenset(
    "total totalling totaling totalled totaled altogether all raising raised bringing brought cost costing covering covered "
    "split divided handing handed paying paid earning earned sharing shared saving making netting fetching".split()
)
_BOUGHT = frozenset(("bought", "buy", "buys", "buying", "sold", "sell", "sells", "selling", "spent", "spend", "worth"))
_TOTAL_BEFORE = expression(
    r"\b(?:total(?: (?:cost|bill|price|sum|value|worth))? of|totall?(?:ing|ed)|making|raising|raised|earning|earned|netting|saving|brought in|bringing in|fetching|"
    r"cover(?:ing|ed)|hand(?:ing|ed) over|paying(?: out)?|sharing(?: [a-z]+){0,3}|shared(?: [a-z]+){0,3}|"
    r"(?:bringing|brought|bringing up|taking|took)(?: [a-z]+){1,4} to|at a (?:total )?cost of|cost(?:ing)?(?: [a-z]+){0,3}|in all|altogether) \Z"
)
_PRICED = expression(
    r"(?<=[a-z0-9]), or (?:about )?[$£€][0-9][0-9.,]*(?: (?:million|billion)|m|bn)? (?:each|apiece|per head|per person)\b"
)
_SPENT = expression(r"(?: (?:on|for) (?:the |its |their )?[0-9a-z,-]+(?: [a-z-]+){1,2})?")
_TOTAL = expression(rf"\b(?:{'|'.join(sorted(_TOTALS))})\b")
_TOTAL_BEHIND = expression(
    r"(?: (?!and\b|of\b|or\b)[a-z-]+){0,4} (?:split|shared|divided) (?:evenly|equally) (?:among|between|by|across) (?:the |its |his |her )?[a-z0-9]+ |"
    r",? (?:(?:[a-z]+ ){0,1}(?:in all|in total|altogether))\b"
)
_BESIDES = expression(
    r"\b(?:plus|with(?! a total| each)|includ\w+|also|another|further|extra|additional|more|after|before|between|up to|of which|tax|fees?|"
    r"interest|minus|less|up|down|from|average|rest|first|last|or)\b"
)
_FIGURE = expression("[0-9]")
_BESIDE = 60  # code points around what tells of one of many, in which its figure stands
_LONGEST = 300  # code points of a sentence that is read
_ROOM = 0.01  # of the product


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    if stand.isdisjoint(_TOTALS) and stand.isdisjoint(_BOUGHT):
        return
    told: set[Span] = set()
    text = flowed_folded(document)
    for word, phrase in _EACH:
        if word in stand:
            for at in occurrences(document, phrase):
                if phrase == "each" and text[at - 1 : at].isalpha():
                    continue  # "teachers"
                if _FIGURE.search(text, max(0, at - _BESIDE), at + _BESIDE) is None:
                    continue
                sentence = sentence_at(document, at + 2)
                if sentence is not None and sentence not in told and sentence.end - sentence.start < _LONGEST:
                    told.add(sentence)
                    yield from _judge(document, sentence)


def _judge(document: Document, sentence: Span) -> Iterator[Match]:
    text = flowed_folded(document)
    priced = _PRICED.search(text, *sentence)
    if priced is None and _TOTAL.search(text, *sentence) is None:
        return
    found = [one for one in quantities_in(document, sentence) if not one.year]
    if priced is not None:
        found = [one for one in found if one.span.end <= priced.end()]
    if not 2 <= len(found) <= 3 or any(one.joined or _is_rough(text, one) or one.kind not in _KINDS for one in found):
        return
    shares = [one for one in found if _is_each(text, sentence, one)]
    shares = [one for one in shares if one.kind != "count"] or shares  # "each of the 12 halls cost £20,000"
    totals = [one for one in found if one not in shares and (priced is not None or _is_total(text, sentence, one))]
    if priced is not None:
        totals = [one for one in totals if one.kind == "money" and _SPENT.fullmatch(text, one.span.end, priced.start())]
    if (
        len(totals) != 1
        or len(shares) != 1
        or _BESIDES.search(text, found[0].span.end, found[-1].span.start if priced is None else priced.start())
    ):
        return
    (total,), (each,) = totals, shares
    if text.startswith(" after", total.span.end):
        return  # of costs
    number = next((one for one in found if one not in (total, each)), None)
    times = _times(text, each, number)
    if times is None or each.kind != total.kind or (each.kind == "count" and not _count_alike(document, each, total)):
        return
    factor = _HUNDREDTH if each.unit in _SMALL and total.unit not in _SMALL else 1.0
    if factor == 1 and each.unit != total.unit:
        return
    low, high = times * each.low * factor, times * each.high * factor
    exact = times * each.value * factor
    if low * (1 - _ROOM) <= total.high and total.low <= high * (1 + _ROOM):
        return
    if exact and 1 / _MOST < total.value / exact < _MOST:
        yield _match(flowed(document), total, each, number, exact)


def _count_alike(document: Document, one: Quantity, other: Quantity) -> bool:
    first, second = counted(document, one), counted(document, other)
    return first is not None and second is not None and first[1] == second[1]


def _is_rough(text: str, one: Quantity) -> bool:
    return bool(one.hedge) and not text.endswith(("handing over ", "handed over "), 0, one.span.start)


def _is_total(text: str, sentence: Span, one: Quantity) -> bool:
    before = max(sentence.start, one.span.start - _LEAD)
    return _TOTAL_BEHIND.match(text, one.span.end) is not None or (
        _TOTAL_BEFORE.search(text, before, one.span.start) is not None and _BEHIND.match(text, one.span.end) is None
    )


def _is_each(text: str, sentence: Span, one: Quantity) -> bool:
    return (
        _BEHIND.match(text, one.span.end) is not None
        or _RATE.match(text, one.span.end) is not None
        or _BEFORE.search(text, max(sentence.start, one.span.start - _LEAD), one.span.start) is not None
    )


def _times(text: str, each: Quantity, number: Quantity | None) -> float | None:
    """How many times the figure of each is to be taken: the number, or the weeks of a year."""
    rate = _RATE.match(text, each.span.end)
    if rate is None:
        return number.value if number is not None and number.kind == "count" and not number.scale else None
    held = _HOLDS.get((rate.group("each"), rate.group("unit")), 1 if rate.group("each") == rate.group("unit") else 0)
    if number is None:
        return held if rate.group("number") in ("a", "one") and held else None
    if number.span.start != rate.start("number") or not held:
        return None
    return number.value * held


def _match(text: str, total: Quantity, each: Quantity, number: Quantity | None, product: float) -> Match:
    before, after = text[total.span.start : total.number.start], text[total.number.end : total.span.end]
    scale = SCALES.get(total.scale, 1.0)
    others = sorted((one for one in (number, each) if one is not None), key=lambda one: one.span)
    shown = " and ".join(printed(text, one) for one in others)
    told = f"{shown} make {before}{product / scale:,.10g}{after}, not {printed(text, total)}"
    evidence = tuple(Evidence(one.span, printed(text, one)) for one in others)
    return Match(total.span, evidence, slots={"told": told[0].upper() + told[1:]})


RULE = Rule(
    summary="So many of a thing, what each is, and a total that these do not make.",
    why="Ten payments of £50 are £500: one of the three figures is wrong.",
    message="{told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=tuple(phrase.strip() for _, phrase in _EACH if " " not in phrase.strip()),
        pairs=tuple(phrase.strip() for _, phrase in _EACH if " " in phrase.strip()),
        both=(Gate(words=tuple(sorted(_TOTALS | _BOUGHT))),),
    ),
    examples=(
        Example(
            bad="She will pay it off in <evidence>ten</evidence> monthly instalments of <evidence>£50</evidence>, a total of "
            "<mark>£600</mark>. <evidence>Forty</evidence> guests paid <evidence>$25</evidence> a head, raising "
            "<mark>$1,200</mark>. The club bought <evidence>200</evidence> bins at <evidence>£40</evidence> each at a cost of "
            "<mark>£10,000</mark>."
        ),
        Example(
            bad="They rode <evidence>60 miles</evidence> a day for <evidence>five</evidence> days, covering <mark>350 "
            "miles</mark>. He paid <evidence>£20</evidence> a week for a year, handing over <mark>£1,400</mark>. Each of the "
            "<evidence>12</evidence> halls cost <evidence>$200,000</evidence>, bringing the bill to <mark>$2.6 million</mark>."
        ),
        Example(
            bad="<evidence>Eight</evidence> boys each gave <evidence>15</evidence> hours, a total of <mark>140</mark> hours. At "
            "<evidence>£9</evidence> a ticket, the crowd of <evidence>400</evidence> brought in <mark>£4,600</mark>. She paid "
            "<evidence>$300</evidence> a month for <evidence>two</evidence> years, <mark>$6,000</mark> in all."
        ),
        Example(
            bad="The <mark>$5 million</mark> will be split evenly among the <evidence>four</evidence> towns, giving each <evidence>$1.5 million</evidence>."
        ),
        Example(good="The $6 million will be split evenly among the four towns, giving each $1.5 million."),
        Example(
            bad="The city bought <evidence>40</evidence> trams for <mark>$120 million</mark>, or <evidence>$4 million</evidence> "
            "each. The bank spent <mark>$90 million</mark> on <evidence>30</evidence> branches, or <evidence>$2 million</evidence> each."
        ),
        Example(good="The city bought 40 trams for $120 million, or $3 million each, and 20 of them came in May."),
        Example(
            good="She will pay it off in ten monthly instalments of £50, a total of £500. Forty guests paid $25 a head, raising "
            "$1,000. They rode 60 miles a day for five days, covering 300 miles. The club bought 300 bins at £40 each at a "
            "cost of £12,000."
        ),
        Example(
            good="Forty guests paid $25 a head, which with a raffle came to $1,400 in all. The six each took home £16,667, "
            "sharing a prize of £100,000. He pays £20 a week for the flat, and repairs cost £180. The three charged £30 each "
            "and a total of £4m was spent.",
            why="More than the product; rounded; other things.",
        ),
    ),
)
