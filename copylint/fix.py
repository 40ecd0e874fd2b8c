"""Fixes: findings and a text -> the text without them. Pure: no files, no output.

Whole findings are applied, those that do not overlap, from the end. The text is read again as the same format
and linted again. A fix is withheld if the copy that is read then is not the old copy with that edit, if it
changes a quoted word, or if it brings a new finding. What overlapped gets its turn in the next pass.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable
from itertools import accumulate

from copylint.annotate.quotations import doubtful_spans, quoted_spans
from copylint.document import Document, Place, Span
from copylint.expressions import expression
from copylint.rule import Edit, Finding
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_PASSES = 10
_WORDS = expression(r"[^\W_]+")
_MARKUP = expression(r"[<>&*_`\[\]\\#|~]")


class Read(NamedTuple):
    """A text as it was read, and what was found in it."""

    document: Document
    findings: tuple[Finding, ...]


class Withheld(NamedTuple):
    """A finding whose fix is not applied, and why: a clause that follows 'because'."""

    finding: Finding
    why: str


class Fixed(NamedTuple):
    """The text with the fixes, the findings that were fixed, and those whose fix was withheld."""

    text: str
    applied: tuple[Finding, ...] = ()
    withheld: tuple[Withheld, ...] = ()


Lint = Callable[[str], Read | None]
"""Reads and lints a text as the file was; None if it cannot be read."""


def fixed(
    read: Read,
    lint: Lint,
    *,
    unsafe: bool = False,
    findings: Iterable[Finding] | None = None,
    wanted: Callable[[Finding], bool] = lambda finding: True,
    passes: int = MOST_PASSES,
) -> Fixed:
    """Applies safe fixes, or all with `unsafe`. findings: those to begin with, if not those of `read`.
    wanted: whether a finding is to be fixed at all."""
    gone_through = _Passes(read)
    candidates = read.findings if findings is None else tuple(findings)
    for _ in range(passes):
        base = gone_through.reads[-1]
        left = [finding for finding in candidates if wanted(finding) and _key(finding) not in gone_through.withheld]
        attempt = _Attempt(base, lint)
        attempt.add(_settled(left, base.document, unsafe))
        gone_through.withhold(attempt.withheld)
        if attempt.accepted:
            gone_through.go_on(attempt)
        elif not attempt.withheld and not gone_through.begin_again():
            break
        candidates = gone_through.reads[-1].findings
    return gone_through.told()


class _Passes:
    """The texts that the passes go through, what is applied to each, and what is withheld."""

    def __init__(self, read: Read) -> None:
        self.reads = [read]
        self.withheld: dict[tuple[str, ...], Withheld] = {}
        self._applied: list[list[Finding]] = []
        self._for_now: set[tuple[str, ...]] = set()  # what may be had beside others, or in another text
        self._begun = read  # the text that all fixes were tried on together

    def withhold(self, some: Iterable[Withheld]) -> None:
        """Notes fixes that cannot be applied to the text as it is, together with those they were tried with."""
        for one in some:
            key = _key(one.finding)
            self.withheld[key] = one
            self._for_now.add(key)

    def begin_again(self) -> bool:
        """Forgets which fixes are withheld for now, as a second run would. False if that was already tried on this
        text, or if none are."""
        if self._begun is self.reads[-1] or not self._for_now:
            return False
        self._begun = self.reads[-1]
        for key in self._for_now:
            del self.withheld[key]
        self._for_now.clear()
        return True

    def go_on(self, attempt: _Attempt) -> None:
        """Makes the text of an attempt the next text. If that text has been seen before, goes back to it and withholds
        the fixes that lead round in a circle."""
        source = attempt.read.document.source
        before = next((at for at, one in enumerate(self.reads) if one.document.source == source), None)
        if before is None:
            self.reads.append(attempt.read)
            self._applied.append(attempt.accepted)
            return
        for finding in (*attempt.accepted, *(one for batch in self._applied[before:] for one in batch)):
            self.withheld[_key(finding)] = Withheld(finding, "it and another fix undo each other")
            self._for_now.discard(_key(finding))
        del self.reads[before + 1 :], self._applied[before:]

    def told(self) -> Fixed:
        """The result. A finding that stays gets another key when its sentence changes, so of the withheld fixes only
        those still present at the end are reported."""
        seen = {_key(finding) for one in self.reads[:-1] for finding in one.findings}
        gone = seen - {_key(finding) for finding in self.reads[-1].findings}
        return Fixed(
            self.reads[-1].document.source,
            tuple(finding for batch in self._applied for finding in batch),
            tuple(one for key, one in self.withheld.items() if key not in gone),
        )


def edited(source: str, edits: Iterable[Edit]) -> str:
    """The source with edits that do not overlap, applied from the end; two that are the same are one."""
    for start, end, replacement in sorted({_where(edit) for edit in edits}, reverse=True):
        source = source[:start] + replacement + source[end:]
    return source


class _Attempt:
    """Fixes tried on one text: as many as can be had together."""

    def __init__(self, base: Read, lint: Lint) -> None:
        self.base = base
        self.lint = lint
        self.read = base  # the text with those that are accepted
        self.accepted: list[Finding] = []
        self.withheld: list[Withheld] = []

    def add(self, group: Sequence[Finding]) -> None:
        """Accepts all fixes of a group or, by bisection, finds out which of them cannot be applied."""
        if not group:
            return
        read = _tried(self.base, [*self.accepted, *group], self.lint)
        if isinstance(read, Read):
            self.read = read
            self.accepted.extend(group)
        elif len(group) == 1:
            self.withheld.append(Withheld(group[0], read))
        else:
            half = len(group) // 2
            self.add(group[:half])
            self.add(group[half:])


def _settled(findings: Iterable[Finding], document: Document, unsafe: bool) -> list[Finding]:
    """The findings to be fixed together: where the edits of two overlap, the first of them."""
    taken: list[tuple[int, int, str]] = []
    chosen = []
    for finding in sorted(findings, key=_order):
        if finding.fix is None or (finding.fix.safety == "unsafe" and not unsafe):
            continue
        edits = [_where(edit) for edit in finding.fix.edits]
        if any(isinstance(edit.place, Place) and edit.place.path != document.path for edit in finding.fix.edits):
            continue
        if any(_is_taken(edit, taken) for edit in edits):
            continue
        for edit in edits:
            at = bisect_left(taken, edit)
            if taken[at : at + 1] != [edit]:
                insort(taken, edit)
        chosen.append(finding)
    return chosen


def _is_taken(edit: tuple[int, int, str], taken: list[tuple[int, int, str]]) -> bool:
    """Whether another edit touches the same text; two that only meet do not, unless one of them inserts
    there."""
    start, end, _ = edit
    at = bisect_left(taken, edit)
    for other in taken[max(at - 1, 0) : at + 2]:
        if other == edit:
            continue
        if other[0] < end and start < other[1]:
            return True
        if (start == end or other[0] == other[1]) and other[0] <= end and start <= other[1]:
            return True
    return False


def _tried(base: Read, group: Sequence[Finding], lint: Lint) -> Read | str:
    """The text with the fixes of a group, or why they cannot be had."""
    document = base.document
    edits = sorted({edit for finding in group if finding.fix for edit in finding.fix.edits}, key=_where)
    read = lint(edited(document.source, edits))
    if read is None:
        return "the file could not be read any more"
    if _blocks(read.document, ()) != _blocks(document, edits):
        if any(_MARKUP.search(edit.replacement) for edit in edits):
            return "what it would write is markup here"
        return "it would change how the copy around it is read"
    shift = _Shift(edits)
    for edit in edits:
        if _WORDS.findall(_text(edit, document)) != _WORDS.findall(edit.replacement):
            place = edit.place
            assert isinstance(place, Place)
            if _is_quoted(document, place.span):
                return "it would change quoted words"
    safe = all(finding.fix.safety == "safe" for finding in group if finding.fix)
    if safe and _quoted_words(document) != _quoted_words(read.document):
        return "it would change which words are quoted"
    places: dict[str, list[tuple[int, int]]] = {}
    for finding in base.findings:
        places.setdefault(finding.rule, []).extend(shift(start, end) for start, end in _places(finding))
    known = {rule: _Ranges(ranges) for rule, ranges in places.items()}
    for finding in read.findings:
        old = known.get(finding.rule)
        if old is None or not any(old.touch(start, end) for start, end in _places(finding)):
            return f"it would bring a finding of {finding.rule}"
    return read


def _blocks(document: Document, edits: Sequence[Edit]) -> list[str]:
    """The copy, block by block, with edits, and every white space as one space."""
    blocks = []
    pieces: list[str] = []
    text = document.text
    waiting = sorted(((_span(edit), edit.replacement) for edit in edits), reverse=True)
    at = 0
    for block in document.blocks:
        end = block.span.end
        at = max(at, block.span.start)
        while waiting and waiting[-1][0].start <= end:
            span, replacement = waiting.pop()
            pieces += (text[at : max(at, span.start)], replacement)
            at = max(at, span.end)
        if at > end:  # the edit goes on in the next block
            continue
        pieces.append(text[at:end])
        words = " ".join("".join(pieces).split())
        pieces = []
        if words:
            blocks.append(words)
    return blocks


class _Shift:
    """Where a range of the source is after edits."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        places = [_where(edit) for edit in edits]
        self._starts = [start for start, _, _ in places]
        self._ends = [end for _, end, _ in places]
        self._grown = [0]  # by the edits before each
        for start, end, replacement in places:
            self._grown.append(self._grown[-1] + len(replacement) - (end - start))

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        before = bisect_left(self._starts, start)
        if before and self._ends[before - 1] > start:  # the range begins in the middle of what is replaced
            before -= 1
            start = self._starts[before]
            end = max(end, self._ends[before])
        within = max(bisect_right(self._starts, end), before)
        if within > before:
            end = max(end, self._ends[within - 1])
        return start + self._grown[before], end + self._grown[within]


