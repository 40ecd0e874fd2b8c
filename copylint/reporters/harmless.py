"""Untrusted text made harmless: control characters, terminal escapes and bidirectional controls are shown."""

from __future__ import annotations

from copylint.memo import cache

# What changes the look of the text around it, or cannot be written: C1 and bidirectional controls, line
# and paragraph separators, deprecated format characters, the byte order mark, annotation marks, surrogates.
_HOSTILE = (
    (0x80, 0x9F),
    (0x61C, 0x61C),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2066, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
)


class _Shown(dict[int, str]):
    """What to show for a code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        if code < 0x20:
            shown = chr(0x2400 + code)
        elif code == 0x7F:
            shown = "\u2421"
        elif any(first <= code <= last for first, last in _HOSTILE):
            shown = f"\\u{{{code:x}}}"
        else:
            shown = chr(code)
        self[code] = shown
        return shown


@cache
def _table(keep: str) -> _Shown:
    return _Shown((ord(character), character) for character in keep)


def visible(text: str, keep: str = "") -> str:
    """The text with every control character as its symbol (␛) and every other hostile one as \\u{202e}.

    keep: control characters to leave as they are.
    """
    return text if text.isprintable() else text.translate(_table(keep))


def path_text(path: str) -> str:
    """A path as text: bytes of a file name that are not UTF-8 are backslash-escaped."""
    if path.isprintable():  # a surrogate is not
        return path
    try:
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        return path.encode("utf-8", "backslashreplace").decode()
