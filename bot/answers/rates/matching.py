"""Which rates a question means: by name, unit, agreement and year; none where that is not sure."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from bot.answers.rates.elsewhere import Papers
from bot.answers.rates.professions import is_profession
from bot.answers.rates.sources import contradict, in_order, with_first_days, without_copies
from bot.answers.rates.supplements import with_supplements
from bot.answers.rates.terms import Match, Term, dated, known_terms
from bot.answers.rates.typed import with_names
from bot.answers.rates.word_index import RateIndex, RateWords, index_of, without_aside
from bot.questions.rates.groups import are_others, groups_in
from bot.questions.rates.limits import is_beyond, limits_in
from bot.questions.rates.rate_question import RateQuestion
from bot.questions.rates.sides import at_a_time, is_opposite, sides_in
from bot.questions.rates.units import same_unit
from bot.questions.rates.words import only_says_rate
from index.archive import RateEntry, View
from index.archive import Term as Word
from index.danish.folding import fold
from index.danish.words import term_set
from index.rates.agreements import agreement_key
from index.rates.rate import UNDATED, Rate
from index.search.coverage import stands

ENOUGH = 0.8
"""Share of the weight of what is asked for that a rate's name and surroundings must hold."""
IN_NAME = 0.4
"""Share of it that the name itself must hold."""
_AROUND = 0.75
"""What a word counts that stands around the name only."""
_ASIDE = 0.5
"""The same, in the name's own brackets: "(herunder praksis uden for klynger)"."""
_TITLED = 0.9
"""The same, in a heading that is one of a rate: "Takst for opholdet"."""
_IN_PARTS = 0.85
"""What a compound counts whose parts stand with a rate, not all of them around it."""
_LONG_PART, _SHORT_PART = 5, 3
"""Letters of the last and the first part of a compound, at least."""
_TIMES = frozenset(("day", "evening", "night", "weekend"))
_SURCHARGE = re.compile(r"tillaeg(?:get|gene|s)?\b|\b(?:surcharge|supplement)s?\b")
"""A folded name of what comes on top of a rate."""
_ON_TOP = 0.95
"""What such a one counts where none is asked for: it stands below the rate itself."""
_WHOLE = 1 - 1e-9
"""The score of a rate that holds everything, sums of fractions allowed for."""
LOOKED_AT = 60
"""Rates at most that are looked at more closely; nobody reads more."""
NEAR_BEST = 0.85
"""Share of the best rate's score from which another may be meant as well."""


def find_matches(asked: RateQuestion, terms: tuple[Word, ...], view: View) -> list[Match]:
    """Return the rates that a question means, best first; verified ones before candidates.

    What another source says of one of them is among them, however it is worded.
    """
    index = index_of(view.rates())
    scored = list(_enough(_scored(asked, terms, index, titled=False)))
    if not any(entry.rate.verified for _, entry in scored):
        scored = list(_enough(_scored(asked, terms, index)))
    best = max((score for score, _ in scored), default=0.0)
    near = sorted(
        ((s, e) for s, e in scored if s >= NEAR_BEST * best),
        key=lambda one: (not one[1].rate.verified, -one[0]),
    )
    near = _as_typed(near, asked.subject(terms))
    if not near:
        return []
    terms_of = known_terms(view)
    papers = Papers(view)
    standing = [(s, e) for s, e in near[:LOOKED_AT] if papers.stand(e)]
    found = [dated(entry, score, terms_of) for score, entry in _once(standing)]
    found += _contradicting(
        found, index, lambda e: fits(asked, e.rate) and papers.stand(e), terms_of
    )
    ordered = in_order(with_first_days(without_copies(with_supplements(found))))
    return with_names(ordered, asked.subject(terms))


def _as_typed(
    near: list[tuple[float, RateEntry]], subject: Sequence[Word]
) -> list[tuple[float, RateEntry]]:
    """Leave out what has another unit than a rate that holds every word as it is typed.

    By their stems "hovedret" and "Hoved-MED" have a word in common.
    """
    asking = [fold(term.text) for term in subject if term.weight]

    def holds(entry: RateEntry) -> bool:
        told = fold(" ".join((*entry.rate.all_names, entry.rate.payee or "", entry.rate.about)))
        return all(_UNDEFINED.sub("", word) in told for word in asking)

    units = {entry.rate.unit for _, entry in near if holds(entry)} if asking else set()
    return [(s, e) for s, e in near if not units or e.rate.unit in units or holds(e)]


_UNDEFINED = re.compile(r"(?<=[^\W\d_]{6})(?:en|et|ene|erne)$")
"""What makes a folded noun definite, which names may leave out."""


