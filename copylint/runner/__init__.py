"""Many files: read, lint, judge together, in order. One file's failure is one file's failure."""

from __future__ import annotations

import os

from copylint.annotate.languages import language
from copylint.document import Document
from copylint.engine import Blocks, Linted, Noted, RuleSet, TimeLimit, finish, judge, lint, lint_each, silence
from copylint.files import STDIN, File
from copylint.formats import Format, format_for
from copylint.packs import PackError
from copylint.reporters import FileReport
from copylint.rule import Failure, Finding, OptionError, told
from copylint.runner.limit import Limit, Memory, NoCollector
from copylint.runner.reading import LACK_OF_MEMORY, TooLarge, completed, document_of, failed, read_bytes
from copylint.runner.reading import MOST_BYTES as MOST_BYTES
from copylint.runner.result import Result, key_of
from copylint.toml import TomlError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from copylint.config import Settings
    from copylint.runner.cache import Cache
    from copylint.runner.sources import Sources
    from copylint.suppress import Directive

WHOLE = 1_000_000  # code points: what is shorter may be an article, or a book; what is longer is linted in parts
_TOO_LARGE = f"is larger than {MOST_BYTES // 1_000_000} MB"
_NO_MEMORY = "is too large for the memory there is"
# Made here: where memory runs out there is none to put such a tuple together.
_TOLD_ELSEWHERE = (TomlError, PackError, OptionError, *LACK_OF_MEMORY)
_LIMIT_SECONDS = 10.0
_LIMIT_SECONDS_A_BYTE = 1e-6
_LIMIT_SECONDS_AN_OBSERVATION = 1e-4  # where files are judged together
_TOGETHER = 16  # files that are linted together: with more, what is read of each leaves the processor's cache
_SMALL_BYTES = 20_000  # of each of them
_TOO_LONG = f"takes longer than the {_LIMIT_SECONDS:.0f} s plus 1 s a MB that a file has"


