"""What a figure is for: the words before it in its sentence, or those after "til" behind it."""

import re
from dataclasses import dataclass

_LEADING_MARK = re.compile(
    r"^[\s(•·▪●○◦‣*–—-]*(?:(?:(?:stk|nr|pkt|punkt|art|artikel|§)\.?\s*(?:\d+|[ivx]+\b)[.):]?\s*[–-]?\s*)|\(?\d{1,2}[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=(?-i:[A-ZÆØÅ]))|[a-zæøå]\)\s*|§\s*\d+\.?\s*)*",
    re.IGNORECASE,
)
_LINKS = (
    r"er|var|udgør|udgjorde|udgøre|bliver|blev|andrager|androg|beløber\s+sig\s+til|lyder|på|med|til"
    r"|svarende|fastsættes|fastsat|fastsatte|sættes|reguleres|reguleret|hæves|hævet|forhøjes|forhøjet"
    r"|nedsættes|nedsat|stiger|steg|ændres|ændret|fra|ydes|ydet|afsættes|afsat|afsatte|betales|betalt|gives"
    r"|givet|udbetales|udbetalt|tilføres|tilført|opkræves|afregnes|honoreres|honoreret|godtgøres"
    r"|aflønnes|vederlægges|holdes|fastholdes|forbliver|uændrede?|uændret|koster|der|nu|fortsat|herefter|fremover|pt\.?|p\.t\.|i\s+dag|aktuelt|dog|også"
    r"|(?:har|havde)\s+(?:altid\s+)?været|samt|og|som|skal|kan|tillige|i\s+alt|således|derfor|ud\s+fra|efter|kr\.?|af"
)
_TRAILING = re.compile(rf"(?:[\s,;:.(/–—-]+|(?<![\wæøå-])(?:{_LINKS}))$", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:[\s,;:.)–—-]+|(?:koster(?=\s+(?:en|et|én|ét)\s)|stiger|falder|sættes|fastsættes|reguleres|udgør|udgjorde|er|var|bliver|blev|betales|udbetales|ydes|afsættes|hæves"
    r"|forbliver|fastholdes|ændres|nedsættes|forhøjes|opkræves|tilføres|indføres|indført|etableres|oprettes|der|at|og|samt|herudover|derudover|desuden|endvidere|fremover|herefter|dog"
    r"|til\s+sammenligning|derfor|nu|således|ligeledes|tilsvarende|gældende|gælder|har)(?![\wæøå-]))",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?:til|for|vedr(?:ørende|\.)?|angående|ved)\s+", re.IGNORECASE)
