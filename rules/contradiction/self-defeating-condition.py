"""An act that depends on the same act: "will not withdraw unless it withdraws"."""

from __future__ import annotations

from copylint.annotate.clauses import Act, Condition, Phrase, conditions
from copylint.annotate.verbs import FAMILIES
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

# In "withdraw troops if they withdraw" the troops do what is done to them, and nobody can do it to the troops of others:
# unlike disarm, disperse, expel or close, which can be forced on those who do not do it.
_RETREAT_OTHERS = frozenset(
    {"withdraw", "pull out", "pull back", "pull away", "draw back", "move out", "call back", "call home", "bring back",
     "bring home", "recall", "redeploy"}
)  # fmt: skip
_RETREAT_SELF = frozenset(
    {"withdraw", "retreat", "pull out", "pull back", "pull away", "fall back", "draw back", "move out", "go home",
     "leave", "get out", "depart", "redeploy", "return", "come home", "come back", "go back"}
)  # fmt: skip
# Acts that nobody else could do instead: a deadline for them is no deadline for others.
_OWN_ACTS = frozenset(
    {"bring in", "call in", "send in", "hire", "recruit", "introduce", "impose", "raise", "launch", "sign", "ratify",
     "sack", "fire", "dismiss", "lay off", "expel", "deport", "extradite"}
)  # fmt: skip
# Verbs that say too little to be an act of their own.
_LIGHT = frozenset("be have do get make take go come say see know think feel want need try use let keep work".split())

# What may follow the second verb without narrowing it: a time, or where from.
_TIME = frozenset(
    "by before within immediately first now soon today tomorrow tonight next this on monday tuesday wednesday thursday "
    "friday saturday sunday he she it they said".split()
)
_TELLING = frozenset("told tell tells urged urge asked warned ordered".split())
_THE = frozenset("the its his her their this that these those".split())
_PLACES = frozenset(
    "region area territory country city town province district zone valley border there it them post job role office "
    "position".split()
)


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    for condition in conditions(document):
        if not _circular(condition):
            continue
        if condition.act.passive or condition.main.passive:
            same = _same_passive(condition)
        else:
            same = _same_actor(document, condition) or _acts_on_the_actor(document, condition)
        if same:
            main, act = condition.main, condition.act
            whole = Span(min(main.span.start, condition.span.start), max(main.span.end, condition.span.end))
            text = document.text
            halves = sorted(((main.span, "the act"), (condition.span, "its condition")), key=lambda half: half[0])
            yield Match(
                whole,
                tuple(Evidence(span, label) for span, label in halves),
                slots={
                    "act": text[main.span.start : main.span.end],
                    "condition": text[condition.span.start : condition.span.end],
                    "verb": text[act.verb.start : act.verb.end],
                },
            )


def _circular(condition: Condition) -> bool:
    """The connective and the negations make one act depend on itself. "If he goes, he goes" is an idiom."""
    if condition.connective == "if":
        # "If we do not mend it now, we never will": both denied, it is a way to insist.
        return condition.act.negated and not condition.main.negated
    if condition.act.negated:
        return False
    if condition.connective == "until":
        return condition.main.negated
    return True


def _same_act(main: Act, act: Act) -> bool:
    if act.elliptical:
        return True
    if main.lemmas & act.lemmas:
        return True
    return any(main.lemmas & group and act.lemmas & group for group in FAMILIES)


def _same_actor(document: Document, condition: Condition) -> bool:
    main, act = condition.main, condition.act
    if main.lemmas & _LIGHT or not _same_act(main, act):
        return False
    if not _joined(document, condition):
        return False
    if act.elliptical and (act.rest or not _plain_before(condition) or not _ends_there(document, condition)):
        return False
    if not _same_subject(condition):
        return False
    if act.elliptical:
        return True
    if act.object is not None:
        # "You cannot lift those below if you do not lift those above": what follows tells which.
        return main.object is not None and act.object.words[:1] != ("those",) and _same_thing(main.object, act.object)
    if not act.rest or (main.object is None and (act.rest == main.rest or _of_the_same(main.rest, act.rest))):
        return True
    if act.rest[0] == "from":
        place = tuple(word for word in act.rest[1:] if word not in ("the", "that"))
        return bool(place) and (act.rest[1:] == _from(main.rest) or place[0] in _PLACES)
    return act.rest[0] in _TIME


