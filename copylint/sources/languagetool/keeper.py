"""Runs a command until it ends or whoever started this does. A script of its own, which imports nothing of copylint.

The one who starts it holds the other end of its standard input. However that one ends, killed included, the
system closes the pipe, and the command is ended here.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading

_PR_SET_PDEATHSIG = 1


def main(command: list[str]) -> int:
    """Runs the command; the exit code is the command's."""
    linux = sys.platform == "linux"
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        preexec_fn=_end_with_parent if linux else None,
    )
    threading.Thread(target=_watch, args=(child,), daemon=True).start()
    return abs(child.wait()) & 0xFF


def _watch(child: subprocess.Popen[bytes]) -> None:
    while os.read(0, 4096):
        pass
    child.kill()


def _end_with_parent() -> None:
    """Linux: a kill of this process itself ends the command too."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
