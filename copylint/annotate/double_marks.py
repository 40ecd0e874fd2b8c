"""Double marks of one paragraph, as the reading of least cost.

Each mark opens, closes, opens a quotation within one, closes nothing and so on, and every irregularity has a
price. What is quoted in the best reading but not in another one that costs little more is uncertain. The cost
of a paragraph is linear in its marks.
"""

from __future__ import annotations

from copylint.annotate.marks import attributes, introduced, suffix, word_before
from copylint.values import NamedTuple

PRIME = "prime"


class Double(NamedTuple):
    """A double mark: its range, the direction that its form declares (`o` opens, `c` closes, empty neither; a prime
    that stands for one closes), and what stands on both sides (see annotate.marks)."""

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
BROKEN = 4.0  # a mark without its partner
STRAY = 6.0  # a mark that means nothing
NESTED = 2.0
_DOUBLED = 2.0
_SLIPPED = 2.5  # a double mark that opens what a single one closes, within a quotation
RESUMED = 0.5  # within a quotation, the next paragraph of it
_RUNNING = 0.5  # within the quotation that the paragraph before left open
_SPEAKER = 4.0  # opening where a speaker is named, within a quotation
_SENSED = 3.0  # facing the wrong way, with a space too many or too few, where the words around leave no doubt
_CERTAIN = 2.5  # a reading that costs so much more is none

OUTSIDE, INSIDE, WITHIN = 0, 1, 2
NEVER = 1e9
_WINDOW = 500  # marks that are searched at once; no paragraph of prose has so many

# Words that lead into a quotation and end none.
_LEADING = frozenset("a an the of was were is are be been would as and or his her their its called because".split())

_Step = tuple[float, int, str]  # cost so far, state before, what the mark does
Option = tuple[int, int, float, str]  # state before, state after, cost, what the mark does


def in_turn(doubles: list[Double]) -> bool | None:
    """Whether the paragraph ends within a quotation, if each mark opens or closes in turn without any doubt;
    None if it must be searched."""
    inside = False
    for start, end, declared, left, right in doubles:
        if end - start == 2 or declared == PRIME:
            return None
        if inside:
            if declared == "o" or right not in "espd" or left not in "wpx":
                return None
        elif declared == "c" or left not in "esod" or right not in "wxo":
            return None
        inside = not inside
    return inside


_JOINED = 1500  # code points: a longer paragraph of news is several, joined when the page was read


def resumes(text: str, start: int, stop: int, length: int) -> bool:
    """Whether a mark may open one more paragraph of a quotation that runs on: on a line of its own, or where the
    paragraphs were joined into one of so many code points."""
    before = start - 1
    while text[before : before + 1].isspace():  # a line with nothing but a no-break space parts them too
        before -= 1
    if text[before : before + 1] not in (".", "?", "!", "…"):
        return False
    return text[start - 1] == "\n" or (length >= _JOINED and text[start - 1] == " " and text[stop : stop + 1].isupper())


def read(text: str, doubles: list[Double], start: int, end: int, running: bool, runs_on: bool) -> Reading:
    """Reads the double marks of the paragraph from `start` to `end`.

    running: the paragraph before left a quotation open. runs_on: this one may, for the next one opens.
    """
    starts = [0.0, _RUNNING if running else NEVER, NEVER]
    found = Reading([], [OUTSIDE], [True])
    for at in range(0, len(doubles), _WINDOW):
        steps = [_steps(text, doubles, one, start, end) for one in range(at, min(at + _WINDOW, len(doubles)))]
        finals = (0.0, 0.0, 0.0)
        if at + _WINDOW >= len(doubles):
            finals = (0.0, 0.0 if runs_on else BROKEN, BROKEN * 2)
        best = least(steps, starts, finals)
        found.actions.extend(best.actions)
        found.states[-1:] = best.states
        found.certain[-1:] = best.certain
        starts = [NEVER] * 3
        starts[found.states[-1]] = 0.0
    return found


def least(steps: list[list[Option]], starts: list[float], finals: tuple[float, float, float]) -> Reading:
    """The reading of least cost, by a search from both ends."""
    forward: list[list[_Step]] = [[(cost, 0, "") for cost in starts]]
    for options in steps:
        costs: list[_Step] = [(NEVER, 0, "")] * 3
        previous = forward[-1]
        for state, following, cost, action in options:
            total = previous[state][0] + cost
            if total < costs[following][0]:
                costs[following] = (total, state, action)
        forward.append(costs)
    backward = [finals]
    for options in reversed(steps):
        ahead = backward[-1]
        best = [NEVER] * 3
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


