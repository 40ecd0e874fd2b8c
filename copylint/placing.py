"""Turns what a check yields, spans of the text, into places and edits in the source."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.quotations import doubtful_spans, quoted_spans
from copylint.annotate.sentences import sentence_at
from copylint.document import Document, Place, Span, reading
from copylint.expressions import expression
from copylint.rule import Edit, Fix, Match, Rule, Where

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_KEY = 300  # code points of a sentence that fingerprint it
_WORDS = expression(r"[^\W_]+")
_KEY_MARKS = tuple(zip("“”„«»‘’‚", '"""""\'\'\'', strict=True))


def checked(where: Where, document: Document) -> Span:
    """The span of what a check yields. Raises ValueError if it does not lie in the document."""
    if isinstance(where, Place):  # in its source: a comment is in no text
        if where.path != document.path:
            raise ValueError("a place of somewhere else, where one of the document is due")
        return where.span
    start, end = where
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= len(document.text)):
        raise ValueError(f"a bad span: {start!r} to {end!r} in a text of {len(document.text)} code points")
    return where


def placed_at(where: Where, document: Document | None) -> Place:
    """The place of a span of the document; a place is its own."""
    if isinstance(where, Place):
        return where
    assert document is not None, "a check that judges hands on the places of its observations"
    return locate(document, where)


@reading
def _located(document: Document) -> dict[Span, Place]:
    """The places of the spans that have been asked for: what is at fault is what an edit replaces, most often."""
    return {}


def locate(document: Document, span: Span) -> Place:
    """The place of a span: all that is needed to report it once the document is gone."""
    already = _located(document)
    if span not in already:
        already[span] = _place_of(document, span)
    return already[span]


@reading
def _keys(document: Document) -> dict[Span, str]:
    """The keys of the sentences that have been asked for: some hold many a mark of the wrong form."""
    return {}


def _key(sentence: str) -> str:
    """The sentence as fingerprints use it: its words in lower case, its quotation marks straight."""
    key = sentence.lower()
    if not key.isascii():
        for mark, straight in _KEY_MARKS:  # to translate takes ten times as long
            key = key.replace(mark, straight)
    return " ".join(key.split())


def _place_of(document: Document, span: Span) -> Place:
    source = document.source_span(span)
    sentence = sentence_at(document, span.start)
    sentence = sentence if sentence is not None else span
    keys = _keys(document)
    key = keys.get(sentence)
    if key is None:
        key = keys[sentence] = _key(document.text[sentence.start : min(sentence.end, sentence.start + _MOST_KEY)])
    block = document.block_at(span.start)
    return Place(
        document.path,
        span,
        document.position(source.start),
        document.position(source.end),
        document.source[source.start : source.end],
        document.excerpt(source),
        key,
        None if block is None else block.field,
    )


def fix_of(rule: Rule, match: Match, document: Document | None) -> Fix | None:
    """The edits of a match, as places in the source. None if it has no cure, if the cure would change a quoted word, or
    if there is markup in the text that it would replace."""
    if rule.fix is None and match.safe is None:
        return None
    edits = match.edits
    if edits is None:
        if len(match.suggestions) != 1:
            return None
        edits = (Edit(match.place, match.suggestions[0]),)
    placed = []
    for edit in edits:
        if isinstance(edit.place, Place):
            placed.append(edit)
            continue
        assert document is not None
        span = checked(edit.place, document)
        if not _allowed(document, span, edit.replacement):
            return None
        replacement = edit.replacement
        if _written(document, span) != document.text[span.start : span.end]:
            span, replacement = _narrowed(document, span, replacement)
            written = _written(document, span).replace("\r\n", "\n").replace("\r", "\n")
            if written != document.text[span.start : span.end] and not _atomic(document, span):
                return None
            if _before_link(document, span):
                span, replacement = Span(span.start - 1, span.end), document.text[span.start - 1] + replacement
        placed.append(Edit(locate(document, span), replacement))
    if not placed:
        return None
    placed.sort(key=_edit_order)
    safe = match.safe if match.safe is not None else rule.fix == "safe"
    return Fix("safe" if safe else "unsafe", tuple(placed))


def _allowed(document: Document, span: Span, replacement: str) -> bool:
    """False if the edit would change a word that is quoted in some reading."""
    touched = Span(span.start, max(span.end, span.start + 1))
    if not (overlapping(quoted_spans(document), touched) or overlapping(doubtful_spans(document), touched)):
        return True
    return _WORDS.findall(document.text[span.start : span.end]) == _WORDS.findall(replacement)


def _written(document: Document, span: Span) -> str:
    """The source that a span was read from."""
    source = document.source_span(span)
    return document.source[source.start : source.end]


def _narrowed(document: Document, span: Span, replacement: str) -> tuple[Span, str]:
    """The same edit without what stays the same."""
    old = document.text[span.start : span.end]
    before = 0
    while before < min(len(old), len(replacement)) and old[before] == replacement[before]:
        before += 1
    after = 0
    while after < min(len(old), len(replacement)) - before and old[-1 - after] == replacement[-1 - after]:
        after += 1
    return Span(span.start + before, span.end - after), replacement[before : len(replacement) - after]


def _before_link(document: Document, span: Span) -> bool:
    """Whether only the start of a link lies between the two characters around an empty span, as in "this:[From the
    quay](…)". What is inserted there belongs to the text before the link."""
    start, end = span
    if start != end or start == 0:
        return False
    behind = document.source_span(Span(start - 1, start)).end
    markup = document.source[behind : document.source_span(Span(start, start + 1)).start]
    return markup.endswith("[") or (markup.startswith("<a ") and markup.find("<", 1) < 0)


def _atomic(document: Document, span: Span) -> bool:
    """Whether the span may be replaced together with the source behind it: exactly one atomic segment (an entity, say),
    or a run of text and entities with no line end and no markup in it."""
    behind: int | None = None
    for segment in document.segments:
        if segment.text.end <= span.start or segment.text.start >= span.end:
            continue
        if segment.atomic and segment.text == span:
            return True
        if behind is not None and segment.source.start != behind:
            return False
        if segment.atomic and "\n" in document.text[segment.text.start : segment.text.end]:
            return False
        behind = segment.source.end
    return behind is not None


def overlapping(spans: Sequence[Span], span: Span) -> bool:
    """Whether any of the sorted, disjoint spans shares a code point with the span."""
    if not spans:
        return False
    index = bisect_left(spans, (span.end, -1)) - 1
    return index >= 0 and span.start < spans[index].end and spans[index].start < span.end


def _edit_order(edit: Edit) -> tuple[int, int]:
    assert isinstance(edit.place, Place)
    return (edit.place.start.offset, edit.place.end.offset)
