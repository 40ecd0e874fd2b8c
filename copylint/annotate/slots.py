"""Slots: what words are in their clause, a noun or a predicate, judged by the words on both sides alone."""

from __future__ import annotations

from copylint.annotate.compounds import COUNTS, NOUN_LEADS, PARTICLES
from copylint.annotate.forms import FUNCTION_WORDS
from copylint.annotate.hyphens import HYPHENS, is_content
from copylint.annotate.verbs import IRREGULAR
from copylint.annotate.word_places import following_word, preceding_word
from copylint.document import Document, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NOUN, PREDICATE = "noun", "predicate"

# Before these a noun phrase begins, and no clause. (That, these, her and other may have a verb behind them.)
_LEADS = (NOUN_LEADS | COUNTS) - frozenset("that this these those some any each her other own first last next".split())
_BE = frozenset("am are be been being is was were".split())
_VERBS = _BE | frozenset(
    "can could did do does had has have may might must never shall should still will would".split()
)
_PREPOSITIONS = frozenset(
    "after against among at because before between by during for from if in into of on over since than that though "
    "under until when where while which who with".split()
)
_ADVERBS = frozenset("again already also as but here however now there today to too".split())
_STOPS = ".!?;)"


def slot(document: Document, span: Span, parts: Sequence[str], *, is_open: bool) -> str:
    """NOUN if the words at a place are the noun of a phrase ("the cease fire was"), PREDICATE if they stand behind a
    form of "be" ("is well known to"), and "" if no noun is known to be missing behind them, or they may be a verb."""
    start, end = span
    if tuple(parts) == ("no", "one"):
        return NOUN if not is_open or _is_pronoun(following_word(document, end)) else ""
    before = preceding_word(document, start)
    if before is None:
        return ""
    following = following_word(document, end)
    if before in _BE:
        if parts[0] in COUNTS or parts[0][0].isdigit() or parts[-1] in PARTICLES:
            return ""
        if following is None:
            return PREDICATE if _stops(document.text, end) else ""
        return PREDICATE if following in _ADVERBS or following in _PREPOSITIONS else ""
    if before not in _LEADS:
        return ""
    if following is None:
        # A comma behind a hyphenated word may part two adjectives: a long-term, costly plan.
        return NOUN if _stops(document.text, end, "," if is_open else "") else ""
    if following in _VERBS:
        return NOUN
    if following in _PREPOSITIONS:  # a walk in from the cold
        return "" if parts[-1] in PARTICLES else NOUN
    if following in IRREGULAR or (following.endswith("ed") and len(following) > 4):
        after = end + 1 + len(following)
        if document.text[after : after + 1] in tuple(HYPHENS):
            return ""  # a compound before its noun: one-year fixed-rate bonds
        return "" if is_content(following_word(document, after)) else NOUN
    return ""


def _is_pronoun(following: str | None) -> bool:
    """Whether the word behind "no one" shows that these are nobody, and not "no one man"."""
    if following is None or following in FUNCTION_WORDS:
        return following != "of"
    return following in IRREGULAR or following.endswith(("ed", "s"))


def _stops(text: str, end: int, others: str = "") -> bool:
    """Whether a clause ends behind the word that ends at a place."""
    mark = text[end : end + 1]
    return not mark or mark in _STOPS or mark in others or text[end : end + 2] == "\n\n"
