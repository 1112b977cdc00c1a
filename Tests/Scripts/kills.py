#!/usr/bin/env python3
"""Ends audits at random moments, and sees what they leave behind.

usage: kills.py TILSYN [--kills N] [--seed N]

N times for each way to write: a signal, a limit on the size of files, or a reader that goes away; half of them while an output
is being written. Under a final name there is what was there before, nothing, or all of the new file; another name is left
by SIGKILL alone; and the code says what happened. Ends in 1 where that is not so.
"""
import argparse
import collections
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from unpacked import unpacked

ROOT = pathlib.Path(__file__).resolve().parents[2]
AUDIT = ["audit", str(ROOT / "examples/altinn-policies"), "--as-of", "2026-11-20", "--no-progress"]
WAYS = {
    "text": ["-f", "text=out/report.txt"], "json": ["-f", "json=out/result.json"], "rows": ["-f", "rows=out/findings.tsv"],
    "for programs": ["-f", "sarif=out/result.sarif", "-f", "junit=out/junit.xml", "-f", "markdown=out/report.md",
                     "-f", "oscal=out/assessment-results.json"],
    "workbook": ["-f", "xlsx=out/report.xlsx"],
    "folder": ["-o", "out"], "two and standard output": ["-f", "json=out/result.json", "-f", "rows=out/findings.tsv", "-f", "text"],
}
SIGNALS = [signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGUSR1, signal.SIGKILL]
# A limit on the size of files, and a reader that goes away, end it as these signals do.
ENDS = [*SIGNALS, "XFSZ", "PIPE"]
KEY = "pseudonym.key"
OLD = b"what was there before\n"


class Try:
    """One audit in a folder of its own, and what is wrong with how it ended."""

    def __init__(self, tilsyn: str, way: list, whole: dict, scratch: pathlib.Path, chance: random.Random):
        self.words, self.whole, self.chance = [tilsyn, *AUDIT, *way], whole, chance
        self.scratch = scratch
        shutil.rmtree(scratch, ignore_errors=True)
        (scratch / "out").mkdir(parents=True)
        self.has_old = chance.random() < 0.5
        # A key that lies there already is used, and stays.
        for name in (name for name in whole if self.has_old and name != KEY):
            (scratch / "out" / name).write_bytes(OLD)

    def start(self, **options) -> subprocess.Popen:
        return subprocess.Popen(self.words, cwd=self.scratch, stdin=subprocess.DEVNULL, **options)

    def wait_for_writing(self, process: subprocess.Popen) -> None:
        while process.poll() is None and not any(name.endswith(".part") for name in os.listdir(self.scratch / "out")):
            time.sleep(0.0005)

    def left(self, may_leave: bool) -> list:
        """What is wrong with the folder."""
        wrong = []
        for path in sorted((self.scratch / "out").iterdir()):
            if path.name not in self.whole:
                if not may_leave:
                    wrong.append(f"left {path.name}")
            elif path.name == KEY:
                if len(path.read_bytes()) != len(self.whole[KEY]):
                    wrong.append(f"{KEY} is not whole")
            elif path.read_bytes() not in {self.whole[path.name], *([OLD] if self.has_old else [])}:
                wrong.append(f"{path.name} is neither the old file nor the whole new one")
        return wrong

    def by_signal(self, number: signal.Signals, duration: float) -> list:
        quiet = subprocess.DEVNULL
        process = self.start(stdout=quiet, stderr=quiet)
        if self.chance.random() < 0.5:
            self.wait_for_writing(process)
            time.sleep(self.chance.random() * 0.01)
        else:
            time.sleep(self.chance.random() * duration)
        process.send_signal(number)
        code = process.wait()
        wrong = self.left(may_leave=number == signal.SIGKILL)
        # Before the program has begun it ends as any other.
        if code not in {1, 128 + number, -number} or code == -number and number != signal.SIGKILL and self.is_written():
            wrong.append(f"exit {code}")
        return [f"{number.name}: {line}" for line in wrong]

    def is_written(self) -> bool:
        return any((self.scratch / "out" / name).exists() for name in self.whole) and not self.has_old

    def by_limit(self) -> list:
        limit = int(self.chance.random() * 1.2 * max(map(len, self.whole.values())))
        process = self.start(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        _, errors = process.communicate()
        wrong = self.left(may_leave=False)
        fits = all(len(content) <= limit for content in self.whole.values())
        # The parts of a workbook stand unpacked in temporary files, which are larger than it.
        parts = max((len(unpacked(content)) for content in self.whole.values() if content.startswith(b"PK")), default=0)
        codes = {2} if not fits else {1} if parts <= limit else {1, 2}
        if process.returncode not in codes or process.returncode == 2 and b"cannot write" not in errors:
            wrong.append(f"exit {process.returncode}")
        return [f"limit of {limit} bytes: {line}" for line in wrong]

    def by_reader(self) -> list:
        process = self.start(stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        process.stdout.read(self.chance.choice([0, 1, 100]))
        process.stdout.close()
        code = process.wait()
        return [f"reader: {line}" for line in self.left(may_leave=False) + (
            [] if code in {1, -signal.SIGPIPE} else [f"exit {code}"])]


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args(arguments)
    tilsyn, chance = str(pathlib.Path(wish.tilsyn).resolve()), random.Random(wish.seed)
    wrong, counts = [], collections.Counter()
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place) / "run"
        for way, flags in WAYS.items():
            alone = Try(tilsyn, flags, {}, scratch, chance)
            start = time.monotonic()
            first = alone.start(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            _, errors = first.communicate()
            duration = time.monotonic() - start
            whole = {path.name: path.read_bytes() for path in (scratch / "out").iterdir()}
            # Nothing can be said of early ends where an audit that nobody ends writes nothing.
            if first.returncode != 1 or not whole or not all(whole.values()):
                sys.exit(f"{way}: left alone, exit {first.returncode}, {len(whole)} files: "
                         + errors.decode(errors="replace")[-600:])
            for number in range(wish.kills):
                one = Try(tilsyn, flags, whole, scratch, chance)
                # In turns, so that each way to write meets each end equally often.
                end = ENDS[number % len(ENDS)]
                found = one.by_limit() if end == "XFSZ" else one.by_reader() if end == "PIPE" else one.by_signal(end, duration)
                counts[end if isinstance(end, str) else end.name[3:]] += 1
                wrong += [f"{way}: {line}" for line in found]
    for line in wrong:
        print(line)
    print(f"kills.py: {len(WAYS)} ways to write, {wish.kills} early ends each: "
          + ", ".join(f"{count} {end}" for end, count in sorted(counts.items())) + f"; {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
