"""`copylint doctor`: what is there, what is missing, and when that is a fault."""

import json
import sys
from typing import Any

import pytest

from copylint.config import Settings
from copylint.doctor import as_json, as_text, examine, healthy
from copylint.plugins import Registry, registry
from copylint.rule import Chosen
from copylint.sources import Fact, Source, SourceError


class Sound:
    """A source that works."""

    notice = None
    closed = 0

    def lint(self, documents: Any) -> list[Any]:
        return []

    def diagnose(self) -> tuple[Fact, ...]:
        return (Fact("engine", "1.0", True), Fact("part", "missing", False, "install it"))

    def close(self) -> None:
        Sound.closed += 1


def bad_open(options: Any) -> Any:
    raise SourceError("the engine is not there")


def with_source(open: Any) -> Registry:
    return registry()._replace(sources={"engine": Source("engine", "An engine", lambda table, folder: table, open)})


def test_what_is_missing_is_a_fault_only_where_it_is_asked_for() -> None:
    known = with_source(lambda options: Sound())
    before = Sound.closed
    assert healthy(examine(known, Settings(()), None))
    assert not healthy(examine(known, Settings((), sources={"engine": {}}), None))
    assert Sound.closed == before + 2


def test_a_source_that_cannot_be_opened() -> None:
    known = with_source(bad_open)
    assert healthy(examine(known, Settings(()), None))
    parts = tuple(examine(known, Settings((), sources={"engine": {}}), None))
    assert parts[-1].facts[-1] == Fact("source", "the engine is not there", False)


def test_a_table_that_cannot_be_used() -> None:
    known = registry()
    parts = tuple(examine(known, Settings((), sources={"languagetool": {"ulr": ""}}), None))
    assert [(fact.subject, fact.ok) for fact in parts[-1].facts] == [("asked", None), ("table", False)]


def test_a_score_that_is_asked_for_needs_textstat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copylint.doctor.installed", lambda name: None)
    known = with_source(lambda options: Sound())
    rule = known.rules["readability/grade"]
    asked = Settings((Chosen(rule, "suggestion", rule.options._replace(limit=9.0)),))
    idle = Settings((Chosen(rule, "suggestion", rule.options),))
    assert healthy(examine(known, idle, None))
    assert not healthy(examine(known, asked, None))
    assert "pip install 'copylint[readability]'" in "".join(as_text(examine(known, asked, None)))


@pytest.mark.parametrize(
    ("language", "sources", "state", "ok"),
    [
        ("en-GB", {}, "en-GB", None),
        ("uk", {}, "uk; no rule that is on reads it, so nothing is checked", False),
        ("uk", {"engine": {}}, "uk", None),
    ],
    ids=["English", "Ukrainian", "with a source, which may read it"],
)
def test_a_language_that_no_rule_reads_is_a_fault(language: str, sources: Any, state: str, ok: bool | None) -> None:
    known = with_source(lambda options: Sound())
    rule = known.rules["spacing/doubled-word"]
    settings = Settings((Chosen(rule, rule.severity, rule.options),), language=language, sources=sources)
    facts = {fact.subject: fact for part in examine(known, settings, None) for fact in part.facts}
    assert (facts["language"].state, facts["language"].ok) == (state, ok)


def test_shown() -> None:
    known = with_source(lambda options: Sound())._replace(plugins={"news": "copylint-news 1.2"})
    parts = tuple(examine(known, Settings((), sources={"engine": {}}), "/desk/copylint.toml"))
    shown = "".join(as_text(parts))
    assert "     file: /desk/copylint.toml\n" in shown
    assert "     news: copylint-news 1.2\n" in shown
    assert "  ok engine: 1.0\nFAIL part: missing\n       -> install it\n" in shown
    assert f"  ok Python: {sys.version.split()[0]}" in shown
    told = json.loads("".join(as_json(parts)))
    assert told["healthy"] is False
    assert [part["heading"] for part in told["parts"]] == [
        "copylint",
        "configuration",
        "plug-ins",
        "extras",
        "engine",
    ]
