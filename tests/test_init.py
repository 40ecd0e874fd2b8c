"""A configuration proposed by looking at the articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli import main
from copylint.cli.init import Looked
from tests.documents import paragraphs

AMERICAN = "The center said its program was in color, at 4 percent. “We favor it,” she said. The labor board met.\n"
BRITISH = (
    "The centre said its programme was in colour, at 4 per cent. “We favour it,” she said. The labour board met.\n"
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("text", "spelling", "per_cent"),
    [(AMERICAN, "american", "percent"), (BRITISH, "british", "per cent")],
)
def test_it_says_what_it_saw_and_proposes_a_style(
    text: str, spelling: str, per_cent: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(12):
        Path(f"{number}.md").write_text(text, encoding="utf-8")
    assert main(["init"]) == 0
    assert capsys.readouterr().out.startswith("copylint.toml written after a look at 12 articles")
    written = Path("copylint.toml").read_text(encoding="utf-8")
    assert f"# spelling: {spelling} (" in written
    assert f"# per cent: {per_cent} (" in written
    assert "# What was looked at: 12 articles (12 .md)." in written
    assert main(["check", "-q"]) in (0, 1)


def test_what_it_writes_is_a_valid_configuration_with_nothing_to_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    assert main(["config", "story.txt"]) == 0
    assert 'fail-on = "warning"' in capsys.readouterr().out


def test_a_report_of_copylint_is_no_article() -> None:
    Path("story.md").write_text(BRITISH, encoding="utf-8")
    assert main(["check", "-q", "--no-cache", "--output", "html=proof.html", "--output", "markdown=proof.md"]) == 0
    assert main(["init"]) == 0
    assert "# What was looked at: 1 article (1 .md)." in Path("copylint.toml").read_text(encoding="utf-8")


def test_single_marks_are_counted_in_a_paragraph_of_any_length() -> None:
    looked = Looked()
    for text in ("‘We mend it,’ she said. The ’90s ended. It’s ‘safe’.", f"It's a 'word {'or two ' * 20_000}"):
        looked.at(paragraphs(text))
    assert looked.votes["outer_quote"] == {"double": 0, "single": 1}


def test_it_never_takes_the_place_of_a_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copylint.toml").write_text('fail-on = "error"\n')
    assert main(["init"]) == 2
    assert capsys.readouterr().err == (
        "copylint: copylint.toml is there already; copylint init --print shows what would be proposed\n"
    )
    assert main(["init", "--print"]) == 0
    assert Path("copylint.toml").read_text() == 'fail-on = "error"\n'
