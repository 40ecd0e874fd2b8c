"""Measures articles: counts, share of quoted speech, readability scores, reading time, longest sentences. Pure.

The scores need the extra `readability`; without it everything else is there, and a note says what is missing.
"""

from __future__ import annotations

from copylint.annotate.languages import language
from copylint.annotate.quotations import quoted_spans
from copylint.document import Document, Position, Span
from copylint.readability.scores import Passage, Scores, passages, quoted_words, scores
from copylint.reporters.tally import counted
from copylint.rule import Unavailable
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction: Brysbaert, How many words do we read per minute?, 2019."""

LONGEST = 3
"""How many of the longest sentences are told."""

_SCORE_NAMES = Scores._fields
_OUTLIER_FILES = 12  # of fewer the quartiles say too little for one to stand out
_FENCE = 1.5  # interquartile ranges beyond the quartiles, as in a box plot (Tukey 1977)


class Long(NamedTuple):
    """A long sentence: where it begins and ends in the source, its words, and its text on one line."""

    start: Position
    end: Position
    words: int
    text: str


class Measures(NamedTuple):
    """The measurements of one article. words: in all blocks; sentences and paragraphs, and the averages made of them,
    count running text only. quoted: share of the words that is quoted speech, 0 to 1. minutes: reading time. scores:
    None if there are none, because there is no sentence, the language is not English, or textstat is not installed."""

    path: str
    words: int
    sentences: int
    paragraphs: int
    quoted: float
    minutes: float
    sentence_words: float
    paragraph_words: float
    longest: tuple[Long, ...]
    scores: Scores | None


class Outlier(NamedTuple):
    """A file that stands out in a measure: beyond 1.5 interquartile ranges from the quartiles of all files."""

    path: str
    measure: str
    value: float
    low: float
    high: float


class Summary(NamedTuple):
    """Many files together: how many, totals, the median of each measure, and the files that stand out."""

    files: int
    words: int
    sentences: int
    paragraphs: int
    minutes: float
    medians: dict[str, float]
    outliers: tuple[Outlier, ...]


def measure(document: Document, *, longest: int = LONGEST, scored: bool = True) -> Measures:
    """Measures an article. scored: whether scores are wanted. Raises Unavailable if they are and textstat is not
    installed; ask again without them."""
    chosen = passages(document)
    quoted = quoted_spans(document)
    running = sum(len(one.words) for one in chosen)
    spoken = sum(quoted_words(quoted, one) for one in chosen) if quoted else 0
    words = sum(1 for word in document.text.split() if any(map(str.isalnum, word)))
    paragraphs = len({_block_start(document, one) for one in chosen})
    return Measures(
        document.path,
        words,
        len(chosen),
        paragraphs,
        spoken / running if running else 0.0,
        words / WORDS_A_MINUTE,
        running / len(chosen) if chosen else 0.0,
        running / paragraphs if paragraphs else 0.0,
        tuple(_long(document, one) for one in sorted(chosen, key=_longest_first)[:longest]),
        scores(document, chosen) if scored and language(document) == "en" else None,
    )


def measured(documents: Iterable[Document], *, longest: int = LONGEST) -> tuple[list[Measures], str | None]:
    """The measurements of the articles and, if the scores had to be left out, the sentence that says why."""
    found: list[Measures] = []
    missing: str | None = None
    for document in documents:
        try:
            found.append(measure(document, longest=longest, scored=missing is None))
        except Unavailable as error:
            missing = str(error)
            found.append(measure(document, longest=longest, scored=False))
    return found, missing


def values(measures: Measures) -> dict[str, float]:
    """The measures that files are compared by, by name."""
    told = {
        "words": float(measures.words),
        "sentence_words": measures.sentence_words,
        "paragraph_words": measures.paragraph_words,
        "quoted": measures.quoted,
    }
    if measures.scores is not None:
        told.update(measures.scores._asdict())
    return told


def summary(all_measures: Sequence[Measures]) -> Summary:
    """Sums up the files. From twelve files on it names outliers, sorted by measure and value."""
    columns: dict[str, list[tuple[float, str]]] = {}
    for measures in all_measures:
        if measures.sentences:
            for name, value in values(measures).items():
                columns.setdefault(name, []).append((value, measures.path))
    medians, outliers = {}, []
    for name, column in columns.items():
        column.sort()
        numbers = [value for value, _ in column]
        medians[name] = _quantile(numbers, 0.5)
        if len(numbers) >= _OUTLIER_FILES:
            low, high = _quantile(numbers, 0.25), _quantile(numbers, 0.75)
            reach = _FENCE * (high - low)
            outliers += [
                Outlier(path, name, value, low - reach, high + reach)
                for value, path in column
                if value < low - reach or value > high + reach
            ]
    return Summary(
        len(all_measures),
        sum(one.words for one in all_measures),
        sum(one.sentences for one in all_measures),
        sum(one.paragraphs for one in all_measures),
        sum(one.minutes for one in all_measures),
        medians,
        tuple(outliers),
    )


def as_text(all_measures: Sequence[Measures], note: str | None = None) -> Iterator[str]:
    """The lines of a table to read: one article in full; for several, one line each, the summary and the outliers."""
    from copylint.reporters.harmless import visible as plain

    if len(all_measures) == 1:
        yield from _article(all_measures[0], plain)
    elif all_measures:
        yield from _table(all_measures, plain)
    else:
        yield "No article was measured.\n"
    if note:
        yield f"\n{plain(note)}.\n"


def as_json(all_measures: Sequence[Measures], note: str | None = None) -> Iterator[str]:
    """One JSON object: `files` and `summary`; `note` says what is missing, else it is null."""
    import json

    together = summary(all_measures)
    told: dict[str, Any] = {
        "version": 1,
        "files": [_json_file(one) for one in all_measures],
        "summary": {
            **together._asdict(),
            "medians": {name: round(value, 3) for name, value in together.medians.items()},
            "minutes": round(together.minutes, 2),
            "outliers": [
                {**one._asdict(), **{name: round(getattr(one, name), 3) for name in ("value", "low", "high")}}
                for one in together.outliers
            ],
        },
        "note": note,
    }
    yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def as_csv(all_measures: Sequence[Measures], note: str | None = None) -> Iterator[str]:
    """CSV with a header and a row for each file. No cell can be taken for a formula."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    columns = (
        "path",
        "words",
        "sentences",
        "paragraphs",
        "quoted",
        "minutes",
        "sentence_words",
        "paragraph_words",
    )
    writer.writerow((*columns, *_SCORE_NAMES, "longest_words", "longest_line", "longest"))
    for one in all_measures:
        row: list[object] = [_cell(one.path), one.words, one.sentences, one.paragraphs]
        row += [f"{value:.3f}" for value in (one.quoted, one.minutes, one.sentence_words, one.paragraph_words)]
        row += [f"{value:.2f}" for value in one.scores] if one.scores else [""] * len(_SCORE_NAMES)
        if one.longest:
            longest = one.longest[0]
            row += [longest.words, longest.start.line, _cell(longest.text)]
        else:
            row += ["", "", ""]
        writer.writerow(row)
    yield buffer.getvalue()


