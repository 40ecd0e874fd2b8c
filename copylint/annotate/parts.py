"""Parts and wholes: which figures of a sentence are said to make up which other figure. Nothing is judged here."""

from __future__ import annotations

from copylint.annotate.classes import CLASSES, STAFF, classes_listed, dealt_out, some_of, split_up
from copylint.annotate.quantities import Sum, quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.shares import shares
from copylint.annotate.totals import others_left, remainders, totals
from copylint.annotate.words import flowed, flowed_folded, shape, token_pairs, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression

_LONGEST = 600  # code points of a sentence that is read
_INCLUDING = ("including", "whom", "comprising", "consisting", "comprises", "includes", "seriously", "slightly")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
)
# Words that stand beside a total or a remainder, with what makes them one.
_TOTALLING = {
    "all": ("in all",), "total": ("a total of", "in total"), "altogether": ("altogether",),
    "remaining": ("the remaining", "remaining "), "other": ("the other ",), "rest": ("the rest, ",),
}  # fmt: skip

_NUMBERED_OF = frozenset((number, "of") for number in _NUMBERS)
_OF = (("the", " of the "), ("its", " of its "), ("their", " of their "), ("his", " of his "), ("her", " of her "),
       ("those", " of those "))  # fmt: skip
_ORDER = frozenset(("other", "first", "remaining"))
_OTHERS = expression(
    r"the (?:other|remaining) (?:[0-9]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)


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
    text = flowed_folded(document)
    stand = token_set(document)
    found: dict[Span, set[str]] = {}
    classes = stand & CLASSES
    if len(classes) > 1:  # with one class there is nothing to add up
        for word in sorted(classes):
            _mark(document, text, f" {word}", "classes", found, before=True)
    for word in sorted(stand & STAFF):
        _mark(document, text, f" {word}, ", "classes", found, before=True)
    for word in _INCLUDING:
        if word in stand:
            _mark(document, text, f"{word} ", "classes", found, before=False)
    for word, phrases in _TOTALLING.items():
        if word in stand:
            for phrase in phrases:
                read = "total" if word in ("all", "total", "altogether") else "rest"
                _mark(document, text, phrase, read, found, before=phrase in ("in all", "altogether"))
                if phrase == "in total":
                    _mark(document, text, phrase, read, found, before=True)
    if "seats" in stand or "votes" in stand or "medals" in stand:
        for phrase in (" of them ", " of which "):
            _mark(document, text, phrase, "split", found, before=True)
    if ("other" in stand or "remaining" in stand) and "of" in stand:
        _mark_others(document, text, found)
    if "%" in text or "percent" in stand or "cent" in stand:
        _mark_shares(document, text, found)
    if "of" in stand:
        _mark_of(document, text, stand, found)
    return found


def _mark(document: Document, text: str, phrase: str, read: str, found: dict[Span, set[str]], *, before: bool) -> None:
    at = text.find(phrase)
    size = len(phrase)
    while at >= 0:
        near = text[max(0, at - 16) : at].split()[-2:] if before else text[at + size : at + size + 18].split()[:2]
        if any(word[0] in "0123456789$£€" or word.strip(",.(").split("-")[0] in _NUMBERS for word in near):
            sentence = sentence_at(document, at + 1)
            if sentence is not None and sentence.end - sentence.start < _LONGEST:
                found.setdefault(sentence, set()).add(read)
        at = text.find(phrase, at + size)


def _mark_of(document: Document, text: str, stand: frozenset[str], found: dict[Span, set[str]]) -> None:
    """ "nine of the eight", and sentences that open with "Of the 40 jobs"."""
    # A look at all places where "of the" stands costs more than to ask whether a number stands before any.
    numbered = not token_pairs(document).isdisjoint(_NUMBERED_OF) or "0 aa aaa" in shape(document)
    for word, phrase in _OF if numbered else ():
        at = text.find(phrase) if word in stand else -1
        while at >= 0:
            end = at + len(phrase)
            before = text[max(0, at - 12) : at].split()
            if before and (before[-1][-1].isdigit() or before[-1] in _NUMBERS) and _number_at(text, end):
                _put(document, at + 1, {"of"}, found)
            at = text.find(phrase, end)
    for opening in (". of ", "\nof ", "” of ", '" of ') if "Of " in document.text else ():
        at = text.find(opening)
        while at >= 0:
            _put(document, at + len(opening) - 3, {"dealt", "rest"}, found)
            at = text.find(opening, at + 1)
    if text.startswith("of "):
        _put(document, 0, {"dealt", "rest"}, found)


def _number_at(text: str, at: int) -> bool:
    near = text[at : at + 24].split()[:2]
    if len(near) > 1 and near[0] in _ORDER:
        near = near[1:]
    return bool(near) and (near[0][0] in "0123456789$£€" or near[0].split("-")[0] in _NUMBERS)


def _put(document: Document, at: int, reads: set[str], found: dict[Span, set[str]]) -> None:
    sentence = sentence_at(document, at)
    if sentence is not None and sentence.end - sentence.start < _LONGEST:
        found.setdefault(sentence, set()).update(reads)


def _mark_others(document: Document, text: str, found: dict[Span, set[str]]) -> None:
    """ "31 of the 44 were found. The other 15 were not": the two sentences together, or the one."""
    if not any(phrase in text for phrase in ("the other ", "the remaining ")):
        return
    for match in _OTHERS.finditer(text):
        last = sentence_at(document, match.start())
        if last is None or last.end - last.start > _LONGEST:
            continue
        start = last.start
        if match.start() - start < 5 and start > 1 and text[start - 1] == " ":
            before = sentence_at(document, start - 2)
            start = before.start if before is not None and before.end - before.start < _LONGEST else start
        found.setdefault(Span(start, last.end), set()).add("others")


def _mark_shares(document: Document, text: str, found: dict[Span, set[str]]) -> None:
    """Sentences with two or more percentages."""
    counts: dict[Span, int] = {}
    places = []
    for sign in ("%", "per cent", "percent"):
        at = text.find(sign)
        while at >= 0:
            places.append(at)
            at = text.find(sign, at + 1)
    places.sort()
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
}
