"""Directives: what they cover, and what is wrong with them."""

from __future__ import annotations

import pytest

from copylint.document import Document, Span
from copylint.engine import finish
from copylint.formats import builtin_formats
from copylint.placing import locate
from copylint.rule import Finding
from copylint.suppress import Applied, apply, directives

READERS = {one.name: one.read for one in builtin_formats()}
KNOWN = ("spacing", "spacing/doubled-word", "quotes", "quotes/unclosed", "suppression/unused")
SOURCES = ("languagetool",)
HARD_WRAPPED = """The first line has a fault
and the second a fault too.
"""


def _faults(document: Document) -> list[Finding]:
    """A finding of spacing/doubled-word at each word 'fault'."""
    found, at = [], document.text.find("fault")
    while at >= 0:
        found.append(Finding("spacing/doubled-word", "warning", "", locate(document, Span(at, at + 5))))
        at = document.text.find("fault", at + 1)
    return list(finish(found))


def _applied(source: str, format: str = "markdown") -> Applied:
    document = READERS[format]("story", source)
    return apply(_faults(document), directives(document), known=KNOWN, sources=SOURCES, ran=("spacing/doubled-word",))


def _lines(applied: Applied) -> tuple[list[int], list[int]]:
    return [one.place.start.line for one in applied.kept], [one.place.start.line for one in applied.suppressed]


IGNORE = "copylint: ignore[spacing/doubled-word] so said"


