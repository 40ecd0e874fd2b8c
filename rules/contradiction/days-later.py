"""A weekday and how many days it lies from another: held on Friday and freed two days later, on Monday."""

from __future__ import annotations

from copylint.annotate.dates import WEEKDAYS
from copylint.annotate.quantities import quantities_in
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DAYS = frozenset(name.lower() for name in WEEKDAYS)
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
_BACK = 140  # code points in which the other weekday stands
_NUMBER = 16  # code points before "days" in which their number begins


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for word, phrase in _PHRASES:
        for at in occurrences(document, phrase) if word in stand else ():
            behind = _BEHIND.match(text, at + len(phrase))
            if behind is None:
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
                told = f"{phrase.strip() if abs(number) == 1 else f'{abs(number)} days {word}'}"
                yield Match(
                    place,
                    (Evidence(Span(*before[-1].span("day")), first),),
                    slots={"first": first, "told": told.replace("he ", "the "), "right": WEEKDAYS[right]},
                )


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
    summary="A weekday that does not lie as many days from another as is said.",
    why="One of the weekdays, or the number of days between them, is wrong.",
    message="{told} from {first} is {right}, not {match}.",
    check=check,
    quotations="skip",
    gate=Gate(
        pairs=tuple(phrase.removeprefix("he ").strip() for _, phrase in _PHRASES),
        both=(Gate(words=tuple(sorted(_DAYS))),),
    ),
    examples=(
        Example(bad="He was held on <evidence>Friday</evidence> and freed two days later, on <mark>Monday</mark>."),
        Example(
            bad="She was hurt on <evidence>Monday</evidence>. The next day, <mark>Wednesday</mark>, she flew home."
        ),
        Example(
            good="He was held on Friday and freed three days later, on Monday. She was hurt on Monday. The next day, Tuesday, "
            "she flew home. They met on Friday. The week after, two days later, on Tuesday, they met again. It began on Monday "
            "and ended two days later. Doors close on Sunday and open the next day, Monday."
        ),
    ),
)
