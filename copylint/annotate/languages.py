"""The language of an article: the one that it names or, if it names none, the one that its commonest words belong
to."""

from __future__ import annotations

from copylint.annotate.words import token_set
from copylint.document import Document, reading

# Words of which any English article has most, and which few other languages have.
ENGLISH = frozenset("the and of to that for with from this have were their been but they said".split())
_SURELY = 8  # words of a language that leave no doubt: another has few of them, in names and in what is quoted
_HARDLY = 1  # English words that no English article is written with
_FEWEST = 80  # different words: fewer may be a caption, a table or a list
# Their like, sixteen of each, none of a single letter, which is an initial in any language.
_OTHERS = (
    ("af", "die van en het is nie te vir met wat sy ook aan op was deur"),
    ("ca", "el la els les que per amb una del és al dels han aquest més com"),
    ("cs", "se na je že do ve pro by jsou jako ale jeho které nebo při také"),
    ("cy", "yr yn mae ei bod wedi gan am nid oedd ac fod ar hyn eu fel"),
    ("da", "og det som på er af den med til ikke et har fra der de blev"),
    ("de", "der die das und den von zu mit auf nicht ist ein eine für dem sich"),
    ("es", "el los las del que por con una para se su como más lo al ha"),
    ("fi", "ja on ei että se oli hän ovat mutta myös kun joka mukaan ole tai jo"),
    ("fr", "le la les des du une est dans que qui pour par sur avec il au"),
    ("ga", "an na agus ar is ag go le atá sé leis bhí as nach faoi ann"),
    ("hu", "az és hogy nem egy is meg de volt van ha csak már mint vagy ez"),
    ("id", "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga telah"),
    ("it", "il di che della per una con non del sono dei nel alla gli più ha"),
    ("mi", "te ki nga ngā ko he mo mō hei kua tēnei ka ana tana ia me"),
    ("nl", "de het een van op dat niet te zijn met voor aan er ook naar bij"),
    ("no", "og det som på er av den med til ikke et har fra ble seg men"),
    ("pl", "na się nie do że jest przez od po jak dla ale jego który oraz być"),
    ("pt", "os da do que não uma com para dos em por mais ao foi das como"),
    ("ro", "și de la în pe cu nu din că este care mai au fost pentru sau"),
    ("sv", "och att det som på är av för den med till inte ett har om från"),
    ("sw", "ya na wa kwa ni katika za la kuwa hiyo cha alisema huo pia watu yake"),
    ("tr", "ve bir bu için ile da de olarak çok daha sonra olan gibi kadar ne en"),
    ("vi", "và của là có được trong cho các một những với đã không người này khi"),
)
_ANY = frozenset(" ".join(words for _, words in _OTHERS).split())
_LAST_LATIN = "\u024f"


@reading
def language(document: Document) -> str:
    """The primary subtag of the article's language.

    If the article names none, it is English unless it has few of the commonest English words and twice as many of
    another language's (that language), or hardly any, or most of its words in another script (`und`). Quotations in
    another language make no difference: the English words around them remain.
    """
    if document.meta.language is not None:
        return document.language
    said = token_set(document)
    english = len(said & ENGLISH)
    if english >= _SURELY:
        return "en"
    if len(said & _ANY) >= _SURELY:
        most, tag = max((len(said.intersection(words.split())), tag) for tag, words in _OTHERS)
        if most >= _SURELY and most > 2 * english:
            return tag
    if len(said) < _FEWEST:
        return "en"
    return "und" if english <= _HARDLY or 2 * sum(word > _LAST_LATIN for word in said) > len(said) else "en"
