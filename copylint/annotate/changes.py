"""Changes: a rise or a fall with its figures: how much, to what and from what. Nothing is judged here."""

from __future__ import annotations

import re
from bisect import bisect_left

from copylint.annotate.figures import Quantity
from copylint.annotate.movement import FACTORS, MOVES
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import Words, flowed, flowed_folded, token_set, words
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.values import NamedTuple


class Change(NamedTuple):
    """A rise or a fall.

    move: the word of movement ("fell", "an increase", "doubled"), `word` in lower case. amount: by how much, as a
    number, money, per cent, points or a fraction; second: the same said in another way ("12 points, or 3%"). to, start:
    the new level and the old one. Each is None where it is not printed. sentence: the sentence they stand in.
    """

    sentence: Span
    move: Span
    word: str
    amount: Quantity | None
    second: Quantity | None
    to: Quantity | None
    start: Quantity | None


_WORDS = frozenset(MOVES) | frozenset(FACTORS)
_LONGEST_WORD = max(map(len, _WORDS))
_TOKEN = expression(r"\w+")
_RANK = expression(
    r"\b(?:no|no\.|number|rank\w*|place|position|seed\w*|spot|seats?)\s*$|\b(?:ranking|table|chart|world number)\b"
)
_TIME_AFTER = expression(
    r"[ -](?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|quarters?|a\.?m\b|p\.?m\b|o'clock|gmt|est\b|"
    r"[a-z]+-year)",
    re.I,
)
_MONTH_BEFORE = expression(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|"
    r"sept?|oct|nov|dec)\.? $", re.I
)  # fmt: skip
# In the folded text. Each way it may begin is one character, so that the search skips to these.
_STOP = expression(
    r"[;:—]| - |--|[ (“\"](?:while|but|whereas|although|though|after|before|which|who|because|if|when|unless|until|"
    r"despite|followed|then|since|and)\b"
)
_FILLER = frozenset(
    "by a an the about around nearly almost some just more than less over under only at least as much well another "
    "further "
    "to from up down of its their his her fresh new record high low level total roughly approximately an estimated "
    "sharply "
    "slightly or compared with against versus vs on revised previous earlier slightly modestly steeply respectively "
    "marginally strongly quickly steadily again even still exactly fully last year ago in same period prior year's "
    "quarter "
    "month week for average mean median".split()
)


_LINKS = (
    ("from", " from "), ("compared", " compared "), ("against", " against "), ("versus", " versus "), ("vs", " vs"),
    ("last", " on last "), ("previous", " on the previous "),
)  # fmt: skip
_FROM_LINKS = ("from ", "compared ", "against ", "versus ", "vs", "on last ", "on the previous ")
_PERCENT_SIGNS = ("%", "cent", "pct")
_AHEAD = 60  # code points after a link within which its figure stands
_BEFORE, _AFTER = 170, 80  # code points before a link and after it within which the word of movement stands
_LONGEST = 300  # code points of a sentence that are read on each side of the word of movement
# "to 120 from 110, a rise of 9%": between the pair and the word that sums it up.
_APPOSED = frozenset(("a", "an", "representing a", "representing an", "which is a", "a whopping", "a modest"))
_EXTREME = frozenset("low high record peak trough".split())


class _Part(NamedTuple):
    role: str  # "change", "to" or "from"
    quantity: Quantity


