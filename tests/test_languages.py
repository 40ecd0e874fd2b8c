"""The language of articles that do not say theirs."""

from __future__ import annotations

import pytest

from copylint.annotate.languages import language
from copylint.document import Meta
from copylint.formats import plain

FRENCH = (
    "Le port de Saint-Malo a rouvert mardi, trois jours après la tempête qui a coulé deux chalutiers. Les pêcheurs "
    "attendent une aide de la région, mais le préfet ne l’a pas promise. « Nous avons tout perdu dans la nuit », dit "
    "Yann Le Goff, patron du plus gros des deux navires, qui est assuré pour la moitié de sa valeur. Il pense vendre "
    "sa maison : sur le quai, personne ne veut le croire. La mairie a ouvert un compte pour les familles, et le curé "
    "une salle où elles peuvent dormir avec leurs enfants. Par prudence, on a fermé au public la digue et le phare.\n"
)
GERMAN = (
    "Der Hafen ist seit Dienstag wieder offen, und die Fischer warten auf das Geld, das ihnen der Minister versprochen "
    "hat. Zwei Kutter sind gesunken, einer von ihnen mit dem Fang einer Woche. „Wir haben nicht geschlafen“, sagt die "
    "Frau des Lotsen, die mit den Kindern in einer Schule wohnt. Für den Abend ist ein Treffen im Rathaus angesetzt, "
    "zu dem sich auch der Landrat angemeldet hat.\n"
)
ENGLISH = (
    "The harbour has been open since Tuesday, and the boats that were not sunk have gone back to their grounds. Two "
    "trawlers went down in the storm with the catch of a week. The pilot’s wife said the school in which they sleep "
    "was warm, but that nobody had come from the ministry with the money it had promised. A meeting is to be held in "
    "the town hall at seven. It will be the third this week, and the mayor said he would be at this one.\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (FRENCH, "fr"),
        (GERMAN, "de"),
        (ENGLISH, "en"),
        (f"{ENGLISH}\n“{FRENCH.strip()}” he wrote.\n", "en"),  # a quotation, however long
        (f"{FRENCH}\n« The show must go on, and this is what they said to the crew », dit-il.\n", "fr"),
        ("Le port a rouvert mardi, après la tempête. Les pêcheurs attendent.\n", "en"),  # too little to tell
        (" ".join(f"Lorne {one} Crieff {one % 7}" for one in range(60)), "en"),  # a table
        ("", "en"),
    ],
)
def test_an_article_that_does_not_say_its_language(text: str, told: str) -> None:
    assert language(plain.read("story.txt", text)) == told


def test_a_language_that_has_no_list_of_its_words() -> None:
    basque = (
        "portua asteartean ireki zuten berriro ekaitzak bi ontzi hondoratu eta hiru egunera arrantzaleek diru laguntza "
        "espero dute eskualdetik baina gobernadoreak ez die ezer agindu gau batean dena galdu genuen dio ontzi handi "
        "haren jabeak bere etxea saltzea pentsatu du kaian inork sinetsi nahi ez badu ere udalak kontu bat zabaldu du "
        "familientzat apaizak berriz areto bat non haurrekin lo egin dezaketen zuhurtziaz itxi dituzte kai muturra ta "
        "itsasargia jendearentzat asteburuan bilera egingo dute herriko plazan alkateak gonbidatuta auzokideak "
        "kexu daude hiru hilabete daramatzatelako euria sartzen zaien etxeetan laguntzarik gabe orain arte\n"
    )
    assert language(plain.read("albistea.txt", basque)) == "und"
    assert language(plain.read("new.txt", " ".join(f"港口星期{one}重新開放" for one in range(100)))) == "und"


def test_what_the_article_says_of_its_language_holds() -> None:
    assert language(plain.read("story.txt", FRENCH).with_meta(Meta("en-GB"))) == "en"
