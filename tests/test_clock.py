"""Tests of what a document keeps: its readings, and where the time goes that they take."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from copylint import document as document_module
from copylint.document import Clock, Document, reading
from tests.documents import paragraphs


@reading
def size(document: Document) -> int:
    """A reading; between two looks at the clock one second passes."""
    return len(document.text)


def test_a_step_is_not_charged_with_what_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks: Iterator[int] = iter(range(100))
    monkeypatch.setattr(document_module, "perf_counter", lambda: next(ticks))
    seconds: dict[str, float] = {}
    clock = Clock(seconds)
    document = paragraphs("A ferry sank.")
    document.watch(clock)
    assert [clock.timed("rule", lambda: size(document)) for _ in range(2)] == [13, 13]
    # The rule starts and ends twice, and the first time the reading does in between: three seconds less its one.
    assert seconds == {"(tests.test_clock.size)": 1, "rule": 3 - 1 + 1}


def test_a_reading_may_be_younger_than_the_document() -> None:
    """Rules are loaded when a document opens their gates."""
    document = paragraphs("A ferry sank.")
    asked = []

    def size(document: Document) -> int:
        asked.append(document)
        return len(document.text)

    for _ in range(3):  # so that a number lies between the two
        read = reading(size)
    assert [read(document), read(document)] == [13, 13]
    assert asked == [document]
