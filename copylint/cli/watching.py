"""`--watch`: checks, then looks for files that have changed and checks those, until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys
from time import perf_counter, sleep

from copylint.cli import UsageError, is_told, tell
from copylint.cli.linting import found_files
from copylint.cli.setting import configuration_for
from copylint.reporters.tally import counted
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_EVERY_SECONDS = 0.5
_SHARE = 10  # of the time one in so many goes into looking, however many files there are

_Stamps = dict[str, tuple[int, int]]


class _Seen(NamedTuple):
    """When the files were last changed and how large they were: the articles, and what the report on them depends on
    besides (configurations, styles, baselines and the newsroom's own rules)."""

    articles: _Stamps
    others: _Stamps


def watch(chosen: argparse.Namespace, check: Callable[[argparse.Namespace], int]) -> int:
    """Checks all files, and then those that change or are new; all of them if a configuration, style, baseline or rule
    changes. It ends with the interrupt, which the caller answers. Raises UsageError."""
    for option in ("fix", "unsafe_fixes", "diff", "output", "profile_rules"):
        if getattr(chosen, option):
            raise UsageError(
                f"--watch only prints what it finds: it does not go together with --{option.replace('_', '-')}"
            )
    if chosen.add_ignores is not None or "-" in chosen.paths:
        raise UsageError("--watch looks at files, and only prints what it finds")
    seen = _look(chosen)  # first: what changes while the check goes on is then another
    check(chosen)
    print(f"Watching {counted(len(seen.articles), 'file')}; Ctrl-C ends it.", file=sys.stderr, flush=True)
    said = ""
    pause = _EVERY_SECONDS
    while True:
        sleep(pause)
        started = perf_counter()
        try:
            now = _look(chosen)
            pause = max(_EVERY_SECONDS, _SHARE * (perf_counter() - started))
            changed = [path for path, stamp in now.articles.items() if seen.articles.get(path) != stamp]
            whole = now.others != seen.others
            seen = now
            if whole or changed:
                check(chosen if whole else argparse.Namespace(**{**vars(chosen), "paths": _named(changed)}))
            said = ""
        except (UsageError, ValueError, OSError) as error:  # half of what somebody writes, say: it will be whole
            if isinstance(error, ValueError) and not is_told(error):
                raise
            if str(error) != said:
                said = str(error)
                tell(said)


def _look(chosen: argparse.Namespace) -> _Seen:
    """The state of the files now; the configuration is read anew. Raises whatever a bad configuration raises."""
    from copylint.config import FILES
    from copylint.packs import builtin_root

    configuration = configuration_for(chosen)
    registry = configuration.registry_for(os.getcwd())
    files = [file.path for file in found_files(chosen, registry, configuration).files]
    folders: set[str] = set()
    for path in files or [os.path.join(os.getcwd(), "")]:
        folder = os.path.dirname(path)
        while folder not in folders:
            folders.add(folder)
            folder = os.path.dirname(folder)
    names = [chosen.config] if chosen.config else [os.path.join(folder, name) for folder in folders for name in FILES]
    for settings in {id(one): one for one in map(configuration.for_file, files)}.values():
        names += settings.resolved.configured.style_files()
        if settings.baseline is not None:
            names.append(settings.baseline)
    shipped = os.path.join(builtin_root(), "")
    names += [rule.path for rule in registry.rules.values() if not rule.path.startswith(shipped)]
    return _Seen(_stamps(files), _stamps(names))


def _stamps(paths: Iterable[str]) -> _Stamps:
    found: _Stamps = {}
    for path in paths:
        try:
            state = os.stat(path)
        except OSError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def _named(paths: list[str]) -> list[str]:
    """The paths as they may be named: none of them is an option."""
    return [os.path.join(os.curdir, os.path.relpath(path)) for path in paths]
