"""One organisation of a generated municipality, as each kind of document that Kitos gives says it."""
import csv
import io
import json
import pathlib
import shutil
import zipfile

from recording import write

RIGHTS = {"usages": ("ItSystemRights", "usage"), "contracts": ("ItContractRights", "contract"),
          "data-processing": ("DataProcessingRegistrationRights", "data-processing")}
# Where the public interface gives objects, and role types.
OBJECTS = {"usages": "it-system-usages", "contracts": "it-contracts", "data-processing": "data-processing-registrations"}
TYPES = {"usage": "it-system-usage-role-types", "contract": "it-contract-role-types",
         "data-processing": "data-processing-registration-role-types", "unit": "organization-unit-role-types"}


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

    # The forms: each writes its documents and gives the entries of `sources:` for them

    def public(self, target: pathlib.Path) -> str:
        entries = self.objects_and_types(target)
        for path in self.folder.glob("kitos/kommune/users-page-*.json"):
            shutil.copy(path, target / "kitos" / path.name)
        return f'  - {{ path: "kitos/users-*.json", kind: kitos.api-v2.users, organisation: {self.organisation} }}\n{entries}'

    def objects_and_types(self, target: pathlib.Path) -> str:
        shutil.copytree(self.folder / "kitos/role-types", target / "kitos/role-types")
        for path in self.folder.glob("kitos/*-page-*.json"):
            shutil.copy(path, target / "kitos" / path.name)
        return "".join(f'  - {{ path: "kitos/role-types/{stem}*.json", kind: kitos.api-v2.{stem}-role-types }}\n' for stem in TYPES)

    def recorded(self, target: pathlib.Path) -> str:
        """The same documents as `public`, as a browser records them: their addresses say the organisation and the page."""
        asked = self.users_asked()
        for stem, place in OBJECTS.items():
            asked += [(f"/api/v2/{place}?organizationUuid={self.organisation}&page={number}", path.read_text(encoding="utf-8"))
                      for number, path in enumerate(sorted(self.folder.glob(f"kitos/{stem}-page-*.json")))]
        for stem, place in TYPES.items():
            for path in sorted(self.folder.glob(f"kitos/role-types/{stem}*.json")):
                text = path.read_text(encoding="utf-8")
                value = json.loads(text)
                # A list, the list as administrators see it, or one type that is in no list any more.
                one = "" if isinstance(value, list) else f"/{value['uuid']}"
                inside = "internal/" if path.stem.endswith("-administration") else ""
                asked.append((f"/api/v2/{inside}{place}{one}?organizationUuid={self.organisation}", text))
        write(target / "kitos/sider.har", asked)
        return "".join(f'  - {{ path: "kitos/sider.har/*-{TYPES[stem]}.json", kind: kitos.api-v2.{stem}-role-types }}\n'
                       for stem in TYPES)

    def mixed(self, target: pathlib.Path) -> str:
        """The pages of users recorded, the table behind the pages, objects and role types as files."""
        entries = self.objects_and_types(target) + self.table(target)
        write(target / "kitos/brugere.har", self.users_asked())
        return entries

    def users_asked(self) -> list:
        place = f"/api/v2/organizations/{self.organisation}/users"
        return [(f"{place}?page={number}", path.read_text(encoding="utf-8"))
                for number, path in enumerate(sorted(self.folder.glob("kitos/kommune/users-page-*.json")))]

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
