"""One name in two spellings: Blavatnik three times, Blavatnick once."""

from __future__ import annotations

from copylint.annotate.near_names import cased, double_barrelled, near_names, places, swapped, swapped_acronyms
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from copylint.annotate.known_names import KnownNames
    from copylint.annotate.one_name import NamePair

_TIMES = {1: "once", 2: "twice"}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    near, turned, acronyms = near_names(document), swapped(document), swapped_acronyms(document)
    alike, halved = cased(document), double_barrelled(document)
    if not (near or turned or acronyms or alike or halved):
        return
    # Most articles need no more than this, and a run over few of them not even the modules.
    from copylint.annotate.known_names import known_names
    from copylint.annotate.one_name import NamePair, may_be_one

    known = known_names()
    found: list[tuple[str, ...]] = []
    for first, second in near:
        if may_be_one(document, first, second):
            pair = NamePair(document, known, first, second)
            if pair.is_one_name() and not _are_two(document, known, pair):
                found.append((pair.minor, pair.major))
    for first, second in turned:
        stand = places(document, first) and places(document, second)
        if stand and any(_of_a_person(document, form, known.given) for form in (first, second)):
            # The rarer is the slip, and of two as rare the later.
            found.append(tuple(sorted((first, second), key=lambda form: _rank(document, form))))
    found += [
        tuple(sorted(pair, key=lambda form: _rank(document, form))) for pair in alike if _is_cased(document, pair)
    ]
    for pair_of_acronyms in acronyms:
        if not all(places(document, form) for form in pair_of_acronyms):
            continue  # part of a longer word: "COIVD19", "CDRI.MI"
        minor, major = sorted(pair_of_acronyms, key=lambda form: _rank(document, form))
        if _is_slip_of(document, minor, major) and minor.lower() not in known.words:
            found.append((minor, major))
    for forms in _families(_told_once(document, found)):
        # The commonest is the other side, and where all are as common the side that a pair was judged to be.
        sides = {major for _, major in found}
        forms.sort(key=lambda form: (-len(places(document, form)), form not in sides, places(document, form)[0]))
        yield _match(document, forms)
    for whole, at, half, start in _halves(document, known) if halved else ():
        yield Match(
            Span(start, start + len(half)),
            (Evidence(Span(at, at + len(whole)), whole),),
            (whole,),
            slots={"told": f"'{half}', but '{whole}' elsewhere"},
        )


def _are_two(document: Document, known: KnownNames, pair: NamePair) -> bool:
    from copylint.annotate.two_names import are_two

    return are_two(document, known, pair.minor, pair.major, pair.same)


def _is_cased(document: Document, pair: tuple[str, str]) -> bool:
    from copylint.annotate.part_names import is_cased

    return is_cased(document, *pair)


def _halves(document: Document, known: KnownNames) -> Iterable[tuple[str, int, str, int]]:
    from copylint.annotate.part_names import halves

    return halves(document, known)


_LONG_ACRONYM = 5  # letters: of such as stand once each, shorter ones may well be two


def _is_slip_of(document: Document, minor: str, major: str) -> bool:
    """True if an acronym that stands once is one that stands twice, is long or explained, with two letters swapped."""
    once, often = len(places(document, minor)), len(places(document, major))
    if once != 1 or often == 0:
        return False
    explained = sum([f"({form})" in document.text for form in (minor, major)])
    return explained < 2 and (often > 1 or explained == 1 or len(minor) >= _LONG_ACRONYM)


