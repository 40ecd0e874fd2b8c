"""The limits of time and memory of a file, kept by an interval timer and by the memory limit of the process."""

from __future__ import annotations

import gc
import sys
from time import monotonic, process_time

from copylint.engine import TimeLimit
from copylint.signals import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

_AGAIN_SECONDS = 1.0  # what each further rule gets once a file's time is over
_PATIENT_TIMES = 10  # how many rules get as much
_SOON_SECONDS = 0.05
_BUSY_TIMES = 3
_MOSTLY_IDLE = 0.05  # of the time left: no reason to go on
_MOST_BYTES, _MOST_TIMES = 500_000_000, 10
_SMALL_BYTES = 100_000  # no file of this size comes near its memory, whatever the expressions of a rule keep of it


class Limit:
    """Raises TimeLimit in the block after so many seconds and then again each second; after ten times much more often,
    so that the steps of many rules cannot add up. Works only in the main thread of a system that has interval timers;
    elsewhere it does nothing."""

    def __init__(self, seconds: float, again: float = _AGAIN_SECONDS) -> None:
        self._seconds = seconds
        self._again = again
        self._armed = False
        self._times = 0

    def __enter__(self) -> None:
        if not hasattr(signal, "setitimer") or not _in_main_thread():
            return
        self._before = signal.signal(signal.SIGALRM, self._time_is_over)
        self._armed = True
        self._began = process_time(), monotonic()
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._again)

    def __exit__(self, *exception: object) -> None:
        self.end()

    def end(self) -> None:
        """Stops the clock. May be called again: an interrupt may have struck while the block was left."""
        armed, self._armed = self._armed, False
        if armed or self._times:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)

    def _time_is_over(self, number: int, frame: object) -> None:
        if not self._armed:
            return
        if self._times == 0:
            left = self._left()
            if left > 0:
                signal.setitimer(signal.ITIMER_REAL, left, self._again)
                return
        self._times += 1
        if self._times == _PATIENT_TIMES:
            signal.setitimer(signal.ITIMER_REAL, _SOON_SECONDS, _SOON_SECONDS)
        raise TimeLimit

    def _left(self) -> float:
        """What is left of the time if the processor had other work as well: then it is the processor's time that
        counts, so that a busy machine finds what an idle one does, but the clock's no more than three times over."""
        cpu, clock = self._began
        if monotonic() - clock >= self._seconds * _BUSY_TIMES:
            return 0.0
        left = self._seconds - (process_time() - cpu)
        return max(left, _SOON_SECONDS) if left > self._seconds * _MOSTLY_IDLE else 0.0


class NoCollector:
    """Switches off the cyclic garbage collector while a file is linted: it would go through the file's words again and
    again and find nothing to free (measured: a quarter to 40% of the time of a large file)."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *exception: object) -> None:
        if self._was_on:
            gc.enable()


class Memory:
    """Lets work take so much memory, 500 MB and ten times the size of the file: beyond it is a MemoryError.

    For files that may need as much, on systems that have such a limit and tell what the process has; elsewhere it does
    nothing. The limit is one of the whole process, and of its addresses: what it has when the work begins is added.

    Where there is no memory for a number, CPython 3.11 goes round for ever in an `except` or a `with`: it has no place
    for where in the function the exception was, and tries again. Up to 256 instructions it needs none. So a function
    that handles what runs out of memory is no longer than that (`tests/test_parts.py` looks), and the limit is left
    before all else (`bounding`).
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._lift: Callable[[], object] = int  # does nothing

    def bounding(self, work: Callable[[], T]) -> T:
        """Does the work within the limit and returns its result. Raises MemoryError once the limit is lifted."""
        self._begin()
        lift = self._lift
        try:
            return work()
        finally:
            lift()  # no Python of our own: there may be no memory for its frame

    def end(self) -> None:
        """Takes the limit away, where an interrupt struck before the work did. May be called again."""
        self._lift()

    def _begin(self) -> None:
        if self._size < _SMALL_BYTES or not _in_main_thread():
            return
        try:
            import resource
            from functools import partial

            with open("/proc/self/statm", "rb") as file:
                had = int(file.read().split()[0]) * resource.getpagesize()
            soft, hard = resource.getrlimit(resource.RLIMIT_AS)
            wanted = had + _MOST_BYTES + self._size * _MOST_TIMES
            if (hard != resource.RLIM_INFINITY and wanted > hard) or (soft != resource.RLIM_INFINITY and wanted > soft):
                return
            # Made while there is memory to make it.
            lift = partial(resource.setrlimit, resource.RLIMIT_AS, (soft, hard))
            resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
            self._lift = lift
        except (ImportError, OSError, ValueError, IndexError):
            return


def _in_main_thread() -> bool:
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()
