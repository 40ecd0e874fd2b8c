"""Small things kept from run to run in the cache folder: files of JSON, or of lines, each good for one state of what it
was made of.

What is damaged, of another state, or cannot be read or written is not there, and never a failure.
"""

from __future__ import annotations

import os
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from hashlib import blake2b as blake2b
    from typing import Any
else:
    try:  # without hashlib, which loads OpenSSL first
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

_MOST_BYTES = 10_000_000
_DIGEST = 20  # bytes, of two digits each
_HEAD = 2 * _DIGEST + len(" 01234567\n")
# None that copylint reads: the folder may lie among articles.
_SUFFIXES = {"rules": "lines", "expressions": "lines", "data": "lines", "plugins": "json"}
FILES = tuple(f"{name}.{suffix}" for name, suffix in _SUFFIXES.items())
"""The files in the folder of the cache."""


def folder() -> str:
    """The folder of the cache: COPYLINT_CACHE_DIR, or copylint's own in the user's cache folder."""
    given = os.environ.get("COPYLINT_CACHE_DIR")
    if given:
        return given
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "copylint")


def path_of(name: str) -> str:
    """Where a thing is kept."""
    assert name in _SUFFIXES, "what is kept can be deleted: copylint cache clear"
    return os.path.join(folder(), f"{name}.{_SUFFIXES[name]}")


def load(name: str, state: str) -> Any | None:
    """The value that was kept under this name and state, or None."""
    try:
        return decoded(load_text(name, state))
    except (ValueError, RecursionError, MemoryError):
        return None


def load_text(name: str, state: str) -> str:
    """The text that was kept under this name and state, or an empty one."""
    try:
        return load_bytes(name, state).decode()
    except (ValueError, MemoryError):
        return ""


def load_bytes(name: str, state: str, *, line: bool = False) -> bytes:
    """The text that was kept under this name and state, encoded, or nothing. line: only its first line is held against
    damage, and it is for the caller to hold the rest, by what that line tells of it."""
    path = path_of(name)
    if not os.path.isfile(path):  # a pipe would keep us waiting
        return b""
    try:
        with open(path, "rb") as file:
            head, digest = file.read(_HEAD), _digest(state)
            if not head.startswith(digest):  # and no more is read, should the file be one that never ends
                return b""
            content = file.read(_MOST_BYTES)
            return content if head == _head(digest, content, line) else b""
    except (OSError, ValueError, MemoryError):
        return b""


def save(name: str, state: str, value: Any) -> None:
    """Keeps a value, of which only what JSON has."""
    try:
        text = encoded(value)
    except (ValueError, TypeError, RecursionError):
        return
    save_text(name, state, text)


def save_text(name: str, state: str, text: str, *, line: bool = False) -> None:
    """Keeps a text. Written beside and renamed, so that nobody reads half of it. line: as in `load_bytes`."""
    path = path_of(name)
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        content = text.encode()
        with open(beside, "wb") as file:
            file.write(_head(_digest(state), content, line) + content)
        os.replace(beside, path)
    except (OSError, ValueError):
        from contextlib import suppress

        with suppress(OSError):
            os.unlink(beside)


def state_of_files(paths: Iterable[str]) -> str:
    """The names, sizes and times of files and of all files below folders, sorted."""
    lines: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            _add_folder(lines, path)
        else:
            try:
                known = os.stat(path)
                lines.append(f"{path} {known.st_size} {known.st_mtime_ns}")
            except OSError:
                lines.append(f"{path} gone")
    lines.sort()
    return "\n".join(lines)


def _add_folder(lines: list[str], folder: str) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    _add_folder(lines, entry.path)
                    continue
                try:
                    known = entry.stat()
                    lines.append(f"{entry.path} {known.st_size} {known.st_mtime_ns}")
                except OSError:
                    lines.append(f"{entry.path} gone")
    except OSError:
        lines.append(f"{folder} gone")


def _head(digest: bytes, content: bytes, line: bool) -> bytes:
    """The first line, of `_HEAD` bytes: the state, and a checksum of what follows, for the code of an expression that
    a disk gives back with another bit ends the process, or finds something else. No signature: whoever can write the
    cache may put anything there."""
    held = content[: content.find(b"\n") + 1] if line else content
    return b"%s %08x\n" % (digest, checksum(held))


def checksum(content: bytes) -> int:
    """A number of 32 bits that other bytes are hardly ever given."""
    return crc32(content)


def _digest(state: str) -> bytes:
    return blake2b(state.encode("utf-8", "backslashreplace"), digest_size=_DIGEST).hexdigest().encode()


def encoded(value: Any) -> str:
    """A value as JSON text. Raises TypeError or ValueError."""
    import json

    return json.dumps(value, separators=(",", ":"), ensure_ascii=True)


def decoded(text: str) -> Any:
    """What JSON text holds. Raises ValueError. The scanner by itself spares the import of `json`, which compiles six
    expressions."""
    try:
        from _json import make_scanner
    except ImportError:
        import json

        return json.loads(text)
    try:
        value, end = make_scanner(_Plain())(text, 0)  # type: ignore[arg-type]
    except (StopIteration, SystemError):  # the second where the scanner looks in vain for the error of `json`
        raise ValueError("no JSON") from None
    if text[end:].strip():
        raise ValueError("something follows the value")
    return value


class _Plain:
    """What the scanner asks of its decoder."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float = float
    parse_int = int

    def __init__(self) -> None:
        self.memo: dict[str, str] = {}

    @staticmethod
    def parse_constant(name: str) -> float:
        return float(name)
