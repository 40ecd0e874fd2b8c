"""Many files: the same bytes from one worker or many, from a cold or a warm cache; deaths are noticed."""

from __future__ import annotations

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

import pytest

from copylint import kept
from copylint.files import File
from copylint.rule import OptionError
from copylint.runner import workers
from copylint.runner.result import Result
from tests.test_languages import FRENCH
from tests.waiting import SECONDS, comes_true

ROOT = Path(__file__).resolve().parent.parent
ADVISERS = ["The adviser met the adviser.", "Their advisor spoke.", "An adviser left.", "So the the end."]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with forty articles, some with faults."""
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(40):
        text = f"{ADVISERS[number % 4]}\n\nThe co-operation of {number} ships, and their coordination.\n"
        (folder / f"{number:02}.txt").write_text(text * (1 + number % 3), encoding="utf-8")
    return folder


def _run(*arguments: str, folder: Path, cache: Path | None = None, path: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "copylint", "check", *arguments],
        cwd=folder,
        env=_environment(folder, cache, path),
        capture_output=True,
        text=True,
        check=False,
    )


def _environment(folder: Path, cache: Path | None, path: str = "") -> dict[str, str]:
    places = os.pathsep.join(part for part in (path, str(ROOT)) if part)
    return {**os.environ, "PYTHONPATH": places, "COPYLINT_CACHE_DIR": str(cache or folder.parent / "cache")}


@pytest.mark.parametrize("scope", ["document", "folder", "project"])
def test_any_number_of_jobs_gives_the_same_bytes(archive: Path, scope: str) -> None:
    arguments = ["-q", "--format", "json", "--no-cache", "--scope", scope]
    one = _run(*arguments, "--jobs", "1", folder=archive)
    two = _run(*arguments, "--jobs", "2", folder=archive)
    assert one.stdout == two.stdout
    assert one.returncode == two.returncode == 1
    assert "the the" in one.stdout


@pytest.mark.parametrize("scope", ["document", "project"])
def test_a_warm_cache_gives_the_same_bytes(archive: Path, scope: str) -> None:
    arguments = ["-q", "--format", "json", "--scope", scope]
    cold = _run(*arguments, folder=archive)
    warm = _run(*arguments, folder=archive)
    without = _run(*arguments, "--no-cache", folder=archive)
    assert cold.stdout == warm.stdout == without.stdout
    with sqlite3.connect(archive.parent / "cache" / "results.sqlite3") as results:
        lengths = [length for (length,) in results.execute("SELECT length(key) FROM results")]
        assert lengths.count(min(lengths)) == 40  # the sections of reports have longer keys
    results.close()


def test_a_changed_file_or_another_setting_is_linted_again(archive: Path) -> None:
    first = _run("-q", "--format", "concise", folder=archive)
    (archive / "00.txt").write_text("Off to the the port.\n")
    second = _run("-q", "--format", "concise", folder=archive)
    assert "00.txt:1:8: " in second.stdout
    assert "00.txt:1:8: " not in first.stdout
    (archive / "copylint.toml").write_text('ignore = ["spacing/doubled-word"]\n')
    assert "spacing/doubled-word" not in _run("-q", "--format", "concise", folder=archive).stdout


@pytest.mark.parametrize("damage", [b"not a database", b"", b"SQLite format 3\x00" + b"\x07" * 4000])
def test_a_damaged_cache_is_no_cache(archive: Path, damage: bytes) -> None:
    wanted = _run("-q", "--no-cache", "--format", "json", folder=archive)
    cache = archive.parent / "cache"
    cache.mkdir(exist_ok=True)  # what is known of the rules may be kept there already
    (cache / "results.sqlite3").write_bytes(damage)
    result = _run("-q", "--format", "json", folder=archive)
    assert (result.stdout, result.stderr) == (wanted.stdout, "")


@pytest.mark.parametrize("name", kept.FILES)
@pytest.mark.parametrize("damage", ["cut short", "zeros", "noise"])
def test_a_damaged_file_of_the_cache_is_not_there(archive: Path, name: str, damage: str) -> None:
    """Each in a process of its own, which has loaded no more than a run does."""
    wanted = _run("-q", "--jobs", "1", "--format", "json", folder=archive)
    path = archive.parent / "cache" / name
    state, whole = path.read_bytes().split(b"\n", 1)
    middle = len(whole) // 2
    broken = {"cut short": whole[:middle], "zeros": whole[:middle] + bytes(len(whole) - middle), "noise": b"{\xff\0"}
    path.write_bytes(state + b"\n" + broken[damage])
    result = _run("-q", "--jobs", "1", "--format", "json", folder=archive)
    assert (result.returncode, result.stdout, result.stderr) == (wanted.returncode, wanted.stdout, "")


@pytest.mark.parametrize(("bound", "most"), [("MOST_ROWS", 30), ("MOST_BYTES", 80_000)])
def test_the_cache_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, most: int) -> None:
    from copylint.runner import store
    from copylint.runner.result import key_of

    def bytes_of(number: int) -> bytes:
        return key_of(b"", f"{number}.txt", b"")

    monkeypatch.setattr(store, bound, most)
    for number in range(60):
        one = store.Store(str(tmp_path))
        one.put(bytes_of(number), b"x" * 3000)
        one.close()
    after = store.Store(str(tmp_path))
    left = after.get([bytes_of(number) for number in range(60)])
    after.close()
    assert 5 <= len(left) <= 30
    assert set(left) == {bytes_of(number) for number in range(60 - len(left), 60)}, "what was used last is kept"
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 60 * 3000


def test_what_is_used_again_and_again_is_not_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copylint.runner import store

    monkeypatch.setattr(store, "MOST_ROWS", 30)
    for number in range(100):
        one = store.Store(str(tmp_path))
        assert one.get([b"old"]) == ({b"old": b"value"} if number else {})
        one.put(f"{number}".encode() if number else b"old", b"value")
        one.close()


@pytest.mark.parametrize("place", [b"tableresults", b"CREATE TABLE", b'"quotes/'])
@pytest.mark.parametrize("noise", [b"\xb8\xff", b"\0\0"])
def test_a_cache_with_noise_in_it_is_no_cache(archive: Path, place: bytes, noise: bytes) -> None:
    (archive / "00.txt").write_text("He said: \u201d So be it.\n")
    wanted = _run("-q", "--format", "json", folder=archive)
    path = archive.parent / "cache" / "results.sqlite3"
    data = path.read_bytes()
    assert place in data
    path.write_bytes(data.replace(place, place[:-2] + noise))
    for _ in range(2):
        result = _run("-q", "--format", "json", folder=archive)
        assert (result.returncode, result.stdout, result.stderr) == (wanted.returncode, wanted.stdout, "")


def test_a_cache_among_articles_is_no_article(archive: Path) -> None:
    for _ in range(2):
        told = _run("--fail-on", "never", folder=archive, cache=archive / "cache").stderr
        assert told.startswith("40 files checked")
    assert {*kept.FILES} <= {path.name for path in (archive / "cache").iterdir()}


def test_all_of_the_cache_and_nothing_else_is_deleted(archive: Path) -> None:
    _run("-q", folder=archive)
    folder = archive.parent / "cache"
    for name in ("rules.parts.4711", "results.sqlite3-journal", "notes.txt", "rules.parts.bak"):
        (folder / name).write_text("x" * 10)
    size = sum(path.stat().st_size for path in folder.iterdir()) - 20
    from copylint.runner.store import clear

    assert clear(str(folder)) == size
    assert sorted(path.name for path in folder.iterdir()) == ["notes.txt", "rules.parts.bak"]
    assert clear(str(folder / "nowhere")) == 0


def test_a_cache_that_cannot_be_made_is_no_cache(archive: Path) -> None:
    (archive.parent / "file").write_text("")
    result = _run("-q", "--format", "concise", folder=archive, cache=archive.parent / "file" / "cache")
    assert (result.returncode, result.stderr) == (1, "")


def test_two_runs_may_share_the_cache(archive: Path) -> None:
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "copylint", "check", "-q", "--format", "json"],
            cwd=archive,
            env=_environment(archive, None),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    printed = [run.communicate() for run in runs]
    assert len({out for out, _ in printed}) == 1
    assert {error for _, error in printed} == {b""}


PLUGIN = """\
import os, signal
from copylint.document import Span
from copylint.hookspecs import hookimpl
from copylint.rule import Kind, Match, NoOptions

