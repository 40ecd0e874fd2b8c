"""The quotation structure: what is quoted, what each mark is, and each fault named exactly once."""

from __future__ import annotations

import re
import sys
from time import process_time
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.annotate import quotation_reader
from copylint.annotate.orderly_marks import orderly
from copylint.annotate.quotations import (
    doubtful_spans,
    faults,
    is_quoted,
    quotations,
    quoted_spans,
)
from copylint.document import Block, Document, Segment, Span
from copylint.rule import Edit

PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")


def document(text: str, kind: str = "paragraph") -> Document:
    blocks = [Block(kind, Span(*match.span())) for match in PARAGRAPH.finditer(text)]
    return Document("article", text, text, blocks, [Segment(Span(0, len(text)), Span(0, len(text)))])


def named(text: str) -> list[tuple[str, str]]:
    """The faults as (kind, the text at the place)."""
    found = []
    for kind, match in quotations(document(text)).faults:
        assert isinstance(match.place, Span)
        found.append((kind, text[match.place.start : match.place.end]))
    return found


def cured(text: str) -> str:
    """The text with all edits of all faults applied, from the end."""
    edits: set[Edit] = set()
    for _, match in quotations(document(text)).faults:
        edits.update(match.edits or ())
    for place, replacement in sorted(edits, key=lambda edit: edit.place, reverse=True):
        assert isinstance(place, Span)
        text = text[: place.start] + replacement + text[place.end :]
    return text


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(document(text))]


