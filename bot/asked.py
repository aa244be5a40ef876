"""What a surface hands over: a question with who asks it, and when."""

import re
from dataclasses import dataclass
from datetime import date

from bot.conversation.turns import Turn
from bot.fillers import without_fillers
from bot.replies import Language
from index.danish.personal_numbers import masked, says_something
from index.documents import OPEN
from index.errors import UsageError

FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(2999, 12, 31)
"""Between them a question may be asked: from there, every "yesterday" and "in the past 999 years"
is a day that a calendar has."""
LONGEST = 2_000
"""Characters. The longest question anyone types is a few hundred; a pasted document is no
question, and its every word would be searched for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it came in.

    Raises:
        UsageError: It holds no word, or is asked on a day that is none of ours.
    """

    text: str
    """As typed, but for personal numbers: those are masked, and nothing behind this sees them."""
    on: date | None = None
    """The day on which it is asked: later papers had not been written. `None` is today."""
    audiences: frozenset[str] = frozenset({OPEN})
    """Who may see the answer. Without a named audience: everyone, so open passages only."""
    language: Language | None = None
    """Of the reply, whatever language the question is in; `None`: that of the question."""
    after: Turn | None = None
    """What was asked and answered before it in the same thread."""
    otherwise: Language = "da"
    """Of the reply to a question whose words are of no language: "KEU". The reader's, if known."""
    hides_later: bool = True
    """Whether papers dated after `on` are left out: as if asked then, and not merely of then."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", masked(self.text))
        if self.on is not None and not FIRST_DAY <= self.on <= LAST_DAY:
            raise UsageError(
                f"The day of a question must lie between {FIRST_DAY} and {LAST_DAY}, and {self.on} "
                "does not."
            )
        if self.words != self.text and not says_something(self.words):
            raise UsageError("The question holds no word.")

    @property
    def words(self) -> str:
        """The question without the marks that a chat puts in it: what is read and searched for.

        Of a link with words of its own those words are kept; mentions of people, groups and
        channels are left out, addresses, the greeting or thanks before a question, and set phrases
        around it. English apostrophes that were not typed are put back: "whats", "didnt".
        """
        left = _MENTION.sub(" ", self.text)
        left = _LINK.sub(lambda link: _ADDRESS.sub(" ", link["label"] or ""), left)
        left = without_fillers(_CIVILITY.sub("", left))
        left = _DONT.sub(r"\1't", _WHATS.sub(r"\1's", left))
        return " ".join(left.split()) if left != self.text else self.text


_MENTION = re.compile(
    # Slack: <@U123ABC>, <@U123ABC|karen>, <#C123|kvalitet>, <!here>, <!subteam^S123|@sekretariat>
    r"<[@#!][^<>]+>"
    # Teams: <at>Referent</at>
    r"|<at(?:\s[^<>]*)?>[^<>]*</at>",
    re.IGNORECASE,
)
_LINK = re.compile(r"<(?:[a-z][a-z0-9+.-]*://|mailto:|tel:)[^<>|]*(?:\|(?P<label>[^<>]*))?>", re.I)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+|\S+@\S+", re.IGNORECASE)
_WHATS = re.compile(r"\b(what|who|where|when|how|that|there)s\b", re.IGNORECASE)
_DONT = re.compile(
    r"\b((?:do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)n)t\b", re.IGNORECASE
)
"""English words that are often typed without their apostrophe."""
_GREETED = (
    # By name: "Kære Referent,", "Hej Ida," - but for "Hej KEU," which may be what is asked about.
    r"(?:kære|dear)(?:\s[\w.-]+){1,3}(?=\s*[,!:])|(?:hej|hi|hello)(?:\s(?-i:[A-ZÆØÅ][a-zæøå]+)){1,2}(?=\s*[,!:])"
    r"|hej(?:sa)?|hallo|goddag|godmorgen|god\s?(?:morgen|dag|aften|eftermiddag)|dav|hi|hello|hey"
    r"|good\s(?:morning|afternoon|evening)|(?:(?:mange|tusind|1\.?000)\s)?tak|(?:many\s)?thanks"
    r"|thank\syou|tusinde\stak|ok(?:ay)?|super|fint|great|perfe[ck]t"
    # What is said before one goes on asking, and names nothing.
    r"|h+m+|aha|javel(?:\sja)?|n[åa]+h?|jamen|ja|jo|all?\s?right|cool|wow|nice|fedt|spændende"
    r"|interess?ant|interesting|yes|yeah|yep|right|sure|well|oh|i\ssee|got\sit|lovely|dejligt|hov"
    r"|jeg\ser\s(?:helt\s)?ny(?:\sher)?|i(?:['’]m|\sam)\s(?:quite\s)?new(?:\shere)?"
    r"|(?:(?:det|that)(?:\s(?:var|er|was|is)|['’]s)\s)?(?:(?:meget|rigtig|virkelig|very|really|so)\s)+"
    r"(?:hjælpsomt|nyttigt|brugbart|godt|helpful|useful|good|clear|nice)"
)
_THANKED_FOR = r"for(?:di)?(?:\s[\w'’]+){1,7}(?=\s*[,.!:;–—])"
"""What somebody is thanked for before a question, set off from it: "for hjælpen i går"."""
_WHOM = r"igen|alle(?:\ssammen)?|med\sdig|referent|there|again|all|everyone|for\sdet|a\slot"
_ASKS = (
    r"hv(?:ad|em|or|ilke)|og\shv|og\si\b|and\sin\b|what|who|when|where|which|how|and\swh"
    r"|og\s(?:den|det|de|så)\b|and\sthe\b|but\swh|men\shv"
)
_CIVILITY = re.compile(
    rf"^\s*(?:(?:{_GREETED})(?:\s(?:{_WHOM}))*(?:\s{_THANKED_FOR})?"
    rf"(?:\s*(?:[,.!:;–—]+|-+(?=\s))\s*|\s+(?=(?:{_ASKS})\w*\b)|\s+(?=(?:{_GREETED})\b\W*[\s,.!:;–—-])))+(?=.*\w)",
    re.IGNORECASE,
)
"""A greeting or thanks, set off from what is asked behind it: "hej, hvad står AK for?"."""
