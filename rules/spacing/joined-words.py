"""Two words with no space between: 'ofthe', 'saidthe'."""

from __future__ import annotations

from copylint.annotate.word_places import places
from copylint.annotate.words import token_set
from copylint.document import Document, Span
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# What two small words make that is no word, and no name when it is written small.
_JOINED = {
    first + second: f"{first} {second}"
    for firsts, seconds in (
        ("of in to on for at from by with that and said is was has had as if", "the"),
        ("of in to on for at from by with that and", "this their these those his which"),
        ("said", "that he she it they in on"),
        ("it", "has was would will"),
        ("he she", "was has had would said"),
        ("they", "were are have had"),
        ("there", "was were is are"),
        ("has have had", "been"),
        ("will", "be have not"),
        ("would could should", "have not"),
        ("a", "lot"),
        ("at", "least"),
        ("as", "well"),
        ("of", "course"),
        ("each", "other"),
        ("even", "though"),
        ("in", "front fact spite"),
    )
    for first in firsts.split()
    for second in seconds.split()
}
_BESIDE = ("-", "'", "’", "/", "@", "#", "_", ".")  # of addresses, tags and names of files


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for word in sorted(_JOINED.keys() & token_set(document)):
        for start in places(document, word):
            end = start + len(word)
            if (
                text.startswith(word, start)  # in small letters
                and text[start - 1 : start] not in _BESIDE
                and text[end : end + 1] not in _BESIDE[:-1]
                and not _in_host(text, end)
            ):
                yield Match(Span(start, end), suggestions=(_JOINED[word],))


def _in_host(text: str, end: int) -> bool:
    """Whether a point and a letter follow: "ofthe.example"."""
    return text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()


RULE = Rule(
    summary="Two words with no space between: 'ofthe', 'saidthe'.",
    why="Where lines are joined or copy is pasted, a space is lost, and a speller offers another word.",
    message="A space is missing: write '{suggestion}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(words=tuple(_JOINED)),
    examples=(
        Example(
            bad="She was one <mark>ofthe</mark> first; the mayor <mark>saidthe</mark> road was shut.",
            good="She was one of the first; the mayor said the road was shut.",
        ),
        Example(bad="There is <mark>alot</mark> to do, <mark>itwas</mark> said, and <mark>willbe</mark> more."),
        Example(
            good="They bathe, lathe and soothe at ofthe.example/tothe with #tothe; the Ofthe family came.",
            why="Words, addresses, names.",
        ),
    ),
)
