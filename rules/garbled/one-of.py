"""'one of' and what is no plural behind it, or a verb for many: 'one of the biggest company', 'one of the men were'."""

from __future__ import annotations

from copylint.annotate.quotations import is_quoted
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression, places_of
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_NOUNS = (
    "company|country|city|town|village|building|church|school|university|hospital|hotel|restaurant|museum|stadium|airport|bridge"
    "|road|river|island|mountain|lake|beach|park|player|athlete|striker|goalkeeper|coach|manager|actor|actress|singer|artist"
    "|writer|author|director|politician|minister|leader|lawyer|judge|scientist|expert|teacher|man|woman|person|figure|team|club"
    "|bank|firm|retailer|airline|newspaper|film|movie|book|novel|album|song|play|painting|game|match|race|tournament|event"
    "|festival|problem|challenge|issue|question|factor|reason|thing|threat|risk|crime|case|attack|disaster|crisis|scandal"
    "|project|market|economy|industry|product|method|example|moment|supporter|critic|donor|investor|employer"
)
_SINGULAR = expression(
    rf"ne of (?:(?:(?:the )?[A-Za-z]+['’]s|the|its|his|her|their|our)"
    rf" (?:(?:most|least) [a-z]+|[a-z]{{2,}}est|best|worst|few|leading) (?:[a-z]+ )?(?P<noun>{_NOUNS})"
    r"(?= (?:in|that|which|who|ever|to|is|was|has|on|at|from|for|since)\b|[.,;])"
    rf"|the (?P<alone>reason|thing|problem|issue|man|woman|person|player|victim|suspect|factor|question|company|country)"
    r"(?= (?:who|that|why|which|is|was|in)\b))"
)
_SINGLE = r"(?!(?:of|in|for|and|or|to|with|by|from|on|at|as|among|who|whom|that|which|[a-z]+s|men|women|people|children|we|they|you|it|he|i)\b)[a-z][a-z-]* "
_MANY = expression(
    rf"(?:One|Each) of (?P<noun>them|us|(?:the|these|those|his|her|their|its|our) (?:{_SINGLE}){{0,3}}(?:[a-z]{{2,}}[^s\W]s|men|women|people|children)) "
    r"(?P<verb>were|are|have)\b(?!-)"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for at in occurrences(document, "ne of "):
        found = _SINGULAR.match(text, at)
        if found is not None:
            yield from _fault(document, found, "noun" if found["noun"] else "alone")
        elif text[at - 1 : at] == "O":
            yield from _verb(document, text, at - 1)
    for at in places_of(text, "Each of "):
        yield from _verb(document, text, at)


def _verb(document: Document, text: str, at: int) -> Iterable[Match]:
    found = _MANY.match(text, at)
    return () if found is None else _fault(document, found, "verb")


def _fault(document: Document, found: re.Match[str], group: str) -> Iterable[Match]:
    span = Span(*found.span(group))
    if not is_quoted(document, span):
        yield Match(span, slots={"of": found.group()[:4].rstrip() if group == "verb" else "one"})


RULE = Rule(
    summary="'one of' and no plural behind it, or a verb for many: 'one of the biggest company', 'one of the men were'.",
    why="One of many: the noun tells of the many, and the verb of the one.",
    message="'{match}' does not go with '{of} of'.",
    check=check,
    severity="error",
    gate=Gate(pairs=("one of", "each of")),
    examples=(
        Example(bad="It is one of the biggest <mark>company</mark> in town. One of the men <mark>were</mark> late."),
        Example(
            bad="She is one of the most able <mark>player</mark> in it. That is one of the <mark>reason</mark> why."
        ),
        Example(
            bad="Each of the players <mark>are</mark> paid. One of them <mark>have</mark> left. He is one of the town's best <mark>singer</mark>."
        ),
        Example(
            good="One of the biggest company failures in town is one of the family in arms. One of the men who were late paid."
            " One of the things people have is time, and one of the few players they are sure of is Reed. If one of the men"
            " were to go, one of the best player-coaches would. In one of the houses were three men. One of the team were late.",
        ),
        Example(good='"One of the men were late," he said.', why="Speech."),
    ),
)
