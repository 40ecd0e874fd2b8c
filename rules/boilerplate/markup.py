"""A tag of HTML or of a forum, a style sheet or a script left in the text."""

from __future__ import annotations

from copylint.document import Document, Span
from copylint.expressions import compiled, expression
from copylint.memo import cache
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_BLOCK = "p|br|hr|div|ul|ol|li|blockquote|figure|figcaption|script|h[1-6]"
_INLINE = "a|b|i|u|em|strong|span|font"
_TAG = {"is": "is a tag"}
_CODE_ENDS = ("}", ");", "};")
_FORUM = "caption|gallery|quote|url|img|video|audio|b|i|u"


# "no need to use <p> or <br> tags"
_SPOKEN_OF = expression(r"(?:,? (?:and|or) <[a-z0-9]{1,10} ?/?>)? (?:tag|element)s?\b")


@cache
def _tag() -> re.Pattern[str]:
    return compiled(
        rf"<(?:/(?:{_BLOCK}|{_INLINE}|iframe)>"
        rf"|(?:{_BLOCK}) ?/?>"
        rf'|(?:{_BLOCK}|{_INLINE}|img|iframe)(?:\s[a-z-]+ ?=(?!"")[^<>]{{1,300}})/?>'
        rf"|(?:{_INLINE})>(?=[^<>]{{0,300}}</))"
    )


@cache
def _forum_tag() -> re.Pattern[str]:
    return compiled(rf"\[(?:/(?:{_FORUM})\]|(?:{_FORUM})(?:[ =][^\[\]\n]{{1,200}})?\](?=[^\[\]]{{0,400}}\[/))")


# A paragraph that is a style sheet or a script: "a.more:hover {color:red;}", "googletag.cmd.push(function() { … });"
@cache
def _style() -> re.Pattern[str]:
    return compiled(
        r"(?:[.#@*]?[a-z][\w.#@:()>*+~ ,=\"-]{0,160}?\{\s*(?:[a-z-]{2,30} ?:[^{};]{1,120};|[.#@a-z][^{};]{1,160}\{\s*[a-z-]{2,30} ?:))"
        r"|(?:\(?function ?\w{0,30}\(|(?:window|document|googletag|jQuery)[.\[(]|\$\(|(?:var|let|const) \w+ ?= ?)[^\n]{0,400}[({\[=]"
    )


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if "{" in text:
        for block in document.blocks:
            if (
                block.kind == "paragraph"
                and text.endswith(_CODE_ENDS, *block.span)
                and text.find("{", *block.span) >= 0
                and _style().match(text, *block.span)
            ):
                yield Match(block.span, suggestions=("",), slots={"is": "is a part of the page's code"})
    if "<" in text:
        for found in _tag().finditer(text):
            if _SPOKEN_OF.match(text, found.end()) is None:
                yield Match(Span(*found.span()), suggestions=("",), slots=_TAG)
    if "[/" in text:
        for found in _forum_tag().finditer(text):
            yield Match(Span(*found.span()), suggestions=("",), slots=_TAG)


RULE = Rule(
    summary="A tag of HTML or of a forum, a style sheet or a script in the text.",
    why="When a page is turned into text and a tag or a style sheet survives, the reader sees it.",
    message="'{match}' {is}, and not text: delete it.",
    fix="unsafe",
    check=check,
    gate=Gate(texts=("<", "[/", "{")),
    examples=(
        Example(
            bad="The vote was close.<mark><br /></mark> Nobody left before the end.",
            good="The vote was close. Nobody left before the end.",
        ),
        Example(bad="It was <mark><em></mark>close<mark></em></mark>, she said.", good="It was close, she said."),
        Example(bad="<mark>[b]</mark>Close<mark>[/b]</mark>, it was said to be.", good="Close, it was said to be."),
        Example(
            bad="The vote was close.\n\n<mark>a.more:hover {background:#fff!important;} @media screen { #box { width:9px; }}</mark>"
            "\n\n<mark>googletag.cmd.push(function() { googletag.display('ad'); });</mark>\n\nNobody left.",
            why="What a page is dressed with.",
        ),
        Example(
            good="Write a {name: value} pair, or var {x}.\n\nThe set {1, 2; 3}",
            why="Brackets that are no code of a page.",
        ),
        Example(good="There is no need to use <p> or <br> tags here.", why="Tags that are spoken of."),
        Example(
            good="Shares of <Hill & Sons> and of <B> rose, and if a < b and b > c it failed. A film [a comedy].",
            why="Angle brackets that are no tags.",
        ),
    ),
)
