"""Garbled stories as agencies and web pages leave them: exactly what a sub-editor would mark, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from copylint.engine import RuleSet, lint
from copylint.formats.plain import read
from copylint.packs import builtin_root, pack_folders
from copylint.rule import Chosen
from copylint.testing import load

_PACKS = ("quotes", "spacing", "boilerplate", "garbled")


@cache
def _rules() -> RuleSet:
    rules = [rule for folder in pack_folders(builtin_root()) if Path(folder).name in _PACKS for rule in load(folder)]
    return RuleSet(Chosen(rule, rule.severity, rule.options) for rule in rules if rule.default == "on")


def found(text: str) -> list[tuple[str, str, str]]:
    """The findings as rule, text, and the word behind them."""
    linted = lint(read("story.txt", text), _rules())
    assert linted.failures == ()
    return [
        (finding.rule, finding.place.text, finding.place.excerpt.after.lstrip()[:12].split(" ")[0])
        for finding in linted.findings
    ]


DROUGHT = """CAPE TOWN, South Africa (NP) — The city’s dams are at 18 percent, and the taps may run dry in June, the mayor said on Monday.

Sponsored Content

“If we do not save, ’Day Zero’ will come,” Thandi Nkosi said. “It’s that simple.“

Water is limited to 50 litres a day for each resident, down from 87 in January. Farmers’ unions say that their share has been cut by by 60 percent.

“The farmers’ losses are ’huge’,” said Piet Louw, of a growers’ group. “In ‘98 we had rain. ”

The opposition accused to the mayor of “playing politics“ with water. She denied it, saying in that her office had acted “ in time .”

A version of this article appeared in print on Page A4.

Thanks for reading. If you like our work, please consider a donation.

[Photo via Wikimedia Commons]

###
"""
DROUGHT_MARKED = [
    ("boilerplate/promotion", "Sponsored Content", ""),
    ("quotes/wrong-direction", "’", "Day"),
    ("quotes/wrong-direction", "“", ""),
    ("spacing/doubled-word", "by by", "60"),
    ("quotes/wrong-direction", "’", "huge’,”"),
    ("quotes/apostrophe", "‘", "98"),
    ("quotes/inner-space", " ”", ""),
    ("garbled/accused-to", "to", "the"),
    ("quotes/wrong-direction", "“", "with"),
    ("garbled/doubled-clause", "saying in that", "her"),
    ("quotes/inner-space", "“ ", "in"),
    ("spacing/before-punctuation", " .", "”"),
    ("boilerplate/rights-notice", "A version of this article appeared in print on Page A4.", ""),
    ("boilerplate/appeal", "Thanks for reading. If you like our work, please consider a donation.", ""),
    ("boilerplate/photo-credit", "[Photo via Wikimedia Commons]", ""),
    ("boilerplate/wire-mark", "###", ""),
]

AIRPORT = """2017-09-14 08:12 advertisement

BRUSSELS — Belgian police have arrested two men over a plan to smuggle diamonds through the airport of Zaventem, prosecutors said on Thursday.

“ They knew the building very well”, said a spokeswoman, Lies Maes, adding that the inquiry “ is not over “.

The two, aged 34 and 41, were detained in Antwerp late Wednesday, including by September, after a chase on the motorway.

“We followed them for an hour, ”Maes told broadcaster VRT. “They did not see us”.

advertisement

Police found stones worth 4 million euros in a van , the prosecutors office said.

CONTINUE READING BELOW

"Nobody was hurt, and and no shots were fired," said the mayor. “We were lucky.”

More stories:

The airport’s security was tightened after the attacks of 2016 . (Reporting by Jan Peeters; editing by Ruth Hall)

advertisement
"""
AIRPORT_MARKED = [
    ("boilerplate/advertisement", "2017-09-14 08:12 advertisement", ""),
    ("quotes/inner-space", "“ ", "They"),
    ("quotes/inner-space", "“ ", "is"),
    ("quotes/wrong-direction", " “", "."),
    ("garbled/including-by", "including by September", ","),
    ("quotes/inner-space", " ”", "Maes"),
    ("boilerplate/advertisement", "advertisement", ""),
    ("spacing/before-punctuation", " ,", "the"),
    ("boilerplate/advertisement", "CONTINUE READING BELOW", ""),
    ("quotes/mixed-style", '"', "Nobody"),
    ("spacing/doubled-word", "and and", "no"),
    ("boilerplate/read-on", "More stories:", ""),
    ("spacing/before-punctuation", " .", "(Reporting"),
    ("spacing/run-on-sign-off", " ", "(Reporting"),
    ("boilerplate/advertisement", "advertisement", ""),
]

COURT = """‘We shall appeal,’ said the company’s lawyer, Mr Hugh Lane, outside the court in Leeds on Friday. ‘The judges‘ reasoning is thin.’

Share this article

The company, which owns 30 shops, had been accused of selling meat that was “not fit for dogs’, as a witness put it.

‘It’s a scandal,‘ said Mrs Joan Pike, whose son fell ill. ‘They knew, and they said, “Wait and see.”’

’They will pay,’ she added.

Most Read

The workers’ union and the shops’ customers welcomed the verdict. A spokesman for the ‘Safe Food’ campaign said: ‘ We have waited six years for this.’

‘At last’,said Mr Pike.

Get the day's headlines delivered to your inbox

The firm’s shares fell 4 per cent. By 2 p.m. they had had recovered a little, to to 112p.

Follow us on Twitter @northnews
"""
COURT_MARKED = [
    ("quotes/apostrophe", "‘", "reasoning"),
    ("boilerplate/share-button", "Share this article", ""),
    ("quotes/unclosed", "“", "not"),
    ("quotes/wrong-direction", "‘", "said"),
    ("quotes/wrong-direction", "’", "They"),
    ("boilerplate/read-on", "Most Read", ""),
    ("quotes/inner-space", "‘ ", "We"),
    ("spacing/after-punctuation", "last’,said", "Mr"),
    ("boilerplate/appeal", "Get the day's headlines delivered to your inbox", ""),
    ("quotes/mixed-style", "'", "s"),
    ("spacing/doubled-word", "to to", "112p."),
    ("boilerplate/appeal", "Follow us on Twitter @northnews", ""),
]


@pytest.mark.parametrize(
    ("story", "marked"),
    [(DROUGHT, DROUGHT_MARKED), (AIRPORT, AIRPORT_MARKED), (COURT, COURT_MARKED)],
    ids=["drought", "airport", "court"],
)
def test_what_a_sub_editor_would_mark(story: str, marked: list[tuple[str, str, str]]) -> None:
    assert found(story) == marked
