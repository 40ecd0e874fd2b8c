"""Where the time of a run went: by rule and by reading."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 60  # lines; what follows, and what takes next to nothing, is told in one
_LEAST = 0.0005  # of the whole


def profile(times: Mapping[str, float]) -> str:
    """A table of seconds by name, the most first; a name in brackets is a reading, which any rule may have asked for
    first, or the search for the terms of all rules."""
    total = sum(times.values())
    ordered = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{total:9.3f} s  in rules (and, in brackets, what they read)"]
    shown = [(name, seconds) for name, seconds in ordered[:_MOST] if seconds >= _LEAST * total]
    lines += [_line(seconds, total, name) for name, seconds in shown]
    if rest := ordered[len(shown) :]:
        lines.append(_line(sum(seconds for _, seconds in rest), total, f"{len(rest)} more"))
    return "\n".join(lines)


def _line(seconds: float, total: float, name: str) -> str:
    return f"{seconds:9.3f} s  {100 * seconds / total if total else 0:4.1f}%  {name}"
