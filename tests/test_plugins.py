"""The registry, and a third-party distribution that is built, installed and used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from copylint import hookspecs
from copylint.plugins import entry_points, registry
from copylint.testing import load, problems

ROOT = Path(__file__).resolve().parent.parent

PYPROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "copylint-newsroom"
version = "1.2"

[project.entry-points.copylint]
newsroom = "newsroom_copylint"

[tool.hatch.build.targets.wheel]
packages = ["newsroom_copylint"]
"""

PLUGIN = '''\
"""A newsroom's own rules, a kind of check, a source, a format and a reporter."""

from pathlib import Path
from typing import NamedTuple

from copylint.document import Block, Document, Segment, Span
from copylint.engine import Linted
from copylint.placing import locate
from copylint.formats import Format
from copylint.hookspecs import hookimpl
from copylint.reporters import Reporter
from copylint.rule import Finding, Kind, Match
from copylint.sources import Source


class ShoutOptions(NamedTuple):
    words: int = 3


def shouted(document, options):
    start = 0
    for line in document.text.split("\\n"):
        if line.isupper() and len(line.split()) >= options.words:
            yield Match(Span(start, start + len(line)))
        start += len(line) + 1


class Opened:
    notice = None

    def __init__(self, says):
        self.says = says

    def lint(self, documents):
        found = []
        for document in documents:
            place = locate(document, Span(0, 1))
            found.append(Linted((Finding("newsdesk/first-letter", "suggestion", self.says, place),), (), ()))
        return found

    def diagnose(self):
        return ()

    def close(self):
        pass


def read_upper(path, source):
    span = Span(0, len(source))
    return Document(path, source, source, [Block("paragraph", span)], [Segment(span, span)])


@hookimpl
def copylint_packs():
    return [Path(__file__).parent / "newsroom"]


@hookimpl
def copylint_checks():
    return [Kind("shouting", "a line in capitals", shouted, ShoutOptions)]


@hookimpl
def copylint_sources():
    return [Source("newsdesk", "the desk's own engine", lambda table, folder: table.get("says", "It begins."), Opened)]


@hookimpl
def copylint_formats():
    return [Format("wire", "wire copy", (".wire",), read_upper)]


@hookimpl
def copylint_reporters():
    return [Reporter("tally", "a number", lambda report, look: [f"{sum(report.counts().values())} in all\\n"])]
'''

SHOUTING = """\
summary = "A line in capitals."
why = "The desk does not shout."
message = "'{match}' shouts."
severity = "suggestion"
check = "shouting"

[options]
words = 2

[[examples]]
bad = "<mark>STOP PRESS</mark>"

[[examples]]
bad = "Quiet.\\n\\n<mark>VERY LOUD INDEED</mark>"

[[examples]]
good = "NATO said so."
"""

PYTHON_RULE = """\
from copylint.document import Span
from copylint.rule import Example, Match, Rule


def check(document, options):
    at = document.text.find("scoop")
    if at >= 0:
        yield Match(Span(at, at + 5))


RULE = Rule(
    summary="The word scoop.",
    why="We do not say it.",
    message="'{match}' is for us to know.",
    check=check,
    examples=(
        Example(bad="A <mark>scoop</mark>."),
        Example(bad="The <mark>scoop</mark>."),
        Example(good="An ice cream."),
    ),
)
"""


