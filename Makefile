# The two commands that do everything: `make demo` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := $(VENV)/bin
LOCK = $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock" $(UPGRADE)

.DEFAULT_GOAL := help
.PHONY: help demo test check format lint types bench articles-named load faults fuzz screenshots lock audit clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

demo: $(VENV)/.installed  ## index the bundled sample articles and serve them (PORT=8000)
	$(BIN)/searchapp demo --host $(HOST) --port $(PORT)

test: $(VENV)/.installed-dev  ## install what the tests need and run them all
	@sh tests/browser/install-chromium.sh
	$(BIN)/pytest -n auto

check: lint types test audit  ## format, lint, types, tests and known vulnerabilities: what every change must pass

lint: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

format: $(VENV)/.installed-dev  ## put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: articles-named $(VENV)/.installed-bench  ## measure: make bench REUTERS=file.jsonl.gz [ARTICLES=file.jsonl.gz] [SIZES=21k,100k]
	$(if $(REUTERS),$(BIN)/python -m tests.benchmark engines --reuters "$(REUTERS)" $(if $(SIZES),--sizes $(SIZES)) $(if $(WORK),--work "$(WORK)"))
	$(if $(REUTERS),$(BIN)/python -m tests.benchmark archive --data "$(REUTERS)")
	$(if $(ARTICLES),$(BIN)/python -m tests.benchmark archive --data "$(ARTICLES)")

articles-named:
	@test -n "$(REUTERS)$(ARTICLES)" || \
		{ echo "Name the articles to measure: make bench REUTERS=file.jsonl.gz or ARTICLES=file.jsonl.gz"; exit 1; }

load: $(VENV)/.installed-dev  ## put load on the server: make load ARTICLES=file.jsonl.gz
	$(BIN)/python -m tests.load $(if $(ARTICLES),--data $(ARTICLES))

faults: $(VENV)/.installed-dev  ## every fault at every point: half an hour; `make test` tries a sample
	SEARCHAPP_FAULTS=all $(BIN)/pytest -n auto tests/faults tests/reindex/test_hostile_files.py

fuzz: $(VENV)/.installed-dev  ## 100,000 strange requests and as many broken files: CASES=N, SEED=N
	$(BIN)/python -m tests.fuzz requests --cases $(or $(CASES),100000) --seed $(or $(SEED),1)
	$(BIN)/python -m tests.fuzz files --cases $(or $(CASES),100000) --seed $(or $(SEED),1)

screenshots: $(VENV)/.installed-dev  ## take the pictures in docs/screenshots anew
	$(BIN)/python -m tests.browser.screenshots docs/screenshots

lock: $(VENV)/.installed-supply  ## pin what a deployment installs, with hashes: make lock [UPGRADE=--upgrade]
	$(LOCK) --extra html --extra metrics --output-file requirements.txt pyproject.toml
	$(LOCK) --group wheel --output-file requirements-build.txt

audit: $(VENV)/bin/python  ## has anything that is deployed a known vulnerability? (asks PyPI)
	@$(MAKE) --silent $(VENV)/.installed-supply || echo "Not audited: pip-audit could not be installed. Is there a network?"
	@test ! -x $(BIN)/pip-audit || $(BIN)/python -m tests.package.audit requirements.txt requirements-build.txt

clean:  ## remove what was installed and built; your articles and index stay
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "searchapp needs Python 3.11 or newer; name one: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "No virtual environment could be made. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-supply: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,supply]'
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@
