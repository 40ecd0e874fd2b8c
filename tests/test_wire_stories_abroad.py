"""More garbled stories, from other parts of the world: exactly what a sub-editor would mark, and nothing else.

What no rule tells is left in them: a possessive with an apostrophe, a word for one that sounds like it.
"""

from __future__ import annotations

import pytest

from tests.test_wire_stories import found

KENYA = """Skip to main content

NAIROBI, Kenya – Rescue teams searched on Tuesday for 14 people missing after the Tana River burst it's banks and swept away a bus, the Red Cross said.

“We have found the bus, but not the passengers “, said Grace Achieng, who leads the search. ” The water is still very high.”

Read also: Ten dead in floods in the Rift Valley

The the government promised tents and food to the families. Opposition leaders said that the help came more later than in 2018 and accused to the ministry of “sleeping on the job.“

Despite of the warnings, the driver had entered the bridge at night,the police said.

Subscribe to our newsletter

“He told us, ’I know this river,’ and he drove on,” a survivor, Peter Otieno, said .

[Photo/Xinhua]
"""
KENYA_MARKED = [
    ("boilerplate/site-notice", "Skip to main content", ""),
    ("quotes/mixed-style", "'", "s"),
    ("quotes/wrong-direction", " “", ","),
    ("quotes/wrong-direction", "” ", "The"),
    ("boilerplate/read-on", "Read also: Ten dead in floods in the Rift Valley", ""),
    ("spacing/doubled-word", "The the", "government"),
    ("garbled/double-comparative", "more later", "than"),
    ("garbled/accused-to", "to", "the"),
    ("quotes/wrong-direction", "“", ""),
    ("garbled/lost-preposition", "Despite of", "the"),
    ("spacing/after-punctuation", "night,the", "police"),
    ("boilerplate/appeal", "Subscribe to our newsletter", ""),
    ("quotes/wrong-direction", "’", "I"),
    ("spacing/before-punctuation", " .", ""),
    ("boilerplate/photo-credit", "[Photo/Xinhua]", ""),
]

BRAZIL = """BELO HORIZONTE, Brazil (NP) - Workers began to remove the mud from the town of Córrego Novo on Friday, a week after a dam of the mining company gave way.

Story continues below advertisement

The mayor, Luiza Prado, said that the company had informed to the families only on Thursday. “ They knew since May,” she told journalists. “They said nothing.

“We lost the church, the school and the of the bakery,” said João Lima, 61.

Prado discussed about the payments with the governor, whose office says that 340 houses was was damaged. The company calls the figure “too high” ,and wants a count of its own.

The state bank offered cheaper loans then before to those who lost a house.

12 Comments

(Reporting by Ana Reis; Editing by Carl Moss) Our Standards: The Thomson Reuters Trust Principles.
"""
BRAZIL_MARKED = [
    ("boilerplate/advertisement", "Story continues below advertisement", ""),
    ("garbled/lost-preposition", "informed to the", "families"),
    ("quotes/inner-space", "“ ", "They"),
    ("garbled/lost-noun", "the of", "the"),
    ("garbled/lost-preposition", "discussed about the", "payments"),
    ("spacing/doubled-word", "was was", "damaged."),
    ("spacing/after-punctuation", "high” ,and", "wants"),
    ("boilerplate/share-button", "12 Comments", ""),
    ("boilerplate/wire-mark", "Our Standards: The Thomson Reuters Trust Principles.", ""),
]

JAPAN = """Updated: 11 March 2019, 18:20 JST

FUKUSHIMA — The operator of the crippled plant at Okuma will begin to lift the fuel out of the second reactor in 2021, it said Monday.

"We will take no risks", Kenji Mori, a spokesman, told a news conference. "Safety goes before speed. "

Related Articles

Fishermen of the coast fear that the water, which is stored in in 970 tanks, will be let into the sea. "We were promised that it would n't happen," said Aiko Ito, the head of an union of fishing crews.

Experts from abroad,including a engineer from France, called the plan "sound"and "careful".

The prefecture has asked for for a delay until the year end, when the report is is due.

Click here to read more on the plant

© Kita News. All rights reserved.
"""
JAPAN_MARKED = [
    ("boilerplate/page-label", "Updated: 11 March 2019, 18:20 JST", ""),
    ("quotes/inner-space", ' "', ""),
    ("boilerplate/read-on", "Related Articles", ""),
    ("spacing/doubled-word", "in in", "970"),
    ("spacing/split-contraction", "would n't", 'happen,"'),
    ("quotes/mixed-punctuation", ',"', "said"),
    ("spacing/a-an", "an union", "of"),
    ("spacing/after-punctuation", "abroad,including", "a"),
    ("spacing/a-an", "a engineer", "from"),
    ("quotes/outer-space", '"', "and"),
    ("spacing/doubled-word", "for for", "a"),
    ("spacing/doubled-word", "is is", "due."),
    ("boilerplate/read-on", "Click here to read more on the plant", ""),
    ("boilerplate/rights-notice", "© Kita News. All rights reserved.", ""),
]

