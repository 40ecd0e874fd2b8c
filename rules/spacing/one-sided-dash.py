"""A dash with a space on one side only: `the mayor —who left early`, `the mill— it was the last`."""

from __future__ import annotations

from copylint.annotate.marks import word_after, word_before
from copylint.annotate.words import marks
from copylint.document import Document, Span
from copylint.expressions import expression, in_order
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST = 90  # code points of a block: what is shorter may be a heading, an item, a caption
_BEFORE, _AFTER = ',”"’)', '“"‘('  # what may stand beside a dash besides a small letter
_HYPHENS = "--"
_OPTION = expression(r"--[a-z][\w-]*(?:=|(?: \d+)? --?[a-z])")  # of a command: "--best --rate=12"
_SUSPENDED = ("and", "or")  # "London– and Paris-based"


# The mark comes before what is looked for around it, so that the search runs from mark to mark.
_DASHES = {
    dash: expression(rf"{dash}(?:(?<=[^\s–—-]{dash})(?= [^\s–—-])|(?<=\S {dash})(?=[^\s–—-]))")
    for dash in ("–", "—", _HYPHENS)
}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    stand = marks(document)
    # Where none has a space on both sides, two hyphens may be those of an option: "git log --all".
    has_hyphens = "-" in stand and f" {_HYPHENS} " in text
    dashes = [one for dash, one in _DASHES.items() if dash in stand or (has_hyphens and dash == _HYPHENS)]
    found = [Span(*mark.span()) for mark in in_order(text, dashes)]
    found = [mark for mark in found if _parts_words(document, mark) and not _OPTION.match(text, mark.start)]
    if _in_pairs([text[mark.start - 1] == " " for mark in found]):
        return
    for mark in found:
        written = text[mark.start : mark.end]
        leads = text[mark.start - 1] == " "
        span = Span(mark.start - leads, mark.end + (not leads))
        alike = sum(text[other.start : other.end] == written for other in found)
        cure = _written(text, written, alike)
        told = f"{word_before(text, span.start)}{cure}{word_after(text, span.end)}"
        yield Match(span, suggestions=(cure,), slots={"told": told})


def _written(text: str, mark: str, one_sided: int) -> str:
    """The dash as the article writes it for the most part."""
    spaced = text.count(f" {mark} ")
    closed = text.count(mark) - spaced - one_sided
    return f" {mark} " if spaced > closed or (spaced == closed and mark == "–") else mark


def _parts_words(document: Document, mark: Span) -> bool:
    """Whether a dash stands between two words of a sentence."""
    text = document.text
    leads = text[mark.start - 1] == " "
    end, start = mark.start - leads, mark.end + (not leads)
    before, after = text[end - 1], text[start]
    if not (
        (before.islower() or before in _BEFORE)
        and (after.islower() or (after in _AFTER and text[start + 1 : start + 2].isalnum()))
    ):
        return False
    block = document.block_at(mark.start)
    if block is None or block.kind not in ("paragraph", "quote", "item"):
        return False
    if block.span.end - block.span.start < _SHORTEST or not block.span.start < end - 1 <= start < block.span.end:
        return False
    if leads:
        return True
    following = word_after(text, start)
    # Speech that stumbles says a word again: "we— we need".
    return following not in _SUSPENDED and not following.startswith(word_before(text, end).lower() or "\0")


def _in_pairs(leading: list[bool]) -> bool:
    """Whether each dash that leads is followed by one that trails, as some write asides: "voters —most of them— left"."""
    return len(leading) % 2 == 0 and all(leads == (number % 2 == 0) for number, leads in enumerate(leading))


RULE = Rule(
    summary="A space on one side of a dash only.",
    why="Some styles set their dashes between spaces, others close them up. On one side only, one space was lost, or one"
    " is too many.",
    message="A space stands on one side of the dash only: write '{told}'.",
    quotations="skip",  # speech that breaks off
    fix="unsafe",
    check=check,
    gate=Gate(texts=("–", "—", _HYPHENS)),
    examples=(
        Example(
            bad="The mill by the river had stood there for two hundred years<mark> —</mark>and so it was missed when the "
            "flood took it.",
            good="The mill by the river had stood there for two hundred years—and so it was missed when the flood took it.",
        ),
        Example(
            bad="The mill – the last of nine – had stood there for two hundred years<mark>– </mark>it was missed when the "
            "flood took it.",
            good="The mill – the last of nine – had stood there for two hundred years – it was missed when the flood took "
            "it.",
        ),
        Example(
            bad="The mill -- the last of nine -- had stood there for two hundred years<mark> --</mark>it was missed when "
            "the flood took it.",
            good="The mill -- the last of nine -- had stood there for two hundred years -- it was missed when the flood "
            "took it.",
        ),
        Example(
            good="To see all of the changes since the last release, type git log --all --oneline in the folder of the "
            "program.",
            why="The options of a command.",
        ),
        Example(
            good="The mill -- the last of nine -- is in the film, which was made with encode -o mill.mkv -p 2 --best --rate=12 --end"
            " on a small machine.",
            why="The options of a command beside dashes.",
        ),
        Example(
            good='She said that the mill was the last of nine -- "and the best of the whole valley in its day --" and then she left.',
            why="Speech that breaks off.",
        ),
        Example(
            good="The voters —most of them from the valley— had waited for two hundred years for a bridge across the river.",
            why="An aside in a pair of them.",
        ),
        Example(
            good="The London– and Paris-based firms of the port – nine of them – had waited a hundred years, and we— we had"
            " waited too. They sailed from 1914– to 1918.",
            why="A hyphen that is suspended, speech that stumbles, figures.",
        ),
    ),
)
