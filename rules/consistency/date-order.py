"""6 February and February 6 in one article."""

from __future__ import annotations

from copylint.annotate.dates import dates, month_places
from copylint.annotate.words import flowed
from copylint.checks.consistency import Forms
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """form: the order that the house style writes."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "day before month", "month before day"] = ""


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec".split()
)
_DAY_ENDS = ("st", "nd", "rd", "th", "of")
_NAME_AND_FIGURE = expression(r"[A-Z][a-z]+[. ]{0,2}[0-9]")
_POSTED = expression(r"@\w{2,20}\)? $")
# The stamp of a post or a letter: "on Sep 1, 2020 at 3:57am PDT", "On Thu, Aug 31, 2006 at 11:23:23AM -0700".
_STAMPED = expression(r",? (?:at )?\d{1,2}:\d\d(?::\d\d| [+-]\d{4}| ?[AaPp]\.?[Mm]\.? (?:[A-Z]{3,4}\b|[+-]\d{4}))")
_HOLIDAY = "4th of july"  # named so where all other days stand behind their months
_ORDERS = {"dmy": "day before month", "mdy": "month before day"}


def find(document: Document, options: Options) -> Iterable[Observation]:
    for date in dates(document):
        order = _ORDERS.get(date.order)
        if order is None or date.ranged or not date.day:
            continue
        text = document.text
        if not text[date.month_span.start : date.month_span.end].removesuffix(".").isalpha():
            continue  # a figure
        if text[date.span.start : date.span.end].lower() == _HOLIDAY:
            continue
        block = document.block_at(date.span.start)
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        if _POSTED.search(text, max(0, date.span.start - 24), date.span.start):
            continue  # under a post: "— Ada Quill (@quill) October 7, 2023"
        if not text[block.span.start : date.span.start].strip(" *-•—–"):
            continue  # a block that a date begins is dated by it: a timeline, a byline
        written = (text[span.start : span.end] for span in (date.day_span, date.month_span, date.span))
        if _STAMPED.match(text, date.span.end) is not None:
            continue
        yield Observation("order", order, date.span, "\t".join(written))


def may_differ(document: Document) -> bool:
    """Whether some month stands before a figure and some month after one."""
    text = flowed(document)
    before = after = False
    for at in month_places(document):
        after = after or (at > 1 and (text[at - 2].isdigit() or text[at - 3 : at - 1] in _DAY_ENDS))
        before = before or _NAME_AND_FIGURE.match(text, at) is not None
    return before and after


def _written(observation: Observation, side: str) -> str | None:
    day, month, whole = observation.context.split("\t")
    year = whole[-4:] if whole[-4:].isdigit() else ""
    if whole in (f"{day} {month}", f"{day} {month} {year}", f"{day} {month}, {year}"):
        return f"{month} {day}, {year}" if year else f"{month} {day}"
    if whole in (f"{month} {day}", f"{month} {day}, {year}", f"{month} {day} {year}"):
        return f"{day} {month} {year}".rstrip()
    return None


RULE = Rule(
    summary="Dates are written with the day first here and with the month first there.",
    why="6 February and February 6 in one article make the reader stop, and in figures they mean two days. "
    "Dates that begin a block, as in a timeline, headlines, captions and tables are left alone.",
    message="'{match}' has the {minority} ({minority_count}), but the dates of this article have the {majority} "
    "({majority_count}{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    quotations="skip",
    fix="unsafe",
    gate=Gate(words=tuple(sorted(_MONTHS))),
    examples=(
        Example(
            bad="The vote is on <evidence>6 February</evidence> and the count on <evidence>7 "
            "February</evidence>. The council meets on <mark>February 9</mark>.",
            good="The vote is on 6 February and the count on 7 February. The council meets on 9 February.",
        ),
        Example(
            bad="She was born on <evidence>March 3, 1980</evidence>, in Cork, and died on <mark>4 May 2020</mark>.",
            good="She was born on March 3, 1980, in Cork, and died on May 4, 2020.",
        ),
        Example(
            bad="The vote is on <evidence>Feb. 6</evidence> and the count on <evidence>Sept. 7</evidence>, she said. "
            "The council meets on <mark>6 March</mark>.",
            good="The vote is on Feb. 6 and the count on Sept. 7, she said. The council meets on March 6.",
            why="A shortened month.",
        ),
        Example(good="The vote is on 6 February and the count on 7 February."),
        Example(good="February 9, 2020: the council meets.\n\nThe vote was on 6 February 2020, after a long night."),
        Example(
            good="The vote was on June 3 and the count on June 9; the 4th of July parade followed.", why="A holiday."
        ),
        Example(
            good="The rain is back. — Ada Quill (@quill) October 7, 2023 The count is on 7 May, she wrote.",
            why="A post.",
        ),
        Example(
            good="The post by Ada Quill on Sep 1, 2020 at 3:57am PDT was the first. On Mon, Aug 31, 2020 at 11:23:23 she"
            " wrote again. The count is on 7 May, she said.",
            why="Stamps of posts and letters.",
        ),
        Example(good="“We met on February 9,” he said. The vote is on 6 February."),
    ),
)
