"""The reporters that read as text, and the two interfaces: json and sarif."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from copylint.document import Position
from copylint.reporters import FileReport, Look, Report, builtin_reporters
from copylint.reporters.display import width
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.tally import checked
from copylint.rule import Edit, Evidence, Example, Failure, Fix, Rule
from tests.reporting import document, finding, one, place, render, span, talks

SHARED = Path(__file__).parents[2] / "shared"

FULL = """\
talks.txt
  3:28  error    An opening mark stands where this quotation closes.  quotes/wrong-direction
        │ “We must re-enter the talks, “the minister told reporters on Monday, before she left …
        │                            ^^^
        └ write  the talks,” the minister

  5:43  warning  'reentry' once, but 're-enter' three times: one prefix, two styles.
                 hyphenation/mixed-prefix
        │ … had re-entered parliament in May. Her reentry was short, and a re-election followed …
        │                                         ^^^^^^^
        ├ 3:10  re-enter
        ├  5:9  re-entered
        ├ 5:68  prefix with a hyphen  … reentry was short, and a re-election followed in June.
        └ write  re-entry

        failed   The rule raised ValueError: no date.                 dates/weekday

2 findings in 1 of 2 files: 1 error, 1 warning. 1 can be fixed safely with --fix. \
2 in the baseline. 1 failure: copylint could not do all of its work.
"""

CONCISE = """\
talks.txt:3:28: error quotes/wrong-direction: An opening mark stands where this quotation closes.
talks.txt:5:43: warning hyphenation/mixed-prefix: \
'reentry' once, but 're-enter' three times: one prefix, two styles.
talks.txt: failed dates/weekday: The rule raised ValueError: no date.
"""

GITHUB = """\
::error file=talks.txt,title=copylint failed%3A dates/weekday::The rule raised ValueError: no date.
::error file=talks.txt,line=3,endLine=3,col=28,endColumn=31,title=quotes/wrong-direction\
::An opening mark stands where this quotation closes.%0AWrite: the talks,” the minister
::warning file=talks.txt,line=5,endLine=5,col=43,endColumn=50,title=hyphenation/mixed-prefix\
::'reentry' once, but 're-enter' three times: one prefix, two styles.%0AWrite: re-entry\
%0Aalso 3:10 re-enter%0Aalso 5:9 re-entered%0Aalso 5:68 prefix with a hyphen
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [("full", FULL), ("concise", CONCISE), ("github", GITHUB)],
    ids=lambda value: value[:8],
)
def test_text(name: str, expected: str) -> None:
    assert render(name, talks()) == expected


@pytest.mark.parametrize(
    ("failure", "found", "counted"),
    [
        (Failure("unreadable", "It is not text."), False, 0),
        (Failure("timeout", "It takes too long."), False, 0),
        (Failure("timeout", "The rule ran out of time.", rule="dates/weekday"), False, 1),
        (Failure("skipped", "The rule finds too much.", rule="dates/weekday"), True, 1),
        (Failure("skipped", "It is left as it was: it is a link that leads out of the tree."), True, 1),
    ],
    ids=["not text", "no time", "no time for one rule", "too many findings", "not fixed"],
)
def test_a_file_that_was_read_counts_as_checked(failure: Failure, found: bool, counted: int) -> None:
    findings = (finding(place(document("An owl sat."), "owl")),) if found else ()
    assert checked(Report((FileReport("owl.txt", findings, (failure,)),))) == counted


def test_builtin_reporters() -> None:
    names = [reporter.name for reporter in builtin_reporters()]
    expected = "full concise json jsonl github markdown gitlab sarif junit rdjson html"
    assert names == expected.split()


