"""Changing files: what is kept, what is refused, and what standard input gives."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from copylint.cli import main
from copylint.cli.difference import parse
from copylint.cli.writing import Refused, rewrite

FAULT = "The ship has has sailed.\n"
FIXED = "The ship has sailed.\n"
ONLY = ["-q", "--isolated", "--select", "spacing/doubled-word", "--unsafe-fixes"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf" + FAULT.encode(), b"\xef\xbb\xbf" + FIXED.encode()),
        (FAULT.replace("\n", "\r\n").encode(), FIXED.replace("\n", "\r\n").encode()),
        (b"One.\r\n\rTwo two.\n", b"One.\r\n\rTwo.\n"),
        (b"\xff\xfe" + FAULT.encode("utf-16-le"), b"\xff\xfe" + FIXED.encode("utf-16-le")),
        (FAULT.strip().encode(), FIXED.strip().encode()),
        (
            "Ein Wort — has has — \u2028 \x85 ende.\n".encode(),
            "Ein Wort — has — \u2028 \x85 ende.\n".encode(),
        ),
    ],
    ids=["BOM", "CRLF", "mixed ends", "UTF-16", "no last end", "other breaks"],
)
def test_all_but_the_words_is_kept(folder: Path, before: bytes, after: bytes) -> None:
    path = folder / "a.txt"
    path.write_bytes(before)
    path.chmod(0o640)
    assert main(["check", *ONLY, "a.txt"]) == 0
    assert path.read_bytes() == after
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in folder.iterdir()] == ["a.txt"]


def test_links_are_kept(folder: Path) -> None:
    (folder / "a.txt").write_text(FAULT)
    (folder / "link.txt").symlink_to("a.txt")
    os.link(folder / "a.txt", folder / "other.txt")
    assert main(["check", *ONLY, "link.txt"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert (folder / "other.txt").read_text() == FIXED


def test_a_link_out_of_the_tree_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = folder / "tree"
    tree.mkdir()
    (folder / "a.txt").write_text(FAULT)
    (tree / "a.txt").symlink_to(folder / "a.txt")
    os.chdir(tree)
    assert main(["check", *ONLY, "a.txt"]) == 2
    assert "is left as it was: it is a link that leads out of the tree" in capsys.readouterr().out
    assert (folder / "a.txt").read_text() == FAULT


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_refused(folder: Path) -> None:
    (folder / "a.txt").write_text(FAULT)
    (folder / "a.txt").chmod(0o444)
    assert main(["check", *ONLY, "a.txt"]) == 2
    assert (folder / "a.txt").read_text() == FAULT


def test_a_file_that_changed_in_the_meantime_is_refused(folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text("newer")
    with pytest.raises(Refused, match="it has changed since it was read"):
        rewrite(str(path), b"older", b"fixed", str(folder))
    assert path.read_text() == "newer"
    assert [entry.name for entry in folder.iterdir()] == ["a.txt"]


def test_a_diff_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("One.\n\n" + FAULT.strip())
    assert main(["check", *ONLY, "--diff", "a.txt"]) == 1
    assert capsys.readouterr().out == (
        "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n One.\n \n"
        "-The ship has has sailed.\n\\ No newline at end of file\n"
        "+The ship has sailed.\n\\ No newline at end of file\n"
    )
    assert (folder / "a.txt").read_text() == "One.\n\n" + FAULT.strip()
    (folder / "a.txt").write_text(FIXED)
    assert main(["check", *ONLY, "--diff", "a.txt"]) == 0


def test_a_name_in_a_diff_ends_where_it_ends(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For git and for patch; and none begins another file, or tells a terminal what to do."""
    names = {"a b.txt": "a/a b.txt\t", "c\n+++ x.txt": '"a/c\\012+++ x.txt"', 'd"\x1b[2J.txt': '"a/d\\"\\033[2J.txt"'}
    for name in names:
        (folder / name).write_text(FAULT)
    assert main(["check", *ONLY, "--diff"]) == 1
    printed = capsys.readouterr().out
    assert [line.removeprefix("--- ") for line in printed.split("\n") if line.startswith("--- ")] == [*names.values()]
    applied = subprocess.run(["git", "apply", "-"], input=printed, text=True, cwd=folder, capture_output=True)
    assert (applied.stderr, [(folder / name).read_text() for name in names]) == ("", [FIXED] * 3)


