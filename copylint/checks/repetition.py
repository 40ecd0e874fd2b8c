"""Repetition: the same word, sentence or paragraph twice."""

from __future__ import annotations

from bisect import bisect_left

from copylint.annotate.repeats import PHRASE, STRETCH, WORD, doubled, echoes, repeated_stretches, words_around
from copylint.annotate.sentences import sentence_at, sentences
from copylint.annotate.words import flowed_folded
from copylint.checks.existence import known
from copylint.document import Document, Span, reading
from copylint.expressions import expression
from copylint.rule import Evidence, Gate, Kind, Match, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_TIME = expression(r" (?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter|season)\b")
# Who speaks, in a transcript.
_SPEAKER = expression(r"(?!CORR|CLAR|UPDATE|NOTE|EDITOR)(?:[QA](?::|[ \u00a0]{2})|(?:[A-Z]{2,}\.? )*[A-Z][A-Z'’-]+:)")
_ANSWER = 25  # words of what a speaker may say twice
_FINISHED = expression(r"[.!?][\"'”’)\]]*$")
_MOST = 1000  # different words that stand twice running; what has more is a list
_NEAR = 100  # code points
_GAP = expression(r"(?<=[\w,%/-])  +(?=\S)")  # no sentence ends before it
_NAMED = expression(r"\b(?:[Ww]ords|[Tt]erms|[Cc]onjunctions) (?:like|such as)(?: [^\W_]+,?){0,3} $")
_GRADE = expression(r"(?<!\w)[A-D]{1,3} $")
_WHATEVER = expression(r"\b(?:[Ww]hatever|[Ww]hoever) $")
_BE = expression(r"\b(?:[Ii]s|[Aa]re|[Ww]as|[Ww]ere) $")
_ASKED = expression(r"\b(?:[Aa]ll|[Ww]hat|[Ww]hatever|[Ww]ho|[Hh]ow|[Ww]here|[Ww]hy)(?: [\w'’-]+){1,4} $")
_ENGLISH = ("ed", "ing", "ly", "tion", "sion", "ment", "ness", "ity", "ies", "able", "ible", "ers", "ism", "ists")
_GLOSS = expression(r"[\"”’'] \([^()]*$")
_FEW = 5  # stretches of text that stand twice, whose sentences are read one by one
_REFRAINS = {"sentence": 2, "paragraph": 3}  # copies; what stands more often may be a refrain
_BETWEEN = 4  # sentences or paragraphs from one copy to the next of one slip
_SECTIONS = 2  # headings between two copies
_LONG = 7  # words of a sentence, of which some stretch is long enough to be looked for by itself
_JOINTS = ("-", "\u2010", "\u2011")
UNITS = ("word", "sentence", "paragraph")


class RepetitionOptions(NamedTuple):
    """unit: word, sentence or paragraph. exceptions: words that may stand twice running, folded.

    after: a word -> the words, or pairs of words, after which it may stand twice ("came in in May").
    certain: words that never stand twice with a meaning; their cure is safe.
    words: the fewest words of a sentence or paragraph that counts.
    """

    unit: str = "word"
    exceptions: frozenset[str] = frozenset()
    after: Mapping[str, frozenset[str]] = {}  # never changed
    certain: frozenset[str] = frozenset()
    words: int = 8


class Repetition:
    """Yields two equal words that only white space parts, or each later copy of a sentence or paragraph, with
    the first as evidence."""

    def __call__(self, document: Document, options: RepetitionOptions) -> Iterator[Match]:
        if options.unit == "word":
            return _doubled_words(document, options)
        return _repeated(document, options)


def _doubled_words(document: Document, options: RepetitionOptions) -> Iterator[Match]:
    text = document.text
    phrases = [phrase for phrase in echoes(document) if phrase[0][0].isalpha()]
    # Two tokens or more that stand twice may be a word with apostrophes.
    for place in sorted({at for phrase in sorted(phrases)[:_MOST] for at in doubled(document, "'".join(phrase))}):
        starts, ends, folded = words_around(document, place)
        index = bisect_left(starts, place)
        word = "".join(folded[index : index + 1])
        if starts[index : index + 1] != [place] or folded[index + 1 : index + 2] != [word]:
            continue  # the end of a word: "in" of "again in"
        first, second = Span(starts[index], ends[index]), Span(starts[index + 1], ends[index + 1])
        between = text[first.end : second.start]
        if len(between) not in (1, 2) or not between.isspace() or between == "\n\n" or word in options.exceptions:
            continue
        if not word[0].isalpha() or (len(word) == 1 and word not in "ai"):
            continue
        if text[first.start - 1 : first.start] in _JOINTS or text[second.end : second.end + 1] in _JOINTS:
            continue  # half of a compound: "log-in in"
        if word in folded[max(index - 1, 0) : index] or word in folded[index + 2 : index + 3]:
            if word not in options.certain or word in folded[max(index - 1, 0) : index]:
                continue  # three times is meant, or was told
            last = index + 2
            while folded[last : last + 1] == [word]:
                last += 1
            if not text[first.start : ends[last - 1]].replace(" ", "").replace("\n", "").isalpha():
                continue
            second = Span(starts[last - 1], ends[last - 1])
        before = options.after.get(word)
        if before and index and not before.isdisjoint((folded[index - 1], " ".join(folded[index - 2 : index]))):
            continue
        if _is_name(document, first, second) or _is_meant(document, first, second, word in options.certain):
            continue
        if text[first.end] == "\n" and text[max(first.start - 1, 0) : first.start] in ("", "\n"):
            continue  # a label, on a line of its own
        yield Match(
            Span(first.start, second.end),
            suggestions=(text[first.start : first.end],),
            safe=True if word in options.certain else None,
        )