def test_full_imports_nothing_slow() -> None:
    program = (
        "import sys, copylint.reporters\n"
        "from copylint.reporters import *\n"
        "full = builtin_reporters()[0]\n"
        "''.join(full.render(Report((FileReport('a.txt'),)), Look()))\n"
        "print(sorted({'json', 'html', 'unicodedata', 'dataclasses', 'urllib.parse'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


@pytest.mark.parametrize(
    ("source", "marked", "line", "caret"),
    [
        ("An owl sat.", "owl", "An owl sat.", "   ^^^"),
        ("東京 owl", "owl", "東京 owl", "     ^^^"),
        ("the 東京 owl", "東京", "the 東京 owl", "    ^^^^"),
        ("cafe\u0301s and owls", "and", "cafe\u0301s and owls", "      ^^^"),
        ("👩\u200d👩\u200d👧 owl", "owl", "👩\u200d👩\u200d👧 owl", "   ^^^"),
        ("👍🏽 owl", "owl", "👍🏽 owl", "   ^^^"),
        ("❤\ufe0f owl", "owl", "❤\ufe0f owl", "   ^^^"),
        ("🇹🇷 owl", "owl", "🇹🇷 owl", "   ^^^"),
        ("a\tb\towl", "owl", "a   b   owl", "        ^^^"),
        ("zero\u200bwidth owl", "owl", "zero\u200bwidth owl", "          ^^^"),
        ("soft\u00adhyphen", "hyphen", "soft\u00adhyphen", "     ^^^^^^"),
        ("각 owl", "owl", "각 owl", "   ^^^"),
        ("    indented owl", "owl", "indented owl", "         ^^^"),
        ("a \x1b[31mred\x07 owl", "red", "a ␛[31mred␇ owl", "       ^^^"),
        ("a \u202egnirts\u202c owl", "owl", "a \\u{202e}gnirts\\u{202c} owl", " " * 25 + "^^^"),
    ],
    ids=lambda value: ascii(value)[1:20],
)
def test_full_caret(source: str, marked: str, line: str, caret: str) -> None:
    shown = render("full", one(place(document(source), marked))).split("\n")
    assert [row.strip().removeprefix("│ ") for row in shown[2:4]] == [line, caret]


@pytest.mark.parametrize(
    ("start", "end", "line", "caret"),
    [
        (4, 8, "one two", "    ^^^"),
        (7, 8, "one two", "       ^"),
        (4, 11, "one two …", "    ^^^"),
        (0, 0, "one two", "^"),
        (18, 18, "five", "    ^"),
    ],
    ids=["line end inside", "only the line end", "two lines", "nothing at the start", "nothing at the end"],
)
def test_full_caret_at_line_ends(start: int, end: int, line: str, caret: str) -> None:
    doc = document("one two\nthree\nfive\n")
    shown = render("full", one(span(doc, start, end))).split("\n")
    assert [row[9:].rstrip() for row in shown[2:4]] == [line, caret]


@pytest.mark.parametrize("columns", [30, 60, 100])
@pytest.mark.parametrize(
    "source",
    [
        "word " * 100 + "owl" + " word" * 100,
        "x" * 300 + "owl" + "x" * 300,
        "東京" * 200 + "owl" + "京" * 200,
        "owl" * 200,
    ],
    ids=["words", "one word", "wide", "long fault"],
)
def test_full_cuts_long_lines(source: str, columns: int) -> None:
    doc = document(source)
    where = place(doc, "owl" * 200 if source.startswith("owl") else "owl")
    lines = render("full", one(where), Look(width=columns)).split("\n")
    excerpt, caret = [line for line in lines if "│" in line][:2]
    assert max(width(excerpt), width(caret)) <= columns
    under = caret.index("^")
    column = 0
    for character in excerpt:
        if column == under:
            break
        column += width(character)
    assert excerpt[excerpt.index("owl")] == character
    assert column == under


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_full_keeps_to_its_columns(columns: int) -> None:
    lines = render("full", talks(), Look(width=columns, summary=False)).split("\n")
    assert max(map(width, lines)) <= columns
    said = " ".join(" ".join(line.split()) for line in lines if "│" not in line)
    assert "'reentry' once, but 're-enter' three times: one prefix, two styles. hyphenation/mixed-prefix" in said


def test_failures_are_told_again_where_they_may_have_scrolled_away() -> None:
    failed = [
        FileReport(f"{n:02}.txt", failures=(Failure("unreadable", "It is not text.", f"{n:02}.txt"),))
        for n in range(11)
    ]
    assert "Not done:" not in render("full", Report(tuple(failed[:10])))
    assert "Not done:\n  00.txt: It is not text.\n" in render("full", Report(tuple(failed)))


def test_github_names_no_file_for_standard_input() -> None:
    doc = document("An owl.\n", "<stdin>")
    assert render("github", one(place(doc, "owl"))).startswith("::warning title=pack/fault::1:4: ")


def test_full_evidence_is_cut_at_five() -> None:
    doc = document("owl\n" + "owls\n" * 7)
    evidence = tuple(Evidence(place(doc, "owls", nth), "owls") for nth in range(1, 8))
    shown = render("full", one(place(doc, "owl"), evidence=evidence)).split("\n")
    assert [line.strip() for line in shown[4:10]] == [
        "├ 2:1  owls",
        "├ 3:1  owls",
        "├ 4:1  owls",
        "├ 5:1  owls",
        "├ 6:1  owls",
        "└ and 2 more",
    ]


def test_full_evidence_in_another_file_shows_its_path() -> None:
    here, there = document("owl"), document("Owls\n", "b/other.txt")
    evidence = (Evidence(place(here, "owl"), "owl"), Evidence(place(there, "Owls"), "owls"))
    shown = render("full", one(place(here, "owl"), evidence=evidence)).split("\n")
    assert [line.strip() for line in shown[4:6]] == [
        "├             1:1  owl",
        "└ b/other.txt:1:1  owls",
    ]


SENTENCE = "He said  that “ we will go , now ,and the the end advertisement."


@pytest.mark.parametrize(
    ("marked", "suggestions", "edits", "expected"),
    [
        ("said", ("says",), None, "write  says"),
        ("said", ("says", "said that", "told"), None, "write  says or said that or told"),
        ("advertisement", ("",), None, "delete  advertisement"),
        ("said", ("says",), [("said", "says")], "write  says"),
        ("advertisement", (), [("advertisement", "")], "delete  advertisement"),
        (
            "said",
            ("says",),
            [("said", "says"), ("go", "goes"), ("end", "ends")],
            "write  says  (and at 2 more places)",
        ),
        ("“ ", (), [("“ ", "“")], "write  said that “we will"),
        ("“ we", (), [("“ we", "“we")], "write  “we"),
        (" ,", (), [(" ,", ",")], "write  will go, now ,and"),
        (",and", (), [(",", "")], "write  will go now ,and"),
        ("  ", (), [("  ", " ")], "write  He said that “"),
        ("the the", (), [("the the", "the")], "write  the"),
        ("He", (), [("He", "")], "delete  He"),
        ("advertisement", (), [(" advertisement", "")], "delete  advertisement"),
        ("zzz", (), [("\n\nzzz\n", "\n")], "delete  zzz"),
        ("zzz", (), [], None),
    ],
    ids=lambda value: str(value)[:24],
)
def test_full_cure(
    marked: str, suggestions: tuple[str, ...], edits: list[tuple[str, str]] | None, expected: str | None
) -> None:
    doc = document(SENTENCE + "\n\nzzz\n")
    fix = None if edits is None else Fix("safe", tuple(Edit(place(doc, old), new) for old, new in edits))
    shown = render("full", one(place(doc, marked), suggestions=suggestions, fix=fix)).split("\n")
    assert shown[4].strip() == ("" if expected is None else f"└ {expected}")


def test_full_cure_that_deletes_much_is_cut() -> None:
    doc = document("Again and again it is said, " * 20)
    where = span(doc, 0, len(doc.source))
    shown = render("full", one(where, fix=Fix("safe", (Edit(where, ""),))), Look(width=200))
    said = "Again and again it is said,"
    assert shown.split("\n")[4].strip() == f"└ delete  {said} {said} Agai … d, {said}"


def test_full_cure_far_away_is_the_suggestion() -> None:
    doc = document("owl\n\n" + "word " * 100 + "\n\nowls\n")
    fix = Fix("unsafe", (Edit(place(doc, "owls"), "eagles"),))
    assert "└ write  eagles\n" in render("full", one(place(doc, "owl"), fix=fix))


CLEAN = FileReport("a.txt")
DOC = document("An owl sat.\n")
ERROR = finding(place(DOC, "owl"), severity="error")
SAFE = finding(place(DOC, "sat"), fix=Fix("safe", (Edit(place(DOC, "sat"), "sits"),)))


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report((CLEAN,) * 12), "No findings in 12 files."),
        (Report((CLEAN,)), "No findings in 1 file."),
        (Report(()), "No findings: no file was checked."),
        (Report((FileReport("a", (ERROR,)),)), "1 finding in 1 file: 1 error."),
        (
            Report((FileReport("a", (ERROR, SAFE)), FileReport("b", (ERROR,)))),
            "3 findings in 2 files: 2 errors, 1 warning. 1 can be fixed safely with --fix.",
        ),
        (Report((FileReport("a", (ERROR,)), CLEAN, CLEAN)), "1 finding in 1 of 3 files: 1 error."),
        (Report((CLEAN,), fixed=3), "No findings in 1 file. 3 fixed."),
        (Report((CLEAN._replace(suppressed=(ERROR,)),)), "No findings in 1 file. 1 suppressed."),
        (
            Report((CLEAN._replace(suppressed=(ERROR,), baselined=4),)),
            "No findings in 1 file. 1 suppressed, 4 in the baseline.",
        ),
        (
            Report((CLEAN,), (Failure("config", "No."), Failure("source", "No."))),
            "No findings in 1 file. 2 failures: copylint could not do all of its work.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_full_last_line(report: Report, expected: str) -> None:
    assert render("full", report).rstrip("\n").split("\n")[-1] == expected


def test_full_failures() -> None:
    broken = Failure("unreadable", "It is not text.", "b.txt")
    late = Failure("timeout", "It took too long.", "c.txt", "x/slow", Position(3, 1, 4))
    report = Report(
        (CLEAN, FileReport("b.txt", failures=(broken,)), FileReport("c.txt", failures=(late,))),
        (Failure("source", "LanguageTool did not answer."),),
    )
    assert render("full", report) == (
        "b.txt\n"
        "  failed  It is not text.  unreadable\n"
        "\n"
        "c.txt\n"
        "  1:4  failed  It took too long.  x/slow\n"
        "\n"
        "Not done:\n"
        "  LanguageTool did not answer.\n"
        "\n"
        "No findings in 2 files. 3 failures: copylint could not do all of its work.\n"
    )


def test_concise_shows_suppressed_when_asked() -> None:
    late = finding(place(DOC, "sat"))
    report = Report((FileReport("b.txt", (late,), suppressed=(ERROR,)),))
    assert render("concise", report, Look(show_suppressed=True)) == (
        "b.txt:1:4: error pack/fault (suppressed): It is wrong.\nb.txt:1:8: warning pack/fault: It is wrong.\n"
    )
    assert render("concise", report) == "b.txt:1:8: warning pack/fault: It is wrong.\n"


def test_full_shows_files_and_suppressed_when_asked() -> None:
    report = Report((CLEAN, FileReport("b.txt", suppressed=(ERROR,))))
    assert render("full", report, Look(show_files=True, show_suppressed=True)) == (
        "a.txt\n"
        "  no findings\n"
        "\n"
        "b.txt\n"
        "  1:4  error  It is wrong.  pack/fault (suppressed)\n"
        "       │ An owl sat.\n"
        "       │    ^^^\n"
        "\n"
        "No findings in 2 files. 1 suppressed.\n"
    )


def test_full_color_is_only_color() -> None:
    import re

    colored = render("full", talks(), Look(color=True))
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == FULL


HOSTILE = "\x00\x07\x1b[2J\r\n\x7f\x9b\u061c\u200e\u202e\u2066\u2028\ud800\ufeff"


@pytest.mark.parametrize("name", ["full", "concise", "github", "markdown"])
def test_hostile_text_is_shown_harmlessly(name: str) -> None:
    doc = document(f"An {HOSTILE} owl.\n", f"a{HOSTILE}.txt")
    where = place(doc, "owl")
    report = Report(
        (
            FileReport(
                doc.path,
                (
                    finding(
                        where,
                        rule=f"x/{HOSTILE}",
                        message=f"No {HOSTILE}.",
                        evidence=(Evidence(where, HOSTILE),),
                        suggestions=(HOSTILE,),
                    ),
                ),
                (Failure("rule", HOSTILE, doc.path, HOSTILE),),
            ),
        )
    )
    text = render(name, report)
    assert [character for character in text if not character.isprintable() and character != "\n"] == []
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain é 東京", "plain é 東京"),
        ("\x1b[31m", "␛[31m"),
        ("a\r\nb\tc\x7f", "a␍␊b␉c␡"),
        ("\x85\u202e\ud83d", "\\u{85}\\u{202e}\\u{d83d}"),
        ("no\u00a0break\u200b", "no\u00a0break\u200b"),
    ],
    ids=ascii,
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a/é.txt", "a/é.txt"), (os.fsdecode(b"caf\xe9.txt"), "caf\\xe9.txt"), ("<stdin>", "<stdin>")],
    ids=["text", "latin 1", "standard input"],
)
def test_path_text(path: str, expected: str) -> None:
    assert path_text(path) == expected


