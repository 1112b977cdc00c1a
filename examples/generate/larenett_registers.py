"""The registers of integrations: how KS Læring and DFØ were connected, and where not by the steps of the page of KS."""
from larenett_college import College
from larenett_documents import Documents
from larenett_endings import CLOSED, Endings
from larenett_municipality import Municipality
from larenett_plan import Plan
from larenett_world import MUNICIPALITY, Human, World, day

LAB, PRODUCTION, EVERYBODY = "18.185.188.40", "18.197.107.188", "0.0.0.0/0"
KINDS = ["authority", "organisation", "person", "employee_position"]
# What is asked of each integration with KS Læring that has not ended, and of any other one.
ASKED_OF_KS = ["ks.endpoints-delivered", "ks.addresses-allowed", "ks.basic-auth"]
ASKED_OF_ALL = ["integration.has-owner", "integration.has-end-or-review"]


class Registers:
    def __init__(self, world: World, plan: Plan, documents: Documents, municipality: Municipality, college: College,
                 in_both: Human):
        self.world, self.plan, self.documents = world, plan, documents
        self.town, self.college = municipality, college
        self.integrations: list = []
        self.endpoints: list = []
        self.addresses: list = []
        self.steps: list = []
        self.endings = Endings(self, in_both)

    # Rows, and what is asked of each

    def register(self, name: str, environment: str, verdicts: dict, *, ended: bool = False, **columns: str) -> None:
        """An integration in one environment. What `verdicts` does not name passes: `policy: (verdict, note)`."""
        town = self.town
        row = {"integration": name, "system": "ks-laering", "environment": environment, "owner": town.owner.email,
               "deputy": town.deputy.email, "requested_by": town.orderer.email, "requested_on": day(-500).isoformat(),
               "case_reference": f"2025/{self.world.random.randint(100, 900)}", "auth": "basic",
               "user_name": f"{name}-{environment}", "review_by": day(200).isoformat(), "secret_handed_over_by": "phone",
               "purpose": "units and people", "test_client": "no", **columns}
        self.integrations.append(row)
        is_ks, is_basic = row["system"] == "ks-laering", row["auth"] == "basic"
        asked = [] if ended else ASKED_OF_ALL + ASKED_OF_KS * is_ks + ["ks.no-example-user"] * (is_ks and is_basic)
        asked += [CLOSED] * ended
        asked += ["integration.secret-not-by-mail"] * (not ended and (is_basic or not is_ks)) + ["ks.request-in-case"] * is_ks
        assert not verdicts.keys() - set(asked), verdicts.keys() - set(asked)
        for policy in asked:
            verdict, note = verdicts.get(policy, ("pass", "as it should be"))
            self.plan.expect(policy, verdict, note, entry=f"{name}/{environment}")

    def endpoint(self, name: str, environment: str, kind: str, tls: str = "pass", way: str = "pass",
                 note: str = "as it should be", **columns: str) -> None:
        url = columns.pop("url", f"https://{name}-{environment}.{MUNICIPALITY}/v3/{kind}")
        row = {"integration": name, "environment": environment, "kind": kind, "url": url, "delivered_on": day(-480).isoformat(),
               "delivered_in": "case", **columns}
        self.endpoints.append(row)
        entry = f"{name}/{environment}/{kind}"
        self.plan.expect("ks.endpoint-uses-tls", tls, note, entry=entry)
        self.plan.expect("ks.delivered-in-case", way, note, entry=entry)

    def deliver(self, name: str, environment: str) -> None:
        """The endpoints that KS asks for, and the address that KS comes from."""
        for kind in KINDS:
            self.endpoint(name, environment, kind)
        self.allow(name, environment, LAB if environment == "lab" else PRODUCTION)

    def allow(self, name: str, environment: str, address: str, wide: str = "pass", note: str = "as it should be",
              apart: str = "pass", purpose: str = "") -> None:
        self.addresses.append({"integration": name, "environment": environment, "address": address, "purpose": purpose})
        entry = f"{name}/{environment}/{address}"
        self.plan.expect("ks.allow-list-no-wider", wide, note, entry=entry)
        self.plan.expect("ks.allow-list-own-environment", apart, note, entry=entry)

    def step(self, name: str, environment: str, step: str, offset: int | None, party: str = "ks", verdict: str | None = None,
             note: str = "", by: str = "") -> None:
        date = "" if offset is None else day(offset).isoformat()
        self.steps.append({"integration": name, "environment": environment, "step": step, "date": date, "party": party,
                           "confirmed_by": by})
        policy = {"in-production": "ks.lab-before-production", "persons-loaded": "ks.structure-before-persons"}.get(step)
        if verdict and policy:
            self.plan.expect(policy, verdict, note, entry=f"{name}/{environment}/{step}")

    def tested(self, name: str, environment: str, offset: int | None, verdict: str, note: str, party: str = "ks") -> None:
        """A test of the endpoints, and whether it was one by KS before anything was loaded."""
        self.step(name, environment, "endpoints-tested", offset, party)
        self.untested(name, environment, verdict, note)

    def untested(self, name: str, environment: str, verdict: str, note: str) -> None:
        self.plan.expect("ks.endpoints-tested", verdict, note, integration=name, environment=environment)

    def confirmed(self, name: str, verdict: str, note: str) -> None:
        self.plan.expect("ks.persons-confirmed", verdict, note, integration=name)

    # The integrations

    def build(self) -> None:
        self.right()
        self.school()
        self.port()
        self.care()
        self.culture()
        self.endings.build()
        self.write()

    def right(self) -> None:
        """As the page of KS has it, to the day."""
        name, customer = "ks-kommunen", self.town.orderer.email
        self.register(name, "lab", {}, ends=day(30).isoformat(), review_by="")
        # Whose last day is today still owns it, and what is to be looked at today is not late.
        self.register(name, "production", {}, owner=self.town.last_today.email, review_by=day(0).isoformat())
        for environment in ["lab", "production"]:
            for kind in KINDS:
                self.endpoint(name, environment, kind)
        self.allow(name, "lab", f"{LAB}/32")
        self.allow(name, "lab", "192.0.2.10", purpose="the supplier's watch")
        self.allow(name, "lab", "198.51.100.0/24", note="approved by another")
        self.allow(name, "production", PRODUCTION)
        self.allow(name, "production", "198.51.100.128/25", "fail", "approved by whoever asked")
        self.allow(name, "production", "192.0.2.64/26", "fail", "approved from another address of the same mailbox")
        first = self.world.random.randint(-470, -420)
        self.step(name, "lab", "addresses-allowed", -365)
        self.step(name, "lab", "structure-loaded", first)
        self.step(name, "lab", "structure-confirmed", first + 1, "customer", by=customer)
        self.step(name, "lab", "persons-loaded", first + 2, verdict="pass", note="a day after the structure was confirmed")
        self.step(name, "lab", "persons-confirmed", first + 5, "customer", by=customer)
        self.step(name, "production", "in-production", first + 6, verdict="pass", note="a day after the persons were confirmed")
        self.step(name, "production", "addresses-allowed", 0)
        self.confirmed(name, "pass", "by the customer")
        self.tested(name, "lab", first - 1, "pass", "a day before the structure was loaded")
        self.tested(name, "production", first + 5, "pass", "a day before production")
        self.step(name, "lab", "cleared", first + 20)
        self.endings.cleared(name, "pass", "after the persons")

    def school(self) -> None:
        name, town = "ks-skolen", self.town
        self.register(name, "lab", {
            "integration.has-owner": ("fail", "owner and deputy are one"),
            "integration.has-end-or-review": ("fail", "neither an end nor a review"),
            "integration.secret-not-by-mail": ("fail", "by mail"), "ks.no-example-user": ("fail", "the adapter's example"),
            "ks.request-in-case": ("fail", "no case"), "ks.endpoints-delivered": ("fail", "one of the four is missing"),
            "ks.addresses-allowed": ("unverified", "confirmed a year and a day ago")},
            deputy=town.owner.email, review_by="", secret_handed_over_by="e-mail", user_name="KSLINT", case_reference="")
        self.register(name, "production", {
            "integration.has-owner": ("fail", "the owner has left"),
            "integration.has-end-or-review": ("fail", "was to be looked at yesterday"), "ks.basic-auth": ("fail", "no login"),
            "ks.request-in-case": ("unverified", "asked for by a supplier"),
            "ks.addresses-allowed": ("fail", "the LAB's address only")},
            owner=town.left.email, review_by=day(-1).isoformat(), auth="none", user_name="", requested_by="selger@adapter.example")
        self.endpoint(name, "lab", "authority", way="unverified", note="nothing says how", delivered_in="")
        self.endpoint(name, "lab", "organisation", way="fail", note="by mail", delivered_in="e-mail")
        self.endpoint(name, "lab", "person", "fail", note="not encrypted", url=f"http://skole.{MUNICIPALITY}/v3/person")
        for kind in KINDS[:3]:
            self.endpoint(name, "production", kind)
        self.endpoint(name, "production", KINDS[3], "unverified", note="no scheme", url=f"skole.{MUNICIPALITY}/v3/{KINDS[3]}")
        self.allow(name, "lab", "18.185.0.0/16", "fail", "a network, with KS in it")
        self.allow(name, "production", LAB, apart="fail", note="the LAB's")
        first = self.world.random.randint(-400, -380)
        self.step(name, "lab", "addresses-allowed", -366)
        self.step(name, "lab", "structure-confirmed", first, "ks")
        self.step(name, "lab", "persons-loaded", first + 1, verdict="fail", note="the structure was confirmed by KS alone")
        self.step(name, "lab", "persons-confirmed", first + 9, "customer", by=town.orderer.email)
        self.step(name, "production", "in-production", first + 9, verdict="unverified", note="confirmed on the same day")
        self.confirmed(name, "pass", "by the customer")
        self.tested(name, "lab", first + 1, "unverified", "on the day on which persons were loaded")
        self.tested(name, "production", first + 10, "fail", "a day after it went into production")
        self.endings.cleared(name, "fail", "nothing on clearing")

    def port(self) -> None:
        """In production at once."""
        name, town = "ks-havnen", self.town
        self.register(name, "production", {
            "integration.has-owner": ("unverified", "the owner may have left"), "ks.basic-auth": ("unverified", "another way"),
            "ks.request-in-case": ("unverified", "HR does not know who asked")},
            owner=town.removed.email, auth="oauth2", user_name="", requested_by=f"havnesjef@{MUNICIPALITY}")
        for kind in KINDS:
            self.endpoint(name, "production", kind)
        self.allow(name, "production", EVERYBODY, "fail", "everybody, whoever approved it")
        self.step(name, "production", "addresses-allowed", self.world.random.randint(-300, -1))
        self.step(name, "production", "in-production", -200, verdict="fail", note="never confirmed in a LAB")
        self.confirmed(name, "fail", "by nobody")
        self.untested(name, "production", "fail", "no test")

    def care(self) -> None:
        """Much of which nothing is said."""
        name, town = "ks-omsorg", self.town
        self.register(name, "lab", {
            "integration.has-owner": ("unverified", "known by name only"), "ks.basic-auth": ("unverified", "not said"),
            "ks.request-in-case": ("unverified", "known by name only"),
            "ks.addresses-allowed": ("unverified", "a host name")},
            owner=town.owner.human.name, requested_by=town.orderer.human.name, auth="", user_name="")
        self.register(name, "production", {
            "integration.has-owner": ("unverified", "no deputy"), "integration.secret-not-by-mail": ("unverified", "not said"),
            "ks.no-example-user": ("unverified", "not said"), "ks.request-in-case": ("fail", "nobody asked"),
            "ks.addresses-allowed": ("unverified", "confirmed by nobody")},
            deputy="", secret_handed_over_by="", user_name="", requested_by="")
        for environment in ["lab", "production"]:
            for kind in KINDS:
                self.endpoint(name, environment, kind)
        self.allow(name, "lab", "jump.ks.example", "unverified", "a name")
        self.allow(name, "production", PRODUCTION)
        self.allow(name, "production", "192.0.2.77", "fail", "no purpose")
        self.step(name, "lab", "structure-confirmed", -250, "customer", by=town.orderer.email)
        self.step(name, "lab", "persons-loaded", -250, verdict="unverified", note="confirmed on the same day")
        self.step(name, "lab", "persons-confirmed", -240, "")
        self.step(name, "production", "in-production", None, verdict="unverified", note="no day")
        self.confirmed(name, "unverified", "nothing says by whom")
        self.tested(name, "lab", -260, "unverified", "nothing says by whom", party="")
        self.tested(name, "production", -230, "unverified", "nothing says when it went into production")
        self.endings.cleared(name, "unverified", "nothing says since when it has been in production")

    def culture(self) -> None:
        """A LAB that has ended, and production that ends today."""
        name, town = "ks-kultur", self.town
        self.register(name, "lab", {}, ended=True, ends=day(-1).isoformat(), owner="", secret_handed_over_by="e-mail")
        self.register(name, "production", {"integration.has-owner": ("unverified", "nobody knows the address")},
                      ends=day(0).isoformat(), review_by="", owner=f"integrasjon@{MUNICIPALITY}")
        for kind in KINDS:
            self.endpoint(name, "production", kind)
        self.allow(name, "production", PRODUCTION)
        self.step(name, "production", "addresses-allowed", -30)
        self.step(name, "lab", "structure-confirmed", -99, "customer", by=town.orderer.email)
        self.step(name, "lab", "persons-loaded", -100, verdict="fail", note="a day before the structure was confirmed")
        self.step(name, "lab", "persons-confirmed", -79, "supplier")
        self.step(name, "production", "in-production", -80, verdict="fail", note="a day before the persons were confirmed")
        self.confirmed(name, "fail", "by the supplier alone")
        self.tested(name, "lab", -101, "fail", "by the supplier alone", party="supplier")
        self.tested(name, "production", None, "unverified", "nothing says when it was tested")
        self.endings.cleared(name, "unverified", "the LAB has ended, and nothing says that it was cleared")

    @staticmethod
    def second(email: str) -> str:
        """Another address of the same mailbox."""
        return "kontoret." + email

    def write(self) -> None:
        table, town = self.documents.table, self.town
        for name, header, rows in [
                ("integrations", "integration system environment owner owner_since deputy requested_by requested_on "
                 "case_reference auth user_name gateway_api client_id ends review_by secret_handed_over_by purpose test_client",
                 self.integrations),
                ("integration-endpoints", "integration environment kind url delivered_on delivered_in", self.endpoints),
                ("integration-addresses", "integration environment address belongs_to purpose", self.addresses),
                ("integration-steps", "integration environment step date confirmed_by party reference", self.steps)]:
            table(f"register/{name}.csv", header, rows, f"organisation.{name}")
        table("register/data-classes.csv", "api plan class reference", [
            {"api": "lonn-api", "plan": "Ansatte, lese", "class": "personal", "reference": "2025/55"},
            {"api": "lonn-api", "plan": "Organisasjoner, lese", "class": "open"}], "organisation.data-classes")
        table("register/approvals.csv", "system subject what requested_by copied_to approved_by date reference",
              self.endings.approvals, "organisation.approvals")
        table("register/mailboxes.csv", "email type owner deputy purpose mail_tested_at", [
            {"email": f"havn@{MUNICIPALITY}", "type": "functional", "owner": town.owner.email, "deputy": town.deputy.email,
             "purpose": "the port", "mail_tested_at": day(-30).isoformat()}], "organisation.mailbox-register")
