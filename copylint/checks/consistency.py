"""Judging forms: which of the ways to write one thing is in the minority, and the match that says so.

It sees observations only, of one document or of a whole project, and passes their places on untouched.
"""

from __future__ import annotations

from itertools import islice

from copylint.document import Document
from copylint.rule import HOUSE, Edit, Evidence, Match, Observation
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

# Places that a finding names, the winner's first: those of its own file are all named but in a monstrous one.
_MOST_ELSEWHERE = 20
_MOST_WITHIN = 1000
MODES = ("consistent", "style")


class Forms:
    """A whole consistency check made of one finder: it observes what the finder yields, and judges by majority, or by
    what the options call the house's form.

    find(document, options) yields observations whose form is the name of a side, as styles and messages give
    it. A style names the side in the option `form`, which may be empty; the options have a `mode` too.
    rewrite: as in `judge_forms`. may_differ: a cheap test that is false only where it
    cannot have two forms.
    """

    def __init__(
        self,
        find: Callable[[Document, Any], Iterable[Observation]],
        rewrite: Callable[[Observation, str], str | None] | None = None,
        may_differ: Callable[[Document], bool] | None = None,
    ) -> None:
        self.find = find
        self.rewrite = rewrite
        self.may_differ = may_differ

    def observe(self, document: Document, options: Any) -> Iterable[Observation]:
        return self.find(document, options)

    def observe_alone(self, document: Document, options: Any) -> Iterable[Observation]:
        if self.may_differ is not None and not options.form and not self.may_differ(document):
            return ()
        return self.find(document, options)

    def judge(self, family: str, observations: list[Observation], options: Any) -> Iterator[Match]:
        return judge_forms(observations, mode=options.mode, wanted=options.form or None, rewrite=self.rewrite)


def judge_forms(
    observations: Sequence[Observation],
    *,
    mode: str = "consistent",
    side: Callable[[Observation], str] | None = None,
    wanted: str | None = None,
    rewrite: Callable[[Observation, str], str | None] | None = None,
) -> Iterator[Match]:
    """One match for each file that has places on a losing side, at the first of them.

    observations: those of one family, sorted by path and position. side: what the observation votes for; its
    form if left out. wanted: the side that the house style sets; it wins whatever the majority does. Without
    it the side with the most places wins, and on a tie the one that comes first. rewrite: how the form at a
    place reads on the winning side, None where that is not known; without it there is no suggestion.

    The evidence is every other place of its file, and at most twenty in other files, the winning side's first.

    The match has an edit for every losing place of its file, and these slots for the message: minority: the
    form at the place. minority_count: how often its side occurs and in how many files, in words.
    majority: the winning side's most frequent form. majority_count: how often that side occurs, likewise. tie:
    a remark, or empty. cure: ": write 'adviser'", or empty where that is not known. verdict: all of it in one
    clause, true in either mode: "'adviser' once, but 'advisor' 3 times".
    """
    voted = [observation.form if side is None else side(observation) for observation in observations]
    votes: dict[str, int] = {}
    for vote in voted:
        votes[vote] = votes.get(vote, 0) + 1
    if wanted is not None:
        winner = wanted
    elif mode == "style" or len(votes) < 2:
        return
    else:
        winner = max(votes, key=votes.__getitem__)  # the first of equals
    losing = [index for index, vote in enumerate(voted) if vote != winner]
    if not losing:
        return
    sides = _sides(observations, voted)
    counts: dict[str, int] = {}
    by_path: dict[str, list[int]] = {}
    for index, observation in enumerate(observations):
        counts[observation.form] = counts.get(observation.form, 0) + 1
        by_path.setdefault(observation.path, []).append(index)
    elsewhere = [index for index, vote in enumerate(voted) if vote == winner] + losing
    for path in dict.fromkeys(observations[index].path for index in losing):
        members = by_path[path]
        indexes = [index for index in members if voted[index] != winner]
        first = observations[indexes[0]]
        better = None if rewrite is None else rewrite(first, winner)
        winning = sides.get(winner) or _Side({better or winner: 0}, times(0))
        shown = [index for index in members if index != indexes[0]]
        if len(shown) > _MOST_WITHIN:
            shown = sorted(shown, key=lambda index: voted[index] != winner)[:_MOST_WITHIN]
        shown += islice((index for index in elsewhere if observations[index].path != path), _MOST_ELSEWHERE)
        yield Match(
            first.place,
            evidence=tuple(Evidence(observations[index].place, observations[index].form) for index in sorted(shown)),
            suggestions=() if better is None else (better,),
            slots=_slots(first.form, better, sides[voted[indexes[0]]], winning, wanted),
            edits=_edits([observations[index] for index in indexes[:_MOST_WITHIN]], winner, rewrite),
            counts=counts,
        )