def test_github_escapes_and_leaves_columns_out_over_lines() -> None:
    doc = document("one\ntwo\n", "a,b:c%.md")
    report = one(span(doc, 0, 7), message="100%: no\r\n::error::injected", rule="a/b", severity="suggestion")
    assert render("github", report) == (
        "::notice file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=a/b::100%25: no%0D%0A::error::injected\n"
    )


def test_github_puts_the_worst_first_and_says_where_the_rest_is() -> None:
    where = place(DOC, "owl")
    found = [finding(where) for _ in range(11)] + [finding(where, severity="error")]
    lines = render("github", Report((FileReport("talks.txt", tuple(found)),))).splitlines()
    assert [line.split()[0] for line in lines] == ["::error", *["::warning"] * 11, "12"]
    assert lines[-1].endswith("GitHub shows 10 of a kind here: the markdown report has them all.")


def point(offset: int, line: int, column: int) -> dict[str, int]:
    return {"offset": offset, "line": line, "column": column}


TALKS_JSON: dict[str, Any] = {
    "version": 1,
    "files": [
        {"path": "clean.txt", "findings": [], "failures": []},
        {
            "path": "talks.txt",
            "findings": [
                {
                    "rule": "quotes/wrong-direction",
                    "severity": "error",
                    "message": "An opening mark stands where this quotation closes.",
                    "text": ", “",
                    "field": None,
                    "start": point(41, 3, 28),
                    "end": point(44, 3, 31),
                    "evidence": [],
                    "counts": None,
                    "suggestions": [",” "],
                    "url": None,
                    "fingerprint": "f1",
                    "fix": {
                        "safety": "safe",
                        "edits": [{"start": point(41, 3, 28), "end": point(44, 3, 31), "replacement": ",” "}],
                    },
                },
                {
                    "rule": "hyphenation/mixed-prefix",
                    "severity": "warning",
                    "message": "'reentry' once, but 're-enter' three times: one prefix, two styles.",
                    "text": "reentry",
                    "field": None,
                    "start": point(157, 5, 43),
                    "end": point(164, 5, 50),
                    "evidence": [
                        {
                            "path": "talks.txt",
                            "label": "re-enter",
                            "text": "re-enter",
                            "start": point(23, 3, 10),
                            "end": point(31, 3, 18),
                        },
                        {
                            "path": "talks.txt",
                            "label": "re-entered",
                            "text": "re-entered",
                            "start": point(123, 5, 9),
                            "end": point(133, 5, 19),
                        },
                        {
                            "path": "talks.txt",
                            "label": "prefix with a hyphen",
                            "text": "re-election",
                            "start": point(182, 5, 68),
                            "end": point(193, 5, 79),
                        },
                    ],
                    "counts": {"reentry": 1, "re-enter": 2, "re-election": 1},
                    "suggestions": ["re-entry"],
                    "url": None,
                    "fingerprint": "f2",
                    "fix": {
                        "safety": "unsafe",
                        "edits": [{"start": point(157, 5, 43), "end": point(164, 5, 50), "replacement": "re-entry"}],
                    },
                },
            ],
            "failures": [
                {
                    "kind": "rule",
                    "rule": "dates/weekday",
                    "message": "The rule raised ValueError: no date.",
                    "start": None,
                }
            ],
        },
    ],
    "failures": [],
    "summary": {
        "files": 2,
        "findings": {"error": 1, "warning": 1, "suggestion": 0},
        "failures": 1,
        "suppressed": 0,
        "baselined": 2,
    },
}


