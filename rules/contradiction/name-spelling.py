"""One name in two spellings: Blavatnik three times, Blavatnick once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from copylint.annotate.people import (
    COURTESY,
    TITLES,
    begins_sentence,
    capitalised,
    distance,
    neighbours,
    plain,
)
from copylint.document import Document, Span
from copylint.rule import Evidence, Example, Match, NoOptions, Rule


def check(document: Document, options: NoOptions) -> Iterable[Match]:
    forms = capitalised(document)
    found = []
    for first, second in islice(_candidates(forms), _MOST_PAIRS):
        pair = _Pair(document, forms, first, second)
        if pair.is_one_name():
            found.append((pair.minor, pair.major))
    found.extend(_swapped(forms))
    told = set()
    for minor, major in found:
        if minor in told:
            continue
        told.add(minor)
        yield _match(forms, minor, major)


def _match(forms: dict[str, list[int]], minor: str, major: str) -> Match:
    places = [Span(start, start + len(minor)) for start in forms[minor]]
    others = [Span(start, start + len(major)) for start in forms[major]]
    evidence = [Evidence(span, minor) for span in places[1:]] + [Evidence(span, major) for span in others]
    evidence.sort(key=lambda one: one.place)
    counts = {minor: len(places), major: len(others)}
    return Match(
        places[0],
        tuple(evidence),
        (major,) if len(others) > len(places) else (),  # on a tie either may be the slip
        slots={"minor": _times(minor, len(places)), "major": _times(major, len(others))},
        counts=counts,
    )


def _times(form: str, count: int) -> str:
    return f"'{form}' {'once' if count == 1 else 'twice' if count == 2 else f'{count} times'}"


def _candidates(forms: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Pairs of forms that one slip may part. Either the first two letters agree or the last two do."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for form in forms:
        head = "Mc" if form.startswith("Mac") else form[:2]
        alike = heads.get(head)
        if alike is None:
            heads[head] = [form]
        else:
            for other in alike[-_MOST_ALIKE:]:
                if -3 < len(form) - len(other) < 3 and _near(form, other):
                    yield other, form
            alike.append(form)
        alike = tails.get(form[-2:])
        if alike is None:
            tails[form[-2:]] = [form]
        else:
            first, end = form[0], form[-3:]
            for other in alike[-_MOST_ALIKE:]:
                if (other[0] == first or other[-3:] == end) and other[:2] != form[:2] and _near(form, other):
                    yield other, form
            alike.append(form)


_MOST_ALIKE = 60  # forms with one beginning or end that are compared: an article has fewer, a list of names has more
_MOST_PLACES = 30  # places of one form that are looked at
_MOST_PAIRS = 500  # pairs that are judged: each looks through the article


def _near(first: str, second: str) -> bool:
    gap = len(first) - len(second)
    shorter = len(first) if gap < 0 else len(second)
    if gap > 2 or gap < -2 or (shorter < 7 and (gap > 1 or gap < -1)):
        return False
    # Two edits leave at least one of these alike in place.
    if shorter < 7:
        return distance(first, second, 1) == 1
    return 1 <= distance(first, second, 2) <= 2


def _swapped(forms: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Double-barrelled names in two orders."""
    orders: dict[tuple[str, ...], str] = {}
    for form in forms:
        if "-" not in form:
            continue
        parts = form.split("-")
        if len(parts) == 2 and parts[0] != parts[1] and parts[0][:1].isupper() and parts[1][:1].isupper():
            key = tuple(sorted(parts))
            other = orders.setdefault(key, form)
            if other != form and not _two_places(*parts):
                minor, major = (form, other) if len(forms[form]) <= len(forms[other]) else (other, form)
                yield minor, major


def _two_places(first: str, second: str) -> bool:
    from copylint.annotate.names import PLACES

    return first.lower() in PLACES or second.lower() in PLACES


