#!/usr/bin/env bash
# The register benchmark: the roles of a whole country, judged by tilsyn and, where it is installed, questioned by DuckDB, in
# turn. Prints wall seconds and peak memory of each run and the medians. N, RUNS and DATA can be set; the generator and the
# questions come from TILSYN_SHARED/bench.
set -euo pipefail
tilsyn=$1
shared=${TILSYN_SHARED:-../shared}
units=${N:-1100000}
runs=${RUNS:-5}
data=${DATA:-.build/bench-data/register-$units.json.gz}

if [ ! -e "$shared/bench/generate_er.py" ]; then
  echo "bench-register: no generator at $shared/bench/generate_er.py" >&2
  echo "help: set TILSYN_SHARED to the folder that holds bench/" >&2
  exit 1
fi
if [ ! -e "$data" ]; then
  echo "generating the roles of $units units in $data"
  mkdir -p "$(dirname "$data")"
  python3 "$shared/bench/generate_er.py" "$units" "$data.part.gz"
  mv "$data.part.gz" "$data"
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
measure() { python3 scripts/measure.py run "$out/$1" "${@:2}"; }

has_duckdb=false
python3 -c 'import duckdb' 2>/dev/null && has_duckdb=true
for _ in $(seq "$runs"); do
  measure tilsyn "$tilsyn" audit "$data" --no-progress -q -f "rows=$out/rows.tsv"
  if $has_duckdb; then
    measure duckdb-2 python3 "$shared/bench/er_duckdb.py" "$data" "$out/duckdb" 2
  fi
done

echo
echo "medians of $runs, $units units"
python3 scripts/measure.py medians "$out"/tilsyn "$out"/duckdb-2
$has_duckdb || echo "duckdb is not installed for python3 (pip install duckdb), so it was not measured"
echo
echo "findings by policy and verdict"
cut -f1,2 "$out/rows.tsv" | sort | uniq -c
