"""Worker processes: the same results in the same order, and a worker's death is noticed and told."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TypeVar

from copylint.files import File
from copylint.rule import Failure, told
from copylint.runner.result import Result

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from copylint.runner import Runner

PAYS_FROM_BYTES = 1_500_000  # below it starting the workers costs more than they save (measured on two cores)
_CHUNK_BYTES = 200_000
_CHUNK_FILES = 64
_MOST = 61 if sys.platform == "win32" else 256  # worker processes: Windows waits for no more of them at once
_UNDER_WAY = 2  # chunks for each worker: one that it has, and one that waits for it

_Done = TypeVar("_Done")

_HOPELESS = 4  # files in a row whose worker dies: it is not for the files
_runner: Runner | None = None  # of a worker process, made once when it starts
_not_made = ""  # why there is none


class WorkerError(Exception):
    """Why there can be no workers; the text is a clause."""


def number_of_workers(jobs: str, total_bytes: int) -> int:
    """How many workers to start for `--jobs N|auto`; 1 means none: the work is done in this process."""
    if jobs != "auto":
        return max(1, min(int(jobs), _MOST))
    if total_bytes < PAYS_FROM_BYTES:
        return 1
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(available, total_bytes // (PAYS_FROM_BYTES // 2), _MOST))


def run(
    files: Sequence[File],
    sizes: Sequence[int],
    workers: int,
    make: Callable[..., Runner],
    arguments: tuple[Any, ...],
    done: Callable[[int], None],
) -> list[Result] | None:
    """The results of the files in order. None if no worker can start here; the files are then to be linted in this
    process. make: called with the arguments in each worker; both must be plain data.

    If a worker dies, the files it had are run again apart from the others, which go on as before. A file that kills its
    worker again when it is alone is reported.
    """
    from collections import deque

    if not _finds_this_copylint():
        return None
    results: dict[int, Result] = {}
    chunks = deque(_chunks(sizes))
    while chunks:
        lost = _run_chunks(files, chunks, workers, make, arguments, results, done)
        if not results and not _can_start(make, arguments):
            return None
        deaths = 0
        while lost:
            chunk = lost.pop()
            found = _apart([files[index] for index in chunk], make, arguments)
            if found is None and len(chunk) > 1:
                middle = chunk.start + len(chunk) // 2
                lost += (range(middle, chunk.stop), range(chunk.start, middle))
                continue
            results.update(zip(chunk, found or [_killed(files[chunk.start])], strict=True))
            deaths = 0 if found else deaths + 1
            if deaths == _HOPELESS and len(results) == deaths:
                raise WorkerError("the worker processes die one after another; --jobs 1 does without")
            done(len(results))
    return [results[index] for index in range(len(files))]


def _run_chunks(
    files: Sequence[File],
    chunks: deque[range],
    workers: int,
    make: Callable[..., Runner],
    arguments: tuple[Any, ...],
    results: dict[int, Result],
    done: Callable[[int], None],
) -> list[range]:
    """Takes chunks and fills the results until there are no more chunks or a worker dies. Returns the chunks that were
    then under way, at least one. The pool gets little work at once, because when it breaks everything it was given
    fails."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    under_way: dict[Future[list[Result]], range] = {}
    lost: list[range] = []
    broken = False
    with _Pool(workers, make, arguments) as pool:
        while under_way or (chunks and not broken):
            try:
                while chunks and not broken and len(under_way) < _UNDER_WAY * workers:
                    under_way[pool.submit(_lint_files, [files[index] for index in chunks[0]])] = chunks[0]
                    chunks.popleft()
            except BrokenProcessPool:
                broken = True
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                chunk = under_way.pop(future)
                try:
                    results.update(zip(chunk, future.result(), strict=True))
                    done(len(results))
                except BrokenProcessPool:
                    broken = True
                    lost.append(chunk)
    return lost or ([chunks.popleft()] if broken else [])


