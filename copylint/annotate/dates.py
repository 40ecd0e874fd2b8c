"""Dates: weekday, day, month and year as printed, and the day they mean.

A date without a year means one only relative to `Document.meta.published`; nothing is ever taken from today.
"""

from __future__ import annotations

from copylint.annotate.words import flowed, marks, shape, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH_STEMS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_MONTH_WORDS = frozenset(month.lower() for month in MONTHS) | frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_FIGURE_NEAR = expression(r"[0-9]")
_WEEKDAY_STEMS = frozenset(name[:3] for name in WEEKDAYS)
_BETWEEN = frozenset("of the day morning afternoon evening night".split())  # a day, or a weekday, and the month
_YEAR = expression(r",? (?:in )?(?P<year>\d{4})(?![\d,]\d|\d|[-–]?year)\b")
_TRAILING = expression(rf",? (?:\(|a )(?:on )?(?P<weekday>\b{_WEEKDAY})")
_LEADING = expression(rf"\b(?P<weekday>{_WEEKDAY})(?: (?:morning|afternoon|evening|night))?,? \(?$")
_SLASHED = expression(r"([0-9]{1,2})/([0-9]{1,2})/((?:19|20)[0-9]{2})(?![\w/]|-\d)")
_ISO_SHAPE, _SLASHED_SHAPE = "0000-00-00", "0/0000"
_ISO = expression(r"([12][0-9]{3})-([01][0-9])-([0-3][0-9])(?![\w/]|-\d)")
_NEXT_WORD = expression(r" ?(\w+)")
# What follows a whole date, and no figure that counts things.
_CONTINUES = frozenset(
    "at in on to and when after before for from by with the a an that which as but or if was is were will would has "
    "had said until through while because since until he she it they we against over via during".split()
)


class DateMention(NamedTuple):
    """A printed date.

    span: all of it, with weekday and year. day_span, month_span: the parts; day_span is the figure without "th".
    day: 0 where only month and year stand there. weekday: 0 is Monday, None where there is none. year: None where none
    is printed. order: "dmy", "mdy", "iso" or "figures" (31/06/2020). ordinal: the day is written 6th. ranged: one of
    several days ("3-4 May", "Saturday and Sunday, May 3 and 4"), so that weekday and day may belong to different ones.
    """

    span: Span
    day_span: Span
    month_span: Span
    day: int
    month: int
    year: int | None
    weekday: int | None
    weekday_span: Span | None
    order: str
    ordinal: bool = False
    ranged: bool = False


def days_in(month: int, year: int | None) -> int:
    """The days of a month; of February in an unknown year, 29."""
    if month == 2 and (year is None or leap(year)):
        return 29
    return _DAYS[month - 1]


def leap(year: int) -> bool:
    """Whether a year of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1 March of year 0 in the Gregorian calendar: dates are compared and weekdays found by it."""
    if month < 3:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 1


def weekday(year: int, month: int, day: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (day_number(year, month, day) + 2) % 7


@cache
def _month() -> re.Pattern[str]:
    # It begins with letters, not with a boundary, so that the search skips to them.
    return compiled(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    )


@cache
def _before() -> re.Pattern[str]:
    # "Thursday, 6 " or "Thursday the 6th of ", or only "Thursday, " (then month and day follow).
    return compiled(
        rf"(?:(?P<other>{_WEEKDAY}(?: and|,? to| or| through| until|,| ?[-–/&]) ?)?(?P<weekday>\b{_WEEKDAY})"
        r"(?: (?:morning|afternoon|evening|night))?,?[ ]\(?(?:the )?)?(?:(?P<range>\d{1,2}(?:st|nd|rd|"
        r"th)?(?: ?[-–/] ?| and | to | or ))?"
        r"(?<![\w.,:/$£€-])(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?(?: day)?(?: of)?[ ])?$"
    )


@cache
def _after() -> re.Pattern[str]:
    return compiled(
        r"[ ](?:the )?(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?(?![\w:%]|[.,]\d)"
        r"(?P<range>(?: ?[-–/]| and| or| to) ?\d{1,2}(?:st|nd|rd|th)?\b(?!\d))?"
    )


@reading
def month_places(document: Document) -> tuple[int, ...]:
    """The offsets in the flowed text where names of months stand, in order. Most rules can tell by what stands beside
    them that there is no date for them, and leave `dates` unread."""
    text = flowed(document)
    found: set[int] = set()
    for word in token_set(document) & _MONTH_WORDS:
        name = word.capitalize()
        at = text.find(name)
        while at >= 0:
            if _month().match(text, at) is not None:
                found.add(at)
            at = text.find(name, at + 3)
    return tuple(sorted(found))


@reading
def in_figures(document: Document) -> bool:
    """Whether a date may be written in figures alone: 2020-03-06, 31/06/2020."""
    signs = marks(document)
    return ("-" in signs and _ISO_SHAPE in shape(document)) or ("/" in signs and _SLASHED_SHAPE in shape(document))


@reading
def dates(document: Document) -> tuple[DateMention, ...]:
    """The dates that have a month by name, and those in figures that can be read in one way only, in text order."""
    found: list[DateMention] = []
    text = flowed(document)
    taken = 0
    for at in month_places(document):
        match = _month().match(text, at)
        if match is not None and _FIGURE_NEAR.search(text, max(0, at - 10), match.end() + 7) is not None:
            mention = _read(text, match, taken)
            if mention is not None:
                taken = mention.span.end
                found.append(mention)
    if _ISO_SHAPE in shape(document):
        for match in _ISO.finditer(text):
            mention = _numeric(text, match, (1, 2, 3))
            if mention is not None:
                found.append(mention)
    if _SLASHED_SHAPE in shape(document):
        for match in _SLASHED.finditer(text):
            # 31/06/2020 can only be day first, 06/31/2020 only month first; of 05/06/2020 nobody can tell.
            first, second = int(match.group(1)), int(match.group(2))
            if first > 12 >= second or first <= 12 < second:
                groups = (3, 2, 1) if first > 12 else (3, 1, 2)
                mention = _numeric(text, match, groups)
                if mention is not None:
                    found.append(mention)
    found.sort()
    return tuple(found)


def _numeric(text: str, match: re.Match[str], groups: tuple[int, int, int]) -> DateMention | None:
    """A date in figures, with a weekday beside it: "2020-03-06 (Friday)". groups: those of year, month and day."""
    year, month, day = (int(match.group(group)) for group in groups)
    start, end = match.span()
    if (start and (text[start - 1].isalnum() or text[start - 1] in "-/_.")) or not (
        1 <= month <= 12 and 1 <= day <= 31
    ):
        return None
    beside = _TRAILING.match(text, end)
    if beside is not None:
        end = beside.end()
    else:
        beside = _LEADING.search(text, max(0, start - 28), start)
        if beside is not None:
            start = beside.start("weekday")
    index, place = None, None
    if beside is not None:
        place = Span(*beside.span("weekday"))
        index = _weekday_index(beside.group("weekday"))
    order = "iso" if groups[0] == 1 else "figures"
    return DateMention(
        Span(start, end),
        Span(*match.span(groups[2])),
        Span(*match.span(groups[1])),
        day,
        month,
        year,
        index,
        place,
        order,
    )


def _weekday_index(printed: str) -> int:
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(printed[:3]))