def test_a_diff_is_harmless_on_a_terminal_and_whole_in_a_pipe(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_bytes(b"The ship has has\x1b]0;x\x07 sailed.\r\n")
    assert main(["check", *ONLY, "--diff", "a.txt"]) == 1
    assert "\n+The ship has\x1b]0;x\x07 sailed.\r\n" in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["check", *ONLY, "--diff", "a.txt"]) == 1
    assert "\n+The ship has\u241b]0;x\u2407 sailed.\n" in capsys.readouterr().out
    (folder / "a.txt").write_text(FAULT.strip())
    assert main(["check", *ONLY, "--diff", "a.txt"]) == 1
    assert capsys.readouterr().out.endswith(f"\n+{FIXED.strip()}\n\\ No newline at end of file\n")


@pytest.mark.parametrize("option", ["--diff", "--statistics"])
def test_a_file_that_cannot_be_read_is_named_whatever_is_printed(
    folder: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_bytes(b"caf\xe9\n")
    assert main(["check", "-q", option, "a.txt"]) == 2
    assert capsys.readouterr().err.startswith("copylint: a.txt: byte 0xE9 at line 1 is not UTF-8; ")


@pytest.mark.parametrize(
    ("configuration", "text", "printed", "code"),
    [
        ("", FAULT.encode(), FIXED.encode(), 0),
        ("", b"\xef\xbb\xbf" + FAULT.encode(), b"\xef\xbb\xbf" + FIXED.encode(), 0),
        ('exclude = ["a.txt"]\n', FAULT.encode(), FAULT.encode(), 0),
        ("", b"\xff\x00broken", b"\xff\x00broken", 2),
    ],
    ids=["fixed", "BOM", "excluded", "unreadable"],
)
def test_standard_input_is_printed(
    folder: Path,
    configuration: str,
    text: bytes,
    printed: bytes,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    (folder / "copylint.toml").write_text(configuration)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    arguments = ["-q", "--select", "spacing/doubled-word", "--unsafe-fixes", "--stdin-filename", "a.txt", "-"]
    assert main(["check", *arguments]) == code
    assert capfdbinary.readouterr().out == printed


def test_the_summary_tells_what_was_fixed_and_what_is_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("The ship has has sailed.\n\n“It has has sunk,” he said.\n")
    assert main(["check", "--isolated", "--select", "spacing/doubled-word", "--unsafe-fixes", "a.txt"]) in (
        0,
        1,
    )
    assert "1 fixed." in capsys.readouterr().out
    assert (folder / "a.txt").read_text() == "The ship has sailed.\n\n“It has has sunk,” he said.\n"


@pytest.mark.parametrize(
    ("name", "source", "written"),
    [
        ("a.txt", "One.\n\nIt has has sunk.\n", "One.\n\n# copylint: ignore-block[spacing/doubled-word] as sung\nIt has has sunk.\n"),
        ("a.md", "- It has has sunk.\n- One.\n", "- It has has sunk. <!-- copylint: ignore-block[spacing/doubled-word] as sung -->\n- One.\n"),
        ("a.html", "<p>It has has sunk.</p>\r\n", "<p>It has has sunk. <!-- copylint: ignore-block[spacing/doubled-word] as sung --></p>\r\n"),
        ("b.md", "---\ntitle: It has has sunk\n---\n\nOne.\n", "---\ntitle: It has has sunk\n---\n\nOne.\n"),
    ],
)  # fmt: skip
def test_suppressions_are_written(folder: Path, name: str, source: str, written: str) -> None:
    (folder / name).write_bytes(source.encode())
    arguments = ["-q", "--isolated", "--select", "spacing/doubled-word,suppression"]
    assert main(["check", *arguments, "--add-ignores", "as sung"]) == (0 if source != written else 1)
    assert (folder / name).read_bytes().decode() == written
    assert main(["check", *arguments]) == (0 if source != written else 1)


@pytest.mark.parametrize(("reason", "said"), [("a.txt", ", not 'a.txt'"), ("-", ", not '-'"), (" ", "")])
def test_a_path_is_no_reason(folder: Path, capsys: pytest.CaptureFixture[str], reason: str, said: str) -> None:
    """Whoever forgets the reason would have it written into every article below the folder."""
    (folder / "a.txt").write_text("It has has sunk.\n")
    assert main(["check", "--isolated", "--add-ignores", reason]) == 2
    assert capsys.readouterr().err.startswith(f"copylint: --add-ignores needs a reason{said}, such as ")
    assert (folder / "a.txt").read_text() == "It has has sunk.\n"


def test_suppressed_findings_are_counted_and_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("copylint: ignore[spacing] as sung\n\nIt has has sunk.\n")
    assert main(["check", "--isolated", "a.txt"]) == 0
    assert capsys.readouterr().out == "No findings in 1 file. 1 suppressed.\n"
    assert main(["check", "--isolated", "--show-suppressed", "a.txt"]) == 0
    assert "spacing/doubled-word (suppressed)" in capsys.readouterr().out


def _git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], check=True)


