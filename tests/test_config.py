"""config: what holds for a file, where it comes from, and what is refused."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.config import Choices, Configuration, Patterns, Settings, describe, find
from copylint.document import Document
from copylint.plugins import Registry
from copylint.rule import Match, OptionError, Pack, Rule
from copylint.toml import TomlError


class MarkOptions(NamedTuple):
    mode: Literal["consistent", "style"] = "consistent"
    outer_quote: Literal["single", "double"] | None = None
    most: int = 3
    forms: Mapping[str, str] = {}
    exceptions: tuple[str, ...] = ()


class HouseOptions(NamedTuple):
    outer_quote: Literal["single", "double"] | None = None


def nothing(document: Document, options: Any) -> Iterable[Match]:
    return ()


def rule(rule_id: str, **fields: Any) -> Rule:
    return Rule("summary", "why", "message", nothing, id=rule_id, **fields)


RULES = (
    rule("quotes/inner-space", severity="error"),
    rule("quotes/mixed", options=MarkOptions()),
    rule("quotes/house", options=HouseOptions(), default="off"),
    rule("spacing/doubled", severity="suggestion"),
    rule("spacing/tab", default="off"),
)


class Source(NamedTuple):
    name: str


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str]], Path]:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "repo")

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "repo" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "repo"

    return write


Tree = Callable[[Mapping[str, str]], Path]


def registry(styles: Mapping[str, str] | None = None) -> Registry:
    from copylint import builtin

    packs = {
        name: Pack(name, "summary", tuple(one for one in RULES if one.id.startswith(name)))
        for name in ("quotes", "spacing")
    }
    return Registry(
        packs=packs,
        rules={one.id: one for one in RULES},
        kinds={kind.name: kind for kind in builtin.copylint_checks()},
        sources={"checker": Source("checker")},
        formats={},
        reporters={},
        styles=styles or {},
        plugins={},
    )


EXTRAS = {"languagetool": "languagetool", "checker": "checker"}


def configuration(styles: Mapping[str, str] | None = None, **choices: Any) -> Configuration:
    return Configuration(registry(styles), Choices(**choices), EXTRAS)


def settings(path: str = "a.md", styles: Mapping[str, str] | None = None, **choices: Any) -> Settings:
    return configuration(styles, **choices).for_file(path)


def chosen(settings: Settings) -> list[str]:
    return [one.rule.id for one in settings.chosen]


def options(settings: Settings, rule_id: str = "quotes/mixed") -> Any:
    return next(one.options for one in settings.chosen if one.rule.id == rule_id)


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(TomlError) as caught:
        action()
    return str(caught.value)


# Which file holds


def test_without_a_configuration_each_rule_speaks_for_itself(tree: Tree) -> None:
    tree({})
    held = settings()
    assert [(one.rule.id, one.severity) for one in held.chosen] == [
        ("quotes/inner-space", "error"),
        ("quotes/mixed", "warning"),
        ("spacing/doubled", "suggestion"),
    ]
    assert held[1:8] == ("warning", "document", None, None, None, None, {})


@pytest.mark.parametrize(
    ("files", "path", "expected"),
    [
        ({"copylint.toml": "fail-on = 'error'"}, "a/b/c.md", "error"),
        ({".copylint.toml": "fail-on = 'error'"}, "a.md", "error"),
        ({"pyproject.toml": "[tool.copylint]\nfail-on = 'error'"}, "a.md", "error"),
        ({"pyproject.toml": "[project]\ndependencies = ['copylint']"}, "a.md", "warning"),
        ({"pyproject.toml": "this is broken, and none of our business"}, "a.md", "warning"),
        ({"copylint.toml": "fail-on = 'error'", "a/copylint.toml": ""}, "a/b.md", "warning"),
        (
            {"copylint.toml": "fail-on = 'error'", "a/pyproject.toml": "[tool.black]\n# copylint"},
            "a/b.md",
            "error",
        ),
        (
            {
                ".copylint.toml": "fail-on = 'never'",
                "copylint.toml": "fail-on = 'error'",
                "pyproject.toml": "[tool.copylint]",
            },
            "a.md",
            "error",
        ),
        ({"copylint.toml": "fail-on = 'error'", "a/.git/x": ""}, "a/b.md", "warning"),
        ({"../copylint.toml": "fail-on = 'error'"}, "a.md", "warning"),
    ],
    ids=[
        "above",
        "dot",
        "pyproject",
        "no table",
        "broken stranger",
        "nearest",
        "stranger",
        "several",
        "root",
        "beyond",
    ],
)
def test_the_nearest_file_up_to_the_root(tree: Tree, files: dict[str, str], path: str, expected: str) -> None:
    tree(files)
    assert settings(path).fail_on == expected


def test_find(tree: Tree) -> None:
    root = tree({"copylint.toml": "", "a/b/c.md": ""})
    toml = find(str(root / "a" / "b"))
    assert toml is not None
    assert toml.path == "copylint.toml"


def test_a_file_given_and_none_at_all(tree: Tree) -> None:
    tree(
        {
            "copylint.toml": "fail-on = 'error'",
            "ci/strict.toml": "fail-on = 'suggestion'\nexclude = ['draft/']",
        }
    )
    given = configuration(config="ci/strict.toml")
    assert given.for_file("a.md").fail_on == "suggestion"
    assert given.excluded(os.path.abspath("draft/a.md"))  # its patterns start at the working directory
    assert settings(isolated=True).fail_on == "warning"
    assert refusal(lambda: settings(config="gone.toml")) == "gone.toml: cannot be read: no such file or directory"


def test_files_share_a_settings_value(tree: Tree) -> None:
    tree({"copylint.toml": "[[overrides]]\npaths = ['b/']\nignore = ['quotes']\n[[overrides]]\npaths = ['/c/']"})
    held = configuration()
    assert held.for_file("a/1.md") is held.for_file("x/y/2.md")
    assert held.for_file("b/1.md") is held.for_file("b/c/2.md")
    assert held.for_file("a/1.md") is not held.for_file("b/1.md")
    assert configuration().for_file("b/c/2.md").chosen == held.for_file("b/1.md").chosen


def test_standard_input_has_the_settings_of_the_file_it_names(tree: Tree) -> None:
    tree({"a/copylint.toml": "fail-on = 'error'"})
    assert settings("-", stdin_name="a/b.md").fail_on == "error"
    assert settings("-").fail_on == "warning"


# Which rules run


@pytest.mark.parametrize(
    ("text", "choices", "expected"),
    [
        ("", {}, "inner-space mixed doubled"),
        ("select = []", {}, "inner-space mixed doubled"),
        ("select = ['quotes']", {}, "inner-space mixed"),
        ("select = ['quotes', 'spacing/tab']", {}, "inner-space mixed tab"),
        ("select = ['spacing/tab']", {}, "tab"),
        ("extend-select = ['spacing/tab']", {}, "inner-space mixed doubled tab"),
        ("extend-select = ['spacing']", {}, "inner-space mixed doubled"),
        ("select = ['quotes']\nextend-select = ['spacing']", {}, "inner-space mixed doubled"),
        ("ignore = ['quotes']", {}, "doubled"),
        ("ignore = ['quotes/mixed']", {}, "inner-space doubled"),
        ("ignore = ['quotes']\nselect = ['quotes']", {}, ""),
        ("ignore = ['quotes']\nselect = ['quotes/mixed']", {}, "mixed"),
        ("ignore = ['quotes']\nextend-select = ['quotes/house']", {}, "house doubled"),
        ("ignore = ['quotes/mixed']\nselect = ['quotes']", {}, "inner-space"),
        ("ignore = ['quotes/mixed']\nselect = ['quotes/mixed', 'spacing']", {}, "doubled"),
        ("ignore = ['quotes/mixed']", {"select": ("quotes/mixed",)}, "mixed"),
        ("ignore = ['quotes/mixed']", {"select": ("quotes",)}, "inner-space"),
        ("ignore = ['quotes']", {"select": ("quotes",)}, "inner-space mixed"),
        ("select = ['quotes/mixed', 'spacing']", {"ignore": ("quotes/mixed",)}, "doubled"),
        ("select = ['quotes']", {"select": ("spacing",)}, "doubled"),
        ("ignore = ['quotes']", {"ignore": ("spacing",)}, "inner-space mixed"),
        ("select = ['spacing']", {"extend_select": ("quotes/house",)}, "house doubled"),
    ],
    ids=str,
)
def test_selection(tree: Tree, text: str, choices: dict[str, Any], expected: str) -> None:
    tree({"copylint.toml": text})
    assert [name.partition("/")[2] for name in chosen(settings(**choices))] == expected.split()


def test_severity(tree: Tree) -> None:
    tree({"copylint.toml": "[severity]\nquotes = 'error'\n'quotes/mixed' = 'suggestion'\n'checker/X' = 'error'"})
    held = settings()
    assert [(one.rule.id, one.severity) for one in held.chosen] == [
        ("quotes/inner-space", "error"),
        ("quotes/mixed", "suggestion"),
        ("spacing/doubled", "suggestion"),
    ]
    assert [held.severity(name, "warning") for name in ("checker/X", "checker/Y")] == ["error", "warning"]


def test_sources(tree: Tree) -> None:
    tree({"copylint.toml": "ignore = ['checker/BAD']\n[checker]\nurl = 'x'\n[checker.deep]\nlevel = 1"})
    held = settings()
    assert held.sources == {"checker": {"url": "x", "deep": {"level": 1}}}
    assert [held.wants(name) for name in ("checker/GOOD", "checker/BAD")] == [True, False]
    assert settings(select=("quotes",)).sources == {}
    assert settings(ignore=("checker",)).sources == {}
    narrow = settings(select=("checker/ONE",))
    assert [narrow.wants(name) for name in ("checker/ONE", "checker/TWO")] == [True, False]
    assert settings(isolated=True).sources == {}
    assert settings(isolated=True, select=("checker",)).sources == {"checker": {}}


# Options and overrides


def test_options(tree: Tree) -> None:
    tree(
        {"copylint.toml": "[rules.'quotes/mixed']\nmode = 'style'\nouter-quote = 'single'\nforms = {a = 'b'}\nmost = 5"}
    )
    assert options(settings()) == MarkOptions("style", "single", 5, {"a": "b"})


def test_overrides_the_last_that_matches_wins(tree: Tree) -> None:
    tree(
        {
            "copylint.toml": """
