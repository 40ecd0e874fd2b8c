"""One person with two ages, or with an age that does not fit the date of birth."""

from __future__ import annotations

from itertools import pairwise

from copylint.annotate.ages import Age, Born, ages, births
from copylint.annotate.lives import Life, lives
from copylint.annotate.people import bearers, plain
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MOST = 200  # ages and births that are compared: an article has fewer
_WOMEN = frozenset({"mrs", "ms", "miss", "lady", "dame"})
_MEN = frozenset({"mr", "sir", "lord"})
_MARRIED = frozenset({"mr", "mrs"})  # said with a surname alone, of either of a couple
_SPOUSES = frozenset("husband wife widow widower couple".split())


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    told: set[int] = set()
    for life in lives(document)[:_MOST]:
        yield from _against_death(document, life, told)
    found = [age for age in ages(document) if not age.tied and age.figure.start not in told][:_MOST]
    if not found:
        return
    if len(found) > 1:
        for group in _people(document, found):
            yield from _disagreements(group, told)
    for born in births(document)[:_MOST]:
        yield from _against_birth(document, born, found, told)
    if "old" in token_set(document) and len({(age.words[-1], age.value) for age in found}) == 1:
        yield from _without_name(document, found[0], told)


_THE_OLD = expression(
    r"(?:^|[.\n”\"] ?)The (?P<age>[0-9]{2})-year-old (?:[a-z]+(?:ed|d)|was|is|has|will|would|from|who|went|left|won|lost|said|"
    r"told|made|taught|began|became|came|grew|ran|took|held|spent|must|also|remains|lives|works|faces|suffered)\b"
)
_SOME_OLD = expression(r"\b(?:[0-9]{1,3}|[a-z]+)-year-olds?\b|\baged? [0-9]{1,3}\b|[a-z], [0-9]{1,2},")
_FULL_NAME = expression(r"(?<![.\n”\"] )(?<!\n)\b[A-ZÀ-Þ][\w’'-]+ (?P<last>[A-ZÀ-Þ][\w’'-]+)")
_NEAR = 700  # code points behind an age in which "the 34-year-old" is of the same person


def _without_name(document: Document, age: Age, told: set[int]) -> Iterator[Match]:
    """ "Jane Doe, 46, … The 64-year-old had", where there is nobody else of whom an age or a full name is told."""
    text = flowed(document)
    for said in _THE_OLD.finditer(text, age.figure.end, age.figure.end + _NEAR):
        figure = Span(*said.span("age"))
        value = int(said.group("age"))
        others = [one for one in _SOME_OLD.finditer(text) if str(age.value) not in one.group()]
        names = _FULL_NAME.finditer(text, age.figure.end, figure.start)
        if (
            value != age.value
            and _a_slip(value, age.value)
            and figure.start not in told
            and all(one.start() == figure.start for one in others)
            and all(one.group("last") == age.words[-1] for one in names)
        ):
            yield Match(
                figure,
                (Evidence(age.figure, str(age.value)),),
                (str(age.value),),
                slots={"told": f"{' '.join(age.words)} is {age.value}, and {value} here"},
            )
            return


def _against_death(document: Document, life: Life, told: set[int]) -> Iterator[Match]:
    """An age at death that the years of birth and death do not make."""
    text = flowed(document)
    born, died, age = (text[slice(*span)] for span in life)
    most = int(died) - int(born)
    if most > 0 and int(age) not in (most, most - 1):
        told.add(life.age.start)
        yield Match(
            life.age,
            (Evidence(life.born, f"born {born}"), Evidence(life.died, f"died {died}")),
            (str(most - 1), str(most)),
            slots={"told": f"Who was born in {born} and died in {died} was {most - 1} or {most}, not {age}"},
        )


