"""Single marks: which are quotation marks and which are apostrophes, elisions, possessives, feet, minutes."""

from __future__ import annotations

from bisect import bisect, insort

from copylint.annotate.elisions import OF_LETTERS, contracts, cut_short, elided, transliterates
from copylint.annotate.lone_singles import mended
from copylint.annotate.marks import (
    AT_END,
    AT_START,
    CLOSES,
    OPENS,
    Fault,
    Mark,
    attributes,
    attribution_in,
    fault,
    introduced,
    outer_space,
    suffix,
    word_after,
    word_before,
)
from copylint.annotate.single_marks import Pair, Reading, Single
from copylint.document import Span
from copylint.expressions import expression
from copylint.rule import Match

_FARTHEST = 300  # a mark that faces the wrong way is looked for at most so far before its partner
_YEAR_QUOTE = 60
_LONGEST_TERM = 60
_NEAR = 30
# Words that have lost their beginning in speech only: as words of their own they may begin a quotation.
_SPOKEN_CUT = frozenset("course member specially struth strewth".split())

_S = "sSzZxX"
_POSSESSED = expression(r"(?:[A-Za-z0-9]|[A-Z]\w*(?: (?:[A-Z]\w*|of|the|and|in|a|to)){1,7})[’']s\b")


class _Open:
    """A mark that may open: its single, how it was read, and the marks after it that may close it."""

    __slots__ = ("elided", "misfaced", "single", "weak")

    def __init__(self, single: Single, elided: bool, misfaced: bool) -> None:
        self.single = single
        self.elided = elided
        self.misfaced = misfaced
        self.weak: list[Single] = []


def read(text: str, singles: list[Single], end: int, runs_on: bool, apostrophe: str, outermost: bool = True) -> Reading:
    """Reads the single marks of one paragraph, or of one quotation in double marks, in order.

    end: where the paragraph or quotation ends. runs_on: whether the next paragraph opens with a single mark,
    so that this one need not close. apostrophe: the form that the article writes. outermost: not within double marks.
    """
    reading = Reading([], [], [])
    opened: list[_Open] = []
    skip = -1
    for single in singles:
        at, character, left, right = single
        if at == skip:
            continue
        if right == "p" and left in "seod" and _trails_off(text, at + 1):
            single, right = single._replace(right="w"), "w"
        if character == "`" or character == "´":
            _tick(text, single, reading, opened, apostrophe)
            continue
        if _is_and(text, single):
            skip = _and(text, at, reading)
            continue
        if left in "wx" and right == "w":
            if character in "‘‛" and contracts(text, at):
                reading.faults.append(fault("apostrophe", at, at + 1, "’", True))
                reading.marks.append(Mark(at, at + 1, "apostrophe"))
            continue
        if right in "wxo" and (left in "seod" or (left == "p" and _opens_glued(text, single, opened))):
            _begin(text, single, reading, opened, end)
        elif left in "seo" and right in "spde":
            _spaced(text, single, reading, opened, end)
        elif left == "p" and right == "w" and suffix(text, at):
            reading.marks.append(Mark(at, at + 1, "apostrophe"))
        else:
            _finish(text, single, reading, opened)
    opens: list[int] = []
    known = 0  # of the marks read, those of which `opens` has the opening ones
    while opened:
        last = opened.pop()
        if not _settle(text, last, reading, opened):
            for mark in reading.marks[known:]:
                if mark.role == "open":
                    insort(opens, mark.start)
            known = len(reading.marks)
            following = bisect(opens, last.single.at)
            limit = opens[following] if following < len(opens) else end
            _leftover(text, last, reading, runs_on and not opened, end, limit, outermost)
    mended(text, singles, end, reading, outermost)
    return reading


def _trails_off(text: str, at: int) -> bool:
    """An ellipsis, or a stop, that a word follows: ‘…and then’."""
    return text[at] in ".…" and text[at : at + 5].lstrip(".… ")[:1].isalnum()


def _is_and(text: str, single: Single) -> bool:
    """The first mark of rock ’n’ roll."""
    at = single.at
    if text[at + 1 : at + 2] not in ("n", "N") or text[at + 2 : at + 3] not in ("'", "’", "‘") or not at:
        return False
    first, second = text[at - 1], text[at + 3 : at + 4]
    if first == " " and second == " ":
        ahead = word_after(text, at + 4)
        back = word_before(text, at - 1)
        return bool(back and ahead) and back.lower() not in OF_LETTERS and ahead.lower() not in OF_LETTERS
    return first.isalnum() and second.isalnum()


