"""TOML through tomli, and where each key and value stands, which tomli alone does not tell.

Lines and columns count from 1, in code points; offsets count code points of `Toml.text` from 0.
"""

from __future__ import annotations

import os
import stat

from copylint import kept
from copylint.expressions import DOTALL, compiled, expression
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from typing import Any

_DATA = "data"
_MOST_KEPT = 50
MAX_BYTES = 10_000_000
MAX_DEPTH = 100
"""How many tables and arrays may stand in each other, so that whoever walks a document may recurse."""

_BARE_KEY = expression("[A-Za-z0-9_-]+")
_TO_ESCAPE = expression(r'["\\\x00-\x1f\x7f]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}

Key = str | int
"""A step into a document: the name of a key, or the index of an array's element."""


class TomlError(ValueError):
    """What is wrong with a TOML file, and where. It reads `path:line:column: message`, the path from the working
    directory; with line 0, which is no place, `path: message`."""

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        super().__init__(path, line, column, message)
        self.path = path
        self.line = line
        self.column = column
        self.message = message

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{from_here(self.path)}{place}: {self.message}"


def from_here(path: str) -> str:
    """A path as errors name it: from the working directory, if it lies below it."""
    try:
        here = os.path.join(os.getcwd(), "")
    except OSError:  # it is gone
        return path
    return path[len(here) :] if path.startswith(here) and len(path) > len(here) else path


class Toml:
    """A parsed TOML document. `text` is the decoded file without byte order mark, line ends untranslated."""

    __slots__ = ("_places", "data", "path", "text")

    def __init__(self, path: str, text: str, data: dict[str, Any]) -> None:
        self.path = path
        self.text = text
        self.data = data
        self._places: _Node | None = None

    def __repr__(self) -> str:
        return f"Toml({self.path!r})"

    def where(self, key_path: Sequence[Key], *, value: bool = False) -> tuple[int, int]:
        """The line and column of a key, or of its value; of the nearest parent if there is no such key."""
        node = self._node(key_path)
        offset = node.start if value else node.key
        before = self.text[:offset]
        return before.count("\n") + 1, offset - before.rfind("\n")

    def value_span(self, key_path: Sequence[Key]) -> tuple[int, int]:
        """The offsets of a value as it is written, marks included; of the header for a table that has one."""
        node = self._node(key_path)
        return node.start, node.end

    def error(self, key_path: Sequence[Key], message: str, *, value: bool = False) -> TomlError:
        """The error to raise for what stands at a key, or at its value."""
        return TomlError(self.path, *self.where(key_path, value=value), message)

    def _node(self, key_path: Sequence[Key]) -> _Node:
        if self._places is None:
            self._places = _places(self.text)
        node = self._places
        for step in key_path:
            inner = node.children.get(step)
            if inner is None:
                break
            node = inner
        return node


def loads(text: str, path: str) -> Toml:
    """Parses a TOML document; `path` is what errors name."""
    import tomli  # which takes a tenth of a run over one page that reads no TOML

    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        # tomli numbers lines as editors do, once CRLF is one line end; the attributes came after version 2.0.
        line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
        reason = getattr(error, "msg", "") or str(error)
        raise TomlError(path, line, column, f"not valid TOML: {reason[:1].lower()}{reason[1:]}") from None
    except RecursionError:
        raise TomlError(path, 0, 0, "not usable TOML: it is nested too deeply") from None
    except ValueError as error:  # an integer of more than 4,300 digits
        raise TomlError(path, 0, 0, f"not usable TOML: {error}") from None
    if text.count(".") + text.count("[") + text.count("{") > MAX_DEPTH and _is_deep(data):
        raise TomlError(path, 0, 0, "not usable TOML: it is nested too deeply")
    return Toml(path, text, data)


def _is_deep(data: dict[str, Any]) -> bool:
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return False
    return True


def read(path: str) -> Toml:
    """Reads a TOML file: UTF-8, of at most MAX_BYTES bytes. Raises nothing but TomlError."""
    try:
        # Looked at before it is opened: opening a pipe would wait for ever.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise TomlError(path, 0, 0, "cannot be read: it is not a regular file")
        with open(path, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, TomlError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        raise TomlError(path, 0, 0, f"cannot be read: {reason[:1].lower()}{reason[1:]}") from None
    if len(content) > MAX_BYTES:
        raise TomlError(path, 0, 0, f"is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        start = content.rfind(b"\n", 0, error.start) + 1
        column = len(content[start : error.start].decode("utf-8-sig")) + 1
        raise TomlError(path, line, column, "not valid TOML: it is not UTF-8") from None
    return loads(text, path)


def data(path: str) -> dict[str, Any]:
    """What a file of data that ships with copylint holds. It is kept as JSON from run to run: for the word lists that
    nearly every article needs, parsing them again would take longer than all else that is done with them."""
    try:
        known = os.stat(path)
        state = f"{path!r} {known.st_size} {known.st_mtime_ns}"
    except OSError:
        return read(path).data
    store = kept.Store(_DATA, "", _MOST_KEPT)
    if (text := store.get(state)) is not None:
        found: dict[str, Any] = kept.decoded(text.decode())
        return found
    read_now = read(path).data
    try:
        store.add(state, kept.encoded(read_now).encode())
    except (TypeError, ValueError):  # a date
        return read_now
    store.keep()
    return read_now


class _Node:
    """Where something stands: the start of its key, and the start and end of its value."""

    __slots__ = ("children", "end", "key", "start")

    def __init__(self, key: int, start: int, end: int) -> None:
        self.key = key
        self.start = start
        self.end = end
        self.children: dict[Key, _Node] = {}

    def child(self, step: Key, key: int) -> _Node:
        node = self.children.get(step)
        if node is None:
            node = self.children[step] = _Node(key, key, key)
        return node


def _places(text: str) -> _Node:
    """Every key and value of a document that tomli has accepted, as a tree."""
    return _Finder(text).found()


class _Finder:
    """Goes through a document from its start to its end. Does not recurse."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._skip, self._dot, self._scalar = _patterns()[:3]
        self._root = _Node(0, 0, len(text))
        self._lists: set[_Node] = set()  # arrays of tables: a header that passes through one means its last element

    def found(self) -> _Node:
        """The whole document."""
        table = self._root
        position = self._behind(self._skip, 0)
        while position < len(self._text):
            if self._text[position] == "[":
                table, position = self._header(position)
            else:
                parts, position = self._key(position)
                position = self._behind(self._skip, position + 1)
                position = self._value(_descend(table, parts, position), position)
            position = self._behind(self._skip, position)
        return self._root

    def _header(self, start: int) -> tuple[_Node, int]:
        """The table that a header begins, and the end of the header."""
        many = self._text.startswith("[[", start)
        parts, position = self._key(self._behind(self._skip, start + 1 + many))
        position += 1 + many
        table = self._root
        for name, at in parts[:-1]:
            table = table.child(name, at)
            table.start, table.end = (table.start, table.end) if table.children else (start, position)
            if table in self._lists:
                table = table.children[len(table.children) - 1]
        name, at = parts[-1]
        table = table.child(name, at)
        if many:
            self._lists.add(table)
            if not table.children:
                table.start, table.end = start, position
            table = table.child(len(table.children), at)
        table.key, table.start, table.end = at, start, position
        return table, position

    def _key(self, position: int) -> tuple[list[tuple[str, int]], int]:
        """The parts of a dotted key, each with its place, and where the key ends."""
        parts = []
        while True:
            name, end = _key_part(self._text, position)
            parts.append((name, position))
            following = self._behind(self._dot, end)
            if following == end:
                return parts, self._behind(self._skip, end)
            position = following

    def _value(self, node: _Node, position: int) -> int:
        """Fills the node of a value, with all that stands in it; where the value ends."""
        text, skip = self._text, self._skip
        around: list[_Node] = []  # the arrays and inline tables that are open, outermost first
        while True:
            node.start = position
            if text[position] in "[{":
                around.append(node)
                position += 1
            else:
                node.end = position = self._behind(self._scalar, position)
            while around:
                position = self._behind(skip, position)
                if text[position] == ",":
                    position = self._behind(skip, position + 1)
                if text[position] not in "]}":
                    break
                position += 1
                around.pop().end = position
            if not around:
                return position
            node = around[-1]
            if text[node.start] == "[":
                node = node.child(len(node.children), position)
            else:
                parts, position = self._key(position)
                position = self._behind(skip, position + 1)
                node = _descend(node, parts, position)

    def _behind(self, pattern: re.Pattern[str], position: int) -> int:
        """Where a match that begins at a position ends; the position where there is none."""
        match = pattern.match(self._text, position)
        return match.end() if match else position


def _descend(node: _Node, parts: list[tuple[str, int]], value: int) -> _Node:
    """The node of a dotted key; the tables that it implies start where the value does."""
    for name, at in parts:
        new = name not in node.children
        node = node.child(name, at)
        if new:
            node.start = node.end = value
    return node


def _key_part(text: str, position: int) -> tuple[str, int]:
    match = _patterns()[3].match(text, position)
    assert match, "tomli has accepted the document"
    written = match.group()
    if written[0] == "'":
        return written[1:-1], match.end()
    if written[0] != '"':
        return written, match.end()
    if "\\" not in written:
        return written[1:-1], match.end()
    import tomli

    name: str = tomli.loads(f"key = {written}")["key"]
    return name, match.end()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """White space and comments; the dot in a key; a value that holds no others; a part of a key.

    All are linear: what repeats is possessive.
    """
    basic, literal = r'"(?:[^"\\\n]|\\.)*+"', r"'[^'\n]*+'"
    return (
        compiled(r"(?:[ \t\r\n]|#[^\n]*+)*+"),
        compiled(r"[ \t]*+\.[ \t]*+"),
        compiled(
            r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
            r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
            rf"|{basic}|{literal}"
            r"|\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*+|[^\s,\]}#]++",
            DOTALL,
        ),
        compiled(rf"{basic}|{literal}|[^\s=.\[\]{{}}\"']++"),
    )


def written(value: Any) -> str:
    """A value as TOML writes it; None is what nothing sets."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + _TO_ESCAPE.sub(_escaped, value) + '"'
    from collections.abc import Mapping  # seldom needed

    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{written_key(key)} = {written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, (set, frozenset)):
        return "[" + ", ".join(sorted(map(written, value))) + "]"
    return str(value)


def _escaped(character: re.Match[str]) -> str:
    char = character.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04x}"


def written_key(key: str) -> str:
    """A key as TOML writes it."""
    return key if _BARE_KEY.fullmatch(key) else written(key)
