"""What the municipality keeps itself: the register of mailboxes (CSV) and the approvals on file (YAML)."""
import csv
import datetime

from staff import AS_OF, DOMAIN
from words import address_part

MAILBOX_REGISTER, APPROVALS = "organisation.mailbox-register", "organisation.approvals"
SECRETARIAT = "info@kitos.example"
FORBIDDEN, WATCHED = "sod.conflicting-duties", "sod.duties-to-watch"


def day_after(days: int) -> str:
    return (AS_OF + datetime.timedelta(days=days)).isoformat()


class Registers:
    """Every fifth API user is not in the register of mailboxes; the approvals show each way of being wrong in turn."""

    def __init__(self, exports):
        self.exports = exports
        kitos = exports.kitos
        self.api_users = [user for user in kitos.users if user.api]
        municipality = kitos.municipality.members
        ordinary = [user for user in kitos.users if user.plant is None and user.id in municipality]
        self.admin = next(user for user in ordinary if "LocalAdmin" in municipality[user.id])
        self.other, self.colleague = [user for user in ordinary if municipality[user.id] == ["User"]][:2]
        utility = kitos.utility.members
        self.utility_admin = next((user for user in kitos.users if user.plant is None
                                   and "LocalAdmin" in utility.get(user.id, [])), None)
        self.leaver = next(person for person in exports.staff.people if person.left and person.email_in_hr and not person.bad_end)
        self.gone = f"fratraadt.medarbejder@{DOMAIN}"
        # Whoever asks for most has another address, under which some would like to be somebody else.
        self.alias = exports.staff.address(f"it-{address_part(self.other.last)}")
        self.box_of(self.other).aliases.append(self.alias)
        # What is meant of who asks for access and gives it, by the address: (policy, address): verdict.
        self.meant: dict = {}

    def box_of(self, user):
        boxes = self.exports.staff.mailboxes
        found = next((box for box in boxes if box.email == user.email), None)
        return found or self.exports.staff.mailbox(user.email, user.name, "UserMailbox")

    def write(self) -> None:
        self.mailboxes()
        self.approvals()

    def mailboxes(self) -> None:
        owner, deputy = self.admin.email, self.other.email
        rows = []
        for index, user in enumerate(self.api_users):
            row = {0: ["", owner, deputy, "Kitos API", day_after(-400)], 1: ["", owner, owner, "Kitos API", ""],
                   2: ["", owner, deputy, "Driftsmeddelelser", ""], 3: ["", owner, "", "Kitos", ""]}.get(index % 5)
            # The deputy left, and nobody wrote the successor down.
            if index == 10:
                row = ["", owner, self.leaver.email, "Kitos API", ""]
            # A vendor's address: the register says that it is nobody's own, and a test mail came through lately.
            if user.plant.address == "vendor" and user.plant.mailbox is None:
                row = ["functional", owner, deputy, "Kitos hos leverandøren", day_after(-40)]
            if user.plant.deputy_alias:
                row = ["", deputy, self.alias, "Kitos API", day_after(-400)]
            if row:
                rows.append([user.email, *row])
        header = ["email", "type", "owner", "deputy", "purpose", "mail_tested_at"]
        text = self.exports.table(header, rows, ";", csv.QUOTE_MINIMAL, "\r\n")
        self.exports.put("registers/mailboxes.csv", text.encode())
        self.exports.sources.append(("registers/mailboxes.csv", MAILBOX_REGISTER, "", len(rows)))

    def mean(self, asked: str, approved: str) -> None:
        """What follows of one approval for duties: the local administrator who asked has two, and two more by giving it; of an
        address that HR does not know nobody can say whose it is."""
        if asked == self.admin.email:
            self.meant[WATCHED, asked] = "fail"
            if approved == asked:
                self.meant[FORBIDDEN, asked] = "fail"
        if asked == self.gone:
            self.meant |= {(WATCHED, asked): "unverified", (FORBIDDEN, asked): "unverified", (FORBIDDEN, approved): "unverified"}
        if approved == self.alias:
            self.meant |= {(FORBIDDEN, asked): "unverified", (FORBIDDEN, approved): "unverified"}

    def approvals(self) -> None:
        admin, other, gone = self.admin.email, self.other.email, self.gone
        entries = []
        for index, user in enumerate(self.api_users):
            asked, copied, approved, date = {
                0: (admin, "", SECRETARIAT, day_after(-500)), 1: (other, admin, SECRETARIAT, day_after(-300)),
                3: (other, "", SECRETARIAT, day_after(-200)), 4: (admin, "", admin, day_after(-100)),
                5: (admin, "", SECRETARIAT, day_after(20)), 6: (gone, "", SECRETARIAT, day_after(-50)),
            }.get(index % 7, (None, None, None, None))
            if asked is None:
                continue
            if user.plant.well_given:
                asked = self.utility_admin.email
            approved = {"alias": self.alias, "colleague": self.colleague.email}.get(user.plant.approver, approved)
            self.mean(asked, approved)
            entries.append({"system": "Kitos", "subject": user.email, "what": "api-access", "requested_by": asked,
                            "copied_to": copied, "approved_by": approved, "date": date,
                            "reference": f"2026/{1000 + index}"})
            # Write access that somebody else gave was approved for some.
            if index % 4 == 2:
                entries.append({"system": "Kitos", "subject": user.email, "what": "write", "requested_by": admin,
                                "copied_to": "", "approved_by": SECRETARIAT, "date": day_after(-90), "reference": ""})
        # Two people of HR; asked for and given by one person under two addresses; and one of which the day is to come.
        entries.append({"system": "Kitos", "subject": "Snitflade til kort", "what": "key", "requested_by": other,
                        "copied_to": "", "approved_by": admin, "date": day_after(-30), "reference": "2026/2003"})
        entries.append({"system": "Kitos", "subject": "Snitflade til økonomi", "what": "key", "requested_by": other,
                        "copied_to": "", "approved_by": self.alias, "date": day_after(-30), "reference": "2026/2001"})
        entries.append({"system": "Kitos", "subject": "Snitflade til arkiv", "what": "key", "requested_by": other,
                        "copied_to": "", "approved_by": admin, "date": day_after(1), "reference": "2026/2002"})
        lines = ["# Approvals that concern Kitos, as filed in the journal.", "approvals:"]
        for entry in entries:
            inner = ", ".join(f"{key}: {value}" for key, value in entry.items() if value)
            lines.append(f"  - {{ {inner} }}")
        self.exports.put("registers/approvals.yaml", ("\n".join(lines) + "\n").encode())
        self.exports.sources.append(("registers/approvals.yaml", APPROVALS, "", len(entries)))
