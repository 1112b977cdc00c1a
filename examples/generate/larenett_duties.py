"""Duties that one person must not have together, by the matrix that ships: who authorises at DFØ, who owns integrations, and who
confirmed their steps for the customer. Of the other duties nobody here has one: no access to an API is asked for, no key of DFØ, no
client is approved; and whom a role makes the main administrator in Altinn, nothing shows."""
from larenett_college import College
from larenett_municipality import NOBODY, Municipality
from larenett_plan import Plan
from larenett_registers import Registers
from larenett_world import AS_OF, MUNICIPALITY

FORBIDDEN, WATCH = "sod.conflicting-duties", "sod.duties-to-watch"
AUTHORISES, BROKER, CUSTOMER, ALTINN = (
    "authorises/owns-dfo-write-api/any", "administers-broker/owns-dfo-integration/any",
    "owns-integration/confirms-for-customer/same-object", "administers-altinn/approves-clients/any")
WEIGHT = ["pass", "unverified", "fail"]


class Duties:
    def __init__(self, plan: Plan, college: College, town: Municipality, registers: Registers):
        self.plan, self.college, self.registers = plan, college, registers
        self.names: dict = {}  # what the personnel data have of a human, by identity number: {system: records}
        self.humans: dict = {}  # address: identity number
        self.called: dict = {}  # identity number: name
        for row in college.employees + college.elsewhere:
            self.know("dfo", f"dfo/{int(row['id'])} (firm {row['dfoBrukerident'][:4]})", row["fnr"], row["epost"],
                      f"{row['fornavn']} {row['etternavn']}")
        for member in town.members:
            human = member.human
            if member.in_visma:
                self.know("visma", member.visma, human.nin, human.email(MUNICIPALITY), human.name)
            if member in town.in_learning:
                self.know("ks", town.in_learning[member], human.nin, member.email, human.name)

    def know(self, system: str, record: str, nin: str, email: str, name: str) -> None:
        self.names.setdefault(nin, {}).setdefault(system, set()).add(record)
        self.called[nin] = name.lower()
        if email != NOBODY:
            assert self.humans.setdefault(email, nin) == nin, f"{email} is one person's in this example"

    def records(self, nin: str) -> set:
        """What somebody is called: by DFØ, else by Visma, else by KS Læring. Two records that DFØ has of one human are two names."""
        return next(self.names[nin][system] for system in ("dfo", "visma", "ks") if system in self.names[nin])

    def build(self) -> None:
        assert len(set(self.called.values())) == len(self.called), "two of one name are not part of this example"
        assert not {row["what"] for row in self.registers.endings.approvals if row["system"] == "dfo"} & {"key"}
        assert not {row["what"] for row in self.registers.endings.approvals} & {"api-access", "client", "scope"}
        self.authorising()
        self.owning()
        self.plan.hole(WATCH, "what roles carry in Altinn, and for whom, was not exported", who="*", conflict=ALTINN)

    # DFØ

    def authorising(self) -> None:
        """Whoever authorises for a unit today. Whether one of them owns an API that writes, only a gateway could show."""
        today = AS_OF.isoformat()
        users = {link["bruker"] for links in self.college.links.values() for link in links
                 if link["type"] == "A290" and link["knytningStart"] <= today <= link["knytningSlutt"]}
        humans = {row["dfoBrukerident"]: row["fnr"] for row in self.college.employees}
        for who in sorted(who for user in users for who in (self.records(humans[user]) if user in humans else {user})):
            self.plan.expect(FORBIDDEN, "unverified", "nothing of a gateway was exported", who=who, conflict=AUTHORISES)
        self.plan.not_evaluated(FORBIDDEN)

    # Integrations

    def owning(self) -> None:
        today = AS_OF.isoformat()
        current = [row for row in self.registers.integrations if row.get("ends", "") == "" or row["ends"] >= today]
        assert all(row["owner"] for row in current)
        owners = {(row["owner"].lower(), row["integration"], row["system"]) for row in current}
        for who in sorted({who for owner, _, system in owners if system == "dfo" for who in self.who(owner)}):
            self.plan.expect(WATCH, "unverified", "nothing of a broker was exported", who=who, conflict=BROKER)
        self.confirming({(owner, integration) for owner, integration, _ in owners})

    def who(self, written: str) -> set:
        """Whose an address is; one that nobody has, and a name, may be anybody's."""
        return self.records(self.humans[written]) if written in self.humans else {written}

    def confirming(self, owners: set) -> None:
        """Who owns an integration, and who confirmed for the customer: of each integration the two should be two."""
        steps = self.registers.steps
        confirmers = {(row["confirmed_by"].lower(), row["integration"]) for row in steps
                      if row["party"] == "customer" and row["confirmed_by"]}
        # For whom it was, or by whom, is not said: it may have been anybody, for the customer.
        unsaid = {row["integration"] for row in steps if not row["party"] or row["party"] == "customer" and not row["confirmed_by"]}
        members: dict = {}
        for own, others in [(owners, confirmers), (confirmers, owners)]:
            for account, integration in own:
                found = [self.compare(account, other) for other, about in others if about == integration]
                if own is owners and integration in unsaid:
                    found.append(("unverified", "a step does not say who confirmed it for whom"))
                for who in self.who(account):
                    members.setdefault(who, []).extend(found)
        for who, found in sorted(members.items()):
            verdict, note = max(found, key=lambda one: WEIGHT.index(one[0]), default=("pass", "nobody there has the other one"))
            self.plan.expect(WATCH, verdict, note, who=who, conflict=CUSTOMER)

    def compare(self, account: str, other: str) -> tuple:
        """Whether the owner and the confirmer of one integration are one, as far as addresses and names show it: somebody whom
        the personnel data know is nobody of another name."""
        if self.who(account) & self.who(other):
            return "fail", "owns it, and confirmed for the customer"
        known = account in self.humans and other in self.humans
        named = account in self.humans and "@" not in other
        if known or named and self.called[self.humans[account]] != other:
            return "pass", "two people"
        return "unverified", "an address or a name that may be anybody's"
