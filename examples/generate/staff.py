"""The people of the municipality, their employments and the mailboxes of its directory."""
import datetime
import random
from dataclasses import dataclass, field

from words import FIRST_NAMES, LAST_NAMES, UNITS, address_part

AS_OF = datetime.date(2026, 11, 20)
DOMAIN = "havnstrup.example"
VENDOR_DOMAIN = "nordsoft.example"
NEIGHBOUR_DOMAIN = "havnstrup-it.example"
UTILITY_DOMAIN = "havnstrup-forsyning.example"


@dataclass
class Person:
    number: str
    first: str
    last: str
    email: str
    unit: str
    employments: list  # (start, end) in days from AS_OF; end None = open
    email_in_hr: bool = True
    bad_end: bool = False

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def left(self) -> bool:
        return all(end is not None and end < 0 for _, end in self.employments)

    @property
    def employed(self) -> bool:
        return any(start <= 0 and (end is None or end >= 0) for start, end in self.employments)


@dataclass
class Mailbox:
    email: str
    name: str
    kind: str
    outside_refused: str = "False"
    aliases: list = field(default_factory=list)
    senders: list = field(default_factory=list)


class Staff:
    """Draws people with addresses that nobody else has."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.people: list[Person] = []
        self.mailboxes: list[Mailbox] = []
        self.taken: set[str] = set()
        self.units = [unit for unit in UNITS if unit]

    def name(self) -> tuple[str, str]:
        first = self.rng.choice(FIRST_NAMES)
        if self.rng.random() < 0.15:
            first += " " + self.rng.choice(FIRST_NAMES)
        return first, self.rng.choice(LAST_NAMES)

    def address(self, local: str, domain: str = DOMAIN) -> str:
        """`local` at `domain`, with a number behind it where the address is taken."""
        number, email = 1, f"{local}@{domain}"
        while email in self.taken:
            number += 1
            email = f"{local}{number}@{domain}"
        self.taken.add(email)
        return email

    def person(self, employments: list, email_in_hr: bool = True) -> Person:
        first, last = self.name()
        email = self.address(f"{address_part(first.split()[0])}.{address_part(last)}")
        person = Person(f"M{10000 + len(self.people)}", first, last, email, self.rng.choice(self.units), employments,
                        email_in_hr)
        self.people.append(person)
        return person

    def ordinary_person(self) -> Person:
        """Mostly in office, some gone, some with two employments, a few yet to start."""
        rng, luck = self.rng, self.rng.random()
        start = -rng.randrange(40, 9000)
        if luck < 0.10:
            employments = [(start, -rng.randrange(2, min(900, -start)))]
        elif luck < 0.13:
            middle = start // 2
            employments = [(start, middle), (middle + 1, None)]
        elif luck < 0.15:
            employments = [(start, None), (start // 2, None)]
        elif luck < 0.165:
            employments = [(rng.randrange(1, 70), None)]
        elif luck < 0.25:
            employments = [(start, rng.randrange(1, 400))]
        else:
            employments = [(start, None)]
        return self.person(employments, email_in_hr=rng.random() > 0.05)

    def mailbox(self, email: str, name: str, kind: str, outside_refused: str = "False") -> Mailbox:
        box = Mailbox(email, name, kind, outside_refused)
        self.mailboxes.append(box)
        return box

    def own_mailbox(self, person: Person, kind: str = "UserMailbox") -> Mailbox:
        # Some directories show the last name first, in a cell with a comma.
        name = person.name if self.rng.random() < 0.9 else f"{person.last}, {person.first}"
        box = self.mailbox(person.email, name, kind)
        if self.rng.random() < 0.08:
            box.aliases.append(self.address(address_part(person.last) + f".{person.number[1:]}"))
        return box

    def furnish(self, size: int) -> None:
        """Shared mailboxes, rooms, groups, contacts: what a directory holds beside people."""
        rng = self.rng
        for unit in self.units[: max(2, size // 150)]:
            self.mailbox(self.address(address_part(unit).replace(".og.", "-")), unit, "SharedMailbox")
        for index in range(max(2, size // 90)):
            purpose = rng.choice(["post", "vagt", "faktura", "bestilling", "tilmelding", "kontakt", "projekt"])
            self.mailbox(self.address(f"{purpose}-{index + 1}"), f"{purpose.title()} {index + 1}",
                         rng.choice(["SharedMailbox", "SharedMailbox", "RemoteSharedMailbox"]))
        for index in range(max(1, size // 130)):
            self.mailbox(self.address(f"lokale-{index + 1}"), f"Mødelokale {index + 1}", "RoomMailbox", "True")
        for index in range(max(1, size // 500)):
            self.mailbox(self.address(f"bil-{index + 1}"), f"Bil {index + 1}", "EquipmentMailbox", "True")
        for index in range(max(1, size // 100)):
            kind = rng.choice(["MailUniversalDistributionGroup", "MailUniversalSecurityGroup", "GroupMailbox"])
            box = self.mailbox(self.address(f"gruppe-{index + 1}"), f"Gruppe {index + 1}", kind, "True")
            if rng.random() < 0.3:
                box.senders.append(rng.choice(["Direktionen", "Kommunikation", "IT-drift"]))
        for index in range(max(1, size // 400)):
            self.mailbox(self.address(f"kontakt{index + 1}", VENDOR_DOMAIN), f"Kontakt {index + 1} (Nordsoft)",
                         rng.choice(["MailContact", "GuestMailUser", "MailUser"]))
        self.mailbox(self.address("vagt", UTILITY_DOMAIN), "Vagt (Havnstrup Forsyning)", "MailContact")


def day(offset: int | None) -> str:
    return "" if offset is None else (AS_OF + datetime.timedelta(days=offset)).isoformat()
