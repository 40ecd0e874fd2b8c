"""`copylint stats`: what an article measures, many together, and each way to show it."""

import csv
import io
import json
import sys

import pytest

from copylint.builtin import copylint_formats
from copylint.document import Document
from copylint.stats import Measures, as_csv, as_json, as_text, measure, measured, summary, values

FORMATS = {one.name: one for one in copylint_formats()}

STORY = """\
# A headline

“We saw it all,” she said.

The boat sank. Nobody of the crew of nine was hurt when the boat went down off Cork.
"""


def document(source: str, path: str = "story.md") -> Document:
    return FORMATS["markdown"].read(path, source)


def articles(count: int) -> list[Measures]:
    """Articles of 10 words a sentence, and a last one of 60."""
    sizes = [10 + number % 2 for number in range(count - 1)] + [60]
    return [measure(document("word " * size + "end.", f"{n:02}.md"), scored=False) for n, size in enumerate(sizes)]


def test_counts() -> None:
    told = measure(document(STORY), scored=False)
    assert (told.path, told.words, told.sentences, told.paragraphs) == ("story.md", 26, 3, 2)
    assert told.quoted == pytest.approx(4 / 24)
    assert told.sentence_words == 8
    assert told.paragraph_words == 12
    assert told.minutes == pytest.approx(26 / 238)
    assert told.scores is None


def test_the_longest_sentences_have_their_positions() -> None:
    told = measure(document(STORY), longest=2, scored=False)
    assert [(long.start.line, long.start.column, long.words) for long in told.longest] == [
        (5, 16, 15),
        (3, 1, 6),
    ]
    first = told.longest[0]
    assert STORY[first.start.offset : first.end.offset] == first.text
    assert first.text.startswith("Nobody of the crew")


def test_scores_are_there_with_textstat() -> None:
    pytest.importorskip("textstat")
    told = measure(document(STORY))
    assert told.scores is not None
    assert set(values(told)) == {"words", "sentence_words", "paragraph_words", "quoted", *told.scores._fields}


def test_no_scores_for_another_language() -> None:
    german = document("---\nlanguage: de\n---\n\nDas Boot sank, und niemand wurde verletzt.\n")
    assert german.meta.language == "de"
    assert measure(german).scores is None


def test_without_textstat_the_rest_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    told, note = measured([document(STORY), document(STORY, "b.md")])
    assert note == "readability scores need the extra 'readability': pip install 'copylint[readability]'"
    assert [one.words for one in told] == [26, 26]
    assert [one.scores for one in told] == [None, None]
    for render in (as_text, as_json, as_csv):
        shown = "".join(render(told, note))
        assert ("copylint[readability]" in shown) == (render is not as_csv)


def test_nothing_to_measure() -> None:
    empty = measure(document("", "empty.md"))
    assert (empty.words, empty.sentences, empty.quoted, empty.longest, empty.scores) == (0, 0, 0.0, (), None)
    assert "".join(as_text([])) == "No article was measured.\n"
    for render in (as_text, as_json, as_csv):
        assert "empty.md" in "".join(render([empty, measure(document(STORY), scored=False)]))


def test_summary_and_outliers() -> None:
    together = summary(articles(12))
    assert (together.files, together.sentences) == (12, 12)
    assert together.medians["sentence_words"] == 11.5
    assert {(one.path, one.measure) for one in together.outliers} == {
        ("11.md", "words"),
        ("11.md", "sentence_words"),
        ("11.md", "paragraph_words"),
    }


def test_few_files_have_no_outliers() -> None:
    assert summary(articles(11)).outliers == ()


def test_text_of_one_article() -> None:
    shown = "".join(as_text([measure(document(STORY), scored=False)]))
    assert shown.split("\n")[0] == "story.md"
    assert "  quoted speech  17% of the words\n" in shown
    assert "       5:16   15 words  Nobody of the crew of nine" in shown


def test_text_of_many() -> None:
    lines = "".join(as_text(articles(12))).split("\n")
    assert lines[0].split() == ["words", "sentences", "w/sentence", "longest", "quoted", "minutes"]
    assert lines[1].split() == ["00.md", "11", "1", "11.0", "11", "0%", "0.0"]
    assert "12 files: 187 words in 12 sentences, 47 s to read." in lines
    assert "  11.md  words 61; usual is 10 to 14" in lines


def test_json() -> None:
    told = json.loads("".join(as_json([measure(document(STORY), scored=False)], "a note")))
    assert told["note"] == "a note"
    assert told["files"][0]["longest"][0]["start"] == {"offset": 57, "line": 5, "column": 16}
    assert told["summary"]["files"] == 1


HOSTILE = {
    "formula": "=HYPERLINK(1) was said.",
    "plus": "+1 was said.",
    "minus": "-1 was said.",
    "at": "@SUM was said.",
    "after white space": "\u00a0=1 was said.",
    "full width": "＝1 was said.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_cell_is_a_formula(text: str) -> None:
    told = measure(FORMATS["text"].read(text, text), scored=False)
    rows = list(csv.DictReader(io.StringIO("".join(as_csv([told])), newline="")))
    assert rows[0]["path"].startswith("'")
    assert rows[0]["longest"][:1] in ("'", "1", "S", "H")
    assert rows[0]["words"] == str(told.words)


def test_a_cell_is_one_line() -> None:
    told = measure(FORMATS["text"].read("a\r\nb\x1b[31m", "A wrapped\nsentence, that \x1b[31mis."), scored=False)
    shown = "".join(as_csv([told]))
    assert shown.count("\r\n") == 2
    assert "\x1b" not in shown


def test_no_escape_reaches_a_terminal() -> None:
    told = measure(FORMATS["text"].read("a\x1b[31m", "A sentence that \x1b[31mis \u202ered."), scored=False)
    for shown in ("".join(as_text([told])), "".join(as_text([told, told]))):
        assert "\x1b" not in shown and "\u202e" not in shown
