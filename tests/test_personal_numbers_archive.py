"""An archive of every format with personal numbers all over it: none is to be read anywhere."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from fastapi.testclient import TestClient

from bot.cli.failures import run
from index.danish.personal_numbers import PERSONAL
from index.documents import CLOSED, OPEN
from referent import app
from tests import pdf_pages
from tests.rate_table_files import workbook
from tests.web_archive import client_on
from tests.word_files import saved

pytestmark = pytest.mark.slow

NUMBERS = [f"{day:02}0{month}5{day % 10}{serial}" for day, month, serial in [
    (1, 1, "1235"), (2, 2, "4322"), (13, 3, "7788"), (24, 4, "9993"), (25, 5, "5551"),
    (6, 6, "2468"), (17, 7, "1357"), (28, 8, "8642"), (29, 9, "7531"), (10, 1, "1001"),
    (11, 2, "2002"), (12, 3, "3003"), (63, 4, "4004"), (74, 5, "5005"), (15, 6, "6006"),
    (16, 7, "7007"), (27, 8, "8008"), (18, 9, "9009"),
]]  # fmt: skip
(BODY, TITLE, CELL, HEAD, NAME, FOLDER, ALONE, BLANK, HTML_TITLE, HTML_CELL, MARK, CSV, NOTE,
 SHEET, NUMERIC, PDF, TWIN, META) = NUMBERS  # fmt: skip


def _dash(number: str) -> str:
    return f"{number[:6]}-{number[6:]}"


MINUTES = f"""\
Referat af møde i Visitationsudvalget (VIU)
den 3. maj 2021 kl. 16.00

Sagsnr. 010119-0004

1. Ansøgning om støtte til ramper

Sagsfremstilling
Borgeren med cpr.nr. {BODY[:6]} {BODY[6:]} har søgt om en rampe til 12.500 kr. ved sin gadedør.
En pårørende ({ALONE}) støtter ansøgningen, og {_dash(BLANK).replace("-", "–")} har klaget.

