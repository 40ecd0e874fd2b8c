"""Clock times that do not fit: a two-hour match from 3pm to 4pm, a meeting from 7pm to 6.30pm."""

from __future__ import annotations

from itertools import pairwise

from copylint.annotate.clock import TOKENS, ClockTime, clock_times
from copylint.annotate.dates import WEEKDAYS
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = 24 * 60  # minutes
_LAST_HOURS = 22 * 60  # nothing that is told goes on for so long: it ends before it begins
_UNITS = {"hour": 60, "minute": 1}
_ENDED = r"(?:end|finish|clos|conclud|leav|left|stopp?)(?:s|es|ed|ing|e)?"
_TO = expression(
    rf",? (?:to|until|till|through|(?:and|but|before|then)(?: then)?(?: [a-z]+)? {_ENDED}(?: (?:at|by|around))?) |"
    r" ?[-–] ?"
)
# What moves a time: "The meeting was moved from 4pm to 3pm", "clocks go back from 2am to 1am".
_MOVED = expression(
    r"\b(?:(?:mov|shift|chang|reschedul|switch|push|alter|delay|advanc|bring|brought|postpon|revis|adjust|amend|cut|"
    r"retim|reduc|slid|slipp?|swapp?|bump|lower|earlier)(?:e[sd]?|ing|s|ting)?|put(?:ting|s)?|"
    r"(?:go|goes|going|went|gone|set|turn(?:ed)?|roll(?:ed)?|pull(?:ed)?) (?:back|forward))\b[^.;!?]*\bfrom \Z"
)
_OTHER_DAY = expression(rf"\b(?:next|following|tomorrow|day|daily|overnight|{'|'.join(WEEKDAYS).lower()})\b")
_AND_AGAIN = expression(r",? and (?:again )?(?:from )?[0-9]")  # "from 11am to noon and 1pm to 2pm"
_BESIDE = 40  # code points behind a time in which its day stands
# What says how long something goes on, before the times: "a two-hour match from", "for six hours, between".
_EVENT = expression(
    r"[ -](?P<unit>hour|minute)(?:-long)? (?:(?![a-z]*s )[a-z-]+,? ){1,3}"
    r"(?:(?:which |that |will |is |was |be |took place |takes place |ran |runs |run |lasted |held |on [a-z]+ )*)from \Z"
)
_FOR = expression(
    r"\b(?:for|took|lasted|lasts) (?P<number>[a-z0-9-]+) (?P<unit>hour|minute)s,?"
    r"(?: to (?:[a-z]+ ){0,3}[a-z]+,)? (?P<link>from|between) \Z"
)
_LATER = expression(r",? (?P<lead>[a-z0-9-]+(?: [a-z0-9-]+)?) (?P<unit>hour|minute)s? later\b(?! than)")
_AFTER = expression(
    r",? (?:just |only )?(?P<lead>[a-z0-9-]+) (?P<unit>hour|minute)s? (?P<way>after|before) "
    r"(?:(?!and\b|but\b|when\b|that\b|who\b|which\b)[a-z’'-]+ ){0,6}?(?:at|of) "
)
_UNTIL = expression(
    r",? and (?:[a-z]+ ){1,3}for (?P<lead>[a-z0-9-]+) (?P<unit>hour|minute)s,? (?:until|till)(?: (?:about|around))? "
)
_LATER_AT = expression(
    r"(?! later)(?: (?!later\b)[\w’'-]+,?){0,9}? (?P<lead>[a-z0-9-]+) (?P<unit>hour|minute)s? later,? (?:at )?"
)
_ROOM = 0.2  # of what is said, that it may be rounded by,
_MOST_ROOM = 60  # minutes, but no more
_NUMBER = 24  # code points before "hours" in which their number begins
_LONGEST = 90  # code points between two times that are held against one another


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    times = clock_times(document)
    if len(times) < 2:
        return
    text = flowed_folded(document)
    for first, second in pairwise(times):
        if second.span.start - first.span.end < _LONGEST and _stand_together(document, first, second):
            yield from _judge(document, text, first, second)


def _stand_together(document: Document, first: ClockTime, second: ClockTime) -> bool:
    sentence = sentence_at(document, first.span.start)
    return sentence is not None and second.span.end <= sentence.end + 1


def _judge(document: Document, text: str, first: ClockTime, second: ClockTime) -> Iterable[Match]:
    between = Span(first.span.end, second.span.start)
    if _OTHER_DAY.search(text, between.start, second.span.end + _BESIDE) or _AND_AGAIN.match(text, second.span.end):
        return
    length = (second.minutes - first.minutes) % _DAY
    said = _length(document, text, first, second)
    if said is not None:
        number, minutes, way = said
        if way < 0:
            length = (first.minutes - second.minutes) % _DAY
        if abs(length - minutes) > max(min(_ROOM * minutes, _MOST_ROOM), 30 if minutes >= 60 else 5):
            shown = first, second
            told = f"{_printed(document, shown[way < 0])} to {_printed(document, shown[way > 0])} is {_told(length)}"
            yield _match(document, number, shown, f"'{flowed(document)[slice(*number)]}' here, but {told}")
    elif (
        length >= _LAST_HOURS
        and _TO.fullmatch(text, *between)
        and not _MOVED.search(text, max(0, first.span.start - _LONGEST), first.span.start)
    ):
        told = f"{_printed(document, first)} to {_printed(document, second)} ends before it begins"
        yield _match(document, second.span, (first,), told)


