"""A space before a comma, a stop or another mark."""

from __future__ import annotations

from copylint.annotate.words import flowed, shape
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_SPACED = expression(r" (?<=[\w”’)\]%\"'] ) {0,2}([,;:?.]|!{1,3})(?![^\s\"”’)\]])")
_SHAPE = expression(r" \.")
_MEANT = expression(
    r" \.(?: \.|\.)"  # an ellipsis with spaces
    r"|\d :(?= \d)"  # a ratio, a score
    # a word is lost, which is another fault
    r"|(?<!\w)(?:the|an|our|your|their|my|its|emailing|(?:please|and|or|to) (?:email|see|contact|visit)) [,.;:?!]"
    r"|(?<!\w)(?:and|or|of|from|with) \."
    r"|[:;]['-]?[)(\]]",  # a face
    IGNORECASE,
)
_NEAR = 20  # code points on each side: the longest of what is meant


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for found in _found(document, text):
        start, end = found.span()
        if text[end - 1] in ";!" and "\n" in document.text[start:end]:
            continue  # a comment, in code
        if not any(
            one.start() < end and start < one.end() for one in _MEANT.finditer(text, max(0, start - _NEAR), end + _NEAR)
        ):
            yield Match(Span(start, end), suggestions=(found.group(1),))


def _found(document: Document, text: str) -> Iterator[re.Match[str]]:
    """What the expression finds, looked for where a space stands before a mark: no other place is worth a search."""
    for place in _SHAPE.finditer(shape(document)):
        start = place.start()
        while start and text[start - 1] == " ":
            start -= 1
        found = _SPACED.match(text, start)
        if found is not None:
            yield found


RULE = Rule(
    summary="A space before a comma, a stop or another mark.",
    why="In English a mark of punctuation follows its word without a space. An ellipsis, a decimal (.5), a domain (.gov)"
    " and a ratio (16 : 9) may have one.",
    message="'{match}' has a space before the mark: close it up.",
    check=check,
    gate=Gate(shapes=(" .",)),
    fix="safe",
    examples=(
        Example(good="The program begins\n; with the number of points\n; and the size of the page.", why="Code."),
        Example(bad="He left early<mark> ,</mark> she said.", good="He left early, she said."),
        Example(
            bad='He asked: "Who is there<mark> ?</mark>" Nobody was<mark> .</mark>',
            good='He asked: "Who is there?" Nobody was.',
        ),
        Example(bad="Do come to the fete<mark> !!</mark>", good="Do come to the fete!!"),
        Example(
            good="Questions? Write to us by emailing . The rest stands in the . Please contact , and wait.",
            why="A word or a link was lost before the mark, which spacing/lost-word tells.",
        ),
        Example(
            good="He waited . . . and left ... at .5 past, a ratio of 16 : 9, on a .gov page :) with a smile.",
            why="Ellipses, a decimal, a ratio, a domain and a face.",
        ),
    ),
)