CLEAN = {
    "british single marks": (
        "‘We’re shutting the brewery,’ said Ines Holt, who has run it since the ’80s. ‘The brewers’ families "
        "know it. "
        "They said, “It’s done.”’"
    ),
    "possessives within single marks": ("‘It’s the bosses’ doing,’ he said. ‘My fathers’ and grandfathers’ brewery.’"),
    "british headline": "Brewery boss: ‘No more beer’ as brewers’ council walks out",
    "straight headline": "'No more beer': brewers' council walks out of 'empty' talks",
    "dialogue": (
        "“You can’t go,” she said. “Not now. Not—”\n\n“Why not?” he asked.\n\n"
        "“Because—” She stopped. “Because it’s ’92, and nobody’s ’ome.”"
    ),
    "replies in a row": "“So,” he said, “you came.” “I did.” “And?” “And nothing.”",
    "straight replies in a row": '"So," he said, "you came." "I did." "And?" "And nothing."',
    "song titles": "They played ‘Hangin’ on the Gate’ and ‘Round the Bend’, then “Sympathy for the Brewer”.",
    "feet and inches": (
        "The 6'4\" keeper (7'1\" reach) took the 5' 11\" winger's ball; the 12\" single 'Long Way Round' played."
    ),
    "years": "The class of '68 and the summers of '69-'72 were wilder than the '90s; they'd dance 'til four.",
    "coordinates": 'At 40° 26\' 46" N, 79° 58\' 56" W the "Ark" was found.',
    "hard wrap": "The minister said the plan was “a mistake\nthat nobody would\nrepeat” and left.",
    "nested": "It was a “so-called ‘reform’”, he said; a “‘reform’ in name only”.",
    "nested with spaces": "“ ‘Reform’ is a word,” he said, “that means ‘cuts.’ ”",
    "nested apostrophe with a space": "“\u200a’Tis done,” he said. ‘“No,” she said, “\u2009‘never’.”’",
    "other alphabets": ("Ali al-Hasan of Sana‘a said the ‘Alawites and the Qur’an’s readers met in ’s-Gravenhage."),
    "brackets and dashes": (
        "(“We shall see,” he said.) [“No,” she said.] —“Why?”—“Because.” “bad”/“worse” “off”-“on”…"
    ),
    "and": "Rock ’n’ roll, drum'n'bass, fish 'n' chips, the Guns N' Roses tour and the Queens' Club.",
    "protein bars": "“I never eat ‘protein’ bars. They do me no good,” she said.",
    "newspaper convention": "“The first runs on.\n\n“The second runs on too.\n\n“The third ends,” she said.",
    "convention past a caption": "“The first runs on.\n\nPhoto: Ines Holt\n\n“The second ends,” she said.",
    "convention past an advertisement": "“The first runs on.\n\nAdvertisement:\n\n“The second ends,” she said.",
    "running letter within a story": (
        "“He read it out:\n\n“ ‘Dear Miss Holt, I shall come on Monday.\n\n“ ‘Yours faithfully.’\n\n“And he came.”"
    ),
    "speech within a running story": "“ ‘Have you heard it, Helen?’ says she.\n\n“ ‘Never,’ said I.”",
    "wire marks": "``We go,'' he said. ``We must, they said `no' to us.''",
    "german marks": "„Wir sind da“, he said in German. “We are here,” he added.",
    "guillemets": "« Nous sommes là », he said, and “we are here”.",
    "plurals and footnotes": "There were two “yes”s and a “no”2 in the “vote”.",
    "misread characters": "The dam â€“ the third â€” was “slow”, and the weir â€” Hall’s â€” held.",
    "reading marks of code": "The macro ``put_all`` and ``a.b()`` are code.",
    "a singer of the same": "He wore ’em till ’90s rock ’n’ roll, the workers’ song, ’twas the Smiths’, he said.",
    "code": 'Set `"x` and `y"` to "" and go; the role=”button” is code.',
    "ditto": 'Monday\n\n"\n\nTuesday',
    "figures before a closing mark": 'The film "Apollo 13" and the song "1999" were shown on a 13" screen.',
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_leaves_alone(text: str) -> None:
    assert named(text) == []


FAULTS = {
    "a mark before the speaker": (
        "“We mended the weir, with all we have known so far, “Holt said.\n\n“It held,” he said.",
        [("wrong-direction", " “")],
        "“We mended the weir, with all we have known so far,” Holt said.\n\n“It held,” he said.",
    ),
    "before a speaker with a description": (
        "“We mended the weir, “Ines Holt, an engineer at the mill, told the paper. “It held.”",
        [("wrong-direction", " “")],
        "“We mended the weir,” Ines Holt, an engineer at the mill, told the paper. “It held.”",
    ),
    "a spaced mark": (
        "“We mended the weir, “ he said.",
        [("wrong-direction", " “")],
        "“We mended the weir,” he said.",
    ),
    "both marks of a fragment": (
        "The ”winner“ took it.",
        [("wrong-direction", "”"), ("wrong-direction", "“")],
        "The “winner” took it.",
    ),
    "a nested mark": (
        "“They sang ”Round the Bend” twice,” he said.",
        [("wrong-direction", "”")],
        "“They sang “Round the Bend” twice,” he said.",
    ),
    "a single mark before the speaker": (
        "‘We mended it, ‘Holt said. ‘It held.’",
        [("wrong-direction", " ‘")],
        "‘We mended it,’ Holt said. ‘It held.’",
    ),
    "a single mark that opens": (
        "’We mended it,’ he said.",
        [("wrong-direction", "’")],
        "‘We mended it,’ he said.",
    ),
    "a mark at the end of a paragraph": (
        "“We mended it.“\n\n“It held,” he said.",
        [("wrong-direction", "“")],
        "“We mended it.”\n\n“It held,” he said.",
    ),
    "a space on the inner side": (
        "“We mended it, ”he said.",
        [("inner-space", " ”")],
        "“We mended it,” he said.",
    ),
    "straight marks with spaces": (
        '" We mended it ," he said. "It held "',
        [("inner-space", '" '), ("inner-space", ' "')],
        '"We mended it ," he said. "It held"',
    ),
    "no space before": ("He said,“It held”.", [("outer-space", "“")], "He said, “It held”."),
    "no space after": ("“It held.”Then he went.", [("outer-space", "”")], "“It held.” Then he went."),
    "no space between two": ("“It held—”“What did?”", [("outer-space", "“")], "“It held—” “What did?”"),
    "no space between two straight ones": (
        '"It held.""What did?"',
        [("outer-space", '"')],
        '"It held." "What did?"',
    ),
    "an attribution left unmarked": (
        "“It held, he said. “Nobody drowned.”",
        [("unclosed", "“")],
        "“It held,” he said. “Nobody drowned.”",
    ),
    "an attribution left unmarked before a paragraph that opens": (
        "“It held, he said.\n\n“Nobody drowned,” she said.",
        [("unclosed", "“")],
        "“It held,” he said.\n\n“Nobody drowned,” she said.",
    ),
    "closed by a single mark": ("“It held,’ he said.", [("unclosed", "“")], "“It held,” he said."),
    "never closed": (
        "He called it “a wonder and left.",
        [("unclosed", "“")],
        "He called it “a wonder and left.",
    ),
    "a single mark never closed": (
        "She said ‘we held it, and left. “Nobody drowned,” he said.",
        [("unclosed", "‘")],
        "She said ‘we held it, and left. “Nobody drowned,” he said.",
    ),
    "never opened": ("It held,” he said.", [("unopened", "”")], "“It held,” he said."),
    "opened by a single mark": ("‘It held,” he said.", [("unopened", "”")], "“It held,” he said."),
    "a paragraph that does not open": (
        "“The first runs on.\n\nThe second is lost.\n\nThe third ends,” she said.",
        [("multi-paragraph", "The")],
        "“The first runs on.\n\n“The second is lost.\n\n“The third ends,” she said.",
    ),
    "nested in the same mark": (
        "“They sang “Round the Bend” twice,” he said.",
        [("nested-same", "“")],
        "“They sang ‘Round the Bend’ twice,” he said.",
    ),
    "nested straight marks": (
        '"They sang "Round the Bend" twice," he said.',
        [("nested-same", '"')],
        "\"They sang 'Round the Bend' twice,\" he said.",
    ),
    "a nested mark closed by a single one": (
        '"They went \'round "the bend\' twice," he said.',
        [("nested-same", '"')],
        "\"They went 'round 'the bend' twice,\" he said.",
    ),
    "doubled": ("““It held””, he said.", [("doubled", "““"), ("doubled", "””")], "“It held”, he said."),
    "doubled straight": ('"It held,"" he said.', [("doubled", '""')], '"It held," he said.'),
    "two commas": ("It was ,,safe” so far.", [("doubled", ",,")], "It was “safe” so far."),
    "wire marks among others": (
        "It was ``safe'' and “dry”.",
        [("backtick", "``"), ("backtick", "''")],
        "It was “safe” and “dry”.",
    ),
    "a tick for an apostrophe": (
        "They don`t, it´s late.",
        [("backtick", "`"), ("backtick", "´")],
        "They don't, it's late.",
    ),
    "a space on the wrong side, which turned the mark": (
        "“It is slow,” the miller told the paper.” It will go on.”",
        [("wrong-direction", "” ")],
        "“It is slow,” the miller told the paper. “It will go on.”",
    ),
    "a turned mark before an inner one": (
        "It rained. ”‘Low’ water is what they fear,” Holt said.",
        [("wrong-direction", "”")],
        "It rained. “‘Low’ water is what they fear,” Holt said.",
    ),
    "a turned inner mark before the one that closes": (
        "‘They said it would be “a good year,“’ Holt said.",
        [("wrong-direction", "“")],
        "‘They said it would be “a good year,”’ Holt said.",
    ),
    "a term that ends in s": (
        "The ’low waters’ of the spring are over.",
        [("wrong-direction", "’")],
        "The ‘low waters’ of the spring are over.",
    ),
    "a turned mark in a paragraph that runs on": (
        "‘The weir held.\n\n’It was a wonder.\n\n‘Nobody drowned,’ Holt said.",
        [("wrong-direction", "’")],
        "‘The weir held.\n\n‘It was a wonder.\n\n‘Nobody drowned,’ Holt said.",
    ),
    "backticks on both sides": (
        "The weir was ``slow`` and dry.",
        [("backtick", "``"), ("backtick", "``")],
        'The weir was "slow" and dry.',
    ),
    "a backtick that closes among wire marks": (
        "``It held`` he said. ``It was slow,'' she said.",
        [("backtick", "``")],
        "``It held'' he said. ``It was slow,'' she said.",
    ),
    "an opening mark made of two that look both ways": (
        "‘’It held,” he said.",
        [("doubled", "‘’")],
        "“It held,” he said.",
    ),
    "abbreviations and names": (
        "INT‘L HARBOURS and Guy d‘Orval",
        [("apostrophe", "‘")] * 2,
        "INT’L HARBOURS and Guy d’Orval",
    ),
    "a closing mark that went to the next word": (
        "It was “a great benefit “of the weir.",
        [("wrong-direction", " “")],
        "It was “a great benefit” of the weir.",
    ),
    "an opening mark that went to the word before": (
        "He asked the millers” if they had seen it.”",
        [("wrong-direction", "” ")],
        "He asked the millers “if they had seen it.”",
    ),
    "a single mark that went to the next word": (
        "It was ‘a great benefit ‘of the weir.",
        [("wrong-direction", " ‘")],
        "It was ‘a great benefit’ of the weir.",
    ),
    "a space on the inner side of a single mark": (
        "‘We mended it all, ’another miller said. ‘It held.’",
        [("inner-space", " ’")],
        "‘We mended it all,’ another miller said. ‘It held.’",
    ),
    "a single mark without its space": (
        "He said ‘we mended it’before the rain.",
        [("outer-space", "’")],
        "He said ‘we mended it’ before the rain.",
    ),
    "a single mark never opened": (
        "We mended it,’ Holt said. ‘It held.’",
        [("unopened", "’")],
        "We mended it,’ Holt said. ‘It held.’",
    ),
    "a single opening mark that went to the word before": (
        "Holt said:’ We mended the weir.’",
        [("wrong-direction", "’ ")],
        "Holt said: ‘We mended the weir.’",
    ),
    "a turned single mark within single marks": (
        "‘They sang ’The Weir’ twice,’ Holt said.",
        [("wrong-direction", "’")],
        "‘They sang ‘The Weir’ twice,’ Holt said.",
    ),
    "two turned marks with spaces that went astray": (
        "“Our boats have waited long enough “, Otieno told reporters. ” We sail at dawn.”",
        [("wrong-direction", " “"), ("wrong-direction", "” ")],
        "“Our boats have waited long enough”, Otieno told reporters. “We sail at dawn.”",
    ),
    "two turned single marks with spaces that went astray": (
        "‘Our boats have waited long enough ‘, Otieno told reporters. ’ We sail at dawn.’",
        [("wrong-direction", " ‘"), ("wrong-direction", "’ ")],
        "‘Our boats have waited long enough’, Otieno told reporters. ‘We sail at dawn.’",
    ),
    "turned single marks within double ones": (
        "“She told me,’ Take the boat,’ and left,” Otieno said.",
        [("wrong-direction", "’ ")],
        "“She told me, ‘Take the boat,’ and left,” Otieno said.",
    ),
    "three marks of one paragraph": (
        "” Our boats have waited,“ Otieno said. He called the tax ” a wall”.",
        [("wrong-direction", "” "), ("wrong-direction", "“"), ("wrong-direction", "” ")],
        "“Our boats have waited,” Otieno said. He called the tax “a wall”.",
    ),
    "a turned mark at the end and one that was lost": (
        "‘Our boats have waited, Otieno said. ‘We sail at dawn. ‘",
        [("unclosed", "‘"), ("wrong-direction", " ‘")],
        "‘Our boats have waited,’ Otieno said. ‘We sail at dawn.’",
    ),
    "doubled single marks": (
        "‘‘We mended it,’ Holt said. ‘It held.’’ ‘We saw it,’ she said.",
        [("doubled", "‘‘"), ("doubled", "’’")],
        "‘We mended it,’ Holt said. ‘It held.’ ‘We saw it,’ she said.",
    ),
    "leading apostrophes": (
        "rock ‘n’ roll in the ‘90s, ‘til four",
        [("apostrophe", "‘")] * 3,
        "rock ’n’ roll in the ’90s, ’til four",
    ),
    "apostrophes within and after words": (
        "They don‘t care; O‘Brien and the players‘ union, ma‘am",
        [("apostrophe", "‘")] * 4,
        "They don’t care; O’Brien and the players’ union, ma’am",
    ),
    "a double mark for an apostrophe": (
        'They don"t say "yes".',
        [("apostrophe", '"')],
        'They don\'t say "yes".',
    ),
}


@pytest.mark.parametrize(("text", "expected", "good"), FAULTS.values(), ids=FAULTS.keys())
def test_names_each_fault_once(text: str, expected: list[tuple[str, str]], good: str) -> None:
    assert named(text) == expected
    assert cured(text) == good


QUOTED = {
    "pairs": ("“Yes,” he said, ‘no’ and 'so'.", ["Yes,", "no", "so"]),
    "nested is merged": ("He said “a ‘b’ c”.", ["a ‘b’ c"]),
    "white space at the marks is left out": ("“ Yes ” he said.", ["Yes"]),
    "the convention": ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
    "possessives": ("‘The brewers’ families know,’ he said.", ["The brewers’ families know,"]),
    "a mark that faces the wrong way": ("“Yes, “Holt said.", ["Yes,"]),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED.keys())
def test_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert doubtful_spans(document(text)) == ()


@pytest.mark.parametrize("marks", ['""', "“”", "‘’"], ids=["straight", "curly", "single"])
def test_a_quotation_runs_on_where_paragraphs_were_joined(marks: str) -> None:
    first, last = marks
    said = f"Ines Holt said: {first}We shut the brewery. {first}It was time,{last} and left. {first}So we go,{last} Al said."
    told = "The brewery stood on the hill above the town for more than a hundred years. " * 20
    assert named(told + said) == []
    assert [kind for kind, _ in named(said)] != [], "one paragraph of its own opens once"


def test_what_a_broken_mark_leaves_in_doubt() -> None:
    text = "He said “we hold it and left.\n\n“Nobody drowned,” he said."
    text = text.replace("\n\n“", "\n\nIt rained. “")
    article = document(text)
    assert [text[start:end] for start, end in doubtful_spans(article)] == ["we hold it and left."]
    assert quoted(text) == ["Nobody drowned,"]


def test_a_block_of_quotation_is_quoted_whole() -> None:
    article = document("We hold it.", "quote")
    assert quoted_spans(article) == (Span(0, 11),)
    assert is_quoted(article, Span(3, 7))
    assert not is_quoted(document("We hold it."), Span(3, 7))


def test_without_marks_there_is_nothing() -> None:
    found = quotations(document("We hold it. Nobody drowned."))
    assert found == quotations(document(""))
    assert found.marks == ()


def test_marks_tell_their_partner_role_and_level() -> None:
    text = "“a ‘b’ c” and the brewers’ 6' pole"
    found = [(mark.start, mark.role, mark.partner, mark.level) for mark in quotations(document(text)).marks]
    assert found == [
        (0, "open", 8, 0),
        (3, "open", 5, 1),
        (5, "close", 3, 1),
        (8, "close", 0, 0),
        (25, "apostrophe", None, 0),
        (28, "prime", None, 0),
    ]


def test_a_spacing_cure_and_a_turned_mark_are_safe_where_the_quoted_words_stay() -> None:
    assert [match.safe for match in faults(document("“ Yes,” Holt said."), "inner-space")] == [True]
    assert [match.safe for match in faults(document("“Yes, “Holt said."), "wrong-direction")] == [True]
    assert [match.safe for match in faults(document("Yes,” Holt said."), "unopened")] == [False]


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "“ ",
        "“a ",
        '"a ',
        "‘a ",
        "`a ",
        "as’ ",
        '("',
        ",,a ",
        "“‘",
        "a” ",
        '1" ',
        "“a\n\n",
        "‘a\n\n",
        "''",
        "`",
    ],
)
def test_many_marks_take_linear_time(piece: str) -> None:
    started = process_time()
    quotations(document(piece * 5000))
    assert process_time() - started < 5


