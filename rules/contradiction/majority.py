"""A majority that is less than half, or a minority that is more: a majority of voters (43%), most adults (41%)."""

from __future__ import annotations

from copylint.annotate.figures import PERCENT_WORDS
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed, token_set
from copylint.document import Document, Span
from copylint.expressions import expression
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

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
_BOUNDS = {"majority": (50, 100), "minority": (0, 50), "most": (50, 100), "all": (75, 100)}
_LEAST, _WHOLE = 5, 100  # per cent: less is a rate


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    text = flowed(document)
    stand = token_set(document)
    for word, behind in _BEHIND.items():
        for form in ((word, "Most") if word == "most" else (word,)) if word in stand else ():
            for at in occurrences(document, form, text):
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
                    yield Match(
                        place, (Evidence(said, text[slice(*said)]),), slots={"said": text[slice(*said)].lower()}
                    )


RULE = Rule(
    summary="A majority that is less than half, or a minority that is more.",
    why="Less than half is no majority, if nobody else has more: it is the largest share, and readers see the figure.",
    message="'{match}' is not '{said}'.",
    check=check,
    quotations="skip",
    gate=Gate(words=("majority", "minority", "most", "all"), both=(Gate(words=PERCENT_WORDS, marks=("%",)),)),
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
    ),
)
