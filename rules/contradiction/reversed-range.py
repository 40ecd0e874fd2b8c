"""A range that runs backwards: (1950-1915), between 30 and 20, from 2015 to 2012."""

from __future__ import annotations

import itertools

from copylint.annotate.dates import dates, in_figures, month_places
from copylint.annotate.figures import SCALES
from copylint.annotate.words import flowed, marks, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator


@cache
def _lifespan() -> re.Pattern[str]:
    return compiled(r"\((?:[a-z]+\.? |b\. )?([0-9]{4}) ?[-–—] ?(?:d\. )?([0-9]{4})\)")


@cache
def _between() -> re.Pattern[str]:
    number = r"([$£€]?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    unit = r"(%| per ?cent| percent| pct| ?[°º]?[CF]\b| ?(?:km|kg|mph|cm|mm|lb)\b)?"
    scale = r" ?(?:million|billion|thousand|trillion|bn|mln|bln|m|k)\b"
    return compiled(
        rf"[Bb]etween {number}{unit}(?P<first_scale>{scale})? and {number}{unit}(?![\w,.]*[0-9])(?P<scale>{scale})?"
    )


@cache
def _from() -> re.Pattern[str]:
    return compiled(
        r"\b[Ff]rom ((?:1[5-9]|20)[0-9]{2})(?: (?:to|until|through|till) |[-–])((?:1[5-9]|20)[0-9]{2})\b(?![,.]?[0-9]|[-–/%]|"
        r" (?:percent|per cent|pct))"
    )


# What goes down from year to year: nothing; but a count may fall from 2015 to 2012.
_FALLING = expression(r"\b(?:f[ae]ll(?:en|ing|s)?|drop\w*|declin\w*|decreas\w*|reduc\w*|cut(?:s|ting)?|slip\w*|"
    r"lower\w*|down|shr[aiu]nk\w*|slump\w*|"
                      r"plung\w*|plummet\w*|dip\w*|slid\w*|trim\w*|shift\w*|chang\w*|mov\w*|brought|rais\w*|"
                      r"increas\w*|gr[eo]w\w*|"
                      r"r[io]se\w*|went|goes|range\w*|number\w*|back|bring\w*|forward|accelerat\w*|advanc\w*|hasten\w*|speed\w*|earlier)\b")  # fmt: skip
_MANY = 3
_SWAYS = expression(  # "alternates between 4 and 3 per cent"
    r"\b(?:alternat|vacillat|oscillat|fluctuat|swing|swung|switch|toggl|see-?saw|waver)\w*(?: [a-z]+){0,4} $"
)
_CURRENCY_SIGNS = frozenset("$£€")
_CLAUSE_END = expression(r"[.;]")
_COUNTED = expression(r" (?:[a-z]+s|people|[a-z]+ [a-z]+s)\b")
_TIME_OR_DEGREES = expression(r" ?(?:a\.?m|p\.?m|o'clock|hours|GMT|[A-Z]|and\b|minus|below|degrees)")
_BETWEEN_TWO = expression(
    r"\b(?:gap|difference|(?:middle|common) ground|compromise|choice|choose|divide|split|halfway|midway|link|relationship|comparison|odds|ratio|score|match|aged?|route|road|junctions?|"
    r"pages?)\b[\w ]*$|\b(?:falls?|drops?|declines?|decreases?|reductions?|contractions?|cuts?|losses|loss|deficits?) of $"
)
_BEFORE_CHRIST = expression(r" ?(?:BC|B\.C|BCE|bc)\b| (?:million |billion )?years (?:ago|before|earlier)\b")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    stand, signs = token_set(document), marks(document)
    if "between" in stand:
        yield from _betweens(flowed(document))
    if "from" in stand and ("rom 1" in text or "rom 2" in text):
        yield from _years(flowed(document))
    if not stand.isdisjoint(_AGES):
        yield from _apart(flowed(document), _aged())
    if any([f"-{sign}" in text or f"–{sign}" in text for sign in _CURRENCY_SIGNS & signs]):  # noqa: C419
        sums = list(_apart(flowed(document), _sums()))
        if len(sums) < _MANY:  # a table whose zones run downwards
            yield from sums
    if not stand.isdisjoint(_LEADS) and _may_range(document):
        yield from _days(document)
    if "(" in signs:
        for match in _lifespan().finditer(flowed(document)):
            first, last = int(match.group(1)), int(match.group(2))
            summed = flowed(document)[match.end() : match.end() + 1] in ("/", "*", "×", "÷")
            if first > last and last > 1000 and first < 2200 and first - last < 130 and not summed:
                yield _match(flowed(document), match.span(1), match.span(2))


_SCALES = {**SCALES, "m": 1e6}
_COUNTED = expression(r" (?!hours)(?:[a-z]+ )?[a-z]+s\b")  # what two small figures count; else they are hours


