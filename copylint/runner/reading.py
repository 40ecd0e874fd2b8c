"""Reads files: the bytes, in one go and only if the file may be read at all, and the document that they make."""

from __future__ import annotations

import errno
import os
import stat

from copylint.document import Document
from copylint.engine import TimeLimit
from copylint.files import File
from copylint.formats import Format, FormatError, decode
from copylint.rule import Failure, told
from copylint.runner.result import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copylint.config import Settings

MOST_BYTES = 200_000_000  # a larger file is skipped, and said to be
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_HEAD = 6  # blocks: a kicker, a headline, a standfirst and a byline may come before the date line
_LONGEST_LINE = 60  # code points
LACK_OF_MEMORY = (MemoryError, SystemError)  # the second is CPython's where even the first finds no memory
# Made here: where memory runs out there is none to put such a tuple together.
_NO_FAULT_OF_A_READER = (KeyboardInterrupt, TimeLimit, *LACK_OF_MEMORY)


class TooLarge(OSError):
    """A file that is not read for its size."""


def read_bytes(path: str, most: int = MOST_BYTES) -> bytes:
    """The content of a regular file. Raises OSError; TooLarge if it has more than `most` bytes."""
    # Without waiting: a file may have become a pipe since it was found.
    number = os.open(path, _AT_ONCE)
    try:
        size = _size(number, most)
        if size > most:
            raise TooLarge(errno.EFBIG, f"it is larger than {most // 1_000_000} MB")
        data = os.read(number, size + 1)
        if len(data) == size:
            return data
        pieces = [data]  # it is being written, or is larger than what is read at once
        left = most - len(data)
        while piece := os.read(number, 1 << 20):
            pieces.append(piece)
            left -= len(piece)
            if left < 0:
                raise TooLarge(errno.EFBIG, f"it is larger than {most // 1_000_000} MB")
        return b"".join(pieces)
    finally:
        os.close(number)


def _size(number: int, most: int) -> int:
    """The size of an opened file. Raises OSError for what is no regular one."""
    try:  # a quarter of the work of `fstat`, which nearly no file needs: what has no end cannot be gone through to it
        size = os.lseek(number, 0, os.SEEK_END)
        os.lseek(number, 0, os.SEEK_SET)
    except OSError:
        size = 0
    if not 0 < size <= most and not stat.S_ISREG(os.fstat(number).st_mode):
        raise OSError(errno.EINVAL, "it is not a regular file")
    return size


def document_of(reader: Format, file: File, data: bytes) -> Document | Result:
    """The document that a file holds, or the result that says why it cannot be read. Short for a reason: see
    `Memory`."""
    try:
        document: object = reader.read(file.name, decode(data).text)
        if isinstance(document, Document):
            return document
        return failed(file, "reader", f"the {reader.name} reader gives {type(document).__name__}, and no Document")
    except _NO_FAULT_OF_A_READER:
        raise
    except FormatError as error:
        return failed(file, "unreadable", str(error))
    except BaseException as error:
        return failed(file, "reader", f"the {reader.name} reader failed: {told(error)}")


def completed(document: Document, settings: Settings) -> Document:
    """The document with the language and publication date of the settings, where it does not give its own. A date line
    among its first blocks gives the day of publication where no metadata does."""
    meta = document.meta
    if meta.language is None and settings.language is not None:
        meta = meta._replace(language=settings.language)
    if meta.published is None and (lines := _may_be_dates(document)):
        from copylint.formats.published import date_line

        meta = meta._replace(published=date_line(lines))
    if meta.published is None and settings.as_of is not None:
        from datetime import date

        meta = meta._replace(published=date.fromisoformat(settings.as_of))
    return document if meta == document.meta else document.with_meta(meta)


def _may_be_dates(document: Document) -> list[str]:
    """The short ones of the first blocks, where one has a year of this century or the last."""
    spans = (block.span for block in document.blocks[:_HEAD])
    lines = [document.text[start:end] for start, end in spans if end - start <= _LONGEST_LINE]
    return [line for line in lines if " 19" in line or " 20" in line]


def failed(file: File, kind: str, message: str) -> Result:
    """The result of a file that was not linted."""
    return Result(file.name, failures=(Failure(kind, message, file.name),))
