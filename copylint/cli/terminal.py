"""The terminal: whether it takes colour, how wide it is, and a progress bar for long runs."""

from __future__ import annotations

import codecs
import io
import os
import sys
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_AFTER_SECONDS = 1.0
_EVERY_SECONDS = 0.1
_BAR = 30

ESCAPES = "copylint-escapes"
"""How a character is shown for which a terminal has none: by its escape, and a line of the report's frame by a plainer
one. The name of an error handler, for `errors` of a stream."""
# cp1252, to which Python writes on many a Windows machine, has quotation marks, but no such lines.
_PLAINER = {"│": "|", "├": "|", "└": "`", "…": "..."}


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    plainer = [_PLAINER.get(one) or one.encode("ascii", "backslashreplace").decode("ascii") for one in missing]
    return "".join(plainer), error.end


codecs.register_error(ESCAPES, _escaped)


def wants_color(choice: str) -> bool:
    """Whether to print colours. auto: if standard output is a terminal, unless NO_COLOR or FORCE_COLOR decides."""
    if choice != "auto":
        wanted = choice == "always"
    elif os.environ.get("NO_COLOR"):
        wanted = False
    elif os.environ.get("FORCE_COLOR", "") not in ("", "0"):
        wanted = True
    else:
        wanted = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if wanted and os.name == "nt":
        import colorama

        colorama.just_fix_windows_console()
    return wanted


def width() -> int:
    """The columns of the terminal, from 40 to 160; 100 where there is none, or one that does not know its size."""
    try:
        columns = int(os.environ.get("COLUMNS", "")) if "COLUMNS" in os.environ else 0
    except ValueError:
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return max(40, min(columns, 160)) if columns > 0 else 100


class Progress:
    """A bar on standard error: only on a terminal, only after a second, gone when the work is done."""

    def __init__(self, total: int, *, wanted: bool = True) -> None:
        self._total = total
        self._wanted = wanted and total > 1 and sys.stderr.isatty()
        self._next = monotonic() + _AFTER_SECONDS
        self._shown = False

    def __call__(self, done: int) -> None:
        """Tells that so many files are done."""
        if not self._wanted or monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY_SECONDS
        filled = _BAR * done // self._total
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done} of {self._total} files")
        sys.stderr.flush()
        self._shown = True

    def close(self) -> None:
        """Wipes the bar."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


class _Lasting(io.RawIOBase):
    """A byte stream that carries on when its reader has gone: whatever is written then is dropped."""

    def __init__(self, raw: Any, forgiven: type[OSError]) -> None:
        self._raw = raw
        self._forgiven = forgiven

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        number: int = self._raw.fileno()
        return number

    def isatty(self) -> bool:
        return bool(self._raw.isatty())

    def write(self, data: Any) -> int | None:
        try:
            written: int | None = self._raw.write(data)
            return written
        except self._forgiven:
            return len(data)


def outlive_readers() -> None:
    """Lets this process end with its own exit code when somebody stops reading what it prints: `head` may have seen
    enough, and standard error is not part of the report."""
    for name, forgiven in (("stdout", BrokenPipeError), ("stderr", OSError)):
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            buffered = hasattr(stream.buffer, "raw")  # not with python -u
            raw = _Lasting(stream.buffer.raw if buffered else stream.buffer, forgiven)
            buffer: Any = io.BufferedWriter(raw) if buffered else raw
            lasting = io.TextIOWrapper(
                buffer,
                stream.encoding,
                ESCAPES,
                line_buffering=stream.line_buffering,
                write_through=stream.write_through,
            )
            setattr(sys, name, lasting)
