"""The usual readability scores of an article: textstat's formulas over copylint's sentences, words and syllables.

textstat takes a text and counts for itself. It counts sentences 39% too high on news, and its syllables come from a
dictionary that nltk downloads at run time, or from hyphenation patterns that change from release to release. So while
it works here it is given copylint's counts, and afterwards has its own again. That needs no network, ever, and gives
the same score everywhere. The package is the extra `readability`, and is imported when a score is first asked for.
"""

from __future__ import annotations

import re
from contextlib import contextmanager

from copylint.annotate.quotations import quoted_spans
from copylint.annotate.sentences import sentences
from copylint.document import Document, Span, reading
from copylint.memo import cache
from copylint.readability.syllables import syllables
from copylint.rule import Unavailable, told
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

EXTRA = "pip install 'copylint[readability]'"
PROSE = frozenset(("paragraph", "quote", "item", "standfirst"))
"""The blocks that are read as running text; headlines, captions and tables are not sentences in a row."""

_LABEL_WORDS = 15
_FEWEST_WORDS = 5  # of a sentence whose own score says something
_TO_FULL_WIDTH = 0xFEE0
# textstat takes hyphens out of a word and keeps the apostrophe of these endings only.
_APOSTROPHE = r"'(?!t|s|d|ve|ll|re)"


class Passage(NamedTuple):
    """A sentence as it is scored: its span, and the spans of its words, which are parted by spaces and dashes."""

    span: Span
    words: tuple[Span, ...]


class Scores(NamedTuple):
    """grade: Flesch-Kincaid grade. ease: Flesch reading ease. fog: Gunning. smog: SMOG index. ari: automated
    readability index. coleman_liau: Coleman-Liau index. dale_chall: Dale-Chall score. lix: LIX."""

    grade: float
    ease: float
    fog: float
    smog: float
    ari: float
    coleman_liau: float
    dale_chall: float
    lix: float


@reading
def passages(document: Document) -> tuple[Passage, ...]:
    """The sentences of the running text, each with at least one word."""
    text = document.text
    found = []
    blocks = iter([block for block in document.blocks if block.kind in PROSE])
    block = next(blocks, None)
    for span in sentences(document):
        while block is not None and block.span.end <= span.start:
            block = next(blocks, None)
        if block is None:
            break
        if span.start < block.span.start:
            continue
        words = tuple(
            Span(match.start(), match.end())
            for match in _token().finditer(text, span.start, span.end)
            if _letter().search(match.group())
        )
        if words and not _is_label(text, span, block.span, len(words)):
            found.append(Passage(span, words))
    return tuple(found)


def _is_label(text: str, span: Span, block: Span, words: int) -> bool:
    """Whether a line of its own is a headline, a byline or a label, which plain text does not mark: it is short,
    and no stop ends it."""
    alone = not text[block.start : span.start].strip() and not text[span.end : block.end].strip()
    return alone and words <= _LABEL_WORDS and not _stop().search(text, max(span.end - 4, span.start), span.end)


def unquoted(document: Document, kept: Iterable[Passage]) -> tuple[Passage, ...]:
    """The sentences that are not mostly quoted speech: at most half of their words are quoted."""
    quoted = quoted_spans(document)
    return tuple(one for one in kept if 2 * quoted_words(quoted, one) <= len(one.words))


def quoted_words(quoted: tuple[Span, ...], passage: Passage) -> int:
    """How many words of a sentence are quoted."""
    near = [span for span in quoted if span.overlaps(passage.span)]
    return sum(any(span.overlaps(word) for span in near) for word in passage.words) if near else 0


def scores(document: Document, chosen: Iterable[Passage]) -> Scores | None:
    """The scores of sentences of an English document together; None for no sentence. Raises Unavailable."""
    feed = _Feed(document.text, chosen)
    if not feed.sentences:
        return None
    textstat = _textstat()
    with _counting(feed):
        return Scores(
            textstat.flesch_kincaid_grade(feed.text),
            textstat.flesch_reading_ease(feed.text),
            textstat.gunning_fog(feed.text),
            textstat.smog_index(feed.text),
            textstat.automated_readability_index(feed.text),
            textstat.coleman_liau_index(feed.text),
            textstat.dale_chall_readability_score(feed.text),
            textstat.lix(feed.text),
        )


def grade(document: Document, chosen: Iterable[Passage]) -> float | None:
    """The Flesch-Kincaid grade of sentences together; None for no sentence. Raises Unavailable."""
    return _together(document, chosen, "flesch_kincaid_grade")


def ease(document: Document, chosen: Iterable[Passage]) -> float | None:
    """The Flesch reading ease of sentences together; None for no sentence. Raises Unavailable."""
    return _together(document, chosen, "flesch_reading_ease")


def _together(document: Document, chosen: Iterable[Passage], formula: str) -> float | None:
    feed = _Feed(document.text, chosen)
    if not feed.sentences:
        return None
    textstat = _textstat()
    with _counting(feed):
        value: float = getattr(textstat, formula)(feed.text)
    return value


class Hard(NamedTuple):
    """A sentence with its own grade and ease."""

    passage: Passage
    grade: float
    ease: float


