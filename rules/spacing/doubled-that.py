"""'that that the', where one 'that' was meant."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.quotations import is_quoted
from copylint.annotate.words import flowed_folded
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

# "He said that that was wrong" and "that that man" are good English: the second word points. Before another word that
# points, or a subject, it cannot. Nor can the first begin a clause behind a preposition or "is": "because of that that".
_DOUBLED = expression(
    r"(?<!\bof )(?<!\bin )(?<!\bto )(?<!\bby )(?<!\bon )(?<!\bat )(?<!\bfor )(?<!\bwith )(?<!\bfrom )(?<!\bthan )"
    r"(?<!\blike )(?<!\babout )(?<!\bafter )(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!'s )(?<!\ball )(?<!\bdo )(?<!\bdid )"
    r"(?<!\bdoes )(?<!\bdone )(?<!\bdoing )(?<!, )(?<!\bnot )"
    r"\bthat that(?= (?:he|she|they|the|those|these|an|there)\b)"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for found in _DOUBLED.finditer(flowed_folded(document)):
        span = Span(*found.span())
        if not is_quoted(document, span):
            yield Match(span, suggestions=("that",))


RULE = Rule(
    summary="'that that the', where one 'that' was meant.",
    why="'That' may stand twice when the second points to something ('he said that that man did it'), but not before 'the'.",
    message="'{match}': one 'that' is enough.",
    check=check,
    fix="unsafe",
    gate=Gate(pairs=("that that",)),
    examples=(
        Example(
            bad="The report shows <mark>that that</mark> the mill is full.",
            good="The report shows that the mill is full.",
        ),
        Example(bad="She added <mark>that that</mark> they had left.", good="She added that they had left."),
        Example(
            good="He said that that man did it, and that that was all. It is because of that that we have a law; it was that "
            'that the jury heard. "I know that that the door was shut," she said.',
            why="The second points; speech as it was.",
        ),
    ),
)
