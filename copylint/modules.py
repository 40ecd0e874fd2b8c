"""Imports modules on demand, by name or from a file that belongs to no package."""

from __future__ import annotations

import sys

try:  # where `importlib` has them from; to import it takes longer than four modules of ours
    from _frozen_importlib import ModuleSpec
    from _frozen_importlib_external import SourceFileLoader
except ImportError:  # another Python than CPython
    from importlib.machinery import ModuleSpec, SourceFileLoader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any


def module(name: str) -> Any:
    """The module of this name, imported if need be. Raises ImportError."""
    return __import__(name, fromlist=("__name__",))


def module_of(name: str, path: str) -> ModuleType:
    """The module that a source file makes, under a name outside any package. Raises whatever the file raises."""
    loader = SourceFileLoader(name, path)
    made = type(sys)(name)
    made.__spec__, made.__loader__, made.__file__ = ModuleSpec(name, loader, origin=path), loader, path
    sys.modules[name] = made  # where the type hints of its options are looked up
    try:
        loader.exec_module(made)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return made
