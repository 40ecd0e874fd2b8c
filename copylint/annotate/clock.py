"""Clock times of the twelve-hour clock: 9am, 9.30 p.m., noon, midnight. Nothing is judged here."""

from __future__ import annotations

from copylint.annotate.word_places import occurrences, where_any
from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_TWO_FIGURES = (*map(str, range(10)), *(f"{tens}{ones}" for tens in range(10) for ones in range(10)))
# The tokens that a time ends with: 9 am, the end of 9 a.m., and 9am and 9.30am.
TOKENS = (*("am", "pm", "m"), *(f"{figures}{half}" for figures in _TWO_FIGURES for half in ("am", "pm")))
_TIME = expression(
    r"(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?[ \u00a0]?(?P<half>[ap])(?:m(?![\w.]*\w)|\.m\b\.?)"
)
_NAMED = {"noon": 12 * 60, "midnight": 0}
_BEFORE = 7  # code points before the letters in which a time begins
_INSIDE = frozenset("0123456789:,/-–$£€")  # what stands before a figure that begins no time
_SPLIT = expression(r"[0-9](?:\.|[.:] )\Z")  # "11: 45 am"


class ClockTime(NamedTuple):
    """A time as printed. hour, minute: its figures. minutes: since midnight."""

    span: Span
    hour: int
    minute: int
    minutes: int


@reading
def clock_times(document: Document) -> tuple[ClockTime, ...]:
    """The times that tell their half of the day, in text order; those among them that no clock shows too."""
    text = flowed_folded(document)
    stand = token_set(document)
    found = []
    for token in stand.intersection(TOKENS):
        ending = ".m" if token == "m" else token  # the m of "I'm" is the most frequent of them
        for at in occurrences(document, ending):
            for match in _TIME.finditer(text, max(0, at - _BEFORE), at + len(ending) + 1):
                if match.end() > at and not _is_part(text, match.start()):
                    found.append(_time(match))
    if found:
        for start, word in where_any(document, stand.intersection(_NAMED), 0, len(text)):
            found.append(ClockTime(Span(start, start + len(word)), 12, 0, _NAMED[word]))
    return tuple(sorted(set(found)))


def _time(match: re.Match[str]) -> ClockTime:
    hour, minute = int(match.group("hour")), int(match.group("minute") or 0)
    half = 12 if match.group("half") == "p" else 0
    return ClockTime(Span(*match.span()), hour, minute, (hour % 12 + half) * 60 + minute)


def _is_part(text: str, start: int) -> bool:
    """Whether the figure that begins at a place is part of a longer number or of a word."""
    before = text[start - 1] if start else " "
    return before in _INSIDE or before.isalpha() or _SPLIT.search(text, max(0, start - 3), start) is not None