def test_json() -> None:
    assert json.loads(render("json", talks())) == TALKS_JSON


def test_json_names_the_file_of_a_failure_that_stands_below_none() -> None:
    failed = (Failure("skipped", "It is in no format.", "a.docx"), Failure("source", "It is not there.", None, "lt"))
    assert [one["path"] for one in json.loads(render("json", Report((), failed)))["failures"]] == ["a.docx", None]


def test_json_keeps_the_order_of_keys() -> None:
    found = json.loads(render("json", talks()))
    assert list(found) == list(TALKS_JSON)
    assert [list(item) for item in found["files"][1]["findings"]] == [
        list(item) for item in TALKS_JSON["files"][1]["findings"]
    ]


@pytest.mark.parametrize(
    ("report", "files"),
    [(Report(()), []), (Report((CLEAN,)), [{"path": "a.txt", "findings": [], "failures": []}])],
    ids=["no file", "clean"],
)
def test_json_of_nothing(report: Report, files: list[Any]) -> None:
    assert json.loads(render("json", report))["files"] == files


def test_json_carries_any_text_exactly() -> None:
    text = f"é 東京 👍 {HOSTILE}"
    written = render("json", one(place(document(text), text), message=text))
    found = json.loads(written)["files"][0]["findings"][0]
    assert (found["text"], found["message"]) == (text, text)
    assert "é 東京 👍" in written
    assert [character for character in written if not character.isprintable() and character != "\n"] == []


