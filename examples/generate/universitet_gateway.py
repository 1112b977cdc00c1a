"""The gateway's environment: who may log in, the groups, and what roles allow; and its documents, none of which should hold a
secret."""
import json

from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import Human
from universitet_staff import Staff
from universitet_world import ADMINISTRATION, DOMAIN, IT, SCIENCE, STUDIES, University, day, millis

API_RIGHTS = ["DEFINITION", "PLAN", "SUBSCRIPTION", "MEMBER", "METADATA", "ANALYTICS", "DOCUMENTATION", "GATEWAY_DEFINITION"]
APPLICATION_RIGHTS = ["DEFINITION", "MEMBER", "ANALYTICS", "SUBSCRIPTION", "METADATA"]
HOME = "/management/organizations/DEFAULT"


class Owner:
    """A primary owner: a user, or a group."""

    def __init__(self, id: str, name: str, human: Human | None = None, email: str | None = None):
        self.id, self.name, self.human, self.email = id, name, human, email
        self.type = "USER" if human else "GROUP"

    def shown(self) -> dict:
        return {"id": self.id, **({"email": self.email} if self.email else {}), "displayName": self.name, "type": self.type}


class Gateway:
    def __init__(self, world: University, plan: Plan, documents: Documents, staff: Staff):
        self.world, self.plan, self.documents, self.staff = world, plan, documents, staff
        self.users: dict = {}  # rows by human
        self.groups: list = []
        self.people: dict = {}  # roles of humans by the name of a group; none where the list was not exported
        self.tokens_of: dict = {}
        self.secrets: dict = {}  # what a document holds and should not, by its path
        self.roles: dict = {}
        self.role_ids: dict = {}
        for scope, names in [("API", "PRIMARY_OWNER OWNER USER REVIEWER LESER"), ("APPLICATION", "PRIMARY_OWNER OWNER USER"),
                             ("ENVIRONMENT", "ADMIN API_PUBLISHER USER"), ("ORGANIZATION", "ADMIN USER"), ("GROUP", "ADMIN")]:
            self.roles[scope] = [self.role(scope, name) for name in names.split()]
        # A role that is in no list any more.
        self.lost_role = world.uuid("70fe")
        self.trusted: set = set()  # who has a role that is more than that of a user

    def build(self) -> None:
        """Accounts of which something is to be said."""
        of, fewer = self.staff.of, "gravitee.administrators-few"
        both = {"environment": "ADMIN", "organisation": "ADMIN"}
        for human, last, roles in [
                (of(IT, 0), -7, both), (of(IT, 3), -365, both),
                (of(ADMINISTRATION, 1), None, {"environment": "ADMIN"}), (of(SCIENCE, 3), -3, {"environment": "ADMIN"}),
                (of(STUDIES, 0), -366, {"environment": "API_PUBLISHER"})]:
            self.user(human, last=last, **roles)
            self.trusted.add(human)
        self.odd = {of(ADMINISTRATION, 1): ("unverified", "never logged in"), of(STUDIES, 0): ("fail", "a year and a day ago")}
        self.plan.expect(fewer, "fail", "four", scope="ENVIRONMENT", place="DEFAULT")
        self.plan.expect(fewer, "pass", "two", scope="ORGANIZATION", place="organisation")

    # Roles

    def role(self, scope: str, name: str) -> dict:
        rights = {"API": API_RIGHTS, "APPLICATION": APPLICATION_RIGHTS}.get(scope, ["API", "APPLICATION", "USER"])
        full = name in ("PRIMARY_OWNER", "OWNER", "ADMIN")
        # `LESER` may read documentation alone, and no metadata.
        read = ["DOCUMENTATION"] if name == "LESER" else rights
        permissions = {right: list("CRUD") if full else ["R"] for right in (rights if full else read)}
        self.role_ids[scope, name] = self.world.uuid("70fe")
        return {"id": self.role_ids[scope, name], "name": name, "scope": scope, "default": name == "USER",
                "system": name in ("PRIMARY_OWNER", "ADMIN"), "permissions": permissions}

    # Users

    def user(self, human: Human, domain: str = DOMAIN, status: str = "ACTIVE", last: int | None = -7, tokens: int = 0,
             **roles: str) -> str:
        """Somebody who has an account, whose id this gives. `roles` are those in the environment and in the organisation."""
        if human not in self.users:
            feide = domain == DOMAIN
            self.users[human] = {
                "id": self.world.uuid("05e7"), "firstname": human.first, "lastname": human.last, "displayName": human.name,
                "email": human.email(domain), "source": "feide" if feide else "gravitee",
                "sourceId": self.world.feide(human) if feide else human.email(domain), "status": status,
                **({} if last is None else {"lastConnectionAt": millis(day(last))}), "loginCount": 0 if last is None else 30,
                "created_at": millis(day(-900)), "updated_at": millis(day(last or -900)), "primary_owner": False,
                "number_of_active_tokens": tokens,
                "roles": [{"name": roles.get("organisation", "USER"), "scope": "ORGANIZATION"}],
                "envRoles": {"DEFAULT": [{"name": roles.get("environment", "USER"), "scope": "ENVIRONMENT"}]}}
        return self.users[human]["id"]

    def owner(self, human: Human, domain: str = DOMAIN) -> Owner:
        self.trusted.add(human)
        return Owner(self.user(human, domain), human.name, human, human.email(domain))

    # Groups

    def group(self, name: str, people: dict | None, events: list | None = None, **roles: str) -> Owner:
        """A group of `people`, each with the role in APIs and applications; `roles` are what newcomers get,
        `events` what the group is added to by itself."""
        row = {"id": self.world.uuid("6209"), "name": name, "roles": {scope.upper(): role for scope, role in roles.items()},
               "event_rules": [{"event": event} for event in events or []], "lock_api_role": False, "lock_application_role": False}
        self.groups.append(row)
        self.trusted |= {human for human, role in (people or {}).items() if role != "USER"}
        self.people[name] = people
        for human in people or {}:
            self.user(human)
        return Owner(row["id"], name)

    def owned(self, kind: str, id: str, owner: Owner, groups: list, exported: bool | None = None) -> None:
        """Says whether a group owns something. An export names groups only where there are some: without any, nothing is known."""
        owning = [row["name"] for row in self.groups if row["name"] in groups and "OWNER" in row["roles"].values()]
        verdict, note = ("pass", "a group") if owner.type == "GROUP" or owning else (
            ("fail", "somebody alone") if exported or groups else ("unverified", "groups were not exported"))
        self.plan.expect("gravitee.owned-by-group", verdict, note, kind=kind, thing=id)

    def tokens(self, human: Human) -> None:
        """The personal tokens of one user; of another one only their number is known."""
        rows = [{"id": self.world.uuid("70c0"), "name": name, "created_at": millis(day(-100)),
                 **({"expires_at": millis(day(until))} if until else {}), "last_use_at": millis(day(-8))}
                for name, until in [("overvåking", None), ("rapport", 90)]]
        self.users[human]["number_of_active_tokens"] = len(rows)
        self.tokens_of[human] = [row["id"] for row in rows]
        self.document(f"nokler-til-{human.login}.json", "gravitee.tokens", rows, len(rows), user=self.users[human]["id"])
        other = self.users[self.staff.of(IT, 3)]
        other["number_of_active_tokens"] = 2
        self.plan.expect("gravitee.token-ends", "fail", "one has no end", user=self.users[human]["id"])
        self.plan.expect("gravitee.token-ends", "unverified", "only their number is known", user=other["id"])

    # Documents

    def document(self, path: str, kind: str, value: object, records: int, secret: str = "", **context: str) -> None:
        """Something of the gateway; `secret` is what it holds and should not."""
        if isinstance(value, list):
            text = "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in value) + "\n]"
        else:
            text = json.dumps(value, ensure_ascii=False, indent=1)
        self.documents.put(f"gateway/{path}", text + "\n", kind, records, **context)
        if secret:
            self.secrets[f"gateway/{path}"] = secret

    def page(self, path: str, kind: str, rows: list, secret: str = "", **context: str) -> None:
        """One page that is the whole list, in the older shape."""
        page = {"current": 1, "per_page": 100, "size": len(rows), "total_pages": 1, "total_elements": len(rows)}
        self.document(path, kind, {"data": rows, "metadata": {}, "page": page}, len(rows), secret, **context)

    def write(self) -> None:
        self.tokens(self.staff.of(IT, 0))
        for human, row in self.users.items():
            if row["status"] == "ACTIVE" and human not in self.trusted:
                self.plan.hole("gravitee.dormant-account", "may be in a group whose members were not exported", user=row["id"])
            elif row["status"] == "ACTIVE":
                self.plan.expect("gravitee.dormant-account", *self.odd.get(human, ("pass", "logged in lately")), user=row["id"])
        self.page("brukere.json", "gravitee.users", list(self.users.values()), scope="all")
        self.document("grupper.json", "gravitee.groups", self.groups, len(self.groups), scope="all")
        for row in self.groups:
            people = self.people[row["name"]]
            if people is not None:
                rows = [{"id": self.user(human), "displayName": human.name, "roles": {
                    "API": role, "APPLICATION": "USER" if role == "LESER" else role}} for human, role in people.items()]
                self.document(f"gruppe-{row['name']}.json", "gravitee.group-members", rows, len(rows),
                              object=row["id"])
        for scope, rows in self.roles.items():
            self.document(f"roller-{scope.lower()}.json", "gravitee.roles", rows, len(rows), part=scope)
