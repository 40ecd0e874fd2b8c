"""A space within a contraction or a possessive: "would n't", "they 're", "Mr Hall 's"."""

from __future__ import annotations

from copylint.annotate.words import flowed, flowed_folded
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_TEXTS = (" n't", " 's ", " 're ", " 've ", " 'll ")
_SPLIT = expression(
    r"\b(?:(?P<verb>do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|should|must|need) (?=n['’]t\b)"
    r"|(?:he|she|it|they|we|you|I|who|that|there) (?=['’](?:s|re|ve|ll) ))",
    IGNORECASE,
)
# Not of what is spoken of as an ending: "with 's at its end".
_POSSESSIVE = expression(
    r"(?<![\w'’])(?!(?i:the|an?|and|or|with|without|plural|ending|apostrophe|letter|of|in|to|by|as|he|she|it|they|we|you|I|who"
    r"|that|there|said|say|says|wrote) )[A-Za-z][\w.]+ (?=['’]s [a-z])"
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    folded = flowed_folded(document)
    if not any(map(folded.__contains__, _TEXTS)):
        return
    text = flowed(document)
    for found in sorted([*_SPLIT.finditer(text), *_POSSESSIVE.finditer(text)], key=_place):
        start, end = found.span()
        stop = end
        while stop < len(text) and (text[stop].isalnum() or text[stop] in "'’"):
            stop += 1
        yield Match(Span(start, stop), suggestions=(f"{text[start : end - 1]}{text[end:stop]}",))


def _place(found: re.Match[str]) -> int:
    return found.start()


RULE = Rule(
    summary='A space within a contraction or a possessive: "would n\'t", "Mr Hall \'s".',
    why="Programs that part a text into words leave the halves of a contraction apart.",
    message="There is a space within '{match}': write '{suggestion}'.",
    check=check,
    gate=Gate(words=("n",), shapes=(" 'a ", " 'aa ")),
    severity="error",
    fix="safe",
    examples=(
        Example(
            bad="They <mark>would n't</mark> say who paid, and <mark>they 're</mark> not sorry.",
            good="They wouldn't say who paid, and they're not sorry.",
        ),
        Example(
            bad="<mark>It ’s</mark> late and she <mark>did n’t</mark> call.", good="It’s late and she didn’t call."
        ),
        Example(
            bad="<mark>Hall ’s</mark> boat left, said the <mark>firm ’s</mark> clerk.",
            good="Hall’s boat left, said the firm’s clerk.",
        ),
        Example(good="The plural 's is wrong, and an 's may go; in ’s Gravenmoer they say ’s morgens."),
        Example(good="They wouldn't say. He said 's-Gravenhage is 'so far' that 's' and 'll' are all he reads."),
    ),
)
