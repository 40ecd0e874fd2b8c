"""Whether two names that differ little are one, judged by where they stand in the article and beside what."""

from __future__ import annotations

from copylint.annotate.beside import MOST_PLACES, NO_GIVEN, Beside, may_be_given
from copylint.annotate.given_names import twins
from copylint.annotate.known_names import KnownNames, known_names
from copylint.annotate.name_forms import (
    camel,
    differ_at_end,
    foreign_ending,
    gendered,
    inflected,
    is_land,
    of_a_place,
    of_two_sexes,
    one_people,
    one_sound,
    plural,
    slip_shaped,
    sounds_alike,
    swapped_letters,
    undoubled,
)
from copylint.annotate.near_names import distance, places
from copylint.annotate.people import (
    NOT_PEOPLE,
    in_heading,
    in_prose,
    neighbours,
    plain,
    stands_as_name,
)
from copylint.annotate.word_places import occurrences
from copylint.annotate.words import flowed
from copylint.document import Document
from copylint.expressions import expression
from copylint.memo import lru_cache

_MOST_KNOWN = 5_000  # pairs of forms whose verdict is kept
_LONG = 8  # letters: so long a word whose letters stand otherwise elsewhere is a slip, wherever it stands
_SENTENCE = 150  # characters that a sentence has at the most, here
# What follows names of firms and of people, and tells none from another.
_NO_NAME = NOT_PEOPLE | NO_GIVEN | frozenset("corp group holdings limited bank company trust".split())
# What stands between two things that are named together: Parker and Parke, Hong Kong.
_BETWEEN = (
    " ", " (", " and ", " & ", " or ", ", ", "/", "-", "–", " v ", " vs ", " beat ", " against ", " from ", " not ",
    " bin ", " bint ", " ibn ",
)  # fmt: skip


# What follows a noun that no other noun follows.
_NOUN_ENDS = expression(
    r"(?:['’]s\b|[ \n]*(?:[.,;:!?()\"”\u2013\u2014-]|$)|[ \n](?:in|on|at|of|to|for|from|by|with|and|or|but|as|than|"
    r"that|which|who|is|was|are|were|has|had|will|would|can|could|may|might|when|while|after|before|since|until|during|"
    r"opens?|opened|begins?|began|starts?|started|ends?|ended)\b)"
)
KIND_OF_PLACE = expression(
    r" (?:[a-z]+ )?([Pp]ost|[Bb]each|[Vv]illage|[Tt]own|[Tt]ownship|[Cc]ity|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Rr]iver|"
    r"[Ii]sland|[Pp]ort|[Hh]arbou?r|[Ss]tation|[Aa]irport|[Cc]amp|[Bb]ase|[Hh]ill|[Hh]ills|[Mm]ountains?|[Vv]alley|"
    r"[Bb]ay|[Ll]ake|[Ss]treet|[Rr]oad|[Bb]ridge|[Mm]arket|[Hh]ospital|[Ss]chool|[Uu]niversity|[Rr]egion|[Ff]orest|"
    r"[Cc]ave|[Mm]ine|[Dd]am|[Pp]ark|[Hh]otel|[Pp]rison|[Cc]rossing|[Cc]heckpoint|[Ss]uburb|[Nn]eighbou?rhood)\b"
)


def may_be_one(document: Document, first: str, second: str) -> bool:
    """False if two forms that differ little are certain to be two words or two names, whatever stands beside them. Most
    pairs are decided here."""
    return _may_be_one_anywhere(first, second) and not (_is_word(document, first) or _is_word(document, second))


@lru_cache(_MOST_KNOWN)
def _may_be_one_anywhere(first: str, second: str) -> bool:
    """False if two forms are certain to be two words or two names in any article: many have State and States."""
    known = known_names()
    one, two = plain(first), plain(second)
    words = one in known.words, two in known.words
    if all(words):
        return False
    if f"{one}sy" == two or f"{two}sy" == one:
        return False  # "Christmassy"
    if inflected(one, two) or plural(one, two):
        places_or_words = one in known.capitals or two in known.capitals or any(words)
        if places_or_words and not (one in known.surnames and two in known.surnames):
            return False
    return one.replace("-", "").replace("'", "") != two.replace("-", "").replace("'", "") and not gendered(one, two)


def _is_word(document: Document, form: str) -> bool:
    """True if the text has the form in lower case: then it is a word, and has its capital from a title that begins with
    it."""
    text = flowed(document)
    low = form.lower()
    for at in occurrences(document, low, text):
        end = at + len(low)
        before, after = text[at - 1 : at], text[end : end + 1]
        ends = after not in ("@", "/", "_") and not (after == "." and text[end + 1 : end + 2].isalnum())
        if ends and not after.isalnum() and not (at and (before.isalnum() or before in "@#/._-")):
            return True
    return False


