"""What an audit of the folder must find, worked out from the files alone.

Plain Python over the exported files, written from the table of the Kitos policies and the meaning of certain and
possible, not from any policy file. Each function below is one policy; its documentation string is the reasoning.
A statement about incomplete data has one of three values: YES and NO are certain, MAYBE is neither.
"""
import csv
import datetime
import io
import json
import pathlib

NO, MAYBE, YES = 0, 1, 2
PERSONAL = {"UserMailbox", "LinkedMailbox", "LegacyMailbox", "RemoteUserMailbox"}
FUNCTIONAL = {"SharedMailbox", "RemoteSharedMailbox"}
NO_MAILBOX = {"MailContact", "MailForestContact", "MailUser", "GuestMailUser"}
MODULE_ADMINS = {"OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin"}
ORGANISATION_ROLES = MODULE_ADMINS | {"User", "LocalAdmin", "GlobalAdmin", "RightsHolderAccess"}
# Which module administrator may change which kind of object; a local administrator may change all.
COVERS = {"usage": {"SystemModuleAdmin"}, "contract": {"ContractModuleAdmin"},
          "data-processing": {"SystemModuleAdmin", "ContractModuleAdmin"}}
KIND = {"kitos.api-v2.usages": "usage", "kitos.api-v2.contracts": "contract",
        "kitos.api-v2.data-processing": "data-processing"}
ANY = "*"


class World:
    """The facts and the holes of the exports."""

    def __init__(self, folder: pathlib.Path, sources: list, own_domains: list, as_of: datetime.date, max_admins: int):
        self.as_of, self.max_admins, self.stated_domains = as_of, max_admins, set(own_domains)
        self.users: dict = {}  # id: (address, API flag)
        self.organisations: set = set()
        self.roles: set = set()  # (user, organisation, role)
        self.unreadable_roles: set = set()  # (user, organisation): a role that the audit does not know
        self.types: dict = {"usage": {}, "contract": {}, "data-processing": {}, "unit": {}}  # role: (write, available)
        self.objects: dict = {}  # id: (kind, organisation, last modifier)
        self.assignments: set = set()  # (user, object, role)
        self.boxes: list = []  # (addresses, type, refuses outside, restricted)
        self.persons: dict = {}  # id: [end or None or "?"]
        self.addresses: dict = {}  # address: persons
        for path, kind, organisation, _ in sources:
            data = (folder / path).read_bytes()
            if kind == "kitos.api-v2.users":
                self.read_users(json.loads(data), organisation)
            elif kind in KIND:
                self.read_objects(json.loads(data), KIND[kind])
            elif kind.endswith("-role-types"):
                self.read_types(json.loads(data), kind.removeprefix("kitos.api-v2.").removesuffix("-role-types"))
            elif kind == "exchange.mailboxes":
                self.read_mailboxes(rows(data))
            else:
                self.read_employees(rows(data))
        # Who holds a role but is in no user list: a user of whom nothing is known, who may be an API user.
        self.strangers = {user for user, _, _ in self.assignments} - set(self.users)

    def read_users(self, records: list, organisation: str) -> None:
        self.organisations.add(organisation)
        for record in records:
            user = record["uuid"]
            known = (record["email"].lower(), record["apiAccess"])
            assert self.users.setdefault(user, known) == known, "lists that disagree are not part of this example"
            for role in record["roles"]:
                if role in ORGANISATION_ROLES:
                    self.roles.add((user, organisation, role))
                else:
                    self.unreadable_roles.add((user, organisation))

    def read_objects(self, records: list, kind: str) -> None:
        for record in records:
            modifier = record["lastModifiedBy"]["uuid"] if record["lastModifiedBy"] else None
            self.objects[record["uuid"]] = (kind, record["organizationContext"]["uuid"], modifier)
            for entry in record["roles"]:
                self.assignments.add((entry["user"]["uuid"], record["uuid"], entry["role"]["uuid"]))

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
            self.persons.setdefault(record["id"], []).append(end_of(record["end"]))
            if record["email"]:
                self.addresses.setdefault(record["email"].lower(), set()).add(record["id"])

    # Terms of the table

    def api_users(self) -> list:
        return sorted(user for user, (_, api) in self.users.items() if api)

    def boxes_of(self, email: str) -> list:
        """Directory match: the primary address or an `smtp:` entry. The directory is complete."""
        return [box for box in self.boxes if email in box[1]]

    def own(self, email: str) -> int:
        """Own domain: stated, else a domain of a mailbox; one whose recipient type is empty may be a mailbox."""
        domain = email.split("@")[1]
        if self.stated_domains:
            return YES if domain in self.stated_domains else NO
        types = {box[2] for box in self.boxes if box[0].split("@")[1] == domain}
        if types - NO_MAILBOX - {""}:
            return YES
        return MAYBE if "" in types else NO

    def personal(self, email: str) -> int:
        return max([YES if box[2] in PERSONAL else MAYBE if box[2] == "" else NO for box in self.boxes_of(email)],
                   default=NO)

    def functional(self, email: str) -> int:
        return max([YES if box[2] in FUNCTIONAL else MAYBE if box[2] == "" else NO for box in self.boxes_of(email)],
                   default=NO)

    def write_of(self, object_id: str, role: str) -> int:
        """A role that no document has may write."""
        known = self.types[self.objects[object_id][0]].get(role)
        return MAYBE if known is None else YES if known[0] else NO


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


