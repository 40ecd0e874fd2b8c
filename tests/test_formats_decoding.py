"""Bytes -> text."""

from __future__ import annotations

import codecs

import pytest

from copylint.formats import Decoded, FormatError, decode, encode

PROSE = "The ferry sailed — late.\r\nNobody minded 🚢.\r"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", Decoded("", "utf-8", b""), id="nothing"),
        pytest.param(codecs.BOM_UTF8, Decoded("", "utf-8", codecs.BOM_UTF8), id="a mark alone"),
        pytest.param(PROSE.encode(), Decoded(PROSE, "utf-8", b""), id="utf-8"),
        pytest.param(PROSE.encode("utf-8-sig"), Decoded(PROSE, "utf-8", codecs.BOM_UTF8), id="utf-8 with mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + PROSE.encode("utf-16-le"),
            Decoded(PROSE, "utf-16-le", codecs.BOM_UTF16_LE),
            id="utf-16 little",
        ),
        pytest.param(
            codecs.BOM_UTF16_BE + PROSE.encode("utf-16-be"),
            Decoded(PROSE, "utf-16-be", codecs.BOM_UTF16_BE),
            id="utf-16 big",
        ),
        pytest.param(
            codecs.BOM_UTF32_LE + PROSE.encode("utf-32-le"),
            Decoded(PROSE, "utf-32-le", codecs.BOM_UTF32_LE),
            id="utf-32 little",
        ),
        pytest.param(
            codecs.BOM_UTF32_BE + PROSE.encode("utf-32-be"),
            Decoded(PROSE, "utf-32-be", codecs.BOM_UTF32_BE),
            id="utf-32 big",
        ),
        pytest.param("a\ufeffb".encode(), Decoded("a\ufeffb", "utf-8", b""), id="a mark within is a character"),
        pytest.param(b"\x1b[31mred\x1b[0m", Decoded("\x1b[31mred\x1b[0m", "utf-8", b""), id="terminal escapes"),
    ],
)
def test_text(data: bytes, expected: Decoded) -> None:
    decoded = decode(data)
    assert decoded == expected
    assert encode(decoded.text, decoded) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(
            b"One.\r\nTwo.\rIt\x92s late.\n",
            "byte 0x92 at line 3 is not UTF-8; it looks like Windows-1252: save it as UTF-8",
            id="cp1252",
        ),
        pytest.param(
            b"One.\n\x8d\xe4 two\n",
            "byte 0x8D at line 2 is not UTF-8: save the file as UTF-8",
            id="another code page",
        ),
        pytest.param(
            "One.\nTwo…".encode()[:-1],
            "the text breaks off in the middle of a UTF-8 character, at line 2: the file is cut short",
            id="cut short",
        ),
        pytest.param(
            b"a\n\xed\xa0\x80",
            "the bytes at line 2 are half of a surrogate pair, which UTF-8 does not allow",
            id="half of a pair",
        ),
        pytest.param(b"a\nb\0c", "this is not text: there is a NUL byte at line 2", id="a NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is a PNG image, not text", id="png"),
        pytest.param(b"%PDF-1.7\nwords\n", "this is a PDF document, not text", id="pdf"),
        pytest.param(b"{\\rtf1 words}", "this is a Rich Text document, not text", id="rtf"),
        pytest.param(
            b"PK\x03\x04\x14\0\x06\0",
            "this is a ZIP archive (a .docx or .odt document is one), not text",
            id="docx",
        ),
        pytest.param(
            "One. Two. Three.".encode("utf-16-le"),
            "this looks like UTF-16 (little endian) without a byte order mark: save it as UTF-8",
            id="utf-16 without mark",
        ),
        pytest.param(
            "One. Two. Three.".encode("utf-16-be"),
            "this looks like UTF-16 (big endian) without a byte order mark: save it as UTF-8",
            id="utf-16 big without mark",
        ),
        pytest.param(
            "One. Two. Three.".encode("utf-32-le"),
            "this looks like UTF-32 without a byte order mark: save it as UTF-8",
            id="utf-32 without mark",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"a\0b",
            "the UTF-16 text breaks off in the middle of a character, at byte 4",
            id="utf-16 cut short",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"a\0\n\0\0\0",
            "this is not text: there is a NUL character at line 2",
            id="utf-16 NUL",
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"\x00\xdca\0",
            "the file begins with a UTF-16 byte order mark, but byte 2 is not UTF-16 (illegal encoding)",
            id="utf-16 with half of a pair",
        ),
        pytest.param(
            bytes(range(1, 256)) * 4,
            "this is not text: 9 of 100 bytes are control characters",
            id="binary",
        ),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        decode(data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<META http-equiv=Content-Type content='text/html; charset=Windows-1252'>", "cp1252"),
        ('<?xml version="1.0" encoding="ISO-8859-15"?>', "iso8859-15"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_declares(declared: str, encoding: str) -> None:
    page = f"{declared}<p>The quay cost 5\u20ac, caf\u00e9 and all.</p>"
    data = page.encode(encoding)
    assert decode(data) == Decoded(page, encoding, b"")
    assert encode(page, decode(data)) == data
    assert encode("caf\u00e9 \u2603", decode(data)) == b"caf\xe9 &#9731;"


def test_a_page_in_utf_8_is_read_as_such_whatever_it_declares() -> None:
    page = '<meta charset="iso-8859-1"><p>caf\u00e9</p>'
    assert decode(page.encode()) == Decoded(page, "utf-8", b"")


@pytest.mark.parametrize(
    "data",
    [
        b'<meta charset="utf-8"><p>caf\xe9</p>',
        b'<meta charset="koi8-r"><p>caf\xe9</p>',
        b'<meta charset="iso-8859-1"><p>\x81</p>',
        b"<!--" + b" " * 1024 + b'--><meta charset="iso-8859-1"><p>caf\xe9</p>',
    ],
    ids=["another", "unknown", "undefined byte", "too late"],
)
def test_a_page_that_declares_nothing_of_use_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError, match="is not UTF-8"):
        decode(data)
