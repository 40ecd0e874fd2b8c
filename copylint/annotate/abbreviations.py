"""Abbreviations: what an article shortens, where it says what that stands for, and where it uses it."""

from __future__ import annotations

from copylint.document import Document, Span, reading
from copylint.expressions import expression, places_of
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_SKIPPED = frozenset("a an and at by de del der des di du e for in la le of on or the to und und y &".split())
_MOST_WORDS = 12
_LONG_WORD = 18  # code points of a word and a link word
_BRACKET = expression(r"\((?<=[\s\w.)”\"’']\()(?:the )?([A-Z][A-Za-z0-9]*(?:[&/.-][A-Za-z0-9]+)*\.?)s?(?=[);,])")
_WORD = expression(r"[^\W_][\w'’]*")
_RUN = expression(r"(?<!\w)[^\W_]+")
_MOST_SEARCHED = 5_000_000  # code points: more than so many are not searched for one abbreviation after the other


class Definition(NamedTuple):
    """Where an article says what an abbreviation stands for: the span of the long form, that of the short one, the long
    form with its white space levelled."""

    long: Span
    short: Span
    words: str


class Abbreviation(NamedTuple):
    """An abbreviation that the article defines: its letters, its definitions in order, and every place where it is used
    apart from them, those before the first definition included."""

    letters: str
    definitions: tuple[Definition, ...]
    uses: tuple[Span, ...]


@reading
def bracketed(document: Document) -> tuple[tuple[int, Span], ...]:
    """Where letters stand in brackets, as an abbreviation does behind what it stands for: the bracket, the letters."""
    text = document.text
    found = []
    for bracket in _BRACKET.finditer(text):
        letters = bracket.group(1).rstrip(".")
        if letters[-1] == "s" and letters[-2:-1].isupper():
            letters = letters[:-1]
        others = letters[1:]  # behind the first, which is a capital
        if len(letters) <= 10 and others != others.lower():
            found.append((bracket.start(), Span(bracket.start(1), bracket.start(1) + len(letters))))
    return tuple(found)


@reading
def definitions(document: Document) -> dict[str, list[Definition]]:
    """Where the article says what letters stand for, in order, by the letters."""
    text = document.text
    found: dict[str, list[Definition]] = {}
    for bracket, short in bracketed(document):
        letters = text[short.start : short.end]
        long = _long_form(text, bracket, letters)
        if long is not None:
            words = " ".join(text[long.start : long.end].split())
            found.setdefault(letters, []).append(Definition(long, short, words))
    return found


@reading
def abbreviations(document: Document) -> tuple[Abbreviation, ...]:
    """The abbreviations that the article defines, in the order of their first definitions."""
    text = document.text
    found = definitions(document)
    places: dict[str, list[int]] = {}
    if len(found) * len(text) > _MOST_SEARCHED:
        places = _places(text, found)
    return tuple(
        Abbreviation(letters, tuple(defined), _uses(text, letters, defined, places.get(letters)))
        for letters, defined in found.items()
    )


def _places(text: str, wanted: Iterable[str]) -> dict[str, list[int]]:
    """Where each of many abbreviations may stand as a word: one pass over the text for all of them."""
    by_run: dict[str, list[str]] = {}
    for letters in wanted:
        run = _RUN.match(letters)
        if run is not None:
            by_run.setdefault(run.group(), []).append(letters)
    places: dict[str, list[int]] = {}
    for run in _RUN.finditer(text):
        word = run.group()
        for key in (word, word[:-1]) if word[-1] == "s" else (word,):
            for letters in by_run.get(key, ()):
                if text.startswith(letters, run.start()):
                    places.setdefault(letters, []).append(run.start())
    return {letters: places.get(letters, []) for letters in wanted}


def _long_form(text: str, end: int, letters: str) -> Span | None:
    """The words before a bracket whose initials make the letters, None if there are none.

    The first letter must begin a word, and every other letter must begin one too or follow within a word that a letter
    begins, in order: Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions (2003), with
    initials preferred and a capital demanded where the long form would be one small word.
    """
    floor = max(end - 150, 0)
    block = max(text.rfind("\n\n", floor, end), text.rfind(". ", floor, end), floor)
    words = list(_WORD.finditer(text, block, end))[-_MOST_WORDS:]
    if not words or end - words[-1].end() > 3:
        return None
    wanted = [letter.lower() for letter in letters if letter.isalnum()]
    said = [word.group().lower() for word in words]
    for first in range(len(words) - 1, -1, -1):
        head = said[first]
        if head[0] != wanted[0] or head in _SKIPPED:
            continue
        initials = [word[0] for word in said[first:]]
        without_small = [word[0] for word in said[first:] if word not in _SKIPPED]
        if wanted in (initials, without_small):
            return None if len(without_small) < 2 else Span(words[first].start(), words[-1].end())
    return None


def capitals_before(text: str, end: int, number: int) -> list[Span]:
    """The words with a capital right before a bracket, with nothing but articles, link words and spaces between; none
    unless they are so many."""
    found: list[Span] = []
    floor = max(end - _LONG_WORD * number, 0)
    for word in reversed(list(_WORD.finditer(text, floor, end))):
        gap = text[word.end() : end]
        if gap.strip(" ’'"):
            break
        end = word.start()
        if word.group().lower() in _SKIPPED:
            continue
        if not text[end].isupper():
            break
        found.append(Span(*word.span()))
    return found[::-1] if len(found) == number else []


def _uses(text: str, letters: str, definitions: list[Definition], places: list[int] | None) -> tuple[Span, ...]:
    """Where the letters stand as a word, plural or possessive included, apart from their definitions.

    places: where they may stand, if that is known."""
    defined = {definition.short.start for definition in definitions}
    found = []
    for at in places_of(text, letters) if places is None else places:
        end = at + len(letters)
        stop = end + 1 if text[end : end + 1] == "s" else end
        before, after = text[at - 1 : at], text[stop : stop + 1]
        if at not in defined and not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_"):
            found.append(Span(at, end))
    return tuple(found)
