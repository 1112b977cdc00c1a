"""The interfaces behind the gateway: who owns them, what their plans open, and where they keep secrets."""
from universitet_gateway import HOME, Gateway, Owner
from universitet_world import NOT_A_SECRET, day, millis

READ, ALL = ["GET"], []
# How a class is told of a plan, in its characteristics.
COLOURS = {"open": "Grønne data", "personal": "Gule data", "confidential": "Røde data"}


class PlanOfApi:
    def __init__(self, api: "Api", id: str, row: dict, is_class: str | None, closed: bool):
        self.api, self.id, self.row, self.is_class, self.closed = api, id, row, is_class, closed

    @property
    def sensitive(self) -> bool:
        return self.is_class in ("personal", "confidential")


class Api:
    """An interface, and what is to be said of it where that is not as it should be: `policy: (verdict, note)`."""

    def __init__(self, gateway: Gateway, slug: str, name: str, target: str, owner: Owner, verdicts: dict, **more):
        self.gateway, self.slug, self.name, self.target, self.owner = gateway, slug, name, target, owner
        self.id = gateway.world.uuid("0a91")
        self.verdicts, self.plans, self.secret = verdicts, [], more.get("secret", "")
        self.members, self.groups = more.get("members", {}), more.get("groups", [])
        self.visibility = more.get("visibility", "PRIVATE")
        self.metadata, self.properties, self.flows = (more.get(key, []) for key in ["metadata", "properties", "flows"])
        self.endpoint = more.get("endpoint", {"ssl": {"trustAll": False, "hostnameVerifier": True}})
        self.logging = more.get("logging", {"mode": "NONE"})

    # Plans

    def plan(self, name: str, verdicts: dict | None = None, *, is_class: str | None = None, told: str = "characteristics",
             validation: str = "MANUAL", security: str = "API_KEY", status: str = "PUBLISHED", pattern: str | None = None,
             methods: list = READ, scope: str = "", comment: str = "Oppgi saksnummer for behandlingsgrunnlaget",
             steps: list | None = None, characteristics: list | None = None, perhaps: bool = False) -> PlanOfApi:
        """A plan of it. `told` is where its class stands: in the characteristics, by the scope, or in the register (which is filled
        in elsewhere); `perhaps` says that something else hints at personal data."""
        id = self.gateway.world.uuid("91a0")
        words = list(characteristics or []) + ([COLOURS[is_class]] if told == "characteristics" and is_class in COLOURS else [])
        rules = [] if pattern is None else [step("resource-filtering", {
            "whitelist": [{"methods": methods, "pattern": pattern}], "blacklist": []})]
        if scope:
            rules.append(step("policy-assign-attributes", {"scope": "REQUEST", "attributes": [{"name": "scope", "value": scope}]}))
        rules += steps or []
        flow = {"name": "", "path-operator": {"path": "/", "operator": "STARTS_WITH"}, "condition": "", "consumers": [],
                "methods": [], "pre": rules, "post": [], "enabled": True}
        row = {"id": id, "name": name, "description": name, "validation": validation, "security": security,
               "securityDefinition": "{}", "type": "API", "status": status, "api": self.id, "order": len(self.plans) + 1,
               "characteristics": words, "tags": [], "created_at": millis(day(-900)), "published_at": millis(day(-890)),
               "comment_required": bool(comment), **({"comment_message": comment} if comment else {}), "excluded_groups": [],
               "paths": {}, "flows": [flow] if rules else []}
        plan = PlanOfApi(self, id, row, is_class, status == "CLOSED")
        self.plans.append(plan)
        if not plan.closed:
            self.ask(plan, verdicts or {}, perhaps)
        return plan

    def ask(self, plan: PlanOfApi, verdicts: dict, perhaps: bool) -> None:
        """What policies ask of a plan that is published or deprecated."""
        row, asked = plan.row, []
        loose = row["security"] == "KEY_LESS" or row["validation"] == "AUTO"
        if plan.sensitive or loose:
            asked.append("gravitee.personal-data-plan-approved")
        if (plan.sensitive or perhaps) and row["status"] == "PUBLISHED" and row["security"] != "KEY_LESS":
            asked.append("gravitee.personal-data-plan-asks-reference")
        if plan.is_class == "confidential":
            asked.append("gravitee.confidential-plan-strong-auth")
        if row["status"] == "PUBLISHED" and plan.is_class != "open" and row["security"] != "KEY_LESS":
            asked.append("gravitee.plan-limited")
        if "lese" in row["name"] or "Kun lesing" in row["characteristics"]:
            asked.append("gravitee.read-plan-cannot-write")
        assert not verdicts.keys() - set(asked), (row["name"], verdicts.keys() - set(asked))
        for policy in asked:
            verdict, note = verdicts.get(policy, ("pass", "as it should be"))
            self.gateway.plan.expect(policy, verdict, note, plan=plan.id)

    # What is asked of the interface

    def expect(self) -> None:
        asked = ["gravitee.api-owner-active"]
        if any(plan.sensitive and not plan.closed for plan in self.plans) or "gravitee.no-payload-logging" in self.verdicts:
            asked.append("gravitee.no-payload-logging")
        if self.secret:
            asked.append("gravitee.secret-readable")
        if "{#" in self.target:
            self.gateway.plan.hole("gravitee.token-service-not-public", "an expression decides where it leads", api=self.id)
        if self.members is None:
            self.gateway.plan.hole("gravitee.member-role-resolved", "members were not exported", api=self.id, user="*", id="*")
        if "maskinporten.no" in self.target:
            asked.append("gravitee.token-service-not-public")
        assert not self.verdicts.keys() - set(asked) - set(ENDPOINTS), self.verdicts
        for policy in asked:
            verdict, note = self.verdicts.get(policy, ("pass", "as it should be"))
            self.gateway.plan.expect(policy, verdict, note, api=self.id)
        self.gateway.owned("API", self.id, self.owner, self.groups)
        for policy in ENDPOINTS:
            if policy == "gravitee.backend-verified" and not self.target.startswith("https"):
                if "{#" in self.target:
                    self.gateway.plan.hole(policy, "an expression decides", endpoint=f"{self.id}, default-group, default")
                continue
            verdict, note = self.verdicts.get(policy, ("pass", "as it should be"))
            self.gateway.plan.expect(policy, verdict, note, endpoint=f"{self.id}, default-group, default")
        for human, names in (self.members or {}).items():
            user = self.gateway.user(human)
            for name in names.split():
                id = self.gateway.role_ids.get(("API", name))
                if name != "USER":
                    self.gateway.trusted.add(human)
                self.gateway.plan.expect("gravitee.member-role-resolved", "pass" if id else "fail",
                                         "a role of the list" if id else "in no list", api=self.id, user=user, id=id or name)

    # The export

    def document(self) -> None:
        ids, world, owner = self.gateway.role_ids, self.gateway.world, self.owner
        rows = None if self.members is None else [
            {"source": "feide", "sourceId": world.feide(human), "roles": [ids.get(("API", name), name) for name in names.split()]}
            for human, names in self.members.items()]
        endpoint = {"name": "default", "target": self.target, "weight": 1, "backup": False, "type": "HTTP", **self.endpoint}
        export = {"name": self.name, "crossId": world.uuid("c055"), "version": "1.0", "description": self.name,
                  "visibility": self.visibility, "gravitee": "2.0.0", "flow_mode": "DEFAULT", "flows": self.flows,
                  **({"groups": self.groups} if self.groups else {}), "primaryOwner": owner.shown(),
                  **({} if rows is None else {"members": rows}),
                  "labels": [], "resources": [], "properties": self.properties, "pages": [], "metadata": self.metadata,
                  "plans": [plan.row for plan in self.plans if not plan.closed], "id": self.id, "path_mappings": [],
                  "proxy": {"virtual_hosts": [{"path": f"/{self.slug}/v1"}], "strip_context_path": False, "preserve_host": False,
                            "logging": self.logging,
                            "groups": [{"name": "default-group", "endpoints": [endpoint],
                                        "load_balancing": {"type": "ROUND_ROBIN"}}]},
                  "response_templates": {}}
        self.gateway.document(f"api-{self.slug}.json", "gravitee.api-export", export, 1, self.secret, part=self.slug)
        kept = ["id", "name", "validation", "security", "status", "type", "characteristics", "comment_required", "comment_message"]
        plans = [{**{key: plan.row.get(key) for key in kept}, "apis": [self.id]} for plan in self.plans]
        self.gateway.document(
            f"planer-{self.slug}.json", "gravitee.plans", plans, len(plans), part=self.slug,
            query=f"{HOME}/environments/DEFAULT/apis/{self.id}/plans?status=STAGING,PUBLISHED,DEPRECATED,CLOSED")


ENDPOINTS = ["gravitee.backend-uses-tls", "gravitee.backend-verified"]


def step(policy: str, configuration: dict, enabled: bool = True) -> dict:
    return {"name": policy, "description": "", "enabled": enabled, "policy": policy, "configuration": configuration}


def secret_property(name: str) -> dict:
    return {"key": name, "value": NOT_A_SECRET, "encrypted": False}


def secret_metadata(api: str, name: str) -> dict:
    return {"key": name.lower().replace(" ", "-"), "name": name, "format": "STRING", "value": NOT_A_SECRET}
