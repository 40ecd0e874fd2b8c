"""An age that does not fit the next birthday, the year in which it was reached, or a twin's: a 19-year-old who turns 21 in May;
the twins, Joe, 9, and Sam, 11."""

from __future__ import annotations

from copylint.annotate.dates import MONTHS, WEEKDAYS
from copylint.annotate.lives import lives
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTH, _DAY = "|".join(MONTHS), "|".join(WEEKDAYS)
# What comes, and how much older it makes; what has come.
_TURNS = {"turns": 1, "will turn": 1, "will be": 1, "turned": 0}
_AGE = expression(r"\b(?P<age>[1-9][0-9])(?:-year-old(?: [\w’'-]+){0,4})?, who \Z")
_SOON = expression(
    rf" (?P<next>[1-9][0-9])(?P<when> next (?:week|month)| tomorrow| later this (?:week|month|year)| this (?:week|month)|"
    rf" on (?:{_DAY}|{_MONTH})| in (?:{_MONTH}))\b(?! (?:[0-9]{{1,2}}, )?[12][0-9]{{3}})"
)
_LATELY = expression(rf" (?P<next>[1-9][0-9])(?P<when> last (?:week|month)| yesterday| on (?:{_DAY}))\b")
_BEFORE_WHO = 60  # code points before "who turns" in which the age stands
_IN_PLACE = expression(r"[A-Z][a-z]+(?:, [A-Z][a-z]+,)? in ")
_BORN = expression(r"(?P<born>(?:1[6-9]|20)[0-9]{2})\b")
_REACHED = expression(
    r"(?:\b(?:at|aged|turned|at the age of) )(?P<age>[1-9][0-9])(?: (?!and\b)[a-z]+){0,3}? in (?P<year>(?:1[6-9]|20)[0-9]{2})\b"
    r"(?![-–/’])"
)
_IN_WHICH = expression(
    r"\bin (?P<year>(?:1[6-9]|20)[0-9]{2}),? (?:at|aged|at the age of|when s?he was) (?P<age>[1-9][0-9])\b(?![-–/’%]|[.,:][0-9])"
)
# Whose age it may be instead.
_OTHERS = expression(
    r"\b(?:son|daughter|brother|sister|father|mother|husband|wife|parents?|uncle|aunt|grand\w+|who|whose|that|which|his|he and)\b"
)
_REACH = 130  # code points behind a year of birth in which an age stands

