# Two commands do all: `make site` builds the site, `make test` runs every check.
# Each installs what it needs on a fresh Debian machine with Swift 6.3.

PYTEST = .venv/bin/python -m pytest --quiet

.PHONY: site test lint unit up-to-date command browser pictures fuzz

site:
	scripts/install.sh build
	swift run -c release --quiet sitegen

test: lint unit up-to-date command browser

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
	$(PYTEST) Tests/Command Tests/Site

# The committed site in a real browser.
browser:
	scripts/install.sh site-tests
	$(PYTEST) --numprocesses=2 Tests/Browser

# Feeds every loader with so many inputs made up by libFuzzer.
RUNS = 1000000
fuzz:
	scripts/install.sh build
	scripts/fuzz.sh $(RUNS)

# The READMEs' pictures.
pictures:
	scripts/install.sh site-tests
	.venv/bin/python scripts/pictures.py
