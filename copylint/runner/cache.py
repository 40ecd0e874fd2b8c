"""Results kept from run to run: SQLite, keyed by everything that a result depends on; values are JSON.

A cache that is damaged, old, read-only or busy is no cache, and never a failure. Two runs may share one.
"""

from __future__ import annotations

import os

from copylint import kept
from copylint.document import Excerpt, Place, Position, Span
from copylint.engine import Noted
from copylint.modules import module
from copylint.rule import Edit, Evidence, Finding, Fix, Observation
from copylint.runner.result import Result
from copylint.suppress import Directive, Named

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from copylint.suppress import Directive

VERSION = 3  # of the values; one of another version is not read
MOST_ROWS = 100_000
MOST_BYTES = 500_000_000
_NAME = "results.sqlite3"
_LENGTHS = tuple(len(kind._fields) for kind in (Span, Position, Position, Excerpt))
_tuple = tuple.__new__


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


class Cache:
    """The results of earlier runs. Not for two threads at once."""

    def __init__(self, where: str | None = None) -> None:
        self._where = where or kept.folder()
        self._connection: sqlite3.Connection | None = None
        self._fresh: list[tuple[bytes, str]] = []
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
                    " (key BLOB PRIMARY KEY, value TEXT NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID"
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

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Result]:
        """The results that are there, by key."""
        sqlite3 = _sqlite3()
        found: dict[bytes, Result] = {}
        if self._connection is None:
            return found
        try:
            for start in range(0, len(keys), 500):
                some = keys[start : start + 500]
                marks = ",".join("?" * len(some))
                rows = self._connection.execute(
                    f"SELECT key, value FROM results WHERE key IN ({marks})", some
                ).fetchall()
                values = kept.decoded(f"[{','.join([value for _, value in rows])}]")
                for (key, _), plain in zip(rows, values, strict=True):
                    found[key] = _result(plain)
        except (sqlite3.Error, ValueError, TypeError, KeyError, IndexError):
            return {}
        self._used.extend(found)
        return found

    def put(self, key: bytes, result: Result) -> None:
        """Keeps a result, unless something failed in it."""
        if self._connection is not None and not result.failures:
            self._fresh.append((key, kept.encoded(_plain(result))))

    def close(self) -> None:
        """Writes what is new, and forgets what was used least recently if there is too much."""
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
                connection.executemany("UPDATE results SET run = ? WHERE key = ?", [(run, key) for key in self._used])
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


def _plain(result: Result) -> list[Any]:
    return [VERSION, result.name, result.findings, result.observations, result.directives, result.foreign]


def _result(plain: Sequence[Any]) -> Result:
    version, name, findings, observations, directives, foreign = plain
    if version != VERSION:
        raise ValueError("a value of another version")
    if not (findings or observations or directives or foreign):
        return Result(name)
    return Result(
        name,
        tuple(_finding(one) for one in findings),
        tuple(Noted(rule, _observation(seen)) for rule, seen in observations),
        directives=tuple(_directive(one) for one in directives),
        foreign=foreign,
    )


def _finding(plain: Sequence[Any]) -> Finding:
    rule, severity, message, place, evidence, counts, suggestions, fix, *rest = plain
    return Finding(
        rule,
        severity,
        message,
        _place(place),
        tuple([Evidence(_place(other), label) for other, label in evidence]),
        counts,
        tuple(suggestions),
        None if fix is None else Fix(fix[0], tuple([Edit(_place(where), new) for where, new in fix[1]])),
        *rest,
    )


def _observation(plain: Sequence[Any]) -> Observation:
    family, form, place, *rest = plain
    return Observation(family, form, _place(place), *rest)


def _directive(plain: Sequence[Any]) -> Directive:
    directive = Directive(*plain)
    return directive._replace(
        rules=tuple(Named(name, _place(place)) for name, place in directive.rules),
        place=_place(directive.place),
        covers=tuple(Span(*one) for one in directive.covers),
    )


def _place(plain: Any) -> Place:
    path, span, start, end, text, excerpt, *rest = plain
    if (len(span), len(start), len(end), len(excerpt)) != _LENGTHS:
        raise ValueError("a place of another form")
    # There are thousands, and their constructors would take longer than to read them.
    where = _tuple(Span, span), _tuple(Position, start), _tuple(Position, end)
    return Place(path, *where, text, _tuple(Excerpt, excerpt), *rest)
