"""Double marks of one paragraph, as the reading of least cost.

Each mark opens, closes, opens a quotation within one, closes nothing and so on, and every irregularity has a
price. What is quoted in the best reading but not in another one that costs little more is uncertain. The cost
of a paragraph is linear in its marks.
"""

from __future__ import annotations

from copylint.annotate.marks import attributes, suffix
from copylint.values import NamedTuple


class Double(NamedTuple):
    """A double mark: its range, the direction that its form declares (`o` opens, `c` closes, empty neither),
    and what stands on both sides (see annotate.marks)."""

    start: int
    end: int
    declared: str
    left: str
    right: str


class Reading(NamedTuple):
    """actions: what each mark does. states: how deep a quotation is before each mark, and at the end.
    certain: for the same places, whether every reading that costs little more agrees on whether there is a
    quotation."""

    actions: list[str]
    states: list[int]
    certain: list[bool]


# What each side costs a mark that opens or closes. 2 is a space too many or too few.
_OPEN_LEFT = {"e": 0.0, "s": 0.0, "o": 0.0, "d": 0.0, "x": 0.5, "w": 2.0, "p": 2.0}
_OPEN_RIGHT = {"w": 0.0, "x": 0.0, "o": 0.0, "d": 1.0, "s": 2.0, "p": 2.5, "e": 3.0}
_CLOSE_LEFT = {"w": 0.0, "p": 0.0, "x": 0.0, "d": 0.5, "s": 2.1, "o": 3.0, "e": 3.0}
_CLOSE_RIGHT = {"e": 0.0, "s": 0.0, "p": 0.0, "d": 0.0, "o": 0.5, "x": 0.5, "w": 2.0}

_WRONG = 3.0  # a curly mark that faces the other way
_BROKEN = 4.0  # a mark without its partner
_STRAY = 6.0  # a mark that means nothing
_NESTED = 2.0
_DOUBLED = 2.0
_SLIPPED = 2.5  # a double mark that opens what a single one closes, within a quotation
_RUNNING = 0.5  # within the quotation that the paragraph before left open
_SPEAKER = 4.0  # opening where a speaker is named, within a quotation
_CERTAIN = 2.5  # a reading that costs so much more is none

_OUTSIDE, _INSIDE, _WITHIN = 0, 1, 2
_NEVER = 1e9
_WINDOW = 500  # marks that are searched at once; no paragraph of prose has so many

_Step = tuple[float, int, str]  # cost so far, state before, what the mark does


def in_turn(doubles: list[Double]) -> bool | None:
    """Whether the paragraph ends within a quotation, if each mark opens or closes in turn without any doubt;
    None if it must be searched."""
    inside = False
    for start, end, declared, left, right in doubles:
        if end - start == 2:
            return None
        if inside:
            if declared == "o" or right not in "espd" or left not in "wpx":
                return None
        elif declared == "c" or left not in "esod" or right not in "wxo":
            return None
        inside = not inside
    return inside


def read(text: str, doubles: list[Double], end: int, running: bool, runs_on: bool) -> Reading:
    """Reads the double marks of a paragraph that ends at `end`.

    running: the paragraph before left a quotation open. runs_on: this one may, for the next one opens.
    """
    starts = [0.0, _RUNNING if running else _NEVER, _NEVER]
    found = Reading([], [_OUTSIDE], [True])
    for at in range(0, len(doubles), _WINDOW):
        steps = [_steps(text, doubles, one, end) for one in range(at, min(at + _WINDOW, len(doubles)))]
        finals = (0.0, 0.0, 0.0)
        if at + _WINDOW >= len(doubles):
            finals = (0.0, 0.0 if runs_on else _BROKEN, _BROKEN * 2)
        best = _least(steps, starts, finals)
        found.actions.extend(best.actions)
        found.states[-1:] = best.states
        found.certain[-1:] = best.certain
        starts = [_NEVER] * 3
        starts[found.states[-1]] = 0.0
    return found


def _least(
    steps: list[list[tuple[int, int, float, str]]], starts: list[float], finals: tuple[float, float, float]
) -> Reading:
    """The reading of least cost, by a search from both ends."""
    forward: list[list[_Step]] = [[(cost, 0, "") for cost in starts]]
    for options in steps:
        costs: list[_Step] = [(_NEVER, 0, "")] * 3
        previous = forward[-1]
        for state, following, cost, action in options:
            total = previous[state][0] + cost
            if total < costs[following][0]:
                costs[following] = (total, state, action)
        forward.append(costs)
    backward = [finals]
    for options in reversed(steps):
        ahead = backward[-1]
        best = [_NEVER] * 3
        for state, following, cost, _ in options:
            if cost + ahead[following] < best[state]:
                best[state] = cost + ahead[following]
        backward.append((best[0], best[1], best[2]))
    backward.reverse()
    state = min(range(3), key=lambda one: forward[-1][one][0] + finals[one])
    actions: list[str] = []
    states = [state]
    for costs in reversed(forward[1:]):
        _, state, action = costs[state]
        actions.append(action)
        states.append(state)
    actions.reverse()
    states.reverse()
    certain = []
    for costs, ahead in zip(forward, backward, strict=True):
        outside = costs[0][0] + ahead[0]
        inside = min(costs[1][0] + ahead[1], costs[2][0] + ahead[2])
        certain.append(abs(inside - outside) >= _CERTAIN)
    return Reading(actions, states, certain)


