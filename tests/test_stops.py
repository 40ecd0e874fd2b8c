"""Full stops that can only end a sentence, and those that an abbreviation may have."""

from __future__ import annotations

import pytest

from copylint.annotate.stops import ends_sentence

CASES = [
    ("the boats left.", True),
    ("they left Kansas.", True),
    ("they left in May.", True),
    ("it was built in 1903.", True),
    ("it fell by 4%.", True),
    ("a long-gone vol.", False),
    ("pens, ink, etc.", False),
    ("a man of Fresno, Calif.", False),
    ("made by Hall Bros.", False),
    ("it was No. 12.", False),
    ("led by J.P.", False),
    ("the stop of a dept.", False),
    ("% of them. %.", False),
    (".", False),
]


@pytest.mark.parametrize(("text", "ends"), CASES, ids=[text for text, _ in CASES])
def test_what_stands_before_the_stop_tells_whether_it_ends_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text, len(text) - 1) == ends
