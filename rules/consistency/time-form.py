"""9am, 9 am and 9 a.m., or 9.30am and 9:30am, in one article."""

from __future__ import annotations

from copylint.annotate.words import token_set
from copylint.checks.consistency import Forms
from copylint.document import Document, Span
from copylint.expressions import compiled, expression, in_order
from copylint.memo import cache
from copylint.rule import Example, Gate, Observation, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from typing import Literal


class Options(NamedTuple):
    """form: how the house style writes the two letters after the figure, as if it were nine in the morning."""

    mode: Literal["consistent", "style"] = "consistent"
    form: Literal["", "9am", "9 am", "9 a.m.", "9a.m.", "9 AM", "9AM"] = ""


_SPACED = frozenset(("am", "pm"))
_TWO_FIGURES = (*map(str, range(10)), *(f"{tens}{ones}" for tens in range(10) for ones in range(10)))
# The stamp of a page, on a line of its own: "Monday, 3 March 2014, 4:04 pm".
_STAMP = expression(r"(?:^|\n)[\w ,.]{6,40}\b(?:19|20)\d\d,? [\d:.]+$")
_NAMED = expression(
    r" (?!(?:[A-Z]{2,4}|Eastern|Central|Mountain|Pacific|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    r"Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]"
)
_LONGEST = 60  # code points
_CAPITALS = expression(r"M(?:(?<=\d[AP]M)|(?<=\d [AP]M))(?!\w)")


@cache
def _hours() -> re.Pattern[str]:
    return compiled(r"[AaPp](?:\.[Mm]\.|[Mm](?!\w))")


def find(document: Document, options: Options) -> Iterable[Observation]:
    text = document.text
    for found in _hours().finditer(text):
        start, end = found.span()
        spaced = text[start - 1 : start] in (" ", "\xa0")
        start -= spaced
        if not text[start - 1 : start].isdigit() or (start > 2 and text[start - 3 : start].isdigit()):
            continue  # "0900AM" is a form of its own
        if not spaced and found.group()[-1] == "M" and _NAMED.match(text, end) is not None:
            continue  # "5AM Ventures"
        block = document.block_at(start)
        if block is None or block.kind in ("heading", "headline", "caption", "cell"):
            continue
        letters = found.group()
        if letters == letters.upper() and text[text.rfind("\n", 0, start) + 1 : end].isupper():
            continue  # "PRESS CONFERENCE 2 PM": a line in capitals
        pointed = "." in letters
        name = f"9{' ' if spaced else ''}{'a.m.' if pointed else 'am' if letters[-1] == 'm' else 'AM'}"
        ends_line = text[end : end + 1] in ("", "\n")
        if ends_line and not pointed and _STAMP.search(text, max(0, start - _LONGEST), start):
            continue
        hour = start - 1
        while text[hour - 1 : hour].isdigit() or (
            text[hour - 1 : hour] in (":", ".") and text[hour - 2 : hour - 1].isdigit()
        ):
            hour -= 1
        yield Observation("hour", name, Span(hour, end), f"{text[hour:start]}\t{letters}")
        if not options.form and start - hour > 3 and text[start - 3] in ".:":
            written = text[hour:start]
            yield Observation("minute", f"9{text[start - 3]}30", Span(hour, start), written)


def may_differ(document: Document) -> bool:
    text = document.text
    if all(minutes.search(text) is not None for minutes in _minutes()):
        return True
    # Without these, all are written like 9am.
    if (
        ".m." not in text
        and ".M." not in text
        and _SPACED.isdisjoint(token_set(document))
        and not (("AM" in text or "PM" in text) and _CAPITALS.search(text) is not None)
    ):
        return False
    forms = set()
    for letters in in_order(text, _letters()):
        end = letters.end()
        start = end - (4 if text[end - 1] == "." else 2)
        start -= text[start - 1] == " "
        if text[start - 1].isdecimal():
            forms.add(text[start:end].replace("p", "a").replace("P", "A"))
    return len(forms) > 1


@cache
def _minutes() -> list[re.Pattern[str]]:
    """Where the minutes of a time stand behind a stop, and where behind a colon."""
    return [compiled(rf"{mark}(?<=\d{mark})\d\d[ \xa0]?[AaPp]\.?[Mm]") for mark in (r"\.", ":")]


@cache
def _letters() -> list[re.Pattern[str]]:
    """Where the letters behind an hour may end: from one m to the next, as there are far more figures and other
    letters."""
    return [compiled(rf"{m}(?:\.(?<=[\d ][AaPp]\.{m}\.)|(?<=[\d ][AaPp]{m})(?!\w))") for m in "mM"]


def _written(observation: Observation, side: str) -> str:
    if observation.family == "minute":
        return observation.context.replace(*(".:" if ":" in side else ":."))
    figure, letters = observation.context.split("\t")
    letter = letters[0].lower()
    return figure + side[1:].replace("a", letter).replace("A", letter.upper())


RULE = Rule(
    summary="Times of day are written in two ways: 9am, 9 a.m.; 9.30am, 9:30am.",
    why="An article writes all of its times one way. Headings and tables are left alone.",
    message="'{match}' is written like '{minority}' ({minority_count}), but the times of this article like '{majority}' "
    "({majority_count}{tie}){cure}.",
    check=Forms(find, _written, may_differ),
    options=Options(),
    severity="suggestion",
    fix="unsafe",
    # As tokens: 9 am, the end of 9 a.m., and 9am and 9.30am, which may stand beside 9AM.
    gate=Gate(
        words=(
            *("am", "pm", "m"),
            *(f"{figures}{hour}" for figures in _TWO_FIGURES for hour in ("am", "pm")),
        )
    ),
    examples=(
        Example(
            good="The bar shuts at 6 am. Its owner is 5AM Ventures, and its rival 9AM Foods.", why="Names of firms."
        ),
        Example(
            good="Monday, 3 March 2014, 4:04 pm\nPress release: Lorne College\n\nThe talk begins at 6pm on 4 March.",
            why="The stamp of a page.",
        ),
        Example(good="The log says 0900AM for the first watch. The bar shuts at 6 p.m. on Sundays."),
        Example(
            bad="Doors open at <evidence>9am</evidence> and close at <evidence>5pm</evidence>. The bar "
            "shuts at <mark>6 p.m.</mark> on Sundays.",
            good="Doors open at 9am and close at 5pm. The bar shuts at 6pm on Sundays.",
        ),
        Example(
            bad=(
                "It began at <evidence>7:30 a.m.</evidence> on Monday and ended at <mark>8:15 am</mark>, "
                "the police said."
            ),
            good="It began at 7:30 a.m. on Monday and ended at 8:15 a.m., the police said.",
        ),
        Example(
            bad="Doors open at <evidence>9.30</evidence>am and close at <evidence>5.15</evidence>pm. The bar shuts at"
            " <mark>6:45</mark>pm on Sundays.",
            good="Doors open at 9.30am and close at 5.15pm. The bar shuts at 6.45pm on Sundays.",
        ),
        Example(good="Doors open at 9.30am. The ratio is 1:15, and the odds were 10:45 or so.", why="No times."),
        Example(good="Doors open at 9am and close at 5pm. I am 9."),
        Example(good="The train left at 17.30 and the last one at 5 in the morning."),
        Example(
            good="CROSS-PARTY BRIEFING AT 10.30AM\n\nIt began at 10am and ended at 11am.",
            why="A line in capitals.",
        ),
    ),
)
