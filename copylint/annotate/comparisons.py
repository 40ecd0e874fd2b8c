"""Comparisons: one figure measured by another: three times as many as the 60, 200 more than the 540, a majority of six.

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.change_roles import is_time
from copylint.annotate.figures import Quantity
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import IGNORECASE, expression
from copylint.values import NamedTuple


class Comparison(NamedTuple):
    """`left` is `factor` times `right`, or `amount` more (direction 1) or less (-1) than it. `span` is what compares
    them. `margin`: a majority of two counts. `polled`: shares in a poll, of which each is rounded for itself."""

    span: Span
    left: Quantity
    right: Quantity
    factor: float = 0.0
    amount: Quantity | None = None
    direction: int = 1
    margin: bool = False
    polled: bool = False


_TIMES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_FACTOR = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "half": 0.5}
_MULTIPLES = (*_FACTOR, "times")
_AS = expression(
    r"(?:as (?:many|much|high|large|big|long|heavy)(?: [a-z]+)? as|the size of|more than)? ?(?=the |last |"
    r"its |his |her |their |a "
    r"|an |[$£€]?[0-9])"
)
# What may stand between "twice as many as" and the figure.
_TO_FIGURE = expression(
    r"(?:the|last [a-z]+['’]s|its|his|her|their|an?)?(?: (?:average|limit|target|budget|figure|total|record|"
    r"previous|estimate|forecast|"
    r"cost|price|original|usual|normal|national|legal|[a-z]+ average))*(?: of)?(?: (?:only|just|some|about))? ?$"
)
# What may stand between the figure on the left and the comparison.
_FROM_FIGURE = expression(
    r"(?: [A-Z]?[a-z’'-]+){0,5}(?:,| was| is| were| are)(?: (?:nearly|almost|about|more than|just over|over|or))*? $"
)
_MORE = {"more": 1, "higher": 1, "fewer": -1, "less": -1, "lower": -1}
_LONGEST_MORE = 1 + max(map(len, _MORE))
_MARGIN = expression(r"(?:with|by|for|gave [a-z]+) a? ?$|, an? $|, a (?:winning|clear|narrow) $")
# What sums up two figures of two times.
_MOVE_WAYS = {
    **dict.fromkeys(("rise", "increase", "jump"), 1), **dict.fromkeys(("fall", "drop", "decrease", "decline"), -1),
}  # fmt: skip
_MOVE_NOUNS = frozenset(_MOVE_WAYS)
_PART_UNITS = {"penny": "£", "cent": "$"}
_LONGEST = 300  # code points of the sentences with the two
_TWO = 2
_LINK = expression(r"of |was ")
_ARTICLES = {"of ": (" a", " an", " the", "\nthe"), "was ": (" the", "\nthe")}
_ON = expression(r" (?:on|from|since|over|in|against|compared|for|to|by|per|a)\b|-")
_TAKEN_FROM = expression(r"\b(?:[Ff]rom|up|down|by) (?:about |some |just )?\Z")
_TIMED = expression(
    r"\b(?:(?:last|this|previous) (?:year|month|week|season|quarter|summer|winter|time)|"
    r"(?:year|month|week|decade)s? (?:before|earlier|ago|to)|"
    r"in (?:1[89]|20)[0-9]{2}|now|today|having been|previously|from a (?:peak|high|low))\b",
    IGNORECASE,
)
_POLLING = expression(r"(?:with |by |(?:polling|taking|winning|getting|gaining|securing|collecting) )?(?:his |her )?")
_TO_RIVAL = expression(
    r"(?: votes)?,? (?:to|against|compared with)"
    r"(?: (?:his|her|their|the|(?:[A-Z][\w’'.-]+ ?){1,4}|[a-z]+)(?:[’']s?)?)? |[-–]"
)
_VOTES = expression(
    r" ?(?:votes?|seats|points)? (?:to|against) $|[-–]$|"
    r" votes to (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+[’']s? $"
)
# "on 48%, five points ahead of Mr Lowe on 43%"; of teams "on 34 points, four behind the leaders, Ayr, on 38".
_GAPS = (
    ("ahead", " ahead of ", 1), ("clear", " clear of ", 1), ("above", " above ", 1), ("behind", " behind ", -1),
    ("adrift", " adrift of ", -1), ("below", " below ", -1),
)  # fmt: skip
_STANDING = expression(
    r"(?: of (?:the )?votes?| in (?:the )?polls?)?(?:,| [-–—])(?: (?:now|just|only|and|still|which is))? (?:a )?"
)
_POINTS = expression(r"(?:[ -](?:percentage[ -])?points?)?")
_RIVAL = expression(
    r"(?!last|the (?:last|average|previous))(?:[\w’'-]+,? |[A-Z][a-z]{1,2}\. ){1,6}(?:on|with|at|who (?:has|have)) "
)
_WINDOW = 110  # code points on the left and on the right that are read


@reading
def comparisons(document: Document) -> tuple[Comparison, ...]:
    """The comparisons that have figures on both sides, in text order."""
    stand = token_set(document)
    found: list[Comparison] = []
    if not stand.isdisjoint(_MULTIPLES):
        found.extend(_multiples(document, stand))
    if "than" in stand and not stand.isdisjoint(_MORE):
        found.extend(_differences(document))
    if "majority" in stand or "margin" in stand:
        found.extend(_margins(document))
    if "votes" in stand and "by" in stand:
        found.extend(_won_by(document))
    for word in stand & _MOVE_NOUNS:
        found.extend(_summed_up(document, word))
    for word, phrase, direction in _GAPS if "points" in stand else ():
        if word in stand:
            found.extend(_standings(document, phrase, direction))
    return tuple(sorted(found, key=lambda one: one.span))


def _multiples(document: Document, stand: frozenset[str]) -> list[Comparison]:
    text = flowed_folded(document)
    found: list[Comparison] = []
    for word in _MULTIPLES:
        if word not in stand:
            continue
        at = text.find(f" {word} ")
        while at >= 0:
            start, end = at + 1, at + len(word) + 2
            at = text.find(f" {word} ", end)
            factor = _FACTOR.get(word, 0.0)
            if word == "times":
                before = text[max(0, start - 12) : start].split()
                factor = float(_TIMES.get(before[-1], 0)) if before else 0.0
                if before and before[-1].isdecimal() and len(before[-1]) < 3:
                    factor = float(before[-1])
                if not factor:
                    continue
                start -= len(before[-1]) + 1
            link = _AS.match(text, end) if word != "half" or text.startswith("as ", end) else None
            if link is None or "more than" in link.group():
                continue
            pair = _sides(document, start, link.end())
            if pair is not None:
                found.append(
                    Comparison(
                        Span(start, max(end - 1, start + len(text[start : link.end()].rstrip()))), *pair, factor=factor
                    )
                )
    return found


def _sides(document: Document, start: int, end: int) -> tuple[Quantity, Quantity] | None:
    """The last figure before an offset and the first after another, if nothing but what belongs stands between."""
    text = flowed(document)
    sentence = sentence_at(document, start)
    if sentence is None:
        return None
    left = [
        one
        for one in quantities_in(document, Span(max(sentence.start, start - _WINDOW), start))
        if one.span.end <= start
    ]
    after = left[-1].span.end if left else 0
    left_of_or = left[-1].span.start if left else start
    if (
        len(left) > 1
        and text[after : after + 1] == ")"
        and text[left[-2].span.end : left[-1].span.start].strip() == "("
    ):
        left, after = left[:-1], after + 1  # "410mm (16 inches)"
    if len(left) > 1 and text[after:start].strip() == "or":
        left = left[:-1]  # "147, 28 or 16% fewer than"
        after = left[-1].span.end
        start = left_of_or
    if not left or left[-1].joined or is_time(text, left[-1]) or _FROM_FIGURE.fullmatch(text, after, start) is None:
        return None
    if text.endswith((" from ", " against ", " versus "), 0, left[-1].span.start):
        return None  # "rose from 135 million and were almost double the 526 million of May"
    right = quantities_in(document, Span(end, min(sentence.end, end + 60)))
    if not right or right[0].joined or right[0].year or _TO_FIGURE.fullmatch(text, end, right[0].span.start) is None:
        return None
    if right[0].scale and left[-1].kind == "count" and not left[-1].scale and text[after:start] in (" is ", " was "):
        return None  # "version 4 is 10 times 175 billion": the number of a thing
    if text[right[0].span.end : right[0].span.end + 1] == "-":
        return None  # "double the 20-year mean of 16"
    return left[-1], right[0]


def _differences(document: Document) -> list[Comparison]:
    text = flowed_folded(document)
    found: list[Comparison] = []
    for phrase in (" than the ", " than last "):
        at = text.find(phrase)
        while at >= 0:
            word = text[max(0, at - _LONGEST_MORE) : at].rpartition(" ")[2]
            if word in _MORE:
                start = at - len(word) - 1
                amounts = quantities_in(document, Span(max(0, start - 24), start))
                if amounts and amounts[-1].span.end == start and not amounts[-1].joined:
                    amount = amounts[-1]
                    pair = _sides(document, amount.span.start, at + 6)
                    if pair is not None:
                        left, right = pair
                        if right.hedge == f"{word} than":  # of the comparison, not of the figure
                            right = right._replace(hedge="")
                        found.append(Comparison(amount.span, left, right, amount=amount, direction=_MORE[word]))
            at = text.find(phrase, at + 1)
    return found


def _standings(document: Document, phrase: str, direction: int) -> list[Comparison]:
    text = flowed(document)
    found: list[Comparison] = []
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        before = quantities_in(document, Span(max(0, at - 60), at))[-2:]
        if len(before) == 2 and _POINTS.fullmatch(text, before[1].number.end, at):
            left, amount = before
            right = quantities_in(document, Span(end, end + 60))[:1]
            if (
                right
                and _STANDING.fullmatch(text, left.span.end, amount.span.start)
                and _RIVAL.fullmatch(text, end, right[0].span.start)
                and _is_standing(left, right[0])
            ):
                pair = (left, right[0]) if left.kind == "percent" else _bare(left, right[0])
                amount = amount._replace(kind="points")
                polled = left.kind == "percent"
                found.append(Comparison(amount.span, *pair, amount=amount, direction=direction, polled=polled))
        at = text.find(phrase, end)
    return found


def _won_by(document: Document) -> list[Comparison]:
    """ "won by 612 votes, polling 9,410 to Mr Crane's 8,798", "lost by 124 votes, 3,310 to 3,434"."""
    text = flowed(document)
    found: list[Comparison] = []
    for at in occurrences(document, " votes, "):
        amounts = quantities_in(document, Span(max(0, at - 16), at))
        if not amounts or amounts[-1].number.end != at or not text.endswith(" by ", 0, amounts[-1].span.start):
            continue
        end = at + len(" votes, ")
        counts = quantities_in(document, Span(end, end + 70))[:2]
        if (
            len(counts) == 2
            and all(one.kind == "count" for one in (amounts[-1], *counts))
            and _POLLING.fullmatch(text, end, counts[0].span.start)
            and _TO_RIVAL.fullmatch(text, counts[0].span.end, counts[1].span.start)
        ):
            right, left = sorted(counts, key=lambda one: one.value)
            found.append(Comparison(amounts[-1].span, left, right, amount=amounts[-1], margin=True))
    return found


def _summed_up(document: Document, word: str) -> list[Comparison]:
    """ "It had 320 pupils in 2010 and has 480 now, an increase of 50 per cent": two figures of two times, in one
    sentence or two, and what sums them up."""
    text = flowed(document)
    found: list[Comparison] = []
    for at in occurrences(document, f" {word} "):
        link = _LINK.match(text, at + 2 + len(word))
        if link is None or not text[max(0, at - 4) : at].lower().endswith(_ARTICLES[link.group()]):
            continue
        end = link.end()
        amounts = quantities_in(document, Span(end, end + 30))[:1]
        sentence = sentence_at(document, at)
        if sentence is None or not amounts or amounts[0].span.start != end or amounts[0].hedge:
            continue
        amount = amounts[0]
        if amount.kind not in ("percent", "money", "count") or _ON.match(text, amount.span.end):
            continue
        before = sentence_at(document, sentence.start - 2) if sentence.start > 1 else None
        start = before.start if before is not None and text[sentence.start - 1] == " " else sentence.start
        pair = _of_two_times(document, text, Span(sentence.start, at))
        if pair is None and start < sentence.start:
            pair = _of_two_times(document, text, Span(start, at))
        if pair is None:
            continue
        low, high = sorted(pair, key=lambda one: one.value)
        if amount.unit in _PART_UNITS and low.unit == _PART_UNITS[amount.unit]:
            value, least, most = amount.value / 100, amount.low / 100, amount.high / 100
            amount = amount._replace(value=value, low=least, high=most, unit=low.unit)
        if amount.kind == "percent" or (amount.kind, amount.unit) == (low.kind, low.unit):
            direction = _MOVE_WAYS[word]
            left, right = (high, low) if direction > 0 else (low, high)
            found.append(Comparison(amount.span, left, right, amount=amount, direction=direction))
    return found


def _of_two_times(document: Document, text: str, span: Span) -> tuple[Quantity, Quantity] | None:
    """The only two figures of a stretch of text, if it tells of two times."""
    if span.end - span.start > _LONGEST or len(_TIMED.findall(text, *span)) < _TWO:
        return None
    told = [one for one in quantities_in(document, span) if not is_time(text, one)]
    if len(told) != _TWO or any(one.joined or one.hedge for one in told):
        return None
    one, two = told
    if one.kind not in ("count", "money") or (one.kind, one.unit, one.scale) != (two.kind, two.unit, two.scale):
        return None
    if _TAKEN_FROM.search(text, span.start, one.span.start) or _TAKEN_FROM.search(text, one.span.end, two.span.start):
        return None
    return (one, two) if one.value != two.value else None


def _bare(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    return left._replace(kind="count"), right._replace(kind="count")


def _is_standing(left: Quantity, right: Quantity) -> bool:
    """Whether two figures are shares of a vote, or points of a table: of these, one may go without its noun."""
    if left.kind == right.kind == "percent":
        return True
    return left.kind == "points" and right.kind in ("points", "count") and left.unit != "%"


def _margins(document: Document) -> list[Comparison]:
    text = flowed(document)
    found: list[Comparison] = []
    for phrase in ("majority of ", "margin of "):
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            sentence = sentence_at(document, at)
            if sentence is not None and _MARGIN.search(text, max(sentence.start, at - 16), at):
                before = quantities_in(document, Span(max(sentence.start, at - 70), at))
                after = quantities_in(document, Span(end, min(sentence.end, end + 24)))
                close = (
                    len(before) > 1 and after and after[0].span.start == end and "," in text[before[-1].span.end : at]
                )
                if close and _VOTES.fullmatch(text, before[-2].span.end, before[-1].span.start):
                    amount = after[0]
                    if amount.kind in ("count", "points") and {before[-1].kind, before[-2].kind} <= {
                        "count",
                        "percent",
                        "points",
                    }:
                        found.append(
                            Comparison(amount.span, before[-2], before[-1], amount=amount, direction=1, margin=True)
                        )
            at = text.find(phrase, end)
    return found
