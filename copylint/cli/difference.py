"""`--diff-base REF`: only the findings in what changed since a revision of git."""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from copylint.cli import UsageError
from copylint.document import Place
from copylint.files import STDIN, File
from copylint.formats import FormatError, decode

if TYPE_CHECKING:
    from copylint.document import Document
    from copylint.reporters import FileReport
    from copylint.rule import Finding
    from copylint.runner import Runner

_HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines, from 1, both ends included."""


class Difference:
    """What changed in a work tree since it left a revision. Raises UsageError where git cannot tell."""

    def __init__(self, revision: str) -> None:
        self._root = os.path.realpath(_git(None, "rev-parse", "--show-toplevel").strip())
        if revision.startswith("-") or not revision.strip():
            raise UsageError(f"'{revision}' is no revision of git")
        try:
            commit = _git(self._root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
        except UsageError:
            raise UsageError(f"'{revision}' is no revision that git knows here; is the history fetched?") from None
        with suppress(UsageError):  # without common history it is the difference as it is
            commit = _git(self._root, "merge-base", commit, "HEAD").strip() or commit
        self._changed = parse(
            _git(self._root, "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/",
                 "--dst-prefix=b/", "-M", commit, "--")
        )  # fmt: skip
        self._tracked = frozenset(_git(self._root, "ls-files", "-z").split("\0"))

    def lines(self, path: str) -> Lines | None:
        """The lines of a file that changed; None if all of it is new."""
        name = os.path.relpath(os.path.realpath(path), self._root).replace(os.sep, "/")
        return self._changed.get(name, ()) if name in self._tracked else None


def parse(diff: str) -> Mapping[str, Lines]:
    """The lines that a unified diff without context adds or changes, by path."""
    found: dict[str, list[tuple[int, int]]] = {}
    path: str | None = None
    header = False
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            header, path = True, None
        elif header and line.startswith("+++ "):
            name = _unquoted(line[4:].rstrip("\r"))
            path = name[2:] if name.startswith("b/") else None
        elif path is not None and (hunk := _HUNK.match(line)):
            header = False
            start, count = int(hunk[1]), int(hunk[2] or 1)
            if count:
                found.setdefault(path, []).append((start, start + count - 1))
    return {path: tuple(lines) for path, lines in found.items()}


def changed_only(
    difference: Difference, runner: Runner, files: Sequence[File], reports: Sequence[FileReport]
) -> tuple[FileReport, ...]:
    """The reports with the findings that stand in a paragraph that changed, or have evidence on a line that
    did."""
    kept = []
    for file, report in zip(files, reports, strict=True):
        lines = None if file.path == STDIN or not report.findings else difference.lines(file.path)
        if lines is not None:
            report = report._replace(findings=_touched(report.findings, lines, _document(runner, file)))
        kept.append(report)
    return tuple(kept)


def _touched(findings: Iterable[Finding], lines: Lines, document: Document | None) -> tuple[Finding, ...]:
    if not lines:
        return ()
    if document is None:
        return tuple(findings)
    ends = [match.start() for match in re.finditer("\n", document.source)]  # as git counts lines

    def changed(start: int, end: int) -> bool:
        first, last = bisect_right(ends, start - 1) + 1, bisect_right(ends, max(start, end - 1) - 1) + 1
        return any(begin <= last and first <= stop for begin, stop in lines)

    def stands_in_change(finding: Finding) -> bool:
        block = document.block_at(finding.place.span.start)
        source = document.source_span(block.span) if block is not None else None
        place = finding.place
        if changed(place.start.offset, place.end.offset) or (source is not None and changed(*source)):
            return True
        return any(
            isinstance(one.place, Place)
            and one.place.path == place.path
            and changed(one.place.start.offset, one.place.end.offset)
            for one in finding.evidence
        )

    return tuple(finding for finding in findings if stands_in_change(finding))


def _document(runner: Runner, file: File) -> Document | None:
    try:
        return runner.format(file).read(file.name, decode(runner.data(file)).text)
    except (OSError, FormatError):
        return None


def _unquoted(name: str) -> str:
    """A path as git writes it: in quotation marks and with escapes where it has unusual characters."""
    if not (name.startswith('"') and name.endswith('"') and len(name) > 1):
        return name.rstrip("\t")

    def plain(match: re.Match[bytes]) -> bytes:
        said = match[1]
        return bytes([int(said, 8)]) if len(said) == 3 else _ESCAPES.get(said, said)

    return os.fsdecode(_ESCAPE.sub(plain, os.fsencode(name[1:-1])))


def _git(folder: str | None, *arguments: str) -> str:
    try:
        result = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments], cwd=folder, capture_output=True, check=False
        )
    except OSError:
        raise UsageError("--diff-base needs git, and there is none") from None
    if result.returncode:
        said = result.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise UsageError(f"--diff-base: git cannot tell what changed: {said or 'it gives no reason'}")
    return os.fsdecode(result.stdout)
