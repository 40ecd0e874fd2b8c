"""`python -m copylint`."""

import os
import sys

if __name__ == "__main__":
    if sys.path and sys.path[0] in ("", ".", os.getcwd()):
        del sys.path[0]  # a checkout may not bring modules of its own
    from copylint.cli import run

    run()