def _people(document: Document, found: list[Age]) -> Iterator[list[Age]]:
    """The ages of each person, in text order. A surname alone joins its only bearer."""
    by_last: dict[str, list[Age]] = {}
    kin = {age.value for age in found if age.kin and len(age.words) == 1}
    for age in found:
        last = plain(age.words[-1])
        if len(age.words) == 1 and not age.kin and age.value in kin:
            continue  # "her husband, Ben, 62, fell": Haddad, 62, may be he
        if len(age.words) == 1 and any("bin" in other.words and other.words[-1] == age.words[0] for other in found):
            continue  # "Mohammed bin Salman, 35", and King Salman, his father
        if len(age.words) == 1 and age.listed and not age.title:
            continue  # "her brothers, Mahmoud, 16, Ali, 14, and Omar, 8": given names, whoever else is called Ali
        if len(age.words) == 1:
            whole = bearers(document, age.words[0])
            if len(whole) > 1 or (age.title in _MARRIED and not _SPOUSES.isdisjoint(token_set(document))):
                continue
            if not whole and not age.title and age.name.start > age.figure.start:
                continue  # "a 24-year-old Afghan student": nobody's name
            if whole:
                first, last = next(iter(whole))
                if first == plain(age.words[0]):
                    # A given name alone is a child's, or another's: it only joins an age with the full name.
                    if not any(len(other.words) > 1 and plain(other.words[-1]) == last for other in found):
                        continue
                    age = age._replace(words=(age.words[0], last), kin=True)
        by_last.setdefault(f"{last} {age.generation}", []).append(age)
    for family in by_last.values():
        for group in _by_given_name(family):
            titles = {age.title for age in group}
            if (
                len({age.value for age in group}) > 1
                and not (titles & _WOMEN and titles & _MEN)
                and _is_one(flowed(document), group)
            ):
                yield group


_AND = expression(r"[,)]? and ")


def _is_one(text: str, group: list[Age]) -> bool:
    """False where a surname, or a name that runs in the family, may be a relative's: "Mr Doe, 45, and his son, Mr Doe,
    19". Where nothing but the surname is printed, only ages that a slip may part are one person's."""
    if any(_AND.fullmatch(text, one.figure.end, other.name.start) for one, other in pairwise(group)):
        return False  # "Smith, 44, and Smith, 46"
    given = all(len(age.words) > 1 for age in group)
    kin = any(age.kin for age in group)
    if given and not kin:
        return True
    if kin and not given and not all(age.kin for age in group):
        return False
    values = sorted({age.value for age in group})
    return any(_a_slip(first, second) for first in values for second in values if first < second) or (
        not kin and any(len(age.words) > 1 for age in group)
    )


def _a_slip(first: int, second: int) -> bool:
    """True if a slip may part two ages: a year or two, one digit, two digits swapped."""
    one, two = str(first), str(second)
    if abs(first - second) <= 2 or sorted(one) == sorted(two):
        return True
    return len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def _by_given_name(family: list[Age]) -> list[list[Age]]:
    """The ages under one surname, parted by given names; those without one join only where all the others agree."""
    groups: dict[str, list[Age]] = {}
    bare = []
    for age in family:
        if len(age.words) == 1:
            bare.append(age)
        else:
            # By the first of them: a father's may be his child's second.
            groups.setdefault(plain(age.words[0]), []).append(age)
    if not groups:
        return [bare]
    if len(groups) == 1:
        (group,) = groups.values()
        return [sorted(group + bare, key=lambda age: age.figure)]
    return list(groups.values())


def _disagreements(group: list[Age], told: set[int]) -> Iterator[Match]:
    counts: dict[int, int] = {}
    for age in group:
        counts[age.value] = counts.get(age.value, 0) + 1
    most = max(counts.values())
    major = next(age.value for age in group if counts[age.value] == most)
    for value in counts:
        if value == major:
            continue
        places = [age for age in group if age.value == value]
        if not _a_slip(value, major) and (places[0].past or all(age.past for age in group if age.value == major)):
            continue  # "Doe, who was 17, was arrested", and Doe, 55, who is free
        others = [age for age in group if age is not places[0]]
        told.add(places[0].figure.start)
        yield Match(
            places[0].figure,
            tuple(Evidence(age.figure, str(age.value)) for age in others),
            slots={
                "told": f"{' '.join(places[0].words)} is {value} here and {major} elsewhere",
            },
            counts={str(age): counts[age] for age in sorted(counts)},
        )


