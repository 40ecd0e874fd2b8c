"""Markdown -> Document, through pyromark: prose with its exact place; front matter too.

A soft or hard break is one line feed. Code, URLs, raw tags, shortcodes and math are no prose; the HTML within
is read as HTML. Struck-out words are no prose either: they are no longer in the copy.
"""

from __future__ import annotations

from copylint.document import Comment, Document, Meta, Span
from copylint.expressions import expression
from copylint.formats.assembly import Assembly
from copylint.formats.decoding import FormatError
from copylint.formats.html import STOPS, HtmlReader
from copylint.formats.templates import has_directions, has_templates, without_directions, without_templates

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# What stands between two dollar signs and is the price of something, not mathematics; or a price and part of a link.
_PRICE = expression(r"\d(?:[^\\^_{}=]*+|[^$]*?\]\([^$]*+)")
_IMAGE_TITLE = expression(r"[ \t\r\n](?:\"([^\"]*+)\"|'([^']*+)'|\(([^()]*+)\))[ \t\r\n]*+\)\Z")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# A line end, to CommonMark; the parser looks for the end of code and of HTML without it.
_LONE_RETURN = expression(r"\r(?!\n)")
_IMAGE_TAIL = 2_000  # code points at the end of an image in which its title is looked for

_ITEMS = frozenset({"Item", "DefinitionListTitle", "DefinitionListDefinition"})
_TRANSPARENT = frozenset({"Emphasis", "Strong", "Superscript", "Subscript"})


def read(path: str, source: str, *, jsx: bool = False) -> Document:
    """Reads Markdown: CommonMark with tables, footnotes, definition lists and shortcodes, or, `jsx`, MDX.

    Raises FormatError if the front matter is broken.
    """
    comments: list[Comment] = []
    remarks: list[Comment] = []
    assembly = Assembly(source)
    start, meta = 0, Meta()
    if source.startswith(("---", "+++", ";;;", "{")):
        from copylint.formats.front_matter import read_front_matter

        start, meta = read_front_matter(assembly, comments)
    body = source[start:] if start else source
    if "\r" in body:
        body = _LONE_RETURN.sub("\n", body)
    if jsx:
        from copylint.formats.jsx import without_jsx

        body, holes, found = without_jsx(body)
        remarks = [Comment(text, Span(begin + start, end + start)) for text, (begin, end) in found]
        assembly.hide([(begin + start, end + start) for begin, end in holes])
    elif has_templates(body):
        body, holes = without_templates(body)
        assembly.hide([(begin + start, end + start) for begin, end in holes])
    if has_directions(body):
        body = without_directions(body)
    _Reader(assembly, comments, body, start).read()
    if remarks:  # each has been read once more, as a comment of HTML that says nothing
        by_start = {comment.span.start: comment for comment in (*comments, *remarks)}
        comments = [by_start[begin] for begin in sorted(by_start)]
    return assembly.document(path, comments, meta)


