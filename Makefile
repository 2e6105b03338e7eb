# make play, make test: both set up what they need in .venv. Python >= 3.11 with venv is all that must be there.
PYTHON = python3
SCENARIO =
HEADLESS = nws-stop
VENV = .venv
BIN = $(VENV)/bin

.PHONY: play test lint check prove clean

play: $(VENV)/installed
	@if [ -t 0 ] && [ -t 1 ]; then \
	  exec $(BIN)/drill play $(SCENARIO); \
	else \
	  scenario="$(SCENARIO)"; \
	  echo "No terminal here: running the drill $${scenario:-$(HEADLESS)} without screens (drill run)." >&2; \
	  exec $(BIN)/drill run "$${scenario:-$(HEADLESS)}"; \
	fi

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

# 1,000 seeds of every scenario, 100,000 charts against brute force, measurements: an hour, not part of the tests.
prove: $(VENV)/installed-dev
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "drill needs Python 3.11 or newer, with venv. Name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt hatchling editables
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-build-isolation -e '.[dev]'
	@touch $@