def test_json_evidence_is_all_of_this_file_and_twenty_of_others() -> None:
    here, there = document("owl " * 30), document("owl " * 30, "b.txt")
    evidence = tuple(Evidence(place(doc, "owl", nth), "owl") for doc in (there, here) for nth in range(1, 31))
    found = json.loads(render("json", one(place(here, "owl"), evidence=evidence)))["files"][0]["findings"][0]
    paths = [item["path"] for item in found["evidence"]]
    assert [paths.count("talks.txt"), paths.count("b.txt")] == [30, 20]


def test_jsonl() -> None:
    lines = [json.loads(line) for line in render("jsonl", talks()).splitlines()]
    file = TALKS_JSON["files"][1]
    assert lines == [
        *({"type": "finding", "path": "talks.txt", **item} for item in file["findings"]),
        {"type": "failure", "path": "talks.txt", **file["failures"][0]},
        {"type": "summary", "version": 1, **TALKS_JSON["summary"]},
    ]


RULE = Rule(
    summary="A prefix written in two ways.",
    why="A reader stumbles over two styles.",
    message="'{match}'.",
    check=lambda document, options: (),
    examples=(Example(bad="Her <mark>reentry</mark>, a <evidence>re-election</evidence>.", good="Her re-entry."),),
    fix="unsafe",
    source=("A style guide",),
)


