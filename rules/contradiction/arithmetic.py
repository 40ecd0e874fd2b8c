"""Figures of one rise or fall that do not fit one another: fell 5% to 120 from 110."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.annotate.figures import APPROXIMATE, Quantity, figures_in
from copylint.annotate.movement import FACTORS, MOVES
from copylint.annotate.number_words import number_words_in
from copylint.annotate.quantities import quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import flowed, words
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule
from copylint.values import NamedTuple

_WORDS = frozenset(MOVES) | frozenset(FACTORS)
# Where the figures stand for something else, or are reckoned on another base than the printed one.
_OTHER_BASE = expression(
    r"\b(?:constant|like[- ]for[- ]like|adjust\w*|underlying|exclud\w*|comparable|organic\w*|annuali[sz]ed|inflation|real "
    r"terms|average|pro forma|same[- ]store|loss|losses|deficits?|minus|negative|per share|compound\w*)\b"
)
_CURRENCY_MARKET = expression(
    r"\b(?:against the|to the (?:dollar|euro|pound|yen)|per (?:dollar|euro|pound)|the (?:us |u\.s\. )?(?:dollar|yen|pound|baht|"
    r"euro|mark|franc|rupee|rouble|ruble|yuan|peso|lira|rand|won|real|currency|krone|krona|shekel|ringgit|rupiah)|sterling|"
    r"currency|exchange rate|greenback)\b"
)
_RANK = expression(
    r"\b(?:no|no\.|number|rank\w*|place|position|seed\w*|spot|seats?)\s*$|\b(?:ranking|table|chart|world number)\b"
)
_TIME_AFTER = expression(
    r"[ -](?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|quarters?|a\.?m\b|p\.?m\b|o'clock|gmt|est\b|[a-z]+-year)",
    re.I,
)
_MONTH_BEFORE = expression(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec)\.? $", re.I
)  # fmt: skip
_STOP = expression(
    r"[;:—]| - |--|\b(?:while|but|whereas|although|though|after|before|which|who|because|if|when|unless|until|despite|"
    r"followed|then|since|and)\b", re.I
)  # fmt: skip
_FILLER = frozenset(
    "by a an the about around nearly almost some just more than less over under only at least as much well another further "
    "to from up down of its their his her fresh new record high low level total roughly approximately an estimated sharply "
    "slightly or compared with against versus vs on revised previous earlier slightly modestly steeply respectively "
    "marginally strongly quickly steadily again even still exactly fully last year ago in same period prior year's quarter "
    "month week for".split()
)


_OTHER_LEVELS = expression(r"[^.;]{0,50}?\b(?:and|or) [$£€]?[0-9]")


_LINKS = ("compared ", " against ", " versus ", " vs")
_LONGEST = 300  # code points of a sentence that are read on each side of the word of movement
# "to 120 from 110, a rise of 9%": between the pair and the word that sums it up.
_APPOSED = frozenset(("a", "an", "representing a", "representing an", "which is a", "a whopping", "a modest"))
_EXTREME = frozenset("low high record peak trough".split())


class _Part(NamedTuple):
    role: str  # "change", "to" or "from"
    quantity: Quantity


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    starts, ends, folded = words(document)
    previous: tuple[int, dict[str, Quantity]] | None = None
    told: set[int] = set()
    for index in [at for at, word in enumerate(folded) if word in _WORDS]:
        word = folded[index]
        # Two levels, or points and per cent: without a sign of either there is no sum.
        after = text[ends[index] : ends[index] + 160]
        levels = " from " in after or any(link in after for link in _LINKS)
        if not levels and previous is None and " or " not in after:
            continue
        sentence = sentence_at(document, starts[index])
        if sentence is None:
            continue
        move = Span(starts[index], ends[index])
        clause = Span(move.end, _clause_end(text, move.end, min(sentence.end, move.end + _LONGEST)))
        found = quantities_in(document, Span(max(sentence.start, move.start - 60), clause.end))
        parts = _parts(text, move, [quantity for quantity in found if quantity.span.start >= move.end], clause.end)
        parts = _before(text, move, word, [quantity for quantity in found if quantity.span.end <= move.start], parts)
        roles = _roles(parts)
        if roles is None or _is_range(text, word, parts, roles):
            continue
        alone = "to" not in roles and "from" not in roles and "change" in roles and roles["change"].kind == "percent"
        if alone and previous is not None and text[previous[0] : move.start].strip(" ,") in _APPOSED:
            roles = {**previous[1], "change": roles["change"]}
        if "to" in roles and "from" in roles:
            previous = (
                max(roles["to"].span.end, roles["from"].span.end),
                {key: roles[key] for key in ("to", "from")},
            )
        match = _judge(document, sentence, move, word, roles)
        if match is not None and move.start not in told:
            told.add(move.start)
            yield match
    yield from _shares(document)


def _clause_end(text: str, start: int, end: int) -> int:
    stop = _STOP.search(text, start, end)
    while stop is not None and stop.group().lower() == "and" and _between(text, stop.start()):
        stop = _STOP.search(text, stop.end(), end)
    return stop.start() if stop is not None else end


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
    r"(.*?)(?:\b(?P<to>to|at)|(?P<from>\bfrom|compared (?:with|to)|\bagainst|\bversus|\bvs\.?))\s+(?P<rest>[\w' -]*)$"
)


def _role(gap: str, quantity: Quantity, parts: list[_Part]) -> str | None:
    if (
        _RANK.search(gap)
        or "range" in gap
        or "between" in gap
        or "many as" in gap
        or "much as" in gap
        or "up to" in gap
    ):
        return None
    if quantity.joined or quantity.hedge in ("up to", "as much as", "as many as", "at least"):
        return None
    link = _LINK.match(gap.replace("from from", "from"))
    if link is not None:
        rest = [word for word in link.group("rest").split() if word not in _FILLER]
        lead = link.group(1).split()
        if rest or len(lead) > 8 or "from" in lead or _has_move(lead) or ("," in gap.strip(" ,") and not _aside(gap)):
            return None
        role = "to" if link.group("to") else "from"
        if role == "from" and _EXTREME & set(link.group("rest").split()):
            return None  # "from a low of": not the level that the change is reckoned on
        if role == "to" and link.group("to") == "at" and not parts:
            return None
        return role
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


def _aside(gap: str) -> bool:
    return gap.strip().startswith(",") and gap.count(",") <= 2


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


def _is_range(text: str, word: str, parts: list[_Part], roles: dict[str, Quantity]) -> bool:
    """True for "down from 2.4 to 2.7 million" (both are the old level) and "down 16.7 to 22 pct from"."""
    to, start, change = roles.get("to"), roles.get("from"), roles.get("change")
    if to is not None and start is not None and word in ("up", "down") and start.span.end < to.span.start:
        return True
    if to is not None and change is not None and text[change.span.end : to.span.start] == " to ":
        return change.kind == "count" and not change.unit and to.kind in ("percent", "points")
    return False


def _judge(document: Document, sentence: Span, move: Span, word: str, roles: dict[str, Quantity]) -> Match | None:
    text = flowed(document)
    to, start = roles.get("to"), roles.get("from")
    if to is not None and start is not None:
        pair = _levelled(to, start)
        if pair is None:
            return None
        to, start = pair
        return _judge_pair(text, sentence, move, word, roles, to, start)
    if to is not None and "change" in roles and "second" in roles:
        return _judge_level(text, sentence, move, word, roles, to)
    return None


def _levelled(to: Quantity, start: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both figures in one unit; a scale or unit printed once holds for both. None if they measure two things."""
    if to.scale != start.scale and not (to.scale and start.scale):
        bare, full = (to, start) if not to.scale else (start, to)
        factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[full.scale]
        if 0.02 < bare.value * factor / max(full.value, 1e-9) < 50:
            lifted = bare._replace(value=bare.value * factor, low=bare.low * factor, high=bare.high * factor)
            to, start = (lifted, start) if bare is to else (to, lifted)
    if to.kind != start.kind:
        if "percent" in (to.kind, start.kind) and (to.scale or start.scale):
            return None
        if "count" not in (to.kind, start.kind) or "fraction" in (to.kind, start.kind):
            return None
        if "points" in (to.kind, start.kind):
            return None
    elif to.unit != start.unit:
        return None
    if start.value <= 0 or to.value <= 0:
        return None
    ratio = to.value / start.value
    return (to, start) if 0.01 < ratio < 100 else None


