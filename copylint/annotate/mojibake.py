"""Text that was read in the wrong encoding: where it stands, and what was meant."""

from __future__ import annotations

from copylint.annotate.words import not_ascii
from copylint.document import Document, Span, reading
from copylint.expressions import expression, places_of
from copylint.values import NamedTuple


class Misread(NamedTuple):
    """The places of garbled characters in order, and for each the text that was meant, or None if that is not known."""

    spans: tuple[Span, ...]
    meant: tuple[str | None, ...]


# What the bytes 0x80 to 0xBF of UTF-8 look like in Windows-1252; five of them it leaves as they are.
_CONTINUATION = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
LEADS = "ÂÃâðÄÅ"
SURE = ("\ufffd", *map(chr, range(0x80, 0xA0)))  # garbled, whatever they follow
_TRACES = frozenset((*LEADS, *SURE))
_GARBLED = expression(rf"(?:[{LEADS}][{_CONTINUATION}]{{1,3}})+|[\u0080-\u009f]+|\ufffd+|(?<=[a-z,.])Â(?= )")
_CLOSERS = "”’“‘»…–—"
_NOTHING = Misread((), ())


@reading
def misread(document: Document) -> Misread:
    """The garbled characters of the document."""
    text = document.text
    traces = not_ascii(document) & _TRACES
    if not traces:
        return _NOTHING
    spans, meanings = [], []
    end = 0
    # An expression would ask of each character whether it is one of these.
    for start in sorted([at for trace in traces for at in places_of(text, trace)]):
        found = _GARBLED.match(text, start) if start >= end else None
        if found is None:
            continue
        written, end = found.group(), found.end()
        if len(written) == 2 and written[1] in _CLOSERS and text[:start][-1:].isupper():
            continue  # a word in capitals that ends in Ã or Â, and the mark after it
        # A no-break space was misread, and is a plain one now behind the first of its two characters.
        meant = "" if written == "Â" else _meant(written)
        if meant is None and written == "â€":
            meant = "”"  # its last byte has no character in Windows-1252, and got lost
        if (
            meant is not None
            or written[0] == "\ufffd"
            or written.startswith("â€")
            or "\u0080" <= written[0] <= "\u009f"
        ):
            spans.append(Span(start, end))
            meanings.append(meant)
    return Misread(tuple(spans), tuple(meanings))


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
