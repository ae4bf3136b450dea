# Two commands are all that is needed: `make decks` and `make test`. Both set up what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: decks test lint types tests bench clean

decks: .make/run
	$(BIN)/quizgen build seeds/ --out decks --name seeds --key separate
	$(BIN)/quizgen pdf seeds/ -o decks/seeds-cards.pdf --layout flashcards

test: lint types tests

lint: .make/test
	$(BIN)/ruff check .

types: .make/test
	$(BIN)/mypy

tests: .make/test
	$(BIN)/python -m pytest

bench: .make/test
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) .make build *.egg-info

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

.make/run: setup.cfg pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@mkdir -p .make && touch $@

.make/test: setup.cfg pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@mkdir -p .make && touch .make/run $@
