#!/usr/bin/env python3
"""Checks that an audit of less finds nothing to be in order that an audit of more does not.

usage: never_passes.py FULL.json VARIANT.json      two results (`-f json=FILE`); the variant's folder lacks something

Every member with a fail or an unverified in FULL is, in VARIANT, a fail, an unverified or an exempt member; or it has
left the population and a hole there covers it (an unverified finding of its policy with `*` for what is not known); or
the policy was not evaluated. No policy passes, or is empty, in VARIANT that did not pass in FULL; no more members pass,
and no fail appears that FULL lacks. What was only possibly a member in FULL (its first evidence is a hole) may vanish
with the record that spoke of it. Prints each breach; ends in 1 where there is any.
"""
import sys

from results import Result


def breaches(full: Result, variant: Result, must_be_incomplete: bool = False, same: dict | None = None) -> list:
    """`same` gives the uuid for an address: a user whom only documents with addresses are left to name is the same."""
    lines = []
    for result in [full, variant]:
        result.findings = [(policy, verdict, tuple((same or {}).get(part, part) for part in subject), violating, mark)
                           for policy, verdict, subject, violating, mark in result.findings]
    if full.document is None or variant.document is None:
        raise SystemExit("never_passes.py compares two JSON results")
    unjudged = variant.not_evaluated()
    found: dict = {}
    for policy, _, subject, _, _ in variant.findings:
        found.setdefault(policy, set()).add(subject)
    members: dict = {}
    for (policy, _, subject, _, _), finding in zip(full.findings, full.document["findings"]):
        # What is only possibly a member says so; it may be covered by a wider hole, or vanish with what spoke of it.
        possible = finding.get("message", "").startswith("a member may be missing")
        if not possible and not (finding["evidence"] and finding["evidence"][0].get("hole")):
            members.setdefault(policy, set()).add(subject)
    fails = {(policy, subject) for policy, verdict, subject, _, _ in full.findings if verdict == "fail"}
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
        if after["passed"] > before["passed"]:
            lines.append(f"{policy}: {after['passed']} members pass, in the full audit {before['passed']}")
        silent = members.get(policy, set()) - found.get(policy, set())
        patterns = [subject for subject in found.get(policy, set()) if "*" in subject]
        uncovered = {subject for subject in silent if not any(covers(pattern, subject) for pattern in patterns)}
        # An exempt member has no finding, and one that a hole covers must really have left.
        exempt = max(0, after["exempt"] - before["exempt"])
        if len(uncovered) > exempt:
            lines += [f"{policy}: {' '.join(subject)} was a finding and is none" for subject in sorted(uncovered)]
        elif len(silent) > exempt + before["population"] - after["population"]:
            lines.append(f"{policy}: {len(silent)} findings are gone, but fewer members")
    for policy, verdict, subject, _, _ in variant.findings:
        if verdict == "fail" and (policy, subject) not in fails:
            lines.append(f"{policy}: {' '.join(subject)} fails in the variant only")
    if must_be_incomplete and variant.document["complete"]:
        lines.append("the audit calls itself complete although an expected record is missing")
    return lines


def covers(pattern: tuple, subject: tuple) -> bool:
    return len(pattern) == len(subject) and all(part in {"*", value} for part, value in zip(pattern, subject))


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
