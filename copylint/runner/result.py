"""The result for one file."""

from __future__ import annotations

from copylint.engine import Noted
from copylint.kept import blake2b
from copylint.rule import Failure, Finding
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copylint.suppress import Directive


class Result(NamedTuple):
    """The result for one file: plain data that a worker or the cache can hand over. foreign: the language of the
    article, if no rule reads it."""

    name: str
    findings: Sequence[Finding] = ()
    observations: tuple[Noted, ...] = ()
    failures: tuple[Failure, ...] = ()
    source: str | None = None
    directives: tuple[Directive, ...] = ()
    foreign: str | None = None
    key: bytes = b""  # under which the cache may keep it; empty where it may not


def key_of(state: bytes, name: str, data: bytes) -> bytes:
    """The cache key of a file's result: made of its content, its name, and the state of everything else the result
    depends on."""
    digest = blake2b(b"%b%b\0" % (state, name.encode("utf-8", "surrogateescape")), digest_size=20)
    digest.update(data)
    return digest.digest()