class NamePair:
    """Two forms that differ little. `minor` is the one taken for the slip: the rarer one; on a tie the one above the
    story, else the unknown one, else the later one. `tied`: both occur equally often."""

    def __init__(self, document: Document, known: KnownNames, first: str, second: str) -> None:
        self.document = document
        self.known = known
        counts = len(places(document, first)), len(places(document, second))
        self.missing = not all(counts)
        self.tied = counts[0] == counts[1]
        if counts[1] > counts[0] or (self.tied and counts[0] and places(document, second) < places(document, first)):
            self.major, self.minor = second, first
        else:
            self.major, self.minor = first, second

    def is_one_name(self) -> bool:
        """True if the article has one name in these two spellings, as far as can be told."""
        if self.missing or camel(self.major) or camel(self.minor) or self._named_together():
            return False
        if self.major[3:] != self.major[3:].lower() and "-" not in self.major and self.major[:-1] in self.minor:
            return False  # RustCon and RustConf: what is made up is made up on purpose
        major, minor = plain(self.major), plain(self.minor)
        known = self.known
        if self.tied and all(self._above_story(start) for start in self._places(self.major)):
            self.major, self.minor = self.minor, self.major  # the headline is the slip, not the story
            major, minor = minor, major
        self._look()
        if not (
            self._is_name(self.major)
            or self.same
            or self.bare
            or self._is_no_word(self.major)
            or (len(major) >= _LONG and swapped_letters(major, minor) and not (known.have(major) or known.have(minor)))
        ) or not self._stands_alone(self.minor):
            return False
        if not (self.untold or self._judge(major, minor)):
            return False
        if self._of_place_and_thing(major, minor) or (self.tied and self._two_on_a_tie(major, minor)):
            return False
        if self.tied and known.have(minor) and not known.have(major):
            self.major, self.minor = self.minor, self.major
        return True

    def _look(self) -> None:
        """What the words beside the forms say. same: both forms stand beside the same name or after the same courtesy
        title. other: they stand beside different names. bare: the rarer form never stands beside a name, and the other
        does. untold: one has a courtesy title and is never introduced, and the other has a given name."""
        major, minor = (Beside(self.document, self.known, form) for form in (self.major, self.minor))
        self.same = bool(major.before & minor.before or major.after & minor.after)
        self.beside = {self.major: major, self.minor: minor}
        if major.before & minor.before and major.behind and minor.behind and not major.behind & minor.behind:
            self.same = False  # "Kim Jong Un" and "Kim Sang Duk"
        titles = (major.courtesy & minor.courtesy) | (major.offices & minor.offices)
        if (titles and (major.alone or minor.alone)) or (major.saint and minor.saint):
            self.same = True
        # "Judge Mark Rowe", and "Judge Marc Rowe"
        self.one_bearer = bool(titles - {"mr", "mrs", "ms", "miss"} and major.after & minor.after)
        self.other = not self.same and bool(
            (major.before and minor.before)
            or (major.after and minor.after)
            # "Michel Barnier" and "Michael McCurry"; "John Anders" and "Andres Gil".
            or (major.before and minor.after)
            or (major.after and minor.before)
        )
        self.bare = minor.alone and not major.alone
        self.follows_name = bool(major.before)
        given = major.given | minor.given
        self.introduced = not major.before.isdisjoint(given)
        self.of_office = bool(minor.offices)
        self.in_foreign_name = major.in_foreign_name or minor.in_foreign_name
        # "Nguyen Van Thanh", "Nguyen Van Thang", "Thanh", "Thang": two people, each introduced and then named again.
        self.two_people = bool(major.before and minor.before) and major.bare and minor.bare
        self.untold = False
        for one, other in ((minor, major), (major, minor)):
            if one.courtesy and one.alone and other.before & given and not other.courtesy - one.courtesy:
                fewer = min(len(self._places(self.minor)), len(self._places(self.major)))
                names = plain(self.major), plain(self.minor)
                self.untold = fewer == 1 and (distance(*names, 1) == 1 or swapped_letters(*names))
        self.one_given = bool(major.before & minor.before & given)

    def _judge(self, major: str, minor: str) -> bool:
        """True if the spelling, what is known of both forms, and the words beside them all suggest one name."""
        known = self.known
        if self.one_bearer:
            return True
        edits = distance(major, minor, 2)
        introduced = self._is_introduced(major, minor, edits)
        short = min(len(major), len(minor)) <= 4 and not (self.same or introduced)
        if short and (not self.bare or len(major) <= 4 or known.have(minor)):
            return False
        if one_people(major, minor):
            return True
        if self.two_people or self._both_twice_in_one_sentence():
            return False
        if not self.same and any(
            is_land(one, known.capitals) and one not in known.surnames and self.beside[form].given
            for one, form in ((major, self.minor), (minor, self.major))
        ):
            return False  # "Korea", and "Nelly Korda"
        capitals = tuple(name in known.capitals or name.removesuffix("s") in known.capitals for name in (major, minor))
        if any(capitals) and not self.same and (self.in_foreign_name or self._has_foreign_ending(major, minor)):
            return False
        if (inflected(major, minor) or plural(major, minor)) and not self._has_lost_its_end(major, minor):
            return self.one_given and (not any(capitals) or (major in known.surnames and minor in known.surnames))
        given = major in known.given and minor in known.given
        if (
            all(capitals)
            and differ_at_end(major, minor)
            and not (introduced or (self.same and (given or self.one_given)))
        ):
            return False  # Argentina and Argentine, German and Germany, Koreas and Korean
        if known.have(minor) and known.have(major):
            return self._is_one_of_known(major, minor, introduced=introduced, edits=edits)
        if minor in known.words:
            # A name that looks like a word, and the word itself at a sentence's start or in a title.
            return self.same
        return self._is_one_of_unknown(major, minor, edits)

    def _is_introduced(self, major: str, minor: str, edits: int) -> bool:
        """True if the rarer form stands once, by itself, and the other after a given name: "Henry Ginsburg", and then
        "Ginsberg". After a given name stands a surname, in no list though it be. But an office introduces as a given
        name does: "Donald Regan, President Reagan's chief of staff"."""
        if not (self.introduced and self.bare and edits == 1) or self.of_office or len(self._places(self.minor)) > 1:
            return False
        led = self.beside[self.minor].led
        if self._comes_before() or (
            self.tied and any(word in self.known.capitals and word not in self.known.words for word in led)
        ):
            return False  # "Tamil Nadu", and "C. N. Naidu"
        # "The Israel Iran war", and Iraq: two lands, whatever stands before one.
        return not (is_land(major, self.known.capitals) and is_land(minor, self.known.capitals))

    def _comes_before(self) -> bool:
        """True if the rarer form stands in the story before the other: "from Stanford", and later "Mark Sanford"."""
        start = self._places(self.minor)[0]
        return start < self._places(self.major)[0] and not self._above_story(start)

    def _has_foreign_ending(self, major: str, minor: str) -> bool:
        """True for a place that is no surname, and its name with the ending of another language."""
        stems = major.removesuffix("s"), minor.removesuffix("s")
        short = min(stems, key=len)
        return foreign_ending(*stems) and short in self.known.capitals and short not in self.known.surnames

    def _has_lost_its_end(self, major: str, minor: str) -> bool:
        """True for "John Akers", and then "Aker"; but not for "John Aker" and the Akers."""
        named = self.introduced or (self.follows_name and not plural(major, minor))
        shorter = len(minor) < len(major) and len(self._places(self.minor)) == 1
        if self.follows_name and self.beside[self.minor].offices and self.beside[self.minor].alone:
            return shorter and not self.other  # "Huw Lloyd-Jenkins", and Bishop Lloyd-Jenkin
        return named and shorter and self.bare and not self.other

    def _is_one_of_known(self, major: str, minor: str, *, introduced: bool, edits: int) -> bool:
        """Of two forms that are both names, or words."""
        known, same = self.known, self.same
        if major in known.words or minor in known.words:
            return same and not self.tied and minor not in known.capitals
        if major in known.given and minor in known.given:
            if same:
                return twins(major, minor) or (
                    not of_two_sexes(major, minor) and (one_sound(major, minor) or edits == 1)
                )
            return introduced and (minor in known.surnames or one_sound(major, minor))
        surnames = major in known.surnames and minor in known.surnames
        if same or introduced:
            return True
        return edits == 1 and self.bare and not self.other and surnames and not (self.of_office or self._comes_before())

    def _is_one_of_unknown(self, major: str, minor: str, edits: int) -> bool:
        """Of two forms of which one at least is in no list."""
        known, same = self.known, self.same
        if self.other and not same:
            return False
        if major[0] != minor[0] and not same and not sounds_alike(major[0], minor[0]):
            return False
        if edits == 2 and not same and not swapped_letters(major, minor):
            if self.bare and undoubled(major) == undoubled(minor):
                return True  # "Louise Garretty", and Garety
            return min(len(major), len(minor)) >= 7 and one_sound(major, minor)
        if known.have(minor) and not self.tied and not (same or self.bare):
            # Two things, unless both sound alike: Nuremberg and Nuremburg.
            return minor not in known.given and minor not in known.surnames and one_sound(major, minor)
        return True

    def _of_place_and_thing(self, major: str, minor: str) -> bool:
        """True for the adjective of a place and a thing whose name differs in the last letter: Asian and the Asiad."""
        if len(major) != len(minor) or major[:-1] != minor[:-1]:
            return False
        for form, name, other in ((self.minor, minor, major), (self.major, major, minor)):
            if of_a_place(other, self.known.capitals) and not of_a_place(name, self.known.capitals):
                ends = (start + len(form) for start in self._places(form))
                return all(_NOUN_ENDS.match(flowed(self.document), end) for end in ends)
        return False

    def _two_on_a_tie(self, major: str, minor: str) -> bool:
        """True if nothing but the letters makes one name of two that stand once each, and what follows parts them."""
        if self.same or self.untold or self.one_given or len(self._places(self.minor)) > 1:
            return False
        if one_people(major, minor):
            return False
        if distance(major, minor, 1) > 1 and not (self._introduced_once() and slip_shaped(major, minor)):
            return True
        if self._introduced_once():
            return False
        known = self.known
        follow = [self._follows(form) for form in (self.major, self.minor)]
        if follow[0] == follow[1]:
            return False
        # "Telekom Malaysia" is another company than Telkom; but "Katie Lederer" may well be Katy.
        for form, (name, _) in zip((major, minor), follow, strict=True):
            proper = name in known.capitals or may_be_given(name, known)
            if proper and len(name) > 3 and name not in _NO_NAME and not known.have(form):
                return True
        # "the Arbela police post" and "Arbola beach"
        return all(noun for _, noun in follow) and follow[0][1] != follow[1][1]

    def _introduced_once(self) -> bool:
        return self.introduced and self.bare and not self.of_office

    def _follows(self, form: str) -> tuple[str, str]:
        """What follows a form that stands once: a name, and what kind of place it is."""
        (start,) = self._places(form)
        kind = KIND_OF_PLACE.match(flowed(self.document), start + len(form))
        return plain(neighbours(self.document, start, form)[1]), kind.group(1).lower() if kind else ""

    def _places(self, form: str) -> list[int]:
        return places(self.document, form)[:MOST_PLACES]

    def _named_together(self) -> bool:
        """True if one stands right after the other: Hong Kong, Parker and Parke."""
        text = flowed(self.document)
        for first, second in ((self.minor, self.major), (self.major, self.minor)):
            for start in self._places(first):
                end = start + len(first)
                at = text.find(second, end, end + 9 + len(second))
                if at > 0 and text[end:at] in _BETWEEN:
                    return True
        return False

    def _both_twice_in_one_sentence(self) -> bool:
        """True if both stand more than once, and once in one sentence: "Mr Chen thanked Mr Cheng"."""
        first, second = self._places(self.major), self._places(self.minor)
        if len(first) < 2 or len(second) < 2:
            return False
        text = flowed(self.document)
        spans = (sorted((one, two)) for one in first for two in second if abs(one - two) < _SENTENCE)
        return any(". " not in text[start:end] and "\n\n" not in text[start:end] for start, end in spans)

    def _is_name(self, form: str) -> bool:
        """True if the form stands with a capital where only names do."""
        return any(stands_as_name(self.document, start, form) for start in self._places(form))

    def _is_no_word(self, form: str) -> bool:
        """True for a form that no list has and that stands twice or more, though sentences begin with it."""
        found = self._places(form)
        return (
            len(found) > 1
            and not self.known.have(plain(form))
            and any(not in_heading(self.document, at) and in_prose(self.document, at, form) for at in found)
        )

    def _stands_alone(self, form: str) -> bool:
        """True if the rarer form is a name too, or begins a sentence or stands in a heading and is no known word."""
        if self._is_name(form):
            return True
        found = self._places(form)
        if plain(form) in self.known.words:
            return False
        if any(not in_heading(self.document, start) and in_prose(self.document, start, form) for start in found):
            return True
        # A headline has capitals on any word: there it takes a name that the story has in full, or more than once.
        in_full_or_often = self.follows_name or len(self._places(self.major)) > 1
        return (
            in_full_or_often and not self.known.have(plain(form)) and any(in_heading(self.document, at) for at in found)
        )

    def _above_story(self, start: int) -> bool:
        block = self.document.block_at(start)
        return block is None or block.kind in ("heading", "headline", "standfirst", "caption")
