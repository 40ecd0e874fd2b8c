"""A sentence that starts with a small letter: behind a full stop that ends another, or at the head of a paragraph."""

from __future__ import annotations

from copylint.annotate.stops import ends_sentence
from copylint.document import Block, Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_PARTICLES = frozenset("van von de du la le el al bin ibn di da dos das ter ten af av".split())  # of names
_CODE = ("```", "~~~", "<pre")
_LINKS = ("read more", "see more", "more info", "continue reading")  # behind what they lead on from
_FEWEST_WORDS = 6  # of a paragraph that is a sentence
_WHOLE = (".", ".”", '."', ".’", ".'")
_SENTENCE = {"what": "sentence", "instead": "a comma before it"}
_PARAGRAPH = {"what": "paragraph", "instead": "join it to what it goes on from"}
_CLOSED = (*_WHOLE, "?", "!", "?”", "!”", '?"', '!"')


@cache
def _start() -> re.Pattern[str]:
    return compiled(r"\. +(?=[a-z])")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for found in _start().finditer(text):
        if not ends_sentence(text, found.start()) or _is_shortened(document, found.start()):
            continue
        word = _word().match(text, found.end())
        if word is not None and (match := _match(text, word)) is not None:
            yield match
    for number, (_, (start, _), _) in enumerate(document.blocks):
        if "a" <= text[start] <= "z" and _is_sentence(document, number):
            word = _word().match(text, start)
            if word is None or not (_is_common(word.group()) or word.group() == "a") or _is_full_name(text, word):
                continue
            if (match := _match(text, word)) is not None:
                yield match._replace(slots=_PARAGRAPH)


def _is_shortened(document: Document, stop: int) -> bool:
    """Whether a stop in a heading stands behind a word that is none in full: "Port to host int. talks"."""
    block = document.block_at(stop)
    if block is None or block.kind not in ("heading", "headline"):
        return False
    return not _is_common(document.text[block.span.start : stop].rpartition(" ")[2].lower())


def _match(text: str, word: re.Match[str]) -> Match | None:
    """The word as a fault, unless it may be a name, an item's number or part of an address."""
    written = word.group()
    if (
        not written.isalpha()
        or not written.islower()
        or text[word.end() : word.end() + 1] in ".-_@/(=):"
        or text.startswith(_LINKS, word.start())
        or (written in _PARTICLES and text[word.end() + 1 : word.end() + 2].isupper())
        or (not _is_article(text, word) if len(written) == 1 else _is_lower_case_name(text, written))
    ):
        return None
    return Match(Span(*word.span()), suggestions=(written.capitalize(),), slots=_SENTENCE)


def _is_sentence(document: Document, number: int) -> bool:
    """Whether a block is a paragraph that ends in a full stop and goes on from no other one."""
    text, block = document.text, document.blocks[number]
    if block.kind != "paragraph" or text.count(" ", *block.span) < _FEWEST_WORDS:
        return False
    if not text.endswith(_WHOLE, *block.span):
        return False
    before = document.blocks[number - 1] if number else None
    return before is None or (text.endswith(_CLOSED, *before.span) and not _goes_on_from_code(document, before, block))


def _goes_on_from_code(document: Document, before: Block, block: Block) -> bool:
    """Whether the lines of code that a sentence shows stand before the rest of it."""
    start, end = document.source_span(before.span).end, document.source_span(block.span).start
    return any(document.source.find(mark, start, end) >= 0 for mark in _CODE)


def _is_article(text: str, word: re.Match[str]) -> bool:
    """Whether a letter is an article before a word in small letters: "a braver chancellor", not the item "a The gate"."""
    return word.group() == "a" and _small().match(text, word.end()) is not None


@cache
def _small() -> re.Pattern[str]:
    return compiled(r" [a-z]{2}")


