"""A score in the headline that is not the one of the story: Rovers thrash City 5-0, who won 4-0."""

from __future__ import annotations

from copylint.annotate.sentences import sentence_at
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_FIELDS = ("headline", "standfirst")
_BODY = ("paragraph", "item", "quote", "caption")
_SCORE = expression(r"(?<![\w.,:/–-])(?P<one>[0-9]{1,3})[-–](?P<two>[0-9]{1,3})(?![\w:/–%-]|[.,][0-9])")
# What a side does that has a result, and what makes a score one of a part of the game, or of another.
_DEED = expression(
    r"\b(?:beat|beats|beaten|won|wins?|winning|victory|triumph|lost|loses?|loss|defeat\w*|thrash\w*|edged?|drew|draws?|draw|"
    r"past|saw off|downed|routed?|crushed|overcame|hammered|rout|held|votes?|voted|rules?|ruled|ruling)\b"
)
_PART = expression(
    r"\b(?:half|interval|break|lead|led|leading|up|down|ahead|aggregate|penalt\w+|shoot-?out|first|second|third|previous\w*|"
    r"leads|improv\w*|mov\w+|starts?|stays?|remains?|record|last|season|earlier|series|sets?|leg|extra|overtime|innings|quarter|period|equali\w+|run|streak)\b"
)
_MOST = 40  # figures of a score that are no votes


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for block in document.blocks:
        if block.kind not in _FIELDS:
            continue
        claimed = list(_SCORE.finditer(text, *block.span))
        if len(claimed) != 1:
            continue
        (claim,) = claimed
        told = _told(document, _pair(claim))
        if told is not None and _DEED.search(text, *block.span) and not _PART.search(text, *block.span):
            place = Span(*claim.span())
            yield Match(
                place, (Evidence(told, text[slice(*told)]),), slots={"field": block.kind, "other": text[slice(*told)]}
            )


def _told(document: Document, claimed: tuple[int, ...]) -> Span | None:
    """The one score of the story, if it is told as a result and a slip may part it from the one that is claimed."""
    text = document.text
    found = [score for block in document.blocks if block.kind in _BODY for score in _SCORE.finditer(text, *block.span)]
    pairs = {_pair(score) for score in found}
    if len(pairs) != 1 or claimed in pairs or not _worth(claimed):
        return None
    (other,) = pairs
    if not _worth(other) or len({*claimed, *other}) >= len(claimed) + len(other):
        return None
    sentence = sentence_at(document, found[0].start())
    if sentence is None or not _DEED.search(text, *sentence) or _PART.search(text, *sentence):
        return None
    return Span(*found[0].span())


def _pair(score: re.Match[str]) -> tuple[int, ...]:
    """The figures of a score, the smaller first: a headline may turn them round."""
    return tuple(sorted(int(score.group(name)) for name in ("one", "two")))


def _worth(pair: tuple[int, ...]) -> bool:
    return max(pair) < _MOST


RULE = Rule(
    summary="A score in the headline that is not the one of the story.",
    why="The headline was written before the last goal, or from memory.",
    message="The {field} says {match}, but the story {other}.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=Gate(shapes=("0-0", "0a0")),
    examples=(
        Example(
            bad="# Rovers thrash City <mark>5-0</mark>\n\nRovers eased past City <evidence>4-0</evidence> on Saturday in the rain.",
            format="markdown",
        ),
        Example(
            bad="# Ayr win <mark>2-1</mark> at Hull\n\nAyr beat Hull <evidence>3-1</evidence> on Saturday. They are third.",
            format="markdown",
        ),
        Example(
            good="# Rovers thrash City 5-0\n\nRovers were 4-0 up at the break and beat City by five.",
            format="markdown",
        ),
        Example(
            good="# Rovers beat City 1-0\n\nCity lost 0-1 to Rovers. They had won 2-1 in May.",
            format="markdown",
        ),
        Example(
            good="# Hawks move to 5-1 with win\n\nThe Hawks beat the Comets 5-3 on Friday.",
            format="markdown",
            why="A record.",
        ),
        Example(good="# Rovers beat City 5-0\n\nIn May Rovers beat City 4-0 in the first leg.", format="markdown"),
    ),
)
