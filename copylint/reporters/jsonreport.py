"""The report as one JSON object, version 1: the interface that other programs read."""

from __future__ import annotations

import json
import re

from copylint.document import Position
from copylint.reporters import FileReport, Look, Report, sections
from copylint.reporters.harmless import path_text
from copylint.reporters.places import edits, evidence
from copylint.reporters.tally import failures
from copylint.rule import Failure, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

VERSION = 1

# What JSON may carry as it is, but a terminal or an encoder may not: DEL and C1, bidirectional controls, line
# and paragraph separators, lone surrogates. They stand only inside strings, where an escape means the same.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# A point, indented: it reads better on one line. No string holds a raw line feed, so nothing else looks so.
_POINT = re.compile(r'\{\s+("offset": \d+),\s+("line": \d+),\s+("column": \d+)\s+\}')


def render(report: Report, look: Look) -> Iterator[str]:
    """The object, a file at a time."""
    yield f'{{\n "version": {VERSION},\n "files": [\n'
    before = ""
    for text in sections(report, look, "json", section):
        if before:
            yield before + ",\n"
        before = text
    if before:
        yield before + "\n"
    yield " ],\n"
    rest = {"failures": [_of_run(item) for item in report.failures], "summary": summary(report)}
    yield dumps(rest, indent=1).removeprefix("{\n") + "\n"


def section(file: FileReport, look: Look) -> str:
    """The object of a file."""
    lines = _POINT.sub(r"{\1, \2, \3}", dumps(_file(file, look), indent=1))
    return "  " + lines.replace("\n", "\n  ")


def dumps(value: object, indent: int | None = None) -> str:
    """JSON that keeps text readable and can be printed and encoded anywhere in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def finding(item: Finding) -> dict[str, Any]:
    """A finding as README tells of it."""
    place = item.place
    return {
        "rule": item.rule,
        "severity": item.severity,
        "message": item.message,
        "text": place.text,
        "field": place.field,
        "start": position(place.start),
        "end": position(place.end),
        "evidence": [
            {
                "path": path_text(where.path),
                "label": label,
                "text": where.text,
                "start": position(where.start),
                "end": position(where.end),
            }
            for where, label in evidence(item)
        ],
        "counts": None if item.counts is None else dict(item.counts),
        "suggestions": list(item.suggestions),
        "url": item.url,
        "fingerprint": item.fingerprint,
        "fix": None
        if item.fix is None
        else {
            "safety": item.fix.safety,
            "edits": [
                {"start": position(where.start), "end": position(where.end), "replacement": replacement}
                for where, replacement in edits(item)
            ],
        },
    }


def failure(item: Failure) -> dict[str, Any]:
    """A failure as README tells of it."""
    return {
        "kind": item.kind,
        "rule": item.rule,
        "message": item.message,
        "start": None if item.start is None else position(item.start),
    }


def position(point: Position) -> dict[str, int]:
    """A point: offset from 0, line and column from 1, all in code points."""
    return {"offset": point.offset, "line": point.line, "column": point.column}


def summary(report: Report) -> dict[str, Any]:
    """The numbers of the run."""
    counts = report.counts()
    return {
        "files": len(report.files),
        "findings": {severity: counts[severity] for severity in ("error", "warning", "suggestion")},
        "failures": len(failures(report)),
        "suppressed": sum(len(file.suppressed) for file in report.files),
        "baselined": sum(file.baselined for file in report.files),
    }


def _of_run(item: Failure) -> dict[str, Any]:
    """A failure that stands below no file; it may be of one that could not be taken up, and then it names it."""
    return {**failure(item), "path": None if item.path is None else path_text(item.path)}


def _file(file: FileReport, look: Look) -> dict[str, Any]:
    made: dict[str, Any] = {
        "path": path_text(file.path),
        "findings": [finding(item) for item in file.findings],
        "failures": [failure(item) for item in file.failures],
    }
    if look.show_suppressed:
        made["suppressed"] = [finding(item) for item in file.suppressed]
    return made
