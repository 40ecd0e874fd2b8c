"""Recall of the contradiction pack on slips planted in clean stories, by kind.

    python bench/slips.py SLIPS.jsonl FOLDER... [--stories N] [--show]

The error model is that of published corrections (SLIPS.jsonl: wrong, right, slip): an age or a weekday off by one, one
digit changed, a name one edit away. How often each way occurs there sets how often it is planted here (names: letter
changed, lost, added, doubled, swapped; figures: which digit). A kind is planted only where it can apply:

    name      a person with a full name whose surname stands at least twice; one later place gets one edit
    age       such a person: "Jane Doe, 47," and later "48-year-old Doe", "Doe, 48," or "Doe (48)"
    weekday   a full date: its right weekday is put before it, off by one day
    figure    "rose 5% to A from B" as the story has it: one digit of one figure
    change    such a sentence made up, in several shapes, and put in: one digit of one figure, or the verb turned round
    measure   a distance, weight or temperature with its right conversion in brackets: one digit of one figure

A slip that leaves the sum right within rounding is not counted. A slip is found if a finding of the pack touches it, by
its place or by its evidence.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from copylint.engine import RuleSet, lint
from copylint.formats import builtin_formats, format_for
from copylint.rule import Chosen
from copylint.testing import load

ROOT = Path(__file__).resolve().parents[1]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOT_SURNAMES = frozenset(
    "Inc Corp Co Ltd Plc Group Bank Company Office Department Agency Service Services Administration Center Centre "
    "House "
    "States Street University College Institute Board Council Commission Association Exchange Union Party Ministry "
    "City "
    "Standards System Team Act Program Minister President Secretary Kong York Zealand Kingdom Africa America".split()
)


class Slip(NamedTuple):
    kind: str
    text: str
    start: int  # where the wrong form stands
    end: int
    was: str


class NameModel(NamedTuple):
    """How names go wrong in published corrections: weights of each edit."""

    weights: dict[str, int]


def edit_of(wrong: str, right: str) -> str | None:
    """The one edit between two words, or None."""
    if len(wrong) == len(right):
        at = [index for index in range(len(wrong)) if wrong[index] != right[index]]
        if len(at) == 1:
            return "change"
        if len(at) == 2 and at[1] == at[0] + 1 and wrong[at[0]] == right[at[1]] and wrong[at[1]] == right[at[0]]:
            return "swap"
    for longer, shorter, name in ((wrong, right, "add"), (right, wrong, "lose")):
        if len(longer) == len(shorter) + 1:
            for index in range(len(longer)):
                if longer[:index] + longer[index + 1 :] == shorter:
                    twice = (index and longer[index - 1] == longer[index]) or longer[index : index + 1] == longer[
                        index + 1 : index + 2
                    ]
                    return f"{name} double" if twice else name
    return None


def model(path: Path) -> NameModel:
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        if row["slip"].startswith("name:edit1") or row["slip"] == "name:same_last":
            for wrong in row["wrong"].split():
                for right in row["right"].split():
                    edit = edit_of(wrong.lower(), right.lower()) if wrong != right and len(wrong) > 3 else None
                    if edit:
                        counts[edit] += 1
    return NameModel(dict(counts))


def misspelt(name: str, edit: str, rng: random.Random) -> str:
    letters = "aeiou" if rng.random() < 0.5 else "bcdfghklmnprstvwyz"
    at = rng.randrange(1, len(name))
    if edit == "change":
        pool = "aeiou" if name[at] in "aeiou" else "bcdfghklmnprstvwyz"
        return name[:at] + rng.choice([letter for letter in pool if letter != name[at]]) + name[at + 1 :]
    if edit == "swap":
        at = rng.randrange(1, len(name) - 1)
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if edit == "add":
        return name[:at] + rng.choice(letters) + name[at:]
    if edit == "add double":
        return name[:at] + name[at] + name[at:]
    if edit == "lose double":
        doubles = [index for index in range(1, len(name)) if name[index] == name[index - 1]]
        at = rng.choice(doubles) if doubles else at
    return name[:at] + name[at + 1 :]


def people(text: str) -> list[tuple[str, str]]:
    """(full name, surname) of people named in full and then by surname alone, by how people are written of."""
    found = []
    for match in re.finditer(r"(?<![.!?:] )(?<!\A)\b([A-Z][a-z]{2,}) (?:[A-Z]\. )?([A-Z][a-z]{4,})\b(?! [A-Z])", text):
        first, last = match.group(1), match.group(2)
        if (
            last in NOT_SURNAMES
            or first in NOT_SURNAMES
            or last.lower() in text
            or first in ("The", "New", "South", "North")
        ):
            continue
        bare = re.findall(
            rf"(?<![A-Za-z.] )\b{last}\b (?:said|told|added|also|was|is|has|noted|will|who)"
            rf"|(?:Mr|Mrs|Ms|Dr)\.? {last}\b|[.\"”] {last} ",
            text,
        )
        if (
            bare
            and len(set(re.findall(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{last}\b", text)) - {"Mr", "Mrs", "Ms", "Dr"}) == 1
        ):
            found.append((match.group(), last))
    return found


def plant_name(text: str, rng: random.Random, names: NameModel) -> Slip | None:
    candidates = people(text)
    if not candidates:
        return None
    _, last = rng.choice(candidates)
    places = [match.start() for match in re.finditer(rf"\b{last}\b", text)]
    if len(places) < 2:
        return None
    at = rng.choice(places[1:])
    edit = rng.choices(list(names.weights), list(names.weights.values()))[0]
    wrong = misspelt(last, edit, rng)
    if wrong == last:
        return None
    return Slip("name", text[:at] + wrong + text[at + len(last) :], at, at + len(wrong), last)


def plant_age(text: str, rng: random.Random) -> Slip | None:
    candidates = people(text)
    rng.shuffle(candidates)
    for full, last in candidates:
        first = text.find(full)
        later = [
            match.start() for match in re.finditer(rf"[.\"”] ({last}) (?:said|told|added|also|was|has|noted)", text)
        ]
        later = [at + 2 for at in later if at > first + len(full)]
        if not later or text[first + len(full) : first + len(full) + 1] not in (" ", ",", "."):
            continue
        age = rng.randrange(19, 88)
        wrong = age + rng.choice((-1, 1)) if rng.random() < 0.7 else int(str(age)[0] + rng.choice("0123456789"))
        if wrong == age:
            continue
        at = rng.choice(later)
        shape = rng.choice(
            (
                "{last}, {age},",
                "The {age}-year-old {last}",
                "{last} ({age})",
                "{last}, who is {age},",
                "{last}, aged {age},",
            )
        )
        put = shape.format(last=last, age=wrong)
        start = text[:at] + put
        wrong_at = at + put.index(str(wrong))
        planted = start + text[at + len(last) :]
        insert = f", {age}," if text[first + len(full)] == " " else f", {age}"
        planted = planted[: first + len(full)] + insert + planted[first + len(full) :]
        return Slip("age", planted, wrong_at + len(insert), wrong_at + len(insert) + len(str(wrong)), str(age))
    return None


MONTH = "January February March April May June July August September October November December".split()


def plant_weekday(text: str, rng: random.Random) -> Slip | None:
    found = [
        match
        for match in re.finditer(rf"\b({'|'.join(MONTH)}) (\d{{1,2}}), (\d{{4}})\b", text)
        if not re.search(r"day,? $", text[: match.start()])
        and not re.search(r"\d ?[-–] ?$|(?:and|to|through|-|–) $", text[: match.start()])
    ]
    if not found:
        return None
    match = rng.choice(found)
    try:
        day = date(int(match.group(3)), MONTH.index(match.group(1)) + 1, int(match.group(2)))
    except ValueError:
        return None
    wrong = WEEKDAYS[(day + timedelta(days=rng.choice((-1, 1)))).weekday()]
    planted = text[: match.start()] + f"{wrong}, " + text[match.start() :]
    return Slip("weekday", planted, match.start(), match.start() + len(wrong), WEEKDAYS[day.weekday()])


NUMBER = r"\d[\d,]*(?:\.\d+)?"
SCALE = r"(?: (?:mln|billion|million|thousand))?"
CHANGE = re.compile(
    rf"\b(?P<verb>rose|fell|increased|declined|dropped|grew|decreased|up|down|gained|jumped|slipped|"
    rf"climbed) (?:by )?(?:an estimated |about )?"
    rf"(?P<pct>{NUMBER}) (?:pct|percent|per cent|%) (?:in \w+ )?(?:to|"
    rf"at) (?P<to>[$£]?{NUMBER})(?P<toscale>{SCALE})[\w ]{{0,30}}? from "
    rf"(?:an? \w+ )?(?P<from>[$£]?{NUMBER})(?P<fromscale>{SCALE})(?![\d,])"
)


def value(digits: str) -> float:
    return float(digits.lstrip("$£").replace(",", ""))


def slack(digits: str) -> float:
    """Half the unit of the last printed digit."""
    _, point, decimals = digits.partition(".")
    return 0.5 * 10 ** -len(decimals) if point else 0.5


def changed(digits: str, rng: random.Random) -> str:
    places = [index for index, letter in enumerate(digits) if letter.isdigit()]
    at = rng.choice(places)
    return digits[:at] + rng.choice([letter for letter in "123456789" if letter != digits[at]]) + digits[at + 1 :]


def plant_figure(text: str, rng: random.Random) -> Slip | None:
    found = list(CHANGE.finditer(text))
    rng.shuffle(found)
    for match in found:
        if (match.group("toscale") or match.group("fromscale")) != (match.group("fromscale") or match.group("toscale")):
            continue
        up = match.group("verb") in ("rose", "increased", "grew", "up", "gained", "jumped", "climbed")
        figures = {key: match.group(key) for key in ("pct", "to", "from")}
        if not fits(figures, up):
            continue
        key = rng.choice(("pct", "to", "from"))
        wrong = changed(figures[key], rng)
        if fits({**figures, key: wrong}, up):
            continue  # still right within rounding
        start, end = match.span(key)
        return Slip("figure", text[:start] + wrong + text[end:], start, start + len(wrong), figures[key])
    return None


SHAPES = (
    "Sales {verb} {pct}% to {to} from {from_}.",
    "Turnover {verb} from {from_} to {to}, {a} {noun} of {pct}%.",
    "Output {verb} by {pct} percent to {to} tonnes last year from {from_} tonnes.",
    "The number of visitors {verb} {pct} per cent, to {to} from {from_} a year earlier.",
    "The group said profit had {verb} to {to} from {from_} in the first half.",
    "Exports were {to}, {way} {pct}% from {from_} in May.",
    "Exports came to {to}, {way} from {from_} a month before.",
    "Debt {verb} to {to}, compared with {from_} in March.",
)
UP = (("rose", "rise"), ("increased", "increase"), ("climbed", "climb"), ("jumped", "jump"))
DOWN = (("fell", "fall"), ("dropped", "drop"), ("declined", "decline"), ("slipped", "fall"))


def plant_change(text: str, rng: random.Random) -> Slip | None:
    ends = [match.end() for match in re.finditer(r"[a-z]{3,}\.(?=\s)", text)]
    if not ends:
        return None
    shape = rng.choice(SHAPES)
    up = rng.random() < 0.6
    start = rng.randrange(110, 900)
    to = round(start * rng.uniform(1.04, 1.6) if up else start * rng.uniform(0.55, 0.96))
    decimals = rng.random() < 0.4
    from_text, to_text = (f"{start / 10:.1f}", f"{to / 10:.1f}") if decimals else (str(start), str(to))
    pct = f"{abs(to / start - 1) * 100:.1f}"
    if rng.random() < 0.3:
        pct = f"{abs(to / start - 1) * 100:.0f}"
    figures = {"pct": pct, "to": to_text, "from": from_text}
    verb, noun = rng.choice(UP if up else DOWN)
    way = "up" if up else "down"
    key = rng.choice(("pct", "to", "from", "verb"))
    if key == "verb":
        verb, noun = rng.choice(DOWN if up else UP)
        way = "down" if up else "up"
    else:
        if key == "pct" and "{pct}" not in shape:
            return None
        figures[key] = changed(figures[key], rng)
        still = fits(figures, up) if "{pct}" in shape else (value(figures["to"]) > value(figures["from"])) == up
        if still or value(figures["to"]) == value(figures["from"]):
            return None
    unit = rng.choice((" million", "m", " billion", "bn", ""))
    sign = rng.choice(("$", "£", "€", "")) if unit in ("m", "bn") else ""
    put = " " + shape.format(
        verb=verb, noun=noun, way=way, pct=figures["pct"], to=f"{sign}{figures['to']}{unit}",
        a="an" if noun[0] in "aeiou" else "a",
        from_=f"{sign}{figures['from']}{unit}",
    )  # fmt: skip
    if sign == "" and unit in ("m", "bn"):
        return None
    at = rng.choice(ends)
    return Slip("change", text[:at] + put + text[at:], at + 1, at + len(put), key)


def fits(figures: dict[str, str], up: bool) -> bool:
    pct, to, start = (value(figures[key]) for key in ("pct", "to", "from"))
    if start <= 0:
        return True
    high = (to + slack(figures["to"])) / max(1e-9, start - slack(figures["from"])) - 1
    low = (to - slack(figures["to"])) / (start + slack(figures["from"])) - 1
    low, high = sorted((low * 100 * (1 if up else -1), high * 100 * (1 if up else -1)))
    room = slack(figures["pct"]) * 2
    return low - room <= pct <= high + room


UNITS = (
    ("miles", "km", 1.609344), ("feet", "metres", 0.3048), ("pounds", "kg", 0.45359237),
    ("acres", "hectares", 0.40468564),
    ("km", "miles", 0.62137119), ("mph", "km/h", 1.609344), ("kg", "lb", 2.20462262), ("inches", "cm", 2.54),
)  # fmt: skip


def plant_measure(text: str, rng: random.Random) -> Slip | None:
    ends = [match.end() for match in re.finditer(r"[a-z]{3,}\.(?=\s)", text)]
    if not ends:
        return None
    unit, other, factor = rng.choice(UNITS)
    first = rng.choice((rng.randrange(12, 100), rng.randrange(100, 990)))
    second = round(first * factor)
    if rng.random() < 0.2:
        unit, other, first = "C", "F", rng.randrange(11, 44)
        second = round(first * 1.8 + 32)
    figures = [str(first), str(second)]
    side = rng.randrange(2)
    wrong = changed(figures[side], rng)
    if abs(value(wrong) - value(figures[side])) / value(figures[side]) < 0.05:
        return None  # within what is rounded every day
    figures[side] = wrong
    gap = "" if unit == "C" else " "
    put = f" It was {figures[0]}{gap}{unit} ({figures[1]}{gap}{other})."
    at = rng.choice(ends)
    start = at + put.index(wrong, 0 if side == 0 else put.index("("))
    return Slip("measure", text[:at] + put + text[at:], start, start + len(wrong), "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("slips", type=Path)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--stories", type=int, default=600)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", action="store_true", help="the slips that were missed")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    names = model(arguments.slips)
    rules = RuleSet(
        Chosen(rule, rule.severity, rule.options)
        for rule in load(str(ROOT / "rules" / "contradiction"))
        if rule.default == "on"
    )
    formats = builtin_formats()
    paths = sorted(path for folder in arguments.folders for path in folder.rglob("*") if path.is_file())
    rng.shuffle(paths)
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for path in paths[: arguments.stories]:
        reader = format_for(path.name, formats)
        if reader is None:
            continue
        text = path.read_text(encoding="utf-8")
        for slip in (
            plant_name(text, rng, names),
            plant_age(text, rng),
            plant_weekday(text, rng),
            plant_figure(text, rng),
            plant_change(text, rng),
            plant_measure(text, rng),
        ):
            if slip is None:
                continue
            planted[slip.kind] += 1
            linted = lint(reader.read(path.name, slip.text), rules)
            places = [
                (place.start.offset, place.end.offset)
                for finding in linted.findings
                for place in (finding.place, *(other.place for other in finding.evidence))
            ]
            if any(start < slip.end and slip.start < end for start, end in places):
                found[slip.kind] += 1
            elif arguments.show:
                around = " ".join(slip.text[max(0, slip.start - 110) : slip.end + 90].split())
                print(f"{slip.kind:8} {path.name}  {slip.was} -> {slip.text[slip.start : slip.end]}  … {around} …")
    print(f"edits of names in the error model: {names.weights}")
    for kind in planted:
        print(f"{kind:8} {found[kind]:4} of {planted[kind]:4}  {found[kind] / planted[kind]:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
