"""Who does what to whom, and what hangs on what: the same words in another order.

A claim may hold no word but its source's and say the contrary: "the fund is owned by the dairy".
Each test here needs the source to say it the other way about; where it says nothing, none speaks.
"""

import re
from collections.abc import Iterator

from bot.replies import Language
from bot.writing.checking.belonging import clauses_of
from bot.writing.checking.claims import Claim, subject_of
from bot.writing.patterns import bodies, body_kinds, hinges, slots, voice
from bot.writing.sources import Source, Statement
from index.danish.stems import stem
from index.danish.stopwords import FUNCTION
from index.danish.words import folded_words, tokens
from index.search.terms import content_terms

_PASSIVE: dict[Language, re.Pattern[str]] = {
    "da": re.compile(
        r"\b(?:\w{3,}s|(?:er|var|bliver|blev|blevet)\s+(?:\w+\s+)?\w+(?:t|ne))\s+af\s+(?P<agent>.*)"
    ),
    "en": re.compile(
        r"\b(?:is|are|was|were|been|be)\s+(?:\w+\s+)?\w+(?:ed|en|n|t|d)\s+by\s+(?P<agent>.*)"
    ),
}
"""What is done to a subject, and by whom."""
_FINITE = re.compile(
    r"\w{2,}(?:er|ede|te)|bad|tilbød|bød|gav|sagde|foreslog|spurgte|søgte|tog|så|fandt|lod|holdt"
)
"""Forms of Danish verbs that tell who does something."""
_AUXILIARY = frozenset(
    ("er", "var", "har", "havde", "bliver", "skal", "kan", "vil", "efter", "der")
)
_JOINING = frozenset(("at", "og", "mens", "men", "som", "den", "det", "de", "der"))
_LEADS_AWAY = frozenset(("i", "paa", "hos", "ved", "fra", "til", "for", "af", "med", "under"))
"""Prepositions before what no clause has as its subject."""
_ENGLISH_LED = re.compile(
    r"(?:In|At|With|For|From|To|By|On) (?:[A-ZÆØÅ][\wæøåé.-]+ )+"
    r"(?P<verb>[a-z]{2,}(?:s|ed)) (?:an?|the|its|their|no|\d[\d.,]*) "
)
"""An English sentence whose doer stands behind a preposition: "In Lund School holds a fair"."""
_WITH_A_VERB = 3
"""Words of a sentence that can have a verb and more."""
_FIRST_TOKENS = 8
"""Within which a clause has its verb."""


