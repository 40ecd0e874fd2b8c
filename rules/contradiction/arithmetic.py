"""Figures of one rise or fall that do not fit one another: fell 5% to 120 from 110."""

from __future__ import annotations

from copylint.annotate.change_roles import is_rank
from copylint.annotate.changes import Change, changes
from copylint.annotate.comparisons import comparisons
from copylint.annotate.figures import Quantity, printed
from copylint.annotate.levels import (
    BELOW_ZERO,
    LONGEST,
    MINUS,
    OTHER_BASE,
    begun_against,
    clause_of,
    in_one_unit,
    is_exchange_rate,
    is_one_of_two,
    is_place,
    measures_otherwise,
    moves_before,
)
from copylint.annotate.movement import FACTORS, MOVES, OF_SIZE
from copylint.annotate.rounding import (
    ABOVE,
    is_exact,
    is_factor,
    is_gap,
    meets,
    meets_basis_points,
    meets_closely,
    percentage,
    printed_alike,
    ratios,
)
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    told: set[int] = set()
    text = flowed(document)
    for change in changes(document):
        match = _judge(text, change)
        if match is not None and change.move.start not in told:
            told.add(change.move.start)
            yield match
    yield from _compared(document)


def _judge(text: str, change: Change) -> Match | None:
    to, start = change.to, change.start
    if to is not None and start is not None:
        pair = in_one_unit(text, to, start)
        return None if pair is None else _judge_pair(text, change, *pair)
    return _judge_level(text, change)


_OF_A_POINT = expression(r"(?: of an?| an?)?[ -](?:percentage[ -])?points?\b")
_POINT_ROOM = 0.13  # of a point: half of one may be told for 0.4
_OF_ONE_KIND = 9  # times: levels that lie farther apart are of two things

_RANKED = expression(r"\brank(?:s|ed|ings?)?\b")
_RANKINGS = expression(r"\b[Rr]ank(?:ed|ings?)\b|\bleague tables?\b")
_RUPEES = ("Rs", "₹")
_REACH = 500  # code points before a figure in which rankings, or the rupee, are told of


def _judge_pair(text: str, told: Change, to: Quantity, start: Quantity) -> Match | None:
    """The figures first: to look for what excuses them takes longer, and most need no excuse."""
    word, change = told.word, told.amount
    if word in FACTORS:
        match = _judge_factor(text, told.move, word, FACTORS[word], to, start)
        return None if match is None or _excused(text, told, to, start) else match
    direction = MOVES[word]
    low, high = ratios(to, start)
    in_points = change is not None and _is_part_of_a_point(text, change)
    if not (to.hedge or start.hedge) or abs((to.high - to.low) - (start.high - start.low)) < 1e-9 * start.high:
        against = (to.value - start.value) * direction < 0  # also where they are not rounded alike: readers stumble
    else:
        against = (high if direction > 0 else -low) < 0
    if in_points and to.kind == "percent":  # "by a quarter point to 5.25% from 5%", which are exact
        against = (to.value - start.value) * direction < 0
    if against:
        match = _other_way(text, told, to, start)
    elif told.begun is not None and begun_against(text, told):
        match = _other_way(text, told._replace(move=told.begun, word=text[slice(*told.begun)].lower()), to, start)
    elif change is not None:
        match = _judge_amount(text, told, change, to, start)
    else:
        return None
    if match is None or _excused(text, told, to, start):
        return None
    clause, tail = clause_of(text, told, to, start)
    if to.kind != "percent" and is_exchange_rate(tail, text[slice(*to.span)]):
        return None
    before = max(0, start.span.start - _REACH)
    if is_place(to) and is_place(start):
        if _RANKED.search(clause) is not None or _RANKINGS.search(text, before, start.span.start) is not None:
            return None
    elif text.startswith(_RUPEES, to.span.start) and "rupee" in text[before : start.span.start]:
        return None  # it is what the dollar costs
    if against:
        below_zero = BELOW_ZERO if word in OF_SIZE else MINUS
        return None if below_zero.search(clause) or "respectively" in tail else match
    return None if OTHER_BASE.search(_ON_ANOTHER_BASE.sub("", tail)) else match


