"""Compounds without their hyphens: which closed words, and which words side by side, may be one."""

from __future__ import annotations

from copylint.annotate.forms import FUNCTION_WORDS
from copylint.memo import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Prefixes: what one is put to is a word of its own.
BOUND_PREFIXES = frozenset(
    "aero after agro air ante anti arch astro audio auto back bi bio by co contra counter cross cryo cyber de demi di "
    "dis down eco electro em en ex extra fore geo hydro hyper il im in infra inter intra ir iso kilo macro mega meta "
    "micro mid mini mis mono multi nano neo neuro non off on out over pan para petro photo poly post pre pro proto "
    "pseudo quasi radio re retro self semi socio sub super supra syn tele thermo trans tri turbo ultra un under uni up "
    "vice web with".split()
)
# Those of them that copy writes with and without a hyphen.
_VARYING = frozenset(
    "anti auto back bi bio by co counter cross cyber down eco extra fore geo hyper inter macro mega micro mid mini "
    "multi neo news non off on out over post pre semi sub super tele trans ultra under up vice web".split()
)

HYPHENATED, CLOSED, OPEN = "hyphenated", "closed", "open"  # the shapes of a compound
# What "self" makes a compound with wherever it stands: not "made", for his former self made a speech.
OF_SELF = tuple(
    "awareness centered centred confidence confident conscious defence defense deprecating determination employed "
    "employment esteem evident explanatory fulfilling funded harm harming imposed inflicted isolate isolated isolating "
    "isolation pity proclaimed regulating regulation reliance reliant respect righteous serving styled sufficiency "
    "sufficient sustaining taught".split()
)
COUNTS = frozenset("one two three four five six seven eight nine ten single double triple".split())
_AGENTS = tuple(
    "breaker breakers builder builders holder holders keeper keepers maker makers owner owners "
    "raiser raisers runner runners seeker seekers taker takers worker workers writer writers".split()
)
_NO_AGENTS = frozenset(
    "after anger answer banner beer better border brother butter cancer career center chamber chapter character "
    "charter closer cluster computer copper corner cover cylinder danger daughter december differ dinner disaster "
    "earlier encounter engineer ever father feather fever fiber filter finger flower folder former further gather "
    "gender greater helicopter higher hour hours hunger inter ladder larger later layer leather letter liter liver "
    "longer lower lumber matter member merger meter minister mother murder never newspaper november number october "
    "offer officer older order other over paper partner peer pepper powder power prefer quarter reminder river "
    "roster rubber semester september shelter shoulder shower silver sister slender smaller stronger summer super "
    "tender theater thunder timber together tower transfer trigger trimester under upper volunteer water weather "
    "winter wonder younger".split()
)

