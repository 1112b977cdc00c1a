"""The university college, which has its payroll at DFØ: employees, positions, units, and who may authorise for them."""
from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import AS_OF, COLLEGE, Human, World, day
from payroll import LONG_AGO, OTHER, OWN, PLACEHOLDER, Payroll

TREE = [("Høgskolen i Nordhei", None), ("Administrasjonen", 0), ("IT-avdelingen", 1), ("Lønn og personal", 1),
        ("Biblioteket", 1), ("Fakultet for helsefag", 0), ("Institutt for sykepleie", 5), ("Institutt for vernepleie", 5),
        ("Fakultet for teknologi", 0), ("Institutt for data", 8), ("Senter for læring", 0), ("Studentombudet", 0)]
TOP, ADMINISTRATION, IT, PAYROLL, LIBRARY, HEALTH, NURSING, CARE, TECHNOLOGY, COMPUTING, LEARNING, OMBUD = range(len(TREE))


class College(Payroll):
    def __init__(self, world: World, plan: Plan, documents: Documents):
        super().__init__(world, plan, documents, TREE, COLLEGE)

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
        self.answers("hogskolen", org)
        put("hogskolen/museet-ansatte.json", "ansatt", self.elsewhere, "dfo.employees",
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
