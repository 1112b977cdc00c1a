"""The municipality, which has its people in Visma, and an adapter that tells KS Læring of them."""
import datetime

from larenett_documents import Documents, compact, element
from larenett_plan import Plan
from larenett_world import MUNICIPALITY, Human, World, day

CHART, COMPANY = "101", "1"
NOBODY = "har.ikke.e-post@example.com"
# The day of the snapshots, that of the last changes before them, and the one since which these are.
ASKED, CHANGED, SINCE = day(-2), day(-4), day(-11)
UNITS = [("Helse og omsorg", "root"), ("Hjemmetjenesten", 0), ("Tindvik sykehjem", 0), ("Oppvekst", "root"),
         ("Tindvik skole", 3), ("Havna barnehage", 3), ("Plan og teknikk", "root"), ("Kultur", "root")]
HEALTH, HOME, NURSING, SCHOOLS, SCHOOL, KINDERGARTEN, PLANNING, CULTURE = range(len(UNITS))


class Member:
    """Somebody of the municipality: what KS Læring is told, and what Visma has."""

    def __init__(self, human: Human, unit: int | str, email: str):
        self.human, self.unit, self.email = human, unit, email
        self.in_persons = self.in_positions = self.in_visma = True
        self.title, self.manager = "Konsulent", False
        # In Visma: (first day, last day, word that says the employment to be over).
        self.employments: list = []


