"""Tests of what a document keeps: its readings, and where the time goes that they take."""

from __future__ import annotations

import time

from copylint.document import Clock, Document, reading
from tests.documents import paragraphs


@reading
def slow(document: Document) -> int:
    """A reading that takes 20 ms."""
    time.sleep(0.02)
    return len(document.text)


def test_a_step_is_not_charged_with_what_it_reads() -> None:
    seconds: dict[str, float] = {}
    clock = Clock(seconds)
    document = paragraphs("A ferry sank.")
    document.watch(clock)
    assert [clock.timed("rule", lambda: slow(document)) for _ in range(2)] == [13, 13]
    assert list(seconds) == ["(tests.test_clock.slow)", "rule"]
    assert seconds["(tests.test_clock.slow)"] >= 0.02 > seconds["rule"]


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
