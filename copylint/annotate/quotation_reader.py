"""Reads the quotation structure of a document mark by mark, and names what is wrong with it.

Double marks are read paragraph by paragraph (annotate.double_marks), single marks within what the double marks part
(annotate.apostrophes, annotate.single_search), and faults are named from both (annotate.quotation_faults). A broken
mark is forgotten at its paragraph's end, except that a quotation may run on into a paragraph that opens with a mark
again (the newspaper convention).
"""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate import apostrophes, double_marks
from copylint.annotate.double_marks import Double, in_turn
from copylint.annotate.elisions import elided
from copylint.annotate.mark_rows import rows
from copylint.annotate.marks import (
    Fault,
    Mark,
    attribution_in,
    speaker_at_end,
    word_after,
)
from copylint.annotate.orderly_marks import orderly
from copylint.annotate.quotation_faults import (
    Forms,
    closed_singly,
    closing_mark,
    is_last_sentence,
    of_doubles,
    once,
    one_a_place,
    place_of,
    without_conventions,
)
from copylint.annotate.quotations import Quotation, Quotations, merged
from copylint.annotate.single_marks import Single
from copylint.annotate.single_search import searched
from copylint.annotate.words import marks, uncommon
from copylint.document import Block, Document, Span
from copylint.expressions import expression
from copylint.rule import Edit, Evidence, Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    # A mark that has opened a quotation, the single marks within it so far, and the number of the mark.
    _Opened = tuple[Double, list[Single], int]

_LONGEST_CAPTION = 240  # code points
_CREDIT = 70
# A caption ends in the name of who made the picture: "… at dawn. Image: Ann Reed."
_CREDITED = expression(
    r"\b(?:[Ii]mages?|[Pp]hoto(?:graph)?s?|[Pp]ictures?|[Ii]llustration|[Cc]redit)(?: credit| by)?: ?[A-Z][^:]*$"
)
_MOST_FAULTS = 50  # of one paragraph: what has more is no prose


def read(document: Document, numbers: Iterable[int]) -> Quotations:
    """The structure of the blocks of these numbers. All marks of the others are in order."""
    return _Reader(document).read(numbers)


_LONGEST_HEADING = 80


def _unmarked(text: str, start: int, end: int) -> bool:
    """Whether a block may stand between two paragraphs of one quotation: a heading, or a caption that quotes nobody."""
    return end - start <= _LONGEST_HEADING or not any(text.find(mark, start, end) >= 0 for mark in '“”"‘')


