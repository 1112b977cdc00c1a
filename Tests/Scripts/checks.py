#!/usr/bin/env python3
"""Runs the checks of the built program that are written in Python, as many at a time as there are cores.

usage: checks.py TILSYN [--sample N] [--complete]

Each prints what it tried when it is done; its time is told. `--sample` is how many planted things are tried, and thrice as
many as removals and additions of each example; `--complete` tries all. Ends in 1 where one of them failed.
"""
import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent


def checks(tilsyn: str, sample: int, complete: bool) -> list:
    """The longest first, so that the last to end is a short one."""
    some = [] if complete else ["--sample", str(sample)]
    few = [] if complete else ["--sample", str(sample // 3)]
    one = ["--jobs", "1"]
    return [
        ["acceptance.py", tilsyn, *some, *one],
        ["less.py", tilsyn, "--example", "bedrift-no", *few, *one],
        ["less.py", tilsyn, "--example", "kommune", *few, *one],
        ["less.py", tilsyn, "--example", "larenett-no", *few, *one],
        ["planted.py", tilsyn, "--sample", str(sample)],
        ["more.py", tilsyn, *few, *one],
        ["canary.py", tilsyn],
        ["identity.py", tilsyn],
        ["cases.py", tilsyn],
        ["less.py", tilsyn, "--example", "altinn-policies", *some, *one],
        ["alone.py", tilsyn, "--subsets", "300" if complete else "8"],
        ["page.py", tilsyn],
        ["formats.py", tilsyn],
        ["forms.py", tilsyn, "--check"],
        ["diagnosis.py", tilsyn],
        ["moved.py", tilsyn],
        ["zipped.py", tilsyn, "--sample", "30" if complete else "2"],
        ["spoken.py", tilsyn],
        ["installed.py", tilsyn],
        ["kills.py", tilsyn, "--kills", "200" if complete else "12"],
    ]


def run(words: list) -> tuple[int, str]:
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-B", str(HERE / words[0]), *words[1:]], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    told = done.stdout.rstrip()
    end = "" if done.returncode == 0 else f", exit {done.returncode}"
    return done.returncode, f"{told}\n-- {words[0]}: {time.monotonic() - start:.0f} s{end}"


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--complete", action="store_true")
    wish = parser.parse_args(arguments)
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for done in concurrent.futures.as_completed(
                [pool.submit(run, words) for words in checks(tilsyn, wish.sample, wish.complete)]):
            code, told = done.result()
            failed += code != 0
            print(told, flush=True)
    print(f"{failed} checks failed" if failed else "all checks passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
