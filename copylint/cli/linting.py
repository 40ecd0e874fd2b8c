"""The linting part of `check`: which files, judged with which others, in worker processes or not, from the cache or
not."""

from __future__ import annotations

import os
import sys

from copylint import __version__
from copylint.cli.setting import configuration_for
from copylint.cli.terminal import Progress
from copylint.reporters import Report
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from typing import Any

    from copylint.config import Configuration, Settings
    from copylint.files import File, Found
    from copylint.plugins import Registry
    from copylint.reporters import Look, Reporter
    from copylint.runner import Runner
    from copylint.runner.result import Result
    from copylint.runner.sources import Sources

_CACHE_PAYS_FROM = 8  # files; for fewer the cache costs more than it saves
_PIECE = 1 << 20  # bytes of standard input that are read at once


class Linted(NamedTuple):
    """Everything that was found, before any of it is accepted or fixed; and what is needed to lint again.

    context: the files that those of the report were judged with.
    """

    report: Report
    runner: Runner
    stdin: Stdin
    context: tuple[File, ...]


class Stdin:
    """Standard input, read once; or what fixes have made of it. Endless input is read only far enough to show that it
    is too large."""

    def __init__(self) -> None:
        self.data: bytes | None = None

    def __call__(self) -> bytes:
        if self.data is None:
            from copylint.runner import MOST_BYTES

            self.data = b""  # should it not be readable
            if sys.stdin is None:
                raise OSError("it is closed")
            pieces: list[bytes] = []
            left = MOST_BYTES + 1
            while left > 0 and (piece := sys.stdin.buffer.read(min(left, _PIECE))):
                pieces.append(piece)
                left -= len(piece)
            self.data = b"".join(pieces)
        return self.data

    def is_whole(self) -> bool:
        """Whether all of it has been read."""
        from copylint.runner import MOST_BYTES

        return len(self()) <= MOST_BYTES


def found_files(chosen: argparse.Namespace, registry: Registry, configuration: Configuration) -> Found:
    """The files that the arguments choose."""
    from copylint.files import discover

    return discover(
        chosen.paths or ["."],
        suffixes=registry.suffixes(),
        excluded=configuration.excluded,
        wanted_in=configuration.wanted_in,
        stdin_name=chosen.stdin_filename,
    )


def linted(
    chosen: argparse.Namespace,
    registry: Registry,
    configuration: Configuration,
    found: Found,
    *,
    keep_source: bool = False,
    times: dict[str, float] | None = None,
    report: tuple[Reporter, Look] | None = None,
) -> Linted:
    """Lints files as the arguments say. keep_source: whether a reporter needs the source. times: filled with where the
    time goes. report: the reporter that will render everything that is found, if there is one."""
    from copylint.runner import Runner

    stdin = Stdin()
    settings = list({id(one): one for one in (configuration.for_file(file.path) for file in found.files)}.values())
    sources = _sources(chosen, registry, settings)
    context = () if _alone(settings) else _context(chosen, registry, configuration, found)
    number = len(found.files) + len(context)
    plain = sources is None and not keep_source and times is None
    cached = plain and not chosen.no_cache and (number >= _CACHE_PAYS_FROM or chosen.jobs != "auto")
    runner = Runner(
        registry.formats,
        configuration.for_file,
        stdin=stdin,
        keep_source=keep_source,
        times=times,
        sources=sources,
        state_of=_state_of(registry) if cached else None,
    )
    progress = Progress(number, wanted=not chosen.quiet)
    cache = None
    if cached:
        from copylint.runner.cache import Cache

        cache = Cache(report)
    out, sys.stdout = sys.stdout, sys.stderr  # what a rule prints is no part of the report
    try:
        reports = runner.run(
            found.files,
            progress,
            cache=cache,
            elsewhere=_elsewhere(chosen, progress, cached) if plain and number > 1 else None,
            context=context,
        )
    finally:
        sys.stdout = out
        progress.close()
        if sources is not None:
            sources.close()
        if cache is not None:
            cache.close()
    failures = found.failures if sources is None else (*found.failures, *dict.fromkeys(sources.failures))
    return Linted(Report(reports, failures, registry.rules, __version__), runner, stdin, context)


def _sources(chosen: argparse.Namespace, registry: Registry, settings: Sequence[Settings]) -> Sources | None:
    """The sources that are asked as well; None if none is, or all are left out."""
    if not chosen.source and not any(one.sources for one in settings):
        return None
    from copylint.runner.sources import Sources

    sources = Sources(registry.sources, chosen.source, lambda notice: print(notice, file=sys.stderr))
    wanted = [sources.prepare(one) for one in settings]
    return sources if any(wanted) or sources.failures else None


def runner_of_a_worker(arguments: dict[str, Any], keyed: bool) -> Runner:
    """The runner of a worker process, which makes it from the plain arguments of the command line."""
    from argparse import Namespace

    from copylint.runner import Runner

    configuration = configuration_for(Namespace(**arguments))
    registry = configuration.registry_for(os.getcwd())
    return Runner(registry.formats, configuration.for_file, state_of=_state_of(registry) if keyed else None)


def _alone(settings: Sequence[Settings]) -> bool:
    """Whether each file is judged by itself."""
    return all(one.scope == "document" for one in settings)


def _context(
    chosen: argparse.Namespace, registry: Registry, configuration: Configuration, found: Found
) -> tuple[File, ...]:
    """The files that the named ones are judged with, and that are not reported: at scope `folder` those of the same
    folder; at scope `project` those below the folder of the configuration, if there is one."""
    folders: set[str] = set()
    for file in found.files:
        settings = configuration.for_file(file.path)
        path = os.path.abspath(chosen.stdin_filename or file.path) if file.path == "-" else file.path
        if settings.scope == "folder":
            folders.add(os.path.dirname(path))
        elif settings.scope == "project" and settings.folder is not None:
            folders.add(settings.folder)
    if not folders:
        return ()
    from copylint.files import discover

    others = discover(
        sorted(folders),
        suffixes=registry.suffixes(),
        excluded=configuration.excluded,
        wanted_in=configuration.wanted_in,
    ).files
    named = {file.path for file in found.files}
    if "-" in named and chosen.stdin_filename:
        named.add(os.path.abspath(chosen.stdin_filename))  # standard input stands for it
    return tuple(
        file for file in others if file.path not in named and configuration.for_file(file.path).scope != "document"
    )


def _state_of(registry: Registry) -> Callable[[Settings], bytes]:
    from copylint.runner.state import state_of

    return state_of(registry)


def _elsewhere(
    chosen: argparse.Namespace, progress: Progress, keyed: bool
) -> Callable[[Sequence[File]], list[Result] | None]:
    """Lints files in worker processes, if there is enough to do; None if there is not."""

    def lint(files: Sequence[File]) -> list[Result] | None:
        from copylint.runner import workers

        sizes = [_size(file.path) for file in files]
        number = workers.number_of_workers(chosen.jobs, sum(sizes))
        if number < 2 or len(files) < 2 or any(file.path == "-" for file in files):
            return None
        return workers.run(files, sizes, number, runner_of_a_worker, (vars(chosen), keyed), progress)

    return lint


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
