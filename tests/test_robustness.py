"""What copylint promises when things go wrong: every bad input ends in time, in memory, and in a plain sentence."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copylint.cli import main
from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats
from copylint.plugins import registry
from copylint.rule import Chosen
from tests.bad_inputs import FILES, REFUSED, Bad
from tests.waiting import SECONDS, comes_true

ROOT = Path(__file__).resolve().parent.parent
SIZE = float(os.environ.get("COPYLINT_BAD_INPUT_SIZE", "0.02"))  # 1 makes each file as large as it is meant to be
FAULTY = "He met the the envoy.\n"
FOUND = "story.txt:1:8: warning spacing/doubled-word: 'the the': one 'the' is enough.\n"
_MEMORY = 1_500_000_000


def run(
    *arguments: str,
    folder: Path,
    stdin: bytes = b"",
    path: str = "",
    timeout: float = SECONDS,
    memory: int = _MEMORY,
    **environment: str,
) -> subprocess.CompletedProcess[bytes]:
    """A whole process with a limit on its time and memory."""
    python = ["-X", "utf8"] if "LC_ALL" not in environment else []
    return subprocess.run(
        [sys.executable, *python, "-m", "copylint", *arguments],
        cwd=folder,
        env=surroundings(folder, path, **environment),
        input=stdin,
        capture_output=True,
        timeout=timeout,
        check=False,
        preexec_fn=lambda: limited(memory),
    )


def in_shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """A command line of a shell, which may close or lead elsewhere what copylint reads and writes."""
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=surroundings(folder),
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )


def surroundings(folder: Path, path: str = "", **environment: str) -> dict[str, str]:
    places = os.pathsep.join(part for part in (path, str(ROOT)) if part)
    return {**os.environ, "PYTHONPATH": places, "COPYLINT_CACHE_DIR": str(folder / ".cache"), **environment}


def limited(memory: int) -> None:
    resource = pytest.importorskip("resource")
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def told(result: subprocess.CompletedProcess[bytes]) -> str:
    return (result.stdout + result.stderr).decode()


# Files


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What one run says of every bad file, by its name."""
    folder = tmp_path_factory.mktemp("bad")
    for bad in FILES:
        (folder / bad.name).write_bytes(bad.make(SIZE))
    result = run(
        "check", "-q", "--no-cache", "--format", "json", "--jobs", "1", folder=folder, timeout=300 + 900 * SIZE
    )
    assert result.returncode == 2
    assert result.stderr == b""
    yield {file["path"]: file for file in json.loads(result.stdout)["files"]}
    assert not (folder / "owned").exists()


@pytest.mark.parametrize("bad", FILES, ids=[bad.name for bad in FILES])
def test_a_bad_file_is_read_or_refused_in_a_sentence(bad: Bad, reports: dict[str, Any]) -> None:
    report = reports[bad.name]
    failures, findings = report["failures"], report["findings"]
    weighty = any(one["severity"] != "suggestion" for one in findings)
    code = 2 if failures else 1 if weighty else 0
    # The smaller file of the kind may have nothing to find; the larger one more than is reported, or than there is time.
    told_of_much = [one for one in failures if one["kind"] == "skipped" or (SIZE >= 1 and one["kind"] == "timeout")]
    assert code in bad.codes or told_of_much or (SIZE < 1 and code in (0, 1) and bad.codes != REFUSED)
    for failure in failures:
        assert failure["kind"] in (("unreadable", "skipped", "timeout") if SIZE >= 1 else ("unreadable", "skipped"))
        assert "Traceback" not in failure["message"]
        assert "\n" not in failure["message"]
    if bad.says.startswith(":"):
        assert bad.says in [f":{one['start']['line']}:{one['start']['column']}: " for one in findings]
    else:
        assert bad.says in "".join(failure["message"] for failure in failures)
    data = (bad.make(SIZE)).decode("utf-8-sig", "replace")
    for one in findings:
        if "utf" not in bad.name:
            assert one["text"] == data[one["start"]["offset"] : one["end"]["offset"]]


@pytest.mark.parametrize("size", [250_000_000, 2_000_000_000])
def test_a_file_that_is_too_large_is_skipped(tmp_path: Path, size: int) -> None:
    with open(tmp_path / "sparse.txt", "wb") as file:
        file.truncate(size)
    result = run("check", "-q", "--format", "concise", "sparse.txt", folder=tmp_path, memory=500_000_000)
    assert result.returncode == 2
    assert told(result) == "sparse.txt: failed skipped: is larger than 200 MB\n"


@pytest.mark.parametrize("arguments", [["check", "-q"], ["check", "-q", "--fix"], ["stats"]], ids=" ".join)
def test_standard_input_without_an_end_is_skipped(tmp_path: Path, arguments: list[str]) -> None:
    with open("/dev/zero", "rb") as zeros:
        result = subprocess.run(
            [sys.executable, "-m", "copylint", *arguments, "-"],
            cwd=tmp_path,
            env=surroundings(tmp_path),
            stdin=zeros,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            preexec_fn=lambda: limited(_MEMORY),
        )
    assert result.returncode == 2
    assert b"is larger than 200 MB" in result.stdout + result.stderr
    assert b"\0" not in result.stdout


def test_a_file_that_needs_more_memory_than_there_is_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met on Monday and left. " * 2_000_000)
    (tmp_path / "story.txt").write_text(FAULTY)
    result = run("check", "-q", "--no-cache", "--jobs", "1", "--format", "concise", folder=tmp_path, memory=110_000_000)
    assert result.returncode == 2
    assert "a.txt: failed skipped: is too large for the memory there is\n" in told(result)
    assert FOUND in told(result)


