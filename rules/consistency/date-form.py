"""Sept. 4 and September 20, or 3rd May and 9 June, in one article."""

from __future__ import annotations

from copylint.annotate.dates import dates
from copylint.annotate.forms import VERBATIM, standing
from copylint.annotate.words import token_set
from copylint.checks.consistency import Forms
from copylint.document import Block, Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from copylint.annotate.dates import DateMention

_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
# What is shortened before a day, where styles shorten the long names and no others.
_LONG = {"january": "Jan.", "february": "Feb.", "august": "Aug.", "september": "Sept.", "october": "Oct."} | {
    "november": "Nov.",
    "december": "Dec.",
}
_FULL = {
    month[:3].lower(): month
    for month in "January February March April June July August September October November December".split()
}
_ORDINALS = (
    "1st",
    "2nd",
    "3rd",
    "21st",
    "22nd",
    "23rd",
    "31st",
    *(f"{day}th" for day in (*range(4, 21), *range(24, 31))),
)
_SHORT_SET, _LONG_SET, _ORDINAL_SET = frozenset(_SHORT), frozenset(_LONG), frozenset(_ORDINALS)
# Days that are called so: the events of September 11th, July 4th, Christmas.
_NAMED = frozenset(((9, 11), (7, 4), (12, 25), (1, 6), (5, 1), (11, 5), (1, 1), (12, 31), (10, 7)))
_STAMPED = expression(r",? (?:at )?\d{1,2}[:.]\d\d")
_APART = expression(r"\s*(?:st|nd|rd|th)\b")
_BRACKETS = ("(", "[")
_DATELINE = 60  # code points
_SHORTEST = 60


class Options(NamedTuple):
    """form: empty, as styles set no form of a month and a day at once."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal[""] = ""


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = document.text
    for date in dates(document):
        start, end = date.span
        month = text[date.month_span.start : date.month_span.end]
        if not date.day or date.ranged or not month.removesuffix(".").isalpha():
            continue
        block = document.block_at(start)
        if block is None or not _is_running(text, block, date.span) or _STAMPED.match(text, end) is not None:
            continue
        name = month.removesuffix(".").lower()
        if (date.month, date.day) in _NAMED or standing(document, date.span) == VERBATIM:
            continue
        if name in _LONG or name in _SHORT:
            form = "in full" if name in _LONG else "shortened"
            yield Observation("month", form, date.month_span, month)
        if not _is_spoken(text, date) and (date.ordinal or _APART.match(text, date.day_span.end) is None):
            family = "day" if date.year is None else "day before a year"  # where some styles have no ending
            day = text[date.day_span.start : date.day_span.end]
            span = Span(date.day_span.start, date.day_span.end + 2 * date.ordinal)
            yield Observation(family, "with its ending" if date.ordinal else "as a figure alone", span, day)


def may_differ(document: Document) -> bool:
    """Whether some month is shortened and a long one is not, or some day has an ending."""
    said = token_set(document)
    return not _ORDINAL_SET.isdisjoint(said) or not (_SHORT_SET.isdisjoint(said) or _LONG_SET.isdisjoint(said))


def _is_running(text: str, block: Block, span: Span) -> bool:
    """Whether a date stands in a sentence of running text, and no dateline, byline, note in brackets or list has it."""
    first, last = block.span
    if block.kind not in ("paragraph", "quote", "item") or (last - first < _SHORTEST and text[last - 1] != "."):
        return False
    before = text[first : span.start]
    if not before.strip(" *-•—–([") or before.rstrip().endswith(_BRACKETS):
        return False
    return len(before) > _DATELINE or not before.split()[0].strip(",").isupper()


def _is_spoken(text: str, date: DateMention) -> bool:
    """Whether "the" or "of" stands by the day, as it is said: the 3rd of May, May the 3rd."""
    before = text[max(0, date.day_span.start - 4) : date.day_span.start]
    between = text[date.day_span.end : date.month_span.start] if date.order == "dmy" else ""
    return before == "the " or " of " in between


def _written(observation: Observation, side: str) -> str | None:
    if observation.family != "month":
        return observation.context if side == "as a figure alone" else None
    name = observation.context.removesuffix(".").lower()
    return _FULL[name[:3]] if side == "in full" else _LONG.get(name)


RULE = Rule(
    summary="The months or the days of dates are written in two ways: Sept. 4, September 20; 3rd May, 9 June.",
    why="An article writes its dates one way: Sept. 4 or September 4, June 9 or June 9th. Only dates with a day in running"
    " text are judged: months alone stand in full in most styles, and so do March to July.",
    message="'{match}' is written {minority} ({minority_count}), but dates like it are written {majority} ({majority_count}"
    "{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    severity="suggestion",
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=(*_SHORT, *_ORDINALS)),
    examples=(
        Example(
            bad="The lease of the old quay began on <evidence>Sept.</evidence> 4 and ended on <evidence>Nov.</evidence> 9, the"
            " clerk of the harbour board said. It was let again on <mark>December</mark> 3.",
            good="The lease of the old quay began on Sept. 4 and ended on Nov. 9, the clerk of the harbour board said. It was"
            " let again on Dec. 3.",
        ),
        Example(
            bad="The pumps of the old quay are to be shut off on <evidence>12</evidence> May and sold on <evidence>9</evidence>"
            " June. The sale of the boats is set for the town hall on <mark>3rd</mark> July.",
            good="The pumps of the old quay are to be shut off on 12 May and sold on 9 June. The sale of the boats is set for"
            " the town hall on 3 July.",
        ),
        Example(
            good="The lease of the old quay began on Sept. 4 and ended on March 9, the clerk of the harbour board said. She"
            " has held the post since September 2003.",
            why="A month that no style shortens, and one alone.",
        ),
        Example(
            good="AYR, Sept 4 - The lease of the old quay ended on a day of heavy rain, the clerk of the board said.\n\nIt"
            " will be let again on November 9, when the new board meets in the town hall to hear what is offered for it.",
            why="A dateline.",
        ),
        Example(
            good="The pumps of the old quay are to be shut off on 12 May, after the parade of the 3rd of May and the talk on"
            " September 11th, and sold on 9 June to a firm in the next town.",
            why="As it is said, and a day with a name.",
        ),
        Example(
            good="The pumps of the old quay are to be shut off on May 12th and sold in the summer. They were bought on June 9,"
            " 1990, from a firm in the next town, the clerk said.",
            why="A day before a year has no ending in some styles.",
        ),
        Example(
            good="The picture of the old quay that Ada Quill sent on Sep 1, 2020 at 3:57am has been seen by all of us in the"
            " town, and on October 9 it is to hang in the hall.",
            why="The stamp of a post.",
        ),
    ),
)
