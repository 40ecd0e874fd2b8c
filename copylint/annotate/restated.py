"""Shares said twice: a fraction in words and the same in per cent ("a half, or 35%", "two-thirds (76%)").

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in, said_again
from copylint.annotate.number_words import number_words_in
from copylint.annotate.words import flowed
from copylint.document import Document, Span, reading
from copylint.expressions import expression

_HEDGES = r"(?:about |some |around |nearly |almost |just over |just under )?(?=[0-9])"
_SHARE = expression(r"(?: of [\w’' -]{1,40}?)?(?: \(|, or )" + _HEDGES)
_BACK = 60  # code points before a sign in which its figure begins


@reading
def restated(document: Document) -> tuple[tuple[Quantity, Quantity], ...]:
    """Each fraction with the percentage that says it again, in text order."""
    text = flowed(document)
    links = {
        max(text.rfind(link, max(0, sign - _BACK), sign) for link in (" (", ", or ")) for sign in said_again(document)
    }
    pairs = [_pair(document, text, at) for at in sorted(links) if at >= 0]
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
    if text.startswith(" of ", percents[0].span.end) and " of " in text[fraction.span.end : start]:
        return None  # "two-thirds of the Reds agreed (95 percent of the Greens did not)"
    closes = text[percents[0].span.end : percents[0].span.end + 1] in (")", ",", " ", ".")
    return (fraction, percents[0]) if closes else None