def test_a_large_file_is_linted_in_memory_that_is_bounded(tmp_path: Path) -> None:
    part = "The envoy of ship {} met the harbour master of port {} on a wet day.\n\n"
    megabytes = 50 if SIZE >= 1 else 2
    text = "".join(part.format(number, number * 7) for number in range(megabytes * 14_000))
    (tmp_path / "story.txt").write_text(FAULTY + "\n" + text)
    result = run(
        "check", "-q", "--no-cache", "--format", "concise", "story.txt",
        folder=tmp_path, memory=500_000_000 + 10 * len(text), timeout=3 * (10 + megabytes) + SECONDS,
    )  # fmt: skip
    assert result.stdout.decode().startswith(FOUND)
    assert result.returncode == 1


# Names and links

NAMES = {
    "escape": ("a\x1b[31mb.txt", "a␛[31mb.txt"),
    "newline": ("a\nb.txt", "a␊b.txt"),
    "bidi": ("a\u202etxt.txt", "a\\u{202e}txt.txt"),
    "not UTF-8": (b"a\xffb.txt", "a\\xffb.txt"),
    "a dash": ("-q.txt", "-q.txt"),
    "240 characters": ("a" * 236 + ".txt", "a" * 236 + ".txt"),
    "a comma and quotes": ("a, \"b'.txt", "a, \"b'.txt"),
    "percent": ("::error%0A.txt", "::error%0A.txt"),
}


@pytest.mark.parametrize(("name", "shown"), NAMES.values(), ids=NAMES)
def test_a_strange_name_is_shown_harmlessly(tmp_path: Path, name: str | bytes, shown: str) -> None:
    path = os.path.join(os.fsencode(tmp_path), os.fsencode(name))
    with open(path, "w") as file:
        file.write(FAULTY)
    result = run("check", "-q", "--format", "concise", folder=tmp_path)
    assert (result.returncode, result.stdout.decode()) == (1, FOUND.replace("story.txt", shown))