# A second figure for the same change, which leaves the first to the printed levels: "or 7% at constant currency".
_ON_ANOTHER_BASE = expression(
    r",? (?:or|and) (?:by )?[0-9.]+(?:%| percent| per cent| pct) (?:at|on an?|in|excluding|adjusted for) [^.;,]*"
)
# Of a figure that was foreseen, or is itself a change: "compared with the $15bn that analysts expected", "with a four
# percent drop".
_NO_LEVEL = expression(
    r"(?: (?:that |which )?(?:analysts|economists|investors|Wall Street|the market)\b| (?:was |had been )?(?:expected|"
    r"forecast|predicted|estimated|projected|anticipated|budgeted|targeted)\b|[ -](?:drop|rise|fall|increase|decline|gain|growth|"
    r"jump|decrease|cut|advance|surge)\b)"
)


def _is_part_of_a_point(text: str, change: Quantity) -> bool:
    """Whether a change is a half or a quarter of a point, of rates that are printed to the digit."""
    if change.kind == "points":
        return change.words and change.value < 1
    return change.kind == "fraction" and _OF_A_POINT.match(text, change.span.end) is not None


_BASIS = expression(r" basis\b(?! points?)")
_WHICH = expression(r", (?:which|who)\b[^,.;]*\Z")


def _excused(text: str, told: Change, to: Quantity, start: Quantity) -> bool:
    if _NO_LEVEL.match(text, start.span.end) or text[slice(*to.number)] == "one":
        return True  # "from 41bn to one": odds
    behind = max(to.span.start, start.span.start)
    if _BASIS.search(text, told.move.end, behind):
        return True  # "up 2.4% on a daily basis"
    if told.amount is not None and text.startswith(" times", told.amount.span.end):
        return True  # "increased 2.6 times"
    if ", to " in text[told.move.end : behind] and _WHICH.search(text, max(0, told.move.start - 40), told.move.start):
        return True  # "cut its forecast for trade, which grew last year, to 5.1% from 5.5%"
    return is_rank(text, start) or measures_otherwise(text, told, to, start)


def _other_way(text: str, told: Change, to: Quantity, start: Quantity) -> Match | None:
    """The levels move another way than said."""
    if abs(to.value / start.value - 1) > _OF_ONE_KIND:
        return None
    if is_one_of_two(text, start) or moves_before(text, told.sentence, told.move):
        return None
    said, is_ = ("rise", "fall") if MOVES[told.word] > 0 else ("fall", "rise")
    sum_ = f"{_both(text, to, start)} is a {is_}{percentage(to, start)}, not a {said}"
    others = [quantity for quantity in (told.amount, to, start) if quantity is not None]
    return _match(text, told.move, others, sum_)


def _judge_amount(text: str, told: Change, change: Quantity, to: Quantity, start: Quantity) -> Match | None:
    """The amount is not what lies between the levels."""
    direction = MOVES[told.word]
    if change.kind == "basis points":
        if meets_basis_points(change, to, start):
            return None
        gap = 100 * abs(to.value - start.value)
        sum_ = f"{_both(text, to, start)} is a difference of {gap:.0f} basis points, not {printed(text, change)}"
        return _match(text, change.span, [to, start], sum_)
    if to.kind == "percent" and _is_part_of_a_point(text, change):
        gap = abs(to.value - start.value)
        whole = (
            min(to.high - to.low, start.high - start.low) > change.value
        )  # "by half a point to 44% from 45%", rounded
        if change.hedge or abs(gap - change.value) <= (1 if whole else _POINT_ROOM):
            return None
        said = f"{_both(text, to, start)} is {gap:.3g} points, not {printed(text, change)}"
        return _match(text, change.span, [to, start], said)
    if change.kind in ("percent", "fraction"):
        share = change
        if change.kind == "fraction":
            most = 150 if change.hedge in ABOVE else 107  # "by more than half"
            share = change._replace(value=change.value * 100, low=change.value * 93, high=change.value * most)
        low, high = ratios(*printed_alike(to, start))
        if to.kind == "percent":
            gap_low, gap_high = sorted((abs(to.low - start.high), abs(to.high - start.low)))
            if meets(share, gap_low, gap_high) or abs(abs(to.value - start.value) - share.value) < 1e-9:
                return None
        low, high = sorted((low * 100 * direction, high * 100 * direction))
        if meets(share, low, high):
            return None
        right = percentage(to, start).removeprefix(" of ")
        sum_ = f"{_both(text, to, start)} is {right}, not {printed(text, change)}"
        return _match(text, change.span, [to, start], sum_)
    if change.kind in ("count", "money", "points", "measure") and (
        change.unit == to.unit or not change.unit or change.kind == "points"
    ):
        if change.kind == "points" and to.kind not in ("percent", "count"):
            return None
        if change.scale != to.scale and not (change.scale and to.scale):
            return None
        gap = abs(to.value - start.value)
        if is_exact(to, start, change):
            # Levels and points are printed for the sum to come out.
            step = max(one.high - one.low for one in (to, start, change))
            if abs(gap - change.value) < 0.75 * step and meets_closely(change, gap, to, start):
                return None
        else:
            low, high = sorted(((to.low - start.high) * direction, (to.high - start.low) * direction))
            if meets(change, low, high):
                return None
        sum_ = f"{_both(text, to, start)} is a difference of {gap:,.10g}, not {printed(text, change)}"
        return _match(text, change.span, [to, start], sum_)
    return None


