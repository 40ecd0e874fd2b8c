"""Parts that do not make up their whole: 12 people, including eight men and five women."""

from __future__ import annotations

from copylint.annotate.change_roles import is_time
from copylint.annotate.figures import SCALE_NAMES, Quantity
from copylint.annotate.parts import sums
from copylint.annotate.quantities import Sum
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


# "two children, five-year-old Sunny and one-year-old Nakoda"; "nine gold medals, five silvers and one bronze".
_OLD = expression(r"-(?:year|month|week|day)-old")
_METAL = expression(r"(?: [a-z]+){0,2} (?:gold|silver|bronze) medals?\b")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    found = sums(document)
    if not found:
        return
    text = flowed(document)
    for one in found:
        if all(is_time(text, part) for part in one.parts):
            continue  # "between January 1 and September 20, a total of 1,123"
        if _METAL.match(text, one.whole.number.end) or any(_OLD.match(text, part.number.end) for part in one.parts):
            continue
        if one.shares:
            total = sum(part.value for part in one.parts)
            if total > 100.5 + 0.25 * len(one.parts):  # each may be rounded up
                parts = _listed([_shown(text, part) for part in one.parts])
                evidence = tuple(Evidence(part.span, _shown(text, part)) for part in one.parts[:-1])
                yield Match(
                    one.parts[-1].span, evidence, slots={"told": f"{parts} make {total:,.10g}%, more than there is"}
                )
        elif one.single:
            (part,) = one.parts
            if part.value > one.whole.value:
                yield _match(text, one, f"{_shown(text, part)} cannot be part of {_shown(text, one.whole)}")
        elif not _adds_up(one):
            total = sum(part.value for part in one.parts)
            parts = _listed([_shown(text, part) for part in one.parts])
            yield _match(text, one, f"{parts} make {_printed(text, one.whole, total)}, not {_shown(text, one.whole)}")


def _listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _adds_up(one: Sum) -> bool:
    """True if the parts may make the whole, as far as the printed digits of a sum of money allow."""
    total = sum(part.value for part in one.parts)
    first, *rest = (part.value for part in one.parts)
    if one.remainder and len(rest) > 1 and first == sum(rest):
        return True  # "97 settled: 33 by order, and the other 64 by word": the parts of a part
    if one.remainder:
        # Who prints the remainder has the sum in mind: half a digit of the finer of the two figures is room enough.
        half = (one.whole.high - one.whole.low) / 2
        room = max(min((part.high - part.low) / 2, half) for part in one.parts)
        return abs(total - one.whole.value) <= max(room, min(half, 0.025 * one.whole.value))
    low, high = total, total
    whole_low, whole_high = one.whole.value, one.whole.value
    if any(part.scale or part.kind == "money" for part in (one.whole, *one.parts)):
        low, high = sum(part.low for part in one.parts), sum(part.high for part in one.parts)
        whole_low, whole_high = one.whole.low, one.whole.high
    room = 1e-9 * max(high, whole_high)
    if low > whole_high + room:
        return False
    return not (one.exact and high < whole_low - room)


def _match(text: str, one: Sum, told: str) -> Match:
    if one.single:
        return Match(
            one.parts[0].span,
            (Evidence(one.whole.span, _shown(text, one.whole)),),
            slots={"told": told[0].upper() + told[1:]},
        )
    evidence = sorted(Evidence(part.span, _shown(text, part)) for part in one.parts)
    return Match(one.whole.span, tuple(evidence), slots={"told": told[0].upper() + told[1:]})


def _printed(text: str, like: Quantity, value: float) -> str:
    """A value with the currency, scale and unit that another figure is printed with."""
    factor = next((factor for factor, name in SCALE_NAMES.items() if name == like.scale), 1.0)
    before, after = text[like.span.start : like.number.start], text[like.number.end : like.span.end]
    return f"{before}{value / factor:,.10g}{after}"


