"""A sum over some years that does not make the figure given for each: £60m over five years, or £15m a year."""

from __future__ import annotations

from copylint.annotate.figures import SCALES, Quantity, printed
from copylint.annotate.number_words import ONES
from copylint.annotate.quantities import counted, quantities_in
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression, places_of
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match as RegexMatch

_EACH = (
    "a year",
    "per year",
    "each year",
    "annually",
    "a month",
    "per month",
    "a week",
    "per week",
    "a day",
    "per day",
)
_PERIODS = ("years", "months", "weeks", "days")
# How many of the second there are in one of the first.
_HOLDS = {
    ("year", "year"): 1.0, ("year", "month"): 12.0, ("year", "week"): 52.0, ("month", "month"): 1.0,
    ("week", "week"): 1.0, ("day", "day"): 1.0, ("week", "day"): 7.0, ("month", "year"): 1 / 12,
}  # fmt: skip
_HEDGE = r"(?:about |around |roughly |some |nearly |almost |just over |just under |approximately )?"
_LEADS = (" over ", " across ", " during ")
_SPAN = (
    r"(?:the |its )?(?:next |coming |past |last |first |following |same )?"
    rf"(?P<number>{'|'.join(ONES)}|[0-9]{{1,2}}) (?P<unit>year|month|week|day)s"
)
_PERIOD = expression(_SPAN)
_OVER = expression(
    rf"(?: [a-z’'-]+){{0,4}}? (?:over|across|spread over|during) {_SPAN}"
    r"(?P<gap>[^.,;:()–—“”\n0-9]{0,110})"
    r"(?:, or | \((?:or )?| [–—] (?:or )?|, (?:that is|which is|worth|averaging|equal to|equivalent to|an average of) |"
    r", (?=about |around |roughly |nearly |almost |approximately )|"
    r"\.(?: |\n+)(?:The|That|This) [a-z]+,? (?:is |was )?(?:worth|equal to|equivalent to|comes to|works out at|amounts to) )"
    rf"{_HEDGE}\Z"
)
_OR = expression(rf"(?:,? or |, | \((?:or )?| [–—] (?:or )?){_HEDGE}(?:a total of )?")
_PERIOD_BEHIND = expression(rf"(?: in total| in all| altogether)? over {_SPAN}")
_BY = expression(rf"\bby {_HEDGE}\Z")
_NEAR = 60  # code points from the figure of each year to a sum behind it
# What makes the second figure that of something else, or of some of the years.
_OTHER = expression(
    r"\b(?:and|but|rather|instead|from|plus|more|extra|additional|initial\w*|first|rising|falling|compared|than|cut|"
    r"rais\w+|sav\w+|in(?:stead)? addition)\b"
)
# "£60m over five years, or £15m a year": what follows has no condition, and no other year.
_END = expression(
    r"(?:\Z|[.;)\n]|,? [–—]|, (?!(?:if|when|where|before|after|net|less|more|with|without|from|in|at|by|until|once|[a-z]+ing)\b))"
)
_REACH = 210  # code points before the figure of each year in which the whole sum stands
_ROOM, _HEDGED_ROOM = 0.06, 0.15
_MOST = 4  # a figure that is farther off is that of something else, unless a nought or a scale slipped
_SLIPS, _SLIP_ROOM = (10, 100, 1000), 0.02
_LIMITS = frozenset(("up to", "at most", "at least", "as much as", "as many as", "no more than", "minimum", "maximum"))


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    if not any(_PERIOD.match(text, at + len(over)) for over in _LEADS for at in places_of(text, over)):
        return
    for phrase in _EACH:
        for at in occurrences(document, f" {phrase}"):
            yield from _judge(document, at, phrase)


def _judge(document: Document, at: int, phrase: str) -> Iterator[Match]:
    text = flowed(document)
    end = at + 1 + len(phrase)
    later = quantities_in(document, Span(end, min(end + _NEAR, len(text))))
    if later and _OR.fullmatch(text, end, later[0].span.start):
        yield from _judge_sum(document, at, phrase, later[0])
        return
    if _END.match(text, end) is None:
        return
    found = quantities_in(document, Span(max(0, at - _REACH), at))
    each = found[-1] if found else None
    if each is None or each.year or each.joined or not _ends(document, each, at):
        return
    for whole in reversed(found[:-1]):
        over = _OVER.fullmatch(text, whole.span.end, each.span.start)
        if over is None or whole.year or whole.joined:
            continue
        times, one = _times(over, phrase)
        if times > 1 and (whole.kind, whole.unit) == (each.kind, each.unit) and not _OTHER.search(over.group("gap")):
            yield from _compare(text, whole, each, Span(over.start("number"), over.end("unit") + 1), times, one)
        return