def _judge_level(text: str, change: Change) -> Match | None:
    """Points, percentage and level: "rose 12 points, or 1.1%, to 1,105"."""
    sentence, move, word, first, second, to = (
        change.sentence,
        change.move,
        change.word,
        change.amount,
        change.second,
        change.to,
    )
    if first is None or second is None or to is None or "fraction" in (first.kind, second.kind):
        return None  # "is now 1,435, up by a quarter (26%)"
    amount, share = (second, first) if first.kind == "percent" else (first, second)
    if share.kind != "percent" or amount.kind == "percent" or to.kind == "percent" or word in FACTORS:
        return None
    if amount.unit != to.unit and amount.unit and to.unit and amount.unit not in ("cent", "penny"):
        return None
    if amount.unit in ("cent", "penny") and not to.unit:
        return None  # "up 3%, or 31 pence, to 955"
    if amount.unit in ("cent", "penny") and to.unit != amount.unit:
        amount = amount._replace(value=amount.value / 100, low=amount.low / 100, high=amount.high / 100)
    tail = text[max(sentence.start, move.start - LONGEST) : min(sentence.end, move.end + LONGEST)].lower()
    if OTHER_BASE.search(tail) or amount.hedge or share.hedge:
        return None
    direction = MOVES[word]
    base_low, base_high = to.low - direction * amount.high, to.high - direction * amount.low
    base_low, base_high = sorted((base_low, base_high))
    if base_low <= 0 or amount.value >= to.value * 5:
        return None
    low, high = 100 * amount.low / base_high, 100 * amount.high / base_low
    if meets(share, low, high):
        return None
    base = to.value - direction * amount.value
    said = f"{100 * amount.value / base:.2g}" if base else "?"
    told = f"{printed(text, amount)} on a level of {base:,.8g} is {said}%, not {printed(text, share)}"
    return _match(text, share.span, [amount, to], told)


def _judge_factor(text: str, move: Span, word: str, factor: float, to: Quantity, start: Quantity) -> Match | None:
    times = to.value / start.value
    before = text[max(0, move.start - 14) : move.start].lower()
    if is_factor(times, factor, before):
        return None
    if to.kind == "percent" and is_factor(to.low / start.high, factor, before):
        return None  # "tripled from 4% to 15%"
    told = f"{_both(text, to, start)} is {times:.2g} times, not {word}"
    return _match(text, move, [to, start], told)


