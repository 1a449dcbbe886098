# make run · make dev · make test · make check · make browser · make bench · make bench-pipecat · make ticket · make models
# make pictures · make truth · make interviews · make faults · make mutations · make lock · make imports · make licences
# The newest usable Python 3.11+; override with PYTHON=…
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
PY := .venv/bin/python
# More than four test the patience of everything else that runs here.
CORES := $(shell c=$$(getconf _NPROCESSORS_ONLN); echo $$((c < 4 ? c : 4)))
# Browsers, servers and what is spoken mostly wait, and threads of a database and short silences let
# some fast test wait at any moment.
AT_ONCE := $(shell echo $$(($(CORES) + 2)))
# Python may keep what it has compiled, whatever the shell says: reading all tests anew takes longer
# than half of them.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(PY) -m pytest
PARTS := env -u PYTHONDONTWRITEBYTECODE $(PY) -m tests.machine.parts
# Of thousands of stories in real time one or two meet a bad moment of the machine. They are told, and
# more than five fail the run (docs/decisions/0031).
SECOND_TRIES := --reruns 1 --max-suite-reruns 5 --rerun-show-tracebacks
# What is read of the whole tree: its form, its words, its types, its layers.
TEXT := { .venv/bin/ruff format --check -q . && .venv/bin/ruff check -q . && .venv/bin/codespell -q 3 && \
	.venv/bin/pyrefly check --summary=none && .venv/bin/lint-imports; }
# Every import against the lists: the product's, then those of tests and bench.
IMPORTS := { .venv/bin/deptry . && .venv/bin/deptry . -e '\.venv|\.git|darasa_reflex|alembic' -i DEP002,DEP004 \
	-rf requirements.in,tests/load/pipecat/requirements.in; }

.PHONY: run dev build test check truth interviews browser pictures bench bench-pipecat faults mutations ticket models imports lock licences setup setup-dev python

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

# What reads the text runs beside the tests.
check: setup-dev
	@{ $(TEXT) && $(IMPORTS); } > .venv/check.log 2>&1 & text=$$!; \
	$(PARTS) $(AT_ONCE) -p no:rerunfailures; tests=$$?; \
	wait $$text || { cat .venv/check.log; exit 1; }; exit $$tests

# The pages are built while the tests are read: servers that start side by side would build them in
# one folder.
test: setup-dev imports
	@$(TEXT) > .venv/check.log 2>&1 & text=$$!; \
	$(PY) -m tests.machine.prepare || exit 1; \
	wait $$text || { cat .venv/check.log; exit 1; }; \
	$(PARTS) $(AT_ONCE) --beside "darasa_reflex build" -m "" --postgres $(SECOND_TRIES)

truth: setup-dev
	@$(PY) -m tests.evaluations.truth.table

interviews: setup-dev
	@$(PY) -m tests.evaluations.interviews.table

browser: setup-dev
	@$(PY) -m tests.machine.prepare
	@$(PYTEST) -m browser

# Every page in every state, light and dark, at two widths.
pictures: setup-dev
	@$(PY) -m tests.machine.prepare
	@DARASA_PICTURES="$(CURDIR)/reports/pictures" $(PYTEST) -m browser tests/browser/look/test_look.py
	@echo "The pictures are in reports/pictures."

bench: setup-dev
	@$(PY) -m tests.machine.prepare
	@$(PY) -m tests.load.bench

# Apart: it installs Pipecat the first time, and then speaks with both for five minutes.
bench-pipecat: setup-dev
	@$(PY) -m tests.machine.prepare
	@$(PY) -m tests.load.pipecat.pipecat_rows

# The lists of what we ask for (*.in) into locks of all that is installed. With extras, since pip 23
# takes one that is asked for and not locked for a package of its own.
LOCK := .venv/bin/uv pip compile -q --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-emit-index-url --custom-compile-command "make lock"

imports: setup-dev
	@$(IMPORTS) > .venv/deptry.log 2>&1 || { cat .venv/deptry.log; exit 1; }

lock: setup-dev
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -c requirements.txt -o requirements-dev.txt
	@$(LOCK) tests/load/pipecat/requirements.in -o tests/load/pipecat/requirements.txt

licences: setup-dev
	@$(PY) -m tests.project.licences

faults: setup-dev
	@$(PY) -m tests.machine.prepare
	@$(PY) -m tests.evaluations.faults.matrix

# Which test notices each fault of one line. WORDS="seats owners" chooses some.
mutations: setup-dev
	@$(PY) -m tests.mutations $(WORDS)

setup: python
	@"$(PYTHON)" darasa_reflex/commands/bootstrap.py requirements.txt

setup-dev: python
	@"$(PYTHON)" darasa_reflex/commands/bootstrap.py requirements-dev.txt

python:
	@[ -n "$(PYTHON)" ] || { echo "Darasa needs Python 3.11 or newer, and none was found. Install it, or name it: make run PYTHON=/path/to/python3"; exit 1; }
