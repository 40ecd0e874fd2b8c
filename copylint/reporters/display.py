"""How text stands on a terminal: its width in columns, and a line cut round a fault."""

from __future__ import annotations

from copylint.document import Excerpt
from copylint.expressions import expression
from copylint.memo import cache
from copylint.reporters.harmless import visible
from copylint.values import NamedTuple

_TAB = 4
_JAMO = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF))  # Hangul vowels and finals, drawn into the syllable before them
_JOINER, _EMOJI_FORM = "\u200d", "\ufe0f"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_WORD_END_WITHIN = 20  # columns given up so that a line is cut between words
# Letters of the West and the marks of print, each of one column: what nearly all copy is.
_NARROW = expression(r"[\x00-\u02ff‐-‧‰-⁞€]*+")


class Shown(NamedTuple):
    """A fault in its line: the line in three parts; in columns, where the caret begins and how long it is."""

    before: str
    marked: str
    after: str
    caret: int
    length: int


def width(text: str) -> int:
    """The number of columns that the text takes."""
    return len(text) if text.isascii() or _is_narrow(text) else sum(widths(text))


def widths(text: str) -> list[int]:
    """The number of columns of each character: 0 for what combines or joins, 2 for what is wide."""
    if _JOINER not in text and _EMOJI_FORM not in text and max(text) < _SKIN_TONES[0]:
        return [_columns(character) for character in text]
    found: list[int] = []
    base = 0  # the width of the last character that took any room
    joined = False
    for character in text:
        if character == _JOINER:
            joined = base == 2
            found.append(0)
            continue
        if character == _EMOJI_FORM:  # makes a narrow sign a wide emoji
            columns = 1 if base == 1 else 0
            base += columns
        elif joined or (base == 2 and _SKIN_TONES[0] <= character <= _SKIN_TONES[1]):
            columns = 0
        else:
            columns = _columns(character)
            base = columns or base
        joined = False
        found.append(columns)
    return found


def _is_narrow(text: str) -> bool:
    return text.isascii() or _NARROW.fullmatch(text) is not None


@cache
def _columns(character: str) -> int:
    from unicodedata import category, east_asian_width

    code = ord(character)
    if code < 0x300:
        return 1
    if category(character) in ("Mn", "Me", "Cf") or any(first <= code <= last for first, last in _JAMO):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def show(excerpt: Excerpt, limit: int) -> Shown:
    """The first line of a fault, harmless, with its tabs expanded, cut round the fault to `limit` columns."""
    marked, *more = excerpt.marked.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    before = _expanded(visible(excerpt.before, keep="\t"), "")
    marked = _expanded(visible(marked, keep="\t"), before)
    after = "" if more else _expanded(visible(excerpt.after, keep="\t"), before + marked)
    if not excerpt.cut_before:
        before = before.lstrip(" ")
    after = after.rstrip(" ")
    cut_after = excerpt.cut_after or any(more)
    # Nearly all lines are narrow: to look once at a whole one is quicker than at each of its parts.
    narrow = _is_narrow(before + marked + after)
    columns = len if narrow else width
    wide_before, wide_marked, wide_after = columns(before), columns(marked), columns(after)
    if not (excerpt.cut_before or cut_after) and wide_before + wide_marked + wide_after <= limit:
        return Shown(before, marked, after, wide_before, max(1, wide_marked))

    room = max(limit - 4, 8)  # both ellipses with their spaces
    if wide_marked > room:
        marked, after, cut_after = _head(marked, room, narrow), "", True
        wide_marked, wide_after = columns(marked), 0
    room -= wide_marked
    left = min(wide_before, max(room // 2, room - wide_after))
    right = min(wide_after, room - left)
    if excerpt.cut_before or left < wide_before:
        before = _from_word(_tail(before, left, narrow))
    if cut_after or right < wide_after:
        after = _to_word(_head(after, right, narrow))
    return Shown(before, marked, after, columns(before), max(1, wide_marked))


def shorten(text: str, limit: int) -> str:
    """The text, made harmless, in at most `limit` columns."""
    text = visible(text)
    return text if width(text) <= limit else _head(text, limit - 1, _is_narrow(text)) + "…"


def _expanded(text: str, behind: str) -> str:
    """The text with spaces for its tabs. behind: what stands before it in the line."""
    if "\t" not in text:
        return text
    column = width(behind)
    pieces: list[str] = []
    for index, piece in enumerate(text.split("\t")):
        if index:
            gap = _TAB - column % _TAB
            pieces.append(" " * gap)
            column += gap
        pieces.append(piece)
        column += width(piece)
    return "".join(pieces)


def _head(text: str, limit: int, narrow: bool) -> str:
    if narrow:
        return text[: max(limit, 0)]
    room = limit
    for index, columns in enumerate(widths(text)):
        room -= columns
        if room < 0:
            return text[:index]
    return text


def _tail(text: str, limit: int, narrow: bool) -> str:
    if narrow:
        return text[max(len(text) - limit, 0) :]
    room = limit
    columns = widths(text)
    for index in range(len(text) - 1, -1, -1):
        room -= columns[index]
        if room < 0:
            start = index + 1
            while start < len(text) and columns[start] == 0:  # a combining mark has lost its base
                start += 1
            return text[start:]
    return text


def _from_word(text: str) -> str:
    space = text.find(" ")
    if 0 <= space <= _WORD_END_WITHIN:
        return "… " + text[space + 1 :].lstrip(" ")
    return "…" + text


def _to_word(text: str) -> str:
    space = text.rfind(" ")
    if space >= 0 and len(text) - space <= _WORD_END_WITHIN:
        return text[:space].rstrip(" ") + " …"
    return text + "…" if text else " …"
