"""Shares said twice: a fraction in words and the same in per cent ("a half, or 35%", "two-thirds (76%)").

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in
from copylint.annotate.number_words import number_words_in
from copylint.annotate.words import flowed, token_pairs, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

_FRACTION_WORDS = frozenset("half third thirds quarter quarters fifth fifths sixth eighth tenth tenths".split())
_PERCENT_WORDS = frozenset(("percent", "pct", "cent"))
_HEDGES = r"(?:about |some |around |nearly |almost |just over |just under )?(?=[0-9])"
_FIGURE_NEXT = expression(_HEDGES)
_SHARE = expression(r"(?: of [\w’' -]{1,40}?)?(?: \(|, or )" + _HEDGES)


@reading
def restated(document: Document) -> tuple[tuple[Quantity, Quantity], ...]:
    """Each fraction with the percentage that says it again, in text order."""
    stand = token_set(document)
    text = flowed(document)
    if "%" not in text and stand.isdisjoint(_PERCENT_WORDS):
        return ()
    phrases = sorted(stand & _FRACTION_WORDS)
    if "one" in stand and ("one", "in") in token_pairs(document):
        phrases.append("ne in ")
    if "out" in stand and ("out", "of") in token_pairs(document):
        phrases.append(" out of ")
    if not phrases or (" (" not in text and ", or " not in text):
        return ()
    links: set[int] = set()
    for word in phrases:
        at = text.find(word)
        while at >= 0:
            for link in (" (", ", or "):
                found = text.find(link, at, at + 64)
                if found >= 0 and _FIGURE_NEXT.match(text, found + len(link)):
                    links.add(found)
            at = text.find(word, at + 3)
    pairs = [_pair(document, text, at) for at in sorted(links)]
    return tuple(pair for pair in pairs if pair is not None)


def _pair(document: Document, text: str, at: int) -> tuple[Quantity, Quantity] | None:
    spelt = number_words_in(document, Span(max(0, at - 60), at))
    if not spelt or spelt[-1].kind != "fraction" or spelt[-1].value >= 1:
        return None
    fraction = spelt[-1]
    found = _SHARE.match(text[fraction.span.end : fraction.span.end + 60])
    if found is None:
        return None
    start = fraction.span.end + found.end()
    percents = figures_in(document, Span(start, min(len(text), start + 24)))
    if not percents or percents[0].span.start != start or percents[0].kind != "percent":
        return None
    closes = text[percents[0].span.end : percents[0].span.end + 1] in (")", ",", " ", ".")
    return (fraction, percents[0]) if closes else None
