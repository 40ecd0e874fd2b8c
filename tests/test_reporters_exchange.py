"""The reporters that other programs read: junit, gitlab, rdjson; and the summary page in Markdown."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest

from copylint.reporters import NO_ARTICLE, FileReport, Report
from copylint.rule import Edit, Evidence, Failure, Fix
from tests.reporting import TALKS, document, finding, one, place, render, span, talks

HOSTILE = "\x00\x1b[2J\n\x9b\u202e\ud800\ufffe]]>&<b>\"'"


def test_junit() -> None:
    suites = ElementTree.fromstring(render("junit", talks()).encode())
    assert suites.attrib == {"name": "copylint", "tests": "4", "failures": "2", "errors": "1"}
    assert [suite.attrib for suite in suites] == [
        {"name": "clean.txt", "tests": "1", "failures": "0", "errors": "0"},
        {"name": "talks.txt", "tests": "3", "failures": "2", "errors": "1"},
    ]
    assert [case.attrib for case in suites.iter("testcase")] == [
        {"name": "copylint", "classname": "clean.txt"},
        {
            "name": "quotes/wrong-direction at 3:28",
            "classname": "talks.txt",
            "file": "talks.txt",
            "line": "3",
        },
        {
            "name": "hyphenation/mixed-prefix at 5:43",
            "classname": "talks.txt",
            "file": "talks.txt",
            "line": "5",
        },
        {"name": "dates/weekday", "classname": "talks.txt"},
    ]
    assert [(failure.get("type"), failure.get("message")) for failure in suites.iter("failure")] == [
        ("error", "An opening mark stands where this quotation closes."),
        ("warning", "'reentry' once, but 're-enter' three times: one prefix, two styles."),
    ]
    assert [failure.text for failure in suites.iter("failure")][1:] == [
        "talks.txt:5:43: warning: 'reentry' once, but 're-enter' three times: one prefix, two styles.\n"
        "Write: re-entry\n"
        "3:10 re-enter\n"
        "5:9 re-entered\n"
        "5:68 prefix with a hyphen"
    ]
    assert [error.attrib for error in suites.iter("error")] == [
        {"type": "rule", "message": "The rule raised ValueError: no date."}
    ]


def test_junit_counts_what_it_lists() -> None:
    report = talks()._replace(failures=(Failure("source", "LanguageTool did not answer."),))
    suites = ElementTree.fromstring(render("junit", report).encode())
    counted = [str(len(list(suites.iter(tag)))) for tag in ("testcase", "failure", "error")]
    assert [suites.get(name) for name in ("tests", "failures", "errors")] == counted


def test_junit_is_xml_whatever_the_copy_holds() -> None:
    doc = document(f"a {HOSTILE} owl", HOSTILE)
    where = place(doc, "owl")
    found = finding(where, message=HOSTILE, rule=HOSTILE, evidence=(Evidence(where, HOSTILE),))
    report = Report((FileReport(HOSTILE, (found,), (Failure("rule", HOSTILE, HOSTILE, HOSTILE),)),))
    suites = ElementTree.fromstring(render("junit", report).encode())
    assert [failure.get("message") for failure in suites.iter("failure")] == [
        "␀␛[2J␊\\u{9b}\\u{202e}\\u{d800}\\u{fffe}]]>&<b>\"'"
    ]


def test_gitlab() -> None:
    issues = json.loads(render("gitlab", talks()))
    fingerprints = [issue.pop("fingerprint") for issue in issues]
    assert len(set(fingerprints)) == 3
    assert issues == [
        {
            "description": "An opening mark stands where this quotation closes. Write: the talks,” the minister",
            "check_name": "quotes/wrong-direction",
            "severity": "major",
            "location": {"path": "talks.txt", "lines": {"begin": 3, "end": 3}},
        },
        {
            "description": "'reentry' once, but 're-enter' three times: one prefix, two styles. "
            "Write: re-entry (See lines 3, 5.)",
            "check_name": "hyphenation/mixed-prefix",
            "severity": "minor",
            "location": {"path": "talks.txt", "lines": {"begin": 5, "end": 5}},
        },
        {
            "description": "copylint could not do all of its work: The rule raised ValueError: no date.",
            "check_name": "copylint/rule",
            "severity": "blocker",
            "location": {"path": "talks.txt", "lines": {"begin": 1, "end": 1}},
        },
    ]


def test_gitlab_fingerprints_tell_files_and_equal_findings_apart() -> None:
    files = []
    for path in ("a.txt", "b.txt"):
        doc = document("owl owl", path)
        files.append(
            FileReport(
                path,
                (finding(place(doc, "owl"), fingerprint="f"), finding(place(doc, "owl", 2), fingerprint="f")),
            )
        )
    both = [issue["fingerprint"] for issue in json.loads(render("gitlab", Report(tuple(files))))]
    alone = [issue["fingerprint"] for issue in json.loads(render("gitlab", Report(tuple(files[1:]))))]
    assert len(set(both)) == 4
    assert both[2:] == alone


def diagnostics(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(render("rdjson", report))["diagnostics"]
    return found


def at(line: int, column: int, end_line: int, end_column: int) -> dict[str, Any]:
    return {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}


def test_rdjson() -> None:
    location = {"path": "talks.txt", "range": at(5, 43, 5, 50)}
    assert diagnostics(talks())[1:] == [
        {
            "message": "'reentry' once, but 're-enter' three times: one prefix, two styles.",
            "location": location,
            "severity": "WARNING",
            "code": {"value": "hyphenation/mixed-prefix"},
            "suggestions": [{"range": location["range"], "text": "re-entry"}],
            "related_locations": [
                {"message": "re-enter", "location": {"path": "talks.txt", "range": at(3, 12, 3, 20)}},
                {"message": "re-entered", "location": {"path": "talks.txt", "range": at(5, 9, 5, 19)}},
                {
                    "message": "prefix with a hyphen",
                    "location": {"path": "talks.txt", "range": at(5, 68, 5, 79)},
                },
            ],
        },
        {
            "message": "copylint could not do all of its work: The rule raised ValueError: no date.",
            "location": {"path": "talks.txt"},
            "severity": "ERROR",
            "code": {"value": "dates/weekday"},
        },
    ]


@pytest.mark.parametrize(
    ("source", "start", "end", "expected"),
    [
        ("plain owl", 6, 9, at(1, 7, 1, 10)),
        ("👩\u200d👧 owl", 4, 7, at(1, 13, 1, 16)),
        ("é “owl”", 2, 7, at(1, 4, 1, 13)),
        ("one\r\né owl 👍\r\nend", 7, 12, at(2, 4, 2, 12)),
        ("é owl\n👍 two", 2, 8, at(1, 4, 2, 6)),
        ("é owl\ntwo", 2, 6, at(1, 4, 2, 1)),
        ("é" * 300 + "owl", 300, 303, at(1, 601, 1, 604)),
    ],
    ids=["ASCII", "emoji before", "quotes inside", "CRLF", "over lines", "line end", "far along the line"],
)
def test_rdjson_columns_are_bytes(source: str, start: int, end: int, expected: dict[str, Any]) -> None:
    doc = document(source)
    report = Report((FileReport(doc.path, (finding(span(doc, start, end)),), source=source),))
    assert diagnostics(report)[0]["location"]["range"] == expected
    lines = source.encode().splitlines(keepends=True)
    first = sum(map(len, lines[: expected["start"]["line"] - 1])) + expected["start"]["column"] - 1
    last = sum(map(len, lines[: expected["end"]["line"] - 1])) + expected["end"]["column"] - 1
    assert source.encode()[first:last].decode() == source[start:end]


def test_rdjson_leaves_columns_out_that_it_cannot_know() -> None:
    near, far = document("é owl"), document("é" * 300 + "owl")
    assert [diagnostics(one(place(doc, "owl")))[0]["location"]["range"] for doc in (near, far)] == [
        at(1, 4, 1, 7),
        {"start": {"line": 1}, "end": {"line": 1}},
    ]


def test_rdjson_makes_the_edits_of_a_fix_one() -> None:
    doc = document(TALKS)
    fix = Fix("unsafe", (Edit(place(doc, "re-enter"), "reenter"), Edit(place(doc, "re-entered"), "reentered")))
    found = finding(place(doc, "re-enter"), fix=fix)
    whole = TALKS[place(doc, "re-enter").start.offset : place(doc, "re-entered").end.offset]
    assert diagnostics(Report((FileReport(doc.path, (found,), source=TALKS),)))[0]["suggestions"] == [
        {"range": at(3, 12, 5, 19), "text": whole.replace("re-enter", "reenter")}
    ]


MARKDOWN = """\
<!-- copylint: ignore-file[all, suppression] a report, no article -->

