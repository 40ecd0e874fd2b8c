"""Front matter in YAML, TOML and JSON: headline, standfirst and the like, where they stand, and the metadata.

YAML and JSON are read as a stream of events: no object is created, no alias followed, and tags are ignored.
"""

from __future__ import annotations

from copylint.document import Comment, Meta, Span, language_tag
from copylint.expressions import IGNORECASE, compiled, escape, expression
from copylint.formats.assembly import Assembly
from copylint.formats.decoding import FormatError
from copylint.formats.published import day
from copylint.memo import cache
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date
    from typing import Any

MAX_LENGTH = 200_000
"""Front matter of more code points than this is refused."""

_MAX_DEPTH = 100  # readers of YAML take quadratic time over nested brackets, and refuse them at depths of their own

_OPENING = expression(r"(---|\+\+\+|;;;)(json|toml|ya?ml)?[ \t]*+(?:\r\n?+|\n)")
_JSON = expression(r"\{\s*+\"[^\"\r\n]*+\"\s*+:")
_REST_OF_LINE = expression(r"[ \t]*+(?:\r\n?+|\n|\Z)")
# Markup in a value: a link, of which the words are prose; a tag.
_MARKUP = expression(r"\[([^\[\]\r\n]++)\]\([^()\s]*+\)|</?[a-z][^<>]*+>")
_SKIPPED = expression(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n?+|\n))*+")  # blank lines and comments
_KINDS = {
    name: kind
    for kind, names in {
        "headline": "title headline hed",
        "standfirst": "description standfirst summary lead subtitle dek deck excerpt abstract subhead subheading "
        "subheadline strapline tagline teaser lede intro",
        "byline": "author authors byline",
        "caption": "caption captions alt alttext",
    }.items()
    for name in names.split()
}
# What may stand before such a name: seo_title, ogDescription, image-caption.
_PREFIXES = tuple(
    "seo meta opengraph og twitter social short long page post article link feed search featured cover hero "
    "image img photo picture thumbnail banner header video figure main lead".split()
)
_PICTURES = frozenset("image img photo picture gallery figure video media resource thumbnail hero cover banner".split())
_PEOPLE = frozenset("author authors byline".split())
_DATES = tuple(
    "published publisheddate publishedat publicationdate publishdate pubdate datepublished date postdate "
    "created lastmod lastmodified modified updated".split()
)
_LANGUAGES = ("lang", "language", "locale")
_NO_PROSE = expression(r"(?:~|null|true|false|yes|no|on|off|[-+]?[\d.,_:]++(?:e[-+]?\d++)?)?", IGNORECASE)
_SLUG = expression(r"[a-z0-9_/.-]++")

_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
            "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"}  # fmt: skip
_WHITE = expression(r"[ \t\n]*+")
_LINE_ENDS = expression(r"\r\n?+|\n")


class _Scalar(NamedTuple):
    """A value of the front matter: its path, what it says, where it is written (marks aside), and how: the
    mark of the quoting that gives escapes their meaning (' or " or none)."""

    path: tuple[str, ...]
    value: Any
    start: int
    end: int
    quoting: str
    plain: bool = False  # written without any mark, so that it may be no string


def read_front_matter(assembly: Assembly, comments: list[Comment]) -> tuple[int, Meta]:
    """Passes the prose of the front matter to an assembly, and returns where the front matter ends: 0 if there is none.
    Raises FormatError, which names the line, if it is broken."""
    source = assembly.source
    if source.startswith("{"):
        end = _json_end(source)
        if not end:
            return 0, Meta()
        scalars = _yaml(source[:end].replace("\t", " "), 0)
        return end, _told(assembly, comments, scalars or [])
    opening = _OPENING.match(source)
    if opening is None:
        return 0, Meta()
    mark, start = opening[1], opening.end()
    syntax = opening[2] or {"---": "yaml", "+++": "toml", ";;;": "json"}[mark]
    closing = _closing(mark).search(source, start)
    if not opening[2] and not _looks_right(source, mark, start, closing.start() if closing else None):
        return 0, Meta()
    if closing is None:
        raise FormatError(f"the front matter that '{mark}' opens in line 1 is never closed")
    if closing.start() - start > MAX_LENGTH:
        raise FormatError(f"the front matter is longer than {MAX_LENGTH:,} characters")
    text = source[start : closing.start()]
    if syntax == "json":
        text = text.replace("\t", " ")
        braces = text.lstrip().startswith("{")
        scalars = _yaml(text, start, "JSON") if braces else _yaml("{" + text + "}", start - 1, "JSON")
    else:
        scalars = _toml(text, start) if syntax == "toml" else _yaml(text, start)
    if scalars is None:
        return closing.end() if _SKIPPED.fullmatch(text) else 0, Meta()
    return closing.end(), _told(assembly, comments, scalars)


