"""Which of many are tried this time, where not all are: others each time, and all of them in some times.

A turn is the number of commits, of a clone without its history the day; `TILSYN_TURN` repeats one.
"""
import os
import pathlib
import random
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
VARIABLE = "TILSYN_TURN"


def turn() -> int:
    told = os.environ.get(VARIABLE, "")
    return int(told) if told.isdigit() else commits() or int(time.time() // 86400)


def commits() -> int | None:
    """How many commits there are, where that can be said."""
    def asked(*words: str) -> str:
        try:
            return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False).stdout.strip()
        except OSError:
            return ""

    count = asked("rev-list", "--count", "HEAD")
    return int(count) if count.isdigit() and asked("rev-parse", "--is-shallow-repository") == "false" else None


def drawn(some: list, count: int | None, at: int | None = None) -> list:
    """So many of them in their order, all without a count. A turn goes on where the one before ended, through one shuffled row."""
    if count is None or count >= len(some):
        return list(some)
    row = list(range(len(some)))
    random.Random(len(some)).shuffle(row)
    start = (turn() if at is None else at) * count
    return [some[index] for index in sorted(row[(start + step) % len(row)] for step in range(count))]


def spread(some: list, kind, count: int | None, at: int | None = None) -> list:
    """Of each kind, as `kind(one)` tells it, so many, in their order."""
    kinds: dict = {}
    for index, one in enumerate(some):
        kinds.setdefault(kind(one), []).append(index)
    return [some[index] for index in sorted(index for alike in kinds.values() for index in drawn(alike, count, at))]
