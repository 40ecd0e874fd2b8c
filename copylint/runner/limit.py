"""The time that a file has, kept by an interval timer."""

from __future__ import annotations

import sys

from copylint.engine import TimeLimit

_AGAIN_SECONDS = 1.0  # what each further rule gets once a file's time is over
_PATIENT_TIMES = 10  # how many rules get as much
_SOON_SECONDS = 0.05


class Limit:
    """Interrupts the block by TimeLimit after so many seconds, and each further step a second later; after ten such
    steps much sooner, so that no number of rules adds up.

    Only in the main thread of a system that has interval timers; elsewhere it does nothing.
    """

    def __init__(self, seconds: float, again: float = _AGAIN_SECONDS) -> None:
        self._seconds = seconds
        self._again = again
        self._armed = False
        self._times = 0

    def __enter__(self) -> None:
        import signal

        if not hasattr(signal, "setitimer") or not _in_main_thread():
            return
        self._before = signal.signal(signal.SIGALRM, self._time_is_over)
        self._armed = True
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._again)

    def __exit__(self, *exception: object) -> None:
        self.end()

    def end(self) -> None:
        """Stops the clock. May be called again: an interrupt may have struck while the block was left."""
        armed, self._armed = self._armed, False
        if armed or self._times:
            import signal

            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)

    def _time_is_over(self, number: int, frame: object) -> None:
        if not self._armed:
            return
        self._times += 1
        if self._times == _PATIENT_TIMES:
            import signal

            signal.setitimer(signal.ITIMER_REAL, _SOON_SECONDS, _SOON_SECONDS)
        raise TimeLimit


def _in_main_thread() -> bool:
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()
