"""Names what is wrong with the marks of quotation: each fault once, with its cure."""

from __future__ import annotations

from copylint.annotate.double_marks import Double, Reading
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
    outer_space,
    suffix,
)
from copylint.document import Block, Span
from copylint.rule import Edit, Evidence, Match
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class Forms(NamedTuple):
    """How the article writes: its apostrophe; whether it has curly marks; whether it has wire marks (``…''); and
    whether those that close are two single marks."""

    apostrophe: str
    curly: bool
    wire: bool
    wire_closes: bool


def of_doubles(text: str, block: Block, doubles: list[Double], reading: Reading, forms: Forms) -> list[Fault]:
    """The faults of the double marks of one paragraph."""
    return _Namer(text, block, doubles, reading, forms).name()


def _mirrored(written: str) -> str:
    return _MIRRORED.get(written, written)


_MIRRORED = {"‘": "’", "’": "‘", "“": "”", "”": "“", "„": "”", "‟": "”", "‘‘": "”", "’’": "“", "``": "''", "''": "``"}


def closing_mark(written: str) -> str:
    return {"“": "”", "„": "”", "‘": "’", "``": "''"}.get(written, written)


def closed_singly(text: str, start: int, end: int) -> int | None:
    """The single mark that closes what a double mark opened: “We will,’ he said."""
    found = [
        at
        for mark in ",’ .’ ?’ !’ ,' .' ?' !'".split()
        if (at := text.find(mark, start, end) + 1) and (at + 1 >= end or text[at + 1].isspace())
    ]
    return min(found, default=None)


def is_last_sentence(text: str, mark: Double, end: int) -> bool:
    """Whether a mark opens a whole sentence, the last of its paragraph, without its speaker: It rained. “I left."""
    before = text[mark.start - 2 : mark.start]
    return (
        before[-1:] == " "
        and before[0] in '.?!:,”"'
        and text[mark.end].isupper()
        and not any(piece in text[mark.end : end] for piece in (". ", "? ", "! ", " said", " says"))
    )


def _single_closes(text: str, mark: str, start: int, end: int) -> Iterator[int]:
    """Where a single mark stands that is no apostrophe within a word."""
    at = text.find(mark, start, end)
    while at >= 0:
        if not text[at + 1 : at + 2].isalnum():
            yield at
        at = text.find(mark, at + 1, end)


def once(text: str, found: list[Fault]) -> list[Fault]:
    """Without the single mark that opens what a double one closes, for that is one fault: ‘like this”."""
    ends = [place_of(one.match)[0] for one in found if one.kind == "unopened"]
    if not ends:
        return found
    dropped = set()
    for end in ends:
        starts = [place_of(one.match)[0] for one in found if one.kind == "unclosed" and mark_of(text, one) in "‘'"]
        starts = [start for start in starts if start < end]
        if starts:
            dropped.add(max(starts))
    return [one for one in found if one.kind != "unclosed" or place_of(one.match)[0] not in dropped]


def one_a_place(found: list[Fault]) -> Iterator[Fault]:
    """The faults, sorted, without a second one at the very same place."""
    last = (-1, -1)
    for one in found:
        place = place_of(one.match)
        if place != last:
            yield one
        last = place


def mark_of(text: str, found: Fault) -> str:
    place = found.match.place
    return text[place[0] : place[1]] if isinstance(place, Span) else ""


def without_conventions(text: str, found: list[Fault], marks: list[Mark], forms: Forms) -> tuple[list[Fault], bool]:
    """The faults without those that a convention of the article explains; and whether its double marks are those of the
    wires, ``…'', throughout."""
    if not found:
        return [], False
    kept = [one for one in found if one.kind != "tick"]
    if len(kept) < len(found):
        opening = [mark for mark in marks if mark.role == "open" and mark.partner is not None]
        singles = {mark.start: mark for mark in opening if mark.end - mark.start == 1}
        others = any(text[start] in "'‘’" for start in singles)
        if others or not forms.wire:
            kept.extend(_tick(text, one, singles, forms) for one in found if one.kind == "tick")
    if not forms.wire_closes or any(text[mark.start] in '"“”' and mark.role in ("open", "close") for mark in marks):
        return kept, False
    closing = {mark.start for mark in marks if mark.role == "close"}
    return [one for one in kept if not _is_wire(text, one, closing)], True