class Municipality:
    def __init__(self, world: World, plan: Plan, documents: Documents):
        self.world, self.plan, self.documents = world, plan, documents
        numbers = world.numbers(1000, 9000)
        self.codes = [next(numbers) for _ in UNITS]
        self._hrm, self._employee = world.numbers(1, 900), world.numbers(20_000, 20_900)
        self.members: list = []
        self.changes: list = []

    def unit(self, index: int | str) -> str:
        return f"{CHART}-{index if isinstance(index, str) else self.codes[index]}"

    def member(self, unit: int | str, human: Human | None = None, *, ends: list | None = None, ks: bool = True,
               visma: bool = True, start: datetime.date | None = None, email: str | None = None) -> Member:
        """Somebody with an employment for each of `ends`: the last day, none, or a word."""
        human = human or self.world.human()
        member = Member(human, unit, human.email(MUNICIPALITY) if email is None else email)
        member.in_persons = member.in_positions = ks
        member.in_visma = visma
        for end in [None] if ends is None else ends:
            is_word = isinstance(end, str)
            member.employments.append((start or self.world.start(), None if is_word else end, end if is_word else "Fast"))
        self.members.append(member)
        return member

    # Who is there

    def build(self, also_in_college: Human) -> None:
        self.staff()
        self.leavers()
        self.member(SCHOOL, also_in_college)
        self.changed()
        self.world.random.shuffle(self.members)
        self.write_visma()
        self.write_learning()

    def staff(self) -> None:
        self.ordinary = {unit: [self.member(unit) for _ in range(self.world.random.randint(3, 6))]
                         for unit in range(len(UNITS))}
        for members in self.ordinary.values():
            members[0].manager, members[0].title = True, "Leder"
        self.owner, self.deputy, self.orderer, self.technician = (self.ordinary[unit][1] for unit in [HEALTH, SCHOOLS, PLANNING,
                                                                                                     CULTURE])
        self.ordinary[HOME][1].email = NOBODY

    def leavers(self) -> None:
        """Who has left, or seems to: the last days are Visma's."""
        world = self.world
        self.left = self.member(PLANNING, ends=[day(-1)])
        self.left_unlisted = self.member(CULTURE, ends=[world.between(-90, -20)], ks=False)
        self.left_by_word = self.member(HOME, ends=["Sluttet"], ks=False)
        self.last_today = self.member(SCHOOL, ends=[day(0)])
        self.listed_since = self.member(NURSING, ends=[ASKED - datetime.timedelta(days=1)])
        self.left_when_listed = self.member(NURSING, ends=[ASKED])
        # The adapter stops at somebody with two employments; another one leaves them out.
        self.two_employments = self.member(KINDERGARTEN, ends=[world.between(-60, -10), None], ks=False)
        self.starter = self.member(HEALTH, start=world.between(5, 60))

    def changed(self) -> None:
        """Whom the adapter took from the people last week, and whom it added again."""
        self.removed = self.member(HOME, visma=False)
        self.back = self.member(SCHOOL, visma=False)
        self.lost_unit = self.member(NURSING)
        for member in [self.removed, self.back, self.lost_unit]:
            self.changes.append(("delete", self.person(member)))
        self.changes.append(("add", self.person(self.back)))
        self.removed.in_persons = self.lost_unit.in_persons = False

    # Visma

    def write_visma(self) -> None:
        people = [self.in_visma(member) for member in self.members if member.in_visma]
        self.documents.put("kommunen/visma-personer.xml", "<personsXML>\n" + "\n".join(people) + "\n</personsXML>\n",
                           "visma.persons", len(people), query="snapshot", extracted_at=ASKED.isoformat())
        units = [element("unit", id=code, kode=code, name=name, parentid="0" if above == "root" else self.codes[above])
                 for code, (name, above) in zip(self.codes, UNITS)]
        chart = element("chart", element("units", *(f"\n{unit}" for unit in units)), id=CHART, name="Tindvik kommune")
        self.documents.put("kommunen/visma-organisasjon.xml", f"<charts>{chart}</charts>\n", "visma.charts", 1,
                           extracted_at=ASKED.isoformat())

    def in_visma(self, member: Member) -> str:
        human, shown = member.human, []
        for start, end, word in member.employments:
            ending = [element("positionEndDate", end.isoformat())] if end else []
            unit = self.codes[member.unit]
            position = element(
                "position", element("chart", element("unit", id=unit, name=UNITS[member.unit][0]), id=CHART),
                element("positionStartDate", start.isoformat()), *ending,
                element("positionInfo", element("positionCode", name=member.title, positionCode="7531"),
                        element("positionType", name=word, value="1")),
                isPrimaryPosition="true", validFromDate=start.isoformat())
            shown.append(element(
                "employment", element("employeeId", str(next(self._employee))), element("startDate", start.isoformat()),
                *([element("endDate", end.isoformat())] if end else []),
                element("category", element("description", word), id="1"), element("positions", position)))
        contact = element("contactInfo", element("email", human.email(MUNICIPALITY)))
        member.visma = f"Visma {(number := next(self._hrm))}"
        return element("person", element("givenName", human.first), element("familyName", human.last),
                       element("ssn", human.nin), contact, element("employments", *shown), personIdHRM=number)

    # KS Læring

    @staticmethod
    def person(member: Member) -> dict:
        human = member.human
        return {"national_id": human.nin, "first_name": human.first, "last_name": human.last, "email": member.email}

    def write_learning(self) -> None:
        """The answers of the adapter, and what they show of units and positions."""
        plan, org, at = self.plan, self.world.municipality.org, f"{ASKED}T05:00:00Z"
        snapshot = {"query": "snapshot", "organisation": org}
        whole, refers, recent = "ks.unit-tree-whole", "ks.position-refers", "hr.document-recent"
        rows = [{"id": f"{CHART}-root", "name": "Tindvik kommune", "parent": ""}]
        rows += [{"id": self.unit(index), "name": name, "parent": self.unit(above)} for index, (name, above) in enumerate(UNITS)]
        # Units that the chart has lost hold of.
        lost, one, two = (f"{CHART}-{number}" for number in ["990", "991", "992"])
        odd = [(lost, "Legevakta", f"{CHART}-77", "fail", "below a unit that is not there"),
               (one, "Brann", two, "fail", "above the unit that is above it"), (two, "Feiing", one, "fail", "the same")]
        for row in rows:
            plan.expect(whole, "pass", "below the root, or the root", unit=row["id"])
        for unit, name, above, verdict, note in odd:
            rows.append({"id": unit, "name": name, "parent": above})
            plan.expect(whole, verdict, note, unit=unit)
        self.documents.events("kommunen/organisation.ndjson", [("add", row) for row in rows], "ks.organisation", at, **snapshot)

        listed = [member for member in self.members if member.in_persons]
        positions = [(member, self.unit(member.unit)) for member in self.members if member.in_positions]
        homeless, stranger = self.ordinary[CULTURE][2], self.member(PLANNING, ks=False, visma=False)
        positions += [(homeless, f"{CHART}-555"), (self.ordinary[PLANNING][2], lost), (stranger, self.unit(PLANNING))]
        # A person is called by the file and line in which the number first stands, a list of people before one of positions.
        lines = {member: f"kommunen/person.ndjson, line {number}" for number, member in enumerate(listed, 1)}
        for number, member in enumerate([self.removed, self.back, self.lost_unit], 1):
            lines.setdefault(member, f"kommunen/person_endringer.ndjson, line {number}")
        self.in_learning = dict(lines)
        for number, (member, _) in enumerate(positions, 1):
            lines.setdefault(member, f"kommunen/employee_position.ndjson, line {number}")
        for member, unit in positions:
            verdict, note = "pass", "person and unit are there"
            if unit == f"{CHART}-555":
                verdict, note = "fail", "in a unit that is not there"
            elif member is stranger:
                verdict, note = "unverified", "not among the people, whose list is of another day as well"
            elif member in (self.removed, self.lost_unit):
                verdict, note = "unverified", "taken from the people last week"
            plan.expect(refers, verdict, note, person=lines[member], unit=unit)
        self.documents.events("kommunen/person.ndjson", [("add", self.person(member)) for member in listed],
                              "ks.person", at, **snapshot)
        self.documents.events("kommunen/person_endringer.ndjson", self.changes, "ks.person", f"{CHANGED}T05:00:00Z",
                              organisation=org, query=f"fromDate={SINCE}T05:00:00Z&toDate={CHANGED}T05:00:00Z")
        self.documents.events("kommunen/employee_position.ndjson", [
            ("add", {"org_id": unit, "national_id": member.human.nin, "position_name": member.title, "main": True,
                     "manager": member.manager}) for member, unit in positions], "ks.employee-position", at, **snapshot)
        contact = "ks.contact-in-use"
        plan.expect(contact, "fail", "the contact has left", authority=self.authority(
            "authority", "Tindvik kommune", self.left_unlisted.email))
        plan.expect(contact, "pass", "a functional mailbox", authority=self.authority(
            "havn-authority", "Tindvik havn KF", f"havn@{MUNICIPALITY}"))
        plan.expect(contact, "unverified", "listed after the last day", authority=self.authority(
            "kirke-authority", "Tindvik kirkelige fellesråd", self.listed_since.email))
        for name in ["person", "person_endringer"]:
            plan.expect(recent, "pass", "of this week", path=f"kommunen/{name}.ndjson")

    def authority(self, file: str, name: str, email: str) -> str:
        """Who serves an adapter, and whom KS may write to."""
        row = compact({"name": name, "version": "3.0", "email": email})
        self.documents.put(f"kommunen/{file}.json", row + "\n", "ks.authority", 1)
        return name
