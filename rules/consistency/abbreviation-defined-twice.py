"""An abbreviation explained a second time."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.annotate.abbreviations import Definition, abbreviations, bracketed
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

_SHORTEST = 60  # code points of a paragraph


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if len(bracketed(document)) < 2:
        return
    for abbreviation in abbreviations(document):
        if len(abbreviation.definitions) < 2:
            continue
        words = abbreviation.definitions[0].words
        places = [
            _whole(document.text, definition)
            for definition in abbreviation.definitions
            if definition.words.lower() == words.lower() and _runs(document, definition)
        ]
        if len(places) > 1:
            first, again, *more = places
            yield Match(
                again,
                evidence=tuple(Evidence(place, abbreviation.letters) for place in (first, *more)),
                slots={"letters": abbreviation.letters, "long": words},
            )


def _whole(text: str, definition: Definition) -> Span:
    """Both forms, with the bracket that closes."""
    end = definition.short.end
    while text[end : end + 1] in ("s", ")"):
        end += 1
    return Span(definition.long.start, end)


def _runs(document: Document, definition: Definition) -> bool:
    """Whether the definition stands in running text: headings, captions and lists of people are read on
    their own."""
    block = document.block_at(definition.short.start)
    if block is None or block.kind not in ("paragraph", "item") or block.span.end - block.span.start < _SHORTEST:
        return False
    return document.text[block.span.start : block.span.end].rstrip()[-1:] in '.!?”":'


RULE = Rule(
    summary="An abbreviation is explained twice.",
    why="Once a reader has been told what the letters stand for, the letters are enough.",
    message="{letters} is explained here again: '{long}' was said before.",
    check=check,
    severity="suggestion",
    examples=(
        Example(
            bad="The <evidence>European Food Safety Authority (EFSA)</evidence> met on Monday. On Friday "
            "the <mark>European Food Safety Authority (EFSA)</mark> will publish its report.",
        ),
        Example(
            bad="A <evidence>memorandum of understanding (MOU)</evidence> was signed. The <mark>memorandum "
            "of understanding (MOU)</mark> runs to 2030.",
        ),
        Example(
            good="The European Food Safety Authority (EFSA) met on Monday. EFSA will publish its report on Friday."
        ),
        Example(good="The Bank of Cork (BOC) and the Boat Owners' Club (BOC) share a street.", why="Two things."),
    ),
)
