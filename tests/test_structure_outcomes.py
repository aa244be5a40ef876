"""Outcomes: what the words of a decision amount to, on phrasings written for this test."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify

PHRASINGS: dict[Outcome, tuple[str, ...]] = {
    Outcome.APPROVED: (
        "Indstillingen blev godkendt.",
        "Godkendt.",
        "Tiltrådt.",
        "Vedtaget.",
        "Bevilget.",
        "Orienteringen blev taget til efterretning. Indstillingen blev godkendt.",
        "Indstillingen godkendes og kommissoriet godkendes.",
        "Indstillingen godkendt.",
        "Dagsordenen blev godkendt.",
        "Udvalget tiltrådte indstillingen.",
        "Ansøgningen imødekommes.",
        "Udvalget besluttede at bevilge 200.000 kr. til projektet.",
        "Der var tilslutning til forslaget.",
        "Udvalget tilsluttede sig forslaget.",
        "Regionsrådet vedtog indstillingen enstemmigt.",
        "Bestyrelsen vedtog budgettet.",
        "Kommunalbestyrelsen vedtog planen.",
        "Referatet blev godkendt uden bemærkninger.",
        "Godkendt uden ændringer.",
        "Indstillingen følges.",
        "Godkendt som indstillet.",
        "Indstillingen blev godkendt. Liste Ø stemte imod.",
        "Udvalget godkendte kommissoriet.",
        "KEU godkendte, at der afsættes 100.000 kr.",
        "Der var enighed om at godkende ansøgningen.",
        "Ændringsforslaget blev forkastet. Indstillingen blev herefter godkendt.",
        "Dagsorden blev godkendt.\nFraværende: Peter Muhl (A).",
        "Godkendt, idet Enhedslisten stemte imod.",
        "Et flertal godkendte indstillingen.",
        "Indstillingen blev tiltrådt uden forbehold.",
        "Godkendt. Ingen tog forbehold.",
        "Godkendt. Sagen tages op igen til august.",
        "Havneudvalgets indstilling tiltrådt.",
        "Godkendt. Liste K stemte imod indstillingen.",
        "Indstillingen godkendes og kommissoriet godkendes.\n\nAlmen praksis efterspørger, "
        "at kommissoriet adresserer understøttelsen, samt at organisationens udformning "
        "adresseres på første møde.",
        "Udvalget tog orienteringen til efterretning og godkendte indstillingen.",
        "1. at: Godkendt. 2. at: Godkendt.",
        "Udvalget er enig i indstillingen og godkender denne.",
        "Kim Hansen og Ole Andersen godkendt",
        "Bevillingen blev frigivet.",
        "INDSTILLINGEN BLEV GODKENDT",
        "Lokalplanen vedtages endeligt.",
        "Udvalget godkendte indstillingen og tog status til efterretning.",
        "Enstemmigt vedtaget.",
        "Budgetforslaget blev godkendt med 15 mio. kr. i 2024 og 12 mio. kr. i 2025.",
        "Styregruppen tiltræder forslaget.",
        "Samarbejdsudvalget imødekom ansøgningen om dispensation.",
        "Udvalget godkendte regnskabet og meddelte kassereren ansvarsfrihed.",
    ),
    Outcome.APPROVED_WITH_CHANGE: (
        "Godkendt. Fristen sættes dog til den 1. oktober af hensyn til budgettet.",
        "Godkendt, idet udvalget ønsker en status til efteråret.",
        "Indstillingen blev godkendt med den ændring, at beløbet nedsættes til 50.000 kr.",
        "Godkendt med bemærkning om, at administrationen følger op.",
        "Godkendt med den præcisering, at det kun gælder 2020.",
        "Tiltrådt under forudsætning af, at kommunerne bidrager.",
        "Indstillingen blev godkendt, dog således at perioden forkortes.",
        "Indstillingen blev godkendt. Dog ønskes en evaluering.",
        "Bevilget, max 50.000 kr.",
        "Indstillingens punkt 1 blev godkendt. Punkt 2 udsættes til næste møde.",
        "Dagsordenen blev godkendt, idet punkt 5 blev udsat.",
        "KEU-udvalget besluttede, at lægerne selv betaler for hotelophold, og at antallet "
        "af deltagere tilpasses til en økonomi på max 250.000kr.",
        "Godkendt i revideret form.",
        "Godkendt med følgende bemærkninger: Udvalget vil følge sagen.",
        "1. at blev godkendt. 2. at blev ikke godkendt.",
        "Udvalget godkendte ansøgningen med et maksimalt beløb, maks. 75.000 kr.",
        "Bevilget med den bemærkning, at beløbet højst må udgøre 40.000 kr.",
        "Kommissoriet blev godkendt, men skal forelægges igen om et år.",
        'Indstillingen blev godkendt, idet "skal" ændres til "kan" i afsnit 3.',
        "Godkendt med undtagelse af punkt 2.",
        "Indstillingen blev tiltrådt. Ib Krog tog forbehold.",
        "Godkendt. Liste K tager forbehold for finansieringen.",
        "Tiltrådt. Liste K forbeholder sig sin stilling.",
        "Godkendt, men punkt 2 følges ikke.",
        "Indstillingens pkt. 1 og 2 følges. Pkt. 3 følges ikke.",
        "Der bevilges halvdelen.",
        "Vedtaget ved første behandling.",
        "Godkendt under forudsætning af kommunernes tilsagn.",
    ),
    Outcome.RECOMMENDED: (
        "Lån til hallen anbefales, men ikke før 2031.",
        "Udvalget anbefaler planen. Et mindretal kan ikke anbefale den.",
        "Et flertal anbefaler flytningen, idet åbningen udskydes til maj.",
        "Anbefales.",
        "Indstillingen anbefales godkendt.",
        "Forretningsudvalget anbefaler over for regionsrådet, at indstillingen godkendes.",
        "Indstilles til regionsrådets godkendelse.",
        "Udvalget anbefalede indstillingen over for byrådet.",
        "Økonomiudvalget indstiller til Byrådet, at forslaget vedtages.",
        "Sagen fremsendes til regionsrådet med anbefaling.",
        "Udvalget besluttede at anbefale forslaget over for Regionsrådet.",
        "Indstilles godkendt.",
        "Tiltrædes anbefalet",
        "Økonomiudvalget anbefaler forvaltningens indstilling.",
        "Udvalget indstiller til regionsrådet, at planen godkendes.",
    ),
    Outcome.DISCUSSED: (
        "Drøftet.",
        "Sagen blev drøftet.",
        "Udvalget drøftede oplægget.",
        "Udvalget drøftede sagen, og der var ros til arbejdet.",
        "Temaet blev drøftet. Der er behov for flere data.",
        "Punktet blev drøftet på mødet.",
        "Udvalget drøftede, hvordan indsatsen kan styrkes.",
        "Følgegruppen diskuterede udkastet.",
        "Forslaget blev debatteret.",
    ),
    Outcome.NOTED: (
        "Taget til efterretning.",
        "Orienteringen tages til efterretning.",
        "Sagen blev taget til efterretning.",
        "Orienteringen blev taget til efterretning.",
        "Udvalget tog orienteringen til efterretning.",
        "Taget til orientering.",
        "Orienteringen blev givet.",
        "Orientering givet.",
        "Formanden orienterede om budgettet.",
        "Orienteredes.",
        "Udvalget drøftede sagen og tog orienteringen til efterretning.",
        "Regionsrådet tog redegørelsen om ventetider til efterretning.",
        "Taget til efterretning, idet udvalget ønsker en ny status.",
        "Udvalget noterede sig orienteringen.",
        "Orienteringen blev taget til efterretning.\n\nKEU konstaterede med tilfredshed, "
        "at klyngerne i regionen er kommet godt i gang.",
        "Sagen blev taget til efterretning.\n\nPLO gør opmærksom på, at vejledningen er "
        "vejledende, og at den ikke altid godkendes.",
        "Orienteringen tages til efterretning.\nKEU ønsker på næste møde at få forelagt en "
        "oversigt over budget.",
        "Redegørelsen blev taget til efterretning med bemærkning om, at der ønskes en opfølgning.",
        "Udvalget tog med tilfredshed den mundtlige og skriftlige orientering til efterretning.",
        "Der blev givet orientering om status.",
        "Sekretariatet orienterede.",
        "Taget ad notam.",
        "Taget til efterretning. Tages op igen i august.",
    ),
    Outcome.DEFERRED: (
        "Emnet tages op, når revisoren kan komme – udsat til foråret.",
        "Punktet udsat.",
        "Ikke behandlet på grund af tidnød.",
        "Ikke behandlet.",
        "Punktet nåedes ikke.",
        "Udvalget nåede ikke at behandle punktet.",
        "Udsat, da Eva Lund havde meldt afbud.",
        "Punktet behandles på mødet den 3. juni.",
        "Drøftes på mødet i juni.",
        "Overgår til næste møde.",
        "Afventer budgettet.",
        "Beslutning udestår.",
        "Afbud fra Eva Lund, hvorfor punktet udsættes.",
        "Udvalget afventer et notat. Tages op igen i august.",
        "Sagen afventer ministeriets svar.",
        "Drøftet. Tages op på mødet i maj.",
        "Udsat.",
        "Sagen udsættes.",
        "Sagen blev udsat til næste møde.",
        "Punktet blev udskudt.",
        "Udvalget besluttede at udsætte sagen.",
        "Sagen genoptages på næste møde.",
        "Udvalget udsatte behandlingen af sagen.",
        "Punktet behandles på et kommende møde.",
        "Sagen blev drøftet og udsat.",
        "Behandlingen udskydes til august.",
        "PUNKTET UDSAT",
        "Beslutningen afventer; sagen genoptages, når budgettet er godkendt.",
        "Sagen blev stillet i bero.",
        "Beslutningen blev udskudt til efter sommerferien.",
        "Punktet overføres til næste møde.",
        "Udvalget udskød sagen med henblik på flere oplysninger.",
    ),
    Outcome.SENT_BACK: (
        "Sagen blev sendt tilbage til administrationen.",
        "Tilbagesendt til fornyet behandling.",
        "Hjemvist.",
        "Punktet blev taget af dagsordenen.",
        "Sagen er trukket.",
        "Punktet udgår.",
        "Udvalget besluttede at sende sagen tilbage til forvaltningen.",
        "Punktet trukket tilbage.",
        "Udvalget tog sagen af dagsordenen.",
        "Sagen hjemvises til fornyet behandling i fagudvalget.",
        "Forslaget er trukket tilbage.",
        "Udgået.",
    ),
    Outcome.REJECTED: (
        "Nævnet sagde nej til ansøgningen.",
        "Afvist.",
        "Forslaget blev forkastet.",
        "Ansøgningen blev ikke imødekommet.",
        "Ikke godkendt.",
        "Indstillingen blev ikke godkendt.",
        "Udvalget kunne ikke tiltræde indstillingen.",
        "Udvalget godkendte ikke ansøgningen.",
        "Der gives afslag på ansøgningen.",
        "Forslaget blev nedstemt.",
        "Udvalget besluttede at afvise ansøgningen.",
        "KEU kan ikke imødekomme ansøgningen.",
        "Ansøgningen kunne ikke imødekommes.",
        "Forslaget faldt dermed.",
        "Udvalget ønsker ikke at bevilge midler til projektet.",
        "Udvalget vil ikke godkende projektet på det foreliggende grundlag.",
        "Styregruppen afslog ansøgningen.",
        "Der var ikke flertal for forslaget.",
        "Forslaget blev forkastet med 9 stemmer mod 4.",
        "Forslaget kunne ikke vedtages. For stemte 9 (K), imod stemte 28 (L).",
        "For stemte 3, imod stemte 11. Forslaget faldt.",
        "Et flertal (K) stemte imod. Et mindretal (L) stemte for.",
        "Et flertal (K) kunne ikke støtte indstillingen.",
        "Indstillingen blev ikke fulgt.",
        "Udvalget fulgte ikke indstillingen.",
        "Indstillingen blev forkastet, da den ikke kan rummes i budgettet.",
    ),
    Outcome.VOTE: (
        "For stemte: A, B og C. Imod stemte: V og O.",
        "12 stemmer for, 9 imod. Forslaget er dermed vedtaget.",
        "Indstillingen blev sat til afstemning. For stemte 23 (A, B, F). Imod stemte 18 "
        "(V, C, O). Indstillingen blev dermed godkendt.",
        "Forslaget blev vedtaget med 5 stemmer mod 2.",
        "A og F stemmer for, V og C stemmer imod.",
        "Imod forslaget stemte V og C. For forslaget stemte A og F.",
        "For stemte 9, imod stemte 28.",
        "Et flertal (K) godkendte indstillingen. Et mindretal (L) stemte imod.",
        "Et flertal bestående af K og M stemte for. Et mindretal bestående af L stemte imod.",
        "Ændringsforslaget blev forkastet med 9 stemmer mod 4.",
        "Bo Friis' forslag blev forkastet med 9 stemmer mod 4.",
        "Forslaget blev ikke afvist. For stemte 9, imod 4.",
        "Der var ikke flertal for at hjemvise sagen. For stemte 9, imod stemte 12.",
        "Liste L foreslog, at sagen udsættes. For stemte 4, imod stemte 9. Forslaget faldt.",
        "Et flertal (K, M) godkendte indstillingen, mens et mindretal (L) stemte imod.",
        "Indstillingen blev godkendt af et flertal. Mindretallet stemte imod.",
        "1. at blev forkastet med 9 stemmer mod 4. 2. at blev vedtaget med 8 stemmer mod 5.",
    ),
    Outcome.NONE: (
        "Næste møde holdes i maj.",
        "Intet til eventuelt. Næste ordinære møde er den 6. december 2023.",
        "Intet.",
        "Ingen.",
        "Ingen bemærkninger.",
        "",
        "Fraværende: Peter Hansen (A).",
        "Eva Lund deltog ikke i behandlingen.",
        "Suppleant for Eva Lund: Ib Krog (K).",
        "Der var afbud fra:\nLise Hansen\n",
    ),
    Outcome.UNCLASSIFIED: (
        "Ansøgningen anbefales ikke.",
        "Byrådet godkendte den 1. maj indstillingen fra pkt. 4.",
        "Bestyrelsen kan ikke anbefale, at tilskuddet bevilges.",
        "Nævnet anbefaler, at dispensationen ikke godkendes.",
        "Første punkt blev taget til efterretning. Andet punkt blev ikke godkendt.",
        "Ordningen forlænges til sommeren 2031.",
        "Rådet siger nej til at flytte biblioteket.",
        "Eva Toft efterlyste en status. Den forelægges på næste møde.",
        "Udvalget bød velkommen.",
        "Udvalget besluttede, at formanden kontakter kommunen.",
        "Der nedsættes en arbejdsgruppe.",
        "Udvalget konstaterede, at budgettet er godkendt af regionsrådet.",
        "Regionen arbejder for socialt udsatte børn.",
        "Budgettet er endnu ikke godkendt.",
        "Det aftales, at sekretariatet vender tilbage.",
        "Udvalget ønsker, at sagen drøftes med kommunerne.",
        "Regionen arbejder med udsatte børn og unge.",
        "Ole Jensen blev valgt som formand.",
        "Sagen oversendes til 2. behandling.",
        "Det allerede godkendte kommissorium sendes ud.",
        "Punktet blev behandlet.",
        "Ansøgningen imødekommet med 50.000 kr. Indstillingen blev således ikke fulgt.",
        "Godkendt mod indstillingen.",
        "Ikke behandlet, da ansøgningsfristen var overskredet.",
        "Punktet blev ikke behandlet for lukkede døre.",
        "Udvalget afventer et notat.",
        "Sagen tages op i byrådet.",
        "Indstillet til afslag.",
        "Tages op over for ministeriet.",
        "Formanden takkede for samarbejdet.",
    ),
}


CASES = [(words, outcome) for outcome, phrasings in PHRASINGS.items() for words in phrasings]


@pytest.mark.parametrize(("words", "outcome"), CASES)
def test_the_words_of_a_decision_have_their_outcome(words: str, outcome: Outcome) -> None:
    assert classify(words) is outcome


def test_the_table_is_as_large_as_it_claims() -> None:
    assert len(CASES) >= 120
    assert {outcome for _, outcome in CASES} == set(Outcome)


def test_the_stronger_of_two_sentences_decides() -> None:
    noted, approved = "Orienteringen blev taget til efterretning.", "Indstillingen blev godkendt."
    assert classify(f"{noted} {approved}") is Outcome.APPROVED
    assert classify(f"{approved} {noted}") is Outcome.APPROVED


def test_what_others_said_is_no_decision() -> None:
    assert classify("PLO bemærkede, at aftalen er godkendt af parterne.") is Outcome.UNCLASSIFIED


def test_an_amendment_that_falls_does_not_reject_the_item() -> None:
    words = "Ændringsforslaget fra V blev forkastet. Indstillingen blev godkendt."
    assert classify(words) is Outcome.APPROVED


def test_a_very_long_decision_is_read_from_its_beginning() -> None:
    assert classify("Indstillingen blev godkendt. " + "Der var en lang debat. " * 20_000) is (
        Outcome.APPROVED
    )


@pytest.mark.parametrize(
    "words",
    [
        "Sendte sagen retur.",
        "Udvalget sendte sagen retur til forvaltningen.",
        "Sagen sendes retur til forvaltningen.",
        "Udvalget besluttede at sende punktet retur.",
    ],
)
def test_what_is_sent_back_may_be_said_to_return(words: str) -> None:
    assert classify(words) is Outcome.SENT_BACK


def test_money_that_is_returned_sends_no_item_back() -> None:
    assert classify("Godkendt. Tilskuddet sender foreningen retur.") is not Outcome.SENT_BACK
