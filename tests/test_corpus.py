"""Good prose, and what is found in it: each line of tests/corpus/findings is a false alarm that we live with.

To take over what is found now, after reading each line of the difference:
`copylint check --isolated --no-cache --format concise tests/corpus > tests/corpus/findings`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli import main

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "tests" / "corpus" / "findings"


def test_what_is_found_in_good_prose_is_what_we_live_with(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    articles = sorted(str(path.relative_to(ROOT)) for path in FOUND.parent.iterdir() if path != FOUND)
    assert len(articles) >= 10
    code = main(["check", "--isolated", "--no-cache", "--fail-on", "never", "--format", "concise", *articles])
    assert code == 0
    assert capsys.readouterr().out == FOUND.read_text(encoding="utf-8")
