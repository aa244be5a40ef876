"""What somebody thought, wished for or planned, and that it is not how things are.

"The minority thought that the clinic ought to lie in the north" answers "where does it lie?" by its
words, and tells of a place where it does not.
"""

import re
from collections.abc import Callable, Sequence

from bot.answers.sentences.evidence import Evidence
from bot.answers.sentences.outcomes_asked import counts_what_was, is_plan
from bot.questions.question import Question
from bot.questions.wanted import Wanted
from index.danish.folding import fold
from index.documents import SectionKind

_OF_SOMEBODY = re.compile(
    r"\bmindretal\w*|\befter (?:deres|hans|hendes) (?:opfattelse|mening)\b|\bburde\b"
    r"|\boenskede\b.{0,30}\b(?:foert til|protokol|referat)\w*"
    r"|\bstemte (?:for|i ?mod), (?:at|fordi|da)\b"
    r"|\b(?:havde hellere|ville hellere|foretrak)\b|\bminority\b|\bought to\b"
    r"|\bin (?:their|his|her) (?:view|opinion)\b"
)
_ASKS_FOR_IT = re.compile(
    r"\bmindretal\w*|\bmen(?:te|er)\b|\bsyn(?:es|tes)\b|\boensk\w*|\bburde\b|\bimod\b|\buenig\w*"
    r"|\bholdning\w*|\bforesl\w*|\bindven\w*|\bkritik\w*|\bsagde\b|\bhvem\b|\bminority\b"
    r"|\bth(?:ink|ought)\b|\bopinion\w*|\bwant\w*|\bwish\w*|\bagainst\b|\bdisagree\w*|\bobject\w*"
    r"|\bpropos\w*|\bshould\b|\bought\b|\bsaid\b|\bwho\b|\bdissent\w*"
)


def behind_what_is(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return sentences with what somebody thought behind how things are, where that is asked.

    So stands what is planned where it is asked how many there were. Only what the same item tells
    goes before it: what stands elsewhere may be of something else.
    """
    if not evidence:
        return []
    behind: Callable[[Evidence], bool] | None = None
    if not _asks(question) and is_opinion(evidence[0].words):
        behind = _is_opinion
    elif counts_what_was(question.text) and _is_plan(evidence[0]):
        behind = _is_plan
    if behind is None or evidence[0].group.item is None:
        return list(evidence)
    before = [e for e in evidence if e.group.key == evidence[0].group.key and not behind(e)]
    return [*before, *(e for e in evidence if e not in before)]


def _is_opinion(evidence: Evidence) -> bool:
    return is_opinion(evidence.words)


def _is_plan(evidence: Evidence) -> bool:
    """Tell whether a sentence tells a plan; what was decided on one is more, but for a wish."""
    decided = evidence.section is SectionKind.DECISION
    wished = _WISHES.search(fold(evidence.words)) is not None
    return is_plan(evidence.words) and (wished or not decided)


_WISHES = re.compile(r"\b(?:oensker|efterlyser|anmoder|beder|wishes|requests|asks for)\b")


def tells_opinion(question: Question, words: str) -> bool:
    """Tell whether words tell what somebody thought, where it is asked how things are."""
    return not _asks(question) and is_opinion(words)


def is_opinion(words: str) -> bool:
    """Tell whether words are what somebody thought or wished for."""
    return _OF_SOMEBODY.search(fold(words)) is not None


def _asks(question: Question) -> bool:
    said = _ASKS_FOR_IT.search(fold(question.text)) is not None
    return said or question.people is not None or question.wanted is Wanted.REASON


def is_goal_alone(question: str, words: str) -> bool:
    """Tell whether words tell what is aimed at, where it is asked how much there is."""
    asks = _HOW_MUCH.search(fold(question)) is not None
    return asks and _AIMS.search(fold(words)) is not None


_HOW_MUCH = re.compile(
    r"^(?!.*\b(?:maal\w*|skal|skulle|boer|forvent\w*|oensk\w*|plan\w*|goals?|targets?|aim\w*|should|shall"
    r"|will|expected|plan\w*)\b).*(?:\bhvor (?:mange|stor|meget)\b|\bandel(?:en)?\b"
    r"|\bhow (?:many|much|large)\b|\bwhat (?:share|percentage|proportion)\b)"
)
_AIMS = re.compile(
    r"\bmaal(?:et|ene|saetning(?:en)?)? (?:er|var)\b"
    r"|\bskal (?:\w+ ){0,3}(?:naa|op paa|ned paa|vaere)\b"
    r"|\bthe (?:goal|target|aim) is\b"
)
