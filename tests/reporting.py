"""Findings made by hand, for the tests of the reporters."""

from __future__ import annotations

from typing import Any

from copylint.document import Block, Document, Place, Segment, Span
from copylint.reporters import FileReport, Look, Report, builtin_reporters
from copylint.rule import Edit, Evidence, Failure, Finding, Fix

TALKS = (
    "TALKS RESUME\n"
    "\n"
    "“We must re-enter the talks, “the minister told reporters on Monday, before she left for the coast.\n"
    "\n"
    "She had re-entered parliament in May. Her reentry was short, and a re-election followed in June.\n"
)


def document(source: str, path: str = "talks.txt") -> Document:
    """The whole source as one paragraph."""
    whole = Span(0, len(source))
    return Document(path, source, source, [Block("paragraph", whole)], [Segment(whole, whole)])


def span(doc: Document, start: int, end: int) -> Place:
    """The place of a range of source offsets."""
    found = Span(start, end)
    return Place(doc.path, found, doc.position(start), doc.position(end), doc.source[start:end], doc.excerpt(found), "")


def place(doc: Document, text: str, nth: int = 1) -> Place:
    """The place of the nth occurrence of a text."""
    start = -1
    for _ in range(nth):
        start = doc.source.index(text, start + 1)
    return span(doc, start, start + len(text))


def finding(where: Place, **values: Any) -> Finding:
    """A warning at a place."""
    given: dict[str, Any] = {"rule": "pack/fault", "severity": "warning", "message": "It is wrong.", **values}
    return Finding(place=where, **given)


def one(where: Place, **values: Any) -> Report:
    """A report of one file with one finding."""
    return Report((FileReport(where.path, (finding(where, **values),)),))


def talks() -> Report:
    """A report with a safe fix, a consistency finding, a failure and a clean file."""
    doc = document(TALKS)
    mark = place(doc, ", “t")
    mark = span(doc, mark.start.offset, mark.end.offset - 1)
    reentry = place(doc, "reentry")
    return Report(
        (
            FileReport("clean.txt", source="Nothing to see.\n"),
            FileReport(
                "talks.txt",
                (
                    finding(
                        mark,
                        rule="quotes/wrong-direction",
                        severity="error",
                        message="An opening mark stands where this quotation closes.",
                        suggestions=(",” ",),
                        fix=Fix("safe", (Edit(mark, ",” "),)),
                        fingerprint="f1",
                    ),
                    finding(
                        reentry,
                        rule="hyphenation/mixed-prefix",
                        message="'reentry' once, but 're-enter' three times: one prefix, two styles.",
                        evidence=(
                            Evidence(place(doc, "re-enter"), "re-enter"),
                            Evidence(place(doc, "re-entered"), "re-entered"),
                            Evidence(place(doc, "re-election"), "prefix with a hyphen"),
                        ),
                        counts={"reentry": 1, "re-enter": 2, "re-election": 1},
                        suggestions=("re-entry",),
                        fix=Fix("unsafe", (Edit(reentry, "re-entry"),)),
                        fingerprint="f2",
                    ),
                ),
                (Failure("rule", "The rule raised ValueError: no date.", "talks.txt", "dates/weekday"),),
                baselined=2,
                source=TALKS,
            ),
        ),
        version="0.1.0",
    )


def render(name: str, report: Report, look: Look = Look()) -> str:  # noqa: B008 - an immutable value
    """The whole text of a report in a built-in format; each piece must end where a line ends."""
    reporter = {reporter.name: reporter for reporter in builtin_reporters()}[name]
    pieces = list(reporter.render(report, look))
    assert [piece[-1:] for piece in pieces] == ["\n"] * len(pieces)
    return "".join(pieces)