def _shown(text: str, quantity: Quantity) -> str:
    printed = text[quantity.span.start : quantity.span.end]
    return printed.lower() if quantity.words else printed


RULE = Rule(
    summary="Parts that do not make up their whole.",
    why="Eight men and five women are thirteen, whatever the sentence began with: the whole or a part is wrong.",
    message="{told}.",
    check=check,
    severity="suggestion",
    quotations="skip",
    examples=(
        Example(
            bad="She leads the council, which has <mark>12</mark> seats - <evidence>7</evidence> of them Reds, "
            "<evidence>6</evidence> Greens."
        ),
        Example(good="She leads the council, which has 13 seats – 7 of them Reds, 6 Greens. It has 4 halls."),
        Example(
            good="She was fined £7,000. Costs of £1,450 and a surcharge of £150 were added: £8,600 in all. He was also to "
            "pay £300 and £40: £990 in all.",
            why="The total takes in what was told before.",
        ),
        Example(
            bad="It has reached <evidence>8,000</evidence> of the <mark>14,000</mark> homes, leaving <evidence>5,000</evidence> still cut off."
        ),
        Example(
            good="It has reached 8,000 of the 14,000 homes, leaving 6,000 still cut off. The blast killed four of the nine men, leaving two "
            "hurt, and sank three of the eight boats, leaving four children to wait."
        ),
        Example(
            good="Of the 133 claims, 97 were settled: orders were made in 33 claims while the other 64 claims were dropped.",
            why="The parts of a part.",
        ),
        Example(
            bad="The <mark>15</mark>-member board, made up of <evidence>seven</evidence> Labour councillors, "
            "<evidence>five</evidence> Tory peers and <evidence>two</evidence> independents, will meet. Police held "
            "<mark>three</mark> men, <evidence>two</evidence> in Ayr, <evidence>one</evidence> in Hull and "
            "<evidence>one</evidence> in Leeds."
        ),
        Example(
            good="The 14-member board, made up of seven Labour councillors, five Tory peers and two independents, will meet. "
            "Police held four men, two in Ayr, one in Hull and one in Leeds. "
            "There are 81 women in the 435-member house: 62 Reds and 19 Greens. Reform may win four seats in Kent, one in Devon "
            "and one in Hull."
        ),
        Example(
            bad="The crash killed <mark>12</mark> people, including <evidence>eight</evidence> men and "
            "<evidence>five</evidence> women.",
        ),
        Example(
            bad="The line runs <mark>18</mark> ferries: <evidence>11</evidence> on the coast and <evidence>nine</evidence> "
            "in the islands."
        ),
        Example(
            bad="The park gets <mark>$9 million</mark> — <evidence>$5 million</evidence> this year and <evidence>$6 "
            "million</evidence> next."
        ),
        Example(
            good="The line runs 18 ferries: 11 on the coast and nine with bars of their own, five of them new. The top "
            "three clubs: nine for Ayr, eight for Alloa. In the last seven months — four in Ayr, four in Alloa — it rained. "
            "It has 12 cases: eight on tax and six of them from Ayr. Police made 10 arrests: five for theft and two for "
            "assault. It has 30 staff: 18 women, 12 men and 10 in training.",
            why="Parts of parts; numbers of groups; times; not all are told.",
        ),
        Example(
            bad="Police held <mark>nine</mark> suspects: <evidence>six</evidence> men and <evidence>two</evidence> "
            "women.",
        ),
        Example(
            bad="He has <mark>31</mark> goals this season, <evidence>19</evidence> in the league and <evidence>10</evidence> in "
            "cups. The <mark>£90,000</mark> is for three groups, with <evidence>£40,000</evidence> going to the band, "
            "<evidence>£30,000</evidence> to the scouts and <evidence>£25,000</evidence> to the choir. He will pay a fine "
            "of <evidence>£500</evidence>, costs of <evidence>£150</evidence> and a court surcharge of "
            "<evidence>£50</evidence>, a total of <mark>£750</mark>."
        ),
        Example(
            good="He has 31 goals this season, 19 in the league and 12 in cups. There were 24 halls in Ayr, 19 in Hull and five in "
            "Leeds. Police made 31 arrests, including 19 in Ayr and four in Hull, and held 12 men, two in Ayr and one in Hull.",
            why="A list; not all are told.",
        ),
        Example(
            bad="They paid <mark>£84</mark> in all: <evidence>£40</evidence> for food, <evidence>£24</evidence> for wine and "
            "<evidence>£15</evidence> for service."
        ),
        Example(bad="<mark>Nine</mark> of the <evidence>eight</evidence> judges agreed."),
        Example(
            bad="It has <evidence>40</evidence> staff, <mark>43</mark> of them in Ayr. <evidence>Five</evidence> others were held in "
            "Hull, of whom <mark>six</mark> were let go. The <evidence>30</evidence> pupils, <mark>31</mark> of whom were hurt, are home."
        ),
        Example(
            good="It has 40 staff, 13 of them in Ayr, and four families, nine of them new. Two buses with 30 pupils, 12 of whom were "
            "hurt, were hit. More than 40 people, 43 of them Poles, are there. Two men fled from the villagers, of whom nine were hurt."
        ),
        Example(
            bad="Of <mark>14</mark> boats on order, <evidence>six</evidence> will come this year, <evidence>five</evidence> next and the "
            "last <evidence>four</evidence> in May."
        ),
        Example(
            good="Of 14 boats on order, six will come this year, five next and the last three in May. Of 14 boats, six were sold in May "
            "and the last four years brought no more."
        ),
        Example(
            bad="<mark>Fifty-one</mark> people came: <evidence>22</evidence> children, <evidence>19</evidence> women "
            "and <evidence>12</evidence> men.",
        ),
        Example(
            bad="The town won <evidence>10</evidence> gold, <evidence>8</evidence> silver and <evidence>7</evidence> "
            "bronze medals, <mark>27</mark> in all.",
        ),
        Example(
            bad="Of the <mark>£2m</mark> raised, <evidence>£1.4m</evidence> is for the hospice and the remaining "
            "<evidence>£500,000</evidence> for the school.",
        ),
        Example(
            bad="Of the <mark>90</mark> seats, Reform took <evidence>41</evidence>, Unity <evidence>32</evidence> and "
            "the Greens <evidence>22</evidence>.",
        ),
        Example(
            bad="Of those asked, <evidence>55 percent</evidence> said they backed the tunnel, <evidence>38 percent</evidence> opposed it "
            "and <mark>17 percent</mark> had no opinion."
        ),
        Example(
            bad="Asked about the bridge, <evidence>45%</evidence> said yes, <evidence>40%</evidence> said no and "
            "<mark>25%</mark> did not know.",
        ),
        Example(
            bad="A owns <evidence>40%</evidence> of the mill, B <evidence>35%</evidence> and the staff the remaining "
            "<mark>35%</mark>. Of the <mark>45</mark> on board, <evidence>19</evidence> were killed and <evidence>28</evidence> were "
            "hurt. Of the <mark>812</mark> votes, <evidence>430</evidence> went to Mr Doe and <evidence>402</evidence> to Ms Roe."
        ),
        Example(
            good="A owns 40% of the mill, B 35% and the staff the remaining 25%. Of the 80% who came, 60% chose tea and the "
            "remaining 40% milk. Each of 12 halls cost £20,000 and the roof £3,000, a total of £243,000. Of the 45 on board, 19 were killed and 26 were hurt."
        ),
        Example(
            bad="Of the <mark>120</mark> jobs, <evidence>70</evidence> are in Hull and <evidence>60</evidence> in Goole. He took "
            "<mark>seven</mark> wickets in the match, <evidence>four</evidence> in the first innings and <evidence>four</evidence> "
            "in the second. A total of <mark>19</mark> people were held: <evidence>11</evidence> in Hull and <evidence>nine</evidence> "
            "in Ayr. The mix is <evidence>60%</evidence> wheat, <evidence>30%</evidence> rye and <mark>20%</mark> oats. Women make "
            "up <evidence>54%</evidence> of the staff and men <mark>56%</mark>."
        ),
        Example(
            good="Of the 120 jobs, 70 are in Hull and 50 in Goole. He took seven wickets in the match, four in the first innings and "
            "three in the second. The mix is 60% wheat, 30% rye and 10% oats. Women make up 54% of the staff and men 46%. In the match he made 31 runs in all, 12 in fours and 20 in singles and twos."
        ),
        Example(bad="More than <evidence>12</evidence> people, including <mark>13</mark> children, were hurt."),
        Example(
            bad="She leaves <mark>four</mark> children, <evidence>two</evidence> sons and "
            "<evidence>three</evidence> daughters.",
        ),
        Example(good="Fifty-one people came: 20 children, 19 women and 12 men.", why="20 children are no whole."),
        Example(good="Two men, three women and a child were hurt. She has three children, a son and two daughters."),
        Example(good="Of the £2m raised, £1.4m is for the hospice and the remaining £600,000 for the school."),
        Example(good="Of £1.96m spent, £1.4m went on rent and the remaining £560,000 on wages."),
        Example(
            good="Some 60% of men and 70% of women agreed; 45% said yes, 40% no. Asked why, 60% named cost and 55% "
            "time.",
            why="Two wholes; more than one answer.",
        ),
        Example(
            good="They won three games, drew two and lost one, a total of 11 points.",
            why="Points are not games.",
        ),
        Example(good="More than 12 people, including 13-year-old twins, were hurt."),
        Example(good="The crash killed 12 people, including eight men and four women."),
        Example(
            bad="Police found <evidence>31</evidence> of the <mark>44</mark> watches. The other "
            "<evidence>15</evidence> are still missing.",
        ),
        Example(
            bad="Of the <mark>14</mark> fish, <evidence>eight</evidence> were female and <evidence>seven</evidence> "
            "were male."
        ),
        Example(good="Police found 31 of the 44 watches. The other 13 are still missing, as are the other two vans."),
        Example(
            good="The crash killed 12 people, including nine women and seven Britons.",
            why="The classes overlap.",
        ),
        Example(good="Police held 12 suspects, including six men and two women, and let seven of the 12 go."),
        Example(
            good="The boats brought two stranded workers, 43 dogs and 80 cats. On board were 167 passengers and nine crew "
            "members, including 82 Poles. Three of the other four courts agreed.",
            why="A list; a whole of two numbers; some of the others.",
        ),
        Example(
            good="Most people, 74%, support the dam on the river, and 60% oppose a longer wall. It flipped from 57% in support "
            "to 59% opposed.",
            why="Two questions; then and now.",
        ),
        Example(
            bad="Of the <mark>40</mark> members polled, <evidence>18</evidence> backed the merger, <evidence>15</evidence> opposed "
            "it and <evidence>11</evidence> were undecided."
        ),
        Example(
            good="Of the 44 members polled, 18 backed the merger, 15 opposed it and 11 were undecided. Of the 40 students, 30 passed "
            "the first paper and 20 failed the second. Of 30 patients, 20 survived the winter and 12 died later."
        ),
        Example(good="About 12 people, including eight men and five women, were there.", why="A rough figure."),
        Example(
            good="She held their two children, five-year-old son Sunny and one-year-old daughter Nakoda. He won a total of "
            "nine gold medals, five silvers and one bronze. It won two double gold medals, two gold medals and three silver "
            "medals.",
            why="Ages, and medals of other metals.",
        ),
        Example(good="Between January 1 and September 20, a total of 1,123 shootings were told.", why="Two days."),
    ),
)
