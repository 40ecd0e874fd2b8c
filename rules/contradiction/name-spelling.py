"""One name in two spellings: Blavatnik three times, Blavatnick once."""

from __future__ import annotations

from collections.abc import Container, Iterable

from copylint.annotate.near_names import near_names, places, swapped
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Match, NoOptions, Rule

_TIMES = {1: "once", 2: "twice"}


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    near, turned = near_names(document), swapped(document)
    if not (near or turned):
        return
    # Most articles need no more than this, and a run over few of them not even the modules.
    from copylint.annotate.known_names import known_names
    from copylint.annotate.one_name import NamePair, may_be_one

    known = known_names()
    found: list[tuple[str, ...]] = []
    for first, second in near:
        if may_be_one(document, known, first, second):
            pair = NamePair(document, known, first, second)
            if pair.is_one_name():
                found.append((pair.minor, pair.major))
    for first, second in turned:
        stand = places(document, first) and places(document, second)
        if stand and any(_of_a_person(document, form, known.given) for form in (first, second)):
            # The rarer is the slip, and of two as rare the later.
            found.append(tuple(sorted((first, second), key=lambda form: _rank(document, form))))
    found.sort(key=lambda pair: -len(places(document, pair[1])))  # of two forms like one the commoner is the other side
    told = set()
    for minor, major in found:
        if minor not in told:
            told.add(minor)
            yield _match(document, minor, major)


def _rank(document: Document, form: str) -> tuple[int, int]:
    standing = places(document, form)
    return len(standing), -standing[0]


def _of_a_person(document: Document, form: str, given: Container[str]) -> bool:
    """True if a given name or a title stands before a form: of two places ("Berlin-Paris") either may come first."""
    from copylint.annotate.people import TITLES, neighbours, plain

    lefts = [plain(neighbours(document, start, form)[0]) for start in places(document, form)]
    return any(left in TITLES or left in given for left in lefts)


def _match(document: Document, minor: str, major: str) -> Match:
    spans = [Span(start, start + len(minor)) for start in places(document, minor)]
    others = [Span(start, start + len(major)) for start in places(document, major)]
    evidence = [Evidence(span, minor) for span in spans[1:]] + [Evidence(span, major) for span in others]
    evidence.sort(key=lambda one: one.place)
    tied = len(spans) == len(others)
    # On a tie either may be the slip: both spellings are offered.
    told = (
        f"'{major}' and '{minor}', {_times(len(spans))} each"
        if tied
        else f"'{minor}' {_times(len(spans))}, but '{major}' {_times(len(others))}"
    )
    return Match(
        spans[0],
        tuple(evidence),
        (major, minor) if tied else (major,),
        slots={"told": told},
        counts={minor: len(spans), major: len(others)},
    )


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
        Example(
            bad=(
                "The oligarch Dmitri <evidence>Kovalchik</evidence> spoke first. <mark>Kovalchick</mark> denied it, and "
                "<evidence>Kovalchik</evidence> will appeal."
            ),
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
        Example(good="In Riverside County the Country Club burnt down.", why="Two words."),
    ),
)