def check(document, options):
    if "poison" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "loop" in document.text:
        open(os.path.join(os.path.dirname(__file__), "loops"), "w").close()
        while True:
            pass
    if "raise" in document.text:
        raise RuntimeError("no idea")
    return ()

@hookimpl
def copylint_checks():
    return [Kind("deadly", "it kills", check, NoOptions)]

@hookimpl
def copylint_packs():
    return [os.path.join(os.path.dirname(__file__), "deadly_pack", "deadly")]
"""

RULE = """\
summary = "Kills."
why = "For the test."
message = "'{match}'."
check = "deadly"
"""


@pytest.fixture
def deadly(tmp_path: Path) -> str:
    """A site folder with a plug-in whose rule kills the process, loops or raises, as the copy says."""
    site = tmp_path / "site"
    pack = site / "deadly_pack" / "deadly"
    pack.mkdir(parents=True)
    (site / "deadly-1.dist-info").mkdir()
    (site / "deadly-1.dist-info" / "entry_points.txt").write_text("[copylint]\ndeadly = deadly_plugin\n")
    (site / "deadly_plugin.py").write_text(PLUGIN)
    (pack / "pack.toml").write_text('summary = "Deadly."\n')
    (pack / "rule.toml").write_text(RULE)
    return str(site)


def test_a_worker_that_is_killed_is_noticed_and_told(archive: Path, deadly: str) -> None:
    (archive / "07.txt").write_text("This one is poison.\n")
    result = _run("--jobs", "2", "--no-cache", "--format", "concise", folder=archive, path=deadly)
    assert result.returncode == 2
    assert (
        "07.txt: failed skipped: the process that checked it died, and died again when it was checked alone"
        in result.stdout + result.stderr
    )
    assert "03.txt:1:4: warning spacing/doubled-word" in result.stdout
    assert "39.txt:1:4: warning spacing/doubled-word" in result.stdout


def test_articles_in_another_language_are_told(archive: Path) -> None:
    for name, language in (("07.html", "cy"), ("08.html", "de-AT"), ("09.html", "en-ZA")):
        (archive / name).write_text(f'<html lang="{language}"><p>Un un quai.')
    told = "2 files are in another language than the rules: cy, de.\n"
    for jobs in ("1", "1", "2"):  # the second time from the cache
        assert _run("--jobs", jobs, "*.html", folder=archive).stdout.endswith(told)
    any_language = _run("--select", "readability/sentence-length", "*.html", folder=archive)
    assert any_language.stdout == "No findings in 3 files.\n"


def test_an_article_in_another_language_need_not_say_so(archive: Path) -> None:
    (archive / "port.txt").write_text(f"{FRENCH}\nIl pense à a idea , dit-il.\n", "utf-8")
    told = "No findings in 1 file. 1 file is in another language than the rules: fr.\n"
    assert _run("--no-cache", "port.txt", folder=archive).stdout == told
    (archive / "copylint.toml").write_text('language = "en"\n')
    assert "spacing/a-an" in _run("--no-cache", "port.txt", folder=archive).stdout


def test_a_language_that_no_rule_reads_is_told_with_its_place(archive: Path) -> None:
    (archive / "copylint.toml").write_text('language = "uk"\n')  # not that of the United Kingdom
    result = _run("--no-cache", "-q", "07.txt", "08.txt", folder=archive)
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == (
        "copylint: copylint.toml:1:1: no rule reads the language 'uk': nothing was checked in 2 files "
        "('en' is English, 'en-GB' British English)\n"
    )
    (archive / "copylint.toml").write_text('language = "en-GB"\n')
    assert "spacing/doubled-word" in _run("--no-cache", "-q", "07.txt", folder=archive).stdout


def test_a_rule_that_raises_loses_only_its_own_findings(archive: Path, deadly: str) -> None:
    (archive / "07.txt").write_text("So the the ship is here to raise.\n")
    result = _run("--no-cache", "--format", "concise", "07.txt", folder=archive, path=deadly)
    assert result.returncode == 2
    assert "07.txt:1:4: warning spacing/doubled-word" in result.stdout
    assert "deadly/rule" in result.stdout
    assert "RuntimeError: no idea" in result.stdout


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no interval timer")
def test_a_rule_that_loops_is_interrupted(archive: Path, deadly: str) -> None:
    (archive / "07.txt").write_text("So the the ship is here to loop.\n")
    result = _run("--no-cache", "--format", "concise", "07.txt", folder=archive, path=deadly)
    assert result.returncode == 2
    assert "07.txt:1:4: warning spacing/doubled-word" in result.stdout
    assert "the rule ran out of time" in result.stdout


def _looping(archive: Path, deadly: str) -> subprocess.Popen[bytes]:
    """A run in two workers and a session of its own, of which each file takes for ever."""
    for path in archive.iterdir():
        path.write_text("It is here to loop.\n")
    return subprocess.Popen(
        [sys.executable, "-m", "copylint", "check", "--jobs", "2", "--no-cache"],
        cwd=archive,
        env=_environment(archive, None, deadly),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_no_process(archive: Path, deadly: str, number: int) -> None:
    process = _looping(archive, deadly)
    assert comes_true((Path(deadly) / "loops").exists)
    process.send_signal(number)
    _, error = process.communicate(timeout=SECONDS)
    assert process.returncode == (130 if number == signal.SIGINT else 143)
    assert b"Traceback" not in error
    assert _left_in_session(process.pid) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_a_terminal_that_interrupts_workers_that_start_is_quiet(archive: Path, deadly: str) -> None:
    """Ctrl-C in a terminal goes to all processes: to those, too, that have not begun to run any of copylint's code."""
    process = _looping(archive, deadly)
    # Itself, their tracker and two, or one if that was ready before there was work for the second.
    comes_true(lambda: len(_alive_in_session(process.pid)) >= 4, 20.0)
    os.killpg(process.pid, signal.SIGINT)
    time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=SECONDS)
    assert (process.returncode, error) == (130, b"copylint: interrupted\n")
    assert _left_in_session(process.pid) == []


