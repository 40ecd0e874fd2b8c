"""What rounded figures allow: whether a printed change can lie between two printed levels."""

from __future__ import annotations

from copylint.annotate.figures import APPROXIMATE, Quantity

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


def is_exact(to: Quantity, start: Quantity, change: Quantity) -> bool:
    """True for points of per cent, and for sums and counts too small to be rounded: they are printed to come out."""
    if change.hedge in APPROXIMATE or to.hedge or start.hedge:
        return False
    if change.kind == "points":
        return to.kind == "percent" and start.kind == "percent"
    return not any(one.scale or one.value >= _SMALL or one.kind == "measure" for one in (to, start, change))