@pytest.fixture(scope="module")
def plugin_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built and installed distribution."""
    project = tmp_path_factory.mktemp("newsroom")
    pack = project / "newsroom_copylint" / "newsroom"
    pack.mkdir(parents=True)
    (project / "pyproject.toml").write_text(PYPROJECT)
    (project / "newsroom_copylint" / "__init__.py").write_text(PLUGIN)
    (pack / "pack.toml").write_text('summary = "The desk\'s own rules."\n')
    (pack / "shouting.toml").write_text(SHOUTING)
    (pack / "scoop.py").write_text(PYTHON_RULE)
    return _install(project, tmp_path_factory.mktemp("site"))


def _install(project: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--target", str(site), str(project)], check=True, capture_output=True)
    return site


def _copylint(site: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{site}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "copylint", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_rule_that_the_documentation_shows_works(tmp_path: Path) -> None:
    shown = (hookspecs.__doc__ or "").partition("shouting.py\n")[2].partition("\n\nInstall it")[0]
    pack = tmp_path / "newsroom"
    pack.mkdir()
    (pack / "pack.toml").write_text('summary = "What the desk minds."\n')
    (pack / "shouting.py").write_text(dedent(shown))
    (rule,) = load(str(pack))
    assert (rule.id, problems(rule)) == ("newsroom/shouting", [])


def test_the_quick_registry_is_the_full_one() -> None:
    quick, full = registry(), registry(full=True)
    for field in ("packs", "rules", "kinds", "sources", "formats", "reporters", "styles", "plugins"):
        assert list(getattr(quick, field)) == list(getattr(full, field))


def test_a_plugin_brings_a_pack_a_kind_a_format_and_a_reporter(plugin_site: Path, tmp_path: Path) -> None:
    (tmp_path / "story.wire").write_text("STOP PRESS\nA scoop today.")
    result = _copylint(plugin_site, "check", "--format", "json", "story.wire", folder=tmp_path)
    (file,) = json.loads(result.stdout)["files"]
    assert [(one["rule"], one["text"]) for one in file["findings"] if one["rule"].startswith("newsroom/")] == [
        ("newsroom/shouting", "STOP PRESS"),
        ("newsroom/scoop", "scoop"),
    ]
    assert result.returncode == 1
    result = _copylint(plugin_site, "check", "--select", "newsroom", "--format", "tally", "story.wire", folder=tmp_path)
    assert result.stdout == "2 in all\n"


def test_a_plugin_brings_a_source_that_runs_when_it_is_asked_for(plugin_site: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Nothing is wrong here.\n")
    asked = _copylint(
        plugin_site, "check", "-q", "--with", "newsdesk", "--format", "concise", "story.txt", folder=tmp_path
    )
    assert asked.stdout == "story.txt:1:1: suggestion newsdesk/first-letter: It begins.\n"
    assert _copylint(plugin_site, "check", "-q", "story.txt", folder=tmp_path).stdout == ""


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--select", "quotes"], True),
        (["--select", "quotes,newsdesk"], True),
        (["--select", "newsdesk/last-letter"], False),
        (["--ignore", "newsdesk/first-letter"], False),
    ],
)
def test_a_selection_of_rules_leaves_what_a_source_finds_that_is_asked_for(
    plugin_site: Path, tmp_path: Path, arguments: list[str], found: bool
) -> None:
    (tmp_path / "story.txt").write_text("Nothing is wrong here.\n")
    (tmp_path / "copylint.toml").write_text('[newsdesk]\nsays = "At last."\n')
    command = ["check", "-q", "--with", "newsdesk", "--format", "concise", *arguments, "story.txt"]
    told = _copylint(plugin_site, *command, folder=tmp_path).stdout
    assert told == ("story.txt:1:1: suggestion newsdesk/first-letter: At last.\n" if found else "")


def test_the_rules_of_a_plugin_are_listed_and_explained(plugin_site: Path, tmp_path: Path) -> None:
    listed = _copylint(plugin_site, "rules", folder=tmp_path).stdout
    assert "newsroom: The desk's own rules." in listed
    assert "VERY LOUD INDEED" in _copylint(plugin_site, "explain", "newsroom/shouting", folder=tmp_path).stdout


@pytest.mark.parametrize(
    ("module", "sentence"),
    [
        ("raise RuntimeError('no licence')", "copylint: the plug-in 'newsroom' (copylint_newsroom 1.2) cannot be "
         "loaded: RuntimeError: no licence\n"),
        ("import nowhere_to_be_found", "copylint: the plug-in 'newsroom' (copylint_newsroom 1.2) cannot be loaded: "
         "ModuleNotFoundError: No module named 'nowhere_to_be_found'\n"),
        ("from copylint.hookspecs import hookimpl\n\n@hookimpl\ndef copylint_checks():\n    return [1]\n",
         "copylint: the plug-in 'newsroom' answers copylint_checks with 1, which is not a kind of check\n"),
        ("from copylint.hookspecs import hookimpl\n\n@hookimpl\ndef copylint_packs():\n    return 1 / 0\n",
         "copylint: the plug-in 'newsroom' failed in copylint_packs: ZeroDivisionError: division by zero\n"),
        ("from copylint.hookspecs import hookimpl\n\n@hookimpl\ndef copylint_styles():\n    return [3]\n",
         "copylint: the plug-in 'newsroom' answers copylint_styles with 3, which is not a path\n"),
    ],
    ids=["raises", "imports what is not there", "answers nonsense", "fails in a hook", "answers no path"],
)  # fmt: skip
def test_a_broken_plugin_is_one_sentence(module: str, sentence: str, tmp_path: Path) -> None:
    site = _site(tmp_path, module)
    (tmp_path / "story.txt").write_text("A story.\n")
    result = _copylint(site, "check", "story.txt", folder=tmp_path)
    assert (result.returncode, result.stdout, result.stderr) == (2, "", sentence)


def _site(folder: Path, module: str, place: str = "newsroom_x") -> Path:
    """A folder with an installed plug-in of one module."""
    site = folder / "site"
    (site / "copylint_newsroom-1.2.dist-info").mkdir(parents=True)
    (site / "copylint_newsroom-1.2.dist-info" / "entry_points.txt").write_text(f"[copylint]\nnewsroom = {place}\n")
    (site / "copylint_newsroom-1.2.dist-info" / "METADATA").write_text("Name: copylint-newsroom\nVersion: 1.2\n")
    (site / "newsroom_x.py").write_text(module)
    return site


SOURCE = """\
import sys
from copylint.engine import Linted
from copylint.document import Span
from copylint.hookspecs import hookimpl
from copylint.placing import locate
from copylint.rule import Finding
from copylint.sources import Source


