"""Kinds of check that many rules share: one module each. A kind knows no rule, severity or format."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copylint.rule import Kind


def builtin_kinds() -> tuple[Kind, ...]:
    """copylint's own kinds of check."""
    from copylint.checks import existence, families, house, line, pairing, pattern, repetition, substitution

    return (
        existence.KIND,
        substitution.KIND,
        pattern.KIND,
        repetition.KIND,
        families.KIND,
        house.KIND,
        pairing.KIND,
        line.KIND,
    )
