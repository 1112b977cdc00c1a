"""The fictitious university: its units, its suppliers, and what its systems call somebody. Nobody and nothing in it exists."""
import datetime

from larenett_world import AS_OF, Drawing, Human, day

__all__ = ["AS_OF", "DOMAIN", "NOT_A_SECRET", "SUPPLIER", "UNITS", "University", "day", "millis", "moment"]

DOMAIN, SUPPLIER = "havnes.example", "leverandor.example"
# A value as it stands where a secret stood in the world that this is made after; it opens nothing.
NOT_A_SECRET = "EKSEMPEL-IKKE-EKTE"
UNITS = [("Universitetet i Havnes", None), ("Universitetsadministrasjonen", 0), ("IT-avdelingen", 1),
         ("Avdeling for lønn og personal", 1), ("Studieavdelingen", 1), ("Universitetsbiblioteket", 1),
         ("Det medisinske fakultet", 0), ("Institutt for klinisk medisin", 6), ("Det humanistiske fakultet", 0),
         ("Institutt for språk", 8), ("Det naturvitenskapelige fakultet", 0), ("Institutt for informatikk", 10),
         ("Arkiv og dokumentasjon", 1)]
(TOP, ADMINISTRATION, IT, PAYROLL, STUDIES, LIBRARY, MEDICINE, CLINIC, HUMANITIES, LANGUAGES, SCIENCE, COMPUTING,
 ARCHIVE) = range(len(UNITS))


def moment(date: datetime.date, hour: int = 8) -> str:
    """A time of a day, as interfaces write one."""
    return f"{date.isoformat()}T{hour:02}:00:00Z"


def millis(date: datetime.date, hour: int = 8) -> int:
    """The same in milliseconds since 1970."""
    return int(datetime.datetime(date.year, date.month, date.day, hour, tzinfo=datetime.timezone.utc).timestamp()) * 1000


class University(Drawing):
    def __init__(self, seed: int):
        super().__init__(seed)
        self.own = self.organisation("Universitetet i Havnes", "ORGL")
        self.neighbour = self.organisation("Høgskolen i Sundet", "ORGL")
        self.clinic = self.organisation("Havnes sykehus HF", "ORGL")
        self.company = self.organisation("Skyvask Drift AS", "AS")
        self.gone = self.organisation("Gamle Data AS", "AS")

    def uuid(self, kind: str) -> str:
        """An identifier that nothing else has; `kind` is four digits that say of what it is."""
        self._count += 1
        return f"{self._count:08x}-{kind}-4000-8000-{self._count * 7919:012x}"

    @staticmethod
    def feide(human: Human) -> str:
        """Who somebody is to the gateway."""
        return f"{human.login}@{DOMAIN}"