@pytest.mark.parametrize("piece", ["'It ", "'It said. ", "said: 'It "])
def test_marks_that_nothing_closes_take_steps_in_proportion(piece: str) -> None:
    def steps(count: int) -> int:
        one, taken = document(piece * count), 0

        def step(frame: FrameType, *_: object) -> Any:
            nonlocal taken
            taken += 1
            frame.f_trace_opcodes = True
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            quotations(one)
        finally:
            sys.settrace(before)
        return taken

    assert steps(800) < 6 * steps(200)


PIECES = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            "‘",
            "’",
            '"',
            "'",
            "`",
            "``",
            "''",
            "„",
            "«",
            "»",
            ",,",
            " ",
            "\n",
            "\n\n",
            ".",
            ",",
            "—",
            "(",
            ")",
            "a",
            "Bo",
            "s",
            "said",
            "12",
            "n",
            "t",
            "´",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
def test_any_marks_give_spans_in_the_text_and_no_shared_place(text: str) -> None:
    article = document(text)
    found = quotations(article)
    places = []
    for _, match in found.faults:
        assert isinstance(match.place, Span)
        assert 0 <= match.place.start < match.place.end <= len(text)
        places.append(match.place)
        for place, _ in match.edits or ():
            assert isinstance(place, Span)
            assert 0 <= place.start <= place.end <= len(text)
    assert len(set(places)) == len(places)
    for spans in (quoted_spans(article), doubtful_spans(article)):
        assert all(start < end <= len(text) for start, end in spans)
        assert list(spans) == sorted(spans)


