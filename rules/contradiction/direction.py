"""One place on two sides of another: Dunmore, ten miles north of Ayr; Dunmore, south of Ayr."""

from __future__ import annotations

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

_OPPOSITE = (
    ("north", "south"), ("east", "west"), ("northeast", "southwest"), ("northwest", "southeast"),
    ("north-east", "south-west"), ("north-west", "south-east"),
)  # fmt: skip
_NAME = r"(?!(?:In|At|Near|From|To|The|Around|Outside|And|But) )[A-ZÀ-ÖØ-Þ][\w’-]+(?: [A-ZÀ-ÖØ-Þ][\w’-]+){0,2}"
_FARTHEST = 90  # code points before a direction in which the name of the place stands


@cache
def _place() -> re.Pattern[str]:
    """A name and what may stand between it and a direction: "Dunmore, a town some ten miles"."""
    return compiled(
        rf"(?<![\w’-])(?P<name>{_NAME})(?:,| is| lies| stands| lay| was)?"
        r"(?: (?:an?|the)(?: [a-z-]+){1,3},?)?(?: (?:about|some|around|just|roughly|nearly|almost|only))?"
        r"(?: (?:[0-9.,]+|[a-z-]+) ?(?:miles?|km|kms|kilomet(?:er|re)s?|mi))?(?: to the)? \Z"
    )


@cache
def _other() -> re.Pattern[str]:
    return compiled(rf" of (?P<name>{_NAME})")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    for first, second in _OPPOSITE:
        if not all(word in stand for way in (first, second) for word in way.split("-")):
            continue
        one, two = (
            {_pair(text, at + 1, way): at + 1 for at in _places(document, text, way)} for way in (first, second)
        )
        for pair in one.keys() & two.keys():
            if pair is not None:
                (start, way), (later, other) = sorted(((one[pair], first), (two[pair], second)))
                place = Span(start, start + len(way))
                yield Match(
                    Span(later, later + len(other)), (Evidence(place, way),), slots={"place": pair[0], "way": way}
                )


def _places(document: Document, text: str, way: str) -> Iterable[int]:
    return occurrences(document, f" {way} of ", text)


def _pair(text: str, at: int, way: str) -> tuple[str, str] | None:
    """The place that lies somewhere, and the one that it lies from."""
    place = _place().search(text, max(0, at - _FARTHEST), at)
    other = _other().match(text, at + len(way))
    return (place.group("name"), other.group("name")) if place is not None and other is not None else None


RULE = Rule(
    summary="One place on two sides of another.",
    why="A place cannot lie both north and south of another: one of the two is wrong, and readers who live there know.",
    message="{place} is '{match} of' here, but '{way} of' before.",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(
        pairs=tuple(f"{way.split('-')[-1]} of" for way, _ in _OPPOSITE[:4]),
        both=(Gate(pairs=tuple(f"{way.split('-')[-1]} of" for _, way in _OPPOSITE[:4])),),
    ),
    examples=(
        Example(
            bad="Dunmore, a town ten miles <evidence>north</evidence> of Ayr, was cut off. In Dunmore, <mark>south</mark> of Ayr, a "
            "bridge fell."
        ),
        Example(bad="Ayr is <evidence>west</evidence> of Cork. The road to Ayr, <mark>east</mark> of Cork, was shut."),
        Example(good="Dunmore, north of Ayr, was cut off, as was Cork, south of Ayr. The road north of Ayr was shut."),
    ),
)
