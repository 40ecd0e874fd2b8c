"""Fractions of a number and the number that they are said to make: "half of the 80 pupils, 40 in all".

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in
from copylint.annotate.number_words import number_words_in
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple


class FractionOf(NamedTuple):
    """A fraction in words, the number that it is a part of, and the number that this part is said to be."""

    fraction: Quantity
    whole: Quantity
    part: Quantity


_WORDS = ("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth")
_ODDS = ("three", "four", "five", "six", "eight", "ten", "10")
FRACTION_ENDS = (*((word, f"{word} of ") for word in _WORDS), *((word, f" in {word} of ") for word in _ODDS))
"""What a fraction in words of something ends in, each with its rarest word."""
_WHOLE = expression(
    r"(?:the |its |their |his |her |our |all )?(?:[\w-]+[’']s? )?(?P<whole>[0-9][0-9,]*)"
    r"(?: (?!and\b|or\b|of\b)[a-z’'-]+){1,3}"
    r"(?:,| \(| [–—]) (?:or |a total of )?(?:some |about |around |nearly |almost |only |just )?(?P<part>[0-9][0-9,]*)"
    r"(?: (?:of them|in all|in total|altogether|(?!and\b|or\b|of\b|in\b|to\b|percent\b|per\b|years\b)[a-z]+))?"
    r"(?:[,;)]| [–—])"
)
_FRACTION = 24  # code points in which a fraction stands


@reading
def fractions_of(document: Document) -> tuple[FractionOf, ...]:
    """The fractions in words of a number, with the number behind them that they make, in text order."""
    stand = token_set(document)
    text = flowed(document)
    found = []
    for word, phrase in FRACTION_ENDS:
        for at in occurrences(document, phrase) if word in stand else ():
            behind = _WHOLE.match(text, at + len(phrase))
            if behind is None:
                continue
            spelt = number_words_in(document, Span(max(0, at - _FRACTION), at + len(phrase) - len(" of ")))
            figures = figures_in(document, Span(behind.start("whole"), behind.end("part")))
            if spelt and spelt[-1].kind == "fraction" and len(figures) == 2:
                found.append(FractionOf(spelt[-1], *figures))
    return tuple(sorted(found, key=lambda one: one.part.span))
