"""copylint.annotate.known_names and name_forms: what is known of names, what parts two spellings."""

from pathlib import Path

import pytest

from copylint.annotate import known_names as known_names_module
from copylint.annotate.known_names import NameList, known_names
from copylint.annotate.name_forms import foreign_ending, gendered, inflected, of_two_sexes, one_sound, plural

DATA = Path(known_names_module.__file__).parent / "data"


@pytest.mark.parametrize("entries", [(), ("one",), ("a", "b"), ("aa", "ab", "b", "ba", "c", "zz")])
def test_a_list_has_its_entries_and_no_other(tmp_path: Path, entries: tuple[str, ...]) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# aa\n# notice\n\n" + "".join(f"{entry}\n" for entry in entries), encoding="utf-8")
    names = NameList(str(path))
    asked = ("", "a", "aa", "ab", "abc", "b", "ba", "c", "notice", "one", "#", "# aa", "zz", "zzz", "é")
    assert [word for word in asked if word in names] == [word for word in asked if word in entries]


@pytest.mark.parametrize("name", ["words", "capitals", "given", "surnames"])
def test_the_lists_are_sorted_below_their_notice(name: str) -> None:
    notice, _, entries = (DATA / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    lines = entries.rstrip("\n").split("\n")
    assert all(line.startswith("#") for line in notice.split("\n"))
    assert lines == sorted(set(lines))
    assert all(line == line.lower() and line.isascii() for line in lines)
    names = getattr(known_names(), name)
    assert [line for line in lines if line not in names] == []
    others = {other for line in lines[::50] for other in (line[:-1], line + "q")} - {*lines}
    assert [other for other in others if other in names] == []


def test_what_is_known() -> None:
    known = known_names()
    assert "country" in known.words
    assert "argentine" in known.capitals
    assert "stephen" in known.given
    assert "hutson" in known.surnames
    assert known.have("hutson")
    assert not known.have("blavatnik")


@pytest.mark.parametrize(
    ("check", "first", "second", "expected"),
    [
        (inflected, "iraq", "iraqi", True),
        (inflected, "marxist", "marxism", True),
        (inflected, "hume", "hulme", False),
        (plural, "mifsud", "mifsuds", True),
        (gendered, "petrov", "petrova", True),
        (gendered, "novak", "novakova", True),
        (gendered, "kowalski", "kowalska", True),
        (gendered, "hansen", "hanson", False),
        (of_two_sexes, "paolo", "paola", True),
        (of_two_sexes, "julian", "juliana", True),
        (of_two_sexes, "francis", "frances", True),
        (of_two_sexes, "katy", "katie", False),
        (of_two_sexes, "sergei", "sergey", False),
        (foreign_ending, "italian", "italiano", True),
        (one_sound, "tchaikovsky", "chaikovskiy", True),
        (one_sound, "zelensky", "zelenskyy", True),
        (one_sound, "mohammed", "muhammad", True),
        (one_sound, "gaddafi", "qadhafi", True),
    ],
)
def test_forms(check: object, first: str, second: str, expected: bool) -> None:
    assert callable(check)
    assert check(first, second) is check(second, first) is expected
