"""A paragraph whose last sentence has no full stop, among paragraphs that have one."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.document import Document, Span
from copylint.rule import Example, Match, NoOptions, Rule

_ENDS = frozenset(".!?…:;,—–-\"'”’»)]}|>*/\ufffc")
_FEWEST_WORDS = 14  # a shorter paragraph may be a label, a title, a line of a list
_FEWEST = 4  # paragraphs of that length, of which all but one in ten end in a mark
_SHARE = 0.9


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    long = [
        (number, block)
        for number, block in enumerate(document.blocks)
        if block.kind == "paragraph" and text.count(" ", block.span.start, block.span.end) >= _FEWEST_WORDS
    ]
    open_ended = [(number, block) for number, block in long if text[block.span.end - 1] not in _ENDS]
    if not open_ended or len(long) < _FEWEST or len(long) - len(open_ended) < _SHARE * len(long):
        return
    for number, block in open_ended:
        if not all(_is_prose(document, beside) for beside in (number - 1, number + 1)):
            continue
        if "   " in text[block.span.start : block.span.end]:
            continue  # a table
        start = block.span.end
        while start > block.span.start and text[start - 1].isalnum():
            start -= 1
        if text[start : block.span.end].isalpha() and text[start].islower():
            yield Match(Span(start, block.span.end), suggestions=(text[start : block.span.end] + ".",))


def _is_prose(document: Document, number: int) -> bool:
    """Whether a block is a paragraph of whole sentences; or no block, before the first"
    " and behind the last."""
    if not 0 <= number < len(document.blocks):
        return True
    block, text = document.blocks[number], document.text
    return (
        block.kind == "paragraph"
        and text[block.span.end - 1] in _ENDS
        and not text[block.span.start].islower()
        and text.count(" ", *block.span) >= _FEWEST_WORDS // 2
    )


RULE = Rule(
    summary="A paragraph without a full stop at its end.",
    why="In an article whose paragraphs end in a full stop, one that does not has lost it,"
    " or its last words. Headings,"
    " captions, lists, lead-ins and short lines are left alone.",
    message="The paragraph ends without a full stop after '{match}'.",
    severity="suggestion",
    check=check,
    examples=(
        Example(
            bad="The road was shut on Monday, and nobody could tell the people of the town"
            " why it was so.\n\n"
            "It was opened again on Tuesday, when the minister came to see it from the"
            " north with her sons, her daughters and her own <mark>eyes</mark>\n\n"
            + "\n\n".join(
                f"The {which} of the bridges was shut too, because its stones had moved in the great flood of May."
                for which in ("first second third fourth fifth sixth seventh eighth ninth tenth".split())
            ),
        ),
        Example(
            bad="\n\n".join(
                f"The {which} of the houses was sold to a man from the north who never came to live in it."
                for which in ("first second third fourth fifth sixth seventh eighth ninth tenth".split())
            )
            + "\n\nThe last of the houses was sold to a woman from the south who came to live in it with her brother and her <mark>dog</mark>",
        ),
        Example(
            good="The road was shut on Monday, and nobody could tell the people of the town"
            " why it was so\n\n"
            "It was opened again on Tuesday, when the minister came to see it with her own eyes\n\n"
            "She said little",
            why="A style without full stops.",
        ),
    ),
)
