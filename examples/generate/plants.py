"""What is planted: API users and other Kitos users that break a rule, or that no export can clear.

The verdicts here are what the author of the example *intends*; `reasoning.py` works them out a second time from the
files that were written, and the generator stops where the two disagree.
"""
from dataclasses import dataclass, field

USAGE, CONTRACT, PROCESSING = "usage", "contract", "data-processing"

# The order of the letters in `ApiPlant.verdicts`.
API_POLICIES = [
    "kitos.api-user-is-not-a-person",
    "kitos.api-user-is-functional-mailbox",
    "kitos.api-mailbox-receives-mail",
    "kitos.write-only-via-assigned-role",
    "kitos.api-user-without-admin-role",
    "kitos.api-user-in-own-domain",
    "kitos.leaver-holds-no-right",
]

# Policies that ask whether somebody is a global administrator, or a system integrator: the same lists show both.
ADMIN_POLICIES = ["kitos.write-only-via-assigned-role", "kitos.api-user-without-admin-role"]
CATALOGUE, PERMISSIONS, INTEGRATOR = ("kitos.catalogue-write-only-via-assigned-role",
                                      "kitos.permission-only-via-assigned-role", "kitos.write-only-not-as-integrator")
APPROVED, DEDICATED = "kitos.api-access-approved", "kitos.api-mailbox-is-dedicated"

PERSONAL = ["UserMailbox", "LinkedMailbox", "LegacyMailbox", "RemoteUserMailbox"]


@dataclass
class ApiPlant:
    """One API user. Letters of `verdicts`: F fail, U unverified, P pass; the others as explained in `resolve`."""
    note: str
    verdicts: str
    address: str = "functional"  # functional | present | past | last-day | vendor | neighbour
    mailbox: str | None = "SharedMailbox"  # None: the directory does not know the address; "": the type cell is empty
    outside_refused: str = "False"  # RequireSenderAuthenticationEnabled
    restricted: bool = False  # AcceptMessagesOnlyFromSendersOrMembers has entries
    former_address: bool = False  # the mailbox also has the address of somebody who left
    by_alias: bool = False  # the address in Kitos is an alias, the mailbox has another primary address
    shouting: bool = False  # the address is in capitals in Kitos
    roles: list = field(default_factory=list)  # beside User, in the municipality
    utility_roles: list | None = None  # roles in the second organisation, where the user is a member there too
    only_in_utility: bool = False
    well_given: bool = False  # a local administrator gave the roles in the second organisation
    global_admin: bool = False  # shown by the secretariat's list only
    holds: list = field(default_factory=list)  # (kind, write | read | withdrawn-write | withdrawn-read | unknown)
    modified: list = field(default_factory=list)  # (kind, held | free)
    modified_too: list = field(default_factory=list)  # kinds of one more object each, which others hold
    entry: str | None = None  # what the user changed in the catalogue: own | rights | foreign
    integrator: bool = False  # a system integrator, shown by the secretariat's list
    hidden_right: bool = False  # Kitos lets the user change what it is asked about, whatever its roles
    asked: bool = True  # Kitos was asked what it lets the user do
    approver: str | None = None  # colleague | alias: gave the approval, and not the secretariat
    deputy_alias: bool = False  # the deputy of the mailbox is its owner under another address
    more: dict = field(default_factory=dict)  # policy: letter, of the policies without one in `verdicts`

    def resolve(self, policy: str, own_domains_stated: bool, admins_are_known: bool) -> str:
        """F, U or P. The neighbour's domain is foreign where the domains are stated, else nobody can say. `G` fails where
        global administrators are known; and where they are, `U` of a policy that asks for them is a pass, but for a role
        that no document has. `S` is a change that a supplier may make, which nothing decides."""
        if policy not in API_POLICIES:
            return self.more.get(policy, "U" if policy == INTEGRATOR and not admins_are_known else "P")
        letter = self.verdicts[API_POLICIES.index(policy)]
        if letter == "S":
            return "U"
        if policy in ADMIN_POLICIES:
            if letter == "G":
                return "F" if admins_are_known else "U"
            if letter == "U" and admins_are_known:
                has_unknown_role = any(want == "unknown" for _, want in self.holds)
                return "U" if policy == ADMIN_POLICIES[0] and has_unknown_role else "P"
        if letter == "M":
            return "F" if own_domains_stated else "U"
        if letter == "m":
            return "P" if own_domains_stated else "U"
        return letter


