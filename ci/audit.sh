#!/bin/sh
# A step of a pipeline: judges the exports in a folder under a configuration of the pipeline's own, never under one that came
# with the exports. Ends as `tilsyn audit` does: 0 passed, 1 the gate failed, 2 could not judge.
#
# usage: audit.sh EXPORTS REPORT
set -eu
here=$(dirname "$0")
exec "${TILSYN:-tilsyn}" audit "$1" --config "$here/tilsyn.yaml" -o "$2"
