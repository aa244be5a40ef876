"""What a body settles in the sentences by which it notes or discusses an item.

"Udvalget drøftede sagen og besluttede at standse projektet" is more than a discussion.
"""

import re
from collections.abc import Sequence

from index.decisions import Outcome
from ingest.structure.outcomes.main_clauses import main_clause

_ABOUT = (
    r"(?:^|[,;:]\s*(?:og\s+|men\s+|hvorefter\s+|samt\s+)?|\b(?:og|men|hvorefter|hvorpå)\s+)"
    r"(?:(?!(?:at|som|hvad|hvilke[nt]?|om|hvordan|hvorvidt|hvornår|når|hvis)\b)[^\s,;:]+\s+){0,7}?"
)
_THEN = r"(?:\s+[^\s,.;]+){0,4}?\s*,?\s+at\s+(?P<what>[^.;]*)"
_RESOLVES = re.compile(
    rf"{_ABOUT}(?:(?:besluttede|beslutter|besluttedes|besluttes|besluttet|vedtog|vedtoges|vedtaget|bestemte|bestemtes|valgte"
    rf"|vælger|afgjorde){_THEN}|(?:valgte|vælger)\s+(?:(?:at|den|det)\s+)?(?:model|forslag|løsning|scenarie|alternativ|variant|leverandør)\w*)"
)
_PROCEDURE = re.compile(
    r"^(?:\w+\s+){0,2}?(?:drøft|tage\b.*(?:efterretning|orientering|notam)|fortsætte\s+(?:drøft|debat)|bede\b|anmode\b|få\b|invitere|notere"
    r"|orientere|følge\s+(?:sagen|udviklingen|op)|vende\s+tilbage|holde\s+(?:et\s+)?møde|opfordre|spørge|takke|se\s+frem|afvente)"
    r"|^(?:sagen|punktet|emnet)\s+(?:\w+\s+)?(?:genoptages|drøftes|behandles|tages|forelægges)"
)
_ACTED_ON = re.compile(
    r"(?:^|[,;]?\s+(?:og|men|hvorefter)\s+)(?!mødet|punktet|debatten|drøftelsen)(?:[\wæøå-]+(?:en|et|erne|ene))\s+"
    r"(?:(?:derfor|dermed|herefter|hermed|således)\s+)?"
    r"(?:opsiges|lukkes|nedlægges|standses|stoppes|afvikles|ophører|ophæves|nedrives|sælges|afbrydes|aflyses|opgives|droppes|annulleres"
    r"|udbydes|iværksættes|igangsættes|gennemføres\s+ikke)(?!\w)"
)
"""A thing that the body does something to: "Aftalen opsiges"."""


def settles(sentence: str) -> bool:
    """Tell whether a lower-case main clause says what was decided on the matter itself."""
    resolved = _RESOLVES.finditer(sentence)
    if any(found["what"] is None or not _PROCEDURE.match(found["what"]) for found in resolved):
        return True
    return _ACTED_ON.search(sentence) is not None


def settles_besides(found: Sequence[Outcome | None], said: Sequence[str]) -> bool:
    """Tell whether something was settled before something else was refused.

    "Salen holdes åben til kl. 22. Døgnåbning blev ikke vedtaget" is no refusal of the item.
    """
    without = [
        main_clause(one) for one, outcome in zip(said, found, strict=True) if outcome is None
    ]
    return found[0] is None and any(settles(one) for one in without)
