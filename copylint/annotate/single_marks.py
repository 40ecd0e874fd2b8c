"""Single marks as they are read: with what stands on both sides, in pairs, and with what is wrong with them."""

from __future__ import annotations

from copylint.annotate.marks import Fault, Mark
from copylint.values import NamedTuple


class Single(NamedTuple):
    """A single mark and what stands on both sides of it (see annotate.marks)."""

    at: int
    character: str
    left: str
    right: str


class Pair(NamedTuple):
    """A quotation in single marks: the offsets of its marks; close is None if it runs on into the next paragraph."""

    open: int
    close: int | None
    certain: bool
    level: int = 0


class Reading(NamedTuple):
    """What a run of single marks turned out to be."""

    pairs: list[Pair]
    marks: list[Mark]
    faults: list[Fault]
