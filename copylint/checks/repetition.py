"""Repetition: the same word, sentence or paragraph twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from operator import eq
from typing import Any, NamedTuple

from copylint.annotate.sentences import sentences
from copylint.annotate.words import flowed_folded, tokens, words
from copylint.checks.existence import known
from copylint.document import Document, Span
from copylint.rule import Evidence, Kind, Match, OptionError

UNITS = ("word", "sentence", "paragraph")


class RepetitionOptions(NamedTuple):
    """unit: word, sentence or paragraph. exceptions: words that may stand twice running, folded. words: the fewest
    words of a sentence or paragraph that counts."""

    unit: str = "word"
    exceptions: frozenset[str] = frozenset()
    words: int = 8


class Repetition:
    """Yields the second of two equal words that only white space parts, or each later copy of a sentence or paragraph
    with the first as evidence."""

    def __call__(self, document: Document, options: RepetitionOptions) -> Iterator[Match]:
        if options.unit == "word":
            return _doubled_words(document, options)
        return _repeated(document, options)


def _doubled_words(document: Document, options: RepetitionOptions) -> Iterator[Match]:
    row = tokens(document)
    if not any(map(eq, row, islice(row, 1, None))):
        return
    starts, ends, folded = words(document)
    text = document.text
    for index in [index for index in range(len(folded) - 1) if folded[index] == folded[index + 1]]:
        first, second = Span(starts[index], ends[index]), Span(starts[index + 1], ends[index + 1])
        between = text[first.end : second.start]
        if not between or not between.isspace() or "\n\n" in between or folded[index] in options.exceptions:
            continue
        once = text[first.start : first.end]
        if once != text[second.start : second.end] and once[:1].islower():
            continue  # "the The" of a title
        if not folded[index][0].isalpha() or (len(folded[index]) == 1 and folded[index] not in "ai"):
            continue
        yield Match(Span(first.start, second.end), suggestions=(once,))


def _repeated(document: Document, options: RepetitionOptions) -> Iterator[Match]:
    text = flowed_folded(document)
    spans = sentences(document) if options.unit == "sentence" else [block.span for block in document.blocks]
    whole = set()
    if options.unit == "sentence":  # a paragraph that is one sentence is a paragraph's business
        whole = {block.span for block in document.blocks}
    first: dict[str, Span] = {}
    for span in spans:
        key = text[span.start : span.end].strip()
        if key in options.exceptions or key.count(" ") + 1 < options.words or span in whole:
            continue
        earlier = first.setdefault(key, span)
        if earlier is not span:
            yield Match(span, (Evidence(earlier, "first"),))


def _read(table: Mapping[str, Any]) -> RepetitionOptions:
    known(table, ("unit", "exceptions", "words"))
    unit = table.get("unit", "word")
    if unit not in UNITS:
        raise OptionError(("unit",), f"'unit' must be one of {', '.join(UNITS)}")
    exceptions = table.get("exceptions", [])
    if not isinstance(exceptions, list) or not all(isinstance(item, str) for item in exceptions):
        raise OptionError(("exceptions",), "'exceptions' must be a list of strings")
    fewest = table.get("words", 8)
    if not isinstance(fewest, int) or isinstance(fewest, bool) or fewest < 1:
        raise OptionError(("words",), "'words' must be a whole number from 1")
    return RepetitionOptions(unit, frozenset(item.lower() for item in exceptions), fewest)


KIND = Kind("repetition", "the same word, sentence or paragraph twice", Repetition(), RepetitionOptions, _read)
