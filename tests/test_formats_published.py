"""The day of publication that a date line at the head of an article gives."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from copylint.cli import main
from copylint.formats.published import date_line

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Monday, 23 November 2026", DAY),
        ("Mon 23 Nov 2026 10.30 GMT", DAY),
        ("Published on Monday, November 23, 2026, 10:30 a.m.", DAY),
        ("First published: 23rd November 2026 at 14:05", DAY),
        ("Date: 23 November 2026.", DAY),
        ("Updated 23 November 2026", None),
        ("23 November 2026 and the days after", None),
        ("From 23 November 2026", None),
        ("31 November 2026", None),
        ("Spring 2026", None),
    ],
)
def test_a_date_line(line: str, expected: date | None) -> None:
    assert date_line(["A headline", line, "By Ann Reed"]) == expected


def test_two_date_lines_that_differ_give_no_day() -> None:
    assert date_line(["23 November 2026", "Monday 23 November 2026"]) == DAY
    assert date_line(["23 November 2026", "24 November 2026"]) is None


STORY = (
    "Ferries stop for a day\n\n{line}\n\nThe ferries of the island will not sail on Wednesday, 26 November, it said.\n"
)


@pytest.mark.parametrize("name", ["story.txt", "story.md", "story.html"])
def test_weekdays_are_held_against_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    source = STORY.format(line="Published 23 November 2026")
    if name.endswith(".html"):
        source = "".join(f"<p>{one}</p>\n" for one in source.split("\n\n"))
    Path(name).write_text(source, encoding="utf-8")
    arguments = ["check", name, "--isolated", "--no-cache", "--select", "contradiction/weekday-date"]
    assert main(arguments) == 1
    assert "26 November 2026, going by the date of publication, is a Thursday" in capsys.readouterr().out
    Path(name).write_text(source.replace("Published 23", "Updated 23"), encoding="utf-8")
    assert main(arguments) == 0
