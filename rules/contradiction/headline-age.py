"""An age in the headline or standfirst that the story prints otherwise: "Man, 46, dies", and a man of 64."""

from __future__ import annotations

from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_FIELDS = ("headline", "standfirst")
_BODY = ("paragraph", "quote", "item")
_AGE = expression(
    r"(?<=[a-z]), (?P<apart>[1-9][0-9])(?=,|\s*\Z)|\b(?:dies|died|dead)(?: [a-z]+)? (?:at|aged) (?P<death>[1-9][0-9])\b(?![.:,]?[0-9])"
    r"|(?<![\w.,-])(?P<old>[1-9][0-9])-year-old"
)


@cache
def _age_told() -> re.Pattern[str]:
    return compiled(
        r"(?<![\w.,$£€-])(?P<old>[1-9][0-9])[- ]year[- ]old|[a-z], (?P<apart>[1-9][0-9])(?=,)|\baged (?P<aged>[1-9][0-9])\b|"
        r"\b(?:age|boy|girl) of (?P<of>[1-9][0-9])\b(?![.,]?[0-9%])"
    )


_AT_THE_AGE = expression(r"\b(?:at|from|by|since) the $")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for block in document.blocks:
        if block.kind not in _FIELDS:
            continue
        found = list(_AGE.finditer(document.text[block.span.start : block.span.end]))
        for match in found:
            group = match.lastgroup or "apart"
            figure = Span(block.span.start + match.start(group), block.span.start + match.end(group))
            name = _NAME_BEFORE.search(document.text, block.span.start, figure.start)
            told = _told(document, match.group(group), name.group(1) if name is not None else "", len(found) == 1)
            if told is not None:
                age = document.text[told.start : told.end]
                yield Match(figure, (Evidence(told, age),), (age,), slots={"field": block.kind, "other": age})


_NEARLY = expression(r"\b(?:nearly|almost|around|about|approaching) \Z")
_NAME_BEFORE = expression(r"([A-ZÀ-Þ][\w’'-]+), \Z")


def _told(document: Document, claimed: str, name: str, alone: bool) -> Span | None:
    """The first age of the story that may be the one that is claimed, miswritten, if the story has that nowhere. name:
    who is of that age, "" if the field does not tell. alone: the field tells no other age."""
    import re  # seldom needed

    again = re.compile(rf"(?<!\d){claimed}(?!\d)")
    first: Span | None = None
    for block in document.blocks:
        if block.kind not in _BODY:
            continue
        if again.search(document.text, block.span.start, block.span.end) is not None:
            return None
        for match in _age_told().finditer(document.text, block.span.start, block.span.end):
            group = match.lastgroup or "old"
            if match.lastgroup == "old" and document.text.endswith((" to ", " and "), 0, match.start()):
                continue  # "15 to 19-year-olds"
            if _NEARLY.search(document.text, max(0, match.start() - 14), match.start()):
                continue
            if group == "of" and _AT_THE_AGE.search(document.text, max(0, match.start() - 8), match.start()):
                before = document.text[block.span.start : match.start()].rpartition(". ")[2]
                if "died" not in before and "dead" not in before:
                    continue  # "diagnosed at the age of 51": an age of another time
            if group in ("apart", "aged"):
                other = _NAME_BEFORE.search(
                    document.text, max(block.span.start, match.start() - 40), match.start(group)
                )
                if name and other is not None and other.group(1) != name:
                    continue  # "Klum, 47", and "Klum and Seal, 57"
            elif not alone and name:
                continue  # "Tom Brady, 43, and Ana, 40", and "the 45-year-old host"
            if first is None and _a_slip(claimed, match.group(group)):
                first = Span(*match.span(group))
    return first


def _a_slip(one: str, two: str) -> bool:
    """True if a slip may part two ages of two figures: a year or two, a figure, or the two swapped."""
    return abs(int(one) - int(two)) <= 2 or one == two[::-1] or one[0] == two[0] or one[1] == two[1]


RULE = Rule(
    summary="An age in the headline that the story prints otherwise.",
    why="The headline was written from an earlier version, or in haste; the family will see it first.",
    message="The {field} says {match}, but the story {other}.",
    check=check,
    severity="suggestion",
    quotations="skip",
    gate=Gate(words=("old", "aged", "age", "boy", "girl"), shapes=(". 00.",)),
    examples=(
        Example(
            bad="# Man, <mark>46</mark>, dies in crash\n\nA <evidence>64</evidence>-year-old man died when his car hit a "
            "tree.\n\nHe was from Kalmar.",
            format="markdown",
        ),
        Example(
            bad="# Ada Quill dies at <mark>88</mark>\n\nThe novelist Ada Quill has died, aged <evidence>98</evidence>.",
            format="markdown",
        ),
        Example(
            good="# Man, 46, dies in crash\n\nA man died when his car hit a tree.\n\nTom Ek, 46, was from Kalmar. His son, "
            "16, was with him.",
            format="markdown",
        ),
        Example(
            good="# Klum, 47, dances\n\nKlum and Seal, 57, were married once.",
            format="markdown",
            why="Somebody else.",
        ),
        Example(
            good="# Brady, 43, on life with Ana, 40\n\nBrady spoke to the 45-year-old host of a show.",
            format="markdown",
            why="Somebody else.",
        ),
        Example(
            good="# Boy, 14, saved by grandmother\n\nA teenager was saved at sea by Ada Quill, aged 70.",
            format="markdown",
        ),
        Example(good="# Leader, 89, tests positive\n\nThe nearly 90-year-old leader has no fever.", format="markdown"),
    ),
)
