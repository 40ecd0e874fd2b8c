"""Two things of which each is more than the other: the bridge is longer than the tunnel, the tunnel longer than the
bridge; and one thing that is both more and less than another."""

from __future__ import annotations

from itertools import pairwise

from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import IGNORECASE, compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_OPPOSITES = {
    one: other
    for pair in (
        "higher lower", "larger smaller", "bigger smaller", "older younger", "faster slower", "longer shorter",
        "taller shorter", "deeper shallower", "better worse", "stronger weaker", "richer poorer", "heavier lighter",
        "wider narrower", "hotter colder", "warmer cooler", "cheaper dearer", "earlier later",
    )
    for one, other in (pair.split(), pair.split()[::-1])
}  # fmt: skip
_NO_COMPARATIVES = frozenset("other rather another sooner further never ever either together".split())
_PHRASE = r"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\w’-]+ ){0,2}[\w’-]+|[A-ZÀ-ÖØ-Þ][\w’-]+(?: [A-ZÀ-ÖØ-Þ][\w’-]+){0,2})"
_ARTICLE = expression(r"^(?:the|his|her|its|their) ", IGNORECASE)
_FARTHEST = 80  # code points on each side of a comparison in which its two things stand
_LINKS = (" and ", " but ", ", but ", " yet ", " and also ", " and is ", " but is ")
_DISPUTED = expression(r"\b(?:[Ss]ome|[Oo]thers|[Oo]nce|[Cc]ritics|[Ii]f|[Ww]hether|than ever|then)\b")
_MOST = 200  # comparisons that are read: an article has fewer


class _Compared(NamedTuple):
    word: str  # "longer"
    left: str
    right: str
    span: Span  # of "longer than the bridge"


@cache
def _left() -> re.Pattern[str]:
    return compiled(
        rf"(?<![\w’-])(?P<left>{_PHRASE}),? (?:which |who )?(?:is|are|was|were|will be|would be)"
        r"(?: (?:now|still|much|far|even|also))? \Z"
    )


@cache
def _right() -> re.Pattern[str]:
    return compiled(rf" than (?P<right>{_PHRASE})(?![’'-]?\w)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    places: list[tuple[int, str]] = []
    for at in occurrences(document, " than ", text):
        start = text.rfind(" ", 0, at) + 1
        word = text[start:at]
        if word in _OPPOSITES or (word.endswith("er") and word not in _NO_COMPARATIVES):
            places.append((start, word))
    words = [word for _, word in places]
    if len(words) == len({*words}) and not any(_OPPOSITES.get(word) in words for word in words):
        return
    found: list[_Compared] = []
    for start, word in places[:_MOST]:
        found.extend(_compared(text, start, word))
    for index, one in enumerate(found):
        for other in found[:index]:
            if one.word != other.word or _DISPUTED.search(text, max(0, other.span.start - _FARTHEST), one.span.end):
                continue
            if _same(one.left, other.right) and _same(one.right, other.left) and not _same(one.left, one.right):
                yield Match(
                    one.span,
                    (Evidence(other.span, text[slice(*other.span)]),),
                    slots={"other": text[slice(*other.span)]},
                )
                break
    yield from _both_ways(text, places)


def _compared(text: str, start: int, word: str) -> Iterable[_Compared]:
    left = _left().search(text, max(0, start - _FARTHEST), start)
    right = _right().match(text, start + len(word))
    if left is not None and right is not None:
        yield _Compared(word, left.group("left"), right.group("right"), Span(left.start("left"), right.end("right")))


def _same(one: str, two: str) -> bool:
    """True if two phrases may be of one thing: "the new tower", "the tower"; "Ada Quill", "Quill"."""
    first, second = (" " + _ARTICLE.sub("", phrase).lower() for phrase in (one, two))
    return first.endswith(second) or second.endswith(first)


def _both_ways(text: str, places: list[tuple[int, str]]) -> Iterable[Match]:
    """ "higher than in April and lower than in April"."""
    for (start, word), (later, other) in pairwise(places):
        if _OPPOSITES.get(word) != other or later - start > _FARTHEST:
            continue
        between = text[start + len(word) : later]
        than = next((between.removesuffix(link) for link in _LINKS if between.endswith(link)), "")
        if len(than) > len(" than ") and text.startswith(than, later + len(other)):
            end = later + len(other) + len(than)
            if text[end : end + 1] in (".", ",", ";"):
                first = Span(start, start + len(word) + len(than))
                yield Match(
                    Span(later, end), (Evidence(first, text[slice(*first)]),), slots={"other": text[slice(*first)]}
                )


RULE = Rule(
    summary="Two comparisons that cannot both be true.",
    why="Each of two things cannot be longer than the other, nor one both longer and shorter: two words have changed places.",
    message="'{match}', but '{other}'.",
    check=check,
    severity="warning",
    quotations="skip",
    gate=Gate(words=("than",)),
    examples=(
        Example(
            bad="<evidence>The bridge is longer than the tunnel</evidence>. Work began on <mark>the tunnel, which is longer than the "
            "bridge</mark>."
        ),
        Example(bad="Rents are <evidence>higher than in May</evidence> and <mark>lower than in May</mark>."),
        Example(
            good="The bridge is longer than the tunnel, and the tunnel is wider than the bridge. The new lift is faster than the "
            "stairs; the stairs are faster than the old lift. Rents are higher than in May and lower than in April; they are "
            "higher than in May for some, and lower than in May for others.",
        ),
    ),
)
