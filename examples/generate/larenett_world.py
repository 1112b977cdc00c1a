"""The fictitious municipality and university college: who is there, where, and since when. Nobody and nothing in it exists.

Identity numbers have 80 added to the month, as those of Norwegian test data; organisation numbers begin with 31. A seed decides
names, numbers, who works where, and all days but those that stand for a boundary.
"""
import datetime
import random

from bedrift_world import FIRST, LAST, check_digit, organisation_numbers

AS_OF = datetime.date(2026, 11, 20)
MUNICIPALITY, COLLEGE = "tindvik.example", "nordhei.example"
LETTERS = str.maketrans({"å": "a", "ø": "o", "æ": "ae"})


def day(offset: int) -> datetime.date:
    """A day so many days after that of the audit."""
    return AS_OF + datetime.timedelta(days=offset)


class Human:
    """One human being, whatever systems call them."""

    def __init__(self, first: str, last: str, nin: str, born: datetime.date, number: int):
        self.first, self.last, self.nin, self.born = first, last, nin, born
        self.login = f"{first}{last}".lower().translate(LETTERS)[:8]
        self.local = f"{first}.{last}".lower().translate(LETTERS)
        self.uuid = f"{number:08x}-7a4e-4000-8000-{number * 7919:012x}"
        self.party_id = 52_000_000 + number

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    def email(self, domain: str) -> str:
        return f"{self.local}@{domain}"


class Organisation:
    def __init__(self, name: str, form: str, org: str, number: int):
        self.name, self.form, self.org = name, form, org
        self.uuid, self.party_id = f"{number:08x}-0a6e-4000-8000-{number * 7919:012x}", 53_000_000 + number


class Drawing:
    """Draws everything that it is asked for, in order."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self._names = [(first, last) for first in FIRST for last in LAST]
        self.random.shuffle(self._names)
        self._used: set = set()
        self._logins: set = set()
        self._count = 0
        skipped = self.random.randrange(500)
        self._orgs = (org for index, org in enumerate(organisation_numbers()) if index >= 1000 + skipped)

    def organisation(self, name: str, form: str) -> Organisation:
        self._count += 1
        return Organisation(name, form, next(self._orgs), self._count)

    def human(self) -> Human:
        """Somebody new, whose name, user name and number nobody else has."""
        while True:
            self._count += 1
            person = Human(*self._names.pop(), *self.identity(), self._count)
            if person.login not in self._logins:
                self._logins.add(person.login)
                return person

    def humans(self, count: int) -> list:
        return [self.human() for _ in range(count)]

    def identity(self) -> tuple[str, datetime.date]:
        """An identity number with right control digits, of a month that no calendar has."""
        while True:
            born = datetime.date(1958, 1, 1) + datetime.timedelta(days=self.random.randrange(15_300))
            serial = self.random.randrange(500)
            digits = [int(digit) for digit in f"{born.day:02}{born.month + 80:02}{born.year % 100:02}{serial:03}"]
            first = check_digit(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2])
            second = None if first is None else check_digit([*digits, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
            if second is None:
                continue
            number = "".join(map(str, [*digits, first, second]))
            if number not in self._used:
                self._used.add(number)
                return number, born

    def between(self, first: int, last: int) -> datetime.date:
        """Some day between two, counted from that of the audit."""
        return day(self.random.randint(first, last))

    def start(self) -> datetime.date:
        """A first day of long ago."""
        return datetime.date(self.random.randint(2004, 2024), self.random.randint(1, 12), self.random.choice([1, 15]))

    def numbers(self, first: int, last: int):
        """Numbers between two, none twice, in no order."""
        yield from self.random.sample(range(first, last), last - first)


class World(Drawing):
    def __init__(self, seed: int):
        super().__init__(seed)
        self.municipality = self.organisation("Tindvik kommune", "KOMM")
        self.college = self.organisation("Høgskolen i Nordhei", "ORGL")
        self.museum = self.organisation("Nordhei museum", "ORGL")
