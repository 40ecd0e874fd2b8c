"""Modules that are imported when they are asked for, by name or from a file that is in no package."""

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
    """The module of a name, imported if it has not been yet. Raises ImportError."""
    return __import__(name, fromlist=("__name__",))


def module_of(name: str, path: str) -> ModuleType:
    """The module that a source file makes, under a name that is in no package. Raises whatever the file does."""
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