def _judge_sum(document: Document, at: int, phrase: str, whole: Quantity) -> Iterator[Match]:
    """Hold a sum that comes after the figure of each year against it: "£5m a year, or £60m over ten years"."""
    text = flowed(document)
    over = _PERIOD_BEHIND.match(text, whole.span.end)
    if over is None or _END.match(text, over.end()) is None:
        return
    found = quantities_in(document, Span(max(0, at - _NEAR), at))
    each = found[-1] if found else None
    if each is None or each.joined or whole.joined or not _ends(document, each, at):
        return
    if _BY.search(text, max(0, each.span.start - _NEAR), each.span.start):
        return  # "rents rise by £100 a year, or £1,000 over four years": 100, 200, 300 and 400
    times, one = _times(over, phrase)
    if times > 1 and (whole.kind, whole.unit) == (each.kind, each.unit):
        yield from _compare(text, whole, each, Span(over.start("number"), over.end("unit") + 1), times, one)


def _times(over: RegexMatch[str], phrase: str) -> tuple[float, str]:
    """How many times the sum holds the other figure, and the word for the time that this is for; 0 if unknown."""
    number = ONES.get(over.group("number")) or int(over.group("number"))
    one = "year" if phrase == "annually" else phrase.rpartition(" ")[2]
    return number * _HOLDS.get((over.group("unit"), one), 0.0), one


def _ends(document: Document, each: Quantity, at: int) -> bool:
    """Whether a figure, with what it counts, stands right before the word of each: "3,000 homes" before "a year"."""
    if each.span.end == at:
        return each.kind in ("money", "measure", "count")
    noun = counted(document, each) if each.kind == "count" else None
    return noun is not None and noun[0].end == at


def _compare(text: str, whole: Quantity, each: Quantity, period: Span, times: float, one: str) -> Iterator[Match]:
    if {whole.hedge, each.hedge} & _LIMITS:
        return
    exact = whole.value / times
    room = _HEDGED_ROOM if whole.hedge or each.hedge else _ROOM
    if each.low <= whole.high / times * (1 + room) and whole.low / times * (1 - room) <= each.high:
        return
    off = max(each.value / exact, exact / each.value) if each.value else 0.0
    if off >= _MOST and not any(abs(off / slip - 1) < _SLIP_ROOM for slip in _SLIPS):
        return
    before, after = text[each.span.start : each.number.start], text[each.number.end : each.span.end]
    shown = exact / SCALES.get(each.scale, 1.0)
    made = f"{before}{shown:,.0f}{after}" if shown >= 100 else f"{before}{shown:.3g}{after}"
    over = text[slice(*period)]
    told = f"{printed(text, whole)} over {over} is {made} a {one}, not {printed(text, each)}"
    evidence = Evidence(whole.span, printed(text, whole)), Evidence(period, over)
    yield Match(each.span, evidence, slots={"told": told[0].upper() + told[1:]})


RULE = Rule(
    summary="A sum over some years, and a figure for each year that does not make it.",
    why="£60m over five years is £12m a year: one of the three figures is wrong.",
    message="{told}.",
    check=check,
    quotations="skip",
    gate=Gate(words=_PERIODS, both=(Gate(pairs=tuple(one for one in _EACH if " " in one), words=("annually",)),)),
    examples=(
        Example(
            bad="The county will spend <evidence>£60m</evidence> over <evidence>five years</evidence> on roads, or "
            "<mark>£15m</mark> a year. The <evidence>$90 million</evidence> aid over <evidence>three years</evidence> "
            "(<mark>$45 million</mark> annually) was signed."
        ),
        Example(
            bad="It was given <evidence>24 million euros</evidence> over <evidence>eight years</evidence> by the council. "
            "The grant, worth <mark>4 million euros</mark> a year, is its largest."
        ),
        Example(
            good="The county will spend £60m over five years on roads, or £12m a year. It paid $100m over three years, or about "
            "$33m a year. It will spend £60m over five years, and £15m a year on bridges. The deal is worth £60m over five "
            "years, or up to £20m a year. Over five years it spent £60m, or £1 a head each year."
        ),
        Example(
            good="The cut of £60m over five years on top of savings, or £90m a year by the end. It will cost £60m over five years, "
            "rising to £15m a year. He lost £3m over two years, or £1.5m a year, and the £8m over four years will be "
            "matched. It costs $6m over two years, or $250,000 a month."
        ),
        Example(
            good="The grant of £40m over four years, or £12m a year with gifts, is spent. He has £80m over four years, or £25m a "
            "year before tax, and will build 12,000 homes over six years, or 3,000 a year at the peak. The plan costs £5bn over "
            "five years – £1.5bn a year in the first two."
        ),
        Example(
            bad="The road will cost <mark>£5m</mark> a year, or <evidence>£60m</evidence> over <evidence>ten years</evidence>. "
            "It lets <mark>900</mark> flats a year (<evidence>1,500</evidence> over <evidence>five years</evidence>)."
        ),
        Example(
            good="The road will cost £5m a year, or £50m over ten years. The grant is £5m a year, £60m over ten years with the "
            "loan, or £70m over ten years after tax. They ask for £2m a year, or £9m over three years if it is built. "
            "Rents rise by £100 a year, or £1,000 over four years."
        ),
        Example(
            bad="They will build <evidence>12,000</evidence> homes over <evidence>six years</evidence>, or <mark>3,000</mark> a year."
        ),
    ),
)
