"""The payroll of an institution as DFØ answers for it: employees, positions, units, who leads them and who authorises for
them; with what each policy that asks of one of these has to say."""
import datetime

from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import AS_OF, Drawing, Human

ENDLESS, LONG_AGO = datetime.date(9999, 12, 31), datetime.date(2019, 8, 1)
PLACEHOLDER = 99999999
OWN, OTHER = "9900", "9901"
# What policies say of a link of a user to a unit, beside that on leavers.
LINKS = ["dfo.unit-authorisation-outlives-employment", "dfo.unit-authorisation-outside-own-unit"]


class Payroll:
    def __init__(self, world: Drawing, plan: Plan, documents: Documents, tree: list, domain: str):
        self.world, self.plan, self.documents, self.tree, self.domain = world, plan, documents, tree, domain
        numbers = world.numbers(100, 900)
        self.units = [10_000_000 + next(numbers) for _ in tree]
        self._numbers, self._positions = world.numbers(5_000_000, 5_000_900), world.numbers(30_000_000, 30_000_900)
        self.employees: list = []
        self.elsewhere: list = []
        self.positions: list = []
        self.leaders: dict = {}
        self.links: dict = {unit: [] for unit in range(len(tree))}

    # What stands in the answers

    def employ(self, human: Human, unit: int, end: datetime.date | None = None, *, start: datetime.date | None = None,
               group: str = "1", firm: str = OWN, extra: list | None = None, on: int | None = None, note: str = "",
               partner: bool = True) -> str:
        """Employs somebody, and says what a policy calls them. `extra` has positions beside the main one: `(position, end)`;
        `partner` says whether they are to have a user name of a partner's."""
        number, position = next(self._numbers), on or self.position(unit)
        start = start or self.world.start()
        row = {"id": f"{number:08}", "brukerident": human.login, "dfoBrukerident": self.user(human, firm),
               "eksternIdent": self.external(human), "fornavn": human.first, "etternavn": human.last, "fnr": human.nin,
               "fdato": human.born.isoformat(), "annenId": [], "medarbeidergruppe": group,
               "medarbeiderundergruppe": "94" if group == "9" else "1", "startdato": start.isoformat(),
               "sluttdato": (end or ENDLESS).isoformat(), "stillingId": position, "organisasjonId": self.units[unit],
               "tilleggsstilling": [{"stillingId": str(post), "startdato": LONG_AGO.isoformat(),
                                     "sluttdato": (last or ENDLESS).isoformat(), "dellonnsprosent": "20"}
                                    for post, last in extra or []],
               "lederflagg": False, "eksternbruker": partner, "epost": human.email(self.domain)}
        (self.employees if firm == OWN else self.elsewhere).append(row)
        key = f"dfo/{number} (firm {firm})"
        if position != PLACEHOLDER and firm == OWN:
            holder = {"innehaverAnsattnr": str(number), "innehaverStartdato": f"{start}T00:00:00.0000000+00:00",
                      "innehaverSluttdato": f"{end or ENDLESS}T00:00:00.0000000+00:00"}
            next(row for row in self.positions if row["id"] == position)["innehaver"].append(holder)
        if end is None or end >= AS_OF:
            self.plan.expect("dfo.placeholder-position", "fail" if position == PLACEHOLDER else "pass",
                             note or "employed, on a position of one's own", person=key)
        return key

    def external(self, human: Human) -> str:
        """Who somebody is to a partner."""
        return human.email(self.domain)

    @staticmethod
    def user(human: Human, firm: str = OWN) -> str:
        return firm + human.login

    def position(self, unit: int) -> int:
        """A new position in a unit, which nobody holds yet."""
        number = next(self._positions)
        self.positions.append({"id": number, "stillingsnavn": "Rådgiver", "stillingskode": 20001434,
                               "organisasjonId": str(self.units[unit]), "bistilling": False, "innehaver": []})
        return number

    def lead(self, unit: int, key: str | None, human: Human | None, verdict: str, note: str) -> None:
        """Makes somebody the leader of a unit, by the number, the user name, or both."""
        number = key and key.removeprefix("dfo/").split(" ")[0]
        self.leaders[unit] = [{"lederAnsattnr": number, "lederBrukerident": human and human.login}]
        self.plan.expect("dfo.unit-leader-has-left", verdict, note, unit=str(self.units[unit]))

    def link(self, user: str, unit: int, verdicts: str, note: str, *, type: str = "A290", start: datetime.date = LONG_AGO,
             end: datetime.date | None = None, external: str = "pass") -> dict:
        """Links a user to a unit. `verdicts` are those on leavers and of LINKS, by their first letters; none where it is not in
        force. Gives what policies on rights call it."""
        self.links[unit].append({"type": type, "bruker": user, "knytningStart": start.isoformat(),
                                 "knytningSlutt": (end or ENDLESS).isoformat()})
        words = {"f": "fail", "u": "unverified", "p": "pass", "e": "exempt"}
        name = f"{user}, {type} of unit {self.units[unit]}, from {start}"
        right = {"system": "dfo", "right": name, "what": type, "place": str(self.units[unit])}
        if verdicts:
            self.plan.expect("hr.leaver-holds-right", words[verdicts[0]], note, **right)
        for policy, letter in zip(LINKS, verdicts[1:]):
            self.plan.expect(policy, words[letter], note, authorisation=name)
        if verdicts and type == "A290" and user != OWN + "drift":
            self.plan.expect("hr.external-holds-privileged-right", external, note, **right)
        return right

    def answers(self, folder: str, org: str) -> None:
        """The three answers of the interface, asked of the day of the audit."""
        asked = {"organisation": org, "query": f"dato={AS_OF}"}
        units = [{"id": self.units[unit], "orgKortnavn": f"67{unit:03}", "organisasjonsnavn": name,
                  "leder": self.leaders.get(unit, []), "type": "AVD", "autWf": self.links[unit],
                  "overordnOrgenhetId": 0 if above is None else self.units[above]} for unit, (name, above) in enumerate(self.tree)]
        for name, key, rows, kind in [("ansatte", "ansatt", self.employees, "employees"),
                                      ("stillinger", "stilling", self.positions, "positions"),
                                      ("organisasjoner", "organisasjon", units, "organisations")]:
            self.documents.answer(f"{folder}/{name}.json", key, rows, f"dfo.{kind}", **asked)
