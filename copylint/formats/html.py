"""HTML -> Document. Reads the source in order, with the tokens and implied end tags of the HTML standard.

It builds no tree: a tree moves text (out of tables) and joins text that stood apart, and then positions are lost. White
space collapses as in a browser, but a line end beside a tag, and a blank line, become a line feed, because that is how
links and labels that form no sentence together are laid out. One `<br>` is a line feed, two separate paragraphs. Code,
and what a browser does not show as prose (scripts, menus, controls), is not prose here either.
"""

from __future__ import annotations

from copylint.document import Comment, Document, Meta, Span, language_tag
from copylint.expressions import IGNORECASE, expression
from copylint.formats.assembly import Assembly
from copylint.formats.html_elements import (
    BLOCKS,
    FOREIGN,
    HEADINGS,
    IMPLIED_ENDS,
    KINDS,
    LIST_SCOPES,
    META_KINDS,
    OBJECTS,
    RAW,
    SCOPES,
    TABLE_SCOPES,
    UNSEEN,
    VOID,
    WITH_FOOTERS,
)
from copylint.formats.html_syntax import INLINE, TAG, is_byline, is_hidden, parsed, raw_end, reference, value_place
from copylint.formats.published import META_DATES, PageDates
from copylint.formats.templates import has_templates, without_templates

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_SPACE = " \t\n\r\f"
_AFTER_SPACE = ("", " ", "\n")
_LEADING = expression(r"[ \t\n\r\f]++")
# White space that does not read as it is written, and character references.
_SPECIAL = expression(r"[ \t\n\r\f]{2,}+|[\t\n\r\f]|&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[a-zA-Z][a-zA-Z0-9]*+;?)")
_COMMENT_END = expression(r"--!?>")
_MARKUP = expression(r"<(?=[a-zA-Z/!?])")

STOPS = tuple(".,;:!?…\"'”’)]")
_RIGHTS = expression(r"\s*+(?:©|\(c\)|copyright\b)[^.!?]{0,100}+[.]?\s*+$", IGNORECASE)
_REACH = 256  # how far up open elements are looked for

_LONG = 100  # code points: a block that is longer is no byline, and after it no date line is looked for


def read(path: str, source: str) -> Document:
    """Reads a page or a fragment of HTML. Raises FormatError if its front matter is broken."""
    assembly = Assembly(source)
    comments: list[Comment] = []
    start = 0
    front = Meta()
    if source.startswith(("---", "+++", ";;;", "{")):
        from copylint.formats.front_matter import read_front_matter

        start, front = read_front_matter(assembly, comments)
    markup = source[start:] if start else source
    if has_templates(markup):
        markup, holes = without_templates(markup)
        assembly.hide([(begin + start, end + start) for begin, end in holes])
    reader = HtmlReader(assembly, comments)
    reader.feed(markup, start)
    reader.end_block()
    _without_repeats(assembly)
    meta = Meta(front.language or reader.language, front.published or reader.dates.published())
    return assembly.document(path, comments, meta)


def _without_repeats(assembly: Assembly) -> None:
    """Drops titles and metadata that only repeat another block, so that one fault gives one finding."""
    if not any([field is not None for _, field, _ in assembly.made]):  # noqa: C419 - faster than a generator
        return
    texts: set[str] = set()
    for made in assembly.made:
        if made[1] is None:
            texts.add(" ".join(assembly.text_of(made).split()))
    kept = []
    for made in assembly.made:
        if made[1] is not None and (made[1] == "title" or made[1].startswith("meta.")):
            text = " ".join(assembly.text_of(made).split())
            if text in texts:
                continue
            texts.add(text)
        kept.append(made)
    assembly.made = kept


