#!/bin/sh
# A step of a pull request: fails on what it adds, and says what it fixes. Configuration, policies and waivers are those of the
# branch that it goes to, so that no change can excuse itself.
#
# usage: pull-request.sh BASE EXPORTS REPORT
#   BASE     the branch or commit that the change goes to, as origin/main
#   EXPORTS  the folder of exports, from the root of the repository
#   REPORT   a folder for comment.md, result.json, result.sarif and junit.xml
#
# A file ci/tilsyn.yaml and a file waivers.yaml of the base are used where they are there; CONFIG and WAIVERS name others, from the
# root of the repository. Ends as `tilsyn audit` does: 0 nothing new, 1 something new, 2 could not judge.
set -eu
[ $# -eq 3 ] || { echo "usage: pull-request.sh BASE EXPORTS REPORT" >&2; exit 64; }
base=$1 exports=$2 report=$3
tilsyn=${TILSYN:-tilsyn}
root=$(git rev-parse --show-toplevel)
mkdir -p "$report"
report=$(cd "$report" && pwd)
work=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$work/base" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

git -C "$root" worktree add --quiet --detach "$work/base" "$base"
config=$work/base/${CONFIG:-ci/tilsyn.yaml}
[ -f "$config" ] || config=none
waivers=$work/base/${WAIVERS:-waivers.yaml}
day=$(date +%F)

# What the branch has. Its exit code is no matter here: what it could not judge is not known, and counts as new.
(cd "$work/base" && "$tilsyn" audit "$exports" --config "$config" --as-of "$day" -q --no-progress -f json="$work/base.json") || true
[ -f "$work/base.json" ] || { echo "pull-request: \`$base\` could not be judged, so nothing is known to be old" >&2; exit 2; }

set -- "$exports" --config "$config" --as-of "$day" --no-progress --baseline "$work/base.json" --new-only \
  -f text -f markdown="$report/comment.md" -f json="$report/result.json" -f sarif="$report/result.sarif" \
  -f junit="$report/junit.xml"
[ ! -f "$waivers" ] || set -- "$@" --waivers "$waivers"
cd "$root"
code=0
"$tilsyn" audit "$@" || code=$?
exit "$code"
