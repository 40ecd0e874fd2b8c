"""A time that no clock shows: 17.30pm, 11:75 p.m.; or one of another part of the day: 2 p.m. in the morning."""

from __future__ import annotations

from copylint.annotate.clock import TOKENS, clock_times
from copylint.annotate.dates import WEEKDAYS
from copylint.annotate.words import flowed_folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = "|".join(WEEKDAYS).lower()
# The part of the day that is told behind a time, and no more: "2pm on Sunday morning", not "2pm, morning".
_PART = expression(
    rf"(?:(?: on)? (?:{_DAY}|yesterday|tomorrow|this)| (?:in|of) the)(?: \(?[a-z0-9]{{3,4}}\)?)? (?P<part>morning|afternoon|evening)"
    r"(?=[.,;:!?)”\"]|\s*\Z|\n|,? (?:and|but|when|as|after|before|at|in|on|near|outside|inside|by|to|for|from|with|the|police|while|if|until)\b)"
)
_RANGE = expression(r"(?:\b(?:to|and|until|till|through|or)|[-–—]) ?\Z")
_OTHER = {"morning": "p", "afternoon": "a", "evening": "a"}  # the half of the day that it cannot be in
_NOON = 12  # whose letters are mistaken for one another


# "09:31 (IST) Feb 16 PM Modi speaks"
_DATED = expression(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $")
_LENGTH = (" of ", " about ", " within ")  # "a resolution of 15 pm": picometres
_SIZES = frozenset(
    "atom atoms atomic picometre picometres picometer picometers nanometre nanometres nanometer nanometers".split()
)
_BAND = (" station", " radio", " and FM", " or FM", " broadcast")  # "58 AM stations"


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for time in clock_times(document):
        if document.text[max(0, time.span.start - 2) : time.span.start - 1].isdigit():
            continue  # the name of a file: "At 1128 27am"
        if document.text.startswith(_BAND, time.span.end):
            continue
        if _DATED.search(document.text, max(0, time.span.start - 12), time.span.start) is not None:
            continue
        if time.minute > 59:
            yield Match(time.span, slots={"told": "an hour has 60 minutes"})
        elif not 1 <= time.hour <= 12 and not _is_length(document, time.span):
            yield Match(time.span, slots={"told": "the hours of am and pm go from 1 to 12"})
        elif time.hour != _NOON:
            text = flowed_folded(document)
            behind = _PART.match(text, time.span.end)
            if (
                behind is not None
                and f"{_OTHER[behind.group('part')]}" in text[slice(*time.span)]
                and _RANGE.search(text, max(0, time.span.start - 9), time.span.start) is None
            ):
                half = "noon" if behind.group("part") == "morning" else "midnight"
                yield Match(time.span, slots={"told": f"what comes after {half} is not in the {behind.group('part')}"})


def _is_length(document: Document, span: Span) -> bool:
    """Whether "pm" may stand for picometres, in an article about what is as small."""
    text = document.text
    return (
        text.endswith(_LENGTH, 0, span.start)
        and text.endswith(" pm", *span)
        and not _SIZES.isdisjoint(token_set(document))
    )


RULE = Rule(
    summary="A time that no clock shows.",
    why="Either the clock has 24 hours or the letters tell the half of the day: '17.30pm' may be 5.30pm or 7.30pm.",
    message="'{match}' is no time: {told}.",
    check=check,
    gate=Gate(words=TOKENS),
    examples=(
        Example(
            bad="Doors open at <mark>17.30pm</mark>. It rang at <mark>11:75 p.m.</mark> and at <mark>14 am</mark>."
        ),
        Example(
            bad="It rang at about <mark>3 a.m.</mark> Sunday afternoon. Mass is at <mark>2pm</mark> in the morning. It closed at <mark>11 p.m.</mark> on Friday morning."
        ),
        Example(
            good="It rang at 3 a.m. Sunday, afternoon tea at 3pm. Mass is at 2 a.m. in the morning, and at 10pm Sunday; morning "
            "prayers are at 8am. It is shut from 7 p.m. to 2 a.m. Sunday evening, and opens at 12pm on Sunday morning. It rang at 4 a.m. Sunday "
            "morning and at 9 p.m. that morning’s news was read."
        ),
        Example(bad="The bus leaves at <mark>0.20am</mark>."),
        Example(good="Screenshot 2024 03 12 At 1128 27am", why="The name of a file."),
        Example(good="Doors open at 17.30, or 5.30pm; it rang at 11:57 p.m. and at 12 a.m. on M25. I am 14."),
        Example(
            good="In 2014 AM radio was dead. He rose at 5: 30 am. The 40 Amish and 16-20am sets cost £25 a month, or 32 a man."
        ),
        Example(good="09:31 (IST) Feb 16 PM Reed opens the mill.", why="A date, and the prime minister."),
        Example(good="They see an atom with a resolution of 15 pm.", why="Picometres."),
        Example(good="The network has 165 FM stations and 58 AM stations, and 90 AM and FM ones.", why="A band."),
    ),
)