class _Reader:
    """Follows the events of the parser. Offsets are those of the body, which is in the source at `base`."""

    def __init__(self, assembly: Assembly, comments: list[Comment], body: str, base: int) -> None:
        self.assembly = assembly
        self.body = body
        self.base = base
        self.html = HtmlReader(assembly, comments)
        self.html.headline = any(kind == "headline" for kind, _, _ in assembly.made)
        self.quotes = 0
        self.items = 0
        self.cells = 0
        self.alerts: list[bool] = []  # for each open block quote, whether it is an alert
        self.code = False
        self.captions: list[bool] = []  # for each open image, whether its description is a caption
        self.objects: list[bool] = []  # for each open link and deletion, whether it began an object
        self.markup: list[tuple[int, int]] | None = None  # the lines of the open block of HTML
        self.line_end: int | None = None  # where a break began, until it is known what follows
        # White space after one of these is none: a comment between two spaces leaves one.
        self.collapses = "\n"
        self.last = 0  # where what was read ends
        # The parser counts bytes of UTF-8. Its events go forward but for little, so a cursor is enough.
        self.bytes = b"" if body.isascii() else _encoded(body)
        self.byte = 0
        self.point = 0

    def read(self) -> None:
        """Tells the assembly all of the body."""
        ascii_only = not self.bytes
        for event, place in self.events():
            if isinstance(event, str):
                if event == "Rule":
                    self.close()
                elif self.line_end is None:
                    self.line_end = self.at(place["start"])
                continue
            for name, value in event.items():  # there is one
                if name == "Text":
                    if not self.code and value:
                        if ascii_only:
                            self.text(value, place["start"], place["end"])
                        else:
                            self.text(value, self.at(place["start"]), self.at(place["end"]))
                elif name == "Start":
                    self.start(value, self.at(place["start"]))
                elif name == "End":
                    self.end(value, self.at(place["end"]), place)
                elif name == "Html":
                    if self.markup is not None:
                        self.markup.append((self.at(place["start"]), self.at(place["end"])))
                else:
                    self.other(name, self.at(place["start"]), self.at(place["end"]))
        self.close()

    def events(self) -> Iterator[tuple[Any, Any]]:
        """The events of the parser: a string or a dictionary of one entry, and its range in bytes."""
        import pyromark

        option = pyromark.Options
        options = (
            option.ENABLE_TABLES
            | option.ENABLE_FOOTNOTES
            | option.ENABLE_STRIKETHROUGH
            | option.ENABLE_TASKLISTS
            | option.ENABLE_HEADING_ATTRIBUTES
            | option.ENABLE_GFM
            | option.ENABLE_DEFINITION_LIST
        )
        if "$" in self.body:
            # "from $5m–$10m" is mathematics to the parser; one such price, and none is looked for.
            math = options | option.ENABLE_MATH
            if not any(
                _PRICE.fullmatch(event["InlineMath"])
                for event, _ in pyromark.events_with_range(self.body, options=math)
                if isinstance(event, dict) and "InlineMath" in event
            ):
                options = math
        return pyromark.events_with_range(self.body, options=options)

    def at(self, byte: int) -> int:
        """The offset in code points of an offset in bytes."""
        if not self.bytes:
            return byte
        if byte >= self.byte:
            self.point += len(self.bytes[self.byte : byte].decode())
        else:
            self.point -= len(self.bytes[byte : self.byte].decode())
        self.byte = byte
        return self.point

    def close(self, kind: str = "") -> None:
        """Ends the open block."""
        self.line_end = None
        if self.objects:
            self.objects.clear()
        if self.quotes:
            kind = "quote"
        self.html.end_block(kind or ("cell" if self.cells else "item" if self.items else "paragraph"))

    def around(self, kind: str = "") -> str:
        """The kind of a block here. What is within a quotation is of that kind, whatever it is itself."""
        if self.quotes:
            return "quote"
        return kind or ("cell" if self.cells else "item" if self.items else "paragraph")

    def resume(self, start: int) -> None:
        """Tells the break that came before what begins at `start`."""
        if self.line_end is not None:
            self.assembly.line_end(self.base + self.line_end, self.base + start)
            self.line_end = None

    def text(self, text: str, start: int, end: int) -> None:
        if self.html.unseen:
            self.last = end
            return
        base = self.base
        written = self.body[start:end]
        escaped = (
            start > self.last and self.body[start - 1] == "\\" and written[0] in _PUNCTUATION and text[0] == written[0]
        )
        self.resume(start - 1 if escaped else start)
        self.html.breaks = 0
        if escaped:
            self.assembly.atom(base + start - 1, base + start + 1, text[0])
            start += 1
            text = text[1:]
            written = written[1:]
        if written == text:
            if text[:1] in (" ", "\t") and (self.assembly.last_character() or "\n") in self.collapses:
                start += len(text) - len(text.lstrip(" \t"))
            self.assembly.run(base + start, base + end)
        else:
            self.assembly.atom(base + start, base + end, " " if text in "\t\r\n" else text)
        self.collapses = "\n"
        self.last = end

    def start(self, tag: Any, start: int) -> None:
        name, value = _named(tag)
        if name in _TRANSPARENT:
            self.resume(start)
        elif name == "Strikethrough":
            self.resume(start)
            self.objects.append(self.assembly.open_object(self.base + start))
        elif name == "Link":
            self.resume(start)
            address = value["link_type"] in ("Autolink", "Email")
            self.objects.append(address and self.assembly.open_object(self.base + start))
        elif name == "Image":
            caption = self.assembly.empty and not self.html.unseen
            if caption:
                self.line_end = None
                self.assembly.drop()
            self.resume(start)
            self.captions.append(caption)
            self.objects.append(not caption and self.assembly.open_object(self.base + start))
        else:
            self.close()
            if name == "BlockQuote":
                self.alerts.append(value is not None)
                self.quotes += value is None
            elif name in _ITEMS:
                self.items += 1
            elif name == "TableCell":
                self.cells += 1
            elif name == "CodeBlock":
                self.code = True
            elif name == "HtmlBlock":
                self.markup = []

    def end(self, tag: Any, end: int, place: Any) -> None:
        name, value = _named(tag)
        if name in _TRANSPARENT:
            pass
        elif name in ("Strikethrough", "Link", "Image"):
            if self.objects and self.objects.pop():
                self.line_end = None  # a break at the end of an object is a part of it
                self.assembly.close_object(self.base + end)
            if name == "Image" and self.captions.pop():
                self.close("caption")
                self.image_title(self.at(place["start"]), end)
        elif name == "Heading":
            first = value == "H1" and not self.html.headline
            if first:
                self.html.headline = True
            self.close("headline" if first else "heading")
        elif name == "HtmlBlock":
            self.read_markup()
        else:
            self.close()
            if name == "BlockQuote":
                self.quotes -= not self.alerts.pop()
            elif name in _ITEMS:
                self.items -= 1
            elif name == "TableCell":
                self.cells -= 1
            elif name == "CodeBlock":
                self.code = False
        self.last = max(self.last, end)

    def other(self, name: str, start: int, end: int) -> None:
        """Code, mathematics, a tag, the mark of a note."""
        self.resume(start)
        self.html.breaks = 0 if name != "InlineHtml" else self.html.breaks
        if name == "InlineHtml":
            self.html.inline(self.body[start:end], self.base + start)
            self.collapses = "\n "
        elif name == "TaskListMarker" or self.html.unseen:
            pass
        elif name != "FootnoteReference" or self.assembly.last_character() not in STOPS:
            self.assembly.object(self.base + start, self.base + end)
        self.last = end

    def image_title(self, start: int, end: int) -> None:
        """The title of an image is a caption too, where it stands as it reads."""
        start = max(start, end - _IMAGE_TAIL)
        match = _IMAGE_TITLE.search(self.body[start:end])
        if match:
            for group in (1, 2, 3):
                title = match[group]
                if title and "\\" not in title and "&" not in title and "\n" not in title and "\r" not in title:
                    begin, stop = match.span(group)
                    self.assembly.run(self.base + start + begin, self.base + start + stop)
                    self.close("caption")

    def read_markup(self) -> None:
        """Reads a block of HTML. What begins its lines within a list or a quotation is no part of it."""
        lines, self.markup = self.markup or [], None
        if not lines:
            return
        start = end = lines[0][0]
        parts: list[str] = []
        for line_start, line_end in lines:
            parts.append(" " * (line_start - end))
            parts.append(self.body[line_start:line_end])
            end = line_end
        self.html.around = self.around()
        self.html.feed("".join(parts), self.base + start)
        self.html.around = "paragraph"
        self.close()


def _named(tag: Any) -> tuple[str, Any]:
    """The name of a tag of the parser, and what else it says."""
    if isinstance(tag, str):
        return tag, None
    ((name, value),) = tag.items()
    return name, value


def _encoded(body: str) -> bytes:
    try:
        return body.encode()
    except UnicodeEncodeError:
        raise FormatError("the text holds half of a surrogate pair, which is no character") from None
