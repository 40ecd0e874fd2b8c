"""Plain text in every layout reads back as the paragraphs that were written."""

from __future__ import annotations

import re
import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.formats.plain import read
from tests.writers import write_wrapped

_COMMON = (
    "a the of to in that on with for by from boat harbour pier crane quay engineer captain company board crew "
    "report road ferry winter summer price repair cargo rope engine light notice early late slow long old small "
    "voted closed opened repaired promised carried sold asked refused waited paid moved was had would before after"
).split()
_NAMES = "Rosa Lind Amsel Tom Tuesday March Northshire Quay Ostrov Company Board London 12 40 1,200 2031".split()


def _story(seed: int) -> list[str]:
    """Paragraphs as news has them: names and figures among the words, quoted speech, some of it over paragraphs."""
    random = Random(seed)
    paragraphs = []
    open_quote = False
    for _ in range(random.randint(4, 9)):
        sentences = []
        for _ in range(random.randint(1, 5)):
            # A line of up to 100 characters that begins a paragraph, before a name, could be a heading.
            plain = 0 if sentences else 15
            words = [
                random.choice(_NAMES if number >= plain and random.random() < 0.15 else _COMMON)
                for number in range(random.randint(8, 24))
            ]
            comma = random.randrange(1, 7)
            words[comma] += random.choice(["", ","])
            words[0] = words[0].capitalize()
            sentences.append(" ".join(words) + random.choice("...?"))
        paragraph = " ".join(sentences)
        if open_quote or random.random() < 0.2:
            open_quote = random.random() < 0.3
            paragraph = f"“{paragraph}" + ("" if open_quote else "”")
        paragraphs.append(paragraph)
    # Few breaks tell little: a story has some paragraphs of several lines.
    paragraphs[-1] = paragraphs[1] = (
        "The board of the harbour said in a report, which was late, that the crane would be sold before the winter "
        "and that the crew of the ferry had been told so by the engineer. Nobody from the company was there to "
        "answer for it, and the captain of the old boat was not asked."
    )
    return paragraphs


def _texts(source: str) -> list[str]:
    document = read("story.txt", source)
    return [" ".join(document.text[slice(*block.span)].split()) for block in document.blocks]


def _kinds(source: str) -> list[tuple[str, str]]:
    document = read("story.txt", source)
    return [(block.kind, " ".join(document.text[slice(*block.span)].split())) for block in document.blocks]


_STYLES = ("filled", "ragged", "wild", "clauses", "sentences")
_SETTINGS = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize("how", _STYLES)
def test_paragraphs_between_blank_lines(how: str) -> None:
    """Broken by clauses, a rare one looks as a paragraph of its own does: 1 story in 1,000 (measured over 5,000)."""
    wrong = []
    for seed in range(300):
        random = Random(seed)
        width, indent = random.randint(40, 100), random.choice([0, 0, 3, 5])
        story = _story(seed)
        if _texts(write_wrapped(story, width, how, Random(seed), indent=indent)) != story:
            wrong.append((seed, width, indent))
    assert len(wrong) <= (1 if how == "clauses" else 0), wrong


@pytest.mark.parametrize("how", ["filled", "ragged"])
@_SETTINGS
@given(seed=st.integers(0, 10**6), width=st.integers(50, 100), indent=st.integers(2, 6))
def test_paragraphs_that_begin_with_an_indent(how: str, seed: int, width: int, indent: int) -> None:
    story = _story(seed)
    assert _texts(write_wrapped(story, width, how, Random(seed), indent=indent, between="\n")) == story


@_SETTINGS
@given(seed=st.integers(0, 10**6), between=st.sampled_from(["\n", "\n\n", "\n \n\n"]))
def test_one_paragraph_a_line(seed: int, between: str) -> None:
    story = _story(seed)
    assert _texts(between.join(story)) == story


@_SETTINGS
@given(seed=st.integers(0, 10**6), width=st.integers(50, 100), how=st.sampled_from(_STYLES), data=st.data())
def test_a_changed_word_moves_no_paragraph(seed: int, width: int, how: str, data: st.DataObject) -> None:
    """A fix, or a new version, is read as the old copy was."""
    story = _story(seed)
    source = write_wrapped(story, width, how, Random(seed))
    words = [match.span() for match in re.finditer(r"(?<=[a-z] )[a-z]+(?= [a-z])", source)]
    start, end = data.draw(st.sampled_from(words))
    changed = source[:start] + data.draw(st.sampled_from(["re-establishing", "so", "Amsel’s"])) + source[end:]
    assert len(_texts(changed)) == len(_texts(source))