def _judge_pair(
    text: str,
    sentence: Span,
    move: Span,
    word: str,
    roles: dict[str, Quantity],
    to: Quantity,
    start: Quantity,
) -> Match | None:
    last = max(to.span.end, start.span.end)
    clause = text[max(sentence.start, move.start - _LONGEST) : last].lower()
    after = text[last : min(sentence.end, last + _LONGEST)].lower()
    tail = clause + re.split(r"[,;:—]|\b(?:and|while|but|with)\b", after)[0]
    if _RANK.search(text[max(0, start.span.start - 14) : start.span.start].lower()):
        return None
    low, high = to.low / start.high - 1, to.high / start.low - 1
    printed = f"{_shown(text, start)} to {_shown(text, to)}"
    change = roles.get("change")
    if word in FACTORS:
        return _judge_factor(text, move, word, to, start, printed)
    direction = MOVES[word]
    if _CURRENCY_MARKET.search(clause) and to.kind != "percent":
        return None
    if (direction > 0 and high < 0) or (direction < 0 and low > 0):
        if re.search(r"\b(?:loss|losses|deficits?|minus|negative|temperatures?)\b", clause) or "respectively" in tail:
            return None
        if abs(to.value / start.value - 1) > 20:
            return None
        if _OTHER_LEVELS.match(text, start.span.end) and not re.search(
            r"from\W+(?:\w+\W+){0,3}$", text[: start.span.start][-40:]
        ):
            return None  # "against 5.03 billion in December and 3.87 a year earlier": of two, the verb has one in mind
        said = "rise" if direction > 0 else "fall"
        told = f"{printed} is a {'fall' if direction > 0 else 'rise'}{_percentage(to, start)}, not a {said}"
        others = [quantity for quantity in (change, to, start) if quantity is not None]
        return Match(move, _evidence(text, others), slots={"told": told})
    if change is None or _OTHER_BASE.search(tail):
        return None
    if change.kind == "percent":
        if to.kind == "percent":
            gap_low, gap_high = sorted((abs(to.low - start.high), abs(to.high - start.low)))
            if _meets(change, gap_low, gap_high) or abs(abs(to.value - start.value) - change.value) < 1e-9:
                return None
        low, high = sorted((low * 100 * direction, high * 100 * direction))
        if _meets(change, low, high):
            return None
        told = f"{printed} is {_percentage(to, start).removeprefix(' of ')}, not {_shown(text, change)}"
        return Match(change.span, _evidence(text, [to, start]), slots={"told": told})
    if change.kind in ("count", "money", "points", "measure") and (
        change.unit == to.unit or not change.unit or change.kind == "points"
    ):
        if change.kind == "points" and to.kind not in ("percent", "count"):
            return None
        if change.scale != to.scale and not (change.scale and to.scale):
            return None
        low, high = sorted(((to.low - start.high) * direction, (to.high - start.low) * direction))
        if _meets(change, low, high):
            return None
        gap = abs(to.value - start.value)
        told = f"{printed} is a difference of {gap:,.10g}, not {_shown(text, change)}"
        return Match(change.span, _evidence(text, [to, start]), slots={"told": told})
    return None