class _Pair:
    """Two forms that differ little, and what the article shows of them."""

    def __init__(self, document: Document, forms: dict[str, list[int]], first: str, second: str) -> None:
        self.document = document
        # The form that is rarer is the slip; on a tie the one that is not known, else the later one.
        self.major, self.minor = first, second
        if len(forms[second]) > len(forms[first]):
            self.major, self.minor = second, first
        self.tied = len(forms[second]) == len(forms[first])
        self.forms = forms

    def is_one_name(self) -> bool:
        if self.tied and all(self._in_heading(start) for start in self.forms[self.major][:_MOST_PLACES]):
            self.major, self.minor = self.minor, self.major  # the headline is the slip, not the story
        major, minor = plain(self.major), plain(self.minor)
        if major.replace("-", "") == minor.replace("-", "") or _camel(self.major) or _camel(self.minor):
            return False
        same, _, bare = self._people()
        if _inflected(major, minor) and not (same or bare):
            return False
        if min(len(major), len(minor)) <= 4 and not same and not (bare and len(major) > 4 and not _known(minor)):
            return False
        if self._side_by_side():
            return False
        if self._is_word(self.major) or self._is_word(self.minor):
            return False
        if not (self._is_name(self.major) or same or bare) or not self._stands_alone(self.minor):
            return False
        if not self._judge(major, minor):
            return False
        if self.tied and _known(minor) and not _known(major):
            self.major, self.minor = self.minor, self.major
        return True

    def _judge(self, major: str, minor: str) -> bool:
        from copylint.annotate.common_words import COMMON_WORDS
        from copylint.annotate.names import GIVEN_NAMES, PLACES, SURNAMES

        edits = distance(major, minor, 2)
        known_major, known_minor = _known(major), _known(minor)
        same, other, bare = self._people()
        if (major in PLACES or minor in PLACES) and _differ_at_end(major, minor):
            return False
        if known_minor and known_major:
            if major in COMMON_WORDS or minor in COMMON_WORDS:
                return False
            if major in GIVEN_NAMES and minor in GIVEN_NAMES and not (major in SURNAMES and minor in SURNAMES):
                return same and _one_sound(major, minor)
            if same:
                return True
            # "Donald Regan, President Reagan's chief of staff": an office introduces as a given name does.
            if self._has_office(self.minor):
                return False
            return bare and not other and major in SURNAMES and minor in SURNAMES
        if minor in COMMON_WORDS:
            # A name that looks like a word, and the word itself at a sentence's start or in a title.
            return same
        if other and not same:
            return False
        if _plural(major, minor):
            return self._one_given_name()
        if _gendered(major, minor):
            return False
        if major[0] != minor[0] and not same and not _sounds_alike(major[0], minor[0]):
            return False
        if edits == 2 and not same:
            return major[0] == minor[0] and _one_sound(major, minor)
        return not (known_minor and len(self.forms[self.major]) > 1 and not (same or bare))

    def _is_word(self, form: str) -> bool:
        """True if the article has the form in lower case: then it is a word, and a capital begins a title with it."""
        low = form.lower()
        text = self.document.text
        at = text.find(low)
        while at >= 0:
            end = at + len(low)
            before, after = text[at - 1 : at], text[end : end + 1]
            ends = after not in ("@", "/", "_") and not (after == "." and text[end + 1 : end + 2].isalnum())
            if ends and not after.isalnum() and not (at and (before.isalnum() or before in "@#/._-")):
                return True
            at = text.find(low, end)
        return False

    def _side_by_side(self) -> bool:
        """True if both stand together: Hong Kong, Best Bets."""
        text = self.document.text
        for first, second in ((self.minor, self.major), (self.major, self.minor)):
            for start in self.forms[first][:_MOST_PLACES]:
                end = start + len(first) + 1
                if text[end : end + len(second)] == second:
                    return True
        return False

    def _is_name(self, form: str) -> bool:
        """True if the form stands with a capital where only names do."""
        return any(self._amid(start, form) for start in self.forms[form][:_MOST_PLACES])

    def _stands_alone(self, form: str) -> bool:
        """True if the rarer form is a name too, or begins a sentence or stands in a heading and is no known word."""
        if self._is_name(form):
            return True
        places = self.forms[form][:_MOST_PLACES]
        if form.lower() in _common_words() or not places:
            return False
        if any(not self._in_heading(start) and self._in_prose(start, form) for start in places):
            return True
        # A headline has capitals on any word: there it takes a name that the story has more than once.
        in_heading = any(self._in_heading(start) for start in places)
        return in_heading and not _known(plain(form)) and len(self.forms[self.major]) > 1

    def _in_heading(self, start: int) -> bool:
        block = self.document.block_at(start)
        return (block is not None and block.kind in ("heading", "headline")) or block is None

    def _amid(self, start: int, form: str) -> bool:
        return (
            not self._in_heading(start)
            and not begins_sentence(self.document, start)
            and not self._title_case(start)
            and self._in_prose(start, form)
        )

    def _in_prose(self, start: int, form: str) -> bool:
        """True if words in lower case stand near: no table, no list."""
        text = self.document.text
        near = text[max(0, start - 40) : start].split()[-3:] + text[start + len(form) : start + 60].split()[:4]
        return any(word.strip(_MARKS).isalpha() and word.islower() for word in near)

    def _title_case(self, start: int) -> bool:
        """True if most words around have a capital too: a title, a list of names, a line of a table."""
        text = self.document.text
        around = (text[max(0, start - 40) : start].split()[-4:] if start else []) + text[start : start + 60].split()[
            1:5
        ]
        words = [word for word in around if word[:1].isalpha()]
        return len(words) >= 4 and all(word[0].isupper() or len(word) < 4 for word in words)

    def _people(self) -> tuple[bool, bool, bool]:
        """(same, other, bare): a name that both forms stand beside; names that only one does; the rarer form never
        stands beside one while the other does."""
        major_before, major_after = self._beside(self.major)
        minor_before, minor_after = self._beside(self.minor)
        same = bool(major_before & minor_before or major_after & minor_after)
        other = bool((major_before and minor_before) or (major_after and minor_after)) and not same
        # "Michel Barnier" and "Michael McCurry"; "John Anders" and "Andres Gil": a given name here, a surname there.
        crossed = bool((major_before and minor_after) or (major_after and minor_before)) and not same
        bare = bool(major_before or major_after) and not (minor_before or minor_after)
        return same, other or crossed, bare

    def _has_office(self, form: str) -> bool:
        return any(
            plain(neighbours(self.document, start, form)[0]) in TITLES - COURTESY
            for start in self.forms[form][:_MOST_PLACES]
        )

    def _one_given_name(self) -> bool:
        from copylint.annotate.names import GIVEN_NAMES

        return bool(self._beside(self.major)[0] & self._beside(self.minor)[0] & GIVEN_NAMES)

    def _beside(self, form: str) -> tuple[set[str], set[str]]:
        from copylint.annotate.common_words import COMMON_WORDS
        from copylint.annotate.names import CALENDAR, PLACES

        before: set[str] = set()
        after: set[str] = set()
        for start in self.forms[form][:_MOST_PLACES]:
            left, right = neighbours(self.document, start, form)
            for word, group in ((left, before), (right, after)):
                low = plain(word)
                if len(low) < 2 or low in _NO_GIVEN or low in TITLES or low in CALENDAR or low in PLACES:
                    continue
                if low not in COMMON_WORDS:
                    group.add(low)
        return before, after


