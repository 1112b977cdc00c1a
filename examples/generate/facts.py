"""What the exported files say, read with nothing but the standard library."""
import csv
import datetime
import hashlib
import io
import json
import pathlib

MODULE_ADMINS = {"OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin"}
ORGANISATION_ROLES = MODULE_ADMINS | {"User", "LocalAdmin", "GlobalAdmin", "RightsHolderAccess"}
KIND = {"kitos.api-v2.usages": "usage", "kitos.api-v2.contracts": "contract",
        "kitos.api-v2.data-processing": "data-processing"}


class Facts:
    """What the files say, record by record; `World` says what it means."""

    def __init__(self, folder: pathlib.Path, sources: list, contexts: dict, as_of: datetime.date):
        self.as_of = as_of
        self.users: dict = {}  # id: (address, API flag in any document)
        self.flags: dict = {}  # id: what documents say of the API flag
        self.members: dict = {}  # id: organisations whose lists name the user
        self.logins: dict = {}  # id: the latest login, or None, where a document tells it
        self.admin_known: set = set()  # users of whom some document tells whether they are global administrators
        self.global_admins: set = set()
        self.admins_are_listed = False
        self.integrators: set = set()
        self.integrators_known: set = set()  # users of whom some document tells whether they are system integrators
        self.integrators_are_listed = False
        self.grants: dict = {}  # (user, organisation or object, role): who gave it, or None
        self.active: dict | None = None  # id: names of organisations, as the secretariat's list has them
        self.register: dict = {}  # address: row of the register of mailboxes
        self.approvals: list = []
        self.documents: dict = {}  # what a Kitos document is of: (holds a password, has records that cannot be used)
        self.organisations: set = set()
        self.roles: set = set()  # (user, organisation, role)
        self.unreadable_roles: set = set()  # (user, organisation): a role that the audit does not know
        self.types: dict = {"usage": {}, "contract": {}, "data-processing": {}, "unit": {}}  # role: (write, available)
        self.objects: dict = {}  # id: (kind, organisation, last modifier)
        self.entries: dict = {}  # id of the catalogue: (kind, organisation, organisation of the rights holder or None, last modifier)
        self.answers: dict = {}  # user: [(object, what Kitos lets the user do)]
        self.assignments: set = set()  # (user, object, role)
        self.boxes: list = []  # (addresses, type, refuses outside, restricted)
        self.persons: dict = {}  # id: [end or None or "?"]
        self.starts: dict = {}  # id: [start or None or "?"]
        self.addresses: dict = {}  # address: persons
        self.person_names: dict = {}  # id: names in HR
        self.user_names: dict = {}  # id: names in Kitos, as each document writes them
        alike: dict = {}  # kind and context: documents by digest
        # Documents of other kinds repeat what these say: see others.py. Documents that give uuids come before those that give addresses only.
        for path, kind, organisation, _ in sorted(sources, key=lambda source: source[1] == "kitos.ui.users"):
            data = (folder / path).read_bytes()
            unreadable = len(self.unreadable_roles)
            if kind == "kitos.api-v2.users":
                self.read_users(json.loads(data), organisation)
            elif kind == "kitos.odata.users":
                self.read_table(json.loads(data)["value"], organisation)
            elif kind == "kitos.ui.users" and path.endswith(".csv"):
                self.read_overview(rows(data), organisation)
            elif kind == "kitos.internal.cross-organisation-users":
                self.active = {row["uuid"]: set(row["organizationsWhereActive"]) for row in json.loads(data)}
            elif kind == "kitos.internal.global-admins":
                self.global_admins |= {row["uuid"] for row in json.loads(data)}
                self.admins_are_listed = True
            elif kind == "kitos.internal.system-integrators":
                self.integrators |= {row["uuid"] for row in json.loads(data)}
                self.integrators_are_listed = True
            elif kind == "kitos.api-v2.permissions":
                asked = contexts[path]
                self.answers.setdefault(asked["user"], []).append((asked["object"], json.loads(data)))
            elif kind in {"kitos.api-v2.systems", "kitos.api-v2.interfaces"}:
                self.read_catalogue(json.loads(data), kind.removeprefix("kitos.api-v2.").removesuffix("s"))
            elif kind == "organisation.mailbox-register":
                self.register = {row["email"].lower(): row for row in rows(data)}
            elif kind == "organisation.approvals":
                self.read_approvals(data.decode())
            elif kind in KIND:
                self.read_objects(json.loads(data), KIND[kind])
            elif kind.endswith("-role-types"):
                self.read_types(json.loads(data), kind.removeprefix("kitos.api-v2.").removesuffix("-role-types"))
            elif kind == "exchange.mailboxes":
                self.read_mailboxes(rows(data))
            elif kind == "organisation.employees":
                self.read_employees(rows(data))
            if kind.startswith("kitos."):
                has_password = b'"Password":' in data
                context = {"organisation": organisation, **contexts.get(path, {})}
                parts = [f" of {what} {context[what]}" for what in ("organisation", "user", "object") if context.get(what)]
                told = (has_password, len(self.unreadable_roles) > unreadable)
                alike.setdefault(kind + "".join(parts), {})[hashlib.sha256(data).hexdigest()[:12]] = told
        for name, found in alike.items():
            for digest, told in found.items():
                self.documents[f"{name} ({digest})" if len(found) > 1 else name] = told
        # Who holds a role but is in no user list: a user of whom nothing is known, who may be an API user.
        self.strangers = {user for user, _, _ in self.assignments} - set(self.users)
        if self.admins_are_listed:
            self.admin_known |= set(self.users)
        if self.integrators_are_listed:
            self.integrators_known |= set(self.users)

    def read_users(self, records: list, organisation: str) -> None:
        self.organisations.add(organisation)
        for record in records:
            user = record["uuid"]
            self.add_user(user, record["email"].lower(), record["apiAccess"], organisation)
            self.user_names.setdefault(user, set()).add(record["name"])
            for role in record["roles"]:
                if role in ORGANISATION_ROLES:
                    self.roles.add((user, organisation, role))
                else:
                    self.unreadable_roles.add((user, organisation))

    def add_user(self, user: str, email: str, api: bool, organisation: str) -> None:
        known = self.users.get(user, (email, False))
        assert known[0] == email, "lists that disagree on an address are not part of this example"
        self.users[user] = (email, known[1] or api)
        self.flags.setdefault(user, set()).add(api)
        self.members.setdefault(user, set()).add(organisation)

    def read_table(self, records: list, organisation: str) -> None:
        """The table behind the pages: who gave a right is a number, which other records of it may explain."""
        numbers = {record["Id"]: record["Uuid"] for record in records}
        self.organisations.add(organisation)
        for record in records:
            user = record["Uuid"]
            self.add_user(user, record["Email"].lower(), bool(record["HasApiAccess"]), organisation)
            self.admin_known.add(user)
            self.integrators_known.add(user)
            self.logins[user] = record["LastLogin"] or self.logins.get(user)
            if record["IsGlobalAdmin"]:
                self.global_admins.add(user)
            if record["IsSystemIntegrator"]:
                self.integrators.add(user)
            for right in record["OrganizationRights"]:
                self.roles.add((user, organisation, right["Role"]))
                self.grants[user, organisation, right["Role"]] = numbers.get(right["ObjectOwnerId"])
            for key in ["ItSystemRights", "ItContractRights", "DataProcessingRegistrationRights"]:
                for right in record[key]:
                    self.table_right(key, user, right, numbers)

    def table_right(self, key: str, user: str, right: dict, numbers: dict) -> None:
        held, role = right["Object"]["Uuid"], right["Role"]
        self.assignments.add((user, held, role["Uuid"]))
        self.grants[user, held, role["Uuid"]] = numbers.get(right["ObjectOwnerId"])
        kind = {"ItSystemRights": "usage", "ItContractRights": "contract"}.get(key, "data-processing")
        # Whether it can be assigned today, the table does not say.
        self.types[kind].setdefault(role["Uuid"], (role["HasWriteAccess"], None))

    def read_overview(self, records: list, organisation: str) -> None:
        by_email = {email: user for user, (email, _) in self.users.items()}
        titles = {"Lokal Admin": "LocalAdmin", "Organisations Admin": "OrganizationModuleAdmin",
                  "System Admin": "SystemModuleAdmin", "Kontrakt Admin": "ContractModuleAdmin",
                  "Rettighedshaveradgang": "RightsHolderAccess"}
        for record in records:
            email = record["Email"].lower()
            user = by_email[email]
            self.add_user(user, email, record["API bruger"] == "Ja", organisation)
            self.user_names.setdefault(user, set()).add(record["Navn"])
            self.logins[user] = record["Seneste login"] or self.logins.get(user)
            self.roles |= {(user, organisation, role) for title, role in titles.items() if record[title] == "Ja"}

    def read_approvals(self, text: str) -> None:
        for line in text.splitlines():
            if line.startswith("  - {"):
                parts = (part.split(": ", 1) for part in line[5:].strip(" {}").split(", "))
                self.approvals.append({key: value.lower() for key, value in parts})

    def read_objects(self, records: list, kind: str) -> None:
        for record in records:
            modifier = record["lastModifiedBy"]["uuid"] if record["lastModifiedBy"] else None
            self.objects[record["uuid"]] = (kind, record["organizationContext"]["uuid"], modifier)
            for entry in record["roles"]:
                self.assignments.add((entry["user"]["uuid"], record["uuid"], entry["role"]["uuid"]))

    def read_catalogue(self, records: list, kind: str) -> None:
        for record in records:
            holder = record["rightsHolder"]["uuid"] if record["rightsHolder"] else None
            self.entries[record["uuid"]] = (kind, record["organizationContext"]["uuid"], holder, record["lastModifiedBy"]["uuid"])

    def read_types(self, records: list | dict, kind: str) -> None:
        for record in records if isinstance(records, list) else [records]:
            self.types[kind][record["uuid"]] = (record["writeAccess"], record.get("isAvailable", True))

    def read_mailboxes(self, records: list) -> None:
        for record in records:
            addresses = {record["PrimarySmtpAddress"].lower()}
            for entry in record["EmailAddresses"].split(";"):
                if entry.lower().startswith("smtp:"):
                    addresses.add(entry[5:].lower())
            self.boxes.append((record["PrimarySmtpAddress"].lower(), addresses, record["RecipientTypeDetails"],
                               record["RequireSenderAuthenticationEnabled"],
                               bool(record["AcceptMessagesOnlyFromSendersOrMembers"])))

    def read_employees(self, records: list) -> None:
        for record in records:
            self.persons.setdefault(record["id"], []).append(day_of(record["end"]))
            self.starts.setdefault(record["id"], []).append(day_of(record["start"]))
            self.person_names.setdefault(record["id"], set()).add(record["name"].lower())
            if record["email"]:
                self.addresses.setdefault(record["email"].lower(), set()).add(record["id"])


def rows(data: bytes) -> list:
    """The records of a CSV file: UTF-8 or Windows-1252, a #TYPE line in front, comma or semicolon."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    if text.startswith("#TYPE"):
        text = text.split("\n", 1)[1]
    header = text.split("\n", 1)[0]
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in header else ","))


def day_of(cell: str) -> datetime.date | str | None:
    try:
        return datetime.date.fromisoformat(cell) if cell else None
    except ValueError:
        return "?"
