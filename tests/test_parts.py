"""Large files are linted in parts: positions stay exact, and memory and time are bounded."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.document import Span
from copylint.engine import RuleSet, _run
from copylint.formats import builtin_formats
from copylint.runner import Runner
from copylint.runner import parts as parting
from copylint.runner.limit import Memory
from copylint.runner.parts import parts
from copylint.runner.reading import document_of

ROOT = Path(__file__).resolve().parents[1]
FORMATS = {reader.name: reader for reader in builtin_formats()}
ARTICLE = (
    "The harbour board met on Monday and agreed to build the new quay, which is to cost $4 million.\n\n"
    "“It will be ready in May,” said Ann Hall, who leads the board. “We have waited for a long time.”\n\n"
    "Ships of 200 feet will find room there, and the ferry will sail twice a day instead of once.\n\n"
)


@given(
    st.lists(
        st.sampled_from(["The ferry sails.", "“He came.”\nAnd left.", "x" * 30, "&amp; so *on*", "# Head", "é 😀 a"])
    ),
    st.sampled_from(["text", "markdown", "html"]),
)
@settings(max_examples=150)
def test_a_part_stands_where_it_stands_in_the_whole(paragraphs: list[str], format: str) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parting, "_PART", 25)
        patched.setattr(parting, "_LONGEST_BLOCK", 28)
        patched.setattr(parting, "_FAR", 2)
        source = "\n\n".join(f"<p>{one}</p>" if format == "html" else one for one in paragraphs)
        whole = FORMATS[format].read("story", source)
        seen = []
        for start, part in parts(whole) if whole.blocks else ():
            assert part.source == whole.source and part.path == whole.path
            assert part.text == whole.text[start : start + len(part.text)]
            for block in part.blocks:
                seen.append(whole.text[start + block.span.start : start + block.span.end])
                for low in range(block.span.start, block.span.end):
                    ours, theirs = Span(low, low + 1), Span(start + low, start + low + 1)
                    assert part.source_span(ours) == whole.source_span(theirs)
        joined = "".join(whole.text[block.span.start : block.span.end] for block in whole.blocks)
        assert "".join(seen) == joined, "nothing is lost, and nothing twice"


def test_a_part_begins_with_a_heading_if_one_is_near() -> None:
    article = "THE QUAY\n\nFrom the board\n\n" + ARTICLE * 20
    whole = FORMATS["text"].read("archive", article * 12)
    found = [part for _, part in parts(whole)]
    assert len(found) > 2
    assert {part.text[: part.text.index("\n")] for part in found} == {"THE QUAY"}


def _news(count: int) -> str:
    """So many paragraphs, of which no two are the same."""
    return "".join(
        f"The board of harbour {number} met on Monday and agreed to build quay {number * 7}, said Ann Hall, who "
        f"leads it. “It will be ready in {1900 + number % 120},” she said. Ship {number * 3} will find room there.\n\n"
        for number in range(count)
    )


def _checked(path: Path, *arguments: str, megabytes: int | None = None) -> tuple[dict[str, Any], float]:
    """The report on a file, and the peak of the memory in MB."""

    def limited() -> None:
        if megabytes is not None:
            resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)

    code = (
        "import sys; from copylint.cli import main; main(sys.argv[1:]);"
        # Not `ru_maxrss`, which a process has from the one that started it.
        "print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0], file=sys.stderr)"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            code,
            "check",
            "--no-cache",
            "--format",
            "json",
            "--jobs",
            "1",
            *arguments,
            str(path),
        ],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=limited,
    )
    return json.loads(done.stdout), int(done.stderr.split()[-1]) / 1000


def test_faults_far_into_a_large_file_are_found_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    text = ARTICLE * 4000
    fault = text.index("find room", 900_000)
    text = text[:fault] + "find find room" + text[fault + 9 :]
    path.write_text(text, encoding="utf-8")
    report, _ = _checked(path, "--select", "spacing/doubled-word", "--fail-on", "never")
    (finding,) = report["files"][0]["findings"]
    assert (finding["text"], finding["start"]["offset"]) == ("find find", fault)
    assert finding["start"]["line"] == text.count("\n", 0, fault) + 1


def test_faults_far_into_a_large_file_are_mended_in_as_much_time_and_memory(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    text = ARTICLE * 4000
    path.write_text(
        text.replace("the new quay", "the the new quay", 1) + "It will be at the the quay.\n", encoding="utf-8"
    )
    report, peak = _checked(path, "--select", "spacing/doubled-word", "--fix", "--fail-on", "never")
    assert path.read_text(encoding="utf-8") == text + "It will be at the quay.\n"
    assert report["files"][0]["findings"] == [] and peak < 250


def test_a_comment_at_the_top_of_a_large_file_holds_for_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    text = "copylint: ignore-file[spacing] as scanned\n\n" + (ARTICLE * 4000).replace("twice a", "twice twice a")
    path.write_text(text, encoding="utf-8")
    report, _ = _checked(path, "--select", "spacing/doubled-word,suppression")
    assert report["files"][0]["findings"] == [] and report["summary"]["suppressed"] > 3000


def test_what_a_rule_finds_in_all_parts_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    path.write_text("The ferry ferry sails.\n\n" * 50_000, encoding="utf-8")
    report, _ = _checked(path, "--select", "spacing/doubled-word")
    (failure,) = report["files"][0]["failures"]
    assert (failure["kind"], failure["rule"]) == ("skipped", "spacing/doubled-word")
    assert len(report["files"][0]["findings"]) == 5000 + (len("The ferry ferry sails.\n\n") * 50_000 - 2) // 1000


@pytest.mark.parametrize(
    ("name", "text", "most"),
    [
        ("news.txt", _news(12_000), 250),
        ("line.txt", _news(12_000).replace("\n\n", " "), 250),
        ("letters.txt", "a\n" * 1_000_000, 520),
        ("news.md", _news(12_000), 300),
    ],
    ids=["news", "one line", "lines of a letter", "Markdown"],
)
def test_the_memory_for_a_large_file_is_bounded(tmp_path: Path, name: str, text: str, most: int) -> None:
    """500 MB and ten times the size is what is promised."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    _, peak = _checked(path)
    assert peak < most


