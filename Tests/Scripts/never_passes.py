#!/usr/bin/env python3
"""Checks that an audit of less finds nothing to be in order that an audit of more does not.

usage: never_passes.py FULL.json VARIANT.json      two results (`-f json=FILE`); the variant's folder lacks something

Every (policy, subject) with a fail or an unverified in FULL is, in VARIANT, a fail, an unverified or an exempt member;
or the policy says that members may be missing (a hole in its population) or that it was not evaluated. No policy
passes, or is empty, in VARIANT that did not pass in FULL. No fail appears that FULL lacks. Prints each breach; ends in
1 where there is any.
"""
import sys

from results import Result


def breaches(full: Result, variant: Result, must_be_incomplete: bool = False) -> list:
    lines = []
    if full.document is None or variant.document is None:
        raise SystemExit("never_passes.py compares two JSON results")
    unjudged = variant.not_evaluated()
    found = {(policy, subject) for policy, _, subject, _, _ in variant.findings}
    fails = {(policy, subject) for policy, verdict, subject, _, _ in full.findings if verdict == "fail"}
    holes = {policy for policy, outcome in variant.policies.items() if outcome["population_holes"] > 0}
    for policy in sorted(full.policies):
        before, after = full.policies[policy], variant.policies.get(policy)
        if policy in unjudged:
            continue
        if after is None:
            lines.append(f"{policy}: ran in the full audit only")
            continue
        if before["status"] == "evaluated" and not before["passes"] and after["passes"]:
            lines.append(f"{policy}: passes as a whole")
        if before["status"] != "empty" and after["status"] == "empty":
            lines.append(f"{policy}: its population became empty without a hole")
        # An exempt member has no finding; there are at most as many silent members as exempt ones.
        silent = sorted({subject for name, _, subject, _, _ in full.findings if name == policy
                         and (policy, subject) not in found})
        if silent and policy not in holes and len(silent) > after["exempt"] - before["exempt"]:
            lines += [f"{policy}: {' '.join(subject)} was a finding and is none" for subject in silent]
    for policy, verdict, subject, _, _ in variant.findings:
        if verdict == "fail" and (policy, subject) not in fails:
            lines.append(f"{policy}: {' '.join(subject)} fails in the variant only")
    if must_be_incomplete and variant.document["complete"]:
        lines.append("the audit calls itself complete although an expected record is missing")
    return lines


def main(arguments: list) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    lines = breaches(Result(arguments[0]), Result(arguments[1]))
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
