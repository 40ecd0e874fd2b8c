"""The syntax of HTML: tags, attributes and character references, as the standard reads them. Builds nothing."""

from __future__ import annotations

from copylint.expressions import IGNORECASE, compiled, expression
from copylint.memo import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# A tag whole, as the standard reads it; fails only where the source ends before the tag does.
TAG = expression(
    r"<(/?)([a-zA-Z][^ \t\n\r\f/>]*+)"
    r"((?:[ \t\n\r\f/]++|[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"
    r"(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^ \t\n\r\f>]*+)"
    r"|(?![ \t\n\r\f]*+=)))*+)>"
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink cite data dfn em font i ins label map mark nobr output q ruby rb rtc slot "
    "small span strong sub u var summary picture progress meter param embed img input".split()
)
"""Elements of a line whose content reads on."""

_ATTRIBUTE = expression(
    r"([^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)"
    r"(?:[ \t\n\r\f]*+=[ \t\n\r\f]*+(?:\"([^\"]*+)\"|'([^']*+)'|(?![\"'])([^ \t\n\r\f>]*+)))?+"
)

_BYLINES = frozenset("byline by-line author article-author post-author p-author entry-author story-byline".split())
# Parts of a page that are no copy, by what they say they are.
_ROLES = frozenset("navigation search menu menubar toolbar tablist dialog alertdialog".split())
_NO_DISPLAY = expression(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", IGNORECASE)
_COMMON = {
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&nbsp;": "\xa0",
    "&mdash;": "—", "&ndash;": "–", "&hellip;": "…", "&lsquo;": "‘", "&rsquo;": "’",
    "&ldquo;": "“", "&rdquo;": "”",
}  # fmt: skip


@cache
def raw_end(name: str) -> re.Pattern[str]:
    return compiled(rf"</{name}(?=[ \t\n\r\f/>])", IGNORECASE)


def parsed(attributes: str) -> dict[str, str]:
    """The attributes of a tag by lower-case name; the first of two counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(attributes):
        found.setdefault(name.lower(), double or single or bare)
    return found


def value_place(match: re.Match[str], wanted: str) -> tuple[int, int] | None:
    """Where the value of an attribute of a tag stands in the markup."""
    for attribute in _ATTRIBUTE.finditer(match.string, match.start(3), match.end(3)):
        if attribute[1].lower() == wanted:
            for group in (2, 3, 4):
                if attribute[group]:
                    return attribute.span(group)
            return None
    return None


def is_byline(attributes: str) -> bool:
    lowered = attributes.lower()
    if "author" not in lowered and "byline" not in lowered and "by-line" not in lowered:
        return False
    values = parsed(attributes)
    if "author" in values.get("rel", "").lower().split() or values.get("itemprop", "").lower() == "author":
        return True
    return not _BYLINES.isdisjoint(values.get("class", "").lower().split())


def is_hidden(attributes: str) -> bool:
    """True for an element that no reader is shown, or that is no part of the copy: a menu, a search form."""
    lowered = attributes.lower()
    if "hidden" not in lowered and "role" not in lowered and "none" not in lowered:
        return False
    values = parsed(attributes)
    if "hidden" in values and values["hidden"].lower() != "until-found":
        return True
    if values.get("aria-hidden", "").lower() == "true" or values.get("role", "").lower() in _ROLES:
        return True
    return _NO_DISPLAY.search(values.get("style", "")) is not None


def reference(found: str, at: int) -> tuple[str, int]:
    """What a character reference at an offset reads as, and where it ends; an empty string if it is none."""
    reads = _COMMON.get(found)
    if reads is not None:
        return reads, at + len(found)
    import html
    from html.entities import html5

    if found[1] == "#":
        # No number is that long; html.unescape drops what no text may hold.
        return (html.unescape(found) if len(found) < 16 else "") or "\ufffd", at + len(found)
    name = found[1:]
    if name in html5:
        return html5[name], at + len(found)
    # Without the semicolon, the longest name that may stand so.
    for length in range(min(len(name), 32), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], at + 1 + length
    return "", at
