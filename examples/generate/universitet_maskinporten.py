"""Maskinporten: clients and their keys of two days, and the scopes of the university's own with those who got them."""
import base64
import datetime

from larenett_documents import Documents, compact
from larenett_plan import Plan
from universitet_world import NOT_A_SECRET, University, day, moment

BEFORE, NOW = -370, -2
IN_FORCE, ROTATED, ONE_CLIENT, HAS_KEY = ("maskinporten.key-in-force", "maskinporten.key-rotated", "maskinporten.key-one-client",
                                          "maskinporten.client-has-key")
ASYMMETRIC, ADMIN, FEW, SCOPE_APPROVED = ("maskinporten.asymmetric", "maskinporten.admin-client-dedicated",
                                          "maskinporten.client-has-few-scopes", "maskinporten.client-scope-approved")
USED, GATEWAY, OWNER, SUPPLIED = ("maskinporten.client-scope-used", "maskinporten.dfo-client-is-gateway",
                                  "maskinporten.client-has-owner", "maskinporten.supplier-approved")
NOT_OPEN, TYPES, LIVING, ACCESS, ACTIVE = ("maskinporten.scope-not-open", "maskinporten.scope-types-limited",
                                           "maskinporten.access-to-living-organisation", "maskinporten.access-approved",
                                           "maskinporten.scope-active")


class Key:
    def __init__(self, world: University, kid: str, ends: datetime.date | None):
        self.kid, self.ends = kid, ends
        self.modulus = base64.urlsafe_b64encode(world.random.randbytes(128)).decode().rstrip("=")

    def row(self) -> dict:
        end = {} if self.ends is None else {"exp": int(datetime.datetime(
            self.ends.year, self.ends.month, self.ends.day, 12, tzinfo=datetime.timezone.utc).timestamp())}
        return {"kid": self.kid, "kty": "RSA", "use": "sig", "alg": "RS256", "e": "AQAB", "n": self.modulus, **end}


class Client:
    def __init__(self, world: University, name: str, scopes: list, row: dict):
        self.id, self.name, self.scopes = world.uuid("c11e"), name, scopes
        self.row = {"client_id": self.id, "client_name": name, "client_orgno": world.own.org, "description": name,
                    "integration_type": "maskinporten", "application_type": "web", "token_endpoint_auth_method": "private_key_jwt",
                    "grant_types": ["urn:ietf:params:oauth:grant-type:jwt-bearer"], "scopes": scopes, "redirect_uris": [],
                    "post_logout_redirect_uris": [], "onbehalfof": [], "access_token_lifetime": 120, "authorization_lifetime": 7200,
                    "refresh_token_lifetime": 600, "refresh_token_usage": "ONETIME", "created": moment(day(-900)),
                    "last_updated": moment(day(-400)), "active": True, **row}

    @property
    def active(self) -> bool:
        return self.row["active"]