def _steps(text: str, doubles: list[Double], at: int, end: int) -> list[tuple[int, int, float, str]]:
    """What a mark may be: state before, state after, cost, action."""
    mark = doubles[at]
    start, stop, declared, left, right = mark
    opening = _OPEN_LEFT[left] + _OPEN_RIGHT[right]
    closing = _CLOSE_LEFT[left] + _CLOSE_RIGHT[right]
    if left == "p" and text[start - 1] in "….":
        opening -= 1.0 if text.endswith(("…", ".."), 0, start) else 0.0
    if right == "p" and (text.startswith("…", stop) or text.startswith(".", stop)):
        opening -= 2.0
    if right == "w" and (suffix(text, stop - 1) or text[stop].isdigit()):
        closing -= 1.5  # the plural of a quoted word, a footnote
    if right == "s" and text[stop + 1 : stop + 2] in ("‘", "'", "’"):
        opening -= 2.0
    if left == "s" and start >= 2 and text[start - 2] in "’'‘":
        closing -= 2.0
    if declared == "c":
        # The space before it went to the wrong side, and so it was turned: told reporters.” We will go on.”
        slipped = left == "p" and right == "s" and text[start - 1] in ".:,?!" and text[stop + 1 : stop + 2].isupper()
        opening += _WRONG - 2.0 if slipped else _WRONG + (2.0 if left in "wp" and right == "s" else 0.0)
    elif declared == "o":
        closing += _WRONG
        if left == "s" and right == "w":
            closing += -1.5 if text[start - 2] == "," else 0.0
    from_outside = opening
    if declared == "c" and not slipped and left in "wp" and right == "s":
        from_outside -= 2.0  # two that close and nothing open: the first has its space on the wrong side
    speaker = 0.0
    if right in "ws":
        back = start - 1
        while back > 0 and text[back].isspace():
            back -= 1
        if text[back] in ",?!" and attributes(text, stop, end):
            speaker = _SPEAKER
            closing = min(closing, 2.0)
    found = [
        (_OUTSIDE, _INSIDE, from_outside, "open"),
        (_INSIDE, _OUTSIDE, closing, "close"),
        (_OUTSIDE, _OUTSIDE, _BROKEN + closing, "unopened"),
        (_INSIDE, _WITHIN, _NESTED + opening + speaker, "nest"),
        (_WITHIN, _INSIDE, closing, "unnest"),
        (_INSIDE, _INSIDE, _BROKEN + opening + speaker, "reopen"),
        (_OUTSIDE, _OUTSIDE, _STRAY, "stray"),
        (_INSIDE, _INSIDE, _STRAY + speaker, "stray"),
        (_WITHIN, _WITHIN, _STRAY + speaker, "stray"),
    ]
    if left == "s" and text[start - 1] == "\n" and text[start - 2 : start - 1] in ".?!…":
        found.append((_INSIDE, _INSIDE, 0.5 + opening, "resume"))
    if at and doubles[at - 1].end == start:
        found.append((_OUTSIDE, _OUTSIDE, _DOUBLED, "absorb"))
        found.append((_INSIDE, _INSIDE, _DOUBLED, "absorb"))
        found[3] = (
            _INSIDE,
            _WITHIN,
            _NESTED + opening + speaker + 2.5,
            "nest",
        )  # so that ““this”” is doubled
    if left == "w" and declared != "o" and stop - start == 1:
        if text[start - 1].isdigit() and (right not in "w" or text[stop] in "NSEWx"):
            measured = _feet_before(text, start)
            found.append((_OUTSIDE, _OUTSIDE, 0.5, "prime"))
            found.append((_INSIDE, _INSIDE, 0.5 if measured else 1.5, "prime"))
            if measured:
                found[1] = (_INSIDE, _OUTSIDE, closing + 1.0, "close")
        elif right == "w" and text[start - 1].isalpha() and suffix(text, start):
            found.append((_OUTSIDE, _OUTSIDE, 1.0, "apostrophe"))
            found.append((_INSIDE, _INSIDE, 1.0, "apostrophe"))
    if declared != "c" and left in "so" and right == "w":
        following = doubles[at + 1].start if at + 1 < len(doubles) else end
        if _single_closer(text, stop, min(following, stop + 120)):
            found.append((_INSIDE, _INSIDE, _SLIPPED, "slip"))
    if stop - start == 2 and text[start] in "'’":
        found.append((_OUTSIDE, _OUTSIDE, 1.5, "skip"))
        found.append((_INSIDE, _INSIDE, 1.5, "skip"))
    return found


def _single_closer(text: str, start: int, end: int) -> bool:
    """Whether a single mark that may close, and no possessive, stands between two offsets."""
    for mark in "'’":
        at = text.find(mark, start, end)
        while at >= 0:
            ahead = text[at + 1 : at + 2]
            if not ahead.isalnum() and (text[at - 1] in ".,?!" or text[at - 1] not in "sSxXzZ ") and ahead:
                return text.find("‘", start, at) < 0 and text.find(" '", start, at) < 0
            at = text.find(mark, at + 1, end)
    return False


def _feet_before(text: str, at: int) -> bool:
    """True if the figure before an offset follows feet or minutes: 6' 2", 51° 30' 26"."""
    back = at
    while back > 0 and (text[back - 1].isdigit() or text[back - 1] in ".½¼¾ \u00a0") and at - back < 8:
        back -= 1
    return back >= 2 and text[back - 1] in "'’′" and text[back - 2].isdigit()
