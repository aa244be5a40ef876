"""The site in a browser, as people use it. Skipped where there is no Chromium or no Playwright."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from bot.asked import Asked
from bot.records.store import Records
from bot.replies import Reply
from bot.web.pages.telling import LONG_LIST
from tests import api_site
from tests.api_site import paper_views
from tests.served import served
from tests.slack_replies import reply
from tests.web_archive import Ingested, document_id, site_on

playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright (group dev)")

CHROMIUM = os.environ.get("CHROMIUM") or which("chromium") or which("chromium-browser")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
PATIENCE = 5_000
"""Milliseconds."""
HEAVIEST = 150_000
"""Bytes of a page with all that it loads."""
QUESTION = "Hvad blev besluttet om gangbroen?"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

Page = Any
Opens = Callable[..., Page]


@pytest.fixture(scope="module")
def home(site_archive: Ingested) -> Path:
    return site_archive.home


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    with site_on(home) as site, served(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def opens(browser: Any, address: str) -> Iterator[Opens]:
    """Open pages in a browser of somebody; whatever goes wrong in one is an error of the test."""
    contexts = []
    troubles: list[str] = []

    def opens(path: str, locale: str = "da-DK", **how: Any) -> Page:
        context = browser.new_context(base_url=address, locale=locale, **how)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console", lambda told: troubles.append(told.text) if told.type == "error" else None
        )
        page.on("request", lambda asked: _same_origin(asked.url, address, troubles))
        page.goto(path)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert troubles == []


def _same_origin(url: str, address: str, troubles: list[str]) -> None:
    if not url.startswith((address, "data:")):
        troubles.append(f"asked {url}")


def test_an_answer_appears_in_place_and_its_link_is_kept(opens: Opens) -> None:
    page = opens("/")
    page.evaluate("window.untouched = true")
    page.fill("#q", QUESTION)
    page.press("#q", "Enter")
    page.wait_for_selector("article.answer")
    assert page.evaluate("window.untouched")
    assert "/ask?q=Hvad" in page.url
    assert page.title().startswith(QUESTION)
    assert page.locator("#answer").get_attribute("aria-live") == "polite"
    page.go_back()
    page.wait_for_selector(".examples")
    page.go_forward()
    page.wait_for_selector("article.answer")


def test_a_citation_leads_to_its_highlight(opens: Opens) -> None:
    page = opens("/")
    page.fill("#q", QUESTION)
    page.click("form.ask button")
    page.click("article.answer .marker >> nth=0")
    assert page.url.endswith("#source-1")
    page.click("#source-1 .where a")
    page.wait_for_selector("mark#cited")
    assert "males blå" in page.inner_text("mark#cited")
    box = page.locator("mark#cited").bounding_box()
    assert 0 <= box["y"] < page.viewport_size["height"]
    assert "at gangbroen males grøn" in page.inner_text(".has-cited")


class _Quoting:
    """Answers with so many sources that some are folded away."""

    def reply(self, asked: Asked) -> Reply:
        markers = " ".join(f"[{n}]" for n in range(1, LONG_LIST + 1))
        return reply(f"Se her: {markers}", LONG_LIST)


@pytest.fixture
def folded(browser: Any, tmp_path: Path) -> Iterator[Page]:
    """A page with many sources."""
    records = Records(tmp_path)
    with served(api_site.site_on(_Quoting(), paper_views, records)) as address:
        page = browser.new_page()
        page.goto(f"{address}/ask?q=bro")
        yield page
        page.close()
    records.close()


def test_a_source_that_is_folded_away_has_its_number_and_is_unfolded_by_its_marker(
    folded: Page,
) -> None:
    numbers = folded.evaluate(
        "[...document.querySelectorAll('.sources li')].map("
        "  li => [li.id, getComputedStyle(li, '::before').content])"
    )
    assert numbers == [[f"source-{n}", f'"{n}"'] for n in range(1, LONG_LIST + 1)]
    last = folded.locator(f"#source-{LONG_LIST}")
    assert not last.is_visible()
    folded.locator(f'a.marker[href="#source-{LONG_LIST}"]').click()
    assert last.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_nothing_is_folded_away_or_pale(folded: Page, scheme: str) -> None:
    folded.emulate_media(media="print", color_scheme=scheme)
    assert folded.locator(f"#source-{LONG_LIST}").is_visible()
    assert not folded.locator("summary").first.is_visible()
    ink = folded.evaluate("getComputedStyle(document.body).color")
    assert sum(map(int, re.findall(r"\d+", ink))) < 150


def test_the_answer_is_read_aloud_and_not_its_sources(opens: Opens) -> None:
    page = opens("/")
    page.fill("#q", QUESTION)
    page.press("#q", "Enter")
    page.wait_for_selector("article.answer")
    aloud = page.evaluate(
        "[...document.querySelectorAll('#answer *')]"
        ".filter(e => e.closest('[aria-live]').ariaLive === 'polite' && !e.children.length)"
        ".map(e => e.textContent).join(' ')"
    )
    assert "males blå" in aloud
    assert "Kilder" not in aloud
    assert "Link til dette svar" not in aloud


def test_without_scripts_everything_works_a_page_at_a_time(opens: Opens) -> None:
    page = opens("/", java_script_enabled=False)
    page.fill("#q", QUESTION)
    page.press("#q", "Enter")
    page.click("#source-1 .where a")
    assert "males blå" in page.inner_text("mark#cited")


def test_one_browses_by_body_and_filters_the_register(opens: Opens) -> None:
    page = opens("/")
    page.click("#bodies + ul a")
    page.click("article.meeting h3 a >> nth=0")
    assert "6. september 2021" in page.inner_text("h1")
    page.click("nav.agenda a >> nth=1")
    assert page.url.endswith("#item-2")
    page.click("header.top >> text=Beslutninger")
    page.select_option("#outcome", "deferred")
    page.fill("#from", "2021-01-01")
    page.click("form.filters button")
    assert page.locator("article.decision").count() == 1
    page.click("article.decision .case")
    assert page.locator(".timeline > li").count() == 2
    page.click("header.top >> text=Satser")
    page.click(".series h2 a >> nth=0")
    assert page.locator("svg.chart.wide").is_visible()


def test_the_language_is_chosen_and_kept(opens: Opens) -> None:
    page = opens("/", locale="en-GB")
    assert page.inner_text("h1") == "What do the minutes say?"
    page.fill("#q", QUESTION)
    page.press("#q", "Enter")
    page.wait_for_selector("article.answer")
    page.click("a.language")
    page.wait_for_selector("article.answer")  # asked in place, and still there
    assert page.get_attribute("html", "lang") == "da"
    page.click("header.top >> text=Sager")
    assert page.inner_text("h1") == "Sager"


def test_it_can_be_used_with_the_keyboard_alone(opens: Opens) -> None:
    page = opens("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector("article.answer")
    for _ in range(20):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.matches('.sources .where a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("mark#cited")


def paths(home: Path) -> list[str]:
    """Return an address of each kind of page."""
    document = document_id(home, "bbu/2021-05-03.txt")
    table = document_id(home, "takster.csv")
    return [
        *("/", "/meetings", "/decisions", "/cases", "/cases/21%2F10034", "/rates", "/documents"),
        *("/rates/Brobyggertill%C3%A6g", "/changes?since=2021-01-01", "/archive"),
        *(f"/documents/{document}?cited=0-40", f"/documents/{table}"),
        *(
            "/ask?q=" + QUESTION,
            "/ask?q=Hvad er satsen for Brobyggertillæg?",
            "/ask?q=Hvad er en kiwi?",
        ),
    ]


def test_on_a_phone_nothing_is_wider_than_the_screen(opens: Opens, home: Path) -> None:
    page = opens("/", viewport={"width": 320, "height": 740})
    for path in paths(home):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, path


RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(
    ("scheme", "width", "rules"),
    [("light", 1280, RULES), ("light", 320, RULES), ("dark", 1280, ["color-contrast"])],
)
def test_axe_finds_nothing_to_object_to(
    opens: Opens, home: Path, scheme: str, width: int, rules: list[str]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe (group dev)")
    page = opens("/", color_scheme=scheme, viewport={"width": width, "height": 640})
    for path in paths(home):
        page.goto(path)
        found = axe.Axe().run(page, options={"runOnly": rules})
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


def test_a_page_with_all_that_it_loads_is_light(opens: Opens, home: Path) -> None:
    page = opens("/")
    for path in paths(home):
        page.goto(path)
        loaded = page.evaluate(
            "[...performance.getEntriesByType('resource'),"
            " ...performance.getEntriesByType('navigation')]"
            ".reduce((sum, one) => sum + one.encodedBodySize, 0)"
        )
        assert 0 < loaded < HEAVIEST, path


def test_when_the_server_is_gone_the_page_says_so(browser: Any, home: Path) -> None:
    with site_on(home) as site, served(site) as address:
        page = browser.new_context(base_url=address, locale="da-DK").new_page()
        page.goto("/")
    page.fill("#q", QUESTION)
    page.press("#q", "Enter")
    page.wait_for_selector("#trouble:not([hidden])", timeout=PATIENCE)
    assert re.search("Der kom intet svar", page.inner_text("#trouble"))
    page.context.close()
