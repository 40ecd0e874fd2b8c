"""Answers kept between runs, by the content of what was asked: a digest of the question -> the answer. No copy is kept.

A cache that cannot be read or written is no cache; it never fails a run.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_MOST_ROWS = 200_000
_BUSY_SECONDS = 2.0
_FORMAT = 1  # what an answer is kept as; part of the file's name


def default_path() -> str:
    """The file of the cache: below XDG_CACHE_HOME, LOCALAPPDATA or the home folder."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    root = root or os.path.expanduser("~/.cache")
    return os.path.join(root, "copylint", f"languagetool-{_FORMAT}.sqlite3")


def key(question: Mapping[str, str], stamp: str) -> bytes:
    """The digest of a question to the LanguageTool with that stamp."""
    from hashlib import blake2b

    text = json.dumps([stamp, sorted(question.items())])
    return blake2b(text.encode(), digest_size=20).digest()


class Answers:
    """The answers of this run, and, with a path, those of runs before."""

    def __init__(self, path: str | None) -> None:
        self._new: dict[bytes, str] = {}
        self._written: dict[bytes, str] = {}
        self._base: sqlite3.Connection | None = None
        if path is not None:
            self._guarded(lambda: self._open(path))

    def get(self, digest: bytes) -> Sequence[Mapping[str, Any]] | None:
        """The matches of a question, or None if it has not been asked."""
        told = self._new.get(digest) or self._written.get(digest)
        if told is None and self._base is not None:
            row = self._guarded(lambda: self._row(digest))
            told = row[0] if row and isinstance(row[0], str) else None
        if told is None:
            return None
        try:
            matches: Sequence[Mapping[str, Any]] = json.loads(told)
        except ValueError:
            return None
        whole = isinstance(matches, list) and all(isinstance(match, dict) for match in matches)
        return matches if whole else None

    def put(self, digest: bytes, matches: Sequence[Mapping[str, Any]]) -> None:
        """Keeps an answer."""
        self._new[digest] = json.dumps(matches, ensure_ascii=False)

    def write(self) -> None:
        """Writes what is new."""
        base, new = self._base, self._new
        if not new:
            return
        if base is not None:
            self._guarded(lambda: self._insert(base, new))
        self._written.update(new)
        self._new = {}

    def close(self) -> None:
        """Writes what is new and closes the file."""
        self.write()
        base, self._base = self._base, None
        if base is not None:
            with suppress(sqlite3.Error):
                base.close()

    def _open(self, path: str) -> None:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        base = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = OFF")
            base.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, told TEXT NOT NULL)")
        except sqlite3.DatabaseError as error:
            base.close()
            if isinstance(error, sqlite3.OperationalError):  # locked, read-only: left as it is
                raise
            os.unlink(path)  # no database any more: begun anew at the next run
            raise
        self._base = base

    def _row(self, digest: bytes) -> Any:
        assert self._base is not None
        return self._base.execute("SELECT told FROM answers WHERE key = ?", (digest,)).fetchone()

    @staticmethod
    def _insert(base: sqlite3.Connection, new: Mapping[bytes, str]) -> None:
        base.execute("BEGIN IMMEDIATE")
        try:
            base.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", new.items())
            base.execute("DELETE FROM answers WHERE rowid <= (SELECT max(rowid) FROM answers) - ?", (_MOST_ROWS,))
            base.execute("COMMIT")
        except BaseException:
            base.execute("ROLLBACK")
            raise

    def _guarded(self, step: Any) -> Any:
        try:
            return step()
        except (sqlite3.Error, OSError, ValueError):
            self._base = None
            return None
