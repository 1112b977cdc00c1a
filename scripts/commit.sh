#!/bin/sh
# Writes the commit of the working tree, with `-dirty` where something is not committed, to the header that the program
# takes it from. Touches nothing while it is the same, so that nothing is built again.
set -eu
cd "$(dirname "$0")/.."
header=Sources/CBuild/commit.h
commit=$(git describe --always --abbrev=40 --exclude='*' --dirty 2>/dev/null || echo unknown)
line="#define TILSYN_COMMIT \"$commit\""
if [ "$(cat "$header" 2>/dev/null || true)" != "$line" ]; then
  echo "$line" > "$header"
  touch Sources/CBuild/build.c
fi
