"""Lists that a form narrows: what is chosen stays chosen, and nothing found is said."""

import html
import re

import pytest
from fastapi.testclient import TestClient

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "path",
    ["/decisions?about=giraf", "/documents?q=giraf", "/rates?q=giraf", "/meetings?year=1999"],
)
def test_where_nothing_fits_the_page_says_so_and_leads_to_the_whole_list(
    reader: TestClient, path: str
) -> None:
    page = reader.get(path).text
    (link,) = re.findall(r'Arkivet har intet, der passer\. <a href="([^"]*)">Vis alt', page)
    whole = reader.get(html.unescape(link)).text
    assert "Arkivet har intet" not in whole


def test_a_year_without_meetings_stays_chosen(reader: TestClient) -> None:
    page = reader.get("/meetings?body=bbu&year=2019").text
    assert '<option value="2019" selected>2019 (0)</option>' in page
    assert page.count(" selected") == 2


@pytest.mark.parametrize("year", ["next", "21", "0021", "9999999", "-2021", "2021-05"])
def test_what_is_no_year_is_refused_and_not_left_out(reader: TestClient, year: str) -> None:
    answer = reader.get("/meetings", params={"year": year})
    assert answer.status_code == 400
    assert "kan ikke indskrænkes" in answer.text


def test_the_register_says_of_a_closed_item_that_it_is_closed_and_nothing_else(
    reader: TestClient,
) -> None:
    page = reader.get("/decisions?from=2021-05-03&to=2021-05-03").text
    entries = re.findall(r'<article class="decision">.*?</article>', page, re.DOTALL)
    (closed,) = [entry for entry in entries if "Lukket punkt: Køb af grund" in entry]
    assert '<span class="badge closed">' in closed
    assert "blockquote" not in closed
    assert "Kragens" not in page
    by_outcome = reader.get("/decisions?from=2021-05-03&to=2021-05-03&outcome=deferred").text
    assert "Køb af grund" not in by_outcome
