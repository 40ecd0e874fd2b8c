"""House styles: those that ship, terms, and what `explain` tells of them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from copylint.checks.house import compiled
from copylint.cli import main
from copylint.config import Choices, Configuration
from copylint.config.house import stands
from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats
from copylint.plugins import Registry, registry
from copylint.toml import read

KNOWN = registry()
STYLES = ("ap", "canadian-press", "chicago", "economist", "govuk", "guardian", "reuters")
READERS = {one.name: one.read for one in builtin_formats()}


def _found(style: str, text: str, known: Registry = KNOWN) -> list[tuple[str, str, tuple[str, ...]]]:
    configuration = Configuration(known, Choices(style=style, isolated=True))
    settings = configuration.for_file("story.md")
    document = READERS["markdown"]("story.md", text)
    findings = lint(document, RuleSet(settings.chosen)).findings
    return [(one.rule, one.place.text, one.suggestions) for one in findings]


def test_the_styles_that_ship() -> None:
    assert tuple(sorted(KNOWN.styles)) == STYLES


@pytest.mark.parametrize("style", STYLES)
def test_each_fact_has_a_source_and_the_style_a_date(style: str) -> None:
    data = read(KNOWN.styles[style]).data
    assert data["as_of"] and data["source"]
    facts = [*data.get("options", {}), *data.get("rules", {})]
    assert sorted(data["sources"]) == sorted(facts)
    assert all(term["source"] for term in data.get("terms", ()))
    Configuration(KNOWN, Choices(style=style, isolated=True)).for_file("story.md")


MIXED = "They agreed to {} and to {} the work.\n"


@pytest.mark.parametrize(
    ("style", "text", "found"),
    [
        ("ap", "They must co-operate at once.", [("hyphenation/mixed-prefix", "co-operate", ("cooperate",))]),
        ("economist", "They must cooperate at once.", [("hyphenation/mixed-prefix", "cooperate", ("co-operate",))]),
        ("govuk", "They must reevaluate it at once.", [("hyphenation/mixed-prefix", "reevaluate", ("re-evaluate",))]),
        ("ap", "Write an e-mail to them.", [("hyphenation/house", "e-mail", ("email",))]),
        ("guardian", "The NATO summit was late.", [("house/term", "NATO", ("Nato",))]),
        ("economist", "The Nato summit was late.", [("house/term", "Nato", ("NATO",))]),
        ("guardian", "The Nato summit was late.", []),
        ("guardian", "“The NATO summit was late,” he said.", []),
        ("ap", "It rose by 5 percent in a year.", [("consistency/per-cent", " percent", ("%",))]),
        ("reuters", "They must cooperate at once.", []),
    ],
)  # fmt: skip
def test_a_style_judges_what_it_sets(style: str, text: str, found: list[tuple[str, str, tuple[str, ...]]]) -> None:
    told = _found(style, text + "\n")
    assert [(rule, place) for rule, place, _ in told] == [(rule, place) for rule, place, _ in found]


def test_styles_differ_on_one_text() -> None:
    text = MIXED.format("co-operate", "coordinate")
    assert [place for _, place, _ in _found("ap", text)] == ["co-operate"]
    assert [place for _, place, _ in _found("govuk", text)] == ["coordinate"]


def test_a_newsroom_extends_a_style(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "our.toml").write_text(
        'extends = "guardian"\nexceptions = ["NATO alphabet"]\n[swap]\nNASA = "NASA"\nutilise = "use"\n'
        '[[terms]]\nprefer = "chair"\navoid = "chairman"\nbefore = ["of"]\nnote = "unless it is a name"\n'
    )
    (tmp_path / "copylint.toml").write_text('style = "style/our.toml"\nselect = ["house"]\n')
    (tmp_path / "a.txt").write_text(
        "NATO met, NASA did not.\n\nThe NATO alphabet was there to utilise.\n\nThe chairman of it left, the chairman said.\n"
    )
    assert main(["check", "-q", "--format", "concise"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "a.txt:1:1: warning house/term: 'NATO' is not our style: write 'Nato'.",
        "a.txt:3:32: warning house/term: 'utilise' is not our style: write 'use'.",
        "a.txt:5:5: warning house/term: 'chairman' is not our style: write 'chair' (unless it is a name).",
    ]


def test_what_is_to_be_written_is_not_avoided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A term may be a part of what to write for it, as a name is of a longer one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our.toml").write_text(
        '[swap]\n"Alma Reyes" = "Alma Reyes Ortiz"\n[[terms]]\navoid = "insurer"\nprefer = "health insurer"\ninflect = "noun"\n'
    )
    written = "The Alma Reyes\nOrtiz prize. HEALTH INSURERS pay. "
    assert _found("our.toml", written) == []
    faults = "Alma Reyes went, Alma Reyes Ortizo too. Insurers pay; unhealth insurers do not."
    assert [place for rule, place, _ in _found("our.toml", written + faults) if rule == "house/term"] == [
        *("Alma Reyes", "Alma Reyes", "Insurers", "insurers")
    ]


@pytest.mark.parametrize(
    ("style", "sentence"),
    [
        ('[[terms]]\nprefer = "a"\n', "style.toml:1:1: a term needs 'avoid': what not to write"),
        ('[[terms]]\navoid = "a"\ninflects = "noun"\n', "style.toml:3:1: 'inflects' is not a key of a term (did you mean 'inflect'?)"),
        ('[[terms]]\navoid = "a"\ninflect = "nuon"\n', "style.toml:3:1: 'inflect' must be 'noun' or 'verb'"),
        ('[swap]\nb = 3\n', "style.toml:2:1: what to write for 'b' must be a string or a list of them"),
        ('[options]\nform = "%"\n', "style.toml:2:1: 'form' is an option of many rules: write it in the table of one, [rules.\"…\"]"),
        ('[options]\nouter-qoute = "single"\n', "style.toml:2:1: 'outer-qoute' is an option of no rule (did you mean 'outer-quote'?)"),
        ('extends = "gardian"\n', "style.toml:1:1: 'gardian' is not a style (did you mean 'guardian'?)"),
    ],
)  # fmt: skip
def test_what_a_style_cannot_say(
    style: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "style.toml").write_text(style)
    (tmp_path / "a.txt").write_text("A word.\n")
    assert main(["check", "--style", "style.toml", "a.txt"]) == 2
    assert capsys.readouterr().err == f"copylint: {sentence}\n"


def test_explain_tells_what_styles_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--isolated", "consistency/per-cent"]) == 0
    told = capsys.readouterr().out
    assert '    ap (2024-06-01)              form = "%"' in told
    assert '    canadian-press (2018-12-31)  form = "per cent"' in told
    assert "    reuters (2009-11-24)         leaves it open" in told
    assert main(["explain", "--isolated", "consistency/per-cent", "--style", "chicago"]) == 0
    told = capsys.readouterr().out
    assert '    chicago (2024-06-01)  form = "percent"' in told
    assert "canadian-press" not in told
    assert [one.style for one in stands(KNOWN, "house/term") if one.terms] == ["economist", "guardian", "reuters"]


def test_terms_are_imported_from_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.csv").write_text(
        'avoid,prefer,inflect,before,note\nutilise,use,verb,,\n"Peking, the city",Beijing,,,\n'
        "chairman,chair,noun,of;for,unless a name\nirregardless,,,,\n\n",
        encoding="utf-8-sig",
    )
    assert main(["import-terms", "terms.csv", "--output", "our.toml"]) == 0
    assert read("our.toml").data == {
        "swap": {"Peking, the city": "Beijing"},
        "terms": [
            {"avoid": "utilise", "prefer": "use", "inflect": "verb"},
            {
                "avoid": "chairman",
                "prefer": "chair",
                "inflect": "noun",
                "before": ["of", "for"],
                "note": "unless a name",
            },
            {"avoid": "irregardless"},
        ],
    }
    (tmp_path / "a.txt").write_text("They utilised it irregardless.\n")
    assert main(["check", "-q", "--select", "house", "--style", "our.toml", "--format", "concise", "a.txt"]) == 1
    (tmp_path / "two.csv").write_text("e-mail;email\nweb site;website\n")
    capsys.readouterr()
    assert main(["import-terms", "two.csv"]) == 0
    assert capsys.readouterr().out == '[swap]\n"e-mail" = "email"\n"web site" = "website"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("avoid,perfer\na,b\n", "terms.csv:1: 'perfer' is not a column (did you mean 'prefer'?)"),
        ("avoid,prefer\n,b\n", "terms.csv:2: there is nothing to avoid"),
        ("avoid,prefer,inflect\na,b,nuon\n", "terms.csv:2: 'inflect' must be 'noun' or 'verb'"),
        ("", "terms.csv: there are no terms"),
        ("a,b,c\n", "terms.csv:1: more than two columns need a first line with their names: avoid, prefer, …"),
    ],
)
def test_what_is_wrong_with_a_csv_is_told(
    text: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.csv").write_text(text)
    assert main(["import-terms", "terms.csv"]) == 2
    assert capsys.readouterr().err == f"copylint: {sentence}\n"


def test_ten_thousand_terms_find_what_they_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = "\n".join(f'"avoidable word{number}" = "word{number}"' for number in range(10_000))
    (tmp_path / "big.toml").write_text(f"[swap]\n{lines}\n")
    started = time.process_time()
    found = _found("big.toml", "An avoidable word77 and avoidable word9999 are here.\n")
    assert [place for rule, place, _ in found if rule == "house/term"] == ["avoidable word77", "avoidable word9999"]
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("style", "text", "message"),
    [
        ("ap", "They must co-operate at once.", "'co-operate' is not AP style: write 'cooperate'."),
        ("govuk", "The color has gone at once.", "'color' is not GOV.UK style: write 'colour'."),
        ("govuk", "It was on March 5, 2020 in town.", "'March 5, 2020' is not GOV.UK style: write '5 March 2020'."),
        ("govuk", "It was on March 5th in town.", "'March 5th' is not GOV.UK style."),
        ("ap", "The ferry—which had been built in Leith for a firm of whalers—sank in deep water off the coast on Monday.",
         "'closed em dash' is not AP style: write 'spaced em dash'."),
    ],
)  # fmt: skip
def test_a_message_names_the_style_that_decides(style: str, text: str, message: str) -> None:
    settings = Configuration(KNOWN, Choices(style=style, isolated=True)).for_file("story.md")
    document = READERS["markdown"]("story.md", text + "\n")
    assert [one.message for one in lint(document, RuleSet(settings.chosen)).findings] == [message]


def test_without_a_style_the_message_tells_both_sides() -> None:
    settings = Configuration(KNOWN, Choices(isolated=True)).for_file("story.md")
    document = READERS["markdown"]("story.md", MIXED.format("co-operate", "coordinate"))
    (finding,) = lint(document, RuleSet(settings.chosen)).findings
    assert "one prefix, two styles" in finding.message


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("chairman", "chairmen"),
        ("CHAIRMAN", "CHAIRMEN"),
        ("Foot", "Feet"),
        ("grandchild", "grandchildren"),
        ("half-life", "half-lives"),
        ("passer-by", "passers-by"),
        ("police woman", "police women"),
        ("German", "Germans"),
        ("talisman", "talismans"),
        ("mongoose", "mongooses"),
        ("city", "cities"),
        ("roof", "roofs"),
        ("bus", "buses"),
    ],
)
def test_the_plural_of_a_term(noun: str, plural: str) -> None:
    term = {"avoid": noun, "prefer": "thing", "inflect": "noun"}
    assert [(one.text, one.payload.prefer) for one in compiled(("terms", 0), term)] == [
        (noun, ("thing",)),
        (plural, ("things",)),
    ]


def test_a_noun_without_a_plural_of_its_own_is_one_term() -> None:
    assert [one.text for one in compiled(("terms", 0), {"avoid": "aircraft", "inflect": "noun"})] == ["aircraft"]
