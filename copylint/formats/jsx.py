"""What MDX adds to Markdown: imports and exports, expressions in braces, components. None of it is prose.

Masked at the same length, as `templates` does it, so that a parser of Markdown can read the rest: a component that has
its lines to itself is a blank line, so that what it encloses is Markdown; a comment becomes one of HTML.
"""

from __future__ import annotations

from bisect import bisect_right

from copylint.document import Comment, Span
from copylint.expressions import MULTILINE, expression
from copylint.formats.html_elements import OBJECTS, RAW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copylint.formats.templates import Hole

_LONGEST = 4_000  # code points; braces that are farther apart are prose
_LONGEST_MODULE = 50_000  # of a statement: it may hold a table
_NEAR = 200  # code points before something in which white space is looked for
# A fence of code, code in a line, an escape; an import or export where a block may begin; a brace.
_TOKEN = expression(
    r"^[ \t>]*+(?P<fence>`{3,}+(?![^\n]*`)|~{3,}+)|(?P<ticks>`++)|\\[^\n]|(?P<brace>[{}])"
    r"|^(?:import[ \t]++(?:[\"'{*]|[\w$]++[ \t]*+(?:,|from\b))"
    r"|export[ \t]++(?:default|const|let|var|function|async|class|[{*]))",
    MULTILINE,
)
_TICKS = expression("`+")
_BLANK_LINE = expression(r"\n[ \t\r]*+(?=\n)")
_INDENT = expression(r"[ \t\r]*+(?:\n[ \t\r]*+(?=\n))*+\n([ \t]*+)(?=\S)")
_BRACKET = expression(r"[\[\](){}]")
# A tag: nothing between angle brackets is the fragment.
_TAG = expression(r"</?+(?:(?P<name>[A-Za-z][\w.-]*+)(?:[^<>\"']|\"[^\"]{0,2000}+\"|'[^']{0,2000}+')*+)?+>")
# A space that is written out; one that the parser knows has room in a reference of as many characters.
_SPACE = expression(r"\{ ?([\"'`]) {1,2}\1 ?\}")
_NO_PROSE = OBJECTS | RAW  # a component that is named like one of these is taken for it
# Elements of HTML that are no more than a frame: to MDX, what stands within is Markdown, without a blank line too.
_FRAMES = frozenset("article center details div p section span".split())
_ITEM = "- ##"  # an empty heading in an item of a list: what is set in below it is of that item, and no code
_NOT_BREAK = expression(r"[^\r\n]")
_BEFORE_ALONE = expression(r"[ \t>]*+")
_AFTER_ALONE = expression(r"[ \t\r]*+(?=\n|\Z)")


def without_jsx(text: str) -> tuple[str, list[Hole], list[Comment]]:
    """The text as Markdown, at the same length; the expressions that stand in a line; the comments."""
    statements, pairs = _found(text)
    holes: list[Hole] = []
    comments: list[Comment] = []
    masks: list[tuple[int, int, str]] = [(start, end, _blank(text[start:end])) for start, end in statements]
    for start, end in pairs:
        written = text[start:end]
        if written.startswith("{/*") and written.endswith("*/}") and len(written) > len("<!--->"):
            comments.append(Comment(written[3:-3], Span(start, end)))
            masks.append((start, end, "<!--" + _NOT_BREAK.sub("x", written[4:-3]) + "-->"))
        elif _is_alone(text, start, end):
            masks.append((start, end, _blank(written)))
        elif _SPACE.fullmatch(written):
            masks.append((start, end, "&#" + "32;".rjust(len(written) - 2, "0")))
        else:
            masks.append((start, end, "x" * len(written)))
            holes.append((start, end))
    masks.sort()
    text = _masked(text, masks)
    return _masked(text, list(_tags(text, holes))), holes, comments


def _found(text: str) -> tuple[list[Hole], list[Hole]]:
    """The statements of a module, and the outermost pairs of braces that belong together, outside code."""
    statements: list[Hole] = []
    pairs: list[Hole] = []
    opened: list[int] = []
    ends_of_ticks: dict[int, list[int]] = {}  # the ends of the runs of backticks of this block, by their length
    block_end = -1
    whole = True  # no statement yet whose brackets are never closed
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        if fence := match["fence"]:
            position = _fence_end(text, position, fence)
        elif ticks := match["ticks"]:
            if position > block_end:
                blank = _BLANK_LINE.search(text, position)
                block_end = len(text) if blank is None else blank.start()
                ends_of_ticks = {}
                for run in _TICKS.finditer(text, position, block_end):
                    ends_of_ticks.setdefault(run.end() - run.start(), []).append(run.end())
            ends = ends_of_ticks.get(len(ticks), ())
            closing = bisect_right(ends, position)
            if closing < len(ends):
                position = ends[closing]
        elif match["brace"] == "{":
            opened.append(match.start())
        elif match["brace"]:
            if opened:
                start = opened.pop()
                if position - start <= _LONGEST:
                    while pairs and pairs[-1][0] > start:
                        pairs.pop()
                    pairs.append((start, position))
        elif match.group()[0] in "ie" and _may_begin(text, match.start()):
            end, whole = _statement_end(text, match.start(), whole)
            statements.append((match.start(), end))
            position = end
    return statements, pairs