def _json_end(source: str) -> int:
    """Where a JSON object at the start of a source ends, with its line; 0 if there is none."""
    if _JSON.match(source) is None:
        return 0
    import json

    try:
        _, end = json.JSONDecoder().raw_decode(source[: MAX_LENGTH + 1])
    except (ValueError, RecursionError):
        return 0
    rest = _REST_OF_LINE.match(source, end)
    return rest.end() if rest else 0


def _told(assembly: Assembly, comments: list[Comment], scalars: list[_Scalar]) -> Meta:
    """Passes the prose of some values to an assembly; returns the metadata."""
    days: dict[str, date] = {}
    languages: dict[str, str | None] = {}
    for scalar in scalars:
        name = _folded(scalar.path[-1])
        if len(scalar.path) == 1 and name in _DATES:
            found = _day_of(scalar.value)
            if found:
                days.setdefault(name, found)
        elif len(scalar.path) == 1 and name in _LANGUAGES and isinstance(scalar.value, str):
            languages.setdefault(name, language_tag(scalar.value))
        elif scalar.path[0] == "copylint" and isinstance(scalar.value, str):
            said = scalar.value.strip()
            said = said if said.startswith("copylint:") else f"copylint: {said}"
            comments.append(Comment(said, Span(scalar.start, scalar.end)))
        else:
            kind = _kind(scalar)
            if kind:
                _tell(assembly, scalar, kind)
    published = next((days[name] for name in _DATES if name in days), None)
    language = next((languages[name] for name in _LANGUAGES if languages.get(name)), None)
    return Meta(language, published)


# Compiled when they are needed: few articles have front matter, and fewer each sort of it.


@cache
def _closing(mark: str) -> re.Pattern[str]:
    marks = r"(?:---|\.\.\.)" if mark == "---" else escape(mark)
    return compiled(rf"(?<![^\r\n]){marks}[ \t]*+(?:\r\n?+|\n|\Z)")


@cache
def _entry(mark: str) -> re.Pattern[str]:
    """The line of a key; the first group is the key, if it is bare."""
    key = r"[ \t]*+(?:([\w.-]++)|\"[^\"\r\n]*+\"|'[^'\r\n]*+'"
    rest = (
        r")[ \t]*+:(?=[ \t\r\n]|\Z)"
        if mark == "---"
        else r")[ \t]*+:|[ \t]*+\{"
        if mark == ";;;"
        else r"|\[)[ \t.\w-]*+[=\]\[]"
    )
    return compiled(rf"{key}{rest}[^\r\n]*+[\r\n]*+")


@cache
def _tokens(quoting: str) -> re.Pattern[str]:
    """The expression for what does not read as it is written (escapes, line ends), by the kind of quotation mark."""
    fold = r"[ \t]*+(?:\r\n?+|[\n\x85\u2028\u2029])(?:[ \t]*+(?:\r\n?+|\n))*+[ \t]*+"
    if quoting == "'":
        return compiled(rf"''|{fold}")
    if quoting == '"':
        code = r"x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}"
        return compiled(rf"\\(?:{code}|[ \t]*+(?:\r\n?+|\n)\s*+|[^\r\n])|{fold}")
    return compiled(fold)


def _looks_right(source: str, mark: str, start: int, end: int | None) -> bool:
    """True if what follows the opening line is front matter, and not prose below a rule across the page."""
    skipped = _SKIPPED.match(source, start)
    first = skipped.end() if skipped else start
    if end is not None and first >= end:
        return True
    entry = _entry(mark).match(source, first)
    if entry is None:
        return False
    if end is not None or mark != "---":
        return True
    # It is not closed: one line such as "Note: it rained" is prose.
    name = _folded(entry[1] or "")
    known = name in _KINDS or name in _DATES or name in _LANGUAGES
    return known or _entry(mark).match(source, entry.end()) is not None


