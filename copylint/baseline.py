"""Baselines: the accepted findings of an archive, so that only new ones are reported. Pure: no files, no output.

A finding is known by its fingerprint: rule, normalised sentence, text, the nth equal one. So it stays
accepted when lines move, and becomes new when its sentence changes.
"""

from __future__ import annotations

from copylint.rule import Finding
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

VERSION = 1
_MOST_TEXT = 80  # code points of a finding's text that tell a reader which one it is


class BaselineError(ValueError):
    """A text that is no baseline; the text is a clause that says why."""


class Entry(NamedTuple):
    """One accepted finding. path: relative to the baseline's folder, with `/`. text: shown to the reader, and not used
    to recognise the finding."""

    path: str
    rule: str
    text: str
    fingerprint: str


class Accepted(NamedTuple):
    """new: the findings that no entry accepts, by path, in order. known: how many are accepted, by path.
    stale: the entries that accept nothing any more. kept: all others, each with the path that its finding has
    now."""

    new: Mapping[str, tuple[Finding, ...]]
    known: Mapping[str, int]
    stale: tuple[Entry, ...]
    kept: tuple[Entry, ...]


def entries(found: Mapping[str, Iterable[Finding]]) -> tuple[Entry, ...]:
    """An entry for each finding, sorted. found: by path."""
    return tuple(
        sorted(
            Entry(path, finding.rule, _shown(finding), finding.fingerprint)
            for path, findings in found.items()
            for finding in findings
        )
    )


def accept(
    found: Mapping[str, Sequence[Finding]],
    known: Iterable[Entry],
    *,
    ran: Mapping[str, Collection[str]],
    gone: Collection[str] = (),
) -> Accepted:
    """Sorts findings into new and accepted ones. An entry accepts one finding, in its own file or, if that file is
    gone, in any file: an article may have been renamed.

    found, ran: for each checked file its findings, and the rules that finished their work. An entry is stale only if
    its rule finished, or if its file is gone.
    """
    waiting: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(known, reverse=True):
        path = "" if entry.path in gone and entry.path not in found else entry.path
        waiting.setdefault((path, entry.fingerprint), []).append(entry)
    kept: list[Entry] = []
    counts: dict[str, int] = {}
    left = {path: list(findings) for path, findings in found.items()}
    for place in (None, ""):  # each file takes its own entries first, then those left over from files that are gone
        for path in sorted(left):
            unknown = []
            for finding in left[path]:
                entries = waiting.get((path if place is None else place, finding.fingerprint))
                if entries:
                    kept.append(entries.pop()._replace(path=path))
                    counts[path] = counts.get(path, 0) + 1
                else:
                    unknown.append(finding)
            left[path] = unknown
    stale: list[Entry] = []
    for entry in (entry for entries in waiting.values() for entry in entries):
        is_stale = entry.rule in ran.get(entry.path, ()) if entry.path in found else entry.path in gone
        (stale if is_stale else kept).append(entry)
    new = {path: tuple(findings) for path, findings in left.items()}
    return Accepted(new, counts, tuple(sorted(stale)), tuple(sorted(kept)))


def written(known: Iterable[Entry]) -> str:
    """A baseline as a file: JSON with one entry per line, so that changing one finding changes one line."""
    import json

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(known)]
    inner = "[\n  " + ",\n  ".join(lines) + "\n ]" if lines else "[]"
    return f'{{\n "version": {VERSION},\n "findings": {inner}\n}}\n'


def read(text: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises BaselineError."""
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"it is not valid JSON: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise BaselineError("it is not a baseline: write one with copylint baseline create")
    if data.get("version") != VERSION:
        raise BaselineError(f"it is of version {data.get('version')!r}, and this copylint reads version {VERSION}")
    found = []
    for number, item in enumerate(data["findings"], start=1):
        values = [item.get(field) for field in Entry._fields] if isinstance(item, dict) else [None]
        if not all(isinstance(value, str) for value in values):
            raise BaselineError(f"its entry {number} lacks one of {', '.join(Entry._fields)}")
        found.append(Entry(*values))
    return tuple(found)


def _shown(finding: Finding) -> str:
    """What a reader sees of a finding: its text, or its sentence where that is white space."""
    text = " ".join(finding.place.text.split()) or finding.place.sentence_key
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"
