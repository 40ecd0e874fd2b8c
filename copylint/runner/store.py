"""The cache on disk: an SQLite database of short values by key. If it is damaged, old, read-only or busy, the run goes
on without it, and it is never a failure. Two runs may share one."""

from __future__ import annotations

import os

from copylint import kept
from copylint.modules import module

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

MOST_ROWS = 100_000
MOST_BYTES = 500_000_000
_AT_ONCE = 500  # keys in a query
_LATELY = 16  # runs: a value that one of them used is not written anew to note that this one does
_SUM = 4  # bytes of a checksum
_NAME = "results.sqlite3"


def clear(where: str | None = None) -> int:
    """Deletes the cache; the number of bytes that it took. Raises OSError."""
    where = where or kept.folder()
    freed = 0
    for name in os.listdir(where) if os.path.isdir(where) else ():
        stem, _, number = name.rpartition(".")  # what a run was about to keep when it was killed has its number
        if name.partition("-")[0] == _NAME or name in kept.FILES or (stem in kept.FILES and number.isdecimal()):
            path = os.path.join(where, name)
            freed += os.path.getsize(path)
            os.unlink(path)
    return freed


class Store:
    """Values by key. Not for two threads at once."""

    def __init__(self, where: str | None = None) -> None:
        self._where = where or kept.folder()
        self._connection: sqlite3.Connection | None = None
        self._fresh: list[tuple[bytes, bytes]] = []
        self._used: list[bytes] = []
        self._open()

    def _open(self) -> None:
        sqlite3 = _sqlite3()
        path = os.path.join(self._where, _NAME)
        for attempt in (1, 2):
            try:
                os.makedirs(self._where, mode=0o700, exist_ok=True)
                self._connection = sqlite3.connect(path, timeout=1.0, isolation_level=None)
                self._connection.execute(
                    "CREATE TABLE IF NOT EXISTS results"
                    " (key BLOB PRIMARY KEY, value BLOB NOT NULL, run INTEGER NOT NULL)"
                )
                return
            except (sqlite3.DatabaseError, ValueError) as error:  # the second where it speaks of what is no UTF-8
                self.close()
                if attempt == 2 or isinstance(error, sqlite3.OperationalError):
                    return
                try:
                    os.unlink(path)  # not a database: damaged
                except OSError:
                    return
            except OSError:
                return

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there, by key."""
        sqlite3 = _sqlite3()
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        try:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = self._connection.execute(f"SELECT key, value FROM results WHERE key IN ({marks})", some)
                for key, value in rows:
                    content = value[_SUM:]
                    if value[:_SUM] == _sum(content):
                        found[key] = content
        except (sqlite3.Error, ValueError, TypeError):
            return {}
        self._used.extend(found)
        return found

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps a value."""
        if self._connection is not None:
            self._fresh.append((key, _sum(value) + value))

    def close(self) -> None:
        """Writes new values and, if there are too many, deletes those that were used least recently."""
        sqlite3 = _sqlite3()
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            if self._fresh:
                connection.execute("BEGIN IMMEDIATE")
                (run,) = connection.execute("SELECT COALESCE(MAX(run), 0) + 1 FROM results").fetchone()
                connection.executemany(
                    "INSERT OR REPLACE INTO results VALUES (?, ?, ?)", [(*pair, run) for pair in self._fresh]
                )
                connection.executemany(
                    "UPDATE results SET run = ? WHERE key = ? AND run < ?",
                    [(run, key, run - _LATELY) for key in self._used],
                )
                (rows,) = connection.execute("SELECT COUNT(*) FROM results").fetchone()
                surplus = rows // 2 if _bytes_in(connection) > MOST_BYTES else rows - MOST_ROWS
                if surplus > 0:
                    connection.execute(
                        "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY run LIMIT ?)", (surplus,)
                    )
                connection.execute("COMMIT")
        except (sqlite3.Error, ValueError):
            pass
        finally:
            connection.close()


def _bytes_in(connection: sqlite3.Connection) -> int:
    """The size of what the database holds, without the room in it that is free."""
    counts = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in counts)
    return int((pages - free) * size)


def _sqlite3() -> Any:
    """SQLite, without what the standard library adds for dates: to load that takes longer than to open the cache."""
    try:
        return module("_sqlite3")
    except ImportError:  # another Python than CPython
        return module("sqlite3")


def _sum(value: bytes) -> bytes:
    """What tells whether a bit of a value has changed since it was written."""
    return kept.checksum(value).to_bytes(_SUM, "big")
