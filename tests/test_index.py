"""The rules by the index are the rules of the files, and find the same."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from copylint import index as index_module
from copylint import inverted as inverted_module
from copylint import kept
from copylint.annotate.gates import opens
from copylint.checks import BuiltinKinds
from copylint.document import Document
from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats
from copylint.index import Index, Listed, Waiting
from copylint.inverted import SHELVES, Inverted
from copylint.packs import builtin_root, load_pack, pack_folders
from copylint.plugins import registry
from copylint.rule import Chosen, Pack, Rule
from tests.waiting import SECONDS

FORMATS = {reader.name: reader for reader in builtin_formats()}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("COPYLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def read() -> tuple[Pack, ...]:
    """The packs as their files have them."""
    return tuple(load_pack(folder, BuiltinKinds(), python=True) for folder in pack_folders(builtin_root()))


@pytest.fixture
def index(read: tuple[Pack, ...]) -> Index:
    """An index that has been kept."""
    index = Index(builtin_root(), BuiltinKinds())
    index.keep(read)
    return index


def _told(rule: Rule) -> dict[str, str]:
    # Functions and terms that were made twice differ in their addresses.
    return {
        field: re.sub(r" at 0x\w+", "", repr(value))
        for field in Rule._fields
        if field != "check"
        for value in (getattr(rule, field),)
    }


def test_the_quick_registry_equals_the_full_one() -> None:
    first, quick, full = registry(), registry(), registry(full=True)
    assert any(isinstance(rule, Listed) for rule in quick.rules.values())
    for found in (first, quick):
        assert list(found.rules) == list(full.rules) and list(found.packs) == list(full.packs)
        for name, rule in full.rules.items():
            assert _told(found.rules[name]) == _told(rule)
        for field in ("sources", "formats", "reporters", "styles", "plugins"):
            assert list(getattr(found, field)) == list(getattr(full, field))
        assert {kind.name: kind for kind in found.kinds.values()} == dict(full.kinds)


def test_a_rule_of_the_index_is_given_the_options_that_it_declares(index: Index, read: tuple[Pack, ...]) -> None:
    declared = {rule.id: rule for pack in read for rule in pack.rules}
    packs = index.packs()
    assert packs
    for pack in packs:
        for rule in pack.rules:
            options = rule.as_declared()
            assert options._fields == declared[rule.id].options._fields
            for field, value in declared[rule.id].options._asdict().items():
                ours = getattr(options, field)
                if hasattr(value, "entries"):
                    value, ours = value.entries, ours.entries
                assert (type(ours), ours) == (type(value), value), f"{rule.id}: {field}"


def _documents(read: tuple[Pack, ...]) -> Iterator[Document]:
    for pack in read:
        for rule in pack.rules:
            for example in rule.examples:
                for text in (example.bad, example.good):
                    if text is not None:
                        plain = re.sub(r"</?(?:mark|evidence)>", "", text)
                        yield FORMATS[example.format].read("story.txt", plain)


def test_no_rule_finds_anything_where_its_gate_is_shut(index: Index, read: tuple[Pack, ...]) -> None:
    documents = list(_documents(read))
    listed = {rule.id: rule for pack in index.packs() or () for rule in pack.rules}
    gated = 0
    for rule in (rule for pack in read for rule in pack.rules):
        gate = listed[rule.id].gate
        if gate is None:
            continue
        gated += 1
        look: Any = getattr(rule.check, "observe_alone", getattr(rule.check, "observe", rule.check))
        let_in = 0
        for document in documents:
            if opens(document, gate):
                let_in += 1
            else:
                assert list(look(document, rule.options)) == [], f"{rule.id}: its gate is shut for {document.text!r}"
        assert let_in or not any(gate), f"{rule.id}: its gate opens for none of the examples"
        assert let_in < len(documents), f"{rule.id}: its gate shuts nothing out"
    assert gated > 20


@pytest.mark.parametrize(
    ("name", "shut", "half_open", "fault"),
    [
        ("spacing/bracket", "Nothing of the kind.", "", "He came (late and left."),
        ("boilerplate/share-button", "Nothing of the kind.", f"Share this {'and so on ' * 60}.", "Share this article"),
    ],
)
def test_a_rule_is_loaded_when_its_gate_opens(name: str, shut: str, half_open: str, fault: str) -> None:
    registry()
    rule = registry().rules[name]
    assert isinstance(rule, Listed) and isinstance(rule.check, Waiting)
    assert rule.has_costly_gate == bool(half_open)
    rules = RuleSet([Chosen(rule, rule.severity, rule.as_declared())])

    def possible(text: str) -> bool:
        document = FORMATS["text"].read("story.txt", text)
        found = lint(document, rules).findings
        assert bool(found) == (text == fault)
        return bool(rules.possible(document, alone=True))

    assert not possible(shut) and rule.check.asleep(rule.as_declared())
    assert not half_open or (possible(half_open) and rule.check.asleep(rule.as_declared()))
    assert possible(fault) and not rule.check.asleep(rule.as_declared())


def _rules_kept(cache: Path) -> Path:
    return cache / "rules.parts"


def test_a_damaged_index_is_none(index: Index, cache: Path) -> None:
    path = _rules_kept(cache)
    whole = path.read_bytes()
    line, rest = whole.split(b"\n", 1)
    for damaged in (b"", b"\0" * len(whole), line, line + b"\n[]", whole[:-1], whole + b"x", line + b"\n" + rest[::-1]):
        path.write_bytes(damaged)
        assert index.packs() is None
        assert list(registry().rules) == list(registry(full=True).rules)
    path.write_bytes(whole)
    assert index.packs() is not None


def _parts(whole: bytes) -> list[tuple[int, int]]:
    """Where the parts of what is kept stand, the first line and the table before them."""
    line = whole.index(b"\n") + 1
    table = line + 8 * int(whole[:line].split()[1], 16)
    ends = [line + end for end in kept.numbers(whole[line:table])[1::2]]
    return [*pairwise([0, line, table, *ends])]


def _flipped(whole: bytes, parts: list[tuple[int, int]]) -> bytes:
    changed = bytearray(whole)
    for start, end in parts:
        if start < end:
            changed[(start + end) // 2] ^= 1
    return bytes(changed)


def test_a_flipped_bit_gives_no_other_rule(index: Index, read: tuple[Pack, ...], cache: Path) -> None:
    path = _rules_kept(cache)
    whole = path.read_bytes()
    line, table, packs_of, gates_of, *others = _parts(whole)
    for part in (line, table, packs_of, gates_of):
        path.write_bytes(_flipped(whole, [part]))
        assert index.packs() is None
    path.write_bytes(_flipped(whole, others[SHELVES:]))
    packs = index.packs()
    assert packs is not None
    for rule, one in zip(
        (rule for pack in packs for rule in pack.rules), (r for p in read for r in p.rules), strict=True
    ):
        assert rule.gate == one.gate
        if one.kind != "python":
            assert repr(rule.check.loaded()[1])[:200] == repr(one.options)[:200]  # type: ignore[union-attr]
    assert not path.exists(), "it is made anew by the next run"


def test_a_flipped_bit_of_what_words_open_shuts_no_rule_out(index: Index, cache: Path) -> None:
    registry()
    path = _rules_kept(cache)
    whole = path.read_bytes()
    document = FORMATS["text"].read("story.txt", "He came (late and left. The the end.\n")

    def found() -> list[str]:
        rules = RuleSet([Chosen(rule, rule.severity, rule.as_declared()) for rule in registry().rules.values()])
        return [finding.rule for finding in lint(document, rules).findings]

    as_ever = found()
    assert as_ever
    path.write_bytes(_flipped(whole, _parts(whole)[4 : 4 + SHELVES]))
    assert found() == as_ever
    assert not path.exists(), "it is made anew by the next run"


def test_what_words_open_is_read_in_any_order(
    index: Index, read: tuple[Pack, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By one article after another, though their words are forgotten again, or by all of them at once."""

    def kept_gates() -> Inverted:
        packs = index.packs()
        assert packs
        found: Inverted = packs[0].rules[0].shared.inverted()
        return found

    made = index_module._inverted(rule.gate for pack in read for rule in pack.rules)
    words = sorted({word for pair in made.known for word in pair} | made.parts["words"])
    at_once, one_by_one, forgetful = kept_gates(), kept_gates(), kept_gates()
    at_once.meet({*words})
    for word in words[::2] + words[1::2]:
        one_by_one.meet({word})
    for part in ("parts", "of_sets", "pairs", "longer", "known"):
        assert getattr(at_once, part) == getattr(one_by_one, part)
    monkeypatch.setattr(inverted_module, "_MOST_ASKED", 100)
    for pair in (*made.pairs, *made.longer):
        forgetful.meet({*pair})
        assert len(forgetful.asked) <= 103
        assert forgetful.pairs.get(pair) == made.pairs.get(pair)
        assert forgetful.longer.get(pair) == made.longer.get(pair)