class Opened:
    notice = None

    def lint(self, documents):
        {lint}

    def close(self):
        {close}


@hookimpl
def copylint_sources():
    return [Source("desk", "the desk's own engine", lambda table, folder: None, lambda options: {open})]
"""
LINTED = "return [Linted((), (), ()) for document in documents]"


@pytest.mark.parametrize(
    ("part", "code", "sentence", "files"),
    [
        ("lint", "raise RuntimeError('no licence')", "desk failed: RuntimeError: no licence", 2),
        ("lint", "sys.exit(0)", "desk failed: SystemExit: 0", 2),
        ("lint", "yield 1; raise RuntimeError('later')", "desk failed: RuntimeError: later", 2),
        ("lint", "return []", "desk failed: ValueError: it gives 0 answers for one document", 2),
        ("lint", "return [Linted((), (), ())] * 2", "desk failed: ValueError: it gives 2 answers for one document", 2),
        ("lint", "return [1]", "desk failed: AttributeError: 'int' object has no attribute 'findings'", 2),
        ("lint", "return [Linted((Finding('desk/x', 'fatal', 'X.', locate(one, Span(0, 1))),), (), ()) "
         "for one in documents]", "desk failed: ValueError: 'fatal' is not a severity", 2),
        ("open", "1 / 0", "desk failed: ZeroDivisionError: division by zero", 0),
        ("open", "None", "desk failed: AttributeError: 'NoneType' object has no attribute 'notice'", 0),
        ("close", "sys.exit(0)", "desk failed: SystemExit: 0", 0),
    ],
)  # fmt: skip
def test_a_source_that_fails_loses_only_what_it_would_have_found(
    part: str, code: str, sentence: str, files: int, tmp_path: Path
) -> None:
    """files: how many the failure is told with; otherwise it is one of the run."""
    site = _site(tmp_path, SOURCE.format(**{"lint": LINTED, "close": "pass", "open": "Opened()", part: code}))
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("It has has sunk.\n")
    result = _copylint(site, "check", "--with", "desk", "--format", "json", "a.txt", "b.txt", folder=tmp_path)
    report = json.loads(result.stdout)
    assert result.returncode == 2
    assert [len(one["findings"]) for one in report["files"]] == [1, 1]
    told = [one["failures"] for one in report["files"] if one["failures"]] or [report["failures"]]
    assert [[(one["kind"], one["message"]) for one in some] for some in told] == [[("source", sentence)]] * (files or 1)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("raise RuntimeError('no ink')", "RuntimeError: no ink"),
        ("sys.exit(0)", "SystemExit: 0"),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("return [b'x']", "TypeError: b'x' is not text"),
    ],
)
def test_a_reporter_that_fails_is_named(code: str, sentence: str, tmp_path: Path) -> None:
    module = (
        "import sys\nfrom copylint.hookspecs import hookimpl\nfrom copylint.reporters import Reporter\n"
        f"def render(report, look):\n    {code}\n"
        "@hookimpl\ndef copylint_reporters():\n    return [Reporter('tally', 'a number', render)]\n"
    )
    site = _site(tmp_path, module)
    (tmp_path / "story.txt").write_text("A story.\n")
    for arguments in (["--format", "tally"], ["--output", "tally=out.txt"]):
        result = _copylint(site, "check", "story.txt", *arguments, folder=tmp_path)
        assert (result.returncode, result.stderr) == (2, f"copylint: the report 'tally' failed: {sentence}\n")
    assert not (tmp_path / "out.txt").exists()


WIRE = """\
from copylint.formats import Format, builtin_formats
from copylint.hookspecs import hookimpl

