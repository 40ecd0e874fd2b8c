"""Copies of a sentence or a paragraph: what tells that one which stands twice may be meant to."""

from __future__ import annotations

from bisect import bisect_right

from copylint.annotate.quotations import quoted_spans
from copylint.document import Block, Document, Span
from copylint.expressions import expression

_ALIKE = 20  # code points before two equal sentences
_LONGEST_PULLED = 500
_CREDITED = expression(r"[\"“][^\"“”]+[\"”]\s+([^\"“”.\w]*[A-Z][^\"“”.]{2,80}(?:[\"“][^\"“”]*[\"”])?)")
_SPEECH = expression(r"\b(?:said|says?|told|tells|added|adds|asked|asks|wrote|writes|was|is|were|are|has|had)\b")
_LONGEST_NAME = 6  # words of a name with a title
_ENTRIES, _ENTRY = 5, 15  # paragraphs of a log that begin alike; the words of most of them
_LETTERED = expression(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s")  # an item of a list: "(b) Two counts of theft."
# What says of each of several what holds for it: "He was fined."
_REFERS = expression(r"(?:he|she|it|they|this|these|his|her|their|as an? |by )\b")
_OBJECT = "\ufffc"  # what is no prose: code, a formula
_NEAR = 100  # code points
_SHORT = 80  # code points of what is said of one person and of another; longer sentences are written once


def is_log(document: Document, text: str) -> bool:
    """Whether the paragraphs are entries of a log, as a live text of a match is: most are short, and five or more begin
    alike."""
    different = {text[block.span.start : block.span.end] for block in document.blocks if block.kind == "paragraph"}
    entries = [words for one in different if len(words := one.split()) > 2]  # the page's labels are no entries
    if sum(len(words) <= _ENTRY for words in entries) <= len(entries) // 2:
        return False
    from collections import Counter  # seldom needed

    openings = Counter(tuple(words[:2]) for words in entries)
    return max(openings.values(), default=0) >= _ENTRIES


def is_refrain(keys: list[str], first: int, again: int) -> bool:
    """Whether a sentence comes again by itself: what was pasted stands beside its copy, or with its neighbours."""
    if keys[again - 1] == keys[again] or keys[first - 1 : first] == [keys[again - 1]]:
        return False
    following = keys[again + 1 : again + 2]
    return not following or keys[first + 1 : first + 2] != following


def is_formula(text: str, keys: list[str], spans: list[Span], first: int, again: int) -> bool:
    """Whether two equal sentences follow others that differ and end alike: "The north group meets on Mondays. Join us."
    beside "The south group meets on Mondays. Join us." """
    if not first or keys[first - 1] == keys[again - 1]:
        return False
    before = [text[max(0, spans[at].start - _ALIKE) : spans[at].start] for at in (first, again)]
    return before[0] == before[1] and len(before[0]) == _ALIKE and "\n\n" not in before[0]


def in_one_speech(document: Document, first: Span, again: Span) -> bool:
    """Whether one quotation has both: whoever speaks may say it again."""
    quoted = quoted_spans(document)
    index = bisect_right(quoted, (again.start, len(document.text) + 1)) - 1
    return index >= 0 and quoted[index].contains(first) and quoted[index].contains(again)


def is_standing(document: Document, span: Span) -> bool:
    """Whether a paragraph is one sentence right under a heading, as a rule that holds for several things is."""
    number = bisect_right(document.blocks, span.start, key=_start) - 1
    before = document.blocks[number - 1] if number > 0 else None
    return before is not None and before.kind == "heading" and ". " not in document.text[span.start : span.end]


def is_pulled(document: Document, first: Span, again: Span) -> bool:
    """Whether one of two copies is a pull quote of the other."""
    if _is_quoted(document, first) != _is_quoted(document, again):
        return True
    return any(_is_signed(document, copy) or _is_credited(document, copy) for copy in (first, again))


def _is_credited(document: Document, span: Span) -> bool:
    """Whether the paragraph is a quotation and the name of who wrote it, and nothing else."""
    block = document.block_at(span.start)
    return (
        block is not None
        and block.span.end - block.span.start <= _LONGEST_PULLED
        and (found := _CREDITED.fullmatch(document.text, *block.span)) is not None
        and _SPEECH.search(found.group(1)) is None
    )


def _is_signed(document: Document, span: Span) -> bool:
    """Whether the paragraph ends in a name behind its last sentence, as a pull quote without marks does."""
    block = document.block_at(span.start)
    if block is None:
        return False
    end = block.span.end
    name = document.text[max(span.end, end - _NEAR) : end].rpartition(". ")[2].split()
    return 0 < len(name) <= _LONGEST_NAME and name[0][0].isupper() and name[-1][-1].isalnum()


def _is_quoted(document: Document, span: Span) -> bool:
    text = document.text
    while span.start < span.end and not text[span.start].isalnum():
        span = Span(span.start + 1, span.end)
    while span.start < span.end and not text[span.end - 1].isalnum():
        span = Span(span.start, span.end - 1)
    quoted = quoted_spans(document)
    index = bisect_right(quoted, (span.start, len(text) + 1)) - 1
    return index >= 0 and quoted[index].contains(span)


def says_of_another(document: Document, keys: list[str], spans: list[Span], first: int, again: int) -> bool:
    """Whether a short sentence with a pronoun stands in two paragraphs, and nothing beside it does: what it says of one
    person in the first, it says of another in the second."""
    if len(keys[again]) > _SHORT or _REFERS.match(keys[again]) is None:
        return False
    here, there = document.block_at(spans[first].start), document.block_at(spans[again].start)
    beside = (keys[max(first - 1, 0) : first], keys[first + 1 : first + 2])
    return here != there and beside[0] != keys[again - 1 : again] and beside[1] != keys[again + 1 : again + 2]


def differ(document: Document, first: Span, again: Span) -> bool:
    """Whether two sentences that read the same differ in what is no prose: the code that they give."""
    if _OBJECT not in document.text[again.start : again.end]:
        return False
    here, there = document.source_span(first), document.source_span(again)
    return document.source[here.start : here.end] != document.source[there.start : there.end]


def are_items(document: Document, first: Span, again: Span) -> bool:
    """Whether both stand in items of a list, which may say of each what holds for it: "(b) Two counts of theft"."""
    blocks = [document.block_at(span.start) for span in (first, again)]
    return all(block is not None and _LETTERED.match(document.text, block.span.start) for block in blocks)


def _start(block: Block) -> int:
    return block.span.start
