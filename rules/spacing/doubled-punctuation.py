"""Two stops or commas, or two marks that cannot stand together."""

from __future__ import annotations

from copylint.annotate.stops import ends_sentence
from copylint.annotate.words import shape
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGER_THAN_ABBREVIATIONS = 7  # letters: "approx.,"
# The pair, and what to write: the first is what a slip of the keys most likely doubled or left behind.
_PAIRS = {
    ",,": (",",),
    ", ,": (",",),
    ",.": (".",),
    ".,": (",",),
    ", .": (".",),
    "..": (".", "…"),
    ". .": (".", "…"),
    ",;": (";",),
    ";;": (";",),
    ";.": (".",),
    ":;": (";", ":"),
    ":.": (".", ":"),
    "::": (":",),
    ",:": (":", ","),
    ";,": (";", ","),
    "?.": ("?",),
    "!.": ("!",),
    "?,": ("?", ","),
}


_SHAPES = ("..", ". .", '.".')
_SHAPE = expression(r"\.(?=[ \"]?\.)")
# The mark after the pair decides: a third stop makes an ellipsis, a letter a file name, a slash a path.
_PAIR = expression(r"[,.;:?!] ?[,.;:](?![\w./\\,;:?!)(]|[ \u00a0]\.)")
_ROUND_A_CLOSE = expression(r"([,.][\"”])[,.](?=\s|\Z)")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    for place in _SHAPE.finditer(shape(document)):
        start = place.start()
        found = _PAIR.match(text, start)
        if found is None:
            found = _ROUND_A_CLOSE.match(text, start)
            if found is not None and (text[start] == "," or _is_no_abbreviation(text, start)):
                yield Match(Span(start, found.end()), suggestions=(found.group(1),))
            continue
        pair = found.group()
        cures = _PAIRS.get(pair)
        if pair == ".." and text[max(start - 2, 0)].isalnum() and text[start - 1] == " ":
            start -= 1  # the space before them goes too
            yield Match(Span(start, found.end()), suggestions=(".", "…"))
            continue
        if pair == ". ." and text[found.end() : found.end() + 2].strip() == ".":
            continue  # an ellipsis and a stop, spaced
        if cures is None or start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "”’)]\"'%"):
            continue
        if text[start - 1] in "\"'" and text[start - 1] == text[found.end() : found.end() + 1]:
            continue  # spoken of, as the name of a directory
        if pair[0] in "?!" and not _word_before(text, start):
            continue
        if pair == ".," and not _is_no_abbreviation(text, start):
            continue
        if not text[found.end() :].lstrip(" \n\"'”’)")[:1].islower():
            cures = cures[:1]  # before a new sentence no ellipsis was meant
        yield Match(Span(start, found.end()), suggestions=cures)


def _word_before(text: str, at: int) -> str:
    """The word in small letters before a mark; empty before a name that ends in it: Yahoo!, Jeopardy!"""
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:at] if text[start:at].islower() else ""


def _is_no_abbreviation(text: str, stop: int) -> bool:
    """Whether the word before a full stop is a long one or a common one, or a year."""
    word = _word_before(text, stop)
    if len(word) >= _LONGER_THAN_ABBREVIATIONS:
        return True
    if not ends_sentence(text, stop):
        return False
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return text[stop - 1].isdigit() or word in COMMON_WORDS


RULE = Rule(
    summary="Two marks of punctuation where one should stand.",
    why="What is left when a sentence is cut or two are joined: ',,', ',.', or '..' that is no ellipsis."
    " The full stop of an abbreviation ends its sentence too.",
    message="'{match}' is one mark too many: write '{suggestion}'.",
    fix="safe",
    check=check,
    gate=Gate(shapes=_SHAPES),
    examples=(
        Example(good="Type '..' for the directory above."),
        Example(bad="He left early<mark>,,</mark> she said.", good="He left early, she said."),
        Example(bad="He left early<mark>,.</mark> She stayed.", good="He left early. She stayed."),
        Example(bad="They sold pens, ink, etc<mark>..</mark> It paid.", good="They sold pens, ink, etc. It paid."),
        Example(
            bad='"It was beyond all expectations<mark>.,</mark>" she said.',
            good='"It was beyond all expectations," she said.',
        ),
        Example(
            bad="It shut in 1911<mark>.,</mark> and the yard<mark>.,</mark> too.",
            good="It shut in 1911, and the yard, too.",
        ),
        Example(bad="They had one aim<mark>::</mark> to win.", good="They had one aim: to win."),
        Example(bad="They had one aim<mark>,:</mark> to win, at home<mark>;,</mark> too."),
        Example(
            bad="“It is late<mark>,”,</mark> she said. “We are tired<mark>.”.</mark> They left.",
            good="“It is late,” she said. “We are tired.” They left.",
        ),
        Example(good="It was made by “Hall Inc.”, sold by “Reed etc.”. In C++ std::cout, a::b and x ::= y."),
        Example(bad="They sold pens and ink<mark> ..</mark> It paid."),
        Example(bad="I thought<mark>..</mark> well, nothing.", why="A stop too many, or an ellipsis."),
        Example(good="She had more to say . . . . Then she left.", why="An ellipsis and a stop."),
        Example(good="He waited... and left. Hall Inc., which owns it, sold ../files and 1..10, at 5 p.m.; so."),
        Example(
            good="I am a professional. . . . I do my work. He had it, . . . or so he said. “It was so. . . .”",
            why="An ellipsis of spaced stops, behind a full stop and behind a comma.",
        ),
        Example(good="It was approx., or so he said, two miles to St., the chem. works, etc., of the co-op."),
        Example(
            good="It was bought by Yahoo!, then by others. “Why?”, he asked.",
            why="A name, and a closed quotation.",
        ),
    ),
)
