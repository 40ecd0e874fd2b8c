"""A date and a weekday that do not meet: Thursday, 6 March 2020 was a Friday."""

from __future__ import annotations

from copylint.annotate.dates import (
    MONTHS,
    WEEKDAYS,
    DateMention,
    dates,
    day_number,
    days_in,
    in_figures,
    month_places,
    resolve,
    weekday,
)
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_WEEKDAY_WORDS = frozenset(name.lower() for name in WEEKDAYS) | frozenset(
    "mon tue tues wed thu thur thurs fri sat sun".split()
)
_FIRST_YEAR = 1800  # before it, calendars differed from land to land
_WEEKDAY = expression(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_BESIDE = 60  # code points: "Thursday evening, the 6th or the 7th day of March"
_NEAR = 130  # days from publication within which a date without a year is taken for the nearest
_WELL_BACK = 60  # days
_MOST = 50  # dates of one month that are held against one another: an article has fewer
_ANOTHER_YEAR = expression(
    r"\b(?:last|next|previous|following|same|other|first|second|earlier|later) year\b|\byears? (?:ago|later|earlier|"
    r"before|after|on|since|apart)\b|\b(?:anniversary|each year|every year|years?,)"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if token_set(document).isdisjoint(_WEEKDAY_WORDS) or not (_weekday_by_month(document) or in_figures(document)):
        return
    told: set[int] = set()
    for mention in dates(document):
        if mention.weekday is None or mention.weekday_span is None or mention.ranged:
            continue
        if mention.day > days_in(mention.month, mention.year):
            continue  # no such day: contradiction/impossible-date
        day = resolve(mention, document)
        if day is None or day[0] < _FIRST_YEAR:
            continue
        year, month, number = day
        right = weekday(year, month, number)
        if right == mention.weekday:
            continue
        if mention.year is None and (
            not _near_publication(document, day)
            or _other_year(document, mention, year)
            or _is_ahead(document, mention, day)
            or _right_in_another(document, mention, year)
        ):
            continue
        told.add(mention.span.start)
        yield _match(document, mention, day, right)
    yield from _beside_one_another(document, told)


def _beside_one_another(document: Document, told: set[int]) -> Iterator[Match]:
    """Days of one month, no year printed, that no year has on these weekdays: Saturday 9 May and Tuesday 10 May."""
    months: dict[int, list[DateMention]] = {}
    for mention in dates(document):
        if mention.weekday is not None and mention.year is None and not mention.ranged and mention.day:
            months.setdefault(mention.month, []).append(mention)
    apart = [
        found
        for found in months.values()
        if len({(one.weekday - one.day) % 7 for one in found[:_MOST] if one.weekday is not None}) > 1
    ]
    if len(apart) > 1:
        return  # in two months: a chronicle of several years
    for found in apart:
        del found[_MOST:]
        # Of each, the weekday on which the month would begin.
        firsts = [(mention.weekday - mention.day) % 7 for mention in found if mention.weekday is not None]
        if len(set(firsts)) < 2 or not told.isdisjoint(mention.span.start for mention in found):
            continue
        if any(_other_year(document, mention, 0) or _in_another_year(document, mention) for mention in found):
            continue
        first = max(dict.fromkeys(firsts), key=firsts.count)
        other = found[firsts.index(first)]
        for mention, its_first in zip(found, firsts, strict=True):
            if its_first != first and mention.day <= days_in(mention.month, None):
                yield _match_beside(document, mention, other)


def _match_beside(document: Document, mention: DateMention, other: DateMention) -> Match:
    """The match of a date that does not fit another: told in a year in which the other is right."""
    year = next(one for one in range(2001, 2029) if weekday(one, other.month, other.day) == other.weekday)
    match = _match(document, mention, (year, mention.month, mention.day), weekday(year, mention.month, mention.day))
    whole = flowed(document)[other.span.start : other.span.end]
    evidence = sorted((*match.evidence, Evidence(other.span, whole)), key=lambda one: one.place)
    date_text = f"{mention.day} {MONTHS[mention.month - 1]}, going by {whole},"
    return match._replace(evidence=tuple(evidence), slots={**(match.slots or {}), "date": date_text})


def _weekday_by_month(document: Document) -> bool:
    """Whether a weekday stands near the name of a month."""
    text = flowed(document)
    return any(_WEEKDAY.search(text, max(at - _BESIDE, 0), at + _BESIDE) for at in month_places(document))


def _near_publication(document: Document, day: tuple[int, int, int]) -> bool:
    published = document.meta.published
    if published is None:
        return False
    return abs(day_number(*day) - day_number(published.year, published.month, published.day)) <= _NEAR


def _is_ahead(document: Document, mention: DateMention, day: tuple[int, int, int]) -> bool:
    """True if a date that would lie well back falls on its weekday when it comes again: meetings and shows are told of
    most of a year ahead."""
    published = document.meta.published
    year, month, number = day
    if published is None or number > days_in(month, year + 1):
        return False
    back = day_number(published.year, published.month, published.day) - day_number(*day)
    return back > _WELL_BACK and weekday(year + 1, month, number) == mention.weekday


def _other_year(document: Document, mention: DateMention, year: int) -> bool:
    """True if the paragraph tells of another year, which the date may belong to."""
    found = _year().finditer(document.text, *_around(document, mention))
    return any(one.group() != str(year) for one in found)


def _right_in_another(document: Document, mention: DateMention, year: int) -> bool:
    """True if the article tells anywhere of another year, in which the date falls on its weekday: a chronicle, or what
    it looks back on."""
    text = document.text
    found = {int(one.group()) for _, one in zip(range(_MOST), _year().finditer(text), strict=False)}
    return any(
        weekday(other, mention.month, mention.day) == mention.weekday
        for other in sorted(found - {year})
        if mention.day <= days_in(mention.month, other)
    )


def _in_another_year(document: Document, mention: DateMention) -> bool:
    """True if the paragraph tells of another year in words: "a year later"."""
    return _ANOTHER_YEAR.search(flowed_folded(document), *_around(document, mention)) is not None


def _around(document: Document, mention: DateMention) -> tuple[int, int]:
    """The paragraph of a date, or what of it is near."""
    block = document.block_at(mention.span.start)
    span = block.span if block is not None else Span(0, len(document.text))
    return max(span.start, mention.span.start - 1500), min(span.end, mention.span.end + 1500)


@cache
def _year() -> re.Pattern[str]:
    return compiled(r"\b(?:18|19|20)[0-9]{2}\b")


def _match(document: Document, mention: DateMention, day: tuple[int, int, int], right: int) -> Match:
    assert mention.weekday is not None and mention.weekday_span is not None
    text = flowed(document)
    year, month, number = day
    printed = mention.weekday_span
    # Within half a week there is one day of that name.
    shift = (mention.weekday - right + 3) % 7 - 3
    other = _shifted(year, month, number, shift)
    name = WEEKDAYS[right]
    short = text[printed.start : printed.end].rstrip(".")
    whole = text[mention.span.start : mention.span.end]
    cut = printed.start - mention.span.start
    written = name if short in WEEKDAYS else name[:3] + ("." if text[printed.end - 1] == "." else "")
    day_fixed = whole[:cut] + written + whole[cut + printed.end - printed.start :]
    suggestions = [day_fixed]
    if other[1] == month and not mention.ordinal:
        start, end = mention.day_span.start - mention.span.start, mention.day_span.end - mention.span.start
        width = end - start if mention.order in ("iso", "figures") or whole[start] == "0" else 1
        suggestions.append(whole[:start] + str(other[2]).zfill(width) + whole[end:])
    evidence = [Evidence(printed, WEEKDAYS[mention.weekday])]
    rest = _rest(mention, text)
    evidence.append(Evidence(rest, f"a {name}"))
    evidence.sort(key=lambda one: one.place)
    date_text = f"{number} {MONTHS[month - 1]} {year}"
    by = "" if mention.year is not None else ", going by the date of publication,"
    return Match(
        mention.span,
        tuple(evidence),
        tuple(suggestions),
        slots={
            "date": date_text + by,
            "right": name,
            "weekday": WEEKDAYS[mention.weekday],
            "other": f"{other[2]} {MONTHS[other[1] - 1]}",
        },
    )


def _rest(mention: DateMention, text: str) -> Span:
    """The date without its weekday."""
    assert mention.weekday_span is not None
    if mention.weekday_span.start < mention.month_span.start:
        start = min(mention.day_span.start, mention.month_span.start)
        if mention.order in ("iso", "figures"):
            start = next(at for at in range(mention.weekday_span.end, start + 1) if text[at].isdigit())
        return Span(start, mention.span.end)
    before = text[mention.span.start : mention.weekday_span.start].removesuffix("a ").rstrip(" (,")
    return Span(mention.span.start, mention.span.start + len(before))


def _shifted(year: int, month: int, day: int, by: int) -> tuple[int, int, int]:
    day += by
    if day < 1:
        month -= 1
        if month < 1:
            year, month = year - 1, 12
        day += days_in(month, year)
    elif day > days_in(month, year):
        day -= days_in(month, year)
        month += 1
        if month > 12:
            year, month = year + 1, 1
    return year, month, day


RULE = Rule(
    summary="A date that did not fall on the weekday printed beside it.",
    why=(
        "One of the two is wrong, and a reader who wants to be there cannot tell which. A date without a year is only "
        "checked where the day of publication is known, or against others of its month."
    ),
    message="{date} is a {right}; {weekday} is {other}.",
    check=check,
    gate=Gate(words=tuple(sorted(_WEEKDAY_WORDS))),
    examples=(
        Example(
            bad="The court sits again on <mark><evidence>Thursday</evidence>, <evidence>6 March "
            "2020</evidence></mark>.",
        ),
        Example(
            bad="It opens on <mark><evidence>Monday</evidence>, <evidence>Feb. 4</evidence></mark>, the museum said.",
            why="Read from the day of publication.",
            published="2020-01-30",
        ),
        Example(
            bad="The vote is on <mark><evidence>May 5, 2021</evidence> (<evidence>Thursday</evidence></mark>).",
        ),
        Example(bad="They met on <mark><evidence>Thu</evidence> <evidence>6 Mar 2020</evidence></mark>."),
        Example(bad="The deadline is <mark><evidence>2020-03-06</evidence> (<evidence>Thursday</evidence></mark>)."),
        Example(bad="The deadline is <mark><evidence>Thursday</evidence> <evidence>2020-03-06</evidence></mark>."),
        Example(
            bad="They sit next <mark><evidence>Thursday</evidence>, <evidence>13 March</evidence></mark>.",
            published="2020-03-03",
        ),
        Example(
            bad="Doors open on <evidence>Saturday, 9 August</evidence>. The play ends on "
            "<mark><evidence>Tuesday</evidence>, <evidence>10 August</evidence></mark>.",
            why="In no year can both be right.",
        ),
        Example(
            good="Doors open on Saturday, 9 August. The play ends on Tuesday, 12 August. In 1998 it ended on Friday, 14 "
            "August."
        ),
        Example(
            good="He was seen on Sunday, June 9. Last year, on Friday, June 9, he was not. A year later, on Tuesday, June "
            "10, he came home.",
            why="Two years.",
        ),
        Example(good="The yearly meeting is on Thursday, 14 November.", why="Of next year.", published="2024-02-20"),
        Example(
            good="They sit next Thursday, 12 March, as they did last Thursday (27 February).", published="2020-03-03"
        ),
        Example(good="The court sits again on Friday, 6 March 2020."),
        Example(good="It opens on Tuesday, Feb. 4, the museum said.", published="2020-01-30"),
        Example(good="It opens on Monday, Feb. 4, the museum said.", why="The year is not known."),
        Example(good="The fair runs on Saturday and Sunday, May 2 and 3, 2020.", why="Two days."),
        Example(
            good="In 1979 the army marched in. On Monday, Feb. 4, the palace fell.",
            why="A date of another year.",
            published="2020-01-30",
        ),
        Example(
            good="---\ndate: 2024-08-16\n---\nThe riot of 1908 began in June.\n\nIt was over by Sunday, August 16.",
            format="markdown",
            why="The article tells of a year in which it is right.",
        ),
        Example(
            good="Troops in Baiji on Monday, October 19. Smoke on Monday, October 6. Streets of Kobani on Monday, November 3. "
            "Paris on Friday, November 13.",
            why="Captions of several years: in two months they do not meet.",
        ),
    ),
)