def _same_passive(condition: Condition) -> bool:
    """ "bring in staff unless staff are brought in", "will not be raised unless they are raised"."""
    main, act = condition.main, condition.act
    if not act.passive or main.lemmas & _LIGHT or not _same_act(main, act):
        return False
    if not (main.passive or main.object) and act.subject.words in (("he",), ("she",)):
        return False  # "he will not pay unless he is paid"
    done_to = main.subject if main.passive or main.object is None else main.object
    if done_to is None or not _done_to_the_same(done_to, act.subject):
        return False
    if act.rest and not _only_time(act.rest):
        return False  # "unless they are raised by others", "in step"
    if main.negated or main.passive:
        return True
    # "will clear the camp if it is not cleared": by others. Who says the noun twice means the same act.
    if act.subject.words in (("it",), ("they",)):
        return False
    return not act.rest or bool(main.lemmas & _OWN_ACTS)


_DEADLINE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday then tomorrow tonight next noon midnight january "
    "february march april may june july august september october november december".split()
)


def _only_time(rest: tuple[str, ...]) -> bool:
    if rest[0] != "by":
        return rest[0] in _TIME
    return len(rest) > 1 and (
        rest[1] in _DEADLINE or (rest[1] == "the" and rest[2:3] in (("end",), ("weekend",), ("start",)))
    )


def _done_to_the_same(first: Phrase, second: Phrase) -> bool:
    if second.words in (("it",), ("they",)):
        return first.plural is not (second.words == ("it",)) or first.words == second.words
    if second.words in (("he",), ("she",)):
        return first.plural is False
    return _bare(first) == _bare(second) != ()


def _from(rest: tuple[str, ...]) -> tuple[str, ...]:
    return rest[rest.index("from") + 1 :] if "from" in rest else ()


def _same_subject(condition: Condition) -> bool:
    first, second = condition.main.subject, condition.act.subject
    if second.words not in (("he",), ("she",), ("it",), ("they",)):
        return _bare(first) == _bare(second) != ()
    if _TELLING & set(condition.before) and first.words != second.words and not _said_in_full(condition):
        return False  # "Israel told Hezbollah it would not …": whose act it is cannot be told
    pronoun = second.words[0]
    if len(first.words) == 1 and first.words[0] in ("he", "she", "it", "they", "i", "we", "you"):
        if first.words[0] != pronoun:
            return False
    elif first.plural is (pronoun != "they"):
        return False
    other = condition.main.object
    if other is None or condition.act.object is not None or pronoun in ("he", "she"):
        return True
    return other.plural is (pronoun != "they")


def _said_in_full(condition: Condition) -> bool:
    """True if both halves name the thing in the same words, and more than one: "close 40 shops if it did not close 40 shops"."""
    first, second = condition.main.object, condition.act.object
    return first is not None and second is not None and len(second.words) > 1 and first.words == second.words


def _bare(phrase: Phrase) -> tuple[str, ...]:
    return tuple(word for word in phrase.words if word not in ("the", "a", "an", "it", "said", "that"))


def _of_the_same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """ "appeal against the fine unless it appealed against it": the pronoun stands for what the act is directed at."""
    if len(first) < 3 or first[0] != second[0] or second[1:] not in (("it",), ("them",)) or first[1] not in _THE:
        return False
    ends = next((at for at, word in enumerate(first[1:], 1) if word in _TIME), len(first))
    return first[ends - 1].endswith("s") is (second[1] == "them")


def _same_thing(first: Phrase, second: Phrase) -> bool:
    if second.words in (("it",), ("them",)):
        return first.plural is not (second.words == ("it",))
    if second.words == ("one",):
        return first.plural is False and first.words[0] in ("a", "an")
    if second.words == ("him",):
        return first.plural is False and first.words not in (("it",), ("her",))
    return first.head == second.head and set(_bare(second)) <= set(_bare(first)) | {
        "its",
        "their",
        "his",
        "her",
    }


