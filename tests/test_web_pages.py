"""The pages of the site, on an archive that is really ingested."""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from bot.web.headers import HEADERS
from tests.page_elements import Elements, words_of
from tests.web_archive import (
    CLOSED_WORDS,
    Ingested,
    client_on,
    document_id,
)

pytestmark = pytest.mark.slow

PAGES = (
    *("/", "/meetings", "/decisions", "/cases", "/rates", "/documents", "/changes", "/archive"),
    *("/meetings?body=bbu&year=2021", "/meetings?year=1999", "/meetings?page=9"),
    *("/decisions?about=gangbro", "/decisions?outcome=deferred&body=bbu", "/decisions?page=7"),
    "/decisions?from=2021-09-01&to=2021-01-01",
    *("/cases/21%2F10034", "/cases/gangbro", "/rates?on=2021-06-01", "/rates?status=in+force"),
    *(
        "/rates/Brobyggertill%C3%A6g",
        "/documents?kind=memo&q=fjendtlig",
        "/changes?since=2021-01-01",
    ),
    *(
        "/ask?q=Hvad+blev+besluttet+om+gangbroen%3F",
        "/ask?q=What+is+the+rate+for+Brobyggertill%C3%A6g%3F",
    ),
    *("/ask?q=hvad+er+Otterdam%3F", "/ask?q=Hvad+koster+Kragens+grund%3F"),
)


