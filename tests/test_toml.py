"""toml: what is refused, and where keys and values stand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.toml import MAX_BYTES, TomlError, data, loads, read

DOCUMENT = '''\
# a comment with [brackets] and "quotes"
select = ["quotes", # why
    "spacing/tab",
]
"fail-on" = 'never'
site.colour."deep blue" = 1979-05-27 07:32:00 # a date

[rules."quotes/inner-space"]
mode = "style"
text = """one
[not.a.table]
\\""" two""""" # still

[[overrides]]
paths = ["a", "b"]
inner = { x = 1, y.z = [[1], [2, {deep = true}]] }
[overrides.rules]
size = 1
[[overrides]]
paths = [ ]
  [ overrides . "ru\\u006ces" ]
  size = \'\'\'
'quoted' = "text" \'\'\'
'''


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (["select"], (2, 1), (2, 10)),
        (["select", 0], (2, 11), (2, 11)),
        (["select", 1], (3, 5), (3, 5)),
        (["fail-on"], (5, 1), (5, 13)),
        (["site"], (6, 1), (6, 27)),
        (["site", "colour", "deep blue"], (6, 13), (6, 27)),
        (["rules"], (8, 2), (8, 1)),
        (["rules", "quotes/inner-space"], (8, 8), (8, 1)),
        (["rules", "quotes/inner-space", "mode"], (9, 1), (9, 8)),
        (["rules", "quotes/inner-space", "text"], (10, 1), (10, 8)),
        (["rules", "quotes/inner-space", "missing"], (8, 8), (8, 1)),
        (["overrides"], (14, 3), (14, 1)),
        (["overrides", 0, "paths", 1], (15, 15), (15, 15)),
        (["overrides", 0, "inner", "y", "z", 1, 1, "deep"], (16, 35), (16, 42)),
        (["overrides", 0, "rules", "size"], (18, 1), (18, 8)),
        (["overrides", 1], (19, 3), (19, 1)),
        (["overrides", 1, "rules"], (21, 17), (21, 3)),
        (["overrides", 1, "rules", "size"], (22, 3), (22, 10)),
        ([], (1, 1), (1, 1)),
        (["missing"], (1, 1), (1, 1)),
    ],
    ids=str,
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_where(path: list[str | int], key: tuple[int, int], value: tuple[int, int], end: str) -> None:
    toml = loads(DOCUMENT.replace("\n", end), "x.toml")
    assert (toml.where(path), toml.where(path, value=True)) == (key, value)


def test_value_span() -> None:
    toml = loads(DOCUMENT, "x.toml")
    paths = (("select",), ("fail-on",), ("site", "colour", "deep blue"), ("overrides", 0, "inner", "y", "z"))
    assert {path: toml.text[slice(*toml.value_span(path))] for path in paths} == {
        ("select",): '["quotes", # why\n    "spacing/tab",\n]',
        ("fail-on",): "'never'",
        ("site", "colour", "deep blue"): "1979-05-27 07:32:00",
        ("overrides", 0, "inner", "y", "z"): "[[1], [2, {deep = true}]]",
    }


def test_error_names_the_place() -> None:
    error = loads(DOCUMENT, "x.toml").error(["select", 1], "is no rule")
    assert str(error) == "x.toml:3:5: is no rule"
    assert (error.path, error.line, error.column, error.message) == ("x.toml", 3, 5, "is no rule")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\nb = \n", "x.toml:2:5: not valid TOML: invalid value"),
        ("a = 1\r\nb = \r\n", "x.toml:2:5: not valid TOML: invalid value"),
        ("a = 1\na = 2\n", "x.toml:2:6: not valid TOML: cannot overwrite a value"),
        ("a = " + "[" * 20_000, "x.toml: not usable TOML: it is nested too deeply"),
        ("a." * 20_000 + "b = 1", "x.toml: not usable TOML: it is nested too deeply"),
    ],
    ids=["no value", "crlf", "twice", "deep array", "deep key"],
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(TomlError) as caught:
        loads(text, "x.toml")
    assert str(caught.value) == message


def test_a_number_too_long_is_refused() -> None:
    with pytest.raises(TomlError, match=r"^x\.toml: not usable TOML: "):
        loads("a = " + "9" * 5000, "x.toml")


@pytest.mark.parametrize(
    ("start", "end"),
    [("a = " + "[" * 300, "]" * 300), ("a." * 300 + "b = ", ""), ("[" + "a." * 300 + "b]\nb = ", "")],
    ids=["array", "key", "table"],
)
def test_depth_that_tomli_accepts_is_refused(start: str, end: str) -> None:
    with pytest.raises(TomlError, match=r"^x\.toml: not usable TOML: it is nested too deeply$"):
        loads(f"{start}1{end}", "x.toml")


def test_depth_that_is_accepted_is_found() -> None:
    toml = loads("a = " + "[" * 95 + "1" + "]" * 95 + "\nb = '" + "." * 200 + "'", "x.toml")
    assert toml.where(["a", *[0] * 95]) == (1, 100)


def test_read(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbfname = 'caf\xc3\xa9' \r\nother = 1")
    toml = read(str(file))
    assert toml.data == {"name": "café", "other": 1}
    assert (toml.where(["name"]), toml.where(["other"])) == ((1, 1), (2, 1))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a = 1\n# \xc3\xa9 \xff", ":2:5: not valid TOML: it is not UTF-8"),
        ("a = 1".encode("utf-16"), ":1:1: not valid TOML: it is not UTF-8"),
        (b"#" * (MAX_BYTES + 1), ": is larger than 10 MB"),
    ],
    ids=["not UTF-8", "UTF-16", "too large"],
)
def test_read_refuses(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(content)
    with pytest.raises(TomlError) as caught:
        read(str(file))
    assert str(caught.value) == f"{file}{message}"


def test_read_of_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    messages = []
    for path in (tmp_path / "none.toml", tmp_path, tmp_path / "pipe"):
        with pytest.raises(TomlError) as caught:
            read(str(path))
        messages.append(caught.value.message)
    assert messages == [
        "cannot be read: no such file or directory",
        "cannot be read: it is not a regular file",
        "cannot be read: it is not a regular file",
    ]


names = st.text(alphabet="abc\"'.=[]{}#é \\\n,", max_size=4)
leaves = st.one_of(st.integers(), st.booleans(), st.text(alphabet="ab\"'\\]}#,\n ", max_size=6), st.just(1.5))
values = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)),
    max_leaves=12,
)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def written(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value) if "'" in value or "\n" in value else f"'{value}'"
        case list():
            return "[ " + ", # ]\n".join(map(written, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{quoted(key)} = {written(item)}" for key, item in value.items()) + " }"
        case _:
            return str(value)


def steps(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], object]]:
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [(path, value), *(found for key, item in inner for found in steps(item, (*path, key)))]


tables = st.dictionaries(names, values, max_size=4)


@given(tables, st.dictionaries(names, tables, max_size=3))
def test_every_value_stands_where_it_is_said_to(plain: dict[str, object], tables: dict[str, dict[str, object]]) -> None:
    lines = [f"{quoted(key)} = {written(value)}" for key, value in plain.items()]
    for key, table in tables.items():
        if key not in plain:
            lines.append(f"[[ {quoted(key)} ]]")
            lines += [f"{quoted(name)}\t=  {written(value)} # x" for name, value in table.items()]
    toml = loads("\n".join(lines), "x.toml")
    for key, value in toml.data.items():
        for path, inner in steps(value, (key,)):
            if key in plain or len(path) > 2:
                span = toml.text[slice(*toml.value_span(path))]
                assert loads(f"it = {span}", "y.toml").data == {"it": inner}


def test_data_are_kept_until_their_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "words.toml"
    path.write_text('words = ["a", "b"]\n')
    os.utime(path, ns=(1, 1))
    assert data(str(path)) == data(str(path)) == {"words": ["a", "b"]}
    kept = tmp_path / "cache" / "data.parts"
    written = kept.stat()
    assert data(str(path)) == {"words": ["a", "b"]}
    assert os.path.samestat(kept.stat(), written), "it is not parsed again"
    os.utime(path, ns=(2, 2))
    assert data(str(path)) == {"words": ["a", "b"]}
    kept.write_bytes(kept.read_bytes()[:-9])
    assert data(str(path)) == {"words": ["a", "b"]}
    path.write_text("day = 2026-02-28\n")
    assert data(str(path)) == data(str(path)) == {"day": date(2026, 2, 28)}


def test_data_that_are_not_there_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(TomlError, match="cannot be read"):
        data(str(tmp_path / "nothing.toml"))