# Last parts of which most compounds that vary are made: what a closed compound ends in, and an open one.
LAST_PARTS = frozenset(
    "back backs base bases based bin block board book books bound box break breaks bag balls ball bank beat bed boat "
    "borne care card cast child cut class crow craft day days dog down downs fall farm field fire fish flow free "
    "friendly front gate ground grade guard gun hand head held hearted high hill hold holder holders hole house "
    "houses hood keeper keepers land law layer less life lift light like line lines liner load lock long looking "
    "lord made mail maker makers making man mate mates mark market master men mill mind mine mines model mouth "
    "nap nut off offs out outs over overs owned owner owners page pages paper pass pay payer payers phone phones "
    "pick piece pin plan plane pod point points pole pool port post power print proof pull push race rail raiser "
    "raisers raising rate ring rise road room rooms run runner runners sail sale saver scape school screen set sets "
    "share sheet sheets ship shirt shop shot show side sighted sign site sites size skin sleeper smith space "
    "speaker spread stand standing star stick stock stop storm stream strike strikes string style table tail taker "
    "tax team term test tight time times tip tone top town trade track trap up ups wall ware wash watch water way "
    "ways wheel wide wife winner wise woman women wood work worker workers works world worn worthy wreck yard year "
    "years".split()
)
# Second words of compounds that are open or hyphenated, and seldom one word.
_SECOND_WORDS = frozenset(
    "centered centred cost cultural driven edge efficiency ended end factor fidelity focused generation growth hour "
    "income interest issue key level minute month only oriented party person price profile profit purpose quality "
    "range ranking related resolution rich risk scale sector security service sized source specific speed stage step "
    "technology tier traffic use value volume week".split()
)
# Nouns that end compounds of two nouns; what may be the verb of a clause (the team works) is not among them.
_NOUN_ENDS = frozenset(
    "base bases bed board boat book books box card cards care class craft day field fields file force frame friend "
    "graph ground guard house land life line mail market mate mates mill name page pages paper papers phone phones "
    "place plane point pool port road room rooms scape school schools screen script set sheet sheets ship shop side "
    "site sites space storm stream style suit system tail team time town track wall ware water way wheel wood word "
    "yard".split()
)
_DOERS = frozenset(
    "dealer dealers dresser dressers driver drivers dweller dwellers fighter fighters goer goers killer killers leader "
    "leaders lender lenders lover lovers player players seller sellers teacher teachers trader traders".split()
)
# More of them, which end fewer compounds.
_MORE_NOUN_ENDS = frozenset(
    "apple apples bag bags ball balls bell bells berry berries bird birds cake cakes cap caps chain chains chair "
    "chairs coat coats code codes cup cups dish dishes door doors dust fish flake flakes flower flowers fruit gear "
    "girl girls glass goal goals grass gun guns hat hats hole holes horse horses jar jars juice lace lamp lamps "
    "leaf maid maids map maps nail nails neck pad pads path paths pit pits plate plates pond ponds pot pots proof "
    "quake quakes rope ropes shell shells shoe shoes song songs stall stalls stone stones stool stools stove sword "
    "table tables tower towers tray trays tube tubes vine vines wing wings wire wires worm worms yards".split()
)
_LAST_PARTS = LAST_PARTS | _NOUN_ENDS | _DOERS | frozenset(_AGENTS)
CLOSED_ENDS = _LAST_PARTS | _MORE_NOUN_ENDS  # what ends a closed word that may stand open
LAST_WORDS = _LAST_PARTS | _SECOND_WORDS
# Words that are the first of no compound whatever follows.
NO_FIRST_WORDS = frozenset(
    "a an and are as at be been but for from had has have he her his if is it its me my of or our she that the their "
    "them these they this those to was we were what which who will with you your".split()
)
_SHORT = frozenset(
    "air arm bed bus car cut day dog ear end eye far fee fly gas gun hat hay hot ice ink jet job key law lay leg lip "
    "log low map man men mid mud net new nut off oil old one out pay pen pig pin pit pop pot put raw red run sea set "
    "sit six sky sub sun tax tea ten tie tip toe top toy tug two van war wax way web wet win zip".split()
)
_SUFFIXES = frozenset("able age ally hood king less ling most ring ship some ting ward wards wise".split())
_PRONOUNS = frozenset("any every no some what when where who how which there here".split())
# Words of a letter and a word: too short, or too like others, to be told by their parts.
_LETTERED = tuple(
    "ebike ebook ecigar ecommerce efiling egovern elearning email enewsletter ereader escooter esport tshirt uturn "
    "xray".split()
)
# Before these a verb and its particle stand as a noun or an adjective: the break-in, of run-off.
NOUN_LEADS = frozenset(
    "a an the this that these those its their his her our my your no any each every another some of in for "
    "with from by on after before during without about against under between into first second third last next "
    "new old big recent latest annual own other main former current".split()
)
_ADJECTIVES = frozenset(
    "bad best better big black blue bottom bright brown clean clear close cold common dark dead deep double dry early "
    "east far fast fine first flat free full gold golden good gray great green grey half hard high hot inner large "
    "last late left light live local long low lower main major middle minor mobile narrow national near new next north "
    "old open outer part poor private public quick rear red rich right round safe same sharp short silver single slow "
    "small smooth soft south special square strong sure thick thin top true upper warm weak west wet white whole wide "
    "wrong yellow young".split()
)
_ADJECTIVE_ENDS = ("ed", "ing", "ly", "al", "ic", "ous", "ive", "ful", "ble", "gest", "dest", "hest", "nest", "test")
_LEADING_ENDS = ("'s", "’s", "ing", "ed", "al", "ive", "ous", "ful", "ic", "ble")
PARTICLES = frozenset("about around away back by down in off on out over through together up".split())
_MOST_KNOWN = 50_000  # words whose verdict is kept


