"""What the words of a decision amount to: general patterns of the language of minutes.

A decision is read sentence by sentence, each without its subordinate clauses ("at budgettet er
godkendt af …"), and every sentence may name an outcome. One that denies, plans or asks in a way
no known shape explains is `UNCLASSIFIED` (`doubts`), one that limits what it approves is
`APPROVED_WITH_CHANGE` (`reservations`), one on others does not count (`deciders`, `agents`), one
on several clauses counts for each (`parted`). Together:

1. a vote with its sides recorded: `VOTE`, for the result stands beside it in words, or `REJECTED`
   where those say that the proposal fell (`votes`);
2. approved in one sentence, in doubt in another: `UNCLASSIFIED`;
3. some parts approved, others deferred, sent back or rejected: `APPROVED_WITH_CHANGE`, and where
   no parts are named, `UNCLASSIFIED`;
4. some of several numbered clauses refused, others noted: `UNCLASSIFIED`, no one word says it;
5. sent back, deferred, in doubt, rejected; then approved (with a change, if a reservation is made);
6. recommended, noted, discussed; `UNCLASSIFIED` where something is settled besides (`settled`).

A recommendation not followed is rejected where nothing else is settled (`defiance`). What is noted
was decided by others (`noting`). What is struck, quoted or entered by a party is not said
(`unsaid`), what was decided at another time is only retold (`retold`), and a carried motion to put
the item off puts it off (`motions`), one that fell does nothing (`fallen`).
So "Taget til efterretning. Indstillingen blev godkendt." is approved. Words that no pattern knows,
and no English one (`english`), are `UNCLASSIFIED`. Nothing is guessed.
"""

import re
from datetime import date

from index.danish.sentences import sentences
from index.decisions import Outcome
from ingest.structure.outcomes.agents import approved_by_others
from ingest.structure.outcomes.deciders import is_advice, is_minority, is_of_another
from ingest.structure.outcomes.defiance import settled_otherwise
from ingest.structure.outcomes.denials import (
    CONTRASTS,
    NEGATED,
    NOT_RECOMMENDED,
    NOT_YET,
    approves_before,
)
from ingest.structure.outcomes.dissents import dissents, records_dissent
from ingest.structure.outcomes.doubts import (
    approves_a_refusal,
    approves_what_was,
    defies_recommendation,
    denies_deferral,
    doubts_approval,
    doubts_refusal,
    falls_as_motion,
    is_appealed,
    leaves_unnoted,
    names_motion,
    negations,
    revokes,
    takes_no_stand,
    withholds,
    without_refused_deferral,
)
from ingest.structure.outcomes.english import amounts_to_in_english
from ingest.structure.outcomes.fallen import without_fallen
from ingest.structure.outcomes.formulas import FORMULAS
from ingest.structure.outcomes.led_clauses import with_clauses
from ingest.structure.outcomes.main_clauses import main_clause
from ingest.structure.outcomes.motions import (
    carried_motion,
    is_withdrawn,
    only_supports,
    puts_off_all,
)
from ingest.structure.outcomes.noting import without_noted
from ingest.structure.outcomes.parted import named_in
from ingest.structure.outcomes.presence import without_attendance
from ingest.structure.outcomes.reservations import (
    before_correction,
    is_limited,
    limits_what_was_said,
    restricts,
    strikes_part,
)
from ingest.structure.outcomes.retold import is_retold, without_earlier
from ingest.structure.outcomes.settled import settles, settles_besides
from ingest.structure.outcomes.single_clauses import each_by_itself
from ingest.structure.outcomes.unsaid import without_marks, without_notes, without_quotations
from ingest.structure.outcomes.votes import (
    majority_carries,
    majority_refuses,
    proposal_fell,
    without_tally,
)
from ingest.structure.outcomes.waiting import (
    awaits,
    comes_back,
    puts_nothing_off,
    was_not_reached,
)

LONGEST = 6_000
"""Characters of a decision that are read; what follows is debate."""

