"""A share said twice, and not the same: a half, or 35%; 84 of the 140, or 70 per cent; a majority of voters (43%)."""

from __future__ import annotations

from copylint.annotate.figures import PERCENT_WORDS, printed
from copylint.annotate.fractions import FRACTION_ENDS, FractionOf, fractions_of
from copylint.annotate.restated import FRACTION_WORDS, counts_restated, restated
from copylint.annotate.rounding import ABOVE, says_again, says_counts_again
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    for share, percent in restated(document):
        if not says_again(share, percent):
            said = printed(text, share)
            told = f"{said[0].upper()}{said[1:]} is {100 * share.value:.3g}%, not {printed(text, percent)}"
            yield Match(percent.span, (Evidence(share.span, said),), slots={"told": told})
    for counts, fraction in counts_restated(document):
        if not says_counts_again(fraction, counts.value):
            said = printed(text, counts)
            told = f"{said[0].upper()}{said[1:]} is {100 * counts.value:.3g}%, not {fraction.hedge} {printed(text, fraction)}"
            told = told.replace("  ", " ")
            yield Match(fraction.span, (Evidence(counts.span, said),), slots={"told": told})
    yield from _turnouts(document, text)
    yield from _majorities(document, text)
    for one in fractions_of(document):
        if not _makes(one):
            shown = printed(text, one.fraction)
            told = f"{shown[0].upper()}{shown[1:]} of {printed(text, one.whole)} is {one.fraction.value * one.whole.value:,.10g}"
            evidence = Evidence(one.fraction.span, shown), Evidence(one.whole.span, printed(text, one.whole))
            yield Match(one.part.span, evidence, slots={"told": f"{told}, not {printed(text, one.part)}"})


# "Turnout was 61 percent, with 12,200 of 40,000 voters"
_TURNOUT = expression(
    r"urnout (?:was|of|stood at|reached|hit|came to) (?:about |around |just |only |nearly |almost )?(?P<share>[0-9]{1,2}(?:\.[0-9]+)?) ?"
    r"(?:%|percent|per cent)(?:,|:| [–—])(?: [A-Za-z’'. ]{2,40} said)?,? (?:(?:with )?(?:about |some |just |only )?)(?P<cast>[0-9][0-9,]*) (?:out )?of "
    r"(?:the |its |some |about )?(?:[a-z]+[’']s )?(?P<all>[0-9][0-9,]*) (?:registered |eligible )?(?:voters|members|electors)"
    r"(?=[.,;)]| (?:cast\w*|vot\w+|tak\w+ part|turn\w* out|return\w*|go\w+ to the polls)\b|\Z)"
)
_TURNOUT_ROOM = 1.0  # points
_PERCENT = r"(?P<figure>[0-9]{1,3}(?:\.[0-9]+)?) ?(?:%|percent|per cent|pct)"
# Whose share it is; what a share of a rise is, no majority tells.
_WHOSE = (
    r" of (?!(?:the |its |that |this )?(?:\w+ )?(?:fall|rise|drop|decline|increase|decrease|growth|gain|cut|reduction|"
    r"gap|change|swing|rate)\b)(?!(?:[a-z’'-]+ ){0,4}(?:and|or|but|tax|taxes|interest|duty|levy|fee|fees|commission|discount|vat)\b)[a-zA-Z’' -]{2,40}"
)
_AGAIN = rf"(?: \((?:about |around |just |only |some )?{_PERCENT}\)|, or (?:about |around |just |only |some )?{_PERCENT.replace('figure', 'or')},|,? [–—] (?:or )?(?:about |around |just |only |some )?{_PERCENT.replace('figure', 'dash')} [–—])"
_BEHIND = {
    "majority": expression(rf"majority(?:{_WHOSE})?{_AGAIN}"),
    "minority": expression(rf"minority(?:{_WHOSE})?{_AGAIN}"),
    "most": expression(rf"[Mm]ost(?:{_WHOSE}| (?:[a-z]+s|people|women|men|children)){_AGAIN}"),
    "all": expression(rf"all(?:{_WHOSE}| (?:the )?(?:[a-z]+s|people|women|men|children)){_AGAIN}"),
}
# What a word that leads to it makes of it: the most votes may be few, and two thirds are another majority.
_LEADS = {
    "majority": expression(
        r"\b(?:[Aa]|[Tt]he|clear|large|vast|small|slim|slender|narrow|bare|big|huge|comfortable) \Z"
    ),
    "minority": expression(r"\b(?:[Aa]|[Tt]he|small|tiny|large|sizeable|significant|vocal) \Z"),
    "most": expression(r"(?<!\bthe)(?<!\bat)(?<!\bThe)(?<!\bAt)(?<!ond)(?<!ird)(?:\A|[\s“]|\n)\Z"),
    "all": expression(r"\b(?:[Aa]lmost|[Nn]early|[Vv]irtually) \Z"),
}
# How each is found: "all" alone stands in many a word.
_FORMS = {
    "majority": ("majority",), "minority": ("minority",), "most": (" most", "Most"),
    "all": ("lmost all", "early all", "irtually all"),
}  # fmt: skip
_BOUNDS = {"majority": (50, 100), "minority": (0, 50), "most": (50, 100), "all": (75, 100)}
_LEAST, _WHOLE = 5, 100  # per cent: less is a rate


