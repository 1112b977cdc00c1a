# make demo · make test · make lint · make bench · make bench-register · make bench-decisions · make fuzz · make sanitize · make hostile · make soak · make screenshots · make install · make release; each but the last does its own set-up.
SWIFT ?= swift
# One configuration for everything: what the tests run is what users run, and nothing is built twice. Tests look into
# targets with @testable, which a release build only allows when it is told to.
CONFIGURATION ?= release
FLAGS = -c $(CONFIGURATION) -Xswiftc -enable-testing
BUILD = $(SWIFT) build $(FLAGS)
TILSYN = .build/$(CONFIGURATION)/tilsyn
SOAK ?= 100000
# How many files, columns and records of each example are left out or added, one at a time, to see that no verdict gets
# better, and no certain finding is lost. Each turn takes others, and so do other checks that have many things to try: a turn is
# the number of commits, and TILSYN_TURN=… repeats one. `make soak` tries all.
REMOVALS ?= 9

# Where `make install` puts things, and the folder that stands for / while a package is made.
PREFIX ?= /usr/local
DESTDIR ?=

RELEASE ?= dist

.PHONY: release help setup build install uninstall demo test lint bench bench-register bench-decisions fuzz sanitize hostile soak screenshots clean

help:
	@echo 'make demo   build, audit the example municipality, show the report and its exit code'
	@echo 'make test   run every test'
	@echo 'make lint   swift format lint --strict'
	@echo 'make bench  measure the rights benchmark'
	@echo 'make bench-register    measure the roles of a whole country'
	@echo 'make bench-decisions   count XACML decisions a second'
	@echo 'make fuzz   feed every reader and the decision point documents and mutations of them, under sanitizers'
	@echo 'make sanitize  run every test and the hostile files under sanitizers (THREADS=1: of threads)'
	@echo 'make hostile  run hostile files with a gibibyte of address space and 20 s of the processor each'
	@echo 'make screenshots  pictures of the report, into .build/screenshots'
	@echo 'make install  put what was built, policies, manual and completions below PREFIX=$(PREFIX); make uninstall takes them away'
	@echo 'make release  make a static program with the policies in it, a Debian package and the rest of a release, into $(RELEASE)'
	@echo 'make soak   run $(SOAK) random programs against the reference evaluator'

setup:
	@scripts/setup.sh

build: setup
	@scripts/commit.sh
	@$(BUILD) --product tilsyn

# What was built is installed, and nothing is built: who may write there need not be who builds.
install:
	@scripts/install.sh $(TILSYN) "$(PREFIX)" "$(DESTDIR)"

# Of what is committed, in a tree of its own.
release: setup
	@scripts/release.sh "$(RELEASE)"
	@python3 -B Tests/Scripts/release.py "$(RELEASE)"

uninstall:
	@scripts/install.sh --remove "$(PREFIX)" "$(DESTDIR)"

demo: build
	@scripts/demo.sh $(TILSYN)

test: setup
	@scripts/commit.sh
	@$(BUILD) --build-tests
	@python3 -m unittest discover -q -s Tests/Scripts
	@python3 Tests/Scripts/checks.py $(TILSYN) --sample $(REMOVALS)
	@$(SWIFT) test $(FLAGS) --skip-build --disable-xctest

lint:
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

bench: setup
	@$(SWIFT) build -c release --product tilsyn --scratch-path .build/bench
	@scripts/bench.sh .build/bench/release/tilsyn

bench-register: setup
	@$(SWIFT) build -c release --product tilsyn --scratch-path .build/bench
	@scripts/bench-register.sh .build/bench/release/tilsyn

# Of a policy and a request of one's own: POLICY=… REQUEST=….
POLICY ?= Fuzz/Corpus/rolePolicy.xml
REQUEST ?= Fuzz/Corpus/roleRequest.xml
bench-decisions: setup
	@$(SWIFT) build -c release --package-path Benchmarks/decisions --scratch-path .build/bench-decisions --product decisions
	@.build/bench-decisions/release/decisions $(POLICY) $(REQUEST)

# Reads, writes and leaks of all code are checked, and what C and C++ leave undefined. (Swift traps by itself.)
UNDEFINED = -fsanitize=undefined -fno-sanitize=vptr,function -fno-sanitize-recover=undefined
SANITIZE = --sanitize=address $(addprefix -Xcc ,$(UNDEFINED))

# The programs reach what the package keeps to itself, as tests do.
# The compiler of Swift heeds the last -sanitize alone, of the two that --sanitize twice gives it; so both in one word.
fuzz: setup
	@$(SWIFT) build --package-path Fuzz -c release --scratch-path .build/fuzz --sanitize=fuzzer $(SANITIZE) \
		-Xswiftc -enable-testing \
		-Xswiftc -sanitize=fuzzer,address
	@python3 -B scripts/fuzz.py .build/fuzz/release

sanitize: setup
	@scripts/commit.sh
	@$(BUILD) --build-tests --scratch-path .build/sanitize$(if $(THREADS),-threads) $(if $(THREADS),--sanitize=thread,$(SANITIZE))
	@scripts/sanitize.sh .build/sanitize$(if $(THREADS),-threads) $(CONFIGURATION) $(FLAGS)

hostile: build
	@python3 -B Tests/Scripts/hostile $(TILSYN)
	@python3 -B Tests/Scripts/hostile $(TILSYN) --growth

screenshots: build
	@python3 -B scripts/screenshots.py $(TILSYN)

soak: setup
	@$(BUILD) --build-tests
	@TILSYN_SOAK=$(SOAK) $(SWIFT) test $(FLAGS) --skip-build --disable-xctest --filter 'DifferentialTests|PropertyTests|WantOfExportsTests|EchoTests'
	@python3 Tests/Scripts/checks.py $(TILSYN) --complete

clean:
	@rm -rf .build
