"""What the municipality has in Kitos: organisations, users, role types, systems, contracts, data processing."""
import datetime
import random
import uuid
from dataclasses import dataclass, field

import words
from plants import (API_PLANTS, CLEAN_API_USERS, CONTRACT, FAULTY_USER_PLANTS, PROCESSING, USAGE, USER_PLANTS,
                    ApiPlant, UserPlant)
from staff import AS_OF, DOMAIN, NEIGHBOUR_DOMAIN, UTILITY_DOMAIN, VENDOR_DOMAIN, Person, Staff

PAGE = 250


@dataclass
class Organisation:
    key: str
    id: str
    name: str
    cvr: str
    members: dict = field(default_factory=dict)  # user id: role names


@dataclass
class User:
    id: str
    first: str
    last: str
    email: str
    api: bool
    plant: object = None
    person: Person | None = None

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


@dataclass
class Subject:
    """A system in use, a contract or a data-processing registration."""
    id: str
    name: str
    holders: list = field(default_factory=list)  # (user id, user name, role id, role name)
    modified_by: tuple | None = None
    created_by: tuple | None = None


class Kitos:
    def __init__(self, rng: random.Random, staff: Staff, api_users: int, systems: int, faults: bool):
        self.rng, self.staff, self.faults = rng, staff, faults
        self.users: list[User] = []
        self.municipality = Organisation("municipality", self.id(), "Havnstrup Kommune", "29180000")
        self.utility = Organisation("utility", self.id(), "Havnstrup Forsyning", "31260000")
        self.fire = Organisation("fire", self.id(), "Havnstrup Beredskab", "37540000")
        self.harbour = Organisation("harbour", self.id(), "Havnstrup Havn", "21430000")
        self.organisations = [self.municipality, self.utility, self.fire] + ([self.harbour] if faults else [])
        self.role_types = {
            USAGE: self.roles(words.USAGE_ROLES), CONTRACT: self.roles(words.CONTRACT_ROLES),
            PROCESSING: self.roles(words.DATA_PROCESSING_ROLES), "unit": self.roles(words.UNIT_ROLES)}
        # Documents of one role type each; Kitos lists only the types that are still available.
        self.withdrawn = {
            USAGE: self.roles([("Projektleder", True), ("Følgegruppe", False)]),
            CONTRACT: self.roles([("Indkøbskoordinator", True)]),
            PROCESSING: self.roles([("Tilsynsførende", True)])}
        self.unknown_roles = {
            USAGE: (self.id(), "Systemkoordinator"), CONTRACT: (self.id(), "Kontraktkoordinator"),
            PROCESSING: (self.id(), "Behandlingskoordinator")}
        self.subjects = {
            USAGE: [Subject(self.id(), name) for name in self.system_names(systems)],
            CONTRACT: [], PROCESSING: []}
        for index in range(self.no_page(max(8, systems * 9 // 10))):
            system = self.subjects[USAGE][index % systems]
            self.subjects[CONTRACT].append(
                Subject(self.id(), f"{rng.choice(['Driftsaftale', 'Licensaftale', 'Supportaftale'])} {system.name}"))
        for index in range(self.no_page(max(8, systems * 17 // 20))):
            system = self.subjects[USAGE][(index * 3) % systems]
            self.subjects[PROCESSING].append(Subject(self.id(), f"DBA {system.name}"))
        self.untouched = {kind: list(subjects) for kind, subjects in self.subjects.items()}
        for pool in self.untouched.values():
            rng.shuffle(pool)
        self.gone_user = (self.id(), "Nedlagt Bruger")
        self.gone_user_of_contract = (self.id(), "Tidligere Konsulent")
        self.supplier = (self.id(), "ISMS Leverandør")
        self.global_admin = (self.id(), "Sekretariatets Administrator")
        self.api_users(api_users)
        self.planted_users()

    # Parts

    def id(self) -> str:
        return str(uuid.UUID(int=self.rng.getrandbits(128), version=4))

    def roles(self, names: list) -> list:
        return [(self.id(), name, write) for name, write in names]

    @staticmethod
    def no_page(count: int) -> int:
        """A list whose last page is full cannot be told from a list with more to come; this example has none."""
        return count + 1 if count % PAGE == 0 else count

    def system_names(self, count: int) -> list:
        names = [f"{head}{tail}" for head in words.SYSTEM_HEADS for tail in words.SYSTEM_TAILS]
        self.rng.shuffle(names)
        return names[:count]

    def add_user(self, organisation: Organisation, first: str, last: str, email: str, roles: list, api: bool = False,
                 plant: object = None, person: Person | None = None) -> User:
        user = User(self.id(), first, last, email, api, plant, person)
        self.users.append(user)
        organisation.members[user.id] = roles
        return user

    # API users

    def api_users(self, count: int) -> None:
        plants = (API_PLANTS + CLEAN_API_USERS * count)[:count]
        for index, plant in enumerate(plants):
            purpose = words.API_PURPOSES[index % len(words.API_PURPOSES)]
            email, person = self.api_address(plant, purpose)
            organisation = self.utility if plant.only_in_utility else self.municipality
            roles = plant.utility_roles if plant.only_in_utility else ["User"] + plant.roles
            if person and plant.by_alias is False and plant.address != "past":
                first, last = person.first, person.last
            else:
                first, last = "KITOS API", purpose.replace("-", " ").title()
            user = self.add_user(organisation, first, last, email.upper() if plant.shouting else email, roles, True,
                                 plant, person)
            if plant.utility_roles and not plant.only_in_utility:
                self.utility.members[user.id] = plant.utility_roles
            self.give_roles(user, plant)

    def api_address(self, plant: ApiPlant, purpose: str) -> tuple[str, Person | None]:
        """The address of the API user, with the mailbox and the employee behind it made on the way."""
        staff = self.staff
        if plant.address == "vendor":
            email = staff.address(f"kitos-{purpose}", VENDOR_DOMAIN)
            if plant.mailbox:
                staff.mailbox(email, "Nordsoft integration", plant.mailbox)
            return email, None
        if plant.address == "neighbour":
            # The directory has somebody of that domain, but the export does not say what it is.
            staff.mailbox(staff.address("integration", NEIGHBOUR_DOMAIN), "Integration (Havnstrup IT)", "", "")
            return staff.address(f"kitos-{purpose}", NEIGHBOUR_DOMAIN), None
        employments = {"present": [(-2200, None)], "past": [(-3100, -260)], "last-day": [(-1900, 0)]}.get(plant.address)
        person = staff.person(employments) if employments else None
        primary = person.email if person else staff.address(f"kitos-{purpose}")
        email = primary
        if plant.by_alias:
            email = staff.address(f"kitos-{purpose}-opslag" if person else f"{purpose}-api")
        if plant.mailbox is not None:
            name = person.name if person else f"Kitos API {purpose}"
            box = staff.mailbox(primary, name, plant.mailbox, plant.outside_refused)
            if plant.by_alias:
                box.aliases.append(email)
            if plant.former_address:
                box.aliases.append(staff.person([(-2800, -150)]).email)
            if plant.restricted:
                box.senders.append("noreply@kitos.example")
        return email, person

    def role(self, kind: str, want: str) -> tuple[str, str]:
        if want == "unknown":
            return self.unknown_roles[kind]
        types = self.withdrawn[kind] if want.startswith("withdrawn") else self.role_types[kind]
        choices = [(role, name) for role, name, write in types if write == want.endswith("write")]
        return self.rng.choice(choices)

    def give_roles(self, user: User, plant: ApiPlant | UserPlant) -> None:
        held = {}
        for kind, want in plant.holds:
            subject = self.untouched[kind].pop()
            subject.holders.append((user.id, user.name, *self.role(kind, want)))
            held[kind] = subject
        for kind, how in getattr(plant, "modified", []):
            subject = held[kind] if how == "held" else self.untouched[kind].pop()
            subject.modified_by = (user.id, user.name)

    # Other users

    def planted_users(self) -> None:
        staff = self.staff
        for plant in USER_PLANTS + (FAULTY_USER_PLANTS if self.faults else []):
            person = None
            if plant.employments is not None:
                person = staff.person(plant.employments, not plant.no_address_in_hr)
                person.bad_end = plant.bad_end
                first, last, email = person.first, person.last, person.email
            else:
                first, last = staff.name()
                email = staff.address(f"{words.address_part(first.split()[0])}.{words.address_part(last)}",
                                      VENDOR_DOMAIN if plant.vendor else DOMAIN)
            if plant.mailbox and not plant.vendor:
                staff.mailbox(email, f"{first} {last}", plant.mailbox)
            home = self.utility if "utility" in plant.rights_holder else self.municipality
            roles = plant.utility_roles if home is self.utility else plant.roles
            user = self.add_user(home, first, last, email.upper() if plant.shouting else email, roles, plant=plant,
                                 person=person)
            if home is self.municipality and plant.utility_roles:
                self.utility.members[user.id] = plant.utility_roles
            self.give_roles(user, plant)

    def ordinary_users(self, people: list, wanted: int) -> None:
        """Employees with access to Kitos, until the municipality's list has `wanted` rows; two administer it."""
        rng = self.rng
        missing = max(10, wanted - len(self.municipality.members))
        if (len(self.municipality.members) + missing) % PAGE == 0:
            missing += 1
        for index, person in enumerate(rng.sample(people, min(missing, len(people)))):
            roles = ["User"]
            if index < 2:
                roles.append("LocalAdmin")
            elif rng.random() < 0.06:
                roles.append(rng.choice(["OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin"]))
            self.add_user(self.municipality, person.first, person.last, person.email, roles, person=person)

    def other_organisations(self, size: int) -> None:
        """Five local administrators in the utility, none in the fire service; a role of tomorrow in the harbour."""
        have = sum("LocalAdmin" in roles for roles in self.utility.members.values())
        rosters = [(self.utility, size, 5 - have), (self.fire, max(4, size // 2), 0)]
        if self.faults:
            rosters.append((self.harbour, max(5, size // 2), 3))
        for organisation, count, admins in rosters:
            for index in range(count):
                first, last = self.staff.name()
                email = self.staff.address(f"{words.address_part(first.split()[0])}.{words.address_part(last)}",
                                           UTILITY_DOMAIN)
                roles = ["User", "LocalAdmin"] if index < admins else ["User"]
                if organisation is self.harbour and index == count - 1:
                    roles = ["User", "SupplierAdmin"]
                self.add_user(organisation, first, last, email, roles)
        # Two employees of the municipality are members of the utility and of the fire service as well.
        for user in [user for user in self.users if user.person and not user.plant][2:4]:
            self.utility.members[user.id] = ["User"]
            self.fire.members[user.id] = ["User"]

    def assign(self) -> None:
        """One to three holders for each object, among ordinary users, and somebody who changed it last."""
        rng = self.rng
        ordinary = [user for user in self.users if user.plant is None and user.id in self.municipality.members]
        admins = [user for user in ordinary if "LocalAdmin" in self.municipality.members[user.id]]
        for kind, subjects in self.subjects.items():
            for subject in subjects:
                holders = rng.sample(ordinary, rng.choice([1, 1, 2, 2, 3]) if not subject.holders else 1)
                for user in holders:
                    role, name = self.ordinary_role(kind)
                    subject.holders.append((user.id, user.name, role, name))
                rng.shuffle(subject.holders)
                creator = rng.choice(admins)
                subject.created_by = (creator.id, creator.name)
                if subject.modified_by is None and rng.random() < 0.9:
                    user = rng.choice([rng.choice(admins), holders[0]])
                    subject.modified_by = (user.id, user.name)
        # Holders that no user list has, and a supplier that changed something without being in the list.
        write, name, _ = self.role_types[USAGE][1]
        self.untouched[USAGE].pop().holders.append((*self.gone_user, write, name))
        self.untouched[CONTRACT].pop().holders.append((*self.gone_user_of_contract, *self.unknown_roles[CONTRACT]))
        self.untouched[PROCESSING].pop().modified_by = self.supplier
        for user in self.users:
            for kind in getattr(user.plant, "modified_too", []):
                self.untouched[kind].pop().modified_by = (user.id, user.name)

    def ordinary_role(self, kind: str) -> tuple[str, str]:
        """Mostly a role of today; now and then one that was withdrawn after it was given."""
        luck = self.rng.random()
        if luck < 0.02:
            return self.unknown_roles[kind]
        types = self.withdrawn[kind] if luck < 0.05 else self.role_types[kind]
        role, name, _ = self.rng.choice(types)
        return role, name

    def moment(self, earliest: int, latest: int) -> str:
        """A time of Kitos: UTC, up to seven digits after the second."""
        at = datetime.datetime.combine(AS_OF, datetime.time()) + datetime.timedelta(
            days=self.rng.randrange(earliest, latest), seconds=self.rng.randrange(6 * 3600, 18 * 3600))
        fraction = str(self.rng.randrange(1, 10_000_000)).rjust(7, "0").rstrip("0")
        return f"{at.isoformat()}.{fraction}Z"
