"""The registers of the university: integrations with their endpoints and steps, approvals, classes of data, and who exists."""
from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import Human
from universitet_broker import Broker, application
from universitet_catalogue import Catalogue
from universitet_maskinporten import Maskinporten
from universitet_staff import Staff
from universitet_subscriptions import Subscriptions
from universitet_world import CLINIC, DOMAIN, IT, LIBRARY, PAYROLL, SUPPLIER, TOP, University, day

HAS_OWNER, REVIEW, BY_MAIL, CLOSED = ("integration.has-owner", "integration.has-end-or-review", "integration.secret-not-by-mail",
                                      "integration.ended-is-closed")
APPROVED = "register.approved-by-another"
IN_GATEWAY, PUBLISHER, REQUESTED, KEY_APPROVED = ("dfo.api-in-gateway", "rabbitmq.dfo-publisher-registered",
                                                  "dfo.key-requested-by-service-owner", "dfo.key-approved")
THROUGH, VERIFIED = "dfo.calls-through-gateway", "dfo.verified-through-gateway"
GATEWAY_HOST = "gw-havnes.example"
NO_HOST = ("fail", "a virtual host to which DFØ publishes is missing")
OF_DFO = [IN_GATEWAY, PUBLISHER, REQUESTED, KEY_APPROVED]


