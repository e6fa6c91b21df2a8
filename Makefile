# The two commands of the README, and what a developer needs beside them.
#   make site       builds the program and the example site (Content/ into Output/)
#   make check      format, lint, debug build and the unit tests of what you changed: a minute or two
#   make test       every test but those that take minutes
#   make test-long  those that take minutes
#   make fuzz       random bytes for what reads strangers' files (SECONDS=60 for each part)
#   make format     formats the Swift code
#   make train      learns to read articles from labelled ones, and prints how well it reads those that it did not see (needs ../shared)
#   make bench      prints kbgen against its peers
#   make dist       packages the program into dist/: an archive, a Debian package, an image
#   make install    PREFIX=/usr/local

PREFIX ?= /usr/local
SWIFT ?= swift
# One binary that runs on a machine without Swift. Modules are optimised as one, because small functions of one are the inner loops of another.
# Exclusive access is checked by the debug builds that the unit tests run on.
STATIC = --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s \
	-Xswiftc -cross-module-optimization -Xswiftc -enforce-exclusivity=unchecked --experimental-lto-mode full
RELEASE = $(SWIFT) build -c release --product kbgen $(STATIC)
KBGEN = .build/release/kbgen
# The unit tests' own build. A module that imports what Package.swift does not declare, or that warns, does not build.
DEBUG = --scratch-path .build-test --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors
SHARED ?= ../shared
VENV = .venv
SWIFT_CODE = Package.swift Sources Tests
SIDE_BY_SIDE = KBGEN=$(abspath $(KBGEN)) $(VENV)/bin/python Tests/side_by_side.py

.PHONY: all site check lint format test test-long test-swift test-repository test-commands test-browser test-client train bench fuzz dist install clean packages \
	test-packages program

all: site

site: program
	$(KBGEN) build .

program: packages
	$(RELEASE)

packages:
	@.ci/packages libcmark-dev libyaml-dev

train: program $(VENV)/.trainer
	KBGEN=$(abspath $(KBGEN)) TREES=$(abspath $(SHARED)/trees) $(VENV)/bin/python Tests/Guides/train.py --weights Sources/CGuideModel/weights.bin

$(VENV)/.trainer: Tests/Guides/requirements.txt
	@.ci/packages python3-venv
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet -r $<
	touch $@

check: lint packages
	@.ci/check $(SWIFT) $(DEBUG)

lint:
	@.ci/packages nodejs python3
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_CODE)
	@.ci/lint-client
	python3 -m unittest discover -s Tests/Repository

format:
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_CODE)

test: lint program test-swift test-client test-commands test-browser

test-swift: packages
	$(SWIFT) test $(DEBUG)

test-client: test-packages
	node --test Tests/Client/

test-commands: program test-packages $(VENV)/.ready
	$(SIDE_BY_SIDE) Tests/CommandLine

test-browser: program test-packages $(VENV)/.ready
	$(SIDE_BY_SIDE) Tests/Browser

# Whatever the tests skip without this variable: hundreds of edits and kills, every page of every repository.
test-long: export KBGEN_LONG = 1
test-long: program test-packages $(VENV)/.ready
	$(SWIFT) test $(DEBUG) --filter 'Tests[.]Long'
	$(SIDE_BY_SIDE) Tests/CommandLine test_incremental test_bad_input test_guides test_search test_corpora test_growth
	$(SIDE_BY_SIDE) Tests/Browser test_validity test_every_page test_troubleshooting

test-packages:
	@.ci/packages curl nginx-light python3 python3-venv nodejs chromium fonts-noto-core default-jre-headless valgrind pandoc

$(VENV)/.ready: Tests/Browser/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet -r $<
	touch $@

# Random bytes for the parts of kbgen that read what strangers wrote, each for SECONDS.
SECONDS ?= 60
fuzz: packages
	@SWIFT=$(SWIFT) .ci/fuzz $(SECONDS)

bench: program $(VENV)/.ready
	$(SWIFT) build -c release --product dialect-benchmark $(STATIC)
	@.ci/bench $(abspath $(KBGEN)) $(SHARED)

# Packages for those who do not build the program: see .ci/dist.
dist: program
	@.ci/packages python3 dpkg
	@.ci/dist $(abspath $(KBGEN)) dist

install: program
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(KBGEN) $(DESTDIR)$(PREFIX)/bin/kbgen
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(KBGEN) man >$(DESTDIR)$(PREFIX)/share/man/man1/kbgen.1
	$(KBGEN) --generate-completion-script bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/kbgen
	$(KBGEN) --generate-completion-script zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kbgen
	$(KBGEN) --generate-completion-script fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kbgen.fish

clean:
	rm -rf .build .build-test dist $(VENV)