def _betweens(text: str) -> Iterator[Match]:
    at = text.find("etween ")
    while at >= 0:
        match = _between().match(text, at - 1) if at and _figure_at(text, at + 7) else None
        at = text.find("etween ", at + 1)
        if match is None:
            continue
        first, last = match.group(1), match.group(4)
        one, two = (float(figure.lstrip("$£€").replace(",", "")) for figure in (first, last))
        scales = [_SCALES[scale.strip()] for scale in match.group("first_scale", "scale") if scale is not None]
        if len(scales) == 1:
            continue  # "between £900,000 and £1 million", "between 8 and 9 million": whether it is for both is not told
        if scales:
            one, two = one * scales[0], two * scales[1]
        if one <= two or _BEFORE_CHRIST.match(text, match.end()):
            continue
        if _is_year(first) and not _is_year(last) and two < 100:
            continue  # "between 1998 and 99", "between 2010 and 15 May"
        hours = one <= 12 and first.isdecimal() and not match.group(2) and not match.group(5)
        if _SWAYS.search(text, max(0, match.start() - _NEAR), match.start()) is not None:
            continue
        if _elsewhere(text, match) or (hours and _COUNTED.match(text, match.end()) is None):
            continue
        yield _match(text, match.span(1), match.span(4))


_AGES = frozenset(("aged", "ages"))


@cache
def _aged() -> re.Pattern[str]:
    return compiled(
        r"ge[ds] (?<=[Aa]... )(?<!\w.... )(?:from |between )?([0-9]{1,2})(?: to |-|–| and )([0-9]{1,2})\b(?![%.,:]?[0-9]|[-–])"
    )


@cache
def _sums() -> re.Pattern[str]:
    return compiled(
        r"(?<![0-9.,])(?<! \()([$£€][0-9][0-9,.]*)[-–]([$£€][0-9][0-9,]*(?:\.[0-9]+)?)(?![0-9]|[.,][0-9]|"
        r" ?(?:k|m|bn|tn|million|billion|thousand|trillion)\b)"
    )


def _apart(text: str, pattern: re.Pattern[str]) -> Iterator[Match]:
    for match in pattern.finditer(text):
        first, last = (float(figure.lstrip("$£€").replace(",", "").rstrip(".")) for figure in match.groups())
        listed = match.group().count(" and ") and "etween" not in match.group()
        if first > last and not listed:
            yield _match(text, match.span(1), match.span(2))


_MOVED = expression(
    r"\b(?:mov\w+|brought|bring\w*|chang\w+|switch\w+|shift\w+|reschedul\w+|postpon\w+|put|push\w+|advanc\w+|"
    r"correct\w+|amend\w+|revis\w+)\b"
)
_FROM_LEAD = expression(r"\b(?P<lead>[Ff]rom|[Bb]etween) (?:the )?(?:night of |evening of |morning of )?$")
_ANOTHER_YEAR = expression(r",? (?:next|the (?:next|following)|of the|last|this|a year) ")


_LEADS = frozenset(("from", "between"))
_LEAD = expression(r"(?:rom|etween) ")
_NEAR = 80  # code points: "from the night of Monday, the 6th or the 7th day of March"


def _may_range(document: Document) -> bool:
    """Whether two dates may stand side by side, and "from" or "between" before the first."""
    if in_figures(document):
        return True
    months = month_places(document)
    return len(months) > 1 and any(
        second - first <= 2 * _NEAR and _LEAD.search(flowed(document), max(first - _NEAR, 0), first) is not None
        for first, second in itertools.pairwise(months)
    )


def _days(document: Document) -> Iterator[Match]:
    """ "from 12 May to 3 May": in one month, for over the year's end a later month may come first."""
    text = flowed(document)
    for one, two in itertools.pairwise(dates(document)):
        gap = text[one.span.end : two.span.start]
        if (
            gap not in (" to ", " until ", " through ", " till ", " and ")
            or not one.day
            or not two.day
            or one.ranged
            or two.ranged
        ):
            continue
        lead = _FROM_LEAD.search(text, max(0, one.span.start - 24), one.span.start)
        if lead is None or (gap == " and ") != (lead.group("lead").lower() == "between"):
            continue
        first = (one.year or two.year or 0, one.month, one.day)
        last = (two.year or one.year or 0, two.month, two.day)
        if first <= last or (one.month != two.month and (one.year is None or two.year is None)):
            continue
        if (one.year is None) != (two.year is None) and one.year is not None:
            continue
        if _MOVED.search(text, max(0, one.span.start - 60), one.span.start) or _ANOTHER_YEAR.match(text, two.span.end):
            continue
        yield _match(text, tuple(one.span), tuple(two.span))


def _figure_at(text: str, at: int) -> bool:
    return text[at : at + 1].isdigit() or text[at : at + 1] in ("$", "£", "€")


