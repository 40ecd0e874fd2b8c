"""`--fix`, `--diff` and `--add-ignores`: which texts change, what is said about it, and writing them."""

from __future__ import annotations

import os
import sys

from copylint.cli.writing import Refused, rewrite
from copylint.config.layers import is_within, root_of
from copylint.files import STDIN, File
from copylint.formats import FormatError, decode, encode
from copylint.rule import Failure, Finding
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from copylint.document import Document
    from copylint.reporters import FileReport
    from copylint.runner import Runner


class Change(NamedTuple):
    """A file whose text is to change: its bytes and text now, its new text, and the new bytes."""

    file: File
    data: bytes
    before: str
    after: str
    written: bytes


class Changes(NamedTuple):
    """All changes of a run. done: how many findings were fixed or ignored by them, by file. notes: a sentence
    for each finding that was not, and why."""

    changes: tuple[Change, ...]
    done: dict[str, int]
    notes: tuple[str, ...]


def fixes(
    runner: Runner,
    files: Sequence[File],
    reports: Sequence[FileReport],
    *,
    unsafe: bool,
    accepted: Mapping[str, Collection[str]],
    once: bool = False,
) -> Changes:
    """The texts with fixes applied. accepted: fingerprints of findings that are to stay, by the path of the file. once:
    fix only what is reported, not what a fix brings to light."""
    from copylint.fix import MOST_PASSES, Read, fixed

    changes: list[Change] = []
    done: dict[str, int] = {}
    notes: list[str] = []
    for file, report in zip(files, reports, strict=True):
        if not any(one.fix is not None and (unsafe or one.fix.safety == "safe") for one in report.findings):
            continue
        read = _read(runner, file)
        if read is None:
            continue
        data, text, document, findings = read
        stays = accepted.get(file.path, ())

        def lint(text: str, file: File = file, data: bytes = data) -> Read | None:
            linted = _linted(runner, file, data, text)
            return None if linted is None else Read(*linted)

        def wanted(finding: Finding, stays: Collection[str] = stays) -> bool:
            return finding.fingerprint not in stays

        outcome = fixed(
            Read(document, findings),
            lint,
            unsafe=unsafe,
            findings=report.findings,
            wanted=wanted,
            passes=1 if once else MOST_PASSES,
        )
        notes += [
            f"{_where(finding)}: the fix of {finding.rule} is withheld: {why}" for finding, why in outcome.withheld
        ]
        if outcome.text != text:
            done[file.name] = len(outcome.applied)
            changes.append(_change(file, data, text, outcome.text))
    return Changes(tuple(changes), done, tuple(notes))


def fixes_together(
    runner: Runner,
    files: Sequence[File],
    changes: Changes,
    again: Callable[[], Changes],
) -> Changes:
    """The changes of a first pass with those of further ones, where findings are judged over several files: the texts
    are judged together again, until nothing changes or a state comes back.

    again: the fixes for what is found when the files hold what `runner.instead` says.
    """
    from copylint.fix import MOST_PASSES

    first = {change.file.path: change for change in changes.changes}
    last = dict(first)
    done = dict(changes.done)
    seen = [{path: change.after for path, change in last.items()}]
    for _ in range(MOST_PASSES - 1):
        if not changes.changes:
            break
        runner.instead.update((change.file.path, change.written) for change in changes.changes)
        changes = again()
        for change in changes.changes:
            begun = first.setdefault(change.file.path, change)
            last[change.file.path] = change._replace(data=begun.data, before=begun.before)
        state = {path: change.after for path, change in last.items()}
        if changes.changes and state in seen:
            break
        seen.append(state)
        for name, count in changes.done.items():
            done[name] = done.get(name, 0) + count
    runner.instead.clear()
    kept = tuple(
        last[file.path] for file in files if file.path in last and last[file.path].after != last[file.path].before
    )
    return Changes(kept, {change.file.name: done[change.file.name] for change in kept}, changes.notes)


def ignores(runner: Runner, files: Sequence[File], reports: Sequence[FileReport], reason: str) -> Changes:
    """The texts with a directive for each finding that is reported."""
    from copylint.suppress import PACK, directives_for

    changes: list[Change] = []
    done: dict[str, int] = {}
    notes: list[str] = []
    for file, report in zip(files, reports, strict=True):
        wanted = [finding for finding in report.findings if not finding.rule.startswith(PACK + "/")]
        read = _read(runner, file) if wanted else None
        if read is None:
            continue
        data, text, document, _ = read
        format = runner.format(file).name
        accepted: list[tuple[int, str]] = []
        for offset, inserted, findings in directives_for(document, wanted, reason, format=format):
            tried = [*accepted, (offset, inserted)]
            if _keeps(_linted(runner, file, data, _inserted(text, tried)), document, findings):
                accepted = tried
                done[file.name] = done.get(file.name, 0) + len(findings)
            else:
                notes += [_not_ignored(one, format) for one in findings]
        if accepted:
            changes.append(_change(file, data, text, _inserted(text, accepted)))
    return Changes(tuple(changes), done, tuple(notes))


