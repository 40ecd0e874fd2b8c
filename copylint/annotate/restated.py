"""Shares said twice: in words or as counts, and the same in per cent ("a half, or 35%", "two-thirds (76%)", "45 of the
90 members (50%)").

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.figures import Quantity, figures_in, percent_signs
from copylint.annotate.number_words import number_words_in
from copylint.annotate.quantities import quantities_in
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = expression(
    r"(?: \(|, or |, an? (?:[a-z]+ )?(?:rate|share|proportion) of |, | [–—] (?:or )?)"
    r"(?:about |some |around |nearly |almost |roughly |just over |just under )?(?P<figure>[0-9][0-9.]*)[ -]?\Z"
)
_OR = expression(r"(?: of [a-z’' -]{1,40}?)?(?:, or | \()(?=[a-z])")
_LEADS = frozenset(
    ("", "about ", "around ", "nearly ", "almost ", "roughly ", "just over ", "just under ", "more than ")
)
_FIGURE = 8  # code points before a sign in which its figure stands
_AS_WORDS = 40  # code points behind a percentage in which a fraction that says it again stands
_BACK = 40  # code points before a sign in which its figure stands with what leads to it
_REACH = 60  # code points before that, in which the share stands
# What has the share: "of the men". A share of a change in per cent is not said again by that.
_WHOSE = expression(
    r"(?: of (?!(?:the |its |that |this )?(?:\w+ )?(?:fall|rise|drop|decline|increase|decrease|growth|gain|cut|"
    r"reduction|gap|change|swing|rate)\b)[\w’' -]{1,40})?"
)
_OF_TOTAL = tuple([f" of the total{mark}" for mark in (",", ".", ";", ")")])
_OF_THOSE = expression(r"\b[Oo]f (?:which|whom|these|those|them),? (?:[a-z]+ ){0,2}\Z")
_OF_COUNT = expression(
    r"\b(?:[Oo]f|[Aa]mong|in) (?:(?:the|its|their|his|her|all|our|these|those|every|each|a|total|of) ){0,3}[0-9a-z]"
)
_OUT_OF = expression(
    r" (?:(?:out )?of|in)(?: (?:the|its|their|his|her|all|our|these|those|every|each)){0,2}(?: [\w-]+['’]s)? "
)
_OF_ALL = expression(
    r"(?:^|[\n.;“(,] ?|\b(?:and|that) )(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:the |its |their |his |her |all |a total of )*\Z"
)
_OF_LEAD = 24  # code points
_THEN = expression(
    r"(?: (?!(?:and|or|but|who|which)\b)[a-z][\w’'-]*){1,6}(?: who(?: [a-z][\w’'-]*){1,6})?, (?:only |just )?"
)
_THEM = expression(
    r"(?: (?!(?:and|or|but|in|of)\b)[a-z][\w’'-]*){1,3}"
    r"(?:, (?:including |with |and )?| (?:found|showed|said|told \w+) that )"
)
_OF_THEM = expression(r" of (?:them|whom|which)(?: (?!of\b|in\b|and\b|or\b)[a-z][\w’'-]*){0,4}")
_ROUND_WHOLES = frozenset((2, 3, 4, 5, 6, 8, 10, 20, 100, 1000))
_ROOM = 0.025  # as that of fractions in words
_COUNTED = expression(r"(?: of (?:the|its|their|his|her|our|all))?(?: (?!of\b|in\b|and\b|or\b)[a-z][\w’'-]*){0,4}")


@reading
def restated(document: Document) -> tuple[tuple[Quantity, Quantity], ...]:
    """Each share with the percentage that says it again, in text order. A share of counts that are not said for a
    fraction ("seven in 10") is exact: its `low` is its `high`."""
    text = flowed(document)
    found = []
    for sign in percent_signs(document):
        link = _LINK.search(text, max(0, sign.start - _BACK), sign.start)
        if link is not None and _closes(text, link.group(), sign.end):
            pair = _pair(document, text, link.start(), Span(link.start("figure"), sign.end))
            if pair is not None:
                found.append(pair)
        elif (behind := _OR.match(text, sign.end)) is not None:
            found.extend(_in_words_behind(document, text, sign, behind.end()))
    return tuple(found)


FRACTION_WORDS = frozenset(("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths"))
"""What ends a fraction that may say counts again."""
_AGAIN = expression(r"(?:, or| [–—](?: or)?) (?P<said>(?:[a-z]+ ){0,2}(?:(?:a|one|two|three|four)[ -])?)\Z")


@reading
def counts_restated(document: Document) -> tuple[tuple[Quantity, Quantity], ...]:
    """Each share of two counts with the fraction in words that says it again: "nine of its 12 directors, or
    three-quarters,"."""
    text = flowed(document)
    found = []
    stand = token_set(document)
    ends = [
        Span(at, at + len(word))
        for word in FRACTION_WORDS & stand
        for mark in ",."
        for at in occurrences(document, word + mark)
    ]
    if "one" in stand:
        ends += [Span(at + 5, at + _AS_WORDS) for at in occurrences(document, ", or one in ")]
    for start, end in ends:
        lead = _AGAIN.search(text, max(0, start - _AS_WORDS), start)
        if lead is not None:
            spelt = number_words_in(document, Span(lead.start("said"), end))
            share = _of_counts(document, text, Span(max(0, lead.start() - _REACH), lead.start()))
            fraction = share is not None and len(spelt) == 1 and spelt[0].kind == "fraction"
            if share is not None and fraction and text[lead.start("said") : spelt[0].span.start] in _LEADS:
                found.append((share, spelt[0]))
    return tuple(sorted(found, key=lambda pair: pair[1].span))


