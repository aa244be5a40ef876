import pytest

from index.catalogue.bodies import Named, resolve
from index.documents import Body


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Body("Sundhedsudvalget"), Body("sundhedsudvalg"), True),
        (Body("Økonomiudvalget", "ØU"), Body("Oekonomiudvalget"), True),
        (Body("Praksisplanudvalget for almen praksis"), Body("Praksisplanudvalget"), True),
        (Body("Udvalget for Nære Sundhedstilbud"), Body("Udvalget for Psykiatri"), False),
        (Body("Regionsrådet"), Body("Regionsrådets forretningsudvalg"), False),
        (Body("KEU"), Body("Kvalitets- og efteruddannelsesudvalg", "KEU"), True),
        (Body("Kontaktforum for Handicap"), Body("Kontaktforum"), True),
        (Body("Borgmesteren"), Body("Borgmester"), False),
        (Body("Brugerrådet på Søhospitalet"), Body("Søhospitalets brugerråd"), True),
        (Body("Ældrerådet i Odde Kommune"), Body("Odde Kommunes Ældreråd"), True),
        (Body("Brugerrådet på Søhospitalet"), Body("Bakkehospitalets brugerråd"), False),
        (Body("Brugerrådet på Søhospitalet"), Body("Søhospitalets pårørenderåd"), False),
    ],
)
def test_bodies_are_one_by_abbreviation_or_folded_name(one: Body, other: Body, same: bool) -> None:
    assert (len(resolve([Named(1, one), Named(2, other)])) == 1) is same


def test_a_name_without_a_tail_is_neither_of_two_with_one() -> None:
    names = [
        "Samarbejdsudvalget for læger",
        "Samarbejdsudvalget",
        "Samarbejdsudvalget for tandpleje",
    ]
    assert len(resolve([Named(n, Body(name)) for n, name in enumerate(names)])) == 3


def test_a_body_is_known_by_the_short_form_that_another_paper_explains() -> None:
    (body,) = resolve(
        [Named(1, Body("Samarbejdsudvalget"))], [("SAU", "Samarbejdsudvalget"), ("BBU", "Broen")]
    )
    assert body.body == Body("Samarbejdsudvalget", "SAU")
    assert body.key == "sau"


@pytest.mark.parametrize(
    ("names", "bodies"),
    [
        (("Havneudvalget", "Havneudvalget, Region Kysten"), 1),
        (("Byrådet", "Byrådet, Nordby Kommune"), 1),
        (("Havneudvalget", "Havneudvalget, Region Kysten", "Havneudvalget, Region Land"), 3),
        (("Havneudvalget, Region Kysten", "Havneudvalget, Region Land"), 2),
        (("Udvalget for Kaj", "Udvalget for Kaj, Mole og Bro"), 2),
    ],
)
def test_a_body_with_its_region_behind_a_comma_is_the_bare_one_where_it_is_alone(
    names: tuple[str, ...], bodies: int
) -> None:
    named = [Named(number, Body(name)) for number, name in enumerate(names)]
    assert len(resolve(named)) == bodies