def _left_in_session(session: int) -> list[int]:
    """The processes of a session that do not end by themselves."""
    return [] if comes_true(lambda: not _alive_in_session(session), 20.0) else _alive_in_session(session)


def _alive_in_session(session: int) -> list[int]:
    """The processes of a session that are not yet dead (one that waits to be reaped is)."""
    alive = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, their_session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(their_session) == session and state not in "ZX":
                alive.append(int(entry.name))
    return alive


def test_named_files_are_judged_against_the_whole_project(archive: Path) -> None:
    (archive / "copylint.toml").write_text('scope = "project"\nselect = ["hyphenation/mixed-forms"]\n')
    for number in range(40):
        word = "web-site" if number in (3, 30) else "website"
        (archive / f"{number:02}.txt").write_text(f"The ship had a {word} today.\n")
    result = _run("-q", "--format", "concise", "03.txt", "04.txt", folder=archive)
    assert result.stdout.startswith("03.txt:1:16: warning hyphenation/mixed-forms: ")
    assert "38 times in 38 files" in result.stdout
    assert result.stdout.count("\n") == 1
    everything = _run("-q", "--format", "concise", folder=archive)
    assert [line.split(":")[0] for line in everything.stdout.splitlines()] == ["03.txt", "30.txt"]
    assert result.stdout in everything.stdout
    typed = subprocess.run(
        [sys.executable, "-m", "copylint", "check", "-q", "-", "--stdin-filename", "04.txt", "--format", "concise"],
        cwd=archive,
        env=_environment(archive, None),
        input="The ship had a web-site today.\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert typed.stdout.startswith("04.txt:1:16: warning hyphenation/mixed-forms: ")
    assert "37 times in 37 files" in typed.stdout


def test_a_folder_is_judged_by_itself(archive: Path) -> None:
    (archive / "copylint.toml").write_text('scope = "folder"\nselect = ["hyphenation/mixed-forms"]\n')
    for folder in ("north", "south"):
        (archive / folder).mkdir()
    (archive / "north" / "a.txt").write_text("A website came. Another website came.\n")
    (archive / "north" / "b.txt").write_text("A web-site came.\n")
    (archive / "south" / "c.txt").write_text("A web-site came.\n")
    result = _run("-q", "--format", "concise", "north/b.txt", "south", folder=archive)
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["north/b.txt"]


def test_a_report_in_the_folder_counts_for_no_article(archive: Path) -> None:
    (archive / "copylint.toml").write_text('scope = "project"\nselect = ["hyphenation/mixed-forms"]\n')
    (archive / "a.txt").write_text("A website came. Another website came.\n")
    (archive / "b.txt").write_text("A web-site came.\n")
    (archive / "c.txt").write_text("# copylint: ignore-file[hyphenation] as printed\n\nOne website more.\n")
    before = _run("-q", "--format", "concise", "a.txt", "b.txt", folder=archive).stdout
    assert "3 times in 2 files" in before
    _run("-q", "--output", "html=report.html", folder=archive)
    assert _run("-q", "--format", "concise", "a.txt", "b.txt", folder=archive).stdout == before


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of workers of the pools that are made."""
    made: list[int] = []

    class Counted(workers._Pool):
        def __init__(self, number: int, *rest: Any) -> None:
            made.append(number)
            super().__init__(number, *rest)

    monkeypatch.setattr(workers, "_Pool", Counted)
    return made


def test_workers_that_cannot_be_made_are_told_at_once(pools: list[int]) -> None:
    files = [File(f"/nowhere/{number}.txt", f"{number}.txt") for number in range(200)]
    made: Any = int
    with pytest.raises(workers.WorkerError, match="could not be prepared: ValueError"):
        workers.run(files, [3000] * len(files), 2, made, ("x",), lambda done: None)
    assert pools == [2]


def test_there_are_no_more_workers_than_the_system_waits_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows: 61; with more, no pool is made."""
    monkeypatch.setattr(workers, "_MOST", 61)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: range(128), raising=False)
    assert [workers.number_of_workers(jobs, 10**9) for jobs in ("7", "200", "auto")] == [7, 61, 61]


