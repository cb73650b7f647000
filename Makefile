# Two commands matter: `make run` serves the dashboard on http://localhost:8501, `make test` runs every check.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501
HOST   ?= 127.0.0.1

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run replicas test check unit browser-ready screenshots sample boundaries bench mutants lock upgrade audit release clean

# Exactly what is in the lock, and nothing whose bytes are others. `make lock` writes it anew.
$(VENV)/.run: requirements.lock
	@$(PYTHON) deploy/before.py python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	$(INSTALL) -r requirements-dev.lock
	@touch $@

# Whoever sits at this machine may publish without signing in: only where nobody else can reach the server.
EDIT_HERE := $(if $(filter 127.0.0.1 localhost ::1,$(HOST)),1,)
run: $(VENV)/.run  ## serve the dashboard
	@$(BIN)/python deploy/before.py port $(HOST) $(PORT)
	STI_EDIT_HERE=$(EDIT_HERE) $(BIN)/python -m streamlit run app.py --server.address $(HOST) --server.port $(PORT)

COUNT  ?= 2
FRONT  ?= 8500
replicas: $(VENV)/.run  ## serve $(COUNT) replicas on one store behind nginx, on http://localhost:8500
	$(BIN)/python -m deploy.replicas --count $(COUNT) --host $(HOST) --port $(FRONT)

browser-ready:  ## a chromium and an nginx for the browser tests
	@sh tests/browser-ready.sh

check: $(VENV)/.test  ## style, types and borders: what every commit passes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Tests wait for servers and browsers a third of their time: three of them share two cores. Their order is tests/conftest.py's;
# one run of all, so that who is done with the last unit test goes on with the browser's instead of waiting for the others.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 2) * 3 // 2)')
PYTEST  := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

test: check browser-ready  ## everything: style, types, borders, unit, page and browser tests
	$(PYTEST)

unit: $(VENV)/.test  ## the tests that need no browser
	$(PYTEST) -m "not browser"

sample: $(VENV)/.run  ## write data/sample/ anew from its seed
	$(BIN)/python -m data.sample

boundaries: $(VENV)/.run  ## write static/geo/ anew from geo/source/
	$(BIN)/python -m geo.build

screenshots: $(VENV)/.test browser-ready  ## write docs/screenshots/ anew
	$(BIN)/python -m docs.take_screenshots

$(VENV)/.bench: requirements-bench.txt $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

bench: $(VENV)/.bench browser-ready  ## measure every goal (a quarter of an hour) and print one table: met, not met; Panel and Dash beside it
	$(BIN)/python -m benchmarks.table

mutants: $(VENV)/.bench  ## break lines one at a time and see whether a test notices; hours (--only: tests/mutants.py)
	$(BIN)/python -m tests.mutants

lock: $(VENV)/.test  ## write requirements.lock and requirements-dev.lock anew, for Python 3.11 to 3.14
	$(BIN)/python -m deploy.lock

upgrade: $(VENV)/.test  ## what would break with the newest version of every library, tried in an environment of its own
	$(BIN)/python -m deploy.upgrade

audit: $(VENV)/.test  ## licences of every library, and known faults of the locked ones
	$(BIN)/pip-licenses --order=license
	$(BIN)/pip-audit --require-hashes -r requirements.lock

release: $(VENV)/.test  ## dist/: the sources of this commit, a bill of materials and the licences of what it runs on
	$(BIN)/python -m deploy.release

clean:
	rm -rf $(VENV)
