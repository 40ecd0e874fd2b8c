"""Small things kept from run to run in the cache folder: files of parts, each file good for one state of what it was
made of.

What is damaged, of another state, or cannot be read or written is not there, and never a failure.
"""

from __future__ import annotations

import os
import sys
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from hashlib import blake2b as blake2b
    from typing import Any
else:
    try:  # without hashlib, which loads OpenSSL first
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

_MOST_BYTES = 10_000_000
_DIGEST = 20  # bytes, of two digits each
_HEAD = 2 * _DIGEST + len(" 01234567 01234567\n")
_NUMBER = 4  # bytes of a number in a table: C's `unsigned int`
# None that copylint reads: the folder may lie among articles.
_SUFFIXES = {"rules": "parts", "expressions": "parts", "data": "parts", "plugins": "parts"}
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
    parts = load_parts(name, state)
    try:
        return parts[0].decode() if parts else ""
    except (ValueError, MemoryError):
        return ""


def load_parts(name: str, state: str) -> Parts | None:
    """The parts that were kept under this name and state, or None. Each is held against damage when it is asked for."""
    path = path_of(name)
    if not os.path.isfile(path):  # a pipe would keep us waiting
        return None
    try:
        with open(path, "rb") as file:
            head, digest = file.read(_HEAD), _digest(state)
            if not head.startswith(digest):  # and no more is read, should the file be one that never ends
                return None
            content = file.read(_MOST_BYTES)
        count = int(head[len(digest) :].split()[0], 16)
        table = content[: 2 * _NUMBER * count]
        if head != _head(digest, count, table):
            return None
        parts = Parts(path, content, [len(table), *numbers(table)])
        return parts if parts.end() == len(content) else None
    except (OSError, ValueError, TypeError, LookupError, MemoryError):
        return None


class Parts:
    """Parts of the content of a file. Most are not asked for, and to hold those against damage as well takes as long
    as a page needs for its own. A file with a damaged part is deleted, so that the next run makes it anew."""

    __slots__ = ("_content", "_path", "_table")

    def __init__(self, path: str, content: bytes, table: Sequence[int]) -> None:
        """table: where the first part begins, and of each its checksum and its end."""
        self._path = path
        self._content = content
        self._table = table

    def __len__(self) -> int:
        return len(self._table) // 2

    def end(self) -> int:
        """Where the last part ends."""
        return self._table[-1]

    def __getitem__(self, number: int) -> bytes:
        """Raises ValueError if the part is damaged."""
        start, checked, end = self._table[2 * number : 2 * number + 3]
        part = self._content[start:end]
        if checksum(part) != checked:
            _delete(self._path)
            raise ValueError("what was kept is damaged")
        return part


class Store:
    """What runs have made of texts, by these: a run reads what it asks for, and adds what it had to make itself.

    The first part are the checksums of the texts; then comes a part for each: the text, a line feed, what was made.
    """

    __slots__ = ("_at", "_made", "_most", "_name", "_parts", "_state")

    def __init__(self, name: str, state: str, most: int) -> None:
        """most: how many are kept, the latest."""
        self._name, self._state, self._most = name, state, most
        self._made: dict[str, bytes] = {}
        self._parts = load_parts(name, state)
        self._at: dict[int, int] = {}
        if self._parts:
            try:
                self._at = dict(zip(numbers(self._parts[0]), range(1, len(self._parts)), strict=True))
            except (ValueError, TypeError):
                self._parts = None

    def get(self, text: str) -> bytes | None:
        """What was made of a text; None if nothing was, or it is damaged."""
        if text in self._made:
            return self._made[text]
        key = text.encode()
        at = self._at.get(checksum(key))
        if at is None or self._parts is None:
            return None
        try:
            kept_of, _, made = self._parts[at].partition(b"\n")
        except ValueError:
            return None
        return made if kept_of == key else None  # two may have one checksum

    def add(self, text: str, made: bytes) -> None:
        """Adds what was made of a text, which has no line feed."""
        self._made[text] = made

    def keep(self) -> None:
        """Keeps what was added, for the runs to come."""
        if not self._made:
            return
        every: dict[bytes, bytes] = {}
        for at in self._at.values():
            try:
                part = self._parts[at] if self._parts else b""
            except ValueError:
                continue
            every[part.partition(b"\n")[0]] = part
        for text, made in self._made.items():
            key = text.encode()
            every.pop(key, None)
            every[key] = key + b"\n" + made
        latest = list(every.items())[-self._most :]
        sums = in_bytes([checksum(key) for key, _ in latest])
        save_parts(self._name, self._state, [sums, *(part for _, part in latest)])


def save(name: str, state: str, value: Any) -> None:
    """Keeps a value, of which only what JSON has."""
    try:
        text = encoded(value)
    except (ValueError, TypeError, RecursionError):
        return
    save_text(name, state, text)


def save_text(name: str, state: str, text: str) -> None:
    """Keeps a text."""
    try:
        part = text.encode()
    except ValueError:
        return
    save_parts(name, state, [part])


def save_parts(name: str, state: str, parts: Sequence[bytes]) -> None:
    """Keeps parts. Written beside and renamed, so that nobody reads half of them."""
    path = path_of(name)
    beside = f"{path}.{os.getpid()}"
    end = 2 * _NUMBER * len(parts)
    table: list[int] = []
    for part in parts:
        end += len(part)
        table += (checksum(part), end)
    try:
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        in_table = in_bytes(table)
        with open(beside, "wb") as file:
            file.write(b"".join([_head(_digest(state), len(parts), in_table), in_table, *parts]))
        os.replace(beside, path)
    except (OSError, ValueError, OverflowError):
        _delete(beside)


def _delete(path: str) -> None:
    from contextlib import suppress

    with suppress(OSError):
        os.unlink(path)


def in_bytes(found: Iterable[int]) -> bytes:
    """Numbers of 32 bits as bytes. Raises OverflowError."""
    return b"".join([number.to_bytes(_NUMBER, sys.byteorder) for number in found])


def numbers(found: bytes) -> list[int]:
    """The numbers that bytes hold. Raises TypeError where they hold no whole number of them."""
    return memoryview(found).cast("I").tolist()


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


def _head(digest: bytes, count: int, table: bytes) -> bytes:
    """The first line, of `_HEAD` bytes: the state, how many parts there are, and a checksum of the table that tells of
    each its checksum and its end; for the code of an expression that a disk gives back with another bit ends the
    process, or finds something else. No signature: whoever can write the cache may put anything there."""
    return b"%s %08x %08x\n" % (digest, count, checksum(table))


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