def misordered(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return a word of a claim that its sentence has in another role."""
    return (
        _other_agent(claim, statement)
        or _other_subject(claim, source, statement)
        or _led_away(claim, statement)
        or _other_body(claim, source, statement)
        or _body_instead(claim, source, statement)
        or _other_end(claim, statement)
        or _other_hinge(claim, statement)
    )


def _other_agent(claim: Claim, statement: Statement) -> str | None:
    """Return what a claim says does something that is done to it, or the other way about."""
    mine = _PASSIVE[claim.language].search(claim.own)
    for clause in statement.clauses:
        theirs = _PASSIVE["da"].search(clause.text)
        agents, patients = _sides(theirs, clause.text)
        if mine is not None and theirs is not None:
            word = _first(claim, mine["agent"])
            if word and _stands(claim, word, patients) and not _stands(claim, word, agents):
                return word
        elif theirs is not None:
            word = _first(claim, claim.own)
            others = claim.standing_in(agents) - {word}
            if word and others and _stands(claim, word, patients - agents):
                return word
    return None


def _sides(passive: re.Match[str] | None, text: str) -> tuple[frozenset[str], frozenset[str]]:
    if passive is None:
        return frozenset(), frozenset()
    agents, patients = passive["agent"], text[: passive.start()]
    return frozenset(content_terms(agents)), frozenset(content_terms(patients))


def _other_subject(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return who does something in a claim, where its sentence says somebody else does.

    Danish alone: what is written in English has none of its source's verbs.
    """
    if claim.language != "da":
        return None
    mine = _doer(claim.own)
    if mine is None:
        return None
    verb, subject = mine
    doers = [doer for clause in statement.clauses if (doer := _doer(clause.text)) is not None]
    same = [doer for done, doer in doers if done == verb]
    known = source.head_terms | _bodies()
    if not same or any(doer & subject or not doer for doer in same):
        return None
    elsewhere = {one.text for one in claim.words if stem(one.text) in subject}
    is_synonym = subject <= known and any(doer <= known for doer in same)
    if is_synonym and not elsewhere & claim.standing_in(statement.terms):
        return None
    return min(subject, default=None)


def _led_away(claim: Claim, statement: Statement) -> str | None:
    """Return who does something in a sentence, and is only where it is done in a claim; or nowhere.

    "In the municipality provides rooms" leaves out who does, and "provides rooms" does too.
    """
    if claim.language == "en":
        found = _ENGLISH_LED.match(claim.own)
        return found["verb"] if found is not None else None
    words = tokens(claim.own)
    if len(words) < _WITH_A_VERB:
        return None
    doers = [doer for clause in statement.clauses if (doer := _doer(clause.text)) is not None]
    mine: tuple[str, frozenset[str]] | None
    if words[0].folded in _LEADS_AWAY:
        mine = _doer(claim.own[words[0].span.end :])
    else:
        first = words[words[0].folded == "der"].folded
        mine = (stem(first), frozenset()) if _FINITE.fullmatch(first) else None
    if mine is None:
        return None
    verb, led = mine
    said = {stem(word.folded) for word in words}
    for done, who in doers:
        if done == verb and led <= who and not (who - led) & said:
            return min(who, default=None)
    return None


def _other_body(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return what a claim calls whoever meets, where that is how its sentence calls another body.

    "The council recommends" is not "the committee recommends to the regional council".
    """
    first = next((t.folded for t in tokens(claim.own) if t.folded not in {"the", "det"}), None)
    kind = body_kinds().get(first) if first is not None else None
    if kind is None:
        return None
    body = source.document.body
    own = list(folded_words(body.name)) if body is not None else []
    doer = _doer(statement.text)
    named = list(doer[1]) if doer is not None else []
    others = [word for word in folded_words(statement.text) if kind in word]
    if others and not any(kind in word for word in (*own, *named)):
        return first
    return None


def _body_instead(claim: Claim, source: Source, statement: Statement) -> str | None:
    """Return whoever meets, where a claim has them do or be what its sentence says of another.

    "The schools are open until four" is not what the committee is, that it was told to.
    """
    first = next((t.folded for t in tokens(claim.own) if t.folded not in {"the", "det"}), "")
    if claim.outcomes or claim.quotes or voice().search(claim.own):
        return None
    body = source.document.body
    name = folded_words(body.name) if body is not None else []
    if not (stem(first) in _bodies() or first in body_kinds() or first in name[:1]):
        return None
    subject = {stem(word) for word in subject_of(clauses_of(claim, statement)[0])}
    met = _bodies() | {stem(word) for word in name}
    if not subject or subject & (claim.terms | met) or claim.standing_in(statement.terms) & {first}:
        return None
    return first


def _doer(text: str) -> tuple[str, frozenset[str]] | None:
    """Return the stem of a clause's verb and of the words before it; `None` where that is unclear.

    A clause that begins with a preposition or an adverb has its subject behind the verb.
    """
    words = tokens(text)[:_FIRST_TOKENS]
    while words and words[0].folded in _JOINING:
        words = words[1:]
    for at, word in enumerate(words):
        if not at or word.folded in _AUXILIARY or not _FINITE.fullmatch(word.folded):
            continue
        before = words[:at]
        if before[0].folded in FUNCTION["da"] or any(one.folded in _AUXILIARY for one in before):
            return None
        return stem(word.folded), frozenset(stem(one.folded) for one in before)
    return None


def _bodies() -> frozenset[str]:
    return frozenset(stem(word) for word in bodies())


def _other_end(claim: Claim, statement: Statement) -> str | None:
    """Return a word behind "from" that stands behind "to" in the sentence, or the contrary."""
    ends = ("from", "to")
    there = {end: _behind(end, statement.text) for end in (*ends, "per")}
    for words in _after("per", claim.own):
        word = _first(claim, words)
        if word is not None and there["per"] and not _stands(claim, word, there["per"]):
            return word
    for end, other in (ends, ends[::-1]):
        for words in _after(end, claim.own):
            word = _first(claim, words)
            if (
                word is not None
                and _stands(claim, word, there[other])
                and not _stands(claim, word, there[end])
            ):
                return word
    return None


def _behind(slot: str, text: str) -> frozenset[str]:
    firsts = (content_terms(words)[:1] for words in _after(slot, text))
    return frozenset(term for first in firsts for term in first)


def _after(slot: str, text: str) -> Iterator[str]:
    for found in slots()[slot].finditer(text):
        yield text[found.end() :]


def _other_hinge(claim: Claim, statement: Statement) -> str | None:
    """Return a word of a condition or a cause that is what hangs on it in the sentence."""
    for sort, hinge in hinges().items():
        mine, theirs = _parts(claim.own, hinge), _parts(statement.text, hinge)
        if mine is None or theirs is None:
            continue
        main, sub = (frozenset(content_terms(part)) for part in theirs)
        my_main, my_sub = (_words(claim, part) for part in mine)
        turned = [word for word in sorted(my_sub) if _stands(claim, word, main - sub)]
        away = [word for word in sorted(my_main) if _stands(claim, word, sub - main)]
        if turned and away:
            return f"{sort}: {turned[0]}"
    return None


def _parts(text: str, hinge: re.Pattern[str]) -> tuple[str, str] | None:
    """Return what hangs, and what it hangs on."""
    found = hinge.search(text)
    if found is None:
        return None
    before, after = text[: found.start()], text[found.end() :]
    if before.strip():
        return before, after
    sub, _, main = after.partition(",")
    return main, sub


def _words(claim: Claim, text: str) -> frozenset[str]:
    there = {token.folded for token in tokens(text)}
    return frozenset(one.text for one in claim.words if there.intersection(one.text.split()))


def _first(claim: Claim, text: str) -> str | None:
    """Return the first word of a text that a claim has."""
    for token in tokens(text):
        for asked in claim.words:
            if token.folded in asked.text.split():
                return asked.text
    return None


def _stands(claim: Claim, word: str, terms: frozenset[str]) -> bool:
    return word in claim.standing_in(terms)
