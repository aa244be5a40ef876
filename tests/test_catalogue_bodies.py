import pytest

from index.catalogue.bodies import Named, resolve
from index.catalogue.short_names import short_names
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
        (Body("Brugerrådet ved Sygehus Nord"), Body("Brugerrådet, Sygehus Nord"), True),
        (Body("Brugerrådet ved Sygehus Nord"), Body("Brugerrådet, Sygehus Syd"), False),
        (Body("Havskolens bestyrelse"), Body("Skolebestyrelsen for Havskolen"), True),
        (Body("Skolebestyrelsen ved Havskolen"), Body("Skolebestyrelsen, Havskolen"), True),
        (Body("Havskolens bestyrelse"), Body("Forældrebestyrelsen for Havskolen"), False),
        (Body("Havnens bestyrelse"), Body("Bestyrelsen for havnefonden"), False),
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


@pytest.mark.parametrize(
    ("papers", "shorts"),
    [
        (["bru/1.txt", "BRU/2020/2.txt"], {"brugerraad": ("BRU",)}),
        (["arkiv/Bgr/1.txt"], {"brugerraad": ("BGR",)}),
        (["havn/1.txt"], {}),  # a word, and none that the name holds
        (["raad/1.txt"], {}),  # what it is, and a word
        (["rbu/1.txt"], {}),  # letters in another order
        (["b/1.txt", "2020/1.txt", "1.txt"], {}),
    ],
)
def test_a_folder_of_one_body_alone_may_be_called_by_it_for_short(
    papers: list[str], shorts: dict[str, tuple[str, ...]]
) -> None:
    names = {"brugerraad": ("Brugerrådet",), "skov": ("Skovrådet",)}
    assert short_names([("brugerraad", paper) for paper in papers], names) == shorts
    shared = [*(("brugerraad", paper) for paper in papers), *(("skov", p) for p in papers)]
    assert short_names(shared, names) == {}


def test_a_short_name_that_a_body_has_is_no_others() -> None:
    names = {"brugerraad": ("Brugerrådet",), "bru": ("Byens Råd for Udeliv", "BRU")}
    assert short_names([("brugerraad", "bru/1.txt")], names) == {}


@pytest.mark.parametrize(
    ("papers", "shorts"),
    [
        (["2021/BRR_referat_2021-03-02.pdf", "2022/brr-dagsorden.docx"], {"brugerraad": ("BRR",)}),
        (["2021/BRR_referat.pdf"], {}),  # one file may be called anything
        (["a/ref_brugere.pdf", "b/ref_brugere.docx"], {}),
        (["a/XYZ_1.pdf", "b/XYZ_2.pdf"], {}),
        (["a/BR-Ved-1.pdf", "b/BR-Ved-2.pdf"], {"brugerraad": ("BR",)}),
        (["a/1-raad-ved-bro.pdf", "b/2-raad-ved-bro.pdf"], {}),
    ],
)
def test_a_word_of_several_files_of_one_body_alone_may_be_its_short_name(
    papers: list[str], shorts: dict[str, tuple[str, ...]]
) -> None:
    names = {"brugerraad": ("Brugerrådet ved Refsø",), "skov": ("Skovrådet",)}
    assert short_names([("brugerraad", paper) for paper in papers], names) == shorts
    shared = [*(("brugerraad", paper) for paper in papers), *(("skov", p) for p in papers)]
    assert short_names(shared, names) == {}
