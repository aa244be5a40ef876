"""What people say around a question and do not ask: "kan du lige sige mig", "pls, need it now".

It would be searched for like any other word, and what stands before a question keeps it from being
known by how it begins. Only set phrases are left out, and only where a question is left.
"""

import re

_LIGHTLY = (
    r"(?:lige|nu|hurtigt|hurtig|kort|måske|maaske|mon|venligst|godt|ikke|gerne|tilfældigvis|bare|igen|mig"
    r"|os|please|pls|quickly|just|kindly|maybe|perhaps|right|now|currently|me|us|possibly|again|and|og)"
)
_SAY = (
    r"(?:sige|fortælle|fortaelle|svare|minde|hjælpe|tjekke"
    r"|finde\s(?:ud\saf|frem\stil)|slå\sop)"
)
_MEETING = r"(?:et|en|til|vores|mit|a|an|the|our|my)?\s?[\w-]*(?:møde|moede|mødet|meeting|call)"
_IN_MEETING = rf"(?:(?:i|we)(?:['’]?m|['’]?re|\sam|\sare)?\s)?(?:sitting\s|stuck\s)?in\s{_MEETING}"
_KNOW = r"(?:at\s)?(?:vide|høre|bruge\sat\svide|(?:have|få)\s(?:at\svide|svar\spå)|finde\sud\saf)"
_TO_TELL = "|".join(
    (
        rf"(?:kan|kunne|vil|ville|må)\s(?:du|i|jeg|nogen)(?:\s{_LIGHTLY})*\s{_SAY}(?:\s(?:{_LIGHTLY}|at\s{_KNOW}))*",
        rf"(?:ved|husker)\s(?:du|i|nogen)(?:\s{_LIGHTLY})*",
        rf"(?:(?:jeg|vi)\s(?:sidder|står|er)(?:\s{_LIGHTLY})*\s(?:i|til|på)\s{_MEETING}(?:\s{_LIGHTLY})*,?\s)?"
        rf"(?:(?:jeg|vi)\s)?(?:skal|vil|ville|har\sbrug\sfor)(?:\s{_LIGHTLY})*\s{_KNOW}",
        rf"(?:can|could|would|will)\s(?:you|someone|anyone|somebody)(?:\s{_LIGHTLY})*\s(?:tell|remind)(?:\s{_LIGHTLY})*\s(?:me|us)(?:\s{_LIGHTLY})*",
        rf"do\s(?:you|we)\s(?:happen\sto\s)?(?:know|remember)(?:\s{_LIGHTLY})*",
        rf"(?:{_IN_MEETING}(?:\s{_LIGHTLY})*,?\s)?(?:(?:i|we)(?:['’]?d|\swould|\sreally)?\s)?(?:{_LIGHTLY}\s)*(?:like|need|want|have)\sto\sknow",
    )
)
"""What takes what is asked behind it, whatever that begins with."""
_ASIDE = "|".join(
    (
        rf"(?:jeg|vi)\s(?:sidder|står|er)(?:\s{_LIGHTLY})*\s(?:i|til|på)\s{_MEETING}(?:\s{_LIGHTLY})*",
        rf"(?:jeg|vi)\s(?:diskuterer|er\si\stvivl)(?:\s{_LIGHTLY})*",
        r"(?:(?:jeg\shar\s)?(?:lige\s)?(?:et|bare\set)\s)?(?:hurtigt|kort|lille|lynhurtigt)\s(?:sp(?:ø|oe|o)rgsm(?:å|aa|a)l)",
        rf"{_IN_MEETING}(?:\s{_LIGHTLY})*",
        rf"(?:i|we)(?:['’]?m|['’]?re|\sam|\sare|\swas|\swere)(?:\s{_LIGHTLY})*\s(?:discussing|wondering)(?:\s{_LIGHTLY})*",
        r"(?:(?:i\shave\s)?(?:just\s)?(?:a|one)\s)?(?:quick|short|small)\s(?:question|one)",
        r"[øæe]h+m*|uh+m*|hm+|altså|(?:hej|hi|hey|hello|hallo)(?:\sreferent)?",
    )
)
"""What stands by itself, set off from what is asked."""
_ASKS = (
    r"hv\w+|who\w*|what|when|where|which|why|how|er|var|blev|bliver|har|havde|fik|får|må|skal|kan"
    r"|kommer|is|are|was|were|did|does|do|has|have|had|will|can|may|should"
)
_OF_A_THING = (
    r"om|about|of|noget|mere|more|something|anything|everything|alt|det|that|it|lidt|a|en|et"
    r"|if|whether"
)
"""Behind these it is told of a thing, and the words before it are part of what is asked."""
_BEFORE = re.compile(
    rf"\s*(?:(?:(?>{_ASIDE})(?:\s*[,.:;!?–—]+\s*|\s+-+\s+|\s+(?=(?:{_ASKS}|{_TO_TELL})\b))"
    rf"|(?>{_TO_TELL})(?:\s*[,.:;!?–—]+\s*|\s+-+\s+|\s+(?!(?:{_OF_A_THING})\b)(?=\w))))+(?=.*\w)",
    re.IGNORECASE,
)

