"""The kind `line`: what phrases mean, which lines they are compared with, and what is taken away."""

from textwrap import fill

import pytest

from copylint.annotate.lines import short_lines, tails
from copylint.checks.line import KIND, LineOptions
from copylint.checks.line_phrases import rare_words
from copylint.document import Document
from copylint.formats.markdown import read as read_markdown
from copylint.formats.plain import read as read_plain
from copylint.rule import Edit, OptionError, Span
from tests.documents import paragraphs


def found(document: Document, **options: list[str]) -> list[str]:
    assert KIND.read is not None
    read: LineOptions = KIND.read(options)
    matches = KIND.check(document, read)  # type: ignore[operator]
    return [document.text[match.place.start : match.place.end] for match in matches]


@pytest.mark.parametrize(
    ("phrase", "line", "matches"),
    [
        ("share", "Share", True),
        ("share", "- SHARE -", True),
        ("share", "[Share]:", True),
        ("share", "Share prices", False),
        ("read more: …", "Read more: The talks in May", True),
        ("read more: …", "Read more: The talks. Then it rained", False),
        ("# comments", "12 Comments", True),
        ("# comments", "No comments", False),
        ("[sign|log] [in|up]", "Log in", True),
        ("[sign|log] [in|up]", "Sign off", False),
        ("[skip |]ad", "skip ad", True),
        ("[skip |]ad", "ad", True),
        ("posted {date}", "Posted 3 March 2019", True),
        ("posted {date}", "Posted Tuesday, March 3, 2019 at 10:30 a.m.", True),
        ("posted {date}", "Posted 2019-03-03", True),
        ("posted {date}", "Posted in March", False),
        ("…/reuters", "Ann Reed/Reuters", True),
        ("…/reuters", "Ann Reed / Reuters", True),
        ("home · news", "Home | News", False),
        ("home/news", "Home | News", True),
        ("don't miss …", "Don’t miss\u00a0this", True),
        ("(c) …", "(c) 2019", False),
    ],
)  # fmt: skip
def test_phrases(phrase: str, line: str, matches: bool) -> None:
    assert found(paragraphs("It rained.", line, "It snowed."), lines=[phrase]) == ([line] if matches else [])


def test_a_line_of_wrapped_prose_is_none() -> None:
    text = "They sold the paper and what was left of the\nadvertisement\nbusiness in May."
    assert found(paragraphs(text), lines=["advertisement"]) == []


def test_a_wrapped_block_is_one_line() -> None:
    story = (
        "The harbour office said on Friday that it would pay for the repair of the quay. Ferries will go by way of "
        "Lorne until the middle of October, it said, and the fishermen may sell from the old mole."
    )
    follow = "Follow the Harbour Post on Facebook, on the radio and on all of the other channels that you have."
    text = "\n\n".join(fill(one, 72) for one in (story, follow, story))
    for read, name in ((read_plain, "story.txt"), (read_markdown, "story.md")):
        told = short_lines(read(name, f"{text}\nCopyright the Harbour Post.\n"))
        assert [line.core for line in told if line.first_word in ("follow", "channels", "copyright")] == [
            follow.lower().rstrip("."),
            "copyright the harbour post",
        ]


def test_a_line_between_sentences_is_one() -> None:
    text = "They sold the paper.\nAdvertisement\nNobody bought it."
    assert found(paragraphs(text), lines=["advertisement"]) == ["Advertisement"]


def test_tails_stand_behind_a_sentence() -> None:
    document = paragraphs("They sold the paper. Read more", "They wanted to read more", "They left.Advertisement")
    assert [line.core for line in tails(document)] == ["read more", "advertisement"]
    assert found(document, tails=["read more"]) == ["Read more"]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("He left. ADVERTISEMENT She stayed.", True),
        ("ADVERTISEMENT She stayed.", True),
        ("He left the ADVERTISEMENT there.", False),
        ("He left. ADVERTISEMENT is shouted.", False),
        ("HE LEFT. ADVERTISEMENT SHE STAYED.", False),
    ],
)
def test_inside_stands_between_sentences(text: str, matches: bool) -> None:
    assert found(paragraphs(text), inside=["ADVERTISEMENT"]) == (["ADVERTISEMENT"] if matches else [])


def test_exceptions_and_length() -> None:
    document = paragraphs("Share this page", "Share it with all your friends and theirs")
    assert found(document, lines=["share …"]) == ["Share this page", "Share it with all your friends and theirs"]
    assert found(document, lines=["share …"], exceptions=["share this page"]) == [
        "Share it with all your friends and theirs"
    ]
    assert found(document, lines=["share …"], longest=20) == ["Share this page"]  # type: ignore[arg-type]


def test_the_line_goes_with_its_gap() -> None:
    document = read_plain("a.txt", "It rained.\n\nAdvertisement\n\nIt snowed.\n")
    assert KIND.read is not None
    (match,) = KIND.check(document, KIND.read({"lines": ["advertisement"]}))  # type: ignore[operator]
    assert match.edits == (Edit(Span(12, 27), ""),)


def test_no_markup_is_left_behind() -> None:
    document = read_markdown("a.md", "It rained.\n\n**Advertisement**\n\nIt snowed.\n")
    assert KIND.read is not None
    (match,) = KIND.check(document, KIND.read({"lines": ["advertisement"]}))  # type: ignore[operator]
    assert match.edits == ()


def test_cores_are_made_once_for_all_rules() -> None:
    document = paragraphs("A long paragraph. " * 20, "» Read  more …")
    assert [line.core for line in short_lines(document)] == ["read more"]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({}, ("lines",)),
        ({"lines": "share"}, ("lines",)),
        ({"lines": ["ok", "…"]}, ("lines", 1)),
        ({"lines": ["[a|b"]}, ("lines", 0)),
        ({"lines": ["Share"]}, ("lines", 0)),
        ({"lines": ["share"], "longest": 0}, ("longest",)),
        ({"line": ["share"]}, ("line",)),
    ],
)
def test_bad_options(table: dict[str, object], key: tuple[str | int, ...]) -> None:
    assert KIND.read is not None
    with pytest.raises(OptionError) as caught:
        KIND.read(table)
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("share this", set()),
        ("all rights[ are|] reserved", {"reserved"}),
        ("the [story|article] is for [our |][members|subscribers][ only|]", {"members", "subscribers"}),
        ("view[s|] galler[y|ies]", set()),
        ("join the [chat|discussion]", set()),
        ("[this|our] site[s|] use cookies …", {"cookies"}),
    ],
)
def test_rare_words_of_a_phrase(phrase: str, expected: set[str]) -> None:
    assert rare_words(phrase) == expected