@pytest.fixture(scope="module")
def english(site_archive: Ingested) -> Iterator[TestClient]:
    with client_on(site_archive.home, language="en-GB,en;q=0.9") as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole_and_holds_nothing_that_acts(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code == 200
    elements = Elements(answer.text)
    assert elements.acting == []
    assert elements.open == []
    assert elements.tags.count("main") == elements.tags.count("h1") == 1
    assert "{{" not in words_of(answer.text).replace("{{ 7 * 7 }}", "")
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_what_is_closed_stands_on_no_page_of_who_may_not_see_it(
    reader: TestClient, path: str
) -> None:
    page = words_of(reader.get(path).text)
    asked = words_of(quote(path)) + path.replace("+", " ")
    for word in CLOSED_WORDS:
        if word.lower() not in asked.lower():
            assert word not in page


def test_who_may_see_what_is_closed_finds_it(insider: TestClient) -> None:
    assert "Otterdam lukkes" in insider.get("/decisions").text
    assert "intern/itu.pdf" in insider.get("/archive").text
    assert "Ottertillæg" in insider.get("/rates").text


def test_counts_are_those_of_what_may_be_seen(reader: TestClient, insider: TestClient) -> None:
    counted = [
        re.findall(r"<dd>(?:<a[^>]*>)?([\d.]+)", c.get("/archive").text) for c in (reader, insider)
    ]
    documents, more = int(counted[0][0]), int(counted[1][0])
    assert (documents, more) == (5, 7)


def test_a_closed_document_is_not_told_from_one_that_is_not_there(
    reader: TestClient, site_archive: Ingested
) -> None:
    closed = document_id(site_archive.home, "intern/2021-10-04.txt")
    for tail in ("", "/original", "?cited=0-10"):
        pages = [reader.get(f"/documents/{id_}{tail}") for id_ in (closed, "0" * 16)]
        assert [page.status_code for page in pages] == [404, 404]
        texts = [page.text.replace(closed, "0" * 16) for page in pages]
        assert texts[0] == texts[1]
    cases = [reader.get(f"/cases/{number}") for number in ("21%2F77777", "21%2F88888")]
    assert [case.status_code for case in cases] == [404, 404]
    assert cases[0].text.replace("77777", "88888") == cases[1].text


def test_an_answer_links_each_marker_to_its_source_and_each_source_to_its_passage(
    reader: TestClient,
) -> None:
    page = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F").text
    markers = set(re.findall(r'class="marker" href="#source-(\d+)"', page))
    sources = set(re.findall(r'<li id="source-(\d+)"', page))
    assert markers
    assert markers == sources
    (link, *_) = re.findall(r'href="(/documents/[^"]+#cited)"', page)
    shown = reader.get(link.removesuffix("#cited").replace("&amp;", "&")).text
    assert shown.count('id="cited"') == 1
    assert "males blå" in re.findall(r"<mark[^>]*>([^<]*)</mark>", shown)[0]


def test_no_line_of_an_answer_begins_with_a_marker_or_a_dot(reader: TestClient) -> None:
    page = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F").text
    text = page.partition('<div class="text">')[2].partition('class="sources"')[0]
    assert "&nbsp;· punkt&nbsp;1&nbsp;· " in text
    assert '&nbsp;<a class="marker"' in text
    assert not re.search(r'\s(?:</span>)?<a class="marker"|\s·', text)


def test_the_link_to_an_answer_says_on_which_day_it_was_asked(reader: TestClient) -> None:
    page = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F").text
    (link,) = re.findall(r'href="(/ask\?[^"]+)"', page)
    assert "asked=2023-03-01" in link
    earlier = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F&on=2021-06-01").text
    assert "males blå" not in earlier
    assert "udsat" in earlier
    shared = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F&asked=2021-06-01").text
    assert "males blå" in shared


def test_asked_in_place_only_the_answer_comes(reader: TestClient) -> None:
    whole = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F")
    part = reader.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F", headers={"hx-request": "true"})
    assert "<main" not in part.text
    assert "<title>" in part.text
    answer = part.text[part.text.index("<article") : part.text.index("</article>")]
    assert answer in whole.text
    assert "HX-Request" in whole.headers["vary"]


def test_the_question_keeps_its_language_and_the_page_the_readers(english: TestClient) -> None:
    page = english.get("/ask?q=Hvad+blev+besluttet+om+gangbroen%3F").text
    assert '<html lang="en">' in page
    assert "Sources" in page
    assert re.search(r'<h2 id="question" lang="da">', page)
    assert english.get("/ask?q=gangbroen&lang=en").text.count('lang="en"') > 1


def test_what_stands_around_a_reply_is_in_the_language_of_the_page(reader: TestClient) -> None:
    page = reader.get("/ask", params={"q": "What was decided on the footbridge?"}).text
    told = page[page.index('<div lang="en">') : page.index("</article>")]
    reply, _, around = told.partition("<section")
    assert "6 September 2021&nbsp;· item" in reply
    assert "6 September 2021" not in around
    assert re.search(r"6\. september 2021, punkt \d", around)
    assert '<blockquote lang="da"' in reply
    assert 'lang="da" aria-label="Kilde 1"' in reply


def test_words_that_are_read_aloud_say_their_language(english: TestClient) -> None:
    page = english.get("/ask", params={"q": "BBU"}).text
    assert '<div lang="en">' in page
    assert '<blockquote lang="da"' in page
    assert '<h2 id="question" lang="en">' in page


def test_a_chosen_language_is_kept(reader: TestClient) -> None:
    answer = reader.get("/language?to=en&back=/rates%3Fq%3Dbro")
    assert (answer.status_code, answer.headers["location"]) == (303, "/rates?q=bro")
    cookie = answer.headers["set-cookie"]
    assert "language=en" in cookie
    assert "HttpOnly" in cookie
    page = reader.get("/rates", headers={"cookie": "language=en"}).text
    assert "What the rate is for" in page
    reader.cookies.clear()


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "evil", "/a\nb", ""]
)
def test_the_switch_of_language_leads_nowhere_else(reader: TestClient, back: str) -> None:
    answer = reader.get("/language", params={"to": "en", "back": back})
    assert answer.headers["location"] == "/"
    reader.cookies.clear()


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("da-DK,da;q=0.9,en;q=0.8", "Beslutninger"),
        ("en-US,en;q=0.9", "Decisions"),
        ("nb-NO", "Beslutninger"),
        ("de-DE", "Decisions"),
        ("en;q=0.1,da;q=0.9", "Beslutninger"),
        ("en;q=banana,,;", "Decisions"),
        ("", "Beslutninger"),
    ],
)
def test_a_page_is_in_the_language_that_the_browser_asks_for(
    reader: TestClient, header: str, word: str
) -> None:
    assert word in reader.get("/decisions", headers={"accept-language": header}).text


