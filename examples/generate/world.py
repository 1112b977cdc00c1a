"""What the facts of the exports mean: the terms in which the policies are reasoned about, certain and possible."""
import datetime
import pathlib

from facts import MODULE_ADMINS, Facts

NO, MAYBE, YES = 0, 1, 2
PERSONAL = {"UserMailbox", "LinkedMailbox", "LegacyMailbox", "RemoteUserMailbox"}
FUNCTIONAL = {"SharedMailbox", "RemoteSharedMailbox"}
NO_MAILBOX = {"MailContact", "MailForestContact", "MailUser", "GuestMailUser"}
PROVE_FOREIGN = {"MailContact", "GuestMailUser"}
# Which module administrator may change which kind of object; a local administrator may change all.
COVERS = {"usage": {"SystemModuleAdmin"}, "contract": {"ContractModuleAdmin"},
          "data-processing": {"SystemModuleAdmin", "ContractModuleAdmin"}}


class World(Facts):
    """The facts and the holes of the exports. `settings` is what `tilsyn.yaml` sets of the parameters."""

    def __init__(self, folder: pathlib.Path, sources: list, contexts: dict, settings: dict, as_of: datetime.date):
        super().__init__(folder, sources, contexts, as_of)
        self.max_admins, self.stated_domains = settings["max_admins"], set(settings["own_domains"])
        self.secretariat = set(settings["secretariat"])

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

    def foreign(self, email: str) -> bool:
        """Somebody else's domain: not stated where the own ones are, else one of a contact or a guest. A mail user proves
        nothing, since its mailbox may stand on a server of one's own."""
        domain = email.split("@")[1]
        if self.stated_domains:
            return domain not in self.stated_domains
        types = {box[2] for box in self.boxes if box[0].split("@")[1] == domain}
        return self.own(email) != YES and bool(types & PROVE_FOREIGN)

    def registered(self, email: str) -> str:
        """The type in the register, by any address of the mailbox, which overrules the directory; empty where it says none."""
        types = {self.register[other]["type"] for other in self.aliases(email) if other in self.register} - {""}
        assert len(types) < 2, "addresses of one mailbox on which the register differs are not part of this example"
        return types.pop() if types else ""

    def aliases(self, email: str) -> set:
        """All addresses of the mailbox."""
        return {email}.union(*(box[1] for box in self.boxes_of(email)))

    def accounted_for(self, email: str) -> bool:
        """The register says of the mailbox what it is for."""
        rows = [self.register[other] for other in self.aliases(email) if other in self.register]
        return any(row["type"] == "functional" or (row["purpose"] and row["type"] != "personal") for row in rows)

    def same_person(self, email: str, other: str) -> bool:
        """One address, or two of one mailbox: the directory is complete."""
        return email == other or other in self.aliases(email)

    def user_with(self, email: str) -> int:
        """Whether somebody in Kitos has the address. A stranger may have any."""
        if email in {address for address, _ in self.users.values()}:
            return YES
        return MAYBE if self.strangers else NO

    def is_local_admin(self, email: str, organisation: str) -> int:
        users = [user for user, (address, _) in self.users.items() if address == email]
        if any((user, organisation, "LocalAdmin") in self.roles for user in users):
            return YES
        return MAYBE if any((user, organisation) in self.unreadable_roles for user in users) else NO

    def is_global_admin(self, user: str) -> int:
        return YES if user in self.global_admins else NO if user in self.admin_known else MAYBE

    def may_have_name_of(self, user: str, names: set) -> bool:
        """Where documents write a user's name differently, the name may be any."""
        own = self.user_names.get(user, set())
        return bool(names) and (len(own) > 1 or bool(names & {name.lower() for name in own}))

    def in_hr(self, email: str) -> bool:
        return any(other in self.addresses for other in self.aliases(email))

    def has_left(self, person: str) -> int:
        """Every employment has ended before the audit's date (the last day itself still counts)."""
        ends = self.persons[person]
        over = [end != "?" and end is not None and end < self.as_of for end in ends]
        return YES if all(over) else MAYBE if all(past or end == "?" for past, end in zip(over, ends)) else NO

    def left_without_address(self) -> list:
        """Who left, or may have, and of whom HR has no address."""
        known = set().union(*self.addresses.values())
        return [person for person in self.persons if person not in known and self.has_left(person) != NO]

    def personal(self, email: str) -> int:
        if self.registered(email):
            return YES if self.registered(email) == "personal" else NO
        return max([YES if box[2] in PERSONAL else MAYBE if box[2] == "" else NO for box in self.boxes_of(email)],
                   default=NO)

    def functional(self, email: str) -> int:
        if self.registered(email):
            return YES if self.registered(email) == "functional" else NO
        return max([YES if box[2] in FUNCTIONAL else MAYBE if box[2] == "" else NO for box in self.boxes_of(email)],
                   default=NO)

    def write_of(self, object_id: str, role: str) -> int:
        """A role that no document has may write."""
        known = self.types[self.objects[object_id][0]].get(role)
        return MAYBE if known is None else YES if known[0] else NO
