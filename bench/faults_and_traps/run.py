"""What copylint and its peers find of thirty faults planted in news copy, and how many of thirty traps they hit.

    python bench/faults_and_traps/run.py [--set NAME]... [--only TOOL]... [--list] [--cache FOLDER]
                                         [--vale-styles FOLDER]

There are two sets of articles: in one the faults are as a list of faults would show them, in the other they are less
plain. The labels say what was planted where. An alert names a fault, or hits a trap, if its place overlaps the label's,
unless `[[beside]]` in judged.toml says that this rule of this tool speaks of something else there. What touches no
label is counted apart: the rest of the copy is meant to be sound, so nearly all of that is noise. Every tool runs as a
whole process with its defaults, in British English where it can be told. Peers are installed as bench/peers.py does
it, and LanguageTool as .ci/languagetool does; a tool that cannot be had is left out. FOLDER of --vale-styles holds
public styles (proselint, write-good, …), each a folder with its own name.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
sys.path.insert(0, str(CHECKOUT / "bench"))

import peers  # noqa: E402

# The rules of the five packs that are off by default.
OFF = (
    "consistency/abbreviation-before-definition,consistency/abbreviation-unused,consistency/numbers,"
    "hyphenation/hyphen-for-dash"
)
START_SECONDS = 60


class Label(NamedTuple):
    """A fault or a trap, and the places (code points, end excluded) at which an alert speaks of it."""

    kind: str
    name: str
    file: str
    places: tuple[tuple[int, int], ...]


class Alert(NamedTuple):
    """What a tool says, with its place in code points, end excluded."""

    file: str
    start: int
    end: int
    rule: str
    message: str


Tool = Callable[[list[Path]], Iterator[Alert]]


def labels(folder: Path) -> list[Label]:
    """The labels of a set. Raises ValueError for a text that is not in its file."""
    table = tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))
    found = []
    for kind in ("fault", "trap"):
        for row in table[kind]:
            text = (folder / "articles" / row["file"]).read_text(encoding="utf-8")
            places = [_place(text, row["text"], row.get("occurrence", 1))]
            places += [_place(text, other, 1) for other in row.get("or", ())]
            found.append(Label(kind, row["name"], row["file"], tuple(places)))
    names = [label.name for label in found]
    if len(set(names)) < len(names):
        raise ValueError(f"{folder}: two labels of one name")
    return found


def _place(text: str, wanted: str, occurrence: int) -> tuple[int, int]:
    start = -1
    for _ in range(occurrence):
        start = text.find(wanted, start + 1)
        if start < 0:
            raise ValueError(f"{wanted!r} is not in its article")
    return start, start + len(wanted)


def copylint(*options: str) -> Tool:
    """This checkout, with the defaults of someone who has no configuration."""

    def run(files: list[Path]) -> Iterator[Alert]:
        command = [sys.executable, "-m", "copylint", "check", "--isolated", "--no-cache", "-q", "--format", "json"]
        told = json.loads(_output([*command, *options, *map(str, files)], CHECKOUT))
        for file in told["files"]:
            for one in file["findings"]:
                yield Alert(
                    Path(file["path"]).name, one["start"]["offset"], one["end"]["offset"], one["rule"], one["message"]
                )

    return run


def vale(program: str, settings: Path) -> Tool:
    """Vale counts lines and columns from 1, the end included."""

    def run(files: list[Path]) -> Iterator[Alert]:
        told = json.loads(_output([program, "--config", str(settings), "--output", "JSON", *map(str, files)], CHECKOUT))
        for path, alerts in told.items():
            starts = _line_starts(Path(path).read_text(encoding="utf-8"))
            for one in alerts:
                start, end = (starts[one["Line"] - 1] + column for column in one["Span"])
                yield Alert(Path(path).name, start - 1, end, one["Check"], one["Message"])

    return run


def proselint(program: str) -> Tool:
    """proselint counts from 1, the end excluded."""

    def run(files: list[Path]) -> Iterator[Alert]:
        told = json.loads(_output([program, "check", "-o", "json", *map(str, files)], CHECKOUT))
        for path, result in told["result"].items():
            for one in result["diagnostics"]:
                start, end = one["span"]
                yield Alert(path.rpartition("/")[2], start - 1, end - 1, one["check_path"], one["message"])

    return run


def harper(program: str) -> Tool:
    """Harper's own command, with its British dictionary."""

    def run(files: list[Path]) -> Iterator[Alert]:
        command = [program, "lint", "--format", "json", "--dialect", "gb"]
        for file in json.loads(_output([*command, *map(str, files)], CHECKOUT)):
            for one in file["lints"]:
                span = one["span"]
                yield Alert(Path(file["file"]).name, span["char_start"], span["char_end"], one["rule"], one["message"])

    return run


def languagetool(jars: str) -> Tool:
    """A server of LanguageTool on this machine alone, for as long as the articles take."""

    def run(files: list[Path]) -> Iterator[Alert]:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = ["java", "-Xmx1g", "-cp", f"{jars}/*", "org.languagetool.server.HTTPServer", "--port", str(port)]
        with tempfile.TemporaryFile() as output:
            server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            try:
                for path in files:
                    # Offsets are in UTF-16 units, which are code points in these articles.
                    text = path.read_text(encoding="utf-8")
                    for one in _asked(port, text)["matches"]:
                        start = one["offset"]
                        yield Alert(path.name, start, start + one["length"], one["rule"]["id"], one["message"])
            finally:
                server.terminate()
                server.wait()

    return run


def _asked(port: int, text: str) -> Any:
    form = urlencode({"language": "en-GB", "text": text}).encode()
    ends = time.monotonic() + START_SECONDS
    while True:
        try:
            with urlopen(f"http://127.0.0.1:{port}/v2/check", form, timeout=START_SECONDS) as answer:
                return json.load(answer)
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > ends:
                raise
            time.sleep(0.2)


