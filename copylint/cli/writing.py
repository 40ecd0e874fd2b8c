"""Writes files whole: beside, synced, renamed. An article is refused if it has changed since it was read."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from copylint.cli import UsageError
from copylint.reporters import NO_ARTICLE

if TYPE_CHECKING:
    from copylint.files import File

_HEAD = 200  # bytes of a file that tell whether it is a report


class Refused(Exception):
    """A file that is not written; the text says why."""


def write_whole(path: str, pieces: Iterable[str], what: str) -> None:
    """Writes a file of our own, such as a report, so that nobody reads half of one; what is no file, a device or a
    pipe, is written into. Raises UsageError."""
    real = os.path.realpath(path)
    beside = f"{real}.{os.getpid()}.part"
    try:
        if os.path.exists(real) and not os.path.isfile(real):
            with open(real, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.writelines(pieces)
            return
        with open(beside, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, real)
    except OSError as error:
        if os.path.exists(beside):
            os.unlink(beside)
        raise UsageError(f"{path}: {what} cannot be written: {error.strerror or error}") from None


def without_reports(files: Iterable[File], outputs: Collection[str]) -> tuple[File, ...]:
    """The files that are no reports of an earlier run, about to be written again. outputs: the paths of the reports.
    Raises UsageError if one of them is an article."""
    written = {os.path.realpath(path): path for path in outputs}
    kept: list[File] = []
    for file in files:
        output = written.get(os.path.realpath(file.path))
        if output is None:
            kept.append(file)
        elif not _is_report(output):
            raise UsageError(
                f"--output: {output} is one of the articles, and the report would take its place: "
                "give the report another name, or exclude it"
            )
    return tuple(kept)


def _is_report(path: str) -> bool:
    with open(path, "rb") as file:
        return NO_ARTICLE.strip().encode() in file.read(_HEAD)


def rewrite(path: str, before: bytes, after: bytes, root: str) -> None:
    """Puts `after` in the place of `before` in a file. Keeps its permissions, and links that lead to it.

    root: the tree that the file must be in, links followed. Raises Refused; then the file is as it was.
    """
    real = os.path.realpath(path)
    if not os.path.join(real, "").startswith(os.path.join(os.path.realpath(root), "")):
        raise Refused("it is a link that leads out of the tree")
    try:
        state = os.stat(real)
        if not stat.S_ISREG(state.st_mode):
            raise Refused("it is no longer a file")
        if not os.access(real, os.W_OK):
            raise Refused("it is read-only")
        _check_unchanged(real, before)
        if state.st_nlink > 1:  # a new file in its place would part it from its other names
            _overwrite(real, after)
        else:
            _replace(real, before, after, state)
    except OSError as error:
        raise Refused(f"it cannot be written: {error.strerror or error}") from None


def _check_unchanged(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read(len(before) + 1) != before:
            raise Refused("it has changed since it was read")


def _overwrite(path: str, after: bytes) -> None:
    with open(path, "r+b") as file:
        file.write(after)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _replace(path: str, before: bytes, after: bytes, state: os.stat_result) -> None:
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name[:100]}.{os.getpid()}.part")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown") and (state.st_uid, state.st_gid) != (os.getuid(), os.getgid()):
            try:
                os.chown(beside, state.st_uid, state.st_gid)
            except OSError:
                raise Refused("it belongs to somebody else") from None
        os.chmod(beside, stat.S_IMODE(state.st_mode))
        _check_unchanged(path, before)
        os.replace(beside, path)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