def _cell(text: str) -> str:
    """Text as a cell: one line, without control characters, and never a formula (OWASP, CSV injection)."""
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return "'" + text if text.lstrip()[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠") else text


def _article(one: Measures, plain: Any) -> Iterator[str]:
    yield f"{plain(one.path)}\n"
    rows = [
        ("words", f"{one.words:,}"),
        ("sentences", f"{one.sentences:,}, {one.sentence_words:.1f} words each"),
        ("paragraphs", f"{one.paragraphs:,}, {one.paragraph_words:.1f} words each"),
        ("quoted speech", f"{one.quoted:.0%} of the words"),
        ("reading time", _minutes(one.minutes)),
    ]
    if one.scores is not None:
        rows += [(_LABELS[name], f"{getattr(one.scores, name):.1f}") for name in _SCORE_NAMES]
    width = max(len(label) for label, _ in rows)
    for label, value in rows:
        yield f"  {label:<{width}}  {value}\n"
    if one.longest:
        yield "  longest sentences\n"
        for long in one.longest:
            place = f"{long.start.line}:{long.start.column}"
            yield f"    {place:>7}  {long.words:>3} words  {_cut(plain(long.text), 70)}\n"


def _table(all_measures: Sequence[Measures], plain: Any) -> Iterator[str]:
    scored = any(one.scores is not None for one in all_measures)
    heads = ["words", "sentences", "w/sentence", "longest", "quoted", "minutes"]
    heads += ["grade", "ease"] if scored else []
    widths = [max(len(head), 7) for head in heads]
    paths = [_cut(plain(one.path), 48, end=True) for one in all_measures]
    first = max(4, *(len(path) for path in paths))
    yield (" " * first + "".join(f"  {head:>{width}}" for head, width in zip(heads, widths, strict=True)) + "\n")
    for path, one in zip(paths, all_measures, strict=True):
        cells = [
            f"{one.words:,}",
            f"{one.sentences:,}",
            f"{one.sentence_words:.1f}",
            str(one.longest[0].words) if one.longest else "-",
            f"{one.quoted:.0%}",
            f"{one.minutes:.1f}",
        ]
        if scored:
            cells += [f"{one.scores.grade:.1f}", f"{one.scores.ease:.1f}"] if one.scores else ["-", "-"]
        yield (
            f"{path:<{first}}" + "".join(f"  {cell:>{width}}" for cell, width in zip(cells, widths, strict=True)) + "\n"
        )
    together = summary(all_measures)
    yield (
        f"\n{counted(together.files, 'file')}: {counted(together.words, 'word')} in "
        f"{counted(together.sentences, 'sentence')}, "
        f"{_minutes(together.minutes)} to read.\n"
    )
    if together.medians:
        told = ", ".join(f"{_LABELS[name]} {_number(name, value)}" for name, value in together.medians.items())
        yield f"Median: {told}.\n"
    if together.outliers:
        yield "\nThese stand out:\n"
        for one_outlier in together.outliers:
            name = one_outlier.measure
            low, high = _number(name, one_outlier.low), _number(name, one_outlier.high)
            least = name in ("words", "quoted", "sentence_words", "paragraph_words") and one_outlier.low <= 0
            usual = f"usual is up to {high}" if least else f"usual is {low} to {high}"
            value = _number(name, one_outlier.value)
            yield f"  {plain(one_outlier.path)}  {_LABELS[name]} {value}; {usual}\n"


_LABELS = {
    "words": "words",
    "sentence_words": "words a sentence",
    "paragraph_words": "words a paragraph",
    "quoted": "quoted speech",
    "grade": "Flesch-Kincaid grade",
    "ease": "Flesch reading ease",
    "fog": "Gunning fog",
    "smog": "SMOG",
    "ari": "automated readability",
    "coleman_liau": "Coleman-Liau",
    "dale_chall": "Dale-Chall",
    "lix": "LIX",
}


def _json_file(one: Measures) -> dict[str, Any]:
    return {
        "path": one.path,
        "words": one.words,
        "sentences": one.sentences,
        "paragraphs": one.paragraphs,
        "quoted": round(one.quoted, 4),
        "minutes": round(one.minutes, 2),
        "sentence_words": round(one.sentence_words, 3),
        "paragraph_words": round(one.paragraph_words, 3),
        "scores": None if one.scores is None else {k: round(v, 3) for k, v in one.scores._asdict().items()},
        "longest": [
            {
                "start": long.start._asdict(),
                "end": long.end._asdict(),
                "words": long.words,
                "text": long.text,
            }
            for long in one.longest
        ],
    }


def _number(name: str, value: float) -> str:
    if name == "words":
        return f"{value:,.0f}"
    return f"{value:.0%}" if name == "quoted" else f"{value:.1f}"


def _minutes(minutes: float) -> str:
    if minutes < 1:
        return f"{minutes * 60:.0f} s"
    return f"{minutes:.0f} min" if minutes < 90 else f"{minutes / 60:.1f} h"


def _cut(text: str, most: int, *, end: bool = False) -> str:
    if len(text) <= most:
        return text
    return "…" + text[-most + 1 :] if end else text[: most - 1].rstrip() + "…"


def _long(document: Document, passage: Passage) -> Long:
    source = document.source_span(passage.span)
    text = " ".join(document.text[passage.span.start : passage.span.end].split())
    return Long(document.position(source.start), document.position(source.end), len(passage.words), text)


def _longest_first(passage: Passage) -> tuple[int, Span]:
    return (-len(passage.words), passage.span)


def _block_start(document: Document, passage: Passage) -> int:
    block = document.block_at(passage.span.start)
    return -1 if block is None else block.span.start


def _quantile(numbers: Sequence[float], share: float) -> float:
    """Of sorted numbers, with linear interpolation."""
    at = share * (len(numbers) - 1)
    low = int(at)
    high = min(low + 1, len(numbers) - 1)
    return numbers[low] + (numbers[high] - numbers[low]) * (at - low)
