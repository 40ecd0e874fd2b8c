"""The time that a file has, kept by an interval timer."""

from __future__ import annotations

import sys

from copylint.engine import TimeLimit

_AGAIN_SECONDS = 1.0  # what each further rule gets once a file's time is over


class Limit:
    """Interrupts the block by TimeLimit after so many seconds, and each further step a second later.

    Only in the main thread of a system that has interval timers; elsewhere it does nothing.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._armed = False

    def __enter__(self) -> None:
        import signal

        if not hasattr(signal, "setitimer") or not _in_main_thread():
            return
        self._before = signal.signal(signal.SIGALRM, _time_is_over)
        signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN_SECONDS)
        self._armed = True

    def __exit__(self, *exception: object) -> None:
        if self._armed:
            import signal

            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)


def _time_is_over(number: int, frame: object) -> None:
    raise TimeLimit


def _in_main_thread() -> bool:
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()
