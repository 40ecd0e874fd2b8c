"""What one file gave."""

from __future__ import annotations

from typing import NamedTuple

from copylint.engine import Noted
from copylint.rule import Failure, Finding


class Result(NamedTuple):
    """What one file gave: plain data, so that a worker or the cache can hand it over."""

    name: str
    findings: tuple[Finding, ...] = ()
    observations: tuple[Noted, ...] = ()
    failures: tuple[Failure, ...] = ()
    source: str | None = None
