"""What MDX adds to Markdown is no prose: modules, expressions, components; what components enclose is."""

from __future__ import annotations

import time

import pytest

from copylint.cli import main
from copylint.formats.jsx import without_jsx
from copylint.formats.markdown import read
from tests.documents import blocks, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from copylint.document import Document


def read_mdx(source: str) -> Document:
    return read("story.mdx", source, jsx=True)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('import Map from "../Map.astro"\nimport { A } from "b"\n\nRead.', ["Read."], id="imports"),
        pytest.param('export const piers = [\n  { a: "x" },\n\n  { a: "y" },\n]\n\nRead.', ["Read."], id="an export"),
        pytest.param("export const a = {\n\nRead.", ["Read."], id="an export that is never closed"),
        pytest.param("It may\nimport wheat and\nexport it.", ["It may\nimport wheat and\nexport it."], id="trade"),
        pytest.param("import taxes rose.", ["import taxes rose."], id="taxes"),
        pytest.param("The {place} quay.", ["The \ufffc quay."], id="an expression"),
        pytest.param("The quay{' '}\n<b>burns</b>.", ["The quay\nburns."], id="a space at the end of a line"),
        pytest.param('The{" "}quay.', ["The quay."], id="a space written out"),
        pytest.param("{list.map((a) => (\n  <li>{a}</li>\n))}\n\nRead.", ["Read."], id="lines of their own"),
        pytest.param("Write `{x}`, ``{`}`` or \\{ here {y}.", ["Write \ufffc, \ufffc or { here \ufffc."], id="code"),
        pytest.param("```js\nconst a = {\n```\n\nRead } on.", ["Read } on."], id="a fence"),
        pytest.param("An open { brace.\n\nRead.", ["An open { brace.", "Read."], id="never closed"),
        pytest.param(
            "A stray ` tick.\n\nThe {b} quay `c`.", ["A stray ` tick.", "The \ufffc quay \ufffc."], id="a tick"
        ),
        pytest.param("<Note>\n**Read** it.\n- One.\n</Note>", ["Read it.", "One."], id="a component around Markdown"),
        pytest.param("<div class='x'>\n**Read** it.\n</div>", ["Read it."], id="a frame around Markdown"),
        pytest.param("<my-note>\n**Read** it.\n</my-note>", ["Read it."], id="an element of one's own"),
        pytest.param(
            "<Note>\n\n    Read it.\n\n    - One.\n\n</Note>\n\nOn.", ["Read it.", "One.", "On."], id="set in"
        ),
        pytest.param(
            "<Box>\n\t<Note\n\t\tb='c'>\n\t\tRead.\n\t</Note>\n\tMore.\n</Box>", ["Read.", "More."], id="set in twice"
        ),
        pytest.param("<Note>\n\n    ```js\n    It is is.\n    ```\n\n    Read.\n</Note>", ["Read."], id="code within"),
        pytest.param("<>\nRead.\n</>", ["Read."], id="a fragment"),
        pytest.param(
            "<Map\n  places={all.filter((a) => a > 3)}\n\n  {...rest}\n  title='A <pier>'\n/>\n\nRead.",
            ["Read."],
            id="a component over lines",
        ),
        pytest.param('The <Ui.Mark on={() => go("it")} {...b}>quay</Ui.Mark> burns.', ["The quay burns."], id="inline"),
        pytest.param("Run <Code>the the</Code> <d-e f={g}>or</d-e>.", ["Run \ufffc or."], id="names of HTML"),
        pytest.param("A {/* note */} quay.", ["A quay."], id="a comment"),
        pytest.param("{/* a\n\nnote */}\n\nRead.", ["Read."], id="a comment over lines"),
        pytest.param("<figure>\n<figcaption>The quay</figcaption>\n</figure>", ["The quay"], id="HTML"),
        pytest.param("See <https://quay.example/A.b> or <b>it</b>.", ["See \ufffc or it."], id="an address"),
    ],
)
def test_prose(source: str, expected: list[str]) -> None:
    assert [text for _, text in blocks(read_mdx(source))] == expected


def test_kinds_and_places() -> None:
    source = (
        "---\ntitle: The quay\n---\nimport A from 'a'\n\n# On the {place}\n\n<A>\n  - It burns{' '}_now_.\n\n"
        "  <Pull>“No one was there.”</Pull>\n</A>\n"
    )
    document = read_mdx(source)
    assert blocks(document) == [
        ("headline", "The quay"),
        ("heading", "On the \ufffc"),
        ("item", "It burns now."),
        ("paragraph", "“No one was there.”"),
    ]
    assert written(document, "\ufffc") == "{place}"
    assert written(document, "burns now") == "burns{' '}_now"


def test_masks_keep_the_length_and_the_lines() -> None:
    source = "import A from 'a'\n\nThe {b}{' '}quay {/* c\nd */} <A.B {...c}>e</A.B>.\n\n<A\n  b={c}\n/>\n<d_e f={g}>h</d_e>\n"
    masked, holes, comments = without_jsx(source)
    assert len(masked) == len(source)
    assert [at for at, one in enumerate(masked) if one == "\n"] == [at for at, one in enumerate(source) if one == "\n"]
    assert [source[slice(*hole)] for hole in holes] == ["{b}"]
    assert [comment.text for comment in comments] == [" c\nd "]


def test_comments_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    source = "It was the the quay.\n\nThis is is so.\n\n{/* copylint: ignore[spacing] as sung */}\n\nAnd and so.\n"
    (tmp_path / "a.mdx").write_text(source)
    assert main(["check", "--isolated", "--format", "concise", "a.mdx"]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()] == ["a.mdx:1:8", "a.mdx:3:6"]
    assert main(["check", "--isolated", "--add-ignores", "as said */ here", "a.mdx"]) == 0
    assert (
        (tmp_path / "a.mdx")
        .read_text()
        .startswith(
            "It was the the quay. {/* copylint: ignore-block[spacing/doubled-word] as said * / here */}\n\nThis is is so. {/*"
        )
    )
    capsys.readouterr()
    assert main(["check", "--isolated", "--format", "concise", "a.mdx"]) == 0


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{" * 200_000, id="openings"),
        pytest.param("{a}" * 100_000, id="expressions"),
        pytest.param("{" * 50_000 + "}" * 50_000, id="nested"),
        pytest.param("<A {b}\n" * 50_000, id="tags"),
        pytest.param("<A b='" * 50_000, id="attributes"),
        pytest.param("export const a = {\n\n" * 20_000, id="exports"),
        pytest.param("".join("`" * n + " " for n in range(1, 700)) * 2, id="ticks"),
        pytest.param("```\n" * 50_001, id="fences"),
        pytest.param("{/*" * 100_000, id="comments"),
    ],
)
def test_hostile_sources_end_soon(source: str) -> None:
    start = time.process_time()
    assert len(without_jsx(source)[0]) == len(source)
    assert time.process_time() - start < 5
