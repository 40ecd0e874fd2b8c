"""Single marks without a partner: which slip explains two of them, and which are faults by themselves.

A single mark may be an apostrophe, and is read as one whenever possible. If one is left that cannot be, the marks
around it are read again: a space on the wrong side may have turned a mark round or hidden it.
"""

from __future__ import annotations

from copylint.annotate.elisions import OF_NAMES, cut_short, elided
from copylint.annotate.marks import (
    AT_END,
    AT_START,
    CLOSES,
    OPENS,
    SUFFIXES,
    Fault,
    Mark,
    fault,
    outer_space,
    word_after,
    word_before,
)
from copylint.annotate.single_marks import Pair, Reading, Single
from copylint.document import Span
from copylint.expressions import expression
from copylint.rule import Match

_JOINED = expression(r"(?<=[^\W\d_])[‘’](?=[^\W\d_])")
_LONGEST = 600  # code points of a quotation that is put together again
_S = "sSzZxX"


def mended(text: str, singles: list[Single], end: int, reading: Reading, outermost: bool) -> None:
    """Names the slips behind the marks that have no partner. outermost: not within double marks."""
    unclosed = [one for one in reading.faults if one.kind == "unclosed" and text[_start(one)] != "'"]
    if unclosed:
        _close(text, singles, end, reading, unclosed)
    if not outermost:
        return
    roles = {mark.start: mark.role for mark in reading.marks if mark.partner is not None or mark.role == "apostrophe"}
    last = -1  # where the quotation before ended
    ended: Single | None = None  # a mark that can only close, and closes nothing
    for number, single in enumerate(singles):
        role = roles.get(single.at)
        if role == "apostrophe":
            if roles.get(single.at - 1) == "close" and text[single.at] == text[single.at - 1] == "’":
                reading.faults.append(fault("doubled", single.at - 1, single.at + 1, "’", True))
            elif _ends_speech(text, single):
                if ended is not None and text[ended.at + 1] == " " and single.at - ended.at < _LONGEST:
                    _turn(text, ended, single, reading)
                    ended, last = None, number
                    continue
                if ended is not None:
                    _open(text, singles, last, number, ended, reading)
                ended = single
        elif role is not None:
            if ended is not None:
                _open(text, singles, last, number, ended, reading)
                ended = None
            last = number
    if ended is not None:
        _open(text, singles, last, len(singles), ended, reading)


def _close(text: str, singles: list[Single], end: int, reading: Reading, unclosed: list[Fault]) -> None:
    """Finds the mark that was to close a quotation which seems never to close."""
    places = sorted(map(_start, unclosed))
    first = places[0]
    if len(places) == 1:  # what looks like the first letter of a name abroad may be the other one
        roles = {mark.start: mark.role for mark in reading.marks}
        others = [one.at for one in singles if one.character == "‘" and one.at > first and one.left == "s"]
        places.extend(at for at in others[:1] if roles.get(at) == "apostrophe")
    stop = min(end, first + _LONGEST)
    if len(places) == 2:
        start = _space_before(text, places[1])
        if first < start < places[1] < stop:
            _replace(reading, places, (first, places[1]), "wrong-direction", start, "’" + text[start : places[1]])
        return
    if len(places) > 2:
        return
    spaced = [one.at for one in singles if first < one.at < stop and _is_turned(text, one)]
    if spaced:
        start = _space_before(text, spaced[0])
        _replace(reading, places, (first, spaced[0]), "inner-space", start, "’" + text[start : spaced[0]])
        return
    for found in _JOINED.finditer(text, first + 1, stop):
        at = found.start()
        ahead, behind = word_before(text, at), word_after(text, at + 1)
        if text[at] == "’" and len(ahead) > 1 and ahead not in OF_NAMES and len(behind) > 2 and behind not in SUFFIXES:
            _drop(reading, places)
            reading.faults.append(outer_space(text, at, at + 1, False, False))
            reading.pairs.append(Pair(first, at, False))
            return


def _replace(reading: Reading, places: list[int], pair: tuple[int, int], kind: str, start: int, cure: str) -> None:
    _drop(reading, places)
    slots = CLOSES if kind == "wrong-direction" else AT_END
    reading.faults.append(fault(kind, start, pair[1] + 1, cure, False, slots))
    reading.pairs.append(Pair(pair[0], pair[1], False))


def _drop(reading: Reading, places: list[int]) -> None:
    """Takes back what was said of marks without a partner."""
    reading.faults[:] = [one for one in reading.faults if one.kind != "unclosed" or _start(one) not in places]
    reading.pairs[:] = [one for one in reading.pairs if one.close is not None or one.open not in places]


