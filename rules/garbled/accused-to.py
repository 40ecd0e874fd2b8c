"""'accused to have', where 'accused of having' was meant."""

from __future__ import annotations

from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ACCUSED = expression(
    r"\b(?:was|were|is|are|been|being|be|who|him|her|them|has|have|had) accused (to) (?=(?:have|be|the|[a-z]{3,12}ing)\b)"
)
# Who is accused stands between: "accused to the mayor of theft".
_BLAMED = expression(
    r"(?<!the )(?<!The )(?<!an )(?<!co-)\baccused (to) (?=(?:the|a|an|his|her|its|their) [\w -]{3,40}? of )"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    if "accused to " in text:
        for pattern in (_ACCUSED, _BLAMED):
            for found in pattern.finditer(text):
                yield Match(Span(*found.span(1)))


RULE = Rule(
    summary="'accused to have', where 'accused of having' was meant.",
    why="One is accused of something; the infinitive comes with other verbs (believed to have, alleged to have).",
    message="One is accused 'of' something, not '{match}' it.",
    check=check,
    gate=Gate(pairs=("accused to",)),
    examples=(
        Example(bad="The mayor was accused <mark>to</mark> have taken money."),
        Example(bad="The nurses accused <mark>to</mark> the board of “playing for time” and left."),
        Example(bad="They were accused <mark>to</mark> be spies."),
        Example(good="The judge asked the accused to have a seat; he was accused of theft and believed to have fled."),
    ),
)
