"""An article whose noun is lost: 'the of', 'the was'."""

from __future__ import annotations

from copylint.annotate.repeats import parts_copies
from copylint.annotate.words import flowed, token_pairs
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# An article, and words that never follow it in a sentence that is whole.
_LOST = {
    "the": "of is was were are has and or because although".split(),
    "an": "of is was and or".split(),
    "a": "of said".split(),
}
_PAIRS = tuple(f"{article} {word}" for article, words in _LOST.items() for word in words)
_LETTERS = frozenset("bcdxyzn")
_PARTS = frozenset("section subsection paragraph part clause article item group class type schedule appendix".split())


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    pairs = token_pairs(document)
    for pair in _PAIRS:
        if tuple(pair.split(" ")) not in pairs:
            continue
        start = text.find(f"{pair} ")
        while start >= 0:
            end = start + len(pair)
            if (
                not text[start - 1 : start].isalnum()
                and _is_prose(text, start, end)
                and not parts_copies(text, text.rfind(" ", start, end) + 1)
            ):
                yield Match(Span(start, end))
            start = text.find(f"{pair} ", end)


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether no word is spoken of, and no letter: the a of it, 'the or'."""
    if text[start - 1 : start] in ("-", "'", "’", ".", "/"):
        return False
    if text[max(0, start - 12) : start].rpartition(" ")[0].rpartition(" ")[2].lower() in _PARTS:
        return False  # "subsection a of section 793"
    following = text[end + 1 : end + 30].split(" ", 2)
    after = following[0]
    if text[end - 3 : end] == " is" and after in ("a", "an", "the", "of"):
        return False  # the is a …
    return not (len(after) == 1 and after in _LETTERS)


RULE = Rule(
    summary="An article whose noun is lost: 'the of', 'the was'.",
    why="A word was cut or not translated, and its article stayed.",
    message="A word is missing in '{match}'.",
    check=check,
    gate=Gate(pairs=_PAIRS),
    examples=(
        Example(bad="The council met in <mark>the of</mark> May, and in <mark>the was</mark> long."),
        Example(bad="He gave her <mark>a of</mark> flowers <mark>the and</mark> left."),
        Example(
            good="It matters to us and to the and to the town.", why="A phrase that is printed twice: another fault."
        ),
        Example(
            good="Subsection a of section 9 holds. The council met in the hall of the town, and the hall was long. Let a and b be the sides; the is a word."
            " Soothe and bathe or breathe; a ’the’ of it. The lathe is old."
        ),
    ),
)
