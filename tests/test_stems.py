"""Forms of one word have one stem, and unlike words have different ones."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from index.danish.folding import fold
from index.danish.stems import stem, stem_english


@pytest.mark.parametrize(
    "forms",
    [
        # weak verbs and the nouns made from them
        "gennemføre gennemfører gennemført gennemførte gennemføres gennemførelse gennemførelsen",
        "søge søger søgt søgte søges",
        "køre kører kørt kørte køres",
        "købe køber købt købte",
        "bruge bruger brugt brugte bruges",
        "begrænse begrænser begrænset begrænsede begrænsning",
        "etablere etableret etablerede etablering",
        "rapportere rapporterede rapportering",
        "lave laver lavet lavede",
        # an -et that is no article
        "billet billetten billetter billetterne",
        "voksenbillet voksenbilletten voksenbilletter",
        "entré entréen entréer",
        "voksen voksne voksnes",
        "øge øger øget øgede øges",
        "yde yder ydes ydet ydede",
        "anvende anvendt anvendte anvendelse",
        "overraske overraskende overrasket",
        "beslutter besluttede besluttet beslutning beslutninger beslutningen",
        "finansieres finansiering finansieret finansieringen",
        "indstiller indstilling indstillet indstillingen",
        "godkendes godkendt godkendelse godkendte godkender",
        "udbetaling udbetalt udbetales",
        "sikrede sikret sikrer",
        # strong verbs, behind any prefix
        "skrive skriver skrev skrevet",
        "beskrive beskriver beskrev beskrevet beskrevne",
        "foretage foretager foretog foretaget foretages",
        "fastholde fastholdt fastholder",
        "tilbyde tilbyder tilbød tilbudt",
        "ødelægge ødelagt ødelagde",
        "stige stiger steg steget",
        "opnå opnår opnåede opnås",
        "undgå undgik undgås undgået",
        "udsætte udsat udsættes",
        # an e that comes and goes
        "nummer nummeret numre numrene",
        "ydernummer ydernumre ydernumrene",
        "varsel varslet varsler",
        "middel midler midlerne midlet",
        "regel regler reglen reglerne",
        "sejr sejren sejre sejrene",
        "lejr lejren lejre lejrene",
        "leje lejer lejere lejet",
        "center centeret centret centre centrene",
        "minister ministeren ministre ministrene",
        # nouns that only take endings
        "aktivitet aktiviteter aktiviteterne",
        "mulighed muligheder mulighederne muligheden",
        "plads pladser pladsen pladserne",
        "indsats indsatser indsatsen",
        "konsekvens konsekvenser",
        # nouns whose vowel or end changes
        "barn børn børnene børns",
        "formand formænd formanden formændene",
        "sats satsen satser satserne",
        "kommissorium kommissoriet kommissorier",
        "sundhedsvæsen sundhedsvæsenet sundhedsvæsnet",
        "proces processen processer",
        "risiko risikoen risici",
        # nouns that end in a vowel
        "bro broen broer broerne",
        "havnebro havnebroen havnebroer",
        "sø søen søer søerne",
        "å åen åer",
        "kø køen køer",
        "miljø miljøet miljøer",
        "træ træet træer træerne",
        "sti stien stier stierne",
        "cykelsti cykelstien cykelstier",
        "klima klimaet",
        "tema temaet temaer temaerne",
        "sauna saunaen saunaer",
        "dato datoen datoer datoerne",
        "nabo naboen naboer naboerne",
        "café caféen caféer",
        "komité komitéen komitéer",
        # nouns whose last letters look like an ending
        "køkken køkkenet køkkener",
        "dagsorden dagsordenen dagsordener",
        "aften aftenen aftener",
        "frekvens frekvensen frekvenser",
        "beboer beboeren beboere beboerne",
        "kasserer kassereren kasserere",
        "tagrende tagrenden tagrender",
        "råderet råderetten",
        # nouns made from verbs, and these
        "lukke lukkes lukkede lukning lukningen",
        "genåbne genåbnet genåbning",
        "ændre ændrede ændring ændringer",
        "træne trænede træning træningen",
        "genoptræne genoptrænet genoptræning",
        "forurene forurenede forurening",
        "vurdere vurderede vurdering vurderingen",
        "levere leveret levering",
        "køre kørte kørsel kørslen",
        "gælde gælder gjaldt",
        "udlede udledt udledning",
        "reparere repareret reparation",
        "vaccinere vaccineret vaccination",
        "installere installerede installation",
        "producere produceret produktion",
        "bemyndige bemyndigede bemyndigelse",
        "rådgive rådgav rådgivning",
        "kursus kurset kurser kurserne",
        "børnekursus børnekurset børnekurser",
        "sundhedscenter sundhedscentret sundhedscentre sundhedscentrene",
        # adjectives
        "ny nyt nye nyere",
        "dyr dyrt dyre",
        "åben åbent åbne",
        "høj højt høje højere højest højeste",
        "almen alment almene",
        "vigtig vigtigt vigtige",
        "tidlig tidligere tidligst",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "ordning ord",
        "mening men",
        "Frankrig Frank",
        "tid tidligere",
        "takst tak",
        "billede bil",
        "billet bil",
        "leder læder",
        "indtægt udgift",
        "kontakt kontrakt",
        "regel register",
        "hus høst",
        "skole skøn",
        "plan plads",
        "lov løn",
        "lejr leje",
        "uvejr vej",
        "vejret veje",
        "sejren seje",
        "fejret feje",
        "grøn gro",
        "sekretær sekret",
        "primær prima",
        "jorden orden",
        "kraften aften",
        "parkering park",
        "råderet råd",
        "tagrende tag",
        "brandstation brand",
        "renovation renovere",
        "bygning byg",
        "demens dem",
        "procenter center",
        "producenter center",
        "valutakurser kursus",
        "retning ret",
    ],
)
def test_unlike_words_stay_apart(words: str) -> None:
    one, other = words.split()
    assert stem(fold(one)) != stem(fold(other))


def test_a_folded_vowel_is_no_ending() -> None:
    assert stem("koere") == stem("koerer") == "koer"
    assert stem("laerer") == "laer"


def test_both_spellings_of_danish_letters_give_one_stem() -> None:
    assert stem(fold("lægerne")) == stem("laegerne")


def test_english_plurals_share_a_stem_with_their_singular() -> None:
    assert stem_english("decisions") == stem_english("decision")


@pytest.mark.parametrize("word", ["ok18", "lok22", "2019", "b4"])
def test_a_word_with_a_digit_stays_as_it_is(word: str) -> None:
    assert stem(word) == word


ENDINGS = ("e", "er", "et", "elsen", "else", "bestyrelse", "udvalgets", "ning", "ninger", "ede")


def test_threads_do_not_get_into_each_others_words() -> None:
    words = [f"{start}{end}" for start in ("kommunal", "godkend", "udbetal") for end in ENDINGS]
    alone = [stem.__wrapped__(word) for word in words]

    def stems() -> list[list[str]]:
        return [[stem.__wrapped__(word) for word in words] for _ in range(40)]

    with ThreadPoolExecutor(8) as pool:
        together = [pool.submit(stems) for _ in range(8)]
        assert all(told == alone for each in together for told in each.result())