class Registers:
    def __init__(self, world: University, plan: Plan, documents: Documents, staff: Staff, catalogue: Catalogue,
                 subscriptions: Subscriptions, broker: Broker, maskinporten: Maskinporten):
        self.world, self.plan, self.documents, self.staff = world, plan, documents, staff
        self.catalogue, self.subscriptions, self.broker, self.maskinporten = catalogue, subscriptions, broker, maskinporten
        self.integrations: list = []
        self.endpoints: list = []
        self.steps: list = []
        self.approvals: list = []
        self.publishers: list = []

    def build(self) -> None:
        self.owner, self.deputy = self.staff.of(PAYROLL, 1), self.staff.of(PAYROLL, 2)
        self.payroll()
        self.library()
        self.reports()
        self.ended()
        self.clients()
        self.consumers()
        self.scopes()
        self.links()
        self.others()
        self.write()

    # Rows

    def register(self, name: str, system: str, verdicts: dict, *, environment: str = "production", ended: bool = False,
                 **columns: str) -> None:
        """An integration, and what is to be said of it where that is not as it should be: `policy: (verdict, note)`."""
        row = {"integration": name, "system": system, "environment": environment, "owner": self.owner.email(DOMAIN),
               "owner_since": day(-800).isoformat(), "deputy": self.deputy.email(DOMAIN), "requested_by": self.owner.email(DOMAIN),
               "requested_on": day(-700).isoformat(), "case_reference": f"2025/{self.world.random.randint(100, 900)}",
               "auth": "oauth2", "review_by": day(200).isoformat(), "secret_handed_over_by": "phone",
               "purpose": "employees for the directory", "test_client": "no", **columns}
        self.integrations.append(row)
        is_dfo, secret = system == "dfo", row["auth"] in ("basic", "api-key", "other")
        asked = [CLOSED] if ended else [HAS_OWNER, REVIEW] + [BY_MAIL] * (is_dfo or secret) + OF_DFO * is_dfo
        asked += [VERIFIED] * (is_dfo and not ended and environment == "production")
        assert not verdicts.keys() - set(asked), (name, verdicts)
        for policy in asked:
            self.plan.expect(policy, *verdicts.get(policy, ("pass", "as it should be")), entry=f"{name}/{environment}")

    def endpoint(self, name: str, url: str, verdict: str, note: str, environment: str = "production") -> None:
        self.endpoints.append({"integration": name, "environment": environment, "kind": "other", "url": url,
                               "delivered_on": day(-600).isoformat(), "delivered_in": "case"})
        self.plan.expect(THROUGH, verdict, note, entry=f"{name}/{environment}")

    def step(self, name: str, step: str, offset: int, by: Human | None = None, reference: str = "",
             environment: str = "production") -> None:
        self.steps.append({"integration": name, "environment": environment, "step": step, "date": day(offset).isoformat(),
                           "party": "customer", "confirmed_by": by.email(DOMAIN) if by else "", "reference": reference})

    def approve(self, system: str, what: str, subject: str, asked: str, approved: str, verdict: str = "pass",
                note: str = "two people", offset: int = -250) -> None:
        date = day(offset).isoformat()
        self.approvals.append({"system": system, "subject": subject, "what": what, "requested_by": asked, "approved_by": approved,
                               "date": date, "reference": f"2026/{self.world.random.randint(100, 900)}"})
        self.plan.expect(APPROVED, verdict, note, approval=f"{system}/{what}/{subject}/{date}")

    def email(self, unit: int, index: int) -> str:
        return self.staff.of(unit, index).email(DOMAIN)

    # DFØ

    def payroll(self) -> None:
        """As the page has it, but for the virtual host that another integration lacks: of which each is, nothing says."""
        name, api, client = "lonn-gateway", self.catalogue.apis["lonn"], self.maskinporten.clients["Gateway"]
        for environment in ["production", "test"]:
            more = {"client_id": client.id} if environment == "production" else {"client_id": ""}
            self.register(name, "dfo", {PUBLISHER: NO_HOST}, environment=environment, auth="api-key", gateway_api=api.id, **more)
            self.endpoint(name, f"https://{GATEWAY_HOST}/lonn/v1/ansatte/v2", "pass", "the gateway's", environment)
            self.step(name, "key-requested", -700, self.owner, environment=environment)
            self.step(name, "key-installed", -690, self.owner, environment=environment)
            self.step(name, "verified", -680, self.owner, f"https://{GATEWAY_HOST}/lonn/v1/ansatte/v2", environment)
        self.step(name, "in-production", -670)
        self.publishers.append(application("dfo_sap"))
        self.approve("dfo", "key", name, self.owner.email(DOMAIN), self.email(TOP, 1))

    def library(self) -> None:
        """Past the gateway, by a developer."""
        name, owner = "lonn-bibliotek", self.staff.of(LIBRARY, 0)
        self.register(name, "dfo", {
            REQUESTED: ("fail", "asked for by a developer"), KEY_APPROVED: ("fail", "approved by whoever asked"),
            VERIFIED: ("fail", "not as it is called"), PUBLISHER: NO_HOST, BY_MAIL: ("fail", "by mail"),
            REVIEW: ("fail", "neither an end nor a review")}, auth="api-key", owner=owner.email(DOMAIN),
            deputy=self.email(LIBRARY, 1), review_by="", secret_handed_over_by="e-mail")
        self.endpoint(name, "https://api.dfo.no/ansatte/v2", "fail", "past the gateway")
        self.step(name, "key-requested", -300, self.staff.of(IT, 0))
        self.step(name, "verified", -290, self.staff.of(IT, 0), "https://api.dfo.no/ansatte/v2")
        self.step(name, "in-production", -280)
        self.publishers.append(application("dfo_bibliotek"))
        asker = self.email(IT, 0)
        self.approve("dfo", "key", name, asker, asker, "fail", "one person")

    def reports(self) -> None:
        """Much of which nothing is said."""
        name = "lonn-rapport"
        self.register(name, "dfo", {
            HAS_OWNER: ("fail", "the owner has left"), REQUESTED: ("unverified", "asked for before the owner owned it"),
            KEY_APPROVED: ("unverified", "nothing says who approved"), VERIFIED: ("unverified", "no step"),
            PUBLISHER: NO_HOST, BY_MAIL: ("unverified", "not said")},
            owner=self.staff.yesterday.email(DOMAIN), owner_since=day(-100).isoformat(), secret_handed_over_by="")
        self.endpoint(name, "https://ipaas.example/lonn", "unverified", "neither the gateway nor DFØ")
        self.step(name, "key-requested", -300, self.staff.of(IT, 1))
        self.approve("dfo", "key", name, self.email(IT, 1), "", "unverified", "nothing says who approved")

    def ended(self) -> None:
        for name, verdict, note, columns in [
                ("lonn-gammel", "fail", "an address may still connect", {}), ("lonn-avsluttet", "pass", "nothing is left", {}),
                ("lonn-klient", "unverified", "whether its client is still there, no policy asks Maskinporten", {
                    "client_id": self.maskinporten.clients["Inntekt"].id}),
                ("mote-gammel", "fail", "still has access through the gateway", {
                    "client_id": self.subscriptions.known["Møterom"].id})]:
            self.register(name, "dfo", {CLOSED: (verdict, note)}, ended=True, ends=day(-10).isoformat(), review_by="", **columns)
        self.addresses = [{"integration": name, "environment": "production", "address": address, "belongs_to": owner,
                           "purpose": purpose}
                          for name, address, owner, purpose in [
                              ("lonn-gateway", "192.0.2.10", "IT-avdelingen", "the gateway"),
                              ("lonn-gammel", "192.0.2.99", SUPPLIER, "the old integration")]]

    # Clients of Maskinporten, and consumers of the gateway

    def clients(self) -> None:
        registered = {row.get("client_id") for row in self.integrations}
        odd = {"Lånekasse": ({HAS_OWNER: ("fail", "the owner has left")}, {"owner": self.staff.yesterday.email(DOMAIN)})}
        for name, client in self.maskinporten.clients.items():
            if client.active and name != "Glemt" and (client.id not in registered or name == "Inntekt"):
                verdicts, columns = odd.get(name, ({}, {}))
                self.register(f"klient-{name.lower()}", "maskinporten", verdicts, client_id=client.id, purpose=name, **columns)

    def consumers(self) -> None:
        """Applications of the gateway that the register knows: those that are looked at again, and clients of a test."""
        known = self.subscriptions.known
        self.register("betalingskort", "gravitee", {}, client_id=known["Betalingskort"].id, review_by=day(200).isoformat())
        for number in [1, 2]:
            self.register(f"prove-{number}", "gravitee", {}, environment="test", client_id=known[f"Prøveklient {number}"].id,
                          test_client="yes", review_by="", ends=day(30).isoformat())
        for subscription, application_ in [(self.subscriptions.approved_outside, "Leverandørdrift"),
                                           (self.subscriptions.approved_reference, "Forskningsdata")]:
            self.approve("gravitee", "api-access", subscription, known[application_].requester.email(
                SUPPLIER if known[application_].external else DOMAIN), self.email(TOP, 1))
        self.approve("dfo", "authorisation", self.staff.approved_right, self.email(IT, 0), self.email(TOP, 1))
        asker = self.email(CLINIC, 0)
        self.approve("gravitee", "api-access", known["Språkbank"].id, asker, asker, "fail", "one person")

    def scopes(self) -> None:
        """Scopes of clients, each approved, and accesses to scopes of the university's own."""
        desk, head = self.email(IT, 0), self.email(TOP, 1)
        port = self.maskinporten
        for client in port.clients.values():
            for scope in client.scopes:
                if client.active and (client.id, scope) not in port.unapproved:
                    self.approve("maskinporten", "scope", f"{client.id} {scope}", desk, head)
        supplied = port.clients["Leverandørarkiv"]
        self.approve("maskinporten", "client", f"{self.world.company.org} {supplied.id}", desk, head)
        for row in port.accesses:
            if row["state"] == "APPROVED" and (row["scope"], row["consumer_orgno"]) not in port.unapproved:
                self.approve("maskinporten", "scope", f"{row['consumer_orgno']} {row['scope']}", desk, head)

    def links(self) -> None:
        """Links of the broker, administrators, and users who do more than their own."""
        desk, head = self.email(IT, 0), self.email(TOP, 1)
        payroll, fs = application("dfo_sap"), application("fs")
        for source, target in [(payroll, application("iga")), ("mq.dfo.no/havnes", payroll), ("mq.studier.example/havnes", fs),
                               (application("arkiv"), "10.0.0.5/arkiv"), ("mq.sundet.example/felles", "felles")]:
            self.approve("rabbitmq", "shovel", f"{source} -> {target}", desk, head)
        self.approve("rabbitmq", "shovel", f"{fs} -> {application('tp')}", desk, desk, "fail", "one person")
        self.approve("rabbitmq", "api-access", "vakt as administrator", desk, head)
        self.approve("rabbitmq", "api-access", f"{application('bibliotek')} as policymaker", desk, head)
        self.approve("rabbitmq", "api-access", f"{application('arkiv')} -> {payroll}", desk, head)

    def others(self) -> None:
        """Approvals of which the register alone speaks."""
        for subject, asked, approved, verdict, note, offset in [
                ("vaktliste", self.email(IT, 1), self.email(IT, 0), "fail", "tomorrow", 1),
                ("nøkkelskap", self.email(IT, 1), f"{self.staff.of(IT, 1).login}@post.{DOMAIN}", "fail",
                 "two addresses of one mailbox", -90),
                ("skap", "", self.email(IT, 0), "unverified", "nothing says who asked", -90),
                ("låsesystem", f"selger@{SUPPLIER}", f"drift@{SUPPLIER}", "unverified", "the directory knows neither", -90)]:
            self.approve("bygg", "other", subject, asked, approved, verdict, note, offset)

    # The files

    def write(self) -> None:
        table = self.documents.table
        table("register/integrations.csv", (
            "integration system environment owner owner_since deputy requested_by requested_on case_reference auth user_name "
            "gateway_api client_id ends review_by secret_handed_over_by purpose test_client"), self.integrations,
              "organisation.integrations")
        table("register/integration-endpoints.csv", "integration environment kind url delivered_on delivered_in", self.endpoints,
              "organisation.integration-endpoints")
        table("register/integration-steps.csv", "integration environment step date confirmed_by party reference", self.steps,
              "organisation.integration-steps")
        table("register/integration-addresses.csv", "integration environment address belongs_to purpose", self.addresses,
              "organisation.integration-addresses")
        table("register/data-classes.csv", "api plan class reference", self.catalogue.classes, "organisation.data-classes")
        table("register/approvals.csv", "system subject what requested_by approved_by date reference", self.approvals,
              "organisation.approvals")
        world = self.world
        units = [{"organisasjonsnummer": one.org, "navn": one.name, "organisasjonsform": {"kode": one.form},
                  "slettedato": day(-400).isoformat() if one is world.gone else None, "overordnetEnhet": None}
                 for one in [world.own, world.neighbour, world.clinic, world.company, world.gone]]
        self.documents.answer("brreg/enheter.json", None, units, "er.units")