def end_of(cell: str) -> datetime.date | str | None:
    try:
        return datetime.date.fromisoformat(cell) if cell else None
    except ValueError:
        return "?"


def verdict(fail: int, unverified: int = NO) -> str:
    """A certain fail fails; a possible fail, or a possible reason to doubt, is unverified."""
    return "fail" if fail == YES else "unverified" if fail == MAYBE or unverified != NO else "pass"


class Judged:
    """What one policy says: `members` by subject, and what may be a member without anybody knowing."""

    def __init__(self):
        self.members: dict = {}  # subject: (verdict, violating)
        self.holes: list = []

    def add(self, subject: dict, result: str, violating: list | None = None) -> None:
        self.members[tuple(subject.items())] = (result, sorted(violating or []))


def over_api_users(world: World, judge) -> Judged:
    """Every API user is a member. A stranger may be an API user, and nobody can say that the rule holds for him."""
    judged = Judged()
    for user in world.api_users():
        judged.add({"user": user}, *judge(user, world.users[user][0]))
    judged.holes = [{"user": user} for user in sorted(world.strangers)]
    return judged


def not_a_person(world: World) -> Judged:
    """Fail: the address, or another address of its mailbox, is in HR (present or past), or the mailbox is personal.
    Unverified: the type is not known and may be personal; or no fail, and the directory does not know the address
    (HR is complete here)."""
    def judge(user: str, email: str):
        addresses = {email}.union(*(box[1] for box in world.boxes_of(email)))
        persons = set().union(*(world.addresses.get(address, set()) for address in addresses))
        unknown = NO if world.boxes_of(email) else YES
        return verdict(max(YES if persons else NO, world.personal(email)), unknown), list(persons)
    return over_api_users(world, judge)


def functional_mailbox(world: World) -> Judged:
    """Fail: personal; or an own-domain address that the complete directory does not know. Unverified: a foreign domain,
    perhaps foreign included; a type that is neither personal nor functional, or not known."""
    def judge(user: str, email: str):
        known, own = bool(world.boxes_of(email)), world.own(email)
        neither = known and world.functional(email) != YES
        return (verdict(max(world.personal(email), NO if known else own), YES if neither or own != YES else NO),)
    return over_api_users(world, judge)


def receives_mail(world: World) -> Judged:
    """Fail: outside mail is refused; or no such mailbox in an own domain. Unverified: that setting is empty; a foreign
    domain; senders restricted."""
    def judge(user: str, email: str):
        boxes, own = world.boxes_of(email), world.own(email)
        refused = max([YES if box[3] == "True" else MAYBE if box[3] == "" else NO for box in boxes], default=NO)
        doubt = own != YES or any(box[4] for box in boxes)
        return (verdict(max(refused, NO if boxes else own), YES if doubt else NO),)
    return over_api_users(world, judge)


def covered(world: World, user: str, object_id: str) -> int:
    """Whether a role that the exports can show lets the user change the object: local administrator or the module's
    administrator in the object's organisation, or a role on it that writes. Global administrators are hidden in every
    export of this example and therefore no cover: the message of the policy names them."""
    kind, organisation, _ = world.objects[object_id]
    if any((user, organisation, role) in world.roles for role in COVERS[kind] | {"LocalAdmin"}):
        return YES
    cover = MAYBE if (user, organisation) in world.unreadable_roles else NO
    held = [world.write_of(o, role) for u, o, role in world.assignments if u == user and o == object_id]
    return max([cover, *held])


def write_via_role(world: World) -> Judged:
    """Fail: the user changed an object last, and nothing visible covers it. Unverified: everybody else, because no
    document here can show a global administrator: "no write visible" is all that can be said."""
    def judge(user: str, email: str):
        changed = [o for o, (_, _, modifier) in world.objects.items() if modifier == user]
        uncovered = [o for o in changed if covered(world, user, o) == NO]
        return verdict(YES if uncovered else NO, YES), uncovered
    return over_api_users(world, judge)


