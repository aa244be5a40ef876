"""Nouns that end in a vowel, with their endings behind it: *broen*, *temaet*, *søerne*.

No stemmer takes these off, for Danish has few such words, and folded some look like others:
*broen* like *brøn*, *temaer* like *primær*. Those in -o and -a are therefore listed, alone or last
in a compound; behind å, æ and ø the letters leave no doubt.
"""

import re

_LISTED = """
    bro dato video radio foto konto kano logo tempo metro motto silo auto studio piano kasino casino
    bistro disko memo demo info kilo ghetto porto saldo veto nabo euro depo ego duo trio solo
    torpedo scenario portfolio bingo lotto credo zoo
    tema firma skema klima drama panorama paradigma dilemma dogma stigma trauma astma plasma
    aroma koma kamera sauna villa veranda aula sofa arena agenda taxa pizza data propaganda
    skala formula opera fauna flora cola pergola charta influenza malaria corona tombola
    regatta kollega marina diploma eksema pasta vodka
"""
_BEHIND_O_OR_A = re.compile(
    rf"(.*(?:{'|'.join(_LISTED.split())}))(?:en|et|er|ens|ets|ers|erne|ernes|ene|enes)"
)
_BEHIND_A_FOLDED_ONE = re.compile(
    r"(.*oe)(?:en|et|er|ens|ets|ers|erne|ernes)|(.*aa)(?:en|ens|er|erne|ernes)"
    r"|(.*ae)(?:et|er|ets|erne|ernes|ene)"
)
"""*søen*, *miljøet*, *åen*, *træer*; but *-aaet* is a participle."""
_BEHIND_I = re.compile(r"(sti|bi)(?:en|er|ens|erne|ernes)")
"""Alone too short for a stemmer, which does take the ending off *cykelstien*."""


def without_ending(folded: str) -> str | None:
    """Return a noun that ends in a vowel without its ending, `None` where that is none."""
    for pattern in (_BEHIND_O_OR_A, _BEHIND_A_FOLDED_ONE, _BEHIND_I):
        if match := pattern.fullmatch(folded):
            return folded[: match.end(match.lastindex or 0)]
    return None