def _against_birth(document: Document, born: Born, found: list[Age], told: set[int]) -> Iterator[Match]:
    published = document.meta.published
    died = born.died
    if died is None and published is None:
        return
    last = plain(born.words[-1]) if born.words else ""
    if died is None:
        assert published is not None
        had = (published.month, published.day) >= (born.month, born.day) if born.month and born.day else None
        full = published.year - born.year
        right = {full, full - 1} if had is None else {full if had else full - 1}
        # A story is written a day or two before it is printed.
        if had is not None and published.month == born.month and abs(published.day - born.day) <= 3:
            right = {full, full - 1}
    else:
        right = {died - born.year, died - born.year - 1}
    for age in found:
        if died is not None and not age.dying and (published is None or published.year - died > 1):
            continue  # of the dead, an age may belong to any time of their lives
        if age.dying and died is None:
            continue
        if age.figure.start in told or plain(age.words[-1]) != last or age.value in right:
            continue
        if len(age.words) > 1 and len(born.words) > 1 and plain(age.words[0]) != plain(born.words[0]):
            continue
        if (len(age.words) == 1 or len(born.words) == 1) and len(bearers(document, age.words[-1])) > 1:
            continue
        told.add(age.figure.start)
        sums = sorted(right)
        is_now = str(sums[0]) if len(sums) == 1 else f"{sums[0]} or {sums[1]}"
        year = str(born.year) if died is None else f"{born.year} and dead in {died}"
        verb = "is" if died is None else "would be"
        yield Match(
            age.figure,
            (Evidence(born.span, f"born {born.year}"),),
            tuple(str(one) for one in sums),
            slots={"told": f"{' '.join(age.words)} is {age.value} here, but born in {year} {verb} {is_now}"},
        )


