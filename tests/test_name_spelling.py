"""contradiction/name-spelling across the parts of an article, and what it offers."""

import pytest

from copylint.engine import RuleSet, lint
from copylint.formats.html import read as read_html
from copylint.formats.markdown import read as read_markdown
from copylint.packs import builtin_root
from copylint.rule import Chosen, Finding
from copylint.testing import load

RULE = next(rule for rule in load(f"{builtin_root()}/contradiction") if rule.id == "contradiction/name-spelling")
RULES = RuleSet([Chosen(RULE, RULE.severity, RULE.options)])
BODY = "The oligarch Dmitri Kovalchik won the vote on Monday.\n\nMr Kovalchik said that he was glad."
FRONT = "---\ntitle: {title}\ndescription: {description}\nimage:\n  caption: {caption}\n---\n\n" + BODY + "\n"


def _markdown(title: str = "A vote", description: str = "A vote was won.", caption: str = "A vote.") -> list[Finding]:
    return _findings(FRONT.format(title=title, description=description, caption=caption), read_markdown)


def _findings(source: str, read: object) -> list[Finding]:
    assert callable(read)
    linted = lint(read("story", source), RULES)
    assert linted.failures == ()
    return list(linted.findings)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("title", "Kovalchick wins the vote"),
        ("title", "Kovalchick Wins Vote in City"),
        ("description", "Dmitri Kovalchick is mayor of the city."),
        ("caption", "Mr Kovalchick on his way to the count on Monday."),
    ],
)
def test_a_field_of_the_front_matter_is_compared_with_the_story(field: str, text: str) -> None:
    found = _markdown(**{field: text})
    assert [(one.place.text, one.place.field) for one in found] == [
        ("Kovalchick", "image.caption" if field == "caption" else field)
    ]
    assert found[0].suggestions == ("Kovalchik",)
    assert [getattr(other.place, "text", "") for other in found[0].evidence] == ["Kovalchik", "Kovalchik"]


def test_fields_of_the_front_matter_that_agree_are_clean() -> None:
    assert _markdown("Kovalchik wins the vote", "Dmitri Kovalchik is mayor.", "Mr Kovalchik on Monday.") == []


@pytest.mark.parametrize(
    "page",
    [
        "<article><h1>Kovalchick wins the vote</h1><p>{one}</p><p>{two}</p></article>",
        "<article><p>{one}</p><figure><figcaption>Mr Kovalchick on the way</figcaption></figure><p>{two}</p></article>",
    ],
    ids=["heading", "caption"],
)
def test_html_headings_and_captions_are_compared_with_the_story(page: str) -> None:
    one, two = BODY.split("\n\n")
    assert [found.place.text for found in _findings(page.format(one=one, two=two), read_html)] == ["Kovalchick"]


def test_on_a_tie_the_headline_is_the_slip() -> None:
    found = _findings("# Kovalchick wins the vote\n\nThe oligarch Dmitri Kovalchik won on Monday.\n", read_markdown)
    assert [one.place.text for one in found] == ["Kovalchick"]


def test_on_a_tie_both_spellings_are_offered() -> None:
    found = _findings("The oligarch Dmitri Kovalchik won. Later Mr Kovalchick said that he was glad.\n", read_markdown)
    assert [one.message for one in found] == ["'Kovalchik' and 'Kovalchick', once each: is it one name?"]
    assert found[0].suggestions == ("Kovalchik", "Kovalchick")


def test_all_spellings_of_one_name_are_one_finding() -> None:
    source = "He met Kovalchik, and Kovalchik met Kovalchick and saw Kovalchikk. Later Kovalchik wept.\n"
    found = _findings(source, read_markdown)
    assert [one.message for one in found] == [
        "'Kovalchikk' once and 'Kovalchick' once, but 'Kovalchik' 3 times: is it one name?"
    ]
    assert found[0].counts == {"Kovalchikk": 1, "Kovalchick": 1, "Kovalchik": 3}
    assert [one.place.text for one in found[0].evidence] == ["Kovalchik", "Kovalchik", "Kovalchick", "Kovalchik"]
    assert found[0].suggestions == ("Kovalchik",)


