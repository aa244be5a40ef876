"""The API does what its description says: asked everything that it allows, and what it forbids."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.records.store import Records
from tests.api_site import site_on
from tests.served import served
from tests.slack_running import archive_of
from tests.slack_scene import PAPERS, SETTINGS

CASES = 8
"""Of each operation, beside those that lie at the limits of every parameter; 100 by hand."""


@pytest.mark.slow
def test_schemathesis_finds_nothing_in_any_operation(tmp_path: Path) -> None:
    with archive_of(tmp_path, PAPERS, SETTINGS) as archive:
        app = site_on(archive.assistant, archive.views, Records(archive.home / "bot"))
        with served(app) as url:
            asked = subprocess.run(
                [
                    *(sys.executable, "-m", "schemathesis.cli", "run", f"{url}/api/openapi.json"),
                    *("--seed", "1", "--max-examples", str(CASES), "--no-color"),
                ],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )
    assert asked.returncode == 0, asked.stdout
    assert "Tested: 12" in asked.stdout