def test_what_would_take_more_memory_than_a_file_has_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "letters.txt"
    path.write_text("a\n" * 10_000_000, encoding="utf-8")
    report, peak = _checked(path)
    (failure,) = report["files"][0]["failures"]
    assert failure["kind"] in ("skipped", "timeout") and peak < 750


HUNGRY = """
import sys
from copylint.cli import main
from copylint.formats import Format
from copylint.runner import Runner

def read(path, source):
    kept, number = (), 1000
    while True:  # of each size
        kept = kept, number, bytes(number % 480)
        number += 1

Runner.format = lambda self, file: Format("hungry", "", (), read)
sys.exit(main(sys.argv[1:]))
"""


def test_a_reader_that_takes_all_memory_to_the_last_number_ends(tmp_path: Path) -> None:
    """CPython 3.11 went round for ever where there was no memory left for the number of an instruction."""
    path = tmp_path / "letters.txt"
    path.write_text("a\n" * 600_000, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", HUNGRY, "check", "--isolated", "--no-cache", "--jobs", "1", str(path)],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2 and "too large for the memory there is" in done.stdout


@pytest.mark.parametrize(
    "handler", [Memory.bounding, document_of, Runner._tried, RuleSet.possible, _run], ids=lambda one: one.__name__
)
def test_what_handles_a_lack_of_memory_needs_none_for_the_place_of_an_exception(handler: Any) -> None:
    """Two bytes are an instruction; numbers up to 256 are always there."""
    assert len(handler.__code__.co_code) // 2 <= 256


def test_the_memory_for_many_articles_does_not_grow_with_their_number(tmp_path: Path) -> None:
    peaks = []
    for number in (100, 400):
        folder = tmp_path / str(number)
        folder.mkdir()
        for article in range(number):
            (folder / f"{article}.txt").write_text(_news(8), encoding="utf-8")
        peaks.append(_checked(folder)[1])
    assert max(peaks) < 150 and peaks[1] < peaks[0] + 10


def test_a_file_whose_time_runs_out_says_how_far_it_was_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import copylint.runner as runner
    from copylint.cli import main

    monkeypatch.setattr(runner, "_LIMIT_SECONDS_A_BYTE", 0.0)
    path = tmp_path / "archive.txt"
    path.write_text(_news(30_000), encoding="utf-8")
    report = tmp_path / "report.json"
    told: list[str] = []
    for seconds in (0.3, 1.0, 2.0):  # a machine that is busy may not come to the first part in less
        monkeypatch.setattr(runner, "_LIMIT_SECONDS", seconds)
        assert main(["check", "-q", "--no-cache", "--jobs", "1", "--output", f"json={report}", str(path)]) == 2
        (file,) = json.loads(report.read_text())["files"]
        told = [failure["message"] for failure in file["failures"] if failure["rule"] is None]
        assert len(told) == 1 and told[0].startswith("takes longer than ")
        if "not checked from" in told[0]:
            break
    assert re.fullmatch(r"takes longer than .*: it is not checked from line [\d,]+ on", told[0])