def _read(text: str, match: re.Match[str], taken: int) -> DateMention | None:
    """The date of a month's name. taken: where the date before it ends."""
    month = _MONTH_STEMS.index(match.group()[:3]) + 1
    start, end = match.span()
    if start and text[start - 1].isalnum():
        return None
    if text[end - 1] == "." and match.group()[:-1] in MONTHS:
        end -= 1  # "in June.": the stop is the sentence's
    name = Span(start, end)
    floor = max(taken, start - 60)
    near = text[max(floor, start - 14) : start].replace("(", " ").split()
    last = near[-1] if near else ""
    before = _standing_before(text, floor, start, last)
    day = before if before is not None and before["day"] else None
    order = "mdy" if day is None else "dmy"
    if day is None:
        day = _after().match(text, end)
        if day is not None:
            end = day.end()
    year, end = _year_at(text, end)
    if day is None:
        return (
            None
            if year is None
            else DateMention(Span(start, end), Span(start, start), name, 0, month, year, None, None, order)
        )
    number = int(day["day"])
    if number == 0 or number > 39:
        return None
    ordinal = bool(day["th"])
    has_weekday = before is not None and bool(before["weekday"])
    if order == "mdy" and year is None and not has_weekday and last.lower() != "on" and not _closes(text, end, ordinal):
        return None  # "In June 31 people": the figure may count what follows
    place = None
    if before is not None and has_weekday:
        place = Span(*before.span("weekday"))
    elif (trailing := _TRAILING.match(text, end)) is not None:
        place = Span(*trailing.span("weekday"))
        end = trailing.end()
    if order == "dmy":
        start = day.start("day")
    index = None
    if place is not None:
        start = min(start, place.start)
        index = _weekday_index(text[place.start : place.end])
    ranged = bool(day["range"]) or (before is not None and bool(before["other"]))
    return DateMention(
        Span(start, end), Span(*day.span("day")), name, number, month, year, index, place, order, ordinal, ranged
    )


def _standing_before(text: str, floor: int, start: int, last: str) -> re.Match[str] | None:
    """The weekday or the day before a month's name. last: the word before it, which tells whether there can be one: the
    expression is slow to fail."""
    if last[:1].isdigit() or last[:3] in _WEEKDAY_STEMS or last.rstrip(",") in _BETWEEN:
        return _before().search(text, floor, start)
    return None


def _year_at(text: str, at: int) -> tuple[int | None, int]:
    """The year that stands at a place, None for none, and where it ends."""
    match = _YEAR.match(text, at)
    if match is None or not 1000 <= int(match["year"]) <= 2200:
        return None, at
    return int(match["year"]), match.end()


def _closes(text: str, end: int, ordinal: bool) -> bool:
    """Whether a date without a year or a weekday ends here, and its figure counts nothing."""
    if ordinal or end >= len(text) or text[end] in ".,;:)\n!?’'”\"—–":
        return True
    word = _NEXT_WORD.match(text, end, end + 20)
    return word is not None and word.group(1).lower() in _CONTINUES


def resolve(mention: DateMention, document: Document) -> tuple[int, int, int] | None:
    """The day that a mention means as (year, month, day): by its year, or by the year that is nearest to publication.

    None where there is no day, no such day, or the year cannot be known.
    """
    year = mention.year
    if not mention.day:
        return None
    if year is None:
        published = document.meta.published
        if published is None:
            return None
        near = day_number(published.year, published.month, published.day)
        years = [
            candidate
            for candidate in (published.year - 1, published.year, published.year + 1)
            if mention.day <= days_in(mention.month, candidate)
        ]
        if not years:
            return None
        year = min(years, key=lambda candidate: abs(day_number(candidate, mention.month, mention.day) - near))
    if mention.day > days_in(mention.month, year):
        return None
    return year, mention.month, mention.day
