"""Judging forms: majority, tie, house style, several files."""

from copylint.checks.consistency import judge_forms, like, times
from copylint.document import Span
from copylint.rule import Edit, Evidence, Match, Observation


def observed(*forms: str, path: str = "a.txt") -> list[Observation]:
    return [Observation("f", form, Span(at * 10, at * 10 + 5), "", path) for at, form in enumerate(forms)]


def judged(observations: list[Observation], **options: object) -> list[Match]:
    return list(judge_forms(observations, rewrite=lambda observation, side: side, **options))  # type: ignore[arg-type]


def test_the_majority_of_places_decides() -> None:
    (match,) = judged(observed("a", "b", "b"))
    assert match.place == Span(0, 5)
    assert match.suggestions == ("b",)
    assert match.counts == {"a": 1, "b": 2}
    assert match.evidence == (Evidence(Span(10, 15), "b"), Evidence(Span(20, 25), "b"))
    assert match.slots is not None
    assert match.slots["verdict"] == "'a' once, but 'b' twice"


def test_the_first_form_wins_a_tie_and_the_message_says_so() -> None:
    (match,) = judged(observed("a", "b"))
    assert match.place == Span(10, 15)
    assert match.slots is not None
    assert match.slots["verdict"] == "'b' once, but 'a' once, and first"


def test_agreement_is_no_finding() -> None:
    assert judged(observed("a", "a")) == []


def test_one_match_a_file_with_an_edit_for_each_losing_place() -> None:
    (match,) = judged(observed("b", "a", "b", "b", "a"))
    assert match.edits == (Edit(Span(10, 15), "b"), Edit(Span(40, 45), "b"))


def test_no_edit_at_all_where_one_place_cannot_be_rewritten() -> None:
    forms = observed("b", "a", "b", "b", "A")
    (match,) = judge_forms(
        forms,
        side=lambda observation: observation.form.lower(),
        rewrite=lambda observation, side: None if observation.form == "A" else side,
    )
    assert match.edits == ()


def test_the_house_style_decides_against_the_majority() -> None:
    (match,) = judged(observed("a", "a", "b"), wanted="b")
    assert match.place == Span(0, 5)
    assert match.slots is not None
    assert match.slots["verdict"] == "'a', but the house style writes 'b'"


def test_the_house_style_needs_no_mix() -> None:
    assert [Span(0, 5)] == [match.place for match in judged(observed("a"), wanted="b")]


def test_mode_style_leaves_what_no_style_names() -> None:
    assert judged(observed("a", "b", "b"), mode="style") == []


def test_over_files_the_minority_files_are_reported_against_all() -> None:
    found = judged([*observed("a", "a"), *observed("b", path="b.txt"), *observed("b", "a", path="c.txt")])
    assert [Span(0, 5), Span(0, 5)] == [match.place for match in found]
    assert [len(match.evidence) for match in found] == [4, 4]
    assert found[0].slots is not None
    assert found[0].slots["verdict"] == "'b' twice in 2 files, but 'a' 3 times in 2 files"


def test_sides_of_several_words() -> None:
    forms = observed("co-op", "co-operate", "cooperation")
    (match,) = judge_forms(forms, side=lambda observation: str("-" in observation.form))
    assert match.slots is not None
    assert match.slots["verdict"] == "'cooperation' once, but 'co-op' and the like twice"


def test_counts_in_words() -> None:
    assert [times(count) for count in (1, 2, 3)] == ["once", "twice", "3 times"]


def test_capitals_are_kept() -> None:
    assert [like("advisor", model) for model in ("adviser", "Adviser", "ADVISER")] == [
        "advisor",
        "Advisor",
        "ADVISOR",
    ]
