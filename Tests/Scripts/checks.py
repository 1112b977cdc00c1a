#!/usr/bin/env python3
"""Runs the checks of the built program that are written in Python, as many at a time as there are cores.

usage: checks.py TILSYN [--sample N] [--complete]

Each prints what it tried when it is done; its time is told, its own and that of the processor. `--sample` is how many of what has
many are tried, each turn others (turn.py; the turn is told, and how it is tried again), a third as many as removals and additions of
an example that take long; `--complete` tries all. Ends in 1 where one of them failed.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time

from turn import VARIABLE, turn

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE.parent / "Cases"


def checks(tilsyn: str, sample: int, complete: bool) -> list:
    """The longest first, so that the last to end is a short one."""
    some = [] if complete else ["--sample", str(sample)]
    few = [] if complete else ["--sample", str(max(1, sample // 3))]
    seed = ["--seed", str(turn())]
    whole = ["--complete"] if complete else []
    one = ["--jobs", "1"]
    return [
        ["acceptance.py", tilsyn, *some, *one],
        ["cases.py", tilsyn],
        ["cases_less.py", tilsyn, *([str(CASES / area) for area in ("dfo-gateway", "duties", "integrations")] if complete else [])],
        ["less.py", tilsyn, "--example", "bedrift-no", *few, *seed, *one],
        ["less.py", tilsyn, "--example", "kommune", *few, *seed, *one],
        ["less.py", tilsyn, "--example", "larenett-no", *few, *seed, *one],
        ["less.py", tilsyn, "--example", "universitet", *few, *seed, *one],
        ["alone.py", tilsyn, *(["--subsets", "300"] if complete else ["--subsets", "8", "--sample", "24"])],
        ["planted.py", tilsyn, *some],
        ["page.py", tilsyn],
        ["formats.py", tilsyn],
        ["identity.py", tilsyn, *([] if complete else ["--sample", "12"])],
        ["more.py", tilsyn, *few, *seed, *one],
        ["canary.py", tilsyn, *whole],
        ["secret_places.py", tilsyn],
        ["less.py", tilsyn, "--example", "altinn-policies", *some, *seed, *one],
        ["forms.py", tilsyn, "--check"],
        ["days.py", tilsyn],
        ["diagnosis.py", tilsyn],
        ["moved.py", tilsyn, *whole],
        ["zipped.py", tilsyn, "--sample", "30" if complete else "1"],
        ["spoken.py", tilsyn],
        ["pull_request.py", tilsyn, *few],
        ["baseline_less.py", tilsyn, *([] if complete else ["--sample", str(max(1, sample // 4))])],
        ["waived.py", tilsyn],
        ["dispositions_add_up.py", tilsyn],
        ["baseline_same.py", tilsyn, *some],
        ["diff.py", tilsyn, *([] if complete else ["--sample", str(sample)])],
        ["installed.py", tilsyn],
        ["evidence.py", tilsyn, *whole],
        ["pipelines.py", tilsyn],
        ["kills.py", tilsyn, *(["--kills", "200"] if complete else [])],
    ]


def run(words: list) -> tuple[int, float, str]:
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-B", str(HERE / words[0]), *words[1:]], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, text=True, errors="replace")
    told = process.stdout.read().rstrip()
    # Of this process and of all it waited for.
    _, status, used = os.wait4(process.pid, 0)
    code = process.returncode = os.waitstatus_to_exitcode(status)
    busy = used.ru_utime + used.ru_stime
    end = "" if code == 0 else f", exit {code}"
    name = " ".join([words[0], *(words[3:4] if "--example" in words else [])])
    return code, busy, f"{told}\n-- {name}: {time.monotonic() - start:.0f} s, {busy:.0f} s of the processor{end}"


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--complete", action="store_true")
    wish = parser.parse_args(arguments)
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())
    failed, total = 0, 0.0
    os.environ[VARIABLE] = str(turn())
    print(f"turn {turn()}: {VARIABLE}={turn()} tries the same again", flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for done in concurrent.futures.as_completed(
                [pool.submit(run, words) for words in checks(tilsyn, wish.sample, wish.complete)]):
            code, busy, told = done.result()
            failed, total = failed + (code != 0), total + busy
            print(told, flush=True)
    said = f"{failed} checks failed" if failed else "all checks passed"
    print(f"{said}, {total:.0f} s of the processor", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