@pytest.mark.parametrize(
    ("format", "source", "kept", "suppressed"),
    [
        ("markdown", f"A fault. <!-- {IGNORE} -->\n\nA fault.", [3], [1]),
        ("markdown", f"One fault\nand two fault <!-- {IGNORE} -->\nand three.", [1], [2]),
        ("markdown", f"<!-- {IGNORE} -->\n\n{HARD_WRAPPED}\nA fault.", [6], [3, 4]),
        ("markdown", f"<!-- {IGNORE} -->\nA fault.\n\nA fault.", [4], [2]),
        ("markdown", f"- A fault.\n- A fault. <!-- {IGNORE} -->\n- A fault.", [1, 3], [2]),
        ("markdown", f"# A fault <!-- {IGNORE} -->\n\nA fault.", [3], [1]),
        ("markdown", f"> <!-- {IGNORE} -->\n>\n> A fault.\n\nA fault.", [5], [3]),
        ("markdown", f"```\n<!-- {IGNORE} -->\n```\n\nA fault.", [5], []),
        ("markdown", f"`<!-- {IGNORE} -->`\n\nA fault.", [3], []),
        ("markdown", f"- <!-- {IGNORE} -->\n  A fault.\n- A fault.", [3], [2]),
        ("markdown", f"<!-- {IGNORE} --> <!-- copylint: ignore[quotes] why -->\nA fault.\n\nA fault.", [4], [2]),
        ("text", f"{IGNORE}\n\n{HARD_WRAPPED}\nA fault.", [6], [3, 4]),
        ("text", f"# {IGNORE}\nA fault.\n\nA fault.", [4], [2]),
        ("text", f"The word {IGNORE} in prose, and a fault.", [1], []),
        ("html", f"<p>A fault. <!-- {IGNORE} --></p>\n<p>A fault.</p>", [2], [1]),
        ("html", f"<!-- {IGNORE} -->\n<div><p>A fault,\na fault.</p></div>\n<p>A fault.</p>", [4], [2, 3]),
        ("html", f"<main><div><!-- {IGNORE} -->\n<p>A fault.</p>\n<p>A fault.</p>", [3], [2]),
        ("html", f"<p>A fault,\n<b><!-- {IGNORE} --></b>\na fault.</p>\n<p>A fault.</p>", [4], [1, 3]),
        ("html", f"<main><p><i>A</i> fault.<!-- {IGNORE} -->\n<p>A fault.</p>", [2], [1]),
        ("html", f"<pre><!-- {IGNORE} --></pre><script>/* {IGNORE} */</script>\n<p>A fault.</p>\n<p>A fault.", [2, 3], []),
        ("markdown", "<!-- copylint: ignore-next-line[spacing] why -->\n\nA fault\nand a fault.", [4], [3]),
        ("markdown", "One fault\nand two fault <!-- copylint: ignore-block[spacing] why -->\nfault.\n\nA fault.", [5], [1, 2, 3]),
        ("markdown", "A fault\nand a fault. <!-- copylint: ignore-block[spacing] why -->\n\nA fault.", [4], [1, 2]),
        ("markdown", "A fault.\n\n<!-- copylint: ignore-file[spacing] why -->", [], [1]),
        ("markdown", "A fault.\n\n<!-- copylint: off[all] why -->\n\nA fault.\n\n<!-- copylint: on[all] -->\n\nA fault.", [1, 9], [5]),
        ("markdown", "<!-- copylint: off[spacing] why -->\n\nA fault.\n\n<!-- copylint: on -->\n\nA fault.", [7], [3]),
        ("text", "copylint: off[spacing] why\n\nA fault.\n\nA fault.", [], [3, 5]),
        ("markdown", '---\ncopylint: ignore[spacing] why\n---\n\nA fault.\n\nA fault.', [], [5, 7]),
        ("markdown", '---\ncopylint:\n  - ignore[quotes] why\n  - ignore[spacing] why\n---\n\nA fault.', [], [7]),
        ("markdown", '---\ncopylint: ignore[spacing] "big fault" why\n---\n\nA big fault, a fault.', [5], [5]),
        ("markdown", '+++\ncopylint = "ignore-file[spacing] why"\n+++\n\nA fault.', [], [5]),
        ("markdown", 'A big\nfault, a fault. <!-- copylint: ignore[spacing] "big fault" why -->', [2], [2]),
        ("text", 'copylint: ignore[spacing] “big fault” why\n\nA fault and a big fault.', [3], [3]),
        ("text", 'copylint: ignore[spacing] "fault" why\n\nA word.\n\nA fault.', [5], []),
        ("markdown", "A fault. <!-- copylint: ignore[quotes/unclosed] why -->", [1], []),
        ("markdown", "A fault. <!-- copylint: ignore[space] why -->", [1], []),
        ("markdown", "A fault.\r\n\r\nA fault. <!-- copylint: ignore[all] why -->\r\n", [1], [3]),
    ],
)  # fmt: skip
def test_a_directive_silences_what_it_covers(format: str, source: str, kept: list[int], suppressed: list[int]) -> None:
    assert _lines(_applied(source, format)) == (kept, suppressed)


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        (f"A fault. <!-- {IGNORE} -->", []),
        (f"A word. <!-- {IGNORE} -->", [("unused", "spacing/doubled-word")]),
        ("A word. <!-- copylint: ignore[spacing] why -->", [("unused", "spacing")]),
        ("A fault. <!-- copylint: ignore[spacing, spacing/doubled-word] why -->", []),
        ("A word. <!-- copylint: ignore[quotes/unclosed] did not run -->", []),
        ("A word. <!-- copylint: ignore[languagetool/EN_A_VS_AN] why -->", []),
        ("A word. <!-- copylint: ignore[spacing/dobled-word] why -->", [("unknown-rule", "spacing/dobled-word")]),
        ("A word. <!-- copylint: off[spacing] why -->", [("unused", "spacing")]),
        ("A fault. <!-- copylint: on[spacing] -->", [("unused", "on[spacing]")]),
        ("<!-- copylint: off[spacing] why -->\n\nA fault.\n\n<!-- copylint: on[quotes] -->", [("unused", "on[quotes]")]),
        ("<!-- copylint: ignore-file[suppression/unused] why -->\n\n<!-- copylint: ignore[spacing] why -->\n\nA word.", []),
        ("A fault. <!-- copylint: ingore[spacing] -->", []),
    ],
)  # fmt: skip
def test_directives_that_are_of_no_use_are_told(source: str, faults: list[tuple[str, str]]) -> None:
    told = [(rule.removeprefix("suppression/"), match.place.text) for rule, match in _applied(source).faults]
    assert told == faults


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("copylint:", "it says nothing to do (there are: ignore, ignore-next-line, ignore-block, ignore-file, off, on)"),
        ("copylint: ignroe[x]", "'ignroe' is nothing that it does (did you mean 'ignore'?)"),
        ("copylint: ignore", "it names no rule: write ignore[RULE] and the reason"),
        ("copylint: ignore[] why", "it names no rule: write ignore[RULE] and the reason"),
        ("copylint: off[spacing", "the bracket is not closed"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_says_why(comment: str, fault: str) -> None:
    (directive,) = directives(READERS["markdown"]("story", f"<!-- {comment} -->\n\nA word.\n"))
    assert directive.fault == fault


def test_a_comment_may_hold_several_directives_and_a_long_reason() -> None:
    source = "<!-- copylint: ignore[spacing] the reason\n  goes on\n  copylint: ignore[quotes] another -->\n\nA word.\n"
    said = directives(READERS["markdown"]("story", source))
    assert [(one.reason, [rule.name for rule in one.rules]) for one in said] == [
        ("the reason goes on", ["spacing"]),
        ("another", ["quotes"]),
    ]
    assert [(one.place.start.line, one.place.start.column) for one in said] == [(1, 16), (3, 13)]


def test_the_nearest_right_name_is_offered() -> None:
    (fault,) = _applied("A word. <!-- copylint: ignore[doubled-wrod] why -->").faults
    assert fault[1].slots == {"said": "'doubled-wrod' is not a rule or pack (did you mean 'spacing/doubled-word'?)"}


def test_the_order_of_findings_is_kept() -> None:
    applied = _applied("fault fault fault <!-- copylint: ignore[quotes] why -->")
    offsets = [finding.place.start.offset for finding in applied.kept]
    assert offsets == sorted(offsets) and len(offsets) == 3