def test_workers_that_die_before_they_have_a_file_are_done_without() -> None:
    files = [File(f"/nowhere/{number}.txt", f"{number}.txt") for number in range(200)]
    dies: Any = os._exit
    assert workers.run(files, [3000] * len(files), 2, dies, (3,), lambda done: None) is None


def test_after_a_death_the_others_go_on_together(pools: list[int]) -> None:
    """What was not under way is not run file by file: that would take a process for each."""
    files = [File(f"/nowhere/{number}.txt", f"{number}.txt") for number in range(40 * 64)]
    results = workers.run(files, [1] * len(files), 2, _Deadly, ("70.txt",), lambda done: None)
    assert results is not None
    assert [result.name for result in results] == [file.name for file in files]
    assert [result.name for result in results if result.failures] == ["70.txt"]
    # Of the forty chunks, four at most by themselves, and one of them in halves down to a file. The rest needs two
    # workers again, unless the worker that lived had done it before the other was missed. One more is started to see
    # whether a worker lives at all, if none had done anything by then.
    assert pools.count(2) <= 2
    assert len(pools) <= 2 + 1 + 4 + 2 * 6


def test_no_workers_are_started_that_would_not_find_copylint(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    files = [File("/nowhere/one.txt", "one.txt"), File("/nowhere/two.txt", "two.txt")]
    never: Any = os.abort
    monkeypatch.setattr(sys, "path", [folder for folder in sys.path if not os.path.isdir(f"{folder}/copylint")])
    monkeypatch.setattr(sys, "path_importer_cache", {})
    assert workers.run(files, [3000, 3000], 2, never, (), lambda done: None) is None
    assert capfd.readouterr().err == ""


def test_no_workers_are_started_that_would_find_another_copylint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copylint").mkdir()
    (tmp_path / "copylint" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [PathFinder])
    files = [File("/nowhere/one.txt", "one.txt"), File("/nowhere/two.txt", "two.txt")]
    never: Any = os.abort
    assert workers.run(files, [3000, 3000], 2, never, (), lambda done: None) is None


def test_an_error_of_an_option_comes_from_a_worker_whole() -> None:
    error = pickle.loads(pickle.dumps(OptionError(("limit", 3), "'limit' must be a number")))
    assert (type(error), error.key, str(error)) == (OptionError, ("limit", 3), "'limit' must be a number")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no interval timer")
def test_to_judge_files_together_has_its_time_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from copylint import runner
    from copylint.config import Choices, Configuration
    from copylint.plugins import registry

    def judge(*arguments: object) -> None:
        while True:
            pass

    files = []
    for name, word in (("a.txt", "website"), ("b.txt", "web-site")):
        (tmp_path / name).write_text(f"They met the the envoy. The ship had a {word} today.\n")
        files.append(File(str(tmp_path / name), name))
    known = registry()
    settings = Configuration(known, Choices(scope="project", isolated=True)).for_file
    runs = runner.Runner(known.formats, settings)
    runs.run(files)  # what is loaded once takes no time of the next run
    monkeypatch.setattr(runner, "judge", judge)
    monkeypatch.setattr(runner, "_LIMIT_SECONDS", 1.0)
    first, second = runs.run(files)
    assert [one.rule for one in first.findings] == [one.rule for one in second.findings] == ["spacing/doubled-word"]
    assert [one.kind for one in first.failures] == ["timeout"]
    assert second.failures == ()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system cannot hold a signal")
def test_every_worker_is_started_while_ctrl_c_is_held(tmp_path: Path) -> None:
    """Not the first alone: what a worker inherits holds until it has said that it leaves Ctrl-C to its parent."""
    with workers._Pool(2, _nothing, ()) as pool:
        asked = [pool.submit(_held_by, tmp_path) for _ in range(2)]
        told = dict(one.result() for one in asked)
    assert list(told.values()) == [True, True]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


class _Deadly:
    """A runner whose process dies of some files."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def lint_files(self, files: Sequence[File]) -> list[Result]:
        if any(file.name in self._names for file in files):
            os._exit(3)
        return [Result(file.name) for file in files]


def _nothing() -> None:
    """Makes no runner."""


def _held_by(folder: Path) -> tuple[int, bool]:
    """The process that does this, and whether it was started with Ctrl-C held; busy until another process does it
    too."""
    (folder / str(os.getpid())).touch()
    comes_true(lambda: len([*folder.iterdir()]) == 2)
    return os.getpid(), signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
