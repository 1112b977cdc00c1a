#!/usr/bin/env bash
# The rights benchmark: tilsyn and, where it is installed, DuckDB on the same data, in turn. Prints wall seconds and peak
# memory of each run and the medians. N, RUNS and DATA can be set; the generators come from TILSYN_SHARED/bench.
set -euo pipefail
tilsyn=$1
shared=${TILSYN_SHARED:-../shared}
rows=${N:-1000000}
runs=${RUNS:-5}
data=${DATA:-.build/bench-data/rights-$rows}

if [ ! -e "$shared/bench/generate_rights.py" ]; then
  echo "bench: no generator at $shared/bench/generate_rights.py" >&2
  echo "help: set TILSYN_SHARED to the folder that holds bench/" >&2
  exit 1
fi
if [ ! -e "$data.done" ]; then
  echo "generating $rows grants in $data"
  mkdir -p "$data"
  python3 "$shared/bench/generate_rights.py" "$rows" "$data"
  touch "$data.done"
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

measure() { python3 scripts/measure.py run "$out/$1" "${@:2}"; }

has_duckdb=false
python3 -c 'import duckdb' 2>/dev/null && has_duckdb=true
for _ in $(seq "$runs"); do
  measure tilsyn-rows "$tilsyn" audit "$data" --config Benchmarks/rights/tilsyn.yaml --policies Benchmarks/rights \
    --no-progress -q -f "rows=$out/rows.tsv"
  if $has_duckdb; then
    measure duckdb-2 python3 "$shared/bench/rights_duckdb.py" "$data" jsonl "$out/duckdb" 2
  fi
  measure tilsyn-json "$tilsyn" audit "$data" --config Benchmarks/rights/tilsyn.yaml --policies Benchmarks/rights \
    --no-progress -q -f "json=$out/result.json"
done

echo
echo "medians of $runs, $rows grants"
python3 scripts/measure.py medians "$out"/tilsyn-rows "$out"/duckdb-2 "$out"/tilsyn-json
$has_duckdb || echo "duckdb is not installed for python3 (pip install duckdb), so it was not measured"
echo
echo "findings by policy and verdict"
cut -f1,2 "$out/rows.tsv" | sort | uniq -c
