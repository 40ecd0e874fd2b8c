"""Makes the files that nobody should hand to a linter and somebody will. None of them is committed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple


class Bad(NamedTuple):
    """A hostile file: its name, how to make it, and what is promised for it.

    `make` takes a size: 1.0 is what the file is meant to be, less a smaller one of the same kind. `codes`: the exit
    codes that are honest. `says`: what the report must tell, where it must tell something.
    """

    name: str
    make: Callable[[float], bytes]
    codes: tuple[int, ...] = (0, 1)
    says: str = ""

    @property
    def id(self) -> str:
        return self.name


REFUSED = (2,)

_STORY = "The minister met the the envoy on Monday. “We agreed,” she said.\n"
_FORMS = "One\u00a0ship, a co\u200boperation, a re\u00adentry, a co\u2011operation of cafe\u0301s and caf\u00e9s.\n"


def _fixed(data: bytes | str) -> Callable[[float], bytes]:
    return lambda size: data.encode() if isinstance(data, str) else data


def _times(part: str, number: int, before: str = "", after: str = "") -> Callable[[float], bytes]:
    return lambda size: (before + part * int(number * size) + after).encode()


def _png(size: float) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
    )


def _random(size: float) -> bytes:
    state, out = 12345, bytearray()
    for _ in range(int(100_000 * size)):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(state >> 16 & 0xFF)
    return bytes(out)


def _entity_bomb(size: float) -> bytes:
    lines = ['<!DOCTYPE b [<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    return ("\n".join(lines) + "]>\n<p>&a11; and so the the end.</p>\n").encode()


def _yaml_bomb(size: float) -> bytes:
    lines = ["a0: &a0 [ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return ("---\n" + "\n".join(lines) + "\ntitle: *a11\n---\n\nSo the the end.\n").encode()


ENCODINGS = (
    Bad("empty.txt", _fixed(b""), (0,)),
    Bad("bom-only.txt", _fixed(b"\xef\xbb\xbf"), (0,)),
    Bad("bom-only-16.txt", _fixed(b"\xff\xfe"), (0,)),
    Bad("utf-8-bom.txt", _fixed(_STORY.encode("utf-8-sig")), (1,), ":1:18: "),
    Bad("utf-16-le-bom.txt", _fixed(b"\xff\xfe" + _STORY.encode("utf-16-le")), (1,), ":1:18: "),
    Bad("utf-16-be-bom.txt", _fixed(b"\xfe\xff" + _STORY.encode("utf-16-be")), (1,), ":1:18: "),
    Bad("utf-16-le.txt", _fixed(_STORY.encode("utf-16-le")), REFUSED, "UTF-16"),
    Bad("utf-16-be.txt", _fixed(_STORY.encode("utf-16-be")), REFUSED, "UTF-16"),
    Bad("utf-16-odd.txt", _fixed(b"\xff\xfe" + _STORY.encode("utf-16-le")[:-1]), REFUSED, "breaks off"),
    Bad("utf-32-bom.txt", _fixed(b"\xff\xfe\0\0" + _STORY.encode("utf-32-le")), (1,), ":1:18: "),
    Bad("utf-32.txt", _fixed(_STORY.encode("utf-32-be")), REFUSED, "UTF-32"),
    Bad("cp1252.txt", _fixed(_STORY.encode("cp1252")), REFUSED, "Windows-1252"),
    Bad("truncated.txt", _fixed(_STORY.encode().rstrip(b"\n. dias") + b"\xe2\x80"), REFUSED, "cut short"),
    Bad("surrogate.txt", _fixed(b"Half a \xed\xa0\xbd pair.\n"), REFUSED, "surrogate"),
    Bad("nul.txt", _fixed(b"One\0two.\n"), REFUSED, "NUL"),
    Bad("nuls.txt", _fixed(b"\0" * 100_000), REFUSED, "not text"),
    Bad("random.txt", _random, REFUSED, "not"),
    Bad("picture.txt", _png, REFUSED, "PNG"),
    Bad("zip.md", _fixed(b"PK\x03\x04" + b"\x14\0" * 500), REFUSED, "ZIP"),
)
LINES = (
    Bad("cr-only.txt", _fixed("One.\r\rSo the the end.\r"), (1,), ":3:4: "),
    Bad("mixed-ends.txt", _fixed("One.\r\n\nTwo\u2028three\x85four\x0bfive\x0csix.\r\rSo the the end.\n"), (1,)),
    Bad("no-final-newline.txt", _fixed("So the the"), (1,)),
    Bad("newlines.txt", _times("\n", 1_000_000)),
    Bad("newlines-cr.md", _times("\r", 1_000_000)),
    Bad("tiny-lines.txt", _times("a\n", 500_000), (0, 1, 2)),
    Bad("tiny-paragraphs.txt", _times("a\n\n", 100_000), (0, 1, 2)),
    Bad("spaces.txt", _times(" ", 1_000_000)),
    Bad("spaces-within.txt", _times(" ", 1_000_000, "One", "two.")),
    Bad("tabs.md", _times("\t", 1_000_000, "One", "two.")),
    Bad("long-line.txt", _times("The envoy met them on Monday and left. ", 256_000)),
    Bad("long-line.md", _times("The envoy met them on Monday and left. ", 50_000)),
    Bad("long-line.html", _times("The envoy met them on Monday and left. ", 50_000)),
    Bad("long-word.txt", _times("a", 5_000_000)),
    Bad("long-word.md", _times("a", 5_000_000)),
    Bad("long-word-cap.txt", _times("A", 5_000_000)),
    Bad("long-figure.txt", _times("7", 1_000_000, "It rose to $", " by 5%.")),
    Bad("long-figure-commas.txt", _times("777,", 300_000, "It rose to £", "000 from 1.")),
)
MARKS = (
    Bad("open-quotes.txt", _times("“", 200_000)),
    Bad("open-quotes-words.txt", _times("“one ", 200_000)),
    Bad("close-quotes.txt", _times("one” ", 200_000)),
    Bad("straight-quotes.txt", _times('"', 200_000)),
    Bad("straight-quotes-words.txt", _times('one "two ', 100_000)),
    Bad("quotes-and-said.txt", _times("“One,” he said, ", 30_000)),
    Bad("apostrophes.txt", _times("'", 200_000)),
    Bad("apostrophes-words.txt", _times("'one two' ", 100_000)),
    Bad("single-quotes.txt", _times("‘one ’two ", 100_000)),
    Bad("nested-quotes.txt", _times("“‘", 100_000, "", "one") ),
    Bad("paired-quotes.txt", lambda size: ("“" * int(1e5 * size) + "one" + "”" * int(1e5 * size)).encode()),
    Bad("brackets.txt", _times("(", 200_000)),
    Bad("brackets-nested.txt", lambda size: ("(" * int(1e5 * size) + "one" + ")" * int(1e5 * size)).encode()),
    Bad("brackets.md", _times("[", 200_000)),
    Bad("links.md", _times("[a](", 100_000)),
    Bad("images.md", _times("![", 100_000)),
    Bad("emphasis.md", _times("*a ", 200_000)),
    Bad("emphasis-nested.md", lambda size: ("*" * int(1e5 * size) + "one" + "*" * int(1e5 * size)).encode()),
    Bad("emphasis-mixed.md", _times("*a_b ", 100_000)),
    Bad("backticks.md", lambda size: " ".join("`" * n for n in range(int(1500 * size))).encode()),
    Bad("backticks.txt", _times("`", 200_000)),
    Bad("quote-depth.md", _times(">", 100_000, "", " one")),
    Bad("list-depth.md", lambda size: "".join(" " * 2 * n + "- a\n" for n in range(int(700 * size))).encode()),
    Bad("table.md", lambda size: ("|a" * 5000 + "|\n" + "|-" * 5000 + "|\n" + "|b|\n" * int(500 * size)).encode()),
    Bad("references.md", lambda size: "".join(f"[a{n}]: /u\n" for n in range(int(50_000 * size))).encode()),
    Bad("hyphen-chain.txt", _times("co-", 300_000, "", "operation")),
    Bad("hyphens.txt", _times("-", 1_000_000, "a", "b")),
    Bad("hyphen-words.txt", lambda size: " ".join(f"co-op{_word(n)}" for n in range(int(60_000 * size))).encode()),
    Bad("dashes.txt", _times(" – one", 100_000)),
    Bad("full-stops.txt", _times(".", 1_000_000, "One", " two")),
    Bad("stops-spaced.txt", _times(". ", 300_000, "One")),
    Bad("commas.txt", _times(",", 500_000)),
    Bad("initials.txt", _times("A.", 300_000)),
    Bad("capitals.txt", _times("One Two ", 100_000)),
    Bad("names.txt", lambda size: " ".join(f"Mr {_word(n).title()} spoke." for n in range(int(20_000 * size))).encode()),
    Bad("abbreviations.txt", lambda size: " ".join(f"Big Old Thing (BOT{_word(n).upper()})" for n in range(int(15_000 * size))).encode()),
    Bad("figures.txt", _times("It rose 10% to 66 from 60. ", 20_000)),
    Bad("figures-run.txt", _times("10% to 66 from 60 ", 30_000)),
    Bad("ages.txt", lambda size: " ".join(f"Ann {_word(n).title()}, {n % 90}, left." for n in range(int(20_000 * size))).encode()),
    Bad("dates.txt", _times("On Friday, 14 March 2026, ", 30_000)),
    Bad("ifs.txt", _times("he threatened to leave if they did not leave ", 10_000)),
    Bad("doubled.txt", _times("the ", 200_000)),
    Bad("same-sentence.txt", _times("The envoy met them all on Monday and left at once. ", 20_000)),
    Bad("same-paragraph.txt", _times("The envoy met them all on Monday and left at once.\n\n", 20_000)),
    Bad("ellipses.txt", _times("... ", 200_000)),
    Bad("entities.txt", _times("&amp;", 200_000)),
    Bad("mojibake.txt", _times("â€™", 200_000)),
    Bad("and-or.txt", _times("either ", 100_000, "", "and both of ")),
    Bad("between.txt", _times("between 5 ", 100_000, "", "to 10.")),
)  # fmt: skip
CHARACTERS = (
    Bad("combining.txt", _times("\u0301", 300_000, "a", " the the")),
    Bad("zwj.txt", _fixed("\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1f7 So the the end.\n"), (1,), ":1:13: "),
    Bad("zwj-chain.txt", _times("\U0001f469\u200d", 100_000)),
    Bad("flags.txt", _times("\U0001f1eb\U0001f1f7", 100_000)),
    Bad("bidi.txt", _fixed("She wrote \u202ethe the\u202c and \u2066left\u2069.\n")),
    Bad("hidden-in-words.txt", _fixed(_FORMS * 20), (0, 1)),
    Bad("zero-width.txt", _times("\u200b", 300_000, "One")),
    Bad("soft-hyphens.txt", _times("a\u00ad", 300_000)),
    Bad("no-break.txt", _times("a\u00a0", 300_000)),
    Bad("case.txt", _fixed("\u0130stanbul and \u0130STANBUL, \u017fay \ufb01rst, \uff34\uff28\uff25 the the, \u1e9e \u03c2.\n" * 9), (1,)),
    Bad("dotted-i.txt", _times("\u0130 the the ", 50_000), (1,)),
    Bad("private.txt", _times("\ue000\U0010fffd\ufffe ", 50_000)),
    Bad("replacement.txt", _times("\ufffc\ufffd ", 100_000)),
    Bad("controls.txt", _times("\x1b[31m\x07", 10, "Red the the ", "\x1b]0;owned\x07\x1b[2J end."), (1,)),
    Bad("commands.txt", _fixed("A\n\n::error file=x::owned the the %0A::warning::x\n"), (1,)),
    Bad("formula.txt", _fixed("=cmd|' /C calc'!A0 the the\n\n+1+1 the the\n\n@SUM(A1) the the.\n"), (1,)),
    Bad("script.txt", _fixed("<script>alert(1)</script> the the <img src=x onerror=alert(1)>\n"), (1,)),
)  # fmt: skip
MARKUP = (
    Bad("divs.html", _times("<div>", 100_000, "", "the the end")),
    Bad("divs-closed.html", lambda size: ("<div>" * int(1e5 * size) + "end" + "</div>" * int(1e5 * size)).encode()),
    Bad("bolds.html", _times("<b><i>", 50_000, "<p>")),
    Bad("misnested.html", _times("<b><p></b>", 30_000)),
    Bad("fonts.html", _times("<a><font>", 20_000)),
    Bad("tables.html", _times("<table><tr><td>", 20_000)),
    Bad("end-tags.html", _times("</p></b>", 100_000)),
    Bad("comments.html", _times("<!--", 50_000)),
    Bad("comments-open.md", _times("<!-- ", 50_000)),
    Bad("comments-many.html", _times("<!-- copylint-ignore -->", 20_000), (0, 1)),
    Bad("comments-many.md", _times("a <!-- copylint-ignore spacing -->\n\n", 10_000), (0, 1, 2)),
    Bad("tags.html", _times("<", 300_000)),
    Bad("tags.md", _times("<", 200_000)),
    Bad("tag-open.html", _times(" a", 300_000, "<p")),
    Bad("attribute-open.html", _times("a<p>", 300_000, '<p title="')),
    Bad("cdata.html", _times("<![CDATA[", 50_000)),
    Bad("declarations.html", _times("<!", 100_000)),
    Bad("instructions.html", _times("<?", 100_000)),
    Bad("scripts.html", _times("<script>", 50_000)),
    Bad("textareas.html", _times("<title>", 50_000)),
    Bad("ampersands.html", _times("&", 300_000)),
    Bad("references.html", _times("&#", 200_000)),
    Bad("huge-reference.html", _times("9", 300_000, "<p>&#", ";")),
    Bad("huge-reference.md", _times("9", 300_000, "&#", ";")),
    Bad("entity-bomb.html", _entity_bomb),
    Bad("xxe.html", _fixed('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<p>&x; the the</p>\n'), (1,)),
    Bad("yaml-bomb.md", _yaml_bomb, (0, 1, 2)),
    Bad("yaml-object.md", _fixed('---\ntitle: !!python/object/apply:os.system ["touch owned"]\n---\n\nSo the the end.\n'), (1, 2)),
    Bad("yaml-deep.md", _times("[", 20_000, "---\ntitle: ", "\n---\n\nText.\n"), (0, 1, 2)),
    Bad("yaml-deep-block.md", lambda size: ("---\n" + "".join(" " * n + "a:\n" for n in range(int(1500 * size))) + "---\n\nText.\n").encode(), (0, 1, 2)),
    Bad("yaml-long.md", _times("a: b\n", 50_000, "---\n", "---\n\nText.\n"), (0, 1, 2)),
    Bad("yaml-quote.md", _times("''", 200_000, "---\ntitle: '", "'\n---\n\nText.\n"), (0, 1, 2)),
    Bad("yaml-open.md", _times("a\n", 100_000, "---\n"), (0, 1, 2)),
    Bad("toml-deep.md", _times("[", 20_000, "+++\na = ", "\n+++\n\nText.\n"), (0, 1, 2)),
    Bad("toml-dotted.md", _times("a.", 20_000, "+++\n", "b = 1\n+++\n\nText.\n"), (0, 1, 2)),
    Bad("toml-number.md", _times("9", 50_000, "+++\na = ", "\n+++\n\nText.\n"), (0, 1, 2)),
    Bad("shortcodes.md", _times("{{< a ", 50_000)),
    Bad("shortcodes-percent.md", _times("{% ", 50_000)),
    Bad("dollars.md", _times("$a ", 100_000)),
    Bad("braces.mdx", _times("{a", 100_000)),
    Bad("components.mdx", _times("<A b={c}\n", 50_000)),
    Bad("exports.mdx", _times("export const a = {\n\n", 20_000)),
    Bad("fences.md", _times("```\n", 100_001)),
    Bad("footnotes.md", lambda size: "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(int(10_000 * size))).encode()),
)  # fmt: skip

FILES = (*ENCODINGS, *LINES, *MARKS, *CHARACTERS, *MARKUP)


def _word(number: int) -> str:
    """A word of letters for a number, no two alike."""
    letters = ""
    while True:
        number, rest = divmod(number, 24)
        letters += "abcdefghiklmnopqrstuvwyz"[rest]
        if not number:
            return letters
