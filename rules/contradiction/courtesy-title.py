"""One person who is Ms in one place and Mr in another: Ms Quill, Ms Quill, Mr Quill."""

from __future__ import annotations

from copylint.annotate.people import TITLES, bearers, neighbours, plain
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_WOMEN = ("ms", "miss")  # "Mrs Quill" has a Mr Quill, who may stand beside her
# Whoever is spoken of with one of these may share the name with another.
_RELATIVES = frozenset(
    "wife husband wives husbands spouse couple married widow widower brother sister brothers sisters siblings twin twins "
    "father mother parents son daughter sons daughters uncle aunt cousin nephew niece namesake divorced née mrs".split()
)


@cache
def _titled() -> re.Pattern[str]:
    name = r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[’'-][A-ZÀ-ÖØ-Þ][^\W\d_]+)*"
    return compiled(rf"\b(?P<title>Mr|Ms|Miss)\.? (?P<given>{name} )?(?P<name>{name})\b(?! (?:and|or|[A-ZÀ-ÖØ-Þ]))")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if not _RELATIVES.isdisjoint(token_set(document)):
        return
    text = flowed(document)
    if not any(title in text for title in ("Ms ", "Ms. ", "Miss ")):
        return
    named: dict[str, list[re.Match[str]]] = {}
    for found in _titled().finditer(text):
        named.setdefault(found.group("name"), []).append(found)
    for name, places in named.items():
        men = [place for place in places if place.group("title") == "Mr"]
        women = [place for place in places if place.group("title") != "Mr"]
        if not men or not women or min(len(men), len(women)) > 1:
            continue
        if len(bearers(document, name)) != 1 or _has_office(document, name):
            continue
        if len(men) == len(women):
            odd, other = places[1], places[0]
        else:
            odd, other = (men[0], women[0]) if len(men) == 1 else (women[0], men[0])
        yield Match(
            Span(odd.start(), odd.end()),
            (Evidence(Span(other.start(), other.end()), other.group()),),
            slots={"other": other.group()},
        )


def _has_office(document: Document, name: str) -> bool:
    """True if the name stands behind another title: "President Quill", who may be another than Ms Quill."""
    places = occurrences(document, name, flowed(document))
    return any(plain(neighbours(document, at, name)[0]) in TITLES - {"mr", "ms", "miss"} for at in places)


RULE = Rule(
    summary="One person with the courtesy title of a man in one place, and of a woman in another.",
    why="One of the two is wrong, unless there are two people of that name: then the reader has to be told.",
    message="'{match}', but '{other}' elsewhere: is it one person?",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(words=("mr",), both=(Gate(words=_WOMEN),)),
    examples=(
        Example(
            bad="Ada Quill spoke first. <evidence>Ms Quill</evidence> left. Ms Quill was tired, <mark>Mr Quill</mark> said."
        ),
        Example(bad="<evidence>Mr. Al Rowe</evidence> slept. <mark>Ms. Rowe</mark> heard nothing."),
        Example(
            good="Al Rowe slept. Mr Rowe's wife, Ms Rowe, heard nothing.",
            why="Two people.",
        ),
        Example(good="Ada Quill and Ben Quill spoke. Ms Quill left, and Mr Quill went on.", why="Two given names."),
        Example(good="President Quill rose. Ivy Quill spoke to Mr. Quill. Ms. Quill left, and Mr. Quill went on."),
    ),
)
