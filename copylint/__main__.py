"""`python -m copylint`."""

import os
import sys

if __name__ == "__main__":
    try:
        here = os.getcwd()
    except OSError:  # it is gone
        here = ""
    if sys.path and sys.path[0] in ("", ".", here):
        del sys.path[0]  # a checkout may not bring modules of its own
    from copylint.cli import run

    run()
