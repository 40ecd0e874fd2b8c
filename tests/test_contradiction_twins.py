"""Six stories with traps, each as it should stand and with two slips in it: `[[right||wrong]]`."""

from datetime import date

import pytest

from tests.test_contradiction_stories import found

SPORT = """\
Wexley Rovers came from two goals down to draw 2-2 with Barrow Athletic on Saturday and stay third, a point behind \
the leaders with four games to play.

Tom Adeyemi put Barrow ahead after 12 minutes and Luis Prado made it two before half-time. Wexley, who had lost both \
of their last two games, replied through Ian Crewe and, in the 88th minute, Danny Holt, whose ninth goal of the \
season it was. The crowd of 14,212 was the biggest since 2015.

The season has been a strange one. Wexley have played 42 games: 21 wins, [[12||13]] draws and 9 defeats. Barrow, who \
rose to eighth from eleventh, have won five of their last six.

"We never know when we are beaten," said the Wexley manager, Olga Brandt. "At 2-0 you could have got odds of 10-1 on \
us."

Brandt, 46, who won 61 caps for Austria, took over in March. She has used 26 players, nine of them under 21, and has \
cut the wage bill from £9m to £7m. Season tickets rose 5% to [[£420 from £400||£460 from £400]] this summer.

In the evening game Marsh Town beat Marsh United 1-0. Inter Dale lost to Dale 3-1, and Kings Park won 4-2 on \
penalties after a 1-1 draw. Wexley go to Hull on Tuesday, 130 miles (209 km) away, and then face the two sides above \
them. Two of the three will go up; the third must play a further two games in May.
"""

ELECTION = """\
The ruling Unity party has won the election in Norland with 46% of the vote, its worst result since 1994, and will \
need a partner to govern.

The Greens took 24%, up from 17% four years ago, [[a gain of seven points||a gain of nine points]], and the Farmers' \
League 19%. Turnout was 71%, against 74% at the last election and 68% in 2012.

Of the 150 seats in parliament, Unity will have [[72, the Greens 41 and the League 37||72, the Greens 46 and the \
League 37]]. It lost 11 seats in all, most of them in the south, where unemployment has doubled to 12% from 6% since \
the mines shut.

The prime minister, Elsa Dahl, said she would talk to both of the other parties. "I will not resign unless the party \
asks me to," she told reporters outside her home. Her deputy, Nils Oberg, 58, did lose his seat, by 212 votes, after \
three recounts.

The Greens want a carbon tax of 40 crowns a tonne, twice as high as Unity's 20, and the end of coal by 2030. The \
League would scrap the tax and has ruled out sitting with the Greens. In a poll last week 48% said they wanted a new \
coalition, 31% did not and 21% had no opinion.

Voting went on until 9pm in the north, where storms cut roads to 14 villages. In one, Sandvik, with 61 voters, the \
result was 30 votes to 29, with two abstentions. Observers said the vote was free; four people were held, two men in \
the capital and two in Vik.
"""

WEATHER = """\
At least 12 people have died and 40,000 have left their homes after Cyclone Ida struck the coast of Tamora late on \
Sunday with winds of [[120 mph (193 km/h)||120 mph (153 km/h)]].

The dead include four children and a policeman who was swept away at a ford. Locals put the toll at 20 or more. The \
storm had weakened to 70 mph by Monday night as it moved inland, and is expected to turn north on Tuesday.

Rain fell for 31 hours. At Porto Lino 410mm (16 inches) was recorded in a day, [[twice as much as the 205mm||four \
times as much as the 205mm]] that is usual for the whole of March. The river Suma rose to 9.4 metres from 3.1 \
metres. Temperatures, which reached 37C (99F) on Friday, were 8C (14F) below the average for the time of year.

About two-thirds of the city's homes, or 65%, were without power. The airport, closed since Saturday, may open again \
on Wednesday. "We have two weeks of food and three days of water," said the mayor, Rui Costa.

The government has promised £2m, half of it from a fund set up in 2013, and neighbouring Sela has sent 200 soldiers, \
12 boats and three helicopters. Britain will give £1.5m, and the European Union €3m (£2.6m).

Ida is the third cyclone of the season; the worst, in 1999, killed 800 people. The ministry first spoke of 30 dead, \
then revised the figure to 12 from 30 after some of the missing were found in a school 6 miles (10 km) away.
"""

SCIENCE = """\
A fish that was thought to have died out in the 1930s is alive in a lake in Peru, biologists reported on Thursday.

The golden orestias, which grows to 12 inches ([[30 cm||38 cm]]), was last seen by science in 1937. A team from Lima \
and Leeds found 14 of them in a bay of Lake Uma, at a height of 3,900 metres (12,800 feet), in August.

"There were two reasons to look there," said Inés Vargas, who led the team of nine. "The first was the water, which \
is cold and clear. The second was an old woman who said she had eaten one."

Of the 14 fish, eight were female and [[six||seven]] were male. The team took a piece of fin the size of a grain of \
rice from each and let them go. The DNA differs by 4% from that of the orestias in Lake Titicaca, where trout \
brought from North America in 1941 ate its relatives.

The lake has shrunk by a fifth since 1980, to 40 sq km (15 square miles) from 50, and its level falls by between 10 \
and 15 cm each year. Warming of 1.5C (2.7F) would raise the water's temperature to 14C (57F) in summer, too high for \
the eggs.

Dr Vargas, 41, wants the bay closed to nets from May to August. The ministry said that it would not act until it had \
read the paper. The journal received it in October, and it was read by three reviewers, two of whom asked to see the \
fish. The third asked to see the old woman.
"""