# Ragged: "Amsel" and "Rosa" begin lines on which they would not have had to.
_ONE = (
    "The harbour board voted on Tuesday\nto close the north pier for repairs until the end\nof October, despite the "
    "protests of fishermen who\nland their catch there.\nRosa Lind, who chairs the board, said\nthat the work\n"
    "could not wait."
)
_TWO = (
    "Nobody from the company was there. The\nAmsel Company owns 40 boats and\nhad asked for a delay, but in May the\n"
    "board refused."
)
_FILLED = (
    "The harbour board voted on Tuesday to close the north pier for\nrepairs until the end of October, despite the "
    "protests of those\nfishermen who land their catch there. Rosa Lind, who chairs the\nboard, said that the work "
    "could not wait."
)


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param(
            "Bring these:\n- a coat that keeps\nAmsel rain off\n- a torch, which the\n  Board will lend\n- a map",
            [
                ("paragraph", "Bring these:"),
                ("item", "a coat that keeps Amsel rain off"),
                ("item", "a torch, which the Board will lend"),
                ("item", "a map"),
            ],
            id="a list",
        ),
        pytest.param(
            "1. The crane is new.\n2. The lights are old.",
            [("item", "The crane is new."), ("item", "The lights are old.")],
            id="a numbered list",
        ),
        pytest.param(
            "The board met in the morning and again\n- by telephone - at night.",
            [("paragraph", "The board met in the morning and again - by telephone - at night.")],
            id="a dash that begins a line",
        ),
        pytest.param(
            "Harbour Board\n12 Quay Road\nPort Amsel",
            [("heading", "Harbour Board"), ("heading", "12 Quay Road"), ("heading", "Port Amsel")],
            id="an address",
        ),
        pytest.param(
            "Boat        Length  Crew\nRosa        12 m    4\nAmsel       9 m     3",
            [
                ("cell", "Boat Length Crew"),
                ("cell", "Rosa 12 m 4"),
                ("cell", "Amsel 9 m 3"),
            ],
            id="a table",
        ),
        pytest.param(
            "“The pier is long,\nThe pier is old,\nAnd no one mends it\nIn the cold.”",
            [("paragraph", "“The pier is long, The pier is old, And no one mends it In the cold.”")],
            id="verse",
        ),
        pytest.param(
            "It was late, she said.\n(Reporting by Rosa Lind; Editing by\nTom Amsel)",
            [
                ("paragraph", "It was late, she said."),
                ("paragraph", "(Reporting by Rosa Lind; Editing by Tom Amsel)"),
            ],
            id="who wrote it",
        ),
        pytest.param(
            "It was late, she said.\n— Rosa Lind",
            [("paragraph", "It was late, she said."), ("paragraph", "— Rosa Lind")],
            id="who signs",
        ),
        pytest.param(
            "Q: What did the board tell\nRosa Lind?\nA: It told her that the\nAmsel Company would wait.",
            [
                ("paragraph", "Q: What did the board tell Rosa Lind?"),
                ("paragraph", "A: It told her that the Amsel Company would wait."),
            ],
            id="questions and answers",
        ),
        pytest.param(
            "It was late, she said.\n* * *\nThe boats moved to the\nAmsel side.",
            [
                ("paragraph", "It was late, she said."),
                ("paragraph", "* * *"),
                ("paragraph", "The boats moved to the Amsel side."),
            ],
            id="stars",
        ),
        pytest.param(
            "It was late, she said.\nAdvertisement\nThe boats moved to the\nAmsel side.",
            [
                ("paragraph", "It was late, she said."),
                ("paragraph", "Advertisement"),
                ("paragraph", "The boats moved to the Amsel side."),
            ],
            id="an advertisement",
        ),
        pytest.param(
            "It was late, she said, and the boats\nmoved.\nWhat Comes Next",
            [("paragraph", "It was late, she said, and the boats moved."), ("heading", "What Comes Next")],
            id="a heading below",
        ),
        pytest.param(
            "    “The crane is old and the\n    Amsel Company will not pay. The\n    board will.”",
            [("paragraph", "“The crane is old and the Amsel Company will not pay. The board will.”")],
            id="a quotation set in",
        ),
        pytest.param(
            "Next steps\n----------\nThe boats moved to the\nAmsel side.",
            [
                ("heading", "Next steps"),
                ("paragraph", "----------"),
                ("paragraph", "The boats moved to the Amsel side."),
            ],
            id="a heading with a rule",
        ),
        pytest.param(
            "ferries\n=======\nferries moved to the\nAmsel side.",
            [
                ("paragraph", "ferries"),
                ("paragraph", "======="),
                ("paragraph", "ferries moved to the Amsel side."),
            ],
            id="a rule above a line in lower case",
        ),
    ],
)
@pytest.mark.parametrize("around", [_ONE, _FILLED], ids=["ragged", "filled"])
def test_what_stands_alone_among_wrapped_paragraphs(part: str, around: str, expected: list[tuple[str, str]]) -> None:
    source = f"{around}\n\n{_TWO if around is _ONE else _FILLED}\n\n{part}\n\n{around}\n"
    found = _kinds(source)
    assert found[2:-1] == expected
    assert found[0] == found[-1] == ("paragraph", _flat(around))


