"""copylint.annotate.clauses: conditions, and what verbs are forms of."""

import pytest

from copylint.annotate.clauses import Act, Condition, conditions
from copylint.annotate.verbs import lemmas
from tests.documents import paragraphs


def read(text: str) -> list[Condition]:
    return list(conditions(paragraphs(text)))


def act(text: str, found: Act) -> tuple[str, str, bool, str | None]:
    object_ = text[found.object.span.start : found.object.span.end] if found.object else None
    return " ".join(found.subject.words), text[found.verb.start : found.verb.end], found.negated, object_


@pytest.mark.parametrize(
    ("text", "connective", "main", "dependent"),
    [
        (
            "Mali threatened to withdraw its envoy if they did not leave the town.",
            "if",
            ("mali", "withdraw", False, "its envoy"),
            ("they", "leave", True, "the town"),
        ),
        (
            "The union will not strike unless managers walk out.",
            "unless",
            ("the union", "strike", True, None),
            ("managers", "walk out", False, None),
        ),
        (
            "Until he resigns, the mayor will not step down.",
            "until",
            ("the mayor", "step down", True, None),
            ("he", "resigns", False, None),
        ),
        (
            "She refused to sign until it paid her.",
            "until",
            ("she", "sign", True, None),
            ("it", "paid", False, "her"),
        ),
        (
            "They would leave only if it rained.",
            "only if",
            ("they", "leave", False, None),
            ("it", "rained", False, None),
        ),
        (
            "The port will not call in crews unless crews are called in.",
            "unless",
            ("the port", "call in", True, "crews"),
            ("crews", "called in", False, None),
        ),
        (
            "Fares will not be raised until they are raised.",
            "until",
            ("fares", "raised", True, None),
            ("they", "raised", False, None),
        ),
        (
            "He vowed to pull troops out unless they failed to go.",
            "unless",
            ("he", "pull", False, "troops"),
            ("they", "go", True, None),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 12 else "",
)
def test_conditions(text: str, connective: str, main: tuple[object, ...], dependent: tuple[object, ...]) -> None:
    (found,) = read(text)
    assert (found.connective, act(text, found.main), act(text, found.act)) == (connective, main, dependent)
    assert text[found.span.start : found.span.end].lower().startswith(connective)


def test_elliptical() -> None:
    (found,) = read("The chancellor said he would quit unless he did.")
    assert found.act.elliptical
    assert not found.main.elliptical


@pytest.mark.parametrize(
    "text",
    [
        "If they go, they go.",
        "She asked if it was so.",
        "As if it did not.",
        "Even if it never does, it may.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("withdrew", "withdraw"),
        ("stopped", "stop"),
        ("tries", "try"),
        ("leaving", "leave"),
        ("left", "leave"),
        ("closes", "close"),
    ],
)
def test_lemmas(word: str, lemma: str) -> None:
    assert lemma in lemmas(word)