_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}"
_TWINS = expression(
    rf"win(?:s| (?:brothers|sisters|boys|girls|sons|daughters))(?: named)?,? (?:{_NAME}), (?:aged )?(?P<one>[0-9]{{1,2}}),? and "
    rf"(?:{_NAME}), (?:aged )?(?P<two>[0-9]{{1,2}})(?=[,.;)]| (?:were|are|was|have|had|who)\b)"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    for verb, older in _TURNS.items():
        if stand.issuperset(verb.split()):
            for at in occurrences(document, f" who {verb} "):
                yield from _turns(document, at + 1, at + 5 + len(verb), older)
    if "twins" in stand or "twin" in stand:
        for at in occurrences(document, "win", flowed(document)):
            yield from _twins(flowed(document), at)
    if "born" in stand:
        for at in occurrences(document, "orn in "):
            place = _IN_PLACE.match(flowed(document), at + len("orn in "))
            yield from _reached(document, at + len("orn in ") if place is None else place.end())


def _twins(text: str, at: int) -> Iterator[Match]:
    """ "the twins, Joe, 9, and Sam, 11"; at: behind the first letter of "twins"."""
    told = _TWINS.match(text, at) if text.startswith(("t", "T"), at - 1) else None
    if told is not None and told.group("one") != told.group("two"):
        why = f"One of the twins is {told.group('one')}, and so is the other"
        yield _match(text, Span(*told.span("two")), Span(*told.span("one")), why)


def _turns(document: Document, start: int, end: int, older: int) -> Iterator[Match]:
    """ "the 19-year-old, who turns 21 next month"."""
    text = flowed(document)
    turning = (_SOON if older else _LATELY).match(text, end)
    age = _AGE.search(text, max(0, start - _BEFORE_WHO), start + 4) if turning is not None else None
    if turning is not None and age is not None and int(turning.group("next")) != int(age.group("age")) + older:
        when = turning.group("when").strip()
        told = f"Who is {age.group('age')} {'turns' if older else 'turned'} {int(age.group('age')) + older} {when}"
        yield _match(text, Span(*turning.span("next")), Span(*age.span("age")), told)


def _reached(document: Document, year: int) -> Iterator[Match]:
    """ "born in 1962, she left home at 18 in 1984"."""
    text = flowed(document)
    born = _BORN.match(text, year)
    if born is None:
        return
    reached = _REACHED.search(text, born.end(), born.end() + _REACH) or _IN_WHICH.search(
        text, born.end(), born.end() + _REACH
    )
    if reached is None:
        return
    between = text[born.end() : reached.start()]
    if _OTHERS.search(between) or any(mark in between for mark in ".;:()–—") or any(map(str.isdecimal, between)):
        return
    age = int(reached.group("year")) - int(born.group("born"))
    if any(life.age.start == reached.start("age") for life in lives(document)):
        return  # an age at death, which `contradiction/age` judges
    if int(reached.group("age")) not in (age, age - 1):
        told = f"Who was born in {born.group('born')} was {age - 1} or {age} in {reached.group('year')}"
        yield _match(text, Span(*reached.span("age")), Span(*born.span("born")), told)


def _match(text: str, fault: Span, other: Span, told: str) -> Match:
    return Match(fault, (Evidence(other, text[slice(*other)]),), slots={"told": told})


RULE = Rule(
    summary="An age that does not fit a birthday, the year in which it was reached, or a twin's.",
    why="One of the figures is wrong, and it is among those that readers who know the person see at once.",
    message="{told}, not {match}.",
    check=check,
    quotations="skip",
    gate=Gate(words=("turns", "turned", "born", "twins", "twin"), pairs=("will turn", "who will be")),
    examples=(
        Example(
            bad="The twins, Joe, <evidence>9</evidence>, and Sam, <mark>11</mark>, are safe. Her twin sons Leo Ek, "
            "<evidence>16</evidence>, and Ben Ek, aged <mark>17</mark>, sing."
        ),
        Example(
            good="The twins, Joe, 9, and Sam, 9, are safe. The twins, Joe and Sam, 9, and Ada, 11, are safe. Her twin, Joe, 9, and "
            "Ada, 11, sing."
        ),
        Example(
            bad="Born in Lyon in <evidence>1890</evidence>, she won it in 1935 at the age of <mark>55</mark> and died in 1950."
        ),
        Example(
            good="The poet, who was born in 1931 and died in 1998 at the age of 72, left letters.",
            why="`contradiction/age` tells it.",
        ),
        Example(
            good="Born in Lyon in 1890, she won it in 1935 at the age of 45. Born in Ayr in 1901, he met his wife in 1930 at 19 Hill Road."
        ),
        Example(
            bad="The <evidence>19</evidence>-year-old winger, who turns <mark>21</mark> next month, is fit. Ada Quill, "
            "<evidence>38</evidence>, who will be <mark>40</mark> in May, is not. The <evidence>62</evidence>-year-old, who turned "
            "<mark>63</mark> last week, resigned."
        ),
        Example(
            good="The 19-year-old winger, who turns 20 next month, is fit. Ada Quill, 38, who will be 42 at the next cup, is not. "
            "The 62-year-old, who turns 65 in May 2031, resigned."
        ),
        Example(
            bad="Born in <evidence>1962</evidence>, she left home at <mark>18</mark> in 1984. Dr Rowe, who was born in "
            "<evidence>1956</evidence>, turned <mark>60</mark> in 2013."
        ),
        Example(
            good="Born in 1962, she left home at 18 in 1980. Dr Rowe, who was born in 1956, turned 60 in 2016. Born in 1930, he "
            "had a son who died at 20 in 1990."
        ),
    ),
)
