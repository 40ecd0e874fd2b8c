"""An abbreviation explained a second time."""

from __future__ import annotations

from bisect import bisect_right

from copylint.annotate.abbreviations import Definition, bracketed, definitions
from copylint.annotate.quotations import is_quoted
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 60  # code points of a paragraph
_CLOSING = ".!?…,;\"”’')"
# How a standing foot goes on after the name that it begins with: "The Sea Board (SB) offers free advice."
_PORTRAYS = expression(
    r"(?:'s|’s)?,? (?:is|are|offers?|helps?|provides?|serves?|supports?|works?|promotes?|runs?|aims?|exists?"
    r"|represents?|protects?|manages?|oversees|conducts?|sponsors?|publishes)\b(?! (?:likely|expected|to|now|not)\b)"
)
_NEAR = 200  # code points
# A speaker's post: "is the director of content at the Sea Board (SB)".
_SERVES = expression(
    r"[A-Z][\w.’'-]+,? (?:[—–-] )?(?:serves?|served|is|was|has served|has been|manages|leads|works) (?:as )?"
    r"(?:[\w,/&-]+ ){0,12}(?:at|for|of|in|to|with) (?:the )?(?:U\.S\. )?$"
)
# "Guide to the Sea Board (SB): How to Sail" is the title of a film or a book, and so is "Forms for Sea Board (SB) Members".
_TITLED = expression(r"s?\):? [A-Z]")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if document.text.count("(") < 2:
        return
    found = bracketed(document)
    if len(found) < 2 or len({document.text[short.start : short.end] for _, short in found}) == len(found):
        return
    for letters, defined in definitions(document).items():
        if len(defined) < 2:
            continue
        words = defined[0].words
        places = [
            _whole(document.text, definition)
            for definition in defined
            if definition.words.lower() == words.lower() and _runs(document, definition)
        ]
        if len(places) < 2:
            continue
        end = _section_end(document, places[0])
        places = [
            place for place in places if place is places[0] or (place.start < end and not _is_portrait(document, place))
        ]
        if len(places) > 1:
            first, again, *more = places
            yield Match(
                again,
                evidence=tuple(Evidence(place, letters) for place in (first, *more)),
                slots={"letters": letters, "long": words},
            )


def _section_end(document: Document, place: Span) -> int:
    """Where the next section after a place begins: what stands under another heading is read on its own."""
    starts = _sections(document)
    index = bisect_right(starts, place.end)
    return starts[index] if index < len(starts) else len(document.text)


@reading
def _sections(document: Document) -> list[int]:
    """Where the headings of the sections begin, and the short paragraphs that look like one."""
    text = document.text
    return [
        start
        for kind, (start, end), _ in document.blocks
        if kind in ("heading", "headline")
        or (kind == "paragraph" and end - start < _SHORTEST and text[end - 1] not in _CLOSING)
    ]


def _whole(text: str, definition: Definition) -> Span:
    """Both forms, with the bracket that closes."""
    end = definition.short.end
    while text[end : end + 1] in ("s", ")"):
        end += 1
    return Span(definition.long.start, end)


def _runs(document: Document, definition: Definition) -> bool:
    """Whether the definition stands in running text: headings, captions and lists of people are read on their own."""
    block = document.block_at(definition.short.start)
    if block is None or block.kind not in ("paragraph", "item") or block.span.end - block.span.start < _SHORTEST:
        return False
    if document.text[block.span.start : block.span.end].rstrip()[-1:] not in '.!?”":':
        return False
    if _TITLED.match(document.text, definition.short.end):
        return False
    return not is_quoted(document, definition.short)


def _is_portrait(document: Document, place: Span) -> bool:
    """Whether the definition opens a paragraph that says what the named thing is or does: a standing foot."""
    block = document.block_at(place.start)
    if block is None:
        return False
    if _SERVES.search(document.text, max(block.span.start, place.start - _NEAR), place.start) is not None:
        return True
    if document.text[block.span.start : place.start].strip("*_ ").lower() not in ("", "the"):
        return False
    return _PORTRAYS.match(document.text, place.end) is not None


RULE = Rule(
    summary="An abbreviation is explained twice.",
    why="Once a reader has been told what the letters stand for, the letters are enough. What stands under another "
    "heading, in a quotation, a title, a standing foot or a portrait of a speaker is read on its own.",
    message="{letters} is explained here again: '{long}' was said before.",
    check=check,
    severity="suggestion",
    gate=Gate(texts=("(",)),
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
        Example(
            good="The European Food Safety Authority (EFSA) met on Monday, and it will publish its report on Friday."
            "\n\nThe European Food Safety Authority (EFSA) offers advice to all who grow, sell or cook food.",
            why="A standing foot: what the named thing is or does.",
        ),
        Example(
            good="The European Food Safety Authority (EFSA) met on Monday, and it will publish its report on Friday."
            "\n\nHow to file a report\n\nThe form of the European Food Safety Authority (EFSA) takes an hour to fill in.",
            why="Another section.",
        ),
        Example(
            good="The European Food Safety Authority (EFSA) met on Monday, and it will publish its report on Friday."
            "\n\nAnn Burke serves as the head of fees at the European Food Safety Authority (EFSA), and lives in Cork.",
            why="A portrait of a speaker.",
        ),
        Example(
            good="The European Food Safety Authority (EFSA) met on Monday. “Nobody else in the European Food "
            "Safety Authority (EFSA) knew of it,” the letter said.",
            why="A quotation is given as it was written.",
        ),
        Example(
            good="The European Food Safety Authority (EFSA) met on Monday. Its new film, Guide to the European Food "
            "Safety Authority (EFSA): How to File a Report, is on its page.",
            why="A title.",
        ),
        Example(good="The Bank of Cork (BOC) and the Boat Owners' Club (BOC) share a street.", why="Two things."),
    ),
)
