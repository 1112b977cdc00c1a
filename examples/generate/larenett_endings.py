"""What the registers say of DFØ, of what has ended, of LABs that were cleared or not, and of what was approved by whom; and the
mailboxes of those whom they may name."""
from larenett_municipality import NOBODY
from larenett_world import COLLEGE, MUNICIPALITY, Human, day

CLOSED, CLEARED, APPROVED = "integration.ended-is-closed", "ks.lab-cleared", "register.approved-by-another"


class Endings:
    def __init__(self, registers, in_both: Human):
        self.registers, self.plan, self.town = registers, registers.plan, registers.town
        self.in_both = in_both
        self.approvals: list = []

    def build(self) -> None:
        self.library()
        self.cinema()
        self.planning()
        self.museum()
        self.payroll()
        self.archive()
        self.networks()
        self.keys()
        self.directory()

    def cleared(self, name: str, verdict: str, note: str) -> None:
        self.plan.expect(CLEARED, verdict, note, integration=name)

    # Integrations

    def connected(self, name: str, loaded: int, live: int, **columns: str) -> None:
        """As the page of KS has it, in the LAB and in production."""
        registers, customer = self.registers, self.town.orderer.email
        for environment, kind in [("lab", columns), ("production", {})]:
            registers.register(name, environment, {}, **kind)
            registers.deliver(name, environment)
            registers.step(name, environment, "addresses-allowed", -30)
        registers.tested(name, "lab", loaded - 3, "pass", "two days before the structure was loaded")
        registers.step(name, "lab", "structure-loaded", loaded - 1)
        registers.step(name, "lab", "structure-confirmed", loaded - 1, "customer", by=customer)
        registers.step(name, "lab", "persons-loaded", loaded, verdict="pass", note="a day after the structure was confirmed")
        registers.step(name, "lab", "persons-confirmed", live - 2, "customer", by=customer)
        registers.tested(name, "production", live - 1, "pass", "a day before production")
        registers.step(name, "production", "in-production", live, verdict="pass", note="after the persons were confirmed")
        registers.confirmed(name, "pass", "by the customer")

    def library(self) -> None:
        """In production for thirty days: nobody asks yet whether the LAB was cleared."""
        self.connected("ks-bibliotek", -60, -30)

    def cinema(self) -> None:
        """A day longer, and the LAB is open to the end of the day."""
        self.connected("ks-kino", -60, -31, ends=day(0).isoformat(), review_by="")
        self.cleared("ks-kino", "fail", "in production for thirty-one days")

    def planning(self) -> None:
        self.connected("ks-plan", -200, -150)
        self.registers.step("ks-plan", "lab", "cleared", -140)
        # The second step of its name.
        self.registers.step("ks-plan", "lab", "persons-loaded", -20)
        self.plan.expect("ks.structure-before-persons", "pass", "the structure was confirmed long before",
                         entry="ks-plan/lab/persons-loaded#2")
        self.cleared("ks-plan", "fail", "persons were loaded again after it was cleared")

    def museum(self) -> None:
        """Three environments that have ended. KS Læring was answered two days ago, while others went on."""
        registers = self.registers
        for environment, last, verdict, note in [
                ("production", -10, "fail", "an address may still connect"),
                ("lab", -3, "unverified", "answered a day after: by this one or by another"),
                ("test", -2, "pass", "answered on the last day")]:
            registers.register("ks-museum", environment, {CLOSED: (verdict, note)}, ended=True, ends=day(last).isoformat())
        registers.allow("ks-museum", "production", "192.0.2.99", purpose="the supplier's watch")

    def archive(self) -> None:
        """Of DFØ, without an address anywhere."""
        columns = {"system": "dfo", "auth": "oauth2", "user_name": "", "ends": day(-5).isoformat()}
        self.registers.register("lonn-arkiv", "production", {CLOSED: ("unverified", "whether its client is gone, nothing shows")},
                                ended=True, client_id="lonn-arkiv-1", **columns)
        self.registers.register("lonn-arkiv", "test", {CLOSED: ("unverified", "whether it still has a subscription, nothing shows")},
                                ended=True, gateway_api="lonn-arkiv", **columns)

    def payroll(self) -> None:
        """The connections of the university college with DFØ, and of its museum."""
        registers, college = self.registers, self.registers.college
        (owner, _), (deputy, _) = college.ordinary[3][:2]
        own = {"system": "dfo", "owner": owner.email(COLLEGE), "deputy": deputy.email(COLLEGE),
               "requested_by": owner.email(COLLEGE), "auth": "oauth2", "user_name": "", "purpose": "employees for the directory"}
        registers.register("lonn-api", "production", {"integration.secret-not-by-mail": ("fail", "the password of the queue")},
                      **own | {"secret_handed_over_by": "e-mail"})
        registers.register("lonn-api", "test", {
            "integration.secret-not-by-mail": ("unverified", "nobody knows"),
            "integration.has-owner": ("unverified", "the deputy may be the same mailbox")},
            **own | {"secret_handed_over_by": "unknown", "deputy": f"{owner.local}+vikar@{COLLEGE}", "test_client": "yes"})
        registers.register("lonn-museet", "production", {"integration.has-owner": ("fail", "the owner has left")},
                      **own | {"owner": college.left.email(COLLEGE)})
        registers.register("lonn-museet", "test", {"integration.has-owner": ("fail", "two addresses of one mailbox")},
                      **own | {"deputy": registers.second(owner.email(COLLEGE))})
        registers.register("lonn-gammel", "production", {}, ended=True, **own | {"ends": day(-1).isoformat(), "owner": ""})
        for entry in (f"{name}/{environment}" for name in ("lonn-api", "lonn-museet") for environment in ("production", "test")):
            registers.plan.expect("dfo.key-approved", "fail", "nobody approved its key", entry=entry)
            registers.plan.expect("dfo.key-requested-by-service-owner", "unverified", "no step says who asked for the key", entry=entry)
            registers.plan.expect("dfo.calls-through-gateway", "unverified", "none of its addresses is registered", entry=entry)
            if entry.endswith("/production"):
                registers.plan.expect("dfo.verified-through-gateway", "unverified", "no step says how it was verified", entry=entry)

    # Approvals

    def approve(self, system: str, what: str, subject: str, asked: str, approved: str, verdict: str, note: str,
                offset: int | None = -400) -> None:
        date = "" if offset is None else day(offset).isoformat()
        self.approvals.append({"system": system, "subject": subject, "what": what, "requested_by": asked, "approved_by": approved,
                               "date": date})
        self.plan.expect(APPROVED, verdict, note, approval=f"{system}/{what}/{subject}/{date}")

    def networks(self) -> None:
        """Of entries on the lists of allowed addresses."""
        asker, owner = self.town.orderer.email, self.town.owner.email
        for network, approver, verdict, note in [
                ("198.51.100.0/24", owner, "pass", "two people"), ("198.51.100.128/25", asker, "fail", "one person"),
                ("192.0.2.64/26", self.registers.second(asker), "fail", "two addresses of one mailbox"),
                ("0.0.0.0/0", owner, "pass", "two people, whatever it lets in")]:
            self.approve("ks-laering", "allow-list", network, asker, approver, verdict, note)

    def keys(self) -> None:
        """Of keys that nobody has any more: the register forgets nothing."""
        town = self.town
        asker, owner, both = town.orderer.email, town.owner.email, self.in_both
        local, domain = asker.split("@")
        for number, (asked, approved, verdict, note, offset) in enumerate([
                (asker, f" {owner.upper()} ", "pass", "today, in capitals", 0),
                (asker, owner, "fail", "tomorrow", 1),
                (asker, owner, "unverified", "no day", None),
                (asker, "", "unverified", "nothing says who approved", -90),
                ("", owner, "unverified", "nothing says who asked", -90),
                (asker, f" {local.upper()}@{domain} ", "fail", "one person, in capitals", -90),
                (asker, f"{local}+sak@{domain}", "unverified", "the address has a sub-address", -90),
                ("selger@adapter.example", "drift@adapter.example", "unverified", "the directory knows neither", -90),
                ("selger@adapter.example", owner, "pass", "the directory knows one of them", -90),
                (both.email(MUNICIPALITY), both.email(COLLEGE), "fail", "one human, whom both employers have", -90),
                (asker, "drift@adapter.example", "unverified", "no personnel data know whoever approved", -90),
                (f"havn@{MUNICIPALITY}", owner, "unverified", "a mailbox of nobody asked", -90)], 1):
            self.approve("ks-laering", "key", f"adapter {number}", asked, approved, verdict, note, offset)

    # Mailboxes

    def directory(self) -> None:
        """The mailboxes of those whom the registers may name, two addresses each, and the port's."""
        people = [member.email for members in self.town.ordinary.values() for member in members if member.email != NOBODY]
        people += [human.email(COLLEGE) for members in self.registers.college.ordinary.values() for human, _ in members]
        rows = [(email, "UserMailbox", self.registers.second(email)) for email in people]
        rows.append((f"havn@{MUNICIPALITY}", "SharedMailbox", f"havnevakt@{MUNICIPALITY}"))
        self.registers.documents.table("exchange/postkasser.csv", "PrimarySmtpAddress RecipientTypeDetails EmailAddresses", [
            {"PrimarySmtpAddress": email, "RecipientTypeDetails": kind, "EmailAddresses": f"SMTP:{email};smtp:{other}"}
            for email, kind, other in rows], "exchange.mailboxes", ",")