def _finds_this_copylint() -> bool:
    """Whether a new process would import the copylint that runs here. `python -m copylint` in a source tree takes the
    tree off the path, and a new process then finds no copylint, or another one that is installed."""
    import copylint

    finders = [finder for finder in sys.meta_path if hasattr(finder, "find_spec")]
    specs = (finder.find_spec("copylint", None) for finder in finders)
    origin = next((spec.origin for spec in specs if spec is not None), None)
    return origin is not None and os.path.realpath(origin) == os.path.realpath(copylint.__file__)


def _can_start(make: Callable[..., Runner], arguments: tuple[Any, ...]) -> bool:
    """Whether a worker lives long enough to be given files. If not, the files are not the cause of its death."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _Pool(1, make, arguments) as pool:
            pool.submit(_ready).result()
    except BrokenProcessPool:
        return False
    return True


def _ready() -> None:
    """Nothing: who does it has started."""


def _apart(files: Sequence[File], make: Callable[..., Runner], arguments: tuple[Any, ...]) -> list[Result] | None:
    """Lints files in a worker of their own; None if it dies."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _Pool(1, make, arguments) as pool:
            return pool.submit(_lint_files, files).result()
    except BrokenProcessPool:
        return None


def _killed(file: File) -> Result:
    message = "the process that checked it died, and died again when it was checked alone"
    return Result(file.name, failures=(Failure("skipped", message, file.name),))


class _Pool:
    """A pool that leaves no process behind, however the block ends."""

    def __init__(self, workers: int, make: Callable[..., Runner], arguments: tuple[Any, ...]) -> None:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # A Python that is started with code looks for modules in the working folder first: not in a checkout.
        os.environ["PYTHONSAFEPATH"] = "1"
        self._pool: ProcessPoolExecutor = ProcessPoolExecutor(
            workers, multiprocessing.get_context("spawn"), _start, (make, arguments)
        )

    def __enter__(self) -> _Pool:
        try:
            self.submit(_ready)
        except BaseException as error:
            self.__exit__(type(error))
            raise
        return self

    def submit(self, work: Callable[..., _Done], *arguments: Any) -> Future[_Done]:
        """Submits work. The worker that this may start ignores Ctrl-C from its first moment, because it inherits the
        blocked signal."""
        import signal

        hold = getattr(signal, "pthread_sigmask", None)
        if hold is not None:
            hold(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            return self._pool.submit(work, *arguments)
        finally:
            if hold is not None:
                hold(signal.SIG_UNBLOCK, [signal.SIGINT])

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is not None:
            for process in list((self._pool._processes or {}).values()):
                process.terminate()
        self._pool.shutdown(wait=True, cancel_futures=True)


def _start(make: Callable[..., Runner], arguments: tuple[Any, ...]) -> None:
    """Prepares a worker: it ignores Ctrl-C, which its parent handles, and does not outlive its parent."""
    import multiprocessing
    import signal
    import threading
    from multiprocessing.connection import wait

    global _runner, _not_made
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdout = sys.stderr  # what a rule prints is no part of the report
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel

        def end_with_parent() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=end_with_parent, daemon=True).start()
    try:
        _runner = make(*arguments)
    except Exception as error:  # a module that vanished, say: told with the first files, not by dying
        _not_made = told(error)


def _lint_files(files: Sequence[File]) -> list[Result]:
    if _runner is None:
        raise WorkerError(f"a worker process could not be prepared: {_not_made}")
    return list(_runner.lint_files(files))


def _chunks(sizes: Sequence[int]) -> Iterator[range]:
    """Runs of files of about the same size together."""
    start = total = 0
    for index, size in enumerate(sizes):
        total += size
        if total >= _CHUNK_BYTES or index + 1 - start >= _CHUNK_FILES:
            yield range(start, index + 1)
            start, total = index + 1, 0
    if start < len(sizes):
        yield range(start, len(sizes))