ignore = ["spacing"]
[rules."quotes/mixed"]
most = 1
forms = {a = "1", b = "1"}
exceptions = ["a"]
[[overrides]]
paths = ["opinion/", "*.txt"]
ignore = []
severity = {quotes = "suggestion"}
rules."quotes/mixed" = {forms = {b = "2"}, exceptions = ["b"]}
[[overrides]]
paths = ["**/old/*"]
rules."quotes/mixed".most = 9
severity."quotes/inner-space" = "warning"
extend-select = ["spacing/tab"]
"""
        }
    )
    held = configuration()
    assert options(held.for_file("news/a.md")) == MarkOptions(most=1, forms={"a": "1", "b": "1"}, exceptions=("a",))
    opinion = held.for_file("opinion/a.md")
    assert chosen(opinion) == ["quotes/inner-space", "quotes/mixed", "spacing/doubled"]
    assert [one.severity for one in opinion.chosen] == ["suggestion", "suggestion", "suggestion"]
    assert options(opinion) == MarkOptions(most=1, forms={"a": "1", "b": "2"}, exceptions=("b",))
    both = held.for_file("opinion/old/a.md")
    assert [(one.rule.id, one.severity) for one in both.chosen] == [
        ("quotes/inner-space", "warning"),
        ("quotes/mixed", "suggestion"),
        ("spacing/doubled", "suggestion"),
        ("spacing/tab", "warning"),
    ]
    assert options(both).most == 9
    assert held.for_file("news/a.txt") is opinion


def test_overrides_of_fields(tree: Tree) -> None:
    tree(
        {
            "copylint.toml": """
