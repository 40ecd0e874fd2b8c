"""Formats of articles: bytes -> text -> Document."""

from __future__ import annotations

from copylint.document import Document
from copylint.formats.decoding import Decoded, FormatError, decode, encode
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Decoded", "Format", "FormatError", "builtin_formats", "decode", "encode", "format_for"]


class Format(NamedTuple):
    """A format of articles. `read(path, source)` takes the decoded source, without BOM, and raises
    FormatError if the source cannot be read as this format. `suffixes` are lower-case, with the dot."""

    name: str
    summary: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Document]


def builtin_formats() -> tuple[Format, ...]:
    """The formats that copylint itself brings. Their modules are imported when they are first needed."""
    return (
        Format("text", "Plain text, hard-wrapped or one paragraph a line", (".txt", ".text"), _read_plain),
        Format(
            "markdown",
            "Markdown, with front matter in YAML, TOML or JSON",
            (".md", ".markdown", ".mdown", ".mkd"),
            _read_markdown,
        ),
        Format("mdx", "MDX: Markdown with components; expressions and imports are no prose", (".mdx",), _read_mdx),
        Format("html", "HTML pages and fragments", (".html", ".htm", ".xhtml"), _read_html),
    )


def format_for(path: str, formats: Iterable[Format]) -> Format | None:
    """The format whose suffix, in any case, ends the path; the longest suffix wins. None if there is none."""
    lowered = path.lower()
    best: Format | None = None
    length = 0
    for candidate in formats:
        for suffix in candidate.suffixes:
            if len(suffix) > length and lowered.endswith(suffix):
                best, length = candidate, len(suffix)
    return best


def _read_plain(path: str, source: str) -> Document:
    from copylint.formats.plain import read

    return read(path, source)


def _read_markdown(path: str, source: str) -> Document:
    from copylint.formats.markdown import read

    return read(path, source)


def _read_mdx(path: str, source: str) -> Document:
    from copylint.formats.markdown import read

    return read(path, source, jsx=True)


def _read_html(path: str, source: str) -> Document:
    from copylint.formats.html import read

    return read(path, source)
