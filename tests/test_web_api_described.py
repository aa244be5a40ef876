"""The API as its description and the README tell it."""

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.served import served


def test_the_description_is_valid_and_names_every_object_once(paper_client: TestClient) -> None:
    description = paper_client.get("/api/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    named = set(description["components"]["schemas"])
    assert {"ReplyObject", "CitationObject", "ErrorObject", "MeetingObject"} <= named
    referred = {
        part.split('"')[0] for part in json.dumps(description).split("#/components/schemas/")[1:]
    }
    assert referred == named


README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
SHOWN = re.findall(r"^ *(curl .*127\.0\.0\.1:8642/api.*)$", README, re.M)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("line", SHOWN)
def test_the_requests_that_the_readme_shows_are_answered(line: str, api_site: FastAPI) -> None:
    with served(api_site) as url:
        words = shlex.split(line.replace("http://127.0.0.1:8642", url))
        told = subprocess.run(
            [*words, "--fail"], capture_output=True, text=True, check=False, timeout=30
        )
    assert told.returncode == 0, told.stderr
    assert told.stdout.startswith("event: status" if "stream" in line else ("{", "["))


def test_the_readme_shows_requests_and_names_every_path(paper_client: TestClient) -> None:
    assert len(SHOWN) == 7
    section = README.partition("\n## The API\n")[2].partition("\n## ")[0]
    for path, operations in paper_client.get("/api/openapi.json").json()["paths"].items():
        assert f"/{path.split('/')[2]}" in section
        for parameter in operations.get("get", {}).get("parameters", []):
            if parameter["in"] == "query":
                assert f"`{parameter['name']}`" in section
