"""Writes the export files: Kitos API V2 documents, the mailbox directory, the employee list, and tilsyn.yaml."""
import csv
import io
import json
import pathlib

from kitos import PAGE, Kitos, Organisation, Subject
from others import PERMISSIONS, Others
from pages import GLOBAL_ADMINS, OVERVIEW, TABLE, Pages
from plants import CONTRACT, PROCESSING, USAGE
from registers import SECRETARIAT, Registers
from staff import DOMAIN, Staff, day

USERS = "kitos.api-v2.users"
OBJECT_KINDS = {USAGE: "kitos.api-v2.usages", CONTRACT: "kitos.api-v2.contracts",
                PROCESSING: "kitos.api-v2.data-processing"}
ROLE_KINDS = {kind: f"kitos.api-v2.{kind}-role-types" for kind in [USAGE, CONTRACT, PROCESSING, "unit"]}
MAILBOXES, EMPLOYEES = "exchange.mailboxes", "organisation.employees"
FOLDERS = {"municipality": "kommune", "utility": "forsyning", "fire": "beredskab", "harbour": "havn"}
TYPE_NAME = "Presentation.Web.Models.API.V2.Response.Organization.OrganizationUserResponseDTO, Presentation.Web"


class Exports:
    """Writes into one folder and remembers what it wrote: `sources` is (path, kind, organisation id or "", records)."""

    def __init__(self, folder: pathlib.Path, kitos: Kitos, staff: Staff, seed: int):
        self.folder, self.kitos, self.staff, self.rng = folder, kitos, staff, kitos.rng
        # Both answers occur: the own domains are stated, or follow from the directory; so do the dialects of CSV.
        self.seed = seed
        self.own_domains = [DOMAIN] if seed % 2 == 0 else []
        self.other_dialect = seed % 2 == 0
        self.sources: list = []
        self.contexts: dict = {}  # path: what the document does not say of itself
        self.meant: dict = {}  # what the registers mean of duties, once they are written

    def write(self) -> None:
        for old in sorted(self.folder.glob("kitos/**/*.json")):
            old.unlink()
        registers = Registers(self)
        self.documents()
        pages = Pages(self, self.seed)
        pages.write()
        Others(self, pages).write()
        registers.write()
        self.meant = registers.meant
        self.settings()

    def documents(self) -> None:
        kitos = self.kitos
        for organisation in kitos.organisations:
            rows = [self.user(user, organisation) for user in self.shuffled(
                [user for user in kitos.users if user.id in organisation.members])]
            self.pages(f"kitos/{FOLDERS[organisation.key]}/users", rows, USERS, organisation.id)
        for kind, build in [(USAGE, self.usage), (CONTRACT, self.contract), (PROCESSING, self.processing)]:
            self.pages(f"kitos/{kind}s" if kind != PROCESSING else "kitos/data-processing",
                       [build(subject) for subject in kitos.subjects[kind]], OBJECT_KINDS[kind])
        for kind, types in kitos.role_types.items():
            self.document(f"kitos/role-types/{kind}.json", [self.role_type(*role) for role in types], ROLE_KINDS[kind])
            for index, role in enumerate(kitos.withdrawn.get(kind, [])):
                self.document(f"kitos/role-types/{kind}-withdrawn-{index + 1}.json",
                              {"isAvailable": False, **self.role_type(*role)}, ROLE_KINDS[kind])
        self.mailboxes()
        self.employees()

    def shuffled(self, items: list) -> list:
        self.rng.shuffle(items)
        return items

    def put(self, path: str, data: bytes) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def document(self, path: str, value: list | dict, kind: str, organisation: str = "", records: int = 0) -> None:
        """One record on each line, so that a proof that ends at a line ends at a record."""
        compact = {"ensure_ascii": False, "separators": (",", ":")}
        if isinstance(value, list):
            text = "[\n" + ",\n".join(json.dumps(row, **compact) for row in value) + "\n]\n"
        elif "value" in value:
            head = json.dumps({key: part for key, part in value.items() if key != "value"}, **compact)
            rows = ",\n".join(json.dumps(row, **compact) for row in value["value"])
            text = f"{head[:-1]},\"value\":[\n{rows}\n]}}\n"
        else:
            text = json.dumps(value, **compact) + "\n"
        self.put(path, text.encode())
        self.sources.append((path, kind, organisation, records or (len(value) if isinstance(value, list) else 1)))

    def pages(self, stem: str, rows: list, kind: str, organisation: str = "") -> None:
        for number, first in enumerate(range(0, len(rows), PAGE)):
            self.document(f"{stem}-page-{number + 1}.json", rows[first:first + PAGE], kind, organisation)

    # Kitos

    def user(self, user, organisation: Organisation) -> dict:
        row = {"firstName": user.first, "lastName": user.last, "email": user.email,
               "phoneNumber": None if user.api else phone(user.id),
               "apiAccess": user.api, "roles": organisation.members[user.id]}
        if self.rng.random() < 0.05:
            row = {"$type": TYPE_NAME, **row}
        # Inherited keys come last in one version of Kitos and first in another.
        names = {"uuid": user.id, "name": user.name}
        return {**names, **row} if organisation.key == "utility" else {**row, **names}

    @staticmethod
    def named(pair: tuple | None) -> dict | None:
        return {"uuid": pair[0], "name": pair[1]} if pair else None

    def common(self, subject: Subject) -> dict:
        organisation = self.kitos.municipality
        return {
            "createdBy": self.named(subject.created_by), "lastModified": self.kitos.moment(-700, -1),
            "lastModifiedBy": self.named(subject.modified_by),
            "organizationContext": {"cvr": organisation.cvr, "uuid": organisation.id, "name": organisation.name},
            "roles": [{"user": {"uuid": user, "name": name}, "role": {"uuid": role, "name": role_name}}
                      for user, name, role, role_name in subject.holders],
            "externalReferences": []}

    def usage(self, subject: Subject) -> dict:
        return {
            "uuid": subject.id, "createdAt": self.kitos.moment(-3000, -701), **self.common(subject),
            "systemContext": {"uuid": self.kitos.id(), "name": subject.name},
            "general": {"localSystemId": None, "localCallName": subject.name[:6], "notes": None, "systemVersion": None,
                        "mainContract": None, "validity": {
                            "valid": True, "validAccordingToValidityPeriod": True, "validAccordingToLifeCycle": True,
                            "validAccordingToMainContract": True, "lifeCycleStatus": "Operational", "validFrom": None,
                            "validTo": None},
                        "technicalSystemTypes": [], "licensingAndCodeModels": [], "containsAITechnology": "No"},
            "organizationUsage": {"usingOrganizationUnits": [], "responsibleOrganizationUnit": None},
            "localKLEDeviations": {"removedKLE": [], "addedKLE": []}, "archiving": {}, "gdpr": {},
            "outgoingSystemRelations": []}

    def contract(self, subject: Subject) -> dict:
        return {
            "uuid": subject.id, "name": subject.name, **self.common(subject), "parentContract": None,
            "general": {"contractId": f"K-{self.rng.randrange(10, 9999)}", "contractType": None,
                        "contractTemplate": None, "agreementElements": [], "notes": None, "criticality": None,
                        "validity": {"valid": True, "enforcedValid": False, "validFrom": None, "validTo": None}},
            "procurement": {},
            "supplier": {"organization": None, "signed": False, "signedBy": None, "signedAt": None},
            "responsible": {"organizationUnit": None, "signed": False, "signedBy": None, "signedAt": None},
            "systemUsages": [], "dataProcessingRegistrations": [], "paymentModel": {}, "agreementPeriod": {},
            "termination": {}, "payments": {"external": [], "internal": []}}

    def processing(self, subject: Subject) -> dict:
        return {
            "name": subject.name, "uuid": subject.id, **self.common(subject),
            "general": {"dataResponsible": None, "isAgreementConcluded": "Yes", "agreementConcludedAt": None,
                        "dataProcessors": [], "subDataProcessors": [],
                        "validity": {"valid": True, "enforceInvalidity": False, "validationErrors": []},
                        "mainContract": None, "associatedContracts": [], "responsibleOrganizationUnit": None},
            "systemUsages": [],
            "oversight": {"oversightOptions": [], "isOversightCompleted": "No", "oversightDates": []}}

    @staticmethod
    def role_type(role: str, name: str, write: bool) -> dict:
        return {"writeAccess": write, "isExternallyAvailable": False, "externallyAvailableDescription": None,
                "description": None, "uuid": role, "name": name}

    # The organisation's own exports

    def table(self, header: list, rows: list, separator: str, quoting: int, end: str) -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator, quoting=quoting, lineterminator=end)
        writer.writerow(header)
        writer.writerows(rows)
        return out.getvalue()

    def mailboxes(self) -> None:
        """As PowerShell's Export-Csv writes it: a #TYPE line, every cell quoted, Windows line ends, lists joined."""
        rows = []
        for index, box in enumerate(self.shuffled(self.staff.mailboxes)):
            addresses = [f"SMTP:{box.email}"] + [f"smtp:{alias}" for alias in box.aliases]
            if index % 17 == 0:
                addresses.append(f"SIP:{box.email}")
            if index % 40 == 0:
                addresses.append(f"X500:/o=Havnstrup/ou=External/cn=Recipients/cn={index:08x}")
            rows.append([box.name, box.email, box.kind, ";".join(addresses), box.outside_refused,
                         ";".join(box.senders)])
        header = ["DisplayName", "PrimarySmtpAddress", "RecipientTypeDetails", "EmailAddresses",
                  "RequireSenderAuthenticationEnabled", "AcceptMessagesOnlyFromSendersOrMembers"]
        # Two directories: mailboxes in the cloud are exported apart from those of the municipality's own servers.
        cloud = [row for row in rows if row[2].startswith("Remote") or row[2] == "SharedMailbox"]
        for path, part in [("exchange/mailboxes.csv", [row for row in rows if row not in cloud]),
                           ("exchange/mailboxes-cloud.csv", cloud)]:
            text = "#TYPE Selected.Microsoft.Exchange.Data.Directory.Management.Mailbox\r\n" + self.table(
                header, part, ";" if self.other_dialect else ",", csv.QUOTE_ALL, "\r\n")
            self.put(path, b"\xef\xbb\xbf" + text.encode())
            self.sources.append((path, MAILBOXES, "", len(part)))

    def employees(self) -> None:
        rows = []
        for person in self.shuffled(self.staff.people):
            for start, end in person.employments:
                rows.append([person.number, person.name, person.email if person.email_in_hr else "", person.unit,
                             day(start), "31-13-2026" if person.bad_end else day(end)])
        header = ["id", "name", "email", "unit", "start", "end"]
        if self.other_dialect:
            text = self.table(header, rows, ";", csv.QUOTE_MINIMAL, "\r\n")
            self.put("hr/employees.csv", text.encode("cp1252", errors="replace"))
        else:
            self.put("hr/employees.csv", self.table(header, rows, ",", csv.QUOTE_MINIMAL, "\n").encode())
        self.sources.append(("hr/employees.csv", EMPLOYEES, "", len(rows)))

    # Settings

    def settings(self) -> None:
        """What the files do not say themselves, and what must be there."""
        names = {organisation.id: organisation for organisation in self.kitos.organisations}
        lines = ["# What the exports of Havnstrup Kommune do not say themselves, and what an audit must find here.",
                 "sources:"]
        for organisation in self.kitos.organisations:
            lines += [f"  - path: \"kitos/{FOLDERS[organisation.key]}/users-page-*.json\"  # {organisation.name}",
                      f"    kind: {USERS}", f"    organisation: {organisation.id}"]
        for path, context in self.contexts.items():
            if context["kind"] == PERMISSIONS:
                lines.append(f"  - {{ path: \"{path}\", " + ", ".join(f"{key}: {value}" for key, value in context.items()) + " }")
                continue
            lines.append(f"  - path: \"{path}\"")
            lines += [f"    {key}: {value}" for key, value in context.items()]
        for path, kind, organisation, _ in self.sources:
            if kind in {OVERVIEW, TABLE, GLOBAL_ADMINS} and path not in self.contexts:
                lines += [f"  - path: \"{path}\"", f"    kind: {kind}"]
                lines += [f"    organisation: {organisation}"] if organisation else []
        for kind in ROLE_KINDS:
            lines += [f"  - path: \"kitos/role-types/{kind}*.json\"", f"    kind: {ROLE_KINDS[kind]}"]
        lines += ["", "# Fewer records than last month make the audit incomplete, not clean.", "expect:"]
        totals: dict = {}
        for _, kind, organisation, records in self.sources:
            totals[kind, organisation] = totals.get((kind, organisation), 0) + records
        for (kind, organisation), records in totals.items():
            lines.append(f"  - kind: {kind}")
            if organisation:
                lines.append(f"    organisation: {organisation}  # {names[organisation].name}")
            lines.append(f"    records: {records}")
        lines += ["", "ignore: [\".gitattributes\", \"README.md\", \"planted.json\"]",
                  "", "parameters:", "  kitos.max_local_admins: 3", f"  kitos.secretariat: [{SECRETARIAT}]"]
        if self.own_domains:
            lines.append(f"  organisation.own_domains: [{', '.join(self.own_domains)}]")
        self.put("tilsyn.yaml", ("\n".join(lines) + "\n").encode())


def phone(user: str) -> str:
    """A number in a range that is nobody's, from the digits of an id."""
    digits = [str(int(digit, 16) % 10) for digit in user[:4]]
    return f"00 {digits[0]}{digits[1]} 00 {digits[2]}{digits[3]}"
