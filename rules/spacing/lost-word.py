"""A mark of punctuation where a word or a link was lost: 'please email .'"""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.words import flowed, shape
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

_LOST = expression(
    r"(?<!\w)(?:the|an|our|your|their|my|its|emailing|(?:[Pp]lease|and|or|to) (?:email|see|contact|visit))"
    r" [,.;:?!](?![^\s\"”’)\]])"
)
_ELLIPSIS = expression(r"\w \.(?: \.|\.)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if " ." not in shape(document):
        return
    text = flowed(document)
    for found in _LOST.finditer(text):
        if _ELLIPSIS.match(text, found.end() - 3) is None:
            yield Match(Span(*found.span()))


RULE = Rule(
    summary="A mark of punctuation where a word or a link was lost: 'please email .'",
    why="What a page system leaves when it drops a link, or an editor when he cuts a word too many. To close up the space"
    " would hide it.",
    message="A word or a link is missing before the mark: '{match}'.",
    check=check,
    gate=Gate(texts=(" ,", " .", " ;", " :", " ?", " !")),
    examples=(
        Example(bad="If you have a question, <mark>please email .</mark> The office opens at nine."),
        Example(bad="The figures are in <mark>the ,</mark> and the map is online."),
        Example(
            good="He left , she said. Please email us. It was in the . . . well, in the box.",
            why="A space too many, and an ellipsis.",
        ),
    ),
)
