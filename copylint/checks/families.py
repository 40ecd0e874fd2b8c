"""Consistency, as TOML rules name it: families of forms of which an article should use one."""

from __future__ import annotations

from copylint.checks.consistency import MODES, judge_forms, like
from copylint.checks.existence import known, literals, read_terms, uncovered
from copylint.checks.terms import Term, Terms, gate_of
from copylint.document import Document, Span
from copylint.rule import Gate, Kind, Match, Observation, OptionError
from copylint.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

_NONE = Terms(())


class FamiliesOptions(NamedTuple):
    """families: name -> its forms, each the literals of one finite pattern in order, so that the nth of one form
    answers to the nth of another. mode: `consistent` or `style`. style: family -> the form (its place in the family)
    that the house style writes."""

    terms: Terms = _NONE
    exceptions: Terms = _NONE
    families: Mapping[str, tuple[tuple[str, ...], ...]] = {}
    mode: str = "consistent"
    prefer: Mapping[str, int] = {}


class Families:
    """Observes each form of each family, and judges them by majority or by the house style."""

    def terms(self, options: FamiliesOptions) -> Iterator[Terms]:
        yield options.terms  # the exceptions are looked for where there is something to except

    def observe(self, document: Document, options: FamiliesOptions) -> Iterator[Observation]:
        text = document.text
        for hit in uncovered(document, options.terms, options.exceptions):
            family, form, literal = hit.payload
            written = " ".join(text[hit.start : hit.end].split()).lower()
            context = f"{form} {literal} {text[hit.start : hit.end]}"
            yield Observation(family, written, Span(hit.start, hit.end), context)

    def judge(self, family: str, observations: Iterable[Observation], options: FamiliesOptions) -> Iterator[Match]:
        forms = options.families[family]
        wanted = options.prefer.get(family)

        def side(observation: Observation) -> str:
            return forms[int(observation.context.split(" ", 1)[0])][0]

        def rewrite(observation: Observation, winner: str) -> str | None:
            _, literal, written = observation.context.split(" ", 2)
            form = next(form for form in forms if form[0] == winner)
            return like(form[int(literal)], written) if int(literal) < len(form) else None

        yield from judge_forms(
            list(observations),
            mode=options.mode,
            side=side,
            wanted=None if wanted is None else forms[wanted][0],
            rewrite=rewrite,
        )


def _read(table: Mapping[str, Any]) -> FamiliesOptions:
    known(table, ("families", "exceptions", "mode", "prefer", "match-case"))
    families = table.get("families")
    if not isinstance(families, list) or not families:
        raise OptionError(("families",), "'families' is missing: a list of lists of forms")
    mode = table.get("mode", "consistent")
    if mode not in MODES:
        raise OptionError(("mode",), f"'mode' must be one of {', '.join(MODES)}")
    ignore_case = not table.get("match-case", False)
    terms: list[Term] = []
    expanded: dict[str, tuple[tuple[str, ...], ...]] = {}
    for number, forms in enumerate(families):
        key = ("families", number)
        if not isinstance(forms, list) or len(forms) < 2 or not all(isinstance(form, str) for form in forms):
            raise OptionError(key, "a family is a list of two or more forms")
        name = forms[0]
        expanded[name] = tuple(literals((*key, at), form) for at, form in enumerate(forms))
        for at, form in enumerate(expanded[name]):
            terms.extend(Term(text, (name, at, index), ignore_case) for index, text in enumerate(form))
    prefer: dict[str, int] = {}
    wanted = table.get("prefer", [])
    if not isinstance(wanted, list):
        raise OptionError(("prefer",), "'prefer' must be a list of forms of the families")
    for number, form in enumerate(wanted):
        found = [(forms[0], forms.index(form)) for forms in families if form in forms]
        if not found:
            raise OptionError(("prefer", number), f"'{form}' is not a form of a family")
        prefer.update(found)
    return FamiliesOptions(Terms(terms), read_terms("exceptions", table), expanded, mode, prefer)


def _gate(options: FamiliesOptions) -> Gate:
    return gate_of(options.terms)


KIND = Kind("consistency", "forms of which an article should use one", Families(), FamiliesOptions, _read, _gate)