@reading
def changes(document: Document) -> tuple[Change, ...]:
    """The changes that have two levels, or an amount in two ways and a level, in text order."""
    places = _places(document)
    if not places:
        return ()
    text = flowed(document)
    lowered = flowed_folded(document)
    starts, ends, folded = words(document)
    found: list[Change] = []
    previous: Change | None = None
    for index in places:
        word = folded[index]
        move = Span(starts[index], ends[index])
        if previous is None and not _may_have_levels(lowered, move):
            continue
        sentence = sentence_at(document, move.start)
        if sentence is None:
            continue
        # Most words of movement have but one figure near them: a look for two costs less than reading them.
        low, high = max(sentence.start, move.start - 60), min(sentence.end, move.end + _LONGEST)
        if len(_SOME_FIGURE.findall(text, low, high)) < 2 and not _spelt(words(document), low, high):
            continue
        clause = Span(move.end, _clause_end(lowered, move.end, min(sentence.end, move.end + _LONGEST)))
        figures = quantities_in(document, Span(max(sentence.start, move.start - 60), clause.end))
        parts = _parts(text, move, [quantity for quantity in figures if quantity.span.start >= move.end], clause.end)
        parts = _before(text, move, word, [quantity for quantity in figures if quantity.span.end <= move.start], parts)
        roles = _roles(parts)
        if roles is None or _is_range(text, word, parts, roles):
            continue
        change = Change(
            sentence, move, word, roles.get("change"), roles.get("second"), roles.get("to"), roles.get("from")
        )
        if change.amount is not None and change.start is not None and _does_not_join(text, change):
            change = change._replace(amount=None)
        if change.to is None and change.start is None and previous is not None and _sums_up(text, previous, change):
            change = change._replace(to=previous.to, start=previous.start)
        if change.to is not None and change.start is not None:
            previous = change
        if change.to is not None and (change.start is not None or change.second is not None):
            found.append(change)
    return tuple(found)


def _may_have_levels(text: str, move: Span) -> bool:
    """Whether the words stand near that make two levels of figures, or a level and an amount in two ways."""
    after = text[move.end : move.end + _LONGEST]
    linked = any(link in after for link in _FROM_LINKS)
    if "to " in after or "at " in after:
        return linked or any(sign in after for sign in _PERCENT_SIGNS)
    return linked and "," in text[max(0, move.start - 60) : move.start]  # "120 million, up 5% from"


def _does_not_join(text: str, change: Change) -> bool:
    """True for "reduced its income by 20 to 226, compared with 233": what something took away, and another year."""
    assert change.amount is not None and change.start is not None
    between = text[change.move.end : change.amount.span.start].lower()
    return _OBJECT.fullmatch(between) is not None and not _FROM.search(text, change.move.end, change.start.span.start)


_FROM = expression(r"\b[Ff]rom [^0-9]{0,30}$")


def _sums_up(text: str, pair: Change, change: Change) -> bool:
    """True for "to 120 from 110, a rise of 9%", "…, a 9% rise", "…, up 9%."."""
    amount = change.amount
    if amount is None or amount.kind not in ("percent", "fraction", "points") or pair.to is None or pair.start is None:
        return False
    after = max(pair.to.span.end, pair.start.span.end)
    between = text[after : min(change.move.start, amount.span.start)]
    if len(between) > 44 or not _TAIL.fullmatch(between):
        return False
    end = max(change.move.end, amount.span.end)
    if between.rpartition(",")[2].strip() in _APPOSED:
        return not _ANOTHER.match(text, end)
    return change.word in ("up", "down") and between.rstrip().endswith(",") and _ENDS.match(text, end) is not None


_TAIL = expression(r"(?: (?!and\b|but\b|while\b)[a-z'’]+){0,5}(?: in (?:[A-Z]\w+|[12][0-9]{3}))?,? ?(?:[a-z]+ ?){0,3}")
_ANOTHER = expression(r" (?:on|from|since|over|in|against|compared)\b(?! (?:the|a|last) (?:year|month|week|decade))")
_ENDS = expression(r"[.;)]|$|\n")


