"""Doubles what a file unfolds to, until a limit stops it: time and memory must not grow faster than the size.

What is measured is a benchmark's business and not a test's; so a step counts only where it took long enough to be measured,
three times if need be, and may take three times as long as the one before it.
"""
import os

from bounded import SECONDS, name, place, run

LARGEST = 256 << 20
# Of less than this nothing is concluded from a reader that says of twice as much the same as before: it may have said it of
# the beginning alone, with time that only shows in a large file.
TELLING = 1 << 16
LONG = 1.0
LARGE = 200 << 10  # KiB
FACTOR = 3.0
# What takes the square of the size by what it asks, or in a library that somebody else keeps: what is bounded is the steps, which
# are counted as squares, and there is a stop. Twice the size may take four times as long until then.
SQUARE = 5.0
SQUARED = {
    "md-delimiters": "cmark begins each line of a table anew",
    "html-attributes": "libxml2 compares each attribute of an element with those before it",
    "values of one attribute": "as many values are compared with as many matches",
    "questions of many attributes": "each of as many answers repeats the attributes",
    "rules": "as many requests are decided by as many rules",
    "rules with conditions": "as many requests are decided by as many rules",
    "alternatives of one rule": "as many requests are decided by as many matches",
    "values that conditions name": "each attribute may be compared with each value",
    "patterns: on the command line": "swift-argument-parser looks at each word once for each before it",
}


def is_square(dimension: str) -> bool:
    """XPath asks what is as large as it likes."""
    return dimension.startswith("XPath, ") or dimension in SQUARED


def bytes_in(folder) -> int:
    """The bytes of the files in a folder; names that are too long for a call are left out."""
    total, pending = 0, [str(folder)]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue
    return total


def measure(tilsyn: str, make, size: int):
    with place() as folder:
        return run([tilsyn, *make(folder, size)])


def is_slower(before, done, factor: float) -> bool:
    return done.seconds > LONG and before.seconds > 0.2 and done.seconds > factor * before.seconds


def grow(tilsyn: str, what: str, make, log=print, is_squared=False) -> str | None:
    """Why a dimension is not bounded; `None` when it is. Twice as much may take four times as long where `is_squared`."""
    before, said_before = None, ""
    for power in range(0, 25):
        with place() as folder:
            words = make(folder, 1 << power)
            size = bytes_in(folder)
            done = run([tilsyn, *words])
            said = done.text.replace(str(folder), "")
        told = f"{what}: {1 << power}: {name(done.code)}, {done.seconds:.1f} s, {done.kibibytes >> 10} MiB"
        if done.code == 64 and "more than" in said:
            log(f"{told}, refused: {said.strip().splitlines()[0][:160]}")
            return None
        if done.is_crash or done.code not in (0, 1, 2, 3):
            return f"{told}; {done.err[:300]!r}"
        if before is not None:
            factor = SQUARE if is_squared else FACTOR
            if is_slower(before, done, factor):
                # The machine may have been busy meanwhile.
                before, done = (min([one, *(measure(tilsyn, make, size) for _ in range(2))], key=lambda run: run.seconds)
                                for one, size in ((before, 1 << power - 1), (done, 1 << power)))
            if is_slower(before, done, factor):
                return f"{told}; half of it took {before.seconds:.1f} s"
            if done.kibibytes > LARGE and done.kibibytes > FACTOR * before.kibibytes:
                return f"{told}; half of it took {before.kibibytes >> 10} MiB"
        if "limit" in done.text and before is not None and "limit" in before.text:
            log(f"{told}, stopped by a limit")
            return None
        # A reader that says the same of twice as much, and counts nothing, no longer looks at it.
        if words[0] == "sources" and done.code == 2 and 1 << power >= TELLING and said == said_before:
            log(f"{told}, refused: {said.strip().splitlines()[-1][:160]}")
            return None
        # Twice of that would come near the end.
        if size > LARGEST or done.seconds > SECONDS / 3:
            log(f"{told}, as long as the input: {size >> 20} MiB")
            return None if done.seconds < SECONDS else told
        before, said_before = done, said
    log(f"{told}, no longer")
    return None
