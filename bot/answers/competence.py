"""Who decides: what terms of reference say of a committee, and who settled one matter."""

import re
from collections.abc import Iterator, Sequence

from bot.answers.finding import matching
from bot.answers.finding.of_bodies import names_body
from bot.answers.finding.relevance import subject_of
from bot.answers.finding.searches import for_fact
from bot.answers.matters import matter
from bot.answers.matters.register import recorded
from bot.answers.telling.draft import Draft, plain
from bot.answers.telling.openings import opening_of
from bot.answers.telling.places import item_name
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.replies import Reply, ReplyKind
from index.archive import BodyEntry, Found, Group, ItemEntry, Query, View
from index.danish.days import format_date
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.stopwords import DANISH, ENGLISH
from index.danish.words import folded_words
from index.decisions import Outcome
from index.documents import MEETING_PAPERS, Document
from index.spans import Span

SENTENCES = 2
"""Sentences on a committee's competence that are quoted."""

_WORDS = "beslutningskompetence kompetence endelig beslutning afgørelse rådgiver indstiller"
"""What terms of reference say it with; searched for beside the committee's name."""
_SAYS_WHO = re.compile(
    r"\w*kompetence\w*|\bendelige?t?\s+(?:beslut|afgør|godkend|vedtag|stillingtag)\w*"
    r"|\b(?:træffer|træffes|tager|tages)\b.{0,40}\b(?:beslutning|afgørelse|stilling)\w*"
    r"|\b(?:afgøres|besluttes|godkendes|vedtages)\s+(?:endeligt\s+)?(?:af|i)\b|\brådgiver\w*\b"
    r"|\bkan\s+selv\s+\w+|\bforelægges\s+(?:til\s+\w+\s+)?for\b"
    r"|\b(?:er|kun)\s+rådgivende\b|\bindstiller\s+(?:\w+\s+)?til\b|\bafgør\s+(?:selv|endeligt)\b",
    re.IGNORECASE,
)
"""How a sentence says who decides."""
_AMOUNT = re.compile(
    r"\d[\d.,]*\s*(?:kr|mio|million|t\.?kr|DKK)|\b(?:DKK|kr\.?)\s*\d", re.IGNORECASE
)
"""What tells cases apart that a committee decides itself and those that it passes on."""
_OF_TERMS = re.compile(
    r"kommissorium|vedtaegt|forretningsorden|delegation|kompetence|opgavebeskrivelse|aftale"
)
"""Titles of papers that say what a committee may do, folded."""


def asks_who_decides(question: Question) -> bool:
    """Tell whether it is asked who has the say, and not what somebody said."""
    return pattern("who_decides").search(fold(question.text)) is not None


def answer(question: Question, view: View) -> Reply | None:
    """Return what terms of reference say of a committee's competence, or of who decides a matter.

    `None` where no paper says it.
    """
    if not asks_who_decides(question):
        return None
    if _names_matter(question):
        return _of_matter(question, view)
    if not question.bodies:
        return None
    draft = Draft(question.text, question.language)
    for body in question.bodies:
        _write_terms(draft, question, body, view)
    return draft.reply(ReplyKind.FACT) if draft.cites else None


def may_be_told_of(question: Question, found: Found, entry: ItemEntry) -> bool:
    """Tell whether who decided an item says who decides what is asked: it is titled by it.

    An item in which the budget is mentioned does not tell who approves the budget.
    """
    asking = pattern("who_decides_words")
    asked = [t for t in subject_of(question, found) if not asking.fullmatch(t.text)]
    return not asked or bool(matching.matched(asked, entry.item.title))


def write_authority(draft: Draft, question: Question, entry: ItemEntry, document: Document) -> None:
    """Say who decides the matter of an item that is told, where that is asked."""
    if not asks_who_decides(question) or (entry.decision and entry.decision.authority):
        return
    outcome, body = matter.outcome_of(entry), entry.document.body
    if outcome is Outcome.RECOMMENDED:
        onward = recorded(document, entry.item.index).authority
        if onward is not None:
            draft.heading(draft.phrase("authority_heading"))
            draft.quote(document, onward)
    elif matter.is_settled(entry) and body is not None and entry.document.date is not None:
        day = format_date(entry.document.date, draft.language)
        draft.say("settled_by", body=plain(body.short), date=day)


def _names_matter(question: Question) -> bool:
    """Tell whether a question names more than a committee, and that somebody decides."""
    left = pattern("who_decides_words").sub(" ", fold(question.subject))
    return any(
        word not in DANISH | ENGLISH | question.given and len(word) > 1
        for word in folded_words(left)
    )


def _write_terms(draft: Draft, question: Question, body: BodyEntry, view: View) -> None:
    found = view.search(Query(f"{body.body.name} {_WORDS}", "da")).groups
    for group in sorted(found, key=lambda g: not _is_of_terms(g)):
        document = view.document(group.document.id)
        if not _is_of_terms(group) or not names_body(body, f"{document.title} {document.text}"):
            continue
        said = list(_saying(group, document))
        if _AMOUNT.search(question.text):
            said = [p for p in said if _AMOUNT.search(p.of(document.text))] or said
        said = said[:SENTENCES]
        if said:
            draft.heading(item_name(draft, document, group.item))
            for place in said:
                draft.quote(document, place)
            return


def _of_matter(question: Question, view: View) -> Reply | None:
    """Return the paragraph of terms of reference that says who decides a matter; it must hold it.

    Who decided it once, at some meeting, says less.
    """
    found = view.search(for_fact(question))
    asking = pattern("who_decides_words")
    terms = [
        t
        for t in found.terms
        if t.text not in question.given
        and (_OF_AN_AMOUNT.search(t.text) or not asking.fullmatch(t.text))
    ]
    best: tuple[float, Group, Document, Span] | None = None
    for group in (g for g in found.groups if terms and _is_of_terms(g)):
        document = view.document(group.document.id)
        for match in _PARAGRAPH.finditer(document.text):
            if not any("rådgiv" not in said[0].lower() for said in _SAYS_WHO.finditer(match[0])):
                continue  # who advises does not decide
            held = matching.coverage(terms, matching.shares(terms, match[0]))
            if held >= _OF_IT and (best is None or held > best[0]):
                best = (held, group, document, Span(*match.span()))
    if best is None:
        return None
    _, group, document, place = best
    draft = Draft(question.text, question.language)
    draft.heading(item_name(draft, document, group.item))
    draft.quote(document, opening_of(document, place))
    return draft.reply(ReplyKind.FACT)


_OF_AN_AMOUNT = re.compile(r"\d|^(?:kr|kroner|dkk|mio)$")
_OF_IT = 0.55
"""Share of a matter's weight that a paragraph on who decides must hold."""
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def _is_of_terms(group: Group) -> bool:
    titled = _OF_TERMS.search(fold(group.document.title)) is not None
    return titled and group.document.kind not in MEETING_PAPERS


def _saying(group: Group, document: Document) -> Iterator[Span]:
    """Yield the sentences of what was found that say who decides, in the order of the paper."""
    places: Sequence[Span] = sorted(hit.passage.span for hit in group.hits)
    for passage in places:
        for span in sentences(passage.of(document.text)):
            place = span.moved(passage.start)
            if _SAYS_WHO.search(place.of(document.text)):
                yield place
