"""Writes paragraphs of prose as plain text, Markdown and HTML, so that each reads back as the same blocks.

A paragraph is a string without leading or trailing white space, with single spaces, and with at most single
line feeds, which stand for hard wraps. `choices` decides, place by place, what may be written in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from random import Random

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~$:&=^@\"'/,;?%]")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_NAMED = {
    "\u2014": "&mdash;",
    "\u2013": "&ndash;",
    "\u201c": "&ldquo;",
    "\u201d": "&rdquo;",
    "\u2018": "&lsquo;",
    "\u2019": "&#8217;",
    "\u00e9": "&eacute;",
    "\u00a0": "&nbsp;",
    '"': "&quot;",
    "'": "&#x27;",
}


def write_plain(paragraphs: Sequence[str], choices: Sequence[bool] = ()) -> str:
    """Plain text: paragraphs parted by blank lines. A choice puts one more blank line, or one with spaces."""
    choose = _choices(choices)
    parts: list[str] = []
    for paragraph in paragraphs:
        if parts:
            parts.append("\n\n" if not next(choose) else "\n \n\n")
        parts.append(paragraph)
    return "".join(parts) + ("\n" if next(choose) else "")


def write_markdown(paragraphs: Sequence[str], choices: Sequence[bool] = ()) -> str:
    """Markdown: whatever could be markup is escaped. A choice writes an entity, or emphasises a word."""
    choose = _choices(choices)
    return "\n\n".join(_markdown(paragraph, choose) for paragraph in paragraphs) + "\n"


def write_html(paragraphs: Sequence[str], choices: Sequence[bool] = ()) -> str:
    """HTML: a `p` a paragraph. A choice writes an entity, more white space, emphasis, no end tag."""
    choose = _choices(choices)
    parts = ["<!doctype html>\n<body>\n"]
    for paragraph in paragraphs:
        parts.append("<p>" if not next(choose) else '<p class="a>b">\n  ')
        parts.append(_html(paragraph, choose))
        parts.append("\n" if next(choose) else "</p>\n")
    return "".join(parts)


def _choices(choices: Sequence[bool]) -> Iterator[bool]:
    yield from choices
    yield from repeat(False)


def _markdown(paragraph: str, choose: Iterator[bool]) -> str:
    lines = []
    for line in paragraph.split("\n"):
        words = []
        for word in line.split(" "):
            written = "".join(_markdown_character(character, choose) for character in word)
            if word.isalpha() and next(choose):
                written = f"**{written}**"
            words.append(written)
        lines.append(" ".join(words))
    return "\n".join(lines)


def _markdown_character(character: str, choose: Iterator[bool]) -> str:
    if character in _NAMED and next(choose):
        return _NAMED[character]
    if character == "&":
        return "&amp;"
    return _MARKDOWN.sub(r"\\\g<0>", character)


def _html(paragraph: str, choose: Iterator[bool]) -> str:
    words = []
    for word in re.split(r"([ \n])", paragraph):
        if word == " ":
            words.append("  " if next(choose) else " ")
        elif word == "\n":
            words.append("\r\n\t" if next(choose) else "\n")
        else:
            written = "".join(
                _HTML.get(character) or (_NAMED[character] if character in _NAMED and next(choose) else character)
                for character in word
            )
            words.append(f"<em>{written}</em>" if word.isalpha() and next(choose) else written)
    return "".join(words)


def write_wrapped(
    paragraphs: Sequence[str], width: int, how: str, random: Random, *, indent: int = 0, between: str = "\n\n"
) -> str:
    """Plain text with hard-wrapped lines.

    how: `filled` (as many words a line as fit), `ragged` (lines break early here and there), `wild` (each line has
    a width of its own), `clauses` (lines break at commas and stops, and where the width ends) or `sentences` (each
    sentence begins a line). A paragraph begins with an indent, if there is one; `between` stands between two.
    """
    written = []
    for paragraph in paragraphs:
        lines = _wrapped(paragraph, width, how, random)
        written.append(" " * indent + "\n".join(lines))
    return between.join(written) + "\n"


def _wrapped(paragraph: str, width: int, how: str, random: Random) -> list[str]:
    lines = [""]
    room = width
    for word in paragraph.split(" "):
        line = lines[-1]
        ended = line.endswith((".", "?", "!", ".”"))
        if line and (
            len(line) + 1 + len(word) > room
            or (how == "ragged" and len(line) > width * 0.6 and random.random() < 0.15)
            or (how == "clauses" and len(line) > width // 3 and (ended or line.endswith(",")))
            or (how == "sentences" and ended)
        ):
            lines.append(word)
            room = random.randint(width // 3, width) if how == "wild" else width
        else:
            lines[-1] = f"{line} {word}".lstrip()
    return lines
