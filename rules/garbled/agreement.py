"""A verb that does not agree with its subject: 'the ministers was', 'he have'."""

from __future__ import annotations

from copylint.annotate.quotations import is_quoted
from copylint.annotate.sentences import sentence_at
from copylint.annotate.word_places import pair_places
from copylint.annotate.words import flowed
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# Plurals that are nothing but plurals: no sums (two miles is), no fields, offices or titles (politics, services, guards
# of honour), no verbs (plans, talks).
_MANY = frozenset(
    "people men women children ministers players residents officials workers students doctors nurses teachers "
    "leaders soldiers protesters voters passengers farmers parents families companies countries prices schools "
    "houses homes cars buildings roads shops victims witnesses officers councillors lawyers investors detectives "
    "jurors drivers pupils patients neighbours neighbors shareholders directors candidates politicians firefighters "
    "troops refugees migrants tourists visitors suspects gunmen businesses firms banks critics campaigners analysts "
    "economists experts scientists researchers results proposals attacks figures problems questions cases deaths "
    "injuries girls boys lawmakers emails findings groups allegations parties courts strikes sanctions senators "
    "negotiations tariffs measures payments restrictions policies incidents authorities threats accusations messages "
    "cities weapons reforms activists journalists videos rebels reporters bodies employees donors militants "
    "shootings networks stores arrests speeches districts insurers subsidies advisers advisors organisations "
    "organizations demonstrators legislators facts boards agencies hospitals judges complaints missiles helicopters "
    "flights colleges inmates guns letters paintings communities facilities bridges trains buses planes ships boats "
    "flats apartments streets villages islands rivers floods storms winds crops animals dogs horses cows birds trees "
    "windows doors walls bags phones computers customers clients volunteers rescuers paramedics pilots sailors "
    "singers actors artists musicians writers authors scholars priests bishops nuns tenants landlords builders "
    "engineers miners clubs stadiums teams coaches referees supporters spectators riders runners swimmers winners "
    "losers brothers sisters friends couples twins relatives sons daughters wives husbands mothers fathers "
    "grandparents hosts documents papers files books songs films photographs pictures images adverts advertisements "
    "signs tickets meetings elections votes debates hearings trials appeals charges convictions sentences raids "
    "searches inquiries investigations studies surveys tests vaccines drugs medicines treatments symptoms infections "
    "bills taxes wages salaries pensions benefits grants loans debts profits losses shares dividends bonuses costs "
    "fees fines vacancies contracts deals agreements mergers factories plants mines farms offices warehouses".split()
)
# Of what there is one, and which no team, firm or body is. Not what others' verbs stand behind all the time: "those in
# the house are".
_ONE = frozenset(
    "minister player resident official worker student doctor nurse teacher leader soldier protester voter passenger "
    "farmer car building road shop victim witness officer councillor lawyer investor driver pupil patient "
    "neighbour neighbor director candidate politician tourist visitor suspect gunman man woman mayor judge spokesman "
    "spokeswoman boy girl report decision attack proposal problem death governor senator site error idea article "
    "reality move answer truth poll letter measure situation virus meeting ruling forecast event lawsuit message "
    "legislation survey statement video speech announcement argument hearing claim incident study trend figure "
    "strategy approach person dispute episode book threat crisis project resolution storm risk moment email shutdown "
    "rule film trial outcome amendment document bridge train bus plane ship boat river fire "
    "flood tax price strike murder killing crash accident vehicle lorry truck dog horse cat tree door window bag "
    "phone computer song painting picture photograph match game bomb explosion blast contract "
    "merger".split()
)
# Those that begin a sentence without an article and are no name then, as "Jobs was" may be one.
_BARE = frozenset(
    "people men women children ministers players residents officials workers students doctors nurses teachers leaders "
    "soldiers protesters voters passengers farmers prices results detectives witnesses lawmakers critics "
    "analysts economists experts scientists researchers firefighters politicians investors councillors drivers pupils "
    "patients campaigners companies businesses houses schools shops tickets negotiations demonstrators activists".split()
)
_SPEAKERS = (
    "people men women residents officials workers students players voters experts analysts critics ministers".split()
)
_THINKS = "says believes wants thinks knows seems goes gets takes".split()
_PERSONS = {
    "he": "have are were say want think believe".split(),
    "she": "have are were say want think believe".split(),
    "it": "have are say".split(),
    "they": "was is has does says wants thinks believes been".split(),
    "we": "was is has does wants thinks believes been".split(),
}
_COUNTS = "two three several many".split()
_OF_MANY = frozenset(
    [(noun, verb) for noun in _MANY for verb in ("was", "is", "has")]
    + [(noun, verb) for noun in _SPEAKERS for verb in _THINKS]
)
_OF_ONE = frozenset((noun, verb) for noun in _ONE for verb in ("were", "have"))
_OF_PERSON = frozenset((person, verb) for person, verbs in _PERSONS.items() for verb in verbs)
_THERE = frozenset((("there", "was"),))
_PAIRS = _OF_MANY | _OF_ONE | _OF_PERSON | _THERE

