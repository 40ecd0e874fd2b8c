"""Remembers results from call to call. `cache` and `lru_cache` are those of `functools`, without its import, which
takes a twentieth of a run over one page."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Set
    from functools import cache as cache
    from functools import lru_cache as lru_cache
    from typing import Any
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


class Sieve:
    """What a function makes of the words of an article, without those of which it makes nothing. These are remembered,
    so many of them: most words stood in another article before, and a set tells them in a tenth of the time that it
    takes to ask for each."""

    __slots__ = ("_barren", "_function", "_most")

    def __init__(self, function: Callable[[str], Any], most: int) -> None:
        self._function = function
        self._most = most
        self._barren: set[str] = set()

    def __call__(self, words: Set[str]) -> dict[str, Any]:
        left = words - self._barren
        found = {word: one for word in left if (one := self._function(word))}
        if len(found) < len(left):
            if len(self._barren) > self._most:
                self._barren.clear()
            self._barren.update(left - found.keys())
        return found