def _is_lower_case_name(text: str, written: str) -> bool:
    """Whether the word is in no dictionary, and the article writes it so elsewhere too: adidas."""
    import re  # seldom needed

    return not _is_common(written) and len(re.findall(rf"\b{written}\b", text)) > 1


def _is_full_name(text: str, word: re.Match[str]) -> bool:
    """Whether a word and the next stand together elsewhere too, and the first is none of grammar: bell hooks."""
    from copylint.annotate.forms import FUNCTION_WORDS  # seldom needed

    following = _word().match(text, word.end() + 1)
    return (
        following is not None
        and word.group() not in FUNCTION_WORDS
        and text.count(f"{word.group()} {following.group()}") > 1
    )


def _is_common(word: str) -> bool:
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return word in COMMON_WORDS


@cache
def _word() -> re.Pattern[str]:
    return compiled(r"[\w’']+")


RULE = Rule(
    summary="A sentence that starts with a small letter.",
    why="Either the full stop before it was to be a comma, or the capital was forgotten. Abbreviations with a full "
    "stop are left alone, and names with a small letter (iPhone).",
    message="'{match}' starts a {what} with a small letter: write '{suggestion}', or {instead}.",
    severity="suggestion",
    check=check,
    examples=(
        Example(
            good="**tide**: The sea, which rises twice a day and falls again.", format="markdown", why="A glossary."
        ),
        Example(bad="The road was shut. <mark>nobody</mark> knew why."),
        Example(bad="She left early. <mark>he</mark> stayed until the end."),
        Example(
            good="Several Quercus spp. grow there, and one Acer palmatum var. dissectum. ii) The gate was mended.",
            why="What stands in the names of plants, and the number of an item.",
        ),
        Example(
            good="Shares in zorvo fell. zorvo said nothing.",
            why="A firm that writes its name in small letters.",
        ),
        Example(
            good="bell hooks was born in a town of the south. She wrote as bell hooks, and taught.",
            why="A writer with small letters.",
        ),
        Example(good="# Port to host int. tide talks\n\nThe talks begin in May.", format="markdown", why="A headline."),
        Example(bad="The road was shut. <mark>a</mark> farmer mended it in a day."),
        Example(
            good="She cleared 10 ft. 6 ins. in the first jump, and 4.9 million bbl. of oil went into the sea.",
            why="Measures.",
        ),
        Example(
            good="The list is read with this line...\n\n```\nread(list)\n```\n\nwhich gives us all of the boats in the"
            " harbour at once.",
            format="markdown",
            why="A sentence with code in it.",
        ),
        Example(bad="Mr Zorvo left. <mark>zorvo</mark> said nothing."),
        Example(bad="The mill was shut on Monday. <mark>workers</mark> who came to work were sent home."),
        Example(
            bad="The mill was built in 1903. <mark>workers</mark> came from 40% of homes. <mark>some</mark> stayed."
        ),
        Example(
            bad="The mill was shut on Monday.\n\n<mark>a</mark> braver owner would have sold it for a song in May.",
        ),
        Example(
            bad="The mill was shut on Monday.\n\n<mark>workers</mark> who came to work in the morning were sent home.",
        ),
        Example(
            good="Of the mill he told all of this:\n\nworkers who came to work in the morning were sent home.\n\n"
            "von Essen and his brother, who owned it, lived in the house by the river.\n\n- wool and cotton\n\nlast"
            " orders",
            why="What goes on from a colon, a name, an item, a label.",
        ),
        Example(
            good="Hall Corp. and the Rivers Assn. of Fresno, Calif. in the state's Dept. of Works v. von Essen.",
            why="Abbreviations with a capital.",
        ),
        Example(
            good="It sold pens, ink, etc. to schools, 5 ft. wide, by Hall Inc. in May. iPhone sales fell. ... and so "
            "on. “Really?” she asked. Yahoo! said no.",
        ),
        Example(good="The owner spoke of the mill and of its wheel. read more...", why="A link."),
    ),
)
