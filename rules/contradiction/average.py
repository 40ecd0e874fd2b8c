"""A distance, a time, and an average that these do not make: 300 miles in two hours at an average speed of 90mph."""

from __future__ import annotations

from copylint.annotate.number_words import ONES
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_MILE, _KM = "mile", "km"
_UNIT = r"(?P<{0}>mile|km|kilomet(?:er|re))"
_FAR = r"(?<![\w.,£$€-])(?P<far>[0-9][0-9,]*(?:\.[0-9]+)?)[ -]?" + _UNIT.format("unit") + "s?"
_NUMBER = rf"(?:{'|'.join(ONES)}|[0-9]{{1,3}}(?:\.[0-9]+)?)"
_IN = rf"(?:(?: [a-z]+){{0,4}} in| and (?:takes|took|lasts|lasted)) (?:just |only )?(?P<long>{_NUMBER}(?: and a half)?) (?P<time>hour|minute|day)s?"
_ROUGH = r"(?:about |around |some |almost |nearly |roughly )?"
_MISS = r"[^.;:()“”\n0-9]{0,60}?"
_PER_HOUR = r"(?: ?(?P<mph>mph)| ?(?P<kph>km/h|kph|kmh)| (?P<slow>mile|kilomet(?:er|re))s (?:an|per) hour)\b"
# What says that a part is told, or more than the average.
_PARTS = expression(
    r"\b(?:first|last|up to|than|least|most|top|maximum|fastest|then|before|final|some|days?|stage|leg|another|further|each)\b"
)


@cache
def _speed() -> re.Pattern[str]:
    return compiled(
        rf"{_FAR}{_IN},?(?P<gap>{_MISS})\b(?:average speed of|averag(?:ing|ed)|an average of) {_ROUGH}"
        rf"(?P<rate>[0-9]{{1,3}}(?:\.[0-9]+)?){_PER_HOUR}"
    )


@cache
def _daily() -> re.Pattern[str]:
    return compiled(
        rf"{_FAR}{_IN.replace('hour|minute|day', 'day')},?(?P<gap>{_MISS})\b(?:covering|walking|running|cycling|riding|rowing|swimming|"
        rf"averaging|marching|doing|or|an average of) {_ROUGH}(?P<rate>{_NUMBER}) {_UNIT.format('slow')}s (?:an? |each |every |per )day\b"
    )


_PART_BEHIND = expression(
    r" ?(?:faster|slower|more|less|in the|over the|for the (?:first|last)|on the (?:first|last)|at first|until|with)\b"
)
_REACH = 200  # code points in which the three stand
_ROOM = 0.12
_HALF = " and a half"


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    told_at: set[int] = set()
    for pattern, leads in ((_speed(), ("verag",)), (_daily(), (" day",))):
        for at in sorted(at for lead in leads for at in occurrences(document, lead, text)):
            told = pattern.search(text, max(0, at - _REACH), at + _REACH // 3)
            if told is None or told.end() <= at or told.start() in told_at or _PARTS.search(told.group("gap")):
                continue
            told_at.add(told.start())
            if _PART_BEHIND.match(text, told.end()) is None:
                yield from _judge(text, told)


def _judge(text: str, told: re.Match[str]) -> Iterable[Match]:
    hours = _value(told.group("long")) / (60 if told.group("time") == "minute" else 1)
    far = float(told.group("far").replace(",", "")) * _kilometres(told.group("unit"))
    groups = told.groupdict()
    unit = groups.get("slow") or (_MILE if groups.get("mph") else _KM)
    rate = _value(told.group("rate")) * _kilometres(unit)
    if not hours or not far or not rate:
        return
    half = 0.5 if hours >= 1 else 0.05
    least, most = far / (hours + half) * (1 - _ROOM / 2), far / max(hours - half, hours / 2) * (1 + _ROOM / 2)
    if told.group("time") == "day":
        least, most = far / hours * (1 - _ROOM), far / hours * (1 + _ROOM)
    if least <= rate <= most:
        return
    place = Span(*told.span("rate"))
    right = far / hours / _kilometres(unit)
    others = (Span(*told.span("far")), Span(*told.span("long")))
    yield Match(place, tuple(Evidence(one, text[slice(*one)]) for one in others), slots={"right": f"{right:.3g}"})


def _kilometres(unit: str) -> float:
    return 1.609 if unit == _MILE else 1.0


def _value(said: str) -> float:
    whole = said.removesuffix(_HALF)
    return float(ONES.get(whole.lower()) or whole) + (0.5 if whole != said else 0)


RULE = Rule(
    summary="A distance, a time, and an average that these do not make.",
    why="A train that goes 300 miles in two hours does 150 miles an hour: one of the three figures is wrong.",
    message="'{match}', but the distance and the time make {right}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=("average", "averaging", "averaged"),
        pairs=("miles a", "miles each", "miles every", "miles per"),
        both=(Gate(texts=("mile", "km", "kilomet")),),
    ),
    examples=(
        Example(
            bad="He rode <evidence>90</evidence>km in <evidence>three</evidence> hours, averaging <mark>45</mark> km/h."
        ),
        Example(
            bad="The train covered the <evidence>300</evidence> miles in <evidence>two</evidence> hours, at an average speed of "
            "<mark>90</mark>mph. She walked the <evidence>40</evidence> miles in <evidence>four</evidence> days, covering "
            "<mark>20</mark> miles a day."
        ),
        Example(
            good="The train covered the 300 miles in three hours, at an average speed of 96mph, and hit 120mph. She walked the 40 "
            "miles in four days, covering 10 miles a day, and rode 100 miles in two days, up to 70 miles each day. He ran 26 miles in "
            "two and a half hours, averaging 10.4 miles an hour, and 100 km in two hours, averaging 62 km/h over the first half.",
        ),
    ),
)
