"""'to' where 'too' was meant, and the other way round: 'it was to late', 'able too win'."""

from __future__ import annotations

from itertools import product

from copylint.annotate.word_places import pair_places
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Adjectives that are no verbs, as slow and clear are.
_ADJECTIVES = (
    "late high big small young old tired expensive dangerous risky early difficult hard far many much few busy ill sick poor"
    " weak large heavy loud deep complicated complex painful cold hot strict soon often costly"
).split()
_VERBS = (
    "be have make take go get give win act become keep find see say leave bring pay help stop do work play stay build buy sell"
    " return join meet move start begin provide allow ensure protect avoid agree reach attend"
).split()
_TO = frozenset(product(("to",), _ADJECTIVES))
_PAIRS = _TO | frozenset(product(("too",), _VERBS))
_DEGREE = ("was", "is", "are", "were", "be", "been", "far", "much")  # what 'too' stands behind
_DEGREE_BEFORE = tuple(f" {word} " for word in _DEGREE)
_CLOSED = expression(r" (?:to|for)\b|[.,;]")
_INFINITIVE = expression(
    r"\b(?:able|unable|going|want(?:s|ed|ing)?|try(?:ing)?|tried|likely|unlikely|slow|failed|decided|agreed|refused|used|willing"
    r"|ready|expected|forced|hop(?:es|ed|ing)|plans|vow(?:s|ed)|promis(?:es|ed)|threaten(?:s|ed)|went on|continues?|continued"
    r"|begins?|began|needs?|needed|right|ability|attempt|chance|bid|supposed|asked|told|allowed|ordered|how) $",
    IGNORECASE,
)
_LONGEST = 14  # code points before the two


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for span in pair_places(document, _PAIRS):
        first, _, second = text[span.start : span.end].partition(" ")
        near, end = max(span.start - _LONGEST, 0), span.start + len(first)
        if (first, second) in _TO:
            if text.endswith(_DEGREE_BEFORE, near, span.start) and _CLOSED.match(text, span.end):
                yield Match(Span(span.start, end), suggestions=("too",))
        elif first == "too" and text[span.end : span.end + 1] != "-" and _INFINITIVE.search(text, near, span.start):
            yield Match(Span(span.start, end), suggestions=("to",))


RULE = Rule(
    summary="'to' where 'too' was meant, and the other way round: 'it was to late', 'able too win'.",
    why="One letter turns more than enough into the beginning of a verb.",
    message="'{match}' stands where '{suggestion}' was meant.",
    check=check,
    severity="error",
    fix="unsafe",
    gate=Gate(
        pairs=(
            *sorted(f"{word} to {adjective}" for word in _DEGREE for adjective in _ADJECTIVES),
            *(f"too {verb}" for verb in _VERBS),
        )
    ),
    examples=(
        Example(
            bad="It was <mark>to</mark> late to go, and far <mark>to</mark> hot. She was able <mark>too</mark> win it.",
            good="It was too late to go, and far too hot. She was able to win it.",
        ),
        Example(
            bad="They want <mark>too</mark> be there, but are <mark>to</mark> few.",
            good="They want to be there, but are too few.",
        ),
        Example(
            good="It was to much acclaim that it rose from low to high. The road is to high ground, and the aim is to slow it. It is"
            " too late, and he too has won; they too go, and we too want too much. The way to late-night trains is to few people's liking."
        ),
    ),
)