def _not_ignored(finding: Finding, format: str) -> str:
    """The note that a finding is not ignored, and what to write in front matter, where there can be no comment."""
    told = f"{_where(finding)}: {finding.rule} cannot be ignored by a comment here"
    if format in ("markdown", "mdx") and finding.place.field is not None:
        told += f"; 'copylint: ignore[{finding.rule}] REASON' in the front matter does it"
    return told


def diff(changes: Changes) -> Iterator[str]:
    """The changes as a unified diff, line by line; names in it as git writes them, so that none ends its line."""
    from difflib import unified_diff

    for change in changes.changes:
        old, new = _diff_name(f"a/{change.file.name}"), _diff_name(f"b/{change.file.name}")
        for line in unified_diff(_lines(change.before), _lines(change.after), old, new):
            if line.endswith(("\n", "\r")):
                yield line
            else:
                yield line + "\n"
                yield "\\ No newline at end of file\n"


def _diff_name(name: str) -> str:
    if name.isprintable() and '"' not in name and "\\" not in name:
        return name + "\t" if " " in name else name  # which tells where it ends
    return f'"{"".join(map(_diff_letter, name))}"'


def _diff_letter(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else "".join(f"\\{byte:03o}" for byte in letter.encode())


def harmless(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a diff for a terminal, with the control characters of the copy made visible."""
    from copylint.reporters.harmless import visible

    for line in lines:
        yield visible(line.rstrip("\r\n"), keep="\t") + "\n"


def write(changes: Changes) -> dict[str, Failure]:
    """Writes the files; the failures, by name. Standard input is left to the caller."""
    failures = {}
    for change in changes.changes:
        path = change.file.path
        if path == STDIN:
            continue
        here = os.getcwd()
        root = here if is_within(here, os.path.dirname(path)) else root_of(os.path.dirname(path))
        try:
            rewrite(path, change.data, change.written, root)
        except Refused as error:
            failures[change.file.name] = Failure("skipped", f"is left as it was: {error}", change.file.name)
    return failures


def tell(notes: Sequence[str]) -> None:
    """Says what was not done."""
    from copylint.reporters.harmless import visible

    for note in notes:
        print(visible(note), file=sys.stderr)


def _read(runner: Runner, file: File) -> tuple[bytes, str, Document, tuple[Finding, ...]] | None:
    """A file as it is now: its bytes, its text, and what is found in it; None if it cannot be had any more."""
    try:
        data = runner.data(file)
        text = decode(data).text
    except (OSError, FormatError):
        return None
    linted = runner.lint_text(file, text)
    return None if linted is None else (data, text, *linted)


def _change(file: File, data: bytes, before: str, after: str) -> Change:
    return Change(file, data, before, after, encode(after, decode(data)))


def _linted(runner: Runner, file: File, data: bytes, text: str) -> tuple[Document, tuple[Finding, ...]] | None:
    """What a file of this data would be with another text; None if it cannot hold it, such as a NUL or half of a
    surrogate pair, or if it could not be read in its time."""
    try:
        if decode(encode(text, decode(data))).text != text:
            return None
    except (FormatError, UnicodeError):
        return None
    return runner.lint_text(file, text)


def _keeps(
    linted: tuple[Document, tuple[Finding, ...]] | None, document: Document, findings: Sequence[Finding]
) -> bool:
    """Whether a text with directives reads as before, and the findings are silenced."""
    if linted is None or linted[0].text != document.text:
        return False
    gone = {(finding.rule, finding.place.span) for finding in findings}
    return not any((finding.rule, finding.place.span) in gone for finding in linted[1])


def _inserted(text: str, insertions: Sequence[tuple[int, str]]) -> str:
    for offset, inserted in sorted(insertions, reverse=True):
        text = text[:offset] + inserted + text[offset:]
    return text


def _where(finding: Finding) -> str:
    place = finding.place
    return f"{place.path}:{place.start.line}:{place.start.column}"


def _lines(text: str) -> list[str]:
    import re

    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