def read(path, source):
    return next(one for one in builtin_formats() if one.name == "text").read(path, source)

@hookimpl
def copylint_formats():
    return [Format("wire", "wire copy", (".wire",), read)]
"""


def test_a_plugin_may_be_an_object_of_its_module(tmp_path: Path) -> None:
    inside = f"{WIRE}\nclass Desk:\n    copylint_formats = staticmethod(copylint_formats)\n\ndel copylint_formats\n"
    site = _site(tmp_path, inside, "newsroom_x:Desk [wire]")
    (tmp_path / "story.wire").write_text("It has has sunk.\n")
    result = _copylint(site, "check", "--format", "concise", "story.wire", folder=tmp_path)
    assert (result.returncode, result.stdout[:13]) == (1, "story.wire:1:"), result.stderr


def test_of_a_plugin_that_is_installed_twice_the_first_on_the_path_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a user's folder and in the system's, say."""
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    for site, version in (("mine", "News.Desk-1.2"), ("theirs", "news_desk-1.1")):
        info = tmp_path / site / f"{version}.dist-info"
        info.mkdir(parents=True)
        (info / "entry_points.txt").write_text("[copylint]\ndesk = desk.plugin\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "mine"), str(tmp_path / "theirs")])
    assert entry_points() == [("desk", "desk.plugin", "News.Desk 1.2")]


def test_a_result_is_not_kept_longer_than_the_code_of_a_plugin(tmp_path: Path) -> None:
    """Somebody writes a plug-in: its version stays what it is while its code changes."""
    site = _site(tmp_path, WIRE)
    stories = tmp_path / "stories"
    stories.mkdir()
    for number in range(9):
        (stories / f"{number}.wire").write_text("It has has sunk.\n")
    told = [_copylint(site, "check", "-q", "--format", "concise", folder=stories).stdout.count("\n") for _ in range(2)]
    (site / "newsroom_x.py").write_text(WIRE.replace("(path, source)\n", "(path, source.replace('has has', 'had'))\n"))
    told.append(_copylint(site, "check", "-q", "--format", "concise", folder=stories).stdout.count("\n"))
    assert told == [9, 9, 0]


def test_an_entry_point_is_seen_when_it_comes_and_when_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.setattr(sys, "path", [str(site), str(tmp_path / "nowhere")])
    assert entry_points() == entry_points() == []
    info = site / "desk-1.2.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[copylint]\ndesk = desk.plugin\n\n[other]\nx = y\n")
    os.utime(site, ns=(5, 5))
    assert entry_points() == entry_points() == [("desk", "desk.plugin", "desk 1.2")]
    kept = tmp_path / "cache" / "plugins.parts"
    assert b"desk" not in kept.read_bytes()
    for damage in (b"", kept.read_bytes()[:-1]):
        kept.write_bytes(damage)
        assert entry_points() == [("desk", "desk.plugin", "desk 1.2")]
    (info / "entry_points.txt").unlink()
    info.rmdir()
    os.utime(site, ns=(6, 6))
    assert entry_points() == []
