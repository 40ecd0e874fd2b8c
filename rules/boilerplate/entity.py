"""A character reference of HTML that was never turned into its character: `&nbsp;`, `&#8217;`."""

from __future__ import annotations

from copylint.document import Document, Span
from copylint.expressions import compiled
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable


@cache
def _reference() -> re.Pattern[str]:
    return compiled(
        r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,8});"
        r"|&(?:nbsp|quot|rsquo|lsquo|ldquo|rdquo|mdash|ndash|hellip)(?![\w=;])"
    )


_COLONS = ("&#58;", "&colon;")


def _is_of_a_field(document: Document, start: int) -> bool:
    """Whether front matter holds what stands there: where a colon would end a key, writers spell it out."""
    block = document.block_at(start)
    return block is not None and block.field is not None


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if "&" not in text:
        return
    for found in _reference().finditer(text):
        from html import unescape

        written = found.group()
        if written in _COLONS and _is_of_a_field(document, found.start()):
            continue
        meant = unescape(written if written.endswith(";") else written + ";")
        if meant != written and not meant.startswith("&" if len(meant) > 1 else "\0"):
            yield Match(Span(*found.span()), suggestions=(meant.replace("\u00a0", " "),))


RULE = Rule(
    summary="A character reference of HTML in the text.",
    why="The reader sees '&rsquo;' where an apostrophe was meant: the text was escaped once too often.",
    message="'{match}' is a character reference of HTML: write '{suggestion}'.",
    severity="error",
    fix="unsafe",
    check=check,
    gate=Gate(texts=("&",)),
    examples=(
        Example(bad="The mayor<mark>&rsquo;</mark>s car was late.", good="The mayor’s car was late."),
        Example(bad="Hall <mark>&amp;</mark> Sons closed in May.", good="Hall & Sons closed in May."),
        Example(bad="It cost 5<mark>&#160;</mark>pounds.", good="It cost 5 pounds."),
        Example(
            good="---\ntitle: Opinion&#58; Why the mill must stay\n---\n\nThe mill stays.\n",
            format="markdown",
            why="A colon would end the key there.",
        ),
        Example(good="AT&T and R&D; the search for a=1&copy=2; Q&A;", why="Ampersands of names and addresses."),
    ),
)