def _fence_end(text: str, start: int, fence: str) -> int:
    """Where the lines end that a fence opens."""
    line = text.find("\n", start)
    while line >= 0:
        end = text.find("\n", line + 1)
        written = text[line + 1 : end if end >= 0 else len(text)].strip(" \t>\r")
        if written.startswith(fence) and not written.strip(fence[0]):
            return end if end >= 0 else len(text)
        line = end
    return len(text)


def _may_begin(text: str, start: int) -> bool:
    """Whether a block begins here: at the start, or behind a blank line."""
    before = text[max(start - _NEAR, 0) : start]
    kept = before.rstrip()
    return not kept or before.count("\n", len(kept)) > 1


def _statement_end(text: str, start: int, whole: bool) -> tuple[int, bool]:
    """The end of a statement: the first blank line at which its brackets are closed, or, if they never are, the first
    blank line; and whether they are. whole: whether it is worth looking."""
    depth, position, first = 0, start, -1
    while True:
        blank = _BLANK_LINE.search(text, position)
        end = len(text) if blank is None else blank.end()
        if first < 0:
            first = end
        if not whole:
            return first, False
        depth += sum(1 if bracket in "[({" else -1 for bracket in _BRACKET.findall(text, position, end))
        if depth <= 0:
            return end, True
        if blank is None or end - start > _LONGEST_MODULE:
            return first, False
        position = end


def _tags(text: str, holes: list[Hole]) -> Iterator[tuple[int, int, str]]:
    """What is written for tags that are no HTML; the expressions within tags are no longer holes."""
    within: set[Hole] = set()
    ahead = iter(holes)
    hole = next(ahead, None)
    for match in _TAG.finditer(text):
        start, end = match.span()
        while hole is not None and hole[0] < start:
            hole = next(ahead, None)
        written = match.group()
        while hole is not None and hole[1] <= end:
            within.add(hole)
            # An attribute with a value that is none is one without, if the sign goes too.
            low = hole[0] - start
            written = written[:low].rstrip("=").ljust(hole[1] - start) + written[hole[1] - start :]
            hole = next(ahead, None)
        name = match["name"]
        frame = name is None or name in _FRAMES or _is_own(name) or _BLANK_LINE.search(written)
        if frame and _is_alone(text, start, end):
            mark = _ITEM if _is_set_in(text, start, end) else ""
            written = mark + _blank(written[len(mark) :])
        elif name is not None and _is_own(name) and name.lower() not in _NO_PROSE:
            # A name with a hyphen is that of an element which is not known; one without might be a word.
            plain = name.replace(".", "-").replace("_", "-")
            written = written.replace(name, plain[:-1] + "-" if len(plain) > 1 else plain, 1)
        if written != match.group():
            yield start, end, written
    if within:
        holes[:] = [one for one in holes if one not in within]


def _is_own(name: str) -> bool:
    """Whether a tag has the name of a component or of a custom element."""
    return not name.islower() or "-" in name


def _is_set_in(text: str, start: int, end: int) -> bool:
    """Whether what a tag encloses is set in so far that it would be code to Markdown; MDX has no such code."""
    if end - start < len(_ITEM) or text.startswith("/", start + 1) or text[end - 2] == "/":
        return False
    match = _INDENT.match(text, end)
    if match is None:
        return False
    own = start - text.rfind("\n", max(start - _NEAR, 0), start) - 1
    return len(match[1].expandtabs(4)) >= max(4, own + 2)


def _masked(text: str, masks: list[tuple[int, int, str]]) -> str:
    """masks: in order, one behind the other."""
    parts, done = [], 0
    for start, end, mask in masks:
        if start >= done:
            parts += [text[done:start], mask]
            done = end
    return "".join([*parts, text[done:]])


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch has its lines to itself."""
    near = max(start - _NEAR, 0)
    line = text.rfind("\n", near, start)
    if line < 0 < near:
        return False
    return bool(_BEFORE_ALONE.fullmatch(text, max(line + 1, 0), start) and _AFTER_ALONE.match(text, end))


def _blank(written: str) -> str:
    return _NOT_BREAK.sub(" ", written)
