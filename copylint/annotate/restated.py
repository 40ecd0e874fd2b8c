"""Shares said twice: a fraction in words and the same in per cent ("a half, or 35%", "two-thirds (76%)").

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in, may_say_again, percent_signs
from copylint.annotate.number_words import number_words_in
from copylint.annotate.words import flowed, flowed_folded, token_pairs, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

_FRACTION_WORDS = frozenset("half third thirds quarter quarters fifth fifths sixth eighth tenth tenths".split())
_HEDGES = r"(?:about |some |around |nearly |almost |just over |just under )?(?=[0-9])"
_SHARE = expression(r"(?: of [\w’' -]{1,40}?)?(?: \(|, or )" + _HEDGES)


@reading
def restated(document: Document) -> tuple[tuple[Quantity, Quantity], ...]:
    """Each fraction with the percentage that says it again, in text order."""
    if not _may_have_fraction(document):
        return ()
    text = flowed(document)
    lowered = flowed_folded(document)
    signs = [sign.start for sign in percent_signs(document) if may_say_again(lowered, sign.start)]
    links = {max(text.rfind(" (", 0, sign), text.rfind(", or ", 0, sign)) for sign in signs}
    pairs = [_pair(document, text, at) for at in sorted(links) if at >= 0]
    return tuple(pair for pair in pairs if pair is not None)


def _may_have_fraction(document: Document) -> bool:
    stand = token_set(document)
    if not stand.isdisjoint(_FRACTION_WORDS):
        return True
    return not stand.isdisjoint(("in", "out")) and not token_pairs(document).isdisjoint((("one", "in"), ("out", "of")))


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