def _and(text: str, at: int, reading: Reading) -> int:
    """Reads the two apostrophes of ’n’; the offset of the second."""
    wrong = [place for place in (at, at + 2) if text[place] == "‘"]
    reading.marks.append(Mark(at, at + 1, "apostrophe"))
    reading.marks.append(Mark(at + 2, at + 3, "apostrophe"))
    if wrong:
        written = "".join("’" if mark == "‘" else mark for mark in text[wrong[0] : at + 3])
        reading.faults.append(fault("apostrophe", wrong[0], wrong[-1] + 1, written[: wrong[-1] + 1 - wrong[0]], True))
    return at + 2


def _tick(text: str, single: Single, reading: Reading, opened: list[_Open], apostrophe: str) -> None:
    """A backtick or an acute accent."""
    at, _, left, right = single
    if left == "w" and right == "w":
        if (
            opened
            and text[at] == "`"
            and opened[-1].single.character == "`"
            and " " not in text[opened[-1].single[0] : at]
        ):
            opened.pop()  # code, in a title: "nested `ifelse`s"
        elif suffix(text, at):
            reading.faults.append(fault("backtick", at, at + 1, apostrophe, True))
    elif left in "seod" and right in "wxo":
        opened.append(_Open(single, False, False))
    elif left in "wp" and right in "spdoe":
        if opened and opened[-1].single.character in "`´":
            _close(text, opened.pop(), single, reading, opened)
        elif left == "w" and text[at - 1] in _S:
            reading.faults.append(fault("backtick", at, at + 1, apostrophe, True))


def _opens_glued(text: str, single: Single, opened: list[_Open]) -> bool:
    """A mark without a space after a comma or stop: said,‘We. Not U.S.’s, and not a mark that closes."""
    if single.character in "‘‛‚":
        return True
    return single.character == "'" and not opened and not suffix(text, single.at) and single.right == "w"


def _begin(text: str, single: Single, reading: Reading, opened: list[_Open], end: int) -> None:
    """A mark at a word's beginning."""
    at, character = single.at, single.character
    lost = elided(text, at)
    if opened and not lost and _closes_before_speaker(text, single, opened[-1], end):
        top = opened.pop()
        start = _space_before(text, at)
        closing = "'" if character == "'" else "’"
        kind = "wrong-direction" if character in "‘‛" else "inner-space"
        reading.faults.append(
            fault(
                kind,
                start,
                at + 1,
                closing + text[start:at],
                True,
                CLOSES if kind == "wrong-direction" else AT_END,
            )
        )
        _pair(top, at, True, reading, opened, text)
        return
    if lost and (character in "'’" or (opened and not opened[-1].misfaced and not opened[-1].elided)):
        reading.marks.append(Mark(at, at + 1, "apostrophe"))
        if character not in "'’":
            reading.faults.append(fault("apostrophe", at, at + 1, "’", True))
        return
    if opened:
        top = opened[-1]
        if top.weak or top.elided:
            opened.pop()
            if not _settle(text, top, reading, opened):
                _leftover(text, top, reading, False)
    if character == "’":
        if opened:
            reading.marks.append(Mark(at, at + 1, "apostrophe", certain=False))
        else:
            opened.append(_Open(single, False, True))
    else:
        opened.append(_Open(single, lost, False))


def _closes_before_speaker(text: str, single: Single, top: _Open, end: int) -> bool:
    """A mark that opens by its place but ends speech by its sense: "so far, ‘Moreau said"."""
    if top.single.left == "p" or single.left != "s" or top.elided or top.misfaced:
        return False
    back = single.at - 1
    while back > top.single.at and text[back].isspace():
        back -= 1
    return text[back] in ",?!" and attributes(text, single.at + 1, end)


def _spaced(text: str, single: Single, reading: Reading, opened: list[_Open], end: int) -> None:
    """A mark with a space on both sides, or one that has only an edge or a bracket before it."""
    at, character = single.at, single.character
    if character in "‘‛" and opened and _closes_before_speaker(text, single, opened[-1], end):
        start = _space_before(text, at)
        reading.faults.append(fault("wrong-direction", start, at + 1, "’", True, CLOSES))
        _pair(opened.pop(), at, True, reading, opened, text)
        return
    leads = character == "'" and text[at - 2 : at] == ": " and text[at + 1 : at + 3].lstrip()[:1].isupper()
    if (character in "‘‛‚" or leads) and single.right == "s":
        opened.append(_Open(single, False, False))
    elif character == "’" and single.left == "s" and opened and opened[-1].single.character in "‘‛‚":
        _close(text, opened.pop(), single, reading, opened)
    else:
        reading.marks.append(Mark(at, at + 1, "stray", certain=False))