def _acts_on_the_actor(document: Document, condition: Condition) -> bool:
    """What is withdrawn is what does not withdraw: "withdraw the forces if they do not withdraw"."""
    main, act = condition.main, condition.act
    moved = main.object
    if moved is None or not main.lemmas & _RETREAT_OTHERS:
        return False
    if not act.elliptical and not act.lemmas & _RETREAT_SELF:
        return False
    if act.object is not None and not ("leave" in act.lemmas and act.object.head in _PLACES):
        return False
    if act.elliptical and not _ends_there(document, condition):
        return False
    if act.elliptical and (act.rest or not _plain_before(condition) or not _joined(document, condition)):
        return False
    if act.subject.words == ("they",):
        if moved.plural is False or main.subject.plural is True or main.subject.words == ("they",):
            return False
        return not _others_before(document, condition, moved)
    if act.subject.words == ("it",):
        return moved.plural is False and main.subject.words != ("it",) and main.subject.plural is True
    return moved.head == act.subject.head and set(_bare(act.subject)) <= set(_bare(moved)) | {
        "these",
        "those",
    }


_OWN = frozenset("its his her their our my".split())
_CROWD = frozenset(
    "troops forces rebels fighters militants soldiers insurgents militias gunmen guerrillas separatists police kurds "
    "russians americans israelis palestinians syrians turks ukrainians iranians iraqis afghans neighbours neighbors "
    "allies enemies opponents rivals partners powers states countries nations governments tribes protesters "
    "demonstrators settlers".split()
)


def _others_before(document: Document, condition: Condition, moved: Phrase) -> bool:
    """True if "they" more likely are others: "The rebels hold on. Berlin will pull out its troops unless they do"."""
    if any(word in _CROWD for word in condition.before):
        return True
    if not _OWN & set(moved.words):
        return False
    start = max(0, condition.main.span.start - 300)
    before = document.text[start : condition.main.span.start].lower().split()
    return any(word.strip('.,;:”"') in _CROWD for word in before)


def _joined(document: Document, condition: Condition) -> bool:
    """False where another act stands between: "should occur, and warn if it doesn't", "take it, but if it doesn't"."""
    between = document.text[condition.main.span.start : condition.span.start]
    if " -- " not in between and "—" not in between:
        between = document.text[condition.main.span.end : condition.span.start]
    marks = _APART if condition.act.elliptical else (" -- ", "—", " so ", ";", " and ", " but ")
    return not any(mark in between for mark in marks)


_APART = (",", ";", "—", " -- ", "–", " and ", " but ", " or ", " because ", " that ", " so ")
_END = expression(
    r"[”\"’)]*(?:[.;!?,]|\s*$|\n| (?:by|before|within|on|this|next|soon|immediately|first|today|tomorrow)\b)"
)


def _ends_there(document: Document, condition: Condition) -> bool:
    """True if "if they did not" follows its act and ends the clause. What opens a sentence refers to the one before:
    "It should go. If it does not, we will stay and others will go"."""
    if condition.span.start < condition.main.span.start:
        return False
    return _END.match(document.text, condition.span.end) is not None


def _plain_before(condition: Condition) -> bool:
    """Only a speaker stands before the act, so that "did" can stand for no other verb."""
    return not {"and", "but", "to"} & set(condition.before[:-3]) and not _TELLING & set(condition.before)