def tools(cache: Path, styles: Path | None) -> dict[str, Tool]:
    """The tools that are there or could be installed, by name."""
    found = {"copylint": copylint(), "copylint with what is off": copylint("--extend-select", OFF)}
    for make in (_vale, _python_peers, _languagetool):
        try:
            found.update(make(cache, styles))
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"{make.__name__.strip('_')} is left out: {error}", file=sys.stderr)
    return found


def _vale(cache: Path, styles: Path | None) -> dict[str, Tool]:
    program = peers._vale(cache)[0].command[0]
    found = {"Vale 3.22.0 bare": vale(program, cache / "vale" / "bare.ini")}
    if styles is not None:
        names = sorted(folder.name for folder in styles.iterdir() if any(folder.glob("*.yml")))
        settings = cache / "vale" / "styles.ini"
        based = ", ".join(["Vale", *names])
        path = styles.resolve()
        settings.write_text(f"StylesPath = {path}\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = {based}\n")
        found[f"Vale with {', '.join(names)}"] = vale(program, settings)
    return found


def _python_peers(cache: Path, _: Path | None) -> dict[str, Tool]:
    programs = {peer.name: peer.command[0] for peer in peers._python_peers(cache)}
    return {name: make(programs[name]) for name, make in (("proselint 0.16.0", proselint), ("Harper 2.13.0", harper))}


def _languagetool(_: Path, __: Path | None) -> dict[str, Tool]:
    jars = subprocess.run([str(CHECKOUT / ".ci" / "languagetool")], check=True, stdout=subprocess.PIPE, text=True)
    return {"LanguageTool 6.8": languagetool(jars.stdout.strip())}


def _output(command: list[str], folder: Path) -> str:
    """What a process prints. Any exit code will do: linters exit with 1 when they find something."""
    ended = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if not ended.stdout.strip():
        raise OSError(f"{command[0]} says nothing: {ended.stderr.strip()[:200]}")
    return ended.stdout


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


class Score(NamedTuple):
    """What a tool says of a set: faults and traps by name, and the alerts that touch neither."""

    faults: dict[str, list[Alert]]
    traps: dict[str, list[Alert]]
    others: list[Alert]


def score(alerts: list[Alert], planted: list[Label], beside: set[tuple[str, str]]) -> Score:
    """Alerts by the labels that they touch. `beside` has (label, rule) where the rule speaks of something else."""
    told = Score({}, {}, [])
    for alert in alerts:
        touched = [
            label
            for label in planted
            if label.file == alert.file
            and any(alert.start < end and start < max(alert.end, alert.start + 1) for start, end in label.places)
            and (label.name, alert.rule) not in beside
        ]
        for label in touched:
            (told.faults if label.kind == "fault" else told.traps).setdefault(label.name, []).append(alert)
        if not touched:
            told.others.append(alert)
    return told


def report(name: str, told: Score, planted: list[Label]) -> str:
    """What a tool finds, misses and falls into, with the rules that do."""

    def rules(found: dict[str, list[Alert]]) -> str:
        named = (f"{label} ({', '.join(sorted({one.rule for one in alerts}))})" for label, alerts in found.items())
        return "; ".join(named) or "none"

    missed = [label.name for label in planted if label.kind == "fault" and label.name not in told.faults]
    lines = [f"## {name}", f"faults: {rules(told.faults)}", f"missed: {', '.join(missed) or 'none'}"]
    lines.append(f"traps: {rules(told.traps)}")
    lines += [f"other: {one.file}:{one.start}-{one.end} {one.rule}: {one.message}" for one in told.others]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    parser.add_argument("--cache", type=Path, default=Path(home) / "copylint-bench", help="where peers are installed")
    parser.add_argument("--set", action="append", default=[], help="only these sets of articles")
    parser.add_argument("--only", action="append", default=[], metavar="TOOL", help="only tools whose names start so")
    parser.add_argument("--vale-styles", type=Path, help="folder of public styles for Vale")
    parser.add_argument("--list", action="store_true", help="tell what each tool finds, misses and falls into")
    chosen = parser.parse_args()
    found = tools(chosen.cache, chosen.vale_styles)
    if chosen.only:
        wanted = tuple(name.lower() for name in chosen.only)
        found = {name: tool for name, tool in found.items() if name.lower().startswith(wanted)}
    for folder in sorted((path.parent for path in HERE.glob("*/labels.toml")), reverse=True):
        if chosen.set and folder.name not in chosen.set:
            continue
        planted = labels(folder)
        kinds = [label.kind for label in planted]
        judged = folder / "judged.toml"
        rows = tomllib.loads(judged.read_text(encoding="utf-8"))["beside"] if judged.exists() else []
        files = sorted((folder / "articles").glob("*.txt"))
        words = sum(len(path.read_text(encoding="utf-8").split()) for path in files)
        faults, traps = kinds.count("fault"), kinds.count("trap")
        print(f"# {folder.name}: {len(files)} articles, {words} words, {faults} faults, {traps} traps\n")
        lists = []
        print("| tool | faults named | traps hit | other alerts |\n| --- | ---: | ---: | ---: |")
        for name, tool in found.items():
            beside = {(row["label"], row["rule"]) for row in rows if name.startswith(row["tool"])}
            told = score(list(tool(files)), planted, beside)
            print(f"| {name} | {len(told.faults)} | {len(told.traps)} | {len(told.others)} |", flush=True)
            lists.append(report(name, told, planted))
        print("\n" + ("\n\n".join(lists) + "\n" if chosen.list else ""))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
