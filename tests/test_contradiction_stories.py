"""Six stories, each of another shape, with two contradictions each and none false."""

from datetime import date

import pytest

from copylint.engine import RuleSet, lint
from copylint.formats.markdown import read as read_markdown
from copylint.formats.plain import read as read_plain
from copylint.packs import builtin_root
from copylint.rule import Chosen
from copylint.testing import load

RULES = [
    rule for pack in ("contradiction", "garbled") for rule in load(f"{builtin_root()}/{pack}") if rule.default == "on"
]

COURT = """\
A jury in Norwich has cleared a former lifeboat captain of stealing from the charity that he led for 11 years.

Desmond Harkavy, 58, wept as the foreman spoke. He had been accused of taking £40,000, and about £3,000 in petty cash, \
between 2012 and 2019, when he was 51. His wife, Petra Harkavy, 55, and their sons, Leo, 24, and Max, 21, sat behind him.

“I was 16 when I first went to sea,” he told reporters. “I was taught that you do not rob the people you row with.”

The jury of seven women and five men took nine hours. Neither of the two charges was upheld, and both of the two remaining \
ones had been dropped in May.

The prosecutor, Alun Pryce, said the Crown would not appeal unless the charity asked it to. The judge, Dame Ruth Ennals, \
thanked all 12 jurors.

Mr Harkavey left by a side door. Friends of the 59-year-old Desmond Harkavy said that he would go back to sea.
"""

MARKETS = """\
Shares in Norland's biggest brewer fell 6% on Wednesday to 412 crowns from 438 after it cut its forecast.

Brauhaus Nord said sales rose 4.1% in the first half to 1.02 billion crowns from 980 million. At constant currency they \
were up 7%. The loss in its bottling arm widened to 14 million crowns from 9 million.

Exports grew to 212 million crowns from 251 million a year ago, the company said, and made up about a fifth of sales.

The crown fell to 11.42 to the euro from 11.30. The brewer rose to third from fifth in a ranking of employers.

Its chief executive, Ida Solberg, said costs had gone up by between 3% and 5%. “We will not cut jobs until we have cut \
everything else,” she said. Analysts expect a profit of 61 million crowns, or 5 million more than last year.

The board is to meet on Thursday, 15 April 2021. Wednesday, 14 April 2021 is a holiday in Norland, and Monday, 12 April \
2022 the day on which its licence ends.
"""

WAR = """\
The president of Eastmark threatened on Sunday to pull Vellish units out of the Tarn valley if they did not withdraw by \
the end of the week, raising fears for a truce that has held since spring.

Eastmark has said that it will not withdraw unless the rebels withdraw, and its neighbour Vell has threatened to withdraw \
its own troops if Eastmark does not pull back. The two governments want to talk, but neither will before the other does.

Foreign Minister Jonas Terkel said in the capital that 23 people, including 14 men and 11 women, had been killed since \
Friday. The rebels spoke of at least 30. Nine women and seven aid workers were among those taken to hospital.

“If we go, we go together,” a rebel commander said. Fighting has gone on in spite of several truces, including in January.

The road runs for 60 miles (97 km) from the border to the town of Ashby. Temperatures fell to minus 8C (18F) at night, \
3C (5F) below the average.

(Reporting by Ann Ode; Editing by Bo Lee)
"""

SPORT = """\
---
title: Record crowd of 41,300 sees Ashby go top
date: 2022-10-02
---

Ashby Town beat Ashby Town 3-1 on Saturday to go top of the league before a record crowd of 43,100 people.

Goals by Marek Dvorsky and Ben Oyelaran, either side of half-time, put the home side two up, and Oyelaran scored again \
with 10 minutes to go. Inter beat Inter Park 2-0 in the other game.

Dvorsky, 31, has now scored 12 goals in 14 games, five of them with his head. The club rose to first from fourth.

On Tuesday, Oct. 4, the side travels to Marlow, 210 miles (338 km) away. Ashby won both of their first two games there.
"""

