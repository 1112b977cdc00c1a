"""The fictitious municipality, its supplier and everybody who acts for them. Names and numbers are made up.

Identity numbers have 80 added to the month, as those of Norwegian test data; organisation numbers begin with 31.
"""
import datetime

AS_OF = datetime.date(2026, 11, 20)
FIRST = ["Aksel", "Birgit", "Cato", "Dagny", "Eivind", "Frida", "Gaute", "Hedda", "Iver", "Johanne", "Kåre", "Liv", "Magne",
         "Nora", "Odd", "Petra", "Ragnar", "Solveig", "Tor", "Unni", "Vidar", "Ylva", "Åse", "Øystein"]
LAST = ["Bakke", "Dahlen", "Eikeland", "Fosshaug", "Granli", "Hegge", "Indrebø", "Jordal", "Kvamme", "Lien", "Mostad", "Nygård",
        "Opdal", "Ravn", "Sande", "Tveit", "Ulven", "Vik", "Ødegård", "Åmot"]


def check_digit(digits: list, weights: list) -> int | None:
    """The digit that makes the weighted sum divisible by eleven, where there is one."""
    rest = 11 - sum(digit * weight for digit, weight in zip(digits, weights)) % 11
    return 0 if rest == 11 else None if rest == 10 else rest


def organisation_numbers():
    for number in range(31_000_000, 32_000_000):
        digits = [int(digit) for digit in str(number)]
        last = check_digit(digits, [3, 2, 7, 6, 5, 4, 3, 2])
        if last is not None:
            yield f"{number}{last}"


def identity_numbers():
    born, serial = datetime.date(1961, 1, 5), 100
    while True:
        born, serial = born + datetime.timedelta(days=29), serial + 7 if serial < 480 else 100
        if born.year > 1999:
            born = born.replace(year=1961)
        digits = [int(digit) for digit in f"{born.day:02}{born.month + 80:02}{born.year % 100:02}{serial:03}"]
        first = check_digit(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2])
        second = None if first is None else check_digit([*digits, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
        if second is not None:
            yield "".join(map(str, [*digits, first, second])), born


class Party:
    """An organisation, a person or a system: `key` is what an audit calls it."""
    count = 0

    def __init__(self, kind: str, name: str, **more):
        Party.count += 1
        self.kind, self.name, self.number = kind, name, Party.count
        self.uuid = f"{Party.count:08x}-f10d-4000-8000-{Party.count * 7919:012x}"
        self.party_id = 51_000_000 + Party.count
        self.form, self.org, self.nin, self.born = more.get("form"), more.get("org"), None, None
        self.deleted, self.died, self.parent = more.get("deleted"), more.get("died"), more.get("parent")

    @property
    def key(self) -> str:
        return self.org or self.uuid


class World:
    customers_wanted = 400

    def __init__(self):
        Party.count = 0
        self._orgs, self._people = organisation_numbers(), identity_numbers()
        self.municipality = self.organisation("Fjordvik kommune", "KOMM")
        self.units = [self.organisation(f"Fjordvik {what}", "BEDR", parent=self.municipality)
                      for what in ["skole", "ungdomsskole", "sykehjem", "barnehage", "bibliotek", "brannvesen"]]
        self.supplier = self.organisation("Nordlys Regnskap AS", "AS")
        self.chain = [self.organisation(name, "AS") for name in
                      ["Skyferd Data AS", "Underbygg IT AS", "Tredjeledd AS", "Fjerdeledd AS"]]
        self.unapproved = self.organisation("Uavklart Integrasjon AS", "AS")
        self.gone = self.organisation("Gammel Drift AS", "AS", deleted=datetime.date(2024, 2, 29))
        self.customers = [self.organisation(f"Kunde {index + 1:03}", self.form_of(index))
                          for index in range(self.customers_wanted)]
        self.director, self.former_director, self.earlier_director = (self.person() for _ in range(3))
        self.staff = [self.person() for _ in range(24)]
        self.accountants = [self.person() for _ in range(6)]
        self.supplier_director, self.supplier_chair = self.person(), self.person()
        self.dead = self.person(died=datetime.date(2025, 8, 1))
        self.consultant, self.business_manager, self.many = (self.person() for _ in range(3))
        self.dead_manager = self.person(died=datetime.date(2026, 1, 15))
        self.chain_directors = [self.person() for _ in self.chain]
        self.customer_heads = [self.person() for _ in self.customers]
        self.customer_chairs = [self.person() for _ in self.customers]
        self.own_system = Party("Systembruker", "Nordlys lønn")
        self.enterprise_user = Party("Virksomhetbruker", "nordlys-api")

    @staticmethod
    def form_of(index: int) -> str:
        return "BRL" if index % 50 == 44 else "ENK" if index % 12 == 5 else "AS"

    def organisation(self, name: str, form: str, **more) -> Party:
        return Party("Organisasjon", name, form=form, org=next(self._orgs), **more)

    def person(self, **more) -> Party:
        number = Party.count
        person = Party("Person", f"{FIRST[number % len(FIRST)]} {LAST[number * 7 % len(LAST)]}", **more)
        person.nin, person.born = next(self._people)
        return person