@pytest.mark.parametrize("format", ["full", "github", "json", "jsonl", "sarif", "junit", "html", "markdown", "gitlab"])
def test_no_report_carries_a_strange_name_raw(tmp_path: Path, format: str) -> None:
    hostile = b"a\x1b[31m\n::error::x<script>alert(1)<script>\xff.txt"
    with open(os.path.join(os.fsencode(tmp_path), hostile), "w") as file:
        file.write("He met \x1b]0;x\x07 the the \u202e<script>alert(1)</script> envoy.\n")
    result = run("check", "-q", "--format", format, folder=tmp_path)
    assert result.returncode == 1
    assert re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", result.stdout) is None
    assert "\u202e" not in result.stdout.decode() or format in ("json", "jsonl", "sarif", "gitlab")
    assert not re.search(rb"(?m)^::error::x", result.stdout)
    if format in ("html", "markdown", "junit"):
        assert b"<script>alert" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["config", "a.txt"], 'exclude = ["\\u001b[31mred"]'),
        (["rules", "newsroom"], "newsroom: N.␛[31m"),
        (["explain", "newsroom/one"], "S.␛[31m"),
        (["test-rules", "rules"], "'the␛[31m'"),
        (["baseline", "check"], "new: newsroom/one: 'the␛[31m'."),
        (["import-terms", "words.csv"], '"a\\u001bb" = "c"'),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_no_command_prints_what_others_wrote_raw(tmp_path: Path, arguments: list[str], shown: str) -> None:
    files = {
        "copylint.toml": 'rules-folders = ["rules"]\nexclude = ["\\u001b[31mred"]\nselect = ["newsroom"]\n',
        "rules/newsroom/pack.toml": 'summary = "N.\\u001b[31m"\n',
        "rules/newsroom/one.toml": 'summary = "S.\\u001b[31m"\nwhy = "W."\nmessage = "\'{match}\'."\n'
        'check = "pattern"\noptions.pattern = "the\\\\W+31m"\nexamples = [{ good = "Read the\\u001b[31m." }]\n',
        ".copylint-baseline.json": '{"version": 1, "findings": []}\n',
        "a.txt": "Read the\x1b[31m story.\n",
        "words.csv": "a\x1bb,c\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    result = run(*arguments, folder=tmp_path)
    assert shown in result.stdout.decode()
    assert b"\x1b" not in result.stdout + result.stderr


def test_a_walk_ends_whatever_links_there_are(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    (inside / "deep").mkdir(parents=True)
    (inside / "deep" / "up").symlink_to("..")
    (inside / "self.txt").symlink_to("self.txt")
    (inside / "gone.txt").symlink_to("nowhere")
    (inside / "folder.txt").mkdir()
    (inside / "folder.txt" / "story.txt").write_text(FAULTY)
    os.mkfifo(inside / "pipe.txt")
    result = run("check", "-q", "--format", "concise", folder=inside)
    assert result.returncode == 2
    assert sorted(told(result).splitlines()) == [
        "folder.txt/" + FOUND.rstrip(),
        "gone.txt: failed unreadable: this link leads nowhere",
        "pipe.txt: failed unreadable: this is a pipe, not a file",
        "self.txt: failed unreadable: this link leads nowhere",
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("pipe.txt", "pipe.txt: failed unreadable: this is a pipe, not a file\n"),
        ("shut.txt", "shut.txt: failed unreadable: cannot be read: Permission denied\n"),
        ("none.txt", "none.txt: failed unreadable: there is no such file or folder"),
        ("", "'': failed unreadable: there is no such file or folder\n"),
        ("a" * 300 + ".txt", "a" * 300 + ".txt: failed unreadable: file name too long\n"),
        ("story.docx", "story.docx: failed skipped: this is in no format that copylint reads"),
    ],
    ids=["pipe", "unreadable", "missing", "empty", "name too long", "unknown"],
)
def test_what_is_named_and_cannot_be_read_is_told(tmp_path: Path, name: str, sentence: str) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "story.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "shut.txt").write_text(FAULTY)
    (tmp_path / "shut.txt").chmod(0)
    if name == "shut.txt" and os.access(tmp_path / "shut.txt", os.R_OK):
        pytest.skip("this user may read everything")
    result = run("check", "-q", "--format", "concise", name, folder=tmp_path)
    assert result.returncode == 2
    assert told(result).startswith(sentence)


# Configuration and rules

NEWSROOM = {"rules/newsroom/pack.toml": 'summary = "N."\n', "copylint.toml": 'rules-folders = ["rules"]\n'}
RULE = 'summary = "S."\nwhy = "W."\nmessage = "\'{match}\'."\n'
_PATTERN = RULE + 'check = "pattern"\noptions.pattern = '


def _rule(text: str) -> dict[str, str | bytes]:
    return {**NEWSROOM, "rules/newsroom/one.toml": text}


CONFIGURATIONS: dict[str, tuple[dict[str, str | bytes], str]] = {
    "malformed": ({"copylint.toml": "ignore = [\n"}, "copylint.toml:2:1: not valid TOML"),
    "too large": ({"copylint.toml": "# " + "x" * 10_000_000}, "copylint.toml: is larger than 10 MB"),
    "deep arrays": ({"copylint.toml": "a = " + "[" * 20_000}, "nested too deeply"),
    "deep tables": ({"copylint.toml": "a = " + "{a=" * 20_000}, "nested too deeply"),
    "deep keys": ({"copylint.toml": "[" + "a." * 20_000 + "b]"}, "nested too deeply"),
    "not UTF-8": ({"copylint.toml": b'ignore = ["\xff"]'}, "copylint.toml:1:12: not valid TOML: it is not UTF-8"),
    "NUL": ({"copylint.toml": b'ignore = ["\0"]'}, "illegal character '\\x00'"),
    "UTF-16": ({"copylint.toml": "ignore = []".encode("utf-16")}, "it is not UTF-8"),
    "a key twice": ({"copylint.toml": "ignore = []\nignore = []\n"}, "copylint.toml:2:12: "),
    "unknown key": ({"copylint.toml": "ignor = []\n"}, "(did you mean 'ignore'?)"),
    "wrong type": ({"copylint.toml": "ignore = 5\n"}, "'ignore' must be an array of strings"),
    "no rule": ({"copylint.toml": 'ignore = ["quotes/iner-space"]\n'}, "did you mean 'quotes/inner-space'?"),
    "escapes in a key": ({"copylint.toml": '"\\u001b[31m\\u202e" = 1\n'}, "'␛[31m\\u{202e}' is not a configuration key"),
    "style outside": ({"copylint.toml": 'style = "../../up.toml"\n'}, "'../../up.toml' leads out of the repository"),
    "style at the root": ({"copylint.toml": 'style = "/etc/passwd"\n'}, "leads out of the repository"),
    "style of the web": ({"copylint.toml": 'style = "https://example.org/x"\n'}, "is a URL; nothing is fetched"),
    "style of itself": ({"copylint.toml": 'style = "./s.toml"\n', "s.toml": 'extends = "./s.toml"\n'}, "extends itself"),
    "rules outside": ({"copylint.toml": 'rules-folders = ["../up"]\n'}, "'../up' leads out of the repository"),
    "NUL in a path": ({"copylint.toml": 'rules-folders = ["a\\u0000"]\n'}, "a path holds no NUL"),
    "NUL in another": ({"copylint.toml": 'baseline = "a\\u0000"\n'}, "a path holds no NUL"),
    "baseline is a pipe": ({"copylint.toml": 'baseline = "b.json"\n', "b.json": "|"}, "the baseline cannot be read: it is not a regular file"),
    "baseline by a link": ({"copylint.toml": 'baseline = "b.json"\n', "b.json": "->/etc/passwd"}, "'b.json' leads out of the repository"),
    "baseline too large": ({"copylint.toml": 'baseline = "b.json"\n', "b.json": " " * 50_000_001}, "the baseline cannot be read: it is larger than 50 MB"),
    "rules by a link": ({"copylint.toml": 'rules-folders = ["x"]\n', "x": "->/etc"}, "'x' leads out of the repository"),
    "a rule by a link": (_rule("->/etc/passwd"), "leads out of the repository"),
    "rules in Python": ({**NEWSROOM, "rules/newsroom/x.py": "open('owned', 'w')\n"}, "Python rules come from installed"),
    "rule is a pipe": (_rule("|"), "not a rule"),
    "configuration is a pipe": ({"copylint.toml": "|"}, "it is not a regular file"),
    "configuration out of the tree": ({"copylint.toml": "->/etc/passwd"}, "this link leads out of the repository"),
    "configuration out and hidden": ({".copylint.toml": "->/dev/null"}, "this link leads out of the repository"),
    "configuration of nobody": ({"pyproject.toml": "->/etc/passwd"}, "this link leads out of the repository"),
    "many patterns": ({"copylint.toml": "include = [" + "'a/*.txt'," * 300_000 + "]"}, "has 300,000 patterns, and may have 5,000"),
    "configuration is a loop": ({"copylint.toml": "->copylint.toml"}, "too many levels of symbolic links"),
    "baseline outside": ({"copylint.toml": 'baseline = "../x.json"\n'}, "'../x.json' leads out of the repository"),
    "baseline deep": ({"copylint.toml": 'baseline = "b.json"\n', "b.json": "[" * 100_000}, "the baseline cannot be read"),
    "baseline binary": ({"copylint.toml": 'baseline = "b.json"\n', "b.json": b"\xff\0"}, "the baseline cannot be read"),
    "pattern invalid": (_rule(_PATTERN + "'(a'"), "the pattern '(a' is not valid"),
    "pattern missing": (_rule(_PATTERN + "''"), "'pattern' is missing"),
    "pattern empty": (_rule(_PATTERN + "'a*'"), "the pattern 'a*' matches the empty string"),
    "pattern deep": (_rule(_PATTERN + "'" + "(" * 5000 + "a" + ")" * 5000 + "'"), "…"),
    "pattern too often": (_rule(_PATTERN + "'((a{1,9999}){1,9999}){1,99999999999}b'"), "the pattern"),
    "pattern look-behind": (_rule(_PATTERN + "'(?<=a+)b'"), "look-behind requires fixed-width"),
    "unknown kind": (_rule(RULE + 'check = "patern"\n'), "(did you mean 'pattern'?)"),
    "empty rule": (_rule(""), "one.toml:1:1: "),
    "deep rule": (_rule("a = " + "[" * 20_000), "nested too deeply"),
    "term empty": (_rule(RULE + 'check = "existence"\noptions.terms = [""]\n'), "matches nothing at all"),
    "terms explode": (_rule(RULE + f'check = "existence"\noptions.terms = ["{"(a|b|c)?" * 30}x"]\n'), "is not finite"),
}  # fmt: skip


def lay(folder: Path, files: dict[str, str | bytes]) -> None:
    """Writes files; `->x` is a link to x, `|` a pipe."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content == "|":
            os.mkfifo(path)
        elif isinstance(content, str) and content.startswith("->"):
            path.symlink_to(content[2:])
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(("files", "sentence"), CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_a_bad_configuration_is_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, str | bytes],
    sentence: str,
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "story.txt").write_text(FAULTY)
    lay(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "-q", "--no-cache", "--format", "concise", "story.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert sentence in printed.err
    assert printed.err.count("\n") == 1
    assert len(printed.err) < 400 + len(str(tmp_path))
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a|a)*b", r"(.*)\1\1x", r".*.*.*.*x", r"\s+$"])
def test_a_pattern_that_explodes_is_interrupted(tmp_path: Path, pattern: str) -> None:
    """The rule loses its findings, and says so, or it is fast enough; the others go on."""
    (tmp_path / ".git").mkdir()
    lay(tmp_path, _rule(f"{_PATTERN}'{pattern}'\n"))
    (tmp_path / "story.txt").write_text(FAULTY + "\n" + "a" * 60 + " " * 300 + "!\n")
    result = run("check", "-q", "--no-cache", "--format", "concise", folder=tmp_path, timeout=120)
    assert FOUND in told(result)
    assert result.returncode == (2 if "failed newsroom/one: the rule ran out of time" in told(result) else 1)


def test_a_pattern_that_keeps_too_much_is_stopped(tmp_path: Path) -> None:
    """Ninety groups, each kept at each of the places that may have to be tried again: more than a gigabyte."""
    (tmp_path / ".git").mkdir()
    lay(tmp_path, _rule(f"{_PATTERN}'(?:{'(?:(a)|(b))' * 45}(a))+x'\n"))
    (tmp_path / "story.txt").write_text(f"{FAULTY}\nx {'a' * 900_000}\n")
    result = run("check", "-q", "--no-cache", "--format", "concise", folder=tmp_path, memory=6_000_000_000)
    assert (result.returncode, result.stderr) == (2, b"")
    assert result.stdout.decode() == FOUND + "story.txt: failed newsroom/one: the rule failed: MemoryError\n"


HOSTILE = """\
import ctypes, os, sys
from copylint.document import Place, Span
from copylint.formats import Format
from copylint.hookspecs import hookimpl
from copylint.rule import Edit, Evidence, Kind, Match, NoOptions

class Mute(Exception):
    def __str__(self):
        raise RuntimeError("nothing to say")

def read(path, source):
    if "base" in source:
        raise BaseException("of all")
    return None

@hookimpl
def copylint_formats():
    return [Format("odd", "It reads nothing.", (".odd",), read)]

def check(document, options):
    text = document.text
    word = text.split()[-1].strip(".")
    if word == "exit":
        sys.exit(0)
    if word == "print":
        print("a rule speaks")
    if word == "change":
        document.text = "changed"
    if word == "memory":
        keep = bytearray(10_000_000_000)
    if word == "deep":
        check(document, options)
    if word == "not-an-error":
        raise StopIteration
    if word == "keyboard-like":
        raise BaseExceptionGroup("x", [ValueError("y")])
    spans = {
        "negative": Span(-5, 3), "backwards": Span(9, 2), "huge": Span(0, 10**12), "words": Span("a", "b"),
        "nothing": None, "floats": Span(0.0, 1.5),
    }
    if word in spans:
        yield Match(Span(0, 2))
        yield Match(spans[word])
    if word == "evidence":
        yield Match(Span(0, 2), (Evidence(Span(0, 10**9), "there"),))
    if word == "edits":
        yield Match(Span(0, 2), (), (), None, (Edit(Span(0, 10**9), "x"),), None, True)
    if word == "overlapping":
        yield from (Match(Span(0, 5)), Match(Span(0, 5)), Match(Span(2, 8)), Match(Span(0, 0)))
    nonsense = {
        "suggestions": Match(Span(0, 2), (), ("x", 5)), "label": Match(Span(0, 2), (Evidence(Span(0, 1), b"x"),)),
        "counts": Match(Span(0, 2), counts={"a": object()}), "forms": Match(Span(0, 2), counts={1: 2}),
        "replacement": Match(Span(0, 2), edits=(Edit(Span(0, 2), None),), safe=True), "tuples": ((0, 2),),
        "elsewhere": Match(Place("x", Span(-5, 10**9), None, None, "", None, "")),
    }
    if word in nonsense:
        yield nonsense[word]
    if word == "mute":
        raise Mute
    if word == "long-winded":
        raise ValueError("x " * 10_000_000)
    if word == "leaving":
        raise GeneratorExit
    if word == "base":
        raise BaseException("of all")
    if word == "nul":
        yield Match(Span(0, 2), edits=(Edit(Span(0, 2), chr(0)),), safe=True)
    if word == "surrogate":
        yield Match(Span(0, 2), edits=(Edit(Span(0, 2), chr(0xD800)),), safe=True)
    if word == "busy":
        open(os.path.join(os.path.dirname(__file__), "busy"), "w").close()
        while True:
            pass
    if word == "endless":
        while True:
            yield Match(Span(0, 2))

@hookimpl
def copylint_checks():
    return [Kind("hostile", "it does harm", check, NoOptions)]

@hookimpl
def copylint_packs():
    return [os.path.join(os.path.dirname(__file__), "hostile_pack", "hostile")]
"""

DEEDS = {
    "exit": "the rule failed: SystemExit: 0",
    "change": "the rule failed: AttributeError: a Document is immutable",
    "memory": "the rule failed: MemoryError",
    "deep": None,
    "not-an-error": "the rule failed: RuntimeError: generator raised StopIteration",
    "keyboard-like": "the rule failed: ExceptionGroup: x (1 sub-exception)",
    "negative": "a bad span: -5 to 3",
    "backwards": "a bad span: 9 to 2",
    "huge": "a bad span: 0 to 1000000000000",
    "words": "a bad span: 'a' to 'b'",
    "floats": "a bad span: 0.0 to 1.5",
    "nothing": "the rule failed: TypeError",
    "evidence": "a bad span: 0 to 1000000000",
    "suggestions": "the rule failed: TypeError: int where a text is due",
    "label": "the rule failed: TypeError: bytes where a text is due",
    "counts": "the rule failed: TypeError: object where a text is due",
    "forms": "the rule failed: TypeError: int where a text is due",
    "replacement": "the rule failed: TypeError: NoneType where a text is due",
    "tuples": "the rule failed: AttributeError",
    "elsewhere": "the rule failed: ValueError: a place of somewhere else",
    "mute": "the rule failed: Mute",
    "long-winded": "the rule failed: ValueError: x x x",
    "leaving": "the rule failed: GeneratorExit",
    "base": "the rule failed: BaseException: of all",
    "endless": "the rule finds more than 5,000 places: the rest is not reported",
    "overlapping": None,
    "print": None,
}


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """A site folder with a plug-in whose rule does what the last word of the copy says."""
    site = tmp_path / "site"
    pack = site / "hostile_pack" / "hostile"
    pack.mkdir(parents=True)
    (site / "hostile-1.dist-info").mkdir()
    (site / "hostile-1.dist-info" / "entry_points.txt").write_text("[copylint]\nhostile = hostile_plugin\n")
    (site / "hostile_plugin.py").write_text(HOSTILE)
    (pack / "pack.toml").write_text('summary = "Hostile."\n')
    (pack / "rule.toml").write_text(RULE + 'check = "hostile"\n')
    return str(site)


def test_a_rule_that_does_harm_loses_only_its_own_findings(tmp_path: Path, hostile: str) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for word in DEEDS:
        (articles / f"{word}.txt").write_text(f"He met the the envoy, and all went {word}.\n")
    result = run("check", "-q", "--no-cache", "--format", "json", folder=articles, path=hostile)
    assert result.returncode == 2
    assert result.stderr == b"a rule speaks\n"
    files = {file["path"].removesuffix(".txt"): file for file in json.loads(result.stdout)["files"]}
    for word, sentence in DEEDS.items():
        assert "the the" in [one["text"] for one in files[word]["findings"]]
        failures = files[word]["failures"]
        if sentence is not None:
            assert [one["rule"] for one in failures] == ["hostile/rule"]
            assert sentence in failures[0]["message"]
            assert len(failures[0]["message"]) < 400
        elif word != "deep":
            assert failures == []


def test_a_reader_that_does_harm_loses_only_its_own_file(tmp_path: Path, hostile: str) -> None:
    lay(tmp_path, {"base.odd": "base", "none.odd": "none", "story.txt": FAULTY})
    result = run("check", "-q", "--no-cache", "--format", "concise", folder=tmp_path, path=hostile)
    assert (result.returncode, result.stderr) == (2, b"")
    assert result.stdout.decode() == (
        FOUND
        + "base.odd: failed reader: the odd reader failed: BaseException: of all\n"
        + "none.odd: failed reader: the odd reader gives NoneType, and no Document\n"
    )


@pytest.mark.parametrize("word", ["nul", "surrogate"])
def test_no_fix_writes_what_no_file_may_hold(tmp_path: Path, hostile: str, word: str) -> None:
    lay(tmp_path, {"story.txt": f"So they met the the envoy, and all went {word}.\n"})
    result = run("check", "-q", "--fix", "--format", "concise", "story.txt", folder=tmp_path, path=hostile)
    assert (tmp_path / "story.txt").read_text() == f"So they met the envoy, and all went {word}.\n"
    assert b"the fix of hostile/rule is withheld" in result.stderr
    assert result.returncode == 1


# Environment


def test_a_reader_that_leaves_early_ends_the_run_quietly(tmp_path: Path) -> None:
    """With the exit code that it would have had: `head` must not make of findings, or of failures, a clean run."""
    (tmp_path / "story.txt").write_text((FAULTY + "\n") * 4000)
    process = subprocess.Popen(
        [sys.executable, "-m", "copylint", "check", "-q", "--no-cache", "--format", "concise"],
        cwd=tmp_path, env=surroundings(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(SECONDS) == 1


@pytest.mark.parametrize(("name", "code"), [("clean.txt", 0), ("story.txt", 1), ("none.txt", 2)])
@pytest.mark.parametrize("gone", ["a pipe", "a full disk"])
def test_what_nobody_reads_on_standard_error_changes_no_exit_code(
    tmp_path: Path, gone: str, name: str, code: int
) -> None:
    if gone == "a full disk" and not os.path.exists("/dev/full"):
        pytest.skip("this system has no full disk to write to")
    lay(tmp_path, {"clean.txt": "He met the envoy.\n", "story.txt": FAULTY})
    if gone == "a pipe":
        reader, writer = os.pipe()
        os.close(reader)
    else:
        writer = os.open("/dev/full", os.O_WRONLY)
    result = subprocess.run(
        [sys.executable, "-m", "copylint", "check", "--no-cache", name],
        cwd=tmp_path, env=surroundings(tmp_path), stdout=subprocess.PIPE, stderr=writer, check=False, timeout=SECONDS,
    )  # fmt: skip
    os.close(writer)
    assert result.returncode == code


def test_a_working_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    command = f"rmdir ../gone; exec {sys.executable} -m copylint check -q"
    result = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path / "gone", env=surroundings(tmp_path), capture_output=True, check=False, timeout=SECONDS,
    )  # fmt: skip
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.endswith(b"copylint: the working folder: No such file or directory\n")
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", ["check -q -", "check -q --fix -", "stats -"])
def test_standard_input_that_is_closed_is_told(tmp_path: Path, arguments: str) -> None:
    command = f"exec {sys.executable} -m copylint {arguments} <&-"
    result = in_shell(command, tmp_path)
    assert result.returncode == 2
    assert b"cannot be read: it is closed" in result.stdout + result.stderr


@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_a_stream_that_is_closed_is_no_fault(tmp_path: Path, streams: str) -> None:
    (tmp_path / "story.txt").write_text(FAULTY)
    command = f"exec {sys.executable} -m copylint check --no-cache --format concise story.txt {streams}"
    result = in_shell(command, tmp_path)
    assert b"Traceback" not in result.stderr
    assert result.returncode == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full disk to write to")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(FAULTY)
    command = f"exec {sys.executable} -m copylint check -q --no-cache story.txt >/dev/full"
    result = in_shell(command, tmp_path)
    assert (result.returncode, result.stderr) == (2, b"copylint: the report: No space left on device\n")
    result = run("check", "-q", "--no-cache", "--output", "json=/dev/full/x", "story.txt", folder=tmp_path)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("linked", [False, True], ids=["one name", "two names"])
def test_a_file_that_the_disk_has_no_room_for_is_left_as_it_was(tmp_path: Path, linked: bool) -> None:
    """A limit on the size of files stands for the disk: it is reached in the last byte of the longer text."""
    resource = pytest.importorskip("resource")
    story = tmp_path / "story.txt"
    text = "He went home,and slept.\n" + "Then he slept on and on.\n" * 400
    story.write_text(text)
    if linked:
        os.link(story, tmp_path / "other.md")
    result = subprocess.run(
        [sys.executable, "-m", "copylint", "check", "-q", "--fix", "--no-cache", "--format", "concise", "story.txt"],
        cwd=tmp_path, env=surroundings(tmp_path, PYTHONDONTWRITEBYTECODE="1"), capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (len(text), len(text))),
    )  # fmt: skip
    assert result.returncode == 2
    assert b"is left as it was: it cannot be written: File too large" in result.stdout
    assert story.read_text() == text
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name != ".cache") == (
        ["other.md", "story.txt"] if linked else ["story.txt"]
    )


@pytest.mark.parametrize("arguments", ["init", "new-rule desk/plain-words", "check -q --output html=new.html"])
def test_a_new_file_that_the_disk_has_no_room_for_is_not_there(tmp_path: Path, arguments: str) -> None:
    resource = pytest.importorskip("resource")
    (tmp_path / "story.txt").write_text(FAULTY)
    result = subprocess.run(
        [sys.executable, "-m", "copylint", *arguments.split()],
        cwd=tmp_path, env=surroundings(tmp_path, PYTHONDONTWRITEBYTECODE="1"), capture_output=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60)),
    )  # fmt: skip
    assert result.returncode == 2
    assert b"cannot be written: File too large" in result.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file() and path.stat().st_size == 60] == []


def test_a_name_of_any_length_is_no_hindrance(tmp_path: Path) -> None:
    """Of 255 bytes, which is as many as a name may have: nothing can be added to it."""
    name = "\u6e2f" * 83 + "\u00e9.txt"
    assert len(name.encode()) == 255
    (tmp_path / name).write_text(FAULTY)
    result = run(
        "check",
        "-q",
        "--fix",
        "--no-cache",
        "--format",
        "concise",
        "--output",
        f"json={name[:-4]}.htm",
        folder=tmp_path,
    )
    assert (result.returncode, told(result)) == (0, "")
    assert (tmp_path / name).read_text() == "He met the envoy.\n"


@pytest.mark.parametrize("format", ["full", "concise", "json"])
def test_a_terminal_that_knows_only_ascii(tmp_path: Path, format: str) -> None:
    (tmp_path / "caf\u00e9.txt").write_text("Caf\u00e9: \u201cHe met the the envoy,\u201d he said. \U0001f600\n")
    result = run(
        "check", "-q", "--no-cache", "--format", format, folder=tmp_path,
        LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii",
    )  # fmt: skip
    assert result.returncode == 1
    assert result.stdout.isascii()
    assert b"the the" in result.stdout


def test_a_terminal_without_lines_gets_plainer_ones(tmp_path: Path) -> None:
    """Standard output that is no terminal is cp1252 on Windows: it has curly quotation marks, and no frames."""
    (tmp_path / "a.txt").write_text("\u201cHe met the the envoy,\u201d he said.\n", encoding="utf-8")
    result = run("check", "-q", "--no-cache", "a.txt", folder=tmp_path, PYTHONUTF8="0", PYTHONIOENCODING="cp1252")
    shown = result.stdout.decode("cp1252")
    assert ("\\u" in shown, "| \u201cHe met the the envoy,\u201d he said." in shown, "` write  the" in shown) == (
        False,
        True,
        True,
    )


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_ends_a_run_in_one_process(tmp_path: Path, hostile: str, number: int, code: int) -> None:
    """While a rule is at work, too: no rule's failure, and the end."""
    (tmp_path / "articles").mkdir()
    lay(tmp_path / "articles", {"story.txt": "He met the envoy, and all went busy.\n"})
    process = subprocess.Popen(
        [sys.executable, "-m", "copylint", "check", "-q", "--no-cache", "--jobs", "1"],
        cwd=tmp_path / "articles", env=surroundings(tmp_path, hostile), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert comes_true((Path(hostile) / "busy").exists)
    process.send_signal(number)
    out, error = process.communicate(timeout=SECONDS)
    assert (process.returncode, out) == (code, b"")
    assert error in (b"", b"copylint: interrupted\n")


@pytest.mark.parametrize("change", ["deleted", "truncated", "rewritten", "replaced by a pipe"])
def test_a_file_may_change_during_the_run(tmp_path: Path, change: str) -> None:
    """The file is found, and then it is another: what can be read is linted, what cannot is told."""
    from copylint.config import Configuration
    from copylint.files import File
    from copylint.runner import Runner

    registered = registry()
    path = tmp_path / "story.txt"
    path.write_text(FAULTY)
    runner = Runner(registered.formats, Configuration(registered).for_file)
    file = File(str(path), "story.txt")
    assert len(runner.lint_file(file).findings) == 1
    if change == "deleted":
        path.unlink()
        assert [one.message for one in runner.lint_file(file).failures] == ["cannot be read: No such file or directory"]
    elif change == "truncated":
        path.write_text("")
        assert (runner.lint_file(file).findings, runner.lint_file(file).failures) == ((), ())
    elif change == "rewritten":
        path.write_text("Off to the the port.\n")
        assert [one.place.start.column for one in runner.lint_file(file).findings] == [8]
    else:
        path.unlink()
        os.mkfifo(path)
        assert [one.message for one in runner.lint_file(file).failures] == ["cannot be read: it is not a regular file"]


# Trust


@pytest.mark.parametrize("safe_path", ["", "1"], ids=["python -m", "python -P -m, as the command does"])
def test_a_checkout_cannot_bring_code(tmp_path: Path, safe_path: str) -> None:
    """Modules, rules, plug-ins and Python's own hooks in the working directory are never run.

    `python -m` itself takes the module that it is to run from the working directory, before copylint can say no.
    """
    code = "open('owned', 'w').close()\n"
    modules = ["re", "tomli", "json", "sitecustomize", "usercustomize", "hashlib", "pluggy", "signal", "yaml"]
    modules += ["copylint", "copylint/__init__"] if safe_path else []
    lay(tmp_path, {f"{name}.py": code for name in modules})
    lay(
        tmp_path,
        {
            "story.txt": FAULTY,
            "rules/newsroom/pack.toml": 'summary = "N."\n',
            "rules/newsroom/x.py": code,
            "rules/x.py": code,
            "evil-1.dist-info/entry_points.txt": "[copylint]\nevil = evil\n",
            "evil.py": code,
        },
    )
    result = run("check", "-q", "--format", "concise", "story.txt", folder=tmp_path, PYTHONSAFEPATH=safe_path)
    assert (result.returncode, told(result)) == (1, FOUND)
    assert not (tmp_path / "owned").exists()


@pytest.mark.parametrize(
    ("hidden", "setting"),
    [
        (False, "core.fsmonitor"),
        (True, "core.fsmonitor"),
        (False, "core.hooksPath"),
        (False, "filter.of=the.house.clean"),
        (False, "filter.of=the.house.process"),
        (False, "remote.origin.url"),
    ],
    ids=["in .git", "in the content", "a hook", "a filter", "a filter that stays", "a partial clone"],
)
def test_a_repository_has_git_run_no_program_of_its_own(tmp_path: Path, hidden: bool, setting: str) -> None:
    """By its configuration, or by that of a bare repository which hides as a folder of its content."""

    def git(*arguments: str, folder: Path = tmp_path) -> None:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)

    lay(tmp_path, {"story.txt": "A start.\n", ".gitattributes": "* filter=of=the.house\n"})
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "A start")
    folder = tmp_path
    if hidden:
        folder = tmp_path / "folder"
        git("clone", "-q", "--bare", ".", "folder")
        git("config", "core.bare", "false", folder=folder)
        git("config", "core.worktree", ".", folder=folder)
    (folder / "story.txt").write_text(FAULTY)
    program = tmp_path / "hooks" / "post-index-change"
    lay(tmp_path, {"hooks/post-index-change": f"#!/bin/sh\ntouch {tmp_path / 'owned'}\n"})
    program.chmod(0o755)
    partial = setting.startswith("remote")
    if partial:
        blob = subprocess.run(
            ["git", "rev-parse", "HEAD:story.txt"], cwd=folder, check=True, capture_output=True
        ).stdout
        (tmp_path / ".git" / "objects" / blob.decode()[:2] / blob.decode().strip()[2:]).unlink()
        git("config", "remote.origin.promisor", "true")
        git("config", "protocol.ext.allow", "always")
    value = f"ext::{program}" if partial else str(program.parent if setting == "core.hooksPath" else program)
    git("config", setting, value, folder=folder)
    os.utime(tmp_path / ".gitattributes", (0, 0))  # git looks at it again, and would note that it is as it was
    result = run("check", "-q", "--diff-base", "HEAD", "--format", "concise", "story.txt", folder=folder)
    assert not (tmp_path / "owned").exists()
    assert result.returncode == (2 if hidden or partial else 1), "git takes no such folder for a repository"
    assert ("copylint fetches nothing" in told(result)) == partial