COUNCIL = """\
Bramford council is to shut two of its five libraries and cut the hours of the others, after a debate on Wednesday \
that went on for six hours.

The plan was passed by 27 votes to 24, [[a majority of three||a majority of five]], with one abstention. It will \
save £310,000 a year out of a budget of £142m. The council tax will rise by 3.9%, which takes the bill for a typical \
home to £1,662 from £1,600.

The leader, Joan Pickles, gave three reasons for the cuts: the loss of a grant of £6m, the cost of care, and pay. \
"Nobody came into politics to close a library," she said. Visits have fallen to 212,000 a year from 260,000 in 2012, \
[[a drop of 18%||a drop of 28%]].

Those to go are Mill Lane, built in 1906 with a gift from Andrew Carnegie, and Eastfield. Both will close on Friday \
31 March 2017. Staff were told on Monday. Nine jobs will go, six of them part-time; four of the nine people have \
asked for redundancy.

More than 3,000 people signed a petition against the plan. Councillor Iqbal Shah, Labour, said that the saving was \
less than the £420,000 which the council had spent on a new car park. "It cost £70,000 more than the £350,000 it was \
meant to," he said.

The three that stay open will do so for 30 hours a week, down from 42. The meeting also agreed to buy 12 electric \
vans, to ban parking on Church Street between 8am and 6pm, and to spend £45,000 on the bandstand, which has been \
shut since 2011.
"""

TRANSPORT = """\
Trains between Corley and the coast will be [[twice as frequent from December||halved from two an hour to one and \
doubled to four from one]], Eastern Rail said on Wednesday, after a new signal box is opened at Ashe.

The line, which is 48 miles (77 km) long, carried 3.1 million people last year, [[up from 2.8 million||down from 2.8 \
million]] in 2014, a rise of 11%. Four trains an hour will run in each direction at peak times, and two at others. \
The fastest will take 52 minutes, down from 64.

A single ticket will still cost £14.50, and a season ticket £3,180, an increase of 2.6% from £3,100. About 1,200 \
people a day stand for more than half of the way. "For them it will be like night and day," said the manager of the \
line, Paul Oduya.

The work cost £84m, £12m more than planned, and was to have been done by 2016. Passengers' groups said that they \
would wait and see. One in five trains was late in the autumn, or 21%, and 46 were cancelled in a single week in \
November because of leaves.

Two stations, Holt Road and Marl, will be rebuilt. Marl has had no lift since 1987. The council has offered £400,000 \
of the £1m that it needs; the company would pay the remaining £600,000.

Eastern, owned by the French group Ligne, runs 310 trains a day. Its contract, which began on 1 April 2013, ends on \
31 March 2023. It paid the state £41m last year and made a profit of £9m, after a loss of £2m the year before.
"""


def twin(story: str, side: int) -> str:
    """The story with the right forms (0) or the wrong ones (1)."""
    parts = story.replace("]]", "[[").split("[[")
    return "".join(part.split("||")[side] if index % 2 else part for index, part in enumerate(parts))


STORIES = {
    "sport": SPORT,
    "election": ELECTION,
    "weather": WEATHER,
    "science": SCIENCE,
    "council": COUNCIL,
    "transport": TRANSPORT,
}
EXPECTED = {
    "sport": {
        ("contradiction/arithmetic", "5%"),
        ("contradiction/parts-whole", "42"),
    },
    "election": {
        ("contradiction/arithmetic", "nine points"),
        ("contradiction/parts-whole", "150"),
    },
    "weather": {
        ("contradiction/arithmetic", "four times as much as"),
        ("contradiction/conversion", "153 km/h"),
    },
    "science": {
        ("contradiction/conversion", "38 cm"),
        ("contradiction/parts-whole", "14"),
    },
    "council": {
        ("contradiction/arithmetic", "28%"),
        ("contradiction/arithmetic", "five"),
    },
    "transport": {
        ("contradiction/arithmetic", "doubled"),
        ("contradiction/arithmetic", "down"),
    },
}


@pytest.mark.parametrize("name", STORIES)
def test_two_slips_are_found(name: str) -> None:
    assert found(twin(STORIES[name], 1)) == EXPECTED[name]


@pytest.mark.parametrize("published", [None, date(2017, 3, 8)], ids=["undated", "dated"])
@pytest.mark.parametrize("name", STORIES)
def test_the_clean_twin_has_none(name: str, published: date | None) -> None:
    assert found(twin(STORIES[name], 0), published=published) == set()