def _finish(text: str, single: Single, reading: Reading, opened: list[_Open]) -> None:
    """A mark at a word's end."""
    at, character, left, right = single
    possessive = left == "w" and text[at - 1] in _S and right == "s" and _goes_on(text, at)
    if character in "‘‛‚":
        if possessive and opened and not opened[-1].misfaced:
            opened[-1].weak.append(single)
        elif opened and not opened[-1].misfaced and not (left == "w" and text[at - 1] in _S and opened[-1].elided):
            reading.faults.append(fault("wrong-direction", at, at + 1, "’", True, CLOSES))
            _pair(opened.pop(), at, True, reading, opened, text)
        elif left == "p":
            reading.faults.append(fault("wrong-direction", at, at + 1, "’", False, CLOSES))
            reading.marks.append(Mark(at, at + 1, "close", certain=False))
        elif left == "w":
            reading.faults.append(fault("apostrophe", at, at + 1, "’", True))
            reading.marks.append(Mark(at, at + 1, "apostrophe"))
        return
    if not opened:
        role = "prime" if left == "w" and text[at - 1].isdigit() else "apostrophe"
        reading.marks.append(Mark(at, at + 1, role))
        return
    top = opened[-1]
    if possessive or (left == "w" and cut_short(text, at)):
        top.weak.append(single)
    elif top.misfaced and not _closes_misfaced(text, single, top, reading):
        reading.marks.append(Mark(at, at + 1, "apostrophe", certain=False))
    else:
        _close(text, opened.pop(), single, reading, opened)


def _space_before(text: str, at: int) -> int:
    while text[at - 1].isspace():
        at -= 1
    return at


def _goes_on(text: str, at: int) -> bool:
    """True if a lower-case word follows, as after a possessive."""
    return text[at + 1 : at + 40].lstrip()[:1].islower()


def _closes_misfaced(text: str, single: Single, top: _Open, reading: Reading) -> bool:
    """Whether a mark closes what a closing mark seems to have opened."""
    if top.single.left != "e" and single.at - top.single.at > _FARTHEST:
        return False
    if reading.pairs and reading.pairs[-1].open > top.single.at and single.left != "p":
        return False
    if single.left == "w" and text[single.at - 1] in _S:
        return _closes_term(text, top, single)
    return single.left in "wp"


def _closes_term(text: str, top: _Open, single: Single) -> bool:
    """Whether a mark that may be a possessive closes what a closing mark opened: the ’low prices’ of the year."""
    return single.at - top.single.at <= _LONGEST_TERM and not transliterates(text, top.single.at)


def _close(text: str, top: _Open, single: Single, reading: Reading, opened: list[_Open]) -> None:
    """Pairs a mark that opens with one that closes."""
    at = single.at
    if top.elided and (
        (text[top.single.at + 1].isdigit() and at - top.single.at > _YEAR_QUOTE)
        or (single.left == "w" and text[at - 1] in _S and at - top.single.at > _LONGEST_TERM)
    ):
        _leftover(text, top, reading, False)
        reading.marks.append(Mark(at, at + 1, "apostrophe", certain=False))
        return
    if single.left == "s" and top.single.character != "'":
        start = _space_before(text, at)
        touches = text[at + 1 : at + 2] in ("”", '"') or text[start - 1] in '”"'
        if not touches:
            reading.faults.append(fault("inner-space", start, at + 1, text[at], True, AT_END))
    elif single.left == "p" and single.right == "w":
        reading.faults.append(outer_space(text, at, at + 1, False, True))
    _pair(top, at, True, reading, opened, text)


def _pair(top: _Open, close: int, certain: bool, reading: Reading, opened: list[_Open], text: str) -> None:
    at = top.single.at
    if top.misfaced:
        reading.faults.append(fault("wrong-direction", at, at + 1, "‘", True, OPENS))
    elif top.single.character == "`" or (top.single.character == "´"):
        reading.faults.append(Fault("tick", Match(Span(at, at + 1), edits=())))
    elif top.single.right == "s":
        stop = at + 1
        while text[stop].isspace():
            stop += 1
        if text[stop] not in '“"’':
            reading.faults.append(fault("inner-space", at, stop, text[at], True, AT_START))
    elif top.single.left == "p":
        reading.faults.append(outer_space(text, at, at + 1, True, True))
    if text[at] == "‘" and text[at - 1 : at] == "‘":
        reading.faults.append(fault("doubled", at - 1, at + 1, "‘", True))
    depth = len(opened)
    _keep(text, top, reading, close)
    if text[close] == "‘" and any(one.at == close for one in top.weak):
        reading.faults.append(fault("wrong-direction", close, close + 1, "’", False, CLOSES))
    reading.pairs.append(Pair(at, close, certain and (not top.weak or text[close - 1] in '.,?!”"'), len(opened)))
    reading.marks.append(Mark(at, at + 1, "open", close, depth, certain))
    reading.marks.append(Mark(close, close + 1, "close", at, depth, certain))


