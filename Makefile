# make run · make dev · make test · make check · make truth · make browser · make bench · make ticket · make models
# The newest usable Python 3.11+; override with PYTHON=…
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PY := .venv/bin/python
# More than four test the patience of everything else that runs here.
CORES := $(shell c=$$(getconf _NPROCESSORS_ONLN); echo $$((c < 4 ? c : 4)))
# One core is left to the type checker. On two cores more processes cost more than they gain.
WORKERS := $(shell [ $(CORES) -gt 2 ] && echo $$(($(CORES) - 1)) || echo 0)

.PHONY: run dev build test check truth browser bench ticket models setup setup-dev python

run: setup
	@$(PY) -m darasa_reflex run

dev: setup
	@$(PY) -m darasa_reflex dev

build: setup
	@$(PY) -m darasa_reflex build

ticket: setup
	@$(PY) -m darasa_reflex ticket

models: setup
	@$(PY) -m darasa_reflex models

check: setup-dev
	@.venv/bin/ruff format --check -q .
	@.venv/bin/ruff check -q .
	@.venv/bin/codespell -q 3
	@.venv/bin/lint-imports > .venv/imports.log || { cat .venv/imports.log; exit 1; }
	@.venv/bin/pyright > .venv/pyright.log & types=$$!; $(PY) -m pytest -n $(WORKERS); tests=$$?; \
	wait $$types || { cat .venv/pyright.log; exit 1; }; exit $$tests

test: setup-dev
	@$(PY) -m tests.prepare
	@.venv/bin/ruff format --check -q .
	@.venv/bin/ruff check -q .
	@.venv/bin/codespell -q 3
	@.venv/bin/lint-imports
	@.venv/bin/pyright
	@$(PY) -m pytest -m "" --postgres -n $(CORES) --dist loadscope --no-loadscope-reorder

truth: setup-dev
	@$(PY) -m tests.truth.table

browser: setup-dev
	@$(PY) -m tests.prepare
	@$(PY) -m pytest -m browser

bench: setup-dev
	@$(PY) -m tests.prepare
	@$(PY) -m tests.load.bench

setup: python
	@"$(PYTHON)" darasa_reflex/commands/bootstrap.py requirements.txt

setup-dev: python
	@"$(PYTHON)" darasa_reflex/commands/bootstrap.py requirements-dev.txt

python:
	@[ -n "$(PYTHON)" ] || { echo "Darasa needs Python 3.11 or newer, and none was found. Install it, or name it: make run PYTHON=/path/to/python3"; exit 1; }
