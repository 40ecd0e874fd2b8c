"""Text read in the wrong encoding: `â€™` for an apostrophe, `Ã©` for é, a character that was lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from copylint.document import Document, Span
from copylint.rule import Example, Match, NoOptions, Rule

# What the bytes 0x80 to 0xBF of UTF-8 look like in Windows-1252; five of them it leaves as they are.
_CONTINUATION = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LEADS = "ÂÃâðÄÅ"
_TRACES = (b"\xc2", b"\xef\xbf\xbd", *(lead.encode() for lead in _LEADS))
_CLOSERS = "”’“‘»…–—"


@cache
def _garbled() -> re.Pattern[str]:
    return re.compile(rf"(?:[{_LEADS}][{_CONTINUATION}]{{1,3}})+|[\u0080-\u009f]+|\ufffd+")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = document.text
    if text.isascii():
        return
    # Bytes are searched many times faster than ranges of characters.
    data = text.encode("utf-8", "surrogatepass")
    if not any(trace in data for trace in _TRACES):
        return
    for found in _garbled().finditer(text):
        written, start = found.group(), found.start()
        if len(written) == 2 and written[1] in _CLOSERS and text[:start][-1:].isupper():
            continue  # a word in capitals that ends in Ã or Â, and the mark after it
        meant = _meant(written)
        if meant is not None:
            yield Match(Span(*found.span()), suggestions=(meant,))
        elif written[0] == "\ufffd" or written.startswith("â€") or "\u0080" <= written[0] <= "\u009f":
            yield Match(Span(*found.span()))


def _meant(written: str) -> str | None:
    """The text whose bytes were misread, or None if there is none."""
    if "\u0080" <= written[0] <= "\u009f":
        decoded = _bytes(written).decode("cp1252", "replace")
        return None if "\ufffd" in decoded else decoded
    meant = None
    for _ in range(3):  # some text was misread more than once
        try:
            written = _bytes(written).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            break
        meant = written
    return meant


def _bytes(text: str) -> bytes:
    return b"".join(
        character.encode("latin-1") if character < "\u0100" else character.encode("cp1252") for character in text
    )


RULE = Rule(
    summary="Text that was read in the wrong encoding.",
    why="UTF-8 read as Windows-1252 turns an apostrophe into 'â€™' and é into 'Ã©'.",
    message="'{match}' is a character read in the wrong encoding: put back what was meant.",
    severity="error",
    fix="unsafe",
    check=check,
    examples=(
        Example(bad="The mayor<mark>â€™</mark>s car was late.", good="The mayor’s car was late."),
        Example(
            bad="They met in a caf<mark>Ã©</mark> in Orl<mark>Ã©</mark>ans.",
            good="They met in a café in Orléans.",
        ),
        Example(bad="It cost <mark>Â£</mark>5.", good="It cost £5."),
        Example(bad="The caf<mark>\ufffd</mark> was shut."),
        Example(good="At the café in São Paulo they ate pâté; “CAFÃ” and Âge were painted on the wall."),
    ),
)
