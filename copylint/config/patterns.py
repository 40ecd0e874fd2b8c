"""Patterns of paths as in .gitignore, and the file names that are never articles. Reads no files."""

from __future__ import annotations

from copylint.expressions import DOTALL, compiled, escape, expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

DEFAULT_EXCLUDE = (
    "LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "license.*", "licence.*", "License.*", "Licence.*",
    "requirements*.txt", "constraints*.txt", "robots.txt", "humans.txt", "security.txt", "ads.txt",
    "app-ads.txt", "CMakeLists.txt", "*.min.*",
)  # fmt: skip
"""Names of files that are no articles; a pattern `!NAME` in `exclude` takes one back."""


class Patterns:
    """Paths as .gitignore writes them, relative to a folder.

    Without a slash, but at its end, a pattern matches the name at any depth; else it starts at the folder. A
    slash at the end matches folders alone. A folder that matches, matches with all that is in it. `*` and `?`
    stay within a name, `**` spans folders. `!` takes back; the last pattern that matches decides. Raises
    ValueError for a pattern that cannot be meant.
    """

    __slots__ = ("_patterns",)

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns: list[tuple[bool, re.Pattern[str]]] = []
        run: list[str] = []
        sense = True
        for pattern in patterns:
            positive = not pattern.startswith("!")
            if positive is not sense:
                self._add(sense, run)
                run, sense = [], positive
            run.append(_translated(pattern if positive else pattern[1:]))
        self._add(sense, run)
        self._patterns.reverse()

    def _add(self, sense: bool, run: list[str]) -> None:
        if run:
            self._patterns.append((sense, compiled("|".join(run), DOTALL)))

    def verdict(self, path: str) -> bool | None:
        """True if a path matches (written with `/`; a folder ends in one), False if `!` takes it back, None
        otherwise."""
        for sense, pattern in self._patterns:
            if pattern.match(path):
                return sense
        return None


_EXCLUDED = expression("|".join(escape(pattern).replace(r"\*", ".*") for pattern in DEFAULT_EXCLUDE), DOTALL)
_BEGINNINGS = tuple([beginning for pattern in DEFAULT_EXCLUDE if (beginning := pattern.partition("*")[0])])
_INSIDE = ".min."  # of the one pattern that begins with anything


def excluded_by_default(name: str) -> bool:
    """Whether a file of this name, such as LICENSE, is not an article unless a configuration says so."""
    # Nearly no name has any of it, and to load the expression takes longer than to look at a hundred names.
    return (name.startswith(_BEGINNINGS) or _INSIDE in name) and _EXCLUDED.fullmatch(name) is not None


def _translated(pattern: str) -> str:
    """The regular expression of a pattern. It does not backtrack far: the first place where a part matches is
    taken for good, as no later part can want another."""
    if "{" in pattern and "}" in pattern:
        raise ValueError("braces stand for nothing here: write one pattern for each")
    only_folders = pattern.endswith("/")
    parts = pattern.removeprefix("./").strip("/").split("/")
    if ".." in parts:
        raise ValueError("a pattern stays below its folder: no '..'")
    if parts in ([""], ["."]):
        raise ValueError("an empty pattern matches nothing: write '**' for all")
    if "/" not in pattern.rstrip("/"):
        parts = ["**", *parts]
    runs: list[list[str]] = [[]]  # the names between one `**` and the next
    for part in parts:
        if part == "**":
            runs.append([])
        else:
            runs[-1].append(_name(part))
    end = "/" if only_folders else "(?:/|$)"
    whole = "".join(name + "/" for name in runs[0]) if len(runs) > 1 else "/".join(runs[0]) + end
    middle = [run for run in runs[1:-1] if run]
    whole += "".join(f"(?>(?:[^/]+/)*?{'/'.join(run)}/)" for run in middle)
    if len(runs) > 1:
        last = runs[-1]
        # At the end `**` alone wants something below the folder: any file if only files are meant.
        whole += f"(?:[^/]+/)*?{'/'.join(last)}{end}" if last else "[^/]+/" if only_folders else "[^/]"
    return f"(?:{whole})"


def _name(pattern: str) -> str:
    """The regular expression of a pattern for one name."""
    chunks, position = [""], 0
    while position < len(pattern):
        character = pattern[position]
        position += 1
        if character == "*":
            if chunks[-1] or len(chunks) == 1:
                chunks.append("")
        elif character == "?":
            chunks[-1] += "[^/]"
        elif character == "\\" and position < len(pattern):
            chunks[-1] += escape(pattern[position])
            position += 1
        elif character == "[" and (close := pattern.find("]", position + 1 + _negated(pattern, position))) > 0:
            negated = _negated(pattern, position)
            chunks[-1] += _class(pattern[position + negated : close], negated)
            position = close + 1
        else:
            chunks[-1] += escape(character)
    if len(chunks) == 1:
        return chunks[0]
    first, *middle, last = chunks
    inner = "".join(f"(?>[^/]*?{chunk})" for chunk in middle)
    return f"(?=[^/]){first}{inner}[^/]*{last}"


def _negated(pattern: str, position: int) -> bool:
    return pattern[position : position + 1] in ("!", "^")


def _class(inner: str, negated: bool) -> str:
    """The regular expression of a `[...]`, its marks aside. A range that runs backwards holds nothing."""
    members, position = "", 0
    while position < len(inner):
        if inner[position + 1 : position + 2] == "-" and position + 2 < len(inner):
            low, high = inner[position], inner[position + 2]
            members += f"{escape(low)}-{escape(high)}" if low <= high else ""
            position += 3
        else:
            members += escape(inner[position])
            position += 1
    if not members:
        return "[^/]" if negated else "(?!)"
    return f"(?!/)[{'^' if negated else ''}{members}]"