def _reads_as_written(text: str) -> bool:
    """True if no white space in a text collapses and no character reference stands in it."""
    return not ("&" in text or "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text)


class HtmlReader:
    """Reads markup, piece by piece, into an assembly: a whole page, or the HTML within another format."""

    def __init__(self, assembly: Assembly, comments: list[Comment]) -> None:
        self.assembly = assembly
        self.comments = comments
        self.language: str | None = None
        self.around = "paragraph"  # the kind of block that the markup stands in
        self._stack: list[str] = []
        self._open: dict[str, int] = {}  # how many of each name are on the stack
        self._unseen = 0  # how many of the stack are no prose
        self._object: str | None = None  # the element that the open object is
        self._object_depth = 0
        self._inline = False  # one tag at a time is read
        self.breaks = 0  # the <br> since the last text
        self._byline = False
        self._bylines: list[int] = []  # depths of the stack that are bylines
        self._footers: list[tuple[int, int]] = []  # how deep, and how many blocks were made before
        self._hidden: list[int] = []  # depths of the stack that are not shown
        self.headline = False  # an h1 has been met
        self.dates = PageDates()
        self._long = False  # a long block has been met

    @property
    def unseen(self) -> bool:
        """True within what is no prose."""
        return self._unseen > 0

    def feed(self, markup: str, base: int) -> None:
        """Reads `markup`, which is in the source at `base`. A tag without end is dropped, as browsers do."""
        position = 0
        length = len(markup)
        find = _MARKUP.search
        while position < length:
            match = find(markup, position)
            start = match.start() if match else length
            if start > position:
                self.text(markup, position, start, base)
            if match is None:
                break
            position = self._markup(markup, start, base)

    def inline(self, markup: str, base: int) -> None:
        """Reads one tag or comment that stands in the text of another format."""
        self._inline = True
        self._markup(markup, 0, base)
        self._inline = False

    def text(self, markup: str, start: int, end: int, base: int) -> None:
        """Reads text between tags: references and white space."""
        if self._unseen:
            return
        assembly = self.assembly
        if assembly.last_character() in _AFTER_SPACE:
            leading = _LEADING.match(markup, start, end)
            if leading:
                start = leading.end()
        if start >= end:
            return
        self.breaks = 0
        position = start
        if _reads_as_written(markup[start:end]):
            self._run(markup, start, end, base)
            return
        for match in _SPECIAL.finditer(markup, start, end):
            at, after = match.span()
            found = match.group()
            if found[0] != "&":
                lines = max(found.count("\n"), found.count("\r"))
                reads = "\n" if lines > 1 or (lines and (at == start or after == end)) else " "
            else:
                reads, after = reference(found, at)
                if not reads:
                    continue
                if reads in _SPACE:
                    reads = " "
            self._run(markup, position, at, base)
            position = after
            if reads == "\n":
                assembly.line_end(base + at, base + after)
            elif reads != " " or assembly.last_character() not in _AFTER_SPACE:
                assembly.atom(base + at, base + after, reads)
        self._run(markup, position, end, base)

    def _run(self, markup: str, start: int, end: int, base: int) -> None:
        """A run of prose; white space after white space is dropped."""
        if start < end and markup[start] in " \n" and self.assembly.last_character() in _AFTER_SPACE:
            start += 1
        self.assembly.run(base + start, base + end)

    def _markup(self, markup: str, start: int, base: int) -> int:
        """Reads what `<` begins; returns where it ends."""
        following = markup[start + 1 : start + 2]
        if following == "!":
            return self._declaration(markup, start, base)
        if following == "?" or (following == "/" and not markup[start + 2 : start + 3].isalpha()):
            if following == "/" and start + 2 >= len(markup):
                self.text(markup, start, len(markup), base)
                return len(markup)
            end = markup.find(">", start + 2)
            return len(markup) if end < 0 else end + 1
        match = TAG.match(markup, start)
        if match is None:
            if following == "/" and not markup[start + 2 : start + 3].isascii():
                end = markup.find(">", start + 2)
                return len(markup) if end < 0 else end + 1
            return len(markup)
        closing, name, attributes = match.groups()
        name = name.lower()
        if closing:
            self._end_tag(name, base + start, base + match.end())
            return match.end()
        self._start_tag(name, attributes, match, base)
        if name in RAW and self._object not in FOREIGN and not self._inline:
            return self._raw(name, attributes, markup, match.end(), base)
        if name == "plaintext":
            return len(markup)
        return match.end()

    def _declaration(self, markup: str, start: int, base: int) -> int:
        if not markup.startswith("<!--", start):
            end = markup.find(">", start)
            return len(markup) if end < 0 else end + 1
        if markup.startswith(">", start + 4):
            return start + 5
        if markup.startswith("->", start + 4):
            return start + 6
        match = _COMMENT_END.search(markup, start + 4)
        if match is None:
            return len(markup)
        if not self._unseen:
            content = markup[start + 4 : match.start()].strip()
            self.comments.append(Comment(content, Span(base + start, base + match.end())))
        return match.end()

    def _raw(self, name: str, attributes: str, markup: str, start: int, base: int) -> int:
        """Reads the content of an element that holds text only; returns where its end tag ends."""
        match = raw_end(name).search(markup, start)
        end = match.start() if match else len(markup)
        if name == "title" and not self._unseen and self._object is None:
            self.text(markup, start, end, base)
            self.assembly.close("headline", "title")
        elif name == "script" and "ld+json" in attributes.lower():
            self.dates.json(markup, start, end)
        if match is None:
            return len(markup)
        tag = TAG.match(markup, end)
        after = tag.end() if tag else len(markup)
        self._end_tag(name, base + end, base + after)
        return after

    def _start_tag(self, name: str, attributes: str, match: re.Match[str], base: int) -> None:
        start, end = base + match.start(), base + match.end()
        assembly = self.assembly
        if self._object is not None:
            if name == self._object:
                if not attributes.endswith("/"):
                    self._object_depth += 1
                return
            if name not in BLOCKS or (self._object in FOREIGN and name == "title"):
                return
        if name in BLOCKS:
            self.end_block()
            self._imply_ends(name)
            if name not in VOID:
                self._push(name, attributes)
                if name == "html" and self.language is None:
                    self.language = language_tag(parsed(attributes).get("lang", ""))
            return
        if self._unseen:
            return
        if name == "br":
            self.breaks += 1
            if self.breaks > 1:
                self.end_block()
            else:
                assembly.line_end(start, end)
        elif name in OBJECTS or (self._inline and name in RAW):
            if name in FOREIGN and attributes.endswith("/"):
                assembly.object(start, end)
                return
            # A note's number after a stop is no part of the sentence; elsewhere it may be (20th, m²).
            nothing = name == "sup" and assembly.last_character() in STOPS
            if assembly.open_object(start, nothing=nothing):
                self._object, self._object_depth = name, 1
        elif name == "img" or name == "input" or name == "embed":
            self._image(name, match, base)
        elif name == "meta":
            self._meta(match, base)
        elif name == "time":
            self.dates.time(parsed(attributes))
        elif self._inline and not attributes and name not in INLINE and name.isalnum():
            assembly.object(start, end)  # "mount <device>": no browser knows it, and a writer meant it to be read
        elif attributes:
            if not attributes.endswith("/") and is_hidden(attributes):
                if assembly.open_object(start, nothing=True):
                    self._object, self._object_depth = name, 1
            elif not self._byline:
                self._byline = is_byline(attributes)

    def _end_tag(self, name: str, start: int, end: int) -> None:
        if self._object is not None:
            if name == self._object:
                self._object_depth -= 1
                if self._object_depth == 0:
                    self._object = None
                    self.assembly.close_object(end)
                return
            if name not in BLOCKS or (self._object in FOREIGN and name == "title"):
                return
        if name == "br":
            if not self._unseen:
                self.assembly.line_end(start, end)
        elif name in BLOCKS:
            self.end_block()
            if self._stack and self._stack[-1] == name:
                self._pop()
            elif name in HEADINGS:
                self._pop_to(HEADINGS, SCOPES)
            else:
                scopes = TABLE_SCOPES - {name} if name in SCOPES else LIST_SCOPES if name == "li" else SCOPES
                self._pop_to(frozenset({name}), scopes)

    def _push(self, name: str, attributes: str) -> None:
        self._stack.append(name)
        self._open[name] = self._open.get(name, 0) + 1
        if name in UNSEEN:
            self._unseen += 1
        if name == "footer":
            if any(self._open.get(one) for one in WITH_FOOTERS):
                self._footers.append((len(self._stack), len(self.assembly.made)))
            else:
                self._hidden.append(len(self._stack))
                self._unseen += 1
                return
        if attributes:
            if is_byline(attributes):
                self._bylines.append(len(self._stack))
            if name not in ("html", "body", "main", "article") and is_hidden(attributes):
                self._hidden.append(len(self._stack))
                self._unseen += 1

    def _imply_ends(self, name: str) -> None:
        """Ends the elements that a start tag ends."""
        stack = self._stack
        if stack and (stack[-1] == "p" or (stack[-1] in HEADINGS and name in HEADINGS)):
            self._pop()
        rule = IMPLIED_ENDS.get(name)
        if rule:
            self._pop_to(*rule)

    def _pop_to(self, names: frozenset[str], scopes: frozenset[str]) -> None:
        """Ends the innermost of some elements, and all within it, unless a scope stands between."""
        if not any(self._open.get(name) for name in names):
            return
        stack = self._stack
        for depth in range(len(stack) - 1, max(len(stack) - _REACH, 0) - 1, -1):
            if stack[depth] in names:
                while len(stack) > depth:
                    self._pop()
                return
            if stack[depth] in scopes:
                return

    def _pop(self) -> None:
        name = self._stack.pop()
        self._open[name] -= 1
        if name in UNSEEN:
            self._unseen -= 1
        while self._bylines and self._bylines[-1] > len(self._stack):
            self._bylines.pop()
        while self._footers and self._footers[-1][0] > len(self._stack):
            made = self.assembly.made
            if len(made) == self._footers.pop()[1] + 1 and _RIGHTS.match(self.assembly.text_of(made[-1])):
                made.pop()
        while self._hidden and self._hidden[-1] > len(self._stack):
            self._hidden.pop()
            self._unseen -= 1

    def end_block(self, kind: str | None = None) -> None:
        """Ends the open block; it is of `kind` if the elements around it do not say more."""
        self.breaks = 0
        self._object = None
        assembly = self.assembly
        kind = kind or self.around
        if assembly.open and assembly.close(kind):
            _, field, pieces = assembly.made[-1]
            length = pieces[-1][1] - pieces[0][0]
            kind = self._kind(kind)
            if kind == "paragraph":
                if length > _LONG:
                    self._long = True
                elif self._byline or self._bylines:
                    kind = "byline"
            if length <= _LONG and not self._long:
                self.dates.keep_time()
            assembly.made[-1] = (kind, field, pieces)
        self.dates.end_block()
        self._byline = False

    def _kind(self, kind: str) -> str:
        if self._open.get("blockquote"):
            return "quote"
        if kind != "paragraph":
            return kind
        for name in reversed(self._stack[-8:]):
            if name in HEADINGS:
                if name == "h1" and not self.headline:
                    self.headline = True
                    return "headline"
                return "heading"
            if name in KINDS:
                return KINDS[name]
        return kind

    def _image(self, name: str, match: re.Match[str], base: int) -> None:
        """An image that begins a block gives its description as a caption; within a line it is an object."""
        assembly = self.assembly
        if name == "img" and assembly.empty:
            place = value_place(match, "alt")
            if place:
                assembly.drop()
                self.text(match.string, place[0], place[1], base)
                assembly.close("caption")
                return
        assembly.object(base + match.start(), base + match.end())

    def _meta(self, match: re.Match[str], base: int) -> None:
        attributes = parsed(match[3])
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        content = attributes.get("content")
        if not content:
            return
        if name in META_DATES:
            self.dates.told.setdefault(name, content)
        kind = META_KINDS.get(name)
        place = value_place(match, "content") if kind else None
        if kind and place and self.assembly.empty:
            self.assembly.drop()
            self.text(match.string, place[0], place[1], base)
            self.assembly.close(kind, f"meta.{name}")
