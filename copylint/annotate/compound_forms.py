"""Forms of a compound in a text: hyphenated, closed, and side by side where that is comparable."""

from __future__ import annotations

from itertools import compress, count

from copylint.annotate.age_compounds import OLD, UNITS, is_age
from copylint.annotate.compounds import (
    CLOSED,
    CLOSED_ENDS,
    COUNTS,
    LAST_WORDS,
    NO_FIRST_WORDS,
    OF_SELF,
    OPEN,
    is_agent,
    is_noun_pair,
    may_be_compound,
    may_be_noun,
    may_be_verb,
)
from copylint.annotate.forms import is_title_case, stem
from copylint.annotate.hyphens import Compound, clash, is_content, no_line_ends
from copylint.annotate.slots import NOUN, slot
from copylint.annotate.word_places import (
    begins_word,
    following_word,
    has_word,
    is_long,
    occurrences,
    places,
    preceding_word,
    runs,
    stands_at,
    word_at,
)
from copylint.annotate.words import flowed_folded, folded, in_order, token_set, vocabulary, words
from copylint.document import Document, Span
from copylint.memo import lru_cache
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence, Set

    Found = Mapping[str, Sequence[Compound]]  # the hyphenated compounds of a text by their keys


_MOST_PARTS = 4
_MOST_KNOWN = 50_000  # compounds whose key is kept
_SCALES = frozenset("hundred thousand million billion trillion dozen mln bln mn bn pct".split())
_NO_LAST_PARTS = frozenset("s er ers ed ish".split())  # the key would be that of the first part alone
_LETTER_OF_ITS_OWN = ("adding", "added")  # the key would lose it: re-adding is no reading
_PLACES = frozenset("after by down off on out over under up".split())


class Form(NamedTuple):
    """A form of a compound.

    key: what all its forms share. slot: what it is in its clause (`annotate.slots`). is_pair: whether it is two nouns,
    which are comparable with the closed word whatever follows.
    """

    key: str
    shape: str
    span: Span
    slot: str = ""
    is_pair: bool = False


def hyphenated(document: Document) -> dict[str, list[Compound]]:
    """The compounds that may have other forms, by their keys."""
    found: dict[str, list[Compound]] = {}
    for compound in no_line_ends(document):
        if compound.parts[0].isdigit() and document.text[compound.start - 1 : compound.start] in (",", "."):
            continue  # the end of a figure: "3,000-winners"
        key = _key(compound.parts)
        if key and not (compound.parts[-1] in UNITS and following_word(document, compound.end) in OLD):
            found.setdefault(key, []).append(compound)
    return found


@lru_cache(_MOST_KNOWN)
def _key(parts: tuple[str, ...]) -> str:
    """What the forms of a compound share; "" if it can have none, or another rule judges it."""
    head = parts[0]
    if len(parts) > _MOST_PARTS or (head.endswith("ly") and len(head) > 4):  # ly-adverb's
        return ""
    if clash(parts) is not None or is_age(parts):  # mixed-prefix's and broken-age's
        return ""
    if parts[-1] in _NO_LAST_PARTS and len(parts) == 2 and len(head) > 1:  # iGPT-S and iGPT; polo-er and polo
        return ""
    if parts[-1] in _LETTER_OF_ITS_OWN:
        return ""
    if head == "self" and parts[1] in OF_SELF and len(parts) == 2:  # lost-hyphen's
        return ""
    if len(parts) > 2 and all(len(part) == 1 for part in parts):  # spelt out: P-R-Q-L
        return ""
    if not (head[0].isalpha() or parts[1][0].isalpha() or any(part[0].isalpha() for part in parts[2:])):
        return ""
    return stem("".join(parts))


def closed_forms(document: Document, found: Found) -> list[Form]:
    """Words that have the key of a compound."""
    forms: list[Form] = []
    for key, at in _beginnings(document, found):
        text = folded(document)
        if begins_word(text, at):
            word = word_at(text, at)
            if stem(word) == key:
                _add_closed(document, key, found[key], at, word, forms)
    return forms


def _beginnings(document: Document, found: Found) -> list[tuple[str, int]]:
    """Where a word may begin that has one of the keys, and which."""
    if is_long(document):
        heads = {key[:3] for key in found}
        return [
            (key, at)
            for run, starts in runs(document).items()
            if run[:3] in heads and (key := stem(run)) in found
            for at in starts
        ]
    text = flowed_folded(document)
    beginnings = []
    for key in found:
        # All of a key but its last letter begins every word that has it.
        head = (key if len(key) < 4 else key[:-1]).replace("’", "'")
        at = text.find(head)
        while at >= 0:
            beginnings.append((key, at))
            at = text.find(head, at + 1)
    return beginnings


def _standing(document: Document, sought: Collection[str]) -> Iterator[tuple[int, str]]:
    """Where each of the folded words stands that are sought, or of the pairs of words with a space between them."""
    for phrase in sought:
        yield from [(at, phrase) for at in places(document, phrase)]


def _add_closed(
    document: Document, key: str, compounds: Sequence[Compound], start: int, word: str, forms: list[Form]
) -> None:
    # The word may be a part of the compound itself, or another that only a silent letter parts: no-one at noon.
    if any(compound.start <= start < compound.end or "".join(compound.parts) == word + "e" for compound in compounds):
        return
    span = Span(start, start + len(word))
    forms.append(Form(key, CLOSED, span, slot(document, span, (word,), is_open=False)))


