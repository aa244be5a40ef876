"""What English minutes say of a vote and of a motion: "carried 5-2", "defeated", "held over".

Only what surely tells how an item ended is read. "No vote was taken" is no vote, and one on an
amendment or to put the item off is not the item's. Sentences are lower case throughout.
"""

import re
from collections.abc import Sequence

from index.decisions import Outcome

_COUNT = r"(?:\d{1,3}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)"
_VOTES = r"(?:\s+(?:votes?|members?|councillors?))?"
_TALLY = (
    rf"\b{_COUNT}{_VOTES}\s*(?:[-\u2013\u2014]|\bto\b|\bagainst\b)\s*"
    rf"{_COUNT}(?!\s*%|[\d.,]*\d)\b{_VOTES}"
)
_SIDES = (
    rf"\b{_COUNT}{_VOTES}\s+(?:(?:voted|were)\s+)?(?:for|in\s+favou?r)\b.{{0,40}}\b{_COUNT}{_VOTES}\s+(?:(?:voted|were)\s+)?"
    r"(?:against|opposed)\b"
    rf"|\b(?:for|in\s+favou?r)\s*:?\s*\d+\b.{{0,40}}\bagainst\s*:?\s*\d+"
)
_CASTING = r"\b(?:casting|deciding)\s+vote\b"
_MAJORITY = (
    r"\b(?:by|on|with)\s+(?:a|the)\s+(?:\w+\s+)?majority\b(?!\s+of\s+[\d-]+\s*(?:%|per))"
    r"|\bby\s+majority(?:\s+vote)?\b|\bshow\s+of\s+hands\b"
)
_WENT = (
    r"(?:(?:was|were|be|been|is|are)\s+(?:\w+ly\s+|duly\s+)?|^(?:\w+ly\s+)?|[,;]\s*)"
    r"(?:carried|adopted|agreed|approved|passed|accepted|resolved)(?!\s+(?:out|over|forward|away|for\s+use|in\s+[12]\d{3})\b)"
)
_FELL = (
    r"\b(?:defeated|rejected|lost|voted\s+down|turned\s+down)\b|\b(?:motion|proposal|recommendation|resolution)\s+(?:fell|failed|falls|fails)\b"
    r"|\bnot\s+(?:\w+\s+)?(?:carried|adopted|agreed|approved|passed|accepted)\b"
)
_BY_VOTE = re.compile(
    rf"{_SIDES}|{_CASTING}|{_MAJORITY}"
    rf"|(?:{_WENT}|{_FELL}|\bvot\w+)[^.;]{{0,60}}?{_TALLY}"
)
_AGAINST = re.compile(
    r"(?<!no one )(?<!nobody )(?<!none )\b(?:voted|voting|votes)\s+(?:\w+\s+)?against\b"
    r"|\bdissent(?:ed|ing|s)?\b|\bwas\s+(?:\w+\s+)?opposed\b"
    r"|\b(?:could|did)\s+not\s+support\b"
)
_NO_VOTE = re.compile(
    r"\b(?:no|without\s+(?:a|any))\s+votes?\b(?!\s+(?:for|against)\b)"
    r"|\bnot\s+(?:been\s+)?(?:put\s+to\s+(?:a|the)\s+vote|voted\s+(?:up)?on)\b"
)
_NOBODY = re.compile(
    r"\b(?:no\s*one|nobody|none|no\s+members?)\b"
    r"|\b(?:without|no)\s+dissent\w*|\bunanimous\w*"
)
_OF_ANOTHER = re.compile(
    r"\bamendments?\b|\b(?:defer|postpone|adjourn|refer|withdraw)\w*\b|\b(?:last|previous|earlier)\s+meeting\b|\b(?:council|cabinet|assembly)\s+(?:had|has)\b"
    r"|\b(?:if|whether|would|should|will)\b"
)
_CARRIED = re.compile(_WENT)
_REFUSED = re.compile(
    rf"{_FELL}|\bvoted\s+(?:by\s+)?(?:{_TALLY}\s+)?against\s+(?:the\s+)?(?:motion|proposal|recommendation|plan|closure|\w+ing)\b"
)