[[overrides]]
fields = ["headline", "heading"]
ignore = ["spacing"]
[[overrides]]
paths = ["opinion/"]
fields = ["headline"]
rules."quotes/mixed".outer-quote = "single"
[[overrides]]
paths = ["opinion/"]
rules."quotes/mixed".most = 7
"""
        }
    )
    held = configuration()
    news, opinion = held.for_file("news/a.md"), held.for_file("opinion/a.md")
    assert sorted(news.fields) == sorted(opinion.fields) == ["heading", "headline"]
    assert chosen(news) == ["quotes/inner-space", "quotes/mixed", "spacing/doubled"]
    assert chosen(news.fields["headline"]) == ["quotes/inner-space", "quotes/mixed"]
    assert [options(one)[1:3] for one in (news.fields["headline"], opinion, opinion.fields["headline"])] == [
        (None, 3),
        (None, 7),
        ("single", 7),
    ]
    assert held.for_file("opinion/a.md", "headline") is opinion.fields["headline"]
    assert held.for_file("opinion/a.md", "paragraph") is opinion


# House styles


STYLES = {
    "desk.toml": """
summary = "The desk's style"
as_of = 2026-01-31
exceptions = ["a"]
[sources]
outer-quote = "the desk"
[options]
outer-quote = "double"
[rules."quotes/mixed"]
most = 4
forms = {a = "desk", b = "desk"}
[[terms]]
prefer = "adviser"
avoid = "advisor"
""",
    "style/our.toml": """
