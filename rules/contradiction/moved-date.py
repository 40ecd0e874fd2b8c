"""What is brought forward to a later day, or put off to an earlier one."""

from __future__ import annotations

from copylint.annotate.clock import clock_times
from copylint.annotate.dates import DateMention, dates
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Which way an act moves a day. "Moved up" and "moved back" are said of both ways.
_WAYS = {
    "brought forward": -1,
    "bring forward": -1,
    "put back": 1,
    "pushed back": 1,
    "put off": 1,
    "postponed": 1,
    "delayed": 1,
}
_TO = r"(?: to| until| till)(?: the)?(?: new date of)?(?: (?:[A-Z][a-z]+day,?|about|around))? "
_NEW = expression(rf"(?: (?!to\b|from\b|until\b|by\b|and\b|but\b)[\w’'-]+){{0,6}}{_TO}\Z")
_FROM_TO = expression(rf"(?: (?:[a-z]+ )?[A-Z]?[\w’'-]*)?{_TO}\Z")
_OLD = expression(
    r"(?:\b(?:due|scheduled|planned|set|fixed|slated|meant|expected)\b[^.;]{0,40}?\b(?:on|for|at)|\bfrom)(?: the| [A-Z][a-z]+day,?)? \Z"
)
_ANOTHER_YEAR = expression(r"\b(?:next|following|last|(?:a|one) year|year later)\b")
_TWO_FIGURES = expression("[0-9][^0-9]+[0-9]")
_MOST_MINUTES = 360  # from 11pm to 1am is no way back
_REACH = 140  # code points on each side of the act in which the two days stand


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for phrase, way in _WAYS.items():
        if all(word in stand for word in phrase.split()):
            for at in occurrences(document, f" {phrase} ", text):
                act = Span(at + 1, at + 1 + len(phrase))
                sentence = sentence_at(document, at + 1)
                if sentence is not None:
                    yield from _judge(document, text, act, sentence, way)


def _judge(document: Document, text: str, act: Span, sentence: Span, way: int) -> Iterator[Match]:
    near = Span(max(sentence.start, act.start - _REACH), min(sentence.end, act.end + _REACH))
    if _TWO_FIGURES.search(text, *near) is None:
        return
    days = [one for one in dates(document) if near.start <= one.span.start < near.end]
    times = [one for one in clock_times(document) if near.start <= one.span.start < near.end]
    moved = _old_and_new(text, act, near, [(one.span, index) for index, one in enumerate(days)])
    if moved is not None:
        old, new = days[moved[0]], days[moved[1]]
        apart = _apart(old, new)
        if apart * way < 0 and _ANOTHER_YEAR.search(text, *near) is None:
            yield _match(text, act, old.span, new.span, apart)
        return
    moved = _old_and_new(text, act, near, [(one.span, index) for index, one in enumerate(times)])
    if moved is not None and not days:
        earlier, later = times[moved[0]], times[moved[1]]
        apart = later.minutes - earlier.minutes
        if 0 < -apart * way <= _MOST_MINUTES:
            yield _match(text, act, earlier.span, later.span, apart)


def _old_and_new(text: str, act: Span, near: Span, places: list[tuple[Span, int]]) -> tuple[int, int] | None:
    """Which of the places is where something was moved from, and which where to, if just two are told."""
    if len(places) != 2:
        return None
    (one, first), (two, second) = places
    if (
        one.start > act.end
        and text.endswith("from ", near.start, one.start)
        and _FROM_TO.fullmatch(text, one.end, two.start)
    ):
        return first, second
    if one.start > act.end and text.endswith("from ", one.end, two.start) and _NEW.fullmatch(text, act.end, one.start):
        return second, first
    if (
        one.end < act.start < two.start
        and _OLD.search(text, near.start, one.start)
        and _NEW.fullmatch(text, act.end, two.start)
    ):
        return first, second
    return None


def _apart(one: DateMention, other: DateMention) -> int:
    """Less than nothing where the second day comes first; nothing where that cannot be told, as for two months far apart
    without a year."""
    if not one.day or not other.day or (one.year is None) != (other.year is None):
        return 0
    if one.year is not None and other.year is not None:
        return (other.year - one.year) * 400 + (other.month - one.month) * 32 + other.day - one.day
    apart = (other.month - one.month) * 32 + other.day - one.day
    return apart if abs(apart) <= 2 * 32 else 0


def _match(text: str, act: Span, old: Span, new: Span, apart: int) -> Match:
    evidence = tuple(Evidence(span, text[slice(*span)]) for span in sorted((old, new)))
    told = f"{text[slice(*new)]} is {'later' if apart > 0 else 'earlier'} than {text[slice(*old)]}"
    return Match(act, evidence, slots={"told": told})


RULE = Rule(
    summary="What is brought forward to a later day or hour, or put off to an earlier one.",
    why="One of the two days is wrong, or the verb is: who wants to be there cannot tell which.",
    message="'{match}', but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(words=("postponed", "delayed"), pairs=tuple(phrase for phrase in _WAYS if " " in phrase)),
    examples=(
        Example(
            bad="The vote, due on <evidence>12 May</evidence>, has been <mark>brought forward</mark> to <evidence>19 May</evidence>. "
            "The trial was <mark>postponed</mark> from <evidence>9 June</evidence> to <evidence>6 June</evidence>."
        ),
        Example(bad="Kick-off was <mark>put back</mark> to <evidence>1pm</evidence> from <evidence>3pm</evidence>."),
        Example(
            good="The vote, due on 19 May, has been brought forward to 12 May. The trial was postponed from 9 June to 6 March. Kick-off "
            "was put back from 1pm to 3pm, and the show from 11pm to 1am."
            " The match was delayed to 12 May from 19 May last year. It was put back on 9 May to 2 May."
        ),
    ),
)
