"""Words: flat sequences of offsets, not an object each."""

from __future__ import annotations

from itertools import accumulate, compress, count
from operator import add, sub

from copylint.document import Document, reading
from copylint.expressions import expression
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# A word is letters, digits and their combining marks, with apostrophes inside (don't, workers’ is "workers").
# Hyphens are not part of a word: compounds are the business of annotate.hyphens.
# White space that is no plain space and no line feed.
_ASCII_SPACE = "\t\x0b\x0c\r\x1c\x1d\x1e\x1f"
_WHITE_SPACE = frozenset(f"{_ASCII_SPACE}\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000").union(
    map(chr, range(0x2000, 0x200B))
)
# One byte for each byte of UTF-8: what is no letter, figure, underscore or part of a longer character is a space.
_BARE = bytes(code if code > 127 or chr(code).isalnum() or code == ord("_") else 32 for code in range(256))
_BARE_WITH_APOSTROPHES = _BARE[:39] + b"'" + _BARE[40:]
# The shape of each byte: a letter, a figure, a mark that follows a word, or itself. A question mark stands for a
# character that is not ASCII (`shape_of`).
_SHAPES = bytes(
    ord("a")
    if chr(code).isalpha() or chr(code) == "?"
    else ord("0")
    if chr(code).isdigit()
    else ord(".")
    if chr(code) in ",.;:!"
    else 32
    if chr(code).isspace() and chr(code) != "\n"
    else code
    for code in range(256)
)
# A small letter for each byte of a token, a full stop for a stop, a line feed for itself, a space for all else.
_SMALL_LETTERS = b"abcdefghijklmnopqrstuvwxyz"
_LETTERS = bytes(
    ord("z")
    if code > 127 or chr(code).isdecimal() or code == ord("_")
    else ord(chr(code).lower())
    if chr(code).isalpha()
    else ord(".")
    if chr(code) in ".!?"
    else code
    if chr(code) == "\n"
    else ord(" ")
    for code in range(256)
)
_STRAIGHTENED = (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"))
_ASCII = bytes(range(128))
_COMMON = bytes(code for code in range(128) if chr(code).isalnum() or chr(code) in " \n_")
# Words that stand in nearly every article: to look for them tells nothing.
EVERYWHERE = frozenset(
    "the a an of to in on at by for with from and or but not as is are was were be been has have had it its that this "
    "he she they his her their who which will would said s".split()
)
# An apostrophe that is not within a word.
_LONE_LINE_FEED = expression(r"(?<!\n)\n(?!\n)")
_LOOSE = expression(r"(?<![\w\u0300-\u036f])['’]|['’](?![\w\u0300-\u036f])")


class Words(NamedTuple):
    """The words of the text in order: start and end offsets in code points, and the folded word at each index."""

    starts: list[int]
    ends: list[int]
    folded: list[str]


def fold(text: str) -> str:
    """Lower case with the same length, so that offsets hold.

    U+0130 alone would grow under str.lower; the long s and the dotless i, which `re.IGNORECASE` takes for s and i,
    become these, so that a folded literal is found wherever a pattern could match.
    """
    lowered = text.lower()
    if not text.isascii():
        if len(lowered) != len(text):
            lowered = text.replace("İ", "i").lower()
        lowered = lowered.replace("ſ", "s").replace("ı", "i")
    return lowered


@reading
def folded(document: Document) -> str:
    """The text in lower case, same length."""
    text = document.text
    if text.isascii() or not _has_no_other_case(document):
        return fold(text)
    # Of bytes only the letters of ASCII have a lower case: a third of what it takes to look at each character.
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


@reading
def uncommon(document: Document) -> str:
    """The characters of the text that are no letters and no figures of ASCII, in order, but for the plain space, the
    line feed and the underscore."""
    found = document.text.encode("utf-8", "surrogatepass").translate(None, _COMMON)
    return found.decode("utf-8", "surrogatepass")


@reading
def _has_no_other_case(document: Document) -> bool:
    """Whether to fold the text changes nothing but letters of ASCII."""
    return fold(uncommon(document)) == uncommon(document)


@reading
def flowed(document: Document) -> str:
    """The text with every single white space as a plain space, same length: a phrase may run over a hard wrap."""
    text = document.text
    is_flowed = text.count("\n") == 2 * len(document.blocks) - 2 and marks(document).isdisjoint(_WHITE_SPACE)
    return text if is_flowed else flow(text)


@reading
def flowed_folded(document: Document) -> str:
    """The text flowed and folded, with straight apostrophes: what terms are looked up in."""
    text = folded(document)
    if flowed(document) is not document.text:
        text = flow(text)
    return text.replace("’", "'") if "’" in marks(document) else text


def flow(text: str) -> str:
    """Every single white space as a plain space; a pair of line feeds, which parts two blocks, stays. Same length."""
    if text.count("\n") != 2 * text.count("\n\n"):
        if "\0" in text:
            text = _LONE_LINE_FEED.sub(" ", text)
        else:
            text = text.replace("\n\n", "\0\0").replace("\n", " ").replace("\0\0", "\n\n")
    for space in _ASCII_SPACE if text.isascii() else (*_ASCII_SPACE, *filter(str.isspace, beyond_ascii(text))):
        if space in text:
            text = text.replace(space, " ")
    return text


def beyond_ascii(text: str) -> set[str]:
    """The characters of the text that are not ASCII, each once."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


@reading
def not_ascii(document: Document) -> frozenset[str]:
    """The characters of the text that are not ASCII."""
    return frozenset(() if document.text.isascii() else beyond_ascii(uncommon(document)))


@reading
def foreign(document: Document) -> frozenset[str]:
    """The characters of the folded text that are not ASCII."""
    text = folded(document)
    if text.isascii():
        return frozenset()
    return not_ascii(document) if _has_no_other_case(document) else frozenset(beyond_ascii(text))


@reading
def foreign_signs(document: Document) -> frozenset[str]:
    """Those that are part of no word."""
    return frozenset([one for one in foreign(document) if not one.isalnum() and not _combines(one)])


def _combines(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def without_signs(text: str, table: bytes, signs: Iterable[str]) -> str:
    """The text with a space for each of the signs, its bytes translated by the table."""
    for character in signs:
        text = text.replace(character, " ")
    return text.encode("utf-8", "surrogatepass").translate(table).decode("utf-8", "surrogatepass")


@reading
def _plain(document: Document) -> bytes:
    """The flowed and folded text with a full stop for each ellipsis and a space for each other sign that is not
    ASCII."""
    text, signs = flowed_folded(document), foreign_signs(document)
    for sign in signs:
        text = text.replace(sign, "." if sign == "…" else " ")
    return text.encode("utf-8", "surrogatepass")


@reading
def tokens(document: Document) -> list[str]:
    """The folded runs of letters and figures, in order, without their places: what a gate asks, at a third of the cost
    of `words`. An apostrophe parts two tokens."""
    return _plain(document).translate(_BARE).decode("utf-8", "surrogatepass").split()


@reading
def token_set(document: Document) -> frozenset[str]:
    """The folded runs of letters and figures: whether a word occurs at all. An apostrophe parts two of them; where a
    combining mark follows a letter, which to an expression is the end of a word, the runs beside it count too."""
    said = frozenset(tokens(document))
    other = _apart(document)
    return said.union(other) if other else said


class Pairs:
    """Which tokens, two or more, follow one another, whatever stands between them. To look for the few whose tokens
    all occur costs less than to make all pairs."""

    __slots__ = ("_document", "_said")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._said = token_set(document)

    def __contains__(self, tokens: tuple[str, ...]) -> bool:
        return self._said.issuperset(tokens) and f" {' '.join(tokens)} " in row(self._document)

    def isdisjoint(self, pairs: Iterable[tuple[str, ...]]) -> bool:
        """Whether there is none of the pairs."""
        return not any(map(self.__contains__, pairs))


def token_pairs(document: Document) -> Pairs:
    """Each two tokens that follow one another, whatever stands between them. No reading, which the document would hold,
    as this holds the document: two that hold one another stay in memory until they are looked for."""
    return Pairs(document)


@reading
def in_order(document: Document) -> list[str]:
    """The tokens in order: whether two of them follow one another. Where a combining mark parts some of them, all stand
    there both ways, with a line feed between."""
    other = _apart(document)
    return [*tokens(document), "\n", *other] if other else tokens(document)


@reading
def row(document: Document) -> str:
    """The tokens in order with a space before and behind each: whether a few of them follow one another."""
    return f" {' '.join(in_order(document))} "


def _apart(document: Document) -> list[str]:
    """The tokens as an expression parts them, where that differs: at combining marks."""
    return runs_alone(document).split() if any(map(_combines, foreign(document))) else []


def runs_alone(document: Document) -> str:
    """The flowed and folded text with a space for each character that is no letter, figure or underscore, same length.
    A combining mark is none of them."""
    apart = foreign_signs(document).union(filter(_combines, foreign(document)))
    return without_signs(flowed_folded(document), _BARE, apart)


@reading
def initials(document: Document) -> bytes:
    """One byte for each of the tokens, its first letter as a capital, with a full stop for each mark that ends a
    sentence and a line feed for each that stands between paragraphs."""
    return _plain(document).translate(_LETTERS).title().translate(None, _SMALL_LETTERS + b" ")


@reading
def marks(document: Document) -> frozenset[str]:
    """The characters of the text that are no letters and no figures, but for the plain space and the line feed."""
    every = frozenset(uncommon(document))
    return every if document.text.isascii() else frozenset(filter(_is_mark, every))


def _is_mark(character: str) -> bool:
    return not character.isalnum()


@reading
def shape(document: Document) -> str:
    """The text as shapes, same length: `a` for a letter (and for what is not ASCII), `0` for a figure, `.` for each of
    the marks `,.;:?!`, a space for white space, a straight quotation mark for a curly one; the rest as it is. One
    search in it, " ." in shape(document), answers for many in the text."""
    return shape_of(flowed_folded(document))


def shape_of(literal: str) -> str:
    """The shape of a literal."""
    if not literal.isascii():
        for curly, straight in _STRAIGHTENED:
            literal = literal.replace(curly, straight)
    # To encode puts a question mark for what is not ASCII, so that those of the text go first.
    return literal.replace("?", ".").encode("ascii", "replace").translate(_SHAPES).decode("ascii")


@reading
def words(document: Document) -> Words:
    """The words of the text."""
    parts = _words_alone(document).split(" ")
    lengths = list(map(len, parts))
    # A part ends behind all that is before it, with a space between each two.
    ends = list(compress(map(add, accumulate(lengths), count()), lengths))
    return Words(list(map(sub, ends, filter(None, lengths))), ends, list(filter(None, parts)))


@reading
def _words_alone(document: Document) -> str:
    """The folded text with a space for each character that is part of no word, same length."""
    bare = without_signs(folded(document), _BARE_WITH_APOSTROPHES, foreign_signs(document) - {"’"})
    for mark in "'’":
        if mark in bare:
            bare = _without_loose(bare, mark)
    return bare


def _without_loose(bare: str, mark: str) -> str:
    """The words without the apostrophes of one kind that do not stand within a word."""
    if "'’" in bare or "’'" in bare:
        return _LOOSE.sub(" ", bare)
    for pair in (mark * 2, f" {mark}", f"{mark} "):
        while pair in bare:
            bare = bare.replace(pair, "  ")
    if bare[0] == mark or bare[-1] == mark:
        bare = _LOOSE.sub(" ", bare)
    return bare


@reading
def vocabulary(document: Document) -> frozenset[str]:
    """The folded words of the text, each once: a cheap answer to "does any of these stand here?"."""
    return frozenset(_words_alone(document).split())
