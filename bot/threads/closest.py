"""What comes closest in a thread's matter, where the usual rules find nothing that answers.

In the whole archive the words of a question must stand in what answers it. In a thread the matter
is known, so a sentence of it may answer that has little more in common with the message than the
sort of thing that is asked for; and what it does not name is said.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum, auto

from bot.answers import facts
from bot.answers.finding.searches import for_fact
from bot.answers.finding.unsaid import unsaid, untranslated
from bot.answers.sentences.evidence import Evidence, weigh, with_titles
from bot.answers.sentences.fitting import fitting
from bot.answers.sentences.prices import tells_amount
from bot.answers.telling.draft import Draft
from bot.conversation.antecedents import stems_in
from bot.conversation.leaning import Leans, leaning
from bot.conversation.naming import own_words
from bot.questions.patterns import pattern
from bot.questions.question import Question
from bot.questions.wanted import Wanted, holds
from bot.replies import Reply
from bot.threads.said_so import said_so
from bot.threads.within import Within
from index.archive import Found, Group, Hit
from index.danish.days import find_dates
from index.danish.folding import fold
from index.danish.stems import stem
from index.danish.words import Token, folded_words, tokens
from index.documents import DocumentKind

StemsOf = Callable[[str], frozenset[str]]
"""Returns the stems by which papers may speak of a folded word."""

FEW_OF_THE_SORT = 3
"""Sentences that hold what is wanted, up to which each may be the one that is meant."""


def answer(message: Question, narrow: Within, stems_of: StemsOf, known: "Known") -> Reply | None:
    """Return the sentence of some papers that may answer a message; else `None`.

    Args:
        message: The message without the words it opens with.
        narrow: The papers.
        stems_of: Returns the stems by which papers may speak of a word.
        known: What a sentence of these papers has to have in common with the message at least.
    """
    fit = _Fit(message, stems_of)
    if is_of_a_time(message):
        message = replace(message, period=None)  # a paper of the year before tells of it
    found = narrow.search(for_fact(message))
    groups = [g for g in found.groups if g.document.kind is not DocumentKind.RATES]
    weighed = weigh(message, found, fit.speaking(groups), narrow)
    evidence = fitting(message, found, weighed)
    if not evidence and leaning(message).how is Leans.SURELY:
        evidence = [e for e in weighed if fit.is_beside_its_things(e)]
    told = fit.best([e for e in evidence if not _is_label(e)], known)
    if not told:
        return None
    reply = _told(message, found, told, narrow, fit)
    return replace(reply, is_of_the_sort=known is Known.SORT)


def _is_label(evidence: Evidence) -> bool:
    """Tell whether a line only says from whom, when and on what a paper is: "To: the Board"."""
    return _LABEL.fullmatch(evidence.words) is not None


_LABEL = re.compile(r"[A-ZÆØÅ][\w. ]{1,20}:\s.{1,80}(?<![.!?])")


class Known(Enum):
    """What a sentence has to have in common with a message, by what is known of its papers."""

    NAMED = auto()
    """The sort that is wanted beside a word of the message; or else a thing that it names."""
    DONE = auto()
    """Also what happens alone: "can they appeal?" of the rules."""
    SORT = auto()
    """Also the sort alone: in what was spoken of last, where few sentences are of it."""


def _is_part(one: object, more: object) -> bool:
    return isinstance(one, str) and isinstance(more, str) and one in more


def _is_to_come(evidence: Evidence) -> bool:
    """Tell whether a sentence names no year alone that was over when its paper was written."""
    years = [int(year) for year in _YEAR.findall(evidence.words)]
    written = evidence.document.date
    return not years or written is None or max(years) >= written.year


class _Fit:
    """Tells which sentences may answer a message of a thread."""

    def __init__(self, message: Question, stems_of: StemsOf) -> None:
        lean = leaning(message)
        self._message = message
        self._stems_of = stems_of
        of_money = message.wanted is Wanted.MONEY
        self._says = said_so(message)
        self.asking = self._says.words if self._says is not None else frozenset[str]()
        things = [t for t in lean.nouns if not (of_money and _PRICE.fullmatch(t.folded))]
        things = [token for token in things if token.folded not in self.asking]
        self._nouns = [stems_of(token.folded) for token in things]
        verbs = () if self._says is not None else lean.verbs
        self._verbs = [stems_of(token.folded) for token in verbs]
        # Who proposes to print a magazine need not be the one who edits it.
        of_somebody = message.wanted is Wanted.PERSON and self._says is None
        self._must_do = of_somebody and any(not is_plain(token) for token in lean.verbs)
        self._of_paying = bool(_PAY & {stem for stems in self._verbs for stem in stems})
        self._counts = message.wanted is Wanted.NUMBER and bool(self._nouns)
        # "Hvorfor ikke 40?" names nothing but what was decided.
        self._asks_only_why = message.wanted is Wanted.REASON and not (self._nouns or lean.verbs)
        then = message.period if is_of_a_time(message) else None
        self._year = str(then.since.year) if then is not None and then.since is not None else ""
        said = (pattern("for_people").fullmatch(token.folded) for token in tokens(message.text))
        self._of_a_person = message.wanted is None and not self._nouns and any(said)

    def speaking(self, groups: Sequence[Group]) -> Sequence[Group]:
        """Return groups with those hits alone that speak of what is named, where any do."""
        words = self._nouns or self._verbs

        def speaks(hit: Hit) -> bool:
            return self._held(words, f"{hit.passage.header} {hit.passage.text}") > 0

        kept = [replace(g, hits=tuple(filter(speaks, g.hits))) for g in groups]
        return [group for group in kept if group.hits] or groups

    def best(self, evidence: Sequence[Evidence], known: "Known") -> list[Evidence]:
        """Return the sentences that answer, the best first; empty where none does."""
        wanted = self._message.wanted
        fit = [e for e in evidence if self._names_its_things(e)]
        if wanted is Wanted.DATE and not _PAST.search(fold(self._message.text)):
            fit = [e for e in fit if _is_to_come(e)]
        of_the_sort = [e for e in fit if wanted is not None and self._is_of_the_sort(e)]
        if wanted is Wanted.MONEY and _OF_COST.search(fold(self._message.text)):
            # "We get 60,000 for it" is not what it costs, where a bid stands beside it.
            of_the_sort.sort(key=lambda e: not tells_amount(e.words))
        if said := [e for e in of_the_sort if self._says_it(e)]:
            return said
        # Who pays may be anybody, and "owners pay" names nobody.
        of_any_sort = wanted is None or wanted in _SEEN_BY_NO_WORD
        of_any_sort = of_any_sort and (bool(self._nouns) or known is not Known.NAMED)
        if of_any_sort and (said := [e for e in fit if self._does_it(e)]):
            return said
        if self._year and (said := [e for e in fit if self._year in e.words]):
            return said  # "what happens in 2026?" names nothing else
        if known is not Known.SORT or (self._says is not None and self._says.must_be_said):
            return []
        return self._told_by_its_sort(fit, of_the_sort)

    def _told_by_its_sort(
        self, fit: Sequence[Evidence], of_the_sort: Sequence[Evidence]
    ) -> list[Evidence]:
        """Return the sentences that hold what is wanted and name nothing else, if they are few."""
        wanted = self._message.wanted
        if self._of_a_person:
            # What he wanted stands where somebody is named.
            of_the_sort = [e for e in fit if holds(Wanted.PERSON, e.words) == 1.0]
        most = max((e.held for e in of_the_sort), default=0.0)
        if wanted is Wanted.PERSON:
            of_the_sort = [e for e in of_the_sort if e.held == most]  # a name before an office
        elif wanted not in _TOLD_BY_SORT and not (self._of_a_person or self._asks_only_why):
            return []
        told = set(map(self._told_of, of_the_sort))
        alike = {one for one in told for more in told if one != more and _is_part(one, more)}
        is_few = len(told - alike) <= FEW_OF_THE_SORT
        return list(of_the_sort) if is_few and self._may_be_unsaid() else []

    def _may_be_unsaid(self) -> bool:
        """Tell whether what happens need not be said.

        A day on which something opened is no day on which it closed, and who is named need not
        be who won.
        """
        verbs = leaning(self._message).verbs
        plain = all(map(is_plain, verbs))
        return plain or self._message.wanted not in {Wanted.DATE, Wanted.PERSON}

    def _is_of_the_sort(self, evidence: Evidence) -> bool:
        if self._counts:
            return counts(self._nouns, evidence.words)
        if self._message.wanted is Wanted.NUMBER and _HOW_MUCH.search(fold(self._message.text)):
            return holds(Wanted.MONEY, evidence.words) > 0  # a count of things is none
        return evidence.held > 0

    def _told_of(self, evidence: Evidence) -> frozenset[date] | str:
        """Return what a sentence tells: two of the same day tell the same."""
        days = find_dates(evidence.words) if self._message.wanted is Wanted.DATE else ()
        return frozenset(day for _, day in days) or evidence.words

    def _does_it(self, evidence: Evidence) -> bool:
        """Tell whether a sentence itself says what happens; or, where nothing does, of what."""
        if self._of_paying and _PAID_BY.search(fold(evidence.words)):
            return True
        if self._verbs and self._held(self._verbs, evidence.words) > 0:
            return True
        if self._must_do or not self._nouns:
            return False
        return self._held(self._nouns, evidence.words) == len(self._nouns)

    def _names_its_things(self, evidence: Evidence) -> bool:
        """Tell whether all that the message names stands in a sentence, or above or beside it."""
        around = " ".join(hit.passage.text for hit in evidence.group.hits)
        text = f"{with_titles(evidence)} {around}"
        return self._held(self._nouns, text) == len(self._nouns)

    def is_beside_its_things(self, evidence: Evidence) -> bool:
        """Tell whether all that the message names stands in the passage of a sentence."""
        hits = (h for h in evidence.group.hits if h.passage.id == evidence.excerpt.passage)
        text = " ".join(hit.passage.text for hit in hits)
        return bool(self._nouns) and self._held(self._nouns, text) == len(self._nouns)

    def _says_it(self, evidence: Evidence) -> bool:
        """Tell whether a sentence itself speaks of a thing of the message, or of what happens."""
        if self._says is not None and self._says.is_said(evidence.words):
            return True
        if self._must_do:
            return self._does_it(evidence)
        return self._held([*self._nouns, *self._verbs], evidence.words) > 0

    def says(self, token: Token, text: str) -> bool:
        """Tell whether a text speaks of a word of the message, or the word says next to nothing."""
        stems = self._stems_of(token.folded)
        return is_plain(token) or self._held([stems], text) > 0

    @staticmethod
    def _held(words: Sequence[frozenset[str]], text: str) -> int:
        spoken = folded_words(text)
        stems = stems_in(spoken)
        return sum(
            bool(word & stems) or any(ends_so(one, word) for one in spoken) for word in words
        )


def is_of_a_time(message: Question) -> bool:
    """Tell whether a message says when, and of nothing what."""
    asks = message.yes_or_no or message.wanted is not None
    return message.period is not None and not asks and not own_words(message)


def is_plain(token: Token) -> bool:
    """Tell whether a verb says next to nothing: what takes place, begins or comes back."""
    return _PLAIN.fullmatch(token.folded) is not None


def ends_so(word: str, stems: frozenset[str]) -> bool:
    """Tell whether a folded word is a compound of a thing: "høringssvar" is an answer."""
    bare = stem(word)
    return any(len(one) >= _HEAD and bare != one and bare.endswith(one) for one in stems)


def counts(things: Sequence[frozenset[str]], text: str) -> bool:
    """Tell whether a number of a text counts one of some things: "27 nye klinikker"."""
    days = [span for span, _ in find_dates(text)]
    words = [t for t in tokens(text) if not any(day.contains(t.span) for day in days)]
    for at, token in enumerate(words):
        if not (token.is_number or _NUMERAL.fullmatch(token.folded)) or _YEAR.fullmatch(token.text):
            continue
        behind = words[at + 1 : at + 1 + _COUNTED_WITHIN]
        ahead = (
            words[at - 1 : at]
            if at and ":" in text[words[at - 1].span.end : token.span.start]
            else []
        )
        for thing in things:
            if any(stem(t.folded) in thing or ends_so(t.folded, thing) for t in (*behind, *ahead)):
                return True
    return False


_HEAD = 4
"""Letters from which a stem at the end of a word is what the word stands for."""
_COUNTED_WITHIN = 3
"""Words behind a number, one of which it counts."""
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMERAL = re.compile(
    r"et|en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|tredive|ingen|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|none|no"
)
_OF_COST = re.compile(r"\b(?:kost|pris|cost|price)")
_PRICE = re.compile(
    r"(?:pris|beloeb|udgift|omkostning|betaling|sum|budget|bevilling|ramme)(?:en|et|er|erne|tet|ter)?"
    r"|supposed|meant|(?:price|cost|amount|expense|charge|sum|budget|grant)s?|costing"
)
"""What a sum is called, and what was meant by it, which need not stand beside it, folded."""
_HOW_MUCH = re.compile(r"\bhvor meget\b")
_TOLD_BY_SORT = frozenset(
    {Wanted.MONEY, Wanted.NUMBER, Wanted.DURATION, Wanted.DATE, Wanted.PERSON, Wanted.PLACE}
)
"""Sorts that a sentence surely holds, or not."""
_PAST = re.compile(r"\b(?:var|blev|havde|did|was|were|had)\b|^hvornaar \w+(?:ede|te)\b")
"""How it is asked what has been, folded."""
_SEEN_BY_NO_WORD = frozenset({Wanted.PERSON, Wanted.REASON, Wanted.PURPOSE, Wanted.PLACE})
"""Sorts of answers that no pattern surely tells."""


_PLAIN = re.compile(
    r"gaar|gaa|gik|i?gang|sker?|skete|ske|gaelde[r]?|gjaldt|loebe[r]?|vare[r]?|foregaa[r]?|traede[r]?|tages?|taget|op|kommer"
    r"|igen|behandles|begynder|begynde|starter?|staar|happens?|takes?|taken|up|back|again|comes?|place"
    r"|slutter|ends?|runs?|lasts?|starts?|begins?|instead|stedet"
)
"""Verbs that say next to nothing, folded."""
_PAY = frozenset({"betal", "pay", "finansier"})
_PAID_BY = re.compile(
    r"\b(?:betal|finansier|afhold|afsaett|bevilg|daekke|delt|deles|fordeles|kostfri|gratis)\w*"
    r"|\b(?:pay|pays|paid|met by|borne by|funded|financed|shared|split|covered by|granted"
    r"|allocated|free of charge)\b"
)
"""How a sentence says who pays, folded."""


def _told(
    message: Question, found: Found, told: Sequence[Evidence], narrow: Within, fit: _Fit
) -> Reply:
    draft = Draft(message.text, message.language)
    words = with_titles(told[0])
    missing = unsaid(message, found, words)
    verbs = [token.text for token in leaning(message).verbs if not fit.says(token, words)]
    missing = [word for word in (*missing, *verbs) if fold(word) not in fit.asking]
    if missing := list(dict.fromkeys(missing)):
        draft.warn("unsaid", words=", ".join(missing))
    if missing := untranslated(message, found):
        draft.warn("untranslated", words=", ".join(missing))
    return facts.write(draft, message, told[:FEW_OF_THE_SORT], narrow)
