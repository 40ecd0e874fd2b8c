"""Baselines as files: reads them and applies them to the reports of a run."""

from __future__ import annotations

import os

from copylint.baseline import Accepted, BaselineError, Entry, accept, read
from copylint.cli import UsageError
from copylint.files import STDIN, File, display
from copylint.runner.reading import read_bytes
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copylint.config import Configuration
    from copylint.reporters import FileReport

DEFAULT = ".copylint-baseline.json"
_MOST_BYTES = 50_000_000


class Baselined(NamedTuple):
    """The files with what is new in them, and what each baseline accepted."""

    files: tuple[FileReport, ...]
    accepted: Mapping[str, Accepted]


def baselined(
    configuration: Configuration,
    files: Sequence[File],
    reports: Sequence[FileReport],
    *,
    default: str | None = None,
) -> Baselined:
    """The reports without what the baseline of each file accepts. default: the baseline if the settings name none.

    Raises UsageError for a baseline that cannot be read.
    """
    groups: dict[str, list[int]] = {}
    for index, file in enumerate(files):
        path = configuration.for_file(file.path).baseline or default
        if path is not None:
            groups.setdefault(path, []).append(index)
    changed = list(reports)
    accepted: dict[str, Accepted] = {}
    for path, indexes in groups.items():
        names = {index: name_in(path, files[index], reports[index]) for index in indexes}
        known = load(path)
        folder = os.path.dirname(path)
        checked = set(names.values())
        gone = {
            one.path for one in known if one.path not in checked and not os.path.lexists(os.path.join(folder, one.path))
        }
        found = {names[index]: reports[index].findings for index in indexes}
        ran = {names[index]: ran_on(configuration, files[index], reports[index]) for index in indexes}
        result = accepted[path] = accept(found, known, ran=ran, gone=gone)
        for index in indexes:
            name = names[index]
            changed[index] = reports[index]._replace(findings=result.new[name], baselined=result.known.get(name, 0))
    return Baselined(tuple(changed), accepted)


def accepted_in(
    configuration: Configuration, files: Sequence[File], reports: Sequence[FileReport]
) -> dict[str, frozenset[str]]:
    """The fingerprints of the findings that its baseline accepts in each file, by the path of the file.

    Raises UsageError for a baseline that cannot be read.
    """
    by_name: dict[tuple[str, str], set[str]] = {}
    for path, one in baselined(configuration, files, reports).accepted.items():
        for entry in one.kept:
            by_name.setdefault((path, entry.path), set()).add(entry.fingerprint)
    accepted: dict[str, frozenset[str]] = {}
    for file, report in zip(files, reports, strict=True):
        baseline = configuration.for_file(file.path).baseline
        if baseline is not None:
            accepted[file.path] = frozenset(by_name.get((baseline, name_in(baseline, file, report)), ()))
    return accepted


def name_in(baseline: str, file: File, report: FileReport) -> str:
    """A file's name in a baseline: relative to the baseline's folder, with `/`."""
    return report.path if file.path == STDIN else display(file.path, os.path.dirname(baseline))


def ran_on(configuration: Configuration, file: File, report: FileReport) -> frozenset[str]:
    """The rules that did all of their work on a file."""
    settings = configuration.for_file(file.path)
    failed = {failure.rule for failure in report.failures}
    if None in failed:
        return frozenset()
    return frozenset(
        one.rule.id
        for each in (settings, *settings.fields.values())
        for one in each.chosen
        if one.rule.id not in failed
    )


def load(path: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises UsageError."""
    from copylint.toml import from_here

    try:
        return read(read_bytes(path, _MOST_BYTES).decode())
    except FileNotFoundError:
        raise UsageError(f"{from_here(path)}: there is no baseline; write one with copylint baseline create") from None
    except (OSError, UnicodeDecodeError, BaselineError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"{from_here(path)}: the baseline cannot be read: {why}") from None


def stale_note(accepted: Mapping[str, Accepted]) -> str | None:
    """A sentence on entries that no longer occur, or None."""
    from copylint.toml import from_here

    told = []
    for path, one in accepted.items():
        if one.stale:
            count = len(one.stale)
            what = "1 entry no longer occurs" if count == 1 else f"{count} entries no longer occur"
            told.append(
                f"{from_here(path)}: {what}; copylint baseline prune takes {'it' if count == 1 else 'them'} out"
            )
    return "\n".join(told) or None