def _folded(name: str) -> str:
    return name.replace("_", "").replace("-", "").replace(" ", "").replace(":", "").lower()


def _day_of(value: Any) -> date | None:
    if isinstance(value, str):
        return day(value)
    if hasattr(value, "year"):  # TOML has dates and times of its own
        from datetime import date

        return date(value.year, value.month, value.day)
    return None


def _kind(scalar: _Scalar) -> str | None:
    """The kind of block that a value is, by its path; None if it is not prose."""
    value = scalar.value
    if not isinstance(value, str) or (scalar.plain and _NO_PROSE.fullmatch(value)) or not value.strip():
        return None
    names = [_folded(name) for name in scalar.path if not name.isdigit()]
    if not names:
        return None
    above = names[:-1]
    name = names[-1]
    if any(one in _PEOPLE for one in above):
        kind = "byline" if name in _PEOPLE or name == "name" else None
    else:
        kind = _KINDS.get(name)
        for _ in range(2):
            if kind is None:
                prefix = next((one for one in _PREFIXES if name.startswith(one)), "")
                name = name.removeprefix(prefix)
                kind = _KINDS.get(name)
    if kind == "byline":
        return None if _SLUG.fullmatch(value) else kind
    if kind in ("headline", "standfirst"):
        if any(one in _PICTURES or one.removesuffix("s") in _PICTURES for one in above):
            return "caption"
        if kind == "headline" and len(names) < len(scalar.path):
            return "heading"  # the title of one of a list, not of the article
    return kind


def _tell(assembly: Assembly, scalar: _Scalar, kind: str) -> None:
    """Tells an assembly a value as one block, or as one a paragraph."""
    field = ".".join(scalar.path)
    pieces = _aligned(assembly.source, scalar)
    if pieces is None:  # an unusual way of writing it: exact as a whole
        assembly.atom(scalar.start, scalar.end, " ".join(scalar.value.split()))
    else:
        for start, end, reads in pieces:
            if reads is None:
                _run(assembly, start, end)
            elif reads == "\n\n":
                assembly.close(kind, field)
            elif reads == "\n":
                assembly.line_end(start, end)
            else:
                assembly.atom(start, end, reads)
    assembly.close(kind, field)


def _run(assembly: Assembly, start: int, end: int) -> None:
    """Passes a run of a value to an assembly: the words of a link without its address, a tag as an object."""
    source = assembly.source
    if "](" in source[start:end] or "<" in source[start:end]:
        for match in _MARKUP.finditer(source, start, end):
            assembly.run(start, match.start())
            if match[1] is not None:
                _run(assembly, *match.span(1))
            else:
                assembly.object(*match.span())
            start = match.end()
    assembly.run(start, end)


def _aligned(source: str, scalar: _Scalar) -> list[tuple[int, int, str | None]] | None:
    """The pieces of source that a value was read from: runs, escapes, line ends; a blank line is two in one.

    None if they do not come to the value.
    """
    written = source[scalar.start : scalar.end]
    start = scalar.start + len(written) - len(written.lstrip())
    end = scalar.end - len(written) + len(written.rstrip())
    value = scalar.value.strip()
    pieces: list[tuple[int, int, str | None]] = []
    at = 0  # in the value
    position = start
    for token in _tokens(scalar.quoting).finditer(source, start, max(start, end)):
        token_start, token_end = token.span()
        run = source[position:token_start]
        if not value.startswith(run, at):
            return None
        if run:
            pieces.append((position, token_start, None))
            at += len(run)
        position = token_end
        found = token.group()
        if found == "''" and scalar.quoting == "'":
            reads = "'"
        elif found[0] == "\\" and not found[1:].strip(" \t\r\n") and _LINE_ENDS.search(found):
            continue  # a line end that is escaped leaves nothing
        elif found[0] == "\\":
            reads = (
                chr(int(found[2:], 16)) if found[1] in "xuU" and len(found) > 2 else _ESCAPES.get(found[1], found[1])
            )
        else:
            white = _WHITE.match(value, at)
            after = white.end() if white else at
            if after > at:
                several = sum(1 for _ in _LINE_ENDS.finditer(found)) > 1
                pieces.append((token_start, token_end, "\n\n" if several else "\n"))
            at = after
            continue
        if not value.startswith(reads, at):
            return None
        at += len(reads)
        pieces.append((token_start, token_end, " " if reads.isspace() and reads not in "\n\xa0" else reads))
    tail = source[position:end]
    if value[at:] != tail:
        return None
    if tail:
        pieces.append((position, end, None))
    return pieces