def _start(found: Fault) -> int:
    place = found.match.place
    assert isinstance(place, Span)
    return place.start


def _ends_speech(text: str, single: Single) -> bool:
    """Whether a mark can only close: after a comma, or after a stop that ends a sentence."""
    at = single.at
    if single.left != "p" or single.right not in "se" or text[at] not in "’'":
        return False
    if text[at - 1] in ",?!":
        return True
    if text[at - 1] != ".":
        return False
    following = text[at + 1 : at + 40].lstrip()[:1]
    return (not following or following.isupper()) and _is_word(word_before(text, at - 1))


def _is_word(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.islower() and word not in _CUT


_CUT = frozenset("no vs etc inc co corp ltd st ft mr dr sen rep gen jr sr am pm eg ie".split())


def _is_turned(text: str, single: Single) -> bool:
    """Whether a mark stands where one opens, and faces the other way."""
    return single.character == "’" and single.left == "s" and single.right == "w" and not elided(text, single.at)


def _open(text: str, singles: list[Single], last: int, number: int, closing: Single, reading: Reading) -> None:
    """Finds the mark that should open the quotation which a mark closes; if there is none, the closing mark is the
    fault. last, number: the range of single marks to search."""
    before = singles[last + 1 : number]
    at = closing.at
    for number, pair in enumerate(reading.pairs):
        close = pair.close
        inner = [one for one in singles if close is not None and pair.open < one.at < close and _is_turned(text, one)]
        if close is not None and inner and at - _LONGEST < close < at:
            # A quotation in the same marks within this one: ‘They sang ’The Weir’ twice,’ she said.
            reading.faults.append(fault("wrong-direction", inner[0].at, inner[0].at + 1, "‘", False, OPENS))
            reading.pairs[number] = pair._replace(close=at, certain=False)
            reading.marks[:] = [_moved(mark, close, at) for mark in reading.marks if mark.start != at]
            return
        if close is not None and at - _LONGEST < close < at and text[close - 1] in _S and text[close + 1] == " ":
            # That one was a possessive: ‘It is the sailors’ Party,’ she said.
            reading.pairs[number] = pair._replace(close=at, certain=False)
            reading.marks[:] = [_moved(mark, close, at) for mark in reading.marks if mark.start != at]
            return
    before = [one for one in before if 0 < at - one.at < _LONGEST]
    for one in reversed(before):
        if one.character not in "‘’" or text[one.at + 1 : one.at + 2] != " " or one.left not in "wp":
            continue
        if one.left == "w" and (text[one.at - 1] in _S or cut_short(text, one.at)) and one.character == "’":
            continue
        if text[one.at - 1] in "nN" and text[one.at - 2] in "’‘'":
            continue  # rock ’n’ roll
        if one.left == "p" and not text[one.at + 2 : one.at + 3].isupper():
            continue
        _turn(text, one, closing, reading)
        return
    if any(elided(text, one.at) for one in before):
        return  # one mark may have done two jobs: 'Tis done,' he said
    start = max(before[-1].at + 1 if before else 0, text.rfind("\n\n", 0, at) + 1, at - _LONGEST)
    for found in _JOINED.finditer(text, start, at):
        if text[found.start()] == "‘" and len(word_after(text, found.end())) > 2:
            reading.faults.append(outer_space(text, found.start(), found.end(), True, False))
            reading.pairs.append(Pair(found.start(), at, False))
            return
    stop = at + 2 if text.startswith("''", at) else at + 1
    reading.faults.append(Fault("unopened", Match(Span(at, stop), edits=())))
    reading.marks.append(Mark(at, at + 1, "close", certain=False))


def _moved(mark: Mark, close: int, at: int) -> Mark:
    if mark.start == close:
        return mark._replace(start=at, end=at + 1, certain=False)
    return mark._replace(partner=at, certain=False) if mark.partner == close else mark


def _turn(text: str, opening: Single, closing: Single, reading: Reading) -> None:
    """Takes a mark with its space on the wrong side as the opening mark of a quotation that another one closes."""
    at = opening.at
    reading.faults[:] = [found for found in reading.faults if _start(found) != at]
    if opening.character == "’":
        reading.faults.append(fault("wrong-direction", at, at + 2, " ‘", False, OPENS))
    else:
        reading.faults.append(fault("inner-space", at, at + 2, " ‘", False, AT_START))
    reading.pairs.append(Pair(at, closing.at, False))


def _space_before(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at
