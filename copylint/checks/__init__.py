"""Kinds of check that many rules share: one module each. A kind knows no rule, severity or format."""

from __future__ import annotations

from _collections_abc import Mapping  # without `collections`, which takes longer than all kinds together

from copylint.modules import module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copylint.rule import Kind

_MODULES = {
    "existence": "existence",
    "substitution": "substitution",
    "pattern": "pattern",
    "repetition": "repetition",
    "consistency": "families",
    "house": "house",
    "pairing": "pairing",
    "line": "line",
}


class BuiltinKinds(Mapping[str, "Kind"]):
    """copylint's own kinds of check by name; the module of each is imported when the kind is asked for."""

    def __getitem__(self, name: str) -> Kind:
        kind: Kind = module(f"copylint.checks.{_MODULES[name]}").KIND
        return kind

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


def builtin_kinds() -> tuple[Kind, ...]:
    """copylint's own kinds of check."""
    return tuple(BuiltinKinds().values())
