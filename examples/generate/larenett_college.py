"""The university college, which has its payroll at DFØ: employees, positions, units, and who may authorise for them."""
import datetime

from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import AS_OF, COLLEGE, Human, World, day

ENDLESS, LONG_AGO = datetime.date(9999, 12, 31), datetime.date(2019, 8, 1)
PLACEHOLDER = 99999999
OWN, OTHER = "9900", "9901"
# What policies say of a link of a user to a unit, beside that on leavers.
LINKS = ["dfo.unit-authorisation-outlives-employment", "dfo.unit-authorisation-outside-own-unit"]
TREE = [("Høgskolen i Nordhei", None), ("Administrasjonen", 0), ("IT-avdelingen", 1), ("Lønn og personal", 1),
        ("Biblioteket", 1), ("Fakultet for helsefag", 0), ("Institutt for sykepleie", 5), ("Institutt for vernepleie", 5),
        ("Fakultet for teknologi", 0), ("Institutt for data", 8), ("Senter for læring", 0), ("Studentombudet", 0)]
TOP, ADMINISTRATION, IT, PAYROLL, LIBRARY, HEALTH, NURSING, CARE, TECHNOLOGY, COMPUTING, LEARNING, OMBUD = range(len(TREE))


class College:
    def __init__(self, world: World, plan: Plan, documents: Documents):
        self.world, self.plan, self.documents = world, plan, documents
        numbers = world.numbers(100, 900)
        self.units = [10_000_000 + next(numbers) for _ in TREE]
        self._numbers, self._positions = world.numbers(5_000_000, 5_000_900), world.numbers(30_000_000, 30_000_900)
        self.employees: list = []
        self.museum: list = []
        self.positions: list = []
        self.leaders: dict = {}
        self.links: dict = {unit: [] for unit in range(len(TREE))}

    # What stands in the answers

    def employ(self, human: Human, unit: int, end: datetime.date | None = None, *, start: datetime.date | None = None,
               group: str = "1", firm: str = OWN, extra: list | None = None, on: int | None = None, note: str = "") -> str:
        """Employs somebody, and says what a policy calls them. `extra` has positions beside the main one: `(position, end)`."""
        number, position = next(self._numbers), on or self.position(unit)
        start = start or self.world.start()
        row = {"id": f"{number:08}", "brukerident": human.login, "dfoBrukerident": self.user(human, firm),
               "eksternIdent": human.email(COLLEGE), "fornavn": human.first, "etternavn": human.last, "fnr": human.nin,
               "fdato": human.born.isoformat(), "annenId": [], "medarbeidergruppe": group,
               "medarbeiderundergruppe": "94" if group == "9" else "1", "startdato": start.isoformat(),
               "sluttdato": (end or ENDLESS).isoformat(), "stillingId": position, "organisasjonId": self.units[unit],
               "tilleggsstilling": [{"stillingId": str(post), "startdato": LONG_AGO.isoformat(),
                                     "sluttdato": (last or ENDLESS).isoformat(), "dellonnsprosent": "20"}
                                    for post, last in extra or []],
               "lederflagg": False, "eksternbruker": True, "epost": human.email(COLLEGE)}
        (self.employees if firm == OWN else self.museum).append(row)
        key = f"dfo/{number} (firm {firm})"
        if position != PLACEHOLDER and firm == OWN:
            holder = {"innehaverAnsattnr": str(number), "innehaverStartdato": f"{start}T00:00:00.0000000+00:00",
                      "innehaverSluttdato": f"{end or ENDLESS}T00:00:00.0000000+00:00"}
            next(row for row in self.positions if row["id"] == position)["innehaver"].append(holder)
        if end is None or end >= AS_OF:
            self.plan.expect("dfo.placeholder-position", "fail" if position == PLACEHOLDER else "pass",
                             note or "employed, on a position of one's own", person=key)
        return key

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

    # Who is there

    def build(self, also_in_municipality: Human) -> None:
        self.staff()
        self.leavers(also_in_municipality)
        self.authorisations()
        self.leading()
        self.others()
        self.write()

    def staff(self) -> None:
        """Those of whom nothing is to be said: two to four in each unit."""
        self.ordinary = {}
        for unit in range(len(TREE)):
            people = self.world.humans(self.world.random.randint(2, 4))
            self.ordinary[unit] = [(human, self.employ(human, unit)) for human in people]

    def leavers(self, also_in_municipality: Human) -> None:
        world, extra = self.world, "dfo.extra-post-outlives-employment"
        self.left, self.last_today, self.left_yesterday, self.left_on_board, self.twice, self.contradicted = world.humans(6)
        left, today, again = self.left, self.last_today, self.twice
        self.left_key = self.employ(left, CARE, world.between(-25, -2))
        self.link(self.user(left), CARE, "fep", "left this month")
        self.today_key = self.employ(today, LIBRARY, day(0))
        self.link(self.user(today), LIBRARY, "ppp", "the last day itself, and the link ends with it", end=day(0))
        gone = world.human()
        last = world.between(-25, -2)
        self.employ(gone, IT, last)
        self.link(self.user(gone), IT, "", "ended with the employment", end=last)
        self.employ(self.left_on_board, ADMINISTRATION, world.between(-25, -2))
        self.employ(self.left_yesterday, COMPUTING, day(-1))
        self.link(self.user(self.left_yesterday), COMPUTING, "fep", "yesterday was the last day")
        # Two employments of one number, user name and identity number.
        self.employ(again, NURSING, world.between(-25, -2))
        self.employ(again, COMPUTING, start=day(-1))
        right = self.link(self.user(again), COMPUTING, "ppp", "one employment has ended, and another goes on")
        self.plan.expect("hr.mover-keeps-right", "pass", "one employment has ended, and another goes on there", **right)
        # The main position has ended, and an extra one has not.
        main, post = world.between(-20, -3), self.position(NURSING)
        key = self.employ(self.contradicted, HEALTH, main, extra=[(post, None)])
        self.contradicted_key = key
        self.link(self.user(self.contradicted), HEALTH, "ufp", "an extra position goes on")
        self.plan.expect(extra, "fail", "open, and the employment has ended", person=key)
        both, last = world.human(), world.between(-20, -3)
        self.plan.expect(extra, "pass", "ended with the employment", person=self.employ(
            both, TECHNOLOGY, last, extra=[(self.position(COMPUTING), last)]))
        soon = world.human()
        self.plan.expect(extra, "fail", "ends a day after the employment", person=self.employ(
            soon, TECHNOLOGY, day(30), extra=[(self.position(COMPUTING), day(31))]))
        # Left here, and works for the municipality in the other lists.
        self.moved_key = self.employ(also_in_municipality, HEALTH, world.between(-25, -6))
        self.link(self.user(also_in_municipality), HEALTH, "ufp", "left here, and is employed by the municipality")

    def authorisations(self) -> None:
        world = self.world
        for unit in [TOP, IT, NURSING, LEARNING]:
            human, _ = self.ordinary[unit][0]
            self.link(self.user(human), unit, "ppp", "employed without an end in the unit")
        dated = world.humans(4)
        for human in dated:
            self.employ(human, HEALTH, day(41))
        self.link(self.user(dated[0]), HEALTH, "pfp", "no end, and the employment has one")
        self.link(self.user(dated[1]), HEALTH, "pfp", "ends a day after the employment", end=day(42))
        self.link(self.user(dated[2]), HEALTH, "ppp", "ends with the employment", end=day(41))
        self.link(self.user(dated[3]), HEALTH, "", "ended yesterday", end=day(-1))
        self.link(self.user(dated[3]), HEALTH, "ppp", "ends today", type="AZWF", end=day(0))
        self.link(self.user(dated[3]), TECHNOLOGY, "", "begins tomorrow", start=day(1))
        self.link(self.user(self.ordinary[LIBRARY][0][0]), IT, "ppf", "works in the library", type="AZWF")
        self.link(self.user(self.ordinary[COMPUTING][0][0]), CARE, "ppf", "works in another faculty")
        self.link(self.user(self.ordinary[HEALTH][0][0]), CARE, "ppp", "works in the unit above")
        self.link(self.user(self.ordinary[NURSING][1][0]), HEALTH, "ppp", "works in a unit below")
        self.link(self.user(self.ordinary[PAYROLL][0][0]), TECHNOLOGY, "ppp", "works where the work of others is done")
        helper = world.human()
        key = self.employ(helper, LIBRARY, extra=[(self.position(COMPUTING), None)])
        self.plan.expect("dfo.extra-post-outlives-employment", "pass", "neither ends", person=key)
        self.link(self.user(helper), COMPUTING, "ppp", "has an extra position there")
        self.starter = world.human()
        self.employ(self.starter, OMBUD, start=world.between(5, 40))
        newcomer = "hr.not-yet-started-holds-right"
        self.plan.expect(newcomer, "fail", "begins later", **self.link(
            self.user(self.starter), LEARNING, "ppu", "begins later, and elsewhere"))
        first = world.between(5, 40)
        patient = world.human()
        self.employ(patient, OMBUD, start=first)
        self.plan.expect(newcomer, "pass", "begins with the employment", **self.link(
            self.user(patient), OMBUD, "", "begins with the employment", start=first))
        self.movers()
        self.link(OWN + "drift", IT, "uuu", "a user whom no list of employees has")

    def movers(self) -> None:
        """Who has had a position in another unit, as the list of positions shows it."""
        world, mover = self.world, "hr.mover-keeps-right"
        plans = [(LIBRARY, COMPUTING, day(-1), "ppf", "fail", "ended in the unit yesterday"),
                 (HEALTH, NURSING, world.between(-40, -2), "ppp", "pass", "works in the unit above now")]
        for now, before, last, verdicts, verdict, note in plans:
            human = world.human()
            key = self.employ(human, now)
            held = self.position(before)
            next(row for row in self.positions if row["id"] == held)["innehaver"].append({
                "innehaverAnsattnr": key.removeprefix("dfo/").split(" ")[0],
                "innehaverStartdato": f"{LONG_AGO}T00:00:00.0000000+00:00", "innehaverSluttdato": f"{last}T00:00:00.0000000+00:00"})
            self.plan.expect(mover, verdict, note, **self.link(self.user(human), before, verdicts, note))

    def leading(self) -> None:
        world = self.world
        for unit in [TOP, ADMINISTRATION, IT, PAYROLL, HEALTH, TECHNOLOGY]:
            human, key = self.ordinary[unit][-1]
            self.lead(unit, key, human, "pass", "employed")
        self.lead(LIBRARY, self.today_key, self.last_today, "pass", "the last day itself")
        self.lead(CARE, self.left_key, self.left, "fail", "has left")
        self.idle = idle = world.human()
        key = self.employ(idle, LEARNING, on=PLACEHOLDER, note="no end, and the position that stands for none")
        self.lead(LEARNING, key, idle, "fail", "on the position that stands for none")
        self.link(self.user(idle), TECHNOLOGY, "uuu", "on the position that stands for none")
        self.lead(NURSING, self.contradicted_key, self.contradicted, "unverified", "an extra position goes on")
        unknown = f"dfo/{world.random.randint(5_001_000, 5_001_999)}"
        self.lead(COMPUTING, unknown, None, "unverified", "a number that no list of employees has")
        # The ombud is led by nobody, and counts for nothing.

    def others(self) -> None:
        world, firms = self.world, "dfo.answer-of-own-institution"
        self.guest = world.human()
        self.employ(self.guest, NURSING, group="9")
        self.link(self.user(self.guest), NURSING, "ppp", "a guest, and no approval", external="fail")
        for human in world.humans(3):
            self.employ(human, TOP, firm=OTHER, on=next(self._positions))
        self.plan.expect(firms, "pass", "the own code", firm=OWN)
        self.plan.expect(firms, "fail", "people of another institution", firm=OTHER)

    # The answers

    def write(self) -> None:
        put, org, asked = self.documents.answer, self.world.college.org, {"query": f"dato={AS_OF}"}
        units = [{"id": self.units[unit], "orgKortnavn": f"67{unit:03}", "organisasjonsnavn": name,
                  "leder": self.leaders.get(unit, []), "type": "AVD", "autWf": self.links[unit],
                  "overordnOrgenhetId": 0 if above is None else self.units[above]} for unit, (name, above) in enumerate(TREE)]
        put("hogskolen/ansatte.json", "ansatt", self.employees, "dfo.employees", organisation=org, **asked)
        put("hogskolen/stillinger.json", "stilling", self.positions, "dfo.positions", organisation=org, **asked)
        put("hogskolen/organisasjoner.json", "organisasjon", units, "dfo.organisations", organisation=org, **asked)
        put("hogskolen/museet-ansatte.json", "ansatt", self.museum, "dfo.employees",
            organisation=self.world.museum.org, query=f"dato={day(-32)}")
        contracts = [{"id": row["id"], "kontraktnr": str(number), "typeKontrakt": "T1", "organisasjonId": row["organisasjonId"],
                      "startdato": row["startdato"], "sluttdato": row["sluttdato"], "fastlonn": "1"}
                     for number, row in enumerate(self.employees[:2], 1)]
        put("hogskolen/infokontrakter.json", "infokontrakt", contracts, None, organisation=org, **asked)
        kept, recent = "dfo.export-without-contracts", "hr.document-recent"
        self.plan.expect(kept, "fail", "salaries", document=f"dfo.contracts of organisation {org}")
        for kind in ["employees", "positions", "organisations", "employees of the museum"]:
            self.plan.expect(kept, "pass", "no contract", document=f"dfo.{kind}")
        self.plan.expect(recent, "pass", "of today", path="hogskolen/ansatte.json")
        self.plan.expect(recent, "fail", "a day too old", path="hogskolen/museet-ansatte.json")
