"""Who uses the interfaces: applications, their subscriptions, and the keys."""
from larenett_world import LETTERS, Human
from universitet_apis import PlanOfApi
from universitet_catalogue import Catalogue
from universitet_gateway import HOME, Gateway, Owner
from universitet_world import NOT_A_SECRET, day, moment, millis

APPROVED_BY, HAS_END, ROTATED = "gravitee.approved-by-another", "gravitee.subscription-has-end", "gravitee.key-rotated"
IN_FORCE, REFERENCE, OUTSIDE = "gravitee.plan-in-force", "gravitee.access-has-reference", "gravitee.external-consumer-approved"
OWNER_ACTIVE, SHARED, LEFT = ("gravitee.application-owner-active", "gravitee.key-not-shared",
                              "gravitee.leaver-holds-no-key")
KEY_ENDS, HANDLED, SELF_TEST, TEST_GONE = ("gravitee.key-ends-with-subscription", "gravitee.request-handled",
                                           "gravitee.test-client-self-approved", "dfo.test-client-removed")
LIVE = ("ACCEPTED", "PAUSED", "RESUMED")
ARCHIVED = "the account is archived"
# Interfaces whose keys were not exported.
UNLISTED = ("arkiv",)


class Application:
    def __init__(self, consumers: "Consumers", name: str, owner: Owner, requester: Human, groups: list, mode: str, status: str,
                 external: bool, test: bool):
        self.id, self.name, self.owner, self.requester = consumers.gateway.world.uuid("a991"), name, owner, requester
        self.groups, self.group_ids = groups, [row["id"] for row in consumers.gateway.groups if row["name"] in groups]
        self.mode, self.status, self.external, self.test = mode, status, external, test
        self.live: list = []  # plans of its live subscriptions

    @property
    def direct(self) -> dict:
        """Its direct members: its primary owner, or where that is a group whoever asks for access for it."""
        return {self.owner.human: "PRIMARY_OWNER"} if self.owner.human else {self.requester: "USER"}

    def row(self) -> dict:
        return {"id": self.id, "name": self.name, "description": self.name, "status": self.status, "type": "SIMPLE",
                "groups": self.group_ids, "owner": self.owner.shown(), "api_key_mode": self.mode,
                "settings": {"app": {"type": "", "client_id": None}}, "created_at": millis(day(-800)),
                "updated_at": millis(day(-300))}