def _yaml(text: str, base: int, name: str = "YAML") -> list[_Scalar] | None:
    """The scalars of a YAML mapping in order; None if the text is valid but no mapping."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _scalars(yaml, yaml.parse(text, Loader=loader), text, base)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        place = ""
        if mark is not None:
            place = f" at line {mark.line + 2}"
        if str(problem).endswith("nesting depth"):
            raise FormatError(f"the front matter nests too deeply{place}") from None
        hint = ""
        if str(problem).startswith("mapping values"):
            hint = " (a value with a colon in it needs quotation marks)"
        raise FormatError(f"the front matter is not valid {name}{place}: {problem}{hint}") from None
    except FormatError:
        raise
    except ValueError:  # half of a surrogate pair
        raise FormatError("the front matter is not valid YAML: it holds a character that no text may hold") from None


def _scalars(yaml: Any, events: Iterator[Any], text: str, base: int) -> list[_Scalar] | None:
    found: list[_Scalar] = []
    # The open collections: the path of each, and its next key (a mapping) or index (a sequence).
    paths: list[tuple[str, ...]] = []
    keys: list[str | int | None] = []
    for event in events:
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            paths.pop()
            keys.pop()
            if not keys:
                return found
            continue
        opens = isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
        if not opens and not isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            continue
        if not keys and not isinstance(event, yaml.MappingStartEvent):
            return None
        path: tuple[str, ...] = ()
        if keys:
            key = keys[-1]
            if key is None:  # this is a key
                if not opens:
                    keys[-1] = str(getattr(event, "value", "*"))
                    continue
                keys[-1] = "?"  # a collection for a key
                path = (*paths[-1], "?")
            else:
                path = (*paths[-1], str(key))[:32]
                keys[-1] = key + 1 if isinstance(key, int) else None
        if opens:
            if len(keys) == _MAX_DEPTH:
                raise FormatError(f"the front matter nests too deeply at line {event.start_mark.line + 2}")
            paths.append(path)
            keys.append(None if isinstance(event, yaml.MappingStartEvent) else 0)
        elif isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark.index, event.end_mark.index
            style = event.style or ""
            if style in ("'", '"'):
                start, end = start + 1, end - 1
            elif style:  # the header of a block scalar
                line_end = _LINE_ENDS.search(text, start)
                start = line_end.end() if line_end else end
            quoting = style if style in ("'", '"') else ""
            found.append(_Scalar(path, event.value, base + start, base + max(start, end), quoting, not style))
    return None


def _toml(text: str, base: int) -> list[_Scalar]:
    """The values of a TOML document in the order of the source."""
    from copylint.toml import TomlError, loads

    try:
        toml = loads(text, "front matter")
    except TomlError as error:
        place = f" at line {error.line + 1}" if error.line else ""
        reason = error.message.removeprefix("not valid TOML: ").removeprefix("not usable TOML: ")
        raise FormatError(f"the front matter is not valid TOML{place}: {reason}") from None
    found: list[_Scalar] = []
    waiting: list[tuple[tuple[str | int, ...], Any]] = [((), toml.data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(value)]
        else:
            start, end = toml.value_span(path)
            written = text[start:end]
            mark = next((one for one in ('"""', "'''", '"', "'") if written.startswith(one)), "")
            # A literal string has no escapes, not even for its own mark.
            quoting = '"' if mark.startswith('"') else ""
            names = tuple(str(step) for step in path)
            found.append(_Scalar(names, value, base + start + len(mark), base + end - len(mark), quoting))
    found.sort(key=lambda scalar: scalar.start)
    return found
