# Two commands do everything on a machine with Python 3.11 or newer and make: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: demo test bench conformance fuzz soak load generate clean

demo: .venv/installed
	@started=$$SECONDS; \
	$(BIN)/kg build data/documents --store graph; \
	printf '\n%s\n' 'Which trials test a BCL-2 inhibitor?   kg query trials_by_mechanism --mechanism "BCL-2 inhibitor"'; \
	$(BIN)/kg query trials_by_mechanism --mechanism "BCL-2 inhibitor" --store graph; \
	printf '\n%s\n' 'Which mechanisms are tested together in one arm?   kg query mechanism_pairs --mechanism "PD-1 inhibitor"'; \
	$(BIN)/kg query mechanism_pairs --mechanism "PD-1 inhibitor" --store graph; \
	printf '\n%s\n' 'Who runs the trials of PD-1 inhibitors?   kg query sponsors_by_mechanism --mechanism "PD-1 inhibitor"'; \
	$(BIN)/kg query sponsors_by_mechanism --mechanism "PD-1 inhibitor" --store graph; \
	printf '\n%s\n' "Built and answered in $$((SECONDS - started)) s. Go on with:"; \
	printf '%s\n' \
	  '  source .venv/bin/activate' \
	  '  kg query                    every question that comes with the graph' \
	  '  kg build YOUR-FILES         registry and PubMed records, files, folders, archives' \
	  '  kg serve                    the graph as pages and SPARQL on http://127.0.0.1:7878' \
	  '  kg export --format ttl      the graph as Turtle'

test: .venv/tested
	$(BIN)/python -m pytest -n auto

# Figures and what they mean: tests/bench/README.md. TIMES is how many rounds of the corpus the builds take.
bench: .venv/tested
	$(BIN)/python -m tests.bench.convert
	$(BIN)/python -m tests.bench.formats
	$(BIN)/python -m tests.bench.workers
	folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	for times in 1 $(or $(TIMES),4); do $(BIN)/python -m tests.bench.corpus $$times $$folder/$$times >/dev/null; done; \
	$(BIN)/python -m tests.bench.load $$folder/1 $$folder/$(or $(TIMES),4); \
	$(BIN)/kg build $$folder/$(or $(TIMES),4) --store $$folder/graph >/dev/null 2>&1; \
	$(BIN)/python -m tests.bench.queries $$folder/graph

# The W3C's tests of ../shared/conformance against `kg serve`, or against any server: ENDPOINT=URL, more in ARGUMENTS.
conformance: .venv/tested
	$(BIN)/python -m tests.conformance $(ENDPOINT) $(ARGUMENTS)

# Long searches for inputs that make a loader fail; SECONDS is that of each format, or of the whole soak.
fuzz: .venv/fuzzing
	for name in $$($(BIN)/python -c 'from kg.loaders import names; print(*names())'); do \
	  $(BIN)/python -m tests.fuzz.loaders $$name $(or $(SECONDS),60); \
	done

soak: .venv/tested
	$(BIN)/python -m tests.fuzz.soak $(or $(SECONDS),600)

# A service under everything at once: each answer compared with the engine's, while states change and processes die.
load: .venv/tested
	$(BIN)/python -m tests.fuzz.mixed $(or $(SECONDS),300)

generate: .venv/tested
	$(BIN)/python schema/generate.py
	$(BIN)/python -m kg.query.generate

clean:
	rm -rf .venv graph

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"wanted Python 3.11 or newer, found {sys.version.split()[0]}; name another one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/fuzzing: .venv/tested
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	touch $@

.venv/tested: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ .venv/installed
