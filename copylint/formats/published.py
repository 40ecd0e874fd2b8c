"""The day of publication, as pages and front matter tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copylint.expressions import expression

if TYPE_CHECKING:
    from datetime import date

_DAY = expression(r"\s*+(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")


def day(text: str) -> date | None:
    """The day of an ISO date or time, as written there (no time zone is applied), or None."""
    match = _DAY.match(text)
    if match is None:
        return None
    from datetime import date

    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
