"""`--diff-base REF`: only the findings in what changed since a revision of git."""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_right
from contextlib import suppress
from types import MappingProxyType

from copylint.cli import UsageError
from copylint.document import Place
from copylint.files import STDIN, File
from copylint.formats import FormatError, decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from copylint.document import Document
    from copylint.reporters import FileReport
    from copylint.rule import Finding
    from copylint.runner import Runner

_HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
# Nothing that somebody else's folder names is run: no monitor of files, no hook, and no repository that is a part of
# another one's content, with a configuration of its own.
_CAUTION = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "safe.bareRepository=explicit")
# No connection is opened, with whatever program, for what a partial clone lacks.
_NO_CONNECTION = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
_LACKING = ("lazy fetching", "promisor", "' not allowed")  # as git says that it would fetch something
_OF_THE_REPOSITORY = ("local", "worktree")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}

Lines = tuple[tuple[int, int], ...]
"""Ranges of lines, from 1, both ends included."""


class Difference:
    """What changed in a work tree since it left a revision. Raises UsageError where git cannot tell."""

    def __init__(self, revision: str) -> None:
        self._root = os.path.realpath(_git(None, "rev-parse", "--show-toplevel").strip())
        if revision.startswith("-") or not revision.strip():
            raise UsageError(f"'{revision}' is not a revision of git")
        try:
            commit = _git(self._root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip()
        except UsageError:
            raise UsageError(f"'{revision}' is not a revision that git knows here; is the history fetched?") from None
        filters = _without_filters(self._root)
        with suppress(UsageError):  # without common history it is the difference as it is
            commit = _git(self._root, "merge-base", commit, "HEAD").strip() or commit
        self._commit = commit
        self._changed = parse(
            _git(self._root, "diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules",
                 "--text", "--src-prefix=a/", "--dst-prefix=b/", "-M", commit, "--", settings=filters)
        )  # fmt: skip
        self._tracked = frozenset(_git(self._root, "ls-files", "-z").split("\0"))

    def lines(self, path: str) -> Lines | None:
        """The lines of a file that changed; None if all of it is new."""
        name = self._name(path)
        return self._changed.get(name, ()) if name in self._tracked else None

    def before(self, path: str) -> str | None:
        """What a file held at the revision; None if it did not exist under this name, or was not text."""
        try:
            return decode(_git_bytes(self._root, "show", f"{self._commit}:{self._name(path)}")).text
        except (UsageError, FormatError):
            return None

    def _name(self, path: str) -> str:
        return os.path.relpath(os.path.realpath(path), self._root).replace(os.sep, "/")


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
    """The reports, with only those findings that are in a paragraph that changed, that are wrong on a line that
    changed, or that are new because their evidence is on such a line."""
    kept = []
    for file, report in zip(files, reports, strict=True):
        lines = None if file.path == STDIN or not report.findings else difference.lines(file.path)
        if lines is not None:
            touch = _touch(lines, runner, file)
            judged = [(one, touch(one)) for one in report.findings]
            if any(touched is None for _, touched in judged):
                known = _fingerprints(runner, file, difference.before(file.path))
                judged = [(one, one.fingerprint not in known if said is None else said) for one, said in judged]
            report = report._replace(findings=tuple(one for one, touched in judged if touched))
        kept.append(report)
    return tuple(kept)


def _touch(lines: Lines, runner: Runner, file: File) -> Callable[[Finding], bool | None]:
    """Whether a finding is in what changed; None if only its evidence is."""
    if not lines:
        return lambda finding: False
    document, is_wide = _document(runner, file)
    if document is None or is_wide:
        return lambda finding: True
    ends = [match.start() for match in re.finditer("\n", document.source)]  # as git counts lines

    def changed(start: int, end: int) -> bool:
        first, last = bisect_right(ends, start - 1) + 1, bisect_right(ends, max(start, end - 1) - 1) + 1
        return any(begin <= last and first <= stop for begin, stop in lines)

    def is_changed(place: object, finding: Finding) -> bool:
        if not isinstance(place, Place) or place.path != finding.place.path:
            return False
        return changed(place.start.offset, place.end.offset)

    def touch(finding: Finding) -> bool | None:
        place = finding.place
        block = document.block_at(place.span.start)
        if is_changed(place, finding) or (block is not None and changed(*document.source_span(block.span))):
            return True
        if finding.fix is not None and any(is_changed(one.place, finding) for one in finding.fix.edits):
            return True
        beside = [one for one in finding.evidence if is_changed(one.place, finding)]
        if any(one.label.lower() == place.text.lower() for one in beside):
            return True
        return None if beside else False

    return touch


def _fingerprints(runner: Runner, file: File, text: str | None) -> frozenset[str]:
    """Of what is found in a text of the file; nothing for none."""
    linted = None if text is None else runner.lint_text(file, text)
    return frozenset() if linted is None else frozenset(finding.fingerprint for finding in linted[1])


def _document(runner: Runner, file: File) -> tuple[Document | None, bool]:
    """The document, None if it cannot be read; and whether git, which counts bytes that look like line ends, may count
    other lines than there are."""
    try:
        decoded = decode(runner.data(file))
        return runner.format(file).read(file.name, decoded.text), decoded.encoding != "utf-8"
    except (OSError, FormatError):
        return None, False


def _unquoted(name: str) -> str:
    """A path as git writes it: in quotation marks and with escapes where it has unusual characters."""
    if not (name.startswith('"') and name.endswith('"') and len(name) > 1):
        return name.rstrip("\t")

    def plain(match: re.Match[bytes]) -> bytes:
        said = match[1]
        return bytes([int(said, 8)]) if len(said) == 3 else _ESCAPES.get(said, said)

    return os.fsdecode(_ESCAPE.sub(plain, os.fsencode(name[1:-1])))


def _without_filters(root: str) -> dict[str, str]:
    """Settings with which git runs none of the filters that the repository's own configuration defines: programs that
    change content on its way in and out, chosen by `.gitattributes`. Those of the user and of the machine stay."""
    try:
        listed = _git(root, "config", "--show-scope", "-z", "--name-only", "--get-regexp", r"^filter\.").split("\0")
    except UsageError:  # there is none
        return {}
    keys = {key for scope, key in zip(listed[::2], listed[1::2], strict=False) if scope in _OF_THE_REPOSITORY}
    drivers = {key.rpartition(".")[0] for key in keys}
    return {
        f"{driver}.{key}": value
        for driver in sorted(drivers)
        for key, value in (("clean", ""), ("process", ""), ("required", "false"))
    }


def _git(folder: str | None, *arguments: str, settings: Mapping[str, str] = MappingProxyType({})) -> str:
    return os.fsdecode(_git_bytes(folder, *arguments, settings=settings))


def _git_bytes(folder: str | None, *arguments: str, settings: Mapping[str, str] = MappingProxyType({})) -> bytes:
    try:
        result = subprocess.run(
            ["git", *_CAUTION, "-c", "core.quotePath=false", *arguments],
            cwd=folder,
            env={**os.environ, **_NO_CONNECTION, **_as_environment(settings)},
            capture_output=True,
            check=False,
        )
    except OSError:
        raise UsageError("--diff-base needs git, and there is none") from None
    if result.returncode:
        told = result.stderr.decode("utf-8", "replace").strip()
        if any(sign in told for sign in _LACKING):
            raise UsageError(
                "--diff-base: parts of the history are not here, and copylint fetches nothing: "
                "run 'git diff' with that revision once, which does"
            )
        said = told.split("\n")[0]
        raise UsageError(
            f"--diff-base: git cannot tell what changed: {said.removeprefix('fatal: ') or 'it gives no reason'}"
        )
    return result.stdout


def _as_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """Environment variables that pass these settings to git, after those that are there already. A name may contain
    '='."""
    number = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(number) if number.isdecimal() else 0
    environment = {"GIT_CONFIG_COUNT": str(first + len(settings))} if settings else {}
    for at, (key, value) in enumerate(settings.items(), first):
        environment |= {f"GIT_CONFIG_KEY_{at}": key, f"GIT_CONFIG_VALUE_{at}": value}
    return environment