class _Ranges:
    """Ranges of the source that can be asked whether another range touches any of them."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, end)
        return at > 0 and self._reach[at - 1] >= start


def _places(finding: Finding) -> list[tuple[int, int]]:
    """The source ranges of a finding in its own file: its place and its evidence."""
    places = [finding.place, *(one.place for one in finding.evidence if isinstance(one.place, Place))]
    return [(one.start.offset, one.end.offset) for one in places if one.path == finding.place.path]


def _is_quoted(document: Document, span: Span) -> bool:
    """Whether a range is quoted in some reading of the article."""
    end = max(span.end, span.start + 1)
    for spans in (quoted_spans(document), doubtful_spans(document)):
        at = bisect_left(spans, (end, -1)) - 1
        if at >= 0 and span.start < spans[at].end and spans[at].start < end:
            return True
    return False


def _quoted_words(document: Document) -> list[str]:
    return [word for span in quoted_spans(document) for word in _WORDS.findall(document.text, span.start, span.end)]


def _where(edit: Edit) -> tuple[int, int, str]:
    assert isinstance(edit.place, Place)
    return edit.place.start.offset, edit.place.end.offset, edit.replacement


def _span(edit: Edit) -> Span:
    assert isinstance(edit.place, Place)
    return edit.place.span


def _text(edit: Edit, document: Document) -> str:
    span = _span(edit)
    return document.text[span.start : span.end]


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.place.start.offset, finding.place.end.offset, finding.rule


def _key(finding: Finding) -> tuple[str, ...]:
    edits = () if finding.fix is None else finding.fix.edits
    return (finding.rule, finding.fingerprint, *(edit.replacement for edit in edits))
