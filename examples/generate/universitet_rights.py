"""Who holds what in the gateway, and what the policies on people say of it."""
from larenett_plan import Plan
from larenett_world import Human
from universitet_catalogue import Catalogue
from universitet_consumers import Consumers
from universitet_gateway import Gateway
from universitet_staff import Staff

PRIVILEGED = ("ADMIN", "API_PUBLISHER", "OWNER", "PRIMARY_OWNER")
LEAVER, EXTERNAL, NEWCOMER = "hr.leaver-holds-right", "hr.external-holds-privileged-right", "hr.not-yet-started-holds-right"


class Rights:
    def __init__(self, plan: Plan, staff: Staff, gateway: Gateway, catalogue: Catalogue, consumers: Consumers):
        self.plan, self.staff, self.gateway, self.catalogue, self.consumers = plan, staff, gateway, catalogue, consumers
        self.open: set = set()  # where somebody may hold what was not exported
        self.held: dict = {}  # holder and whether a policy of the gateway judges it, by what policies call a right

    def build(self) -> None:
        self.roles()
        for api in self.catalogue.apis.values():
            self.thing(api.id, api.owner, api.members or {}, api.groups, True)
            if api.members is None or not api.groups:
                self.open.add(api.id)
        for application in self.consumers.applications:
            in_use = application.status == "ACTIVE" and bool(application.live)
            self.thing(application.id, application.owner, application.direct, application.groups, in_use)
        self.expect()

    def hold(self, human: Human, what: str, place: str, judged: bool = False, right: str | None = None) -> None:
        key = (right or self.gateway.user(human), what, place)
        self.held[key] = (human, judged or self.held.get(key, (human, False))[1])

    def roles(self) -> None:
        for human, row in list(self.gateway.users.items()):
            for place, rows in [("organisation", row["roles"]), ("DEFAULT", row["envRoles"]["DEFAULT"])]:
                for role in rows:
                    if role["name"] != "USER":
                        self.hold(human, role["name"], place)
            if row["number_of_active_tokens"]:
                self.hold(human, "tokens", "all")
        for human, tokens in self.gateway.tokens_of.items():
            for token in tokens:
                self.hold(human, "token", "all", right=token)

    def thing(self, id: str, owner, direct: dict, groups: list, judged: bool) -> None:
        """What people hold in one interface or application."""
        if owner.human:
            self.hold(owner.human, "PRIMARY_OWNER", id, judged)
        for human, names in direct.items():
            for name in names.split():
                if name != self.gateway.lost_role:
                    self.hold(human, name, id)
        for name in dict.fromkeys([*groups, *([] if owner.human else [owner.name])]):
            if self.gateway.people[name] is None:
                self.open.add(id)
            for human, role in (self.gateway.people[name] or {}).items():
                self.hold(human, role, id)

    # What policies say of each

    def expect(self) -> None:
        staff = self.staff
        left, doubt = [staff.leaver, staff.left_owner, staff.yesterday], [staff.contradicted, staff.idle]
        for (right, what, place), (human, judged) in self.held.items():
            known = human in staff.keys
            subject = {"system": "gravitee", "right": right, "what": what, "place": place}
            others = ("unverified", "who else is in its groups was not exported") if place in self.open else None
            if not judged:
                self.plan.expect(LEAVER, *(("fail", "has left") if human in left else others or (
                    ("unverified", "an extra position goes on") if human in doubt else (
                        ("pass", "has not left") if known else ("unverified", "nobody whom personnel data know")))), **subject)
            if known and what in PRIVILEGED:
                guest = human in (staff.guest, staff.plain_guest)
                self.plan.expect(EXTERNAL, *(("fail", "a guest, and no approval") if guest else others or (
                    "pass", "of the house")), **subject)
            if human is staff.starter:
                self.plan.expect(NEWCOMER, "fail", "begins later", **subject)
        for place in sorted(self.open):
            for policy in [LEAVER, EXTERNAL, NEWCOMER]:
                self.plan.hole(policy, "who is in its groups was not exported", system="gravitee", right="*", what="*", place=place)
        self.plan.hole(LEAVER, "of tokens only the number is known", system="gravitee", right="not listed", what="token",
                       place="all")