_SET_OFF = r"[\s,.;:!?–—(-]"
_HURRY = (
    r"(?:jeg\s|vi\s|i\s|we\s)?(?:skal\sbruge|har\sbrug\sfor|need)\s(?:det|den|svaret|svar|it|this|that|an\sanswer)"
    r"(?:\s(?:om|inden|nu|i|in|by|now|before|within|for|til|straks|hurtigt|asap|\d+|min\w*|time\w*|\w*møde\w*|\w*meeting|et|a|the|mit|vores|am|pm))*"
)
_THANKS = (
    r"(?:på\sforhånd\s)?(?:(?:mange|tusind)\s)?tak(?:\s(?:på\sforhånd|skal\sdu\shave))?"
    r"|(?:many\s)?thanks(?:\sin\sadvance|\sa\slot)?|thank\syou(?:\sin\sadvance)?"
)
_SHORT = (
    r"pls|plz|thx|tnx|asap|please|mvh|vh|br|haster|det\shaster|(?:it['’]?s\s)?urgent"
    r"|(?:med\s)?venlig\shilsen|(?:kind|best)\sregards"
)
_SIGNED = r"(?:[\s,]+(?-i:[A-ZÆØÅ])[\w.-]*){0,2}"
_BEHIND = re.compile(
    rf"(?<=\S)(?:{_SET_OFF}*(?:"
    rf"(?<!\w)(?:{_SHORT})(?!\w){_SIGNED}"
    rf"|(?<!\w)(?<!\bsom\s)(?<!\ben\s)(?<!\btil\s)(?<!\bfor\s)(?<!\bof\s)(?<!\bsiger\s)(?<!\bsagde\s)(?:{_THANKS})(?!\w)"
    rf"|(?<=[,.;:!?–—(-])\s*{_HURRY}(?!\w)|(?<=[,.;:!?–—(-]\s){_HURRY}(?!\w)"
    r"|(?<=\s)[:;]-?[)(DP])[\s.!?)]*)+$",
    re.IGNORECASE,
)


def without_fillers(text: str) -> str:
    """Return a question without the set phrases before and behind it."""
    left = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    behind = _BEHIND.search(left, max(0, len(left) - _LONGEST_BEHIND))
    if behind is None or (_SAYS_THANKS.search(behind[0]) and len(left.split()) <= _TALK):
        return left
    return left[: behind.start()] + ("?" if "?" in behind[0] else "")


_LONGEST_BEHIND = 200
"""Characters: nobody says thanks at greater length, and a line of dots takes long to look at."""
_SAYS_THANKS = re.compile(r"\btak\b|\bthank|\bplease\b", re.IGNORECASE)
_TALK = 4
"""Words up to which "på dansk, tak" and "ok mange tak" are said to somebody who has answered."""
