"""The report as SARIF 2.1.0, for code scanning and for viewers."""

from __future__ import annotations

from urllib.parse import quote

from copylint.document import Place, Position
from copylint.reporters import Look, Report
from copylint.reporters.harmless import path_text, visible
from copylint.reporters.jsonreport import dumps
from copylint.reporters.places import edits, evidence
from copylint.reporters.tally import failures
from copylint.rule import Failure, Finding, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_PROBLEMS = {"error": "error", "warning": "warning", "suggestion": "recommendation"}  # GitHub's words
_FIXES = {"safe": "A safe fix.", "unsafe": "A fix that wants a reader's eye."}
_ROOT = "%SRCROOT%"
_MARKS = ("<mark>", "</mark>", "<evidence>", "</evidence>")


def render(report: Report, look: Look) -> Iterator[str]:
    """One log with one run."""
    rules = [_rule(rule_id, rule) for rule_id, rule in sorted(report.rules.items())]
    found = [finding for file in report.files for finding in file.findings]
    known = {rule["id"] for rule in rules}
    for rule_id in sorted({finding.rule for finding in found} - known):  # those of a source, which lists none
        rules.append({"id": rule_id, "properties": {"tags": [rule_id.split("/")[0]]}})
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    results = [_result(finding, indexes) for finding in found]
    if look.show_suppressed:
        for file in report.files:
            for finding in file.suppressed:
                results.append({**_result(finding, indexes), "suppressions": [{"kind": "inSource"}]})
    driver: dict[str, Any] = {"name": "copylint", "rules": rules}
    if report.version:
        driver["version"] = report.version
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(failures(report))],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that copylint was run in."}}},
        "artifacts": [{"location": _artifact(file.path)} for file in report.files],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    yield dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(rule_id: str, rule: Rule) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "tags": [rule_id.split("/")[0]],
        "problem.severity": _PROBLEMS[rule.severity],
        "quotations": rule.quotations,
    }
    if rule.fix:
        properties["fix"] = rule.fix
    if rule.source:
        properties["source"] = list(rule.source)
    return {
        "id": rule_id,
        "shortDescription": _message(rule.summary),
        "fullDescription": _message(rule.why or rule.summary),
        "help": _message(_help(rule)),
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default == "on"},
        "properties": properties,
    }


def _help(rule: Rule) -> str:
    lines = [rule.summary, rule.why]
    for example in rule.examples:
        if example.bad and not example.known:
            bad = example.bad
            for mark in _MARKS:
                bad = bad.replace(mark, "")
            lines.append(f"Fault: {bad}")
            if example.good:
                lines.append(f"Right: {example.good}")
            break
    return "\n\n".join(line for line in lines if line)


def _result(finding: Finding, indexes: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": _message(finding.message),
        "locations": [{"physicalLocation": _location(finding.place)}],
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if related := evidence(finding):
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(place), "message": _message(label or place.text)}
            for number, (place, label) in enumerate(related, 1)
        ]
    if finding.fingerprint:
        result["partialFingerprints"] = {"copylint/v1": finding.fingerprint}
    if finding.fix:
        result["fixes"] = [_fix(finding, finding.fix.safety)]
    properties: dict[str, Any] = {}
    if finding.counts is not None:
        properties["counts"] = dict(finding.counts)
    if finding.suggestions:
        properties["suggestions"] = list(finding.suggestions)
    if finding.place.field:
        properties["field"] = finding.place.field
    if finding.url:
        properties["url"] = finding.url
    if finding.category:
        properties["category"] = finding.category
    if properties:
        result["properties"] = properties
    return result


def _fix(finding: Finding, safety: str) -> dict[str, Any]:
    replacements: dict[str, list[dict[str, Any]]] = {}
    for place, replacement in edits(finding):
        replacements.setdefault(place.path, []).append(
            {"deletedRegion": _region(place.start, place.end), "insertedContent": {"text": replacement}}
        )
    return {
        "description": {"text": _FIXES[safety]},
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": changes} for path, changes in replacements.items()
        ],
    }


def _location(place: Place) -> dict[str, Any]:
    region = _region(place.start, place.end)
    if place.text:
        region["snippet"] = {"text": place.text}
    return {"artifactLocation": _artifact(place.path), "region": region}


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _artifact(path: str) -> dict[str, str]:
    """A relative reference below the root; what is outside (absolute, or through `..`) by its name."""
    name = path_text(path)
    if path[1:3] == ":\\" or path.startswith("\\\\"):
        name = "/" + name.replace("\\", "/")
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if name.startswith("/") or name[1:3] == ":/" or ".." in parts:
        last = parts[-1] if parts and parts[-1] != ".." else "outside"
        return {"uri": quote(last, safe="")}
    return {"uri": "/".join(quote(part, safe="") for part in parts), "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    """A message: braces would be placeholders and `[text](target)` a link; both are escaped as SARIF says."""
    shown = visible(text, keep="\n\t").replace("{", "{{").replace("}", "}}").replace("](", "\\](")
    return {"text": shown}


def _invocation(failed: list[Failure]) -> dict[str, Any]:
    invocation: dict[str, Any] = {"executionSuccessful": not failed}
    for key, kinds in (("toolExecutionNotifications", False), ("toolConfigurationNotifications", True)):
        notes = [_notification(failure) for failure in failed if (failure.kind == "config") is kinds]
        if notes:
            invocation[key] = notes
    return invocation


def _notification(failure: Failure) -> dict[str, Any]:
    note: dict[str, Any] = {
        "descriptor": {"id": failure.kind},
        "level": "error",
        "message": _message(failure.message),
    }
    if failure.rule:
        note["associatedRule"] = {"id": failure.rule}
    if failure.path:
        physical: dict[str, Any] = {"artifactLocation": _artifact(failure.path)}
        if failure.start:
            physical["region"] = {"startLine": failure.start.line, "startColumn": failure.start.column}
        note["locations"] = [{"physicalLocation": physical}]
    return note
