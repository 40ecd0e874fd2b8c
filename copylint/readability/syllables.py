"""Syllables of an English word: spelling rules, and a table of the words that they get wrong.

The table is made of the CMU Pronouncing Dictionary (see its notice in the data file), so that every word of
that dictionary has the count of its first pronunciation; a word that it does not have follows the rules. The
same everywhere, without any download.
"""

from __future__ import annotations

import os
import re

from copylint.memo import cache
from copylint.packs import builtin_root
from copylint.toml import data as data_of

DATA = ("readability", "data", "syllables.toml")


def syllables(word: str) -> int:
    """The syllables of a word, in any case of letters, with or without apostrophes and hyphens; at least one.

    The parts of a compound count each; a figure counts one.
    """
    count = 0
    for part in _parts().findall(word.lower().replace("’", "'")):
        count += _part(part)
    return max(count, 1)


def estimate(word: str) -> int:
    """The syllables by spelling alone, of a word in lower case: vowel groups, less silent e, plus hiatus."""
    groups, silent, silent_inside, parted, joined = _patterns()
    count = len(groups.findall(word)) - bool(silent.search(word)) - bool(silent_inside.search(word))
    count += len(parted.findall(word)) - len(joined.findall(word))
    return max(count, 1)


def _part(word: str) -> int:
    table = _table()
    known = table.get(word)
    if known is not None:
        return known
    if word.endswith("'s"):
        stem = word[:-2]
        return _part(stem) + bool(_sibilant().search(stem))
    return estimate(word.replace("'", ""))


@cache
def _table() -> dict[str, int]:
    data = data_of(os.path.join(builtin_root(), *DATA))["syllables"]
    return {word: int(count) for count, words in data.items() for word in words.split()}


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@cache
def _sibilant() -> re.Pattern[str]:
    return re.compile(r"(?:[sxz]|[cs]h|[cg]e|se|ze)$")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"[aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüý]+"),
        # A final e, -es or -ed that is not spoken.
        re.compile(r"[^aeiouyl]e$|[aeiouyrl]le$|(?:[^aeiouylcsxzgh]|[aeiouyrl]l|[^cs]h)es$|[^aeiouydt]ed$"),
        # One before an ending.
        re.compile(
            r"[^aeiouyl]e(?:ment|ful|less|ly|ness|m[ae]n|wood|field|ville|land|berg|ton|ford|worth|back|house|"
            r"port|stone|way|line|bury|town|down)s?$"
        ),
        # Vowels that stand together and are spoken apart, and endings that have a syllable without a vowel.
        re.compile(
            r"i[ao](?!u)|(?<=[^aeiouyqg])ua|eo(?!u|n$)|iu|[aeiouy]ing|uou|io$|[eu]um|y[aeio]|(?<=[^cgst])ien|"
            r"ier$|oa$|(?:s|th)ms?$|^mc|iest$|[oa]y[ae]r?s?$|iers$"
        ),
        # And those of them that are spoken as one.
        re.compile(
            r"(?<=[tsxcgn])io(?=n)|(?<=[ctsg])ia(?=[ln])|(?<=[gt])eo(?=[ur])|^y[aeio]|[aeo]y[aeio]|[gq]ue$|"
            r"yard|[cst]ia$"
        ),
    )