_MOTION = (
    r"(?:(?:the|this)\s+)?(?:motion|proposal|recommendations?|resolution|item|matter"
    r"|application|report|plan|policy|budget|protocol|minutes)"
)
_END = (
    r"(?:\s+(?:unanimously|nem\.?\s*con\.?|as\s+(?:recommended|proposed|presented)"
    r"|by\s+consensus|without\s+(?:a\s+)?(?:vote|comment|dissent)))*\s*\.?$"
)
_WHO = (
    r"(?:the\s+)?(?:board|committee|council|panel|group|members?|meeting"
    r"|steering\s+group|trustees|commission)"
)
_PLAIN = tuple(
    (outcome, re.compile(words))
    for outcome, words in (
        (
            Outcome.APPROVED,
            rf"^(?:{_MOTION}\s+(?:was|were)\s+)?(?:unanimously\s+)?(?:carried|adopted|agreed|passed|accepted){_END}"
            rf"|^{_WHO}\s+(?:unanimously\s+)?(?:adopted|agreed|passed|accepted)\s+{_MOTION}{_END}",
        ),
        (
            Outcome.DEFERRED,
            rf"^(?:{_MOTION}\s+(?:was|were|is|be)\s+)?(?:postponed|held\s+over|adjourned|tabled\s+until)\b",
        ),
        (
            Outcome.SENT_BACK,
            rf"^(?:{_MOTION}\s+(?:was|were|is)\s+)?(?:withdrawn|referred\s+back|sent\s+back|remitted|returned)\b",
        ),
        (
            Outcome.REJECTED,
            rf"^(?:{_MOTION}\s+)?(?:(?:was|were)\s+)?(?:not\s+(?:carried|adopted|agreed|passed|accepted|supported)|lost|defeated|declined|refused"
            rf"|turned\s+down)\b|^{_MOTION}\s+(?:fell|failed)\b",
        ),
        (
            Outcome.RECOMMENDED,
            rf"^{_WHO}\s+(?:\w+ly\s+)?recommend(?:s|ed)\b[^.;]*\bto\s+(?:the\s+)?\w+",
        ),
    )
)
_DENIES = re.compile(r"\b(?:not|never|no|nor|neither|cannot)\b|n[’']t\b")


def amounts_to_in_english(outcome: Outcome, said: Sequence[str]) -> Outcome:
    """Return what English sentences amount to where they tell of a vote or of a motion.

    Args:
        outcome: What the Danish rules made of them; it stays unless that is nothing.
        said: The sentences as they are written.
    """
    if outcome is not Outcome.UNCLASSIFIED:
        return outcome
    words = [re.sub(r"\s+", " ", one.lower()).strip() for one in said]
    return voted_in_english(words) or _plain(words) or outcome


def _plain(said: Sequence[str]) -> Outcome | None:
    """Return the one outcome that sentences state plainly, while none of the rest denies."""
    found = [next((o for o, words in _PLAIN if words.search(one)), None) for one in said]
    told = {outcome for outcome in found if outcome is not None}
    rest = [one for outcome, one in zip(found, said, strict=True) if outcome is None]
    if len(told) != 1 or any(_DENIES.search(_NO_VOTE.sub(" ", one)) for one in rest):
        return None
    return told.pop()


def voted_in_english(said: Sequence[str]) -> Outcome | None:
    """Return how a vote went that English sentences tell of, `None` where they tell of none.

    A vote that fell is `REJECTED`; one of which it is said that it was carried as well as that it
    fell is `UNCLASSIFIED`.
    """
    own = [_NO_VOTE.sub(" ", one) for one in said if not _OF_ANOTHER.search(one)]
    carried = any(_CARRIED.search(_REFUSED.sub(" ", one)) for one in own)
    fell = any(_REFUSED.search(one) for one in own)
    by_vote = any(_BY_VOTE.search(one) for one in own)
    opposed = any(_AGAINST.search(one) and not _NOBODY.search(one) for one in own)
    if not (by_vote or (opposed and carried)):
        return None
    if fell:
        return Outcome.UNCLASSIFIED if carried else Outcome.REJECTED
    return Outcome.VOTE
