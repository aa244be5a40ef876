"""Questions that go on from the answer before, on the web page, without scripts."""

import html
import re
from urllib.parse import parse_qsl, urlsplit

import httpx2
import pytest
from fastapi.testclient import TestClient

from index.documents import CLOSED, OPEN
from tests.page_elements import Elements
from tests.web_archive import Ingested, client_on

pytestmark = pytest.mark.slow

FIRST = "Hvad blev besluttet om gangbroen i september 2021?"


def sent(page: str, words: str) -> httpx2.QueryParams:
    """Return what the form for asking on sends with these words."""
    form = re.findall(r'<form class="ask compact on".*?</form>', page, re.DOTALL)[0]
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    held = [(name, html.unescape(value)) for name, value in hidden]
    return httpx2.QueryParams([*held, ("q", words)])


def test_a_question_goes_on_from_the_answer_before_and_says_as_what_it_was_read(
    reader: TestClient,
) -> None:
    first = reader.get("/ask", params={"q": FIRST}).text
    assert "Læst som" not in first
    then = reader.get("/ask", params=sent(first, "Og i maj 2021?")).text
    assert "udsat til mødet" in then
    read_as = re.findall(r'Læst som: <span lang="da">([^<]*)<', then)
    assert len(read_as) == 1
    assert "gangbroen" in read_as[0]
    assert f">{FIRST}</a>" in then
    # The same words alone ask for nothing of the kind.
    assert "Læst som" not in reader.get("/ask", params={"q": "Og i maj 2021?"}).text
    assert not Elements(then).acting


def test_a_thread_keeps_its_last_questions_as_they_were_read(reader: TestClient) -> None:
    page = reader.get("/ask", params={"q": FIRST}).text
    for words in ("Og i maj 2021?", "Hvad blev besluttet om bænkene?", "Hvad er en gangbro?") * 2:
        page = reader.get("/ask", params=sent(page, words)).text
    kept = sent(page, "").get_list("after")
    assert len(kept) == 3
    assert not any(value.startswith("Og i") for value in kept)


def test_the_link_to_an_answer_holds_its_thread_and_day(reader: TestClient) -> None:
    asked = {"q": FIRST, "asked": "2022-02-01"}
    page = reader.get("/ask", params=sent(reader.get("/ask", params=asked).text, "Og i maj 2021?"))
    (link,) = set(re.findall(r'href="(/ask\?[^"]*asked=2022-02-01[^"]*q=Og[^"]*)"', page.text))
    held = parse_qsl(urlsplit(html.unescape(link)).query)
    assert ("after", FIRST) in held
    assert "Læst som" in reader.get(html.unescape(link)).text


def test_a_thread_of_another_reader_tells_nothing_that_this_one_may_not_read(
    site_archive: Ingested, reader: TestClient
) -> None:
    asked = {"q": "Hvad blev besluttet om Otterdam?"}
    with client_on(site_archive.home, frozenset({OPEN, CLOSED, "ledelse"})) as insider:
        page = insider.get("/ask", params=asked).text
        assert "Lukningen" in page
        thread = sent(page, "Hvem deltog?")
    told = reader.get("/ask", params=thread).text
    stranger = reader.get("/ask", params=[("after", asked["q"]), ("q", "Hvem deltog?")]).text
    assert "Otterdamudvalget" not in told
    assert "Lukningen" not in told
    assert told == stranger


@pytest.mark.parametrize(
    "query", ["q=bro&after=", "q=bro&after=a&after=b&after=c&after=d", f"q=bro&after={'x' * 2001}"]
)
def test_a_thread_that_is_none_is_refused(reader: TestClient, query: str) -> None:
    assert reader.get(f"/ask?{query}").status_code in {400, 413}


def test_the_switch_of_language_redraws_the_answer_too(reader: TestClient) -> None:
    back = reader.get("/language", params={"to": "en", "back": f"/ask?q={FIRST}&lang=da#source-1"})
    held = dict(parse_qsl(urlsplit(back.headers["location"]).query))
    assert held == {"q": FIRST, "lang": "en"}
    reader.cookies.clear()
    english = reader.get(back.headers["location"], headers={"cookie": "language=en"}).text
    assert '<div lang="en">' in english
    assert "Show it in" not in english


def test_an_answer_in_another_language_than_the_page_says_so_and_can_be_turned(
    reader: TestClient,
) -> None:
    page = reader.get("/ask", params={"q": "What was decided on the footbridge?"}).text
    assert "Svaret er på engelsk" in page
    (link,) = re.findall(r'<a href="([^"]*)">Vis det på dansk', page)
    turned = reader.get(html.unescape(link)).text
    assert '<h2 id="question" lang="en">' in turned
    assert '<div lang="da">' in turned
    assert "Svaret er på" not in turned


@pytest.mark.parametrize("path", ["/", "/ask?q=gangbroen", "/nix", "/static/site.css"])
def test_the_head_of_a_page_is_told_alone(reader: TestClient, path: str) -> None:
    whole, head = reader.get(path), reader.head(path)
    assert head.status_code == whole.status_code
    assert head.content == b""
    for name in ("content-type", "content-length", "content-security-policy", "vary"):
        assert head.headers.get(name) == whole.headers.get(name) or name == "content-length"
    assert reader.head("/api/documents").status_code == 405
