"""Each hyphen read once."""

import pytest

from copylint.annotate.hyphens import (
    BROKEN,
    LINE_BREAK,
    clash,
    closed_by_line_end,
    closed_clashes,
    hyphens,
    parted,
)
from tests.documents import paragraphs


def test_compounds() -> None:
    document = paragraphs("A well-known, state-of-the-art e‑mail from al-Amin's co-op.")
    assert [compound.parts for compound in hyphens(document).compounds] == [
        ("well", "known"),
        ("state", "of", "the", "art"),
        ("e", "mail"),
        ("al", "amin's"),
        ("co", "op"),
    ]


def test_compounds_lie_in_the_text() -> None:
    document = paragraphs("A well-known plan.", "The co-op.")
    assert [document.text[one.start : one.end] for one in hyphens(document).compounds] == [
        "well-known",
        "co-op",
    ]


PARTED = [
    ("suspended", "Two- and three-year terms.", []),
    ("broken after", "A well- known man.", [(BROKEN, "well- known")]),
    ("broken before", "The cease -fire held.", [(BROKEN, "cease -fire")]),
    ("broken at the last of three", "An over-the- counter deal.", [(BROKEN, "over-the- counter")]),
    ("another kind of hyphen", "An over‑the‐ counter deal.", [(BROKEN, "over‑the‐ counter")]),
    ("a line end", "An inter- national and an international.", [(LINE_BREAK, "inter- national")]),
    ("a line end before an ending", "The govern- ment fell.", [(LINE_BREAK, "govern- ment")]),
    ("a dash", "The plan - a good one - fell.", []),
    ("two hyphens", "The plan -- a good one.", []),
    ("a dash that stands too close", "The answer- it is no.", []),
    ("a minus sign", "It fell to -5 degrees.", []),
    ("a list mark", "- first", []),
    ("a rule", "-----", []),
    ("none", "No hyphen – but a dash.", []),
    ("at a hard wrap", "A well-\nknown man.", []),
    ("a line end at a hard wrap", "The govern-\nment fell.", [(LINE_BREAK, "govern-\nment")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in PARTED], ids=[row[0] for row in PARTED])
def test_what_has_a_space_beside_its_hyphen(text: str, expected: list[tuple[str, str]]) -> None:
    document = paragraphs(text)
    assert expected == [(role, text[span.start : span.end]) for role, span in parted(document)]


def test_vowel_clashes() -> None:
    assert [
        clash(parts) for parts in (("co", "operate"), ("re", "elect"), ("re", "form"), ("e", "email"), ("un", "nerve"))
    ] == ["co-o", "re-e", None, None, None]
    assert [clash(parts) for parts in (("unco", "operative"), ("non", "co", "operation"), ("un", "armed"))] == [
        "co-o",
        "co-o",
        None,
    ]


def test_closed_vowel_clashes() -> None:
    document = paragraphs("They coordinate; the reelected three agreed to cooperate; it is uncoordinated.")
    assert closed_clashes(document) == [
        ("cooperate", "co-o"),
        ("coordinate", "co-o"),
        ("reelected", "re-e"),
        ("uncoordinated", "co-o"),
    ]


LINE_ENDS = [
    ("an ending", ("govern", "ment"), "government"),
    ("no word, beside the whole one", ("par", "liament"), "parliament"),
    ("no word, alone", ("minis", "ter"), None),
    ("an inflection", ("meet", "ing"), "meeting"),
    ("two words", ("fund", "raising"), None),
    ("a prefix", ("co", "operation"), None),
    ("three parts", ("a", "b", "ment"), None),
]


@pytest.mark.parametrize(("parts", "expected"), [row[1:] for row in LINE_ENDS], ids=[row[0] for row in LINE_ENDS])
def test_line_end(parts: tuple[str, ...], expected: str | None) -> None:
    assert expected == closed_by_line_end(paragraphs("The parliament wants cooperation."), parts)


def test_a_long_chain_is_read_in_one_go() -> None:
    assert [len(compound.parts) for compound in hyphens(paragraphs("-".join(["a"] * 100_000))).compounds] == [100_000]
