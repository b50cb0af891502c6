# Everything is one command; what it needs is fetched on first use (scripts/setup.sh), which takes some minutes.
SHELL := /bin/bash
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/ocop-tools
export PATH := $(TOOLS)/bin:$(PATH)
PORT ?= 8080

.PHONY: help serve build decisions single-file release test bench lint screenshots clean
.DEFAULT_GOAL := help

help:
	@echo 'make serve         build the page and serve it on this machine (PORT=8080)'
	@echo 'make build         build the page into dist/'
	@echo 'make single-file   build it as one file, dist/ocop.html'
	@echo 'make release       folder as an archive, one file, and their sums, in release/'
	@echo 'make decisions     the page with the invented decision of tests/decisions as well, built quickly, and serve it'
	@echo 'make test          check everything: format, lints, docs, tests, the page in three browsers'
	@echo 'make lint          the first part of it: format, lints, docs'
	@echo 'make bench         measure the page and the rating against their budgets'
	@echo 'make screenshots   pictures of every page into screenshots/ (ONLY=result: some)'
	@echo 'make clean         remove what was built'

serve: build
	@node scripts/serve.mjs dist $(PORT)

build:
	@scripts/setup.sh build
	@echo '==> building the page (release): dist/'
	@scripts/build.sh

decisions:
	@scripts/setup.sh build
	@echo '==> building the page with a second decision: target/decisions/page/'
	@scripts/build.sh decisions
	@node scripts/serve.mjs target/decisions/page $(PORT)

single-file: build
	@node scripts/single-file.mjs dist

release: single-file
	@scripts/release.sh

test:
	@scripts/test.sh

lint:
	@scripts/setup.sh build
	@scripts/test.sh lint

bench:
	@scripts/bench.sh

screenshots: build
	@scripts/setup.sh browser
	@echo '==> pictures of every page: screenshots/'
	@ONLY=$(ONLY) cargo test --quiet --test screenshots

clean:
	cargo clean
	rm -rf dist screenshots release
