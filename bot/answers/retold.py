"""What other papers tell of a meeting, or of a committee, that the archive does not hold."""

import re
from dataclasses import replace

from bot.answers import facts
from bot.answers.finding import matching
from bot.answers.finding.relevance import subject_of
from bot.answers.finding.searches import for_fact
from bot.answers.sentences.beside import beside
from bot.answers.sentences.evidence import Evidence, weigh, with_titles
from bot.answers.sentences.quotations import quotation
from bot.answers.telling.draft import Draft, plain
from bot.questions.patterns import pattern
from bot.questions.period_words import period_words
from bot.questions.question import Question
from bot.questions.times.period import Period
from bot.replies import Reply
from index.archive import Found, Term, View
from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.stopwords import WEAK
from index.danish.words import folded_words

RETOLD = 0.5
"""Share of the subject's weight of which a sentence must hold more to tell of another meeting.

The part of a compound is half of it: of "skolemad" not every school tells."""


def answer(question: Question, view: View) -> Reply | None:
    """Return what a paper tells of a committee without papers here, or of a day without any.

    Only a sentence counts that says what the committee did, or the best one where its item names
    the very day; and it must be about what is asked: to be told that there will be a meeting is no
    answer. `None` where there is none.
    """
    body, period = question.unknown_body, question.period
    draft = Draft(question.text, question.language)
    if body is not None:
        draft.say("retold_of_body", body=plain(body))
    elif period is not None and period.is_short:
        draft.say("retold", period=plain(period_words(question)))
    else:
        return None
    found = view.search(for_fact(question))
    evidence = weigh(question, found, facts.about(question, found, view), view)
    if body is not None:
        told = _of_what_is_asked(question)
        evidence = [e for e in evidence if _tells_of_body(e, body, told)]
    elif period is not None:
        evidence = [e for e in evidence[:1] if _tells_of_day(e, period)]
    if not evidence or not _is_about(question, found, evidence[0]):
        return None
    best, *others = evidence
    best = replace(best, excerpt=replace(best.excerpt, span=quotation(best, others, found)))
    # The outcome of the item that tells of it is another meeting's.
    return facts.write(draft, question, [best, *beside(best, others)], view, decided=False)


def _of_what_is_asked(question: Question) -> re.Pattern[str]:
    """Return how a sentence tells what a committee did, or said where that is asked."""
    return _SAID if question.asks_what_was_said else _DID


def _tells_of_body(evidence: Evidence, body: str, told: re.Pattern[str]) -> bool:
    """Tell whether a sentence says what a committee did: "Rådet besluttede i maj, at …".

    In the minutes of a joint meeting the heading says it: "Kystrådet besluttede".
    """
    at = evidence.excerpt.span.start
    above = (s.heading for s in evidence.document.sections if s.span.start <= at < s.span.end)
    named = re.compile(rf"\b{re.escape(fold(body))}(?:et|en)?s?\b")
    said = (fold(words) for words in (evidence.words, next(above, None) or ""))
    return any(named.search(words) and told.search(words) for words in said)


_DID = re.compile(
    r"\b(?:beslutted\w*|vedtog|godkendte|tiltraadte|afviste|forkastede|udsatte|bevilgede|afsatte|valgte"
    r"|besluttet|vedtaget|godkendt|tiltraadt|afvist|bevilget|afsat|udpegede|tog .* til efterretning"
    r"|decided|approved|adopted|rejected|granted)\b"
)
"""What a body did, folded."""
_SAID = re.compile(
    rf"{_DID.pattern}"
    r"|\b(?:er|var) (?:\w+ )?(?:imod|for|u?enige?|positive?|kritiske?|tilfredse?|bekymre(?:de|t))\b"
    r"|\b(?:mener|mente|oensker|oenskede|foreslaar|foreslog|anbefaler|anbefalede|stoetter|stoettede|udtaler"
    r"|udtalte|bemaerker|bemaerkede|svarer|svarede|skriver|skrev|sagde|siger|frygter|frygtede|kritiserer"
    r"|kritiserede|beder|bad|opfordrer|opfordrede|indstiller|indstillede|tilslutter|tilsluttede|finder|fandt"
    r"|peger|pegede|efterlyser|efterlyste|bakker|bakkede|vil (?:gerne|hellere|ikke|have)|saa gerne"
    r"|thinks?|thought|wants?|wanted|supports?|supported|proposed|recommended|replied|answered|wrote|said)\b"
)
"""What a body said or wanted, folded."""


def _tells_of_day(evidence: Evidence, period: Period) -> bool:
    """Tell whether the passages of the item in which a sentence stands name the day."""
    words = " ".join(hit.passage.text for hit in evidence.group.hits)
    return any(period.holds(day) for _, day in find_dates(words))


def _is_about(question: Question, found: Found, evidence: Evidence) -> bool:
    """Tell whether a sentence holds what is asked, beside that something was decided.

    One that says what a committee did may leave its matter to the titles above it.
    """
    body = folded_words(question.unknown_body or "")
    subject = [
        t
        for t in subject_of(question, found)
        if not _says_deciding(question, t) and t.text not in body
    ]
    told = with_titles(evidence) if question.unknown_body is not None else evidence.words
    shares = matching.shares(subject, told)
    return bool(subject) and matching.coverage(subject, shares) > RETOLD


def _says_deciding(question: Question, term: Term) -> bool:
    """Tell whether a word speaks of meetings and deciding only."""
    every = WEAK[question.language]
    return term.text in every or pattern("decision").search(term.text) is not None
