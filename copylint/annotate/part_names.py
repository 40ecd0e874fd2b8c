"""Names that stand whole, and elsewhere in part or with other capitals: Ellis-Woodford, Ellis; MacArthur, Macarthur."""

from __future__ import annotations

from copylint.annotate.known_names import COMMON_WORDS, KnownNames
from copylint.annotate.near_names import double_barrelled, places
from copylint.annotate.people import COURTESY, TITLES, in_heading, in_prose, neighbours, plain, stands_as_name
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.values import NamedTuple


class Half(NamedTuple):
    """A double-barrelled surname, where it stands first, one half of it, and where that stands for it."""

    whole: str
    at: int
    half: str
    start: int


def halves(document: Document, known: KnownNames) -> list[Half]:
    """The halves of double-barrelled surnames that stand alone behind the title of who bears the whole: "Dr Miriam
    Ellis-Woodford", and then "Dr Ellis", where nobody else is introduced who bears the half."""
    found = []
    for whole in double_barrelled(document):
        stand = places(document, whole)
        bearer = {plain(neighbours(document, start, whole)[0]) for start in stand}
        if bearer.isdisjoint(COURTESY) and not any(word in known.given for word in bearer):
            continue
        for half in whole.split("-"):
            start = _alone(document, half, bearer & COURTESY)
            if start is not None and start > stand[0]:
                found.append(Half(whole, stand[0], half, start))
    return found


def _alone(document: Document, half: str, courtesy: set[str]) -> int | None:
    """Where a half first stands for the whole, or None if it stands for somebody else, or nowhere."""
    text = flowed(document)
    stand = [start for start in places(document, half) if text[start - 1 : start] not in ("-", "‑")]
    titles = {plain(neighbours(document, start, half)[0]) for start in stand}
    names = {neighbours(document, start, half)[1] for start in stand}
    if not stand or names != {""} or not titles <= TITLES or len(titles) > 1:
        return None
    if titles <= COURTESY and courtesy and not titles <= courtesy:
        return None
    return stand[0]


def is_cased(document: Document, first: str, second: str) -> bool:
    """True if two forms that differ in a capital within are both names, and no headline gives one its capitals. first:
    the one that has more of them."""
    return _is_name(document, first) and _is_told(document, second)


def _is_name(document: Document, form: str) -> bool:
    return any(stands_as_name(document, start, form) for start in places(document, form))


def _is_told(document: Document, form: str) -> bool:
    """True for a form of the story: a sentence may begin with it, but no headline has its capitals of it."""
    stand = [start for start in places(document, form) if not in_heading(document, start)]
    return any(in_prose(document, start, form) for start in stand) and plain(form) not in COMMON_WORDS
