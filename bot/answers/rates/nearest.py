"""No rate for what is asked about, and the one that comes nearest: for fewer words, or for others.

"Ledsagelse for børn" is not "ledsagelse"; a sentence that names any amount is neither.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.answers.finding.meetings import is_superseded
from bot.answers.rates.choice import chosen_of, status_of
from bot.answers.rates.lines import RateLines, warn_unverified
from bot.answers.rates.matching import fits, is_of_other_group
from bot.answers.rates.mentions import SAYS_AGREEMENT, told_otherwise
from bot.answers.rates.more_words import as_typed, is_held, wordings
from bot.answers.rates.professions import is_profession
from bot.answers.rates.restrictions import write_restrictions
from bot.answers.rates.terms import all_dated
from bot.answers.rates.word_index import RateIndex, index_of, without_aside
from bot.answers.telling.draft import Draft, plain
from bot.questions.question import Question
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.rates.words import is_generic
from bot.replies import Reply, ReplyKind
from index.archive import Found, RateEntry, Term, View
from index.danish.words import tokens
from index.search.coverage import stands

SHOWN = 4
"""Rates told at most."""
LEAST = 0.12
"""Share of the weight of what is asked for that the nearest rate's name must hold."""
MORE = 4
"""Words at most that it does not hold."""


@dataclass(frozen=True, slots=True)
class _Near:
    """A rate whose name is held whole by a question that says more."""

    entry: RateEntry
    held: int
    more: tuple[Term, ...]

    @property
    def rank(self) -> tuple[int, int, bool]:
        return self.held, -len(self.more), self.entry.rate.verified


def answer(question: Question, asked: RateQuestion, found: Found, view: View) -> Reply | None:
    """Return that there is no such rate, with the nearest; `None` where nothing is near.

    Nor where a sentence of the archive holds all that is asked for, with an amount.
    """
    subject = [term for term in asked.subject(found.terms) if term.weight]
    if not asked.sure or asked.bare or not subject or told_otherwise(asked, found):
        return None
    near = list(_near(question, asked, subject, view))
    if not near:
        return None
    best = max(one.rank[:2] for one in near)
    nearest = [one for one in near if one.rank[:2] == best]
    verified = [one for one in nearest if one.entry.rate.verified]
    matches = all_dated((one.entry for one in verified or nearest), view)
    draft = Draft(question.text, question.language)
    missing = ", ".join(as_typed(question, nearest[0].more)) or _groups(asked)
    draft.say("rate_nearest", words=plain(missing))
    told, _ = chosen_of(asked, matches)
    status = partial(status_of, asked)
    lines = RateLines(
        draft, view, told[:SHOWN], status, of_today=asked.period is None, answering=False
    )
    draft.points([lines.of(match) for match in told[:SHOWN]])
    write_restrictions(draft, told[:SHOWN], view)
    warn_unverified(draft, told[:SHOWN])
    return draft.reply(ReplyKind.NOT_FOUND)


def _near(
    question: Question, asked: RateQuestion, subject: Sequence[Term], view: View
) -> Iterator[_Near]:
    any_group = replace(asked, groups=frozenset())
    index = index_of(view.rates())
    total = sum(term.weight for term in subject)
    for at, entry in enumerate(index.entries):
        if entry.rate.proposed or not fits(any_group, entry.rate):
            continue
        held = max(
            (len(p) for name in entry.rate.all_names for p in _parts(name) if is_held(p, subject)),
            default=0,
        )
        if not held:
            continue
        more = tuple(term for term in subject if not _holds(index, at, term))
        weight = sum(term.weight for term in more)
        enough = total - weight >= LEAST * total and len(more) <= MORE
        if not (is_of_other_group(asked, entry.rate) or _is_aside(question, subject, more)):
            continue
        if enough and not is_superseded(entry.document, view):
            yield _Near(entry, held, more)


def _parts(name: str) -> Iterator[list[frozenset[str]]]:
    # What stands in brackets tells rates apart, and names none.
    for part in wordings(without_aside(name)):
        # "Vagthonorar" and "grundhonorar" share only that they are rates.
        telling = [frozenset(t for t in w if not is_generic(t)) or w for w in part]
        yield [word for word in telling if not word & _SERVICE] or telling


def _holds(index: RateIndex, at: int, term: Term) -> bool:
    words = index.words[at]
    if stands(term, words.own | words.unit | words.payee):
        return True
    if is_profession(term):
        return not words.lacks(term)
    return stands(term, words.around)


def _is_aside(question: Question, subject: Sequence[Term], more: Sequence[Term]) -> bool:
    """Tell whether a question says what a rate does not: for whom, where, when, with what.

    A verb, or an attribute of a word that the rate holds, makes it no other. In English, a word
    that the archive knows may have been meant by another than the one it was translated to.
    """
    words = {
        word for t in more if question.read_as == "da" or not t.known for word in t.text.split()
    }
    held = {word for term in subject if term not in more for word in term.text.split()}
    asked = [token.folded for token in tokens(question.text)]
    if any(_OF_SEVERAL.fullmatch(word) for term in more for word in term.text.split()):
        return True
    for at, word in enumerate(asked):
        if word not in words or SAYS_AGREEMENT.fullmatch(word):
            continue
        following = asked[at + 1] if at + 1 < len(asked) else ""
        before = next((one for one in reversed(asked[:at]) if one not in _ARTICLES | words), "")
        if following not in held and before in _PREPOSITIONS:
            return True
    return False


_PREPOSITIONS = frozenset(
    (
        *(
            "for",
            "til",
            "i",
            "om",
            "paa",
            "ved",
            "hos",
            "af",
            "inkl",
            "inklusive",
            "ekskl",
            "med",
            "uden",
        ),
        *("in", "at", "to", "on", "during", "including", "excluding", "with", "without", "of"),
    )
)
_SERVICE = frozenset(("servic", "service", "ydels"))
"""Stems that a name need not be asked for by: "escort service"."""
_ARTICLES = frozenset(("en", "et", "den", "det", "de", "the", "a", "an"))
_OF_SEVERAL = re.compile(
    r"gennemsnit\w*|average|samle[dt]\w*|total|moms|vat|inkl\w*|ekskl\w*|including|excluding"
    r"|hoejeste|laveste|highest|lowest"
)
"""Folded words that ask for another figure than the rate."""


def _groups(asked: RateQuestion) -> str:
    return ", ".join(f"{kind} {number}" for kind, number in sorted(asked.groups))