def _compared(document: Document) -> Iterator[Match]:
    text = flowed(document)
    for one in comparisons(document):
        pair = in_one_unit(text, one.left, one.right)
        if pair is None:
            continue
        left, right = pair
        if one.factor:
            match = _judge_factor(text, one.span, text[one.span.start : one.span.end], one.factor, left, right)
            if match is not None:
                yield match
            continue
        amount = one.amount
        if amount is None:
            continue
        gap = (left.value - right.value) * one.direction
        shown = f"{printed(text, left)} and {printed(text, right)}"
        if amount.kind == "percent":
            low, high = sorted(100 * one.direction * ratio for ratio in ratios(left, right))
            if meets(amount, low, high):
                continue
            told = f"{shown} are {abs(100 * (left.value / right.value - 1)):.1f}% apart, not {printed(text, amount)}"
        else:
            exact = not one.polled and (one.margin or is_exact(left, right, amount))
            if is_gap(amount, gap, left, right, exact):
                continue
            told = f"{shown} are {abs(gap):,.10g} apart, not {printed(text, amount)}"
        yield _match(text, amount.span, [left, right], told)


def _both(text: str, to: Quantity, start: Quantity) -> str:
    return f"{printed(text, start)} to {printed(text, to)}"


def _match(text: str, fault: Span, others: list[Quantity], told: str) -> Match:
    """What is told of a fault, as a sentence, with the figures that it does not fit."""
    ordered = sorted(others, key=lambda quantity: quantity.span)
    evidence = tuple(Evidence(quantity.span, printed(text, quantity)) for quantity in ordered)
    return Match(fault, evidence, slots={"told": told[0].upper() + told[1:]})