PERU = """LIMA, July 3 – Miners at the Cerro Alto copper mine in southern Peru ended a strike of 19 days on Wednesday, the union said.

Recommended Stories

‘We have won what we asked for ‘, said Julio Quispe, the union’s secretary. ’ It was worth the wait.’

The company confirmed the deal, saying in that it would pay a bonus of 9,000 soles to each of the miners.

FILE PHOTO: Trucks wait at the mine of Cerro Alto in 2017. REUTERS/Lena Ortiz

Shares in the company fell 2.1 percent,in line with the market. Analysts had expected a longer strike, including by August, and a more higher bonus.

‘Copper is cheap and the miners’ families are tired,’ said Rosa Vega, of the Lima broker Vega y Cía. ‘Both sides wanted and end.’

Share on WhatsApp

((lena.ortiz@agency.example; +51 1 555 0199))
"""
PERU_MARKED = [
    ("boilerplate/read-on", "Recommended Stories", ""),
    ("quotes/wrong-direction", " ‘", ","),
    ("quotes/wrong-direction", "’ ", "It"),
    ("garbled/doubled-clause", "saying in that", "it"),
    ("boilerplate/caption", "FILE PHOTO: Trucks wait at the mine of Cerro Alto in 2017. REUTERS/Lena Ortiz", ""),
    ("spacing/after-punctuation", "percent,in", "line"),
    ("garbled/double-comparative", "more higher", "bonus."),
    ("boilerplate/share-button", "Share on WhatsApp", ""),
    ("boilerplate/wire-mark", "((lena.ortiz@agency.example; +51 1 555 0199))", ""),
]

KAZAKHSTAN = """ALMATY, Oct. 9 (NP) -- Kazakhstan will send 4 million tons of crude a year through the new pipeline to the Caspian port of Aktau,the energy minister, Dana Bekova, said Tuesday .

Advertisement

"The pipe is ready. and the port is ready", she told reporters in Astana. "We are waiting for the ships".

She did not say which of the the two companies would carry the oil, nor weather the price had been agreed.

Follow us on Telegram

Russia, which takes most of the oil now, has asked to for talks. The two countries discussed the issue last week in Moscow.The talks will go on in November.

"Moscow will not like it,“ said Erlan Nur, an analyst. "But it has no choice.

Source: Agencies
"""
KAZAKHSTAN_MARKED = [
    ("spacing/after-punctuation", "Aktau,the", "energy"),
    ("spacing/before-punctuation", " .", ""),
    ("boilerplate/advertisement", "Advertisement", ""),
    ("spacing/lower-case-start", "and", "the"),
    ("spacing/doubled-word", "the the", "two"),
    ("boilerplate/appeal", "Follow us on Telegram", ""),
    ("garbled/lost-preposition", "asked to for", "talks."),
    ("spacing/after-punctuation", "Moscow.The", "talks"),
    ("quotes/wrong-direction", "“", "said"),
    ("quotes/unclosed", '"', "But"),
    ("boilerplate/page-label", "Source: Agencies", ""),
]

FIJI = """date 2016-02-22 19:40 FJT advertisement

SUVA, Fiji — The death toll from Cyclone Winnie rose to 21 on Monday as aid reached the outer islands, the disaster office said.

“Whole villages are gone,” Sione Naisau, who flew over Koro island, said.“ There is no roof left.”

A navy ship with water, rice and and medicines is to arrive on Tuesday, the office said, adding that it would need a airstrip.

Australia has offered 5 million dollars and a plane of it's air force. ”We stand with Fiji”, its foreign minister, Jane Holt , said.

You may also like

In 2012, Cyclone Evan has killed 14 people on the islands. Farmers loose the most: the sugar cane is flat, and the next crop is a year away

View this post on Instagram

-ENDS-
"""
FIJI_MARKED = [
    ("boilerplate/advertisement", "date 2016-02-22 19:40 FJT advertisement", ""),
    ("quotes/inner-space", "“ ", "There"),
    ("spacing/doubled-word", "and and", "medicines"),
    ("spacing/a-an", "a airstrip", "."),
    ("quotes/mixed-style", "'", "s"),
    ("quotes/wrong-direction", "”", "We"),
    ("spacing/before-punctuation", " ,", "said."),
    ("boilerplate/read-on", "You may also like", ""),
    ("boilerplate/embed", "View this post on Instagram", ""),
    ("boilerplate/wire-mark", "-ENDS-", ""),
]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param(KENYA, KENYA_MARKED, id="kenya"),
        pytest.param(BRAZIL, BRAZIL_MARKED, id="brazil"),
        pytest.param(JAPAN, JAPAN_MARKED, id="japan"),
        pytest.param(PERU, PERU_MARKED, id="peru"),
        pytest.param(KAZAKHSTAN, KAZAKHSTAN_MARKED, id="kazakhstan"),
        pytest.param(FIJI, FIJI_MARKED, id="fiji"),
    ],
)
def test_what_a_sub_editor_would_mark_abroad(text: str, marked: list[tuple[str, str, str]]) -> None:
    assert found(text) == marked