def _majorities(document: Document, text: str) -> Iterable[Match]:
    """ "A majority of voters (43%)", "almost all (38%)"."""
    stand = token_set(document)
    for word, behind in _BEHIND.items():
        for form in _FORMS[word] if word in stand else ():
            for at in [at + len(form) - len(word) for at in occurrences(document, form, text)]:
                told = behind.match(text, at)
                lead = _LEADS[word].search(text, max(0, at - 16), at) if told is not None else None
                if told is None or lead is None:
                    continue
                group = next(name for name in ("figure", "or", "dash") if told.group(name) is not None)
                value = float(told.group(group))
                low, high = _BOUNDS[word]
                if _LEAST <= value <= _WHOLE and not low <= value <= high:
                    place = Span(told.start(group), told.end() - (2 if group == "dash" else 1))
                    start = at if word in ("most", "minority", "majority") else lead.start()
                    said = Span(start, at + len(word))
                    told = f"'{text[slice(*said)]}' is not {text[slice(*place)]}"
                    yield Match(place, (Evidence(said, text[slice(*said)]),), slots={"told": told})


def _turnouts(document: Document, text: str) -> Iterable[Match]:
    for at in occurrences(document, "urnout ") if "turnout" in token_set(document) else ():
        told = _TURNOUT.match(text, at)
        if told is None:
            continue
        cast, most = (int(told.group(name).replace(",", "")) for name in ("cast", "all"))
        made = 100 * cast / most if most else 0.0
        if cast < most and abs(made - float(told.group("share"))) > _TURNOUT_ROOM:
            counts = Span(told.start("cast"), told.end("all"))
            said = text[slice(*counts)]
            share = Span(*told.span("share"))
            yield Match(
                share, (Evidence(counts, said),), slots={"told": f"{said} is {made:.3g}%, not {told.group('share')}"}
            )


_ROOM = 0.1  # of what a fraction in words makes; it is rounded
_HEDGED_ROOM = 0.15


def _makes(one: FractionOf) -> bool:
    """Whether the fraction of the whole may be the part."""
    if any(quantity.kind != "count" or quantity.joined or quantity.year for quantity in (one.whole, one.part)):
        return True
    exact = one.fraction.value * one.whole.value
    hedges = {one.fraction.hedge, one.whole.hedge, one.part.hedge} - {"", "only", "just"}
    room = max((_HEDGED_ROOM if hedges else _ROOM) * exact, 1)
    return exact - room <= one.part.value <= exact + (2 * room if hedges.intersection(ABOVE) else room)