def _judge_level(
    text: str, sentence: Span, move: Span, word: str, roles: dict[str, Quantity], to: Quantity
) -> Match | None:
    """Points, percentage and level: "rose 12 points, or 1.1%, to 1,105"."""
    first, second = roles["change"], roles["second"]
    amount, share = (second, first) if first.kind == "percent" else (first, second)
    if share.kind != "percent" or amount.kind == "percent" or to.kind == "percent" or word in FACTORS:
        return None
    if amount.unit != to.unit and amount.unit and to.unit and amount.unit not in ("cent", "penny"):
        return None
    if amount.unit in ("cent", "penny") and to.unit != amount.unit:
        amount = amount._replace(value=amount.value / 100, low=amount.low / 100, high=amount.high / 100)
    tail = text[max(sentence.start, move.start - _LONGEST) : min(sentence.end, move.end + _LONGEST)].lower()
    if _OTHER_BASE.search(tail) or amount.hedge or share.hedge:
        return None
    direction = MOVES[word]
    base_low, base_high = to.low - direction * amount.high, to.high - direction * amount.low
    base_low, base_high = sorted((base_low, base_high))
    if base_low <= 0 or amount.value >= to.value * 5:
        return None
    low, high = 100 * amount.low / base_high, 100 * amount.high / base_low
    if _meets(share, low, high):
        return None
    base = to.value - direction * amount.value
    said = f"{100 * amount.value / base:.2g}" if base else "?"
    told = f"{_shown(text, amount)} on a level of {base:,.8g} is {said}%, not {_shown(text, share)}"
    return Match(share.span, _evidence(text, [amount, to]), slots={"told": told})


def _judge_factor(text: str, move: Span, word: str, to: Quantity, start: Quantity, printed: str) -> Match | None:
    factor = FACTORS[word]
    ratio = to.value / start.value
    before = text[max(0, move.start - 14) : move.start].lower()
    if factor < 1:
        ratio, factor = 1 / ratio, 1 / factor
    low, high = 0.85 * factor, 1.15 * factor
    if "more than" in before or "over" in before:
        low, high = 0.97 * factor, 3 * factor
    elif "almost" in before or "nearly" in before or "less than" in before:
        low, high = 0.7 * factor, 1.03 * factor
    if low <= ratio <= high:
        return None
    times = to.value / start.value
    told = f"{printed} is {times:.2g} times, not {word}"
    return Match(move, _evidence(text, [to, start]), slots={"told": told})


def _meets(change: Quantity, low: float, high: float) -> bool:
    """True if a printed change lies within what the other figures allow. Rounded figures are given half a digit more."""
    room = (change.high - change.low) / 2
    if change.hedge in APPROXIMATE:
        room += max(0.12 * abs(change.value), 0.5)
    return change.low - room <= high and low <= change.high + room


