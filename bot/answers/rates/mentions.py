"""What the archive says of a rate in words that were not read as one: quoted, or without amount."""

import re
from collections.abc import Collection, Iterator, Sequence

from bot.answers.finding import matching
from bot.answers.sentences.prices import is_price
from bot.answers.telling.draft import Draft
from bot.citations import Citation, folded
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.rates.units import same_unit, units_in
from bot.replies import Reply, ReplyKind
from index.archive import Found, Group, Hit, Term, View
from index.danish.folding import fold
from index.danish.sentences import sentences
from index.danish.words import term_set
from index.rates.motions import Fate, fate_of
from index.search.coverage import stands
from index.spans import Span

_RATES = re.compile(r"takst|sats\b|satser|honorar|gebyr|pris|tilskud")
"""Words of a title, folded, under which amounts are set."""
SHOWN = 2
"""Sentences quoted at most."""
_AMOUNT = re.compile(
    r"\d\s{0,2}(?:kr\b|kroner|dkk|øre\b|mio|mia|t\.?kr|,-|%|pct|procent|euro?\b|dollars?|pund|usd|gbp|sek|nok|[€$£])"
    r"|(?:kr\.?|dkk|euro?|usd|gbp|sek|nok|[€$£])\s{0,2}\d|\d,\d",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:beløb\w*|tal\w*|takster\w*|satser\w*|amounts?|figures)[ ](?:\w+[ ]){0,2}(?:i|in)[ ]"
    r"(?:hele\s+)?(?:1\.?000|tusinde?r?|t\.?\s?kr|mio|mill|øre|thousands?|millions?)[.\w]*"
    r"(?:\s*(?:kr\.?|kroner|dkk))?",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:den|det|(?:sats|takst|pris|beløb|honorar|gebyr|godtgørelse)(?:en|n|et)|it)\b",
    re.IGNORECASE,
)
SAYS_AGREEMENT = re.compile(r"\w*(?:aftale|overenskomst|agreement)\w*")
"""Folded words for an agreement."""
_AFTER = 600
"""Characters behind a quotation in which it may stand what became of it."""
_ABOVE = 400
"""Characters before a quotation in which its scale may be told."""