def test_a_head_of_short_lines_above_wrapped_paragraphs() -> None:
    head = "PORT AMSEL, March 4 (Coast Wire)\nHarbour pier to close\nBy Rosa Lind"
    assert _kinds(f"{head}\n\n{_ONE}\n\n{_TWO}\n")[:3] == [
        ("headline", "PORT AMSEL, March 4 (Coast Wire)"),
        ("heading", "Harbour pier to close"),
        ("byline", "By Rosa Lind"),
    ]


def test_a_wrapped_headline() -> None:
    head = "Harbour pier to close for the whole of the summer, says\nBoard of Port Amsel"
    assert _texts(f"{head}\n\n{_FILLED}\n\n{_FILLED}\n")[0] == _flat(head)


def test_a_heading_above_a_filled_paragraph() -> None:
    assert _kinds(f"{_FILLED}\n\nWhat comes next\n{_FILLED}\n\n{_FILLED}\n")[1:3] == [
        ("heading", "What comes next"),
        ("paragraph", _flat(_FILLED)),
    ]


def test_a_wire_file_with_a_head_and_one_paragraph_a_line() -> None:
    head = "BC-PIER-CLOSES\nPier closes, board says\nBy Rosa Lind\nPORT AMSEL, March 4\n"
    body = [_flat(_ONE), "Nobody was there.", _flat(_TWO), "(Reporting by Rosa Lind)"]
    assert _texts(head + "\n".join(body)) == [*head.strip().split("\n"), *body]


@pytest.mark.parametrize("line", ["Advertisement", "ADVERTISEMENT", "Story continues below", "[Advertisement]"])
def test_a_label_of_the_page_is_no_heading(line: str) -> None:
    assert _kinds(f"{line}\n\nPier closes\n\nIt was late.\n\n{line}\n\nNobody was there.\n") == [
        ("paragraph", line),
        ("headline", "Pier closes"),
        ("paragraph", "It was late."),
        ("paragraph", line),
        ("paragraph", "Nobody was there."),
    ]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("the pier is\nshut. (Now\n" * 20_000 + ")", id="brackets"),
        pytest.param(("It is shut,\nand old.\n(So\n" * 3 + "\n") * 8_000, id="chunks"),
        pytest.param("a   b\n" * 40_000, id="rows"),
        pytest.param("  a\nb\n" * 40_000, id="indents"),
        pytest.param("- a\nb and\nc.\n" * 25_000, id="items"),
        pytest.param(("word " * 10_000 + "\n") * 50, id="long lines"),
        pytest.param("the pier\nis shut.\n" + "*" * 500_000 + "\n\nthe pier\nis shut.\n", id="a long rule"),
        pytest.param("the pier\nis" + " " * 500_000 + "shut.\n\nthe pier\nis shut.\n", id="a wide gap"),
        pytest.param("Advertisement" + "." * 300_000 + "\nthe pier\nis shut.", id="a long label"),
    ],
)
def test_hostile_lines_end_soon(source: str) -> None:
    start = time.process_time()
    read("story.txt", source)
    assert time.process_time() - start < 5
