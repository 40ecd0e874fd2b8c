"""Changes: a rise or a fall with its figures: how much, to what and from what. Nothing is judged here."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.change_roles import FILLER, OBJECT, WORDS, Part, is_time, part_before, parts_behind, roles_of
from copylint.annotate.figures import Quantity, percent_signs, said_again
from copylint.annotate.movement import MOVES
from copylint.annotate.number_words import STARTERS
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import where_any
from copylint.annotate.words import flowed, flowed_folded, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple


class Change(NamedTuple):
    """A rise or a fall.

    move: the word of movement ("fell", "an increase", "doubled"), `word` in lower case. amount: by how much, as a
    number, money, per cent, points or a fraction; second: the same said in another way ("12 points, or 3%"). to, start:
    the new level and the old one. Each is None where it is not printed. sentence: the sentence they stand in. begun:
    the word of movement that told the new level, where that is another one ("rose to 120 million in May, up from").
    """

    sentence: Span
    move: Span
    word: str
    amount: Quantity | None
    second: Quantity | None
    to: Quantity | None
    start: Quantity | None
    begun: Span | None = None


# In the folded text. Each way it may begin is one character, so that the search skips to these.
_STOP = expression(
    r"[;:—]| - |--|[ (“\"](?:while|but|whereas|although|though|after|before|which|who|because|if|when|unless|until|"
    r"despite|followed|then|since|and)\b"
)
_LINKS = (
    ("from", "from "), ("compared", "compared "), ("against", "against "), ("versus", "versus "), ("vs", " vs"),
    ("last", "on last "), ("previous", "on the previous "),
    ("points", " on the "),
)  # fmt: skip
_AHEAD = 60  # code points after a link within which its figure stands
_LONGEST = 300  # code points of a sentence that are read on each side of the word of movement
_SUMMED_UP = 44  # code points between two levels and the figure that sums them up
_BEFORE = 60  # code points before the word of movement within which its figure stands
# "to 120 from 110, a rise of 9%": between the pair and the word that sums it up.
_APPOSED = frozenset(("a", "an", "representing a", "representing an", "which is a", "a whopping", "a modest"))


@reading
def changes(document: Document) -> tuple[Change, ...]:
    """The changes that have two levels, or an amount in two ways and a level, in text order."""
    links = _links(document)
    if not links:
        return ()
    text = flowed(document)
    lowered = flowed_folded(document)
    moved = WORDS & token_set(document)
    low, high = max(0, links[0] - _LONGEST), links[-1] + _LONGEST
    found: list[Change] = []
    previous: Change | None = None
    half: Change | None = None  # the last one that told a new level and no old one
    behind = 0  # where a word of movement may stand that sums up the two levels before it
    for start, word in where_any(document, moved, low, high):
        move = Span(start, start + len(word))
        index = bisect_left(links, move.end)
        link = links[index] if index < len(links) else len(text)
        if index and lowered.endswith(_APPOSING, 0, start):
            pair = _pair_before(document, Span(links[index - 1], start))
            if pair is not None:
                previous = Change(Span(start, start), move, word, None, None, *pair)
                behind = max(behind, start)
        if start > behind and not _leads_to(lowered, move, link):
            continue
        if word == "up" and lowered.endswith(_GIVING, 0, start):
            continue  # "gave up 45 points, or 2.81%, at 1,561": a fall
        if word == "lower" and lowered.endswith(_BEFORE_PLACE, 0, start):
            continue  # "within the lower shale from 39.8m to 45.8m"
        sentence = sentence_at(document, start)
        if sentence is None or (start > behind and link >= sentence.end):
            continue
        end = _clause_end(lowered, move.end, min(sentence.end, move.end + _LONGEST))
        figures = quantities_in(document, Span(max(sentence.start, start - _BEFORE), end))
        parts = parts_behind(text, move, [quantity for quantity in figures if quantity.span.start >= move.end], end)
        parts = part_before(text, move, word, [quantity for quantity in figures if quantity.span.end <= start], parts)
        begun = half.move if half is not None and word in _UP_AND_DOWN and _goes_on(text, half, move, parts) else None
        if half is not None and begun is not None:
            parts = _joined(half, parts, word)
        roles = roles_of(parts)
        if roles is None or _is_range(text, word, parts, roles):
            continue
        change = Change(
            sentence, move, word, roles.get("change"), roles.get("second"), roles.get("to"), roles.get("from"), begun
        )
        if change.amount is not None and change.start is not None and _does_not_join(text, change):
            change = change._replace(amount=None)
        if change.to is None and change.start is None and previous is not None:
            change = _in_whole_units(text, change, previous)
        if change.to is None and change.start is None and previous is not None and _sums_up(text, previous, change):
            change = change._replace(to=previous.to, start=previous.start)
        if change.to is not None and change.start is not None:
            previous = change
            behind = max(change.to.span.end, change.start.span.end) + _SUMMED_UP + _BEFORE
        if change.to is not None and (change.start is not None or change.second is not None):
            found.append(change)
        half = change if change.to is not None and change.start is None else None
    return tuple(found)


def _links(document: Document) -> list[int]:
    """Where a second level begins, a "from" with a figure behind it, and where an amount is said in two ways. A change
    has one of them behind its word of movement, but for one that sums up two levels."""
    stand = token_set(document)
    text = flowed_folded(document)
    found: list[int] = []
    for word, link in _LINKS:
        if word in stand:
            at = text.find(link)
            while at >= 0:
                if _figure_ahead(text, at + len(link)):
                    found.append(at)
                at = text.find(link, at + 1)
    found.extend(said_again(document))
    found.extend(start for start, end in percent_signs(document) if _follows_again(text, end))
    return sorted(found)


def _follows_again(text: str, end: int) -> bool:
    """Whether another amount may say one in per cent again: "3% (12 points)"."""
    again = _AGAIN.match(text, end)
    return again is not None and _figure_ahead(text, again.end())


def _figure_ahead(text: str, at: int) -> bool:
    """Whether a figure stands at an offset, with none but fillers before it."""
    last = at + _AHEAD
    while at < last:
        end = text.find(" ", at)
        word = text[at:end] if end >= 0 else text[at:]
        if word not in _PASSED:
            letters = _LETTERS.match(word)
            return word[0] in _FIGURE_STARTS if letters is None else letters.group() in STARTERS or "$" in word
        at += len(word) + 1
    return False


_PASSED = FILLER.difference(STARTERS) | {"", "."}  # "vs. 120"
_LETTERS = expression("[a-z]+")
_FIGURE_STARTS = frozenset("0123456789½¼¾⅓⅔⅛$£€¥₹")
_AGAIN = expression(r",? or |,? \(|, ")


_GIVING = ("gave ", "give ", "gives ", "giving ", "given ")
_BEFORE_PLACE = ("the ", "upper and ")
_APPOSING = (", a ", ", an ")
_FROM_TO = expression(r" (?:[a-z]+ ){0,2}to ")
_IN_PAIR = 90  # code points in which two levels stand, and what sums them up behind a comma


def _pair_before(document: Document, span: Span) -> tuple[Quantity, Quantity] | None:
    """The new level and the old one of "went from 1,240 to 1,550, a", where no word of movement leads to them."""
    text = flowed(document)
    if span.end - span.start > _IN_PAIR or not text.startswith("from ", span.start):
        return None
    found = quantities_in(document, span)
    if len(found) != 2 or found[0].span.start != span.start + len("from ") or any(is_time(text, one) for one in found):
        return None
    start, to = found
    return (to, start) if _FROM_TO.fullmatch(text, start.span.end, to.span.start) else None


def _leads_to(text: str, move: Span, link: int) -> bool:
    """Whether a link is in the clause of a word of movement, with what leads to the new level behind it, or a comma
    behind the level before it: "120 million, up 5% from"."""
    if link >= move.end + _LONGEST or _clause_end(text, move.end, link) < link:
        return False
    after = text[move.end : move.end + _LONGEST]
    return "to " in after or "at " in after or "," in text[max(0, move.start - _BEFORE) : move.start]


def _does_not_join(text: str, change: Change) -> bool:
    """True for "reduced its income by 20 to 226, compared with 233": what something took away, and another year."""
    assert change.amount is not None and change.start is not None
    between = text[change.move.end : change.amount.span.start].lower()
    return OBJECT.fullmatch(between) is not None and not _FROM.search(text, change.move.end, change.start.span.start)


_UP_AND_DOWN = ("up", "down")
_GOES_ON = expression(
    r"(?: (?:a|per) [a-z]+)?(?: (?!and\b|but\b|still\b|though\b|although\b|while\b|yet\b)[\w’'-]+){0,9}, \Z"
)


def _goes_on(text: str, half: Change, move: Span, parts: list[Part]) -> bool:
    """True for "rose 7% to 120 million in the year to June, up from"."""
    assert half.to is not None
    return (
        bool(parts)
        and parts[-1].role == "from"
        and half.to.span.end < move.start < half.to.span.end + _LONGEST
        and _GOES_ON.fullmatch(text, half.to.span.end, move.start) is not None
    )


def _joined(half: Change, parts: list[Part], word: str) -> list[Part]:
    """The figures of a change that was begun with another word of movement. Where the two words go the same way, so
    does the amount."""
    assert half.to is not None
    begun = [Part("to", half.to), *(part for part in parts if part.role == "from")]
    if half.amount is None or MOVES.get(half.word) != MOVES[word]:
        return begun
    return [Part("change", half.amount), *begun]


_FROM = expression(r"\b[Ff]rom [^0-9]{0,30}$")


_PARTS = {"penny": "£", "cent": "$"}


def _in_whole_units(text: str, change: Change, pair: Change) -> Change:
    """A change of so many pence or cents in pounds or dollars, where these are what the levels before it are in; and of
    so many degrees in the degrees of these."""
    amount = change.amount
    if amount is None or pair.to is None:
        return change
    if amount.kind == "money" and _PARTS.get(amount.unit) == pair.to.unit:
        value, low, high = amount.value / 100, amount.low / 100, amount.high / 100
        return change._replace(amount=amount._replace(value=value, low=low, high=high, unit=pair.to.unit))
    if pair.to.unit in ("C", "F") and amount.kind == "count" and text.startswith(" degrees", amount.span.end):
        return change._replace(amount=amount._replace(kind="measure", unit=pair.to.unit))
    return change


def _sums_up(text: str, pair: Change, change: Change) -> bool:
    """True for "to 120 from 110, a rise of 9%", "…, a 9% rise", "…, up 9%."."""
    amount = change.amount
    if amount is None or pair.to is None or pair.start is None:
        return False
    bare = amount.kind == pair.to.kind == "count" and not (amount.scale or pair.to.scale)
    if bare and (text[change.move.end : amount.span.start] != " of " or not _ENDS.match(text, amount.span.end)):
        return False
    if (
        amount.kind not in ("percent", "fraction", "points")
        and not bare
        and (amount.kind not in ("money", "measure") or (amount.kind, amount.unit) != (pair.to.kind, pair.to.unit))
    ):
        return False
    after = max(pair.to.span.end, pair.start.span.end)
    between = text[after : min(change.move.start, amount.span.start)]
    if len(between) > _SUMMED_UP or not _TAIL.fullmatch(between):
        return False
    end = max(change.move.end, amount.span.end)
    if between.rpartition(",")[2].strip() in _APPOSED:
        return not _ANOTHER.match(text, end)
    if change.word not in ("up", "down") or not between.rstrip().endswith(","):
        return False
    return _ENDS.match(text, end) is not None or (between.strip() == "," and _OVER_TIME.match(text, end) is not None)


_TAIL = expression(r"(?: (?!and\b|but\b|while\b)[a-z'’]+){0,5}(?: in (?:[A-Z]\w+|[12][0-9]{3}))?,? ?(?:[a-z]+ ?){0,3}")
_ANOTHER = expression(r" (?:on|from|since|over|in|against|compared)\b(?! (?:the|a|last) (?:year|month|week|decade))")
_ENDS = expression(r"[.;),](?!\d)|$|\n")
_OVER_TIME = expression(r" (?:on the (?:year|quarter|month|week|day)\b|year[- ]on[- ]year\b)")


def _clause_end(folded: str, start: int, end: int) -> int:
    stop = _STOP.search(folded, start, end)
    while stop is not None and (
        (stop.group()[1:] == "and" and _between(folded, stop.start()))
        or (
            stop.group()[1:] == "since"
            and (folded[stop.end() + 1 : stop.end() + 2].isdigit() or _MOST.search(folded, start, stop.start()))
        )
    ):
        stop = _STOP.search(folded, stop.end(), end)
    return stop.start() + 1 if stop is not None else end


_MOST = expression(r"(?:est|best|worst|most|least)(?: (?:level|reading|rate|pace|point))?\Z")  # "its lowest since June"


def _between(text: str, at: int) -> bool:
    return "between" in text[max(0, at - 20) : at]


_GOING = expression(r"\b(?:go|goes|went|gone|going|move|moves|moved|moving) (?:up|down) from $")


def _is_range(text: str, word: str, parts: list[Part], roles: dict[str, Quantity]) -> bool:
    """True for "down from 2.4 to 2.7 million" (both are the old level) and "down 16.7 to 22 pct from"."""
    to, start, change = roles.get("to"), roles.get("from"), roles.get("change")
    if (
        to is not None
        and start is not None
        and text[start.span.end : to.span.start] == " to "
        and text.endswith((" compared to ", " compared with ", " against ", " versus "), 0, start.span.start)
    ):
        return True  # "up 2% a year, compared with 10 to 15 percent"
    if to is not None and start is not None and word in ("up", "down") and start.span.end < to.span.start:
        if change is not None and change.span.end <= start.span.start and text.endswith(", from ", 0, start.span.start):
            return False  # "down by half, from 640 to 520"
        return _GOING.search(text, max(0, start.span.start - 24), start.span.start) is None
    if to is not None and change is not None and text[change.span.end : to.span.start] == " to ":
        return change.kind == "count" and not change.unit and to.kind in ("percent", "points")
    return False
