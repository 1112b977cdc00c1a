"""What Kitos lets each API user do, the catalogue, and documents that add nothing to what the others decide: each of their kinds
occurs once, and contradicts nothing."""
import io
import zipfile

from pages import ROLES, TITLES, Pages
from plants import CONTRACT, USAGE
from world import COVERS

PERMISSIONS = "kitos.api-v2.permissions"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Others:
    def __init__(self, exports, pages: Pages):
        self.exports, self.pages, self.kitos = exports, pages, exports.kitos
        municipality = self.kitos.municipality
        self.ordinary = [user for user in self.kitos.users if user.plant is None and user.id in municipality.members]
        self.admin = next(user for user in self.ordinary if "LocalAdmin" in municipality.members[user.id])

    def write(self) -> None:
        self.units()
        self.one_object()
        self.permissions()
        self.catalogue()
        self.role_options()
        self.one_user()
        self.workbooks()
        if self.pages.has_secretariat:
            self.secretariat()

    def document(self, path: str, value: list | dict, kind: str, **context: str) -> None:
        self.exports.document(path, value, kind, context.get("organisation", ""))
        self.exports.contexts[path] = {"kind": kind, **context}

    @staticmethod
    def person(user) -> dict:
        return {"uuid": user.id, "name": user.name, "email": user.email}

    def units(self) -> None:
        top, below = self.kitos.id(), self.kitos.id()
        rows = [{"parentOrganizationUnit": None, "ean": None, "unitId": None, "origin": "Kitos", "uuid": top,
                 "name": self.kitos.municipality.name},
                {"parentOrganizationUnit": {"uuid": top, "name": self.kitos.municipality.name}, "ean": None,
                 "unitId": "17", "origin": "Kitos", "uuid": below, "name": "Digitalisering"}]
        self.document("kitos/kommune/enheder.json", rows, "kitos.api-v2.units",
                      organisation=self.kitos.municipality.id)
        holders = [{"roleAssignment": {"user": self.person(user), "role": {"uuid": role, "name": name}},
                    "organizationUnitUuid": unit, "organizationUnitName": "Enhed"}
                   for user, (role, name, _), unit in zip(self.ordinary[2:5], self.kitos.role_types["unit"],
                                                          [top, below, below])]
        self.document("kitos/kommune/enhedsroller.json", holders, "kitos.internal.unit-roles", object=top)

    def one_object(self) -> None:
        """The roles on one system, as the page of that system shows them."""
        users = {user.id: user for user in self.kitos.users}
        subject = next(subject for subject in self.kitos.subjects[USAGE]
                       if all(holder in users for holder, *_ in subject.holders))
        rows = [{"user": self.person(users[user]), "role": {"uuid": role, "name": name}}
                for user, _, role, name in subject.holders]
        self.document("kitos/kommune/roller-paa-et-system.json", rows, "kitos.internal.usage-roles",
                      object=subject.id)
        self.exports.document("kitos/slettede.json", [{"entityType": "ItContract", "entityUuid": self.kitos.id(),
                                                       "occurredAtUtc": self.kitos.moment(-90, -1)}],
                              "kitos.api-v2.deletions")

    def permissions(self) -> None:
        """What Kitos answers each API user about one object, which the user changed last, or has no business changing."""
        for index, user in enumerate(user for user in self.kitos.users if user.api and user.plant.asked):
            kind, subject = self.asked_about(user, index)
            modify = user.plant.hidden_right or self.may_change(user, kind, subject)
            # A supplier may change fields, and delete nothing.
            delete = modify and (self.may_change(user, kind, subject) or user.plant.global_admin)
            answer = {"read": True, "modify": modify, "delete": delete}
            if kind != CONTRACT:
                answer["fieldPermissions"] = {"fields": []}
            name, domain = user.email.lower().split("@")
            self.document(f"kitos/rettigheder/{name} {domain.split('.')[0]}.json", answer, PERMISSIONS,
                          user=user.id, object=subject.id)
        user = next(user for user in self.kitos.users if user.api)
        self.document("kitos/kommune/oprettelse.json", {"create": False}, "kitos.api-v2.usage-create-permission",
                      user=user.id, organisation=self.kitos.municipality.id)

    def asked_about(self, user, index: int) -> tuple:
        """The kind and the object: of those that the user changed last, the first; else a system in use."""
        changed = [(kind, subject) for kind, subjects in self.kitos.subjects.items() for subject in subjects
                   if subject.modified_by and subject.modified_by[0] == user.id]
        others = [subject for subject in self.kitos.subjects[USAGE] if user.id not in {holder for holder, *_ in subject.holders}]
        return changed[0] if changed else (USAGE, others[index * 7 % len(others)])

    def may_change(self, user, kind: str, subject) -> bool:
        """As the code of Kitos decides: the administrators of the organisation, and a role on the object that writes."""
        roles = set(self.kitos.municipality.members.get(user.id, []))
        types = self.kitos.role_types[kind] + self.kitos.withdrawn[kind]
        writes = {role for role, _, write in types if write}
        return bool(roles & ({"LocalAdmin"} | COVERS[kind])) or any(
            holder == user.id and role in writes for holder, _, role, _ in subject.holders)

    def catalogue(self) -> None:
        owner = {"uuid": self.kitos.municipality.id, "name": self.kitos.municipality.name}

        def common(user, organisation: dict = owner) -> dict:
            return {"organizationContext": organisation, "rightsHolder": None,
                    "createdBy": {"uuid": self.admin.id, "name": self.admin.name}, "lastModified": "2026-05-12T08:30:00Z",
                    "lastModifiedBy": {"uuid": user.id, "name": user.name}}
        ids = [self.kitos.id() for _ in range(2)]
        changed = {user.plant.entry: user for user in self.kitos.users if user.api and user.plant.entry}
        foreign = {"uuid": self.kitos.id(), "name": "Fællesdata"}
        self.exports.document("kitos/systemkatalog.json", [
            {"uuid": uuid, "name": name, **common(user), "parentSystem": None, "exposedInterfaces": []}
            for uuid, name, user in [(ids[0], "Borgerblik", self.admin), (self.kitos.id(), "Tilskudsbasen", changed["own"]),
                                     (self.kitos.id(), "Havnevagten", changed["rights"])]], "kitos.api-v2.systems")
        self.exports.document("kitos/snitflader.json", [
            {"uuid": ids[1], "name": "Borgerblik REST", **common(self.admin), "exposedBySystem": None},
            {"uuid": self.kitos.id(), "name": "Fællesdata REST", **common(changed["foreign"], foreign), "exposedBySystem": None}],
            "kitos.api-v2.interfaces")

    def role_options(self) -> None:
        rows = [{**self.exports.role_type(*role), "isActive": True, "isObligatory": False, "isLocallyAvailable": True}
                for role in self.kitos.role_types[USAGE]]
        self.exports.document("kitos/role-types/usage-administration.json", rows, "kitos.api-v2.usage-role-types")

    def one_user(self) -> None:
        user = self.ordinary[3]
        self.document("kitos/kommune/en-bruger.json", {
            "uuid": user.id, "email": user.email, "firstName": user.first, "lastName": user.last, "phoneNumber": None,
            "defaultUserStartPreference": "StartSite", "hasApiAccess": None, "hasStakeHolderAccess": False,
            "roles": self.kitos.municipality.members[user.id], "defaultOrganizationUnit": None, "lastSentAdvis": None},
            "kitos.internal.user", organisation=self.kitos.municipality.id)

    def secretariat(self) -> None:
        places = [(user, organisation) for organisation in self.kitos.organisations for user in self.kitos.users
                  if user.id in organisation.members]
        holders = [{**self.person(user), "apiAccess": user.api, "orgName": organisation.name}
                   for user, organisation in places if "RightsHolderAccess" in organisation.members[user.id]]
        admins = [{**self.person(user), "organization": {"uuid": organisation.id, "name": organisation.name}}
                  for user, organisation in places if "LocalAdmin" in organisation.members[user.id]]
        folder = "kitos/sekretariatet"
        self.exports.document(f"{folder}/rettighedshavere.json", holders, "kitos.internal.rights-holders")
        self.exports.document(f"{folder}/lokale-administratorer.json", admins, "kitos.internal.local-admins")
        integrators = [self.ordinary[4], *(user for user in self.kitos.users if user.api and user.plant.integrator)]
        self.document(f"{folder}/systemintegratorer.json", [self.person(user) for user in integrators],
                      "kitos.internal.system-integrators")

    def workbooks(self) -> None:
        """What the pages export: workbooks, of which one has no ending."""
        fire = self.kitos.fire
        users = [user for user in self.kitos.users if user.id in fire.members]
        rows = []
        for user in users:
            flags = [user.api, *(role in fire.members[user.id] for role in ROLES), False]
            login = self.pages.last_login(user)
            rows.append([user.name, user.email, "Ingen", "01-02-2022", login.strftime("%d-%m-%Y") if login else "", "",
                         *("Ja" if flag else "Nej" for flag in flags)])
        self.workbook("kitos/beredskab/Brugere Overblik", "Brugere Overblik", [TITLES, *rows], "kitos.ui.users",
                      organisation=fire.id)
        people = [[str(index + 1), user.first, user.last, user.email, ""] for index, user in enumerate(users)]
        titles = ["Id", "Fornavn (påkrævet)", "Efternavn (påkrævet)", "Email (påkrævet)", "Telefon"]
        self.workbook("kitos/beredskab/OS2KITOS Brugere.xlsx", "Brugere", [titles, *people], "kitos.ui.roster")

    def workbook(self, path: str, sheet: str, table: list, kind: str, **context: str) -> None:
        cells = "".join(
            f'<row r="{number}">' + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>\n"
            for number, row in enumerate(table, 1))
        parts = {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{OFFICE}/officeDocument" '
                           'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns:r="{OFFICE}"><sheets><sheet name="{sheet}" sheetId="1" r:id="s"/>'
                               "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="s" Type="{OFFICE}/worksheet" '
                                          'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>"}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, text in parts.items():
                # Stored, and of a fixed day: the same bytes wherever it is written.
                archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 0, 0, 0)), text.encode())
        self.exports.put(path, out.getvalue())
        self.exports.sources.append((path, kind, context.get("organisation", ""), len(table) - 1))
        self.exports.contexts[path] = {"kind": kind, **context}
