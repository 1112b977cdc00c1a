#!/usr/bin/env bash
# Audits the fictitious municipality and shows the report and its exit code. Ends in 0 whenever the audit judged.
set -uo pipefail
tilsyn=$1
"$tilsyn" audit examples/kommune --as-of 2026-11-20 --no-progress
code=$?
case $code in
  0) meaning="judged and passed" ;;
  1) meaning="judged, and the gate failed: that is what the example is made to show" ;;
  2) meaning="something could not be judged" ;;
  *) printf '\nthe audit ended with code %s\n' "$code" >&2; exit "$code" ;;
esac
printf '\nexit code of the audit: %s (%s)\n' "$code" "$meaning"
printf "\n'tilsyn' above is %s\n" "$tilsyn"
