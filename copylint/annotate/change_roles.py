"""The roles of the figures beside a word of movement: how much, to what, from what ("rose by 10 to 120 from 110").

Nothing is judged here.
"""

from __future__ import annotations

from copylint.annotate.figures import Quantity
from copylint.annotate.movement import FACTORS, MOVES
from copylint.document import Span
from copylint.expressions import IGNORECASE, expression
from copylint.values import NamedTuple

WORDS = frozenset(MOVES) | frozenset(FACTORS)
_RANK = expression(
    r"\b(?:no|no\.|number|rank\w*|place|position|seed\w*|spot|seats?)\s*$|\b(?:ranking|table|chart|world number)\b"
)
_TIME_AFTER = expression(
    r"[ -](?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|quarters?|decades?|centur(?:y|ies)|a\.?m\b|p\.?m\b|"
    r"o'clock|gmt|est\b|[a-z]+-year)"
    r"|(?-i:(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)",
    IGNORECASE,
)
_MONTH_BEFORE = expression(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec|year|grade)\.? $", IGNORECASE
)  # fmt: skip
FILLER = frozenset(
    "by a an the about around nearly almost some just more than less over under only at least as much well another "
    "further to from up down of its their his her fresh new record high low level total roughly approximately an "
    "estimated sharply slightly or compared with against versus vs on revised previous earlier slightly modestly "
    "steeply respectively marginally strongly quickly steadily again even still exactly fully last year ago in same "
    "period prior year's season's month's week's season quarter month week for average mean median rs inr upwardly "
    "downwardly previously reported original provisional preliminary initial annual annualised annualized pace rate "
    "reading close near current".split()
)


_EXTREME = frozenset("low high record peak trough".split())


_EXTREME_AFTER = expression(
    r" (?:[a-z-]+ )?(?:low|high|record|peak|trough|estimates?|forecasts?|consensus|accounted|ascribed)\b"
)
_SPLIT = expression(r",[0-9]")  # of a figure that is written in another way: 9,25,984


class Part(NamedTuple):
    """A figure and its role in a change."""

    role: str  # "change", "to" or "from"
    quantity: Quantity


def parts_behind(text: str, move: Span, found: list[Quantity], end: int) -> list[Part]:
    """The figures after the word of movement, each with what its connective makes of it."""
    parts: list[Part] = []
    at = move.end
    word = text[move.start : move.end].lower()
    factor = word in FACTORS
    for quantity in found:
        gap = text[at : quantity.span.start].lower()
        if parts and gap == " (" and is_converted(text, parts[-1].quantity, quantity):
            at = quantity.span.end + 1  # "to 32 million pounds ($50.6 million) from"
            continue
        if not parts and word == "up" and _is_moved_up(text, move, quantity):
            quantity = quantity._replace(hedge="")
        if factor and not parts:
            gap = _RESTATED.sub(" from ", gap)
        if quantity.span.end > end:
            break
        if is_time(text, quantity):
            continue  # it stays in the gap before the next figure
        if parts and gap == ", or " and (shared := _A_SHARE.match(text, quantity.span.end)) is not None:
            at = shared.end()  # "to $212 million, or $1.06 a share, from"
            continue
        role = _role(gap, quantity, parts)
        if role is None or _SPLIT.match(text, quantity.span.end) or _is_revised(text, move, word, gap):
            break
        if role == "from" and _EXTREME_AFTER.match(text, quantity.span.end):
            break  # "compared with the 120p high of May": not the level that the change is reckoned on
        parts.append(Part(role, quantity))
        at = quantity.span.end
    return parts


def _is_revised(text: str, move: Span, word: str, gap: str) -> bool:
    """Whether the change itself is what is told anew, and no level: "gains were revised to 190,000 from 200,000"."""
    if word not in _NOUNS:
        return False
    return bool(_REVISED.search(gap) or _REVISED.search(text, max(0, move.start - 60), move.start))


_NOUNS = frozenset("gain gains increase increases rise rises drop drops fall falls decline declines growth".split())
_REVISED = expression(r"\b(?:revis|previously reported|originally reported|initially reported)")


def is_converted(text: str, quantity: Quantity, other: Quantity) -> bool:
    """Whether a figure says another one again in another unit: "32 million pounds ($50.6 million)"."""
    return (
        {quantity.kind, other.kind} <= {"money", "measure"}
        and quantity.unit != other.unit
        and text.startswith(")", other.span.end)
        and text.startswith(" (", quantity.span.end)
    )


