"""Parts and wholes: which figures of a sentence are said to make up which other figure. Nothing is judged here."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.classes import (
    CLASSES,
    STAFF,
    broken_down,
    classes_listed,
    dealt_out,
    more_of_them,
    some_of,
    split_up,
)
from copylint.annotate.figures import percent_signs
from copylint.annotate.number_words import number_places
from copylint.annotate.quantities import Sum, quantities_in
from copylint.annotate.sentences import sentence_at
from copylint.annotate.shares import shares
from copylint.annotate.totals import apposed, others_left, remainders, totals
from copylint.annotate.words import flowed, flowed_folded, marks, token_set
from copylint.document import Document, Span, reading
from copylint.expressions import expression, places_of
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 600  # code points of a sentence that is read
_FEWEST = {"classes": 2, "of": 2, "among": 2, "shares": 0}  # numbers that a sentence needs for a sum of a kind
_FEWEST_OF_MOST = 3  # that it needs for any other
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
_PAIRED = 70  # code points between the beginnings of two numbers that a colon or a dash parts
_NUMBER_BEFORE = 16  # code points from the beginning of a number to that of its phrase
_AROUND = 46  # code points before a number, and behind one, in which its phrase stands
_TO_COMMA = 8  # code points from a comma to the number behind it: ", with $"
# What stands before a remainder.
_REST = (
    ("remaining", "remaining "), ("other", "the other "), ("rest", "the rest, "), ("leaving", ", leaving "),
    ("last", "and the last "), ("final", "and the final "),
)  # fmt: skip
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
    numbers = number_places(document)
    for sentence, wanted in sorted(_candidates(document).items()):
        said = bisect_left(numbers, sentence.end) - bisect_left(numbers, sentence.start)
        reads = [read for read in wanted if said >= _FEWEST.get(read, _FEWEST_OF_MOST)]
        if not reads:
            continue
        if "shares" in reads:
            for one in shares(document, text, sentence):
                found.setdefault((one.whole.span, one.parts[-1].span), one)
        counts = [
            one._replace(kind="count") if one.kind == "points" else one
            for one in quantities_in(document, sentence)
            if one.kind in ("count", "money", "points") and not one.year and not one.joined
        ]
        for read in sorted(filter(_READERS.__contains__, reads)):
            for one in _READERS[read](document, text, sentence, counts):
                found.setdefault((one.whole.span, one.parts[-1].span), one)
    return tuple(found[key] for key in sorted(found))


def _candidates(document: Document) -> dict[Span, set[str]]:
    """The sentences that have the words of a sum beside a number, and the readers that they are for. Numbers are fewer
    than the words: what stands near them is searched, not the article."""
    stand = token_set(document)
    found: dict[Span, set[str]] = {}
    _mark_shares(document, found)
    numbers = number_places(document)
    if not numbers:
        return found
    near = _near(document, numbers)
    classes = stand & CLASSES
    if len(classes) > 1:  # with one class there is nothing to add up
        for word in classes:
            _mark_before(document, near, f" {word}", "classes", found)
    for word in stand & STAFF:
        _mark_before(document, near, f" {word}, ", "classes", found)
    for word in _INCLUDING:
        if word in stand:
            _mark_behind(document, near, f"{word} ", "classes", found)
    for word, phrase in _TOTALLING:
        if word in stand:
            _mark_before(document, near, phrase, "total", found)
    for word, phrase in _TOTALLED:
        if word in stand:
            _mark_behind(document, near, phrase, "total", found)
    for word, phrase in _REST:
        if word in stand:
            _mark_rest(document, near, phrase, found)
    if "seats" in stand or "votes" in stand or "medals" in stand:
        for phrase in (" of them ", " of which "):
            _mark_before(document, near, phrase, "split", found)
    if "them" in stand or "whom" in stand:
        for phrase in (" of them", " of whom"):
            _mark_before(document, near, phrase, "among", found)
        _mark_behind(document, near, "of whom ", "among", found)
    _mark_led(document, near, found)
    if not marks(document).isdisjoint(_BREAKS):
        _mark_broken(document, numbers, found)
    return found


class _Near(NamedTuple):
    """The places of the numbers of a text, and what stands before each and behind, in as many code points for each:
    most phrases stand in neither, so that one search of it is all that they take."""

    numbers: list[int]
    before: str
    behind: str


def _near(document: Document, numbers: list[int]) -> _Near:
    text = flowed_folded(document)
    before = [text[at - _AROUND if at > _AROUND else 0 : at] for at in numbers]
    behind = [text[at : at + _AROUND] for at in numbers]
    if numbers[0] < _AROUND:
        before = [one.rjust(_AROUND) for one in before]
    if numbers[-1] > len(text) - _AROUND:
        behind = [one.ljust(_AROUND) for one in behind]
    return _Near(numbers, "".join(before), "".join(behind))


def _places_near(numbers: list[int], near: str, first: int, phrase: str) -> Iterator[int]:
    """Where a phrase stands near the numbers, each place once. first: from which code point on behind a number."""
    reached = -1
    for index, offset in [divmod(at, _AROUND) for at in places_of(near, phrase)]:
        place = numbers[index] + first + offset
        if place > reached and offset + len(phrase) <= _AROUND:
            yield place
            reached = place


def _places_behind(near: _Near, phrase: str) -> Iterable[int]:
    """Where a phrase stands behind a number."""
    return _places_near(near.numbers, near.behind, 0, phrase) if phrase in near.behind else ()


def _places_before(near: _Near, phrase: str) -> Iterable[int]:
    """Where a phrase stands before a number."""
    return _places_near(near.numbers, near.before, -_AROUND, phrase) if phrase in near.before else ()


def _mark_before(document: Document, near: _Near, phrase: str, read: str, found: dict[Span, set[str]]) -> None:
    """Marks the sentences with a phrase that has a number within two words before it."""
    text = flowed_folded(document)
    for at in _places_behind(near, phrase):
        inside = text[at + len(phrase) - 1 : at + len(phrase) + 1].isalpha()  # of a longer word
        lead = text[at - _NUMBER_BEFORE if at > _NUMBER_BEFORE else 0 : at]
        if not inside and any(map(_is_number, lead.split()[-2:])):
            _put(document, at + 1, read, found)


def _mark_behind(document: Document, near: _Near, phrase: str, read: str, found: dict[Span, set[str]]) -> None:
    """Marks the sentences with a phrase that has a number within two words behind it."""
    text = flowed_folded(document)
    for at in _places_before(near, phrase):
        end = at + len(phrase)
        if any(map(_is_number, text[end : end + 18].split()[:2])):
            _put(document, at + 1, read, found)


def _mark_broken(document: Document, numbers: list[int], found: dict[Span, set[str]]) -> None:
    """Marks the sentences with a colon or a dash between two numbers: "18 ferries: 11 here and nine there"."""
    text = flowed_folded(document)
    for first, second in zip(numbers, numbers[1:], strict=False):  # noqa: RUF007 - `pairwise` makes a tuple for each
        if second - first > _PAIRED:
            continue
        between = text[first:second]
        for at in [first + at for mark in _BREAKS.intersection(between) for at in places_of(between, mark)]:
            if not text[at - 1 : at].isdigit() or text[at + 1 : at + 2] == " ":  # no clock, no range
                behind = text[at + 1 : at + 20].split()[:1]
                if behind and _is_number(behind[0]) and any(map(_is_number, text[max(0, at - 44) : at].split()[-4:])):
                    _put(document, at + 1, "spread", found)


def _is_number(word: str) -> bool:
    return word[0] in _DIGITS or word.strip(",.(").partition("-")[0] in _NUMBERS


def _mark_rest(document: Document, near: _Near, phrase: str, found: dict[Span, set[str]]) -> None:
    """ "the remaining £600,000" of one sentence; "31 of the 44 were found. The other 15 were not", of two."""
    text = flowed_folded(document)
    for at in _places_before(near, phrase):
        said = text[at + len(phrase) : at + len(phrase) + 24].split()[:2]
        if not said or not (_is_number(said[0]) or (said[0] == "some" and _is_number(said[-1]))):
            continue
        last = sentence_at(document, at + 1)
        if last is None or last.end - last.start >= _LONGEST:
            continue
        found.setdefault(last, set()).add("others" if phrase == ", leaving " else "rest")
        if phrase not in ("remaining ", "the other "):
            continue
        start = last.start
        if at - start < 5 and start > 1 and text[start - 1] == " ":
            before = sentence_at(document, start - 2)
            start = before.start if before is not None and before.end - before.start < _LONGEST else start
        found.setdefault(Span(start, last.end), set()).add("others")


def _mark_led(document: Document, near: _Near, found: dict[Span, set[str]]) -> None:
    """Marks the sentences with numbers that one of these leads to: "nine of the eight"; "Of the 40 jobs"; the comma of
    "31 goals, 19 in Ayr and 10 in Hull"; the "and" of "two in Ayr and one in Hull"."""
    text, written = flowed_folded(document), flowed(document)
    if "Of " in written:
        for match in _OPENING_OF.finditer(written):
            _put(document, match.start(), "dealt", found)
    for at in _places_before(near, "of "):
        if written[at] == "o" and text[at - 1] == " " and _OF_NUMBER.match(text, at):
            before = text[max(0, at - 13) : at].split()
            if before and (before[-1][-1].isdigit() or before[-1] in _NUMBERS):
                _put(document, at, "of", found)
    for number in near.numbers:
        comma = text.rfind(", ", number - _TO_COMMA if number > _TO_COMMA else 0, number)
        if comma >= 0:
            first = _APPOSED.match(text, comma)
            if first and _APPOSED_LAST.search(text, first.end(), first.end() + _LONGEST // 2):
                _put(document, comma, "apposed", found)
    for phrase in ("one in ", "one from "):
        for at in _places_behind(near, phrase):
            if text.endswith(" and ", 0, at):
                _put(document, at - 1, "classes", found)


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
    "among": more_of_them,
    "dealt": dealt_out,
    "total": totals,
    "rest": remainders,
    "split": split_up,
    "spread": broken_down,
    "apposed": apposed,
}
