"""Parts and wholes: which figures of a sentence are said to make up which other figure. Nothing is judged here."""

from __future__ import annotations

from copylint.annotate.classes import CLASSES, STAFF, broken_down, classes_listed, dealt_out, some_of, split_up
from copylint.annotate.figures import percent_signs
from copylint.annotate.quantities import Sum, quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.shares import shares
from copylint.annotate.totals import apposed, others_left, remainders, totals
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, flowed_folded, marks, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

_LONGEST = 600  # code points of a sentence that is read
_INCLUDING = ("including", "whom", "comprising", "consisting", "comprises", "includes", "seriously", "slightly")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
)
_DIGITS = frozenset("0123456789$£€")
# Words that stand beside a total, with what makes it one.
_TOTALLING = (("all", "in all"), ("altogether", "altogether"), ("total", "in total"))
_TOTALLED = (("total", "a total of"), ("total", "in total"))
_BREAKS = frozenset(":–—")
# What stands before a remainder.
_REST = (("remaining", "remaining "), ("other", "the other "), ("rest", "the rest, "))
_NUMBER = rf"(?:[0-9$£€]|(?:{'|'.join(sorted(_NUMBERS))})\b)"
# What both begin with is literal, and quickly found.
_OF_NUMBER = expression(rf"of (?:the|its|their|his|her|those) (?:(?:other|first|remaining) )?{_NUMBER}")
_APPOSING = " (?:going |due |given |spent |paid |allocated )?(?:in|on|at|from|to|under|against) "
_APPOSED = expression(
    rf", (?:with )?(?:[0-9$£€][0-9$£€.,]*(?: [mb]illion|m|bn)?|{'|'.join(sorted(_NUMBERS))}){_APPOSING}"
)
_APPOSED_LAST = expression(rf" and {_NUMBER}")
_OPENING_OF = expression(rf"Of (?:(?:the|its|their|his|her|those|a total of) )?(?:{_NUMBER}|[A-Z]{{0,2}}[$£€¥₹]|an? )")


@reading
def sums(document: Document) -> tuple[Sum, ...]:
    """The wholes that are printed with their parts, in text order."""
    found: dict[tuple[Span, Span], Sum] = {}
    text = flowed(document)
    for sentence, reads in sorted(_candidates(document).items()):
        if "shares" in reads:
            for one in shares(document, text, sentence):
                found.setdefault((one.whole.span, one.parts[-1].span), one)
        counts = [
            one._replace(kind="count") if one.kind == "points" else one
            for one in quantities_in(document, sentence)
            if one.kind in ("count", "money", "points") and not one.year and not one.joined
        ]
        for read in sorted(reads - {"shares"}):
            for one in _READERS[read](document, text, sentence, counts):
                found.setdefault((one.whole.span, one.parts[-1].span), one)
    return tuple(found[key] for key in sorted(found))


def _candidates(document: Document) -> dict[Span, set[str]]:
    """The sentences that have the words of a sum beside a number, and the readers that they are for."""
    stand = token_set(document)
    found: dict[Span, set[str]] = {}
    classes = stand & CLASSES
    if len(classes) > 1:  # with one class there is nothing to add up
        for word in classes:
            _mark_before(document, f" {word}", "classes", found)
    for word in stand & STAFF:
        _mark_before(document, f" {word}, ", "classes", found)
    if "one" in stand:
        text = flowed_folded(document)
        for at in occurrences(document, " and one "):  # "two in Ayr and one in Hull"
            if text.startswith(("in ", "from "), at + len(" and one ")):
                _put(document, at + 1, "classes", found)
    for word in _INCLUDING:
        if word in stand:
            _mark_behind(document, f"{word} ", "classes", found)
    for word, phrase in _TOTALLING:
        if word in stand:
            _mark_before(document, phrase, "total", found)
    for word, phrase in _TOTALLED:
        if word in stand:
            _mark_behind(document, phrase, "total", found)
    for word, phrase in _REST:
        if word in stand:
            _mark_rest(document, phrase, found)
    if "seats" in stand or "votes" in stand or "medals" in stand:
        for phrase in (" of them ", " of which "):
            _mark_before(document, phrase, "split", found)
    if "and" in stand:
        _mark_apposed(document, found)
    _mark_shares(document, found)
    if "of" in stand:
        _mark_of(document, found)
    for mark in marks(document) & _BREAKS:
        _mark_broken(document, mark, found)
    return found


def _mark_before(document: Document, phrase: str, read: str, found: dict[Span, set[str]]) -> None:
    """Marks the sentences with a phrase that has a number within two words before it."""
    text = flowed_folded(document)
    for at in occurrences(document, phrase):
        inside = text[at + len(phrase) - 1 : at + len(phrase) + 1].isalpha()  # of a longer word
        if not inside and any(map(_is_number, text[at - 16 if at > 16 else 0 : at].split()[-2:])):
            _put(document, at + 1, read, found)


