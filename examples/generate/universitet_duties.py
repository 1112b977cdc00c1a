"""Duties that one person must not have together, as the university's own matrix has them, and who has which."""
from larenett_documents import Documents
from larenett_plan import Plan
from payroll import OWN
from universitet_catalogue import Catalogue
from universitet_rights import Rights
from universitet_staff import Staff
from universitet_world import IT, LIBRARY, PAYROLL, TOP

FORBIDDEN, WATCH, RESOLVED = "sod.conflicting-duties", "sod.duties-to-watch", "sod.matrix-resolved"
# What is said of one duty where the other one is a right in the gateway.
OPEN = ("unverified", "not all who hold rights in the gateway were exported")


class Duties:
    def __init__(self, plan: Plan, documents: Documents, staff: Staff, catalogue: Catalogue, rights: Rights):
        self.plan, self.documents, self.staff, self.catalogue, self.rights = plan, documents, staff, catalogue, rights
        self.duties: list = []
        self.conflicts: list = []

    def build(self) -> None:
        payroll, doors = self.catalogue.apis["lonn"].id, self.catalogue.apis["adgang"].id
        self.duty("authorises-pay", "dfo", "a290")
        self.duty("owns-payroll-api", "gravitee", "primary_owner", payroll)
        self.duty("owns-payroll-api", "gravitee", "owner", payroll)
        self.duty("asks-for-keys", "register:requested_by", "key")
        self.duty("approves-keys", "register:approved_by", "key")
        self.duty("administers-gateway", "gravitee", "admin")
        self.duty("owns-doors", "gravitee", "primary_owner", doors)
        self.duty("owns-doors", "gravitee", "owner", doors)
        self.duty("owns-dfo-integrations", "register:owner", "integration", "dfo")
        self.duty("administers-broker", "rabbitmq", "administratr", verdict="fail", note="misspelt")
        self.pay(self.conflict("authorises-pay", "owns-payroll-api", "any", "forbidden", "could change employees and authorise it"),
                 payroll)
        self.keys(self.conflict("asks-for-keys", "approves-keys", "same-object", "forbidden", "nobody else would know of the key"))
        self.doors(self.conflict("administers-gateway", "owns-doors", "any", "watch", "could let anybody in"), doors)
        self.broker(self.conflict("owns-dfo-integrations", "administers-broker", "any", "watch", "reads what DFØ sends"))
        self.documents.table("register/duties.csv", "duty system what place", self.duties, "organisation.duties")
        self.documents.table("register/conflicts.csv", "first second scope level reason reference", self.conflicts,
                             "organisation.conflicts")

    # The matrix

    def duty(self, duty: str, system: str, what: str, place: str = "*", verdict: str = "pass", note: str = "known") -> None:
        self.duties.append({"duty": duty, "system": system, "what": what, "place": place})
        self.plan.expect(RESOLVED, verdict, note, entry=f"{duty}/{system}/{what}/{place}")

    def conflict(self, first: str, second: str, scope: str, level: str, reason: str) -> str:
        self.conflicts.append({"first": first, "second": second, "scope": scope, "level": level, "reason": reason,
                               "reference": "2026/12"})
        name = f"{first}/{second}/{scope}"
        self.plan.expect(RESOLVED, "pass", "both are defined", entry=name)
        return name

    # Who has one of two duties

    def expect(self, policy: str, conflict: str, verdicts: dict) -> None:
        for who, (verdict, note) in sorted((self.staff.keys.get(who, who), verdict) for who, verdict in verdicts.items()):
            self.plan.expect(policy, verdict, note, who=who, conflict=conflict)

    def owners(self, place: str) -> set:
        return {human for (_, what, where), (human, _) in self.rights.held.items()
                if where == place and what in ("OWNER", "PRIMARY_OWNER")}

    def pay(self, conflict: str, api: str) -> None:
        owners, authorisers = self.owners(api), self.staff.authorisers
        members: dict = {human: OPEN for human in owners ^ authorisers}
        members |= {human: ("fail", "both") for human in owners & authorisers}
        members[OWN + "drift"] = ("unverified", "a user whom no list of employees has")
        self.expect(FORBIDDEN, conflict, members)
        self.plan.hole(FORBIDDEN, OPEN[1], who="*", conflict=conflict)

    def keys(self, conflict: str) -> None:
        of = self.staff.of
        self.expect(FORBIDDEN, conflict, {
            of(PAYROLL, 1): ("pass", "asked, and another approved"), of(TOP, 1): ("pass", "approved, and another asked"),
            of(IT, 0): ("fail", "asked and approved"), of(IT, 1): ("unverified", "nothing says who approved")})

    def doors(self, conflict: str, api: str) -> None:
        owners = self.owners(api)
        administrators = {human for (_, what, _), (human, _) in self.rights.held.items() if what == "ADMIN"}
        members = {human: OPEN for human in owners ^ administrators}
        self.expect(WATCH, conflict, members | {human: ("fail", "both") for human in owners & administrators})
        self.plan.hole(WATCH, OPEN[1], who="*", conflict=conflict)

    def broker(self, conflict: str) -> None:
        self.expect(WATCH, conflict, {human: ("unverified", "nobody can have a duty that is misspelt") for human in [
            self.staff.of(PAYROLL, 1), self.staff.of(LIBRARY, 0), self.staff.yesterday]})
