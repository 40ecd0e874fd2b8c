"""What `check` did not check though it was named, and why: files that are excluded, or in a language no rule reads."""

from __future__ import annotations

import os
import sys

from copylint.cli import tell
from copylint.reporters.tally import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

    from copylint.config import Configuration
    from copylint.files import Found
    from copylint.reporters import Report

_MOST_EXCLUDED = 5  # files that are named, of those that are excluded


def tell_excluded(found: Found, configuration: Configuration) -> None:
    """Says of each file that was named and is excluded what excludes it."""
    for name in found.excluded[:_MOST_EXCLUDED]:
        origin = configuration.excluded_by(os.path.abspath(name))
        why = f"by {origin}" if origin else "by default, for its name ('!NAME' in 'exclude' takes it back)"
        _print(f"{name} is excluded {why}")
    if len(found.excluded) > _MOST_EXCLUDED:
        _print(f"and {len(found.excluded) - _MOST_EXCLUDED} more are excluded")


def tell_languages(chosen: argparse.Namespace, report: Report, found: Found, configuration: Configuration) -> None:
    """Says where the configuration gives files a language that no rule reads, so that nothing is checked in them."""
    paths = {file.name: file.path for file in found.files}
    unread: dict[tuple[str, str], int] = {}  # where a language is set, and which -> of how many files
    for file in report.files:
        settings = configuration.for_file(paths[file.path])
        said = settings.resolved.top("language")
        if said is None or said.value.partition("-")[0].lower() != file.foreign:
            continue
        if not (settings.sources or chosen.source):  # which may read it
            key = (said.origin(), said.value)
            unread[key] = unread.get(key, 0) + 1
    for (origin, tag), number in unread.items():
        what = f"{origin}: no rule reads the language '{tag}': nothing was checked in {counted(number, 'file')}"
        tell(f"{what} ('en' is English, 'en-GB' British English)")


def _print(sentence: str) -> None:
    """A sentence on standard error, harmless: it repeats names of files."""
    from copylint.reporters.harmless import visible

    print(visible(sentence), file=sys.stderr)