_NO_GIVEN = frozenset("new old the big mr mrs ms st inc co ltd plc for and but of in on at by to".split())
_MARKS = ".,;:()'\"“”‘’"


def _common_words() -> frozenset[str]:
    from copylint.annotate.common_words import COMMON_WORDS

    return COMMON_WORDS


def _known(word: str) -> bool:
    from copylint.annotate.common_words import COMMON_WORDS
    from copylint.annotate.names import CALENDAR, GIVEN_NAMES, PLACES, SURNAMES

    return word in PLACES or word in GIVEN_NAMES or word in SURNAMES or word in COMMON_WORDS or word in CALENDAR


def _camel(form: str) -> bool:
    """True for what is no word: URLs, NavalX, It'll."""
    capitals = sum(letter.isupper() for letter in form)
    return (capitals > 1 and (capitals * 2 > len(form) or form[-1].isupper())) or form[-3:] in _CONTRACTIONS


_CONTRACTIONS = frozenset(mark + ending for mark in "'’" for ending in ("ll", "re", "ve"))


def _differ_at_end(first: str, second: str) -> bool:
    """True if only endings part two words: Turkey and Turkes, France and Franco, Somalia and Somalis."""
    return first[:-2] == second[: len(first) - 2] or second[:-2] == first[: len(second) - 2]


_PAIRED_ENDINGS = (
    ("ism", "ist"),
    ("isms", "ists"),
    ("man", "men"),
    ("ist", "ists"),
    ("ing", "ings"),
    ("ed", "er"),
)