def is_agent(parts: Sequence[str]) -> bool:
    """Whether the compound names somebody who does something (decision-maker, policymaker). It is then a noun
    everywhere, so that its open form can be compared even if no noun follows."""
    last = parts[-1]
    if len(parts) == 1:
        return last.endswith(_AGENTS) and len(last) > 7
    return (
        len(parts) == 2
        and len(last) > 4
        and last.endswith(("er", "ers"))
        and last.removesuffix("s") not in _NO_AGENTS
        and parts[0] not in FUNCTION_WORDS
        and parts[0] not in COUNTS
    )


def is_noun_pair(parts: Sequence[str], before: str | None) -> bool:
    """Whether two words side by side are a compound of two nouns (a data set, the health care): no verb, no adjective,
    and in a noun phrase, to judge by the word before."""
    return (
        len(parts) == 2
        and (parts[1] in _NOUN_ENDS or parts[1] in _MORE_NOUN_ENDS)
        and before in NOUN_LEADS
        and may_be_noun(parts[0])
    )


def may_be_noun(word: str) -> bool:
    """Whether the first of two words that are one elsewhere may be a noun, and is no adjective: the data set, but not
    the green house."""
    return (
        len(word) > 2
        and word not in _ADJECTIVES
        and word not in FUNCTION_WORDS
        and word not in COUNTS
        and not word.endswith(_ADJECTIVE_ENDS)
    )


def may_be_verb(parts: Sequence[str], before: str | None) -> bool:
    """Whether words side by side may be a verb and its particle with an object to follow (they spin off units). The
    word before decides; None if there is none in the phrase."""
    if parts[-1] not in PARTICLES or before in NOUN_LEADS:
        return False
    return before is None or before == "helped" or not before.endswith(_LEADING_ENDS)


@lru_cache(_MOST_KNOWN)
def may_be_compound(word: str) -> bool:
    """Whether a closed word reads as two words or as a prefix and a word, so that another file may hyphenate it: email,
    startup, lifelong, subcommittee; not official, season, somewhere.

    It is judged by parts, not looked up, and remembers nothing but its own answers.
    """
    if word.startswith(_LETTERED):
        return True
    if len(word) < 6 or not word.isalpha() or word in FUNCTION_WORDS:
        return False
    from copylint.annotate.known_names import COMMON_WORDS

    singular = word[:-1] if word.endswith("s") and word[-2] not in "su" else word
    for at in range(2, len(word) - 1):
        head, rest = word[:at], singular[at:]
        if len(rest) < 2 or head in _PRONOUNS or rest in _SUFFIXES:
            continue
        known = rest in LAST_PARTS or word[at:] in LAST_PARTS
        if head in _VARYING and len(rest) > (5 if head == "pre" else 3) and (known or rest in COMMON_WORDS):
            return True
        if head == "re" and rest[0] in "iou" and rest in COMMON_WORDS:
            return True
        if known and (head in _SHORT if len(head) < 4 else head in COMMON_WORDS):
            return True
    return False


def is_code(key: str, written: str) -> bool:
    """Whether a form is a designation (M-3, U-S) and no word; key: its letters together."""
    if any(letter.isdigit() for letter in key):
        return not written[0].isdigit() or len(key) < 4
    return len(key) < 4 and all(len(part) == 1 for part in written.split("-"))


def bare(form: str) -> str:
    """The letters of a form alone."""
    return form.lower().replace("-", "").replace(" ", "")


def reshaped(written: str, shape: str, model: str, side: str) -> str | None:
    """A word in another shape, None if that cannot be told; `model`, a hyphenated form of it, tells where its parts
    meet."""
    if shape == CLOSED and side == HYPHENATED and not model.islower() and bare(model) == written.lower():
        return model  # a name with its capitals
    if shape == CLOSED:
        cuts, at = [], 0
        for part in model.split("-")[:-1]:
            at += len(part)
            cuts.append(at)
        if cuts[-1] >= len(written):
            return None
        parts = [written[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(written)], strict=True)]
    else:
        parts = written.replace("\n", " ").replace(" ", "-").split("-")
    if side == CLOSED and not written.isupper() and not is_code("", written):
        parts = [parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])]
    return {HYPHENATED: "-", CLOSED: "", OPEN: " "}[side].join(parts)
