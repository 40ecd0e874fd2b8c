"""Finds and reads the configuration file nearest to a folder."""

from __future__ import annotations

import os

from copylint.config.layers import is_within, root_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from copylint.toml import Toml

FILES = ("copylint.toml", ".copylint.toml", "pyproject.toml")
"""The names of configuration files. Of several in one folder the first holds alone; the last counts only if
it has a table `[tool.copylint]`."""
_WHERE_OF_TABLE = {"pyproject.toml": ("tool", "copylint")}


def find(folder: str) -> Toml | None:
    """The configuration file that holds for the files of a folder, or None. Raises TomlError."""
    folder = os.path.abspath(folder)
    while True:
        read = read_in(folder)
        above = os.path.dirname(folder)
        if read is not None:
            return read[0]
        if above == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        folder = above


def read_in(folder: str) -> tuple[Toml, tuple[str, ...]] | None:
    """The configuration file of a folder, and the keys under which the configuration is found in it."""
    for name in FILES:
        path = os.path.join(folder, name)
        if not os.path.lexists(path):
            continue
        where = _WHERE_OF_TABLE.get(name, ())
        if os.path.islink(path) and not is_within(root_of(folder), path):
            from copylint.toml import TomlError

            told = "this link leads out of the repository; to use that file, name it: --config"
            raise TomlError(path, 0, 0, told)
        if where and not _mentions_copylint(path):
            continue
        toml = _read(path)
        if not where or "copylint" in _tool(toml):
            return toml, where
    return None


def read_given(path: str) -> tuple[Toml, tuple[str, ...]]:
    """A configuration that was named, and the keys under which its table is found. Raises TomlError."""
    toml = _read(os.path.abspath(path))
    where = _WHERE_OF_TABLE.get(os.path.basename(path), ())
    if where and "copylint" not in _tool(toml):
        raise toml.error((), "there is no table [tool.copylint]")
    return toml, where


def _tool(toml: Toml) -> Mapping[str, Any]:
    tool = toml.data.get("tool")
    return tool if isinstance(tool, dict) else {}


def _mentions_copylint(path: str) -> bool:
    """A cheap look, so that a pyproject.toml that has nothing to do with copylint is not parsed, or refused for its
    mistakes."""
    try:
        if not os.path.isfile(path):  # a pipe would have us wait
            return False
        with open(path, "rb") as file:
            return b"copylint" in file.read(10_000_000)
    except OSError:
        return False


def _read(path: str) -> Toml:
    from copylint.toml import from_here, read

    return read(from_here(path))
