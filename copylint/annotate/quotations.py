"""The quotation structure of a document: who opens, who closes, what is quoted, and what is wrong with the marks.

Read once and shared: every fault of quotation is named exactly once, here, so that no rule changes another's findings.

Double marks of a paragraph are read as the reading of least cost: each mark opens, closes, opens a quotation within
one, closes nothing and so on, and every irregularity has a price. A paragraph without any is read without that search.
What is quoted in the best reading but not in another one that costs little more is doubtful. Each paragraph is read
for itself, so a broken mark is forgotten at its end, except that a quotation may run on into a paragraph that opens
with a mark again (the newspaper convention). Single marks are read within what the double marks part
(annotate.apostrophes).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from copylint.annotate import apostrophes
from copylint.annotate.marks import (
    CLOSING,
    MARK,
    OPENING,
    Fault,
    Mark,
    after,
    attributes,
    attribution_in,
    before,
    fault,
    suffix,
    word_after,
)
from copylint.document import Block, Document, Span, reading
from copylint.rule import Edit, Evidence, Match

__all__ = [
    "Fault", "Mark", "Quotation", "Quotations", "doubtful_spans", "faults", "is_quoted", "quotations", "quoted_spans",
]  # fmt: skip


class Quotation(NamedTuple):
    """Quoted matter: its span without the marks and the white space next to them.

    open, close: the spans of the marks; close is None where it never closes or runs on into the next paragraph. single:
    written in single marks. level: how many quotations it stands in. certain: quoted in every reading.
    """

    span: Span
    open: Span
    close: Span | None
    single: bool
    level: int
    certain: bool


class Quotations(NamedTuple):
    """The structure: marks, quotations and faults, each in the order of the text. Apostrophes within words are no
    marks. wire: double marks are written ``…'' throughout."""

    marks: tuple[Mark, ...]
    quotations: tuple[Quotation, ...]
    faults: tuple[Fault, ...]
    quoted: tuple[Span, ...]
    doubtful: tuple[Span, ...]
    wire: bool = False


_WIRE = ("``", "''")
_NOTHING = Quotations((), (), (), (), ())
_MOST_FAULTS = 50  # of one paragraph: what has more is no prose


@reading
def quotations(document: Document) -> Quotations:
    """The quotation structure."""
    text = document.text
    places = [match.start() for match in MARK.finditer(text)]
    if not places and ",," not in text:
        return _NOTHING
    return _Reader(document, places).read()


@reading
def quoted_spans(document: Document) -> tuple[Span, ...]:
    """What is quoted in every reading, sorted and merged: blocks of quotation whole, all else without its marks."""
    spans = [block.span for block in document.blocks if block.kind == "quote"]
    found = quotations(document).quoted
    return _merged([*spans, *found]) if spans else found


@reading
def doubtful_spans(document: Document) -> tuple[Span, ...]:
    """What is quoted in one reading and not in another, sorted and merged."""
    return quotations(document).doubtful


def is_quoted(document: Document, span: Span) -> bool:
    """True if some of a span is quoted in every reading."""
    spans = quoted_spans(document)
    index = bisect_left(spans, (span.end, -1)) - 1
    return index >= 0 and spans[index].overlaps(span)


def faults(document: Document, kind: str) -> Iterator[Match]:
    """The faults of one kind, as a rule of that name yields them."""
    for found in quotations(document).faults:
        if found.kind == kind:
            yield found.match


class _Double(NamedTuple):
    """A double mark: its range, the direction that its form declares (open, close or neither), and both sides."""

    start: int
    end: int
    declared: str
    left: str
    right: str


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


class _Reader:
    """Reads one document. Holds what is found so far; used once."""

    def __init__(self, document: Document, places: list[int]) -> None:
        self.text = text = document.text
        self.blocks = document.blocks
        self.places = places
        self.marks: list[Mark] = []
        self.found: list[Quotation] = []
        self.faults: list[Fault] = []
        self.quoted: list[Span] = []
        self.doubtful: list[Span] = []
        self.wire = "``" in text
        self.apostrophe = "’" if text.count("’") > text.count("'") else "'"
        self.curly = self.apostrophe == "’" or any(mark in text for mark in "“”‘")
        self.running: tuple[int, Span, Fault, int] | None = None  # block, mark, its fault, doubtful from

    def read(self) -> Quotations:
        for index, block, doubles, singles, others in self._by_block():
            self._block(index, block, doubles, singles)
            if others:
                self._guillemets(others)
        if self.running is not None:
            self._give_up()
        self.found.sort()
        self.marks.sort()
        kept = sorted(self._kept(), key=lambda found: _where(found.match))
        return Quotations(
            tuple(self.marks),
            tuple(self.found),
            tuple(kept),
            _merged(self.quoted),
            _merged(self.doubtful),
            self.wire,
        )

    # ------------------------------------------------------------------ marks of each block

    def _by_block(self) -> Iterator[tuple[int, Block, list[_Double], list[apostrophes.Single], list[int]]]:
        places, text = self.places, self.text
        commas = ",," in text
        at, count = 0, len(places)
        for index, block in enumerate(self.blocks):
            start, end = block.span
            while at < count and places[at] < start:
                at += 1
            if (at == count or places[at] >= end) and not (commas and text.find(",,", start, end) >= 0):
                continue
            doubles: list[_Double] = []
            singles: list[apostrophes.Single] = []
            others: list[int] = []
            german = text.find("„", start, end) >= 0
            code = _code(text, start, end) if text.find("`", start, end) >= 0 else ()
            skip = -1
            while at < count and places[at] < end:
                place = places[at]
                at += 1
                if place < skip:
                    continue
                character = text[place]
                if character in "'’" and place > start and text[place - 1].isalnum():
                    if place + 1 < end and text[place + 1].isalnum():
                        continue  # within a word
                if code and _holds(code, place):
                    continue
                if character in "'’":
                    if text[place + 1 : place + 2] == character and place + 1 < end:
                        if self._is_double(text, place, character, doubles, start):
                            doubles.append(
                                self._double(place, place + 2, "" if character == "'" else "c", block.span)
                            )
                            skip = place + 2
                            continue
                    singles.append(
                        apostrophes.Single(
                            place, character, before(text, place, start), after(text, place + 1, end)
                        )
                    )
                elif character in '"“”„‟':
                    if character == '"' and _empty_pair(text, place, start, end):
                        skip = place + 2
                        continue
                    if character != '"' and place > start and text[place - 1] == "=":
                        skip = text.find("”", place + 1, end) + 1
                        continue  # an attribute of code
                    declared = "" if character == '"' or (german and character == "“") else "c"
                    doubles.append(
                        self._double(
                            place,
                            place + 1,
                            "o" if declared and character in OPENING else declared,
                            block.span,
                        )
                    )
                elif character in "‘`" and text[place + 1 : place + 2] == character and place + 1 < end:
                    doubles.append(self._double(place, place + 2, "o", block.span))
                    skip = place + 2
                elif character in "‘’‚‛`´":
                    if character != "‘" or not self._within_word(place, start, end):
                        singles.append(
                            apostrophes.Single(
                                place, character, before(text, place, start), after(text, place + 1, end)
                            )
                        )
                else:
                    others.append(place)
            if commas:
                doubles.extend(self._low_commas(block, doubles))
                doubles.sort()
            yield index, block, doubles, singles, others

    def _within_word(self, place: int, start: int, end: int) -> bool:
        """An okina or ayn within a word, as in Hawai‘i and Qur‘an."""
        text = self.text
        if not (start < place < end - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()):
            return False
        return not apostrophes.contracts(text, place)

    def _double(self, start: int, end: int, declared: str, span: Span) -> _Double:
        return _Double(
            start, end, declared, before(self.text, start, span.start), after(self.text, end, span.end)
        )

    def _is_double(self, text: str, place: int, character: str, doubles: list[_Double], start: int) -> bool:
        """Whether two single marks in a row are one double mark: where something is open, or they stand at a word."""
        if any(text[mark.start : mark.end] in ("``", "‘‘", "''", "“") for mark in doubles[-2:]):
            return True
        if character == "’":
            return False
        follows = text[place + 2 : place + 3]
        opens = (place == start or text[place - 1] in " \n(") and (follows.isalnum() or follows in "“‘")
        return bool(follows) and opens and text.find("''", place + 2, place + 400) > 0

    def _low_commas(self, block: Block, doubles: list[_Double]) -> list[_Double]:
        """Two commas for a low mark: ,,so”."""
        found = []
        text = self.text
        at = text.find(",,", block.span.start, block.span.end)
        while at >= 0:
            if before(text, at, block.span.start) in "seo" and text[at + 2 : at + 3].isalnum():
                closing = next((mark for mark in doubles if mark.start > at), None)
                if closing is not None and closing.left in "wp":
                    found.append(self._double(at, at + 2, "o", block.span))
            at = text.find(",,", at + 2, block.span.end)
        return found

    def _guillemets(self, places: list[int]) -> None:
        """Pairs «…» and »…« within a paragraph. They are quotation, and never a fault: arrows look the same."""
        text = self.text
        opened: int | None = None
        for place in places:
            if opened is None:
                opened = place
            elif (text[opened], text[place]) in (("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹")):
                self._quote(Span(opened, opened + 1), Span(place, place + 1), False, 0, True)
                opened = None
            else:
                opened = place

    # ------------------------------------------------------------------ one block

    def _block(
        self, index: int, block: Block, doubles: list[_Double], singles: list[apostrophes.Single]
    ) -> None:
        earlier = len(self.faults)
        if doubles:
            ends_inside = self._clean(doubles)
            runs_on = self._runs_on(index)
            if ends_inside is None or (
                ends_inside and (not runs_on or self._speaker_at_end(doubles[-1].end, block.span.end))
            ):
                self._search(index, block, doubles, singles, runs_on)
            else:
                if self.running is not None:
                    self._give_up()
                self._cells(
                    block, doubles, ["open", "close"] * (len(doubles) // 2 + 1), singles, runs_on, index
                )
        elif singles:
            self._cells(block, doubles, [], singles, False, index)
        new = self.faults[earlier:]
        if len(new) > 1:
            self.faults[earlier:] = _once(self.text, new[: _MOST_FAULTS * 2])[:_MOST_FAULTS]

    @staticmethod
    def _clean(doubles: list[_Double]) -> bool | None:
        """Whether the paragraph ends within a quotation, if each mark opens or closes in turn without any doubt; None
        if there is something to search."""
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

    def _runs_on(self, index: int, single: bool = False, within: bool = False) -> bool:
        """Whether the next paragraph begins with a mark that opens, so that a quotation may run on into it.

        single: with a single mark; within: with a single mark after a double one.
        """
        text = self.text
        for block in self.blocks[index + 1 : index + 4]:
            start, end = block.span
            while start < end and text[start] in " \t\n–—-…[(\u00a0":
                start += 1
            first = text[start : start + 1]
            if within and first and first in '“"':
                start += 1
                while start < end and text[start].isspace():
                    start += 1
                return text[start : start + 1] in ("‘", "'")
            if single:
                opens = first != "" and first in "‘'“\""
            else:
                opens = first != "" and (first in '“”"„«' or text.startswith(("``", "''"), start))
            if opens:
                return start + 1 < end
            if end - start > 80 or text[end - 1 : end] in '.!?”"’':
                return False
        return False

    def _speaker_at_end(self, start: int, end: int) -> bool:
        """True if speech that has not been closed is followed by its speaker: "We will win, he said."."""
        start = max(start, end - 160)
        at = attribution_in(self.text, start, end)
        return at is not None and not any(mark in self.text[at : end - 1] for mark in ("? ", "! ", ". ", ";"))

    def _search(
        self,
        index: int,
        block: Block,
        doubles: list[_Double],
        singles: list[apostrophes.Single],
        runs_on: bool,
    ) -> None:
        text, end = self.text, block.span.end
        last = _BROKEN
        if runs_on and not self._speaker_at_end(doubles[-1].end, end):
            last = 0.0
        running = self.running is not None and index - self.running[0] <= 3
        starts = [0.0, _RUNNING if running else _NEVER, _NEVER]
        actions: list[str] = []
        states: list[int] = [_OUTSIDE]
        certain: list[bool] = [True]
        for at in range(0, len(doubles), _WINDOW):
            final = at + _WINDOW >= len(doubles)
            steps = [_steps(text, doubles, one, end) for one in range(at, min(at + _WINDOW, len(doubles)))]
            best = _least(steps, starts, (0.0, last, _BROKEN * 2) if final else (0.0, 0.0, 0.0))
            actions.extend(best[0])
            states[-1:] = best[1]
            certain[-1:] = best[2]
            starts = [_NEVER] * 3
            starts[states[-1]] = 0.0
        ended = states[-1]
        if len(text[block.span.start : end].strip()) <= 3:
            return  # a ditto mark in a table
        if self.running is not None:
            first = next((number for number, action in enumerate(actions) if action == "close"), -1)
            if (
                states[0] == _INSIDE
                and first >= 0
                and not {"open", "reopen", "resume"} & set(actions[:first])
            ):
                self._not_opened(block, doubles[first])
                actions[first] = "resumed"
            else:
                self._give_up()
        _Namer(self, block, doubles, actions, states, certain).name()
        kept = self._cells(block, doubles, actions, singles, last == 0.0, index, certain)
        if ended and last:
            opener = kept[0] if kept else doubles[-1]
            self._unclosed(index, block, opener, kept[1:])

    def _unclosed(self, index: int, block: Block, mark: _Double, more: list[_Double]) -> None:
        """A quotation that is open at the paragraph's end and does not run on."""
        text, end = self.text, block.span.end
        closing = _closing(text[mark.start : mark.end])
        edits: tuple[Edit, ...] = ()
        at = attribution_in(text, mark.end, end)
        single = _closed_singly(text, mark.end, end)
        if single is not None:
            edits = (Edit(Span(single, single + 1), closing),)
        elif at is not None:
            edits = (Edit(Span(at, at), closing),)
        elif mark.left == "e" and text[end - 1] in ".?!…":
            edits = (Edit(Span(end, end), closing),)
        self.doubtful.append(Span(mark.end, end))
        if mark.declared == "c":
            return  # it faces the wrong way, and that is told
        found = Fault("unclosed", Match(Span(mark.start, mark.end), edits=edits, safe=False))
        if more:
            self.faults.append(found)
            return
        self.running = (index, Span(mark.start, mark.end), found, mark.end)

    def _give_up(self) -> None:
        """The quotation that was open is not closed by what follows: its mark is the fault."""
        assert self.running is not None
        self.faults.append(self.running[2])
        self.running = None

    def _not_opened(self, block: Block, closing: _Double) -> None:
        """A paragraph within a running quotation that does not open, and closes."""
        assert self.running is not None
        index, mark, _, start = self.running
        self.running = None
        written = self.text[mark.start : mark.end]
        inner = [one for one in self.blocks[index + 1 : index + 4] if one.span.start <= block.span.start]
        first = inner[0].span.start
        word = word_after(self.text, first) or self.text[first : first + 1]
        self.doubtful.append(Span(start, closing.start))
        self.faults.append(
            Fault(
                "multi-paragraph",
                Match(
                    Span(first, first + len(word)),
                    (Evidence(mark, "opens"), Evidence(Span(closing.start, closing.end), "closes")),
                    (written + word,),
                    {"mark": written},
                    tuple(Edit(Span(one.span.start, one.span.start), written) for one in inner),
                    False,
                ),
            )
        )

    def _cells(
        self,
        block: Block,
        doubles: list[_Double],
        actions: list[str],
        singles: list[apostrophes.Single],
        runs_on: bool,
        index: int,
        certain: list[bool] | None = None,
    ) -> list[_Double]:
        """Records the pairs of double marks, reads the single marks within what they part, and hands back the marks
        that are still open at the paragraph's end."""
        end = block.span.end
        opened: list[tuple[_Double, list[apostrophes.Single], int]] = []
        outer: list[apostrophes.Single] = []
        cell = outer
        next_single, count = 0, len(singles)
        for number, mark in enumerate(doubles):
            while next_single < count and singles[next_single].at < mark.start:
                cell.append(singles[next_single])
                next_single += 1
            action = actions[number]
            if action in ("open", "nest", "reopen", "resume"):
                if action in ("reopen", "resume") and opened:
                    before_it, inner, _ = opened.pop()
                    self._singles(inner, mark.start, False)
                    span = Span(before_it.start, before_it.end)
                    if action == "resume":
                        self._quote(span, None, False, len(opened), True, mark.start)
                        self.marks.append(Mark(*span, "open", None, len(opened)))
                    else:
                        self.doubtful.append(Span(before_it.end, mark.start))
                        self.marks.append(Mark(*span, "open", None, len(opened), False))
                cell = []
                opened.append((mark, cell, number))
            elif action in ("close", "unnest") and opened:
                opening, inner, at = opened.pop()
                self._singles(inner, mark.start, False)
                sure = certain is None or all(certain[at + 1 : number + 1])
                span, closing = Span(opening.start, opening.end), Span(mark.start, mark.end)
                level = len(opened)
                self._quote(span, closing, False, level, sure)
                self.marks.append(Mark(*span, "open", mark.start, level, sure))
                self.marks.append(Mark(*closing, "close", opening.start, level, sure))
                cell = opened[-1][1] if opened else outer
            elif action == "absorb" and opened and opened[-1][0].end == mark.start:
                opening, inner, at = opened[-1]
                opened[-1] = (opening._replace(end=mark.end), inner, at)
            else:
                role = {"prime": "prime", "apostrophe": "apostrophe"}.get(action, "stray")
                if action in ("unopened", "resumed"):
                    role = "close"
                    self.doubtful.append(
                        Span(doubles[number - 1].end if number else block.span.start, mark.start)
                    )
                self.marks.append(Mark(mark.start, mark.end, role, None, 0, role == "prime"))
            if certain is not None and not certain[number]:
                self.doubtful.append(
                    Span(doubles[number - 1].end if number else block.span.start, mark.start)
                )
        cell.extend(singles[next_single:])
        kept = [mark for mark, _, _ in opened]
        for level, (mark, inner, _) in enumerate(opened):
            self._singles(inner, end, runs_on, index, within=True)
            self.marks.append(Mark(mark.start, mark.end, "open", None, level, runs_on))
            if runs_on:
                self._quote(Span(mark.start, mark.end), None, False, level, True, end)
        if outer:
            self._singles(outer, end, not kept, index)
        return kept

    def _singles(
        self,
        singles: list[apostrophes.Single],
        end: int,
        may_run_on: bool,
        index: int | None = None,
        within: bool = False,
    ) -> None:
        if not singles:
            return
        runs_on = False
        if may_run_on and index is not None and any(single.character in "‘'" for single in singles):
            runs_on = self._runs_on(index, single=True, within=within)
        result = apostrophes.read(self.text, singles, end, runs_on, self.apostrophe)
        self.marks.extend(result.marks)
        self.faults.extend(result.faults)
        for opening, closing, sure in result.pairs:
            span = Span(opening, opening + 1)
            if closing is None:
                if sure:
                    self._quote(span, None, True, 0, True, end)
                else:
                    self.doubtful.append(Span(opening + 1, end))
            else:
                self._quote(span, Span(closing, closing + 1), True, 0, sure)

    def _quote(
        self,
        opening: Span,
        closing: Span | None,
        single: bool,
        level: int,
        certain: bool,
        end: int | None = None,
    ) -> None:
        text = self.text
        start, stop = opening.end, closing.start if closing is not None else end
        assert stop is not None
        while start < stop and text[start].isspace():
            start += 1
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        span = Span(start, stop)
        self.found.append(Quotation(span, opening, closing, single, level, certain))
        if stop > start:
            (self.quoted if certain else self.doubtful).append(span)

    def _kept(self) -> list[Fault]:
        """The faults without those that a convention of the article explains."""
        text = self.text
        ticks = [found for found in self.faults if found.kind == "tick"]
        kept = [found for found in self.faults if found.kind != "tick"]
        if ticks:
            others = any(one.single and text[one.open.start] != "`" for one in self.found)
            if others or not self.wire:
                kept.extend(self._ticks(ticks))
        written = [_mark_of(text, found) if found.kind == "backtick" else "" for found in kept]
        others = any(text[mark.start] in '"“”' and mark.role in ("open", "close") for mark in self.marks)
        if not others and any(mark in _WIRE for mark in written):
            kept = [found for found, mark in zip(kept, written, strict=True) if mark not in _WIRE]
        else:
            self.wire = False
        return kept

    def _ticks(self, ticks: list[Fault]) -> Iterator[Fault]:
        """A backtick for an opening single mark."""
        by_open = {one.open.start: one for one in self.found if one.single}
        for found in ticks:
            span = found.match.place
            assert isinstance(span, Span)
            closing = by_open[span.start].close
            assert closing is not None
            written = "‘’" if self.curly else "''"
            edits = [Edit(span, written[0])]
            if self.text[closing.start] != written[1]:
                edits.append(Edit(closing, written[1]))
            match = Match(span, (), (written[0],), None, tuple(edits), True)
            yield Fault("backtick", match)


