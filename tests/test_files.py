"""files: what PATHS come to, in one order, and what is said of the rest."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from copylint.files import Found, discover, display
from copylint.rule import Failure

SUFFIXES = (".txt", ".md", ".html")
KNOWN = "(.html, .md, .txt)"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    monkeypatch.chdir(tmp_path)

    def make(*names: str) -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
        return tmp_path

    return make


def find(*paths: str, **options: object) -> Found:
    return discover(paths, suffixes=SUFFIXES, **options)  # type: ignore[arg-type]


def names(found: Found) -> list[str]:
    return [file.name for file in found.files]


def said(found: Found) -> list[tuple[str | None, str]]:
    return [(failure.path, failure.message) for failure in found.failures]


def test_a_walk_takes_known_formats_in_silence_and_in_order(tree: Callable[..., Path]) -> None:
    tree("b.md", "a/z.TXT", "a/logo.png", "a.md", "c/d/e.html", "notes", "archive.tar.md", "html", ".md", "x.")
    found = find(".")
    assert names(found) == ["a.md", "a/z.TXT", "archive.tar.md", "b.md", "c/d/e.html"]
    assert (found.failures, found.excluded) == ((), ())


def test_a_walk_skips(tree: Callable[..., Path]) -> None:
    tree("a.md", ".git/a.md", ".hidden/a.md", ".hidden.md", "node_modules/x/a.md", "__pycache__/a.md")
    tree("env/pyvenv.cfg", "env/lib/a.md")
    assert names(find(".")) == ["a.md"]
    assert names(find("env", ".hidden.md", "node_modules")) == [
        ".hidden.md",
        "env/lib/a.md",
        "node_modules/x/a.md",
    ]


def test_each_file_once(tree: Callable[..., Path]) -> None:
    root = tree("a/b.md")
    (root / "link.md").symlink_to("a/b.md")
    (root / "folder").symlink_to("a")
    found = find("a", "a/b.md", "./a//b.md", str(root / "a" / "b.md"), "a/../a/b.md", "link.md", "folder", ".")
    assert names(found) == ["a/b.md"]
    assert found.files[0].path == str(root / "a" / "b.md")


def test_links(tree: Callable[..., Path]) -> None:
    root = tree("a/b.md", "other/c.md")
    (root / "a" / "loop").symlink_to("..")
    (root / "a" / "file.md").symlink_to("../other/c.md")
    (root / "a" / "folder.md").symlink_to("../other")
    (root / "a" / "self.md").symlink_to("self.md")
    (root / "a" / "gone.md").symlink_to("nowhere.md")
    found = find("a")
    assert names(found) == ["a/b.md", "a/file.md"]
    assert said(found) == [("a/gone.md", "this link leads nowhere"), ("a/self.md", "this link leads nowhere")]
    assert said(find("a/gone.md")) == [("a/gone.md", "this link leads nowhere")]


def test_what_is_no_file(tree: Callable[..., Path]) -> None:
    root = tree("x.txt/inner.txt")
    os.mkfifo(root / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
    assert names(find("x.txt")) == ["x.txt/inner.txt"]
    expected = [("pipe.txt", "this is a pipe, not a file"), ("s.txt", "this is a socket, not a file")]
    assert said(find("pipe.txt", "s.txt")) == expected
    found = find(".")
    assert (names(found), said(found)) == (["x.txt/inner.txt"], expected)
    assert said(find(os.devnull))[0][1] == "this is a device, not a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read(tree: Callable[..., Path]) -> None:
    root = tree("a.md", "shut/b.md")
    (root / "shut").chmod(0)
    try:
        found = find(".")
    finally:
        (root / "shut").chmod(0o700)
    assert names(found) == ["a.md"]
    assert said(found) == [("shut", "this folder cannot be read: permission denied")]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("articles/idlip.md", "there is no such file or folder (did you mean 'articles/idlib.md'?)"),
        ("articels/idlib.md", "there is no such file or folder (did you mean 'articles/idlib.md'?)"),
        ("articels/other.md", "there is no such file or folder"),
        ("zebra", "there is no such file or folder"),
        ("articles/idlib.md/x", "not a directory"),
        ("logo.png", f"this is in no format that copylint reads {KNOWN}"),
        ("story.docx", f"this is in no format that copylint reads {KNOWN}: save it as one of them"),
        ("x" * 300, "file name too long"),
        ("a\0b", "no path has a null character in it"),
        ("articles/*.html", "this pattern matches nothing that copylint reads"),
        ("articels/*.md", "this pattern matches nothing that copylint reads (did you mean 'articles'?)"),
        ("*.png", "this pattern matches nothing that copylint reads"),
    ],
    ids=lambda text: str(text)[:30].replace("\0", "NUL"),
)
def test_a_named_path_that_cannot_be_linted(tree: Callable[..., Path], path: str, message: str) -> None:
    tree("articles/idlib.md", "logo.png", "story.docx")
    found = find(path)
    assert (found.files, said(found)) == ((), [(path, message)])


def test_the_kind_of_a_failure(tree: Callable[..., Path]) -> None:
    tree("logo.png")
    assert find("logo.png", "gone.md").failures == (
        Failure("unreadable", "there is no such file or folder", "gone.md"),
        Failure("skipped", f"this is in no format that copylint reads {KNOWN}", "logo.png"),
    )


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.md", ["a.md"]),
        ("**/*.md", ["a.md", "n/b.md", "n/o/c.md"]),
        ("n/**", ["n/b.md", "n/o/c.md", "n/o/d[1].txt"]),
        ("**", ["a.md", "n/b.md", "n/o/c.md", "n/o/d[1].txt"]),
        ("**/o/*", ["n/o/c.md", "n/o/d[1].txt"]),
        ("*/o", ["n/o/c.md", "n/o/d[1].txt"]),
        ("n/?.md", ["n/b.md"]),
        ("n/[a-c].md", ["n/b.md"]),
        ("./n/*/[!x].md", ["n/o/c.md"]),
        ("n/o/d[1].txt", ["n/o/d[1].txt"]),
        ("n/*/", ["n/o/c.md", "n/o/d[1].txt"]),
        (".*/*.md", [".h/e.md"]),
    ],
)
def test_globs(tree: Callable[..., Path], pattern: str, expected: list[str]) -> None:
    root = tree("a.md", "n/b.md", "n/o/c.md", "n/o/d[1].txt", "n/x.png", ".h/e.md", "node_modules/f.md")
    (root / "n" / "loop").symlink_to("..")
    found = find(pattern)
    assert (names(found), said(found)) == (expected, [])
    assert names(find(f"{root}/{pattern}")) == expected


def test_a_glob_of_many_stars_ends(tree: Callable[..., Path]) -> None:
    tree("a/" * 30 + "b.md")
    assert len(find("**/" * 60 + "*.md").files) == 1


def test_exclusion_holds_for_what_is_named(tree: Callable[..., Path]) -> None:
    root = tree("a.md", "draft/b.md", "draft/c.png")

    def excluded(path: str, folder: bool) -> bool:
        name = path.removeprefix(f"{root}/")
        return name == "draft" if folder else name.startswith("draft/")

    found = find(".", excluded=excluded)
    assert (names(found), found.excluded) == (["a.md"], ())
    found = find("draft/b.md", "draft/c.png", "draft", "draft/*.md", excluded=excluded)
    assert (found.files, found.failures, found.excluded) == ((), (), ("draft", "draft/b.md", "draft/c.png"))
    found = discover(["-"], suffixes=SUFFIXES, excluded=excluded, stdin_name="draft/b.md")
    assert (found.files, found.excluded) == ((), ("draft/b.md",))


def test_inclusion_holds_for_walks_alone(tree: Callable[..., Path]) -> None:
    tree("a.md", "b.md")
    assert names(find(".", wanted_in=lambda folder: lambda path: path.endswith("a.md"))) == ["a.md"]
    assert names(find("b.md", wanted_in=lambda folder: lambda path: path.endswith("a.md"))) == ["b.md"]


def test_standard_input(tree: Callable[..., Path]) -> None:
    root = tree("a.md", "b.md")
    assert discover(["-"], suffixes=SUFFIXES).files == (("-", "<stdin>"),)
    found = discover([".", "-"], suffixes=SUFFIXES, stdin_name="./b.md")
    assert found.files == ((str(root / "a.md"), "a.md"), ("-", "b.md"))


def test_names_are_valid_text(tree: Callable[..., Path]) -> None:
    root = tree("café.md")
    (root / os.fsdecode(b"caf\xe9.txt")).touch()
    assert names(find(".")) == ["caf\\xe9.txt", "café.md"]
    assert display(str(root), str(root / "x")) == ".."
    assert display("/a/b.md", "/") == "a/b.md"


def test_a_deep_tree(tree: Callable[..., Path]) -> None:
    root = tree()
    here = os.getcwd()
    for _ in range(600):  # deeper than a path can be long
        os.mkdir("deep-deep")
        os.chdir("deep-deep")
    os.chdir(here)
    messages = {failure.message for failure in find(".").failures}
    assert messages == {"this folder cannot be read: file name too long"}
    assert root.is_dir()


def test_a_walk_takes_no_link_out_of_the_tree(tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree("secret.md", "repository/a.md", "repository/docs/b.md", "repository/.git/c.md")
    repository = root / "repository"
    (repository / "docs" / "out.md").symlink_to("../../secret.md")
    (repository / "docs" / "absolute.md").symlink_to(root / "secret.md")
    (repository / "docs" / "in.md").symlink_to("../a.md")
    monkeypatch.chdir(repository)
    # A file that has two names is taken by its own.
    assert names(find("docs")) == ["docs/b.md", "docs/in.md"]
    assert names(find("docs/*.md")) == ["docs/b.md", "docs/in.md"]
    assert names(find("docs/out.md")) == ["docs/out.md"], "what is named is read"
    (repository / ".git" / "c.md").unlink()
    (repository / ".git").rmdir()
    assert names(find(".")) == ["a.md", "docs/b.md"]