def hardest(document: Document, chosen: Iterable[Passage], most: int) -> tuple[Hard, ...]:
    """The sentences with the highest grade of their own, the hardest first; of equals, the first. A sentence of
    very few words is hard only where there is no other."""
    text = document.text
    found = []
    chosen = tuple(chosen)
    for passage in [one for one in chosen if len(one.words) >= _FEWEST_WORDS] or chosen:
        length = len(passage.words)
        spoken = sum(syllables(text[word.start : word.end]) for word in passage.words) / length
        # The two formulas for one sentence.
        own = Hard(
            passage,
            0.39 * length + 11.8 * spoken - 15.59,
            206.835 - 1.015 * length - 84.6 * spoken,
        )
        found.append(own)
    found.sort(key=_hardest_first)
    return tuple(found[:most])


def _hardest_first(one: Hard) -> tuple[float, Span]:
    return (-one.grade, one.passage.span)


def usable() -> None:
    """Raises Unavailable if textstat is missing or one that copylint does not know."""
    _patched()


def version() -> str:
    """The version of textstat. Raises Unavailable."""
    return ".".join(str(part) for part in _textstat_package().__version__)


class _Feed:
    """Sentences as textstat is to read them: a line each, without punctuation; and the syllables of every word."""

    def __init__(self, text: str, chosen: Iterable[Passage]) -> None:
        self.syllables: dict[str, int] = {}
        self.sentences = 0
        lines = []
        for passage in chosen:
            words = [self._word(text[span.start : span.end]) for span in passage.words]
            lines.append(" ".join(word for word in words if word) + ".\n")
            self.sentences += 1
        self.text = "".join(lines)

    def _word(self, written: str) -> str:
        # As textstat spells it when it looks it up, so that the counts here are found there.
        word = _punctuation().sub("", _odd_apostrophe().sub("", written.replace("’", "'")))
        if word:
            count = syllables(written)
            if self.syllables.setdefault(word.lower(), count) != count and word[0].isascii():
                # "U.S." beside "us": two words that textstat takes for one are told apart by a wide letter.
                word = chr(ord(word[0]) + _TO_FULL_WIDTH) + word[1:]
                self.syllables[word.lower()] = count
        return word


class _Pronunciations:
    """What textstat takes for cmudict: a word -> its pronunciations, of which it counts the phones with a figure."""

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts

    def __getitem__(self, word: str) -> list[list[str]]:
        count = self._counts.get(word)
        return [["0"] * (syllables(word) if count is None else count)]


@contextmanager
def _counting(feed: _Feed) -> Iterator[None]:
    """Gives textstat the counts of a feed for as long as the block runs."""
    modules = _patched()
    old: list[tuple[Any, str, Any]] = []

    def put(module: Any, name: str, value: Callable[..., Any]) -> None:
        old.append((module, name, getattr(module, name)))
        setattr(module, name, value)

    pronunciations = _Pronunciations(feed.syllables)
    try:
        for module in modules.get("get_cmudict", ()):
            put(module, "get_cmudict", lambda lang: pronunciations)
        for module in modules.get("get_pyphen", ()):
            put(module, "get_pyphen", lambda lang: None)
        for module in modules.get("count_sentences", ()):
            put(module, "count_sentences", lambda text: feed.sentences)
        yield
    finally:
        for module, name, value in old:
            setattr(module, name, value)
        # Some of its answers are remembered by text, and these were not its own.
        for cached in modules["cached"]:
            cached.cache_clear()


@cache
def _patched() -> dict[str, list[Any]]:
    """The modules of textstat by the function that they call and that is given to them here, and the
    functions that remember what they answered."""
    import sys

    _textstat_package()
    found: dict[str, list[Any]] = {"cached": []}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("textstat.backend."):
            for function in ("get_cmudict", "get_pyphen", "count_sentences"):
                if callable(getattr(module, function, None)) and not hasattr(module, "__path__"):
                    found.setdefault(function, []).append(module)
            for value in vars(module).values():
                defined_in = getattr(value, "__module__", None) or ""
                if hasattr(value, "cache_clear") and defined_in.startswith("textstat.backend"):
                    found["cached"].append(value)
    if "get_cmudict" not in found or "count_sentences" not in found:
        raise Unavailable(f"textstat {version()} is not one that copylint knows (0.7.13 is); no scores: {EXTRA}")
    found["cached"] = list({id(one): one for one in found["cached"]}.values())
    return found


def _textstat() -> Any:
    package = _textstat_package()
    _patched()
    return _english(package)


@cache
def _english(package: Any) -> Any:
    """A textstat of our own: the language is a property of the object, and the package's object is everybody's."""
    own = type(package.textstat)()
    own.set_lang("en_US")
    own.set_rounding_points(None)
    return own


def _textstat_package() -> Any:
    try:
        import textstat  # type: ignore[import-untyped]
    except ImportError:
        raise Unavailable(f"readability scores need the extra 'readability': {EXTRA}") from None
    except Exception as error:
        raise Unavailable(f"textstat cannot be imported: {told(error)}") from None
    return textstat


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[^\s—–]+")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"[.!?…:;][\"'”’»)\]]*$")


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")


@cache
def _punctuation() -> re.Pattern[str]:
    return re.compile(r"[^\w\s']")


@cache
def _odd_apostrophe() -> re.Pattern[str]:
    return re.compile(_APOSTROPHE)
