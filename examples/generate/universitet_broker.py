"""The message broker: two clusters, a virtual host for each application, and the links between them."""
import base64
import hashlib
import json

from larenett_documents import Documents
from larenett_plan import Plan
from larenett_world import Human
from universitet_world import NOT_A_SECRET, University

CLUSTER, TEST = "rabbit@mq-havnes", "rabbit@mq-test"
ALL, NOTHING = (".*", ".*", ".*"), ("^$", "^$", "^$")
APPLICATIONS = "dfo_sap iga adgang fs tp helse arkiv bibliotek eksamen rom".split()
TRIED = "Havnes2026"
NO_DEFAULT, NO_CLEAR, STRONG, NAMED = ("rabbitmq.no-default-password", "rabbitmq.no-clear-password", "rabbitmq.strong-hash",
                                       "rabbitmq.administrators-named")
NARROW, ANOTHER, ANCHORED, RESOLVED = ("rabbitmq.permissions-narrow", "rabbitmq.vhost-of-another", "rabbitmq.pattern-anchored",
                                       "rabbitmq.permission-resolved")
TAG, TOPIC = "rabbitmq.tag-needed", "rabbitmq.topic-limited"
NO_SECRET, LINK_TLS, LINK_APPROVED = "rabbitmq.link-without-credentials", "rabbitmq.link-uses-tls", "rabbitmq.link-approved"


def application(name: str, environment: str = "production") -> str:
    return f"system-{environment}-{name}"


class Cluster:
    """The definitions of one cluster."""

    def __init__(self, broker: "Broker", name: str):
        self.broker, self.name, self.plan, self.world = broker, name, broker.plan, broker.world
        self.users: list = []
        self.vhosts: list = []
        self.permissions: list = []
        self.topics: list = []
        self.parameters: list = []
        self.exchanges: list = []

    def called(self, name: str) -> str:
        return f"{name} (cluster {self.name})"

    def user(self, name: str, password: str | None = "", tags: str = "", verdicts: dict | None = None, *,
             algorithm: str = "sha256") -> None:
        """A user; with a password of nobody's choice unless one is given, and without any where that is none."""
        salt, verdicts, tags = self.world.random.randbytes(4), verdicts or {}, tags.split()
        secret = (password or f"{self.world.random.getrandbits(128):x}").encode()
        module = {"md5": hashlib.md5, "sha256": hashlib.sha256}.get(algorithm, hashlib.sha512)
        hashed = password is not None
        digest = base64.b64encode(salt + module(salt + secret).digest()).decode() if hashed else ""
        label = f"rabbit_password_hashing_{algorithm}" if algorithm in ("md5", "sha256") else algorithm
        self.users.append({"name": name, "password_hash": digest, "hashing_algorithm": label, "tags": tags, "limits": {}})
        asked = [NO_DEFAULT] + [STRONG] * hashed + [NAMED] * ("administrator" in tags)
        if set(tags) & {"impersonator", "policymaker", "monitoring"} and "administrator" not in tags:
            asked.append(TAG)
        assert not verdicts.keys() - set(asked), (name, verdicts)
        for policy in asked:
            self.plan.expect(policy, *verdicts.get(policy, ("pass", "as it should be")), user=self.called(name))

    def vhost(self, name: str, exchange: str | None = None) -> None:
        self.vhosts.append({"name": name, "limits": {}, "metadata": {"description": "", "tags": []}})
        if exchange:
            self.exchanges.append({"name": exchange, "vhost": name, "type": "topic", "durable": True, "auto_delete": False,
                                   "internal": False, "arguments": {}})

    def application(self, name: str, environment: str = "production", **more) -> None:
        """An application, as the portal makes one: its user may do everything in the virtual host of its name."""
        own = application(name, environment)
        self.user(own, **{"tags": "management", **more})
        self.vhost(own, f"outgoing_{own}")
        self.allow(own, own, ALL)

    def allow(self, user: str, vhost: str, patterns: tuple, verdicts: dict | None = None, *, resolved: bool = True) -> None:
        """`patterns` are those of configure, write and read."""
        self.permissions.append({"user": user, "vhost": vhost, **dict(zip(["configure", "write", "read"], patterns))})
        verdicts = verdicts or {}
        asked = [NARROW, RESOLVED] + [ANOTHER] * (vhost not in ("/", user))
        assert not verdicts.keys() - set(asked), (user, verdicts)
        for policy in asked:
            self.plan.expect(policy, *verdicts.get(policy, ("pass", "as it should be")), user=self.called(user),
                             vhost=self.called(vhost))

    def link(self, name: str, vhost: str, source: str, target: str, verdicts: dict | None = None, *,
             component: str = "shovel") -> None:
        value = {"uri": source} if component != "shovel" else {
            "src-protocol": "amqp091", "src-uri": source, "src-queue": f"to_{name}", "dest-protocol": "amqp091", "dest-uri": target,
            "dest-exchange": f"incoming_{vhost}", "ack-mode": "on-confirm"}
        self.parameters.append({"vhost": vhost, "component": component, "name": name, "value": value})
        verdicts = verdicts or {}
        asked = [NO_SECRET, LINK_TLS, LINK_APPROVED]
        assert not verdicts.keys() - set(asked), (name, verdicts)
        for policy in asked:
            self.plan.expect(policy, *verdicts.get(policy, ("pass", "as it should be")),
                             link=f"{component.split('-')[0]} {name} in {vhost} (cluster {self.name})")

    def document(self, path: str, environment: str) -> None:
        shown = {"rabbit_version": "4.1.0", "rabbitmq_version": "4.1.0", "product_name": "RabbitMQ", "product_version": "4.1.0",
                 "rabbitmq_definition_format": "cluster", "original_cluster_name": self.name,
                 "explanation": f"Definitions of cluster '{self.name}'", "users": self.users, "vhosts": self.vhosts,
                 "permissions": self.permissions, "topic_permissions": self.topics, "parameters": self.parameters,
                 "global_parameters": [{"name": "cluster_name", "value": self.name}], "policies": [], "queues": [],
                 "exchanges": self.exchanges, "bindings": []}
        lists = [f" {json.dumps(key)}: " + ("[\n  " + ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in value) + "]"
                 if isinstance(value, list) and value else json.dumps(value, ensure_ascii=False)) for key, value in shown.items()]
        self.broker.documents.put(path, "{\n" + ",\n".join(lists) + "\n}\n", "rabbitmq.definitions", 1, environment=environment)


