#!/usr/bin/env python3
"""Keeps a few files of an example and takes all others away: no audit passes for want of them.

usage: alone.py TILSYN [--subsets N] [--sample N] [--seed S] [EXAMPLE …]

Each file of the examples (kommune, bedrift-no, altinn-policies, larenett-no, universitet) is judged alone, as its `tilsyn.yaml`
says what it is and without any configuration, and so is every folder of files, and of each example N sets of 2 to 9 files drawn at random (the same for a
seed; without one each turn others, turn.py). With `--sample` so many of all these of each example are, in each turn others.

The whole example fails, and so must each part of it fail or not be judged: what proves a right can be taken away, a right cannot
be proved absent by what is not there. Ends in 1 where a part passes.
"""
import argparse
import concurrent.futures
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

from turn import drawn, turn

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies", "larenett-no", "universitet"]


def settings(example: pathlib.Path) -> str:
    """What the configuration says of files, without what it expects and goes without."""
    text = (example / "tilsyn.yaml").read_text() if (example / "tilsyn.yaml").exists() else ""
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", text)
    return "".join(block for block in blocks if not re.match(r"expect:|without:|policies:", block))


def judge(tilsyn: str, example: pathlib.Path, part: list, yaml: str) -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        for file in part:
            to = folder / file.relative_to(example)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, to)
        # Beside the exports, where its patterns are read from.
        if yaml:
            (folder / "tilsyn.yaml").write_text(yaml)
        done = subprocess.run([tilsyn, "audit", str(folder), "--as-of", "2026-11-20", "--no-progress", "-q", "--jobs", "1"],
                              capture_output=True, text=True, errors="replace")
        return done.returncode


def parts(files: list, folders: list, subsets: int, seed: int) -> list:
    """Each file alone, each folder alone, and some files drawn from all."""
    draw = random.Random(seed)
    drawn = [sorted(draw.sample(files, draw.randint(2, min(9, len(files) - 1)))) for _ in range(subsets)] if len(files) > 2 else []
    return [[file] for file in files] + [[file for file in files if folder in file.parents] for folder in folders] + drawn


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("examples", nargs="*", default=EXAMPLES)
    parser.add_argument("--subsets", type=int, default=20)
    parser.add_argument("--seed", type=int, default=turn())
    parser.add_argument("--sample", type=int)
    wish = parser.parse_args(arguments)
    tilsyn = str(pathlib.Path(wish.tilsyn).resolve())
    jobs, told = [], []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for name in wish.examples:
            example = ROOT / "examples" / name
            files = [path for path in sorted(example.rglob("*"))
                     if path.is_file() and path.name not in ("tilsyn.yaml", "planted.json", "README.md")]
            folders = sorted({path.parent for path in files} - {example})
            # With what the configuration says and without it.
            ways = [(part, yaml) for part in parts(files, folders, wish.subsets, wish.seed)
                    for yaml in dict.fromkeys([settings(example), ""])]
            for part, yaml in drawn(ways, wish.sample):
                jobs.append((name, part, bool(yaml), pool.submit(judge, tilsyn, example, part, yaml)))
            told.append(f"{name} {len(files)} files, {len(folders)} folders and {wish.subsets} sets of files, {len(ways)} ways")
        wrong = [(name, part, has, job.result()) for name, part, has, job in jobs if job.result() not in (1, 2)]
    for name, part, has, code in wrong:
        where = " ".join(str(file.relative_to(ROOT / "examples" / name)) for file in part[:9])
        print(f"{name}: {where}{f' and {len(part) - 9} more' if len(part) > 9 else ''}: exit {code} alone"
              f"{', as its configuration has it' if has else ''}")
    print(f"alone: {', '.join(told)}; {len(jobs)} audits, {len(wrong)} passed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