def _inflected(first: str, second: str) -> bool:
    """True if the longer form is the shorter with the ending of a people, a follower or an adjective."""
    shorter, longer = sorted((first, second), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in (
        "ian",
        "an",
        "ns",
        "is",
        "ish",
        "ic",
        "ist",
        "er",
        "ers",
        "man",
        "men",
    ):
        return True
    for one, two in _PAIRED_ENDINGS:
        for a, b in ((first, second), (second, first)):
            if a.endswith(one) and b.endswith(two) and a[: -len(one)] == b[: -len(two)]:
                return True
    return longer[:-1] == shorter and longer[-1] == "i"


def _plural(first: str, second: str) -> bool:
    shorter, longer = sorted((first, second), key=len)
    return longer in (shorter + "s", shorter + "es")


def _gendered(first: str, second: str) -> bool:
    """Petrov and Petrova, Novak and Novakova, Kowalski and Kowalska, Tolstoy and Tolstaya."""
    shorter, longer = sorted((first, second), key=len)
    if longer == shorter + "a" and shorter.endswith(("v", "in", "yn", "sky")):
        return True
    if longer in (
        shorter + "ova",
        shorter[:-1] + "ova",
        shorter + "eva",
        shorter[:-2] + "aya",
        shorter[:-1] + "aya",
    ):
        return True
    return (
        len(first) == len(second)
        and first[:-1] == second[:-1]
        and {first[-1], second[-1]} == {"i", "a"}
        and (first.endswith(("ski", "ska", "cki", "cka", "dzki", "dzka")))
    )


# Letters that one sound is written with: Gaddafi and Qaddafi, Kirill and Cyrill.
_SOUNDS = ("gqk", "ckq", "yji", "iey", "szx", "vwf", "ouw", "bp", "dt", "ae", "jz", "hk")


def _sounds_alike(first: str, second: str) -> bool:
    return any(first in sounds and second in sounds for sounds in _SOUNDS)


def _skeleton(word: str) -> str:
    """A word with the spellings of one sound made one: no double letters, no vowels but the first."""
    for spelling, sound in (
        ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("tch", "ch"), ("sch", "sh"), ("ck", "k"),
        ("cz", "ch"), ("ts", "z"), ("tz", "z"), ("q", "g"), ("c", "k"), ("w", "v"), ("x", "ks"), ("j", "y"), ("z", "s"),
    ):  # fmt: skip
        word = word.replace(spelling, sound)
    kept = word[:1]
    for letter in word[1:]:
        if letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept


def _one_sound(first: str, second: str) -> bool:
    """True if two words may be two spellings of one name, or one with two letters swapped or lost amid the word."""
    return _skeleton(first) == _skeleton(second)


RULE = Rule(
    summary="One name spelt in two ways.",
    why=(
        "The reader wonders whether there are two people, and whoever is named will not forgive it. Names are what "
        "newspapers correct most."
    ),
    message="{minor}, but {major}: is it one name?",
    check=check,
    examples=(
        Example(
            bad=(
                "The oligarch Dmitri <evidence>Kovalchik</evidence> spoke first. <mark>Kovalchick</mark> denied it, and "
                "<evidence>Kovalchik</evidence> will appeal."
            ),
        ),
        Example(
            bad="Police named her as Ama <evidence>Boateng</evidence>. Neighbours said Ms <mark>Baoteng</mark> was kind.",
        ),
        Example(
            bad=(
                "Colonel <evidence>Gaddafi</evidence> spoke. Rebels said <evidence>Gaddafi</evidence> had fled, and the "
                "aides of <mark>Qaddafi</mark> denied it."
            ),
        ),
        Example(
            bad=(
                "The boy, Carl <evidence>Walker-Hoover</evidence>, was eleven. A teacher said "
                "<mark>Hoover-Walker</mark> had been unhappy."
            ),
            why="The two halves of the name have changed places.",
        ),
        Example(
            good="Iraq said that Iraqi troops and the Mifsud family, the Mifsuds, were safe.",
            why="Inflections.",
        ),
        Example(
            good="Oleg Petrov and his wife, Anna Petrova, live there.",
            why="A surname has a gender in Russian.",
        ),
        Example(good="Mohammed Karzai met Mohamed Salim in Cairo.", why="Two people."),
        Example(good="Michel Barnier wrote to Michael Gove.", why="Two people."),
        Example(good="He flew from Austria to Australia by way of Iran and Iraq.", why="Two places."),
        Example(good="In Riverside County the Country Club burnt down.", why="Two words."),
    ),
)