def _places(document: Document) -> list[int]:
    """The indices of the words of movement that stand near a link with a figure after it."""
    stand = token_set(document)
    if stand.isdisjoint(_WORDS):
        return []
    text = flowed(document)
    windows: list[tuple[int, int]] = []
    for word, link in _LINKS:
        if word not in stand:
            continue
        at = text.find(link)
        while at >= 0:
            if _FIGURE_AHEAD.search(text, at, at + _AHEAD):
                windows.append((at - _BEFORE, at + _AFTER))
            at = text.find(link, at + 1)
    shared = "or" in stand and ("%" in text or not stand.isdisjoint(("percent", "cent", "pct")))
    at = text.find(" or ") if shared else -1
    while at >= 0:
        if _SHARE_AHEAD.match(text, at + 4):
            windows.append((at - _BEFORE, at))
        at = text.find(" or ", at + 1)
    lowered = flowed_folded(document)
    # A look at what stands there costs less than to find all words of the article.
    windows = [
        (low, high)
        for low, high in windows
        if not _WORDS.isdisjoint(_TOKEN.findall(lowered, max(0, low), high + _LONGEST_WORD))
    ]
    if not windows:
        return []
    starts, _, folded = words(document)
    found: set[int] = set()
    for low, high in windows:
        first, last = bisect_left(starts, low), bisect_left(starts, high)
        if not _WORDS.isdisjoint(folded[first:last]):
            found.update(index for index in range(first, last) if folded[index] in _WORDS)
    return sorted(found)


_SOME_FIGURE = expression("[0-9][0-9,.]*")
_SPELT = frozenset(
    "half third quarter one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty seventy eighty ninety".split()
)


def _spelt(found: Words, low: int, high: int) -> bool:
    """Whether there is a number in words."""
    return not _SPELT.isdisjoint(found.folded[bisect_left(found.starts, low) : bisect_left(found.starts, high)])


_FIGURE_AHEAD = expression(
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|"
    r"eighty|ninety)\b"
)
_SHARE_AHEAD = expression(r"(?:about |some |nearly |almost |around )?[$£€]?[0-9]")


def _clause_end(folded: str, start: int, end: int) -> int:
    stop = _STOP.search(folded, start, end)
    while stop is not None and (
        (stop.group()[1:] == "and" and _between(folded, stop.start()))
        or (stop.group()[1:] == "since" and folded[stop.end() + 1 : stop.end() + 2].isdigit())
    ):
        stop = _STOP.search(folded, stop.end(), end)
    return stop.start() + 1 if stop is not None else end


def _between(text: str, at: int) -> bool:
    return "between" in text[max(0, at - 20) : at]


def _parts(text: str, move: Span, found: list[Quantity], end: int) -> list[_Part]:
    """The figures after the word of movement, each with what its connective makes of it."""
    parts: list[_Part] = []
    at = move.end
    for quantity in found:
        gap = text[at : quantity.span.start].lower()
        if quantity.span.end > end:
            break
        if _is_time(text, quantity):
            continue  # it stays in the gap before the next figure
        role = _role(gap, quantity, parts)
        if role is None:
            break
        parts.append(_Part(role, quantity))
        at = quantity.span.end
    return parts


def _is_time(text: str, quantity: Quantity) -> bool:
    if quantity.kind != "count":
        return False
    start, end = quantity.span
    if quantity.year or _TIME_AFTER.match(text, end) or _MONTH_BEFORE.search(text, max(0, start - 12), start):
        return True
    number = text[start:end]
    return (len(number) == 4 and number[0] == "0") or (
        number.endswith("00") and text[end : end + 4] in (" GMT", " CST", " EST")
    )


_LINK = expression(
    r"(.*)(?:(?<!compared )\b(?P<to>to|at)|(?P<from>\bfrom|compared (?:with|to)|\bagainst|\bversus|\bvs\.?|"
    r"\bon(?= last |"
    r" the previous )))"
    r"\s+(?P<rest>[\w'’ -]*)$"
)


