"""Lints large files in parts: time and memory can grow with how all the words of a text relate to each other, so what
is longer than any article is linted part by part.

Each part is a run of whole blocks and is judged by itself, as an article is. So large a file is most often an archive
of many articles, no two of which need agree; a part is as long as the longest article, and no longer.
"""

from __future__ import annotations

from copylint.document import Block, Document, Place, Span
from copylint.engine import Linted, Noted, most_findings, too_many
from copylint.rule import Edit, Evidence, Failure, Finding, Fix, Observation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PART = 20_000
_LONGEST_BLOCK = 200_000
_HEADS = ("heading", "headline")
_OPENING = "\"'“‘«„"
_FAR = 40  # blocks that are looked at for a good place to part a text


def parts(document: Document) -> Iterator[tuple[int, Document]]:
    """The parts of a document, each with where it begins in the text."""
    blocks = list(_short(document))
    if len(blocks) != len(document.blocks):
        document = Document(
            document.path,
            document.source,
            document.text,
            blocks,
            document.segments,
            document.comments,
            document.meta,
        )
    first = 0
    while first < len(blocks):
        last = first + 1
        while last < len(blocks) and blocks[last].span.end - blocks[first].span.start <= _PART:
            last += 1
        last = _best(document, blocks, first, last) if last < len(blocks) else last
        yield (0 if first == 0 else blocks[first].span.start), document.part(first, last)
        first = last


def _best(document: Document, blocks: Sequence[Block], first: int, last: int) -> int:
    """The block before which it is best to part the text: the first heading of the last article or section that begins
    there, else one that does not open a quotation, for that may run on over paragraphs."""
    near = range(last, max(first, last - _FAR), -1)
    for at in near:
        if blocks[at].kind in _HEADS and blocks[at - 1].kind not in _HEADS:
            return at
    return next((at for at in near if not _opens(document, blocks[at])), last)


def _opens(document: Document, block: Block) -> bool:
    return document.text[block.span.start : block.span.start + 1] in _OPENING


def _short(document: Document) -> Iterator[Block]:
    """The blocks, those that are no paragraphs of any article cut at a space."""
    for block in document.blocks:
        kind, (start, end), field = block
        while end - start > _LONGEST_BLOCK:
            cut = document.text.rfind(" ", start + _PART, start + _LONGEST_BLOCK)
            cut = document.text.rfind("\n", start + _PART, start + _LONGEST_BLOCK) if cut < 0 else cut
            cut = start + _LONGEST_BLOCK - 1 if cut < 0 else cut
            yield Block(kind, Span(start, cut + 1), field)
            start = cut + 1
        yield Block(kind, Span(start, end), field)


class Gathered:
    """What the parts of a file gave, put together."""

    def __init__(self, path: str, code_points: int) -> None:
        self._path = path
        self._code_points = code_points
        self._left: dict[str, int] = {}
        self._failures: dict[tuple[str, str | None], Failure] = {}
        self.findings: list[Finding] = []
        self.observations: list[Noted] = []

    @property
    def failures(self) -> tuple[Failure, ...]:
        """One of each kind and rule."""
        return tuple(self._failures.values())

    def add(self, linted: Sequence[Linted], start: int) -> bool:
        """Adds the result of a part that begins at an offset of the text. False if its time ran out."""
        for one in linted:
            for finding in one.findings:
                if self._takes(finding.rule):
                    self.findings.append(_moved(finding, start))
            for rule, observation in one.observations:
                if self._takes(rule):
                    self.observations.append(Noted(rule, _moved_observation(observation, start)))
            for failure in one.failures:
                self._failures.setdefault((failure.kind, failure.rule), failure)
        return not any(failure.kind == "timeout" for one in linted for failure in one.failures)

    def failed(self, failure: Failure) -> None:
        """Adds a failure of the file."""
        self._failures.setdefault((failure.kind, failure.rule), failure)

    def _takes(self, rule: str) -> bool:
        left = self._left.get(rule)
        if left is None:
            left = most_findings(self._code_points)
        self._left[rule] = left - 1
        if left == 0:
            self._failures.setdefault(("skipped", rule), too_many(rule, self._path, self._code_points))
        return left > 0


def _moved(finding: Finding, by: int) -> Finding:
    fix = finding.fix
    return finding._replace(
        place=_place(finding.place, by),
        evidence=tuple(Evidence(_place(one.place, by), one.label) for one in finding.evidence),
        fix=None
        if fix is None
        else Fix(fix.safety, tuple(Edit(_place(edit.place, by), edit.replacement) for edit in fix.edits)),
    )


def _moved_observation(observation: Observation, by: int) -> Observation:
    return observation._replace(place=_place(observation.place, by))


def _place(place: object, by: int) -> Place:
    assert isinstance(place, Place)
    return place._replace(span=Span(place.span.start + by, place.span.end + by))
