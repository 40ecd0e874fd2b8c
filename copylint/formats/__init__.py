"""Formats of articles: bytes -> text -> Document."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from copylint.document import Document


class Format(NamedTuple):
    """A format of articles. `read(path, source)` takes the decoded source, without BOM, and raises FormatError if the
    source cannot be read as this format. `suffixes` are lower-case, with the dot."""

    name: str
    summary: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Document]


class FormatError(ValueError):
    """A source that cannot be read; the text is a sentence that says why."""