def sarif(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render("sarif", report))["runs"][0]
    return run


def test_sarif_is_valid() -> None:
    schema = SHARED / "schemas" / "sarif-2.1.0.json"
    if not schema.exists() and not os.environ.get("COPYLINT_REQUIRE_SHARED"):
        pytest.skip("the official schema is not here")
    jsonschema = pytest.importorskip("jsonschema")
    everything = talks()._replace(
        rules={"hyphenation/mixed-prefix": RULE},
        failures=(
            Failure("config", "No such key."),
            Failure("timeout", "Late.", "a b.txt", "x/y", Position(2, 1, 3)),
        ),
    )
    validator = jsonschema.Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))
    for report in (everything, Report(()), Report((CLEAN,))):
        assert list(validator.iter_errors(json.loads(render("sarif", report)))) == []


def test_sarif_result() -> None:
    run = sarif(talks()._replace(rules={"hyphenation/mixed-prefix": RULE}))
    result = run["results"][1]
    artifact = {"uri": "talks.txt", "uriBaseId": "%SRCROOT%"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]] == {
        "id": "hyphenation/mixed-prefix",
        "shortDescription": {"text": "A prefix written in two ways."},
        "fullDescription": {"text": "A reader stumbles over two styles."},
        "help": {
            "text": "A prefix written in two ways.\n\nA reader stumbles over two styles.\n\n"
            "Fault: Her reentry, a re-election.\n\nRight: Her re-entry."
        },
        "defaultConfiguration": {"level": "warning", "enabled": True},
        "properties": {
            "tags": ["hyphenation"],
            "problem.severity": "warning",
            "quotations": "check",
            "fix": "unsafe",
            "source": ["A style guide"],
        },
    }
    region = {
        "startLine": 5,
        "startColumn": 43,
        "endLine": 5,
        "endColumn": 50,
        "charOffset": 157,
        "charLength": 7,
    }
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": artifact,
                "region": {**region, "snippet": {"text": "reentry"}},
            }
        }
    ]
    assert [related["message"]["text"] for related in result["relatedLocations"]] == [
        "re-enter",
        "re-entered",
        "prefix with a hyphen",
    ]
    assert result["partialFingerprints"] == {"copylint/v1": "f2"}
    assert result["fixes"][0]["artifactChanges"] == [
        {
            "artifactLocation": artifact,
            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "re-entry"}}],
        }
    ]


