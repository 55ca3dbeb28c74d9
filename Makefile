# Two commands do all: `make site` builds the site, `make test` runs every check.
# Each installs what it needs on a fresh Debian machine with Swift 6.3.

SITEGEN = swift run -c release --quiet sitegen

.PHONY: site test lint unit up-to-date browser screenshots

site:
	scripts/install.sh build
	$(SITEGEN)

test: lint unit up-to-date browser

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

unit:
	scripts/install.sh build
	swift test

# What is committed in public/ is what the committed content generates.
up-to-date:
	scripts/install.sh build
	scripts/public-is-up-to-date.sh

browser:
	scripts/install.sh browser
	.venv/bin/python -m pytest -q Tests/Browser

screenshots:
	scripts/install.sh browser
	.venv/bin/python Tests/Browser/screenshots.py docs/pictures