class Consumers:
    def __init__(self, gateway: Gateway, catalogue: Catalogue):
        self.gateway, self.catalogue, self.world = gateway, catalogue, gateway.world
        self.applications: list = []
        self.subscriptions: dict = {}  # rows by interface
        self.keys: dict = {}  # rows by interface
        self.verdicts: dict = {}

    # Applications

    def application(self, name: str, owner: Human | Owner, verdicts: dict | None = None, *, requester: Human | None = None,
                    groups: list | None = None, mode: str = "EXCLUSIVE", status: str = "ACTIVE", domain: str | None = None,
                    test: bool = False) -> Application:
        """An application that may subscribe, and what is to be said of it where that is not as it should be."""
        if isinstance(owner, Human):
            requester = requester or owner
            owner = self.gateway.owner(owner, *([domain] if domain else []))
        application = Application(self, name, owner, requester, groups or [], mode, status, bool(domain), test)
        self.applications.append(application)
        self.verdicts[application] = verdicts or {}
        return application

    # Subscriptions

    def subscribe(self, application: Application, plan: PlanOfApi, verdicts: dict | None = None, *, by: Human | None = None,
                  approver: Human | str | None = None, status: str = "ACCEPTED", since: int | None = None, until: int | None = 300,
                  request: str = "", key_since: int | None = None, key_until: int | None = 0, revoked: bool = False) -> str:
        """A subscription and its key. `since`, `until` are days from that of the audit; a key ends with its subscription unless
        `key_until` says another day or none. Gives its id."""
        world, api = self.world, plan.api
        since = world.random.randint(-330, -60) if since is None else since
        if not request and plan.sensitive and REFERENCE not in (verdicts or {}):
            request = f"Sak 2026/{world.random.randint(100, 900)}"
        by = by or application.requester
        if approver is None:
            approver = self.catalogue.approver(api)
        user = self.gateway.user
        row = {"id": world.uuid("50b5"), "api": api.id, "plan": plan.id, "application": application.id, "status": status,
               "consumer_status": "STARTED", "request": request, "reason": "", "security": plan.row["security"],
               "subscribed_by": user(by), "created_at": moment(day(since - 1))}
        if status != "PENDING":
            row |= {"processed_by": approver if isinstance(approver, str) else user(approver), "processed_at": moment(day(since)),
                    "starting_at": moment(day(since))}
        if until is not None and status in LIVE:
            row["ending_at"] = moment(day(until))
        if status == "CLOSED":
            row["closed_at"] = moment(day(-20))
        row["updated_at"] = moment(day(since))
        self.subscriptions.setdefault(api, []).append(row)
        if status in LIVE:
            application.live.append(plan)
        keyed = plan.row["security"] == "API_KEY" and status in LIVE
        if keyed:
            end = until if key_until == 0 else key_until
            self.keys.setdefault(api, []).append({
                "id": world.uuid("6e75"), "application": {"id": application.id, "name": application.name},
                "subscriptions": [{"id": row["id"]}], "revoked": revoked, "paused": False, "expired": False,
                "created_at": moment(day(since if key_since is None else key_since)),
                **({} if end is None else {"expire_at": moment(day(end))}), **({"revoked_at": moment(day(-9))} if revoked else {})})
        self.ask(application, plan, row, verdicts or {}, keyed and not revoked, until is not None)
        return row["id"]

    def ask(self, application: Application, plan: PlanOfApi, row: dict, verdicts: dict, keyed: bool, ends: bool) -> None:
        live, asked = row["status"] in LIVE, []
        if row["status"] == "PENDING":
            asked.append(HANDLED)
        if live:
            asked.append(IN_FORCE)
            if plan.row["validation"] == "MANUAL":
                asked += [APPROVED_BY] + [SELF_TEST] * application.test
            if plan.is_class != "open":
                asked.append(HAS_END)
            if plan.sensitive:
                asked.append(REFERENCE)
            if plan.api.slug == "lonn" and application.test:
                asked.append(TEST_GONE)
            if plan.row["security"] == "API_KEY" and plan.is_class != "open":
                asked.append(ROTATED)
            if plan.sensitive and (application.external or application.owner.type == "GROUP"):
                asked.append(OUTSIDE)
        listed = plan.api.slug not in UNLISTED
        key_asked = [KEY_ENDS] * (keyed and ends and listed)
        doubt = {APPROVED_BY: ("exempt", "a test client: judged by itself"), OUTSIDE: ("unverified", "a group owns it"),
                 ROTATED: ("unverified", "no list of its keys was exported")}
        assert not verdicts.keys() - set(asked + key_asked), (application.name, verdicts.keys() - set(asked + key_asked))
        for policy in asked:
            # Nobody but a test client lets itself in, and of a group nothing says whether it is of the house.
            odd = {APPROVED_BY: application.test, ROTATED: not listed}.get(policy, application.owner.type == "GROUP")
            default = doubt[policy] if policy in doubt and odd else ("pass", "as it should be")
            self.gateway.plan.expect(policy, *verdicts.get(policy, default), subscription=row["id"])
        if live and plan.row["security"] == "API_KEY":
            self.gateway.plan.expect(LEFT, *self.held(application, keyed, listed), subscription=row["id"])
        for policy in key_asked:
            verdict, note = verdicts.get(policy, ("pass", "as it should be"))
            self.gateway.plan.expect(policy, verdict, note, key=self.keys[plan.api][-1]["id"], subscription=row["id"])
        if live and ends and not (listed and plan.row["security"] == "API_KEY"):
            self.gateway.plan.hole(KEY_ENDS, "no list of its keys was exported", key="not listed", subscription=row["id"])

    def held(self, application: Application, works: bool, listed: bool) -> tuple:
        """What is said of a key, by what is said of whoever owns its application."""
        verdict, note = self.verdicts[application].get(OWNER_ACTIVE, ("pass", "as it should be"))
        if verdict == "fail" and note == ARCHIVED:
            return "pass", "the account is archived, and the person is there"
        if verdict == "fail" and not listed:
            return "unverified", "no list of its keys was exported"
        if verdict == "fail" and not works:
            return "pass", "the key is revoked"
        return verdict, note

    # What is asked of applications, and the documents

    def expect(self) -> None:
        plan = self.gateway.plan
        for application in self.applications:
            verdicts, asked = self.verdicts[application], []
            if application.status == "ACTIVE" and application.live:
                asked.append(OWNER_ACTIVE)
            apis = {one.api for one in application.live}
            if len(apis) > 1 and any(one.sensitive for one in application.live):
                asked.append(SHARED)
            assert not verdicts.keys() - set(asked), (application.name, verdicts)
            for policy in asked:
                verdict, note = verdicts.get(policy, ("pass", "as it should be"))
                plan.expect(policy, verdict, note, application=application.id)
            if application.status == "ACTIVE":
                self.gateway.owned("APPLICATION", application.id, application.owner, application.groups, exported=True)

    def members(self) -> None:
        """The direct members of each application."""
        for application in self.applications:
            rows = [{"id": self.gateway.user(human), "displayName": human.name, "role": role}
                    for human, role in application.direct.items()]
            name = application.name.lower().translate(LETTERS).replace(" ", "-")
            self.gateway.document(f"medlemmer/{name}.json", "gravitee.application-members", rows, len(rows), object=application.id)

    def write(self) -> None:
        document = self.gateway.document
        self.members()
        for status, path in [("ACTIVE", "applikasjoner"), ("ARCHIVED", "applikasjoner-arkivert")]:
            rows = [application.row() for application in self.applications if application.status == status]
            document(f"{path}.json", "gravitee.applications", rows, len(rows), scope="all", part=status,
                     query=f"{HOME}/environments/DEFAULT/applications" + ("?status=ARCHIVED" if status != "ACTIVE" else ""))
        for api in self.catalogue.apis.values():
            rows = self.subscriptions.get(api, [])
            self.gateway.page(f"abonnement-{api.slug}.json", "gravitee.subscriptions", rows, part=api.slug, query=(
                f"{HOME}/environments/DEFAULT/apis/{api.id}/subscriptions"
                "?status=ACCEPTED,PENDING,PAUSED,CLOSED,REJECTED,RESUMED&size=100"))
        for api, rows in self.keys.items():
            if api.slug in UNLISTED:
                continue
            # One list was saved with its keys.
            secret = "the keys themselves" if api.slug == "bibliotek" else ""
            shown = [{**row, "key": NOT_A_SECRET} for row in rows] if secret else rows
            document(f"nokler-{api.slug}.json", "gravitee.api-keys", shown, len(rows), secret, part=api.slug)
