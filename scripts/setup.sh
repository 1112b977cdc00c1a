#!/usr/bin/env bash
# Installs the system packages that building and testing need, where they are missing. Fast and silent where none is.
set -euo pipefail

say() { printf 'setup: %s\n' "$*" >&2; }
header() { [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]; }
command_exists() { command -v "$1" >/dev/null 2>&1; }

if ! command_exists swift; then
  say "no Swift toolchain on the PATH"
  say "help: install Swift 6.1 or later from https://www.swift.org/install/linux/ and run the same command again"
  exit 1
fi

needed=()
command_exists g++ || needed+=(g++)
command_exists python3 || needed+=(python3)
header simdjson.h || needed+=(libsimdjson-dev)
header re2/re2.h || needed+=(libre2-dev)
header zip.h || needed+=(libzip-dev)
header xlsxwriter.h || needed+=(libxlsxwriter-dev)
header zlib.h || needed+=(zlib1g-dev)
header cmark-gfm-core-extensions.h || needed+=(libcmark-gfm-dev libcmark-gfm-extensions-dev)
header idn2.h || needed+=(libidn2-dev)
header utf8proc.h || needed+=(libutf8proc-dev)
header libxml2/libxml/parser.h || needed+=(libxml2-dev)

# A validator for the published JSON Schema. Without it the tests check results by their structure and say so.
wanted=()
if ! command_exists python3 || ! python3 -c 'import jsonschema; jsonschema.Draft202012Validator' >/dev/null 2>&1; then
  wanted+=(python3-jsonschema)
fi

# A checker of pages of the manual.
command_exists mandoc || command_exists groff || wanted+=(mandoc)

[ ${#needed[@]} -eq 0 ] && [ ${#wanted[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if command_exists sudo; then as_root=(sudo); else as_root=(false); fi
fi

install() {
  command_exists apt-get || return 1
  [ "${as_root[0]:-}" != false ] || return 1
  DEBIAN_FRONTEND=noninteractive ${as_root[@]+"${as_root[@]}"} apt-get install -y --no-install-recommends "$@" >&2
}
refresh() {
  command_exists apt-get && [ "${as_root[0]:-}" != false ] && ${as_root[@]+"${as_root[@]}"} apt-get update >&2
}

if [ ${#needed[@]} -gt 0 ]; then
  say "installing ${needed[*]}"
  if ! install "${needed[@]}" 2>/dev/null && ! { refresh && install "${needed[@]}"; }; then
    say "could not install: ${needed[*]}"
    if ! command_exists apt-get; then
      say "help: this machine has no apt-get; install simdjson, RE2, libzip, libxlsxwriter, zlib, cmark-gfm, libidn2, utf8proc and libxml2 with their headers, g++ and python3 by hand"
    elif [ "${as_root[0]:-}" = false ]; then
      say "help: run as root, or install sudo: apt-get install ${needed[*]}"
    else
      say "help: look at the messages of apt-get above, then run: apt-get install ${needed[*]}"
    fi
    exit 1
  fi
fi

if [ ${#wanted[@]} -gt 0 ] && [ ! -e .build/setup-without-validator ]; then
  say "installing ${wanted[*]}"
  if ! install "${wanted[@]}" >/dev/null 2>&1 && ! { refresh && install "${wanted[@]}"; } >/dev/null 2>&1; then
    say "went on without ${wanted[*]}: what they check is then checked by structure only"
    mkdir -p .build && touch .build/setup-without-validator
  fi
fi