extends = "desk"
exceptions = ["b"]
[options]
outer-quote = "single"
[rules."quotes/mixed"]
forms = {b = "ours"}
[swap]
percent = "per cent"
""",
}


def test_a_style_sets_options(tree: Tree) -> None:
    root = tree({**STYLES, "copylint.toml": "style = 'desk'\nextend-select = ['quotes/house']"})
    styles = {"desk": str(root / "desk.toml")}
    held = settings(styles=styles)
    assert options(held) == MarkOptions(outer_quote="double", most=4, forms={"a": "desk", "b": "desk"})
    assert options(held, "quotes/house") == HouseOptions("double")
    assert held.style == "desk"
    assert held.house is not None
    assert held.house == (
        "desk",
        "desk",
        {"outer_quote": "double"},
        1,
        ("a",),
        {"outer-quote": "the desk"},
        "2026-01-31",
    )


def test_a_style_extends_another_and_the_configuration_has_the_last_word(tree: Tree) -> None:
    text = "style = 'style/our.toml'\n[rules.'quotes/mixed']\nmost = 8\n[[overrides]]\npaths = ['ap/']\nstyle = 'desk'"
    root = tree({**STYLES, "copylint.toml": text})
    styles = {"desk": str(root / "desk.toml")}
    held = settings(styles=styles)
    assert options(held) == MarkOptions(outer_quote="single", most=8, forms={"a": "desk", "b": "ours"})
    assert held.house is not None
    assert held.house.name == "our"
    assert held.house.terms == 2
    assert held.house.exceptions == ("a", "b")
    # What it says itself was not seen where and when that was which it extends.
    assert (held.house.sources, held.house.as_of) == ({}, None)
    assert options(settings("ap/a.md", styles)).outer_quote == "double"
    assert options(settings(styles=styles, style="desk")).forms == {"a": "desk", "b": "desk"}
    assert settings("sub/a.md", styles, style="style/our.toml").house == held.house


@pytest.mark.parametrize(
    ("style", "files", "message"),
    [
        ("dsk", {}, "copylint.toml:1:1: 'dsk' is not a style (did you mean 'desk'?)"),
        ("", {}, "copylint.toml:1:1: 'style' must be the name of a style or the path of a style file"),
        ("gone.toml", {}, "copylint.toml:1:1: 'gone.toml' is not a file"),
        ("../out.toml", {"../out.toml": ""}, "copylint.toml:1:1: '../out.toml' leads out of the repository"),
        ("/etc/out.toml", {}, "copylint.toml:1:1: '/etc/out.toml' leads out of the repository"),
        (
            "https://example.org/x.toml",
            {},
            "copylint.toml:1:1: 'https://example.org/x.toml' is a URL; nothing is fetched: "
            "name a file of this repository",
        ),
        ("x.toml", {"x.toml": "extends = 'x.toml'"}, "x.toml:1:1: 'x.toml' extends itself"),
        (
            "x.toml",
            {"x.toml": "extends = 's/y.toml'", "s/y.toml": "extends = '../x.toml'"},
            "s/y.toml:1:1: '../x.toml' extends itself",
        ),
        (
            "x.toml",
            {"x.toml": "extends = '../y.toml'"},
            "x.toml:1:1: '../y.toml' leads out of the repository",
        ),
        (
            "x.toml",
            {"x.toml": "extends = 'http://example.org/y.toml'"},
            "x.toml:1:1: 'http://example.org/y.toml' leads out of the repository",
        ),
        (
            "x.toml",
            {"x.toml": "sumary = 'x'"},
            "x.toml:1:1: 'sumary' is not a key of a style (did you mean 'summary'?)",
        ),
        (
            "x.toml",
            {"x.toml": "as_of = 'May'"},
            "x.toml:1:1: 'as_of' must be a date, such as 2026-02-28, not \"May\"",
        ),
        (
            "x.toml",
            {"x.toml": "[options]\nouter-qoute = 'single'"},
            "x.toml:2:1: 'outer-qoute' is an option of no rule (did you mean 'outer-quote'?)",
        ),
        (
            "x.toml",
            {"x.toml": "[options]\nouter-quote = 'triple'"},
            "x.toml:2:1: quotes/mixed: 'outer-quote' must be one of 'single', 'double', not 'triple'",
        ),
        (
            "x.toml",
            {"x.toml": "[rules.'quotes/mixd']"},
            "x.toml:1:8: 'quotes/mixd' is not a rule (did you mean 'quotes/mixed'?)",
        ),
        ("x.toml", {"x.toml": "terms = 1"}, "x.toml:1:1: 'terms' must be an array of tables: [[terms]]"),
        ("x.toml", {"x.toml": "a = \n"}, "x.toml:1:5: not valid TOML: invalid value"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)
def test_a_style_refused(tree: Tree, style: str, files: dict[str, str], message: str) -> None:
    root = tree({"desk.toml": "", "copylint.toml": f"style = '{style}'", **files})
    assert refusal(lambda: settings(styles={"desk": str(root / "desk.toml")})) == message


def test_a_link_out_of_the_repository(tree: Tree) -> None:
    root = tree({"copylint.toml": "style = 'x.toml'", "../x.toml": ""})
    (root / "x.toml").symlink_to("../x.toml")
    assert refusal(settings) == "copylint.toml:1:1: 'x.toml' leads out of the repository"


def test_a_style_on_the_command_line(tree: Tree) -> None:
    tree({"desk.toml": "", "../x.toml": "[options]\nouter-quote = 'single'"})
    assert options(settings(style="../x.toml")).outer_quote == "single"
    assert refusal(lambda: settings(style="dsk", styles={"desk": "desk.toml"})) == (
        "--style: 'dsk' is not a style (did you mean 'desk'?)"
    )


# A newsroom's own packs

PACK = {
    "rules/desk/pack.toml": "summary = 'Ours'",
    "rules/desk/banned.toml": (
        "summary = 'x'\nwhy = 'y'\nmessage = \"Write no '{match}'.\"\n"
        "check = 'existence'\n[options]\nterms = ['very']\n"
    ),
}


def test_packs_of_a_newsroom(tree: Tree) -> None:
    root = tree({**PACK, "copylint.toml": "rules-folders = ['rules']\n[severity]\n'desk/banned' = 'error'"})
    assert chosen(settings())[-1] == "desk/banned"
    assert "desk/banned" in configuration().registry_for(str(root)).rules
    tree({"copylint.toml": "rules-folders = ['rules/desk']\n[rules.'desk/banned']\nterms = ['quite']"})
    assert options(settings(), "desk/banned").terms is not None


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("gone", "copylint.toml:1:18: 'gone' is not a folder"),
        ("..", "copylint.toml:1:18: '..' leads out of the repository"),
        ("empty", "copylint.toml:1:18: 'empty' holds no pack: a folder with a pack.toml and a file a rule"),
        ("linked", "copylint.toml:1:18: 'linked/desk/x.toml' leads out of the repository"),
    ],
)
def test_packs_refused(tree: Tree, folder: str, message: str) -> None:
    root = tree(
        {
            "copylint.toml": f"rules-folders = ['{folder}']",
            "empty/x": "",
            "linked/desk/pack.toml": "",
            "../x": "",
        }
    )
    (root / "linked/desk/x.toml").symlink_to(root / "../x")
    assert refusal(settings) == message


# What is refused


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = []", "1:1: 'selct' is not a configuration key (did you mean 'select'?)"),
        (
            "[tool.copylint]\nselect = []",
            "1:2: 'tool' is not a configuration key: the table [tool.copylint] is for pyproject.toml, "
            "and here its keys stand by themselves",
        ),
        ("fail_on = 'error'", "1:1: 'fail_on' is not a configuration key (did you mean 'fail-on'?)"),
        ("select = 'quotes'", "1:1: 'select' must be an array of strings"),
        ("select = ['quotes',\n 1]", "2:2: 'select' must be an array of strings"),
        (
            "ignore = [\n  'quotes/iner-space']",
            "2:3: 'quotes/iner-space' is not a rule (did you mean 'quotes/inner-space'?)",
        ),
        ("select = ['qotes']", "1:11: 'qotes' is not a rule or pack (did you mean 'quotes'?)"),
        (
            "select = ['inner-space']",
            "1:11: 'inner-space' is not a rule or pack (did you mean 'quotes/inner-space'?)",
        ),
        (
            "ignore = ['languagetool/X']",
            "1:11: 'languagetool' is not installed: pip install 'copylint[languagetool]'",
        ),
        ("[languagetool]", "1:2: 'languagetool' is not installed: pip install 'copylint[languagetool]'"),
        ("checker = 1", "1:1: 'checker' must be a table"),
        ("[severity]\nquotes = 'eror'", "2:1: \"eror\" is not a severity (did you mean 'error'?)"),
        ("[severity]\nquotes = 'off'", "2:1: \"off\" is not a severity (to switch a rule off, use 'ignore')"),
        ("[severity]\nquots = 'error'", "2:1: 'quots' is not a rule or pack (did you mean 'quotes'?)"),
        ("severity = 'error'", "1:1: 'severity' must be a table"),
        ("fail-on = 'warn'", "1:1: 'fail-on' cannot be \"warn\" (did you mean 'warning'?)"),
        ("fail-on = 1", "1:1: 'fail-on' cannot be 1 (there are: error, warning, suggestion, never)"),
        (
            "scope = 'paragraph'",
            "1:1: 'scope' cannot be \"paragraph\" (there are: document, folder, project)",
        ),
        ("language = 'English'", "1:1: 'English' is not a language tag, such as 'en' or 'en-GB'"),
        (
            "as-of = 2026-02-28T10:00:00",
            "1:1: 'as-of' must be a date, such as 2026-02-28, not 2026-02-28 10:00:00",
        ),
        ("as-of = '2026-02-30'", "1:1: 'as-of' must be a date, such as 2026-02-28, not \"2026-02-30\""),
        ("[rules.'quotes/iner']", "1:8: 'quotes/iner' is not a rule (did you mean 'quotes/inner-space'?)"),
        (
            "[rules.quotes.mixed]\nmost = 1",
            "1:8: 'quotes' is a pack, not a rule: write [rules.\"quotes/mixed\"]",
        ),
        ("rules.'quotes/mixed' = 1", "1:7: the options of 'quotes/mixed' must be a table"),
        ("rules.checker = {}", "1:7: 'checker' takes its options in a table of its own"),
        ("[rules.'quotes/mixed']\nmots = 1", "2:1: quotes/mixed: 'mots' is not an option (did you mean 'most'?)"),
        ("[rules.'quotes/mixed']\nmost = 'x'", "2:1: quotes/mixed: 'most' must be a whole number, not 'x'"),
        (
            "[rules.'quotes/mixed']\nexceptions = ['x',\n  2]",
            "3:3: quotes/mixed: each of 'exceptions' must be a string, not 2",
        ),
        ("[rules.'spacing/tab']\nmost = 1", "2:1: spacing/tab: 'most' is not an option (there are none)"),
        ("exclude = ['a', '../b']", "1:17: '../b': a pattern stays below its folder: no '..'"),
        (
            "include = ['*.{md,txt}']",
            "1:12: '*.{md,txt}': braces stand for nothing here: write one pattern for each",
        ),
        ("include = ['']", "1:12: '': an empty pattern matches nothing: write '**' for all"),
        ("overrides = 1", "1:1: 'overrides' must be an array of tables: [[overrides]]"),
        ("[[overrides]]\nignore = []", "1:3: an override needs 'paths' or 'fields' that it holds for"),
        ("[[overrides]]\npath = []", "2:1: 'path' is not a key of an override (did you mean 'paths'?)"),
        (
            "[[overrides]]\npaths = ['a']\nignore = ['quots']",
            "3:11: 'quots' is not a rule or pack (did you mean 'quotes'?)",
        ),
        (
            "[[overrides]]\nfields = ['headlin']",
            "2:11: 'headlin' is not a kind of block (did you mean 'headline'?)",
        ),
        (
            "[[overrides]]\npaths = ['never']\nrules.'quotes/mixed'.mots = 1",
            "3:22: quotes/mixed: 'mots' is not an option (did you mean 'most'?)",
        ),
        ("[[overrides]]\npaths = ['never']\nstyle = 'dsk'", "3:1: 'dsk' is not a style"),
        ("a = \n", "1:5: not valid TOML: invalid value"),
    ],
    ids=lambda text: text.partition(":")[0] if "\n" in text else text[:40],
)
def test_refused(tree: Tree, text: str, message: str) -> None:
    tree({"copylint.toml": text})
    assert refusal(settings) == f"copylint.toml:{message}"


def test_refused_in_pyproject(tree: Tree) -> None:
    tree({"a/pyproject.toml": "[tool.black]\n[tool.copylint]\nselct = []"})
    assert refusal(lambda: settings("a/b.md")) == (
        "a/pyproject.toml:3:1: 'selct' is not a configuration key (did you mean 'select'?)"
    )
    tree({"a/pyproject.toml": "tool.copylint = 1"})
    assert refusal(lambda: settings("a/b.md")) == "a/pyproject.toml:1:6: the configuration must be a table"
    tree({"a/pyproject.toml": "[tool.black]"})
    assert refusal(lambda: settings(config="a/pyproject.toml")) == (
        "a/pyproject.toml:1:1: there is no table [tool.copylint]"
    )


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"select": ("qotes",)}, "--select: 'qotes' is not a rule or pack (did you mean 'quotes'?)"),
        ({"extend_select": ("x/y",)}, "--extend-select: 'x/y' is not a rule"),
        ({"fail_on": "warn"}, "--fail-on: 'fail-on' cannot be \"warn\" (did you mean 'warning'?)"),
        ({"as_of": "today"}, "--as-of: 'as-of' must be a date, such as 2026-02-28, not \"today\""),
    ],
)
def test_a_command_line_refused(tree: Tree, choices: dict[str, Any], message: str) -> None:
    tree({})
    assert refusal(lambda: settings(**choices)) == message


def test_what_is_no_file_is_refused(tree: Tree) -> None:
    root = tree({})
    (root / "copylint.toml").mkdir()
    assert refusal(settings) == "copylint.toml: cannot be read: it is not a regular file"


def test_a_pipe_is_not_waited_for(tree: Tree) -> None:
    root = tree({})
    os.mkfifo(root / "pyproject.toml")
    assert settings().fail_on == "warning"
    os.mkfifo(root / "copylint.toml")
    assert refusal(settings) == "copylint.toml: cannot be read: it is not a regular file"


# Where values come from


def test_describe(tree: Tree) -> None:
    root = tree(
        {
            "desk.toml": "[options]\nouter-quote = 'double'",
            "copylint.toml": """style = "desk"