## copylint

2 findings in 1 of 2 files: 1 error, 1 warning. 1 can be fixed safely with --fix. \
2 in the baseline. 1 failure: copylint could not do all of its work.

### Not done

- talks.txt: The rule raised ValueError: no date. (dates/weekday)

### Findings

| Where | Severity | What | Write | Rule |
| --- | --- | --- | --- | --- |
| talks.txt:3:28 | error | An opening mark stands where this quotation closes. | the talks,” the minister \
| quotes/wrong-direction |
| talks.txt:5:43 | warning | 'reentry' once, but 're-enter' three times: one prefix, two styles.\
<br>3:10 re-enter<br>5:9 re-entered<br>5:68 prefix with a hyphen | re-entry | hyphenation/mixed-prefix |

### By rule

| Rule | Findings |
| --- | ---: |
| hyphenation/mixed-prefix | 1 |
| quotes/wrong-direction | 1 |
"""


def test_markdown() -> None:
    assert render("markdown", talks()) == MARKDOWN


def test_markdown_of_a_clean_run() -> None:
    clean = render("markdown", Report((FileReport("a.txt"),)))
    assert clean == f"{NO_ARTICLE}\n## copylint\n\nNo findings in 1 file.\n"


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("<script>x</script>", "&lt;script\\>x&lt;/script\\>"),
        ("a | b", "a \\| b"),
        ("[x](https://example.org)", "\\[x\\](https&#58;//example.org)"),
        ("![x](y) `z` *w* _v_", "\\!\\[x\\](y) \\`z\\` \\*w\\* \\_v\\_"),
        ("www.example.org, @who, #12", "www&#46;example.org, \\@who, \\#12"),
        ("one\ntwo", "one␊two"),
    ],
)
def test_markdown_is_escaped(message: str, expected: str) -> None:
    row = render("markdown", one(place(document("owl"), "owl"), message=message)).split("\n")[10]
    assert row == f"| talks.txt:1:1 | warning | {expected} |  | pack/fault |"


def test_markdown_puts_the_worst_first_and_stays_within_bounds() -> None:
    where = place(document("owl"), "owl")
    found = [finding(where) for _ in range(1200)] + [finding(where, severity="error")]
    lines = render("markdown", Report((FileReport("talks.txt", tuple(found)),))).split("\n")
    assert [line.split(" | ")[1] for line in lines if line.startswith("| talks")] == [
        "error",
        *["warning"] * 999,
    ]
    assert "and 201 more" in lines