RULE = Rule(
    summary="An act that is made to depend on the same act.",
    why=(
        "A threat to do something unless it is done, or a refusal to do it until it is done, says nothing: one of the "
        "two verbs, or one of the two actors, is not the one that was meant."
    ),
    message="'{act}' depends on '{condition}', which is the same act: one of the two is not what was meant.",
    check=check,
    quotations="skip",
    gate=Gate(words=("if", "unless", "until", "till")),
    examples=(
        Example(
            good="She will not go unless she is allowed to. They will not pay until they are forced to pay. He "
            "will not pay unless he is paid.",
            why="Another decides.",
        ),
        Example(
            bad=(
                "The president threatened to <mark><evidence>pull out Malian units</evidence> from the valley "
                "<evidence>if they did not withdraw</evidence></mark> by Sunday."
            ),
            why="What is pulled out is what did not withdraw.",
        ),
        Example(
            bad="Al Rowe threatened to <mark><evidence>resign</evidence> as treasurer <evidence>if he did not step down</evidence></mark> from "
            "the post by Easter.",
        ),
        Example(
            good="Al Rowe threatened to resign as treasurer if the chair did not step down from the post by Easter."
        ),
        Example(
            bad=(
                "The minister said he would not <mark><evidence>resign</evidence> "
                "<evidence>until he stepped down</evidence></mark>."
            ),
        ),
        Example(
            bad=(
                "The airline will not <mark><evidence>cancel the flights</evidence> "
                "<evidence>unless it scraps the flights</evidence></mark>."
            ),
        ),
        Example(
            bad=(
                "Norland will not <mark><evidence>withdraw</evidence> <evidence>unless it withdraws</evidence></mark>, "
                "its envoy said."
            ),
        ),
        Example(
            bad="The port threatened to <mark><evidence>bring in agency crews</evidence> <evidence>unless agency crews "
            "were brought in</evidence></mark>.",
        ),
        Example(
            bad="The king will not <mark><evidence>give up the throne</evidence> <evidence>until he "
            "abdicates</evidence></mark>.",
        ),
        Example(
            bad="He would not <mark><evidence>give evidence</evidence> <evidence>unless he testified</evidence></mark>."
        ),
        Example(
            bad="Fares will not <mark><evidence>be raised</evidence> <evidence>unless they are "
            "raised</evidence></mark>, the minister said.",
        ),
        Example(
            good="The city will tow the cars if they are not towed by Friday, and clear the camp unless it is cleared.",
            why="By their owners.",
        ),
        Example(
            good="Fares will not be raised unless they are raised by the other lines; no one is to be paid until they "
            "are paid in full.",
            why="The second narrows the first.",
        ),
        Example(
            bad="The crew vowed not to <mark><evidence>load the ship</evidence> <evidence>until they load it</evidence></mark>."
        ),
        Example(
            bad="They will not <mark><evidence>return</evidence> to the island <evidence>until they return</evidence></mark> to "
            "the island. She told the board she would <mark><evidence>resign</evidence> <evidence>if she did not "
            "resign</evidence></mark> by May.",
        ),
        Example(
            bad="He warned the firm would <mark><evidence>close 40 shops</evidence> <evidence>if it did not close 40 "
            "shops</evidence></mark>. The club may <mark><evidence>sack the coach</evidence> <evidence>if it does not dismiss "
            "him</evidence></mark>.",
        ),
        Example(good="Norland will not withdraw unless Sudland withdraws.", why="Two actors."),
        Example(good="Norland threatened to withdraw its troops if Sudland did not withdraw.", why="Two actors."),
        Example(good="The union threatened to walk out unless managers withdrew the plan.", why="Two acts."),
        Example(
            good="Police said they would disperse the marchers if they did not disperse.",
            why="Force is meant.",
        ),
        Example(good="She would not speak to officers until she had spoken to a lawyer.", why="To two people."),
        Example(good="They will not sell unless they sell at a profit.", why="The second narrows the first."),
        Example(
            good="Berlin threatened to withdraw its ambassador unless they withdrew the remark.",
            why="Two objects.",
        ),
        Example(
            good="The valve should not close, and the alarm sounds if it does not; we name what we want to keep, "
            "but if it does not.",
            why="'does not' stands for another verb.",
        ),
        Example(
            good="It should find out. If it does not, the paper will still find out. We should consider that if we don’t, "
            "we lose; we act because if we don’t, others do. She would not quit – right up until she did. They threaten "
            "to sue him if he does not “take back” his words.",
            why="'does not' refers to what was said before, or has a verb of its own.",
        ),
        Example(good="“If we lose, we lose,” she said. If he goes, he goes.", why="An idiom."),
        Example(
            good="If we don’t solve this problem through the courts, we will never solve it. They want my card number. Alas, I "
            "can’t attend the next meeting if I don’t.",
            why="Both are denied: that insists on the act, or stands for another.",
        ),
    ),
)
