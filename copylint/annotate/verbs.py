"""Verbs: what a form may be the form of, and which particles make a verb another one."""

from __future__ import annotations

from copylint.memo import cache

IRREGULAR = {
    form: lemma
    for lemma, forms in {
        "withdraw": "withdrew withdrawn", "leave": "left", "lay": "laid", "go": "went gone goes",
        "strike": "struck stricken",
        "fight": "fought", "sell": "sold", "buy": "bought", "pay": "paid", "give": "gave given", "send": "sent",
        "speak": "spoke spoken", "meet": "met", "stand": "stood", "begin": "began begun", "build": "built",
        "bring": "brought", "take": "took taken", "fall": "fell fallen", "rise": "rose risen", "grow": "grew grown",
        "lose": "lost", "win": "won", "hold": "held", "keep": "kept", "pull": "pulled", "draw": "drew drawn",
        "fly": "flew flown", "vote": "voted", "lend": "lent", "lead": "led", "spend": "spent", "shoot": "shot",
        "run": "ran", "come": "came", "see": "saw seen", "do": "did done does", "have": "had has", "be": "was were",
        "freeze": "froze frozen", "break": "broke broken", "drive": "drove driven", "tell": "told", "say": "said",
        "find": "found", "know": "knew known", "choose": "chose chosen", "hide": "hid hidden", "swear": "swore sworn",
        "seek": "sought", "teach": "taught", "write": "wrote written", "stop": "stopped", "die": "dying",
        "flee": "fled", "feed": "fed", "forgive": "forgave forgiven", "ring": "rang rung", "sing": "sang sung",
        "sink": "sank sunk", "sit": "sat", "sleep": "slept", "steal": "stole stolen", "throw": "threw thrown",
        "wear": "wore worn", "catch": "caught", "deal": "dealt", "make": "made", "mean": "meant", "quit": "quitted",
        "show": "shown", "swim": "swam swum", "shrink": "shrank shrunk", "overtake": "overtook overtaken",
    }.items()
    for form in forms.split()
}  # fmt: skip
SAME_FORM = frozenset("quit cut put let set shut hit cost hurt bid split spread cast burst shed".split())
# Verbs of several words that mean what another verb does.
VERB_PHRASES = (
    ("go", "on", "strike", "strike"), ("give", "evidence", "testify"), ("take", "part", "participate"),
    ("hold", "talks", "talk"), ("make", "an", "offer", "bid"), ("lay", "down", "arms", "disarm"),
    ("go", "to", "the", "polls", "vote"), ("cast", "a", "vote", "vote"), ("hand", "in", "notice", "resign"),
    ("take", "up", "arms", "fight"), ("go", "into", "exile", "leave"),
)  # fmt: skip
# A verb whose particle makes it another verb: "pull out", "step down".
PARTICLES = {
    "pull": "out back away", "step": "down aside back", "stand": "down aside", "walk": "out off away", "give": "up in",
    "back": "down out off", "call": "off back home in", "go": "back home ahead", "come": "back home", "move": "out in",
    "bring": "back home in", "shut": "down", "close": "down", "hand": "over", "lay": "off down", "turn": "back down",
    "drop": "out",
    "put": "up forward", "let": "go", "throw": "out",
    "set": "off out up", "carry": "out on", "open": "up", "sign": "up", "take": "over", "fall": "back", "hold": "out",
    "speak": "out", "draw": "down back", "get": "out", "clear": "out", "phase": "out", "send": "back home in",
}  # fmt: skip

# Verbs for one act, a family each: who does the one does the other.
FAMILIES = tuple(
    frozenset(verb.replace("_", " ") for verb in family.split())
    for family in (
        "withdraw retreat pull_out pull_back pull_away fall_back draw_back move_out call_back call_home bring_back "
        "bring_home recall go_back go_home leave quit evacuate depart get_out send_home redeploy",
        "resign step_down stand_down quit step_aside stand_aside retire",
        "abdicate give_up renounce relinquish step_down",
        "surrender give_up give_in capitulate",
        "strike walk_out",
        "stop halt cease end suspend",
        "close shut shut_down close_down",
        "open reopen open_up",
        "begin start commence launch",
        "return go_back come_back go_home come_home",
        "negotiate talk",
        "buy purchase acquire take_over",
        "sell offload",
        "build construct erect",
        "release free let_go",
        "arrest detain",
        "disclose reveal publish",
        "attack assault invade",
        "cancel scrap axe call_off drop abandon",
        "endorse back support",
        "accept approve endorse",
        "reject refuse turn_down veto",
        "ban outlaw prohibit",
        "sign ratify",
        "sack fire dismiss lay_off",
        "hire recruit employ",
        "raise increase lift hike put_up",
        "cut reduce lower slash",
        "join enter",
        "testify speak",
        "marry wed",
        "apologise apologize",
        "postpone delay put_off",
        "bring_in call_in send_in",
        "demolish destroy raze tear_down",
        "expel evict throw_out",
    )
)  # fmt: skip


@cache
def lemmas(word: str) -> frozenset[str]:
    """What a verb form in lower case may be the form of: "stopped" -> {"stopped", "stopp", "stoppe", "stop"}."""
    found = {word}
    irregular = IRREGULAR.get(word)
    if irregular:
        found.add(irregular)
        return frozenset(found)
    if word in SAME_FORM:
        return frozenset(found)
    for ending, replacements in (
        ("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for replacement in replacements:
                found.add(stem + replacement)
            if ending in ("ed", "ing") and len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if ending == "ies" or ending == "ied":
                break
    return frozenset(found)


def looks_inflected(word: str) -> bool:
    """Whether a word looks like a verb with an ending: withdrew, withdraws, ended."""
    return word in IRREGULAR or (len(word) > 3 and word.endswith(("ed", "s")))
