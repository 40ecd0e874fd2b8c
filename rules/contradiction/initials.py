"""Letters that stand for a name and have its initials in another order: National Transport Safety Board (NSTB)."""

from __future__ import annotations

from copylint.annotate.abbreviations import bracketed, capitals_before, definitions
from copylint.annotate.words import token_set
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_FEWEST = 3  # letters
_TELLING = 4  # letters, whose order tells a slip by itself


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    brackets = bracketed(document)
    if not brackets:
        return
    text, defined = document.text, definitions(document)
    for bracket, short in brackets:
        letters = text[short.start : short.end]
        if len(letters) < _FEWEST or letters in defined or not (letters.isalpha() and letters.isupper()):
            continue
        name = capitals_before(text, bracket, len(letters))
        initials = "".join([text[word.start] for word in name])
        if not name or initials == letters or sorted(initials) != sorted(letters):
            continue
        if initials.lower() in token_set(document) or _are_swapped(letters, initials):
            whole = Span(name[0].start, name[-1].end)
            yield Match(short, (Evidence(whole, text[whole.start : whole.end]),), suggestions=(initials,))


def _are_swapped(one: str, two: str) -> bool:
    """True if two neighbours behind the first letter have changed places. The letters of a name that is translated
    have another order too, but mostly from the first one on: the Revolutionary Armed Forces of Colombia (FARC)."""
    apart = [at for at in range(len(one)) if one[at] != two[at]]
    return len(one) >= _TELLING and apart[0] > 0 and apart[-1] - apart[0] == 1


RULE = Rule(
    summary="Letters in brackets that are the initials of the name before them in another order.",
    why="Two letters have changed places, or two words have.",
    message="'{match}' stands for a name whose initials are {suggestion}.",
    check=check,
    severity="suggestion",
    fix="unsafe",
    quotations="skip",
    gate=Gate(marks=("(",)),
    examples=(
        Example(
            bad="The <evidence>Northern Estuary Rescue Board</evidence> (<mark>NREB</mark>) sent two boats.",
            good="The Northern Estuary Rescue Board (NERB) sent two boats.",
        ),
        Example(
            bad="The <evidence>Board of Port Inspectors</evidence> (<mark>BIP</mark>) met. The BPI meets again in May.",
            good="The Board of Port Inspectors (BPI) met. The BPI meets again in May.",
        ),
        Example(
            good="The Social Democratic Party (SPD) won. The Estuary Rescue Board (ERB), the Office of the Port (OOTP) and "
            "the Port Workers’ Union in Lisbon (UTP) did not vote. The Ports Authority, North East Coast (NPECA) met, and "
            "so did the Armed Front of Porto Novo (FAPN).",
            why="Names of other languages keep the order of their own.",
        ),
    ),
)