def _is_name(document: Document, first: Span, second: Span) -> bool:
    """Whether a doubled word may be a name: "Duran Duran", "Gorilla gorilla", "the The" of a title."""
    text = document.text
    once, again = text[first.start : first.end], text[second.start : second.end]
    if once == again:
        if not once[0].isupper() or once == "I":
            return False
        around = text[max(first.start - _NEAR, 0) : second.end + _NEAR].rpartition("\n\n")[2]
        return not around.isupper()
    if once[0].islower() or (len(again) > 1 and again.isupper()):
        return True  # "the The", "The THE list"
    sentence = sentence_at(document, first.start)  # a capital that no sentence asks for is a name's
    return sentence is None or text[sentence.start : first.start].strip("\"'“‘([") != ""


def _is_meant(document: Document, first: Span, second: Span, certain: bool) -> bool:
    """Whether both words may be meant: heads of columns, words that are spoken of, a rating, a gloss, a question, a
    clause that ends where the next begins, a word of another language or made by saying it twice."""
    text = document.text
    line = Span(text.rfind("\n", 0, first.start) + 1, text.find("\n", second.end) % (len(text) + 1))
    word = text[first.start : first.end]
    before = text[max(line.start, first.start - _NEAR) : first.start]
    after = text[second.end : min(line.end, second.end + _NEAR)]
    if _NAMED.search(before) or (word == "this" and _TIME.match(after)):
        return True  # "they spoke of this this morning"
    if certain:
        return False
    gaps = len(_GAP.findall(f"{before}|")) + len(_GAP.findall(f"{word}{after}")) + (second.start - first.end > 1)
    if gaps > 1 or (gaps and (before[-2:] == "  " or after[:2] == "  ")):
        return True  # the heads of columns: "Level  Price  Price  Oats"
    if word in ("plus", "minus"):
        return _GRADE.search(before) is not None  # a rating: "A plus plus"
    if _BE.search(before) and after[:1] == "?":
        return True  # "is content content?"
    if word in ("is", "was"):
        return _ASKED.search(before) is not None  # "what the plan is is a secret"
    if word.endswith("s") and _WHATEVER.search(before) is not None:
        return True  # "whatever happens happens"
    if not word.endswith(_ENGLISH) and not _is_common(word.lower()):
        return True  # "nasi goreng goreng", "boda boda", "matchy matchy"
    # "ATM machine" (automated teller machine machine): the bracket spells out what stands before it.
    return after[:1] == ")" and _GLOSS.search(before) is not None


def _is_common(word: str) -> bool:
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    return word in COMMON_WORDS


