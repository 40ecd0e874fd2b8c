"""Writes whole files: to a temporary file beside them, synced, then renamed. An article that has changed since it was
read is refused."""

from __future__ import annotations

import os
import stat

from copylint.cli import UsageError
from copylint.reporters import NO_ARTICLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from io import FileIO

    from copylint.files import File

_HEAD = 200  # bytes of a file that tell whether it is a report


class Refused(Exception):
    """A file that is not written; the text says why."""


def write_whole(path: str, pieces: Iterable[str], what: str) -> None:
    """Writes a file of our own, such as a report, so that nobody reads half of one. A device or a pipe is written to
    directly. Raises UsageError."""
    real = os.path.realpath(path)
    beside = _beside(real)
    try:
        if os.path.exists(real) and not os.path.isfile(real):
            with open(real, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.writelines(pieces)
            return
        with open(beside, "x", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, real)
    except OSError as error:
        raise UsageError(f"{path}: {what} cannot be written: {error.strerror or error}") from None
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)


def without_reports(files: Iterable[File], outputs: Collection[str]) -> tuple[File, ...]:
    """The files without the reports of an earlier run that are about to be written again. outputs: the paths of the
    reports. Raises UsageError if one of them is an article."""
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
    """Whether a file holds a report, or nothing yet."""
    with open(path, "rb") as file:
        head = file.read(_HEAD)
    return not head or NO_ARTICLE.strip().encode() in head


def write_new(path: str, text: str) -> None:
    """Writes a file that is not there yet, or none. Raises OSError."""
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            os.unlink(path)
            raise


def rewrite(path: str, before: bytes, after: bytes, root: str) -> None:
    """Replaces `before` with `after` in a file, keeping its permissions and any links to it. root: the tree that the
    file must be in, links followed. Raises Refused; the file is then as it was."""
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
            _overwrite(real, before, after)
        else:
            _replace(real, before, after, state)
    except OSError as error:
        raise Refused(f"it cannot be written: {error.strerror or error}") from None


def _beside(path: str) -> str:
    """A temporary name in the folder of a file, used by no other run, not even one that was killed."""
    return os.path.join(os.path.dirname(path), f".copylint-{os.urandom(6).hex()}.part")


def _check_unchanged(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        if file.read(len(before) + 1) != before:
            raise Refused("it has changed since it was read")


def _overwrite(path: str, before: bytes, after: bytes) -> None:
    with open(path, "r+b", buffering=0) as file:
        try:
            _put(file, after)
        except OSError:
            _put(file, before)  # the room that it had it still has
            raise


def _put(file: FileIO, data: bytes) -> None:
    file.seek(0)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    file.truncate()
    os.fsync(file.fileno())


def _replace(path: str, before: bytes, after: bytes, state: os.stat_result) -> None:
    folder = os.path.dirname(path)
    beside = _beside(path)
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