def test_a_slip_in_half_of_a_double_barrelled_name_is_told_once() -> None:
    both = "The pilot Ana Ibarrola-Quesada landed. Ms Ibarrola-Quesadda smiled, and Ibarrola-Quesada waved."
    (found,) = _findings(both + "\n", read_markdown)
    assert found.place.text == "Ibarrola-Quesadda"
    alone = " Later Ms Quesada ate. Then Quesadda slept, and Quesada sang.\n"
    assert len(_findings(both + alone, read_markdown)) == 1


def test_a_double_barrelled_name_in_an_address_is_no_other_order() -> None:
    assert _findings("Ms Ada Walker-Hoover left. Write to Hoover-Walker@example.org.\n", read_markdown) == []


@pytest.mark.parametrize(
    ("story", "slip"),
    [
        ("Stephen Ockwell won. The board thanked Steven Ockwell for it.", "Steven"),
        ("Ann Cleverdon won the seat in May. Anne Cleverdon is a nurse.", "Anne"),
        ("The clerk, Louise Garretty, spoke. Residents will meet Garety on Monday.", "Garety"),
        ("Pupils of St Aidan's sang. The head of St Aidan's wept. Then St Aiden's shut.", "Aiden"),
        ("Inspector Carla Bramhall spoke. Later Det Insp Bramahll left for Leeds.", "Bramahll"),
        ("Veridex Foods will shut its mill. Veridex blamed the rain. The union told Verdex so.", "Verdex"),
        ("The Right Rev Huw Lloyd-Jenkins spoke. A crowd thanked Bishop Lloyd-Jenkin for it.", "Lloyd-Jenkin"),
        ("The constable, Ian Thomson, spoke. Ian Thomson left. They have no confidence in Thompson.", "Thompson"),
    ],
)
def test_a_slip_is_found(story: str, slip: str) -> None:
    assert [one.place.text for one in _findings(story, read_markdown)] == [slip]


@pytest.mark.parametrize(
    "story",
    [
        "Stephen Ockwell won. The board thanked Steven Oakes for it.",
        "The gold went to Duncan Scott. He is the youngest Scot on the team, and Duncan Scott knows it.",
        "Pupils of St Aidan's met those of St Adrian's. St Aidan's won, and St Adrian's lost.",
        "Mona Thompson broke a leg on holiday. The travel company Thomson paid, and Mona Thompson is well.",
        "Donald Regan met the bankers. The Reagan administration was slow, and Donald Regan was quick.",
        "G.D. Sharma and E.A.S. Sarma led the inquiry with others. Each wrote a page.",
        "The old man, Tony Carver, spoke. He put the carter in the cart. Carter, a horse, slept.",
    ],
)
def test_two_names_are_two(story: str) -> None:
    assert _findings(story, read_markdown) == []


@pytest.mark.parametrize(
    ("story", "slip"),
    [
        ("The golfer, Ewan MacArdle, leads. They say MacArdle is calm. Macardle, 24, is from Ayr.", "Macardle"),
        ("Users of WikiDrops met. The founder of WikiDrops fled, and Wikidrops is shut.", "Wikidrops"),
        ("Dr Miriam Ellis-Woodford spoke. The coroner thanked Dr Ellis for it.", "Ellis"),
        ("Dr Miriam Ellis-Woodford spoke. The coroner thanked Dr Woodford for it.", "Woodford"),
    ],
)
def test_a_part_of_a_name_and_other_capitals_are_found(story: str, slip: str) -> None:
    assert [one.place.text for one in _findings(story, read_markdown)] == [slip]


@pytest.mark.parametrize(
    "story",
    [
        "Dr Miriam Ellis-Woodford spoke. Her husband, Alan Ellis, listened, and Mr Ellis left.",
        "Dr Miriam Ellis-Woodford spoke. The coroner thanked Lord Ellis of Ayr for it, and Ada Ellis too.",
        "Dr Miriam Ellis-Woodford spoke. The Woodford road was shut, and Ellis Street too.",
        "The A-League is rich, and the A-league is poor. A Long-Term plan met a long-term plan.",
    ],
)
def test_parts_of_other_names_are_left_alone(story: str) -> None:
    assert _findings(story, read_markdown) == []
