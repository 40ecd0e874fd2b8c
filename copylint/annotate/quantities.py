"""Quantities: figures and number words together, what they count, and whether two of them may be one."""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures, figures_in
from copylint.annotate.number_words import number_words, number_words_in, starters
from copylint.annotate.words import flowed_folded, shape
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple


def quantities_in(document: Document, span: Span) -> tuple[Quantity, ...]:
    """All quantities within a span, in text order."""
    spelt = [quantity for quantity in number_words_in(document, span) if span.contains(quantity.span)]
    if not spelt:
        return figures_in(document, span)
    return tuple(sorted((*figures_in(document, span), *spelt), key=lambda quantity: quantity.span))


def may_have_quantity(document: Document, span: Span) -> bool:
    """Whether a figure stands within a span, or what may be a number in words: a cheap look before `quantities_in`."""
    if shape(document).find("0", *span) >= 0:
        return True
    said = flowed_folded(document)[slice(*span)]
    return any([word in said for word in starters(document)])  # noqa: C419 - a list is made in half the time


class Sum(NamedTuple):
    """A whole and its parts in text order.

    exact: the parts are all there are, so that less is wrong as well as more. single: one part stands for itself, which
    only must not be more than the whole. remainder: the last part is what the others leave of the whole. shares: the
    whole is a hundred per cent, and no figure stands for it: `whole` is the first part.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    exact: bool
    single: bool = False
    remainder: bool = False
    shares: bool = False


@reading
def quantities(document: Document) -> tuple[Quantity, ...]:
    """All quantities, in digits and in words, in text order."""
    return tuple(sorted((*figures(document), *number_words(document)), key=lambda quantity: quantity.span))


_NOUN = expression(r"[ \u00a0\n-]?((?:[^\W\d_]+(?:['’-][^\W\d_]+)*[ \u00a0\n]?){1,4})")
_NOT_NOUNS = frozenset(
    "of in on at to from by for with and or but as than that which who were was is are be been have has had will would "
    "could can may might said says since after before during until when while where if because between into over under "
    "about against per out up down off more less fewer other a an the he she it they we you his her its their this "
    "these those not no also including among around died killed dead injured wounded ago".split()
)


_PLURALS = frozenset(
    "people men women children police staff crew troops personnel passengers cattle sheep fish".split()
)


def counted(document: Document, quantity: Quantity) -> tuple[Span, str] | None:
    """The noun that a count counts: its phrase and its head in lower case, or None. "12 young people" -> "people"."""
    text = document.text
    match = _NOUN.match(text, quantity.span.end)
    if match is None:
        return None
    start = match.start(1)
    position = start
    head = ""
    end = start
    for word in match.group(1).split():
        low = word.lower()
        if low in _NOT_NOUNS:
            break
        position = text.index(word, position)
        end = position + len(word)
        position = end
        head = low
        if low in _PLURALS or (len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s"))):
            break
    return (Span(start, end), head) if head else None


def agree(low: float, high: float, other_low: float, other_high: float) -> bool:
    """True if two intervals meet, with a little room for binary fractions."""
    room = 1e-9 * max(abs(high), abs(other_high), 1.0)
    return low <= other_high + room and other_low <= high + room
