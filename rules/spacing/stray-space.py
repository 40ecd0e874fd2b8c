"""A tab, a no-break space or a space of no width in the middle of prose."""

from __future__ import annotations

from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Edit, Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

_NO_WIDTH = "\u200b\ufeff"
_NAMES = {
    "\t": "a tab",
    "\u00a0": "a no-break space",
    "\u200b": "a space without width",
    "\ufeff": "a byte-order mark",
}


@cache
def _stray() -> re.Pattern[str]:
    # A no-break space is at home beside figures, capitals, dashes, one-letter words, and before the
    # last word.
    return compiled(
        r"(?<=[^\W\d_][^\W\d_])(?:\t|(?<=[a-z][a-z,])\u00a0(?=[a-z]{2,}\W+\w))(?=[^\W\d_])"
        r"|(?<=[a-z],)\u00a0(?=[a-z]{2,}\W+\w)|[\u200b\ufeff]"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if text.isascii() and "\t" not in text:
        return
    found: dict[str, list[Span]] = {}
    for match in _found(text):
        mark = match.group()
        block = document.block_at(match.start())
        if block is None or block.kind == "cell" or (mark == "\u00a0" and match.end() >= block.span.end):
            continue
        found.setdefault(mark, []).append(Span(*match.span()))
    for mark, spans in found.items():
        if mark == "\t" and _is_table(document, spans):
            continue
        cure = "" if mark in _NO_WIDTH else " "
        yield Match(
            spans[0],
            tuple(Evidence(span, _NAMES[mark]) for span in spans[1:]),
            (cure,),
            {"mark": _NAMES[mark]},
            tuple(Edit(span, cure) for span in spans),
        )


def _found(text: str) -> Iterator[re.Match[str]]:
    """What the expression finds, in order, looked for only where one of the spaces stands."""
    places = []
    for mark in _NAMES:
        at = text.find(mark)
        while at >= 0:
            places.append(at)
            at = text.find(mark, at + 1)
    for at in sorted(places):
        match = _stray().match(text, at)
        if match is not None:
            yield match


def _is_table(document: Document, spans: list[Span]) -> bool:
    """Whether the tabs set out columns: several in one block, or in most lines."""
    blocks = [document.block_at(span.start) for span in spans]
    return len(set(blocks)) < len(blocks)


RULE = Rule(
    summary="A tab, a no-break space or a space of no width in the middle of prose.",
    why="It came with a paste from a page or another program, breaks lines in the wrong place and hides words from a "
    "search. A no-break space beside a figure, a name or a dash is left alone. There is one finding an article and "
    "kind of space.",
    message="Here stands {mark} where a plain space or none is meant.",
    severity="suggestion",
    fix="safe",
    layout=True,
    check=check,
    gate=Gate(marks=tuple(_NAMES)),
    examples=(
        Example(bad="The road was<mark>\t</mark>shut.", good="The road was shut."),
        Example(
            bad="The road<mark>\u00a0</mark>was shut, and nobody<evidence>\u00a0</evidence>knew when it would open.",
            good="The road was shut, and nobody knew when it would open.",
        ),
        Example(bad="The ro<mark>\u200b</mark>ad was shut.", good="The road was shut."),
        Example(good="It cost 5\u00a0million, said Mr\u00a0Hall\u00a0– a\u00a0lot for the\u00a0town."),
    ),
)