# The first twelve show every kind of verdict of every policy, so that a small municipality shows them too.
API_PLANTS = [
    ApiPlant("a mailbox made for the API, with a write role on what it changed", "PPPUUPP",
             holds=[(USAGE, "write")], modified=[(USAGE, "held")]),
    ApiPlant("an employee's own address, local administrator as well", "FFPUFPP", address="present",
             mailbox="UserMailbox", roles=["LocalAdmin"], modified=[(USAGE, "free")]),
    ApiPlant("the address of somebody who left; the mailbox is gone", "FFFUUPF", address="past", mailbox=None),
    ApiPlant("a shared mailbox that also receives a former employee's mail; changed a contract as system administrator",
             "FPPFFPP", former_address=True, roles=["SystemModuleAdmin"], modified=[(CONTRACT, "free")]),
    ApiPlant("the vendor's own shared API user, which changed a system without a role, and still may", "PPPFUFP",
             address="vendor", mailbox=None, modified=[(USAGE, "free")], hidden_right=True, more={PERMISSIONS: "F"}),
    ApiPlant("a distribution group that refuses mail from outside", "PUFUUPU", mailbox="MailUniversalDistributionGroup",
             outside_refused="True"),
    ApiPlant("a mailbox whose type and whose setting for outside mail are empty in the export", "UUUUUPU", mailbox="",
             outside_refused=""),
    ApiPlant("a service account with a mailbox of its own and a withdrawn role that nobody can look up; a system integrator, "
             "and the last to have changed a system of the catalogue", "FFUUUPU", mailbox="UserMailbox", restricted=True,
             holds=[(USAGE, "unknown")], modified=[(USAGE, "held")], hidden_right=True, integrator=True, entry="own",
             more={CATALOGUE: "F", PERMISSIONS: "U", INTEGRATOR: "U"}),
    ApiPlant("accepts mail from some senders only; a withdrawn role that still writes; contract administrator",
             "PPUUFPP", restricted=True, roles=["ContractModuleAdmin"], holds=[(CONTRACT, "withdrawn-write")],
             modified=[(CONTRACT, "held")]),
    ApiPlant("the alias of a linked mailbox; rights holder, as which it changed a system of the catalogue, and organisation "
             "administrator at once", "FFPUFPU", mailbox="LinkedMailbox", by_alias=True,
             roles=["RightsHolderAccess", "OrganizationModuleAdmin"], holds=[(CONTRACT, "unknown")], entry="rights"),
    ApiPlant("a room; local administrator of the utility only, which a colleague made it, but changed a contract of the "
             "municipality, and a registration, which it may for a supplier", "PUPFFPU", mailbox="RoomMailbox",
             utility_roles=["User", "LocalAdmin"], holds=[(PROCESSING, "unknown")], modified=[(PROCESSING, "free")],
             modified_too=[CONTRACT]),
    ApiPlant("an address of the neighbours' IT partnership, which nobody asked Kitos about; changed a registration with a "
             "reading role, and an interface of an organisation whose users nobody listed", "UUUFUMm", address="neighbour",
             mailbox=None, holds=[(PROCESSING, "read")], modified=[(PROCESSING, "held")], entry="foreign", asked=False,
             more={CATALOGUE: "U", PERMISSIONS: "U"}),
    ApiPlant("a mailbox in the cloud of one account; changed a system with a withdrawn reading role", "FFPFUPU",
             mailbox="RemoteUserMailbox", holds=[(USAGE, "withdrawn-read")], modified=[(USAGE, "held")]),
    ApiPlant("a mailbox of an old Exchange server", "FFPUUPU", mailbox="LegacyMailbox"),
    ApiPlant("a shared mailbox in the cloud; system administrators may change registrations too", "PPPUFPP",
             mailbox="RemoteSharedMailbox", roles=["SystemModuleAdmin"], modified=[(PROCESSING, "free")]),
    ApiPlant("a functional-looking alias of an employee's mailbox", "FFPUUPU", address="present", mailbox="UserMailbox",
             by_alias=True),
    ApiPlant("the vendor's address, known to the directory as a contact", "PUUUUFP", address="vendor",
             mailbox="MailContact"),
    ApiPlant("a resource; contract administrators may not change systems", "PUPFFPU", mailbox="EquipmentMailbox",
             roles=["ContractModuleAdmin"], modified=[(USAGE, "free")]),
    ApiPlant("refuses mail from outside; a withdrawn role that still writes", "PPFUUPP", outside_refused="True",
             holds=[(PROCESSING, "withdrawn-write")], modified=[(PROCESSING, "held")]),
    ApiPlant("the setting for outside mail is empty in the export", "PPUUUPP", outside_refused=""),
    ApiPlant("written in capitals in Kitos; its owner is its deputy under another address", "PPPUUPP", shouting=True,
             holds=[(CONTRACT, "write")], modified=[(CONTRACT, "held")], deputy_alias=True, more={DEDICATED: "F"}),
    ApiPlant("a user of the utility, and contract administrator there, that changed a system of the municipality, which it may "
             "for a supplier; asked for by the municipality, and not by the utility", "PPPSFPP", only_in_utility=True,
             utility_roles=["User", "ContractModuleAdmin"], modified_too=[USAGE], hidden_right=True,
             more={APPROVED: "F", PERMISSIONS: "U"}),
    ApiPlant("a leaver's mailbox, turned into a shared one; asked for and approved by one person under two addresses", "FPPUUPF",
             address="past", approver="alias", more={APPROVED: "F"}),
    ApiPlant("the address of somebody whose last day is today", "FFPUUPP", address="last-day", mailbox="UserMailbox"),
    ApiPlant("an address of the municipality that the directory does not know", "UFFUUPU", mailbox=None),
    ApiPlant("a rights holder and nothing else", "PPPUUPP", roles=["RightsHolderAccess"]),
    ApiPlant("changed a contract with a reading role", "PPPFUPP", holds=[(CONTRACT, "read")],
             modified=[(CONTRACT, "held")]),
    ApiPlant("a global administrator, which no public list shows", "PPPGGPP", global_admin=True, hidden_right=True,
             more={PERMISSIONS: "F"}),
    ApiPlant("a user of the utility, asked for and made system administrator by its local administrator", "PPPUFPP",
             only_in_utility=True, utility_roles=["User", "SystemModuleAdmin"], well_given=True, more={APPROVED: "P"}),
    ApiPlant("a mailbox made for the API, approved by a colleague without authority", "PPPUUPP", approver="colleague",
             more={APPROVED: "U"}),
]