@given(PIECES)
def test_no_edit_changes_a_word(text: str) -> None:
    letters = re.compile(r"[^\W_]+")
    for _, match in quotations(document(text)).faults:
        for place, replacement in match.edits or ():
            assert isinstance(place, Span)
            assert letters.findall(text[place.start : place.end]) == letters.findall(replacement)


PIECES = st.sampled_from(
    (
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "»",
        " ",
        " ",
        "\n\n",
        "\n",
        ",",
        ".",
        "(",
        ")",
        "said",
        "Bo",
        "90",
        "s",
        "—",
        "Ã©",
        "é",
    )
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_marks_in_order_are_read_as_the_reader_reads_them(text: str) -> None:
    made = document(text)
    assert quotations(made) == quotation_reader.read(made, range(len(made.blocks)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” the players’ agent said.\n\nHe’d “(not) say” more »", True),
        ('She said "yes". "It\'s the boats\' day," he said.', True),
        ("“Yes, he said.", False),
        ("“Yes,“ he said.", False),
        ("He said ‘yes’.", False),
        ("“Yes\n\nno”", False),
        ("We mended it,’ she said.", False),
    ],
)
def test_whether_marks_are_in_order(text: str, expected: bool) -> None:
    assert (not orderly(document(text)).unclear) == expected


def test_a_mark_at_the_very_end_of_a_long_paragraph_is_read() -> None:
    told = "It was late and the road was shut. " * 60
    assert [kind for kind, _ in named(f'She said: "They left. {told}"')] == ["inner-space"]