def without_admin_role(world: World) -> Judged:
    """Fail: local administrator or a module's administrator in any organisation. Unverified: everybody else, because
    global administrators are filtered out of every user list."""
    def judge(user: str, email: str):
        roles = [(o, r) for u, o, r in world.roles if u == user and r in MODULE_ADMINS | {"LocalAdmin", "GlobalAdmin"}]
        return verdict(YES if roles else NO, YES), [organisation for organisation, _ in roles]
    return over_api_users(world, judge)


def own_domain(world: World) -> Judged:
    """Fail: the domain is none of the own ones. Unverified: it may be one, since a recipient of that domain may or may
    not be a mailbox."""
    return over_api_users(world, lambda user, email: (verdict(YES - world.own(email)),))


def rights_holder(world: World) -> Judged:
    """Members: users with RightsHolderAccess, in the organisation where they have it. Fail: any role there but User.
    Unverified: everybody else, because a hidden global administrator has one more role there; and, as possible members,
    users of whose roles one could not be read."""
    judged = Judged()
    for user, organisation, role in sorted(world.roles):
        if role == "RightsHolderAccess":
            others = {r for u, o, r in world.roles if u == user and o == organisation} - {"User", "RightsHolderAccess"}
            judged.add({"user": user, "organisation": organisation}, verdict(YES if others else NO, YES))
    judged.holes = [
        {"user": user, "organisation": organisation} for user, organisation in sorted(world.unreadable_roles)
        if (user, organisation, "RightsHolderAccess") not in world.roles]
    return judged


def write_role_resolved(world: World) -> Judged:
    """Members: role assignments of API users. Fail: the role is withdrawn, and writes. Unverified: no document has the
    role. The assignments of a stranger may be an API user's."""
    judged = Judged()
    for user, object_id, role in sorted(world.assignments):
        subject = {"user": user, "object": object_id, "role": role}
        known = world.types[world.objects[object_id][0]].get(role)
        if user in world.strangers:
            judged.holes.append(subject)
        elif world.users[user][1]:
            withdrawn_write = MAYBE if known is None else YES if known == (True, False) else NO
            judged.add(subject, verdict(withdrawn_write))
    return judged


def local_admin_count(world: World) -> Judged:
    """Members: organisations with a user list. Fail: more local administrators than allowed; or none, in a list without
    an unreadable role. Unverified: a role that could not be read may be one administrator more, or the only one."""
    judged = Judged()
    for organisation in sorted(world.organisations):
        admins = {u for u, o, r in world.roles if o == organisation and r == "LocalAdmin"}
        most = len(admins | {u for u, o in world.unreadable_roles if o == organisation})
        above = YES if len(admins) > world.max_admins else MAYBE if most > world.max_admins else NO
        none = YES if most == 0 else MAYBE if not admins else NO
        judged.add({"organisation": organisation}, verdict(max(above, none)))
    return judged


def leaver(world: World) -> Judged:
    """Members: users with any right. Fail: HR knows the address, and every employment of the person has ended before
    the audit's date (the last day itself still counts). Unverified: an own-domain address that HR does not know and
    that is no functional mailbox."""
    judged = Judged()
    holders = {user for user, _, _ in world.roles} | {user for user, _, _ in world.assignments}
    for user in sorted(holders - world.strangers):
        email = world.users[user][0]
        left, persons = NO, world.addresses.get(email, set())
        for person in persons:
            ends = world.persons[person]
            over = [end != "?" and end is not None and end < world.as_of for end in ends]
            left = max(left, YES if all(over) else
                       MAYBE if all(past or end == "?" for past, end in zip(over, ends)) else NO)
        doubt = not persons and world.own(email) != NO and world.functional(email) != YES
        judged.add({"user": user}, verdict(left, YES if doubt else NO), list(persons) if left == YES else [])
    judged.holes = [{"user": user} for user in sorted(holders & world.strangers)]
    return judged


POLICIES = {
    "kitos.api-user-is-not-a-person": not_a_person,
    "kitos.api-user-is-functional-mailbox": functional_mailbox,
    "kitos.api-mailbox-receives-mail": receives_mail,
    "kitos.write-only-via-assigned-role": write_via_role,
    "kitos.api-user-without-admin-role": without_admin_role,
    "kitos.rights-holder-not-combined": rights_holder,
    "kitos.write-role-resolved": write_role_resolved,
    "kitos.local-admin-count": local_admin_count,
    "kitos.api-user-in-own-domain": own_domain,
    "kitos.leaver-holds-no-right": leaver,
}
