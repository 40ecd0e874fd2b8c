"""`python -m copylint`."""

import sys

if sys.path and sys.path[0] in ("", "."):
    del sys.path[0]
elif sys.path:
    import os

    if sys.path[0] == os.getcwd():  # a checkout may not bring modules of its own
        del sys.path[0]

from copylint.cli import run

run()