def _least(
    steps: list[list[tuple[int, int, float, str]]], starts: list[float], finals: tuple[float, float, float]
) -> tuple[list[str], list[int], list[bool]]:
    """The reading of least cost: what each mark does, the state before each and at the end, and whether no other
    reading that costs little more disagrees on whether there is a quotation there."""
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
    return actions, states, certain


def _steps(text: str, doubles: list[_Double], at: int, end: int) -> list[tuple[int, int, float, str]]:
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
        opening += _WRONG + (2.0 if left in "wp" and right == "s" else 0.0)
    elif declared == "o":
        closing += _WRONG
        if left == "s" and right == "w":
            closing += -1.5 if text[start - 2] == "," else 2.0
    speaker = 0.0
    if right in "ws":
        back = start - 1
        while back > 0 and text[back].isspace():
            back -= 1
        if text[back] in ",?!" and attributes(text, stop, end):
            speaker = _SPEAKER
            closing = min(closing, 2.0)
    found = [
        (_OUTSIDE, _INSIDE, opening, "open"),
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


class _Namer:
    """Names the faults of one paragraph from what each double mark was found to do."""

    def __init__(
        self,
        reader: _Reader,
        block: Block,
        doubles: list[_Double],
        actions: list[str],
        states: list[int],
        certain: list[bool],
    ) -> None:
        self.reader = reader
        self.text = reader.text
        self.block = block
        self.doubles = doubles
        self.actions = actions
        self.states = states
        self.certain = certain

    def name(self) -> None:
        opened: list[int] = []
        for number, action in enumerate(self.actions):
            mark = self.doubles[number]
            safe = self.certain[number] and self.certain[number + 1]
            if action in ("open", "nest", "reopen", "resume"):
                if action == "reopen" and opened:
                    self._not_closed(self.doubles[opened.pop()], mark)
                elif action == "resume" and opened:
                    opened.pop()
                told = self._opens(mark, safe)
                opened.append(number if not told or action != "nest" else -1 - number)
            elif action == "resumed":
                self._closes(mark, False)
            elif action in ("close", "unnest"):
                told = self._closes(mark, safe)
                partner = opened.pop() if opened else 0
                if action == "unnest" and partner >= 0 and not told:
                    self._nested(self.doubles[partner], mark, safe and self.certain[partner])
            elif action == "unopened":
                if mark.declared == "o":
                    self._wrong(mark, False, False)
                else:
                    edits: tuple[Edit, ...] = ()
                    if number == 0 and attributes(self.text, mark.end, self.block.span.end):
                        start = self.block.span.start
                        single = start + (self.text[start] in "‘'")  # which opened it, and is replaced
                        edits = (Edit(Span(start, single), _mirrored(self.text[mark.start : mark.end])),)
                    self._add(Fault("unopened", Match(Span(mark.start, mark.end), edits=edits, safe=False)))
            elif action == "stray":
                if mark.declared == "c" and mark.left in "esod" and mark.right in "wx":
                    self._wrong(mark, True, False)
                elif mark.declared == "o" and mark.left in "wp" and mark.right in "esp":
                    self._wrong(mark, False, False)
                else:
                    kind = "unopened" if mark.declared == "c" else "unclosed"
                    self._add(Fault(kind, Match(Span(mark.start, mark.end), edits=())))
            elif action == "slip":
                single = {"“": "‘"}.get(self.text[mark.start], "'")
                self._add(fault("nested-same", mark.start, mark.end, single, False))
            elif action == "absorb":
                self._doubled(number, safe)
            elif action == "apostrophe":
                self._add(fault("apostrophe", mark.start, mark.end, self.reader.apostrophe, True))

    def _add(self, found: Fault) -> None:
        self.reader.faults.append(found)

    def _opens(self, mark: _Double, safe: bool) -> bool:
        """Names what is wrong with a mark that opens; whether anything is."""
        text = self.text
        start, stop, declared, left, right = mark
        if declared == "c":
            self._wrong(mark, True, safe)
            return True
        written = text[start:stop]
        if right == "s":
            end = stop
            while text[end].isspace():
                end += 1
            if text[end] in "‘'’" and end - stop == 1:
                return self._form(mark, True, safe)
            inner = text[stop:end]
            if left in "wp" and not text[start - 1].isspace():
                self._add(fault("inner-space", start, end, inner + written, safe, _AT_START))
            else:
                self._add(fault("inner-space", start, end, written, safe, _AT_START))
            return True
        if left in "wp" and not _ellipsis(text, start):
            self._add(fault("outer-space", start, stop, " " + written, safe, {"where": "before"}))
            return True
        return self._form(mark, True, safe)

    def _closes(self, mark: _Double, safe: bool) -> bool:
        """Names what is wrong with a mark that closes; whether anything is."""
        text = self.text
        start, stop, declared, left, right = mark
        if declared == "o":
            self._wrong(mark, False, safe)
            return True
        written = text[start:stop]
        glued = (
            right == "w" and text[stop].isalnum() and not suffix(text, stop - 1) and not text[stop].isdigit()
        )
        if left == "s":
            begin = start
            while text[begin - 1].isspace():
                begin -= 1
            if text[begin - 1] in "’'‘" and start - begin == 1 and not glued:
                return self._form(mark, False, safe)
            inner = text[begin:start] if glued else ""
            self._add(fault("inner-space", begin, stop, written + inner, safe, _AT_END))
            return True
        if glued:
            self._add(fault("outer-space", start, stop, written + " ", safe, {"where": "after"}))
            return True
        return self._form(mark, False, safe)

    def _wrong(self, mark: _Double, opens: bool, safe: bool) -> None:
        """A curly mark that faces the wrong way, with the spaces that go to its other side."""
        text = self.text
        start, stop, _, left, right = mark
        written = _mirrored(text[start:stop])
        if opens:
            end = stop
            while right == "s" and text[end].isspace():
                end += 1
            moved = text[stop:end] if left in "wp" else ""
            self._add(fault("wrong-direction", start, end, moved + written, safe, _OPENS))
        else:
            begin = start
            while left == "s" and text[begin - 1].isspace():
                begin -= 1
            moved = text[begin:start] if right == "w" else ""
            self._add(fault("wrong-direction", begin, stop, written + moved, safe, _CLOSES))

    def _form(self, mark: _Double, opens: bool, safe: bool) -> bool:
        """Names a mark that is well placed but made of two others."""
        if mark.end - mark.start != 2:
            return False
        written = self.text[mark.start : mark.end]
        curly = self.reader.curly
        cure = ("“" if opens else "”") if curly else '"'
        kind = "backtick" if written == "``" or (written == "''" and self.reader.wire) else "doubled"
        self._add(fault(kind, mark.start, mark.end, cure, safe))
        return True

    def _doubled(self, number: int, safe: bool) -> None:
        first, mark = self.doubles[number - 1], self.doubles[number]
        one, two = self.text[first.start : first.end], self.text[mark.start : mark.end]
        kept = two if one == '"' else one
        self._add(fault("doubled", first.start, mark.end, kept, safe))

    def _nested(self, opening: _Double, closing: _Double, safe: bool) -> None:
        text = self.text
        single = {"“": "‘", "”": "’", '"': "'"}
        first, last = text[opening.start : opening.end], text[closing.start : closing.end]
        if first not in single or last not in single:
            return
        self._add(
            Fault(
                "nested-same",
                Match(
                    Span(opening.start, opening.end),
                    (Evidence(Span(closing.start, closing.end), "closes"),),
                    (single[first],),
                    None,
                    (
                        Edit(Span(opening.start, opening.end), single[first]),
                        Edit(Span(closing.start, closing.end), single[last]),
                    ),
                    safe,
                ),
            )
        )

    def _not_closed(self, mark: _Double, following: _Double) -> None:
        """A quotation that is still open where another begins."""
        text = self.text
        closing = _closing(text[mark.start : mark.end])
        single = _closed_singly(text, mark.end, following.start)
        at = attribution_in(text, mark.end, following.start)
        edits: tuple[Edit, ...] = ()
        if single is not None:
            edits = (Edit(Span(single, single + 1), closing),)
        elif at is not None:
            edits = (Edit(Span(at, at), closing),)
        if mark.declared != "c":
            self._add(Fault("unclosed", Match(Span(mark.start, mark.end), edits=edits, safe=False)))


_CLOSES = {"stands": "An opening mark", "does": "closes"}
_OPENS = {"stands": "A closing mark", "does": "opens"}
_AT_END = {"where": "before the mark that closes"}
_AT_START = {"where": "after the mark that opens"}


def _mirrored(written: str) -> str:
    return _MIRRORED.get(written, written)


_MIRRORED = {"“": "”", "”": "“", "„": "”", "‟": "”", "‘‘": "”", "’’": "“", "``": "''", "''": "``"}


def _closing(written: str) -> str:
    return {"“": "”", "„": "”", "``": "''"}.get(written, written)


def _closed_singly(text: str, start: int, end: int) -> int | None:
    """The single mark that closes what a double mark opened: “We will,’ he said."""
    found = [
        at
        for mark in ",’ .’ ?’ !’ ,' .' ?' !'".split()
        if (at := text.find(mark, start, end) + 1) and (at + 1 >= end or text[at + 1].isspace())
    ]
    return min(found, default=None)


def _ellipsis(text: str, at: int) -> bool:
    return text.endswith(("…", ".."), 0, at)


def _empty_pair(text: str, at: int, start: int, end: int) -> bool:
    """An empty string: "" with nothing on either side."""
    if text[at + 1 : at + 2] != '"':
        return False
    left = at == start or text[at - 1] in " \n(=[:"
    right = at + 2 >= end or text[at + 2] in " \n).,;:]"
    return left and right


def _code(text: str, start: int, end: int) -> tuple[Span, ...]:
    """What stands between two single backticks on one line: code, whose marks are none."""
    import re

    pattern = re.compile(r"(?<![`\w])`[^`\n']{1,80}`(?![`\w])")
    return tuple(Span(*match.span()) for match in pattern.finditer(text, start, end))


def _once(text: str, found: list[Fault]) -> list[Fault]:
    """Without the single mark that opens what a double one closes, for that is one fault: ‘like this”."""
    ends = [_where(one.match)[0] for one in found if one.kind == "unopened"]
    if not ends:
        return found
    dropped = set()
    for end in ends:
        starts = [
            _where(one.match)[0] for one in found if one.kind == "unclosed" and _mark_of(text, one) == "‘"
        ]
        starts = [start for start in starts if start < end]
        if starts:
            dropped.add(max(starts))
    return [one for one in found if one.kind != "unclosed" or _where(one.match)[0] not in dropped]


def _holds(spans: tuple[Span, ...], place: int) -> bool:
    index = bisect_left(spans, (place + 1, -1)) - 1
    return index >= 0 and place < spans[index].end


def _mark_of(text: str, found: Fault) -> str:
    place = found.match.place
    return text[place[0] : place[1]] if isinstance(place, Span) else ""


def _where(match: Match) -> tuple[int, int]:
    place = match.place
    assert isinstance(place, Span)
    return place.start, place.end


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Spans sorted, those that overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if merged and span.start <= merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)