class Broker:
    def __init__(self, world: University, plan: Plan, documents: Documents):
        self.world, self.plan, self.documents = world, plan, documents

    def build(self, operator: Human) -> None:
        self.operator = operator
        self.cluster = Cluster(self, CLUSTER)
        self.administrators()
        self.applications()
        self.permissions()
        self.links()
        self.people()
        self.cluster.document("megler/definisjoner.json", "production")
        self.test()

    def administrators(self) -> None:
        user = self.cluster.user
        user("drift", tags="administrator")
        user("drift-gammel", tags="administrator", verdicts={NAMED: ("fail", "nobody named or approved it")})
        user("vakt", tags="administrator")
        user("sertifikat", None, tags="administrator", verdicts={NAMED: ("unverified", "without a password, and nobody named it")})
        user(self.operator.login, tags="monitoring", verdicts={TAG: ("unverified", "a person or an application")})
        self.plan.expect("rabbitmq.administrators-few", "fail", "four", cluster=CLUSTER)
        self.plan.expect("rabbitmq.no-default-user", "pass", "it is gone", cluster=CLUSTER)
        self.plan.expect(NO_CLEAR, "pass", "hashes only", document="rabbitmq.definitions of environment production")

    def applications(self) -> None:
        odd = {
            "iga": {"tags": "management monitoring", "verdicts": {TAG: ("fail", "an application")}},
            "fs": {"tags": "impersonator", "verdicts": {TAG: ("fail", "may send in the name of others")}},
            "bibliotek": {"tags": "policymaker"},
            "rom": {"password": application("rom"), "verdicts": {NO_DEFAULT: ("fail", "its own name")}},
            "tp": {"password": TRIED, "verdicts": {NO_DEFAULT: ("fail", "a word that was tried")}},
            "arkiv": {"algorithm": "havnes_password_hashing", "verdicts": {
                NO_DEFAULT: ("unverified", "a module of its own"), STRONG: ("unverified", "a module of its own")}},
            "eksamen": {"algorithm": "md5", "verdicts": {STRONG: ("fail", "MD5")}},
            "helse": {"password": None}}
        for name in APPLICATIONS:
            self.cluster.application(name, **odd.get(name, {}))
        self.cluster.vhost("/")
        self.cluster.vhost("felles", "hendelser")

    def permissions(self) -> None:
        allow = self.cluster.allow
        iga, payroll, doors, fs, tp, health, library, exams, rooms, archive = (application(name) for name in [
            "iga", "dfo_sap", "adgang", "fs", "tp", "helse", "bibliotek", "eksamen", "rom", "arkiv"])
        allow(iga, payroll, ("^$", "^$", f"^to_{iga}$"), {ANOTHER: ("fail", "reads what is another's")})
        allow(archive, payroll, ("^$", "^$", f"^to_{archive}$"))
        allow(doors, iga, ALL, {NARROW: ("fail", "everything where another application is"), ANOTHER: ("fail", "another's")})
        allow(fs, "/", ALL, {NARROW: ("fail", "everything where another may, too")})
        allow(tp, "/", ("", "^$", "timeplan"))
        allow(library, "felles", ("^$", "^hendelser$", "^$"), {ANOTHER: ("unverified", "whose it is nothing says")})
        allow(health, rooms, ("(?!x).*",) * 3, {NARROW: ("unverified", "not decided"), ANOTHER: ("unverified", "not decided")})
        allow(exams, fs, NOTHING)
        allow("borte", fs, NOTHING, {RESOLVED: ("fail", "no such user")})
        for pattern, verdict, note in [
                (f"^to_{iga}$", "pass", "anchored"), (f"^to_{archive}$", "pass", "anchored"),
                ("timeplan", "fail", "anywhere in a name"), ("^hendelser$", "pass", "anchored")]:
            self.plan.expect(ANCHORED, verdict, note, cluster=CLUSTER, pattern=pattern)
        self.plan.hole(ANCHORED, "not decided", cluster=CLUSTER, pattern="(?!x).*")
        for exchange in [f"outgoing_{iga}", "amq.topic"]:
            self.plan.expect(TOPIC, "fail", "two may write any topic", exchange=f"{exchange} in {iga} (cluster {CLUSTER})")
        for exchange in [f"outgoing_{rooms}", "amq.topic"]:
            self.plan.hole(TOPIC, "who may write is not decided",
                           exchange=f"{exchange} in {rooms} (cluster {CLUSTER})")

    def links(self) -> None:
        link = self.cluster.link
        iga, payroll, doors, fs, tp = (application(name) for name in ["iga", "dfo_sap", "adgang", "fs", "tp"])
        link(f"to_{iga}", payroll, f"amqp:///{payroll}", f"amqp:///{iga}")
        link(f"to_{doors}", payroll, f"amqp:///{payroll}", f"amqp:///{doors}", {LINK_APPROVED: ("fail", "nobody approved it")})
        link(f"to_{tp}", fs, f"amqp:///{fs}", f"amqp:///{tp}", {LINK_APPROVED: ("fail", "approved by whoever asked")})
        sealed = f"amqps://mq.dfo.no/havnes?verify=verify_peer&certfile=/havnes.pem&password={NOT_A_SECRET}"
        link("fra_dfo", payroll, sealed, f"amqp:///{payroll}", {NO_SECRET: ("fail", "the password of a TLS key in the address")})
        link("fra_fs", fs, "amqp://mq.studier.example/havnes", f"amqp:///{fs}", {LINK_TLS: ("fail", "not encrypted")})
        link("til_arkiv", application("arkiv"), f"amqp:///{application('arkiv')}", "amqp://10.0.0.5/arkiv",
             {LINK_TLS: ("unverified", "a private address")})
        link("samarbeid", "felles", "amqps://mq.sundet.example/felles?verify=verify_none", "",
             {LINK_TLS: ("fail", "checks nothing")}, component="federation-upstream")

    def people(self) -> None:
        """Users that are no applications: whose they are, no export says."""
        for name, tag in [("drift", "administrator"), ("drift-gammel", "administrator"), ("vakt", "administrator"),
                          ("sertifikat", "administrator"), (self.operator.login, "monitoring")]:
            self.held(self.cluster.called(name), tag)

    def held(self, user: str, tag: str) -> None:
        self.plan.expect("hr.leaver-holds-right", "unverified", "whose it is no export says", system="rabbitmq", right=user,
                         what=tag, place="all")

    def test(self) -> None:
        """A cluster as it was installed."""
        test = self.test_cluster = Cluster(self, TEST)
        test.user("guest", "guest", "administrator", {NO_DEFAULT: ("fail", "the password it came with"),
                                                      NAMED: ("fail", "nobody named or approved it")})
        test.application("iga", "test")
        test.application("fs", "test")
        test.vhost("/")
        self.plan.expect("rabbitmq.administrators-few", "pass", "one", cluster=TEST)
        self.plan.expect("rabbitmq.no-default-user", "fail", "it is there", cluster=TEST)
        self.plan.expect(NO_CLEAR, "pass", "hashes only", document="rabbitmq.definitions of environment test")
        self.held(test.called("guest"), "administrator")
        test.document("megler/definisjoner-test.json", "test")