def _steps(text: str, doubles: list[Double], at: int, begin: int, end: int) -> list[Option]:
    """What a mark may be: state before, state after, cost, action."""
    mark = doubles[at]
    start, stop, declared, left, right = mark
    opening, from_outside, closing, speaker = prices(text, mark, end)
    found = [
        (OUTSIDE, INSIDE, from_outside, "open"),
        (INSIDE, OUTSIDE, closing, "close"),
        (OUTSIDE, OUTSIDE, BROKEN + closing, "unopened"),
        (INSIDE, WITHIN, NESTED + opening + speaker, "nest"),
        (WITHIN, INSIDE, closing, "unnest"),
        (INSIDE, INSIDE, BROKEN + opening + speaker, "reopen"),
        (OUTSIDE, OUTSIDE, STRAY, "stray"),
        (INSIDE, INSIDE, STRAY + speaker, "stray"),
        (WITHIN, WITHIN, STRAY + speaker, "stray"),
    ]
    if left == "s" and resumes(text, start, stop, end - begin):
        found.append((INSIDE, INSIDE, RESUMED + opening, "resume"))
    if at and doubles[at - 1].end == start:
        found.append((OUTSIDE, OUTSIDE, _DOUBLED, "absorb"))
        found.append((INSIDE, INSIDE, _DOUBLED, "absorb"))
        found[3] = (
            INSIDE,
            WITHIN,
            NESTED + opening + speaker + 2.5,
            "nest",
        )  # so that ““this”” is doubled
    if left == "w" and declared != "o" and stop - start == 1:
        if text[start - 1].isnumeric() and (right not in "w" or text[stop] in "NSEWx"):
            measured = _feet_before(text, start)
            found.append((OUTSIDE, OUTSIDE, 0.5, "prime"))
            found.append((INSIDE, INSIDE, 0.5 if measured else 1.5, "prime"))
            if measured:
                found[1] = (INSIDE, OUTSIDE, closing + 1.0, "close")
        elif right == "w" and text[start - 1].isalpha() and suffix(text, start):
            found.append((OUTSIDE, OUTSIDE, 1.0, "apostrophe"))
            found.append((INSIDE, INSIDE, 1.0, "apostrophe"))
    if declared != "c" and left in "so" and right == "w":
        following = doubles[at + 1].start if at + 1 < len(doubles) else end
        if _single_closer(text, stop, min(following, stop + 120)):
            found.append((INSIDE, INSIDE, _SLIPPED, "slip"))
    if stop - start == 2 and text[start] in "'’":
        found.append((OUTSIDE, OUTSIDE, 1.5, "skip"))
        found.append((INSIDE, INSIDE, 1.5, "skip"))
    return found


def prices(text: str, mark: Double, end: int) -> tuple[float, float, float, float]:
    """What it costs that a mark opens within a quotation, that it opens outside one, that it closes, and what opening
    costs more where a speaker is named: from the mark itself and what stands around it, whatever its partner is."""
    start, stop, declared, left, right = mark
    opening, closing = _by_neighbours(text, mark)
    behind = ""  # the character before the mark and its space, where words go on behind it
    if right in "ws" and left in "wps":
        back = start - 1
        while back > 0 and text[back].isspace():
            back -= 1
        behind = text[back:start].strip()
    speaker = 0.0
    spoken = right in "ws" and behind in ("!", ",", "?") and attributes(text, stop, end)
    if spoken:
        speaker = _SPEAKER
        closing = min(closing, 2.0)
    leads = right in "ws" and not spoken and _leads(text, start, behind)
    ends = right == "e" and left != "e"
    if right == "p" and text[stop] in ",;:?!." and not text[stop + 1 : stop + 2].isalnum():
        ends = not text.startswith((".”", '."', "..", ",”", ',"'), stop)
    if declared == "c":
        # The space before it went to the wrong side, and so it was turned: told reporters.” We will go on.”
        slipped = left == "p" and right == "s" and text[start - 1] in ".:,?!" and text[stop + 1 : stop + 2].isupper()
        opening += _WRONG - 2.0 if slipped else _WRONG + (2.0 if left in "wp" and right == "s" else 0.0)
        if leads or left == "e" or (left == right == "s" and behind in ".?!”" and text[stop + 1 : stop + 2].isupper()):
            opening = min(opening, _SENSED)
        if not slipped and not leads and left in "wp" and right == "s":
            # two that close and nothing open: the first has its space on the wrong side
            return opening, opening - 2.0, closing, speaker
    elif declared == "o":
        closing += _WRONG
        if ends:
            closing = min(closing, _SENSED)
            opening += BROKEN
        elif left == "s" and right == "w":
            closing += -1.5 if text[start - 2] == "," else 0.0
        elif spoken:
            closing = min(closing, _SENSED)
    elif leads and left == "s" and right == "s":
        opening = min(opening, 1.0)
    return opening, opening, closing, speaker


def _by_neighbours(text: str, mark: Double) -> tuple[float, float]:
    """What it costs that a mark opens, and that it closes, by the characters beside it, whichever way it faces."""
    start, stop, _, left, right = mark
    opening = _OPEN_LEFT[left] + _OPEN_RIGHT[right]
    closing = _CLOSE_LEFT[left] + _CLOSE_RIGHT[right]
    if left == "p" and text.endswith(("…", ".."), 0, start):
        opening -= 1.0
    if right == "p" and text[stop] in "….":
        opening -= 2.0
    if right == "w" and (suffix(text, stop - 1) or text[stop].isdigit()):
        closing -= 1.5  # the plural of a quoted word, a footnote
    if right == "s" and text[stop + 1 : stop + 2] in ("‘", "'", "’"):
        opening -= 2.0
    if left == "s" and start >= 2 and text[start - 2] in "’'‘":
        closing -= 2.0
    return opening, closing


def _leads(text: str, start: int, behind: str) -> bool:
    """Whether what stands before a mark leads into a quotation: a verb of saying with a comma or a colon, or a word
    that ends no quotation."""
    if behind in (",", ":"):
        return introduced(text, start, max(0, start - 40)) or behind == ":"
    if not behind.isalpha():
        return False
    back = start
    while text[back - 1].isspace():
        back -= 1
    return word_before(text, back) in _LEADING


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
    while back > 0 and (text[back - 1].isnumeric() or text[back - 1] in ". \u00a0") and at - back < 8:
        back -= 1
    return back >= 2 and text[back - 1] in "'’′" and text[back - 2].isdigit()