def _contradicting(
    found: Sequence[Match],
    index: RateIndex,
    may: Callable[[RateEntry], bool],
    terms: Mapping[str, Term],
) -> list[Match]:
    """Return what other sources say of the same rates, and say otherwise."""
    told = {id(match.entry) for match in found}
    others: list[Match] = []
    for match in found:
        for at in index.same(match.rate):
            entry = index.entries[at]
            other = dated(entry, match.score, terms)
            if id(entry) in told or entry.rate.proposed or not contradict(match, other):
                continue
            if may(entry):
                told.add(id(entry))
                others.append(other)
    return others


def _enough(scored: Iterable[tuple[float, RateEntry]]) -> Iterator[tuple[float, RateEntry]]:
    """Yield rates that are no proposals, until as many as are looked at could not fit better."""
    whole = 0
    for score, entry in scored:
        if not entry.rate.proposed:
            yield score, entry
            whole += score >= _WHOLE
        if whole >= LOOKED_AT:
            return


def proposed(asked: RateQuestion, terms: tuple[Word, ...], view: View) -> list[Match]:
    """Return the proposals that fit the question, newest first: what else fits may be replaced.

    What begins to apply later than all that is proposed was not replaced by it; an amount that
    was decided after all is no proposal any more.
    """
    index = index_of(view.rates())
    fitting = list(_scored(asked, terms, index))
    within = asked.period.days if asked.period else UNDATED
    entries = [
        (score, entry)
        for score, entry in fitting
        if entry.rate.proposed
        and (entry.rate.validity.until is None or entry.rate.validity.overlaps(within))
    ]
    days = [entry.rate.validity.since or entry.document.date for _, entry in entries]
    last = max((day for day in days if day), default=None)
    rates = [entry.rate for _, entry in fitting if not entry.rate.proposed]
    if last is not None and None not in days:
        begun = [rate.validity.since for rate in rates if rate.validity.since]
        if any(last < day <= asked.today for day in begun):
            return []
    decided = {rate.amount for rate in rates}
    papers, known = Papers(view), known_terms(view)
    left = [(s, e) for s, e in entries if e.rate.amount not in decided and papers.stand(e)]
    return sorted(
        (dated(entry, score, known) for score, entry in _once(left)),
        key=lambda match: match.validity.since or match.entry.document.date or date.min,
        reverse=True,
    )


def _scored(
    asked: RateQuestion, terms: tuple[Word, ...], index: RateIndex, *, titled: bool = True
) -> Iterator[tuple[float, RateEntry]]:
    """Yield the rates that fit with how well they do, verified ones first.

    Args:
        asked: What was asked.
        terms: The words of the question.
        index: The rates.
        titled: Whether a heading of rates may say what those below it are for.
    """
    subject = asked.subject(terms)
    of_surcharge = any(_SURCHARGE.search(term.text) for term in terms)
    if any(term.weight for term in subject):
        looked_at = index.called(subject, min(IN_NAME, ENOUGH))
    else:
        # "What is the rate per km?": the unit is all there is to go by.
        looked_at = index.per(asked.units)
    for at in looked_at:
        entry = index.entries[at]
        if not fits(asked, entry.rate):
            continue
        score = _score(asked, subject, index.words[at], titled=titled)
        if not of_surcharge and _SURCHARGE.search(fold(without_aside(entry.rate.name))):
            score *= _ON_TOP
        if score >= (ENOUGH if asked.sure else _WHOLE) and _may_mean(asked, subject, entry.rate):
            yield score, entry


def _may_mean(asked: RateQuestion, subject: Sequence[Word], rate: Rate) -> bool:
    """Tell whether a rate may be meant by a question whose words do not ask for one.

    It must be one that the staff keep; and where nothing is asked, called by all of one name.
    """
    if asked.sure:
        return True
    forms = {form for term in subject for form in term.forms}
    if not asked.bare:
        # "Hvor meget får en natvagt?": a rate of which the name is who gets it.
        own = {form for term in subject if term.weight for form in term.forms}
        return rate.verified or (asked.gets and _is_all_of(own, rate.name))
    return rate.verified and any(_is_all_of(forms, name) for name in rate.all_names)


def _is_all_of(forms: Iterable[str], name: str) -> bool:
    """Tell whether words are all that a name holds, but for what stands in brackets."""
    held = {word for form in forms for word in form.split()}
    told = [word for word in without_aside(name).split() if not only_says_rate(fold(word))]
    called = [words for words in map(term_set, told) if words]
    return bool(called) and all(not words.isdisjoint(held) for words in called)


def fits(asked: RateQuestion, rate: Rate) -> bool:
    """Tell whether unit, agreement and year are not others than those asked for."""
    units = {same_unit(key) for key in rate.unit.per}
    if not asked.per <= units or is_opposite(asked.sides, rate.name):
        return False
    if is_of_other_group(asked, rate) or is_beyond(asked.limits, limits_in(rate.name)):
        return False
    if asked.agreement and (not rate.agreement or agreement_key(rate.agreement) != asked.agreement):
        return False
    return asked.year is None or rate.agreement_year in {asked.year, None}


