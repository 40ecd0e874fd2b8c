"""Signals: `signal`, or what it wraps. To make members of enumerations of all that takes longer than all the rest of a
short run that concerns signals."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal as signal
else:
    try:
        import _signal as signal
    except ImportError:  # another Python than CPython
        import signal as signal