def _is_moved_up(text: str, move: Span, quantity: Quantity) -> bool:
    """Whether "up to" tells of a rise, as in "the rate was pushed up to 5%", and not of what a figure is at most."""
    return quantity.hedge == "up to" and _MOVED.search(text, max(0, move.start - 60), move.start) is not None


# "edged up to", "was revised up to", "pushed the rate up to", ", up to": not what something is at most.
_MOVED = expression(
    r"(?:, |\b(?:inch|edg|creep|tick|mov|revis|nudg|push|mark|bump|shoot|jump|climb|drift|pick|driv|bring|tak|send|"
    r"rais|lift|go|com)(?:e|es|ed|s|ing)? (?:(?:back|further|slightly|the|its|their|his|her|[a-z-]+) ){0,4}|"
    r"\b(?:crept|shot|drove|driven|brought|took|taken|sent|went|gone|came|put|rose|risen) (?:[a-z-]+ ){0,4})\Z"
)
_A_SHARE = expression(r" (?:a|per) (?:[a-z]+ )?(?:share|unit|ADS)\b")
_RESTATED = expression(r", (?:[a-z]+ing(?: (?:it|them))?|up|down) from \Z")  # "doubled, going from"


def is_time(text: str, quantity: Quantity) -> bool:
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
    r"\bon(?= last | the previous | the $)))\s+(?P<rest>[\w'’ -]*)$"
)


def _role(gap: str, quantity: Quantity, parts: list[Part]) -> str | None:
    if quantity.joined or quantity.hedge in ("up to", "as much as", "as many as", "at least"):
        return None
    if gap in _BARE_LINKS:
        return _BARE_LINKS[gap]
    if not parts and gap in _BARE_AMOUNT:
        return "change"
    role = _told_role(gap, quantity, parts)
    if role is None or ", with " in gap or _RANK.search(gap) or any(other in gap for other in _OTHERWISE):
        return None
    return role


# What most gaps are: "to 120", "from 110", "up 9%", "by 10".
_BARE_LINKS = {" to ": "to", " from ": "from"}
_BARE_AMOUNT = frozenset((" ", " by "))
_OTHERWISE = ("rang", "between", "many as", "much as", "up to")


def _told_role(gap: str, quantity: Quantity, parts: list[Part]) -> str | None:
    """The role that the words before a figure give it."""
    link = _LINK.match(gap.replace("from from", "from"))
    if link is not None:
        rest = [word for word in link.group("rest").split() if word not in FILLER and not _SPAN_OF.fullmatch(word)]
        lead = link.group(1).split()
        gap = _SET_OFF.sub(" ", gap)
        if rest or len(lead) > 8 or "from" in lead or _has_move(lead):
            return None
        if "," in gap.strip(" ,") and not _aside(gap) and _DATED.match(gap) is None:
            return None
        role = "to" if link.group("to") else "from"
        if role == "from" and _EXTREME & set(link.group("rest").split()):
            return None  # "from a low of": not the level that the change is reckoned on
        if role == "to" and link.group("to") == "at" and not parts:
            return None
        return role
    if not parts and OBJECT.fullmatch(gap):
        return "change"
    bare = gap.strip(" ,(")
    extra = [word for word in bare.split() if word not in FILLER]
    if not parts and not extra and "," not in gap:
        return "change"
    if (
        parts
        and parts[-1].role == "change"
        and bare in ("or", "or about", "or some", "", "or nearly", "or almost", "or around")
    ) and (quantity.kind == "percent") != (parts[-1].quantity.kind == "percent"):
        return "change"
    return None


_SPAN_OF = expression(r"(?:all-time|[a-z0-9]+-(?:day|week|month|year|decade)s?)")  # "to a near 11-year high of"
# "doubled since 2010, from", "fell in the year, to": what a comma closes before the link.
_SET_OFF = expression(r",(?= (?:from|to) (?:an? [a-z]+ of )?$)")


# "fell to 31 last year, compared with", "to $7 a bushel, against".
_DATED = expression(
    r" (?:(?:last|this) (?:year|month|week|quarter|season)|in [12][0-9]{3}|(?:in|for|during|over) the (?:[a-z]+ ){0,4}"
    r"(?:year|quarter|half|months?|period|week)(?: (?:to|ended|ending|to the end of) (?:end-)?[a-z]+)?), "
    r"(?:compared|against) |"
    r" (?:an?|per) [a-z]+, (?:compared|against|from) "
)


def _aside(gap: str) -> bool:
    return gap.strip().startswith(",") and gap.count(",") <= 2


OBJECT = expression(r" (?:(?!and\b|or\b|but\b)[a-z'’-]+ ){1,5}by ")  # "cut its workforce by"


