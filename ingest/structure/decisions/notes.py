"""Decisions in plain notes, where no heading tells them from the discussion."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.danish.sentences import sentences
from index.decisions import Outcome
from index.documents import Body, Section, SectionKind
from index.spans import Span
from ingest.structure.decisions.approved_by_mail import tells_of_this_paper
from ingest.structure.decisions.labels_in_text import labelled_at
from ingest.structure.layout.lines import Line, lines_in, paragraphs
from ingest.structure.layout.run_on import HEADING_LENGTH
from ingest.structure.outcomes.classifying import classify
from ingest.structure.outcomes.deciders import SEVERAL, speaks_for_another
from ingest.structure.outcomes.dissents import dissents

_DECIDES = re.compile(
    r"(?:der\s+var\s+enighed\s+om|det\s+(?:blev|er|besluttedes|besluttes|vedtages)\b|der\s+blev\s+(?:besluttet|truffet)"
    r"|(?:[^\s,;:]+\s+){1,10}?(?:blev|besluttede|godkendte|tiltrådte|vedtog|tog|drøftede|bevilgede"
    r"|tilsluttede|anbefalede|afviste|udsatte|tages|tog\s+til|godkendes|udsættes|udskydes|stemte|bortfaldt|faldt"
    r"|opnåede\s+ikke|fik\s+ikke)\b"
    r"|(?:dagsorden|referat|regnskab|budget|indstilling|forslag|beretning|punkt|sag|ansøgning|anmodning)(?:et|en)?"
    r"\s+(?:er\s+)?(?:enstemmigt\s+|ikke\s+)?(?:godkendt|vedtaget|taget\s+til|forkastet|tiltrådt|udsat)\b"
    r"|(?:[^\s,;:]+\s+){1,6}?er\s+(?:dermed|hermed|derfor|herefter|således)\s+(?:\w+\s+)?(?:godkendt|vedtaget|tiltrådt|forkastet|faldet)\b"
    r"|(?:[^\s,;:]+\s+){1,4}?(?:genoptages|genbehandles|udskydes)\b"
    r"|(?:[^\s;:]+\s+){1,8}?trak\s+(?:\w+\s+)?(?:forslaget|sagen|ansøgningen|indstillingen|sit\s+forslag)\b"
    r"|ikke\s+(?:behandlet|drøftet|nået)\b|(?:(?:punktet|sagen)\s+)?afventer\b|(?:for|i?mod)\s+(?:forslaget\s+|indstillingen\s+)?stemte\b|(?:[^\s;:]+\s+){1,12}?stemte\s+for\b"
    r"|(?:enstemmigt\s+|ikke\s+)?(?:godkendt|tiltrådt|vedtaget|udsat|udskudt|afvist|forkastet|afslået"
    r"|nedstemt|drøftet|taget\s+(?:til|ad\s+notam)|bevilget|imødekommet|anbefales|hjemvist|tilbagesendt|udgår|orientering|udsættes|udskydes)\b"
    r"|til\s+(?:efterretning|orientering)\s*\.$"
    # "Vedtoges.", "Forslaget forkastedes.", as older protocols have it.
    r"|(?:[^\s,;:]+\s+){0,10}?(?:vedtoges|godkendtes|tiltrådtes|bevilgedes|bevilligedes|imødekommedes|forkastedes|afvistes|nægtedes"
    r"|udsattes|udskødes|hjemvistes|tilbagesendtes|toges\s+(?:til|ad))(?!\w)"
    # "The accounts were approved", "Adopted with 14 votes in favour".
    r"|(?:the\s+)?(?:[^\s,;:]+\s+){1,8}?(?:was|were)\s+(?:\w+ly\s+)?(?:approved|adopted|rejected|carried|postponed|deferred)\b"
    r"|(?:\w+ly\s+)?(?:approved|adopted|rejected|carried|postponed|deferred)\b)",
    re.IGNORECASE,
)
"""A sentence that says a decision where its outcome is plain: "Vedtaget, dog kun for 2003"."""
_ANSWERS = re.compile(
    r"(?:enstemmigt\s+|ikke\s+|ej\s+)?(?:godkendt|tiltrådt|vedtaget|bevilget|imødekommet|udsat|udskudt|afvist"
    r"|forkastet|afslået|hjemvist|tilbagesendt|anbefales|drøftet|taget\s+(?:til|ad\s+notam))\b"
    # "Vedtaget politik" is the name of a thing.
    r"(?!\s+(?!(?:som|af|med|uden|i|på|til|for|fra|ved|under|efter|den|d|og|at|idet|dog|men|da|mod|jf|efterretning"
    r"|orientering|når|hvis|indtil|pr|de|minus|delvist|endeligt|enstemmigt|mens|samt|såfremt|første)\b)[a-zæøå]{3,})"
    r"|(?:indstillingen|forslaget|punktet|sagen)\s+(?:blev\s+|er\s+)?(?:enstemmigt\s+|ikke\s+)?(?:godkendt|godkendes"
    r"|tiltrådt|tiltrædes|vedtaget|vedtages|udsat|udsættes|afvist|afvises|forkastet|hjemvist)\b",
    re.IGNORECASE,
)
"""What may follow a recommendation in its own paragraph, and answers it."""
_THE_OTHERS = re.compile(
    r"(?:de\s+(?:øvrige|andre|resterende)|(?:udvalgets|rådets|bestyrelsens|nævnets)\s+øvrige|resten|flertallet"
    r"|et\s+flertal)\b",
    re.IGNORECASE,
)
"""Who decided, where the sentence before says who did not: "De øvrige godkendte"."""
_WHO = (
    r"(?:(?:[\wæøå-]*(?:udvalget|rådet|bestyrelsen|nævnet|kommissionen|forummet|klyngen|gruppen|direktionen"
    r"|komit[eé]en|forsamlingen|foreningen)|medlemmerne|deltagerne|parterne|alle|mødet|(?:et\s+)?(?:\w+t\s+)?flertal(?:let)?)"
    rf"|{SEVERAL}|(?-i:[A-ZÆØÅ]{{3,6}}|[A-ZÆØÅ]{{2,6}}-[A-ZÆØÅ][a-zæøå]+))"
)
_SIDE = (
    r"(?:regionen|kommunen|staten|[\wæøå-]*(?:udvalget|rådet|bestyrelsen|nævnet|foreningen|forbundet|selskabet|ledelsen|fonden|klubben|skolen"
    r"|erne|arterne))"
)
_BOTH = rf"{_SIDE}(?:\s*,\s*{_SIDE})*\s+og\s+{_SIDE}"
"""Sides that meet, each named, and not two who sit in one body: "Regionen og lægerne"."""
_DOES = (
    r"(?:(?:var|er|blev)\s+(?:\w+\s+)?enige?t?\s+(?:om|i)\b|enedes|annullerede|omgjorde|ophævede|tilbagekaldte|fastholdt|fastholdte"
    r"|hævede|forhøjede|sænkede|nedlagde|lukkede|oprettede|ansatte|afskedigede|opsagde|købte|solgte|lejede|bestilte"
    r"|forlængede|udskød|udsatte|droppede|opgav|skrinlagde|henlagde|frigav|afsatte|tildelte|uddelte|pålagde|bemyndigede"
    r"|overlod|gav\s+(?:\S+\s+){0,3}?(?:afslag|tilsagn|tilladelse|dispensation|mandat|fuldmagt|bemyndigelse|grønt\s+lys)"
    r"|(?:fandt|finder)\s+(?:ikke|intet)\s+grundlag\s+for|accepterede|bestemte|afgjorde|ændrede|indgik|opkrævede|eftergav|indførte|afskaffede|idømte|optog|ekskluderede|hjemviste|imødekom|returnerede|tilbagesendte|oversendte|videresendte"
    r"|fulgte\s+(?:ikke\s+)?(?:indstilling|forslag|anbefaling)\w*|kunne\s+ikke\s+nå\s+til\s+enighed"
    r"|(?:betragter|anser)\s+(?:sagen|punktet|emnet)\s+(?:som|for)\s+(?:afsluttet|lukket|afgjort))"
)
"""What a body does by the very sentence that tells it: "Bestyrelsen annullerede beslutningen"."""
_GOES_ON = (
    r"(?:sender|skriver|beder|anmoder|inviterer|kontakter|undersøger|søger|bestiller|indkalder|afventer|fastholder|fortsætter"
    r"|arrangerer|planlægger|genoptager|arbejder\s+(?:videre|i\s+stedet)|følger\s+op|holder\s+fast|ændrer\s+ikke"
    r"|går\s+videre|tager\s+(?:kontakt|stilling|sagen|emnet|punktet))"
)
"""What a body is going to do, by the sentence that ends an item: "Rådet skriver til banken"."""
_WE_DO = (
    r"vi\s+(?:siger\s+(?:ja|nej)|sagde\s+(?:ja|nej)|beslutter|besluttede|vedtager|vedtog|vælger|valgte|afviser|afviste"
    r"|godkender|godkendte|bevilger|bevilgede|udsætter|udsatte|venter\s+med|ventede\s+med|sætter\s+(?:op|ned|prisen|kontingentet)"
    r"|satte\s+(?:op|ned|prisen|kontingentet)|køber|købte|bestiller|bestilte|tager\s+(?:det|den|sagen|tilbuddet|imod|(?-i:[A-ZÆØÅ]))"
    r"|tog\s+(?:det|den|sagen|tilbuddet|imod)|dropper|droppede|opgiver|opgav|giver\s+(?:\S+\s+){0,2}?(?:\d|tilskud|lov))"
    r"|alle\s+(?:var\s+|er\s+)?enige\b|(?:nej|ja)\s+tak\b|(?:ikke|intet)\s+besluttet\b"
)
"""What a small board notes of itself: "Vi siger ja. Alle enige."."""
_PRICED = (
    r"(?:kontingent|\w*takst|\w*pris|\w*bidrag|\w*gebyr|\w*afgift|\w*leje|\w*godtgørelse|\w*honorar|\w*vederlag)(?:et|en|n)?"
    r"\s+(?:for\s+[^.;]{2,60}?\s+)?(?:(?:fastsættes|fastsattes|sættes|sattes)\s+(?:(?:fra|pr\.)\s+(?:den\s+)?\d[^;,]{3,30}?\s+)?til\s+(?:kr\.?\s*)?\d|(?:fastholdes|bibeholdes)\b"
    r"|blev\s+(?:\w+\s+)?(?:bibeholdt|fastholdt|fastsat|hævet|sænket|sat\s+(?:op|ned|til))\b)"
)
"""What an assembly settles by telling what is to be paid: "Kontingentet fastsættes til 180 kr."."""
_SETTLES = re.compile(
    rf"{_WE_DO}|"
    r"(?:enstemmigt\s+)?(?:vedtaget|besluttet|aftalt|godkendt|bevilget)(?:\s+enstemmigt)?\s*,?\s+at\s"
    r"|(?:aftalt|aftale|besluttet|beslutning|konklusion|konkluderet|vedtaget)\s*:\s*\S"
    r"|(?:der\s+(?:er|var|blev)\s+)?(?:\w+\s+)?(?:enighed\s+om|tilslutning\s+til)\b"
    r"|(?:det|der)\s+blev\s+(?:\w+\s+)?(?:aftalt|besluttet|vedtaget|valgt)\b"
    r"|det\s+(?:besluttedes|vedtoges|aftaltes|bestemtes|besluttes|vedtages|bestemmes)\b|det\s+aftales,?\s+at\b|man\s+(?:besluttede|vedtog|enedes|blev\s+enige)\b"
    rf"|{_WHO}\s+(?:\w+\s+)?(?:siger\s+(?:ja|nej)|sagde\s+(?:ja|nej)|anbefaler|anbefalede|besluttede|beslutter"
    r"|vedtog|vedtager|valgte|vælger|udpegede|udpeger|bevilgede|bevilger|bakkede\s+op|bakker\s+op|støtter"
    r"|støttede|afviste|afviser|godkendte|godkender|tiltrådte|tiltræder|tilsluttede\s+sig|tilslutter\s+sig"
    r"|nedsatte|nedsætter|fastsatte|fastsætter|fastlagde|fastlægger|(?:kunne|kan)\s+(?:ikke\s+)?(?:tiltræde|godkende"
    r"|anbefale|tilslutte\s+sig|støtte|imødekomme)|indstillede|indstiller|gik\s+ind\s+for|går\s+ind\s+for|(?:tog|tager)\s+(?:\S+\s+){1,6}?til\s+"
    r"(?:efterretning|orientering))(?!\w)"
    rf"|{_WHO}\s+(?:\w+\s+)?{_DOES}(?!\w)|{_WHO}\s+{_GOES_ON}(?!\w)"
    rf"|{_WHO}\s+stemte\s+(?:om|(?:enig|enstemmig|samle)t\s+(?:i?mod|for))\b|{_WHO}\s+noterede\s+sig\b"
    rf"|{_BOTH}\s+(?:(?:var|blev)\s+enige\s+om\b|enedes\s+om\b|(?:accepterede|aftalte|besluttede|godkendte|tiltrådte|vedtog)(?!\w))"
    r"|(?:afslaget|påtalen|advarslen|opsigelsen)\s+(?:meddeles|meddeltes)(?!\w|\s+(?:normalt|altid|kun|typisk|som\s+regel|senest|inden)\b)"
    rf"|{_WHO}\s+(?:kunne|kan)\s+ikke\s+(?:blive\s+)?enige?[st]?\b|{_WHO}\s+(?:henstiller|henstillede|(?:tager|tog)\s+(?:\w+\s+)?afstand\s+fra)\b"
    rf"|{_WHO}\s+(?:\w+\s+)?(?:lader|lod)\s+(?:\w+\s+){{1,3}}(?:falde|ligge|bero)\b"
    rf"|{_WHO}\s+har\s+(?:\w+\s+)?(?:besluttet|vedtaget|valgt)(?=\s*,?\s+at\b)"
    rf"|{_PRICED}"
    r"|(?:[^\s,;:]+\s+){1,5}?(?:bemyndigedes|pålagdes|nedsattes|udpegedes)(?!\w)"
    rf"|{_WHO}\s[^.;]{{1,200}}?\bmen\s+(?:tager|tog|godkender|godkendte|anbefaler|anbefalede)\b"
    r"|(?-i:[A-ZÆØÅ]\S+\s+|&\s+){1,5}?(?:(?:blev|er)\s+(?:\w+\s+)?(?:gen|ny)?valgt|(?:gen)?vælges|(?:gen)?valgtes"
    r"|udpeges|blev\s+udpeget)\b",
    re.IGNORECASE,
)
"""A sentence by which a body settles something, whatever its outcome is called."""
_PUT_OFF = re.compile(
    rf"^(?:{_WHO}\b[^.;:]{{0,80}}?\s(?:udskød|udsatte)\s+(?:afgørelsen|(?:beslutning|sag|punkt|behandling)(?:en|et))\b"
    r"|.*(?<!tidligere\s)\bblev\s+(?:beslutning|sag|punkt|behandling)(?:en|et)\s+(?:\w+\s+)?(?:udskudt|udsat)\b)",
    re.IGNORECASE,
)
_FINDS = re.compile(
    rf"{_WHO}\s+(?:\w+\s+)?(?:fandt|vurderede|lagde\s+til\s+grund)(?!\w)",
    re.IGNORECASE,
)
_THEREFORE = re.compile(
    r"(?:[^\s,;:]+\s+){1,6}?(?:skal|må)\s+(?:derfor|herefter|dermed|således)(?!\w)",
    re.IGNORECASE,
)
"""What follows from what a body has found, and is its ruling: "Ejeren skal derfor rydde den"."""
_FATE = re.compile(
    r"(?:begge\s+)?(?:\w*forslag(?:et|ene)?|indstillingen|budgettet|regnskabet|beretningen|\w*takster(?:ne)?|\w*ændring(?:en|erne)?)"
    r"\s+(?:blev|er)\s+(?:(?:herefter|enstemmigt|ikke|dermed)\s+){0,2}(?:vedtaget|godkendt|forkastet|nedstemt|afvist|udsat)\b",
    re.IGNORECASE,
)
"""A sentence on what became of a proposal, wherever in a paragraph it stands."""
_OF_OTHERS = re.compile(
    r"(?:\w*høring|\w*indsigelse|indkom\w+|\w*udtalelse|\w*høringssvar|bemærkninger\s+fra|naboorientering|henvendelse"
    r"|tidligere\b|ansøgning\b|historik)",
    re.IGNORECASE,
)
"""Headings over what others said, or what was decided before."""
_OF_ANOTHER_MIND = re.compile(
    r"(?:mindretals|sær)?(?:udtalelse|erklæring|standpunkt)\b|protokol(?:udtalelse|tilførsel)\b|afvigende\s+mening"
    r"|(?:dirigenten|mødelederen|formanden)\s+konstaterede\b"
    r"|(?:[^\s:;]+\s+){1,8}?(?:stemte\s+(?:i?mod|for)|undlod\s+at\s+stemme|tog\s+forbehold|begærede\s+tilført"
    r"|(?:ønskede|bad\s+om|fik)\s+(?:at\s+få\s+)?(?:til)?ført\s+til\s+(?:referat|protokol)\w*)\b",
    re.IGNORECASE,
)
_ADVISES = re.compile(
    r"(?:[\wæøå-]*(?:udvalget|rådet|nævnet|bestyrelsen|gruppen|kommissionen|komit[eé]en|foreningen)|(?-i:[A-ZÆØÅ]{3,6}))\s+(?:\w+\s+)?"
    r"(?:indstille|anbefale)(?:r|de)\s+(?:til|over\s?for)\s+[\wæøå-]*(?:udvalg|råd|nævn|bestyrelse|direktion|forsamling|amt|kommune)",
    re.IGNORECASE,
)
"""What a body settles by advising who decides: "Udvalget indstiller til Amtsrådet, at …"."""
_BEHIND = 2
"""Sentences behind one that settles, which explain it: "Det er byrådet, der afgør sagen"."""
_LONGEST = 900
"""Characters. A longer paragraph is a discussion, whatever it ends with."""
_IDLE = frozenset({Outcome.UNCLASSIFIED, Outcome.NONE})


def with_noted_decisions(
    text: str, lines: Sequence[Line], sections: Sequence[Section], body: Body | None = None
) -> tuple[Section, ...]:
    """Part the paragraphs that decide from the text of items that have no part "Beslutning".

    What another body than `body` recommends or decides is no decision of this meeting.
    """
    name = f"{body.name} {body.abbreviation or ''}" if body is not None else None
    decided = {s.item for s in sections if s.kind is SectionKind.DECISION}
    parted: list[Section] = []
    titled = {s.item: s.index for s in reversed(sections)}  # its first section has an item's title
    advised = (_advised(text, each, decided, name) for each in sections)
    for section in (half for each in advised for half in _answered(text, each, decided)):
        plain = section.kind is SectionKind.TEXT and section.item is not None and not section.path
        if titled.get(section.item) != section.index:
            plain = plain and not _OF_OTHERS.match(section.heading or "")
        if plain and section.item not in decided and len(section.body):
            parted.extend(_parted(text, lines, section, name))
        else:
            parted.append(section)
    return tuple(replace(section, index=index) for index, section in enumerate(parted))


def _advised(text: str, section: Section, decided: set[int | None], met: str | None) -> Section:
    """Return what the body itself recommends to another as its decision, where no other stands.

    Under a heading ("Indstilling") it is what officials recommend to this body.
    """
    sentence = section.body.of(text)
    is_own = (
        section.kind is SectionKind.RECOMMENDATION
        and section.item is not None
        and not section.heading
        and section.item not in decided
        and met is not None
    )
    if is_own and _ADVISES.match(sentence) and not speaks_for_another(sentence, met or ""):
        return replace(section, kind=SectionKind.DECISION)
    return section


def _answered(text: str, section: Section, decided: set[int | None]) -> Iterator[Section]:
    """Part the decision from a recommendation that it follows in the same paragraph.

    "Det indstilles, at broen rives ned. Godkendt.": only a sentence that opens with the formula
    itself decides here; others may still be arguments for what is recommended.
    """
    asks = section.kind is SectionKind.RECOMMENDATION and section.item not in decided
    said = [_moved(span, section.body.start) for span in sentences(section.body.of(text))]
    answer = next((s for s in said[1:] if _answers(s.of(text))), None)
    if not asks or section.item is None or answer is None:
        yield section
        return
    asked = Span(section.body.start, max(s.end for s in said if s.end <= answer.start))
    yield replace(section, span=Span(section.span.start, answer.start), body=asked)
    yield replace(
        section,
        kind=SectionKind.DECISION,
        heading=None,
        span=Span(answer.start, section.span.end),
        body=Span(answer.start, section.body.end),
    )


def _answers(sentence: str) -> bool:
    return _ANSWERS.match(sentence) is not None and classify(sentence) not in _IDLE


def _parted(
    text: str, lines: Sequence[Line], section: Section, met: str | None
) -> Iterator[Section]:
    runs = _runs(text, lines, section, met)
    if not any(decides for decides, _ in runs):
        yield section
        return
    starts = [section.span.start, *(span.start for _, span in runs[1:])]
    ends = [*starts[1:], section.span.end]
    for (decides, body), start, end in zip(runs, starts, ends, strict=True):
        kind = SectionKind.DECISION if decides else SectionKind.TEXT
        yield replace(section, kind=kind, span=Span(start, end), body=body)


def _runs(
    text: str, lines: Sequence[Line], section: Section, met: str | None
) -> list[tuple[bool, Span]]:
    """Return the text of an item as alternating stretches that decide and that do not."""
    within = [x for x in lines_in(lines, section.body) if x.span.start >= section.body.start]
    runs: list[tuple[bool, Span]] = []
    for group in (part for whole in paragraphs(within) for part in _before_answers(whole)):
        paragraph = Span(group[0].span.start, min(group[-1].span.end, section.body.end))
        for decides, span in _halves(text, paragraph, met):
            if runs and runs[-1][0] == decides:
                runs[-1] = decides, Span(runs[-1][1].start, span.end)
            else:
                runs.append((decides, span))
    return runs


def _before_answers(group: list[Line]) -> Iterator[list[Line]]:
    """Part lines before one that opens with a formula: some formats have no empty lines."""
    start = 0
    for place in range(1, len(group)):
        words = group[place].text
        first = next((span.of(words) for span in sentences(words)), words)
        above = group[place - 1].text
        if above[-1] in ".!?:" and (_answers(first) or len(above) > HEADING_LENGTH):
            yield group[start:place]
            start = place
    yield group[start:]


def _halves(text: str, paragraph: Span, met: str | None) -> Iterator[tuple[bool, Span]]:
    """Part a paragraph before the sentences that end it with a decision."""
    said = [_moved(span, paragraph.start) for span in sentences(paragraph.of(text))]
    if (labelled := labelled_at(text, paragraph, said)) is not None:
        if labelled:
            yield False, Span(paragraph.start, said[labelled - 1].end)
        yield True, Span(said[labelled].start, paragraph.end)
        return
    if len(paragraph) > _LONGEST:
        yield False, paragraph
        return
    if said and decides(said[0].of(text), met):
        yield True, paragraph
        return
    first = place = len(said)
    while place > 0 and (
        (sure := decides(said[place - 1].of(text), met)) or _told_behind(said[place - 1].of(text))
    ):
        place -= 1
        first = place if sure else first
    for place in range(max(first - 1 - _BEHIND, 0), first):
        sentence = said[place].of(text)
        if _settles(sentence, met) or (_FATE.match(sentence) and decides(sentence, met)):
            first = place
            break
    if len(said) > 1 and _rules(said[-2].of(text), said[-1].of(text), met):
        first = min(first, len(said) - 2)
    if first == len(said):
        yield False, paragraph
        return
    if first and _THE_OTHERS.match(said[first].of(text)):
        first -= 1
    if first == 0:
        yield True, paragraph
        return
    yield False, Span(paragraph.start, said[first - 1].end)
    yield True, Span(said[first].start, paragraph.end)


def _rules(found: str, sentence: str, met: str | None) -> bool:
    """Tell whether a sentence says what follows from what the body has found in the one before."""
    is_own = met is None or not speaks_for_another(found, met)
    return is_own and _FINDS.match(found) is not None and _THEREFORE.match(sentence) is not None


def _told_behind(sentence: str) -> bool:
    """Tell whether a sentence says who was of another mind, which follows what was decided."""
    return _OF_ANOTHER_MIND.match(sentence) is not None or dissents(sentence)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _settles(sentence: str, met: str | None) -> bool:
    is_others = met is not None and speaks_for_another(sentence, met)
    return _SETTLES.match(sentence) is not None and not is_others


def decides(sentence: str, met: str | None) -> bool:
    """Tell whether a sentence says what the body that met, `met` if known, decided."""
    if tells_of_this_paper(sentence) or (met is not None and speaks_for_another(sentence, met)):
        return False
    if _PUT_OFF.match(sentence) or _SETTLES.match(sentence):
        return True
    return _DECIDES.match(sentence) is not None and classify(sentence) not in _IDLE
