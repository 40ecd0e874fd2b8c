"""The sources that a run asks: opened when the first file wants them, closed at the end."""

from __future__ import annotations

from copylint.engine import finish
from copylint.rule import SEVERITIES, Failure, OptionError, told
from copylint.sources import NotAsked, SourceError, without_doubles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from copylint.config import Settings
    from copylint.document import Document
    from copylint.rule import Finding
    from copylint.runner.result import Result
    from copylint.sources import Opened, Source


class Sources:
    """The sources that a run asks, each opened when the first file wants it and closed at the end."""

    def __init__(self, known: Mapping[str, Source], asked: Sequence[str], tell: Callable[[str], None]) -> None:
        """known: those of the registry. asked: those that the command line asks for, besides the settings of each
        file. tell: takes a sentence for the user, told before a source's work starts or of one that is left out."""
        self._known = known
        self._asked = asked
        self._tell = tell
        self._options: dict[tuple[str, str, str], Any] = {}  # of those that are not left out
        self._read: set[tuple[str, str, str]] = set()
        self._opened: dict[tuple[str, str], Opened | None] = {}  # None: it cannot be opened
        self._left_out: set[str] = set()  # what has been told of sources that are left out
        self.failures: list[Failure] = []

    def prepare(self, settings: Settings) -> bool:
        """Reads the tables of the sources that the settings ask for, before any work is done, and leaves out those that
        only the command line may ask for. Returns whether any is left. Raises TomlError or OptionError for mistakes in
        a table."""
        names = sorted({*settings.sources, *self._asked})
        for name in names:
            key = _key(name, settings)
            if key in self._read:
                continue
            self._read.add(key)
            source = self._known[name]
            try:
                options = source.options(settings.table_of(name), settings.folder or "")
                if name not in self._asked and source.local is not None:
                    options = source.local(options)
                self._options[key] = options
            except OptionError as error:
                if not settings.table_of(name):
                    raise
                layer = settings.resolved.configured.layer
                raise layer.error((name, *error.key), f"{name}: {error}") from None
            except NotAsked as error:
                self._leave_out(f"{name} is not asked: {error}")
            except (Exception, SystemExit) as error:
                self._failed(name, error)
        return any(_key(name, settings) in self._options for name in names)

    def added(self, result: Result, document: Document, settings: Settings) -> Result:
        """The result with the findings of the sources, less what copylint's own rules found already."""
        findings, failures = list(result.findings), list(result.failures)
        for name in sorted({*settings.sources, *self._asked}):
            opened = self._open(name, settings)
            if opened is None:
                continue
            try:
                found, failed = _asked(opened, document, settings, by_name=name in self._asked)
                findings.extend(without_doubles(result.findings, found))
            except (Exception, SystemExit) as error:
                failed = [Failure("source", _said(name, error), document.path, name)]
            for failure in failed:
                (self.failures if failure.path is None else failures).append(failure)
        return result._replace(findings=finish(findings), failures=tuple(failures))

    def _open(self, name: str, settings: Settings) -> Opened | None:
        read = _key(name, settings)
        if read not in self._options:
            return None
        options = self._options[read]
        key = (name, repr(options))
        if key not in self._opened:
            try:
                opened = self._known[name].open(options)
                self._opened[key] = opened
                if opened.notice is not None:
                    self._tell(opened.notice)
            except (Exception, SystemExit) as error:
                self._opened[key] = None
                self._failed(name, error)
        return self._opened[key]

    def _leave_out(self, why: str) -> None:
        if why not in self._left_out:
            self._left_out.add(why)
            self._tell(why)

    def close(self) -> None:
        """Ends whatever the sources have started."""
        for (name, *_), opened in self._opened.items():
            try:
                if opened is not None:
                    opened.close()
            except (Exception, SystemExit) as error:
                self._failed(name, error)

    def _failed(self, name: str, error: BaseException) -> None:
        self.failures.append(Failure("source", _said(name, error), None, name))


def _key(name: str, settings: Settings) -> tuple[str, str, str]:
    """What the options of a source are made of: its table, and the folder that paths in it are relative to."""
    return name, settings.folder or "", repr(sorted(settings.table_of(name).items()))


def _asked(
    opened: Opened, document: Document, settings: Settings, *, by_name: bool
) -> tuple[list[Finding], list[Failure]]:
    """The findings of a source in a document that the settings want, and its failures. by_name: whether the command
    line asks for the source. Raises whatever the source raises, and ValueError for an answer that it may not give."""
    answers = list(opened.lint([document]))
    if len(answers) != 1:
        raise ValueError(f"it gives {len(answers)} answers for one document")
    wanted = []
    for finding in answers[0].findings:
        if finding.severity not in SEVERITIES:
            raise ValueError(f"{finding.severity!r} is not a severity")
        if settings.wants(finding.rule, asked=by_name):
            wanted.append(finding._replace(severity=settings.severity(finding.rule, finding.severity)))
    return wanted, list(answers[0].failures)


def _said(name: str, error: BaseException) -> str:
    """A source uses SourceError to say what the user can do; anything else is a fault in the source."""
    return str(error) if isinstance(error, SourceError) else f"{name} failed: {told(error)}"
