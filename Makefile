# Short names for those who develop here. `manage.py` does the work and sets up what it needs.
.DEFAULT_GOAL := help
PYTHON ?= python3

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

up: ## Run the newsroom as readers and editors get it, on PORT (8000)
	$(PYTHON) manage.py up

run: ## Run it while developing: reloads on change, shows errors
	DEBUG=1 DEMO=1 $(PYTHON) manage.py migrate -v0
	DEBUG=1 DEMO=1 $(PYTHON) manage.py createcachetable
	DEBUG=1 DEMO=1 $(PYTHON) manage.py worker & trap "kill $$!" EXIT; DEBUG=1 DEMO=1 $(PYTHON) manage.py runserver

test: ## Every check, on SQLite and PostgreSQL; what a change must pass
	$(PYTHON) manage.py test

check: ## The quick part: lint and the tests that need no browser
	$(PYTHON) manage.py test -q -n 2 -m "not browser" -x
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

format: ## Put the code into its form
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: ## Measure, each figure beside its bound
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.run

bench-full: ## The same with a million stories
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.run --full

bench-desk: ## Measure the desk: autosaves, the story screen, fifty editors at once, lists and search
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.desk_figures

bench-times: ## Measure whether stories come at their minute: alone, a thousand at once, with killed workers, after an embargo
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.times

bench-checks: ## Measure the checks of a story, hostile patterns, and whether stories come at their minute, all beside the bounds
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.checks_figures

bench-newsletter: ## Measure a newsletter: speed, twenty killed workers, the weight of an issue, a crowd of sign-ups
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.newsletter

bench-pages: ## Measure pages with Lighthouse, as a phone gets them
	DEMO=1 $(PYTHON) manage.py check
	.venv/bin/python -m bench.pages

lock: ## Resolve the requirements anew, with hashes (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q -U requirements.in -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q -U -c requirements.txt requirements-dev.in -o requirements-dev.txt

.PHONY: help up run test check format bench bench-full bench-desk bench-times bench-checks bench-newsletter bench-pages lock