def test_a_checkout_brings_no_code_to_the_workers(tmp_path: Path) -> None:
    """Started by a script, as the installed command is: Python then looks for modules in the folder of the script."""
    checkout = tmp_path / "checkout"
    code = "open('owned', 'w').close()\n"
    modules = ["multiprocessing", "multiprocessing/__init__", "multiprocessing/spawn", "concurrent", "pickle", "signal"]
    lay(checkout, {f"{name}.py": code for name in modules} | {f"{number}.txt": FAULTY for number in range(4)})
    lay(tmp_path, {"bin/copylint": "from copylint.cli import run\nif __name__ == '__main__':\n    run()\n"})
    result = subprocess.run(
        [sys.executable, str(tmp_path / "bin" / "copylint"), "check", "-q", "--jobs", "2", "--format", "concise"],
        cwd=checkout, env={**surroundings(tmp_path), "PYTHONSAFEPATH": ""}, capture_output=True, check=False, timeout=SECONDS,
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (1, b"")
    assert result.stdout.decode() == "".join(FOUND.replace("story", str(number)) for number in range(4))
    assert not (checkout / "owned").exists()


def test_a_plain_run_opens_no_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story.txt").write_text(FAULTY)
    (tmp_path / "story.html").write_text(f'<img src="http://example.org/x.png"><p>{FAULTY}')
    (tmp_path / "story.md").write_text(f"![x](http://example.org/x.png) {FAULTY}")
    monkeypatch.chdir(tmp_path)

    def no_socket(*arguments: object, **named: object) -> None:
        raise AssertionError("a plain run opens a connection")

    monkeypatch.setattr(socket, "socket", no_socket)
    monkeypatch.setattr(socket, "getaddrinfo", no_socket)
    monkeypatch.setattr(socket, "create_connection", no_socket)
    assert main(["check", "-q", "--no-cache", "--format", "concise"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 3


# The engine


def test_runs_in_threads_give_the_same_result(capsys: pytest.CaptureFixture[str]) -> None:
    """And none of them prints or ends the process, whatever the copy."""
    rules = RuleSet([Chosen(rule, rule.severity, rule.options) for rule in registry().rules.values()])
    readers = {reader.name: reader for reader in builtin_formats()}
    article = (ROOT / "examples" / "harbour.txt").read_text(encoding="utf-8")
    sources = [("text", article), ("markdown", article), ("html", f"<p>{article}</p>"), ("text", FAULTY * 50)]
    sources += [("text", bad.make(0.002).decode("utf-8", "replace")) for bad in FILES[:60]]

    def all_of_them() -> list[object]:
        return [lint(readers[name].read("story", source), rules) for name, source in sources]

    expected = all_of_them()
    results: list[list[object]] = []
    threads = [threading.Thread(target=lambda: results.append(all_of_them())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4
    assert capsys.readouterr() == ("", "")


def test_a_fault_of_copylint_is_one_files_fault(tmp_path: Path) -> None:
    """What no rule and no reader raises, a reading of the comments say, is told of its file, and the rest goes on."""
    from copylint.config import Configuration
    from copylint.document import Document
    from copylint.files import File
    from copylint.formats import Format
    from copylint.rule import Failure
    from copylint.runner import Runner

    class Odd(Document):
        def block_at(self, offset: int) -> None:  # what a broken reader of a plug-in may hand over
            raise ValueError("no such block")

    def read(path: str, source: str) -> Document:
        return Odd(path, source, source, (), (), ())

    registered = registry()
    formats = {**registered.formats, "odd": Format("odd", "Odd.", (".odd",), read)}
    (tmp_path / "a.odd").write_text(FAULTY)
    (tmp_path / "story.txt").write_text(FAULTY)
    runner = Runner(formats, Configuration(registered).for_file)
    files = [File(str(tmp_path / name), name) for name in ("a.odd", "story.txt")]
    odd, story = runner.run(files)
    assert {type(one) for one in odd.failures} == {Failure}
    assert [one.rule for one in story.findings] == ["spacing/doubled-word"]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no interval timer")
def test_the_clock_of_a_file_runs_out_sooner_and_sooner_and_stops() -> None:
    from copylint.engine import TimeLimit
    from copylint.runner.limit import Limit

    started, interrupted = time.monotonic(), 0
    before = signal.getsignal(signal.SIGALRM)
    with Limit(0.05, again=0.02):
        for _ in range(30):
            try:
                while True:
                    pass
            except TimeLimit:
                interrupted += 1
    assert interrupted == 30
    assert time.monotonic() - started < SECONDS
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.mark.parametrize("event", ["os.rename", "os.chmod", "open"])
def test_a_kill_before_the_rename_leaves_the_old_file_whole(tmp_path: Path, event: str) -> None:
    """The process is killed by an audit hook: before it opens the new file, has it whole, or puts it in place."""
    story = tmp_path / "story.txt"
    story.write_text(FAULTY)
    code = (
        "import os, signal, sys\n"
        "def hook(name, arguments):\n"
        "    written = name == 'open' and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)\n"
        f"    if name == '{event}' and (name != 'open' or written) and '.part' in str(arguments[0]):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(hook)\n"
        "from copylint.cli import main\n"
        "main(['check', '--fix', '--no-cache', 'story.txt'])\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert story.read_text() == FAULTY
    again = run("check", "-q", "--fix", "--fail-on", "never", folder=tmp_path)
    assert again.returncode == 0 and story.read_text() != FAULTY, "what was left beside it does no harm"