def _told_once(document: Document, found: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The pairs without those of a double-barrelled name and its later half for one slip: Lopez-Allegria, Allegria."""
    dropped = []
    for whole in found:
        for half in found:
            # On a tie the sides of the half may be turned.
            if any(all(map(_is_half, sides, whole)) for sides in (half, half[::-1])):
                slip = next(form for form in half if _is_half(form, whole[0]))
                dropped.append(half if _within(document, slip, whole[0]) else whole)
    return [pair for pair in found if pair not in dropped]


def _is_half(half: str, whole: str) -> bool:
    return whole.endswith("-" + half)


def _within(document: Document, half: str, whole: str) -> bool:
    """True if the half stands nowhere but in the whole."""
    return {start + len(whole) - len(half) for start in places(document, whole)} >= {*places(document, half)}


def _families(found: list[tuple[str, ...]]) -> list[list[str]]:
    """All spellings of each name."""
    families: list[list[str]] = []
    for pair in found:
        joined = [family for family in families if not set(pair).isdisjoint(family)]
        families = [family for family in families if family not in joined]
        families.append([*dict.fromkeys([form for family in joined for form in family] + [*pair])])
    return families


def _rank(document: Document, form: str) -> tuple[int, int]:
    standing = places(document, form)
    return len(standing), -standing[0]


def _of_a_person(document: Document, form: str, given: Container[str]) -> bool:
    """True if a given name or a title stands before a form: of two places ("Berlin-Paris") either may come first."""
    from copylint.annotate.people import TITLES, neighbours, plain

    lefts = [plain(neighbours(document, start, form)[0]) for start in places(document, form)]
    return any(left in TITLES or left in given for left in lefts)


def _match(document: Document, forms: list[str]) -> Match:
    """The spellings of one name, the commonest first: the last is the finding, whatever else stands is evidence."""
    counts = {form: len(places(document, form)) for form in forms}
    major, minor = forms[0], forms[-1]
    spans = {form: [Span(start, start + len(form)) for start in places(document, form)] for form in forms}
    evidence = [Evidence(span, form) for form in forms for span in spans[form] if span != spans[minor][0]]
    evidence.sort(key=lambda one: one.place)
    # On a tie either may be the slip: both spellings are offered.
    tied = [form for form in forms if counts[form] == counts[major]]
    if len(tied) == len(forms):
        told = f"{_listed([_quoted(form) for form in forms])}, {_times(counts[minor])} each"
    else:
        each = {form: f"{_quoted(form)} {_times(counts[form])}" for form in reversed(forms)}
        rarer = _listed([each[form] for form in each if form not in tied])
        told = f"{rarer}, but {_listed([each[form] for form in tied])}"
    if minor == f"{major}s" and len(tied) < len(forms) and _lacks_apostrophe(document, spans[minor]):
        tied = [f"{major}’s" if "’s" in document.text else f"{major}'s", *tied]
    return Match(
        spans[minor][0],
        tuple(evidence),
        tuple(tied),
        slots={"told": told},
        counts={form: counts[form] for form in reversed(forms)},
    )


_OWNED = expression(
    r" (?!(?:and|or|but|was|were|is|are|has|had|have|will|would|said|says|told|who|in|on|at|of|to|by)\b)[a-z]"
)


def _lacks_apostrophe(document: Document, spans: list[Span]) -> bool:
    """True if what somebody has may follow each: "Lampards squad", where Lampard's is meant."""
    text = flowed(document)
    return all(_OWNED.match(text, span.end) for span in spans)


def _quoted(form: str) -> str:
    return f"'{form}'"


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _times(count: int) -> str:
    return _TIMES.get(count, f"{count} times")


RULE = Rule(
    summary="One name spelt in two ways.",
    why=(
        "The reader wonders whether there are two people, and whoever is named will not forgive it. Names are what "
        "newspapers correct most."
    ),
    message="{told}: is it one name?",
    check=check,
    examples=(
        Example(good="The EU-India deal is near. What the India-EU talks bring is open.", why="Two sides of a treaty."),
        Example(
            good="COVID is back: COVID was here. They spoke of COVID, and of COIVD19 in May.", why="Part of a word."
        ),
        Example(
            good="Lee Chung Fui and Thong Ching Boon were fined. Baey Yam Keng and Andrew Khng will lead it; Sete Brasil "
            "Participacoes has its seat in Brazil.",
            why="Other people, and a name in another language.",
        ),
        Example(
            bad=(
                "The oligarch Dmitri <evidence>Kovalchik</evidence> spoke first. <mark>Kovalchick</mark> denied it, and "
                "<evidence>Kovalchik</evidence> will appeal."
            ),
        ),
        Example(
            bad="The <evidence>NTSB</evidence> sent a team. The <mark>NTBS</mark> will report to the <evidence>NTSB</evidence>.",
        ),
        Example(
            good="IRAN SAYS IT WON\n\nIran has won, IRNA said. IRNA is its agency. The CPSC (CPSC) and the CSPC (CSPC) met. The "
            "CPSC won; the ANAB lost to the ABNA.",
            why="A name in capitals; each explained, or once each.",
        ),
        Example(
            bad="Police named her as Ama <evidence>Boateng</evidence>. Neighbours said Ms <mark>Baoteng</mark> was kind.",
        ),
        Example(
            bad=(
                "Colonel <evidence>Gaddafi</evidence> spoke. Rebels said <evidence>Gaddafi</evidence> had fled, and the "
                "aides of <mark>Qaddafi</mark> denied it."
            ),
        ),
        Example(
            bad=(
                "The boy, Carl <evidence>Walker-Hoover</evidence>, was eleven. A teacher said "
                "<mark>Hoover-Walker</mark> had been unhappy."
            ),
            why="The two halves of the name have changed places.",
        ),
        Example(
            bad="The widow, Rachel <evidence>Varley</evidence>, spoke. Ms <mark>Varney</mark> wept, and Rachel <evidence>Varley</evidence> left.",
            why="Both are surnames, but nobody introduces Ms Varney.",
        ),
        Example(
            bad="Chairman John <evidence>Marlers</evidence> told them so. <mark>Marler</mark> said it twice, and <evidence>Marlers</evidence> sat down.",
            why="After a given name stands a surname.",
        ),
        Example(
            bad="Firefighters from <evidence>Massachusetts</evidence> came. In <mark>Massachusets</mark> it rained, and <evidence>Massachusetts</evidence> was cold.",
        ),
        Example(
            bad="Aides said that <evidence>Gaddafi</evidence> had left. Rebels saw Mr <mark>Qadhafi</mark>, and <evidence>Gaddafi</evidence> spoke.",
            why="Two letters differ, one sound does not.",
        ),
        Example(
            bad="Troops left <evidence>Nuremburg</evidence>. The mayor of <evidence>Nuremburg</evidence> cheered, and <mark>Nuremberg</mark> slept.",
        ),
        Example(
            bad=(
                "The boxer Luz <evidence>Ibarrola-Quesada</evidence> won. Ms <mark>Ibarrola-Quesadda</mark> slept, and "
                "<evidence>Ibarrola-Quesada</evidence> went home."
            ),
            why="One slip is told once, not of the whole name and of its half.",
        ),
        Example(
            bad=(
                "The boxer Luz <evidence>Ibarrola</evidence> won. Ms <evidence>Ibarolla</evidence> slept. Her coach said "
                "that <evidence>Ibarrola</evidence> was tired. Ms <mark>Ibarola</mark> went home."
            ),
            why="Three spellings of one name are one finding.",
        ),
        Example(
            bad=(
                "Men of Al <evidence>Rashaba</evidence> came. Al <evidence>Rashaba</evidence> took the port, and Al "
                "<evidence>Rashaba</evidence> left it. Al-<mark>Rashabba</mark> has few friends."
            ),
            why="The article is joined to the name once.",
        ),
        Example(
            good="Iraq said that Iraqi troops and the Mifsud family, the Mifsuds, were safe.",
            why="Inflections.",
        ),
        Example(
            good="Oleg Petrov and his wife, Anna Petrova, live there.",
            why="A surname has a gender in Russian.",
        ),
        Example(good="Mohammed Karzai met Mohamed Salim in Cairo.", why="Two people."),
        Example(good="Michel Barnier wrote to Michael Gove.", why="Two people."),
        Example(good="He flew from Austria to Australia by way of Iran and Iraq.", why="Two places."),
        Example(
            good="Rachel Varley met Owen Varney. Mr Varney wept, and Ms Varley spoke of Mr Varney.", why="Two people."
        ),
        Example(
            good="Ellen Varley, the lawyer, sued. Varley and Varney are partners, and Varley won.",
            why="Named together.",
        ),
        Example(good="Nguyen Van Thanh met Nguyen Van Thang. Thanh is a cook and Thang drives.", why="Two people."),
        Example(
            good="Paolo Greco sang. He and Paola Greco are twins, and Paolo Greco plays too.", why="A man and a woman."
        ),
        Example(
            good="In Brazil it rained. A clerk of the Banco do Brasil said so, and Brazil was wet.",
            why="A name in its own language.",
        ),
        Example(
            good="Owen Regan, President Reagan's chief of staff, spoke. Later Regan left.", why="An office introduces."
        ),
        Example(good="Mr Chen thanked Mr Cheng. Chen Guang and Cheng Li are friends.", why="Each named again."),
        Example(
            good="Kensington is rich. Flats in Kensington cost more than in Kennington, and Kennington is far.",
            why="Each named again.",
        ),
        Example(good="Speakers came to RustCon from RustConf, and RustConf was full.", why="Two brands."),
        Example(good="The Koreas met. South Korean envoys ate with Koreans from the North.", why="Inflections."),
        Example(
            good="Runners met at the Persiad in Shiraz. Persian teams won, and the Persian record fell.",
            why="A thing and the adjective of a place.",
        ),
        Example(
            bad="A <mark>Persiam</mark> carpet was sold. <evidence>Persian</evidence> carpets are dear, and "
            "<evidence>Persian</evidence> rugs too.",
            why="Before a noun it can only be the adjective.",
        ),
        Example(
            good="Assistant District Attorney Patricia McAlder led the case. Assistant District Attorney Patrick O’Hanlon "
            "helped her.",
            why="Two people, of whom one has an apostrophe in the surname.",
        ),
        Example(
            good="Hawaiʻi has islands. The Kaʻū coast of Hawaiʻi is dry. Lena Corbettâ\x80\x99s bill failed, said Lena Corbett. "
            "Fire at Imperial Beac...\n\nA fire broke out at Imperial Beach.",
            why="A letter that has no capital, a broken apostrophe and a link that is cut short.",
        ),
        Example(
            good="Julian Speroni kept goal. What came out was 'Saproni', and Speroni laughed. On the file stood 'Tim Davey "
            "[Sic]'; Tim Davie smiled, and Mr Davie left.",
            why="A word that is told as a word.",
        ),
        Example(
            good="Mitch Larkin wrote from Flint, Mich., where it snowed, said Mitch Larkin.", why="A state, shortened."
        ),
        Example(
            bad="Frank <evidence>Corbett</evidence> spoke. Frank <mark>Corbetts</mark> squad trained, and Frank "
            "<evidence>Corbett</evidence>'s plan held.",
            why="An apostrophe may be lost: 'Corbett's' is offered too.",
        ),
        Example(
            good="The cartoonist Jean Cabut, known as Cabu, drew it. The Intranet of the firm is no part of the Internet.",
            why="A name that is told, and two nets.",
        ),
        Example(
            bad="<evidence>Strathvairn</evidence> have parted with their coach. <mark>Strathvarin</mark> have not won since May.",
            why="Both begin a sentence, and no list has either.",
        ),
        Example(
            good="His grandfather, Abraham Steinmann, came in 1904. A clerk wrote the name as Steinman, and Steinman it "
            "stayed.",
            why="The article tells of both.",
        ),
        Example(
            bad="The crime writer Eva <evidence>Lindqvist</evidence> has won. The new <mark>Lindquist</mark> is funny, and "
            "<evidence>Lindqvist</evidence> sells well.",
        ),
        Example(
            good="He works at Velkom in Bandung. Shares of Velekom Malaysia fell.", why="A longer name is another's."
        ),
        Example(good="Men came to Shunggai by train. A ship from Sungyai sank in May.", why="Two places."),
        Example(
            good="Fire broke out at the Arbela police post. Swimmers fled Arbola beach at dusk.", why="Two places."
        ),
        Example(
            bad="Ada <evidence>Zarkowitz</evidence> spoke to the miners. Later <mark>Zerkowits</mark> wept.",
            why="Two edits of the ear, and nobody else is introduced.",
        ),
        Example(
            bad="Mr <evidence>Hadeburo</evidence> rose, Mr <evidence>Hadeburo</evidence> spoke and Mr"
            " <mark>Habeduro</mark> sat down.",
            good="Mr Hadeburo rose, Mr Hadeburo spoke and Mr Hadeburo sat down.",
        ),
        Example(good="In Riverside County the Country Club burnt down.", why="Two words."),
        Example(
            good="Italy loves Italo disco. Walkers on Snowdon slept in Snowdonia. He Googled it; Google knew. The Emirates"
            " sent two Emiratis.",
            why="What is made of a name.",
        ),
        Example(
            good="The E-team won. The A-team of Kent lost in a Covid-secure, or Covid-secured, hall.", why="Compounds."
        ),
        Example(
            good="Ministers of the Association of Southeast Asian Nations (Asean) met. An Asian bank pays for Asean.",
            why="What a name is shortened to.",
        ),
        Example(
            good="Dr Li Kwok-tung met Dr Yuen Kwok-yung in Shuto, a port of the south of the South.", why="Four names."
        ),
        Example(good="They sang in Venice. Then La Fenice burnt down in Venice.", why="One has an article."),
        Example(
            good="Ada Martin, a minister, opened a school in Marton, and Ms Martin spoke.", why="A place and a person."
        ),
        Example(
            good="Mr Obi rang Venus Williams. William Easterly, a banker, said that Williams would play.",
            why="A surname and a given name.",
        ),
        Example(
            bad="Judge <evidence>Mark</evidence> Rosen sat down. Judge <mark>Marc</mark> Rosen had heard enough of Judge "
            "<evidence>Mark</evidence> Rosen.",
        ),
        Example(good="Marion Rowe and her son Marlon Rowe were rescued.", why="Two people of one family."),
        Example(good="The minister, Hessa bint Essa Lootah, spoke.", why="Two names of one person."),
        Example(
            good="Harlan is here, and Harlan wins. A very Harlany mood reigns, and they Harlaned the vote.",
            why="What is made of a name.",
        ),
        Example(bad="Ada <evidence>Rollis</evidence> led the appeal. Mr <mark>Rolliss</mark> lost.", why="No plural."),
        Example(good="Owen Harlan won. We need more Owen Harlans, he said. Owen Harlan left.", why="A plural."),
        Example(
            good="This version corrects the name to Ingrid Solberg, not Solbergh. Solberg smiled. “Thank you, Solburg [sic],” "
            "he wrote. An earlier version misspelled her surname as Solbarg.",
            why="The article speaks of the spelling.",
        ),
        Example(
            good="Senator Ellen Moore Capitell spoke at the Capitol. Later the Capitol was shut.",
            why="A person, and a thing with an article.",
        ),
        Example(
            good="A US-based firm met a UK-based one. Russia-linked bots and Russian-linked ones wrote to them.",
            why="Compounds, no names.",
        ),
        Example(
            good="In Hong Kong it rained. Hong Kong closed, and Hong Kong slept. Then Kang Huilin spoke on the news.",
            why="Each in its own name.",
        ),
        Example(
            good="The Associated Press was there. He told Agence France-Presse that he had left.",
            why="A word, and the word of another language.",
        ),
        Example(good="Kim Jong Un met Kim Sang Duk, and Kim Jong Un left.", why="One family, two people."),
        Example(good="The Governor-General spoke. Two Governors-General have died since 1990.", why="A plural."),
        Example(good="I was in Germ- — in Germany, and Germany was cold.", why="What somebody broke off."),
        Example(good="Rep. Lois Frankel spoke for the bill. Rep. Lisa Blunt wept.", why="Two people."),
        Example(good="In Korea it rained. The American Nelly Korda won by a shot.", why="A land and a person."),
        Example(
            good="A man named Colin Goodman wrote to many. Goodman could move the price. Ann worked at Goldman Sachs.",
            why="A person, and a firm of another name.",
        ),
        Example(
            good="It is on Facebook Video. Facebook Video is new. They watch it on Vimeo.",
            why="A word of many titles.",
        ),
        Example(
            good="Bill Pugh spoke, and Pugh won. Later David Dixon-Peugh left.",
            why="Half of a double-barrelled name, after another given name.",
        ),
        Example(
            good="In Africa it rained; Africa sang. Newsroom Afrika reported it.",
            why="A name in another language.",
        ),
        Example(
            good="Cory Hooker spoke. Her golden retriever Hooper barked. Shares of Telcel rose, and those of Teltel fell.",
            why="No finger and no ear takes one of the letters for the other.",
        ),
        Example(
            good="She studied at Stanford. Mark Sanford lost the vote. Rice came from Santa Sophia, and Sophie ate it.",
            why="A place, and a person who is named later; a saint.",
        ),
        Example(
            good="The news came from Brazil. TV Globo Brasil has confirmed it, and Brazil waits.",
            why="Part of a longer name, in another language.",
        ),
        Example(
            good="Sir Abdul Rehman Quill, whose grandfather Abdul Rahman Quill ran the mill, spoke. Rehman Quill left.",
            why="A relative.",
        ),
        Example(
            good='The plaque had Grifiths instead of Griffiths, and a card said "Grifith". Ada Griffiths smiled.',
            why="The article tells of the slip.",
        ),
        Example(
            good="Omar Hamad wrote to the envoys. Hamas will answer, he said, and Hamas is in no hurry.",
            why="A person and a party.",
        ),
        Example(
            good="The Bell\u200bs rang. Ada Bells and Ben Bells heard it.",
            why="A mark inside a word that has no width.",
        ),
        Example(good="Percy Hassack known as Hassock rowed, and Hassack won.", why="The article tells it."),
    ),
)
