"""Given names that sound alike and are written far apart: no slip parts them, but a writer may."""

from __future__ import annotations

# Given names that one sound is spelt with, further apart than a slip.
_TWINS = tuple(
    frozenset(names.split())
    for names in (
        "stephen steven", "geoffrey jeffrey", "geoff jeff", "ann anne", "jon john", "sean shaun shawn", "graham graeme",
        "ian iain", "catherine katherine kathryn", "stewart stuart", "lindsay lyndsey", "jacqui jackie",
        "alistair alasdair", "zac zack zak", "marc mark", "nick nik nic", "vicky vikki", "debbie debby", "kris chris",
    )
)  # fmt: skip
TWIN_NAMES = frozenset().union(*_TWINS)


def twins(first: str, second: str) -> bool:
    """True for two spellings of one given name: Stephen and Steven."""
    return first != second and any(first in names and second in names for names in _TWINS)
