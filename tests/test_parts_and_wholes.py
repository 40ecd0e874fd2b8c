"""copylint.annotate.parts: which figures are read as the parts of which whole."""

import pytest

from copylint.annotate.parts import sums
from tests.documents import paragraphs


def read(text: str) -> list[tuple[float, list[float], bool]]:
    return [(one.whole.value, [part.value for part in one.parts], one.exact) for one in sums(paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people, including eight men and five women, fell ill.", [(12, [8, 5], False)]),
        ("They held nine suspects: six men and two women.", [(9, [6, 2], True)]),
        ("Fifty-one people came: 20 children, 19 women and 12 men.", [(51, [20, 19, 12], True)]),
        ("She has three children, a son and two daughters.", [(3, [1, 2], True)]),
        ("A jury of 12, made up of eight women and four men, sat.", [(12, [8, 4], False)]),
        ("Nine of the eight judges agreed.", [(8, [9], False)]),
        ("Of the 90 seats, Reform took 41, Unity 32 and the Greens 17.", [(90, [41, 32, 17], False)]),
        ("Of 30 pupils, 18 are girls and 12 are boys.", [(30, [18, 12], False)]),
        ("Kent won 3, Devon 4 and Essex 5: 12 in all.", [(12, [3, 4, 5], True)]),
        ("He scored 12, 15 and 20 points, a total of 47.", [(47, [12, 15, 20], True)]),
        ("Of the £2m raised, £1.4m is for A and the remaining £600,000 for B.", [(2e6, [1.4e6, 6e5], True)]),
        ("They found 31 of the 44 vans. The other 13 are lost.", [(44, [31], False), (44, [31, 13], True)]),
        ("It employs 300 people, 200 in London and 90 in Paris.", [(300, [200, 90], False)]),
    ],
)
def test_reads(text: str, expected: list[tuple[float, list[float], bool]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people, including nine women and seven Britons, fell ill.",
        "Two men, three women and a child were hurt.",
        "They won three games, drew two and lost one, a total of 11 points.",
        "Some 60% of men and 70% of women agreed, and 45% in Leeds.",
        "Of the 30 pupils, 20 passed maths, 18 French and 15 both.",
    ],
    ids=lambda text: text,
)
def test_leaves_alone(text: str) -> None:
    assert read(text) == []


def test_shares_of_one_whole() -> None:
    (one,) = sums(paragraphs("Asked, 45% said yes, 40% said no and 15% did not know."))
    assert one.shares
    assert [part.value for part in one.parts] == [45, 40, 15]
