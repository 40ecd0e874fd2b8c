"""The results of earlier runs, keyed by all that they depend on, each with the section of the report made from it.

A result is kept as JSON, preceded by the numbers of its findings. When the same report is made again of a file that has
not changed, its findings are neither decoded nor rendered again.
"""

from __future__ import annotations

from copylint.document import Excerpt, Place, Position, Span
from copylint.engine import Noted
from copylint.kept import decoded, encoded
from copylint.memo import cache
from copylint.reporters import Counts, FileReport, KnownFindings, name_of
from copylint.rule import Edit, Evidence, Finding, Fix, Observation
from copylint.runner.result import Result
from copylint.runner.store import Store
from copylint.suppress import Directive, Named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from copylint.files import File
    from copylint.reporters import Look, Reporter

_LENGTHS = tuple(len(kind._fields) for kind in (Span, Position, Position, Excerpt))
_tuple = tuple.__new__


class Cache:
    """The results of earlier runs. Not for two threads at once."""

    def __init__(self, report: tuple[Reporter, Look] | None = None, where: str | None = None) -> None:
        """report: the one that will be made, if sections of it may be kept."""
        self._store = Store(where)
        self._section: Callable[[FileReport], str] | None = None
        self._report = ""
        self._untold: list[int] = []  # the numbers of known results of which that report has said nothing yet
        if report is not None and (section := report[0].section) is not None:
            look = report[1]
            self._section = lambda file: section(file, look)
            self._report = name_of(report[0].name, look)

    def get(self, files: Sequence[File], keys: Mapping[int, bytes]) -> dict[int, Result]:
        """The results that are there. keys: of files, by their number."""
        values = self._store.get(list(keys.values()))
        try:
            found = {
                index: _result(files[index].name, key, values[key]) for index, key in keys.items() if key in values
            }
        except (ValueError, TypeError, LookupError):  # whatever has put that there
            return {}
        if self._section is not None:
            unread = {
                self._key(one.key): (at, one.findings)
                for at, one in found.items()
                if isinstance(one.findings, KnownFindings)
            }
            sections = self._store.get(list(unread))
            for key, (at, findings) in unread.items():
                section = sections.get(key)
                if section is None:
                    self._untold.append(at)
                else:
                    findings.section = (self._report, section.decode("utf-8", "surrogatepass"))
        return found

    def put(self, results: dict[int, Result], fresh: Sequence[int]) -> None:
        """Keeps those of the new results in which nothing failed. For those whose report section depends on nothing
        else, the section is kept too, so that it need not be rendered again."""
        for index in fresh:
            result = results[index]
            if result.key and not result.failures:
                self._store.put(result.key, _value(result))
        if self._section is not None:
            for index in (*fresh, *self._untold):
                result = results[index]
                if result.findings and result.key and _is_plain(result):
                    results[index] = self._told(result, self._section)

    def _told(self, result: Result, section: Callable[[FileReport], str]) -> Result:
        findings = result.findings
        if not isinstance(findings, KnownFindings):
            read = tuple(findings)
            findings = KnownFindings(Counts.of(read), lambda: read)
        text = section(FileReport(result.name, findings))
        findings.section = (self._report, text)
        self._store.put(self._key(result.key), text.encode("utf-8", "surrogatepass"))
        return result._replace(findings=findings)

    def _key(self, key: bytes) -> bytes:
        """The key of the section that tells of the result of a key."""
        return key + self._report.encode()

    def close(self) -> None:
        """Writes what is new."""
        self._store.close()


def _is_plain(result: Result) -> bool:
    """Whether what is found in a file is its findings, and what is told of it nothing but them."""
    return not (result.observations or result.directives or result.failures or result.foreign)


def _value(result: Result) -> bytes:
    """A result as it is kept: nothing where nothing is found; else a line with the numbers of the findings, if they are
    all that there is, and then JSON."""
    if not _is_plain(result):
        return f"\n{encoded([result.findings, result.observations, result.directives, result.foreign])}".encode()
    if not result.findings:
        return b""
    return f"{' '.join(map(str, Counts.of(result.findings)))}\n{encoded(result.findings)}".encode()


def _result(name: str, key: bytes, value: bytes) -> Result:
    if not value:
        return Result(name)
    numbers, _, rest = value.partition(b"\n")
    if numbers:
        return Result(name, KnownFindings(_counts(numbers), lambda: _findings(rest)), key=key)
    findings, observations, directives, foreign = decoded(rest.decode())
    return Result(
        name,
        tuple(map(_finding, findings)),
        tuple(Noted(rule, _observation(seen)) for rule, seen in observations),
        directives=tuple(map(_directive, directives)),
        foreign=foreign,
    )


@cache
def _counts(numbers: bytes) -> Counts:
    return Counts(*map(int, numbers.split()))  # the same of very many articles


def _findings(value: bytes) -> tuple[Finding, ...]:
    return tuple(map(_finding, decoded(value.decode())))


def _finding(plain: Sequence[Any]) -> Finding:
    rule, severity, message, place, evidence, counts, suggestions, fix, *rest = plain
    return Finding(
        rule,
        severity,
        message,
        _place(place),
        tuple([Evidence(_place(other), label) for other, label in evidence]),
        counts,
        tuple(suggestions),
        None if fix is None else Fix(fix[0], tuple([Edit(_place(where), new) for where, new in fix[1]])),
        *rest,
    )


def _observation(plain: Sequence[Any]) -> Observation:
    family, form, place, *rest = plain
    return Observation(family, form, _place(place), *rest)


def _directive(plain: Sequence[Any]) -> Directive:
    directive = Directive(*plain)
    return directive._replace(
        rules=tuple(Named(name, _place(place)) for name, place in directive.rules),
        place=_place(directive.place),
        covers=tuple(Span(*one) for one in directive.covers),
    )


def _place(plain: Any) -> Place:
    path, span, start, end, text, excerpt, *rest = plain
    if (len(span), len(start), len(end), len(excerpt)) != _LENGTHS:
        raise ValueError("a place of another form")
    # There are thousands, and their constructors would take longer than to read them.
    where = _tuple(Span, span), _tuple(Position, start), _tuple(Position, end)
    return Place(path, *where, text, _tuple(Excerpt, excerpt), *rest)