def open_forms(document: Document, found: Found) -> list[Form]:
    """Words side by side that are one word elsewhere: with a hyphen, in either number, where the two are comparable
    (before a noun, or where they are one; whether the compound stands there too is for the judge), or closed, where
    nothing in the document hyphenates them; with the latter, the closed words."""
    forms: list[Form] = []
    present = token_set(document)
    sought: dict[str, tuple[tuple[str, ...], str]] = {}
    for key, compounds in found.items():
        for compound in compounds:
            for pair, there in _parted(compound.parts):
                if pair not in sought and (there[1] in present or not there[1].isalnum()):
                    sought[pair] = there, key
    for there, key in sought.values():
        for start in occurrences(document, " ".join(there).replace("’", "'")):
            _add_open(document, start, there, key, forms)
    elsewhere = _closed_elsewhere(document).difference(sought)
    if elsewhere:
        _add_closed_elsewhere(document, elsewhere, found, forms)
    return forms


def _add_closed_elsewhere(document: Document, pairs: Set[str], found: Found, forms: list[Form]) -> None:
    """Adds the pairs of words that stand closed elsewhere, and these closed words."""
    closed: dict[str, str] = {}
    for start, pair in _standing(document, pairs):
        head, tail = there = tuple(pair.split())
        joined = head + tail
        key = stem(joined)
        as_one = [word for word in (joined, joined + "s", joined.removesuffix("s")) if has_word(document, word)]
        span = Span(start, start + len(pair))
        if not as_one or key in found or not _is_free(document.text, span):
            continue
        before = preceding_word(document, start)
        is_pair = is_noun_pair(there, before)
        does = slot(document, span, there, is_open=True)
        if not (may_be_noun(head) if does == NOUN else head in _PLACES):
            does = ""
        may_lead = is_agent(there) or is_content(following_word(document, span.end))
        if is_pair or does or (may_lead and not may_be_verb(there, before)):
            forms.append(Form(key, OPEN, span, does, is_pair))
            closed.update(dict.fromkeys(as_one, key))
    for start, word in _standing(document, closed):
        _add_closed(document, closed[word], (), start, word, forms)


def _closed_elsewhere(document: Document) -> set[str]:
    """The pairs of tokens side by side of which the second may end a compound, and which are one token elsewhere, in
    either number: web site and web sites beside website. What stands between the two is not looked at."""
    present = token_set(document)
    heads = in_order(document)
    tails = heads[1:]
    beside = set(compress(zip(heads, tails, strict=False), map(CLOSED_ENDS.__contains__, tails)))
    return {f"{head} {tail}" for head, tail in beside if head not in NO_FIRST_WORDS and _is_one_of(present, head, tail)}


def _is_one_of(present: Set[str], head: str, tail: str) -> bool:
    """Whether two words stand there as one, in either number."""
    joined = head + tail.removesuffix("s")
    return joined + "s" in present or (joined[-1] != "s" and joined in present)


@lru_cache(_MOST_KNOWN)
def _parted(parts: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A compound as words side by side, each time with its first two; and if the second is the last, with that one in
    the other number (but for a number: a 24-hour day)."""
    head, second, *rest = parts
    seconds = [second]
    if not rest and head not in COUNTS and not head[0].isdigit():
        if second[-1] == "s":
            seconds.append(second[:-3] + "y" if second[-3:] == "ies" else second[:-1])
        else:
            seconds.append(second[:-1] + "ies" if second[-1] == "y" else second + "s")
    return tuple([(f"{head} {word}", (head, word, *rest)) for word in seconds])


def _add_open(document: Document, start: int, there: tuple[str, ...], key: str, forms: list[Form]) -> None:
    phrase = " ".join(there)
    span = Span(start, start + len(phrase))
    if not stands_at(folded(document), start, phrase) or not _is_free(document.text, span):
        return
    following = following_word(document, span.end)
    if there[-1] in UNITS and following in OLD:  # broken-age's
        return
    may_lead = (is_content(following) or is_agent(there)) and there[:2] != ("no", "one")
    may_be_name = is_title_case(document.text[start : span.end].replace(" ", "-"))
    if may_lead and not may_be_name and may_be_verb(there, preceding_word(document, start)):
        return
    does = slot(document, span, there, is_open=True)
    if may_lead or does or may_be_name:
        forms.append(Form(key, OPEN, span, does))


def likely_forms(document: Document, done: Set[str]) -> Iterator[Form]:
    """What may be a compound without its hyphen, judged by its first or last part alone: another file may hyphenate it.

    done: the keys that have been looked for already.
    """
    starts, ends, said = words(document)
    likely = {word: key for word in vocabulary(document) if may_be_compound(word) and (key := stem(word)) not in done}
    for index in compress(count(), map(likely.__contains__, said)):
        yield Form(likely[said[index]], CLOSED, Span(starts[index], ends[index]))
    for index, word in enumerate(said):
        if (word in LAST_WORDS or (index and said[index - 1] in COUNTS)) and index and word.isalpha():
            head = said[index - 1]
            key = stem(head + word)
            span = Span(starts[index - 1], ends[index])
            if (
                key not in done
                and not (head in COUNTS and (word in _SCALES or word[-1] == "s" or not is_content(word)))
                and (head in COUNTS or (is_content(head) and not head.endswith("ly")))
                and (is_content(following_word(document, span.end)) or is_agent((head, word)))
                and not may_be_verb((head, word), preceding_word(document, span.start))
                and document.text[ends[index - 1] : starts[index]] in (" ", "\n")
                and _is_free(document.text, span)
            ):
                yield Form(key, OPEN, span)


def _is_free(text: str, span: Span) -> bool:
    """Whether no hyphen joins the words at a place to a longer compound."""
    return text[span.start - 1 : span.start] != "-" and text[span.end : span.end + 1] != "-"
