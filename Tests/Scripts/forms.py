#!/usr/bin/env python3
"""The same municipality in four forms: no verdict may contradict another, a document may only know less.

usage: forms.py TILSYN [--write | --check]

The public interface's JSON, the table behind the pages (OData), and the exported user table as workbook and as CSV say
the same of one organisation. Each is audited with the same employees, directory and registers. A fail in one and a pass
in another is an error. How many members each form decides stands as a table in docs/importing/kitos.md: `--write` renews it,
`--check` compares.
"""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

from example import ROOT, SMALL, generate
from results import Result

AS_OF = ["--as-of", "2026-11-20"]
PAGE = ROOT / "docs/importing/kitos.md"
BEGIN, END = "<!-- what each form decides: begin -->", "<!-- what each form decides: end -->"
RIGHTS = {"usages": ("ItSystemRights", "usage"), "contracts": ("ItContractRights", "contract"),
          "data-processing": ("DataProcessingRegistrationRights", "data-processing")}


class Municipality:
    """What the public documents of the generated folder say of its first organisation."""

    def __init__(self, folder: pathlib.Path):
        self.folder, kitos = folder, folder / "kitos"
        told = (folder / "tilsyn.yaml").read_text(encoding="utf-8")
        self.organisation = told.split("organisation: ", 1)[1][:36]
        self.users = [row for path in sorted(kitos.glob("kommune/users-page-*.json"))
                      for row in json.loads(path.read_bytes())]
        with (kitos / "kommune/brugere-overblik.csv").open(encoding="utf-8", newline="") as file:
            self.overview = list(csv.DictReader(file, delimiter=";"))
        # In the example one flag was given after the table was exported; here all is of one day.
        flags = {user["email"]: user["apiAccess"] for user in self.users}
        for row in self.overview:
            row["API bruger"] = "Ja" if flags[row["Email"]] else "Nej"
        self.emails = {user["uuid"]: user["email"].lower() for user in self.users}
        self.objects = {stem: [row for path in sorted(kitos.glob(f"{stem}-page-*.json"))
                               for row in json.loads(path.read_bytes())] for stem in RIGHTS}
        self.writes: dict = {}
        for path in kitos.glob("role-types/*.json"):
            value = json.loads(path.read_bytes())
            self.writes |= {row["uuid"]: row["writeAccess"] for row in (value if isinstance(value, list) else [value])}

    def members(self, policy: str) -> set:
        """The members of a policy, by address; those of other populations by what identifies them."""
        if policy in {"kitos.leaver-holds-no-right", "kitos.documents-agree"}:
            return {(email,) for email in self.emails.values()}
        if policy == "kitos.local-admin-count":
            return {(self.organisation,)}
        if policy == "kitos.rights-holder-not-combined":
            return {(user["email"].lower(), self.organisation) for user in self.users
                    if "RightsHolderAccess" in user["roles"]}
        api = {user["uuid"] for user in self.users if user["apiAccess"]}
        if policy == "kitos.write-role-resolved":
            return {(self.emails[entry["user"]["uuid"]], row["uuid"], entry["role"]["uuid"])
                    for rows in self.objects.values() for row in rows for entry in row["roles"]
                    if entry["user"]["uuid"] in api}
        if policy == "kitos.write-assigned-by-local-admin":
            writers = {entry["user"]["uuid"] for rows in self.objects.values() for row in rows
                       for entry in row["roles"] if self.writes.get(entry["role"]["uuid"])}
            writers |= {user["uuid"] for user in self.users if set(user["roles"]) - {"User"}}
            return {(self.emails[user],) for user in api & writers}
        return {(self.emails[user],) for user in api}

    # The four forms

    def public(self, target: pathlib.Path) -> str:
        shutil.copytree(self.folder / "kitos/role-types", target / "kitos/role-types")
        for path in self.folder.glob("kitos/*-page-*.json"):
            shutil.copy(path, target / "kitos" / path.name)
        for path in self.folder.glob("kitos/kommune/users-page-*.json"):
            shutil.copy(path, target / "kitos" / path.name)
        types = "".join(f'  - {{ path: "kitos/role-types/{stem}*.json", kind: kitos.api-v2.{stem}-role-types }}\n'
                        for stem in ["usage", "contract", "data-processing", "unit"])
        return f'  - {{ path: "kitos/users-*.json", kind: kitos.api-v2.users, organisation: {self.organisation} }}\n{types}'

    def table(self, target: pathlib.Path) -> str:
        numbers = {user["uuid"]: index + 1 for index, user in enumerate(self.users)}
        admin = next(numbers[user["uuid"]] for user in self.users if "LocalAdmin" in user["roles"])
        logins = {row["Email"].lower(): row["Seneste login"] for row in self.overview}
        rows = []
        for user in self.users:
            login = logins[user["email"].lower()]
            # The secretariat, which is in no table, made the administrator one.
            giver = admin if numbers[user["uuid"]] != admin else 9000
            row = {"Id": numbers[user["uuid"]], "Name": user["firstName"], "LastName": user["lastName"],
                   "Email": user["email"], "Deleted": False, "HasApiAccess": user["apiAccess"],
                   "HasStakeHolderAccess": False, "IsGlobalAdmin": False, "IsSystemIntegrator": False,
                   "LastLogin": f"{login[6:]}-{login[3:5]}-{login[:2]}T08:00:00Z" if login else None,
                   "Uuid": user["uuid"], "OrganizationUnitRights": [],
                   "OrganizationRights": [{"Role": role, "ObjectOwnerId": giver} for role in user["roles"]]}
            for stem, (key, _) in RIGHTS.items():
                row[key] = [{"ObjectOwnerId": admin, "Object": {"Uuid": held["uuid"]},
                             "Role": {"HasWriteAccess": self.writes.get(entry["role"]["uuid"], False),
                                      "Name": entry["role"]["name"], "Uuid": entry["role"]["uuid"]}}
                            for held in self.objects[stem] for entry in held["roles"]
                            if entry["user"]["uuid"] == user["uuid"]]
            rows.append(row)
        document = {"@odata.context": "https://kitos.example/odata/$metadata#Users", "@odata.count": len(rows),
                    "value": rows}
        (target / "kitos/users").write_text(json.dumps(document), encoding="utf-8")
        return f'  - {{ path: "kitos/users", kind: kitos.odata.users, organisation: {self.organisation} }}\n'

    def book(self, target: pathlib.Path) -> str:
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        table = [list(self.overview[0])] + [list(row.values()) for row in self.overview]
        rows = "".join(
            f'<row r="{number}">' + "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in cells)
            + "</row>" for number, cells in enumerate(table, 1))
        with zipfile.ZipFile(target / "kitos/Brugere Overblik", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("_rels/.rels", f'<Relationships><Relationship Id="a" Type="{office}/officeDocument" '
                                            'Target="xl/workbook.xml"/></Relationships>')
            archive.writestr("xl/workbook.xml", f'<workbook xmlns:r="{office}"><sheets><sheet name="Brugere Overblik" '
                                                'sheetId="1" r:id="s"/></sheets></workbook>')
            archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships><Relationship Id="s" Type="{office}'
                                                           '/worksheet" Target="worksheets/a.xml"/></Relationships>')
            archive.writestr("xl/worksheets/a.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")
        return f'  - {{ path: "kitos/Brugere*", kind: kitos.ui.users, organisation: {self.organisation} }}\n'

    def text(self, target: pathlib.Path) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, list(self.overview[0]), delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(self.overview)
        (target / "kitos/brugere.csv").write_bytes(out.getvalue().encode())
        return f'  - {{ path: "kitos/brugere.csv", kind: kitos.ui.users, organisation: {self.organisation} }}\n'


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


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
                 [("public JSON", "public"), ("user table (OData)", "table"), ("workbook", "book"), ("CSV", "text")]]
    policies = sorted(policy for policy in forms[0].policies if policy != "kitos.export-without-credentials")
    lines, rows, compared = [], [], 0
    for policy in policies:
        members = municipality.members(policy)
        rows.append([f"`{policy}`"] + [form.word(policy, members) for form in forms[:2] + forms[3:]])
        for member in sorted(members):
            verdicts = {form.name: form.verdict(policy, member) for form in forms}
            compared += 1
            if {"fail", "pass"} <= set(verdicts.values()):
                lines.append(f"{policy} {' '.join(member)}: {verdicts}")
            if verdicts["workbook"] != verdicts["CSV"]:
                lines.append(f"{policy} {' '.join(member)}: the workbook is not the CSV: {verdicts}")
    table = ["| policy | public JSON | user table (OData) | exported table (.xlsx, CSV) |", "|---|---|---|---|"]
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
    print(f"{compared} members in four forms, {len(lines)} contradictions")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