def without_amount(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply | None:
    """Return that an amount is nowhere to be read, `None` where one may be, or nothing is said.

    Without this the sentence that comes nearest would be quoted, with the amount of another rate.
    """
    asking = _asking(asked, found.terms)
    told = [
        (hit, span)
        for group in found.groups
        for hit in group.hits
        for span in _mentions(hit, asking)
    ]
    if not told or any(_AMOUNT.search(span.of(hit.passage.text)) for hit, span in told):
        return None
    if any(_is_of_rates(group) and _gives_amount(group) for group in found.groups):
        return None
    draft = Draft(question.text, question.language)
    draft.say("rate_no_amount")
    quote_all(draft, [(hit, span.moved(hit.passage.span.start)) for hit, span in told], view)
    return draft.reply(ReplyKind.NOT_FOUND)


def told_otherwise(
    asked: RateQuestion, found: Found, but: Collection[tuple[str, Span]] = ()
) -> list[tuple[Hit, Span]]:
    """Return sentences with an amount that hold all that a rate is asked for.

    Of a year that is asked about, one that speaks of the sentence before it as well: "I 2018 var
    den 3 kr.".

    Args:
        asked: What was asked.
        found: Where.
        but: Documents and places that are told already.
    """
    subject = [term for term in asked.subject(found.terms) if term.weight]
    told = []
    for group in found.groups:
        for hit in group.hits:
            start, text = hit.passage.span.start, hit.passage.text
            last = Span(0, 0)
            for span in sentences(text):
                words, above, last = span.of(text), last, span
                place = span.moved(start)
                known = any(d == hit.passage.document and place.overlaps(s) for d, s in but)
                if (
                    not known
                    and _AMOUNT.search(words)
                    and fate_of(words, text[span.end :]) is not Fate.FELL
                ):
                    if _holds_all(subject, words):
                        told.append((hit, place))
                    elif _goes_on(asked, subject, above.of(text), words):
                        told.append((hit, Span(above.start, span.end).moved(start)))
    year = asked.period.year if asked.period else None
    return sorted(told, key=lambda one: year is None or not _names(year, one))


def called_alike(
    names: Collection[str], found: Found, but: Collection[tuple[str, Span]] = ()
) -> list[tuple[Hit, Span]]:
    """Return sentences with an amount that hold every word of the name of a rate that is told.

    "Kørsel i egen bil godtgøres med 3 kr. pr. km indtil 20.000 km og derover med 2 kr." gives two
    amounts that nothing tells apart and is read as none; and yet it may be what applied.
    """
    wanted = [term_set(name) for name in names if len(name.split()) >= _TELLING]
    return [
        (hit, place)
        for group in found.groups
        for hit in group.hits
        for span in sentences(hit.passage.text)
        for place in [span.moved(hit.passage.span.start)]
        if not any(d == hit.passage.document and place.overlaps(s) for d, s in but)
        and _KRONER.search(words := span.of(hit.passage.text))
        and any(name <= term_set(words) for name in wanted)
        and fate_of(words, hit.passage.text[span.end :]) is not Fate.FELL
    ]


_KRONER = re.compile(r"\d\s{0,2}(?:kr\b|kroner|dkk|,-)|(?:kr\.?|dkk)\s{0,2}\d", re.IGNORECASE)
_TELLING = 2
"""Words that a name must have to tell one thing from others."""


def _names(year: int, told: tuple[Hit, Span]) -> bool:
    hit, place = told
    return str(year) in place.moved(-hit.passage.span.start).of(hit.passage.text)


def _holds_all(subject: Sequence[Term], words: str) -> bool:
    return bool(subject) and all(matching.together(term, words) for term in subject)


def _goes_on(asked: RateQuestion, subject: Sequence[Term], above: str, words: str) -> bool:
    """Tell whether a sentence, of the year asked, goes on with the one above, on the rate."""
    year = asked.period.year if asked.period else None
    if year is None or not re.search(rf"(?<!\d){year}(?!\d)", words) or not _REFERS.search(words):
        return False
    # "I 2018-aftalen" is the agreement that is asked about.
    subject = [term for term in subject if not SAYS_AGREEMENT.fullmatch(term.text)]
    per = {same_unit(key) for _, key in units_in(above)}
    return _holds_all(subject, above) or (not subject and bool(asked.per) and asked.per <= per)


def quoted_amount(
    question: Question, asked: RateQuestion, found: Found, view: View
) -> Reply | None:
    """Return the sentences that give an amount for what is asked, as they stand.

    A penalty or a rise is none, unless it is asked about.
    """
    told = [
        (hit, place)
        for hit, place in told_otherwise(asked, found)
        if is_price(question.text, place.moved(-hit.passage.span.start).of(hit.passage.text))
    ]
    if not told:
        return None
    draft = Draft(question.text, question.language)
    draft.say("rate_only_words")
    quote_all(draft, told, view)
    return draft.reply(ReplyKind.FACT)


def fell(citation: Citation) -> bool:
    """Tell whether what is quoted is a motion that was not carried."""
    after = citation.document.text[citation.span.end :][:_AFTER]
    return fate_of(citation.quote, after) is Fate.FELL


def gives_amount(text: str) -> bool:
    """Tell whether a text names an amount."""
    return _AMOUNT.search(text) is not None


def scale_above(citation: Citation) -> str | None:
    """Return the words by which amounts that are quoted count in thousands or øre, if any do."""
    start = citation.span.start
    above = citation.document.text[max(0, start - _ABOVE) : citation.span.end]
    found = [*_SCALE.finditer(above)]
    return " ".join(found[-1][0].split()).rstrip(".") if found else None


def quote_all(draft: Draft, told: Sequence[tuple[Hit, Span]], view: View) -> None:
    """Quote sentences, as many as are shown, each wording once: a draft repeats the minutes."""
    said: set[str] = set()
    for hit, span in told:
        document = view.document(hit.passage.document)
        words = folded(span.of(document.text))
        if len(said) < SHOWN and words not in said and not draft.quotes(document, span):
            draft.quote(document, span)
            said.add(words)


def _is_of_rates(group: Group) -> bool:
    """Tell whether a whole item is about rates: then any amount in it may be the one."""
    title = group.item.title if group.item else group.document.title
    return _RATES.search(fold(title)) is not None


def _gives_amount(group: Group) -> bool:
    return any(_AMOUNT.search(hit.passage.text) for hit in group.hits)


def _asking(asked: RateQuestion, terms: tuple[Term, ...]) -> list[Term]:
    """Return the words that ask for one kind of rate, without forms that ask for any."""
    words = {head.word for head in asked.heads}
    return [term for term in asked.subject(terms) if term.known and words & set(term.text.split())]


def _mentions(hit: Hit, asking: Sequence[Term]) -> Iterator[Span]:
    """Yield the sentences of a passage that hold a word that was asked for."""
    text = hit.passage.text
    if not any(stands(term, term_set(text)) for term in asking):
        return
    for span in sentences(text):
        held = term_set(span.of(text))
        if any(stands(term, held) for term in asking):
            yield span