def _stands_between(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places, which are in order, is between two others."""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


class _Reader:
    """Reads one document. Holds what is found so far; used once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = text = document.text
        self.blocks = document.blocks
        self.marks: list[Mark] = []
        self.found: list[Quotation] = []
        self.faults: list[Fault] = []
        self.quoted: list[Span] = []
        self.doubtful: list[Span] = []
        stand, signs = marks(document), uncommon(document)
        wire = "`" in stand and "``" in text
        self.low = "„" in stand
        apostrophe = "’" if signs.count("’") > signs.count("'") else "'"
        curly = apostrophe == "’" or not stand.isdisjoint("“”‘")
        self.forms = Forms(apostrophe, curly, wire, wire and "''" in text)
        self.single_runs = -1  # the block that a quotation in single marks runs on into
        self.running: tuple[int, Span, Fault, int] | None = None  # block, mark, its fault, doubtful from

    def read(self, numbers: Iterable[int]) -> Quotations:
        orderly_doubles = orderly(self.document).doubles
        for index, block, doubles, singles, others in rows(self.document, numbers):
            if self.running is not None and _stands_between(orderly_doubles, self.running[1].start, block.span.start):
                self._give_up()
            self._block(index, block, doubles, singles)
            if others:
                self._guillemets(others)
        if self.running is not None:
            self._give_up()
        self.found.sort()
        self._level()
        self.marks.sort()
        kept, wire = without_conventions(self.text, self.faults, self.marks, self.forms)
        kept = sorted(kept, key=lambda found: place_of(found.match))
        return Quotations(
            tuple(self.marks),
            tuple(self.found),
            tuple(one_a_place(kept)),
            merged(self.quoted),
            merged(self.doubtful),
            wire,
        )

    def _level(self) -> None:
        """Double marks are read before single ones: where they stand within them, they are one level deeper."""
        ends: list[int] = []  # of single marks that doubles may stand in
        for number, one in enumerate(self.found):
            while ends and ends[-1] <= one.open.start:
                ends.pop()
            if ends and not one.single:
                self.found[number] = one._replace(level=one.level + len(ends))
            if one.single and one.close is not None and one.level == 0:
                ends.append(one.close.start)

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

    def _block(self, index: int, block: Block, doubles: list[Double], singles: list[Single]) -> None:
        earlier = len(self.faults)
        if doubles:
            low = self.low and any(self.text[mark.start] == "„" for mark in doubles)
            ends_inside = None if low else in_turn(doubles)
            runs_on = self._runs_on(index)
            if ends_inside is None or (
                ends_inside and (not runs_on or speaker_at_end(self.text, doubles[-1].end, block.span.end))
            ):
                self._search(index, block, doubles, singles, runs_on)
            else:
                if self.running is not None:
                    self._give_up()
                self._cells(block, doubles, ["open", "close"] * (len(doubles) // 2 + 1), singles, runs_on, index)
        elif singles:
            self._cells(block, doubles, [], singles, False, index)
        new = self.faults[earlier:]
        if len(new) > 1:
            self.faults[earlier:] = once(self.text, new[: _MOST_FAULTS * 2])[:_MOST_FAULTS]

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
                opens = first != "" and first in "‘'“\"’" and not (first == "’" and elided(text, start))
            else:
                opens = first != "" and (first in '“”"„«' or text.startswith(("``", "''"), start))
            if opens:
                return start + 1 < end
            if block.kind == "caption" or (
                end - start <= _LONGEST_CAPTION and _CREDITED.search(text, end - _CREDIT, end)
            ):
                continue  # a picture stands between
            if text.startswith("Advertisement", start) and end - start <= len("Advertisement:"):
                continue
            # So does a longer caption: no sentence without a mark at its end is a paragraph.
            if end - start > _LONGEST_CAPTION or text[end - 1 : end] in '.!?…:”"’' or not _unmarked(text, start, end):
                return False
        return False

    def _search(
        self,
        index: int,
        block: Block,
        doubles: list[Double],
        singles: list[Single],
        runs_on: bool,
    ) -> None:
        text, end = self.text, block.span.end
        runs_on = runs_on and not speaker_at_end(self.text, doubles[-1].end, end)
        running = self.running is not None and index - self.running[0] <= 3
        reading = double_marks.read(text, doubles, block.span.start, end, running, runs_on)
        actions = reading.actions
        turned = doubles[0].declared == "c" and doubles[0].left == "e" and text[end - 1].isalnum()
        if end - block.span.start <= 3 and not turned:
            return  # a ditto mark in a table
        if self.running is not None:
            first = next((number for number, action in enumerate(actions) if action == "close"), -1)
            if reading.states[0] and first >= 0 and not {"open", "reopen", "resume"} & set(actions[:first]):
                self._not_opened(block, doubles[first])
                actions[first] = "resumed"
            else:
                self._give_up()
        self.faults.extend(of_doubles(text, block, doubles, reading, self.forms))
        kept = self._cells(block, doubles, actions, singles, runs_on, index, reading.certain)
        if reading.states[-1] and not runs_on:
            opener = kept[0] if kept else doubles[-1]
            self._unclosed(index, block, opener, kept[1:])

    def _unclosed(self, index: int, block: Block, mark: Double, more: list[Double]) -> None:
        """A quotation that is open at the paragraph's end and does not run on."""
        text, end = self.text, block.span.end
        closing = closing_mark(text[mark.start : mark.end])
        edits: tuple[Edit, ...] = ()
        at = attribution_in(text, mark.end, end)
        single = closed_singly(text, mark.end, end)
        if single is not None:
            edits = (Edit(Span(single, single + 1), closing),)
        elif at is not None:
            edits = (Edit(Span(at, at), closing),)
        elif text[end - 1] in ".?!…" and (mark.left == "e" or is_last_sentence(text, mark, end)):
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

    def _not_opened(self, block: Block, closing: Double) -> None:
        """A paragraph within a running quotation that does not open, and closes."""
        assert self.running is not None
        index, mark, _, start = self.running
        self.running = None
        if any(one.kind == "quote" for one in self.blocks[index + 1 : index + 4] if one.span.start < block.span.start):
            return  # what is quoted in a block of its own stands within the quotation
        written = self.text[mark.start : mark.end]
        inner = [one for one in self.blocks[index + 1 : index + 4] if one.span.start <= block.span.start]
        left = (
            len(inner) > 1 and self.text[inner[0].span.end - 1].isalnum()
        )  # a line that the page left there, or verse
        if left and (len(inner) > 2 or self._before(inner[0]) == ","):
            return
        inner = inner[left:]
        first = inner[0].span.start
        word = word_after(self.text, first) or self.text[first : first + 1]
        self.doubtful.append(Span(start, closing.start))
        if self._is_cut(index, mark):
            return
        before = self._before(inner[0])
        if before == "," or (self.text[first].islower() and before not in (*".?!…", "")):
            return  # no paragraph begins here: a line of the one before was broken, or of verse or a list
        if not word[0].isalnum():
            return  # an item of a list
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

    def _before(self, block: Block) -> str:
        """What the block before a block ends with."""
        return self.text[max(0, block.span.start - 9) : block.span.start].rstrip()[-1:]

    def _is_cut(self, index: int, mark: Span) -> bool:
        """Whether the block in which a quotation opened ends within a sentence, as one does that was cut into lines."""
        start, end = self.blocks[index].span
        return mark.start > start and self.text[end - 1].isalnum()

    def _cells(
        self,
        block: Block,
        doubles: list[Double],
        actions: list[str],
        singles: list[Single],
        runs_on: bool,
        index: int,
        certain: list[bool] | None = None,
    ) -> list[Double]:
        """Records the pairs of double marks, reads the single marks within what they part, and hands back the marks
        that are still open at the paragraph's end."""
        opened: list[_Opened] = []
        outer: list[Single] = []
        cell = outer
        next_single, count = 0, len(singles)
        for number, mark in enumerate(doubles):
            while next_single < count and singles[next_single].at < mark.start:
                cell.append(singles[next_single])
                next_single += 1
            action = actions[number]
            if action in ("open", "nest", "reopen", "resume"):
                if action in ("reopen", "resume") and opened:
                    self._cut_off(opened.pop(), mark.start, len(opened), action == "resume")
                cell = []
                opened.append((mark, cell, number))
            elif action in ("close", "unnest") and opened:
                partner = opened.pop()
                sure = certain is None or all(certain[partner[2] + 1 : number + 1])
                self._paired(partner, mark, len(opened), sure)
                cell = opened[-1][1] if opened else outer
            elif action == "absorb" and opened and opened[-1][0].end == mark.start:
                opening, inner, at = opened[-1]
                opened[-1] = (opening._replace(end=mark.end), inner, at)
            else:
                role = {"prime": "prime", "apostrophe": "apostrophe"}.get(action, "stray")
                if action in ("unopened", "resumed"):
                    role = "close"
                    self.doubtful.append(Span(doubles[number - 1].end if number else block.span.start, mark.start))
                self.marks.append(Mark(mark.start, mark.end, role, None, 0, role == "prime"))
            if certain is not None and not certain[number]:
                self.doubtful.append(Span(doubles[number - 1].end if number else block.span.start, mark.start))
        cell.extend(singles[next_single:])
        if opened:
            self._left_open(opened, block.span.end, runs_on, index)
        if outer:
            whole = not opened and not {"unopened", "resumed", "stray"} & set(actions)
            self._singles(outer, block.span.end, not opened, index, outermost=whole)
        return [mark for mark, _, _ in opened]

    def _cut_off(self, opened: _Opened, end: int, level: int, resumed: bool) -> None:
        """Records what another mark that opens ends. resumed: the quotation goes on with it, after a paragraph."""
        mark, inner, _ = opened
        self._singles(inner, end, False, base=level + 1)
        span = Span(mark.start, mark.end)
        if resumed:
            self._quote(span, None, False, level, True, end)
        else:
            self.doubtful.append(Span(mark.end, end))
        self.marks.append(Mark(*span, "open", None, level, resumed))

    def _paired(self, opened: _Opened, mark: Double, level: int, sure: bool) -> None:
        """Records what a mark closes."""
        opening, inner, _ = opened
        self._singles(inner, mark.start, False, base=level + 1)
        span, closing = Span(opening.start, opening.end), Span(mark.start, mark.end)
        self._quote(span, closing, False, level, sure)
        self.marks.append(Mark(*span, "open", mark.start, level, sure))
        self.marks.append(Mark(*closing, "close", opening.start, level, sure))

    def _left_open(self, opened: Sequence[_Opened], end: int, runs_on: bool, index: int) -> None:
        """Records what nothing closes before a paragraph's end."""
        for level, (mark, inner, _) in enumerate(opened):
            self._singles(inner, end, runs_on, index, base=level + 1)
            self.marks.append(Mark(mark.start, mark.end, "open", None, level, runs_on))
            if runs_on:
                self._quote(Span(mark.start, mark.end), None, False, level, True, end)

    def _singles(
        self,
        singles: list[Single],
        end: int,
        may_run_on: bool,
        index: int | None = None,
        base: int = 0,
        outermost: bool = False,
    ) -> None:
        if not singles:
            return
        runs_on = False
        if may_run_on and index is not None and any(single.character in "‘'’" for single in singles):
            runs_on = self._runs_on(index, single=True, within=base > 0)
            runs_on = runs_on and not speaker_at_end(self.text, singles[-1].at + 1, end)
        result = apostrophes.read(
            self.text,
            singles,
            end,
            runs_on,
            self.forms.apostrophe,
            outermost and index is not None and index > self.single_runs,
        )
        closed = index is None or not base
        if result.faults or any(
            not mark.certain or (closed and mark.role == "apostrophe" and self.text[mark.start - 1] in ",?!")
            for mark in result.marks
        ):
            better = searched(self.text, singles, end, runs_on, self.forms)
            result = better if better is not None else result
        if any(pair.close is None and pair.certain for pair in result.pairs) and index is not None:
            self.single_runs = index + 1
        self.marks.extend(mark._replace(level=mark.level + base) if base else mark for mark in result.marks)
        self.faults.extend(result.faults)
        for opening, closing, sure, depth in result.pairs:
            span = Span(opening, opening + 1)
            if closing is None:
                if sure:
                    self._quote(span, None, True, base + depth, True, end)
                else:
                    self.doubtful.append(Span(opening + 1, end))
            else:
                self._quote(span, Span(closing, closing + 1), True, base + depth, sure)

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
