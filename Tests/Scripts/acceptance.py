#!/usr/bin/env python3
"""Runs the built `tilsyn` over the example municipality and others, and has everything checked by the programs here.

usage: acceptance.py TILSYN [--only findings|proofs|removals] [--sample N] [--jobs J]

findings: the audits of the committed example, of another seed and of small municipalities find exactly what was
          planted, in `rows` and in `json`, and end in the planted exit code
proofs:   `tilsyn why` on one fail and one unverified of each policy, and all evidence of the result, stand in the files
removals: a small municipality without any one file or record never looks better; nor does the committed one without
          any one file or one of 40 records (`--sample N`: N removals of each, all files first)
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import check_findings
import check_leaves
import remove_one
from example import COMMITTED, SMALL, generate
from raw_exports import Folder
from results import Result

AS_OF = ["--as-of", "2026-11-20"]


class Acceptance:
    def __init__(self, binary: str, scratch: pathlib.Path):
        self.binary, self.scratch, self.failures = str(pathlib.Path(binary).resolve()), scratch, 0

    def fail(self, what: str, lines: list) -> None:
        self.failures += 1
        print(f"FAILED {what}")
        for line in lines[:40]:
            print(f"  {line}")
        if len(lines) > 40:
            print(f"  … {len(lines) - 40} more")

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([self.binary, *arguments], capture_output=True, check=False)

    def audit(self, folder: pathlib.Path) -> tuple[int, Result, Result]:
        rows, document = self.scratch / "result.rows", self.scratch / "result.json"
        done = self.run("audit", str(folder), *AS_OF, "-f", f"rows={rows}", "-f", f"json={document}", "--no-progress")
        if not rows.exists() or not document.exists():
            raise SystemExit(f"the audit wrote no result: {done.stderr.decode(errors='replace')}")
        return done.returncode, Result(str(rows)), Result(str(document))

    def findings(self) -> None:
        places = [("the committed example", COMMITTED)]
        for name, arguments in [("seed 2", ["--seed", "2"]), ("seed 3", ["--seed", "3"]), ("small, seed 3", ["--seed", "3", *SMALL]),
                                ("small with faults, seed 4", ["--seed", "4", "--faults", *SMALL]),
                                ("small with faults, seed 5", ["--seed", "5", "--faults", *SMALL])]:
            places.append((name, generate(self.scratch / name.replace(" ", "-").replace(",", ""), *arguments)))
        for name, folder in places:
            planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
            code, rows, document = self.audit(folder)
            lines = check_findings.differences(rows, planted) + check_findings.differences(document, planted)
            if code != planted["exit"]:
                lines.append(f"exit code {code}, planted {planted['exit']}")
            if sorted(rows.findings) != sorted(document.findings):
                lines.append("rows and json differ")
            if lines:
                self.fail(f"findings of {name}", lines)
            else:
                print(f"{name}: {len(rows.findings)} findings, exactly the planted ones")

    def proofs(self) -> None:
        _, _, document = self.audit(COMMITTED)
        checker = check_leaves.Checker(Folder(str(COMMITTED)))
        evidence = check_leaves.leaves(document.document["findings"], [])
        self.check(checker, "evidence of all findings", evidence, needs_leaf=True)
        chosen: dict = {}
        for policy, verdict, _, _, fingerprint in document.findings:
            chosen.setdefault((policy, verdict), fingerprint)
        for (policy, verdict), fingerprint in sorted(chosen.items()):
            done = self.run("why", fingerprint, str(COMMITTED), *AS_OF, "--format", "json")
            try:
                proof = json.loads(done.stdout)
            except ValueError:
                self.fail(f"why {policy} {verdict}", [f"exit {done.returncode}", done.stderr.decode(errors="replace")])
                continue
            # What is only possible may rest on holes alone.
            self.check(checker, f"why {policy} {verdict}", check_leaves.leaves(proof, []), verdict == "fail")

    def check(self, checker: check_leaves.Checker, what: str, found: list, needs_leaf: bool) -> None:
        lines = [] if found or not needs_leaf else ["no leaf"]
        for leaf in found:
            try:
                checker.check(leaf)
            except check_leaves.Wrong as error:
                lines.append(f"{leaf['path']}:{leaf['line']} {leaf.get('pointer')}: {leaf['fact']}: {error}")
        if lines:
            self.fail(what, lines)
        else:
            print(f"{what}: {len(found)} leaves stand in the export")

    def removals(self, sample: int | None, jobs: int) -> None:
        command = [self.binary, "audit", "{folder}", *AS_OF, "-f", "json={result}", "--no-progress"]
        small = generate(self.scratch / "removals", "--seed", "1", *SMALL)
        large_sample = len(remove_one.files(COMMITTED)) + 40
        for name, folder, count in [("a small municipality", small, sample),
                                    ("the committed example", COMMITTED, min(sample or large_sample, large_sample))]:
            print(f"less of {name}:")
            if remove_one.run(folder, command, count, 1, jobs):
                self.failures += 1
                print("FAILED removals")


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--only", choices=["findings", "proofs", "removals"], action="append")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    wish = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        acceptance = Acceptance(wish.binary, pathlib.Path(place))
        parts = wish.only or ["findings", "proofs", "removals"]
        if "findings" in parts:
            acceptance.findings()
        if "proofs" in parts:
            acceptance.proofs()
        if "removals" in parts:
            acceptance.removals(wish.sample, wish.jobs)
        print("all as planted" if acceptance.failures == 0 else f"{acceptance.failures} failed")
        return 1 if acceptance.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
