"""Sources: whole engines of findings behind one prefix, with a life of their own: opened, asked, closed.

A source is never imported, started or asked unless its configuration table is there or `--with` names it.
"""

from __future__ import annotations

from copylint.document import Document
from copylint.engine import Linted
from copylint.rule import Finding
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, Protocol
else:
    Protocol = object


class SourceError(Exception):
    """What keeps a source from its work; the text is one sentence that says what to do now."""


class NotAsked(SourceError):
    """What a configuration wants of a source, but only whoever runs copylint may ask for. The source is left out of
    the run, which is no failure: nothing that was asked for is missing."""


class Fact(NamedTuple):
    """One line of a diagnosis. ok is None for what is only told; cure says how to get what is missing."""

    subject: str
    state: str
    ok: bool | None = None
    cure: str = ""


class Opened(Protocol):
    """A source at work. Not for two threads at once.

    notice: a sentence that the user must read before the work starts (what is sent where), or None.
    """

    notice: str | None

    def lint(self, documents: Iterable[Document]) -> list[Linted]:
        """The findings and failures of each document, in order; the id of each finding starts with the source's name
        and a stroke. Once the source cannot go on, one failure without a path tells why, and the rest is empty."""

    def diagnose(self) -> tuple[Fact, ...]:
        """What is there, what works and what is missing."""

    def close(self) -> None:
        """Ends every process and connection. Any number of times, at any moment."""


class Source(NamedTuple):
    """A source that can be opened.

    options: (configuration table, folder of the configuration or "") -> options; raises OptionError. open:
    options -> a source at work; raises SourceError, starts nothing yet. extra: the extra of copylint that it
    needs. local: options -> options with which the source reaches no other machine, for where a checkout asks for it
    and nobody who runs copylint does; raises NotAsked where there are none.
    """

    name: str
    summary: str
    options: Callable[[Mapping[str, Any], str], Any]
    open: Callable[[Any], Opened]
    extra: str | None = None
    local: Callable[[Any], Any] | None = None


def builtin_sources() -> tuple[Source, ...]:
    """The sources that ship with copylint. Their modules are imported when their options are read."""
    return (
        Source(
            "languagetool",
            "Grammar and spelling at large, by LanguageTool",
            _languagetool_options,
            _open_languagetool,
            "languagetool",
            _local_languagetool,
        ),
    )


def without_doubles(own: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of a source less those that tell the fault of one of copylint's own again.

    Two findings of a file tell the same fault if they mark mostly the same characters: what they share is at
    least half of what they cover together.
    """
    told = sorted({(finding.place.start.offset, finding.place.end.offset) for finding in own})
    kept = []
    for finding in others:
        start, end = finding.place.start.offset, finding.place.end.offset
        for own_start, own_end in told:
            shared = min(end, own_end) - max(start, own_start)
            together = max(end, own_end) - min(start, own_start)
            if (shared > 0 or (start, end) == (own_start, own_end)) and 2 * shared >= together:
                break
        else:
            kept.append(finding)
    return tuple(kept)


def _languagetool_options(table: Mapping[str, Any], folder: str) -> Any:
    from copylint.sources.languagetool.options import read

    return read(table, folder)


def _local_languagetool(options: Any) -> Any:
    from copylint.sources.languagetool.options import local

    return local(options)


def _open_languagetool(options: Any) -> Opened:
    from copylint.sources.languagetool.source import LanguageTool

    return LanguageTool(options)
