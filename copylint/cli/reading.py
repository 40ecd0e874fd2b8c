"""Articles read without rules, for the commands that look at them in another way."""

from __future__ import annotations

import os
import sys

from copylint.cli.linting import Stdin
from copylint.cli.terminal import Progress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copylint.config import Configuration
    from copylint.document import Document
    from copylint.rule import Failure


def each_document(
    paths: Sequence[str],
    configuration: Configuration,
    look: Callable[[Document], None],
    *,
    stdin_name: str | None = None,
) -> tuple[Failure, ...]:
    """Calls `look` with every article that PATHS resolve to, in order. Returns the failures of those that cannot be
    read."""
    from copylint.files import discover
    from copylint.runner import Runner

    registry = configuration.registry_for(os.getcwd())
    found = discover(
        paths or ["."],
        suffixes=registry.suffixes(),
        excluded=configuration.excluded,
        wanted_in=configuration.wanted_in,
        stdin_name=stdin_name,
    )

    runner = Runner(
        registry.formats,
        lambda path: configuration.for_file(path)._replace(chosen=(), fields={}, sources={}),
        stdin=Stdin(),
        on_document=look,
    )
    progress = Progress(len(found.files))
    try:
        reports = runner.run(found.files, progress)
    finally:
        progress.close()
    return (*found.failures, *(failure for report in reports for failure in report.failures))


def tell(failures: Sequence[Failure]) -> None:
    """Prints failures to standard error, a line each."""
    from copylint.reporters.harmless import visible

    for failure in failures:
        where = f"{visible(failure.path)}: " if failure.path else ""
        print(f"copylint: {where}{visible(failure.message)}", file=sys.stderr)
