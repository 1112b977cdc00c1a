#!/usr/bin/env python3
"""Audits the Norwegian examples, compares what is found with what was planted, and leaves parts of each out.

usage: planted.py TILSYN [--sample N]

Each folder is written anew and must be the committed one, byte for byte. Then every file, and a sample of the records, is
left out by itself: no verdict may get better for it. Ends in 1 where anything differs.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from check_findings import differences
from results import Result

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Folder, generator, and documents that say who is who: without one the same people have other names in the findings.
EXAMPLES = [("altinn-policies", "altinn_policies.py", []), ("bedrift-no", "bedrift_no.py", ["fjordvik/parter.json"])]


def check(tilsyn: str, name: str, generator: str, naming: list, sample: int) -> list:
    example, lines = ROOT / "examples" / name, []
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        subprocess.run([sys.executable, "-B", str(ROOT / "examples/generate" / generator), str(scratch / "new")], check=True)
        written = {path.relative_to(scratch / "new") for path in (scratch / "new").rglob("*") if path.is_file()}
        by_hand = {pathlib.Path("README.md"), pathlib.Path("tilsyn.yaml")} - written
        committed = {path.relative_to(example) for path in example.rglob("*") if path.is_file()} - by_hand
        for path in sorted(written | committed):
            if path not in written or path not in committed or (
                    (example / path).read_bytes() != (scratch / "new" / path).read_bytes()):
                lines.append(f"not as the generator writes it: examples/{name}/{path}")
        result = scratch / "result.json"
        run = subprocess.run([tilsyn, "audit", str(example), "--as-of", "2026-11-20", "-q", "-f", f"json={result}"],
                             capture_output=True, text=True)
        planted = json.loads((example / "planted.json").read_text(encoding="utf-8"))
        if run.returncode != planted["exit"]:
            lines.append(f"exit: planted {planted['exit']}, found {run.returncode}: {run.stderr}")
        lines += differences(Result(str(result)), planted)
    kept = [part for path in naming for part in ["--keep", path]]
    less = subprocess.run(
        [sys.executable, "-B", str(ROOT / "Tests/Scripts/remove_one.py"), "run", str(example), "--sample", str(sample), *kept,
         "--", tilsyn, "audit", "{folder}", "--as-of", "2026-11-20", "-q", "-f", "json={result}"],
        capture_output=True, text=True)
    last = less.stdout.strip().splitlines()[-1:] or [less.stderr.strip()]
    print(f"{name}, less of it: {last[0]}")
    return lines + (less.stdout.strip().splitlines() if less.returncode != 0 else [])


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int, default=60)
    wish = parser.parse_args(arguments)
    lines = [line for example in EXAMPLES for line in check(wish.tilsyn, *example, wish.sample)]
    for line in lines:
        print(line)
    print(f"{len(lines)} differences" if lines else "Norwegian examples: the findings are exactly the planted ones")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
