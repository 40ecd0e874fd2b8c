"""An opening mark, or a double one, where an apostrophe belongs."""

from __future__ import annotations

from copylint.annotate.quotations import faults
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Gate, Match, NoOptions, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY = 4  # slips of one kind: so many have one cause, and are one finding


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    by_form: dict[str, list[Match]] = {}
    for found in faults(document, "apostrophe"):
        place = found.place
        assert isinstance(place, Span)
        by_form.setdefault(document.text[place.start : place.end], []).append(found)
    for many in by_form.values():
        if len(many) < _MANY:
            yield from (one._replace(slots={"stands": "stands"}) for one in many)
            continue
        evidence = tuple(Evidence(one.place, "too") for one in many[1:])
        edits = tuple(edit for one in many for edit in one.edits or ())
        yield many[0]._replace(evidence=evidence, edits=edits, slots={"stands": f"stands {len(many)} times"})


RULE = Rule(
    summary="An opening quotation mark where an apostrophe belongs.",
    why=(
        "What stands for lost letters or figures is an apostrophe, which looks like a closing mark. Word processors "
        "turn it the wrong way at the beginning of a word."
    ),
    message="'{match}' {stands} where an apostrophe belongs: write '{suggestion}'.",
    check=check,
    severity="error",
    fix="safe",
    gate=Gate(faults=("apostrophe",)),
    examples=(
        Example(good="She wrote, “The poll says that ‘68% of us agree’ with it.”", why="A quotation within one."),
        Example(bad="The band was big in the <mark>‘</mark>80s.", good="The band was big in the ’80s."),
        Example(
            bad="They played rock <mark>‘</mark>n’ roll <mark>‘</mark>til dawn.",
            good="They played rock ’n’ roll ’til dawn.",
        ),
        Example(bad="They don<mark>‘</mark>t play any more.", good="They don’t play any more."),
        Example(bad='They don<mark>"</mark>t play any more.', good="They don't play any more."),
        Example(bad="The players<mark>‘</mark> union met.", good="The players’ union met."),
        Example(
            bad=(
                "They don<mark>‘</mark>t play, it isn<evidence>‘</evidence>t fair, she can<evidence>‘</evidence>t sing"
                " and we won<evidence>‘</evidence>t pay."
            ),
            good="They don’t play, it isn’t fair, she can’t sing and we won’t pay.",
            why="Many of one kind have one cause.",
        ),
        Example(good="The band was big in the ’80s and played ’til dawn; it wasn’t quiet."),
        Example(good="The ‘night owls’ slept, and the ‘phone bank’ was shut.", why="Words in full."),
        Example(good="They sang ‘Cause and Effect’ and ‘Round Midnight’.", why="Quoted titles."),
        Example(good="The Qur‘an, Hawai‘i and O‘zbekiston.", why="Letters of other alphabets."),
        Example(good="They asked for ‘90s music’ and got it."),
        Example(good="He knew the words to ‘21 Seconds’ by heart."),
        Example(good="They sang ‘Bitter Rivals’ as the last song, and on ‘24’ the drums were best."),
    ),
)
