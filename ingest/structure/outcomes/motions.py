"""Motions on the item itself that were carried: to put it off, or to send it back.

"Godkendt, at punktet udsættes" approves nothing of what was recommended. Only what is put off is
the item ("sagen", "punktet") counts: to put off the work it is about may be the recommendation.
Sentences are lower case throughout.
"""

import re

from index.decisions import Outcome

_ITEM = (
    r"(?:(?:sagen|punktet|emnet|spørgsmålet|forslaget|indstillingen|beslutningen|behandlingen|drøftelsen|afgørelsen"
    r"|stillingtagen|ansøgningen)(?!\s+om\b)|den|det|dette|denne)"
)
_AGAIN = (
    r"(?:igen|på\s+ny|på\s+(?:et\s+|det\s+|udvalgets\s+)?(?:næste|kommende|senere|førstkommende|nyt)"
    r"\b[^.,;]*?møde\w*)"
)
_CARRIED = r"(?:vedtaget|godkendt|tiltrådt|imødekommet|vedtages|godkendes|tiltrædes|imødekommes)"
_CARRIES = (
    rf"(?:{_CARRIED}|godkendte|godkender|tiltrådte|tiltræder|vedtog|vedtager|tilsluttede\s+sig|tilslutter\s+sig"
    r"|imødekom|enige?\s+om|enighed\s+om|tilslutning\s+til)"
)
_ASKED = (
    r"\b(?:\w*forslag(?:et)?|begæring(?:en)?|anmodning(?:en)?|ønske(?:t)?)\s+"
    r"(?:fra\s+[^.,;]{1,60}?\s+)?"
)
_PUT_OFF = (
    rf"(?:at\s+(?:udsætte|udskyde|genoptage|genbehandle)\s+{_ITEM}\b|at\s+(?:udsætte|udskyde)(?=\s+(?:blev|til)\b)"
    rf"|at\s+(?:behandle|drøfte|forelægge|tage|optage)\s+{_ITEM}\s+(?:op\s+)?{_AGAIN}"
    rf"|at\s+(?:sætte|stille)\s+{_ITEM}\s+i\s+bero|udsættelse(?:n)?\b(?!\s+af\s+(?!{_ITEM})))"
)
_SENT_BACK = (
    rf"(?:at\s+(?:hjemvise|tilbagesende|tilbagevise)\s+{_ITEM}\b|at\s+(?:over|tilbage|til)?sende\s+{_ITEM}"
    rf"\s+(?:[^.,;]{{0,40}}\s)?(?:tilbage\b|til\s+fornyet\s+\w*behandling)|at\s+tage\s+{_ITEM}\s+af\s+dagsordenen"
    rf"|at\s+trække\s+{_ITEM}|hjemvisning\w*|tilbagesendelse\w*)"
)
_IS_PUT_OFF = (
    r"(?:udsættes|udskydes|genoptages|genbehandles|genfremsættes|sættes\s+i\s+bero|stilles\s+i\s+bero"
    rf"|(?:drøftes|behandles|forelægges|fremlægges|optages|tages(?:\s+op)?|kommer)\s+{_AGAIN})"
)
_IS_SENT_BACK = (
    r"(?:hjemvises|tilbagesendes|tilbagevises|(?:over)?sendes\s+(?:[^.,;]{0,40}\s)?(?:tilbage\b"
    r"|til\s+fornyet\s+\w*behandling)|tages\s+af\s+dagsordenen|udgår)"
)
_OUTCOMES = tuple(
    (
        outcome,
        re.compile(
            rf"{_ASKED}(?:om|på|til)\s+{motion}[^.;,]*?\b{_CARRIED}(?!\w)"
            rf"|\b{_CARRIES}\s+(?:[^.;,]{{0,60}}?(?:forslag|begæring|anmodning|ønske)\w*\s+(?:om|på|til)\s+)?{motion}"
            rf"|\b{_CARRIES}\s*,?\s+at\s+{_ITEM}\s+(?:[^.,;]{{0,40}}?\s)?{state}(?!\w)"
        ),
    )
    for outcome, motion, state in (
        (Outcome.SENT_BACK, _SENT_BACK, _IS_SENT_BACK),
        (Outcome.DEFERRED, _PUT_OFF, _IS_PUT_OFF),
    )
)
_NOT_CARRIED = re.compile(
    r"\b(?:ikke|ej|næppe|aldrig|ingen|intet|forkast\w+|faldt|afvis\w+|nedstemt\w*|bortfald\w*|kan|kunne|vil|ville"
    r"|skal|skulle|bør|burde|hvis|såfremt)\b|\?"
)
_WHOLE = re.compile(
    rf"(?:(?:{_ITEM})(?!\s+\d)\s+(?:af\s+(?:punktet|sagen)\s+)?(?:(?:blev|bliver|er|herefter|derfor|dog|dermed|nu)\s+)*)?"
    r"(?:udsat|udsættes|udskudt|udskydes|hjemvist|hjemvises|tilbagesendt|tilbagesendes|(?:taget|tages)\s+af\s+dagsordenen)"
    r"\b[^\d]*(?:\bden\s+\d[^.]*|\btil\b[^.]*)?\.?\s*"
)
_RESOLVES = re.compile(
    r"\b(?:beslut\w+|valgte|enige?\s+om|enighed\s+om)\s*,?\s+at\s+(?:udsætte|udskyde|hjemvise|tilbagesende)"
    rf"\s+{_ITEM}\b(?![^.]*\bp(?:unkt|kt)\w*\.?\s+\d)"
)
_WITHDREW = re.compile(
    r"\b(?:trak|trækker|har\s+trukket)\s+(?:\w+\s+)?(?:sagen|punktet|forslaget|sit\s+forslag|ansøgningen|sin\s+ansøgning"
    r"|indstillingen|emnet)(?:\s+(?:tilbage|af)\b|\s*(?=[,.;]|$))"
)
_SUPPORT = re.compile(
    r"\b(?:tilslutning|opbakning|støtte)\b"
    # Approved at the start of a meeting, whatever the item is about.
    r"|\b(?:dagsorden(?:en)?|mødets\s+referat|protokollen)\b"
)


def carried_motion(sentence: str) -> Outcome | None:
    """Return what becomes of the item where a sentence carries a motion to put it off."""
    if _NOT_CARRIED.search(sentence):
        return None
    return next((outcome for outcome, said in _OUTCOMES if said.search(sentence)), None)


def is_withdrawn(sentence: str) -> bool:
    """Tell whether who brought the item took it back: "Formanden trak forslaget tilbage"."""
    return _WITHDREW.search(sentence) is not None


def puts_off_all(sentence: str) -> bool:
    """Tell whether a sentence puts off or sends back the item as a whole: "Punktet udsat."."""
    return _WHOLE.fullmatch(sentence.strip()) is not None or (
        _RESOLVES.search(sentence) is not None and _NOT_CARRIED.search(sentence) is None
    )


def only_supports(sentence: str) -> bool:
    """Tell whether a sentence tells how something was received, and may decide nothing."""
    return _SUPPORT.search(sentence) is not None