# What stands between the beginning of a clause and the subject: nothing that the verb could belong to, as it does in "a
# list of the ministers was".
_MODIFIER = (
    r"(?!(?:of|in|for|and|or|nor|to|with|by|from|on|at|as|among|between|who|whom|that|which|whose|is|was|are|were|be|been"
    r"|has|have|had|than|like|about|over|under|after|before|behind|against|without|within|around|during|through|near|across"
    r"|into|onto|off|out|up|down|towards?|via|until|since|per|because|along|inside|outside|the|an?|its|his|her|their|our|my"
    r"|your|he|she|it|they|we|you|if|what|where|when|how|why|but|not|one|said|says|way)\b)[a-z][a-z-]+"
)
_MODIFIERS = (
    rf"(?:{_MODIFIER} )?(?:{_MODIFIER}(?<!ing) )?"  # "the falling oil prices", but not "the law covering banks"
)
# The end of what stands before a sentence, or before a clause that goes on in it.
_SENTENCE = r"(?:^|[.!?]['\"”’)]* |\n)"
_BEGINS = rf"(?P<begins>{_SENTENCE}|\b(?:said|says|that|because|but|while|although|though) )"
_MANY_FIRST = expression(
    rf"{_BEGINS}(?:[Tt]he(?: two| three| four| five)?|[Tt]hese|[Tt]hose|[Mm]any|[Ss]everal|[Mm]ost|[Ss]ome|[Bb]oth)"
    rf" {_MODIFIERS}\Z"
)
_BARE_FIRST = expression(rf"(?P<begins>{_SENTENCE}|\b(?:that|because|but|while|although|though) )\Z")
_ONE_FIRST = expression(rf"(?P<begins>{_SENTENCE})(?:The|A|An|This|That) {_MODIFIERS}\Z")
_PERSON_FIRST = expression(rf"(?P<begins>{_SENTENCE}|\b(?:because|but|said|says) )\Z")
_LONGEST = 60  # code points before a subject
_COUNTED = expression(rf" (?:{'|'.join(_COUNTS)}) (?:of )?(?P<near>[a-z]+)(?: (?P<next>[a-z]+))?\b")


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for span in pair_places(document, _PAIRS):
        subject, _, verb = text[span.start : span.end].partition(" ")
        if not (subject[1:] + verb).islower() or text[span.end : span.end + 1] in ("-", "'", "’"):
            continue  # a line in capitals, a compound
        first = _first(text, span, subject, (subject.lower(), verb))
        if first is None:
            continue
        sentence = sentence_at(document, span.start)
        # What seems to begin a sentence may stand behind an abbreviation: "likely U.S. voters".
        if (
            sentence is not None
            and (first == sentence.start or text[first - 2].isalpha())
            and not text[sentence.start : sentence.end].rstrip("\"'”’)").endswith("?")
            and not is_quoted(document, span)
        ):
            yield Match(span)


def _first(text: str, span: Span, subject: str, pair: tuple[str, str]) -> int | None:
    """Where the clause or the sentence begins that has the subject first, None if it does not have it first."""
    near = max(span.start - _LONGEST, 0)
    if pair in _THERE:
        counted = _COUNTED.match(text, span.end)
        if counted is None or (
            counted["near"] not in _MANY and (counted["next"] not in _MANY or counted["near"].endswith("s"))
        ):
            return None
        return span.start
    if pair in _OF_ONE:
        before = _ONE_FIRST.search(text, near, span.start)
    elif pair in _OF_PERSON:
        before = _PERSON_FIRST.search(text, near, span.start)
    else:
        before = _MANY_FIRST.search(text, near, span.start) if subject.islower() else None
        if before is None and pair[0] in _BARE:
            before = _BARE_FIRST.search(text, near, span.start)
    return None if before is None else before.end("begins")


RULE = Rule(
    summary="A verb that does not agree with its subject: 'the ministers was', 'he have'.",
    why="One of the two was changed and the other was not. It is told where the subject begins its sentence or its clause,"
    " so that the verb can belong to nothing else.",
    message="'{match}': the subject and the verb do not agree.",
    check=check,
    severity="error",
    gate=Gate(
        pairs=(
            *sorted(map(" ".join, _PAIRS - _THERE)),
            *(f"there was {count}" for count in _COUNTS),
        )
    ),
    examples=(
        Example(bad="The <mark>ministers was</mark> late. She said that some young <mark>players has</mark> left."),
        Example(
            bad="<mark>He have</mark> a house, but <mark>they has</mark> two. The old <mark>road were</mark> shut."
        ),
        Example(
            bad="<mark>There was</mark> three men on it. <mark>Residents was</mark> told, because <mark>prices is</mark> up."
        ),
        Example(
            bad="Many <mark>people believes</mark> it, and she said <mark>they was</mark> right. <mark>They been</mark> here."
        ),
        Example(
            good="A list of the ministers was read. The price of homes is up, and the man in charge of schools has left. Among"
            " the victims was a child. One of the players has a plan, and the number of cases is small. Raising prices is"
            " hard. The law covering banks is old. What the residents want is rest, and the help parties has-been stars get.",
            why="The verb belongs to another noun.",
        ),
        Example(
            good="Did he have a house? If the minister were to go, so would we. She asked that he have a lawyer. Let it have"
            " time: as it were. All they are is late, and the singular they is old. Jobs was ill, and The Villages is a town."
            " There was two hours to go. There is many a slip. The man and the woman were late.",
            why="Questions, wishes, names, sums.",
        ),
        Example(good='"They was always late," he said. "The players was late, and he have no house."', why="Speech."),
        Example(
            good="The school have won the cup. The village were out in force, and the factory have agreed to it.",
            why="The people of it.",
        ),
        Example(good="Likely U.S. voters was the sample's name. THE PLAYERS WAS LATE.", why="No new sentence."),
    ),
)