_NOTHING = re.compile(
    r"(?:intet|ingen|ingenting|-|–|\.|nej"
    r"|ingen (?:bemærkninger|punkter|beslutning(?:er)?|emner|sager)"
    r"|der var (?:intet|ingen (?:punkter|bemærkninger|emner|sager))|intet at (?:referere|bemærke)"
    r"|intet til (?:eventuelt|referat|punktet)|mødet (?:slut|hævet).{0,20}|sluttet.{0,20}"
    r"|(?:der var )?intet (?:i øvrigt|nyt)|næste (?:ordinære )?møde\b.{0,80})\s*\.?",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:(?:første|andet|tredje|fjerde|femte|sidste|næste|\d{1,2}\.)\s+(?:at|pind|led|del|punkt|indstilling)"
    r"|(?:ad\s+|pkt\.?\s*|punkt\s+|indstilling\s+)\d{1,2})\b",
)
"""A sentence on one of several clauses of a recommendation."""
_DECIDES = re.compile(
    r"\b(?:besluttede|beslutter|besluttet|beslutning(?:en)?\s+blev|vedtog|aftalt)\b"
)
_AMENDMENT = re.compile(r"\b(?:ændrings|under)forslag|\bmindretalsforslag")
_PARTS = re.compile(
    r"\b(?:at|at-punkt\w*|pind|led|del|punkt\w*|pkt|indstilling\s+\d|(?:første|andet|tredje|fjerde)|\d{1,2}\.|[12]\d{3})\b(?!\.?\d)"
    r"|\d{1,2}\.(?!\d)"
)
"""Words for the parts of a recommendation, of which one may be approved and another refused."""
_THEN = re.compile(r"\bhvor(?:efter|på)\b")
_BARE = 6  # words of a formula that is a sentence by itself: "Taget til efterretning"
_SIDES = frozenset({Outcome.SENT_BACK, Outcome.DEFERRED, Outcome.REJECTED})
_IDLE = frozenset({Outcome.NOTED, Outcome.DISCUSSED})
_APPROVED = frozenset({Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE})
_VOTES = dict(FORMULAS)[Outcome.VOTE]
_RECOMMENDS = dict(FORMULAS)[Outcome.RECOMMENDED]
_RANKING = (
    Outcome.SENT_BACK,
    Outcome.DEFERRED,
    Outcome.UNCLASSIFIED,
    Outcome.REJECTED,
    Outcome.APPROVED_WITH_CHANGE,
    Outcome.APPROVED,
    Outcome.RECOMMENDED,
    Outcome.NOTED,
    Outcome.DISCUSSED,
)


def classify(words: str, body: str | None = None, day: date | None = None) -> Outcome:
    """Return what the words of a decision amount to, by the ranking of this module.

    `body` is the name of the body that met, if known, and `day` when it met: what others decided
    does not count, nor what was decided at another time.
    """
    if not words.strip():
        return Outcome.NONE
    read = without_quotations(without_notes(without_marks(words[:LONGEST])))
    if not read.strip():
        return Outcome.UNCLASSIFIED
    said = without_fallen(with_clauses(span.of(read) for span in sentences(read)))
    kept = each_by_itself(without_attendance(said), body)
    if not kept or all(_NOTHING.fullmatch(sentence) for sentence in kept):
        return Outcome.NONE
    found = [
        None if _is_elsewhere(sentence, read, body, day) else _of_sentence(sentence)
        for sentence in kept
    ]
    outcomes = {outcome for outcome in found if outcome is not None}
    main = {
        outcome
        for outcome, sentence in zip(found, kept, strict=True)
        if outcome is not None and not _AMENDMENT.search(sentence.lower())
    }
    if _differ_by_clause(found, kept) or _noted_first(found, kept):
        return Outcome.UNCLASSIFIED
    if _only_comes_back(found, kept):
        return Outcome.DEFERRED
    together = settled_otherwise(found, kept) or _together(main or outcomes, found, kept)
    return amounts_to_in_english(together, kept)