class Maskinporten:
    def __init__(self, world: University, plan: Plan, documents: Documents):
        self.world, self.plan, self.documents = world, plan, documents
        self.clients: dict = {}
        self.sets: dict = {BEFORE: {}, NOW: {}}
        self.unapproved: set = set()
        self.earlier: list = []
        self.scopes: list = []
        self.accesses: list = []

    def build(self) -> None:
        self.gateway()
        self.others()
        self.shared()
        self.rotated()
        self.own_scopes()
        self.given()
        self.write()

    def client(self, name: str, scopes: list, verdicts: dict | None = None, *, keys: list | str = "one",
               earlier: list | None = None, **row) -> Client:
        """A client, its keys of now and of a year before, and what is to be said of it where that is not as it should be."""
        client = self.clients[name] = Client(self.world, name, scopes, row)
        if keys == "one":
            keys, earlier = [self.key(name, self.world.between(60, 300))], [self.key(name, self.world.between(-60, -5))]
        if keys is not None:
            self.sets[NOW][client] = keys
        if earlier:
            self.sets[BEFORE][client] = earlier
        self.ask(client, keys or [], verdicts or {})
        return client

    def key(self, name: str, ends: datetime.date | None) -> Key:
        return Key(self.world, f"{name.split()[0].lower()}-{self.world.random.randint(1000, 9999)}", ends)

    def ask(self, client: Client, keys: list, verdicts: dict) -> None:
        row, asked = client.row, []
        if client.active:
            self.active(client.id, client.scopes)
            asked.append(ASYMMETRIC)
        if any(scope.startswith(("idporten:dcr.", "idporten:scopes.")) for scope in client.scopes):
            asked.append(ADMIN)
        if client.active:
            asked += [FEW, OWNER, HAS_KEY] + [IN_FORCE] * bool(keys)
            asked += [GATEWAY] * any(scope.startswith("dfo:") for scope in client.scopes)
        asked_of_scopes = [SCOPE_APPROVED] * client.active + [USED] * (client.name == "Gateway")
        if "supplier_orgno" in row:
            self.plan.expect(SUPPLIED, *verdicts.pop(SUPPLIED, ("pass", "approved")), client=client.id, party=row["supplier_orgno"])
        plain = {policy for policy in verdicts if isinstance(policy, str)}
        assert not plain - set(asked), (client.name, plain)
        for policy in asked:
            self.plan.expect(policy, *verdicts.get(policy, ("pass", "as it should be")), client=client.id)
        for scope in client.scopes:
            for policy in asked_of_scopes:
                self.plan.expect(policy, *verdicts.get((policy, scope), ("pass", "as it should be")), client=client.id, scope=scope)
                if policy == SCOPE_APPROVED and (policy, scope) in verdicts:
                    self.unapproved.add((client.id, scope))

    # Clients

    def gateway(self) -> None:
        self.client("Gateway", ["dfo:ansatte", "dfo:ansatte.write", "dfo:stillinger", "dfo:organisasjoner",
                                "dfo:infokontrakter/filer"], {
            (USED, "dfo:infokontrakter/filer"): ("fail", "no plan calls with it")},
            keys=[self.key("gateway", day(20)), self.key("gateway", day(200))])
        self.client("Lønn direkte", ["dfo:ansatte"], {
            GATEWAY: ("fail", "past the gateway"), (SCOPE_APPROVED, "dfo:ansatte"): ("fail", "nobody approved it")})
        self.client("Selvbetjening", ["idporten:dcr.read", "idporten:dcr.write", "dfo:organisasjoner"], {
            ADMIN: ("fail", "administers clients, and reads units"), GATEWAY: ("fail", "past the gateway")})
        self.client("Tilgangskontroll", ["idporten:scopes.read"])

    def others(self) -> None:
        client, key, world = self.client, self.key, self.world
        client("Skatt", ["skatteetaten:innrapportering"], {ASYMMETRIC: ("fail", "a shared secret")},
               token_endpoint_auth_method="client_secret_basic", client_secret=NOT_A_SECRET)
        client("Inntekt", ["nav:inntekt"], {IN_FORCE: ("fail", "ends next week")}, keys=[key("inntekt", day(7))])
        client("Folkeregister", ["folkeregister:deling"], {IN_FORCE: ("unverified", "nothing says when it ends")},
               keys=[key("folkeregister", None)])
        client("Leverandørlønn", ["nav:aareg"], {SUPPLIED: ("fail", "nobody approved the supplier")},
               supplier_orgno=world.company.org)
        client("Leverandørarkiv", ["digdir:dokumenter"], supplier_orgno=world.company.org)
        client("Lånekasse", ["lanekassen:status"], {OWNER: ("fail", "the owner has left")})
        client("Glemt", ["krr:global"], {OWNER: ("fail", "in no register"), HAS_KEY: ("fail", "no key")}, keys=[])
        client("Gammel", ["krr:global"], keys=None, active=False)
        client("Studentkort", ["havnes:studenter", "havnes:gammelt"])

    def shared(self) -> None:
        key = self.key("delt", day(120))
        for name in ["Vitnemål", "Karakterer"]:
            self.client(name, ["kd:vitnemal"], keys=[key])
        # Uploaded once more, under another name.
        old = self.key("eksamen", day(-5))
        again = Key(self.world, "eksamen-fornyet", day(250))
        again.modulus = old.modulus
        self.client("Eksamen", ["kd:eksamen"], {}, keys=[again], earlier=[old])

    def rotated(self) -> None:
        """What two exports show of each key, and how many have it."""
        holders: dict = {}
        for client, keys in self.sets[NOW].items():
            for key in keys:
                holders.setdefault(key.modulus, []).append(client)
        for client, keys in self.sets[NOW].items():
            if not (keys and client.active):
                continue
            earlier, now = {key.modulus for key in self.sets[BEFORE].get(client, [])}, {key.modulus for key in keys}
            self.plan.expect(ROTATED, *(("unverified", "one export only") if not earlier else (
                ("fail", "the key of a year ago") if now & earlier else ("pass", "another than a year ago"))), client=client.id)
            self.plan.expect(ONE_CLIENT, *(("fail", "two clients have it") if any(len(holders[key]) > 1 for key in now) else (
                "pass", "one client has it")), client=client.id)

    # Scopes

    def active(self, holder: str, scopes: list) -> None:
        """Whether what somebody has is switched on: only of the university's own scopes a list says it."""
        for scope in scopes:
            verdict = ("unverified", "another's scope") if not scope.startswith("havnes:") else (
                ("fail", "switched off") if scope == "havnes:gammelt" else ("pass", "switched on"))
            self.plan.expect(ACTIVE, *verdict, holder=holder, scope=scope)

    def scope(self, name: str, verdicts: dict | None = None, **row) -> None:
        full = f"havnes:{name}"
        shown = {"name": full, "prefix": "havnes", "subscope": name, "description": name, "visibility": "PRIVATE",
                 "token_type": "SELF_CONTAINED", "at_max_age": 120, "accessible_for_all": False,
                 "allowed_integration_types": ["maskinporten"], "requires_user_consent": False,
                 "requires_user_authentication": False, "requires_pseudonymous_tokens": False,
                 "created": moment(day(-800)), "last_updated": moment(day(-300)),
                 "owner_orgno": self.world.own.org, "active": True, **row}
        self.scopes.append(shown)
        asked = [NOT_OPEN, TYPES] * shown["active"]
        for policy in asked:
            self.plan.expect(policy, *(verdicts or {}).get(policy, ("pass", "as it should be")), scope=full)

    def own_scopes(self) -> None:
        self.scope("studenter")
        self.scope("ansatte", {NOT_OPEN: ("fail", "open to everybody"), TYPES: ("fail", "for any kind of client")},
                   accessible_for_all=True, allowed_integration_types=[])
        self.scope("emner", accessible_for_all=True)
        self.scope("resultater.write")
        self.scope("gammelt", active=False)

    def access(self, scope: str, org: str, verdicts: dict | None = None, state: str = "APPROVED") -> None:
        full = f"havnes:{scope}"
        self.accesses.append({"scope": full, "state": state, "prefix": None, "consumer_orgno": org,
                              "owner_orgno": self.world.own.org, "created": moment(day(-300)), "last_updated": moment(day(-200))})
        if state == "APPROVED":
            for policy in [LIVING, ACCESS]:
                self.plan.expect(policy, *(verdicts or {}).get(policy, ("pass", "as it should be")), access=f"{org} {full}")
            self.active(f"{org} {full}", [full])
            if ACCESS in (verdicts or {}):
                self.unapproved.add((full, org))

    def given(self) -> None:
        world = self.world
        stranger = world.organisation("Ukjent forening", "FLI")
        self.access("studenter", world.neighbour.org)
        self.access("studenter", world.gone.org, {LIVING: ("fail", "deleted"), ACCESS: ("fail", "nobody approved it")})
        self.access("resultater.write", world.clinic.org, {ACCESS: ("fail", "nobody approved it")})
        self.access("resultater.write", stranger.org, {LIVING: ("unverified", "in no register that was loaded")})
        self.access("gammelt", world.neighbour.org)
        self.access("studenter", world.company.org, state="REQUESTED")
        self.access("studenter", world.clinic.org, state="DENIED")

    # Documents

    def write(self) -> None:
        put = self.documents.answer
        context = {"organisation": self.world.own.org, "environment": "production", "extracted_at": day(NOW).isoformat()}
        put("maskinporten/klienter.json", None, [client.row for client in self.clients.values()], "maskinporten.clients",
            query="/clients?inactive=true", **context)
        put("maskinporten/scopes.json", None, self.scopes, "maskinporten.scopes", query="/scopes?inactive=true", **context)
        for name in [scope["name"] for scope in self.scopes if not scope["accessible_for_all"]]:
            rows = [row for row in self.accesses if row["scope"] == name]
            put(f"maskinporten/tilganger-{name.split(':')[1]}.json", None, rows, "maskinporten.accesses",
                part=name, query=f"/scopes/access?scope={name}", **context)
        for offset, sets in self.sets.items():
            for number, (client, keys) in enumerate(sets.items()):
                set_of_keys = {"created": moment(day(-800)), "last_updated": moment(day(offset - 30), 8 + number % 12),
                               "keys": [key.row() for key in keys]}
                path = f"maskinporten/nokler-{day(offset)}/{client.id}.json"
                if offset == BEFORE:
                    self.earlier.append(path)
                self.documents.put(path, f"{compact(set_of_keys)}\n", "maskinporten.client-keys", int(offset == NOW),
                                   object=client.id, environment="production",
                                   extracted_at=day(offset).isoformat())