def _in_words_behind(document: Document, text: str, sign: Span, at: int) -> Iterator[tuple[Quantity, Quantity]]:
    """The fraction in words that says a percentage before it again: "60% of those asked, or one in three,"."""
    percents = [
        one for one in figures_in(document, Span(max(0, sign.start - _FIGURE), sign.end)) if one.span.end == sign.end
    ]
    spelt = [one for one in number_words_in(document, Span(at, at + _AS_WORDS)) if one.kind == "fraction"]
    if percents and percents[0].kind == "percent" and spelt and spelt[0].value < 1:
        lead = text[at : spelt[0].span.start]
        if lead in _LEADS and text[spelt[0].span.end : spelt[0].span.end + 1] in (",", ")"):
            yield spelt[0], percents[0]


def _closes(text: str, link: str, end: int) -> bool:
    """Whether what stands behind a percentage ends what says a share again: "half (47% in 2019)" is one of another."""
    if text.startswith((" a ", " per ", " year"), end):
        return False  # a rate
    after = text[end : end + 1]
    if link.startswith(" ("):
        return after in (")", ",", ";") or text.startswith(" of ", end)
    if link.startswith((", or ", ", a ", ", an ")):
        return after in (")", ",", ";", ".", " ")
    return after == "," or text.startswith((" –", " —", *_OF_TOTAL), end)


def _pair(document: Document, text: str, at: int, printed: Span) -> tuple[Quantity, Quantity] | None:
    percents = figures_in(document, printed)
    if not percents or percents[0].kind != "percent":
        return None
    window = Span(max(0, at - _REACH), at)
    end = percents[0].span.end
    again = text.startswith(" of ", end) and not text.startswith(
        _OF_TOTAL, end
    )  # "95 percent of the Greens": of what, the percentage tells
    share = _in_words(document, text, window, again)
    if share is None and not again and _OF_COUNT.search(text, *window) is not None:
        share = _of_counts(document, text, window)
    if (
        share is not None
        and not again
        and text.startswith(_OF_TOTAL, end)
        and _OF_THOSE.search(text, window.start, share.span.start)
    ):
        return None  # "half of those, 26% of the total": two wholes
    return None if share is None else (share, percents[0])


def _in_words(document: Document, text: str, window: Span, again: bool) -> Quantity | None:
    """The fraction in words that ends a stretch of text with whose it is: "half of the men", "one in 10 adults"."""
    spelt = number_words_in(document, window)
    if not spelt or spelt[-1].kind != "fraction" or spelt[-1].value >= 1:
        return None
    share = spelt[-1]
    odds = text.find(" in ", *share.span) > 0 or text.find(" of ", *share.span) > 0
    if (_COUNTED if odds else _WHOSE).fullmatch(text, share.span.end, window.end) is None:
        return None
    return None if again and " of " in text[share.span.end : window.end] else share


def _of_counts(document: Document, text: str, window: Span) -> Quantity | None:
    """The share that two counts at the end of a stretch of text make: "84 of the 140 thefts", "of the 400 men, 120"."""
    counts = [one for one in quantities_in(document, window) if one.kind in ("count", "money")][-2:]
    if len(counts) < 2 or any(one.joined or one.year or one.scale for one in counts):
        return None
    first, second = counts
    if (first.kind, first.unit) != (second.kind, second.unit):
        return None
    if _OF_ALL.search(text, max(0, first.span.start - _OF_LEAD), first.span.start) is not None:
        part, whole, parted = second, first, _THEN
    else:
        part, whole, parted = first, second, _OUT_OF
    counted = _COUNTED
    if _OF_THEM.fullmatch(text, second.span.end, window.end) and parted is _OUT_OF:
        part, whole, parted, counted = second, first, _THEM, _OF_THEM  # "84 arrests, 21 of them"
    if not 0 < part.value < whole.value or not parted.fullmatch(text, first.span.end, second.span.start):
        return None
    if not counted.fullmatch(text, second.span.end, window.end):
        return None
    value = part.value / whole.value
    room = _ROOM if whole.value in _ROUND_WHOLES else 0.0
    both = Span(first.span.start, second.span.end)
    return part._replace(span=both, number=both, value=value, low=value - room, high=value + room, kind="fraction")
