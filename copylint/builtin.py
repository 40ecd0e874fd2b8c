"""copylint's own answers to the hooks of `hookspecs`: plain functions of the same names."""

from __future__ import annotations

import os

from copylint.packs import builtin_root, pack_folders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copylint.formats import Format
    from copylint.reporters import Reporter
    from copylint.rule import Kind
    from copylint.sources import Source


def copylint_packs() -> list[str]:
    """The packs that ship with copylint."""
    return pack_folders(builtin_root())


def copylint_checks() -> list[Kind]:
    """The kinds of check that TOML rules may name."""
    from copylint.checks import builtin_kinds

    return list(builtin_kinds())


def copylint_sources() -> list[Source]:
    """The sources that ship with copylint."""
    from copylint.sources import builtin_sources

    return list(builtin_sources())


def copylint_formats() -> list[Format]:
    """The formats of articles."""
    from copylint.formats import builtin_formats

    return list(builtin_formats())


def copylint_reporters() -> list[Reporter]:
    """The formats of reports."""
    from copylint.reporters import builtin_reporters

    return list(builtin_reporters())


def copylint_styles() -> list[str]:
    """The house styles that ship with copylint."""
    folder = os.path.join(builtin_root(), "styles")
    if not os.path.isdir(folder):
        return []
    return sorted(entry.path for entry in os.scandir(folder) if entry.name.endswith(".toml"))
