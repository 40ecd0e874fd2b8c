"""The elements of HTML: which begin a block, which end another, and which hold no prose."""

from __future__ import annotations

# Elements that begin a block of their own.
BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu "
    "nav ol optgroup option p pre search section summary table tbody td tfoot th thead title tr ul "
    "audio button canvas datalist iframe listing noembed noframes object plaintext select template textarea "
    "video xmp".split()
)
# Blocks whose content is no prose.
UNSEEN = frozenset("audio button canvas datalist listing nav object pre select template video".split())
# Text, not markup, up to the end tag; only that of a title is prose.
RAW = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())
# Within a line, what is no prose: one object. A ruby annotation is a second text beside the first.
OBJECTS = frozenset("code del kbd math rp rt s samp strike sup svg tt".split())
FOREIGN = ("svg", "math")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# What an end tag, or an implied one, does not reach through.
SCOPES = frozenset("caption html table td template th".split())
TABLE_SCOPES = frozenset("html table template".split())
LIST_SCOPES = SCOPES | {"ul", "ol", "menu", "dir", "dl"}
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
IMPLIED_ENDS = {
    "li": (frozenset({"li"}), LIST_SCOPES),
    "dt": (frozenset({"dt", "dd"}), LIST_SCOPES),
    "dd": (frozenset({"dt", "dd"}), LIST_SCOPES),
    "td": (frozenset({"td", "th"}), TABLE_SCOPES),
    "th": (frozenset({"td", "th"}), TABLE_SCOPES),
    "tr": (frozenset({"tr", "td", "th", "caption"}), TABLE_SCOPES),
    "tbody": (frozenset({"tbody", "thead", "tfoot", "caption"}), TABLE_SCOPES),
    "thead": (frozenset({"tbody", "thead", "tfoot", "caption"}), TABLE_SCOPES),
    "tfoot": (frozenset({"tbody", "thead", "tfoot", "caption"}), TABLE_SCOPES),
}
# Elements whose footer is theirs; any other is the page's.
WITH_FOOTERS = ("article", "main", "blockquote", "figure", "section")
# The kinds of block that elements are, where it is no paragraph or heading.
KINDS = {
    "li": "item", "dd": "item", "dt": "item", "figcaption": "caption", "caption": "caption", "td": "cell",
    "th": "cell",
}  # fmt: skip
# The kinds of block that metadata is.
META_KINDS = {
    "description": "standfirst",
    "og:title": "headline",
    "og:description": "standfirst",
    "twitter:title": "headline",
    "twitter:description": "standfirst",
    "author": "byline",
}
