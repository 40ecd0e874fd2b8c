"""The day of publication, as pages and front matter tell it."""

from __future__ import annotations

from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from datetime import date

META_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "dcterms.date",
)
_PUBLISHED_CLASSES = ("publish", "posted", "pubdate", "post-date", "entry-date", "article-date")
_JSON_DATE = expression(r"\"datePublished\"\s*+:\s*+\"([^\"]{10,40})\"")
_DAY = expression(r"\s*+(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
# "March 4, 2024", "Mon, 4 Mar 2024 10:00".
_WRITTEN_DAY = expression(
    r"\s*+(?:[A-Za-z]{3,9},?\s++)??(?:([A-Za-z]{3,9})\.?\s++(\d{1,2})(?:st|nd|rd|th)?,?\s++(\d{4})"
    r"|(\d{1,2})(?:st|nd|rd|th)?\s++([A-Za-z]{3,9})\.?,?\s++(\d{4}))(?!\d)"
)
# A line of its own at the head of an article: "Published on Monday, 23 November 2026, 10.30am GMT". Not "Updated".
_LABEL = expression(r"(?i:(?:(?:first )?(?:published|posted|issued|filed)(?: on| at)?|date)\b:? ?+)")
_TIME_OF_DAY = expression(r"(?:,? (?:at )?[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?[.]?\Z")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def day(text: str) -> date | None:
    """The day of a date in ISO form or English words, as written there (no time zone is applied), or None."""
    match = _DAY.match(text) or _WRITTEN_DAY.match(text)
    return None if match is None else _day_told(match)


def date_line(lines: Iterable[str]) -> date | None:
    """The day that the lines at the head of an article give where they hold nothing else, with or without a label and a
    time: "Monday, 23 November 2026". None where there is none, or two that differ."""
    days = set()
    for line in lines:
        label = _LABEL.match(line)
        start = label.end() if label is not None else 0
        match = _WRITTEN_DAY.match(line, start)
        first = line[start : start + 3].lower()  # not "From 23 November 2026"
        if (
            match is not None
            and (first[0].isdigit() or first in (*_MONTHS, *_WEEKDAYS))
            and _TIME_OF_DAY.match(line, match.end())
        ):
            days.add(_day_told(match))
    return days.pop() if len(days) == 1 else None


def _day_told(match: re.Match[str]) -> date | None:
    """The day of a match of either expression; None where there is no such day."""
    if match.re.groups == 3:
        year, month, number = int(match[1]), int(match[2]), int(match[3])
    else:
        name = (match[1] or match[5])[:3].lower()
        if name not in _MONTHS:
            return None
        year, month, number = int(match[3] or match[6]), _MONTHS.index(name) + 1, int(match[2] or match[4])
    from datetime import date

    try:
        return date(year, month, number)
    except ValueError:
        return None


class PageDates:
    """What a page of HTML tells of the day of its publication."""

    __slots__ = ("_time", "told")

    def __init__(self) -> None:
        self.told: dict[str, str] = {}
        self._time: str | None = None  # in the open block

    def time(self, attributes: dict[str, str]) -> None:
        """Heeds a `time` element."""
        when = attributes.get("datetime")
        if when:
            marks = f"{attributes.get('class', '')} {attributes.get('itemprop', '')}".lower()
            if "pubdate" in attributes or "datepublished" in marks or any(mark in marks for mark in _PUBLISHED_CLASSES):
                self.told.setdefault("marked", when)
            elif self._time is None:
                self._time = when

    def json(self, markup: str, start: int, end: int) -> None:
        """Heeds linked data."""
        if "json" not in self.told:
            found = _JSON_DATE.search(markup, start, end)
            if found:
                self.told["json"] = found[1]

    def keep_time(self) -> None:
        """The time of the open block may be that of the article."""
        if self._time:
            self.told.setdefault("time", self._time)

    def end_block(self) -> None:
        """Forgets the time of the open block."""
        self._time = None

    def published(self) -> date | None:
        """The day of publication, by the most trustworthy place that tells it."""
        for key in (*META_DATES, "json", "marked", "time"):
            found = day(self.told.get(key, ""))
            if found:
                return found
        return None
