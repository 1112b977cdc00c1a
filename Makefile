# make demo · make test · make lint · make bench · make soak; each does its own set-up.
SWIFT ?= swift
# One configuration for everything: what the tests run is what users run, and nothing is built twice.
CONFIGURATION ?= release
BUILD = $(SWIFT) build -c $(CONFIGURATION)
TILSYN = .build/$(CONFIGURATION)/tilsyn
SOAK ?= 100000

.PHONY: help setup build demo test lint bench soak clean

help:
	@echo 'make demo   build, audit the example municipality, show the report and its exit code'
	@echo 'make test   run every test'
	@echo 'make lint   swift format lint --strict'
	@echo 'make bench  measure the rights benchmark'
	@echo 'make soak   run $(SOAK) random programs against the reference evaluator'

setup:
	@scripts/setup.sh

build: setup
	@$(BUILD) --product tilsyn

demo: build
	@scripts/demo.sh $(TILSYN)

test: setup
	@$(BUILD) --build-tests
	@$(SWIFT) test -c $(CONFIGURATION) --skip-build --disable-xctest

lint:
	@$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

bench: build
	@scripts/bench.sh $(TILSYN)

soak: setup
	@$(BUILD) --build-tests
	@TILSYN_SOAK=$(SOAK) $(SWIFT) test -c $(CONFIGURATION) --skip-build --disable-xctest --filter Random

clean:
	@rm -rf .build