class _Side(NamedTuple):
    """A side of the vote: its forms, how often each of them occurs, and in words how often all of them do."""

    forms: Mapping[str, int]
    spread: str

    def places(self) -> int:
        return sum(self.forms.values())

    def leading(self) -> str:
        """The form that occurs most often; of equals the first."""
        return max(self.forms, key=self.forms.__getitem__)

    def told(self, form: str) -> str:
        """A form of the side, and how often the side occurs."""
        others = "" if len(self.forms) == 1 else " and the like"
        return f"'{form}'{others} {self.spread}"


def _sides(observations: Sequence[Observation], voted: Sequence[str]) -> dict[str, _Side]:
    """The sides that somebody is on."""
    forms: dict[str, dict[str, int]] = {}
    paths: dict[str, list[str]] = {}
    for observation, vote in zip(observations, voted, strict=True):
        of_side = forms.setdefault(vote, {})
        of_side[observation.form] = of_side.get(observation.form, 0) + 1
        paths.setdefault(vote, []).append(observation.path)
    looked_at = len({observation.path for observation in observations})
    return {vote: _Side(of_side, _spread(paths[vote], looked_at)) for vote, of_side in forms.items()}


def _slots(form: str, better: str | None, losing: _Side, winning: _Side, wanted: str | None) -> dict[str, str]:
    """The slots for the message about a losing form. better: how it reads on the winning side, if that is known."""
    majority = winning.leading()
    tie = ", and first" if wanted is None and losing.places() == winning.places() else ""
    slots = {
        "minority": form,
        "minority_count": losing.spread,
        "majority": majority,
        "majority_count": winning.spread,
        "cure": f": write '{better.strip()}'" if better else "",
        "tie": tie,
        "verdict": f"{losing.told(form)}, but {winning.told(majority)}{tie}",
    }
    if wanted is not None:
        slots[HOUSE] = wanted
        slots["verdict"] = f"'{form}', but the house style writes '{better or majority}'"
    return slots


def times(count: int) -> str:
    """Once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count) or f"{count} times"


def like(text: str, model: str) -> str:
    """`text` with the capitals of `model`: all of them, the first letter, or none."""
    if len(model) > 1 and model.isupper():
        return text.upper()
    if model[:1].isupper():
        return text[:1].upper() + text[1:]
    return text


def _spread(paths: Sequence[str], looked_at: int) -> str:
    """How often a side occurs, and in how many files if more than one was looked at."""
    if looked_at == 1 or len(paths) == 1:
        return times(len(paths))
    files = len(set(paths))
    return f"{times(len(paths))} in {files} file{'' if files == 1 else 's'}"


def _edits(
    losing: Sequence[Observation], winner: str, rewrite: Callable[[Observation, str], str | None] | None
) -> tuple[Edit, ...]:
    """An edit for each losing place; none at all unless every one of them can be rewritten."""
    edits = []
    for observation in losing:
        better = None if rewrite is None else rewrite(observation, winner)
        if better is None:
            return ()
        edits.append(Edit(observation.place, better))
    return tuple(edits)