RULE = Rule(
    summary="One person with two ages.",
    why="Ages are among the figures that newspapers most often correct, and readers who know the person see it at once.",
    message="{told}.",
    check=check,
    quotations="skip",
    examples=(
        Example(
            bad="Ada Quill, who has died aged <mark>87</mark>, drew plants.\n\nAda Quill, born 3 May <evidence>1931</evidence>; died 9 "
            "January <evidence>2020</evidence>"
        ),
        Example(
            good="Ada Quill, who has died aged 88, drew plants.\n\nAda Quill, born 3 May 1931; died 9 January 2020"
        ),
        Example(
            good="Brian Kendall, 55, is free. In court he said that Kendall, who was 17, was told to plead. A 16-year-old Jane "
            "Doe 2 and a 14-year-old Jane Doe #1 wept. The 54-year-old clerk strangled Joan Hamer, 48.\n\nSama Ali, 7, had "
            "three brothers, Mahmoud, 16, Ali, 14, and Omar, 8. Fax (08) 223 1757, Fax (06) 273 2633.",
            why="Another time, people who are numbered, a verb, a list of given names, and telephone numbers.",
        ),
        Example(
            good="Update, 9:39 p.m.: It rains. Update, 7:24 p.m.: It rained. Police held 20-year-old Mr. Quill and 18-year-old "
            "Mr. Rowe. Crayons, Assorted Colors, 12-Count. Pens, Assorted Colors, 8-Count.",
            why="Times; two people; what is in a box.",
        ),
        Example(
            bad="Ada Quill, born on <evidence>3 May 1930</evidence>, ran the mill. She died on 4 June 2019. Quill died "
            "aged <mark>91</mark> at home."
        ),
        Example(
            good="Ada Quill, born on 3 May 1930, ran the mill. She died on 4 June 2019. Quill died aged 89 at home."
        ),
        Example(
            bad=(
                "Jane Achterberg, <evidence>34</evidence>, was first to the scene. Neighbours thanked Ms Achterberg. The "
                "<mark>35</mark>-year-old Jane Achterberg had run from her house."
            ),
        ),
        Example(
            bad="The painter Leo Quill (<evidence>1888</evidence>-<evidence>1961</evidence>) died, aged <mark>82</mark>, "
            "in Nice. Born in <evidence>1912</evidence>, Ada Quill died in <evidence>1990</evidence> at <mark>87</mark>. "
            "Born in <evidence>1930</evidence>, Dame Joan was <mark>82</mark> when she died in <evidence>2018</evidence>."
        ),
        Example(
            bad="Ada Quill, botanist, born 12 May <evidence>1928</evidence>; died 3 January <evidence>2021</evidence>, aged "
            "<mark>82</mark>"
        ),
        Example(
            good="The painter Leo Quill (1888-1961) died, aged 72, in Nice. Born in 1912, Ada Quill was 40 when her "
            "husband died in 1961 at 72."
        ),
        Example(
            bad="A <evidence>24</evidence>-year-old nurse, Jane Achterberg, ran for help. Jane Achterberg, "
            "<mark>42</mark>, is well."
        ),
        Example(
            good="Jane Achterberg, 60, and her husband, Ben, 62, fell. Achterberg, 62, broke an arm. A 15-year-old girl, "
            "Ada Quill, 17, and a boy saw it.",
            why="The husband bears the name too; three people.",
        ),
        Example(
            bad=(
                "Omar Diallo, <evidence>41</evidence>, won the seat. A crowd cheered. Diallo (<mark>44</mark>) thanked "
                "them."
            ),
        ),
        Example(
            bad="Mina Park, born on <evidence>3 May 1980</evidence>, moved here. Park, <mark>45</mark>, teaches.",
            published="2020-06-01",
        ),
        Example(
            bad="The body of Omar Diallo, <evidence>46</evidence>, was found in the canal at Ayr. The <mark>64</mark>-year-old "
            "had been missing since May."
        ),
        Example(
            good="Omar Diallo, 46, was held after a fight in Ayr with Tom Reyes. The 48-year-old was hurt. Police spoke to a boy "
            "aged 15."
        ),
        Example(
            good="A man, a 29-year-old Native American student, was hurt. A 40-year-old Native American woman saw it.",
            why="Nobody's name.",
        ),
        Example(
            good="The party has a 69-year-old Ada Quill, an 84-year-old Ruth Lowe and a 79-year-old Tom Reyes.",
            why="The age is told before the name.",
        ),
        Example(good="Omar Diallo, 46, was hit by a 48-year-old driver. The 48-year-old has been charged."),
        Example(
            bad="The poet Ada Quill was born in <evidence>1931</evidence> in Ayr. She died on 3 May <evidence>2019</evidence>, "
            "aged <mark>78</mark>."
        ),
        Example(
            bad="The singer Leo Quill (<evidence>1938</evidence>-<evidence>2016</evidence>) was <mark>68</mark> when he "
            "died in Nice."
        ),
        Example(
            good="(a) Ann Reed, 71-year-old female Harbour Citizen, a clerk; and (b) Ruth Lowe (50-year-old female Harbour "
            "Citizen), her driver, were fined. So were a 44-year-old Forth National and a 31-year-old Forth National.",
            why="What several are.",
        ),
        Example(good="Jane Achterberg, 34, and her sister Ruth Achterberg, 35, were there.", why="Two people."),
        Example(
            good="Tom Reyes, 19, sings. His mother wept. Tom Reyes, then 16, had left; Tom Reyes was 17 when he came back.",
            why="Ages of other times.",
        ),
        Example(good="In 1987 Ama Owusu, 21, came to Leeds. Ama Owusu, 54, still lives there.", why="Two times."),
        Example(good="Mina Park, born in 1980, moved here. Park, 39, teaches.", published="2020-06-01"),
        Example(
            good="Ada Quill, 27, kept goal. Best of the day were Ada Quill (8), Mina Park (7) and Ruth Lowe (7).",
            why="Marks out of ten.",
        ),
        Example(
            good="Omar Diallo, 31, went in last. The best average was that of Omar Diallo (44).", why="An average."
        ),
        Example(
            good="Omar Diallo, 31, went in last. Next on the list stood Omar Diallo (44), ahead of Tom Reyes (38.25).",
            why="Figures with decimals are no ages, nor are those beside them.",
        ),
        Example(
            bad="Omar Diallo, <evidence>31</evidence>, won the seat. Omar Diallo (<mark>33</mark>) runs a bakery.",
        ),
        Example(good="Omar Diallo, 31, won. The children like Omar Diallo (6) best.", why="Nobody is six and 31."),
        Example(
            good="Omar Diallo, 31, went in last. Runs came from Omar Diallo, 44, Tom Reyes, 38, and Ali Khan, 12.",
            why="A list of scores.",
        ),
        Example(good="Deposit Account (1) holds £40. Deposit Account (2) holds £9.", why="Two things of one name."),
        Example(good="Quill, 44, and Quill, 46, no kin, rowed in one boat.", why="Two people."),
        Example(good="Mr Haddad, 61, drove. Mrs Haddad, 58, slept.", why="Two people."),
        Example(good="Mr Haddad, 45, met his son, Mr Haddad, 19, at noon.", why="A relative."),
        Example(
            good="A 25-year-old clerk testified that Omar Diallo robbed her. Police held the 15-year-old daughter of "
            "the singer Omar Diallo. Mr Diallo, 53, denies it, and the 12-year-old case against Omar Diallo.",
            why="The age of somebody, or something, else.",
        ),
        Example(
            good="In May a 28-year-old Afghan student was held; in June a 24-year-old Afghan student.", why="No name."
        ),
        Example(
            good="Ada Quill, 25, was there. Tom Reyes came with his two children, Omar, 12, and Ada, 6.",
            why="Another of that given name.",
        ),
        Example(
            good="Police freed 37-year-old Ali Omar Haddad. They kept 12-year-old Omar Haddad.",
            why="A father's name may be his child's second.",
        ),
        Example(
            good="At the time 23-year-old Tom Reyes could run. Now 33-year-old Tom Reyes cannot.", why="Two times."
        ),
        Example(
            good="Carl Rowe, the husband of the country singer Ada Quill, died on Monday at the age of 82. Quill, 79, "
            "wept.",
            why="The husband's age.",
        ),
        Example(good="Ada Haddad, 45, died last week. Mr Haddad, 48, sat with his wife to the end.", why="A couple."),
        Example(
            good="Lou Haddad, 71, owns the boat. His grandson Lou Haddad, 22, sails it.",
            why="A name may run in the family.",
        ),
        Example(good="Lou Haddad Sr., 71, owns it. Lou Haddad Jr., 44, sails it.", why="Two people."),
        Example(
            bad=(
                "His wife, Ada Haddad, <evidence>58</evidence>, slept. Police said that Ada Haddad, <mark>59</mark>, woke."
            ),
            why="A relative too has one age.",
        ),
        Example(
            good="Ivory Valentine, 57, is in prison. On Nov. 8, 1985, 31-year-old Valentine was at work. The Earl of Wexley, 56, "
            "and the Countess of Wexley, 55, swam. Ada and Clive Owen, aged 45 and 65, farm; Clive Owen, 65, sings. The "
            "29-year-old actress stars opposite Luke Brace, 31. The 51-year-old Golden Globe winner sat by the 47-year-old "
            "Golden Globe winner.",
            why="A day of another year, a couple, two at once, and what is nobody's name.",
        ),
        Example(
            bad="The Duke of Wexley, <evidence>35</evidence>, spoke. The Duke of Wexley, <mark>39</mark>, and the Duchess of Wexley, 39, left; "
            "the Duke of Wexley, <evidence>35</evidence>, waved.",
        ),
        Example(
            good="Bahar Gharib, DC, 42, and Bryan Aun, DC, 45, were held. Tom Brady, 43, threw; Brady (12) ran. McFee, 28, wept. "
            "McFee, who was 25 and unemployed at the time, left. Mohammed bin Salman, 35, met 84-year-old King Salman.",
            why="Letters behind a name, a shirt, another time, and a father.",
        ),
    ),
)
