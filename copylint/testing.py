"""A rule's examples as assertions. Public: other people's packs are tested with it too.

from copylint.testing import load, problems

@pytest.mark.parametrize("rule", load("rules/newsroom"), ids=lambda rule: rule.id)
def test_rule(rule):
    assert problems(rule) == []
"""

from __future__ import annotations

import re

from copylint.checks import builtin_kinds
from copylint.document import Document, Place
from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats
from copylint.packs import load_pack, options_for
from copylint.rule import Chosen, Example, Failure, Finding, Kind, OptionError, Rule, Unavailable, Where
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

_MARKS = re.compile(r"</?(mark|evidence)>")
_PLACEHOLDER = re.compile(r"\{\w*\}")


class Marked(NamedTuple):
    """Copy without its marks: the source, and the source ranges of the faults and of their evidence, sorted."""

    source: str
    faults: tuple[tuple[int, int], ...]
    evidence: tuple[tuple[int, int], ...]


def load(folder: str, kinds: Iterable[Kind] = ()) -> tuple[Rule, ...]:
    """The rules of the pack in a folder. kinds: a plug-in's own kinds of check.

    Raises TomlError or PackError for what is wrong with it.
    """
    return load_pack(folder, _named(kinds), python=True).rules


def marked(text: str) -> Marked:
    """Copy with `<mark>` and `<evidence>` taken out. Evidence may stand within a mark: the two halves of a phrase.

    Raises ValueError if the marks do not pair or nest in any other way."""
    source: list[str] = []
    length = at = 0
    found: dict[str, list[tuple[int, int]]] = {"mark": [], "evidence": []}
    opened: list[tuple[str, int]] = []
    for tag in _MARKS.finditer(text):
        source.append(text[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        name = tag.group(1)
        if not tag.group().startswith("</"):
            if opened and (opened[-1][0] != "mark" or name != "evidence"):
                raise ValueError(f"<{name}> stands inside <{opened[-1][0]}>")
            opened.append((name, length))
        elif not opened or opened[-1][0] != name:
            raise ValueError(f"{tag.group()} closes nothing")
        else:
            found[name].append((opened.pop()[1], length))
    if opened:
        raise ValueError(f"<{opened[-1][0]}> is not closed")
    source.append(text[at:])
    return Marked("".join(source), tuple(found["mark"]), tuple(found["evidence"]))


def findings(
    rule: Rule,
    source: str,
    *,
    format: str = "text",
    options: Mapping[str, Any] | None = None,
    published: str | None = None,
    kinds: Iterable[Kind] = (),
) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    """What a rule on its own finds in a source, and its failures. options: keys as in a configuration."""
    reader = next((one for one in builtin_formats() if one.name == format), None)
    if reader is None:
        raise ValueError(f"there is no format '{format}'")
    document = reader.read("example", source)
    if published is not None:
        from datetime import date

        document = document.with_meta(document.meta._replace(published=date.fromisoformat(published)))
    values = options_for(rule, _named(kinds), options) if options else rule.options
    chosen = Chosen(rule, rule.severity, values)
    if rule.id.startswith("suppression/"):
        return _with_all_rules(chosen, document)
    linted = lint(document, RuleSet([chosen]))
    return linted.findings, linted.failures


def problems(rule: Rule, kinds: Iterable[Kind] = ()) -> list[str]:
    """Everything that is wrong with a rule and its examples, one sentence each; empty if nothing is.

    A rule needs two faults and one piece of copy that it leaves alone. Each `bad` gives exactly the marked findings
    with the marked evidence; the fix turns it into `good`; `good` is clean; and no message has a placeholder left.
    Raises Unavailable if the rule needs something that is not installed.
    """
    kinds = tuple(kinds)
    found = []
    faults = sum(1 for example in rule.examples if example.bad is not None and not example.known)
    clean = sum(1 for example in rule.examples if example.bad is None and not example.known)
    if faults < 2:
        found.append(f"{rule.id}: shows {faults} faults; at least two are needed")
    if clean < 1:
        found.append(f"{rule.id}: shows no copy that it leaves alone")
    told: dict[str, list[int]] = {}  # what is wrong -> the numbers of the examples that show it
    for number, example in enumerate(rule.examples, start=1):
        shown = example_problems(rule, example, kinds)
        if example.known:
            shown = [] if shown else ["is a known failure, and passes now: take `known` away"]
        for problem in shown:
            told.setdefault(problem, []).append(number)
    for problem, (number, *others) in told.items():
        found.append(f"{rule.id}: example {number} {problem}" + (f" (so do {len(others)} more)" if others else ""))
    found.extend(f"{rule.id}: {problem}" for problem in _slow_patterns(rule))
    return found


def example_problems(rule: Rule, example: Example, kinds: Iterable[Kind] = ()) -> list[str]:
    """What one example shows to be wrong. Raises Unavailable."""
    found: list[str] = []
    if example.bad is not None:
        found.extend(_bad_problems(rule, example, kinds))
    if example.good is not None:
        try:
            reported, failed = _run(rule, example, example.good, kinds)
        except (ValueError, OptionError) as error:
            return [*found, f"cannot be run: {error}"]
        found.extend(f"fails: {failure.message}" for failure in failed if f"fails: {failure.message}" not in found)
        found.extend(f"is good, but {finding.place.text!r} is found: {finding.message}" for finding in reported)
    return found


def _bad_problems(rule: Rule, example: Example, kinds: Iterable[Kind]) -> list[str]:
    assert example.bad is not None
    try:
        copy = marked(example.bad)
        reported, failed = _run(rule, example, copy.source, kinds)
    except (ValueError, OptionError) as error:
        return [f"cannot be run: {error}"]
    if failed:
        return [f"fails: {failure.message}" for failure in failed]
    found: list[str] = []
    if not copy.faults:
        found.append("is bad, but marks no fault")
    places = [_source(finding.place) for finding in reported]
    if places != list(copy.faults):
        found.append(f"marks {_listed(copy, copy.faults)}, but {_listed(copy, places)} is found")
    evidence = sorted({_source(other.place) for finding in reported for other in finding.evidence})
    if evidence != list(copy.evidence):
        found.append(f"marks {_listed(copy, copy.evidence)} as evidence, but {_listed(copy, evidence)} is given")
    found.extend(
        f"leaves a placeholder in its message: {finding.message}"
        for finding in reported
        if _PLACEHOLDER.search(finding.message)
    )
    if example.good is not None and not found:
        cured = cure(copy.source, reported)
        if rule.fix is not None and cured is None:
            found.append("has no fix, and the rule says that it has one")
        elif cured is not None and cured != example.good:
            found.append(f"is cured to {cured!r}, and not to {example.good!r}")
    return found


def _listed(copy: Marked, places: Sequence[tuple[int, int]]) -> str:
    """The texts of source ranges, each with the character that it begins at, counted from 1."""
    return ", ".join(f"{copy.source[start:end]!r} (character {start + 1})" for start, end in places) or "nothing"


def cure(source: str, reported: tuple[Finding, ...]) -> str | None:
    """The source with the fixes of all findings applied from the end, or None if one has none."""
    edits: set[tuple[int, int, str]] = set()
    for finding in reported:
        if finding.fix is None:
            return None
        edits.update((*_source(edit.place), edit.replacement) for edit in finding.fix.edits)
    for start, end, replacement in sorted(edits, reverse=True):
        source = source[:start] + replacement + source[end:]
    return source


def _source(where: Where) -> tuple[int, int]:
    """The source range of a place that the engine has placed."""
    assert isinstance(where, Place)
    return where.start.offset, where.end.offset


def _run(
    rule: Rule, example: Example, source: str, kinds: Iterable[Kind]
) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    found, failures = findings(
        rule,
        source,
        format=example.format,
        options=example.options,
        published=example.published,
        kinds=kinds,
    )
    for failure in failures:
        if failure.kind == "unavailable":
            raise Unavailable(failure.message)
    return found, failures


def _with_all_rules(chosen: Chosen, document: Document) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    """What a rule about suppressions finds. It is judged on what all other rules find."""
    from copylint.engine import silence
    from copylint.packs import builtin_root, pack_folders
    from copylint.suppress import directives

    others = [other for folder in pack_folders(builtin_root()) for other in load(folder) if other.id != chosen.rule.id]
    rules = RuleSet([chosen, *(Chosen(other, other.severity, other.options) for other in others)])
    known = [*rules.by_id, *dict.fromkeys(name.partition("/")[0] for name in rules.by_id)]
    linted = lint(document, rules)
    kept, _ = silence(linted.findings, directives(document), rules, known=known)
    return tuple(finding for finding in kept if finding.rule == chosen.rule.id), linted.failures


def _named(kinds: Iterable[Kind]) -> dict[str, Kind]:
    return {kind.name: kind for kind in (*builtin_kinds(), *kinds)}


def _slow_patterns(rule: Rule) -> list[str]:
    """Patterns whose time grows faster than the text: each is tried on pumped strings of two lengths."""
    from copylint.checks.pattern import PatternOptions
    from copylint.checks.pumped import slow

    if not isinstance(rule.options, PatternOptions):
        return []
    return [
        f"the pattern {expression!r} takes more than linear time on {pump!r} repeated"
        for expression in (rule.options.pattern, *rule.options.exceptions)
        if (pump := slow(expression)) is not None
    ]
