#!/usr/bin/env python3
"""Keeps one file of an example and takes all others away: no audit passes for want of them.

usage: alone.py TILSYN [EXAMPLE …]

Each file of the examples (kommune, bedrift-no, altinn-policies) is judged alone, as its `tilsyn.yaml` says what it is and without
any configuration, and so is every folder of files. The whole example fails, and so must each part of it fail or not be
judged: what proves a right can be taken away, a right cannot be proved absent by what is not there. Ends in 1 where a part
passes.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies"]


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


def main(arguments: list) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 64
    tilsyn = str(pathlib.Path(arguments[0]).resolve())
    jobs, told = [], []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for name in arguments[1:] or EXAMPLES:
            example = ROOT / "examples" / name
            files = [path for path in sorted(example.rglob("*"))
                     if path.is_file() and path.name not in ("tilsyn.yaml", "planted.json", "README.md")]
            folders = sorted({path.parent for path in files} - {example})
            parts = [[file] for file in files] + [[file for file in files if folder in file.parents] for folder in folders]
            for part in parts:
                for yaml in {settings(example), ""}:
                    jobs.append((name, part, bool(yaml), pool.submit(judge, tilsyn, example, part, yaml)))
            told.append(f"{name} {len(files)} files and {len(folders)} folders")
        wrong = [(name, part, has, job.result()) for name, part, has, job in jobs if job.result() not in (1, 2)]
    for name, part, has, code in wrong:
        where = part[0].relative_to(ROOT)
        print(f"{where}{f' and {len(part) - 1} more' if len(part) > 1 else ''}: exit {code} alone"
              f"{', as its configuration has it' if has else ''}")
    print(f"alone: {', '.join(told)}; {len(jobs)} audits, {len(wrong)} passed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