def test_the_register_shows_the_words_with_the_outcome(reader: TestClient) -> None:
    page = reader.get("/decisions?outcome=approved_with_change").text
    assert "males blå" in page
    assert "at gangbroen males grøn" in page
    assert "males rød" not in page  # the draft gives way to the minutes
    assert "bænkene" not in page
    assert "Bænke ved stien" in reader.get("/decisions?about=b%C3%A6nke").text


def test_a_case_is_followed_from_meeting_to_meeting(reader: TestClient) -> None:
    page = reader.get("/cases/21%2F10034").text
    assert page.index("udsat til mødet") < page.index("males blå")
    assert reader.get("/cases?q=21/10034").headers["location"] == "/cases/21%2F10034"


def test_a_rate_is_drawn_and_told_in_a_table(reader: TestClient) -> None:
    page = reader.get("/rates/Brobyggertill%C3%A6g").text
    assert page.count('class="step"') == 2 * 3  # on a screen, and on a phone
    for amount in ("100,50", "110", "125,25"):
        assert f'<span class="amount">{amount}</span>' in page
    assert "1.1.2021" in page
    assert reader.get("/rates/nonsense").status_code == 404


@pytest.mark.parametrize(
    ("day", "status", "statuses"),
    [
        ("2021-06-01", "", ["in_force"]),
        ("2021-06-01", "expired", ["expired"]),
        ("2019-06-01", "", []),
        ("", "", ["expired", "expired", "in_force"]),
    ],
)
def test_the_day_that_is_chosen_leaves_the_rates_that_apply_on_it(
    reader: TestClient, day: str, status: str, statuses: list[str]
) -> None:
    told = {"q": "Brobyggertillæg", "on": day, "status": status}
    page = reader.get("/rates", params=told).text
    assert re.findall(r'class="badge (\w+)"', page) == statuses


def test_the_archive_says_which_files_could_not_be_read(reader: TestClient) -> None:
    page = reader.get("/archive").text
    assert "itu.pdf" in page
    assert "beskadiget" in page


def test_what_to_do_about_a_file_is_said_in_the_language_of_the_page(
    reader: TestClient, english: TestClient
) -> None:
    assert "Hent filen igen" in reader.get("/archive").text
    assert re.search(
        r"<details><summary>Hvad læsningen[^<]*</summary><ul lang=.en.>",
        reader.get("/archive").text,
    )
    page = english.get("/archive").text
    assert "Fetch the file again" in page
    assert "Hent" not in page


def test_a_case_is_said_to_come_up_at_meetings_and_not_in_papers(reader: TestClient) -> None:
    # The minutes and the draft of September are two papers of one meeting.
    assert "behandlet på 2 møder" in reader.get("/cases").text


@pytest.mark.parametrize("name", ["BBU", "Brobyggerudvalget", "brobyggerudvalget "])
@pytest.mark.parametrize("path", ["/meetings", "/decisions", "/documents", "/changes"])
def test_an_address_may_name_a_body_as_people_do(reader: TestClient, path: str, name: str) -> None:
    named = reader.get(path, params={"body": name})
    assert named.status_code == 200
    assert named.text.count(" selected") == 1


def test_the_meetings_of_a_body_lead_to_what_it_is(reader: TestClient) -> None:
    assert "Hvad er det for et udvalg?" not in reader.get("/meetings").text
    page = reader.get("/meetings", params={"body": "bbu"}).text
    (link,) = re.findall(r'<a href="([^"]*)">Hvad er det for et udvalg', page)
    assert "Brobyggerudvalget (BBU)</strong>" in reader.get(html.unescape(link)).text


def test_meetings_are_listed_with_their_items(reader: TestClient) -> None:
    page = reader.get("/meetings?body=bbu").text
    assert page.index("6. september 2021") < page.index("3. maj 2021")
    assert "Bænke ved stien" in page
    assert page.count("<article") == 2  # the draft is a paper of the same meeting