RULE = Rule(
    summary="A share said twice, and not the same.",
    why="A fraction and its percentage, or two counts and what they make: one of the figures is wrong.",
    message="{told}.",
    check=check,
    quotations="skip",
    gate=Gate(
        words=(*PERCENT_WORDS, *sorted(FRACTION_WORDS)),
        marks=("%",),
        pairs=("or one", *[phrase.strip() for _, phrase in FRACTION_ENDS]),
    ),
    examples=(
        Example(bad="The <evidence>majority</evidence> of nurses, or <mark>46%</mark>, agreed."),
        Example(
            bad="A <evidence>majority</evidence> of voters (<mark>43%</mark>) are for it. <evidence>Most</evidence> adults, or "
            "<mark>41 per cent</mark>, swim. A small <evidence>minority</evidence> – <mark>61 percent</mark> – fish. "
            "<evidence>Almost all</evidence> of the nurses (about <mark>38 per cent</mark>) have had it."
        ),
        Example(
            good="A majority of voters (53%) are for it, but the most votes (43%) went to Ms Rowe. Most adults (53% of men, 61% of "
            "women) swim; the two most common answers (41%) were these. The majority of the rise (1.2%) is in rents. A majority "
            "(43% in May) disagree. A two-thirds majority (66%) is needed. Most, 41% of whom fish, agree. Almost all of them (98%) came. Most of the sales tax (7%) goes to the town."
        ),
        Example(
            good="Of those asked, 47% had done so, of which over half (26% of the total) thought it no risk.",
            why="The half of a part, and what that is of the whole.",
        ),
        Example(
            bad="Turnout was <mark>61</mark> percent, clerk Dan Ek said, with <evidence>12,200 of 40,000</evidence> registered voters casting a ballot."
        ),
        Example(
            good="Turnout was 30.5 percent, with 12,200 of 40,000 registered voters casting a ballot. Turnout was 61%, with 40 of 500 voters turned away."
        ),
        Example(bad="More than <evidence>half</evidence>, or <mark>35%</mark>, had left."),
        Example(
            bad="Police solved <evidence>84 of the 140</evidence> thefts, or <mark>70 per cent</mark>; <evidence>two in "
            "five</evidence> of the victims (<mark>52%</mark>) were away, and <evidence>a third</evidence> of them – "
            "<mark>41%</mark> – had no lock. Of the <evidence>400 thefts, 120</evidence>, or <mark>40%</mark>, were at night; police made <evidence>84 "
            "arrests, 21</evidence> of them (<mark>30%</mark>) at sea."
        ),
        Example(
            bad="<evidence>Nine of its 12</evidence> directors, or <mark>two-thirds</mark>, agreed. Of <evidence>800 homes "
            "seen, 300</evidence>, or almost <mark>half</mark>, were dry. Rain fell on <evidence>45 of the 60</evidence> days, "
            "<mark>85 per cent</mark> of the total."
        ),
        Example(
            bad="Some <evidence>£25,000 of the £40,000</evidence>, or <mark>half</mark>, was found. <evidence>31 of the town's 48</evidence> schools – almost <mark>half</mark>. Only <evidence>12 of the 48</evidence> schools, or <mark>one in three</mark>, passed. Some <evidence>2,400 of the "
            "3,000</evidence> men (<mark>70%</mark>) agreed."
        ),
        Example(
            good="Nine of its 12 directors, or three-quarters, agreed. So did 31 of the town's 48 schools – almost two-thirds. Of 800 homes seen, 390, or almost half, were dry. Rain fell "
            "on 45 of the 60 days, 75 per cent of the total. Three of the five, or half a dozen, may come."
        ),
        Example(
            bad="<evidence>Half</evidence> of the <evidence>80</evidence> pupils, <mark>45</mark> in all, had left. "
            "<evidence>A quarter</evidence> of the town's <evidence>12,000</evidence> homes, <mark>4,000</mark> of them, are new. "
            "Some <mark>60%</mark> of those asked, or <evidence>one in three</evidence>, fish.",
        ),
        Example(
            good="Police solved 84 of the 140 thefts, or 60 per cent; a third of the victims, 34%, were away. Of the 400 who wrote, 120, or 30%, "
            "were men; police made 84 arrests, 21 of them (25%) at sea. He "
            "made 14 of 22 shots (33% from afar); one in 10 (12%) missed. Half said so (37% in May), and over half of the fall "
            "(1.2 per cent) was in steel; a fifth, 21%, was sold abroad.",
        ),
    ),
)
