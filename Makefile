# Paths here are relative, so that the folder's name may hold spaces: run make in this folder, or with `make -C`.
python := .venv/bin/python
selection := -m "not long"

# Silences a banner about a MkDocs 2 that this project does not use; the README says more.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site show serve check test test-all screenshots audit bench lock clean site-environment dev-environment test-tools

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

site: site-environment ## build the whole site into site/ (a fresh machine needs only Python)
	@$(python) -m mkdocs build --strict
	@echo "The site is ready in $$PWD/site/. To look at it: make show"

show: site-environment ## show the finished site at http://127.0.0.1:8000/, as it was built
	@echo "Open http://127.0.0.1:8000/ in a browser; stop with Ctrl-C."
	@$(python) -m http.server --bind 127.0.0.1 --directory site 8000

serve: site-environment ## show the site at http://127.0.0.1:8000/, built again after every change
	@$(python) -m mkdocs serve

check: dev-environment ## the quick checks: the code's style and types, the content and how it is typed
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy
	@.venv/bin/toolkits check
	@.venv/bin/toolkits fmt --check

test: dev-environment test-tools ## every test but the long ones (installs what is missing: a browser, Node.js, Java)
	@$(python) -m ruff check .
	@$(python) -m ruff format --check .
	@$(python) -m mypy
	@TOOLKITS_BROWSER="$$(cat .make/browser)" $(python) -m pytest -n 2 --dist worksteal $(selection)

test-all: selection :=
test-all: test ## the same with the long tests

screenshots: dev-environment test-tools ## pictures of each kind of page, wide, narrow, dark and printed, into screenshots/
	@$(python) -m mkdocs build --strict
	@TOOLKITS_BROWSER="$$(cat .make/browser)" $(python) scripts/screenshots.py

audit: dev-environment test-tools ## Lighthouse over each kind of page (installs it first: about 190 MB)
	@sh scripts/audit-tools.sh
	@$(python) -m mkdocs build --strict
	@TOOLKITS_BROWSER="$$(cat .make/browser)" $(python) scripts/audit.py

bench: dev-environment ## how long builds take beside plain MkDocs, into benchmarks/RESULTS.md (about 10 minutes)
	@ROWS="$(ROWS)" TIMES="$(TIMES)" $(python) benchmarks/run.py

lock: ## renew the lock files to the newest versions allowed (with KEEP=1: only what must change)
	@sh scripts/lock.sh

clean: ## remove everything that make has made, the environment included
	rm -rf .venv .make site .site.* .bench screenshots tests/node_modules test-results build *.egg-info
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .cache

site-environment:
	@sh scripts/environment.sh site

dev-environment:
	@sh scripts/environment.sh dev

test-tools: dev-environment
	@sh scripts/test-tools.sh
