"""The day of publication, as pages and front matter tell it."""

from __future__ import annotations

from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
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
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day(text: str) -> date | None:
    """The day of a date in ISO form or English words, as written there (no time zone is applied), or None."""
    match = _DAY.match(text)
    if match is not None:
        year, month, number = int(match[1]), int(match[2]), int(match[3])
    else:
        match = _WRITTEN_DAY.match(text)
        if match is None:
            return None
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