def _role(gap: str, quantity: Quantity, parts: list[_Part]) -> str | None:
    if _RANK.search(gap) or "rang" in gap or "between" in gap or "many as" in gap or "much as" in gap or "up to" in gap:
        return None
    if quantity.joined or quantity.hedge in ("up to", "as much as", "as many as", "at least"):
        return None
    link = _LINK.match(gap.replace("from from", "from"))
    if link is not None:
        rest = [word for word in link.group("rest").split() if word not in _FILLER]
        lead = link.group(1).split()
        gap = _SET_OFF.sub(" ", gap)
        if rest or len(lead) > 8 or "from" in lead or _has_move(lead) or ("," in gap.strip(" ,") and not _aside(gap)):
            return None
        role = "to" if link.group("to") else "from"
        if role == "from" and _EXTREME & set(link.group("rest").split()):
            return None  # "from a low of": not the level that the change is reckoned on
        if role == "to" and link.group("to") == "at" and not parts:
            return None
        return role
    if not parts and _OBJECT.fullmatch(gap):
        return "change"
    bare = gap.strip(" ,(")
    extra = [word for word in bare.split() if word not in _FILLER]
    if not parts and not extra and "," not in gap:
        return "change"
    if (
        parts
        and parts[-1].role == "change"
        and bare in ("or", "or about", "or some", "", "or nearly", "or almost", "or around")
    ) and (quantity.kind == "percent") != (parts[-1].quantity.kind == "percent"):
        return "change"
    return None


# "doubled since 2010, from", "fell in the year, to": what a comma closes before the link.
_SET_OFF = expression(r",(?= (?:from|to) $)")


def _aside(gap: str) -> bool:
    return gap.strip().startswith(",") and gap.count(",") <= 2


_OBJECT = expression(r" (?:(?!and\b|or\b|but\b)[a-z'’-]+ ){1,5}by ")  # "cut its workforce by"


def _has_move(gap: list[str]) -> bool:
    return any(word.strip(",") in _WORDS for word in gap)


def _before(text: str, move: Span, word: str, found: list[Quantity], parts: list[_Part]) -> list[_Part]:
    """The figure before the word: "a 5% rise to", "120 million, up 5% from"."""
    if not found or found[-1].joined or _is_time(text, found[-1]):
        return parts
    last = found[-1]
    gap = text[last.span.end : move.start].lower()
    roles = {part.role for part in parts}
    if (
        "change" not in roles
        and gap in (" ", "-")
        and last.kind in ("percent", "points")
        and word not in ("up", "down")
    ):
        return [_Part("change", last), *parts]
    if "to" not in roles and "from" in roles and last.kind in ("count", "money", "percent", "measure"):
        tail = re.fullmatch(r"((?: [a-z']+){0,4}),? ?(?:a|an)? ?", gap)
        apposed = tail is not None and "," in gap and (word in ("up", "down") or gap.endswith((", a ", ", an ")))
        if apposed and not _RANK.search(text[max(0, last.span.start - 12) : last.span.start].lower()):
            return [_Part("to", last), *parts]
    return parts


def _roles(parts: list[_Part]) -> dict[str, Quantity] | None:
    roles: dict[str, Quantity] = {}
    for part in parts:
        if part.role == "change" and "change" in roles:
            roles["second"] = part.quantity
        elif part.role in roles:
            break  # another pair begins
        else:
            roles[part.role] = part.quantity
    return roles or None


_GOING = expression(r"\b(?:go|goes|went|gone|going|move|moves|moved|moving) (?:up|down) from $")


def _is_range(text: str, word: str, parts: list[_Part], roles: dict[str, Quantity]) -> bool:
    """True for "down from 2.4 to 2.7 million" (both are the old level) and "down 16.7 to 22 pct from"."""
    to, start, change = roles.get("to"), roles.get("from"), roles.get("change")
    if to is not None and start is not None and word in ("up", "down") and start.span.end < to.span.start:
        return _GOING.search(text, max(0, start.span.start - 24), start.span.start) is None
    if to is not None and change is not None and text[change.span.end : to.span.start] == " to ":
        return change.kind == "count" and not change.unit and to.kind in ("percent", "points")
    return False


def is_rank(text: str, quantity: Quantity) -> bool:
    """True if a figure is a place in an order: "No. 5", "seat 12"."""
    return _RANK.search(text[max(0, quantity.span.start - 14) : quantity.span.start].lower()) is not None