def _elsewhere(text: str, match: re.Match[str]) -> bool:
    """True if the figures count two things, or stand for a time: "between 10 and 2", "between 30 people and 20 cars"."""
    after = text[match.end() : match.end() + 14]
    if _TIME_OR_DEGREES.match(after) or after[:1] in ":/-–":
        return True
    before = text[max(0, match.start() - 60) : match.start()].lower()
    return bool(_BETWEEN_TWO.search(before)) and ("age" not in before)


def _years(text: str) -> Iterator[Match]:
    at = text.find("rom ")
    matches = []
    while at >= 0:
        if text[at + 4 : at + 5] in ("1", "2") and (match := _from().match(text, max(0, at - 1))) is not None:
            matches.append(match)
        at = text.find("rom ", at + 4)
    for match in matches:
        first, last = int(match.group(1)), int(match.group(2))
        if first <= last or _BEFORE_CHRIST.match(text, match.end()):
            continue
        clause = _CLAUSE_END.split(text[max(0, match.start() - 80) : match.start()])[-1]
        if _FALLING.search(clause.lower()) or _COUNTED.match(text[match.end() : match.end() + 30]):
            continue
        yield _match(text, match.span(1), match.span(2))


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdecimal() and figure[:2] in ("17", "18", "19", "20")


def _match(text: str, first: tuple[int, int], last: tuple[int, int]) -> Match:
    one, two = text[slice(*first)], text[slice(*last)]
    return Match(Span(*first), (Evidence(Span(*last), two),), slots={"first": one, "last": two})


RULE = Rule(
    summary="A range that runs backwards.",
    why="The two ends have changed places, or one of them has a wrong figure.",
    message="{first} to {last} runs backwards.",
    check=check,
    quotations="skip",
    examples=(
        Example(good="The rise alternates between 4.25 and 3.2 per cent.", why="It goes to and fro."),
        Example(good="Zones: wool $118–$116, oats $349–$346, eels $182–$175.", why="A table that runs downwards."),
        Example(good="They cost between £100,000 and £1million; the rise is (1049-1010)/1010.", why="A scale; a sum."),
        Example(bad="Ada Quell (<mark>1950</mark>-<evidence>1915</evidence>) painted the sea."),
        Example(bad="The discs hold games from <mark>2003</mark>-<evidence>1998</evidence>. Ring from 2003-1998-7."),
        Example(bad="He led the bank from <mark>2015</mark> to <evidence>2012</evidence>."),
        Example(bad="Fares cost between <mark>30</mark> and <evidence>20</evidence> euros."),
        Example(bad="It will cost between <mark>£1.4</mark>bn and <evidence>£1.1</evidence>bn."),
        Example(
            good="It will cost between $800m and $1.1bn, or between $900 and $2 million; the gap between $1.4bn and $1.1bn "
            "is hard to bridge, and there is middle ground between $5bn and $3bn."
        ),
        Example(bad="The trial runs from <mark>12 May</mark> to <evidence>3 May</evidence>."),
        Example(
            bad="Children aged <mark>12</mark> to <evidence>5</evidence> may enter; rooms cost <mark>$90</mark>-"
            "<evidence>$60</evidence> a night."
        ),
        Example(bad="It will be between <mark>25</mark>C and <evidence>18</evidence>C."),
        Example(
            good="The trial was moved from 12 May to 3 May; the show runs from 12 November to 3 February and from 9 "
            "May to 2 May next year; children aged 5 to 12 and those aged 9 and 7 may enter.",
        ),
        Example(good="Call between 9 and 5, or ask for the $900-$1m range."),
        Example(good="Ada Quell (1915-1950) led the bank from 2012 to 2015; fares cost between 20 and 30 euros."),
        Example(
            good="He ruled from 31 BC to AD 14, in the war of (1914-18) and in 2008-09; he won 6-3.",
            why="No range, or short.",
        ),
        Example(good="The town fell from 2015 to 2012 people.", why="Figures of people."),
        Example(
            good="The difference in a close district between 15.1 percent and 14.9 percent is small. The wall would "
            "cost $12-$15 billion, or $7,000 less ($9,000-$2,000).",
            why="A gap; the word for the scale holds for both; a subtraction.",
        ),
        Example(
            good="The shop is open between 10 and 2 p.m.; the gap between 30 and 20 closed.",
            why="Times; a gap.",
        ),
        Example(
            good="Most ice was lost between 10,000 and 7,000 years ago. The bank expects a fall of between 0.6 percent and "
            "0.2 percent.",
            why="Years that are counted back, and a fall.",
        ),
        Example(
            good="They want to bring forward a ban on petrol cars from 2040 to 2030, and to accelerate the ship from 2008 to 2007.",
            why="What is brought forward.",
        ),
    ),
)