Beslutning
Ansøgningen fra {_dash(BODY)} om en rampe blev godkendt med 12.500 kr.
"""


def _word() -> bytes:
    document = docx.Document()
    document.core_properties.title = f"Notat om {_dash(TITLE)} og haven"
    document.core_properties.author = _dash(META)
    document.sections[0].header.paragraphs[0].text = f"Borger {_dash(HEAD)}"
    document.add_paragraph("Notat om haven")
    document.add_paragraph("Haven er 14 meter bred ved stien og blev målt i sommeren 2019.")
    table = document.add_table(2, 2)
    for at, words in enumerate(["Navn", "CPR-nr.", "Ida Holm", CELL]):
        table.cell(at // 2, at % 2).text = words
    return saved(document)


HTML = f"""<html><head><title>Sag om {_dash(HTML_TITLE)} og bænken</title></head><body>
<h1>Notat om bænken</h1><p>Bænken ved åen blev sat op i sommeren 2018 og er malet grøn.</p>
<table><tr><th>Navn</th><th>CPR</th></tr>
<tr><td>Bo Lund</td><td>{_dash(HTML_CELL)}</td></tr></table>
</body></html>"""


def _write(folder: Path) -> None:
    within = folder / f"sager {_dash(FOLDER)}"
    within.mkdir(parents=True)
    (folder / "viu.txt").write_text(MINUTES, "utf-8")
    (folder / "have.docx").write_bytes(_word())
    (folder / "bænk.html").write_text(HTML, "utf-8")
    (folder / "skur.md").write_text(
        f"# Notat om skuret\n\nSkuret tilhører {MARK[:6]}\\-{MARK[6:]} og er rødt.\n", "utf-8"
    )
    (within / f"hegn {_dash(NAME)}.txt").write_text("Hegnet er tre meter højt.\n", "utf-8")
    (within / f"hegn {_dash(TWIN)}.txt").write_text("Lågen er to meter bred.\n", "utf-8")
    (within / f".{_dash(TWIN)}.txt").write_text("skjult", "utf-8")
    (folder / "takster.csv").write_text(
        "Navn;Beløb;Enhed;Gyldig fra;Bemærkning\n"
        f"Rampetillæg;110;kr. pr. dag;2021-01-01;givet til {_dash(CSV)}\n",
        "utf-8",
    )
    columns = ("Navn", "Beløb", "Enhed", "Gyldig fra", "CPR")
    rows = [
        columns,
        ("Havetillæg", 90, "kr. pr. dag", "2021-01-01", int(NUMERIC)),
        ("Hegnstillæg", 95, "kr. pr. dag", "2021-01-01", f"{_dash(NOTE)}"),
    ]
    (folder / "takster.xlsx").write_bytes(workbook((f"Takst {_dash(SHEET)}", rows)))
    page = pdf_pages.lines("Notat om broen", f"Broen tegnes af {_dash(PDF)}.", pdf_pages.PROSE)
    (folder / "bro.pdf").write_bytes(pdf_pages.pdf(page))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("personal")
    (place / "home").mkdir()
    _write(place / "arkiv")
    assert run(app, ["ingest", str(place / "arkiv"), "--home", str(place / "home")]) == 0
    return place


@pytest.fixture(scope="module")
def client(place: Path) -> Iterator[TestClient]:
    with client_on(place / "home", frozenset({OPEN, CLOSED})) as client:
        yield client


def _holds(text: str) -> list[str]:
    """Return the numbers that stand in a text in any form, and what of them is one of a kind."""
    plain = re.sub(r"[\s\-–]", "", text)
    return [n for n in NUMBERS if n in plain or n.lstrip("0") in plain or n[:6] in plain]


def test_no_byte_below_the_home_tells_one(place: Path) -> None:
    files = [path for path in (place / "home").rglob("*") if path.is_file()]
    assert len(files) > 5
    for path in files:
        data = path.read_bytes()
        for encoding in ("utf-8", "utf-16-le"):
            for number in NUMBERS:
                for form in (number, _dash(number), f"{number[:6]} {number[6:]}", number[:6] + "–"):
                    assert form.encode(encoding) not in data, (path, form)


def test_the_report_counts_them_and_shows_none(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = ["ingest", str(place / "arkiv"), "--home", str(place / "home"), "--json"]
    assert run(app, again) == 0
    said = capsys.readouterr()
    files = {one["source"]: one["account"]["warnings"] for one in json.loads(said.out)["files"]}
    assert "4 personal numbers masked" in files["viu.txt"]
    assert "one personal number masked" in files["bro.pdf"]
    assert "3 personal numbers masked" in files["takster.xlsx"]
    masked_folder = f"sager {PERSONAL * 6}-{PERSONAL * 4}"
    names = {source for source in files if source.startswith(masked_folder)}
    name = f"{masked_folder}/hegn {PERSONAL * 6}-{PERSONAL * 4}"
    assert names == {f"{name}.txt", f"{name} (2).txt"}
    assert _holds(said.out + said.err) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "Hvad blev besluttet om rampen?"),
        ("ask", f"Hvad blev besluttet om {BODY}?"),
        ("ask", "Hvad er rampetillægget?"),
        ("documents",),
        ("search", "hegnet"),
        ("rates",),
        ("decisions",),
        ("case", _dash(BODY)),
        ("show", _dash(BODY)),
        ("rates", _dash(BODY)),
    ],
)
def test_no_command_shows_one(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    for more in ((), ("--json",)):
        run(app, [*arguments, "--home", str(place / "home"), *more])
        said = capsys.readouterr()
        assert _holds(said.out + said.err) == []


def test_a_quotation_with_a_mask_stands_in_the_text(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["ask", "Hvad blev besluttet om rampen?", "--json", "--home", str(place / "home")]
    assert run(app, asked) == 0
    reply = json.loads(capsys.readouterr().out)
    quote = next(c["quote"] for c in reply["citations"] if PERSONAL in c["quote"])
    assert f"Ansøgningen fra {PERSONAL * 6}-{PERSONAL * 4} om en rampe blev godkendt" in quote
    assert "12.500 kr." in quote


def test_no_page_and_no_original_shows_one(client: TestClient) -> None:
    listed = client.get("/documents").text
    paths = sorted(set(re.findall(r"/documents/[0-9a-f]{16}", listed)))
    assert len(paths) == 9
    withheld = 0
    for path in paths:
        page = client.get(path).text
        assert _holds(page) == []
        withheld += client.get(f"{path}/original").status_code == 403
    assert withheld == len(paths)
    question = {"q": f"Hvad blev besluttet om {_dash(BODY)}?"}
    asked = client.get("/ask", params=question, follow_redirects=True)
    assert _holds(asked.text) == _holds(str(asked.url)) == []
    assert "personnummer" in asked.text
    assert _holds(client.get(f"/cases/{_dash(BODY)}").text) == []
    named = client.get("/documents", params={"q": _dash(BODY)}, follow_redirects=True)
    assert named.status_code == 200
    assert _holds(named.text) == _holds(str(named.url)) == []
    for address in (
        f"/api/v1/cases/{_dash(BODY)}",
        "/api/v1/documents",
        "/api/v1/items",
        "/api/v1/rates",
    ):
        assert _holds(client.get(address).text) == []


def test_what_is_no_personal_number_stays(client: TestClient) -> None:
    pages = [
        client.get(p).text
        for p in re.findall(r"/documents/[0-9a-f]{16}", client.get("/documents").text)
    ]
    assert any("010119-0004" in page for page in pages)
    assert any("12.500 kr." in page for page in pages)


def test_files_that_only_a_number_told_apart_stay_apart(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place, tmp_path / "p")
    arkiv, home = tmp_path / "p" / "arkiv", tmp_path / "p" / "home"
    (arkiv / f"sager {_dash(FOLDER)}" / f"hegn {_dash(NAME)}.txt").unlink()
    assert run(app, ["ingest", str(arkiv), "--home", str(home), "--replace"]) == 0
    with client_on(home) as client:
        listed = client.get("/documents", params={"q": "hegn"}).text
    assert len(set(re.findall(r"/documents/[0-9a-f]{16}", listed))) == 1
