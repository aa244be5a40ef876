"""Microsoft's own local client, driven in a browser as a person drives it.

Needs npm, node and Chromium, and the package that `TEAMS_PLAYGROUND` names a folder of (where
`npm install @microsoft/m365agentsplayground playwright-core` was run). Its licence allows it to be
used for evaluation, so it is never part of this project; without it, these tests are skipped.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.records.store import Records
from bot.serving.opening import FOLDER
from tests.model_endpoint import endpoint, slowly
from tests.slack_running import archive_of
from tests.slack_scene import BENCHES, ONLY_SIX, PAPERS, SETTINGS

HERE = Path(__file__).parent
NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium")
PLAYGROUND = Path(os.environ.get("TEAMS_PLAYGROUND", "/nowhere")) / "node_modules"
CLIENT = PLAYGROUND / "@microsoft" / "m365agentsplayground" / "cli.js"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NODE is None or CHROMIUM is None, reason="needs node and chromium"),
    pytest.mark.skipif(
        not CLIENT.exists() or not (PLAYGROUND / "playwright-core").exists(),
        reason="needs TEAMS_PLAYGROUND: a folder with @microsoft/m365agentsplayground "
        "and playwright-core from npm",
    ),
]

CONFIG = """\
version: "0.1.1"
tenantId: 00000000-0000-0000-0000-0000000000001
bot: {id: 00000000-0000-0000-0000-00000000000011, name: Referent}
currentUser: {id: user-0, name: Karen Holm, userPrincipleName: k@example.com, aadObjectId: \
11111111-1111-1111-1111-111111111110, givenName: Karen, surname: Holm, email: k@example.com}
users:
"""
ONE = (
    "  - {{id: user-{n}, name: Person {n}, userPrincipleName: p{n}@example.com, aadObjectId: "
    "11111111-1111-1111-1111-11111111111{n}, givenName: Person, surname: P{n}, "
    "email: p{n}@example.com}}\n"
)
PLACES = """\
personalChat: {id: "a:1karen"}
groupChat: {id: "19:group@thread.v2", name: Sekretariatet}
team: {id: "19:team@thread.tacv2", name: Parken, aadGroupId: 33333333-3333-3333-3333-333333333333, \
channels: [{id: "19:chan@thread.tacv2", name: Opslag}]}
"""
LOOPBACK = """\
const net = require('net'), listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...given) {
  const port = typeof given[0] === 'object' ? given[0].port : Number(given[0]);
  const done = given.find((one) => typeof one === 'function');
  if (!Number.isInteger(port)) return listen.apply(this, given);
  return listen.call(this, { port, host: '127.0.0.1' }, ...(done ? [done] : []));
};
"""
"""The client listens on all interfaces; loaded before it, this keeps it to this machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until_there(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} is not there:\n{log.read_text()[-2000:]}")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("playground")
    with archive_of(folder, PAPERS, SETTINGS + "[teams]\ninsecure_local = true\n") as archive:
        return archive.home


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[str]:
    """Start Referent and the client; return where the client's page is."""
    with client_of(home) as page:
        yield page


@contextmanager
def client_of(home: Path, **more: str) -> Iterator[str]:
    ours, theirs = free_port(), free_port()
    config, preload, log = home / "client.yml", home / "loopback.cjs", home / "processes.log"
    config.write_text(CONFIG + "".join(ONE.format(n=n) for n in range(1, 6)) + PLACES)
    preload.write_text(LOOPBACK)
    environment = os.environ | {
        "REFERENT_HOME": str(home),
        "REFERENT_SERVE__PORT": str(ours),
        "TEAMSAPPTESTER_BROWSER": "none",
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(config),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(home / "client.log"),
        **more,
    }
    serve = [sys.executable, "-c", "from referent import main; main()", "serve"]
    show = [NODE or "node", "--require", str(preload), str(CLIENT), "start"]
    show += ["-e", f"http://127.0.0.1:{ours}/api/messages", "-c", "msteams", "-p", str(theirs)]
    show += ["--service-url", f"http://127.0.0.1:{theirs}/_connector", "--disable-telemetry"]
    with log.open("wb") as out:
        started = [
            subprocess.Popen(command, env=environment, stdout=out, stderr=out, cwd=HERE.parent)
            for command in (serve, show)
        ]
        try:
            until_there(f"http://127.0.0.1:{ours}/readyz", started[0], log)
            until_there(f"http://127.0.0.1:{theirs}/", started[1], log)
            yield f"http://127.0.0.1:{theirs}/"
        finally:
            for process in started:
                process.terminate()
                process.wait(30)


def driven(client: str, scene: str) -> str:
    """Run a scene of `teams_playground.cjs`; return what it printed."""
    environment = os.environ | {"NODE_PATH": str(PLAYGROUND), "CHROMIUM": CHROMIUM or ""}
    run = subprocess.run(
        [NODE or "node", str(HERE / "teams_playground.cjs"), client, scene, BENCHES],
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return " ".join(run.stdout.split())


def test_a_person_alone_asks_opens_a_source_and_says_what_is_missing(
    client: str, home: Path
) -> None:
    told = driven(client, "personal")
    assert "meeting archive" in told
    assert re.search(r"popover: .*PU, 5\. marts 2024", told)
    assert f"answer: {ONLY_SIX}" in told
    assert "passage: Indstilling" in told
    assert "back: Vis stedet [1]" in told
    records = Records(home / FOLDER)
    (judged,) = records.judged()
    records.close()
    assert (judged.bad, judged.reasons) == (1, ("Der var ti.",))


@pytest.mark.parametrize("place", ["group", "channel"])
def test_a_mention_among_others_is_answered(client: str, place: str) -> None:
    assert f"answer: {ONLY_SIX}" in driven(client, place)


def test_an_answer_grows_where_it_stands_and_says_then_that_a_model_wrote(home: Path) -> None:
    six = "Bænke ved søen blev godkendt, dog kun seks bænke [1]."
    with endpoint(slowly(f"{six} ", "Slut [1].", between=3.0)) as model:
        writer = {
            "REFERENT_WRITER__BASE_URL": model.base_url,
            "REFERENT_WRITER__MODEL": "skrivekarl",
        }
        with client_of(home, **writer) as client:
            told = driven(client, "written")
    assert "quoted: labels 0, answers 1" in told
    assert "written: labels 1, answers 1" in told
