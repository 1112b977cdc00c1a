"""The twelve interfaces of the university, one by one, with what is wrong with each."""
from larenett_world import Human
from universitet_apis import ALL, Api, PlanOfApi, secret_metadata, step
from universitet_gateway import HOME, Gateway, Owner
from universitet_staff import Staff
from universitet_world import (ADMINISTRATION, ARCHIVE, CLINIC, DOMAIN, IT, LIBRARY, NOT_A_SECRET, PAYROLL, SCIENCE, STUDIES,
                               SUPPLIER, TOP, day, millis)

ACTIVE, APPROVED = "gravitee.api-owner-active", "gravitee.personal-data-plan-approved"
REFERENCE = "gravitee.personal-data-plan-asks-reference"
STRONG, LIMITED, READING = "gravitee.confidential-plan-strong-auth", "gravitee.plan-limited", "gravitee.read-plan-cannot-write"
LOGGING, READABLE, TOKEN = "gravitee.no-payload-logging", "gravitee.secret-readable", "gravitee.token-service-not-public"
TLS, VERIFIED = "gravitee.backend-uses-tls", "gravitee.backend-verified"


class Catalogue:
    def __init__(self, gateway: Gateway, staff: Staff):
        self.gateway, self.staff = gateway, staff
        self.apis: dict = {}
        self.classes: list = []

    def api(self, slug: str, name: str, target: str, owner: Owner, verdicts: dict | None = None, *, groups: list | None = (),
            **more) -> Api:
        """An interface; one that was made before the auditors were is in none of their groups, and names none."""
        groups = [] if groups is None else [*groups, "revisjon"]
        self.apis[slug] = Api(self.gateway, slug, name, target, owner, verdicts or {}, groups=groups, **more)
        return self.apis[slug]

    def register(self, plan: PlanOfApi) -> PlanOfApi:
        """Says in the register of what class the data of a plan are."""
        self.classes.append({"api": plan.api.id, "plan": plan.id, "class": plan.is_class, "reference": "2026/12"})
        return plan

    def build(self) -> None:
        self.groups()
        self.payroll()
        self.students()
        self.timetable()
        self.doors()
        self.tokens()
        self.library()
        self.health()
        self.archive()
        self.exams()
        self.publications()
        self.rooms()
        for api in self.apis.values():
            api.expect()
            api.document()
        rows = [{"id": api.id, "name": api.name, "version": "1.0", "description": api.name, "created_at": millis(day(-900)),
                 "updated_at": millis(day(-30)), "visibility": api.visibility, "state": "STARTED", "labels": [],
                 "owner": api.owner.shown(), "virtual_hosts": [{"path": f"/{api.slug}/v1"}], "lifecycle_state": "PUBLISHED"}
                for api in self.apis.values()]
        self.gateway.document("apier.json", "gravitee.apis", rows, len(rows), scope="all",
                              query=f"{HOME}/environments/DEFAULT/apis")

    def groups(self) -> None:
        of, group = self.staff.of, self.gateway.group
        # Owns what belongs to the payroll; none of its members has left.
        self.integration = group("hr-integrasjon", {of(PAYROLL, 1): "OWNER", of(PAYROLL, 2): "OWNER"}, api="OWNER",
                                 application="OWNER")
        self.study_group = group("studieadm", {of(STUDIES, 0): "OWNER", of(STUDIES, 1): "USER"}, api="OWNER", application="OWNER")
        self.empty_group = group("forlatt", {self.staff.left_owner: "OWNER"}, api="OWNER", application="OWNER")
        self.unlisted_group = group("arkivlaget", None, api="OWNER", application="OWNER")
        self.operations = group("drift", {of(IT, 0): "OWNER", of(IT, 1): "OWNER"}, api="OWNER", application="OWNER")
        # Added to every interface when it is made, so that auditors may read.
        self.audit = group("revisjon", {of(ADMINISTRATION, 0): "LESER"}, ["API_CREATE"], api="LESER",
                           application="USER")

    def approver(self, api: Api) -> Human:
        """Who lets others into an interface, and owns nothing that is let in."""
        return self.staff.of({"lonn": ADMINISTRATION, "fs": STUDIES, "helse": CLINIC, "bibliotek": LIBRARY, "arkiv": ARCHIVE,
                              "eksamen": STUDIES}.get(api.slug, IT), 2 if api.slug == "lonn" else 1)

    # Interfaces

    def payroll(self) -> None:
        of = self.staff.of
        owner = self.gateway.owner(of(PAYROLL, 1))
        api = self.api("lonn", "Lønnssystem", "https://api.dfo.no", owner, {
            READABLE: ("fail", "a user may read metadata")}, visibility="PUBLIC", groups=["hr-integrasjon"],
            members={of(PAYROLL, 1): "PRIMARY_OWNER", of(PAYROLL, 2): "OWNER", of(STUDIES, 2): "USER"},
            secret="DFØ's keys in metadata",
            metadata=[secret_metadata("lonn", name) for name in ["DFØ ansatt", "DFØ stilling", "DFØ organisasjon"]])
        self.employees = api.plan("Ansatte, lese", is_class="personal", pattern="/ansatte/**", scope="dfo:ansatte")
        self.writing = api.plan("Ansatte, skrive", {
            APPROVED: ("fail", "automatic"), REFERENCE: ("fail", "asks for nothing")}, is_class="personal", told="scope",
            validation="AUTO", pattern="/ansatte/**", methods=["GET", "PUT"], scope="dfo:ansatte dfo:ansatte.write", comment="")
        self.units = self.register(api.plan("Organisasjon, lese", {
            READING: ("unverified", "the name alone says reading")}, is_class="limited", told="register",
            pattern="/organisasjoner/**", methods=ALL, scope="dfo:organisasjoner", comment=""))
        self.positions = self.register(api.plan(
            "Stillinger", is_class="personal", told="register", status="DEPRECATED", pattern="/stillinger/**",
            scope="dfo:stillinger"))
        self.closed = api.plan("Alt, gammel", is_class="personal", status="CLOSED", comment="")

    def students(self) -> None:
        api = self.api("fs", "Studentopplysninger", f"https://fs.{DOMAIN}", self.study_group, groups=["studieadm"],
                       members={self.staff.of(STUDIES, 0): "OWNER"})
        self.student_data = api.plan("Studenter", is_class="personal", pattern="/studenter/**")
        self.courses = api.plan("Emner", is_class="open", validation="AUTO", security="KEY_LESS", pattern="/emner/**", comment="")
        self.results = api.plan("Resultater", {
            APPROVED: ("unverified", "the path alone says persons"), REFERENCE: ("unverified", "the path alone says persons")},
            perhaps=True, validation="AUTO", pattern="/personer/**", comment="")

    def timetable(self) -> None:
        api = self.api("timeplan", "Timeplan", f"https://timeplan.{DOMAIN}", self.gateway.owner(self.staff.left_owner), {
            ACTIVE: ("fail", "left this month")}, groups=["studieadm"], members={self.staff.left_owner: "PRIMARY_OWNER"})
        self.timetables = api.plan("Timeplaner", is_class="open", validation="AUTO", security="KEY_LESS", comment="")
        self.old_timetables = api.plan("Timeplaner, gammel", is_class="open", status="CLOSED", comment="")

    def doors(self) -> None:
        of = self.staff.of
        api = self.api("adgang", "Adgangskontroll", f"http://adgang.{DOMAIN}", self.gateway.owner(of(IT, 0)), {
            TLS: ("fail", "not encrypted")}, secret="a header at the endpoint", groups=["drift"],
            members={of(IT, 0): "PRIMARY_OWNER", of(IT, 1): "OWNER", of(TOP, 0): "LESER"},
            endpoint={"headers": [{"name": "Authorization", "value": f"Basic {NOT_A_SECRET}"}]})
        self.cards = api.plan("Adgangskort", {
            READING: ("fail", "says that it reads, and allows every method")}, is_class="personal", pattern="/kort/**", methods=ALL,
            characteristics=["Kun lesing"])
        self.door_log = api.plan("Logg", {REFERENCE: ("fail", "asks for nothing")}, is_class="personal", pattern="/logg/**",
                                 comment="")

    def tokens(self) -> None:
        staff, gateway = self.staff, self.gateway
        archived = staff.of(IT, 2)
        gateway.user(archived, status="ARCHIVED")
        key = step("policy-generate-jwt", {"signature": "RSA_RS256", "kid": "havnes-1", "keyResolver": "INLINE",
                                           "content": NOT_A_SECRET})
        api = self.api("maskinporten", "Maskinporten-token", "https://maskinporten.no/token", gateway.owner(archived), {
            ACTIVE: ("fail", "the account is archived"), TOKEN: ("fail", "public"),
            READABLE: ("unverified", "members were not exported")},
            visibility="PUBLIC", groups=None, members=None, secret="a private key in a policy")
        self.token = self.register(api.plan("Token", is_class="limited", told="register", steps=[key], pattern="/token"))
        quiet = self.api("maskinporten-test", "Maskinporten-token, test", "https://test.maskinporten.no/token",
                         gateway.owner(staff.of(IT, 1)), members={staff.of(IT, 1): "PRIMARY_OWNER"})
        self.test_token = self.register(quiet.plan("Token, test", is_class="limited", told="register", pattern="/token"))

    def library(self) -> None:
        seller = self.seller = self.gateway.world.human()
        api = self.api("bibliotek", "Bibliotek", f"https://bibliotek.{DOMAIN}", self.gateway.owner(seller, SUPPLIER), {
            ACTIVE: ("unverified", "somebody at a supplier"), VERIFIED: ("fail", "trusts every certificate")},
            members={self.staff.of(LIBRARY, 0): "OWNER"},
            endpoint={"ssl": {"trustAll": True, "hostnameVerifier": False}, "inherit": False})
        self.loans = api.plan("Lån", is_class="personal", pattern="/laan/**")
        self.holdings = api.plan("Beholdning", is_class="open", validation="AUTO", comment="")

    def health(self) -> None:
        guest = self.staff.guest
        api = self.api("helse", "Helseundersøkelser", f"https://helse.{DOMAIN}", self.gateway.owner(guest),
                       members={guest: "PRIMARY_OWNER", self.staff.of(CLINIC, 0): "OWNER"})
        self.by_key = api.plan("Undersøkelser, nøkkel", {STRONG: ("fail", "a key alone")}, is_class="confidential",
                               pattern="/data/**")
        self.by_token = api.plan("Undersøkelser, token", is_class="confidential", security="JWT", pattern="/data/**")
        addresses = step("ip-filtering", {"whitelistIps": ["192.0.2.0/24"], "blacklistIps": []})
        self.by_address = api.plan("Undersøkelser, adresse", {
            STRONG: ("unverified", "a key and addresses, of which the guides disagree")}, is_class="confidential",
            pattern="/data/**", steps=[addresses])

    def archive(self) -> None:
        api = self.api("arkiv", "Sak og arkiv", f"https://arkiv.{DOMAIN}", self.unlisted_group, {
            ACTIVE: ("unverified", "who is in the group was not exported"), LOGGING: ("fail", "logs what is in the calls")},
            groups=["arkivlaget"], members={self.staff.of(ARCHIVE, 0): f"OWNER {self.gateway.lost_role}"},
            logging={"mode": "CLIENT_PROXY", "content": "HEADERS_PAYLOADS", "scope": "REQUEST_RESPONSE"})
        self.cases = api.plan("Saker", is_class="personal", pattern="/saker/**")

    def exams(self) -> None:
        api = self.api("eksamen", "Digital eksamen", "{#properties['url']}", self.empty_group, {
            ACTIVE: ("fail", "a group whose only member has left"), TLS: ("unverified", "an expression"),
            LOGGING: ("unverified", "on a condition")}, groups=["forlatt"], members={self.staff.of(STUDIES, 1): "OWNER"},
            properties=[{"key": "url", "value": f"https://eksamen.{DOMAIN}", "encrypted": False}],
            logging={"mode": "CLIENT_PROXY", "content": "HEADERS_PAYLOADS", "scope": "REQUEST",
                     "condition": "{#request.headers['x-debug'] != null}"})
        self.marks = api.plan("Karakterer", {APPROVED: ("fail", "without a key")}, is_class="personal", security="KEY_LESS",
                              pattern="/karakterer/**")
        self.assessors = api.plan("Sensorer", is_class="personal", pattern="/sensorer/**")

    def publications(self) -> None:
        owner = self.gateway.owner(self.staff.contradicted)
        api = self.api("publisering", "Publiseringer", f"https://publisering.{DOMAIN}", owner, {
            ACTIVE: ("unverified", "the main position has ended, and an extra one has not"),
            VERIFIED: ("unverified", "nothing says whether it looks at certificates")}, groups=None, endpoint={},
            members={self.staff.of(SCIENCE, 0): "OWNER"})
        self.works = api.plan("Publikasjoner", is_class="open", validation="AUTO", security="KEY_LESS", comment="")
        self.old_works = api.plan("Publikasjoner, gammel", is_class="open", status="CLOSED", comment="")

    def rooms(self) -> None:
        api = self.api("rom", "Romreservasjon", "http://10.20.30.40:8080", self.gateway.owner(self.staff.last_today), {
            TLS: ("unverified", "a private address")}, members={self.staff.last_today: "PRIMARY_OWNER", self.staff.starter: "USER"})
        self.bookings = self.register(api.plan("Reservasjoner", {LIMITED: ("fail", "opens all of it")}, is_class="limited",
                                               told="register"))
        self.scripted = self.register(api.plan("Reservasjoner, skript", {LIMITED: ("unverified", "a script decides")},
                                               is_class="limited", told="register",
                                               steps=[step("groovy", {"onRequestScript": "// decides"})]))
