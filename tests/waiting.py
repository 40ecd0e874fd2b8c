"""Waiting for what other processes do. No test asks how quick the machine is: the seconds are for what never comes."""

from __future__ import annotations

import time
from collections.abc import Callable

SECONDS = 60.0


def comes_true(condition: Callable[[], bool], seconds: float = SECONDS) -> bool:
    """Whether something is true, or comes true in so many seconds."""
    deadline = time.monotonic() + seconds
    while not (true := condition()) and time.monotonic() < deadline:
        time.sleep(0.005)
    return true
