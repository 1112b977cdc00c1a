#!/usr/bin/env python3
"""The same municipality in six forms: no verdict may contradict another, a document may only know less.

usage: forms.py TILSYN [--write | --check]

The public interface's JSON as files and as a browser's recording (HAR), the table behind the pages (OData), the exported user
table as workbook and as CSV, and a mixture of the first three say the same of one organisation. Each is audited with the same
employees, directory and registers. A fail in one and a pass in another is an error, and so is what a recording or a workbook
decides otherwise than the same documents in the other form, or what the mixture leaves open although a part of it decides it and
no reason is named in OPENED. How many members each form decides stands as a table in docs/importing/kitos.md: `--write` renews
it, `--check` compares.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from example import ROOT, SMALL, generate
from municipality import Municipality
from results import Result

AS_OF = ["--as-of", "2026-11-20"]
PAGE = ROOT / "docs/importing/kitos.md"
BEGIN, END = "<!-- what each form decides: begin -->", "<!-- what each form decides: end -->"
FORMS = {"public JSON": "public", "recording": "recorded", "user table (OData)": "table", "workbook": "book", "CSV": "text",
         "mixture": "mixed"}
# Policies of which the mixture may leave open what a part decides, with the reason.
OPENED = {"kitos.api-access-approved": "a contract names a user who is in no list, and who approved may be that one"}


class Form:
    """One form after its audit: the verdict of each member."""

    def __init__(self, name: str, result: Result, municipality: Municipality):
        self.name, self.unjudged = name, result.not_evaluated()
        self.policies = result.policies
        self.found: dict = {}
        for policy, verdict, subject, _, _ in result.findings:
            key = tuple(municipality.emails.get(part, part) for part in subject)
            self.found.setdefault(policy, {})[key] = verdict

    def verdict(self, policy: str, member: tuple) -> str:
        if policy in self.unjudged or policy not in self.policies or self.policies[policy]["status"] != "evaluated":
            return "unverified"
        found = self.found.get(policy, {})
        if member in found:
            return found[member]
        covered = any(len(key) == len(member) and "*" in key and all(a in {"*", b} for a, b in zip(key, member))
                      for key in found)
        return "unverified" if covered else "pass"

    def word(self, policy: str, members: set) -> str:
        decided = sum(self.verdict(policy, member) != "unverified" for member in members)
        return "all" if decided == len(members) else f"{decided} of {len(members)}" if decided else "none"


def main(arguments: list) -> int:
    binary = str(pathlib.Path(arguments[0]).resolve())
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        municipality = Municipality(generate(scratch / "whole", "--seed", "1", *SMALL))
        forms = [make(binary, scratch, municipality, name, getattr(municipality, method)) for name, method in
                 FORMS.items()]
    public, recorded, behind, book, text, mixed = forms
    policies = sorted(policy for policy in forms[0].policies if policy != "kitos.export-without-credentials")
    lines, rows, compared = [], [], 0
    for policy in policies:
        members = municipality.members(policy)
        rows.append([f"`{policy}`"] + [form.word(policy, members) for form in [public, behind, text, mixed]])
        for member in sorted(members):
            verdicts = {form.name: form.verdict(policy, member) for form in forms}
            compared += 1
            if {"fail", "pass"} <= set(verdicts.values()):
                lines.append(f"{policy} {' '.join(member)}: {verdicts}")
            for one, other in [(book, text), (recorded, public)]:
                if verdicts[one.name] != verdicts[other.name]:
                    lines.append(f"{policy} {' '.join(member)}: the {one.name} is not the {other.name}: {verdicts}")
            parts = {verdicts[public.name], verdicts[behind.name]}
            if policy not in OPENED and verdicts[mixed.name] == "unverified" and parts != {"unverified"}:
                lines.append(f"{policy} {' '.join(member)}: the mixture leaves open what a part decides: {verdicts}")
    table = ["| policy | public JSON (files, HAR) | user table (OData) | exported table (.xlsx, CSV) | "
             "users as HAR, OData, the rest as JSON |", "|---|---|---|---|---|"]
    table += [f"| {' | '.join(row)} |" for row in rows]
    return judge(arguments[1:], lines, compared, "\n".join([BEGIN, *table, END]))


def make(binary: str, scratch: pathlib.Path, municipality: Municipality, name: str, write) -> Form:
    target = scratch / name.split()[0]
    (target / "kitos").mkdir(parents=True)
    for part in ["hr", "exchange", "registers"]:
        shutil.copytree(municipality.folder / part, target / part)
    (target / "tilsyn.yaml").write_text("sources:\n" + write(target), encoding="utf-8")
    result = scratch / f"{target.name}.json"
    done = subprocess.run([binary, "audit", str(target), *AS_OF, "-f", f"json={result}", "--no-progress"],
                          capture_output=True, check=False)
    if done.returncode != 1:
        raise SystemExit(f"{name}: exit code {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
    return Form(name, Result(str(result)), municipality)


def judge(wish: list, lines: list, compared: int, table: str) -> int:
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    before, _, rest = page.partition(BEGIN)
    shown, _, after = rest.partition(END)
    if "--write" in wish:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(before + table + after, encoding="utf-8")
    elif BEGIN + shown + END != table:
        lines.append(f"the table in {PAGE.name} is not what the forms decide; forms.py TILSYN --write renews it")
    for line in lines[:40]:
        print(f"FAILED {line}")
    print(f"{compared} members in {len(FORMS)} forms, {len(lines)} contradictions")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