def test_only_what_changed_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.txt").write_text("It has has sunk.\n\nA ship\nwas late.\n\nIt has has rained.\n")
    (folder / "same.txt").write_text("It has has sunk.\n")
    _git("init", "-q")
    _git("add", ".")
    _git("commit", "-qm", "first")
    (folder / "old.txt").write_text("It has has sunk.\n\nA red ship\nhas has been late.\n\nIt has has rained.\n")
    (folder / "new é.txt").write_text("It has has sunk.\n")
    assert main(["check", *ONLY[:4], "--format", "concise", "--diff-base", "HEAD"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["new é.txt:1:4", "old.txt:4:1"]
    assert main(["check", *ONLY[:4], "--diff-base", "no-such-thing"]) == 2
    assert "is not a revision that git knows here" in capsys.readouterr().err


@pytest.mark.parametrize("bom", [b"", b"\xff\xfe"], ids=["which git is told is no text", "in UTF-16"])
def test_what_changed_in_a_file_that_git_takes_for_binary_is_reported(
    folder: Path, bom: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    encoding = "utf-16-le" if bom else "utf-8"
    (folder / ".gitattributes").write_text("*.txt -diff\n" if not bom else "")
    path = folder / "a.txt"
    path.write_bytes(bom + "A ship\u200a\u200asailed.\n\nIt rained.\n".encode(encoding))
    _git("init", "-q")
    _git("add", ".")
    _git("commit", "-qm", "first")
    assert main(["check", *ONLY[:4], "--diff-base", "HEAD"]) == 0
    path.write_bytes(bom + "A ship\u200a\u200asailed.\n\nIt rained and and rained.\n".encode(encoding))
    assert main(["check", *ONLY[:4], "--format", "concise", "--diff-base", "HEAD"]) == 1
    assert capsys.readouterr().out.startswith("a.txt:3:11: ")


def test_a_diff_is_parsed() -> None:
    diff = (
        "diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1,2 @@ +++ b/x\n-old\n+new\n+++ b/no\n"
        "@@ -9,2 +10,0 @@\n-x\n-y\n"
        'diff --git "a/b\\t.txt" "b/b\\t.txt"\n--- /dev/null\n+++ "b/b\\t.txt"\n@@ -0,0 +1 @@\n+one\n'
        "diff --git a/gone b/gone\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
    )
    assert parse(diff) == {"a.txt": ((1, 2),), "b\t.txt": ((1, 1),)}


@pytest.mark.parametrize("scope", ["folder", "project"])
def test_what_is_judged_over_several_files_is_fixed_in_every_pass(folder: Path, scope: str) -> None:
    (folder / "copylint.toml").write_text(f'scope = "{scope}"\n')
    (folder / "a.txt").write_text("At noon,cease-fire or not, the port shut.\n")  # two fixes that touch
    (folder / "b.txt").write_text("The ceasefire held. A ceasefire is a ceasefire, and no ceasefire is for ever.\n")
    assert main(["check", "-q", "--unsafe-fixes", "a.txt"]) == 0
    assert (folder / "a.txt").read_text() == "At noon, ceasefire or not, the port shut.\n"
    assert main(["check", "-q", "--unsafe-fixes", "--diff", "."]) == 0


def test_new_evidence_of_an_old_finding_is_not_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = "The ceasefire held. A ceasefire is good.\n\nOne cease-fire failed.\n"
    (folder / "a.txt").write_text(old)
    _git("init", "-q")
    _git("add", ".")
    _git("commit", "-qm", "first")

    def told(text: str) -> list[str]:
        (folder / "a.txt").write_text(text)
        main(["check", "-q", "--isolated", "--format", "concise", "--diff-base", "HEAD"])
        return [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()]

    assert told(old + "\nThis ceasefire is new, and right.\n") == []
    assert told(old + "\nThis cease-fire is new, and wrong.\n") == ["a.txt:3:5"]
    (folder / "a.txt").write_text("One cease-fire failed.\n")
    _git("commit", "-qam", "second")
    assert told("One cease-fire failed.\n\nThe ceasefire held. A ceasefire is good.\n") == ["a.txt:1:5"]
