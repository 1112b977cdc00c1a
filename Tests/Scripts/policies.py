#!/usr/bin/env python3
"""Audits the example of Altinn policies, compares what is found with what was planted, and leaves each policy out once.

usage: policies.py TILSYN

The folder is written anew and must be the committed one, byte for byte. Ends in 1 where anything differs.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from check_findings import differences
from results import Result

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "altinn-policies"


def main(arguments: list) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 64
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        generator = ROOT / "examples" / "generate" / "altinn_policies.py"
        subprocess.run([sys.executable, "-B", str(generator), str(scratch / "new")], check=True)
        for path in sorted((scratch / "new").rglob("*")):
            committed = EXAMPLE / path.relative_to(scratch / "new")
            if path.is_file() and (not committed.exists() or committed.read_bytes() != path.read_bytes()):
                lines.append(f"not as committed: {committed.relative_to(ROOT)}")
        rows = scratch / "rows"
        run = subprocess.run(
            [arguments[0], "audit", str(EXAMPLE), "--as-of", "2026-11-20", "-q", "-f", f"rows={rows}"],
            capture_output=True, text=True)
        planted = json.loads((EXAMPLE / "planted.json").read_text(encoding="utf-8"))
        if run.returncode != planted["exit"]:
            lines.append(f"exit: planted {planted['exit']}, found {run.returncode}: {run.stderr}")
        lines += differences(Result(str(rows)), planted)
    less = subprocess.run(
        [sys.executable, "-B", str(ROOT / "Tests/Scripts/remove_one.py"), "run", str(EXAMPLE), "--",
         arguments[0], "audit", "{folder}", "--as-of", "2026-11-20", "-q", "-f", "json={result}"],
        capture_output=True, text=True)
    print(f"less of it: {less.stdout.strip().splitlines()[-1]}")
    if less.returncode != 0:
        lines += less.stdout.strip().splitlines()
    for line in lines:
        print(line)
    print(f"{len(lines)} differences" if lines else "Altinn policies: the findings are exactly the planted ones")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