OBITUARY = """\
Ilse Vandermolen, who has died aged 91, taught two generations of organ builders and never learnt to drive.

Ilse Vandermolen (1932-2019) was born in Ghent, the third of five children, two boys and three girls. Her father, Cornelis, \
a carpenter, was 50 when she was born; her mother, Greet, was 29.

She moved to Leeds in 1956, where she met her husband, the organist Peter Vandermolen, and was a fellow of the Royal \
Institute from 1994 to 1987. In 1961 she built her first instrument, of 1,200 pipes, the longest 16 feet (4.9 metres).

By 1980 half of the workshop's orders, about 48%, came from abroad. She doubled its staff to 24 from 12 and then let \
eight of the 24 go. Peter died in 2003, aged 74.

She is survived by two of her three sons, Jan and Willem, and by six grandchildren.
"""

CITY = """\
The council has approved a £62m tram line between the station and the docks, and it will open on 30 June 2027.

Nearly two-thirds of those who were asked, or 45%, said they would use it. One in four, or 26%, would not. The line is to \
carry between 9,000 and 12,000 people a day, 15% more than the buses do.

Councillor Amina Warsame said work would start in spring. “It takes between 5 to 10 years to build trust and one day to \
lose it,” she said. Opponents say that the $62m line is a waste.

The council will borrow £40m and sell land worth £20m; the rest, £2m, is to come from fares. Either by bus or by tram, \
said Kofi Mensah, who heads a group of traders, people would come. Mohamed Idris and Mohammed Farah, who run shops by the \
docks, agreed. Country fairs and the county fair would profit too.

Warsame, 47, and her colleague Amin Warsaw, 44, voted for it. Chad and Mali have such trams, and Austria, not Australia, \
built theirs.
"""


def found(source: str, *, published: date | None = None, markdown: bool = False) -> set[tuple[str, str]]:
    document = (read_markdown if markdown else read_plain)("story", source)
    if published is not None:
        document = document.with_meta(document.meta._replace(published=published))
    linted = lint(document, RuleSet(Chosen(rule, rule.severity, rule.options) for rule in RULES))
    assert linted.failures == ()
    return {(finding.rule, finding.place.text) for finding in linted.findings}


@pytest.mark.parametrize(
    ("source", "markdown", "expected"),
    [
        (COURT, False, {("contradiction/name-spelling", "Harkavey"), ("contradiction/age", "59")}),
        (
            MARKETS,
            False,
            {("contradiction/arithmetic", "grew"), ("contradiction/weekday-date", "Monday, 12 April 2022")},
        ),
        (
            WAR,
            False,
            {
                (
                    "contradiction/self-defeating-condition",
                    "pull Vellish units out of the Tarn valley if they did not withdraw",
                ),
                ("contradiction/parts-whole", "23"),
            },
        ),
        (
            SPORT,
            True,
            {("contradiction/headline-figure", "41,300"), ("contradiction/same-both-sides", "Ashby Town")},
        ),
        (OBITUARY, False, {("contradiction/age", "91"), ("contradiction/reversed-range", "1994")}),
        (CITY, False, {("contradiction/share", "45%"), ("contradiction/scale", "$62m")}),
    ],
    ids=["court", "markets", "war", "sport", "obituary", "city"],
)
def test_two_contradictions_and_none_false(source: str, markdown: bool, expected: set[tuple[str, str]]) -> None:
    assert found(source, markdown=markdown) == expected


@pytest.mark.parametrize(
    "source", [COURT, MARKETS, WAR, OBITUARY, CITY], ids=["court", "markets", "war", "obituary", "city"]
)
def test_the_day_of_publication_brings_no_false_finding(source: str) -> None:
    assert found(source, published=date(2021, 4, 10)) >= found(source)
    assert len(found(source, published=date(2021, 4, 10))) == 2


def test_every_finding_shows_the_other_side() -> None:
    for source in (COURT, MARKETS, WAR, OBITUARY, CITY):
        document = read_plain("story", source)
        linted = lint(document, RuleSet(Chosen(rule, rule.severity, rule.options) for rule in RULES))
        for finding in linted.findings:
            assert finding.evidence or finding.rule.startswith("garbled/")
            assert finding.fix is None
