# Needs git, make and Python 3.11 or newer; everything else is set up on the first call.

PYTHON ?= python3
UV ?= uv
ARGUMENTS ?=
# How many processes share the tests; a file's tests stay together, for they share an exhibit, and
# files keep their order, for the exhibit of tests/journeys stands until the end.  Many tests wait
# for programs of their own, those of tests/guard for minutes, so there are two processes more than
# there are cores.
WORKERS ?= $(shell nproc 2>/dev/null | awk '{ print ($$1 > 4 ? 6 : $$1 + 2) }')
IN_PARALLEL := --numprocesses $(or $(WORKERS),4) --dist loadfile --no-loadscope-reorder
# A test that hangs ends with where it hung, and its process with it; another one does the rest.
UNLESS_IT_HANGS := --override-ini faulthandler_timeout=600 \
	--override-ini faulthandler_exit_on_timeout=true

VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
IN_VENV := $(VENV)/.in-
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Without kept bytecode every process compiles the program anew, and tests start hundreds.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

# The ways to a screen that this session offers; none means drawing into files.
DISPLAYS := $(strip $(if $(WAYLAND_DISPLAY),wayland) $(if $(DISPLAY),x11))
NOTHING :=
SPACE := $(NOTHING) $(NOTHING)
READY_TO_TEST := $(IN_VENV)offscreen $(IN_VENV)project
READY_TO_RUN := $(IN_VENV)$(subst $(SPACE),+,$(or $(DISPLAYS),offscreen)) $(IN_VENV)project

# What the first call asks the system for, all at once.
run: PURPOSES := $(or $(DISPLAYS),offscreen)
test soak bench check pictures: PURPOSES := offscreen

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test soak bench check pictures lock wheel clean ALWAYS

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(READY_TO_RUN) ## open the exhibit fullscreen, or without a display draw every screen into build/screens
ifeq ($(DISPLAYS),)
	@echo "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set):"
	@echo "drawing every screen into build/screens/ instead of opening the exhibit."
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) main.py render --out build/screens $(ARGUMENTS)
else
	$(VENV_PYTHON) main.py $(ARGUMENTS)
endif

test: $(READY_TO_TEST) ## run all tests, without a display
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m pytest $(IN_PARALLEL) $(UNLESS_IT_HANGS) $(ARGUMENTS)

soak: $(READY_TO_TEST) ## run all tests, the long ones too
	QT_QPA_PLATFORM=offscreen SOAK=1 $(VENV_PYTHON) -m pytest $(IN_PARALLEL) --soak $(ARGUMENTS)

bench: $(READY_TO_TEST) ## measure speed and memory into build/bench.json
	@mkdir -p build
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m tests.bench $(ARGUMENTS)

check: $(READY_TO_TEST) ## say what is wrong with the content
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) main.py check content $(ARGUMENTS)

pictures: $(READY_TO_TEST) ## draw the pictures of README and the guides anew
	QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m tests.docs.guide_pictures $(ARGUMENTS)

lock: ## write requirements.lock again (needs uv; ARGUMENTS=--upgrade takes newer releases)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header --extra dev --extra media --output-file requirements.lock \
	    $(ARGUMENTS) pyproject.toml

wheel: $(IN_VENV)project ## build dist/*.whl, with the assets and the content inside
	$(VENV_PYTHON) -m hatchling build --target wheel --directory dist

clean: ## remove everything that was made
	rm -rf $(VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. Each step ends with a stamp, because a folder that exists may be half made, and a
# second call then has nothing to do.

# Moving to a newer system takes the interpreter away that .venv points to.
$(IN_VENV)place: $(if $(shell test -x $(VENV_PYTHON) || echo gone),ALWAYS)
	@for python in $(PYTHON) python3.13 python3.12 python3.11; do \
	    if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "Making $(VENV) with $$($$python --version)"; \
	        $$python -m kiosk.system_libraries --install-or-explain environment $(PURPOSES) || exit 1; \
	        $$python -m venv --clear $(VENV) && touch $@; \
	        exit; \
	    fi; \
	done; \
	echo "The exhibit needs Python 3.11 or newer, and $(PYTHON) is" \
	    "$$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
	echo "Install one and name it: make $(or $(MAKECMDGOALS),help) PYTHON=python3.12" >&2; \
	exit 1

# The purposes stand in the stamp's name: .in-x11, or .in-wayland+x11.
$(IN_VENV)%: $(IN_VENV)place kiosk/system_libraries.py
	@$(VENV_PYTHON) -m kiosk.system_libraries --install-or-explain $(subst +, ,$*)
	@touch $@

$(IN_VENV)project: $(IN_VENV)place requirements.lock pyproject.toml
	@echo "Installing the locked dependencies into $(VENV) (once, about 190 MB)"
	@$(VENV_PYTHON) -m pip install --quiet --require-hashes --requirement requirements.lock
	@$(VENV_PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

ALWAYS:
