"""How many of several wrong quotation marks in one paragraph are found, each exactly once and by its name.

`python bench/spoilt_quotes.py [--times N] [--seed N] [--show N]` takes sound paragraphs, written for copylint, spoils
one, two and three marks of one of them at random (turned, spaced, turned and spaced, glued, missing), and counts the
spoilt paragraphs of which exactly the right faults are told. What is told more, less or otherwise is not right.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from copylint.annotate.quotations import quotations
from copylint.document import Span
from copylint.formats.plain import read

SOUND = {
    "american": (
        "“Our nets have been empty since the spring,” Adaeze Obi told reporters on the quay. “We will not go out.”",
        "The minister called the plan “a leap in the dark,” and said that he would “sleep on it” before the vote.",
        "“Nobody asked us,” said Piet Visser, who has farmed there for years. “They came with a map and a spade.”",
        "Asked whether the bridge was safe, she replied: “It is.” Her deputy was less sure. “Ask me in June,” he said.",
        "“Is this the last ferry?” a woman shouted from the pier. “It is!” the mate shouted back, and the ropes were"
        " cast off. “God help you all.”",
        "The court heard that Mr. Lindqvist had said, “I will burn it down.” His lawyer said the words were “a joke.”",
        "“The well is dry,” she said, “and the tanker comes on Fridays only.” The council promised “swift action.”",
        "In a letter to the board, the nurses wrote: “We are tired. We are not heard.” The board was “listening.”",
    ),
    "nested": (
        "“He told me, ‘Keep the money,’ and walked away,” Duarte said. “I never saw him again.”",
        "“They shouted, ‘Shame on you!’ and threw eggs,” the officer told the court. “We let them shout.”",
        "She recalled the call: “The man said, ‘Your son is safe,’ and I wept.” He rang off before she could answer.",
    ),
    "british": (
        "‘Our nets have been empty since the spring,’ Adaeze Obi told reporters on the quay. ‘We will not go out.’",
        "‘Nobody asked us,’ said Piet Visser, who has farmed there for 40 years. ‘They came with a map and a spade.’",
        "She replied: ‘The bridge is safe.’ Her deputy was less sure. ‘Ask me in the winter,’ he said.",
        "The ferry did not sail. ‘We’re sorry for the passengers,’ the mate said, ‘but the crew’s lives come first.’",
    ),
}
_OTHER = {"“": "”", "”": "“", "‘": "’", "’": "‘"}


def marks(text: str) -> list[tuple[int, bool]]:
    """The quotation marks of a sound paragraph: where, and whether it opens. Apostrophes stand within words."""
    found = []
    for at, character in enumerate(text):
        if character in "“‘":
            found.append((at, True))
        elif character == "”" or (character == "’" and not text[at + 1 : at + 2].isalpha()):
            found.append((at, False))
    return found


def partner(text: str, at: int) -> int:
    """The mark that a mark pairs with."""
    opened: list[int] = []
    for place, opens in marks(text):
        if opens:
            opened.append(place)
        else:
            first = opened.pop()
            if at in (first, place):
                return first + place - at
    raise ValueError(at)


def ways(text: str, at: int, opens: bool) -> list[str]:
    """How a mark may be spoilt so that one fault is seen there."""
    found = ["turned", "spaced", "turned and spaced", "missing"]
    outside = text[at - 1 : at] if opens else text[at + 1 : at + 2]
    if outside == " ":
        found += ["moved", "turned and moved", "glued"]
    return found


def spoil(text: str, chosen: dict[int, str]) -> tuple[str, list[tuple[str, int]]]:
    """The text with marks spoilt, and the faults that are to be told: a rule, and where its mark stands."""
    kinds = dict(marks(text))
    written: list[str] = []
    where: dict[int, int] = {}
    length = 0

    def put(piece: str) -> None:
        nonlocal length
        written.append(piece)
        length += len(piece)

    skip = -1
    for at, character in enumerate(text):
        if at == skip:
            continue
        way = chosen.get(at)
        following = chosen.get(at + 1)
        if character == " " and following in ("moved", "turned and moved", "glued") and kinds[at + 1]:
            continue
        if way is None:
            where[at] = length
            put(character)
            continue
        opens = kinds[at]
        if way == "missing":
            continue
        mark = _OTHER[character] if way.startswith("turned") else character
        space = way in ("spaced", "turned and spaced", "moved", "turned and moved")
        if space and not opens:
            put(" ")
        where[at] = length
        put(mark)
        if space and opens:
            put(" ")
        if not opens and way in ("moved", "turned and moved", "glued"):
            skip = at + 1
    expected = []
    for at, way in chosen.items():
        if way == "missing":
            other = partner(text, at)
            expected.append(("unclosed" if kinds[other] else "unopened", where[other]))
        elif way.startswith("turned"):
            expected.append(("wrong-direction", where[at]))
        elif way == "glued":
            expected.append(("outer-space", where[at]))
        else:
            expected.append(("inner-space", where[at]))
    return "".join(written), sorted(expected, key=lambda one: one[1])


def told(text: str) -> list[tuple[str, Span]]:
    found = []
    for kind, match in quotations(read("story.txt", text)).faults:
        assert isinstance(match.place, Span)
        found.append((kind, match.place))
    return found


def right(text: str, expected: list[tuple[str, int]]) -> bool:
    found = told(text)
    return len(found) == len(expected) and all(
        kind == one and place.start <= at < place.end
        for (kind, place), (one, at) in zip(sorted(found, key=lambda one: one[1]), expected, strict=True)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--kind", default="")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    shown = 0
    by_way: Counter[str] = Counter()
    for kind, paragraphs in SOUND.items():
        if options.kind and kind != options.kind:
            continue
        assert not any(told(text) for text in paragraphs), kind
        for count in (1, 2, 3):
            good = 0
            for _ in range(options.times):
                text = chance.choice(paragraphs)
                places = chance.sample(marks(text), count)
                chosen = {at: chance.choice(ways(text, at, opens)) for at, opens in places}
                if any(way == "missing" and partner(text, at) in chosen for at, way in chosen.items()):
                    chosen = {at: "turned" if way == "missing" else way for at, way in chosen.items()}
                spoilt, expected = spoil(text, chosen)
                if right(spoilt, expected):
                    good += 1
                    continue
                by_way.update(
                    f"{kind} {way} {'opening' if text[at] in '“‘' else 'closing'}" for at, way in chosen.items()
                )
                if shown < options.show and count > 1:
                    shown += 1
                    print(f"{kind}: {spoilt}\n  expected {expected}\n  told     {told(spoilt)}")
            print(f"{kind}, {count} wrong: {good} of {options.times} exactly right ({good / options.times:.1%})")
    if options.show:
        for way, number in by_way.most_common(20):
            print(f"  {number:5} {way}")


if __name__ == "__main__":
    main()
