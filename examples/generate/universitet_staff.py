"""Who works at the university: what DFØ answers, the list of those whom the payroll does not have, and the mailboxes."""
from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import Human
from payroll import LONG_AGO, OTHER, OWN, PLACEHOLDER, Payroll
from universitet_world import (ADMINISTRATION, ARCHIVE, AS_OF, CLINIC, COMPUTING, DOMAIN, HUMANITIES, IT, LANGUAGES, LIBRARY,
                               MEDICINE, NOT_A_SECRET, PAYROLL, SCIENCE, STUDIES, TOP, UNITS, University, day)

AGREE = "hr.sources-agree"


class Staff(Payroll):
    def __init__(self, world: University, plan: Plan, documents: Documents):
        super().__init__(world, plan, documents, UNITS, DOMAIN)
        self.listed: list = []
        self.ordinary: dict = {}
        self.authorisers: set = set()  # who has an authorisation in force
        self.keys: dict = {}  # what a policy calls somebody, by human

    def external(self, human: Human) -> str:
        return self.world.feide(human)

    def hire(self, unit: int, *arguments, **more) -> Human:
        human = self.world.human()
        self.keys[human] = self.employ(human, unit, *arguments, **more)
        return human

    def authorise(self, human: Human, unit: int, verdicts: str, note: str, **more) -> dict:
        """Links somebody to a unit, and remembers who authorises."""
        if more.get("type", "A290") == "A290":
            self.authorisers.add(human)
        return self.link(self.user(human), unit, verdicts, note, **more)

    def of(self, unit: int, index: int) -> Human:
        """One of those of whom nothing is to be said."""
        return self.ordinary[unit][index]

    def build(self) -> None:
        for unit in range(len(UNITS)):
            self.ordinary[unit] = [self.hire(unit) for _ in range(self.world.random.randint(4, 6))]
        self.leavers()
        self.guests()
        self.authorisations()
        self.leading()
        self.elsewhere_employed()
        self.affiliated()
        self.addresses()
        self.write()

    # In the payroll

    def leavers(self) -> None:
        world, extra = self.world, "dfo.extra-post-outlives-employment"
        # Owns an application that holds a key to DFØ: no system alone shows it.
        self.leaver = self.hire(IT, world.between(-25, -4))
        self.left_owner = self.hire(STUDIES, world.between(-25, -2))
        self.yesterday = self.hire(LIBRARY, day(-1))
        self.last_today = self.hire(LIBRARY, day(0))
        self.dated = self.hire(COMPUTING, day(41))
        main, post = world.between(-20, -3), self.position(LANGUAGES)
        self.contradicted = self.hire(HUMANITIES, main, extra=[(post, None)])
        self.plan.expect(extra, "fail", "open, and the employment has ended", person=self.keys[self.contradicted])
        both = self.hire(SCIENCE, extra=[(self.position(COMPUTING), None)])
        self.plan.expect(extra, "pass", "neither ends", person=self.keys[both])
        self.both = both
        self.starter = self.hire(IT, start=world.between(5, 40))
        self.idle = self.hire(CLINIC, on=PLACEHOLDER, note="no end, and the position that stands for none")

    def guests(self) -> None:
        """Who is paid, or not, and not of the house."""
        self.guest, self.approved_guest, self.plain_guest = (self.hire(IT, group="9") for _ in range(3))
        # Who shall have no user name of Feide's.
        external = "hr.no-external-user-name-used"
        self.unfederated, nobody = self.hire(ARCHIVE, partner=False), self.hire(LANGUAGES, partner=False)
        self.plan.expect(external, "fail", "owns an application under it", person=self.keys[self.unfederated])
        self.plan.expect(external, "pass", "holds nothing", person=self.keys[nobody])

    def authorisations(self) -> None:
        of, world = self.of, self.world
        self.authoriser = of(PAYROLL, 0)
        self.authorise(self.authoriser, PAYROLL, "ppp", "employed without an end in the unit")
        self.authorise(of(PAYROLL, 1), TOP, "ppp", "works below it")
        self.authorise(of(PAYROLL, 2), SCIENCE, "ppp", "works where the work of others is done")
        for unit in [IT, MEDICINE, HUMANITIES]:
            self.authorise(of(unit, 0), unit, "ppp", "employed without an end in the unit")
        self.authorise(of(LIBRARY, 0), IT, "ppf", "works in the library")
        self.authorise(of(LIBRARY, 1), COMPUTING, "ppf", "works in the library", type="AZWF")
        self.authorise(self.left_owner, STUDIES, "fep", "left this month")
        self.authorise(self.yesterday, LIBRARY, "fep", "yesterday was the last day")
        self.authorise(self.last_today, LIBRARY, "ppp", "the last day itself, and the link ends with it", end=day(0))
        self.authorise(self.dated, COMPUTING, "pfp", "no end, and the employment has one")
        self.authorise(self.dated, SCIENCE, "ppp", "ends with the employment", type="AZWF", end=day(41))
        self.authorise(self.contradicted, HUMANITIES, "ufp", "an extra position goes on")
        self.authorise(self.guest, IT, "ppp", "a guest, and no approval", external="fail")
        self.approved_right = self.authorise(self.approved_guest, IT, "ppp", "a guest, approved by another")["right"]
        self.link(OWN + "drift", IT, "uuu", "a user whom no list of employees has")
        right = self.authorise(self.starter, IT, "ppp", "begins later, in the unit")
        self.plan.expect("hr.not-yet-started-holds-right", "fail", "begins later", **right)
        for now, before, last, verdicts, verdict, note in [
                (LIBRARY, COMPUTING, day(-1), "ppf", "fail", "ended in the unit yesterday"),
                (MEDICINE, CLINIC, world.between(-40, -2), "ppp", "pass", "works in the unit above now")]:
            human = self.hire(now)
            held = self.position(before)
            next(row for row in self.positions if row["id"] == held)["innehaver"].append({
                "innehaverAnsattnr": self.number(human), "innehaverStartdato": f"{LONG_AGO}T00:00:00.0000000+00:00",
                "innehaverSluttdato": f"{last}T00:00:00.0000000+00:00"})
            self.plan.expect("hr.mover-keeps-right", verdict, note, **self.authorise(human, before, verdicts, note))
            self.mover = human

    def number(self, human: Human) -> str:
        return self.keys[human].removeprefix("dfo/").split(" ")[0]

    def leading(self) -> None:
        for unit in [TOP, ADMINISTRATION, IT, PAYROLL, MEDICINE, SCIENCE]:
            human = self.of(unit, -1)
            self.lead(unit, self.keys[human], human, "pass", "employed")
        self.lead(LIBRARY, self.keys[self.last_today], self.last_today, "pass", "the last day itself")
        self.lead(STUDIES, self.keys[self.left_owner], self.left_owner, "fail", "has left")
        self.lead(HUMANITIES, self.keys[self.contradicted], self.contradicted, "unverified", "an extra position goes on")

    def elsewhere_employed(self) -> None:
        for human in self.world.humans(2):
            self.employ(human, TOP, firm=OTHER, on=next(self._positions))
        firms = "dfo.answer-of-own-institution"
        self.plan.expect(firms, "pass", "the own code", firm=OWN)
        self.plan.expect(firms, "fail", "people of another institution", firm=OTHER)

    # Beside the payroll

    def affiliate(self, human: Human, end=None, kind: str = "external") -> str:
        number = f"t-{len(self.listed) + 1:03}"
        self.listed.append({"id": number, "name": human.name, "email": human.email(DOMAIN), "unit": UNITS[IT][0],
                            "start": self.world.start().isoformat(), "end": end.isoformat() if end else "", "kind": kind})
        return number

    def affiliated(self) -> None:
        """Partners, emeriti and guests; a few of them are in the payroll as well."""
        world = self.world
        self.partners = world.humans(5)
        for human in self.partners:
            self.affiliate(human)
        self.former_partner = world.human()
        self.affiliate(self.former_partner, world.between(-200, -10))
        for human in [self.plain_guest, self.of(CLINIC, 1)]:
            for key in [self.affiliate(human, kind="internal"), self.keys[human]]:
                self.plan.expect(AGREE, "pass", "they agree", person=key)
        self.disputed = self.of(LANGUAGES, 1)
        self.plan.expect(AGREE, "fail", "left by the list, and DFØ has them as employed later",
                         person=self.affiliate(self.disputed, world.between(-90, -10), "internal"))
        self.plan.expect(AGREE, "pass", "the newer list", person=self.keys[self.disputed])

    def addresses(self) -> None:
        rows = self.employees + self.elsewhere
        payroll, listed = {row["epost"] for row in rows}, {row["email"]: row["end"] for row in self.listed}
        for address in sorted(payroll | listed.keys()):
            # The list has no identity numbers: where both have an address, nothing shows that it is one human's.
            both = address in payroll and listed.get(address) == ""
            self.plan.expect("hr.one-person-per-key", *(("unverified", "in both lists") if both else ("pass", "one person's")),
                             email=address)

    def write(self) -> None:
        documents, plan = self.documents, self.plan
        self.answers("lonn", self.world.own.org)
        asked = {"organisation": self.world.clinic.org, "query": f"dato={AS_OF}"}
        documents.answer("lonn/sykehuset-ansatte.json", "ansatt", self.elsewhere, "dfo.employees", **asked)
        contracts = [{"id": row["id"], "kontraktnr": str(number), "typeKontrakt": "T1", "organisasjonId": row["organisasjonId"],
                      "startdato": row["startdato"], "sluttdato": row["sluttdato"], "fastlonn": "1"}
                     for number, row in enumerate(self.employees[:2], 1)]
        documents.answer("lonn/infokontrakter.json", "infokontrakt", contracts, None, organisation=self.world.own.org,
                         query=f"dato={AS_OF}")
        kept = "dfo.export-without-contracts"
        plan.expect(kept, "fail", "salaries", document=f"dfo.contracts of organisation {self.world.own.org}")
        for kind in ["employees", "positions", "organisations", "employees of the hospital"]:
            plan.expect(kept, "pass", "no contract", document=f"dfo.{kind}")
        plan.expect("hr.document-recent", "pass", "of today", path="lonn/ansatte.json")
        plan.expect("hr.document-recent", "pass", "of today", path="lonn/sykehuset-ansatte.json")
        # Somebody wrote down with what a partner logs in first.
        self.listed[0]["password"] = NOT_A_SECRET
        documents.table("personal/tilknyttede.csv", "id name email unit start end kind password", self.listed,
                        "organisation.employees", ",")
        people = [human for human in self.keys] + self.partners
        rows = [(human.email(DOMAIN), "UserMailbox", f"{human.login}@post.{DOMAIN}") for human in people]
        rows.append((f"integrasjon@{DOMAIN}", "SharedMailbox", f"intark@{DOMAIN}"))
        documents.table("exchange/postkasser.csv", "PrimarySmtpAddress RecipientTypeDetails EmailAddresses", [
            {"PrimarySmtpAddress": email, "RecipientTypeDetails": kind, "EmailAddresses": f"SMTP:{email};smtp:{other}"}
            for email, kind, other in rows], "exchange.mailboxes", ",")
