"""A length of time that the dates beside it do not make: for eight years, from 1990 to 2008."""

from __future__ import annotations

from copylint.annotate.dates import MONTHS, WEEKDAYS
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, shape, token_set
from copylint.document import Document, Span
from copylint.expressions import expression, in_order
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![-–/\w]|[.,][0-9])"
_YEARS = (
    expression(rf"rom (?:[A-Z][a-z]+ )?(?P<first>{_YEAR}) (?:to|until|till) (?:{_MONTH} )?(?P<last>{_YEAR})"),
    expression(rf"etween (?P<first>{_YEAR}) and (?:{_MONTH} )?(?P<last>{_YEAR})"),
)
# What somebody lived through; of other things "30-year" tells the kind ("30-year bonds"), or there are several.
_SPANS = (
    "absence|ban|boycott|career|captivity|ceasefire|civil war|construction|delay|drought|engagement|exile|imprisonment|"
    "leadership|marriage|occupation|partnership|period|premiership|presidency|rebellion|reign|residence|residency|rule|"
    "run|service|siege|span|spell|stay|stint|tenancy|tenure|war"
)
_BEFORE = expression(
    rf"(?: years(?: (?:in|as|at|on|under|with(?= the | [A-Z])) [A-Za-z’' -]{{2,30}})?,?|[- ]year(?:-long)? (?:[a-z]+ )?(?:{_SPANS}),?)(?: [(–—])? ?[FfBb]\Z"
)
_THOSE = expression(
    r",? (?:and )?(?:in|over|during) (?:those|these) (?=\w+ years\b)|, (?:a (?:period|span|total|reign|tenure|run|spell|stint|gap) of|the) (?=\w+ years\b)"
)
# "every four years from", "six years of a 10-year term, from"
_NOT_ONE = expression(
    r"\b(?:every|each|of|first|last|past|next|final|other|total(?:ling)?|than|about|around|nearly|almost|over|under|some|"
    r"roughly|to|or|and|least|most|my|another|extra|further|more|early|earliest)[ -](?:a |an |the )?\Z"
)
# "more than 60 years, from": fewer do not make it; "nearly 60 years": more do not.
_HEDGED = expression(r"\b(?:(?P<more>more than|over|at least|well over)|nearly|almost|less than|under|just under) \Z")
_LONGEST = 400  # code points of a sentence with two years
_NUMBER = 24  # code points before "years" in which their number begins
_FARTHEST = 70  # code points before "from" in which the number stands

# "In May 2009, three years after the fire of 2004": units in months, and which way the first date lies.
_UNITS = {"years": 12, "year": 12, "decade": 120, "decades": 120, "months": 1}
_UNIT_WORDS = frozenset(_UNITS)
_SIDES = {"after ": 1, "before ": -1}
_ROOM = {1: 1, 12: 7, 120: 30}  # months within which a number of each unit may be rounded
_DATED = expression(
    rf"(?:(?P<month>{_MONTH})(?: [0-9]{{1,2}},)? |\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil) )(?P<year>{_YEAR})"
    r"(?:,| [-–—])(?: (?:just|only|exactly))? \Z"
)
_THEN = expression(
    r" (?:(?!(?:after|before|when|who|which|while|and|but|until|since|if|for|over|about|from|into)\b)[\w’'-]+ ){0,6}?"
    rf"(?:(?:in|of) (?:(?P<month>{_MONTH}) )?|the )(?P<year>{_YEAR})"
)

