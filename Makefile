# The two commands of the README: `make demo` and `make test`. Both set up first.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# No telemetry, and no attempt to reach a model hub from a test or the demo.
export ANONYMIZED_TELEMETRY := False
export HF_HUB_OFFLINE := 1
# Where nothing compiled may be kept, each of the tests' processes compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo test lint types contracts tests clean

setup: .venv/.ready

.venv/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Referent needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + ". Name another with: make setup PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[ocr]' --group dev
	touch $@

demo: setup
	PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: lint types contracts tests

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

# A file's tests stay together, so that what they share is made once. Four processes also on two
# cores, for half of the time is spent waiting: for servers, browsers, children. A process that dies
# fails its test and is not started anew: the run would go on for ever, or wait for it for ever.
tests: setup
	$(BIN)/pytest -n 4 --dist loadfile --max-worker-restart 0

clean:
	rm -rf .venv .demo .mypy_cache .pytest_cache .ruff_cache
