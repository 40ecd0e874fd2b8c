"""A fall that extends a gain, or ends a run of losses: shares fell 6%, extending a 7% gain."""

from __future__ import annotations

from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Whether what is named goes on as the move does, or the other way.
_WAYS = {"extending": 1, "erasing": -1, "snapping": -1, "reversing": -1}
_ROSE = r"rose|risen|gained|climbed|jumped|surged|soared|leapt|rallied|increased|advanced|rebounded|(?:was|were|closed|ended) up"
_FELL = (
    r"fell|fallen|dropped|declined|slipped|slid|sank|tumbled|plunged|plummeted|slumped|dipped|retreated|"
    r"(?:was|were|closed|ended) down"
)
_MOVED = expression(rf"\b(?:(?P<rose>{_ROSE})|(?P<fell>{_FELL}))\b")
_RUN = expression(
    r"(?: (?:its|their|the|a|an|earlier|early|recent|previous|this|last|week[’']s|year[’']s|month[’']s|Mon|Tues|Wednes|"
    r"Thurs|Fri|day[’']s|day|week|session|[a-z]+-(?:day|week|month|session)|[0-9.]+(?:%| ?per ?cent)|[A-Z][a-z]+day[’']s)){0,4} "
    r"(?:(?P<rose>gains?|rally|advance|winning (?:streak|run))|(?P<fell>loss|losses|declines?|falls?|slide|slump|losing (?:streak|run)))\b"
)
_OTHERS = expression(
    r"\b(?:after|before|but|while|although|though|despite|from|pared?|having|had|yields?|bonds?)\b|[;:]"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    text = flowed(document)
    for word, way in _WAYS.items():
        if word in stand:
            for at in occurrences(document, f", {word} "):
                yield from _judge(document, text, Span(at + 2, at + 2 + len(word)), way)


def _judge(document: Document, text: str, link: Span, way: int) -> Iterable[Match]:
    run = _RUN.match(text, link.end)
    sentence = sentence_at(document, link.start)
    if run is None or sentence is None:
        return
    moves = list(_MOVED.finditer(text, sentence.start, link.start))
    if len(moves) != 1 or _OTHERS.search(text, sentence.start, link.start) is not None:
        return
    (move,) = moves
    alike = (move["rose"] is None) == (run["rose"] is None)
    if alike == (way > 0):
        return
    name = Span(*run.span("rose" if run["rose"] is not None else "fell"))
    told = f"'{move.group()}' before"
    yield Match(Span(link.start, name.end), (Evidence(Span(*move.span()), move.group()),), slots={"told": told})


RULE = Rule(
    summary="A fall that extends a gain, or a rise that ends a run of gains.",
    why="One of the two words says the opposite of what was meant, and a reader cannot tell which way it went.",
    message="'{match}', but {told}.",
    check=check,
    quotations="skip",
    gate=Gate(words=tuple(_WAYS)),
    examples=(
        Example(bad="Shares of Halden <evidence>fell</evidence> 6%, <mark>extending a 7% gain</mark>."),
        Example(
            bad="The pound <evidence>rose</evidence> 1% on Monday, <mark>snapping a three-day winning streak</mark>."
        ),
        Example(bad="The index <evidence>dropped</evidence> again, <mark>erasing its earlier losses</mark>."),
        Example(
            good="Shares of Halden fell 6%, extending a 7% loss. The pound rose 1%, snapping a three-day losing streak. The index dropped, "
            "erasing its gains. It fell after Monday's rise, extending gains at Hull; the pound rose and then fell, extending a gain."
        ),
    ),
)
