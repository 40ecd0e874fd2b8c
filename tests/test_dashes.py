"""Dashes that part asides, and those that do other jobs."""

import pytest

from copylint.annotate.dashes import asides
from tests.documents import paragraphs

_REST = "and it lay in the harbour all winter long, as the oldest of the pilots likes to tell whoever asks him."
DASHES = [
    ("an aside", [f"The old ship – a barque – was sold, {_REST}"], ["spaced en dash", "spaced en dash"]),
    ("closed up", [f"The old ship—a barque—was sold, {_REST}"], ["closed em dash", "closed em dash"]),
    ("two hyphens", [f"The old ship -- a barque -- was sold, {_REST}"], ["spaced double hyphen"] * 2),
    ("a range", [f"From 1998–2004 the old ship was the pride of the town, {_REST}"], []),
    ("a dateline", [f"CORK – the old ship was sold, {_REST}"], []),
    ("a note", [f"The old ship [inaudible - a bell] was sold, {_REST}"], []),
    ("labels", [f"The ship - sold in May, {_REST}", f"The quay - let in June, {_REST}"], []),
    ("a lone label", [f"The ship - sold in May, {_REST}", f"The quay was let in June, {_REST}"], ["spaced hyphen"]),
]


@pytest.mark.parametrize(("texts", "expected"), [row[1:] for row in DASHES], ids=[row[0] for row in DASHES])
def test_asides(texts: list[str], expected: list[str]) -> None:
    assert expected == [name for name, _ in asides(paragraphs(*texts))]
