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

# measure NAME COMMAND…: wall seconds and peak memory (MiB) of one run, appended to NAME's list.
measure() {
  local name=$1
  shift
  python3 - "$out/$name" "$@" <<'PY'
import os, resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL).returncode
wall = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
name = os.path.basename(sys.argv[1])
print(f"{name:14} {wall:7.2f} s  {peak:7.0f} MiB  exit {code}", flush=True)
open(sys.argv[1], "a").write(f"{wall} {peak}\n")
sys.exit(0 if code in (0, 1) else code)
PY
}


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
for list in "$out"/tilsyn-rows "$out"/duckdb-2 "$out"/tilsyn-json; do
  [ -e "$list" ] && python3 - "$list" <<'PY'
import os, statistics, sys
runs = [tuple(map(float, line.split())) for line in open(sys.argv[1])]
wall, peak = (statistics.median(column) for column in zip(*runs))
print(f"{os.path.basename(sys.argv[1]):14} {wall:7.2f} s  {peak:7.0f} MiB")
PY
done
$has_duckdb || echo "duckdb is not installed for python3 (pip install duckdb), so it was not measured"
echo
echo "findings by policy and verdict"
cut -f1,2 "$out/rows.tsv" | sort | uniq -c