def _repeated(document: Document, options: RepetitionOptions) -> Iterator[Match]:
    """Repeated sentences or paragraphs of the running text. A heading or a pull quote may repeat it."""
    if options.words >= _LONG and not _any_sentence_twice(document):
        return
    text = flowed_folded(document)
    if options.unit == "sentence":
        shortest = 2 * options.words - 1  # words of one letter and the spaces between them
        every = [text[start:end] for start, end in sentences(document) if end - start >= shortest]
        if len(set(every)) == len(every):
            return
    spans = [block.span for block in document.blocks if block.kind == "paragraph"]
    if options.unit == "sentence":
        spans = _sentences_of(document, spans, text)
    keys = [text[start:end] for start, end in spans]
    if len(set(keys)) == len(keys):
        return
    from collections import Counter  # seldom needed

    from copylint.checks.copies import (
        are_items,
        differ,
        in_one_speech,
        is_formula,
        is_log,
        is_pulled,
        is_refrain,
        is_standing,
        says_of_another,
    )

    many = Counter(keys)
    headings = [block.span.start for block in document.blocks if block.kind == "heading"]
    first: dict[str, int] = {}
    copies: list[list[tuple[int, int]]] = []  # runs of copies in a row, which one slip made
    for number, (key, span) in enumerate(zip(keys, spans, strict=True)):
        # What leads in to something, or is no sentence, may be said again: "The winners were:".
        words = key.count(" ") + 1
        if words < options.words or key in options.exceptions or not _FINISHED.search(key[-8:]):
            continue
        if words < _ANSWER and _SPEAKER.match(document.text, span.start):
            continue  # an answer may be given twice: "Q  Thank you, Mr President."
        original = first.setdefault(key, number)
        earlier = spans[original]
        if original == number or bisect_left(headings, span.start) - bisect_left(headings, earlier.end) >= _SECTIONS:
            continue  # what the sections of a handbook say each is no copy
        if options.unit == "paragraph" and is_standing(document, earlier) and is_standing(document, span):
            continue
        if is_pulled(document, earlier, span) or differ(document, earlier, span):
            continue
        if options.unit == "paragraph" and key.endswith("?") and ". " not in key and number > original + 1:
            continue  # what an interviewer asks each of several people
        if are_items(document, earlier, span):
            continue
        if many[key] > _REFRAINS[options.unit] and is_refrain(keys, original, number):
            continue
        if options.unit == "sentence" and (
            is_formula(text, keys, spans, original, number)
            or in_one_speech(document, earlier, span)
            or says_of_another(document, keys, spans, original, number)
        ):
            continue
        last_original, last = copies[-1][-1] if copies else (0, 0)
        # As far behind its first copy as the one before: what stands between the two is the same, or too short to tell.
        if copies and number - original == last - last_original and number - last <= _BETWEEN:
            copies[-1].append((original, number))
        else:
            copies.append([(original, number)])
    if copies and is_log(document, text):
        return
    for run in copies:
        evidence = [Evidence(spans[original], "first") for original, _ in run]
        evidence.extend(Evidence(spans[number], "again") for _, number in run[1:])
        yield Match(spans[run[0][1]], tuple(evidence))


@reading
def _any_sentence_twice(document: Document) -> bool:
    """Whether a sentence may stand twice: of two paragraphs or sentences that read the same, those sentences do in
    which a stretch of text stands twice."""
    stretches = repeated_stretches(document)
    if len(stretches) > _FEW:
        return True  # to read all sentences costs less
    text = flowed_folded(document)
    seen: dict[str, Span] = {}
    for stretch in stretches:
        literal = stretch.decode("utf-8", "ignore")  # at either end part of a character may be left
        at = text.find(literal) if literal else -1
        while at >= 0:
            sentence = sentence_at(document, at)
            if sentence is not None and seen.setdefault(text[sentence.start : sentence.end], sentence) != sentence:
                return True
            at = text.find(literal, at + len(literal))
    return False


def _sentences_of(document: Document, paragraphs: list[Span], text: str) -> list[Span]:
    """The sentences of the paragraphs, but of equal paragraphs those of the first only.

    The repeated paragraph is one fault by itself.
    """
    seen: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        key = text[paragraph.start : paragraph.end]
        if key not in seen:
            seen.add(key)
            kept.append(paragraph)
    found = []
    at = 0
    for sentence in sentences(document):
        while at < len(kept) and kept[at].end <= sentence.start:
            at += 1
        if at == len(kept):
            break
        if kept[at].start <= sentence.start:
            found.append(sentence)
    return found


def _read(table: Mapping[str, Any]) -> RepetitionOptions:
    known(table, RepetitionOptions._fields)
    unit = table.get("unit", "word")
    if unit not in UNITS:
        raise OptionError(("unit",), f"'unit' must be one of {', '.join(UNITS)}")
    fewest = table.get("words", 8)
    if not isinstance(fewest, int) or isinstance(fewest, bool) or fewest < 1:
        raise OptionError(("words",), "'words' must be a whole number from 1")
    after = table.get("after", {})
    if not isinstance(after, dict):
        raise OptionError(("after",), "'after' must be a table of a word = the words before it")
    return RepetitionOptions(
        unit,
        _words(table.get("exceptions", []), "exceptions"),
        {word: _words(before, "after", word) for word, before in after.items()},
        _words(table.get("certain", []), "certain"),
        fewest,
    )


def _words(value: object, *key: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise OptionError(key, f"'{key[-1]}' must be a list of strings")
    return frozenset(item.lower() for item in value)


def _gate(options: RepetitionOptions) -> Gate | None:
    if options.unit == "word":
        return Gate(repeats=(WORD, PHRASE))
    return Gate(repeats=(STRETCH,)) if options.words >= _LONG else None


KIND = Kind("repetition", "the same word, sentence or paragraph twice", Repetition(), RepetitionOptions, _read, _gate)
