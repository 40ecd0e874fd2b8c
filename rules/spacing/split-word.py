"""A space within a word: "govern ment", "ac cording"."""

from __future__ import annotations

from copylint.annotate.hyphens import ED_CLASSES, SPLIT_ENDS
from copylint.annotate.word_places import pair_places, places, word_at, word_start
from copylint.annotate.words import folded, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Beginnings of common words that are no words, no prefixes and no abbreviations.
_BEGINNINGS = frozenset(
    "abo ac accor acti aft aga agai agen agr alo alre alrea amo anot anoth appe aro arou aw beca becau beco bef befo "
    "beginn bei beli betw betwe bla bo bor bri bu campa cau cha chil childr cla cle comm commu commun compan conce "
    "cont contr cou coul coun cri deba decis duri ea econ econo econom elec electi enou ev exami fa fai fam familie "
    "fl fo foreig fu gi gover governm gr gre gro grou gu hea hospit hu incid inclu includ increa insur iss issu ju kn "
    "kno knowl languag leade leas lette litt lo localit manag marke mem membe militar milli minis momen mothe natio "
    "natur nig offi offic officia opin oppos oth othe ov parli particip pati pe peop perc perce perfo perhap perso pl "
    "pla plac poi poin poli polic politi popul posit possib poten powe prac pres presi presid prob probl produ progr "
    "promi promis propos prote provi publ purpo qu quar rath reali recei recor reduc refo relat relig remai repor "
    "requ rese resour respo resul retu righ ro roun runn sayi scen scho schoo scienc seaso secon secre secur senat "
    "seri serv servi settl seve severa sh sho shou shoul sist situa sl smal socia soldi somet sou spe speci spo spok "
    "sta statemen stea sti sto str stree stron struc stude su suc succ succes suff sugg summe supp suppo surpr surv "
    "sus syst syste tak te teac teache techni telev tempera themse thi tho thousan thr thre thro throu throug togeth "
    "tomor tonig towar tradi traff trai treatm trie troo tryi tu turni tw typi ultim unde univ univer unl unti usi "
    "usua valu vari vict vill vio violen visi vo vot watc weap weath weeke welc weste wh whe wher wheth whi whil whol "
    "wi wid windo winne wint withi witho witn wom wond wor worke worl worr wou woul wr wro wrot yea yeste yesterd yo "
    "youn".split()
)
# Two words that are one when they stand side by side. Not what may stand so by chance: "police man the gates".
_TWO = frozenset(
    (pair[0], pair[1])
    for pair in map(
        str.split,
        "him self/her self/them selves/our selves/my self/your self/it self/some thing/any thing/every thing/every where"
        "/any where/there fore/al though/al ready/al most/be fore/be tween/be hind"
        "/with out/through out/under stand/under took/news paper/news papers/birth day"
        "/goal keeper/police woman/spokes man/spokes woman/chair man/chair woman/gun man/gun men/business man"
        "/states man/neighbour hood/child hood/mother hood/yester day/to morrow/over night"
        "/land lord/land lords/life time/life style/grand mother/grand father/step father/step mother/soft ware"
        "/hard ware/hand cuffs/hand cuffed/head lines/earth quake/thunder storm/in stead/a mong/a gainst"
        "/never theless/none theless/bank rupt/motor way/rail way/cup board/pass port/pass ports".split("/"),
    )
)
# What the self of somebody is: "her self worth".
_OF_SELF = expression(
    r" (?:worth|esteem|image|respect|confidence|control|def[ea]n[cs]e|portraits?|interest|doubts?|made|help|pity|belief|"
    r"awareness|reliance|discipline|harm|expression|preservation)\b"
)
_BEHIND = (" of", " in", " there", " on", " to", " at", " for")  # "she goes with out of habit"
_HALVES = SPLIT_ENDS | _BEGINNINGS
_FEWEST_LETTERS = 3  # before an ending
_JOINED = ("-", "’", "'", "/", "@", "_")  # beside a half that is a part of something else
_JOINED_BEFORE = (*_JOINED, ".")  # an ending of files: ".sh in"


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    return [
        Match(Span(start, end), suggestions=(document.text[start:gap] + document.text[gap + 1 : end],))
        for start, gap, end in sorted({*_split(document), *_parted(document)})
    ]


