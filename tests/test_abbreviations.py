"""What an article shortens, and where it says so."""

import pytest

from copylint.annotate.abbreviations import abbreviations
from tests.documents import paragraphs

CASES = [
    (
        "initials",
        "The European Food Safety Authority (EFSA) met. EFSA ate.",
        [("EFSA", ["European Food Safety Authority"], 1)],
    ),
    (
        "small words left out",
        "The Department of Trade and Industry (DTI).",
        [("DTI", ["Department of Trade and Industry"], 0)],
    ),
    ("small words counted", "The Office of Fair Trading (OOFT).", [("OOFT", ["Office of Fair Trading"], 0)]),
    ("hyphens", "A peer-to-peer network (PTPN) grew.", [("PTPN", ["peer-to-peer network"], 0)]),
    ("plural", "Two memoranda of understanding (MOUs).", [("MOU", ["memoranda of understanding"], 0)]),
    (
        "used before",
        "The WHO said. The World Health Organization (WHO) ate.",
        [("WHO", ["World Health Organization"], 1)],
    ),
    (
        "not inside a longer word",
        "Air Traffic Control (ATC). ATCX and an ATC-like ATC.",
        [("ATC", ["Air Traffic Control"], 2)],
    ),
    (
        "twice",
        "Gross Domestic Product (GDP) and gross domestic product (GDP).",
        [("GDP", ["Gross Domestic Product", "gross domestic product"], 0)],
    ),
    ("other letters", "The mayor (EFSA) said so.", []),
    ("a place", "The Cork Examiner (Cork) said so.", []),
    ("nothing before", "(EFSA) said so.", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_abbreviations(text: str, expected: list[tuple[str, list[str], int]]) -> None:
    found = abbreviations(paragraphs(text))
    assert expected == [(one.letters, [each.words for each in one.definitions], len(one.uses)) for one in found]


BULK = (
    "The Harbour Pilots Union (HPU) and the Bureau of Quays & Tugs (BQ&T) met. HPUs, HPU's, XHPU, HPU_ and HPU-led.",
    "BQ&T, BQ&Ts and BQ&TX; the United Ports (U.P.) and U.P. men; the HPU (HPU). The Ports Board (PB), PBs, pb and Pb.",
    "The Harbour Pilots Union (HPU) met again, HPU9 and 9HPU and éHPU and HPU.",
)


def test_one_pass_finds_what_a_search_for_each_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    one_by_one = abbreviations(paragraphs(*BULK))
    monkeypatch.setattr("copylint.annotate.abbreviations._MOST_SEARCHED", 0)
    assert abbreviations(paragraphs(*BULK)) == one_by_one
    assert {one.letters for one in one_by_one} >= {"HPU", "PB"}
    assert sum(len(one.uses) for one in one_by_one) > 8


def test_a_long_word_in_brackets_is_read_in_one_go() -> None:
    """Each letter more doubled the time, where the parts of an abbreviation needed no mark between them."""
    text = f"The clinic (The{'long' * 12} and more) shut."
    assert not abbreviations(paragraphs(text))
