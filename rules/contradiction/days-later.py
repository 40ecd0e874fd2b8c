"""A weekday, or a date, and how many days it lies from another: held on Friday and freed two days later, on Monday."""

from __future__ import annotations

from copylint.annotate.dates import WEEKDAYS, DateMention, dates, day_number
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_PHRASES = (
    ("later", " days later"), ("later", " day later"), ("earlier", " days earlier"), ("earlier", " day earlier"),
    ("next", "he next day"), ("following", "he following day"),
)  # fmt: skip
_BEHIND = expression(rf",? (?:on )?(?P<day>{_WEEKDAY})\b(?!['’]s\b|,? [0-9A-Z])")
_BEFORE = expression(rf"(?:on|On|until|since|by|of) (?P<day>{_WEEKDAY})\b")
_OTHER_TIME = expression(
    rf"\b(?:{_WEEKDAY}|yesterday|today|tomorrow|weeks?|months?|years?|last|next (?!day)|days? (?:after|before)|"
    r"each|every|another|[Ww]eekend|Easter|Christmas)\b"
)
_ON_DATE = (" ", " on ", ", on ", ", ", " by ")
_A_FIGURE = expression("[0-9]")
_DATE_AHEAD = 24  # code points behind "days later" in which the figure of a date stands
_ANY_YEAR = 2023
_BACK = 140  # code points in which the other weekday stands
_NUMBER = 16  # code points before "days" in which their number begins


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for word, phrase in _PHRASES:
        for at in occurrences(document, phrase) if word in stand else ():
            behind = _BEHIND.match(text, at + len(phrase))
            if behind is None:
                yield from _dated(document, text, word, Span(at, at + len(phrase)))
                continue
            number = _number(document, at, word)
            low = max(text.rfind("\n", 0, at) + 1, at - _BACK)
            before = list(_BEFORE.finditer(text, low, at)) if number else []
            if not before or number is None or _OTHER_TIME.search(text, before[-1].end(), at):
                continue
            first, second = before[-1].group("day"), behind.group("day")
            right = (WEEKDAYS.index(first) + number) % 7
            if WEEKDAYS[right] != second:
                place = Span(*behind.span("day"))
                said = f"{phrase.strip() if abs(number) == 1 else f'{abs(number)} days {word}'}".replace("he ", "the ")
                yield Match(
                    place,
                    (Evidence(Span(*before[-1].span("day")), first),),
                    slots={"told": f"{said} from {first} is {WEEKDAYS[right]}, not {second}"},
                )


def _dated(document: Document, text: str, word: str, phrase: Span) -> Iterable[Match]:
    """ "opened on 3 June and shut eight days later, on 10 June"."""
    if word not in ("later", "earlier") or not _A_FIGURE.search(text, phrase.end, phrase.end + _DATE_AHEAD):
        return
    told = dates(document)
    index = next((index for index, one in enumerate(told) if one.span.start >= phrase.end), 0)
    number = _number(document, phrase.start, word) if index else None
    if number is None or text[phrase.end : told[index].span.start] not in _ON_DATE:
        return
    first, second = told[index - 1], told[index]
    sentence = sentence_at(document, phrase.start)
    apart = _days_apart(first, second)
    if sentence is None or first.span.start < sentence.start or apart is None or apart == number:
        return
    if _OTHER_TIME.search(text, first.span.end, phrase.start) or first.ranged or second.ranged:
        return
    start, printed = text[slice(*first.span)], text[slice(*second.span)]
    told = f"{printed} is {abs(apart)} days {'later' if apart > 0 else 'earlier'} than {start}, not {abs(number)}"
    yield Match(second.span, (Evidence(first.span, start),), slots={"told": told})


def _days_apart(one: DateMention, other: DateMention) -> int | None:
    """None where that cannot be told, as for two months without a year."""
    year = one.year or other.year
    if not one.day or not other.day or (year is None and one.month != other.month):
        return None
    earlier, later = one.year or year or _ANY_YEAR, other.year or year or _ANY_YEAR
    return day_number(later, other.month, other.day) - day_number(earlier, one.month, one.day)


def _number(document: Document, at: int, word: str) -> int | None:
    """How many days on the phrase at a place leads; fewer than none if it leads back."""
    if word in ("next", "following"):
        return 1
    text = flowed(document)
    sign = 1 if word == "later" else -1
    if text.endswith((" a", " A", " one", "One"), 0, at):
        return sign
    numbers = [one for one in quantities_in(document, Span(max(0, at - _NUMBER), at)) if one.number.end == at]
    if not numbers or numbers[0].hedge or numbers[0].joined or not numbers[0].value.is_integer():
        return None
    return sign * int(numbers[0].value)


RULE = Rule(
    summary="A weekday or a date that does not lie as many days from another as is said.",
    why="One of the two, or the number of days between them, is wrong.",
    message="{told}.",
    check=check,
    quotations="skip",
    gate=Gate(pairs=tuple(phrase.removeprefix("he ").strip() for _, phrase in _PHRASES)),
    examples=(
        Example(bad="He was held on <evidence>Friday</evidence> and freed two days later, on <mark>Monday</mark>."),
        Example(
            bad="She was hurt on <evidence>Monday</evidence>. The next day, <mark>Wednesday</mark>, she flew home."
        ),
        Example(
            bad="It opened on <evidence>Friday 3 June</evidence> and shut eight days later, on <mark>Friday 10 June</mark>."
        ),
        Example(
            good="It opened on 3 June and shut seven days later, on 10 June; it opened on 30 May and shut four days later, on 3 June."
        ),
        Example(
            good="He was held on Friday and freed three days later, on Monday. She was hurt on Monday. The next day, Tuesday, "
            "she flew home. They met on Friday. The week after, two days later, on Tuesday, they met again. It began on Monday "
            "and ended two days later. Doors close on Sunday and open the next day, Monday."
        ),
    ),
)