def _mark_behind(document: Document, phrase: str, read: str, found: dict[Span, set[str]]) -> None:
    """Marks the sentences with a phrase that has a number within two words behind it."""
    text = flowed_folded(document)
    for at in occurrences(document, phrase):
        end = at + len(phrase)
        if any(map(_is_number, text[end : end + 18].split()[:2])):
            _put(document, at + 1, read, found)


def _mark_broken(document: Document, mark: str, found: dict[Span, set[str]]) -> None:
    """Marks the sentences with a colon or a dash between two numbers: "18 ferries: 11 here and nine there"."""
    text = flowed_folded(document)
    at = text.find(mark)
    while at >= 0:
        if not text[at - 1 : at].isdigit() or text[at + 1 : at + 2] == " ":  # no clock, no range
            behind = text[at + 1 : at + 20].split()[:1]
            if behind and _is_number(behind[0]) and any(map(_is_number, text[max(0, at - 44) : at].split()[-4:])):
                _put(document, at + 1, "spread", found)
        at = text.find(mark, at + 1)


def _is_number(word: str) -> bool:
    return word[0] in _DIGITS or word.strip(",.(").partition("-")[0] in _NUMBERS


def _mark_rest(document: Document, phrase: str, found: dict[Span, set[str]]) -> None:
    """ "the remaining £600,000" of one sentence; "31 of the 44 were found. The other 15 were not", of two."""
    text = flowed_folded(document)
    for at in occurrences(document, phrase):
        near = text[at + len(phrase) : at + len(phrase) + 24].split()[:2]
        if not near or not (_is_number(near[0]) or (near[0] == "some" and _is_number(near[-1]))):
            continue
        last = sentence_at(document, at + 1)
        if last is None or last.end - last.start >= _LONGEST:
            continue
        found.setdefault(last, set()).add("rest")
        if phrase == "the rest, ":
            continue
        start = last.start
        if at - start < 5 and start > 1 and text[start - 1] == " ":
            before = sentence_at(document, start - 2)
            start = before.start if before is not None and before.end - before.start < _LONGEST else start
        found.setdefault(Span(start, last.end), set()).add("others")


def _mark_of(document: Document, found: dict[Span, set[str]]) -> None:
    """ "nine of the eight", and sentences that open with "Of the 40 jobs"."""
    text, written = flowed_folded(document), flowed(document)
    for match in _OPENING_OF.finditer(written):
        _put(document, match.start(), "dealt", found)
    for match in _OF_NUMBER.finditer(text):
        at = match.start()
        if written[at] == "o" and text[at - 1] == " ":
            before = text[max(0, at - 13) : at].split()
            if before and (before[-1][-1].isdigit() or before[-1] in _NUMBERS):
                _put(document, at, "of", found)


def _mark_apposed(document: Document, found: dict[Span, set[str]]) -> None:
    """Marks the sentences that go on behind a comma with numbers of places or times: "19 in Ayr and 10 in Hull"."""
    text = flowed_folded(document)
    for match in _APPOSED.finditer(text):
        if _APPOSED_LAST.search(text, match.end(), match.end() + _LONGEST // 2) is not None:
            _put(document, match.start(), "apposed", found)


def _put(document: Document, at: int, read: str, found: dict[Span, set[str]]) -> None:
    sentence = sentence_at(document, at)
    if sentence is not None and sentence.end - sentence.start < _LONGEST:
        found.setdefault(sentence, set()).add(read)


def _mark_shares(document: Document, found: dict[Span, set[str]]) -> None:
    """Sentences with two or more percentages."""
    signs = percent_signs(document)
    if len(signs) < 2:
        return
    text = flowed_folded(document)
    places = [start for start, end in signs if text[start:end] != "pct"]
    counts: dict[Span, int] = {}
    for before, at, after in zip((-_LONGEST, *places), places, (*places[1:], len(text) + _LONGEST), strict=False):
        if min(at - before, after - at) < _LONGEST:
            sentence = sentence_at(document, at)
            if sentence is not None and sentence.end - sentence.start < _LONGEST:
                counts[sentence] = counts.get(sentence, 0) + 1
    for sentence, count in counts.items():
        if count > 1:
            found.setdefault(sentence, set()).add("shares")


_READERS = {
    "others": others_left,
    "classes": classes_listed,
    "of": some_of,
    "dealt": dealt_out,
    "total": totals,
    "rest": remainders,
    "split": split_up,
    "spread": broken_down,
    "apposed": apposed,
}