def _length(document: Document, text: str, first: ClockTime, second: ClockTime) -> tuple[Span, float, int] | None:
    """How long the time from the first to the second is said to be, in minutes, with the place of its number; and
    which of the two comes first: 1 or -1."""
    way, within = 1, False
    found = _LATER.match(text, second.span.end)
    if found is None:
        found = _AFTER.fullmatch(text, first.span.end, second.span.start)
        if found is not None:
            way = 1 if found.group("way") == "before" else -1
    if found is None:
        found = _UNTIL.fullmatch(text, first.span.end, second.span.start)
    if found is None:
        found = _LATER_AT.fullmatch(text, first.span.end, second.span.start)
    if found is None:
        before = max(0, first.span.start - _LONGEST)
        found = _FOR.search(text, before, first.span.start) or _EVENT.search(text, before, first.span.start)
        link = " and " if found is not None and found.group().endswith("between ") else " to "
        between = text[first.span.end : second.span.start]
        if found is None or (between not in (link, " until ", "-", "–")):
            return None
        within = link == " and "
    end = found.start("unit") - 1
    numbers = [one for one in quantities_in(document, Span(max(0, end - _NUMBER), end)) if one.number.end == end]
    if not numbers or numbers[0].hedge or numbers[0].joined or numbers[0].kind != "count":
        return None
    minutes = numbers[0].value * _UNITS[found.group("unit")]
    if within and minutes < (second.minutes - first.minutes) % _DAY:
        return None  # "for seven hours between 10pm and 8.30am": some seven of them
    return Span(*numbers[0].number), minutes, way


def _told(length: int) -> str:
    hours, minutes = divmod(length, 60)
    parts = [(hours, "hour"), (minutes, "minute")]
    return " and ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number)


def _printed(document: Document, time: ClockTime) -> str:
    return flowed(document)[slice(*time.span)]


def _match(document: Document, place: Span, times: Iterable[ClockTime], told: str) -> Match:
    return Match(place, tuple(Evidence(one.span, _printed(document, one)) for one in times), slots={"told": told})


RULE = Rule(
    summary="Clock times that do not fit one another.",
    why="One of the times, or how long it is said to be, is wrong, and a reader who wants to be there cannot tell which.",
    message="{told}.",
    check=check,
    quotations="skip",
    gate=Gate(words=TOKENS),
    examples=(
        Example(
            bad="It took <mark>nine</mark> hours to clear the line, from <evidence>10pm</evidence> to "
            "<evidence>5am</evidence>.",
        ),
        Example(good="It took five hours to clear the line, from 10pm to 2.45am."),
        Example(
            bad="The <mark>two</mark>-hour concert runs from <evidence>3pm</evidence> to <evidence>4pm</evidence>. The road "
            "was shut for <mark>six</mark> hours, between <evidence>noon</evidence> and <evidence>4 p.m.</evidence>"
        ),
        Example(
            bad="The bell rang at <evidence>2.15am</evidence>, and help came at <evidence>2.35am</evidence>, <mark>10</mark> "
            "minutes later. The boat sailed at <evidence>10.20am</evidence>, <mark>40</mark> minutes after its scheduled time of "
            "<evidence>9.20am</evidence>."
        ),
        Example(
            bad="It left at <evidence>4.15pm</evidence> and was stopped <mark>two</mark> hours later at <evidence>3.15pm</evidence>."
        ),
        Example(
            good="It left at 4.15pm and was stopped two hours later at 6.20pm, 20 minutes later than planned at 6pm."
        ),
        Example(
            bad="The hearing began at <evidence>10 a.m.</evidence> and went on for <mark>four</mark> hours until "
            "<evidence>noon</evidence>."
        ),
        Example(good="The hearing began at 10 a.m. and went on for two hours until noon."),
        Example(
            bad="The shop is open from <evidence>9.30am</evidence> to <mark>9am</mark>. She arrived at "
            "<evidence>9pm</evidence> and left at <mark>8.30pm</mark> the same evening."
        ),
        Example(
            good="The two-hour concert runs from 3pm to 5.15pm. The road was shut for four hours, between noon and 4 p.m. The "
            "bell rang at 2.15am, and help came at 2.35am, 20 minutes later. The boat sailed at 10am, 40 minutes after its "
            "scheduled time of 9.20am."
        ),
        Example(
            good="The meeting was moved from 4pm to 3pm, kick-off was brought forward from 5.30pm to 5pm and the last "
            "train has been rescheduled from 11pm to 10.40pm. On Sunday the clocks go back from 2am to 1am. They changed "
            "the start from 8 p.m. to 7 p.m. after all. Power is cheap for seven hours between 10pm and 8.30am.",
            why="A time that is moved, and a part of a span.",
        ),
        Example(
            good="The bar is open from 11am to midnight, and the night shift runs from 10pm to 6am. A two-hour break ran from 11am to noon and 1pm to 2pm. He slept from 9pm to 8.30pm "
            "the next day. One-hour lessons are held from 9am to noon, and a two-hour walk began between 9am and 5pm. The six "
            "hours of talks, from 9am to 11am in the hall, were dull. Doors open at 7pm; tea is from 6.30pm."
        ),
    ),
)
