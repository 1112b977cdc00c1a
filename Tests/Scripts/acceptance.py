#!/usr/bin/env python3
"""Runs the built `tilsyn` over the example municipality and others, and has everything checked by the programs here.

usage: acceptance.py TILSYN [--only findings|proofs|removals] [--sample N] [--jobs J]

findings: the audits of the committed example, of other seeds and of small municipalities find exactly what was
          planted, in `rows` and in `json`, and end in the planted exit code
proofs:   `tilsyn why` on one fail and one unverified of each policy, and all evidence of the result, stand in the files
removals: a small municipality without any one file or record never looks better; nor does the committed one without
          any one file or one of 40 records

With `--sample N` one other seed is tried; N proofs are asked of the committed example, the others of a small one with faults;
and the small municipality goes without 2 N of its files and N records, the committed one without N files and a third of N records.
Each turn takes others (turn.py).
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
from turn import drawn

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

    def municipality(self, *arguments: str) -> pathlib.Path:
        """A generated one, written once."""
        folder = self.scratch / "-".join(word.strip("-") for word in arguments)
        return folder if folder.exists() else generate(folder, *arguments)

    def findings(self, sample: int | None) -> None:
        others = [["--seed", seed] for seed in ["2", "3"]]
        small = [["--seed", "3", *SMALL], *(["--seed", seed, "--faults", *SMALL] for seed in ["4", "5"])]
        places = [("the committed example", COMMITTED)]
        for arguments in drawn(others, None if sample is None else 1) + small:
            places.append((f"a municipality, {' '.join(arguments)}", self.municipality(*arguments)))
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

    def proofs(self, sample: int | None) -> None:
        small = self.municipality("--seed", "4", "--faults", *SMALL)
        documents = {folder: self.audit(folder)[2] for folder in [COMMITTED, small]}
        # One finding of each policy and verdict.
        kinds: dict = {folder: {} for folder in documents}
        for folder, document in documents.items():
            for policy, verdict, _, _, fingerprint in document.findings:
                kinds[folder].setdefault((policy, verdict), fingerprint)
        asked = set(drawn(sorted(kinds[COMMITTED]), sample)) | (kinds[COMMITTED].keys() - kinds[small].keys())
        for name, folder, wanted in [("the committed example", COMMITTED, asked),
                                     ("a small municipality with faults", small, kinds[small].keys() - asked)]:
            checker = check_leaves.Checker(Folder(str(folder)))
            evidence = check_leaves.leaves(documents[folder].document["findings"], [])
            self.check(checker, f"evidence of all findings of {name}", evidence, needs_leaf=True)
            print(f"{len(wanted)} proofs of {name}:")
            for policy, verdict in sorted(wanted):
                self.why(folder, checker, policy, verdict, kinds[folder][policy, verdict])

    def why(self, folder: pathlib.Path, checker: check_leaves.Checker, policy: str, verdict: str, fingerprint: str) -> None:
        done = self.run("why", fingerprint, str(folder), *AS_OF, "--format", "json")
        try:
            proof = json.loads(done.stdout)
        except ValueError:
            self.fail(f"why {policy} {verdict}", [f"exit {done.returncode}", done.stderr.decode(errors="replace")])
            return
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
        small = self.municipality("--seed", "1", *SMALL)
        for name, folder, files, records in [
                ("a small municipality", small, sample and 2 * sample, sample),
                ("the committed example", COMMITTED, sample, 40 if sample is None else sample // 3)]:
            print(f"less of {name}:")
            if remove_one.run(folder, command, files, records, jobs):
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
            acceptance.findings(wish.sample)
        if "proofs" in parts:
            acceptance.proofs(wish.sample)
        if "removals" in parts:
            acceptance.removals(wish.sample, wish.jobs)
        print("all as planted" if acceptance.failures == 0 else f"{acceptance.failures} failed")
        return 1 if acceptance.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
