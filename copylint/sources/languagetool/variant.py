"""Which English an article is written in, as far as LanguageTool's spelling must know."""

from __future__ import annotations

from copylint.annotate.words import words
from copylint.document import Document, reading
from copylint.memo import cache

# Words that one side spells so and the other does not; proper names of neither side among them.
_BRITISH = frozenset(
    "armour armoured behaviour behaviours centimetre centimetres centre centres centred cheque "
    "cheques colour colours coloured defence defences endeavour fulfil fulfils favour favours "
    "favoured favourable favourite favourites fibre flavour grey harbour honour honours "
    "honoured humour jewellery kilometre kilometres labour litre litres manoeuvre manoeuvres "
    "metre metres mould moustache neighbour neighbours neighbouring neighbourhood offence "
    "offences organise organised organisation organisations organising parlour plough pretence "
    "programme programmes pyjamas realise realised realising recognise recognised recognising "
    "rumour rumours rumoured sceptical sceptic sceptics splendour sulphur theatre theatres "
    "travelled traveller travellers travelling tumour tumours tyre tyres vigour whilst "
    "cancelled cancelling labelled modelling signalled fuelled levelled analyse analysed "
    "analysing catalogue dialogue aeroplane aluminium ageing criticise criticised apologise "
    "apologised emphasise emphasised authorise authorised privatise privatised stabilise "
    "stabilised".split()
)
_AMERICAN = frozenset(
    "armor armored behavior behaviors centimeter centimeters center centers centered checkbook "
    "color colors colored defense defenses endeavor fulfill fulfills favor favors favored "
    "favorable favorite favorites fiber flavor gray harbor honor honors honored humor jewelry "
    "kilometer kilometers labor liter liters maneuver maneuvers mold mustache neighbor "
    "neighbors neighboring neighborhood offense offenses organize organized organization "
    "organizations organizing parlor plow pretense program programs pajamas realize realized "
    "realizing recognize recognized recognizing rumor rumors rumored skeptical skeptic skeptics "
    "splendor sulfur theater theaters traveled traveler travelers traveling tumor tumors tire "
    "tires vigor canceled canceling labeled modeling signaled fueled leveled analyze analyzed "
    "analyzing catalog dialog airplane aluminum aging criticize criticized apologize apologized "
    "emphasize emphasized authorize authorized privatize privatized stabilize stabilized".split()
)


# What is written in one way there and in another here, as one way.
_ALIKE = (
    (r"c(?=e[sd]?$|ing$|eless)", "s"),
    (r"our", "or"),
    (r"(?<=[iy])s(?=e|ing|ation|able)", "z"),
    (r"ae|oe", "e"),
    (r"re(?=[sd]?$)", "er"),
    (r"ogue", "og"),
    (r"mme", "m"),
    (r"ll", "l"),
)


def same_but_for_variant(word: str, other: str) -> bool:
    """Whether two spellings are one word, British and American: "colour" and "color"."""
    word, other = word.lower(), other.lower()
    return word != other and _neutral(word) == _neutral(other)


@cache
def _neutral(word: str) -> str:
    import re

    for pattern, way in _ALIKE:
        word = re.sub(pattern, way, word)
    return word


@reading
def variant(document: Document) -> str:
    """The code that LanguageTool is asked with: that of the document where it names a country; for English
    without one `en-GB` where more words are British than American, else `en-US`."""
    language = document.meta.language or "en"
    if language.partition("-")[0].lower() != "en" or "-" in language:
        return language
    folded = set(words(document).folded)
    return "en-GB" if len(folded & _BRITISH) > len(folded & _AMERICAN) else "en-US"