def _parted(document: Document) -> Iterator[tuple[int, int, int]]:
    """The same for two words that are one."""
    text = document.text
    for start, end in pair_places(document, _TWO):
        gap = text.find(" ", start, end)
        if (
            gap > 0
            and text[start:end].islower()
            and text[end : end + 1] not in _JOINED
            and text[start - 1 : start] not in _JOINED_BEFORE
            and not (text[gap + 1 : end] == "out" and text.startswith(_BEHIND, end))
            and not (text[gap + 1 : end] == "self" and _OF_SELF.match(text, end))
        ):
            yield start, gap, end


def _split(document: Document) -> Iterator[tuple[int, int, int]]:
    """Where a common word begins, where the space in it stands, and where it ends."""
    from copylint.annotate.known_names import COMMON_WORDS  # seldom needed

    text, small = document.text, folded(document)
    for half in _HALVES & token_set(document):
        for at in places(document, half):
            if half in _BEGINNINGS:
                start, gap = at, at + len(half)
            else:
                gap = at - 1
                start = word_start(small, gap) if gap > 0 else at
                if text.startswith("ed.", at) and text[at + 3 : at + 4] in ")],;":
                    continue  # an edition: "(reprint ed.)"
                if gap - start < _FEWEST_LETTERS or (half == "ed" and small[start:gap] in ED_CLASSES):
                    continue
            tail = word_at(small, gap + 1)
            end = gap + 1 + len(tail)
            if (
                text[gap : gap + 1] == " "
                and text.startswith(tail, gap + 1)  # in small letters
                and small[start:gap] + tail in COMMON_WORDS
                # No name, or part of one, before a word of its own: "Bo as", "the Select Comm on Intelligence".
                and (text[start].islower() or (len(tail) > 1 and tail not in COMMON_WORDS))
                and text[end : end + 1] not in _JOINED
                and text[start - 1 : start] not in _JOINED_BEFORE
            ):
                yield start, gap, end


RULE = Rule(
    summary="A space within a word.",
    why="Where copy was scanned, pasted or cut by hand, a space falls into a word: govern ment, ac cording. It is told "
    "where one half is the beginning or the end of words and no word itself, and the two make a common word.",
    message="A space parts one word: write '{suggestion}'.",
    severity="warning",
    fix="unsafe",
    check=check,
    gate=Gate(words=tuple(sorted(_HALVES)), pairs=tuple(sorted(map(" ".join, _TWO)))),
    examples=(
        Example(good="The Tides of Cork (reprint ed.). Quay Press.", why="An edition."),
        Example(
            bad="The <mark>govern ment</mark> <mark>promi sed</mark> that it had <mark>look ed</mark> at <mark>wh at</mark> "
            "it spent. <mark>Wi thout</mark> it, <mark>accor ding</mark> to Ann Reed, it spent less.",
            good="The government promised that it had looked at what it spent. Without it, according to Ann Reed, it spent less.",
        ),
        Example(bad="They met at the <mark>minis try</mark> in May.", good="They met at the ministry in May."),
        Example(
            good="The bank’s ing-word, 9 ths of a mile and the sun ly. Ed looks on at the red Ed sang of, and at Bank ING.",
            why="No common word, a part of another, a figure, a name.",
        ),
        Example(
            bad="She hurt <mark>her self</mark>, and the <mark>news paper</mark> closed <mark>with out</mark> a word.",
            good="She hurt herself, and the newspaper closed without a word.",
        ),
        Example(
            good="Her self-esteem rose. He came through out of luck, and police man the gates at week end. Guns drawn, her self worth is low; small business men and women fell under standing orders. The key board men came with drawn swords. Chair Man was its name.",
            why="A compound, two words that stand side by side, a name.",
        ),
        Example(
            good="The look-ed up form er’s /sta tion/ and the tech-rec ord said so.", why="Part of something else."
        ),
        Example(good="They list the files that end in .sh in the folder.", why="The ending of a file's name."),
    ),
)