RULE = Rule(
    summary="Figures of one change that do not fit one another.",
    why=(
        "A fall to a higher figure, or a percentage that the two levels do not give: one of the figures is wrong, or "
        "the verb is. Rounding is allowed for, as far as the printed digits go."
    ),
    message="{told}.",
    check=check,
    quotations="skip",
    examples=(
        Example(
            good="The act increased the limits for boats from 20 April 2020 to 19 October 2020. The relief drops to 35% "
            "from 16 November 2025. Copper was found within the lower shale from 39.8m to 45.8m. I reckon that version "
            "4 is 10 times 175 billion words.",
            why="Dates, a layer, the number of a thing.",
        ),
        Example(
            good="Its budget was slashed by more than half to £167m from £525m. The shares were at 86p, down 2p, compared with "
            "the 544p high of May. Sales fell from 1.06 million to 9,25, 984.",
            why="More than half; a high; a figure grouped in another way.",
        ),
        Example(
            bad=(
                "Sales <mark>fell</mark> <evidence>5%</evidence> to <evidence>120 million</evidence> from "
                "<evidence>110 million</evidence>."
            ),
        ),
        Example(
            bad="Output rose by <mark>12 percent</mark> from <evidence>200,000 tonnes</evidence> to <evidence>212,000 "
            "tonnes</evidence>. The index lost <evidence>12 points</evidence>, or <mark>3%</mark>, to <evidence>900</evidence>. "
            "Tin was <evidence>$90</evidence>, up <evidence>$9</evidence>, or <mark>15%</mark>."
        ),
        Example(
            bad="Numbers <mark>rose</mark> from <evidence>1,200</evidence> in 2015 to <evidence>1,100</evidence> in "
            "2019.",
        ),
        Example(
            bad="Profit rose <mark>14%</mark> to <evidence>£44m</evidence> in the year to June, up from "
            "<evidence>£41m</evidence>. The jobless rate <mark>climbed</mark> to <evidence>4.9%</evidence> in July, down from "
            "<evidence>5.2%</evidence>. Thefts went from <evidence>124</evidence> to <evidence>155</evidence>, a rise of "
            "<mark>35%</mark>. The bank cut rates by <mark>25 basis points</mark> to <evidence>3.5%</evidence> from "
            "<evidence>4%</evidence>. Reform is on <evidence>31%</evidence>, <mark>four points</mark> behind the Greens on "
            "<evidence>38%</evidence>, and Ayr on <evidence>34 points</evidence>, <mark>six</mark> clear of Hull on "
            "<evidence>30</evidence>."
        ),
        Example(
            good="Profit rose 7% to £44m in the year to June, up from £41m. The jobless rate climbed to 4.9% in July from 4.7% "
            "but was down from 5.2% a year before. The bank cut rates by 50 basis points to 3.5% from 4%. Reform is on 31%, seven "
            "points behind the Greens on 38%, and Ayr on 34 points, four clear of Hull on 30."
        ),
        Example(
            bad="The loss <mark>narrowed</mark> to <evidence>£88m</evidence> from <evidence>£61m</evidence>. Deaths "
            "<mark>fell</mark> to <evidence>31</evidence> last year, compared with <evidence>27</evidence> in 2019. They cut staff "
            "by <mark>20%</mark>, from <evidence>500</evidence> to <evidence>450</evidence>. Profit <mark>doubled</mark> to "
            "<evidence>$30m</evidence> from <evidence>$22m</evidence>. Debt was <evidence>$1.72bn</evidence>, <mark>down</mark> "
            "from <evidence>$1.66bn</evidence> a year ago."
        ),
        Example(
            bad="She won by <mark>612</mark> votes, polling <evidence>9,410</evidence> to his <evidence>8,898</evidence>. It had "
            "<evidence>320</evidence> boats in 2010 and has <evidence>480</evidence> now, an increase of <mark>60%</mark>."
        ),
        Example(good="The loss widened to £88m from £61m, and the gap narrowed to four points from six."),
        Example(
            bad="Profit <mark>rose</mark> to <evidence>32 million pounds</evidence> ($41 million) from <evidence>38 million "
            "pounds</evidence>. The index edged <mark>up</mark> to <evidence>51.2</evidence> from <evidence>52.4</evidence> in "
            "May. The yield <mark>climbed</mark> to a near 11-year high of <evidence>4.2%</evidence> from "
            "<evidence>4.5%</evidence>. The port took <evidence>4,100 tonnes</evidence>, <mark>up</mark> "
            "<evidence>11%</evidence> from <evidence>4,500 tonnes</evidence>. Shares <mark>fell</mark> to <evidence>£1.02</evidence> from "
            "<evidence>99p</evidence>. The pound <mark>rose</mark> to <evidence>$1.27</evidence> from "
            "<evidence>$1.29</evidence>."
        ),
        Example(
            good="Profit rose to 38 million pounds ($49 million) from 32 million pounds. May's gains were revised to 198,000 "
            "from the previously reported 200,000. The club can sign up to 25 players, from 20. Exports rose to about $1.3 "
            "billion from $1.34 billion. Shares rose to £1.02 from 99p. The Egyptian pound fell to 50.6 from 48.9 to the dollar.",
            why="A gain told anew; what is signed at most; a figure that is about right; what the dollar costs.",
        ),
        Example(
            good="Support fell by half a point to 44% from 45%. The bank cut its rate by a quarter point to 5% from 5.25% and by half a point, from 3.5% to 3%. It rose by a quarter of a "
            "percentage point to 4.25 per cent from 4 per cent."
        ),
        Example(
            bad="The bank lifted its rate by <mark>half a point</mark> to <evidence>4 percent</evidence> from <evidence>3.25 percent</evidence>."
        ),
        Example(
            bad="The bank <mark>cut</mark> its rate by <evidence>a quarter</evidence> point to <evidence>5.25%</evidence> from <evidence>5%</evidence>."
        ),
        Example(
            bad="Visits fell to <evidence>1.4 million</evidence> from <evidence>1.8 million</evidence>, a fall of "
            "<mark>32%</mark>. Support was <evidence>31%</evidence>, up from <evidence>24%</evidence>, an increase of <mark>10 "
            "points</mark>."
        ),
        Example(
            bad="Turnout was <evidence>45%</evidence>, up <mark>5 points</mark> from <evidence>41%</evidence>. Profit fell by "
            "<mark>a third</mark> to <evidence>£75m</evidence> from <evidence>£90m</evidence>. Pay rose from "
            "<evidence>$12</evidence> to <evidence>$15</evidence>, a <mark>50%</mark> increase."
        ),
        Example(
            bad="Thefts were down by <mark>half</mark>, from <evidence>640</evidence> to <evidence>520</evidence>. Fees went up "
            "from <evidence>£4.20</evidence> to <evidence>£4.60</evidence>, an increase of <mark>60p</mark>. Sales "
            "<mark>doubled</mark>, rising from <evidence>210</evidence> to <evidence>330</evidence>. It fell by <mark>300</mark> "
            "this fall, to <evidence>4,900</evidence> from <evidence>5,100</evidence>. Turnout was <evidence>38%</evidence>, up "
            "<mark>five points</mark> on the <evidence>31%</evidence> of 2019."
        ),
        Example(
            good="Thefts were down by half, from 640 to 320. Fees went up from £4.20 to £4.60, an increase of 40p, and the heat "
            "dropped from 39C to 24C, a fall of 15 degrees. Sales doubled, rising from 210 to 430. It fell by 200 this fall, to "
            "4,900 from 5,100. Turnout was 38%, up seven points on the 31% of 2019."
        ),
        Example(
            bad="Some <evidence>900</evidence> people came, <mark>twice as many as</mark> the "
            "<evidence>300</evidence> of last year.",
        ),
        Example(
            bad="The school has <evidence>640</evidence> pupils, <mark>200</mark> more than the "
            "<evidence>540</evidence> it had.",
        ),
        Example(
            bad="The bill passed by <evidence>52</evidence> votes to <evidence>48</evidence>, a majority of "
            "<mark>six</mark>."
        ),
        Example(
            bad="The Greens took <evidence>24%</evidence>, up from <evidence>17%</evidence> four years ago, a gain of "
            "<mark>nine points</mark>.",
        ),
        Example(
            bad="At the port <evidence>410mm</evidence> (16 inches) fell in a day, <mark>four times as much as</mark> "
            "the <evidence>205mm</evidence> of most years.",
        ),
        Example(good="At the port 410mm (16 inches) fell in a day, twice as much as the usual 205mm."),
        Example(
            good="Visits fell to 1.4 million from 1.8 million, a fall of 22%, and support was 31%, up from 24%, an "
            "increase of seven points.",
        ),
        Example(
            good="About 900 people came, three times as many as the 300 of last year; there are 30 to a class, twice "
            "as many as in the 10 best schools.",
        ),
        Example(
            good="The crowd of 12,000 was 3,000 fewer than the 15,000 of last year. It passed by 52 votes to 48, by "
            "four."
        ),
        Example(
            bad="Profit <mark>fell</mark> to <evidence>Rs 390 crore</evidence> from <evidence>Rs 264.28 crore</evidence> "
            "a year ago.",
            good="Profit rose to Rs 390 crore from Rs 264.28 crore a year ago. The threshold was raised from Rs 75 lakh to "
            "Rs 1 crore, and assets rose to Rs 1,64,190 crore from Rs 98,150 crore.",
        ),
        Example(good="Sales rose 9% to 120 million from 110 million."),
        Example(
            good="Men weigh 13 st 5 lb, up from 12 st 6 lb. Two per cent are of those over 80, down from 28 per cent. Sales rose 20 "
            "percent to $26.6 billion, versus the average $24.9 billion estimate. The increase likely cooled to 3.6 percent from 3.9 "
            "percent. The note was up 17 ticks at 136.78 from 136.77, and they propped up the bank to $39 billion from $60 billion.",
            why="Two units, an estimate, the slowing of a rise.",
        ),
        Example(
            bad="Costs rose <mark>18%</mark> last year, to <evidence>£5.4m</evidence> from <evidence>£5m</evidence>. Ayr earned "
            "<evidence>$12 million</evidence>, or 61 cents a share, in the quarter, <mark>down</mark> from <evidence>$9 million</evidence>."
        ),
        Example(
            bad="It wants to charge <evidence>£45</evidence> a year for emptying the garden bins, <mark>up</mark> from the "
            "<evidence>£60</evidence> it first named."
        ),
        Example(
            good="Costs rose 18% last year, to £5.4m from about £5m. Ayr earned $12 million, or 61 cents a share, up from 54 cents. It "
            "wants to charge £45 a year, and the council asks £5 for each bag, up from £3."
        ),
        Example(
            good="The baht fell to 35.67 to the dollar from 35.10; the Japanese yen slipped to 149.3 from 148.9.",
            why="A currency falls as its figure rises.",
        ),
        Example(bad="The euro <mark>fell</mark> to <evidence>$1.16</evidence> from <evidence>$1.12</evidence>."),
        Example(good="Kent rose to third from fifth, and to No. 3 from No. 5 in the rankings.", why="Ranks."),
        Example(
            good="Two schools improved their rankings from 43 to 30 and from 60 to 52, and Kent rose to 20 from 41.",
            why="Ranks.",
        ),
        Example(good="At 33 the ratio is now more than double the 40-year mean of 16.", why="A term."),
        Example(good="Output fell 5% from 2015 to 2020, and rose from 2020 to 2024.", why="Years."),
        Example(
            good="Three universities are in the world rankings of this year. The rating of Kent has fallen from 50 to 65, and Oslo fell"
            " from 242 to 283.",
        ),
        Example(
            good="A weak rupee is the worry. It has fallen from Rs 85 to Rs 90.", why="So many rupees to the dollar."
        ),
        Example(good="At constant currency sales rose 8% to $120m from $118m.", why="Another base."),
        Example(
            good="The ruling reduced the bank's income by $20m to $226m, compared with $233m a year ago.",
            why="What it would have been, and what it was.",
        ),
        Example(good="The patch cut it from 44k to 350 bytes.", why="Thousands, and no thousands."),
        Example(
            good="There were 287 cases this year, down 51 or 15% compared to the 338 in 2023, and 147 deaths, 28 or "
            "16% fewer than the 175 of 2020. They lost sums ranging from $15,000 to $82,000.",
        ),
        Example(good="The rate rose 0.3% to 5.4% from 5.1%.", why="Points are meant, and they fit."),
        Example(
            good="They lowered the capital gains tax from 28% to 20%, and the annual increase in pay. The rate rose from a "
            "five-decade low to 3.9%. The No camp fell to 46 percent against 37 percent for Yes. It dropped by "
            "double-digits, to 59% from 73%. The drop is anywhere from $5 to $16.",
            why="What is moved is the tax; figures that are no levels, and levels of two things.",
        ),
        Example(
            good="Plans to reduce the 401(k) limit from $18,500 to $2,400 failed. More than two in 10 are old, up from 13 "
            "percent. They are increasing the cut-off age from 19 to 26. The share has risen over the last two decades, to 16.6% "
            "from 9.6%.",
            why="A name, a ratio, a compound, a time.",
        ),
        Example(good="It rose 7% to 1.7bn from 1.6bn.", why="Rounded: 1.65 to 1.65 or 1.75 from 1.55."),
        Example(
            good="Income was $40.1 million for the quarter ended January 28, nearly double the $21 million of a year earlier. "
            "Profit rose 30 percent to $4.39 billion, or $1.68 per share, up from $3.38 billion, or $1.29 a share.",
            why="A day, and a share of each level.",
        ),
        Example(
            good="Revenue rose 40 percent to $15.5 billion, helped by a purchase, compared with the $15.35 billion analysts had "
            "expected. It rose 6 percent to $14.2 billion, compared with the $14.4 billion expected. The average is now 1,435, "
            "up by a quarter (26 per cent). Shares fell three percent, or 35 1/2 pence, to 1009 1/2. Ratings dropped eight "
            "points to 46 percent, compared with a four percent drop to 36 percent. The odds grew, increasing from 41.25 "
            "billion to one. They insure $10 million of debt, down from $725,000. They want to lift year 12 or equivalent "
            "attainment from 75 per cent to 90 per cent. Profit was $58 million or $1.10 per share, up from $43 million.",
            why="What was foreseen, a share of a share, pence, a change, odds, a debt and a year of school.",
        ),
        Example(
            good="The index gave up 45.10 points, or 2.81 percent, at 1,561.61. Staff increased 2.6 times from 583 to 1,528. The "
            "bank cut its outlook for states, which last year grew slowly, to 5.1 percent, from 5.5 percent. Costs are "
            "increasing only 2 percent a year compared to 10 to 15 percent for others. They sold 14,010,647 cars, up 2.4 percent "
            "on a daily rate basis from the 13,590,795 of 1995. Profit was $2.6 billion for the quarter ended January 31, or "
            "$1.17 a share, up from $2.3 billion.",
            why="A fall, times, a clause between, a range, another basis and a share.",
        ),
    ),
)
