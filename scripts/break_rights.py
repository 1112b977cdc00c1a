#!/usr/bin/env python3
"""Makes a value of every so many records of the rights benchmark unusable, so that each leaves a hole.

usage: break_rights.py DATA OUT [EVERY]

Copies the JSON lines of DATA to OUT; in every EVERYth record of each list (3,333 unless told: 51 of 100,000 grants and what
goes with them, 505 of a million) one value, each column in its turn, becomes a list, which no column takes. Prints the number.
"""
import json
import pathlib
import sys


def main(data: str, out: str, every: int = 3333) -> None:
    pathlib.Path(out).mkdir(parents=True, exist_ok=True)
    broken = 0
    for source in sorted(pathlib.Path(data).glob("*.jsonl")):
        with open(source) as lines, open(pathlib.Path(out) / source.name, "w") as target:
            for number, line in enumerate(lines, 1):
                if number % every == 0:
                    record = json.loads(line)
                    record[list(record)[number // every % len(record)]] = []
                    line = json.dumps(record, separators=(",", ":")) + "\n"
                    broken += 1
                target.write(line)
    print(broken)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