def test_sarif_failures() -> None:
    invocation = sarif(Report((), (Failure("config", "No such key."), Failure("skipped", "Too long.", "a.txt"))))
    assert invocation["invocations"] == [
        {
            "executionSuccessful": False,
            "toolExecutionNotifications": [
                {
                    "descriptor": {"id": "skipped"},
                    "level": "error",
                    "message": {"text": "Too long."},
                    "locations": [
                        {"physicalLocation": {"artifactLocation": {"uri": "a.txt", "uriBaseId": "%SRCROOT%"}}}
                    ],
                }
            ],
            "toolConfigurationNotifications": [
                {"descriptor": {"id": "config"}, "level": "error", "message": {"text": "No such key."}}
            ],
        }
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b c.md", "a/b%20c.md"),
        ("./é#?.md", "%C3%A9%23%3F.md"),
        ("a:b.md", "a%3Ab.md"),
        ("<stdin>", "%3Cstdin%3E"),
        ("../up/b.md", "b.md"),
        ("a/../../b.md", "b.md"),
        ("/etc/b.md", "b.md"),
        ("C:\\news\\b.md", "b.md"),
        ("..", "outside"),
        (os.fsdecode(b"\xe9.md"), "%5Cxe9.md"),
    ],
)
def test_sarif_uri(path: str, expected: str) -> None:
    run = sarif(one(place(document("owl", path), "owl")))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == expected


def test_sarif_message_is_no_link_and_no_placeholder() -> None:
    run = sarif(one(place(DOC, "owl"), message="{0} [here](https://example.org) [a] (b)"))
    assert run["results"][0]["message"] == {"text": "{{0}} [here\\](https://example.org) [a] (b)"}