ignore = ["spacing"]
[rules."quotes/mixed"]
most = 5
[[overrides]]
paths = ["a*"]
[overrides.severity]
quotes = "error"
[[overrides]]
fields = ["headline"]
rules."quotes/mixed".outer-quote = "single"
[checker]
level = 1
""",
        }
    )
    held = settings(styles={"desk": str(root / "desk.toml")}, scope="folder")
    assert [tuple(line) for line in describe(held)] == [
        ("configuration", "copylint.toml", "nearest to the file"),
        ("fail-on", '"warning"', "default"),
        ("scope", '"folder"', "the command line"),
        ("style", '"desk"', "copylint.toml:1:1"),
        ("ignore", '["spacing"]', "copylint.toml:2:1"),
        ("checker.level", "1", "copylint.toml:13:1"),
        ("quotes/house", "off", "the rule's default"),
        ("quotes/inner-space", "error", "override (copylint.toml:8:1)"),
        ("quotes/mixed", "error", "override (copylint.toml:8:1)"),
        ("quotes/mixed.mode", '"consistent"', "the rule's default"),
        ("quotes/mixed.outer-quote", '"double"', "style desk"),
        ("quotes/mixed.most", "5", "copylint.toml:4:1"),
        ("quotes/mixed.forms", "{}", "the rule's default"),
        ("quotes/mixed.exceptions", "[]", "the rule's default"),
        ("spacing/doubled", "off", "copylint.toml:2:11"),
        ("spacing/tab", "off", "copylint.toml:2:11"),
        ("headline: quotes/mixed.outer-quote", '"single"', "override (copylint.toml:11:22)"),
    ]


def test_describe_without_a_configuration(tree: Tree) -> None:
    tree({})
    lines = describe(settings(select=("spacing/tab",)))
    assert lines[0] == ("configuration", "none", "")
    assert lines[-2:] == [
        ("spacing/doubled", "off", "the command line"),
        ("spacing/tab", "warning", "the command line"),
    ]


# Paths


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("a.md", "a.md x/a.md x/y/a.md a.md/b", "ba.md a.mdx"),
        ("/a.md", "a.md a.md/b", "x/a.md"),
        ("x/a.md", "x/a.md", "y/x/a.md a.md"),
        ("./x", "x x/a.md", "y/x"),
        ("draft/", "draft/ draft/a.md x/draft/a.md", "draft x/draft"),
        ("/draft/", "draft/a.md", "x/draft/a.md"),
        ("*.md", "a.md x/b.md .md", "a.txt a.md.txt"),
        ("x/*", "x/a x/a/b x/a/", "x x/ y/x/a"),
        ("x/*.md", "x/a.md", "x/y/a.md"),
        ("x/**", "x/a x/a/b.md", "x/ x y/x/a"),
        ("x/**/", "x/a/ x/a/b", "x/a x/"),
        ("**/x", "x y/x z/y/x x/a", "ax"),
        ("x/**/y", "x/y x/a/y x/a/b/y x/a/y/b", "x x/ay xy a/x/y"),
        ("a/**/b/**/c.md", "a/b/c.md a/1/b/2/3/c.md a/b/b/c.md", "a/c.md a/b/cc.md"),
        ("**", "a x/a", ""),
        ("a?c", "abc", "ac a/c abbc"),
        ("a[bc]d", "abd acd", "aad a/d"),
        ("a[!bc]d", "aad", "abd a/d"),
        ("a[b-d]e", "ace", "aee"),
        ("a[]]b", "a]b", "ab"),
        ("a[d-b]e", "", "ace ade"),
        ("a[b", "a[b", "ab"),
        (r"a\*b", "a*b", "axb"),
        ("a*b*c", "abc axbxc abbcc", "acb ab/c"),
        ("*a*", "a bab x/cac", "b"),
        ("a+(b).md", "a+(b).md", "aab.md"),
        ("été*", "été.md", "ete.md"),
    ],
    ids=lambda value: value[:20],
)
def test_patterns(pattern: str, yes: str, no: str) -> None:
    patterns = Patterns([pattern])
    assert {path: patterns.verdict(path) for path in yes.split() + no.split()} == {
        **dict.fromkeys(yes.split(), True),
        **dict.fromkeys(no.split()),
    }


def test_the_last_pattern_decides() -> None:
    patterns = Patterns(["*.md", "x/", "!keep.md", "!x/y/", "x/y/z.md"])
    paths = ("a.md", "keep.md", "x/a.txt", "x/y/a.txt", "x/y/z.md", "a.txt")
    assert [patterns.verdict(path) for path in paths] == [True, False, True, False, True, None]


@pytest.mark.parametrize("pattern", ["*a" * 40 + "b", "**/a/" * 40 + "b", "*" * 100 + "b", "?*" * 60 + "b"])
def test_patterns_end(pattern: str) -> None:
    patterns = Patterns([pattern])
    assert [patterns.verdict(path) for path in ("a" * 250, "a/" * 1000 + "c", "a" * 200 + "/" + "a" * 200)] == [
        None
    ] * 3


@given(st.text("ab/*?[]!-\\^.é", min_size=1, max_size=12), st.text("ab/.é", min_size=1, max_size=12))
def test_any_pattern_is_compiled_or_refused(pattern: str, path: str) -> None:
    try:
        patterns = Patterns([pattern])
    except ValueError:
        return
    assert patterns.verdict(path) in (True, None) or pattern.startswith("!")


def test_excluded(tree: Tree) -> None:
    root = tree(
        {
            "copylint.toml": "exclude = ['draft/', '*.tmp.md', '!robots.txt']\ninclude = ['news/', '*.txt']",
            "draft/deep/copylint.toml": "",
            "draft/deep/a.md": "",
        }
    )
    held = configuration()
    out = {name: held.excluded(str(root / name)) for name in ("a.md", "draft/a.md", "draft/deep/a.md", "x.tmp.md")}
    assert out == {"a.md": False, "draft/a.md": True, "draft/deep/a.md": True, "x.tmp.md": True}
    assert (held.excluded(str(root / "draft"), True), held.excluded(str(root / "draft"))) == (True, False)
    assert [held.excluded(str(root / name)) for name in ("robots.txt", "humans.txt")] == [False, True]
    assert [
        held.wanted_in(str((root / name).parent))(str(root / name)) for name in ("a.md", "news/x/a.md", "a.txt")
    ] == [
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LICENSE", True),
        ("LICENSE-MIT.txt", True),
        ("license.md", True),
        ("license-plate-thefts.md", False),
        ("notice-of-meeting.md", False),
        ("requirements-dev.txt", True),
        ("robots.txt", True),
        ("robots-at-work.txt", False),
        ("CMakeLists.txt", True),
        ("page.min.html", True),
        ("admin.html", False),
        ("CHANGELOG.md", False),
    ],
)
def test_excluded_by_default(tree: Tree, name: str, expected: bool) -> None:
    root = tree({})
    assert configuration().excluded(str(root / "a" / name)) is expected


def test_a_deep_path(tree: Tree) -> None:
    root = tree({"copylint.toml": "fail-on = 'error'"})
    path = str(root) + "/a" * 1500 + "/b.md"
    held = configuration()
    assert (held.for_file(path).fail_on, held.excluded(path)) == ("error", False)


def test_option_errors_of_kinds_of_check(tree: Tree) -> None:
    tree({**PACK, "copylint.toml": "rules-folders = ['rules']\n[rules.'desk/banned']\nterms = 1"})
    with pytest.raises((TomlError, OptionError), match=r"^copylint\.toml:3:1: desk/banned: "):
        settings()
