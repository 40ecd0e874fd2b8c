"""One abbreviation explained in two ways, or one name abbreviated in two ways."""

from __future__ import annotations

from copylint.annotate.abbreviations import Definition, bracketed, definitions
from copylint.annotate.forms import stem
from copylint.document import Document
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    if document.text.count("(") < 2:
        return
    brackets = bracketed(document)
    # Letters for one thing begin alike, because what they stand for does.
    if len(brackets) < 2 or len({document.text[short.start].lower() for _, short in brackets}) == len(brackets):
        return
    by_words: dict[str, tuple[str, Definition]] = {}
    for letters, (first, *others) in definitions(document).items():
        for other in others:
            if _differ_slightly(first.words, other.words):
                yield Match(
                    other.long,
                    evidence=(Evidence(first.long, first.words),),
                    slots={
                        "said": f"{letters} stands for '{other.words}'",
                        "before": f"it stood for '{first.words}' before",
                    },
                )
                break
        key = " ".join(first.words.lower().split())
        if key in by_words and by_words[key][0].lower() != letters.lower():
            before, earlier = by_words[key]
            yield Match(
                first.short,
                evidence=(Evidence(earlier.short, before),),
                slots={
                    "said": f"'{first.words}' is shortened to {letters}",
                    "before": f"it was shortened to {before} before",
                },
            )
        by_words.setdefault(key, (letters, first))


def _differ_slightly(first: str, second: str) -> bool:
    """Whether two long forms are meant to be one: most words are the same, and the rest not mere inflections of case
    and number."""
    one, two = first.lower().replace("-", " ").split(), second.lower().replace("-", " ").split()
    if _bare(one) == _bare(two) or len(one) < 2 or len(two) < 2:
        return False
    shared = {stem(word) for word in one} & {stem(word) for word in two}
    return len(shared) * 2 >= max(len(one), len(two))


def _bare(words: list[str]) -> list[str]:
    """The words without endings, and without what "&" is for."""
    return [word.removesuffix("'s").removesuffix("’s").rstrip("s'’") for word in words if word not in ("and", "&")]


RULE = Rule(
    summary="One abbreviation is explained in two ways, or one name is abbreviated in two ways.",
    why="Either one of the two is wrong, or the reader is left to find out that both mean the same. Letters "
    "that stand for two quite different things are left alone.",
    message="{said}, but {before}.",
    check=check,
    severity="warning",
    gate=Gate(texts=("(",)),
    examples=(
        Example(
            bad="The <evidence>Federal Aviation Administration</evidence> (FAA) grounded the jets. The "
            "<mark>Federal Aviation Authority</mark> (FAA) will report in May.",
        ),
        Example(
            bad="The Cork Institute of Art (<evidence>CIA</evidence>) opened in May. The Cork Institute of "
            "Art (<mark>CIOA</mark>) has four rooms.",
        ),
        Example(
            good="A Boat Owners' Club (BOC) met in May. All Boat Owners' Clubs (BOCs) have a hall.",
            why="One and many.",
        ),
        Example(
            good="The Centre for Boat Research’s (CBR) lecture is free. The Centre for Boat Research (CBR) opened in May.",
            why="A possessive.",
        ),
        Example(good="The Bank of Cork (BOC) and the Boat Owners' Club (BOC) share a street."),
        Example(good="The Federal Aviation Administration (FAA) grounded the jets. The FAA will report in May."),
    ),
)