def _is_wire(text: str, found: Fault, closing: set[int]) -> bool:
    """Whether a mark is called a fault that is none where all the marks are those of the wires."""
    if found.kind != "backtick":
        return False
    written = mark_of(text, found)
    return written == "''" or (written == "``" and place_of(found.match)[0] not in closing)


def _tick(text: str, found: Fault, singles: dict[int, Mark], forms: Forms) -> Fault:
    """A backtick for an opening single mark."""
    span = found.match.place
    assert isinstance(span, Span)
    partner = singles[span.start].partner
    assert partner is not None
    written = "‘’" if forms.curly else "''"
    edits = [Edit(span, written[0])]
    if text[partner] != written[1]:
        edits.append(Edit(Span(partner, partner + 1), written[1]))
    return Fault("backtick", Match(span, (), (written[0],), None, tuple(edits), True))


def place_of(match: Match) -> tuple[int, int]:
    place = match.place
    assert isinstance(place, Span)
    return place.start, place.end


class _Namer:
    """Names the faults of one paragraph from what each double mark was found to do."""

    def __init__(self, text: str, block: Block, doubles: list[Double], reading: Reading, forms: Forms) -> None:
        self.text = text
        self.block = block
        self.doubles = doubles
        self.actions = reading.actions
        self.certain = reading.certain
        self.forms = forms
        self.found: list[Fault] = []

    def name(self) -> list[Fault]:
        opened: list[int] = []  # the numbers of marks; of an inner one that a fault names already, -1 - number
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
                self._paired(opened, mark, action, safe)
            elif action == "unopened":
                self._unopened(mark, number == 0)
            elif action == "stray":
                self._stray(mark)
            elif action == "slip":
                inner = "‘" if self.text[mark.start] == "“" else "'"
                self._add(fault("nested-same", mark.start, mark.end, inner, False))
            elif action == "absorb":
                self._doubled(number, safe)
            elif action == "apostrophe":
                self._add(fault("apostrophe", mark.start, mark.end, self._apostrophe(mark), True))
        return self.found

    def _paired(self, opened: list[int], mark: Double, action: str, safe: bool) -> None:
        """A mark that closes what the last of the open ones opened, which is taken from them."""
        told = self._closes(mark, safe)
        partner = opened.pop() if opened else 0
        first = self.doubles[max(partner, -1 - partner)]
        if self.text[first.start] == "„" and self.text[mark.start] == "”":
            self._low(first, mark, safe)
        if action == "unnest" and partner >= 0 and not told and not self._is_third(opened, partner, mark):
            self._nested(self.doubles[partner], mark, safe and self.certain[partner])

    def _unopened(self, mark: Double, is_first: bool) -> None:
        """A mark that closes what none opened. Behind the first words, with a speaker, those were to be quoted."""
        if mark.declared == "o":
            self._wrong(mark, False, False)
            return
        edits: tuple[Edit, ...] = ()
        if is_first and attributes(self.text, mark.end, self.block.span.end):
            start = self.block.span.start
            single = start + (self.text[start] in "‘'")  # which opened it, and is replaced
            edits = (Edit(Span(start, single), _mirrored(self.text[mark.start : mark.end])),)
        self._add(Fault("unopened", Match(Span(mark.start, mark.end), edits=edits, safe=False)))

    def _stray(self, mark: Double) -> None:
        """A mark without a partner: one that faces the wrong way for what stands around it, or one that lost it."""
        if mark.declared == "c" and mark.left in "esod" and mark.right in "wx":
            self._wrong(mark, True, False)
        elif mark.declared == "o" and mark.left in "wp" and mark.right in "esp":
            self._wrong(mark, False, False)
        else:
            kind = "unopened" if mark.declared == "c" else "unclosed"
            self._add(Fault(kind, Match(Span(mark.start, mark.end), edits=())))

    def _add(self, found: Fault) -> None:
        self.found.append(found)

    def _apostrophe(self, mark: Double) -> str:
        return "’" if self.text[mark.start] == "‘" else self.forms.apostrophe

    def _low(self, first: Double, mark: Double, safe: bool) -> None:
        """A low mark, of other languages, that an English one closes: „so”. What is quoted may be in one of them."""
        if self.text[first.end : mark.start].isascii():
            slots = {"stands": "A low mark", "does": "opens"}
            self._add(fault("wrong-direction", first.start, first.end, "“", safe, slots))

    def _opens(self, mark: Double, safe: bool) -> bool:
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
                self._add(fault("inner-space", start, end, inner + written, safe, AT_START))
            else:
                self._add(fault("inner-space", start, end, written, safe, AT_START))
            return True
        if left in "wp" and not _ellipsis(text, start):
            self._add(outer_space(text, start, stop, True, safe))
            return True
        return self._form(mark, True, safe)

    def _closes(self, mark: Double, safe: bool) -> bool:
        """Names what is wrong with a mark that closes; whether anything is."""
        text = self.text
        start, stop, declared, left, right = mark
        if declared == "o":
            self._wrong(mark, False, safe)
            return True
        written = text[start:stop]
        glued = right == "w" and text[stop].isalnum() and not suffix(text, stop - 1) and not text[stop].isdigit()
        if left == "s":
            begin = start
            while text[begin - 1].isspace():
                begin -= 1
            if text[begin - 1] in "’'‘" and start - begin == 1 and not glued:
                return self._form(mark, False, safe)
            inner = text[begin:start] if glued else ""
            self._add(fault("inner-space", begin, stop, written + inner, safe, AT_END))
            return True
        if glued:
            self._add(outer_space(text, start, stop, False, safe))
            return True
        return self._form(mark, False, safe)

    def _wrong(self, mark: Double, opens: bool, safe: bool) -> None:
        """A curly mark that faces the wrong way, with the spaces that go to its other side."""
        text = self.text
        start, stop, _, left, right = mark
        written = _mirrored(text[start:stop])
        if opens:
            end = stop
            while right == "s" and text[end].isspace():
                end += 1
            moved = text[stop:end] if left in "wp" else ""
            self._add(fault("wrong-direction", start, end, moved + written, safe, OPENS))
        else:
            begin = start
            while left == "s" and text[begin - 1].isspace():
                begin -= 1
            moved = text[begin:start] if right == "w" else ""
            self._add(fault("wrong-direction", begin, stop, written + moved, safe, CLOSES))

    def _form(self, mark: Double, opens: bool, safe: bool) -> bool:
        """Names a mark that is well placed but made of two others."""
        written = self.text[mark.start : mark.end]
        if written == "″":
            self._add(fault("backtick", mark.start, mark.end, "”", safe))
            return True
        if mark.end - mark.start != 2:
            return False
        curly = self.forms.curly
        cure = ("“" if opens else "”") if curly else '"'
        if written == "``" and not opens and self.forms.wire_closes:
            cure = "''"
        kind = "backtick" if written == "``" or (written == "''" and self.forms.wire_closes) else "doubled"
        self._add(fault(kind, mark.start, mark.end, cure, safe))
        return True

    def _doubled(self, number: int, safe: bool) -> None:
        first, mark = self.doubles[number - 1], self.doubles[number]
        one, two = self.text[first.start : first.end], self.text[mark.start : mark.end]
        kept = two if one == '"' else one
        self._add(fault("doubled", first.start, mark.end, kept, safe))

    def _is_third(self, opened: list[int], inner: int, closing: Double) -> bool:
        """Whether single marks stand between a quotation and the one within it: “She asked, ‘Did he say “never”?’”"""
        if not opened or opened[-1] < 0:
            return False
        start, stop = self.doubles[opened[-1]].end, self.doubles[inner].start
        between = self.text[start:stop]
        straight = 0 if between[:1] == "'" else between.rfind(" '") + 1 or -1
        at = max(between.rfind("‘"), straight)
        if at < 0:
            return False
        mark = "’" if between[at] == "‘" else "'"
        return next(_single_closes(self.text, mark, start + at + 1, self.block.span.end), -1) >= closing.end

    def _nested(self, opening: Double, closing: Double, safe: bool) -> None:
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

    def _not_closed(self, mark: Double, following: Double) -> None:
        """A quotation that is still open where another begins."""
        text = self.text
        closing = closing_mark(text[mark.start : mark.end])
        single = closed_singly(text, mark.end, following.start)
        at = attribution_in(text, mark.end, following.start)
        edits: tuple[Edit, ...] = ()
        if single is not None:
            edits = (Edit(Span(single, single + 1), closing),)
        elif at is not None:
            edits = (Edit(Span(at, at), closing),)
        if mark.declared != "c":
            self._add(Fault("unclosed", Match(Span(mark.start, mark.end), edits=edits, safe=False)))


def _ellipsis(text: str, at: int) -> bool:
    return text.endswith(("…", ".."), 0, at)