def _has_move(gap: list[str]) -> bool:
    words = [word.strip(",") for word in gap]
    return any(word in WORDS and not (word == "fall" and words[at - 1] in _SEASON) for at, word in enumerate(words))


_SEASON = ("this", "last", "next")  # of the year: "this fall"


_TO_APPOSED = expression(r"(?: [a-z']+){0,4},? ?(?:a|an)? ?")
_TO_FARTHER = expression(r"(?: (?!and\b|or\b|but\b|to\b|from\b)[a-z']+){0,8}, ")


_NEAR = 3  # what is farther apart is of two things: "12 cars to men, a fifth more than last year's 40"
_LEVEL = expression(r"(?: (?!and\b|but\b|or\b)[a-z’'-]+){0,6}, an? ")


def part_before(text: str, move: Span, word: str, found: list[Quantity], parts: list[Part]) -> list[Part]:
    """The figure before the word: "a 5% rise to", "120 million, up 5% from"."""
    if not found or found[-1].joined or is_time(text, found[-1]):
        return parts
    last, end = _level_of_share(text, found, parts)
    if len(found) > 1 and is_converted(text, found[-2], found[-1]):
        last, end = found[-2], found[-1].span.end + 1
    old = [part.quantity for part in parts if part.role == "from"]
    if old and old[0].scale != last.scale and end == last.span.end and _A_SHARE.match(text, end):
        return parts  # "$2.6 billion for the quarter, or $1.17 a share, up from $2.3 billion"
    gap = text[end : move.start].lower()
    roles = {part.role for part in parts}
    if (
        "change" not in roles
        and gap in (" ", "-")
        and last.kind in ("percent", "points")
        and word not in ("up", "down")
    ):
        change = Part("change", last)
        if "from" in roles and "to" not in roles and len(found) > 1:
            level, start = found[-2], next(part.quantity for part in parts if part.role == "from")
            if (
                1 / _NEAR < level.value / max(start.value, 1e-9) < _NEAR
                and not level.joined
                and not is_time(text, level)
                and _LEVEL.fullmatch(text, level.span.end, last.span.start)
            ):
                return [Part("to", level), change, *parts]  # "62,000 visitors, a 22% drop from 79,500"
        return [change, *parts]
    twice = len(parts) > 1 and parts[1].role == "change"  # "$31.50, down $1.50, or 4.5%"
    if "to" not in roles and ("from" in roles or twice) and last.kind in ("count", "money", "percent", "measure"):
        tail = _TO_APPOSED.fullmatch(gap)
        apposed = tail is not None and "," in gap and (word in ("up", "down") or gap.endswith((", a ", ", an ")))
        if not apposed and "from" in roles and word in ("up", "down"):
            alike = last.kind == parts[0].quantity.kind == "money" or _are_near(last, old[0])
            apposed = alike and _TO_FARTHER.fullmatch(gap) is not None
        if apposed and not _RANK.search(text[max(0, last.span.start - 12) : last.span.start].lower()):
            return [Part("to", last), *parts]
    return parts


def _are_near(level: Quantity, start: Quantity) -> bool:
    """Whether two figures that lie well apart may be two levels of one thing."""
    alike = level.kind == start.kind and level.unit == start.unit and level.scale == start.scale
    return alike and 1 / _NEAR < level.value / max(start.value, 1e-9) < _NEAR


def _level_of_share(text: str, found: list[Quantity], parts: list[Part]) -> tuple[Quantity, int]:
    """The last figure, or what it tells of a share, with where its phrase ends: "$9 million, or 6 cents a share,"."""
    last = found[-1]
    shared = _A_SHARE.match(text, last.span.end)
    starts = [part.quantity for part in parts if part.role == "from"]
    if shared is not None and len(found) > 1 and starts:
        level = found[-2]
        if text[level.span.end : last.span.start] in (", or ", " or ") and starts[0].scale == level.scale != last.scale:
            return level, shared.end() + text.startswith(",", shared.end())
    return last, last.span.end


def roles_of(parts: list[Part]) -> dict[str, Quantity] | None:
    roles: dict[str, Quantity] = {}
    for part in parts:
        if part.role == "change" and "change" in roles:
            roles["second"] = part.quantity
        elif part.role in roles:
            break  # another pair begins
        else:
            roles[part.role] = part.quantity
    return roles or None


def is_rank(text: str, quantity: Quantity) -> bool:
    """True if a figure is a place in an order: "No. 5", "seat 12"."""
    return _RANK.search(text[max(0, quantity.span.start - 14) : quantity.span.start].lower()) is not None
