"""What rounded figures allow: whether a printed change can lie between two printed levels, and a percentage stand for
a share."""

from __future__ import annotations

from copylint.annotate.figures import APPROXIMATE, Quantity

ABOVE = ("more than", "over", "just over", "at least", "well over")
_BELOW = ("nearly", "almost", "less than", "just under", "under", "fewer than", "up to", "close to")
_FRACTION_ROOM, _HEDGED_FRACTION_ROOM = 0.08, 0.2  # of a fraction in words that says counts again
_HUNDREDTH = 0.01
_ODD_POINTS = 2  # "one in 10 (12%)"
_SMALL = 10_000  # what is smaller is printed to the last digit


def meets(change: Quantity, low: float, high: float) -> bool:
    """True if a printed change lies within what others allow; rounded figures are given half a digit more."""
    room = (change.high - change.low) / 2
    if change.hedge in APPROXIMATE:
        room += max(0.12 * abs(change.value), 0.5)
    return change.low - room <= high and low <= change.high + room


def meets_closely(change: Quantity, gap: float, to: Quantity, start: Quantity) -> bool:
    """True if a printed change is the gap between the levels, but for half the last digit of each of the three."""
    room = sum(one.high - one.low for one in (change, to, start)) / 2
    return abs(gap - change.value) <= room + 1e-9


_RATES = 0.25  # the step of a central bank's rates, which are printed in full


def meets_basis_points(change: Quantity, to: Quantity, start: Quantity) -> bool:
    """False for "cut its key rate by 25 basis points to 4% from 4.5%"; other levels than a bank's are rounded."""
    if to.kind != "percent" or start.kind != "percent" or change.hedge:
        return True
    rounded = any(one % _RATES for one in (change.value / 100, to.value, start.value))
    room = 100 * max(to.high - to.low, start.high - start.low) if rounded else 1
    return abs(abs(to.value - start.value) * 100 - change.value) <= room


def ratios(to: Quantity, start: Quantity) -> tuple[float, float]:
    """The least and the most that a level may have risen by, as a share of the old one."""
    return to.low / start.high - 1, to.high / start.low - 1


def printed_alike(to: Quantity, start: Quantity) -> tuple[Quantity, Quantity]:
    """Two levels in one scale, where one is printed to a tenth and the other is whole: of the whole one the nought was
    dropped ("to £5.4m from £5m"), unless it is said to be rough."""
    if not to.scale or to.scale != start.scale or to.hedge or start.hedge:
        return to, start
    room = min(to.high - to.low, start.high - start.low) / 2
    finer = [
        one._replace(low=max(one.low, one.value - room), high=min(one.high, one.value + room)) for one in (to, start)
    ]
    return finer[0], finer[1]


def percentage(to: Quantity, start: Quantity) -> str:
    """How much a level has moved, to be said behind "a rise"; "" if it is next to nothing."""
    change = abs(to.value / start.value - 1) * 100
    if to.kind == "percent":
        return f" of {abs(to.value - start.value):.3g} points"
    return f" of {change:.1f}%" if change >= 0.1 else ""


def is_gap(amount: Quantity, gap: float, left: Quantity, right: Quantity, exact: bool) -> bool:
    """True if an amount may be what lies between two figures. exact: none of the three is rounded."""
    step = max(one.high - one.low for one in (left, right, amount))
    if left.words and right.words and amount.words:
        step = 1.0
    room = 0.75 if exact else 1.6
    return abs(gap - amount.value) < room * max(step, 1e-9) or bool({amount.hedge, left.hedge} & APPROXIMATE)


def is_exact(to: Quantity, start: Quantity, change: Quantity) -> bool:
    """True for points of per cent, and for sums and counts too small to be rounded: they are printed to come out."""
    if change.hedge in APPROXIMATE or to.hedge or start.hedge:
        return False
    if change.kind == "points":
        return to.kind == "percent" and start.kind == "percent"
    return not any(one.scale or one.value >= _SMALL or one.kind == "measure" for one in (to, start, change))


def says_again(share: Quantity, percent: Quantity) -> bool:
    """True if a percentage may stand for a share: near it if that is in words, and to the last digit, rounded or cut
    off, if that is one of counts and thus exact (its `low` is its `high`)."""
    value = 100 * share.value
    if share.hedge in ABOVE:
        low, high = value - 0.5, value * 1.4
    elif share.hedge in _BELOW:
        low, high = value * 0.75, value + 0.5
    elif share.low == share.high and share.hedge in ("", "only", "just", "exactly") and not percent.hedge:
        digit = percent.high - percent.low
        low, high = value - digit, value + digit
    elif share.low == share.high and share.hedge == "some" and not percent.hedge:
        low, high = value * 0.94 - 1, value * 1.06 + 1
    else:
        room = max(0.15 * value, _ODD_POINTS)
        low, high = value - room, value + room
    return low <= percent.value <= high


def says_counts_again(fraction: Quantity, ratio: float) -> bool:
    """True if a fraction in words may stand for the ratio of two counts, which are exact."""
    room = _FRACTION_ROOM if fraction.hedge in ("", "only", "just", "exactly") else _HEDGED_FRACTION_ROOM
    below = 0 if fraction.hedge in ABOVE else room
    above = 0 if fraction.hedge in _BELOW else room
    value = fraction.value
    return value * (1 - below) - _HUNDREDTH <= ratio <= value * (1 + above) + _HUNDREDTH


def is_factor(ratio: float, factor: float, before: str) -> bool:
    """True if a level may be said to be so many times another, or such a part of it ("doubled", "halved"). before: what
    stands before the word, in lower case."""
    if factor < 1:
        ratio, factor = 1 / ratio, 1 / factor
    low, high = 0.85 * factor, 1.15 * factor
    if "more than" in before or "over" in before:
        low, high = 0.97 * factor, 3 * factor
    elif "almost" in before or "nearly" in before or "less than" in before:
        low, high = 0.7 * factor, 1.03 * factor
    return low <= ratio <= high
