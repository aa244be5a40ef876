"""Words beside an approval that deny it or leave it open."""

import pytest

from index.decisions import Outcome
from ingest.structure.outcomes.classifying import classify

NEVER_APPROVED = (
    "Udvalget besluttede ikke at imødekomme ansøgningen.",
    "Ingen af forslagene blev vedtaget.",
    "Udvalget var enige om ikke at tiltræde forslaget.",
    "Det blev besluttet at lade være med at bevilge beløbet.",
    "Udvalget godkendte regnskabet. Dispensationen bevilges ikke.",
    "Tiltrådt ikke.",
    "The grant was not approved.",
    "The grant was never approved.",
    "Forslaget blev i-\nkke vedtaget.",
    "Forslaget blev <b>ikke</b> vedtaget.",
    "Nævnet tiltrådte næppe forslaget.",
    "Forslaget blev vedtaget: Nej.",
    "Indstillingen blev aldrig vedtaget.",
    "Hverken punkt 1 eller punkt 2 blev godkendt.",
    "Der var ikke enighed om at tiltræde planen.",
    "Udvalget tog sagen til orientering, men kunne ikke godkende udgiften.",
    "Udvalget drøftede planen og fandt ikke grundlag for at bevilge midler.",
)
UNCERTAIN = (
    "Bestyrelsen godkendte afslaget til foreningen.",
    "Bestyrelsen vedtog at afslå ansøgningen.",
    "Forslaget om at give afslag blev vedtaget.",
    "Rådet tilsluttede sig formandens forslag om at forkaste planen.",
    "Nævnet tiltrådte forvaltningens afslag på dispensation.",
    "Udvalget havde ingen indvendinger mod, at planen forkastes.",
    "Udvalget godkendte, at der ikke ydes tilskud.",
    "Udvalget godkendte indstillingen om ikke at yde tilskud.",
    "Forvaltningen bedes vurdere, om tilskuddet kan bevilges.",
    "Planen bør godkendes af byrådet.",
    "Sagen skal vedtages af kommunalbestyrelsen.",
    "Planen forventes vedtaget i juni.",
    "Vedtaget? Nævnet vil se tallene først.",
    "Formanden foreslog, at ansøgningen godkendes.",
    "Udvalget ønskede at godkende planen.",
    "Bevillingen blev tilbagekaldt.",
    "Vedtagelsen fra juni blev annulleret.",
    "Godkendelsen blev trukket tilbage.",
    "Udvalget omgjorde sin bevilling.",
    "Byrådet vedtog planen i 2022.",
    "Folketinget har vedtaget loven.",
    "Administrationen har godkendt regnskabet.",
    "Udvalget afviser ikke planen, men vil se flere tal.",
    "Sagen kan afvises.",
    "Ansøgningen afvises ikke.",
    "Sagen udsættes ikke.",
    "Udvalget besluttede ikke at udsætte sagen.",
    "Forslaget om afvisning blev forkastet.",
    "Det er ikke rigtigt, at udvalget godkendte planen.",
    "Nævnet indstiller til byrådet, at ansøgningen afslås.",
    "Det anbefales, at sagen afvises.",
    "Nævnet tog ikke redegørelsen til efterretning.",
    "Orienteringen kunne rådet ikke tage til efterretning.",
    "Udvalget drøftede ikke forslaget.",
    "Udvalget nægtede at tage regnskabet til efterretning.",
    "Tiltrådt. Bo Friis (K) begærede sagen indbragt for kommunalbestyrelsen.",
    "Planen blev vedtaget. Bo Friis stemte imod og begærede sagen i byrådet.",
    "Tiltrådt. Liste K benyttede sin standsningsret.",
)


DENIALS = ("ikke", "næppe", "aldrig", "hverken", "ej")
APPROVALS = ("godkendt", "tiltrådt", "vedtaget", "bevilget", "imødekommet", "frigivet")


@pytest.mark.parametrize("words", NEVER_APPROVED)
def test_a_refusal_is_never_taken_for_an_approval(words: str) -> None:
    assert classify(words) in {Outcome.REJECTED, Outcome.UNCLASSIFIED}


@pytest.mark.parametrize("words", UNCERTAIN)
def test_words_that_settle_nothing_for_sure_have_no_outcome(words: str) -> None:
    assert classify(words) is Outcome.UNCLASSIFIED


@pytest.mark.parametrize("verb", APPROVALS)
@pytest.mark.parametrize("denial", DENIALS)
def test_no_denied_verb_is_an_approval(denial: str, verb: str) -> None:
    for words in (f"Planen blev {denial} {verb}.", f"Planen er, siges der, {denial} helt {verb}."):
        assert classify(words) in {Outcome.REJECTED, Outcome.UNCLASSIFIED}


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Nævnet tog redegørelsen til efterretning, ikke mindst tallene.", Outcome.NOTED),
        ("Udvalget drøftede ikke blot taksten, men hele planen.", Outcome.DISCUSSED),
        ("Taget til efterretning, idet tallene ikke er endelige.", Outcome.NOTED),
        ("Tiltrådt. Sagen sendes i byrådet.", Outcome.APPROVED),
        ("Drøftet. Kommunerne ser gerne planen vedtaget.", Outcome.DISCUSSED),
        ("Drøftet. Lægerne så gerne taksten godkendt.", Outcome.DISCUSSED),
        ("Udvalget så på kajen og godkendte gerne planen.", Outcome.APPROVED),
        ("Sagen afventer.", Outcome.DEFERRED),
    ],
)
def test_wishes_and_plain_words_beside_an_outcome_change_nothing(
    words: str, outcome: Outcome
) -> None:
    assert classify(words) is outcome


@pytest.mark.parametrize(
    "words",
    [
        "Rådet besluttede ikke at indføre mobil tandpleje. Kommunerne opfordres til andet.",
        "Udvalget går imod forslaget.",
        "Et enigt råd går imod forslaget og foreslår i stedet kortere åbningstid.",
        "Rådet vil ikke betale.",
        "Rådet vil ikke betale, men opfordrer udvalget til at optage forhandling.",
    ],
)
def test_who_does_not_want_a_thing_has_not_approved_it(words: str) -> None:
    assert classify(words) in {Outcome.REJECTED, Outcome.UNCLASSIFIED}