class Runner:
    """Lints files, each with the settings that hold for it. Rule sets are prepared once for each settings value."""

    def __init__(
        self,
        formats: Mapping[str, Format],
        settings_for: Callable[[str], Settings],
        *,
        stdin: Callable[[], bytes] = lambda: b"",
        keep_source: bool = False,
        times: dict[str, float] | None = None,
        sources: Sources | None = None,
        on_document: Callable[[Document], None] | None = None,
        state_of: Callable[[Settings], bytes] | None = None,
    ) -> None:
        """on_document: called with each document that has been linted. state_of: everything that a result depends on
        besides the file; if given, each result has the key to cache it under."""
        self._formats = formats
        self._settings_for = settings_for
        self._stdin = stdin
        self._keep_source = keep_source
        self._times = times
        self._sources = sources
        self._on_document = on_document
        self._state_of = state_of
        self._states: dict[int, bytes] = {}
        self._rule_sets: dict[int, tuple[Settings, RuleSet]] = {}
        self._one_by_one = sources is not None
        self.instead: dict[str, bytes] = {}  # path -> what the file is taken to hold, before it is written

    def run(
        self,
        files: Sequence[File],
        on_file: Callable[[int], None] = lambda done: None,
        *,
        cache: Cache | None = None,
        elsewhere: Callable[[Sequence[File]], list[Result] | None] | None = None,
        context: Sequence[File] = (),
    ) -> tuple[FileReport, ...]:
        """The reports of the files, in order; files are judged together where the settings say so.

        context: the other files of the folder or project, which take part in the judging and are not reported. on_file:
        called with the number of files done. cache: where known results come from and new ones go. elsewhere: lints
        files in worker processes, and returns None if that does not pay.
        """
        results: dict[int, Result] = {}
        reported, files = len(files), [*files, *context]
        if cache is not None:
            with NoCollector():  # thousands of values, and no garbage among them
                results = cache.get(files, self._keys(files))
        missing = [index for index in range(len(files)) if index not in results]
        done = elsewhere([files[index] for index in missing]) if elsewhere is not None and missing else None
        if done is not None:
            results.update(zip(missing, done, strict=True))
        else:
            asked = sum(index < reported for index in missing)
            for index, result in zip(missing, self.lint_files([files[index] for index in missing], asked), strict=True):
                results[index] = result
                on_file(len(results))
        if cache is not None:
            cache.put(results, missing)
        return self._judged(files, [results[index] for index in range(len(files))])[:reported]

    def _keys(self, files: Sequence[File]) -> dict[int, bytes]:
        """The cache keys of the files' results, by index, from what the files hold now. Files that cannot be read, and
        standard input, have none."""
        keys: dict[int, bytes] = {}
        for index, file in enumerate(files):
            if file.path != STDIN:
                try:
                    keys[index] = self._key(file, self._read(file))
                except (OSError, MemoryError):
                    continue
        return keys

    def _key(self, file: File, data: bytes) -> bytes:
        if self._state_of is None:
            return b""
        settings = self._settings_for(file.path)
        state = self._states.get(id(settings))
        if state is None:
            state = self._states[id(settings)] = self._state_of(settings)
        return key_of(state, f"{file.path}\0{file.name}", data)

    def lint_files(self, files: Sequence[File], asked: int | None = None) -> Iterator[Result]:
        """Reads and lints files, small ones in groups. asked: the sources are asked about this many of the files, the
        first ones; None for all."""
        for start in range(0, len(files), _TOGETHER):
            few = files[start : start + _TOGETHER]
            together = self._linted_together(few)
            for at, file in enumerate(few):
                ask = asked is None or start + at < asked
                yield together[at] if at in together else self.lint_file(file, ask=ask)

    def _linted_together(self, files: Sequence[File]) -> dict[int, Result]:
        """Lints those files of a group that are small and have the same settings; the results by index. Empty if
        anything goes wrong: the files are then linted one by one, to find out which of them it was."""
        if self._one_by_one or len(files) < 2:
            return {}
        limit = Limit(_LIMIT_SECONDS)
        try:
            settings = self._settings_for(files[0].path)
            small = {} if settings.fields else dict(self._small(files, settings))
            if len(small) < 2:
                return {}
            few = [files[at] for at in small]
            with NoCollector(), limit:
                done = self._read_and_lint_each(few, [*small.values()], settings)
        except TimeLimit:
            limit.end()
            self._one_by_one = True  # where articles take so long, each has its own time
            return {}
        except Exception:
            return {}
        if any(failure.kind == "timeout" for _, result in done for failure in result.failures):
            self._one_by_one = True
            return {}
        return {at: self._finished(files[at], data, one) for (at, data), one in zip(small.items(), done, strict=True)}

    def _small(self, files: Sequence[File], settings: Settings) -> Iterator[tuple[int, bytes]]:
        """What the small files of a group hold, by index: those that can be read and have these settings."""
        for at, file in enumerate(files):
            if file.path == STDIN or self._settings_for(file.path) is not settings:
                continue
            try:
                data = self._read(file)
            except OSError:
                continue
            if len(data) <= _SMALL_BYTES:
                yield at, data

    def _read_and_lint_each(
        self, files: Sequence[File], datas: Sequence[bytes], settings: Settings
    ) -> list[tuple[Document | None, Result]]:
        read = [self._document(file, data) for file, data in zip(files, datas, strict=True)]
        documents = [completed(one, settings) for one in read if isinstance(one, Document)]
        linted = lint_each(documents, self._rules(settings), scope=settings.scope, times=self._times)
        each = zip(documents, linted, strict=True)
        done: list[tuple[Document | None, Result]] = []
        for file, one in zip(files, read, strict=True):
            if isinstance(one, Result):
                done.append((None, one))
            else:
                document, found = next(each)
                done.append((document, self._result(file, document, settings, [found])))
        return done

    def lint_file(self, file: File, *, ask: bool = True) -> Result:
        """Reads and lints one file. Whatever goes wrong is a failure in the result. ask: whether to ask the sources."""
        try:
            data = self._read(file)
        except TooLarge:
            return failed(file, "skipped", _TOO_LARGE)
        except OSError as error:
            return failed(file, "unreadable", f"cannot be read: {error.strerror or error}")
        except MemoryError:
            return failed(file, "skipped", _NO_MEMORY)
        if len(data) > MOST_BYTES:
            return failed(file, "skipped", _TOO_LARGE)
        limit = Limit(_LIMIT_SECONDS + len(data) * _LIMIT_SECONDS_A_BYTE)
        memory = Memory(len(data))
        try:
            with NoCollector(), limit:
                done = memory.bounding(lambda: self._read_and_lint(file, data))
        except LACK_OF_MEMORY:
            return failed(file, "skipped", _NO_MEMORY)
        except TimeLimit:
            limit.end()
            memory.end()
            return failed(file, "timeout", _TOO_LONG)
        return self._finished(file, data, done, ask)

    def _finished(self, file: File, data: bytes, done: tuple[Document | None, Result], ask: bool = True) -> Result:
        """The result with what the sources find, or with its key."""
        document, result = done
        if document is None:
            return result
        if self._on_document is not None:
            self._on_document(document)
        if self._sources is None or not ask:
            return result if self._state_of is None else result._replace(key=self._key(file, data))
        return self._sources.added(result, document, self._settings_for(file.path))

    # The next three, like `document_of`, are short for a reason: see `Memory`.

    def _read_and_lint(self, file: File, data: bytes) -> tuple[Document | None, Result]:
        """The document (None if it could not be read or linted) and the result."""
        document = self._document(file, data)
        if isinstance(document, Result):
            return None, document
        settings = self._settings_for(file.path)
        document = completed(document, settings)
        return self._tried(file, document, settings)

    def _document(self, file: File, data: bytes) -> Document | Result:
        return document_of(self.format(file), file, data)

    def _tried(self, file: File, document: Document, settings: Settings) -> tuple[Document | None, Result]:
        try:
            return document, self._lint(file, document, settings)
        except _TOLD_ELSEWHERE:  # each in its way
            raise
        except Exception as error:
            return None, failed(file, "skipped", f"a fault of copylint: {told(error)}")

    def format(self, file: File) -> Format:
        """The format that a file is read as."""
        name = file.name if file.path == STDIN else file.path
        return format_for(name, self._formats.values()) or self._formats["text"]

    def lint_text(self, file: File, text: str) -> tuple[Document, tuple[Finding, ...]] | None:
        """Lints a text as if the file held it, leaving out what is judged over several files. None if it cannot be read
        in time."""
        limit = Limit(_LIMIT_SECONDS + len(text) * _LIMIT_SECONDS_A_BYTE)
        memory = Memory(len(text))
        try:
            with NoCollector(), limit:
                document, result = memory.bounding(lambda: self._linted_text(file, text))
        except (TimeLimit, Exception):
            limit.end()
            memory.end()
            return None
        if not result.directives:
            return document, tuple(result.findings)
        return document, self._silenced(file, result, result.findings, result.failures)[0]

    def _linted_text(self, file: File, text: str) -> tuple[Document, Result]:
        settings = self._settings_for(file.path)
        document = completed(self.format(file).read(file.name, text), settings)
        return document, self._lint(file, document, settings)

    def data(self, file: File) -> bytes:
        """What the file holds. Raises OSError."""
        return self._read(file)

    def _lint(self, file: File, document: Document, settings: Settings) -> Result:
        if len(document.text) > WHOLE:
            return self._lint_parts(file, document, settings)
        return self._result(file, document, settings, self._with_fields(document, settings))

    def _result(self, file: File, document: Document, settings: Settings, linted: Sequence[Linted]) -> Result:
        findings = linted[0].findings
        if len(linted) > 1:
            findings = finish(found for one in linted for found in one.findings)
        return Result(
            file.name,
            findings,
            tuple(noted for one in linted for noted in one.observations),
            tuple(failure for one in linted for failure in one.failures),
            document.source if self._keep_source else None,
            _directives(document),
            self._foreign(document, settings),
        )

    def _lint_parts(self, file: File, document: Document, settings: Settings) -> Result:
        from copylint.runner.parts import Gathered, parts

        gathered = Gathered(file.name, len(document.text))
        in_time = True
        foreign: set[str | None] = set()
        for start, part in parts(document):
            if in_time:  # if not: each further rule would get a little time of its own, and so would each part
                try:
                    in_time = gathered.add(self._with_fields(part, settings), start)
                    foreign.add(self._foreign(part, settings))
                    continue
                except TimeLimit:  # it ran out between two rules
                    pass
            line = document.position(part.source_span(part.blocks[0].span).start).line
            gathered.failed(Failure("timeout", f"{_TOO_LONG}: it is not checked from line {line:,} on", file.name))
            break
        return Result(
            file.name,
            finish(gathered.findings),
            tuple(gathered.observations),
            gathered.failures,
            document.source if self._keep_source else None,
            _directives(document),
            foreign.pop() if len(foreign) == 1 else None,  # each part is judged for itself
        )

    def _foreign(self, document: Document, settings: Settings) -> str | None:
        tag = language(document)
        return None if self._rules(settings).reads(tag) else tag

    def _with_fields(self, document: Document, settings: Settings) -> list[Linted]:
        """Lints the document with the settings, and each kind of block that has settings of its own with those."""
        fields = tuple(settings.fields)
        linted = [self._linted(document, settings, Blocks(fields, without=True) if fields else None)]
        return linted + [self._linted(document, settings.fields[field], Blocks((field,))) for field in fields]

    def _linted(self, document: Document, settings: Settings, blocks: Blocks | None) -> Linted:
        return lint(document, self._rules(settings), scope=settings.scope, blocks=blocks, times=self._times)

    def _read(self, file: File) -> bytes:
        if file.path in self.instead:
            return self.instead[file.path]
        if file.path == STDIN:
            return self._stdin()
        return read_bytes(file.path)

    def _rules(self, settings: Settings) -> RuleSet:
        known = self._rule_sets.get(id(settings))
        if known is None:
            known = self._rule_sets[id(settings)] = (settings, RuleSet(settings.chosen))
        return known[1]

    def _judged(self, files: Sequence[File], results: Sequence[Result]) -> tuple[FileReport, ...]:
        """Judges the observations of the files, folder by folder or all together, and makes the reports."""
        groups: dict[tuple[int, str], tuple[Settings, list[Noted]]] = {}
        for file, result in zip(files, results, strict=True):
            if result.observations and not _is_no_article(result.directives):
                settings = self._settings_for(file.path)
                folder = os.path.dirname(file.path) if settings.scope == "folder" else ""
                groups.setdefault((id(settings), folder), (settings, []))[1].extend(result.observations)
        judged: dict[str, list[Finding]] = {}
        failures: dict[str, list[Failure]] = {}
        for settings, noted in groups.values():
            found, failed = self._together(settings, noted)
            for finding in found:
                judged.setdefault(finding.place.path, []).append(finding)
            for failure in failed:
                failures.setdefault(noted[0].observation.path, []).append(failure)
        reports = []
        for file, result in zip(files, results, strict=True):
            extra = judged.get(result.name) if judged else None
            findings = finish([*result.findings, *extra]) if extra else result.findings
            failed_here = (*result.failures, *failures.pop(result.name, ())) if failures else result.failures
            suppressed: tuple[Finding, ...] = ()
            if result.directives:
                findings, suppressed = self._silenced(file, result, findings, failed_here)
            reports.append(
                FileReport(result.name, findings, failed_here, suppressed, source=result.source, foreign=result.foreign)
            )
        return tuple(reports)

    def _together(self, settings: Settings, noted: Sequence[Noted]) -> tuple[Sequence[Finding], Sequence[Failure]]:
        limit = Limit(_LIMIT_SECONDS + len(noted) * _LIMIT_SECONDS_AN_OBSERVATION)
        try:
            with NoCollector(), limit:
                return judge(self._rules(settings), noted)
        except TimeLimit:
            limit.end()
            return (), [Failure("timeout", "to judge the files together takes too long: what differs is not reported")]

    def _silenced(
        self, file: File, result: Result, findings: Sequence[Finding], failures: Sequence[Failure]
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The findings that the file's directives leave, and those that they silence."""
        settings = self._settings_for(file.path)
        return silence(
            findings,
            result.directives,
            self._rules(settings),
            known=settings.known(),
            sources=settings.prefixes(),
            failed=[failure.rule for failure in failures if failure.rule is not None],
        )


def _is_no_article(said: Sequence[Directive]) -> bool:
    if not said:
        return False
    from copylint.suppress import is_no_article

    return is_no_article(said)


def _directives(document: Document) -> tuple[Directive, ...]:
    if not document.comments:
        return ()
    from copylint.suppress import directives

    return directives(document)