def _keep(text: str, top: _Open, reading: Reading, close: int = -1) -> None:
    """Possessives that might have closed, and did not."""
    for at, character, _, _ in top.weak:
        if at != close:
            reading.marks.append(Mark(at, at + 1, "apostrophe", certain=False))
            if character == "‘":
                reading.faults.append(fault("apostrophe", at, at + 1, "’", True))


def _settle(text: str, top: _Open, reading: Reading, opened: list[_Open]) -> bool:
    """Closes a mark at the first place that may be a possessive, if there is one. False if it stays open."""
    if not top.weak or (top.elided and not _titled(text, top)):
        return False
    if top.misfaced and (len(top.weak) > 1 or not _closes_term(text, top, top.weak[0])):
        return False
    if len(top.weak) > 1 and top.single.character == "'":
        return False
    _pair(top, top.weak[0].at, len(top.weak) == 1 and top.single.character != "'", reading, opened, text)
    return True


def _titled(text: str, top: _Open) -> bool:
    """Whether a title with a figure at its beginning stands in the marks: the words to ‘21 Seconds’ by heart."""
    at = top.single.at
    return len(top.weak) == 1 and text[at + 1].isdigit() and text[at + 3] == " " and text[at + 4].isupper()


def _leftover(
    text: str,
    top: _Open,
    reading: Reading,
    runs_on: bool,
    end: int | None = None,
    following: int = 0,
    outermost: bool = True,
) -> None:
    """A mark that nothing closes. end: where what it stands in ends, if it is known that no mark closes it there.
    following: the next opening mark before that, or the end."""
    at, character, left, right = top.single
    _keep(text, top, reading)
    if character in "`´":
        return
    if top.elided and character in "‘‛":
        reading.faults.append(fault("apostrophe", at, at + 1, "’", True))
        reading.marks.append(Mark(at, at + 1, "apostrophe"))
    elif top.misfaced and runs_on and _begins_speech(text, at):
        reading.faults.append(fault("wrong-direction", at, at + 1, "‘", True, OPENS))
        reading.marks.append(Mark(at, at + 1, "open"))
        reading.pairs.append(Pair(at, None, True))
    elif (
        character == "'"
        and not (runs_on or top.elided)
        and end is not None
        and _speaks(text, at, end, following, outermost)
    ):
        reading.marks.append(Mark(at, at + 1, "open", certain=False))
        reading.pairs.append(Pair(at, None, False))
        reading.faults.append(Fault("unclosed", Match(Span(at, at + 1), edits=())))
    elif character == "'" or top.misfaced or top.elided:
        reading.marks.append(Mark(at, at + 1, "apostrophe", certain=False))
        if runs_on and not top.misfaced and left == "e":
            reading.pairs.append(Pair(at, None, False))
    elif runs_on:
        reading.marks.append(Mark(at, at + 1, "open"))
        reading.pairs.append(Pair(at, None, True))
    elif right in "wxo" and transliterates(text, top.single.at):
        reading.marks.append(Mark(at, at + 1, "apostrophe", certain=False))
    else:
        reading.marks.append(Mark(at, at + 1, "open", certain=False))
        reading.pairs.append(Pair(at, None, False))
        if right in "wxo" and not _possessed(text, at):
            reading.faults.append(Fault("unclosed", Match(Span(at, at + 1), edits=())))


def _speaks(text: str, at: int, end: int, following: int, outermost: bool) -> bool:
    """Whether a straight mark that nothing closes can only open speech, as no apostrophe does: behind "she said:", or
    before words that an attribution follows; within double marks behind any comma or colon."""
    if not text[at + 1].isupper() or word_after(text, at + 1).lower() in _SPOKEN_CUT or transliterates(text, at):
        return False
    ahead = text[max(0, at - 2) : at]
    if not outermost:
        return ahead in (", ", ": ")
    if following == end and ahead in (", ", ": ") and introduced(text, at, max(0, at - _NEAR)):
        return True  # where another quotation begins, it may go on from this one
    if following < end and text[max(0, following - 2)] not in ".,:?!":
        return False  # "Today, voters have said 'yes'"
    begins = ahead in (", ", ": ") or ahead.rstrip(" ")[-1:] in ("", "\n", ".", "?", "!")
    return begins and attribution_in(text, at + 1, following) is not None


def _possessed(text: str, at: int) -> bool:
    """Whether the mark that closes is that of a possessive or a plural too: ‘Low Tide’s last line, two ‘A’s."""
    return text[at - 2 : at - 1] != ":" and _POSSESSED.match(text, at + 1) is not None


def _begins_speech(text: str, at: int) -> bool:
    """A mark before a capital, at a paragraph's beginning or behind another sentence."""
    back = text[max(0, at - 40) : at].rstrip(" ")[-1:]
    return text[at + 1 : at + 2].isupper() and (back in ("", "\n") or back in ".:,?!")