def _is_elsewhere(sentence: str, whole: str, body: str | None, day: date | None) -> bool:
    """Tell whether a sentence is on what others decided, or what was at another meeting."""
    if dissents(sentence) or approved_by_others(sentence, whole, body):
        return True
    own = without_noted(re.sub(r"\s+", " ", sentence.lower()))
    if is_retold(own, day) or is_advice(own):
        return True
    return is_of_another(own, whole.lower().replace(sentence.lower(), own), body)


def _differ_by_clause(found: list[Outcome | None], said: list[str]) -> bool:
    """Tell whether some numbered clauses were refused and others noted or discussed."""
    named = {
        outcome
        for outcome, sentence in zip(found, said, strict=True)
        if outcome is not None and _CLAUSE.match(sentence.lower())
    }
    return bool(named & _SIDES) and bool(named & {Outcome.NOTED, Outcome.DISCUSSED})


def _only_comes_back(found: list[Outcome | None], said: list[str]) -> bool:
    """Tell whether all that is said is that the item comes back, besides that it was discussed."""
    backs = [comes_back(sentence.lower()) for sentence in said]
    able = (
        back or awaits(sentence.lower()) or outcome is Outcome.DISCUSSED
        for back, sentence, outcome in zip(backs, said, found, strict=True)
    )
    return any(backs) and set(found) <= {None, Outcome.DISCUSSED} and all(able)


def _noted_first(found: list[Outcome | None], said: list[str]) -> bool:
    """Tell whether the item was noted in so many words before something else was refused.

    "Til orientering. … Hans forslag fik ikke tilslutning": the refusal is not the item's.
    """
    bare = len(said[0].split()) <= _BARE
    return bare and found[0] is Outcome.NOTED and Outcome.REJECTED in found


def _together(outcomes: set[Outcome], found: list[Outcome | None], said: list[str]) -> Outcome:
    approved = outcomes & _APPROVED
    words = [re.sub(r"\s+", " ", sentence.lower()) for sentence in said]
    if Outcome.VOTE in outcomes:
        return Outcome.REJECTED if not approved and proposal_fell(words) else Outcome.VOTE
    if approved:
        return _approving(outcomes, found, said, words)
    if majority_refuses(words):
        return Outcome.REJECTED
    if not outcomes and majority_carries(words):
        return Outcome.VOTE
    if outcomes <= _IDLE and any(settles(main_clause(_THEN.sub("og", one))) for one in words):
        return Outcome.UNCLASSIFIED
    if outcomes == {Outcome.REJECTED} and settles_besides(found, words):
        return Outcome.UNCLASSIFIED
    return next((outcome for outcome in _RANKING if outcome in outcomes), Outcome.UNCLASSIFIED)


def _approving(
    outcomes: set[Outcome], found: list[Outcome | None], said: list[str], words: list[str]
) -> Outcome:
    """Return what a decision amounts to of which at least one sentence approves."""
    if Outcome.UNCLASSIFIED in outcomes or any(is_appealed(sentence) for sentence in words):
        return Outcome.UNCLASSIFIED
    if outcomes <= _APPROVED and majority_carries(words):
        return Outcome.VOTE
    if majority_refuses(words):
        return Outcome.UNCLASSIFIED
    if outcomes & _SIDES:
        if any(puts_off_all(sentence.lower()) for sentence in said):
            return _put_off(outcomes, found, said)
        parted = any(_PARTS.search(one.lower()) or named_in(one, 0) for one in said)
        return Outcome.APPROVED_WITH_CHANGE if parted else Outcome.UNCLASSIFIED
    limited = any(limits_what_was_said(one.lower()) for one in said)
    dissent = any(dissents(one) or records_dissent(one) for one in said)
    if limited or dissent or _approves_parts_only(found, said):
        return Outcome.APPROVED_WITH_CHANGE
    return next(outcome for outcome in _RANKING if outcome in outcomes)


def _put_off(outcomes: set[Outcome], found: list[Outcome | None], said: list[str]) -> Outcome:
    """Return what a decision amounts to that puts the item off and has words of approval too."""
    approving = [
        sentence
        for outcome, sentence in zip(found, said, strict=True)
        if outcome in (Outcome.APPROVED, Outcome.APPROVED_WITH_CHANGE)
    ]
    if all(only_supports(sentence.lower()) for sentence in approving):
        return next(outcome for outcome in _RANKING if outcome in outcomes)
    return Outcome.UNCLASSIFIED


