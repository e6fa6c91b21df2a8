# The two commands of the README, and what a developer needs beside them.
#   make site     builds the program and the example site (Content/ into Output/)
#   make test     runs every test
#   make bench    prints kbgen against its peers
#   make install  PREFIX=/usr/local

PREFIX ?= /usr/local
SWIFT ?= swift
# One binary that runs on a machine without Swift. Modules are optimised as one, since small functions of one are the inner loops of another.
STATIC = --static-swift-stdlib -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s \
	-Xswiftc -cross-module-optimization -Xswiftc -enforce-exclusivity=unchecked --experimental-lto-mode full
RELEASE = $(SWIFT) build -c release --product kbgen $(STATIC)
KBGEN = .build/release/kbgen
SHARED ?= ../shared
VENV = .venv

.PHONY: all site test test-swift test-commands test-browser test-client bench install clean packages test-packages program

all: site

site: program
	$(KBGEN) build .

program: packages
	$(RELEASE)

packages:
	@.ci/packages libcmark-dev libyaml-dev

test: program test-swift test-commands test-client test-browser

test-swift: packages
	$(SWIFT) test --scratch-path .build-test

test-commands: program test-packages
	KBGEN=$(abspath $(KBGEN)) python3 -m unittest discover -s Tests/CommandLine -t Tests/CommandLine

test-client: test-packages
	@if ls Tests/Client/*.test.js >/dev/null 2>&1; then node --test Tests/Client/; else echo 'no client modules with tests'; fi

test-browser: program test-packages $(VENV)/.ready
	KBGEN=$(abspath $(KBGEN)) $(VENV)/bin/python -m unittest discover -s Tests/Browser -t Tests/Browser

test-packages:
	@.ci/packages curl python3 python3-venv nodejs chromium fonts-noto-core default-jre-headless

$(VENV)/.ready: Tests/Browser/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet -r $<
	touch $@

bench: program $(VENV)/.ready
	$(SWIFT) build -c release --product dialect-benchmark $(STATIC)
	@.ci/bench $(abspath $(KBGEN)) $(SHARED)

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
	rm -rf .build .build-test $(VENV)
