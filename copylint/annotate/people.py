"""People: what stands beside their names, and who bears one.

What is read here is where a name stands and what stands beside it; whether two names are one is for a rule to judge.
"""

from __future__ import annotations

from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression
from copylint.memo import cache

_POSSESSIVE = ("'s", "’s")
_MARKS = ".,;:()'\"“”‘’"  # that may stand at a word
_INITIAL = expression(r"(?:^|[ .])[A-Z]\.$")

COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr prof professor rev father sister brother".split())
TITLES = COURTESY | frozenset(
    "president premier chancellor king queen prince princess minister senator sen representative rep congressman "
    "congresswoman governor gov mayor judge justice general gen colonel col captain capt lieutenant lt major maj "
    "sergeant sgt admiral bishop archbishop cardinal pope chairman chairwoman chief commissioner inspector detective "
    "officer coach secretary ambassador analyst spokesman spokeswoman director professor doctor attorney lawyer sheik "
    "sheikh ayatollah councillor councilman councilwoman deputy speaker striker midfielder defender goalkeeper actor "
    "actress singer author writer economist dealer trader insp supt superintendent det cllr alderman cmdr brig "
    "brigadier sheriff taoiseach".split()
)

NOT_PEOPLE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "sept october november december the in on at of it he she they this that but and by for from when while after no "
    "page chapter room flight route channel article section figure table level phase week day group".split()
)


def begins_sentence(document: Document, offset: int) -> bool:
    """True if what stands at an offset is the first word of a sentence, a block or a quotation."""
    block = document.block_at(offset)
    start = block.span.start if block is not None else 0
    before = document.text[max(start, offset - 8) : offset].rstrip()
    stripped = before.rstrip("\"'“”‘’(«[*_")
    if not stripped:
        return True
    if len(stripped) < len(before) and before[len(stripped) :].strip("(")[:1] in "\"“‘«'":
        return True
    if stripped[-1] == "." and (_INITIAL.search(stripped) or stripped.split()[-1].rstrip(".").lower() in TITLES):
        return False  # "John M. Doe", "Mr. Doe"
    return stripped[-1] in ".!?:;…•–—"


def in_heading(document: Document, offset: int) -> bool:
    """True if an offset of the text lies in a heading, or in no block."""
    block = document.block_at(offset)
    return block is None or block.kind in ("heading", "headline")


def in_prose(document: Document, offset: int, form: str) -> bool:
    """True if words in lower case stand near a form: no table, no list."""
    text = document.text
    near = text[max(0, offset - 40) : offset].split()[-3:] + text[offset + len(form) : offset + 60].split()[:4]
    return any(word.strip(_MARKS).isalpha() and word.islower() for word in near)


def stands_as_name(document: Document, offset: int, form: str) -> bool:
    """True if a form with a capital stands where only names have one."""
    return (
        not in_heading(document, offset)
        and not begins_sentence(document, offset)
        and not _amid_capitals(document, offset)
        and in_prose(document, offset, form)
    )


def _amid_capitals(document: Document, offset: int) -> bool:
    """True if most words around have a capital too: a title, a list of names, a line of a table."""
    text = document.text
    before = text[max(0, offset - 40) : offset].split()[-4:] if offset else []
    words = [word for word in before + text[offset : offset + 60].split()[1:5] if word[:1].isalpha()]
    return len(words) >= 4 and all(word[0].isupper() or len(word) < 4 for word in words)


def neighbours(document: Document, offset: int, word: str) -> tuple[str, str]:
    """The capitalised words next to a name, before and after it, across an initial or a particle; "" for none."""
    text = document.text
    before = _WORD_BEFORE.search(text, max(0, offset - 40), offset)
    after = _WORD_AFTER.match(text, offset + len(word))
    left = before.group(1) if before else ""
    if before is not None and ((before.group(2) and left.lower() not in TITLES) or left.endswith(_POSSESSIVE)):
        left = ""  # the end of a sentence, "Canada's Doe"
    right = after.group(1) if after else ""
    return left, right[:-2] if right.endswith(_POSSESSIVE) else right


_PARTICLE = (
    r"(?:(?:[A-Z]\.[ ]?){1,3}|(?:(?:de|del|della|la|le|van|von|der|den|ter|di|da|dos|du|al|el|bin|ibn|ben)[ ]){1,2}"
    r"|(?:al|el|ul|as|ad|bin)-)?"
)
_WORD_BEFORE = expression(r"([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’-][^\W\d_]+)*)(\.?)[ \n\u00a0]" + _PARTICLE + "$")
_WORD_AFTER = expression(r"[ \n\u00a0]" + _PARTICLE + r"([A-ZÀ-ÖØ-ÞĀ-Ž](?:['’][A-Z])?[^\W\d_]+(?:['’-][^\W\d_]+)*)")


_MOST_PLACES = 200  # places of one name that are looked at


def bearers(document: Document, word: str) -> set[tuple[str, str]]:
    """The names beside a word in the article: {("jane", "doe")} for Doe, both before and after it."""
    return document.reading((bearers, word), lambda: _bearers(document, word))


def _bearers(document: Document, word: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    low = plain(word)
    text = flowed(document)
    at = text.find(word)
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            before, after = neighbours(document, at, word)
            if len(before) > 1 and plain(before) not in TITLES and before.lower() not in NOT_PEOPLE:
                found.add((plain(before), low))
            elif after and not before and after.lower() not in NOT_PEOPLE:
                found.add((low, plain(after)))
        at = text.find(word, end)
    return found


@cache
def plain(word: str) -> str:
    """A name without accents and apostrophes, in lower case: Erdoğan and Erdogan are one spelling here."""
    low = word.lower().replace("’", "'").replace("‑", "-")
    if low.isascii():
        return low
    import unicodedata

    stripped = "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))
    return stripped.translate(_LETTERS)


_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
