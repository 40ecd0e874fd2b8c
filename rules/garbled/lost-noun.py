"""An article whose noun is lost: 'the of', 'the was'."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Match, NoOptions, Rule

# An article, and a word that never follows it in a sentence that is whole.
_LOST = (
    expression("the (?:of|is|was|were|are|has|and|or|because|although) "),
    expression("an (?:of|is|was|and|or) "),
    expression("a (?:of|said) "),
)
_LETTERS = frozenset("bcdxyzn")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for pattern in _LOST:
        for found in pattern.finditer(text):
            start, end = found.start(), found.end() - 1
            if not text[start - 1 : start].isalnum() and _is_prose(text, start, end):
                yield Match(Span(start, end))


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether no word is spoken of, and no letter: the a of it, 'the or'."""
    if text[start - 1 : start] in ("-", "'", "’", ".", "/"):
        return False
    following = text[end + 1 : end + 30].split(" ", 2)
    after = following[0]
    if text[end - 3 : end] == " is" and after in ("a", "an", "the", "of"):
        return False  # the is a …
    return not (len(after) == 1 and after in _LETTERS)


RULE = Rule(
    summary="An article whose noun is lost: 'the of', 'the was'.",
    why="A word was cut or not translated, and its article stayed.",
    message="A word is missing in '{match}'.",
    check=check,
    examples=(
        Example(bad="The council met in <mark>the of</mark> May, and in <mark>the was</mark> long."),
        Example(bad="He gave her <mark>a of</mark> flowers <mark>the and</mark> left."),
        Example(
            good="The council met in the hall of the town, and the hall was long. Let a and b be the sides; the is a word."
            " Soothe and bathe or breathe; a ’the’ of it. The lathe is old."
        ),
    ),
)