_ANY_YEAR = expression(rf"\b{_YEAR}")
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_UNTIL = r",? (?:to|until|till|through|and (?:closes|closing|ends|ending|finishes|concludes) on) "
_BETWEEN = r"(?: (?!(?:after|before|during|while|but|and|part|follow\w*|last|next|every|each|weeks?|series|action)\b)[\w’'-]+,?){1,8}? "
_OPENS_ON = r"(?:from |between |(?:which |that )?(?:opens|opening|begins|beginning|starts|starting) on )"
_DAY = r"(?:[12]?[0-9]|3[01])"
_DAYS = expression(
    rf"-day{_BETWEEN}{_OPENS_ON}(?:(?P<one>{_WEEKDAY}){_UNTIL}(?P<two>{_WEEKDAY})\b(?! [0-9])|"
    rf"(?:(?P<month>{_MONTH}) )?(?P<first>{_DAY}){_UNTIL}(?:(?P=month) )?(?P<last>{_DAY})\b"
    rf"(?! [0-9]| per\b|[.:,][0-9]|%))"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    two_years = shape(document).count("0000") > 1  # or something like them
    if two_years and ("from" in stand or "between" in stand) and ("years" in stand or "year" in stand):
        yield from _from_to(document)
    if "weeks" in stand and "from" in stand:
        for at in occurrences(document, " weeks, from "):
            yield from _weeks(document, at)
    if two_years and "years" in stand and ("after" in stand or "for" in stand):
        for at in occurrences(document, " years"):
            yield from _begun_and_ended(document, at)
    if "days" in stand and "from" in stand:
        for at in occurrences(document, " days, from "):
            yield from _dated(document, at)
    if two_years and "later" in stand and "years" in stand:
        for at in occurrences(document, " years later"):
            yield from _later(document, at)
    if two_years and ("after" in stand or "before" in stand):
        for unit in sorted(_UNIT_WORDS & stand):
            for at in occurrences(document, f" {unit} "):
                yield from _apart(document, at, unit)
    if "day" in stand:
        for at in occurrences(document, "-day "):
            yield from _days(document, at)


def _from_to(document: Document) -> Iterator[Match]:
    text = flowed(document)
    for match in in_order(text, _YEARS):
        said = _number(document, match.start())
        hedge = 0
        if said is not None:
            lead = _HEDGED.search(text, max(0, said[0].start - _FARTHEST), said[0].start)
            bare = text.startswith((" years from", " years, from", " years between", " years, between"), said[0].end)
            hedge = 0 if lead is None or not bare else 1 if lead.group("more") else -1
        if said is None or (
            not hedge and _NOT_ONE.search(text, max(0, said[0].start - _FARTHEST), said[0].start) is not None
        ):
            those = _THOSE.match(text, match.end())
            said = _first_number(document, those.end()) if those is not None else None
        if said is None:
            continue
        first, last = int(match.group("first")), int(match.group("last"))
        over = said[1] - (last - first)
        if first < last and (over * hedge if hedge else abs(over)) > 1:  # counted with both ends, or with neither
            spans = Span(*match.span("first")), Span(*match.span("last"))
            yield _match(said[0], *spans, text, _counted(last - first, "year"))


def _number(document: Document, end: int) -> tuple[Span, float] | None:
    """The number of years that stands before "from", with its place."""
    text = flowed(document)
    low = max(0, end - _FARTHEST)
    before = _BEFORE.search(text, low, end)
    if before is None:
        return None
    return _last_number(document, low, before.start())


def _last_number(document: Document, low: int, end: int) -> tuple[Span, float] | None:
    numbers = [one for one in quantities_in(document, Span(low, end)) if one.number.end == end]
    return (Span(*numbers[0].number), numbers[0].value) if numbers else None


def _first_number(document: Document, start: int) -> tuple[Span, float] | None:
    numbers = [one for one in quantities_in(document, Span(start, start + 20)) if one.number.start == start]
    return (Span(*numbers[0].number), numbers[0].value) if numbers else None


def _apart(document: Document, at: int, word: str) -> Iterator[Match]:
    """ "in 2009, three years after the fire of 2004": how far apart two dates lie that stand on both sides of a unit."""
    text = flowed(document)
    side = at + len(word) + 2
    way = next((way for link, way in _SIDES.items() if text.startswith(link, side)), 0)
    then = _THEN.match(text, text.index(" ", side)) if way else None
    if then is None:
        return
    said = _last_number(document, max(0, at - _NUMBER), at)
    if said is None and text.endswith((" a", " one", ", the"), 0, at):
        said = Span(text.rindex(" ", 0, at) + 1, at), 1.0
    if said is None:
        return
    unit = _UNITS[word]
    place, number = said
    dated = _DATED.search(text, max(0, place.start - 40), place.start)
    if dated is None:
        return
    lie = 12 * (int(dated.group("year")) - int(then.group("year")))
    room = _ROOM[unit]
    if dated.group("month") and then.group("month"):
        lie += MONTHS.index(dated.group("month")) - MONTHS.index(then.group("month"))
    elif unit == 1:
        return
    else:
        room += 11  # the months are not known
    if abs(lie * way - number * unit) > room:
        first, last = (then, dated) if lie >= 0 else (dated, then)
        length = _counted(abs(lie), "month") if unit == 1 else _counted(abs(lie) // 12, "year")
        yield _match(place, Span(*first.span("year")), Span(*last.span("year")), text, length)


def _days(document: Document, at: int) -> Iterator[Match]:
    """ "a two-day meeting from Monday to Thursday", "a 10-day fair from 4 to 9 May"."""
    text = flowed(document)
    days = _DAYS.match(text, at)
    said = _last_number(document, max(0, at - _NUMBER), at) if days is not None else None
    if days is None or said is None:
        return
    place, number = said
    if days.group("one"):
        first, last = Span(*days.span("one")), Span(*days.span("two"))
        length = (WEEKDAYS.index(days.group("two")) - WEEKDAYS.index(days.group("one"))) % 7 + 1
        right = (length - number) % 7 in (0, 1)  # from one to the other, or with both
    else:
        first, last = Span(*days.span("first")), Span(*days.span("last"))
        length = int(days.group("last")) - int(days.group("first")) + 1
        right = length < 1 or length - number in (0, 1)
    if not right:
        yield _match(place, first, last, text, _counted(length, "day"))


_BEGUN = expression(
    r"\b(?:[Ee]lected|[Oo]pened|[Ff]ounded|[Bb]uilt|began|[Ee]stablished|[Ll]aunched|[Ff]ormed|joined|married|[Aa]ppointed|"
    r"[Cc]reated|(?:seized|took|came to|assumed) (?:power|control)|took office|took over|came to the throne) in \Z"
)
_ENDED = expression(
    r"\b(?:closed(?: down)?|left(?: [a-z]+)?|retired|resigned|stepped down|stood down|shut(?: down)?|demolished|pulled down|"
    r"replaced|scrapped|dissolved|ended|died|toppled|ousted|overthrown|deposed|abdicated|abolished|disbanded) in \Z"
)
_AFTER_YEAR = expression(r",?(?: (?!and\b|but\b|before\b|since\b|after\b|had\b)[\w’'-]+){0,4} (?:after|for) \Z")


class _Years(NamedTuple):
    """A number of years that a sentence tells, the place of it, and the only two years of that sentence, which rise."""

    place: Span
    number: float
    sentence: Span
    first: Span
    last: Span


def _years_told(document: Document, at: int) -> _Years | None:
    """What is told with the number of years that ends at a place, unless it is what the two years make."""
    text = flowed(document)
    said = _last_number(document, max(0, at - _NUMBER), at)
    sentence = sentence_at(document, at) if said is not None else None
    if said is None or sentence is None or sentence.end - sentence.start > _LONGEST:
        return None
    years = [Span(*year.span()) for year in _ANY_YEAR.finditer(text, sentence.start, sentence.end)]
    if len(years) != 2:
        return None
    told = _Years(*said, sentence, *years)
    lie = _years_between(text, told)
    return told if lie > 0 and abs(told.number - lie) > 1 else None


def _years_between(text: str, told: _Years) -> int:
    return int(text[slice(*told.last)]) - int(text[slice(*told.first)])


def _match_of_years(text: str, told: _Years) -> Match:
    return _match(told.place, told.first, told.last, text, _counted(_years_between(text, told), "year"))


def _begun_and_ended(document: Document, at: int) -> Iterator[Match]:
    """ "Elected in 2002, she left office in 2014 after 16 years"."""
    text = flowed(document)
    told = _years_told(document, at)
    if told is None or told.last.end > told.place.start:
        return
    if (
        _BEGUN.search(text, max(told.sentence.start, told.first.start - 20), told.first.start) is not None
        and _ENDED.search(text, told.first.end, told.last.start) is not None
        and _AFTER_YEAR.fullmatch(text, told.last.end, told.place.start) is not None
    ):
        yield _match_of_years(text, told)


_DAY_MONTH = rf"(?:(?P<month>{_MONTH}) (?P<day>[0-9]{{1,2}})|(?P<date>[0-9]{{1,2}}) (?P<of>{_MONTH}))"
_WEEKS = expression(
    rf" weeks, from {_DAY_MONTH} (?:to|until|till) {_DAY_MONTH.replace('<', '<to_')}\b(?! (?:1[5-9]|20)[0-9]{{2}})"
)
_LONG_MONTH = 31  # days: of each month; over a few of them it is a day or two too many
_DAYS_OF_ROOM = 5


def _weeks(document: Document, at: int) -> Iterator[Match]:
    """ "lasted six weeks, from 3 May to 28 May"."""
    text = flowed(document)
    dated = _WEEKS.match(text, at)
    said = _last_number(document, max(0, at - _NUMBER), at) if dated is not None else None
    if dated is None or said is None or _NOT_ONE.search(text, max(0, said[0].start - _FARTHEST), said[0].start):
        return
    ends = []
    days = 0
    for lead, way in (("", -1), ("to_", 1)):
        first, last = ("month", "day") if dated.group(f"{lead}month") else ("date", "of")
        ends.append(Span(dated.start(lead + first), dated.end(lead + last)))
        month, day = sorted((dated.group(lead + first), dated.group(lead + last)), key=str.isdigit)
        days += way * (_LONG_MONTH * MONTHS.index(month) + int(day))
    place, number = said
    if days > 0 and abs(days - 7 * number) > _DAYS_OF_ROOM:
        yield _match(place, *ends, text, _counted(round(days / 7), "week"))


_FIRST_YEAR = expression(rf"\b(?:[Ii]n|[Ss]ince|[Oo]n|{_MONTH}|[0-9]{{1,2}},) \Z")
_YEAR_BESIDE = expression(rf",? (?:\([^()]*\) )?(?:in (?:{_MONTH} )?)?(?P<year>{_YEAR})")


def _later(document: Document, at: int) -> Iterator[Match]:
    """ "opened in 1954 and closed in June 2014, 50 years later", "opened in 1954 and, 50 years later, in 2014, closed"."""
    text = flowed(document)
    told = _years_told(document, at)
    if told is None:
        return
    first, last, place = told.first, told.last, told.place
    beside = text[last.end : place.start] in (", ", " – ", " — ", " - ") or (
        text.endswith(", ", 0, place.start)
        and _YEAR_BESIDE.match(text, at + len(" years later")) is not None
        and first.end < place.start < last.start
    )
    if beside and _FIRST_YEAR.search(text, max(told.sentence.start, first.start - 12), first.start):
        yield _match_of_years(text, told)


_DATES = expression(
    rf" days, from (?:{_MONTH} )?(?P<first>[0-9]{{1,2}}) (?:{_MONTH} )?(?:to|until|till) (?:{_MONTH} )?(?P<last>[0-9]{{1,2}})\b"
)


def _dated(document: Document, at: int) -> Iterator[Match]:
    """ "for 10 days, from 2 August until 7 August"."""
    text = flowed(document)
    days = _DATES.match(text, at)
    said = _last_number(document, max(0, at - _NUMBER), at) if days is not None else None
    if days is None or said is None or not text.endswith("for ", 0, said[0].start):
        return
    place, number = said
    length = int(days.group("last")) - int(days.group("first")) + 1
    if length > 1 and length - number not in (0, 1):
        yield _match(place, Span(*days.span("first")), Span(*days.span("last")), text, _counted(length, "day"))


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def _match(place: Span, first: Span, last: Span, text: str, length: str) -> Match:
    begun, ended = text[slice(*first)], text[slice(*last)]
    evidence = tuple(Evidence(one, text[slice(*one)]) for one in sorted((first, last)))
    return Match(place, evidence, slots={"told": f"{begun} to {ended} is {length}"})


RULE = Rule(
    summary="A length of time that the dates beside it do not make.",
    why="One of the three figures is wrong, and only the one who wrote it knows which.",
    message="'{match}' here, but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=("from", "between", "after", "for", "before", "later", "day"),
        both=(Gate(words=("day", "days", "weeks", *_UNITS)),),
    ),
    examples=(
        Example(good="The 7-day rate rose from 43 to 66 per 100,000 people.", why="No days."),
        Example(
            bad="He ran the bank for <mark>eight</mark> years, from <evidence>1990</evidence> to "
            "<evidence>2008</evidence>."
        ),
        Example(
            bad="In a <mark>30</mark>-year career, from <evidence>1980</evidence> to <evidence>1995</evidence>, she made "
            "60 films. He spent <mark>12</mark> years in prison, from May <evidence>1990</evidence> to June "
            "<evidence>1998</evidence>. She led it from <evidence>2001</evidence> to <evidence>2007</evidence>, and in those "
            "<mark>nine</mark> years it grew."
        ),
        Example(
            bad="It stood empty between <evidence>1972</evidence> and <evidence>1990</evidence>, a period of <mark>28</mark> "
            "years. Elected in <evidence>2002</evidence>, she left in <evidence>2014</evidence> after <mark>16</mark> years in "
            "Rome. He was held for <mark>10</mark> days, from <evidence>2</evidence> August until <evidence>7</evidence> August."
        ),
        Example(
            good="It stood empty between 1972 and 1990, a period of 18 years. Elected in 2002, she left in 2014 after 12 years in "
            "Rome. He was held for six days, from 2 August until 7 August. Built in 1930, the pool closed in 2010 after a row of 12 years. Elected "
            "in 2002, he left in 2014 and, before that, had served for 20 years."
        ),
        Example(
            good="He ran the bank for 18 years, from 1990 to 2008, and the fund for nearly 10 years, from 2009 to 2016. "
            "She served six years of a 10-year term, from 2001 to 2007. It was run from 2001 to 2007, and in those six years it "
            "grew."
        ),
        Example(
            good="He stood every four years from 1992 to 2008; 30-year bonds, from 2001 to 2009, paid 4%. Of the first three "
            "years, from 1992 to 1999 he tells nothing."
        ),
        Example(
            bad="She died in <evidence>2009</evidence>, <mark>three</mark> years after her husband's death in "
            "<evidence>2004</evidence>. The mill closed in June <evidence>2019</evidence>, <mark>nine</mark> months after the fire "
            "of April <evidence>2019</evidence>."
        ),
        Example(
            bad="It ran for more than <mark>60</mark> years, from <evidence>1932</evidence> to <evidence>1981</evidence>. He spent "
            "<mark>12</mark> years with the Met, between <evidence>1998</evidence> and <evidence>2008</evidence>. It opened in "
            "<evidence>1954</evidence> and shut in <evidence>2014</evidence>, <mark>50</mark> years later."
        ),
        Example(
            bad="The strike lasted <mark>six</mark> weeks, from <evidence>3 May</evidence> to <evidence>28 May</evidence>. He led it "
            "from <evidence>1988</evidence> until <evidence>2004</evidence>, a reign of <mark>26</mark> years."
        ),
        Example(
            good="The strike lasted six weeks, from 3 May to 14 June, and the next nine weeks, from 27 January to 31 March. He led it "
            "from 1988 until 2004, a reign of 16 years."
        ),
        Example(
            good="It ran for more than 40 years, from 1932 to 1981. He spent 12 years with the Met, between 1998 and 2010. It opened "
            "in 1954 and shut in 2014, 60 years later. Built in 1900, it burned in 1911 and, 40 years later, was rebuilt."
        ),
        Example(
            bad="The <mark>two</mark>-day meeting, from <evidence>Monday</evidence> to <evidence>Thursday</evidence>, is "
            "private. The <mark>10</mark>-day fair runs from <evidence>4</evidence> to <evidence>9</evidence> August."
        ),
        Example(
            good="The four-day meeting, from Monday to Thursday, is private. The 10-day fair runs from 4 to 13 August. Drivers "
            "began a two-day strike, part of action from Monday to Friday."
        ),
        Example(
            good="She died in 2009, five years after her husband's death in 2004. The mill closed in June 2019, two months after "
            "the fire of April 2019. In 2009, three years after "
            "he was jailed for a fire in 2001, he was freed. In 2010, a year after the team, founded in 1951, went down, he came."
        ),
    ),
)
