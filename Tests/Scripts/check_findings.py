#!/usr/bin/env python3
"""Compares the findings of an audit with the planted ones, both ways.

usage: check_findings.py RESULT planted.json      RESULT is written by `-f rows=FILE` or `-f json=FILE`

Compared are (policy, verdict, subject), for each fail also what violates where planted.json and the finding both name
it, and of a JSON result the counts and the status of every policy, as far as planted.json has them. Prints each difference; ends in 1
where there is any.
"""
import json
import pathlib
import sys

from results import Result

COUNTS = {"population": "population", "failed": "fail", "unverified": "unverified", "passed": "pass",
          "exempt": "exempt", "population_holes": "population_holes"}


def differences(result: Result, planted: dict) -> list:
    """One line for each difference, empty where the findings are exactly the planted ones."""
    expected, violating, notes = set(), {}, {}
    for policy, outcome in planted["policies"].items():
        for finding in outcome["findings"]:
            # The order of a subject's names is the policy's affair.
            subject = tuple(sorted(finding["subject"].values()))
            key = (policy, finding["verdict"], subject)
            expected.add(key)
            notes[key] = finding.get("note", "")
            if "violating" in finding:
                violating[key] = {(value,) for value in finding["violating"]}
    actual, found_violating, fingerprints, lines = set(), {}, {}, []
    for policy, verdict, subject, violation, fingerprint in result.findings:
        key = (policy, verdict, tuple(sorted(subject)))
        actual.add(key)
        if violation:
            found_violating.setdefault(key, set()).add(violation)
        if fingerprints.setdefault(fingerprint, (key, violation)) != (key, violation):
            lines.append(f"one fingerprint for two findings: {fingerprint}")
    for policy, verdict, subject in sorted(expected - actual):
        lines.append(f"not found: {policy} {verdict} {' '.join(subject)}  ({notes[policy, verdict, subject]})")
    for policy, verdict, subject in sorted(actual - expected):
        lines.append(f"not planted: {policy} {verdict} {' '.join(subject)}")
    for key in sorted(violating.keys() & found_violating.keys()):
        if violating[key] != found_violating[key]:
            lines.append(f"violating: {key[0]} {' '.join(key[2])}: planted {sorted(violating[key])}, "
                         f"found {sorted(found_violating[key])}")
    for policy, outcome in planted["policies"].items():
        if result.document is None:
            break
        found = result.policies.get(policy)
        if found is None:
            lines.append(f"not run: {policy}")
            continue
        for count, name in COUNTS.items():
            if name in outcome and found[count] != outcome[name]:
                lines.append(f"count: {policy} {count}: planted {outcome[name]}, found {found[count]}")
        if "status" in outcome and found["status"] != outcome["status"]:
            lines.append(f"status: {policy}: planted {outcome['status']}, found {found['status']}")
    if result.document is not None and result.document["exit"] != planted["exit"]:
        lines.append(f"exit: planted {planted['exit']}, found {result.document['exit']}")
    return lines


def main(arguments: list) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    lines = differences(Result(arguments[0]), json.loads(pathlib.Path(arguments[1]).read_text(encoding="utf-8")))
    for line in lines:
        print(line)
    print(f"{len(lines)} differences" if lines else "the findings are exactly the planted ones")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