_OCCASION = re.compile(r"^(?:ved|i\s+forbindelse\s+med|under|efter)\s", re.IGNORECASE)
"""What is only mentioned before what is paid: "Ved besøg ydes kørselsgodtgørelse"."""
_ARTICLE = re.compile(
    r"^(?:en|et|den|det|de|dette|denne|disse|vores|deres|hver|hvert)\s+(?=\S)", re.IGNORECASE
)
_GIVES = re.compile(
    r"(?<![\wæøå-])(?:får|fik|modtager|modtog|oppebærer|udbetales|udbetaler|ydes|yder|betales|betaler"
    r"|gives|giver|tilbydes|opkræves|opkræver|tildeles|tilkommer|har\s+ret\s+til|afsættes|afsat"
    r"|tilføres|afregnes\s+med|dækkes\s+med)(?:\s+|$)(?:(?:der|så|dog|også|altid|fortsat|ham|hende|dem)\s+)*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<=[\wæøå)])\s+(?:er|var|bliver|udgør|udgjorde|udregnes|beregnes|beregnet|opgøres|fastsættes"
    r"|finansieres|honoreres|godtgøres|aflønnes|afregnes|koster|reguleres|forbliver|fortsætter)(?![\wæøå-])",
    re.IGNORECASE,
)
_GETS = re.compile(r"får|fik|modt|oppeb|tildeles|har ret", re.IGNORECASE)
_PAYS = re.compile(r"betaler|giver|yder|udbetaler", re.IGNORECASE)
_AUTHORITY = re.compile(
    r"(?:(?:den|det|de|hver|enkelte)\s+)*(?:[\wæøå-]+\s+)?(?:\w*region(?:en|er|erne)?|\w*kommune(?:n|r|rne)?|staten"
    r"|\w*forvaltning(?:en)?|administrationen|sekretariatet|\w*udvalg(?:et)?|\w*ministeri(?:et|um)|\w*styrelsen"
    r"|\w*fond(?:en)?|arbejdsgiver(?:en|e|ne)?|part(?:en|er|erne)|region\s+[\wæøå]+|[\wæøå]+\s+kommune)",
    re.IGNORECASE,
)
"""Who pays, or is paid, by office: that says nothing of what for."""
_WHO_PAYS = re.compile(
    r"(?P<who>[\wæøå-]+(?:\s+[\wæøå-]+){0,3})\s+betaler(?:\s+(?:i\s+dag|nu|fortsat|selv|derfor|p\.?t\.?))*\s*$",
    re.IGNORECASE,
)
_PAYER_FIRST = re.compile(
    rf"(?:{_AUTHORITY.pattern})\s+(?=(?:en|et|der|dem|også|dog)\b)", re.IGNORECASE
)
_LABEL = re.compile(
    r"^[\s*_#]*(?:beslutning(?:en)?|indstilling(?:en)?|afgørelse(?:n)?|konklusion(?:en)?|vedtagelse(?:n)?"
    r"|resumé|resume|sagsfremstilling|anbefaling(?:en)?|forslag(?:et)?|økonomi|decision"
    r"|recommendation)\s*:[\s*_]*",
    re.IGNORECASE,
)
"""The name of a part of an item, in front of its words."""
_SETS = re.compile(
    r"^(?:(?:der|således|herefter|derfor)\s+(?:blev\s+)?|[\wæøå-]+(?:en|et|ne|n)\s+)?"
    r"(?:fastsættes|fastsat|indføres|besluttes|godkendes|vedtages|aftales|fastsattes|fastsætter|anbefaler"
    r"|anbefalede|foreslår|foreslog|indstiller|beslutter|besluttede|godkender|godkendte|vedtager|vedtog"
    r"|fastsatte|aftalte)\s+(?:(?:at|over\s+for\s+[\wæøå]+)\s+)?"
    r"(?=(?:en|et|den|det)\s|\w*(?:takst|sats|honorar|gebyr|afgift|pris|betaling|tillæg|vederlag|kontingent)(?:en|n|et|er|erne|ne)\b)",
    re.IGNORECASE,
)
"""Who sets an amount, and the verb: "Udvalget anbefaler en pris på"."""
_WHO_DECIDES = re.compile(
    r"(?:[\wæøå-]+\s+){1,4}(?P<verb>vedtog|vedtager|besluttede|beslutter|fastsatte|fastsætter|godkendte"
    r"|godkender|aftalte|valgte|foreslår|foreslog|indstiller|indstillede|anbefaler|anbefalede|ønsker"
    r"|ønskede|(?:adopt|approv|decid|agre|propos|recommend|suggest)(?:ed|s|es)(?:\s+on)?)",
    re.IGNORECASE,
)
"""Who decides or proposes an amount, and nothing of what for: "Bestyrelsen vedtog"."""
_SETTLES = re.compile(r"vedt|beslut|fasts|godk|aftal|valg|adopt|appro|decid|agre", re.IGNORECASE)
_MOVES = re.compile(r"^.*\b\w*forslag\w*\s+om\s+(?=\w)", re.IGNORECASE | re.DOTALL)
"""Who moves what: "Ebbe Lund stillede ændringsforslag om en afgift"."""
_APPROVED_BUT = re.compile(
    r"^[^,;:.]*\b(?:godkend|tiltråd|vedtag|imødekom|bifald|anbefal|tilslut|approved|adopted|carried|agreed)\w*[^,;:.]{0,40}[,;]?\s+"
    r"(?:dog|men|idet|således\s+at|(?:but|except|provided)(?:\s+that)?|however|with\s+the\s+change\s+that)"
    r"[,\s]+(?:(?:således\s+)?at\s+|that\s+)?",
    re.IGNORECASE,
)
"""An approval, before what it changes: "Godkendt, dog forbliver prisen for en plads"."""
_SAID = re.compile(
    r"^.*(?:,\s+(?:dog\s+)?at|\b(?:recommend|propos|suggest|decid|agree|resolv|approv)(?:s|ed|es|d)?\s+that)\s+",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(
    r"^(?:hvis|såfremt|når|ifald|dersom|i\s+det\s+omfang|medmindre|hvor)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[,;]\s+(?:der|som|hvis|såfremt|når|hvor|idet|så|at|men|og\s+der)\b", re.IGNORECASE
)
_TAIL = re.compile(
    r"^[\s,]*(?:i\s+(?:honorar|godtgørelse|tilskud|gebyr|kontingent|betaling)\s+)?(?:til|for)\s+"
    r"(?P<name>[^.;:]+)",
    re.IGNORECASE,
)
_TAIL_ENDS = re.compile(
    r"[,;:]\s|\.\s|\s(?:og|samt)\s+(?=[\d,.]+\s*kr)|\s(?:og|samt)\s*$|\s(?:hvis|såfremt|når|mens|idet|men|jf\.?)\s|[).,;\s]+$",
    re.IGNORECASE,
)
_SUM_IN_NAME = re.compile(
    r"\d\s*(?:mio|mia|mill|kr\b|t\.?kr|%|pct)|^\d|^(?:i|mod|under|over|op|ved|efter|før|af)\s",
    re.IGNORECASE,
)
"""A name that holds another sum, or begins as no name does, was misread."""
_ENGLISH = re.compile(
    r"(?:(?:the|a|an)\s+)?(?P<name>(?:[\w-]+\s+){0,6}"
    r"(?:fees?|rates?|charges?|prices?|allowances?|remuneration|tariffs?|reimbursements?|payments?|surcharges?"
    r"|honorari(?:um|a))\b.*?)"
    r"(?:\s+(?:is|was|are|were|will|shall|has|have|amounts|stands|remains?|stays?)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""A name in English, and the verb behind it."""
_IS_ENGLISH = re.compile(r"\b(?:the|is|was|are|were|will|shall|of|has|have)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
LONGEST = 120
"""Characters of a name; a longer one was misread."""
GENERIC = re.compile(
    r"(?:(?:fast|faste|samlet|årlig|årlige|ny|nye|gældende|nævnte|almindelig|særlig|normal|aktuel|samme)\s+)*"
    r"(?:sats|takst|honorar|godtgørelse|gebyr|afgift|kontingent|egenbetaling|pris|beløb|betaling|tilskud"
    r"|vederlag|diæt|tillæg|ydelse|støtte|refusion|det|den|dette|denne|de|disse|der|her|heraf|prisen"
    r"|følgende|timeløn|timepris|timesats|timehonorar|løn|afregning|engangsbeløb|grundbeløb|"
    r"basishonorar)(?:en|n|et|t|er|erne|ne|r|s)?",
    re.IGNORECASE,
)
"""A name that says nothing by itself."""
_EMPTY = re.compile(
    r"(?:(?:det|den|samlede|samlet|fulde|nævnte|samme|dette|ny|nye|rigtige|korrekte)\s+)*"
    r"(?:rigtige|korrekte|beløb|tal|it|this|that|det|den|dette|denne|de|disse|der|her|heraf|herunder|følgende|engangsbeløb|grundbeløb)"
    r"(?:et|ets|ene|er)?",
    re.IGNORECASE,
)
_PASSIVE = (
    r"(?:anbefal|fasthold|fastsætt|skønn|forvent|beregn|udbetal|betal|yd|giv|opkræv|reguler|hæv|nedsætt"
    r"|forhøj|indstill|foreslå|godkend|vurder|anvend|ændr|fordel|anfør|nævn|opgør|afregn|honorer|godtgør"
    r"|tilfør|afsætt|bemærk|oplys|kræv|aftal|anslå|brug|modtag|tildel|dækk|fortsætt|bevar|tilbyd|lægg|sætt|find|syn|opstå|vis|gennemfør|indgå)e?s"
)
_FINITE = (
    rf"(?<![\wæøå-])(?:er|var|har|havde|bliver|blev|skal|skulle|kan|kunne|vil|ville|må|måtte|får|fik|sker|skete"
    rf"|bør|burde|udgør|udgjorde|medfører|medførte|koster|kostede|giver|gav|foreslog|betyder|betød|{_PASSIVE})"
    r"(?![\wæøå-])"
)
_CLAUSES_VERB = re.compile(rf"^.*{_FINITE}[\s,]*", re.IGNORECASE | re.DOTALL)
_RELATIVE = re.compile(
    rf",?\s+(?:der|som)\s+(?:ikke\s+|også\s+|alene\s+|både\s+)?(?:{_FINITE}|\w+es\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_WITH_A_FEE = re.compile(
    r"^.*\s(?:med|samt|og)\s+(?:en|et)\s+(?=(?:[a-zæøå]+e\s+)?[a-zæøå-]*(?:takst|sats|honorar|godtgørelse|gebyr|afgift|pris"
    r"|kontingent|betaling|vederlag|tillæg)$)",
    re.IGNORECASE | re.DOTALL,
)
"""What comes with a fee, before the fee: "udkastet til en aftale med et gebyr"."""
_VERB_AT_END = re.compile(
    r"(?<=[\wæøå)])\s+(?!(?:diabetes|herpes|series|samt|alles)$)[a-zæøå]*[bdgklmprstv]es$"
)
"""A verb that the list of verbs does not have: "Madservice udbringes"."""
_CLAUSE_BEFORE = re.compile(r"^.*\b[a-zæøå]+[bdgklmprstv]es\s.*,\s+(?:og|men|mens)\s+", re.DOTALL)
"""A clause before the one of the figure: "Tøjet vaskes hver uge, og linned"."""
_OPENS_CLAUSE = re.compile(
    r"^(?:mens|imens|idet|når|hvis|da|selvom|at|men|hvor|hvorfor|fordi|såfremt|eftersom|dog|så|om|jf|medmindre"
    r"|hvorved|hvorefter|hvoraf|der|som|hvis|ikke|ligesom)(?![\wæøå-])",
    re.IGNORECASE,
)
RATE_WORD = re.compile(
    r"\b\w*(?:sats|takst|honorar|godtgørelse|gebyr|afgift|kontingent|egenbetaling|vederlag|diæt|tariff?)"
    r"(?:en|n|et|er|erne|ne|s|r)?\b",
    re.IGNORECASE,
)
"""A noun that makes what it counts a rate, without "pr."."""
STATES = re.compile(
    r"(?:\b(?:er|var|udgør|udgjorde|bliver|blev|andrager|fastsættes|fastsat|reguleres|hæves|sættes|forhøjes|nedsættes|på|til)"
    # "I 2023 var taksten 40 kr."
    r"|\b(?:er|var|udgør|udgjorde|bliver|blev)\s+\w*(?:satsen|taksten|honoraret|gebyret|prisen|vederlaget)|[:–=])\s*$",
    re.IGNORECASE,
)
"""How a head ends that states a rate: "taksten er", "honoraret fastsættes til", "Km-takst:"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is for."""

    name: str
    payee: str | None = None
    """Who gets it, where that is told apart."""

    @property
    def generic(self) -> bool:
        """Whether the name says nothing by itself: "taksten", "honorar"."""
        return GENERIC.fullmatch(self.name) is not None

    @property
    def empty(self) -> bool:
        """Whether it does not even say that it is a rate: "beløbet", "den"."""
        return _EMPTY.fullmatch(self.name) is not None


def in_head(head: str) -> Subject | None:
    """Return what the words before a figure say that it is for.

    Args:
        head: The sentence up to the figure, without times and "pr. …".
    """
    # "Det indstilles, at taksten fastsættes til": what is said stands after the last "at".
    words = _without_setting(_LEADING_MARK.sub("", _SAID.sub("", head)))
    gives = list(_GIVES.finditer(words))
    if who := _WHO_DECIDES.fullmatch(words):
        # What the amount is for, the heading says; who only proposes names no rate.
        return Subject("betaling") if _SETTLES.match(who["verb"]) else None
    if _FOR.match(words) and not (gives and says_something(words[gives[-1].end() :])):
        return _named(_FOR.sub("", words))
    if gives and not says_something(words[gives[-1].end() :]):
        # "Regionen betaler 40 kr.": who pays is not what for; who gets it may stand for it, and
        # so may those who pay a price.
        before = words[: gives[-1].start()]
        pays = _PAYS.match(gives[-1][0]) and not _AUTHORITY.search(before)
        return _named(before) if pays or _GETS.match(gives[-1][0]) else None
    if gives and (given := _without_payer(words[gives[-1].end() :].strip())):
        before = _without_links(words[: gives[-1].start()])
        if _PAYS.match(gives[-1][0]) and _AUTHORITY.fullmatch(given):
            # "For en klipning betaler kommunen 40 kr.": who pays stands behind the verb.
            if not before:
                return Subject("betaling")
            if _FOR.match(before):
                return _named(_FOR.sub("", before))
        if _PAYS.match(gives[-1][0]) and _AUTHORITY.fullmatch(before):
            # "Regionen betaler kommunen 40 kr.": neither of them is what it is for.
            return Subject("betaling") if _AUTHORITY.fullmatch(given) else _named(given)
        payee = "" if _OCCASION.match(before) else _FOR.sub("", before)
        told = payee and not _CONDITION.match(payee) and len(payee) <= LONGEST
        return _named(given, payee if told else None)
    if _CONDITION.match(words):
        return None
    if verb := _VERB.search(words):
        words = words[: verb.start()]
    elif clause := _CLAUSE.search(words):
        words = words[: clause.start()]
    return _named(words)


def says_who_pays(before: str) -> bool:
    """Tell whether words before a figure end with people who pay it, and no authority."""
    found = _WHO_PAYS.search(before)
    return found is not None and _AUTHORITY.search(found["who"]) is None


def _without_setting(words: str) -> str:
    """Take off a label and the words by which an amount is set: "Beslutning: Der fastsættes"."""
    words = _APPROVED_BUT.sub("", _MOVES.sub("", _LABEL.sub("", words)))
    return _without_links(_SETS.sub("", _without_links(words)))


def _without_payer(given: str) -> str:
    """Take off who pays behind the verb: "betaler *regionen* et tillæg"."""
    found = _PAYER_FIRST.match(given)
    return given[found.end() :] if found else given


def says_something(words: str) -> bool:
    """Tell whether words name anything once verbs and prepositions are taken off them."""
    return _LETTERS.search(_without_links(words)) is not None


def last_clause(head: str) -> str:
    """Return what follows the last semicolon: the words before it speak of something else."""
    before, mark, last = head.rpartition(";")
    return last if mark and before and says_something(last) else head


def in_tail(tail: str) -> Subject | None:
    """Return what the words behind a figure say that it is for: "1,48 kr. til efteruddannelse"."""
    found = _TAIL.match(tail)
    return _named(tail[found.start("name") : _tail_end(tail, found)]) if found else None


def after_tail(between: str) -> str:
    """Return what follows the words of `in_tail`: a new clause before the next figure."""
    found = _TAIL.match(between)
    return between[_tail_end(between, found) :] if found else between


def _tail_end(tail: str, found: re.Match[str]) -> int:
    ending = _TAIL_ENDS.search(tail, found.start("name"), found.end("name"))
    return ending.start() if ending else found.end("name")


def _without_links(words: str) -> str:
    """Take verbs and prepositions off both ends."""
    words = words.strip()
    while ending := _TRAILING.search(words):
        words = words[: ending.start()]
    while opening := _OPENING.match(words):
        words = words[opening.end() :]
    return words.strip()


def _noun_phrase(name: str) -> str:
    """Return the words of a name that are no clause; empty where it is one.

    Of "dog fastholdes taksten for hunde" the name stands behind the verb.
    """
    name = _WITH_A_FEE.sub("", _RELATIVE.sub("", name))
    plain = _BRACKETS.sub("", name)
    if clause := _CLAUSES_VERB.match(plain):
        rest = plain[clause.end() :]
        return rest if RATE_WORD.match(rest) else ""
    return "" if _OPENS_CLAUSE.match(name) else _CLAUSE_BEFORE.sub("", _VERB_AT_END.sub("", name))


def _named(words: str, payee: str | None = None) -> Subject | None:
    name = " ".join(_without_links(words).split())
    if _IS_ENGLISH.search(name) and (english := _ENGLISH.fullmatch(name)):
        name = english["name"]
    name = _ARTICLE.sub("", name).strip(" ,;:.–-")
    if name.count("(") != name.count(")"):
        name = name.strip("()")
    name = _noun_phrase(name)
    if not _LETTERS.search(name) or len(name) > LONGEST or _SUM_IN_NAME.search(name):
        return None
    return Subject(name, payee)
