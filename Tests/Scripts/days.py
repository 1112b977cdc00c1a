#!/usr/bin/env python3
"""Runs the examples of the shipped policies as of other days: they hold whenever they are run.

usage: days.py TILSYN

An example that names a day where it means one relative to the day judged comes out as expected until that day, and not after it.
"""
import datetime
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Next month, next year, and a day that only some years have, behind all that is planned in the sources.
AHEAD = [37, 400]
LEAP_DAY = "2032-02-29"


def main(arguments: list) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 64
    today = datetime.datetime.now(datetime.timezone.utc).date()
    days = [(today + datetime.timedelta(days=count)).isoformat() for count in AHEAD] + [LEAP_DAY]
    failed = 0
    for day in days:
        run = subprocess.run([arguments[0], "policy", "test", str(ROOT / "policies"), "--as-of", day], capture_output=True, text=True)
        if run.returncode != 0:
            failed += 1
            print(f"as of {day}:\n{run.stdout}{run.stderr}")
    print(f"examples as of other days: {len(days)} days, {failed} of them not as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