# What follows when the plants are used up: in order.
CLEAN_API_USERS = [
    ApiPlant("a mailbox made for the API, with a write role", "PPPUUPP", holds=[(USAGE, "write")]),
    ApiPlant("a mailbox made for the API, with a reading role", "PPPUUPP", holds=[(PROCESSING, "read")]),
    ApiPlant("a mailbox made for the API", "PPPUUPP"),
]


@dataclass
class UserPlant:
    """One Kitos user without the API flag. `employments`: (start, end) in days from the audit's date, None = open."""
    note: str
    leaver: str  # F, U, P for kitos.leaver-holds-no-right
    employments: list | None = None  # None: HR does not know the person
    mailbox: str | None = "UserMailbox"
    vendor: bool = False
    no_address_in_hr: bool = False
    shouting: bool = False
    holds: list = field(default_factory=list)
    roles: list = field(default_factory=lambda: ["User"])
    utility_roles: list | None = None
    rights_holder: dict = field(default_factory=dict)  # organisation key: F or U
    bad_end: bool = False


USER_PLANTS = [
    UserPlant("left yesterday", "F", [(-2100, -1)]),
    UserPlant("left last year and still holds a write role", "F", [(-5200, -410)], mailbox=None,
              holds=[(USAGE, "write")]),
    UserPlant("two employments, both ended", "F", [(-3000, -1200), (-1100, -35)], mailbox="SharedMailbox"),
    UserPlant("written in capitals in Kitos, left in the spring", "F", [(-900, -220)], mailbox=None, shouting=True),
    UserPlant("one employment ended, another is open", "P", [(-3000, -700), (-699, None)]),
    UserPlant("the last day is today", "P", [(-1500, 0)]),
    UserPlant("leaves in a month", "P", [(-1500, 30)]),
    UserPlant("left and comes back next month", "P", [(-2500, -90), (27, None)]),
    UserPlant("starts next month", "P", [(27, None)]),
    UserPlant("left, but HR has no address to recognise the person by", "U", [(-2500, -90)], no_address_in_hr=True),
    UserPlant("a consultant with an account of the municipality, unknown to HR", "U"),
    UserPlant("an address of the municipality that neither HR nor the directory knows", "U", mailbox=None),
    UserPlant("a group, which may be read by people who left", "U", mailbox="MailUniversalSecurityGroup"),
    UserPlant("a shared mailbox with a user of its own", "P", mailbox="SharedMailbox"),
    UserPlant("a vendor's consultant", "P", vendor=True, holds=[(CONTRACT, "unknown")]),
    UserPlant("rights holder, as a supplier should be", "P", vendor=True, roles=["User", "RightsHolderAccess"],
              rights_holder={"municipality": "U"}),
    UserPlant("rights holder without the basic role", "P", vendor=True, roles=["RightsHolderAccess"],
              rights_holder={"municipality": "U"}),
    UserPlant("rights holder and system administrator", "P", vendor=True,
              roles=["User", "RightsHolderAccess", "SystemModuleAdmin"], rights_holder={"municipality": "F"}),
    UserPlant("rights holder here, contract administrator in the utility only", "P", vendor=True,
              roles=["User", "RightsHolderAccess"], utility_roles=["User", "ContractModuleAdmin"],
              rights_holder={"municipality": "U"}),
    UserPlant("rights holder in the utility, and one of its local administrators", "P", vendor=True,
              utility_roles=["User", "RightsHolderAccess", "LocalAdmin"], rights_holder={"utility": "F"}),
]

FAULTY_USER_PLANTS = [
    UserPlant("the end of the employment is no date", "U", [(-2500, -90)], bad_end=True),
]
