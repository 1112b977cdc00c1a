#!/usr/bin/env python3
"""Measures commands for the benchmarks.

usage: measure.py run LIST COMMAND…      one run: wall seconds and peak memory (MiB), printed and appended to LIST
       measure.py medians LIST…          the medians of each list that is there
"""
import os
import resource
import statistics
import subprocess
import sys
import time


def run(path: str, command: list) -> int:
    start = time.perf_counter()
    code = subprocess.run(command, stdout=subprocess.DEVNULL).returncode
    wall = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{os.path.basename(path):14} {wall:7.2f} s  {peak:7.0f} MiB  exit {code}", flush=True)
    with open(path, "a", encoding="utf-8") as out:
        out.write(f"{wall} {peak}\n")
    return 0 if code in (0, 1) else code


def medians(paths: list) -> int:
    for path in paths:
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as rows:
            walls, peaks = zip(*[map(float, row.split()) for row in rows])
        print(f"{os.path.basename(path):14} {statistics.median(walls):7.2f} s  {statistics.median(peaks):7.0f} MiB")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("run", "medians"):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(run(sys.argv[2], sys.argv[3:]) if sys.argv[1] == "run" else medians(sys.argv[2:]))
