"""Asks a LanguageTool server over HTTP: several requests on the way, answers in the order of the questions.

No threads, no proxies, no redirects; a deadline and a size limit for every answer.
"""

from __future__ import annotations

import json
import time
from collections import deque
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlencode

from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

_MOST_ANSWER = 50_000_000  # bytes
_FIRST_FACTOR = 2  # the first answer of a server waits until it has read its language
_GRACE_SECONDS = 3.0  # a server that keeps the same limit may say that it was reached


class Lost(Exception):
    """No server is there, or the connection broke and cannot be had again; the text tells how."""


class Hung(Exception):
    """No answer in time."""


class Strange(Exception):
    """An answer that no LanguageTool gives; the text tells what came."""


class Address(NamedTuple):
    """Where a server is. `path` stands before `/v2`."""

    encrypted: bool
    host: str
    port: int
    path: str = ""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.encrypted else 'http'}://{host}:{self.port}{self.path}"


class Answer(NamedTuple):
    """The matches of one question as LanguageTool gave them, or, refused, its reason."""

    matches: Sequence[Mapping[str, Any]]
    refused: str = ""


class Client:
    """A conversation with one server. width: how many requests may be on the way at once."""

    def __init__(self, address: Address, timeout: float, width: int) -> None:
        self.address = address
        self._timeout = timeout
        self._width = width
        self._idle: list[HTTPConnection] = []
        self._busy: list[HTTPConnection] = []
        self._answered = False

    def info(self) -> str:
        """The version of the server, "" if it does not tell one. Raises Lost, Hung or Strange."""
        connection = self._connection()
        try:
            connection.request("GET", f"{self.address.path}/v2/info", headers={"Accept": "application/json"})
            status, body = self._body(connection.getresponse(), time.monotonic() + self._timeout)
            connection.close()
        except TimeoutError:
            raise Hung from None
        except OSError as error:
            raise Lost(_reason(error)) from None
        except HTTPException:
            raise Strange("no HTTP") from None
        finally:
            self._done(connection, keep=False)
        if status == 404:  # a LanguageTool before 5.0 has no such page
            return ""
        try:
            return str(json.loads(body)["software"]["version"])
        except (ValueError, LookupError, TypeError):
            raise Strange(f"status {status} and {_shown(body)}") from None

    def check(self, questions: Iterable[Mapping[str, str]]) -> Iterator[Answer]:
        """The answers to questions (the form fields of `/v2/check`), in order. Raises Lost, Hung or Strange,
        after the answers that came before it."""
        waiting: deque[tuple[HTTPConnection, bytes]] = deque()
        rest = iter(questions)
        asked_all = False
        try:
            while True:
                # The first question goes alone: two would make the server read its language twice.
                while not asked_all and len(waiting) < (self._width if self._answered else 1):
                    question = next(rest, None)
                    if question is None:
                        asked_all = True
                        break
                    body = urlencode(question).encode("ascii")
                    waiting.append((self._sent(body), body))
                if not waiting:
                    return
                connection, body = waiting.popleft()
                yield self._answer(connection, body)
        finally:
            for connection, _ in waiting:
                self._done(connection, keep=False)

    def close(self) -> None:
        """Breaks all connections, those that wait for an answer too."""
        for connection in (*self._idle, *self._busy):
            connection.close()
        self._idle.clear()
        self._busy.clear()

    def _connection(self) -> HTTPConnection:
        if self._idle:
            connection = self._idle.pop()
        else:
            kind = HTTPSConnection if self.address.encrypted else HTTPConnection
            connection = kind(self.address.host, self.address.port, timeout=self._timeout)
        self._busy.append(connection)
        return connection

    def _done(self, connection: HTTPConnection, *, keep: bool) -> None:
        if connection in self._busy:
            self._busy.remove(connection)
        if keep:
            self._idle.append(connection)
        else:
            connection.close()

    def _sent(self, body: bytes) -> HTTPConnection:
        """A connection on which the body is on its way; one that had gone stale is opened again once."""
        connection = self._connection()
        stale = connection.sock is not None
        try:
            self._send(connection, body)
        except TimeoutError:
            self._done(connection, keep=False)
            raise Hung from None
        except (OSError, HTTPException) as error:
            self._done(connection, keep=False)
            if stale:
                return self._sent_anew(body)
            raise Lost(_reason(error)) from None
        return connection

    def _sent_anew(self, body: bytes) -> HTTPConnection:
        while self._idle:  # the others went stale with it
            self._idle.pop().close()
        return self._sent(body)

    def _send(self, connection: HTTPConnection, body: bytes) -> None:
        connection.request(
            "POST",
            f"{self.address.path}/v2/check",
            body,
            {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"},
        )

    def _answer(self, connection: HTTPConnection, body: bytes, *, again: bool = False) -> Answer:
        try:
            status, told = self._read(connection)
        except (ConnectionError, HTTPException):
            # Closed while it waited, or the server is gone: a new connection tells which.
            self._done(connection, keep=False)
            connection = self._sent_anew(body)
            try:
                status, told = self._read(connection)
            except TimeoutError:
                self._done(connection, keep=False)
                raise Hung from None
            except OSError as error:
                self._done(connection, keep=False)
                raise Lost(_reason(error)) from None
            except HTTPException as error:
                self._done(connection, keep=False)
                raise Strange(f"no HTTP ({type(error).__name__})") from None
        except TimeoutError:
            self._done(connection, keep=False)
            raise Hung from None
        except OSError as error:
            self._done(connection, keep=False)
            raise Lost(_reason(error)) from None
        except BaseException:
            self._done(connection, keep=False)
            raise
        self._done(connection, keep=True)
        if status == 500 and not (self._answered or again):
            # The language took the time that a check has; it is there now.
            return self._answer(self._sent(body), body, again=True)
        self._answered = True
        if status != 200:
            if _is_page(told):
                raise Strange(f"status {status} and a web page")
            return Answer((), f"status {status}: {_shown(told)}")
        try:
            matches = json.loads(told)["matches"]
            if not isinstance(matches, list) or not all(isinstance(match, dict) for match in matches):
                raise ValueError
        except (ValueError, LookupError, TypeError):
            raise Strange(_shown(told)) from None
        return Answer(matches)

    def _read(self, connection: HTTPConnection) -> tuple[int, bytes]:
        patience = self._timeout * (1 if self._answered else _FIRST_FACTOR) + _GRACE_SECONDS
        if connection.sock is not None:
            connection.sock.settimeout(patience)
        return self._body(connection.getresponse(), time.monotonic() + patience)

    def _body(self, response: HTTPResponse, deadline: float) -> tuple[int, bytes]:
        """Status and body; a server that sends drop by drop is hung too."""
        pieces, size = [], 0
        while piece := response.read1(1 << 16):
            pieces.append(piece)
            size += len(piece)
            if time.monotonic() > deadline:
                raise TimeoutError
            if size > _MOST_ANSWER:
                raise Strange(f"more than {_MOST_ANSWER // 1_000_000} MB")
        response.close()  # read1 does not, and a connection with an open answer takes no further question
        return response.status, b"".join(pieces)


def _is_page(told: bytes) -> bool:
    return told.lstrip()[:1] == b"<"


def _shown(told: bytes) -> str:
    if _is_page(told):
        return "a web page"
    text = " ".join(told[:600].decode("utf-8", "replace").split())
    return (text if len(text) <= 200 else text[:199] + "…") or "an empty answer"


def _reason(error: BaseException) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(text).split())[:200].lower()