_HEDGES = r"(?:about |some |around |nearly |almost |just over |just under )?(?=[0-9])"
_FIGURE_NEXT = expression(_HEDGES)
_SHARE = expression(r"(?: of [\w’' -]{1,40}?)?(?: \(|, or )" + _HEDGES)


def _shares(document: Document) -> Iterator[Match]:
    """A fraction in words and the same in per cent: "a half, or 35%," "two-thirds (76%)"."""
    text = flowed(document)
    for link in (" (", ", or "):
        at = text.find(link)
        while at >= 0:
            if _FIGURE_NEXT.match(text, at + len(link)):
                yield from _share(document, text, at)
            at = text.find(link, at + 1)


def _share(document: Document, text: str, at: int) -> Iterator[Match]:
    spelt = number_words_in(document, Span(max(0, at - 60), at))
    for fraction in spelt[-1:]:
        if fraction.kind != "fraction" or fraction.value >= 1:
            continue
        window = text[fraction.span.end : fraction.span.end + 60]
        found = _SHARE.match(window)
        if found is None:
            continue
        start = fraction.span.end + found.end()
        percents = figures_in(document, Span(start, min(len(text), start + 24)))
        if not percents or percents[0].span.start != start or percents[0].kind != "percent":
            continue
        percent = percents[0]
        if text[percent.span.end : percent.span.end + 1] not in (")", ",", " ", "."):
            continue
        printed, value = percent.value, 100 * fraction.value
        low, high = value * 0.88, value * 1.12
        if fraction.hedge in ("more than", "over", "just over", "at least", "well over"):
            low, high = value - 0.5, value * 1.4
        elif fraction.hedge in (
            "nearly",
            "almost",
            "less than",
            "just under",
            "under",
            "fewer than",
            "up to",
            "close to",
        ):
            low, high = value * 0.75, value + 0.5
        if low <= printed <= high:
            continue
        told = f"{_shown(text, fraction)} is {value:.3g}%, not {_shown(text, percent)}"
        yield Match(percent.span, _evidence(text, [fraction]), slots={"told": told})


def _percentage(to: Quantity, start: Quantity) -> str:
    change = abs(to.value / start.value - 1) * 100
    if to.kind == "percent":
        return f" of {abs(to.value - start.value):.3g} points"
    return f" of {change:.1f}%" if change >= 0.1 else ""


def _shown(text: str, quantity: Quantity) -> str:
    return text[quantity.span.start : quantity.span.end]


def _evidence(text: str, found: list[Quantity]) -> tuple[Evidence, ...]:
    ordered = sorted(found, key=lambda quantity: quantity.span)
    return tuple(Evidence(quantity.span, _shown(text, quantity)) for quantity in ordered)


RULE = Rule(
    summary="Figures of one change that do not fit one another.",
    why=(
        "A fall to a higher figure, or a percentage that the two levels do not give: one of the figures is wrong, or the "
        "verb is. Rounding is allowed for, as far as the printed digits go."
    ),
    message="{told}.",
    check=check,
    quotations="skip",
    examples=(
        Example(
            bad=(
                "Sales <mark>fell</mark> <evidence>5%</evidence> to <evidence>120 million</evidence> from "
                "<evidence>110 million</evidence>."
            ),
        ),
        Example(
            bad=(
                "Output rose by <mark>12 percent</mark> from <evidence>200,000 tonnes</evidence> to "
                "<evidence>212,000 tonnes</evidence>."
            ),
        ),
        Example(
            bad="The index lost <evidence>12 points</evidence>, or <mark>3%</mark>, to <evidence>900</evidence>.",
        ),
        Example(bad="More than <evidence>half</evidence>, or <mark>35%</mark>, had left."),
        Example(bad="Profit <mark>doubled</mark> to <evidence>$30m</evidence> from <evidence>$22m</evidence>."),
        Example(
            bad="Debt was <evidence>$1.72bn</evidence>, <mark>down</mark> from <evidence>$1.66bn</evidence> a year ago.",
        ),
        Example(good="Sales rose 9% to 120 million from 110 million; a fifth, 21%, was sold abroad."),
        Example(
            good="The baht fell to 35.67 to the dollar from 35.10.",
            why="A currency falls as its figure rises.",
        ),
        Example(good="Kent rose to third from fifth, and to No. 3 from No. 5 in the rankings.", why="Ranks."),
        Example(good="Output fell 5% from 2015 to 2020, and rose from 2020 to 2024.", why="Years."),
        Example(good="At constant currency sales rose 8% to $120m from $118m.", why="Another base."),
        Example(good="The rate rose 0.3% to 5.4% from 5.1%.", why="Points are meant, and they fit."),
        Example(good="It rose 7% to 1.7bn from 1.6bn.", why="Rounded: 1.65 to 1.65 or 1.75 from 1.55."),
    ),
)