def test_gates_are_turned_round_as_they_were_kept(index: Index, read: tuple[Pack, ...]) -> None:
    packs = index.packs()
    assert packs
    inverted = packs[0].rules[0].shared.inverted()
    made = index_module._inverted(rule.gate for pack in read for rule in pack.rules)
    assert inverted.known < made.known
    words = {word for pair in made.known for word in pair} | made.parts["words"]
    inverted.meet(words | {word for word, _ in made.parts["lines"]})
    for part in set(Inverted.__slots__) - {"shelf", "asked", "waiting", "_bits", "_reading"}:
        assert getattr(inverted, part) == getattr(made, part)


def test_an_index_that_cannot_be_kept_is_none(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    assert list(registry().rules) == list(registry(full=True).rules)


def test_an_index_of_other_files_is_not_taken(tmp_path: Path, cache: Path) -> None:
    root = tmp_path / "rules"
    pack = root / "desk"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('summary = "Ours."\n')
    rule = pack / "word.toml"
    text = 'summary = "A word."\nwhy = "So."\nmessage = "No."\ncheck = "existence"\n[options]\nterms = ["scoop"]\n'
    rule.write_text(text)
    kinds = BuiltinKinds()
    Index(str(root), kinds).keep([load_pack(str(pack), kinds, python=False)])
    assert [rule.id for found in Index(str(root), kinds).packs() or () for rule in found.rules] == ["desk/word"]
    rule.write_text(text.replace("scoop", "leaks"))
    os.utime(rule, ns=(1, 1))
    assert Index(str(root), kinds).packs() is None
    Index(str(root), kinds).keep([load_pack(str(pack), kinds, python=False)])
    assert Index(str(root), kinds).packs() is not None
    (pack / "other.toml").write_text(text)
    assert Index(str(root), kinds).packs() is None


def test_what_is_kept_is_plain_data(index: Index, cache: Path) -> None:
    whole = _rules_kept(cache).read_bytes()
    parts = _parts(whole)
    assert parts[-1][1] == len(whole)
    head, inverted, *others = [whole[start:end].decode() for start, end in parts[2:]]
    head, inverted, *texts = map(json.loads, [head, inverted, *filter(None, others[SHELVES:])])
    folders = [os.path.basename(folder) for folder in pack_folders(builtin_root())]
    assert len(texts) > 100 and [entry[0] for entry in head] == folders
    assert builtin_root().encode() not in whole, "an index names no place to load code from"


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no file without an end")
def test_a_file_without_an_end_is_nothing(cache: Path) -> None:
    cache.mkdir(exist_ok=True)
    (cache / "rules.parts").symlink_to("/dev/zero")
    assert kept.load_text("rules", "state") == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_nothing_and_is_not_waited_for(cache: Path) -> None:
    cache.mkdir(exist_ok=True)
    os.mkfifo(cache / "rules.parts")
    # A process of its own: one that waits is ended, and the test fails.
    code = "from copylint import kept; assert kept.load_text('rules', 'state') == ''"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=SECONDS)


def test_what_is_damaged_is_not_there(cache: Path) -> None:
    kept.save("rules", "state", {"a": [1, None, "é"]})
    assert kept.load("rules", "state") == {"a": [1, None, "é"]}
    assert kept.load("rules", "another state") is None
    path = cache / "rules.parts"
    whole = path.read_bytes()
    for at, byte in enumerate(whole):
        for damaged in (whole[:at], whole + whole[at:], whole[:at] + bytes([byte ^ 1]) + whole[at + 1 :]):
            path.write_bytes(damaged)
            assert kept.load("rules", "state") is None


@pytest.mark.parametrize("text", ["", "{", "[1", '"\\u12"', "nul", "[1] 2", "[" * 200_000])
def test_text_that_is_no_json_is_nothing(cache: Path, text: str) -> None:
    kept.save_text("rules", "state", text)
    assert kept.load("rules", "state") is None
