#!/usr/bin/env python3
"""Checks that `tilsyn sources` names the export that is missing, and that adding it keeps the promise.

usage: diagnosis.py TILSYN

From the example's folder each of some exports is left out; the relation that it fills must be among the first that
verdicts wait for, and with the export back at least as many fewer are unverified as were said to wait for it alone.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from example import SMALL, generate

# What is left out, and a relation that only it fills.
LEFT_OUT = {
    "kitos/sekretariatet/globale-administratorer.json": "kitos.global_administrator",
    "kitos/sekretariatet/tvaergaaende.json": "kitos.active_in",
    "registers/approvals.yaml": "register.approval",
    "hr/employees.csv": "employees.email",
}
FIRST = 4


def sources(binary: str, folder: pathlib.Path) -> list:
    done = subprocess.run([binary, "sources", str(folder), "--as-of", "2026-11-20", "--format", "json"],
                          capture_output=True, check=False)
    return json.loads(done.stdout)["shortfalls"]


def unverified(binary: str, folder: pathlib.Path, result: pathlib.Path) -> int:
    subprocess.run([binary, "audit", str(folder), "--as-of", "2026-11-20", "--no-progress", "-f", f"json={result}"],
                   capture_output=True, check=False)
    document = json.loads(result.read_text(encoding="utf-8"))
    waiting = sum(finding["verdict"] == "unverified" for finding in document["findings"])
    return waiting + sum(entry["members"] for entry in document["scope"]["not_evaluated"])


def main(arguments: list) -> int:
    binary, failures = str(pathlib.Path(arguments[0]).resolve()), 0
    with tempfile.TemporaryDirectory() as place:
        folder = generate(pathlib.Path(place) / "whole", "--seed", "1", *SMALL)
        settings = (folder / "tilsyn.yaml").read_text(encoding="utf-8")
        # Nothing is announced: what is missing must be seen without it.
        (folder / "tilsyn.yaml").write_text(re.sub(r"(?s)\nexpect:.*?\nignore:", "\nignore:", settings), encoding="utf-8")
        whole = unverified(binary, folder, pathlib.Path(place) / "r.json")
        for path, relation in LEFT_OUT.items():
            kept = pathlib.Path(place) / "kept"
            shutil.move(folder / path, kept)
            table = folder / "kitos/forsyning/odata-users.json"
            users = table.read_bytes()
            if path.startswith("kitos/sekretariatet/globale"):
                # The table of one organisation shows global administrators too, of its own users.
                table.write_bytes(re.sub(rb'"IsGlobalAdmin":\s*(true|false)', b'"IsGlobalAdmin": null', users))
            named = sources(binary, folder)
            waiting = unverified(binary, folder, pathlib.Path(place) / "r.json")
            shutil.move(kept, folder / path)
            table.write_bytes(users)
            order = [shortfall["relations"] for shortfall in named]
            entry = next((shortfall for shortfall in named if relation in shortfall["relations"]), None)
            if entry is None or named.index(entry) >= FIRST:
                failures += 1
                print(f"FAILED without {path}: {relation} is not among the first of {order}")
            elif waiting - whole < min(entry["alone"], 1) or waiting - whole > sum(s["members"] for s in named):
                failures += 1
                print(f"FAILED without {path}: {entry['alone']} to {entry['members']} promised, {waiting - whole} decided")
            else:
                print(f"without {path}: {relation} is number {named.index(entry) + 1}, {entry['alone']} to "
                      f"{entry['members']} verdicts promised, {waiting - whole} decided")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
