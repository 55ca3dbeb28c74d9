# Two commands do all: `make site` builds the site, `make test` runs every check.
# Each installs what it needs on a fresh Debian machine with Swift 6.3.

PYTEST = .venv/bin/python -m pytest --quiet
PARALLEL = --numprocesses=2 --dist=loadgroup

.PHONY: site test lint unit up-to-date command browser hosting release bench fuzz pictures

site:
	scripts/install.sh build
	swift run -c release --quiet sitegen

test: lint unit up-to-date command browser hosting

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

unit:
	scripts/install.sh build
	swift test

# What is committed in public/ is what the committed content generates.
up-to-date:
	scripts/install.sh build
	scripts/public-is-up-to-date.sh

# The command as users run it, and the files that it makes.
command:
	scripts/install.sh build
	scripts/install.sh site-tests
	swift build
	$(PYTEST) $(PARALLEL) Tests/Command Tests/Site

# The committed site, the search on a thousand sample reports and the preview, in a real browser.
browser:
	scripts/install.sh build
	scripts/install.sh site-tests
	swift build
	$(PYTEST) $(PARALLEL) Tests/Browser

# The committed site behind a web server and in an object store, as docs/hosting.md says.
hosting:
	scripts/install.sh site-tests
	scripts/install.sh hosting-tests
	$(PYTEST) Tests/Hosting

# The program for sites of many reports: a seventh less time, and three times as long in the making.
release:
	scripts/install.sh build
	scripts/install.sh release
	scripts/release.sh

# Many reports, beside the same pages by Hugo: make bench REPORTS=10000 ROUNDS=1
REPORTS = 1000
ROUNDS = 3
bench: release
	scripts/install.sh bench
	.venv-bench/bin/python scripts/bench/bench.py --reports $(REPORTS) --rounds $(ROUNDS)

# Feeds every loader with so many inputs made up by libFuzzer.
RUNS = 1000000
fuzz:
	scripts/install.sh build
	scripts/fuzz.sh $(RUNS)

# The READMEs' pictures.
pictures:
	scripts/install.sh build
	scripts/install.sh site-tests
	swift build
	.venv/bin/python scripts/pictures.py
