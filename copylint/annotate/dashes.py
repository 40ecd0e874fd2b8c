"""Dashes that part an aside or an afterthought from its sentence in running text, each with its form."""

from __future__ import annotations

from copylint.document import Block, Document, Span, reading
from copylint.expressions import expression, in_order

# The forms, as styles and messages name them, and how each is written. A closed en dash is not among them: it joins
# compounds and ranges, which is another job.
WRITTEN = {
    "spaced hyphen": " - ",
    "spaced double hyphen": " -- ",
    "closed double hyphen": "--",
    "spaced en dash": " – ",
    "spaced em dash": " — ",
    "closed em dash": "—",
}
_NAMES = {"--": "double hyphen", "–": "en dash", "—": "em dash"}
_SHORTEST = 90  # code points: what is shorter may be a heading, a list item, a caption
_DATELINE = 50
_NOTE = 80  # code points of a note in brackets, on each side of a dash
# The mark comes before what is looked for around it, so that the search runs from mark to mark.
_MARKS = (expression("–"), expression("—"), expression("-(?:(?<= -)(?= )|(?<!--)-(?!-))"))
# A block that a dash opens as a list of names and what they are: "The old mill - closed since May".
_LABEL = expression(r"[^.!?;:–—\n]{1,50}?(?: - | -- |--| ?[–—] ?)(?=\S)")
_ANOTHER = expression(r" - | ?--(?!-)|[–—]")
_MOST_LABEL = 6  # words


@reading
def asides(document: Document) -> tuple[tuple[str, Span], ...]:
    """The dashes in order, each with the name of its form and a span that takes in the spaces around it. Ranges,
    compounds, datelines, headings, notes in brackets and what parts a label from its detail in a list are left out."""
    text = document.text
    if " - " not in text and "--" not in text and (text.isascii() or ("–" not in text and "—" not in text)):
        return ()
    found = []
    for mark in in_order(text, _MARKS):
        start, end = mark.span()
        if mark.group() == "-":
            name = "spaced hyphen"
            start, end = start - 1, end + 1
        else:
            before, after = text[start - 1 : start] == " ", text[end : end + 1] == " "
            if before != after:
                continue
            start, end = start - before, end + after
            name = f"{'spaced' if before else 'closed'} {_NAMES[mark.group()]}"
        block = document.block_at(start)
        if name not in WRITTEN or block is None or not _is_aside(text, block, start, end):
            continue
        if not _is_bracketed(text, block, start, end) and not _is_label(document, block, start):
            found.append((name, Span(start, end)))
    return tuple(found)


def _is_aside(text: str, block: Block, start: int, end: int) -> bool:
    """Whether the dash stands between words in a sentence of running text, and not after a dateline."""
    first, last = block.span
    if block.kind not in ("paragraph", "quote", "item") or last - first < _SHORTEST:
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after:
        return False
    if not (before.islower() or before in ',"”’)%') or not (after.islower() or after in "“("):
        return False
    return not (start - first < _DATELINE and text[first:start].isupper())


def _is_bracketed(text: str, block: Block, start: int, end: int) -> bool:
    """Whether the dash stands in square brackets, as the notes of a transcript do: "[Inaudible - crosstalk]"."""
    opening = text.rfind("[", max(block.span.start, start - _NOTE), start)
    closing = text.find("]", end, min(block.span.end, end + _NOTE))
    return opening >= 0 and closing >= 0 and "]" not in text[opening:start] and "[" not in text[end:closing]


def _is_label(document: Document, block: Block, start: int) -> bool:
    """Whether the dash parts a label from its detail: a few words stand before it in the block, no other dash closes
    an aside, and the block before or behind begins so too."""
    text = document.text
    label = _LABEL.match(text, *block.span)
    if label is None or not label.start() <= start < label.end() or not _is_labelled(text, block):
        return False
    at = _index(document, block)
    return any(
        0 <= other < len(document.blocks) and _is_labelled(text, document.blocks[other]) for other in (at - 1, at + 1)
    )


def _is_labelled(text: str, block: Block) -> bool:
    label = _LABEL.match(text, *block.span)
    if label is None or len(label.group().split()) > _MOST_LABEL + 1:
        return False
    stop = text.find(". ", label.end(), block.span.end)
    return _ANOTHER.search(text, label.end(), block.span.end if stop < 0 else stop) is None


def _index(document: Document, block: Block) -> int:
    from bisect import bisect_left

    return bisect_left(document.blocks, block.span.start, key=lambda other: other.span.start)
