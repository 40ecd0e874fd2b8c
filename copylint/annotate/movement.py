"""Movement: which words of rise and fall take a figure which way."""

from __future__ import annotations

# What a verb or noun of movement does to a figure: 1 for up, -1 for down. A transitive one has its object before "to".
MOVES = {
    **dict.fromkeys(
        "rose rise rises rising risen grew grow grows growing grown gained gain gains gaining climbed climb climbs "
        "climbing jumped jump jumps jumping surged surge surges surging soared soar soars soaring increased increase "
        "increases increasing advanced advance advances advancing rallied rally leapt leaped leap leaps leaping "
        "swelled swell expanded expand accelerated accelerate raised raise raises raising lifted lift lifts lifting "
        "boosted boost boosts boosting rocketed up hiked hike hikes upped widened widen widens widening ballooned "
        "heightened strengthened uptick upticks deepened deepen deepens deepening".split(),
        1,
    ),
    **dict.fromkeys(
        "fell fall falls falling fallen dropped drop drops dropping declined decline declines declining decreased "
        "decrease decreases decreasing slipped slip slips slipping slid slide slides sliding sank sink sinks sinking "
        "sunk tumbled tumble tumbles tumbling plunged plunge plunges plunging plummeted plummet slumped slump slumps "
        "slumping dipped dip dips dipping shrank shrink shrinks shrunk shrinking contracted lost eased ease slowed "
        "slow slows reduced reduce reduces reducing reduction cut cuts cutting lowered lower lowers lowering trimmed "
        "trim slashed slash down narrowed narrow narrows narrowing dwindled dwindle retreated tightened weakened "
        "shed".split(),
        -1,
    ),
}  # fmt: skip
# Of a loss and a deficit too they tell the size: "the loss widened to 9 from 7".
OF_SIZE = frozenset(
    "widened widen widens widening deepened deepen deepens deepening narrowed narrow narrows narrowing".split()
)
# "doubled to 20 from 10": the factor.
FACTORS = {
    **dict.fromkeys("double doubles doubled doubling".split(), 2.0),
    **dict.fromkeys("treble trebles trebled trebling triple triples tripled tripling".split(), 3.0),
    **dict.fromkeys("quadruple quadruples quadrupled quadrupling".split(), 4.0),
    **dict.fromkeys("halve halves halved halving".split(), 0.5), "quintupled": 5.0,
}  # fmt: skip