def is_of_other_group(asked: RateQuestion, rate: Rate) -> bool:
    """Tell whether a rate is for another numbered group than the one that is asked for."""
    told = f"{rate.name} {rate.payee or ''} {rate.unit.words('da')}"
    return bool(asked.groups) and are_others(asked.groups, groups_in(told))


def _score(
    asked: RateQuestion, subject: Sequence[Word], words: RateWords, *, titled: bool
) -> float:
    """Return how much of what is asked for the rate holds, 0–1."""
    if not asked.codes <= words.own or not _holds_heads(asked, subject, words):
        return 0.0
    total = sum(term.weight for term in subject)
    if not total:
        return 1.0 if asked.per else 0.0
    shares = [(term.weight, _share(term, words, titled=titled)) for term in subject]
    if asked.limits & words.limits:
        # Which of two prices is meant, "over 10 m" tells as well as a name does.
        within = [stands(term, words.aside) for term in subject]
        shares = [(w, 1.0 if told else s) for (w, s), told in zip(shares, within, strict=True)]
    named = sum(weight for weight, share in shares if share >= _ASIDE and share != _AROUND)
    if named < IN_NAME * total and not words.generic:
        return 0.0
    return sum(weight * share for weight, share in shares) / total


def _share(term: Word, words: RateWords, *, titled: bool) -> float:
    """Return how far a word of the question stands with a rate, 0–1."""
    # The unit's own word names it as well: "km" in "km-taksten".
    if stands(term, words.name) or not words.unit.isdisjoint(term.forms):
        return 1.0
    if titled and stands(term, words.titled):
        return _TITLED
    if stands(term, words.aside):
        return 1.0 if words.generic else _ASIDE
    if stands(term, words.around) and not (is_profession(term) and words.lacks(term)):
        # A compound stands there as well where its parts stand around and in the name.
        return 1.0 if words.generic else _IN_PARTS if _stands_in_parts(term, words) else _AROUND
    if words.at_other_times and sides_in(term.text) & _TIMES:
        return 1.0
    return _IN_PARTS if _stands_in_parts(term, words) or _is_at_its_time(term, words) else 0.0


def _is_at_its_time(term: Word, words: RateWords) -> bool:
    """Tell whether a compound is a rate's unit, or name, at the time it is for.

    "Nattur" is the "tur" of "Befordring, nat".
    """
    told = at_a_time(term.text)
    if told is None or told[0].isdisjoint(words.sides):
        return False
    return not term_set(told[1]).isdisjoint(words.name | words.unit)


def _stands_in_parts(term: Word, words: RateWords) -> bool:
    """Tell whether a compound is a rate's name, or unit, and what stands around it together.

    "Akutsygeplejebesøg" is what is paid "pr. besøg" by an agreement on "akutsygepleje".
    """
    named = words.name | words.aside | words.unit
    held = named | words.around
    forms = [form.split() for form in term.forms]
    if any(
        len(parts) > 1 and (words.generic or parts[-1] in named) and held.issuperset(parts)
        for parts in forms
    ):
        return True
    return not term.known and any(
        _are_parts(parts[0], named, held) for parts in forms if len(parts) == 1
    )


def _are_parts(word: str, named: Iterable[str], held: Iterable[str]) -> bool:
    """Tell whether a word that the archive does not know ends with a rate's, and begins as another.

    "Fodbehandling" is the "behandling" of an agreement on "fodterapi".
    """
    return any(
        len(last) >= _LONG_PART
        and word.endswith(last)
        and len(first := word[: -len(last)].removesuffix("s")) >= _SHORT_PART
        and any(other.startswith(first) for other in held)
        for last in named
    )


def _holds_heads(asked: RateQuestion, subject: Sequence[Word], words: RateWords) -> bool:
    """Tell whether a rate is of the special kind that is asked for: "opstartshonorar"."""
    if not asked.heads:
        return True
    by = words.calling
    for head in asked.heads:
        asking = [term for term in subject if head.word in term.text.split()]
        if asking and by.isdisjoint(head.stems) and not any(stands(t, by) for t in asking):
            return False
    return True


def _once(scored: Iterable[tuple[float, RateEntry]]) -> list[tuple[float, RateEntry]]:
    """Return each rate once, however many papers repeat it: a verified one, or the newest."""
    kept: dict[object, tuple[float, RateEntry]] = {}
    for score, entry in sorted(scored, key=lambda one: not one[1].rate.verified):
        rate = entry.rate
        agreement = agreement_key(rate.agreement) if rate.agreement else None
        same = rate.amount, rate.unit.per, agreement, rate.agreement_year, rate.validity
        key = (fold(rate.name), fold(rate.payee or ""), *same)
        kept.setdefault(key, (score, entry))
    return list(kept.values())
