"""`cache` and `lru_cache` as `functools` has them, but without its import: with what it imports in turn that takes a
twentieth of a run over one page."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from functools import cache as cache
    from functools import lru_cache as lru_cache
else:
    try:
        from _functools import _lru_cache_wrapper
    except ImportError:  # another Python than CPython
        from functools import cache, lru_cache
    else:

        def lru_cache(most):
            """Remembers what a function gave for the `most` arguments that were asked for last."""
            return lambda function: _remembering(function, most)

        def cache(function):
            """Remembers what a function gave."""
            return _remembering(function, None)

        def _remembering(function, most):
            made = _lru_cache_wrapper(function, most, False, _counts)
            for name in ("__module__", "__name__", "__qualname__", "__doc__"):
                setattr(made, name, getattr(function, name))
            made.__wrapped__ = function
            return made

        def _counts(*numbers):
            return numbers
