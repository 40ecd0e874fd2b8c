"""What a site's generator reads in an article before anyone else: shortcodes, template tags, directives.

None of it is prose. It is masked at the same length, so that what reads the rest (Markdown, HTML) takes it for a word
within a line, for a part of an address within an address, and for a blank line where it has its lines to itself.
"""

from __future__ import annotations

from copylint.expressions import IGNORECASE, MULTILINE, compiled, expression
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

Hole = tuple[int, int]

# The last two are those of ERB and its like, and the media that Drupal puts into an article.
_TAG = expression(r"\{\{[<%]?|\{%|\{#[ \t\r\n-]|\{/\*|\{:|<%|\[\[\{")
_CLOSERS = {
    "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "{/*": "*/}", "{:": "}", "<%": "%>", "[[{": "}]]"
}  # fmt: skip
_LONGEST = 4_000  # code points; an opening whose end is farther off is prose
# Tags whose content is code, or nothing that is shown.
_ENCLOSING = expression(
    r"\{(?:%-?|\{[<%])[ \t]*+(comment|highlight|codeblock|code|mermaid|katex|math|schema|javascript|stylesheet)\b"
)
_MASK = "x"
_BEFORE_ALONE = expression(r"[ \t>]*+")
_AFTER_ALONE = expression(r"[ \t]*+(?=[\r\n]|\Z)")
_NOT_BREAK = expression(r"[^\r\n]")
# Lines of Markdown that are directions: the fence of a container, a table of contents, the head of an admonition,
# whose text is set in below it like that of a list's item.
_DIRECTIONS = expression(
    r"^[ \t>]*+(?::{3,}+[^\r\n]*+|\[(?:TOC|\[_?TOC_?\])\])[ \t]*+(?=[\r\n]|\Z)"
    r"|^(?P<admonition>(?:!!!|\?\?\?\+?)[ \t]++[\w-]++[^\r\n]*+)(?=\r?\n(?:\t|[ ]{4})[ \t]*+\S)",
    MULTILINE | IGNORECASE,
)


def has_templates(text: str) -> bool:
    """True if there may be something to mask."""
    if "<%" in text or "[[{" in text:
        return True
    return "{{" in text or "{%" in text or "{:" in text or "{#" in text or "{/*" in text


def without_templates(text: str) -> tuple[str, list[Hole]]:
    """The text with its template tags masked, at the same length, and where they were.

    One that has its lines to itself is masked as a blank line; the holes are the others.
    """
    parts: list[str] = []
    holes: list[Hole] = []
    ends: dict[str, int] = {}  # the next end of each sort, so that each stretch is looked through once
    endless: set[str] = set()  # tags that are never closed from here on
    done = 0  # what has gone to parts
    position = 0
    while match := _TAG.search(text, position):
        opener = match.group().rstrip("- \t\r\n")
        start = match.start()
        position = start + len(opener)
        end = ends.get(opener, 0)
        if 0 <= end < position:
            end = ends[opener] = text.find(_CLOSERS[opener], position)
        if end < 0 or end - start > _LONGEST or (opener == "{:" and not _is_attributes(text, position, end)):
            continue
        end += len(_CLOSERS[opener])
        enclosing = _ENCLOSING.match(text, start)
        if enclosing is not None and enclosing[1] not in endless:
            closing = _end_of(enclosing[1]).search(text, end)
            if closing is not None:
                end = closing.end()
            else:
                endless.add(enclosing[1])
        line = max(text.rfind("\n", done, start), text.rfind("\r", done, start), done - 1) + 1
        alone = _BEFORE_ALONE.fullmatch(text, line, start) and _AFTER_ALONE.match(text, end)
        if (alone and (line == 0 or text[line - 1] in "\r\n")) or (opener == "{:" and _AFTER_ALONE.match(text, end)):
            mask = _NOT_BREAK.sub(" ", text[start:end])
        else:
            mask = _MASK * (end - start)
            holes.append((start, end))
        parts += [text[done:start], mask]
        done = position = end
    if not done:
        return text, holes
    parts.append(text[done:])
    return "".join(parts), holes


def has_directions(text: str) -> bool:
    """True if there may be lines of Markdown to mask."""
    return ":::" in text or "!!! " in text or "??? " in text or "TOC" in text or "???+" in text


def without_directions(text: str) -> str:
    """Markdown with the lines that are directions masked, at the same length."""
    return _DIRECTIONS.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    if match["admonition"] is not None:
        return "-" + " " * (len(match[0]) - 1)
    return " " * len(match[0])


def _is_attributes(text: str, start: int, end: int) -> bool:
    """True for the inner of "{: .lead #top}", "{:toc}"."""
    inner = text[start:end]
    return "\n" not in inner and "{" not in inner and len(inner) < 200


@cache
def _end_of(name: str) -> re.Pattern[str]:
    return compiled(rf"\{{(?:%-?|\{{[<%])[ \t]*+(?:end{name}|/[ \t]*+{name})\b[^\r\n{{}}%>]*+(?:%|[>%]\}})\}}")
