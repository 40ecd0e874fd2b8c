"""Bytes -> text and back, exactly. What is not text is refused, with the reason; nothing is guessed. A page that is not
UTF-8 and declares an old Western encoding is read in that."""

from __future__ import annotations

from copylint.values import NamedTuple


class FormatError(ValueError):
    """A source that cannot be read; the text is a sentence that says why."""


class Decoded(NamedTuple):
    """A source as text, without its byte order mark and with its line ends as they are. `encode` needs the other two
    fields."""

    text: str
    encoding: str
    bom: bytes


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
_FIRST_OF_A_BOM = b"\xef\xff\x00\xfe"
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (a .docx or .odt document is one)"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
)
_MOSTLY_TEXT = ("a PDF document", "a Rich Text document")  # refused even where every byte of them is text
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})
_NOT_IN_1252 = b"\x81\x8d\x8f\x90\x9d"
_SAMPLE = 65536
_DECLARED_WITHIN = 1024  # bytes of a page, as browsers have it
# What a page calls it, and what it is: as browsers do, a page in Latin-1 is read as one in Windows-1252.
_DECLARED = {
    **dict.fromkeys(("windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii"), "cp1252"),
    "iso-8859-15": "iso8859-15",
}


def decode(data: bytes) -> Decoded:
    """The text of a file: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, Windows-1252 or Latin-9
    where a page declares it.

    Raises FormatError, with one sentence on what the file looks like and where, for everything else.
    """
    encoding, bom = "utf-8", b""
    if data[:1] and data[0] in _FIRST_OF_A_BOM:
        for mark, its_encoding, name in _BOMS:
            if data.startswith(mark):
                if name != "UTF-8":
                    return _decode_wide(data, its_encoding, mark, name)
                bom = mark
                break
    elif data[:1] in (b"%", b"{"):
        for signature, what in _SIGNATURES:
            if what in _MOSTLY_TEXT and data.startswith(signature):
                raise FormatError(f"this is {what}, not text")
    try:
        text = data.decode() if not bom else data[len(bom) :].decode()
    except UnicodeDecodeError as error:
        declared = _as_declared(data) if not bom else None
        if declared is None:
            raise FormatError(_why_not_utf8(data, len(bom) + error.start, error.reason)) from None
        text, encoding = declared
    if "\0" in text:
        raise FormatError(_why_not_text(data))
    return Decoded(text, encoding, bom)


def _as_declared(data: bytes) -> tuple[str, str] | None:
    """The text of a page in the encoding that it declares, and that encoding; None if it declares none of them."""
    import re  # seldom needed

    head = data[:_DECLARED_WITHIN]
    found = re.search(rb"<(?:meta|\?xml)\b[^>]*\b(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", head, re.IGNORECASE)
    encoding = _DECLARED.get(found.group(1).decode("ascii", "replace").lower()) if found else None
    if encoding is None:
        return None
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def encode(text: str, decoded: Decoded) -> bytes:
    """`text` as bytes in the encoding, and with the byte order mark, that `decoded` was read with. A page in an old
    encoding has character references for what that lacks."""
    return decoded.bom + text.encode(
        decoded.encoding, "strict" if decoded.encoding[:3] == "utf" else "xmlcharrefreplace"
    )


def _decode_wide(data: bytes, encoding: str, bom: bytes, name: str) -> Decoded:
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        at = len(bom) + error.start
        if error.reason == "truncated data" or error.reason == "unexpected end of data":
            raise FormatError(f"the {name} text breaks off in the middle of a character, at byte {at}") from None
        raise FormatError(
            f"the file begins with a {name} byte order mark, but byte {at} is not {name} ({error.reason})"
        ) from None
    if "\0" in text:
        line = _line(text, text.index("\0"))
        raise FormatError(f"this is not text: there is a NUL character at line {line}")
    return Decoded(text, encoding, bom)


def _why_not_utf8(data: bytes, at: int, reason: str) -> str:
    binary = _binary(data)
    if binary is not None:
        return binary
    line = _line_of_byte(data, at)
    byte = data[at]
    if reason == "unexpected end of data":
        return f"the text breaks off in the middle of a UTF-8 character, at line {line}: the file is cut short"
    if byte == 0xED and data[at + 1 : at + 2] >= b"\xa0":
        return f"the bytes at line {line} are half of a surrogate pair, which UTF-8 does not allow"
    sentence = f"byte 0x{byte:02X} at line {line} is not UTF-8"
    if _is_1252(data):
        return f"{sentence}; it looks like Windows-1252: save it as UTF-8"
    return f"{sentence}: save the file as UTF-8"


def _is_1252(data: bytes) -> bool:
    """True if every byte is defined in Windows-1252 and at most a third are beyond ASCII."""
    sample = data[:_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(0x80, 0x100))))
    return high * 3 <= len(sample) + 2 and not any(byte in data for byte in _NOT_IN_1252)


def _why_not_text(data: bytes) -> str:
    """Why data that holds a NUL is not text."""
    return _binary(data) or f"this is not text: there is a NUL character at line {_line_of_byte(data, data.index(0))}"


def _binary(data: bytes) -> str | None:
    """A sentence on what the data looks like if it is not text in UTF-8 or an eight-bit code page; otherwise None."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return f"this is {what}, not text"
    sample = data[: _SAMPLE - _SAMPLE % 4]
    nuls = sample.count(0)
    if nuls:
        wide = _wide(sample)
        if wide is not None:
            return f"this looks like {wide} without a byte order mark: save it as UTF-8"
        return f"this is not text: there is a NUL byte at line {_line_of_byte(data, data.index(0))}"
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 50 > len(sample):
        return f"this is not text: {controls * 100 // len(sample)} of 100 bytes are control characters"
    return None


def _wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 by where the NUL bytes are, if that is plain."""
    if len(sample) < 4:
        return None
    nuls = [sample[phase::4].count(0) * 4 / len(sample) for phase in range(4)]
    if min(nuls[1:]) > 0.9 > nuls[0] or min(nuls[:3]) > 0.9 > nuls[3]:
        return "UTF-32"
    if min(nuls[1], nuls[3]) > 0.5 and max(nuls[0], nuls[2]) < 0.1:
        return "UTF-16 (little endian)"
    if min(nuls[0], nuls[2]) > 0.5 and max(nuls[1], nuls[3]) < 0.1:
        return "UTF-16 (big endian)"
    return None


def _line_of_byte(data: bytes, at: int) -> int:
    before = data[:at]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + text.count("\r", 0, at) - text.count("\r\n", 0, at) + 1
