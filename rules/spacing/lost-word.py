"""A mark of punctuation where a word or a link was lost: 'please email .'"""

from __future__ import annotations

from copylint.annotate.words import flowed, shape
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_LOST = expression(
    r"(?<!\w)(?:(?:the|an|our|your|their|my|its|emailing|(?:[Pp]lease|and|or|to) (?:email|see|contact|visit))"
    r" [,.;:?!]|(?:and|or|of|from|with) \.)(?![^\s\"”’)\]])"
)
_LONGEST = 14  # code points of what stands before the space
_KEY = expression(r" (?:button|key|mark|sign|symbol|icon|character|command)s?\b")  # "click the ? button"
_ELLIPSIS = expression(r"\w \.(?: \.|\.)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if " ." not in shape(document):
        return
    text = flowed(document)
    for found in _found(text):
        if _ELLIPSIS.match(text, found.end() - 3) is None and _KEY.match(text, found.end()) is None:
            yield Match(Span(*found.span()))


def _found(text: str) -> Iterator[re.Match[str]]:
    """What the expression finds, looked for where a space stands before a mark: no other place is worth a search."""
    for mark in ",.;:?!":
        at = text.find(f" {mark}")
        while at >= 0:
            found = _LOST.search(text, max(0, at - _LONGEST), at + 3)
            if found is not None and found.end() == at + 2:
                yield found
            at = text.find(f" {mark}", at + 2)


RULE = Rule(
    summary="A mark of punctuation where a word or a link was lost: 'please email .'",
    why="What a page system leaves when it drops a link, or an editor when he cuts a word too many. To close up the space"
    " would hide it.",
    message="A word or a link is missing before the mark: '{match}'.",
    check=check,
    gate=Gate(texts=(" ,", " .", " ;", " :", " ?", " !")),
    examples=(
        Example(good="Use the bar above, or click the ? button for help.", why="A sign on a button."),
        Example(bad="If you have a question, <mark>please email .</mark> The office opens at nine."),
        Example(bad="The figures are in <mark>the ,</mark> and the map is online."),
        Example(bad="The form has two fields, a name and <mark>of .</mark> Fill in both."),
        Example(
            good="He left , she said. Please email us. It was in the . . . well, in the box.",
            why="A space too many, and an ellipsis.",
        ),
    ),
)