def _approves_parts_only(found: list[Outcome | None], said: list[str]) -> bool:
    """Tell whether some parts of a recommendation were approved and something else said of others.

    "Første og tredje at blev godkendt. For så vidt angår andet at besluttede udvalget …"
    """
    parted = [
        outcome for outcome, sentence in zip(found, said, strict=True) if named_in(sentence, 0)
    ]
    done = _APPROVED | _IDLE | {Outcome.RECOMMENDED}
    return bool(_APPROVED & set(parted)) and not set(parted) <= done


def _of_sentence(sentence: str) -> Outcome | None:
    whole = without_noted(re.sub(r"\s+", " ", sentence.lower()))
    if puts_nothing_off(whole) or strikes_part(whole) or falls_as_motion(whole):
        return None
    if is_withdrawn(whole):
        return Outcome.SENT_BACK
    if takes_no_stand(whole) or approves_what_was(whole):
        return Outcome.UNCLASSIFIED
    if not _VOTES.search(whole) and (carried := carried_motion(whole)) is not None:
        return carried
    if was_not_reached(whole):
        return Outcome.DEFERRED
    said = without_tally(without_earlier(whole))
    said = main_clause(before_correction(without_refused_deferral(said)))
    if approves_a_refusal(said) or revokes(said):
        return Outcome.UNCLASSIFIED
    if NOT_RECOMMENDED.search(said):
        return None if is_minority(said) else Outcome.UNCLASSIFIED
    if NEGATED.search(said) and not NOT_YET.search(said):
        if is_minority(said):
            return None
        if approves_before(said):
            return Outcome.APPROVED_WITH_CHANGE
        return Outcome.REJECTED if negations(said) == 1 else Outcome.UNCLASSIFIED
    return _claimed(NOT_YET.sub(" ", said), whole)


def _claimed(said: str, whole: str) -> Outcome | None:
    """Return the first outcome whose words are said, unless something puts it in doubt."""
    for outcome, pattern in FORMULAS:
        match = pattern.search(said)
        if match is None:
            continue
        if outcome is Outcome.APPROVED:
            return _approval(said, whole, match)
        if outcome in _SIDES:
            return _refusal(outcome, said, pattern, match)
        if outcome in _IDLE and (withholds(said) or leaves_unnoted(said)):
            return Outcome.UNCLASSIFIED
        return outcome
    if _DECIDES.search(said) and restricts(whole):
        return Outcome.UNCLASSIFIED if negations(said) else Outcome.APPROVED_WITH_CHANGE
    return None


def _approval(said: str, whole: str, match: re.Match[str]) -> Outcome | None:
    if is_minority(said):
        return None
    if doubts_approval(said, match.start(), match.end()) or defies_recommendation(whole):
        return Outcome.UNCLASSIFIED
    return Outcome.APPROVED_WITH_CHANGE if is_limited(whole) else Outcome.APPROVED


def _refusal(
    outcome: Outcome, said: str, side: re.Pattern[str], match: re.Match[str]
) -> Outcome | None:
    """Return what a sentence amounts to that refuses or defers, and may approve another thing."""
    if is_minority(said):
        return None
    advice = _RECOMMENDS.search(said)
    if advice and advice.start() < match.start():
        # "anbefaler flytningen, idet åbningen udskydes": the advice stands, its terms in the words.
        terms = CONTRASTS.search(said, advice.end(), match.start())
        return Outcome.RECOMMENDED if terms else Outcome.UNCLASSIFIED
    if dict(FORMULAS)[Outcome.APPROVED].search(side.sub(" ", said)):
        parted = (CONTRASTS.search(said) or _PARTS.search(said)) and not names_motion(said)
        return Outcome.APPROVED_WITH_CHANGE if parted else Outcome.UNCLASSIFIED
    doubted = doubts_refusal if outcome is Outcome.REJECTED else denies_deferral
    if doubted(said, match.start(), match.end()):
        return Outcome.UNCLASSIFIED
    return outcome
