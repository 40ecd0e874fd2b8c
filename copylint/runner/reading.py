"""What a file holds, read in one go; whether it may be read at all."""

from __future__ import annotations

import errno
import os
import stat

MOST_BYTES = 200_000_000  # a larger file is skipped, and said to be


class TooLarge(OSError):
    """A file that is not read for its size."""


def read_bytes(path: str, most: int = MOST_BYTES) -> bytes:
    """What a regular file holds. Raises OSError; TooLarge for more than `most` bytes."""
    # Without waiting: a file may have become a pipe since it was found.
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        state = os.fstat(number)
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EINVAL, "it is no regular file")
        size = state.st_size
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
