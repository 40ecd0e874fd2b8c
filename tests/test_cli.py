"""The command line as a user sees it: what is printed where, and the exit code.

Each folder of tests/cli is a case: `command` (the arguments, a line), `stdout`, and if they are there `stderr` and
`code` (0 otherwise). It runs in a copy of the folder.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from copylint import __version__
from copylint.cli import main, terminal

ROOT = Path(__file__).resolve().parent.parent
CASES = sorted(path for path in (ROOT / "tests" / "cli").iterdir() if path.is_dir())
DUPLICATE = "Off to the the sea.\n"


def _run(*arguments: str, folder: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "copylint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100", **environment},
        check=False,
    )


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    shutil.copytree(case, folder)
    result = _run(*shlex.split((case / "command").read_text()), folder=folder)
    code = int((case / "code").read_text()) if (case / "code").exists() else 0
    assert result.stdout.decode() == (case / "stdout").read_text(encoding="utf-8")
    if (case / "stderr").exists():
        assert result.stderr.decode() == (case / "stderr").read_text(encoding="utf-8")
    assert result.returncode == code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chekc"], "copylint: 'chekc' is not a command (did you mean 'check'?)"),
        (["story.txt"], "copylint: 'story.txt' is not a command; to check articles: copylint check story.txt"),
        (["check", "--selct", "quotes"], "copylint: there is no option '--selct' (did you mean '--select'?)"),
        (["check", "--format", "jsno"], "copylint: 'jsno' is not a format (did you mean 'json'?)"),
        (["check", "--with", "langtool"], "copylint: 'langtool' is not a source (did you mean 'languagetool'?)"),
        (["explain", "quotes/iner-space"], "copylint: 'quotes/iner-space' is not a rule (did you mean 'quotes/inner-space'?)"),
        (["explain", "quots"], "copylint: 'quots' is not a rule (did you mean 'quotes'?)"),
        (["explain", "inner-spaec"], "copylint: 'inner-spaec' is not a rule (did you mean 'quotes/inner-space'?)"),
        (["check", "--fail-on", "warnings"], "copylint: --fail-on takes error, warning, suggestion or never, not "
         "'warnings' (did you mean 'warning'?)"),
        (["check", "--watch", "--unsafe-fixes"], "copylint: --watch only prints what it finds: it does not go together "
         "with --unsafe-fixes"),
        (["check", "--style"], "copylint: --style needs a value: --style STYLE"),
        (["check", "--jobs", "many"], "copylint: --jobs: it takes 'auto' or a whole number from 1 to 256"),
        (["baseline"], "copylint: 'copylint baseline' needs create, check or prune; see copylint baseline --help"),
        (["baseline", "creat"], "copylint: 'copylint baseline' takes create, check or prune, not 'creat' "
         "(did you mean 'create'?)"),
        (["cache"], "copylint: 'copylint cache' needs clear or where; see copylint cache --help"),
        (["cache", "clear", "all"], "copylint: 'copylint cache' does not know what to do with 'all'; "
         "see copylint cache --help"),
        (["try-rule", "quotes/unclosed"], "copylint: 'copylint try-rule' needs --on PATH; see copylint try-rule --help"),
        (["stats", "--longest", "x"], "copylint: --longest takes a whole number, not 'x'"),
        (["check", "--stdin-filename", "a.md"], "copylint: --stdin-filename names standard input, which only '-' among "
         "the PATHS reads"),
        (["explain"], "copylint: 'copylint explain' needs RULE; see copylint explain --help"),
        (["explain", "guardian"], "copylint: 'guardian' is a style; copylint explain RULE --style guardian tells what it "
         "says of a rule"),
        (["explain", "quotes"], "copylint: 'quotes' is a pack; name a rule of it, such as quotes/apostrophe "
         "(copylint rules quotes lists them)"),
        (["rules", "quots"], "copylint: 'quots' is not a pack (did you mean 'quotes'?)"),
        (["rules", "quotes/doubled"], "copylint: 'quotes/doubled' is a rule; copylint explain quotes/doubled tells of it"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence(
    arguments: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("A story.\n")
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", sentence + "\n")


def test_unknown_rules_are_told_with_the_nearest_word(tmp_path: Path) -> None:
    result = _run("check", "--select", "quotes/iner-space", folder=tmp_path)
    assert result.returncode == 2
    assert b"'quotes/iner-space' is not a rule" in result.stderr
    assert b"did you mean 'quotes/inner-space'?" in result.stderr


def test_exit_codes(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text("The ship is late.\n")
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert _run("check", "clean.txt", folder=tmp_path).returncode == 0
    assert _run("check", "fault.txt", folder=tmp_path).returncode == 1
    assert _run("check", "--fail-on", "never", "fault.txt", folder=tmp_path).returncode == 0
    assert _run("check", "fault.txt", "image.txt", folder=tmp_path).returncode == 2
    assert _run("check", "missing.txt", folder=tmp_path).returncode == 2
    assert _run("check", "--fail-on", "never", "missing.txt", folder=tmp_path).returncode == 2


def test_what_is_not_text_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    result = _run("check", "--format", "concise", folder=tmp_path)
    assert b"fault.txt:1:8: warning spacing/doubled-word" in result.stdout
    assert b"image.txt" in result.stdout
    assert result.returncode == 2


def test_standard_input_has_a_name_and_a_format(tmp_path: Path) -> None:
    named = _run("check", "-q", "-", "--stdin-filename", "a.md", "--format", "concise", folder=tmp_path,
                 stdin=b"# Title\n\nIn `the the` the the sea.\n")  # fmt: skip
    assert named.stdout.startswith(b"a.md:3:14: ")
    for unnamed in ([], ["--stdin-filename", ""]):
        bare = _run("check", "-q", "-", *unnamed, "--format", "concise", folder=tmp_path, stdin=DUPLICATE.encode())
        assert bare.stdout.startswith(b"<stdin>:1:8: ")


def test_reports_go_to_files_and_the_rest_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    result = _run("check", "fault.txt", "--output", "json=out.json", "--output", "sarif=out.sarif", folder=tmp_path)
    assert b"spacing/doubled-word" in result.stdout
    assert (tmp_path / "out.json").read_text().startswith("{")
    assert '"2.1.0"' in (tmp_path / "out.sarif").read_text()
    result = _run("check", "fault.txt", "--format", "concise", "--output", "report.txt", folder=tmp_path)
    assert result.stdout == b""
    assert (tmp_path / "report.txt").read_text().startswith("fault.txt:1:8: ")


@pytest.mark.parametrize("output", ["html=proof.html", "markdown=proof.md"])
def test_a_report_among_the_articles_is_no_article(tmp_path: Path, output: str) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    first = _run("check", "--output", output, folder=tmp_path)
    assert first.stdout == _run("check", "--output", output, folder=tmp_path).stdout
    told = _run("check", "-q", "--format", "concise", folder=tmp_path).stdout.decode()
    assert [line.partition(":")[0] for line in told.splitlines()] == ["fault.txt"]


def test_a_report_may_fill_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "report.md").touch()
    assert _run("check", "--output", "markdown=report.md", folder=tmp_path).returncode == 0
    assert (tmp_path / "report.md").read_text().endswith("No findings: no file was checked.\n")


@pytest.mark.parametrize("paths", [["fault.txt"], ["."], ["*.txt"]])
def test_a_report_takes_the_place_of_no_article(tmp_path: Path, paths: list[str]) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    result = _run("check", *paths, "--output", "fault.txt", folder=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith(b"copylint: --output: fault.txt is one of the articles, and the report would ")
    assert (tmp_path / "fault.txt").read_text() == DUPLICATE


def test_a_format_is_no_name_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    result = _run("check", "--output", "sarif", folder=tmp_path)
    assert (result.returncode, result.stderr) == (
        2,
        b"copylint: --output: 'sarif' is a format: write --output sarif=FILE, or --format sarif\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["fault.txt"]


def test_where_the_time_goes_is_told_by_rule_and_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank in the the harbour.\n", encoding="utf-8")
    done = _run("check", "--profile-rules", "-q", "a.txt", folder=tmp_path)
    assert done.returncode == 1
    told = done.stderr.decode()
    assert " s  in rules (and, in brackets, what they read)\n" in told
    assert "  spacing/doubled-word\n" in told
    assert "  (annotate." in told
    assert " 0.0%" not in "\n".join(told.splitlines()[:-1])
    assert done.stdout == _run("check", "-q", "a.txt", folder=tmp_path).stdout


def test_a_folder_without_articles_says_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "story.docx").touch()
    result = _run("check", folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, b"No findings: no file was checked.\n")
    assert result.stderr.startswith(b"found no file that copylint reads (.htm, .html, ")


def test_a_report_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    result = _run("check", "fault.txt", "--output", "json=no/where.json", folder=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith(b"copylint: no/where.json: the report cannot be written: ")


def test_colour_is_for_terminals_and_for_those_who_ask(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE)
    assert b"\x1b[" not in _run("check", "fault.txt", folder=tmp_path).stdout
    assert b"\x1b[" in _run("check", "fault.txt", folder=tmp_path, FORCE_COLOR="1").stdout
    assert b"\x1b[" in _run("check", "--color", "always", "fault.txt", folder=tmp_path, NO_COLOR="1").stdout
    assert b"\x1b[" not in _run("check", "fault.txt", folder=tmp_path, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_a_new_rule_is_tried_once_its_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They utilise the quay.\n")
    made = _run("new-rule", "desk/words", folder=tmp_path)
    assert (made.returncode, made.stdout) == (0, b"rules/desk/words.toml\n")
    assert b"rules/desk/pack.toml says what the pack is about: put that into your own words too.\n" in made.stderr
    assert b"pack.toml" not in _run("new-rule", "desk/more-words", folder=tmp_path).stderr
    (tmp_path / "rules" / "desk" / "more-words.toml").unlink()
    early = _run("try-rule", "desk/words", "--on", ".", folder=tmp_path)
    assert (early.returncode, early.stderr) == (
        2,
        b"copylint: 'desk/words' is not run yet: say rules-folders = [\"rules\"] in copylint.toml\n",
    )
    (tmp_path / "copylint.toml").write_text('rules-folders = ["rules"]\n')
    tried = _run("try-rule", "desk/words", "--on", ".", folder=tmp_path)
    assert (tried.returncode, b"desk/words: 1 finding in 1 of 1 file" in tried.stdout) == (0, True)


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab", "rdjson"])
def test_a_quiet_run_that_finds_nothing_still_prints_a_whole_report(tmp_path: Path, format: str) -> None:
    (tmp_path / "clean.txt").write_text("The ferry sailed at noon.\n")
    result = _run("check", "-q", "--format", format, "clean.txt", folder=tmp_path)
    assert (result.returncode, json.loads(result.stdout) is None) == (0, False)  # it is JSON


@pytest.mark.parametrize("format", ["full", "concise", "jsonl", "github", "markdown"])
def test_a_quiet_run_that_finds_nothing_prints_no_list(tmp_path: Path, format: str) -> None:
    (tmp_path / "clean.txt").write_text("The ferry sailed at noon.\n")
    result = _run("check", "-q", "--format", format, "clean.txt", folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, b"")


def test_an_ascii_locale_shows_escapes(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text("At the the café now.\n", encoding="utf-8")
    result = _run("check", "fault.txt", folder=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert (result.returncode, b"caf\\xe9" in result.stdout) == (1, True)


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text(DUPLICATE * 3000)
    command = f"{shlex.quote(sys.executable)} -m copylint check -q --output jsonl=all.jsonl fault.txt | head -n 1"
    result = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert result.stderr == b""
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 3001


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"copylint {__version__}\n"
    assert main([]) == 0
    assert "copylint check story.txt" in capsys.readouterr().out


def test_nothing_slow_is_imported_for_one_page(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text("The ship is late.\n")
    script = (
        "import sys; from copylint.cli import main; main(['check', '-q', 'clean.txt']);"
        "slow = 'pluggy dataclasses inspect pathlib importlib.metadata json logging pyromark justhtml yaml textstat typing "
        "language_tool_python ahocorasick_rs urllib.request multiprocessing sqlite3 asyncio difflib "
        "re enum functools collections types warnings'.split();"
        "print([name for name in slow if name in sys.modules])"
    )
    for _ in range(2):  # the first run keeps what it had to make, for which it needs json
        result = subprocess.run(
            [sys.executable, "-S", "-c", script],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (result.stdout, result.stderr) == ("[]\n", "")


def test_what_is_excluded_says_why(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('exclude = ["old/"]\n')
    (tmp_path / "old").mkdir()
    for name in ("LICENSE.md", "old/a.md", "b.md"):
        (tmp_path / name).write_text("Off to the sea.\n")
    result = _run("check", "LICENSE.md", "old/a.md", "b.md", folder=tmp_path)
    told = result.stderr.decode().split("\n")
    assert told[0].startswith("LICENSE.md is excluded by default")
    assert told[1] == "old/a.md is excluded by copylint.toml"
    assert told[2].startswith("1 file checked")
    assert _run("check", "-q", "LICENSE.md", folder=tmp_path).stderr == b""


def test_the_summary_counts_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = _run("check", "a.txt", folder=tmp_path)
    assert result.stdout.decode().count("this is a PNG image") == 1
    assert "No findings: no file was checked. 1 failure" in result.stdout.decode()


def test_rules_of_one_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "readability"]) == 0
    told = capsys.readouterr().out
    assert "readability/grade" in told
    assert "quotes/" not in told
    assert "4 rules, 4 on by default." in told


@pytest.mark.parametrize("command", ["check", "explain", "rules", "baseline", "--help"])
def test_help_and_pages_keep_to_the_columns(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    arguments = {"explain": ["spacing/doubled-word"], "rules": []}.get(command, ["--help"])
    with suppress(SystemExit):
        main([command, *arguments])
    lines = capsys.readouterr().out.split("\n")
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize(
    ("columns", "shown"), [(0, 100), (20, 40), (120, 120), (500, 160)], ids=["not known", "narrow", "plain", "wide"]
)
def test_a_report_is_as_wide_as_the_terminal_within_limits(
    columns: int, shown: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", lambda number: os.terminal_size((columns, 24)))
    assert terminal.width() == shown


def test_help_names_all_formats_and_styles(capsys: pytest.CaptureFixture[str]) -> None:
    from copylint.plugins import registry

    with pytest.raises(SystemExit):
        main(["check", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    known = registry()
    assert ", ".join(known.reporters) in told
    assert ", ".join(sorted(known.styles)) in told


def test_an_output_may_be_standard_output(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(DUPLICATE)
    warning = b"::warning file=story.md,line=1,endLine=1,col=8,endColumn=15"
    alone = _run("check", "-q", "--output", "github=-", "--output", "concise=c.txt", "story.md", folder=tmp_path)
    assert alone.stdout.startswith(warning)
    assert alone.stdout.count(b"\n") == 1
    assert (tmp_path / "c.txt").read_text().startswith("story.md:1:8:")
    both = _run("check", "-q", "--format", "concise", "--output", "github=-", "story.md", folder=tmp_path)
    assert both.stdout.startswith(b"story.md:1:8: ")
    assert warning in both.stdout


def test_explain_marks_faults_with_what_the_examples_lack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "suppression/unused"]) == 0
    assert "copylint: ignore[>>spacing/doubled-word<<] as sung" in capsys.readouterr().out
    assert main(["explain", "spacing/doubled-word"]) == 0
    told = capsys.readouterr().out
    assert "They walked along [the the] river." in told
    assert "Fix          safe for the words in 'certain' below" in told


def test_config_shows_only_what_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--isolated", "--changed", "--fail-on", "error", "a.md"]) == 2  # no such argument here
    assert "there is no option '--fail-on'" in capsys.readouterr().err
    assert main(["config", "--isolated", "--changed", "--ignore", "spacing/two-articles", "a.md"]) == 0
    told = capsys.readouterr().out.split("\n")
    assert told[1] == "configuration = none"
    assert [line.split()[0] for line in told[2:4]] == ["ignore", "spacing/two-articles"]
    assert len(told) == 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_report_is_written_into_what_is_no_file(tmp_path: Path) -> None:
    import threading

    (tmp_path / "story.md").write_text(DUPLICATE)
    os.mkfifo(tmp_path / "pipe")
    heard: list[str] = []
    listener = threading.Thread(target=lambda: heard.append((tmp_path / "pipe").read_text()), daemon=True)
    listener.start()
    _run("check", "-q", "--output", "concise=pipe", "story.md", folder=tmp_path)
    listener.join(30)
    assert heard[0].startswith("story.md:1:8: ")
    (tmp_path / "report.txt").write_text("old")
    (tmp_path / "link").symlink_to("report.txt")
    _run("check", "-q", "--output", "concise=link", "story.md", folder=tmp_path)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "report.txt").read_text() == heard[0]


def test_help_of_a_command_may_be_asked_for_by_its_name(tmp_path: Path) -> None:
    asked = _run("help", "cache", folder=tmp_path)
    assert asked.stdout == _run("cache", "--help", folder=tmp_path).stdout
    assert b"copylint cache {clear,where}" in asked.stdout
    wrong = _run("help", "cahce", folder=tmp_path)
    assert (wrong.returncode, wrong.stderr) == (2, b"copylint: 'cahce' is not a command (did you mean 'cache'?)\n")


def test_explain_tells_what_an_option_may_be_and_means(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "quotes/mixed-outer"]) == 0
    printed = capsys.readouterr().out
    assert '\n    outer-quote = "" (or "double", "single")\n' in printed
    assert "\n    outer-quote: double or single where the house style sets it; empty: what the article\n" in printed
    assert main(["explain", "consistency/per-cent"]) == 0
    assert '\n    mode = "consistent" (or "style")\n' in capsys.readouterr().out
