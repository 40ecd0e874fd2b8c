"""Two sentences that say the same, but for a "not"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable

from copylint.annotate.quotations import is_quoted
from copylint.annotate.sentences import sentence_at
from copylint.annotate.words import Words, flowed_folded, token_set, words
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

_NEGATIONS = frozenset("not never no cannot without nor neither".split())
_EMPTY = frozenset(
    "the a an of to in on at by for with from and or as is are was were be been being has have had do does did will "
    "would "
    "could can may might should shall it its that this these those he she they his her their he said says it also "
    "than then "
    "there any ever yet".split()
)
_AUXILIARIES = "do does did wo would ca could is are was were has have had should must".split()
_IDLE = _EMPTY | _NEGATIONS | frozenset(f"{verb}n{mark}t" for verb in _AUXILIARIES for mark in "'’")
_MOST = 200  # negated sentences, and sentences that are compared with one: an article has fewer
_FEWEST = 4  # content words that a sentence needs to be compared
_LABEL = 30  # code points in which a label stands: "Progress: none was made", the same in each part of a report
_MARKERS = {"not": " not ", "never": " never ", "no": " no ", "cannot": " cannot ", "t": "n't "}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    stand = token_set(document)
    markers = [_MARKERS[word] for word in _MARKERS if word in stand]
    if not markers:
        return
    text = flowed_folded(document)
    all_words = words(document)
    counts: Counter[str] | None = None
    negated: dict[int, Span] = {}
    recurring: list[Span] = []
    for marker in markers:
        at = text.find(marker)
        while at >= 0:
            if not _goes_on_alike(text, at + len(marker)):
                at = text.find(marker, at + 1)
                continue
            counts = counts or Counter(all_words.folded)
            if _stands_elsewhere(all_words, counts, bisect_right(all_words.starts, at + len(marker) - 2) - 1):
                sentence = sentence_at(document, at + 1)
                if sentence is not None and sentence.start not in negated:
                    negated[sentence.start] = sentence
                    if ":" not in text[sentence.start : sentence.start + _LABEL] and _recurs(
                        all_words, counts, sentence
                    ):
                        recurring.append(sentence)
            at = text.find(marker, at + 1)
    if not recurring or counts is None:
        return
    read: dict[int, frozenset[str]] = {}
    for first in sorted(recurring)[:_MOST]:
        content = _content(document, first, read)
        if len(content) < _FEWEST or not 0 < _negations(document, first) < 2:
            continue
        longest = sorted(content, key=lambda word: (len(word), word))
        other_long = longest[-3:]
        rarest = _rarest(all_words, counts, first)
        at = text.find(rarest)
        for _ in range(_MOST):
            if at < 0:
                break
            second = sentence_at(document, at)
            at = text.find(rarest, second.end if second is not None and second.end > at else at + 1)
            if second is None or second == first or second.start in negated:
                continue
            if sum(text.find(word, second.start, second.end) < 0 for word in other_long) > len(content) // 7:
                continue
            other = _content(document, second, read)
            if _negations(document, second) or not _nearly(content, other):
                continue
            if not is_quoted(document, first) and not is_quoted(document, second):
                later, earlier = (first, second) if first > second else (second, first)
                yield Match(
                    later,
                    (Evidence(earlier, "the opposite"),),
                    slots={},
                )
                break


def _rarest(found: Words, counts: Counter[str], sentence: Span) -> str:
    """The word of a sentence that stands elsewhere least often."""
    first, last = bisect_left(found.starts, sentence.start), bisect_left(found.starts, sentence.end)
    telling = [word for word in found.folded[first:last] if word not in _IDLE and counts[word] > 1]
    return min(telling, key=lambda word: (counts[word], -len(word), word))


def _goes_on_alike(text: str, at: int) -> bool:
    """True if the two words after the verb stand together elsewhere too: few negations get past this."""
    following = text[at : at + 60].split(" ", 3)
    if len(following) < 4 or not (following[1].isalnum() and following[0].isalnum()):
        return True
    pair = f" {following[1]} {following[2].rstrip('.,;:')}"
    first = text.find(pair)
    return first != text.rfind(pair)


def _stands_elsewhere(found: Words, counts: Counter[str], index: int) -> bool:
    """True if most words beside a negation (but for the verb, which takes another form) stand elsewhere too."""
    beside = (*found.folded[max(0, index - 3) : index], *found.folded[index + 2 : index + 6])
    return sum(counts[word] < 2 for word in beside) < 4


def _recurs(found: Words, counts: Counter[str], sentence: Span) -> bool:
    """True if nearly all words of a sentence stand elsewhere too: without them no sentence is like it."""
    first, last = bisect_left(found.starts, sentence.start), bisect_left(found.starts, sentence.end)
    if last - first > 300:
        return False
    telling = [word for word in found.folded[first:last] if word not in _IDLE]
    left = 1 + min(2, len(telling) // 7)  # the verb, which takes another form, and a word in a long sentence
    for word in telling:
        if counts[word] < 2:
            left -= 1
            if left < 0:
                return False
    return len(telling) >= _FEWEST


def _nearly(first: frozenset[str], second: frozenset[str]) -> bool:
    """True if almost all words are shared: none apart in short sentences, one in long ones, and no name or figure."""
    apart = first ^ second
    if len(apart) > max(0, min(2, len(first) // 7)):
        return False
    return not any(word[:1].isdigit() for word in apart)


def _content(document: Document, sentence: Span, read: dict[int, frozenset[str]]) -> frozenset[str]:
    """The words of a sentence that say something, each without its ending."""
    if sentence.start not in read:
        starts, _, folded = words(document)
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        read[sentence.start] = frozenset(
            _base(word)
            for word in folded[first:last]
            if word not in _EMPTY and word not in _NEGATIONS and "'" not in word and "’" not in word
        )
    return read[sentence.start]


def _negations(document: Document, sentence: Span) -> int:
    starts, _, folded = words(document)
    first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    return sum(_negative(word) for word in folded[first:last])


def _negative(word: str) -> bool:
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def _base(word: str) -> str:
    """A word without the ending that "did not" takes from its verb."""
    for ending in ("ing", "ed", "es", "s", "d", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word


RULE = Rule(
    summary="Two sentences that say the same, but for a 'not'.",
    why="One of the two was changed in the edit and the other was not.",
    message="'{match}': the story says the opposite elsewhere.",
    check=check,
    quotations="skip",
    gate=Gate(texts=(" not ", "n't ", " never ", " no ", " cannot ")),
    examples=(
        Example(
            bad="<evidence>The council approved the plan for the harbour bridge on Monday.</evidence> Work may "
            "start soon. "
            "<mark>The council did not approve the plan for the harbour bridge on Monday.</mark>",
        ),
        Example(
            bad="<evidence>The ferry to the northern islands will not run during the winter storms.</evidence> "
            "Fares are up. "
            "<mark>The ferry to the northern islands will run during the winter storms.</mark>",
        ),
        Example(
            bad="<evidence>The bridge will open to traffic in June.</evidence> Cars pay. <mark>The bridge will not "
            "open to traffic in "
            "June.</mark>",
        ),
        Example(
            good="The law does not apply to firms with fewer than 50 staff. The law applies to firms with more than "
            "50 staff.",
        ),
        Example(
            good="The council approved the plan for the bridge. The council did not approve the plan for the tunnel.",
        ),
        Example(good="He did not go. He went."),
        Example(
            good="Progress: The harbour team has made progress on this goal since spring.\n\nProgress: The harbour "
            "team has not made "
            "progress on this goal since spring.",
            why="Two parts of a report.",
        ),
    ),
)
