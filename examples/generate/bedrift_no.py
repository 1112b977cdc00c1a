#!/usr/bin/env python3
"""Writes the exports of a fictitious Norwegian municipality and its supplier, and planted.json: what an audit must find.

usage: bedrift_no.py FOLDER

Every plant stands beside the line that makes it, with the policy that must find it; none was taken from an audit. The same
program gives the same bytes.
"""
import json
import pathlib
import sys

from bedrift_documents import Documents, entity, packages, permission
from bedrift_world import AS_OF, World


# Who may give access for an organisation, and whoever approves clients of Maskinporten.
WATCHED = "administers-altinn/approves-clients/any"


class Example:
    def __init__(self):
        self.world = World()
        self.documents = Documents(self.world)
        self.planted: dict = {}

    def plant(self, policy: str, note: str, verdict: str = "fail", **subject) -> None:
        subject = {name: getattr(value, "key", value) for name, value in subject.items()}
        finding = {"policy": policy, "verdict": verdict, "subject": subject, "note": note}
        self.planted.setdefault(policy, {"findings": []})["findings"].append(finding)

    def given(self, path: str, giver, rows: list) -> None:
        """All that one organisation gave: `(package, receiver)`, and what is shown for it by a role."""
        full = [(package, giver, *(rest if len(rest) == 2 else (*rest, "rettighetshaver"))) for package, *rest in rows]
        query = f"/enduser/connections/accesspackages?party={giver.uuid}&from={giver.uuid}"
        self.documents.put(path, packages(full), "altinn.package-permissions", organisation=giver.org, query=query)

    def roles(self, path: str, party, rows: list) -> None:
        """All roles of one organisation: `(role, holder)`."""
        self.documents.put(path, [
            {"role": {"code": role}, "permissions": [permission(party, holder, role)]} for role, holder in rows],
            "altinn.role-permissions", organisation=party.org,
            query=f"/enduser/connections/roles?party={party.uuid}&from={party.uuid}")

    def answer(self, path: str, kind: str, party, query: str, row: dict) -> None:
        """An answer of one organisation with one record, which gives nobody anything."""
        self.documents.put(path, [row], kind, organisation=party.org, query=f"{query}{party.org}")

    def build(self) -> None:
        self.documents.metadata()
        self.documents.policies()
        self.plant("altinn.policy-names-non-attachable-group", "a category", resource="fjordvik-arkiv", code="naturressurser")
        self.plant("altinn.policy-names-non-attachable-group", "no such package", "unverified",
                   resource="fjordvik-arkiv", code="arkivinnsyn")
        self.plant("altinn.unknown-subject", "no such package", kind="package", code="arkivinnsyn")
        self.plant("altinn.group-page-quality", "the board for its chair", group="Bygg og miljø: Byggesøknad")
        self.municipality()
        self.chain()
        self.maskinporten()
        self.history()
        self.supplier()
        self.customers()
        self.register()
        self.staff()
        self.people()

    # The municipality

    def municipality(self) -> None:
        world, own = self.world, self.world.municipality
        staff = world.staff
        rows = [("hovedadministrator", person) for person in staff[:4]]
        self.plant("altinn.main-administrators", "four by a package and two by a role", party=own)
        rows.append(("eksplisitt", staff[4]))
        self.plant("altinn.delegation-of-non-delegable-group", "only for whom it is made out to",
                   **{"from": own, "to": staff[4], "package": "eksplisitt"})
        rows.append(("skatt-naering", world.director))
        self.plant("altinn.delegation-repeats-role", "the director has it by the role",
                   **{"from": own, "to": world.director, "package": "skatt-naering"})
        rows.append(("renovasjon", world.dead))
        self.plant("altinn.delegation-to-gone-party", "died last year", **{"from": own, "to": world.dead, "thing": "renovasjon"})
        self.plant("altinn.leaver-holds-authority", "died last year", holder=world.dead, party=own)
        rows.append(("maskinlesbare-hendelser", world.gone))
        self.plant("altinn.delegation-to-gone-party", "deleted",
                   **{"from": own, "to": world.gone, "thing": "maskinlesbare-hendelser"})
        rows.append(("byggesoknad", staff[5]))
        self.plant("altinn.leaver-holds-authority", "left in May", holder=staff[5], party=own)
        rows.append(("byggesoknad", staff[6]))  # came back under another employee number
        rows.append(("barnehageeier", world.consultant))
        self.plant("altinn.leaver-holds-authority", "nobody whom HR knows", "unverified", holder=world.consultant, party=own)
        self.plant("hr.one-person-per-key", "HR's lists have no addresses", "unverified", email="*")
        rows += [("skatt-naering", person) for person in staff[7:10]]
        rows.append(("maskinlesbare-hendelser", world.chain[0]))
        rows.append(("byggesoknad", world.director, "daglig-leder"))
        rows.append(("skatt-naering", staff[10], "kontaktperson"))
        self.plant("altinn.group-held-without-basis", "a contact person has renovasjon alone",
                   holder=staff[10], party=own, package="skatt-naering")
        self.given("fjordvik/pakker.json", own, rows)

        # What is given for a sub-unit is held beside what roles in the unit above it give.
        school = world.units[0]
        self.given("fjordvik/skolens-pakker.json", school, [("byggesoknad", world.director), ("renovasjon", staff[14])])
        self.roles("fjordvik/skolens-roller.json", school, [("rettighetshaver", staff[14])])
        self.plant("altinn.delegation-repeats-role", "the director has it by the role in the municipality",
                   **{"from": school, "to": world.director, "package": "byggesoknad"})
        self.plant("altinn.main-administrators", "those of the municipality", party=school)

        roles = [("daglig-leder", world.director), ("daglig-leder", world.former_director), ("hovedadministrator", staff[0])]
        self.plant("altinn.resigned-still-authorised", "the register has the new director",
                   holder=world.former_director, party=own, role="daglig-leder")
        self.plant("altinn.leaver-holds-authority", "left with the post", holder=world.former_director, party=own)
        self.plant("altinn.administrator-can-give-unused", "two packages", holder=staff[0], party=own,
                   role="hovedadministrator")
        self.roles("fjordvik/roller.json", own, roles)

        self.documents.put("fjordvik/ressurser.json", [
            {"resource": {"refId": "fjordvik-arkiv"}, "permissions": [permission(own, staff[13], "rettighetshaver")]}],
            "altinn.resource-permissions", organisation=own.org, query=f"/enduser/connections/resources?from={own.org}")
        # The municipality has no clients, and no systems that act for any; the supplier gave nothing but packages.
        self.answer("fjordvik/klienter.json", "altinn.clients", own, "/enduser/clientdelegations/clients?party=",
                    {"client": entity(world.customers[0]), "access": []})
        self.answer("fjordvik/ansatte-for-klienter.json", "altinn.agents", own, "/enduser/clientdelegations/agents?party=",
                    {"agent": entity(staff[13]), "access": []})
        self.answer("fjordvik/systembrukere.json", "altinn.system-users", own, "/systemuser?party=",
                    {"id": "00000fff-f10d-4000-8000-000000000fff", "integrationTitle": "Utgått", "systemId": f"{own.org}_utgatt",
                     "systemInternalId": "2", "partyId": str(own.party_id), "reporteeOrgNo": own.org, "isDeleted": True,
                     "userType": "standard"})
        self.answer("nordlys/ressurser.json", "altinn.resource-permissions", world.supplier, "/enduser/connections/resources?from=",
                    {"resource": {"refId": "nordlys-lonn"}, "permissions": []})
        # What the director sees of the municipality and of a unit, which is listed for the sake of what is below it.
        self.documents.put("fjordvik/direktorens-parter.json", [
            {"partyUuid": own.uuid, "organizationNumber": own.org, "name": own.name, "type": "Organization", "variant": own.form,
             "isDeleted": False, "onlyHierarchyElementWithNoAccess": False, "authorizedRoles": ["DAGL"],
             "authorizedAccessPackages": ["skatt-naering", "byggesoknad"], "authorizedResources": [], "authorizedInstances": [],
             "subunits": []}], "altinn.authorised-parties", user=world.director.uuid)

    def chain(self) -> None:
        links = self.world.chain
        for index, (giver, receiver) in enumerate(zip(links, links[1:]), 1):
            self.given(f"underleverandorer/{index}.json", giver, [("maskinlesbare-hendelser", receiver)])
        self.plant("altinn.delegation-chain-length", "four hands on", origin=self.world.municipality, last=links[-1])

    def maskinporten(self) -> None:
        world, own = self.world, self.world.municipality
        rows = [(world.chain[0], "fjordvik:kart.lese", ""), (world.chain[0], "fjordvik:kart.skrive", "approved for reading"),
                (world.unapproved, "fjordvik:barnehage.skrive", "no approval"), (world.gone, "fjordvik:drift", "deleted")]
        for supplier, scope, note in rows:
            if note:
                self.plant("altinn.maskinporten-supplier-approved", note, consumer=own, supplier=supplier, scope=scope)
        self.documents.put("fjordvik/maskinporten.json", [
            {"consumer_org": own.org, "supplier_org": supplier.org, "delegation_scheme_Id": None, "scopes": [scope],
             "created": "2025-03-04T10:00:00+01:00", "resourceid": scope.replace(":", "-")} for supplier, scope, _ in rows],
            "altinn.maskinporten-delegations", organisation=own.org, query=f"/maskinporten/delegations/?consumerOrg={own.org}")
        self.answer("nordlys/maskinporten.json", "altinn.maskinporten-delegations", world.supplier,
                    "/maskinporten/delegations/?consumerOrg=",
                    {"consumer_org": world.supplier.org, "supplier_org": world.chain[0].org, "delegation_scheme_Id": None,
                     "scopes": ["nordlys:lonn.lese"], "created": "2025-03-04T10:00:00+01:00", "resourceid": "nordlys-lonn-lese"})
        approved = [(world.chain[0], "fjordvik:kart.lese"), (world.gone, "fjordvik:drift"), (world.chain[0], "nordlys:lonn.lese")]
        rows = [["maskinporten", f"{supplier.org} {scope}", "client", "drift@fjordvik.example", "sikkerhet@fjordvik.example",
                 "2025-03-01"] for supplier, scope in approved]
        for supplier, scope in approved:
            self.plant("register.approved-by-another", "HR's lists have no addresses", "unverified",
                       approval=f"maskinporten/client/{supplier.org} {scope}/2025-03-01")
        # Another address of the mailbox that asked.
        rows.append(["altinn", "fjordvik-byggesak", "other", "drift@fjordvik.example", "driftssentral@fjordvik.example", "2026-02-01"])
        self.plant("register.approved-by-another", "two addresses of one mailbox",
                   approval="altinn/other/fjordvik-byggesak/2026-02-01")
        self.documents.table("register/godkjenninger.csv", ["system", "subject", "what", "requested_by", "approved_by", "date"],
                             rows, "organisation.approvals")
        mailboxes = [("drift", "SharedMailbox", ["drift", "driftssentral"]), ("sikkerhet", "UserMailbox", ["sikkerhet"])]
        self.documents.table("exchange/postkasser.csv", ["PrimarySmtpAddress", "RecipientTypeDetails", "EmailAddresses"], [
            [f"{name}@fjordvik.example", kind, ";".join(
                f"{'SMTP' if address == name else 'smtp'}:{address}@fjordvik.example" for address in addresses)]
            for name, kind, addresses in mailboxes], "exchange.mailboxes")

    def history(self) -> None:
        world, own = self.world, self.world.municipality
        rows = [("grant", world.chain[0], world.director, "2026-02-01"), ("grant", world.unapproved, world.staff[7], "2026-03-01"),
                ("grant", world.staff[11], world.director, "2026-01-01"),
                ("revoke_last", world.staff[11], world.director, "2026-06-01"),
                ("grant", world.staff[12], world.earlier_director, "2018-05-01")]
        self.plant("altinn.delegation-without-right-to-delegate", "an employee without any role",
                   **{"change": "delegation 2", "from": own, "to": world.unapproved})
        self.documents.put("fjordvik/delegeringshistorikk.json", [
            {"delegationChangeId": number, "delegationChangeType": kind, "resourceId": "fjordvik-byggesak",
             "fromUuid": own.uuid, "toUuid": receiver.uuid, "performedByUuid": performer.uuid,
             "created": f"{day}T09:30:00+00:00"} for number, (kind, receiver, performer, day) in enumerate(rows, 1)],
            "altinn.delegation-changes")
        self.documents.table("fjordvik/tidligere-roller.csv", ["holder", "party", "role", "first", "last"], [
            [world.earlier_director.key, own.org, "daglig-leder", "2015-01-01", "2020-12-31"],
            [world.former_director.key, own.org, "daglig-leder", "2021-01-01", "2026-03-31"],
            [world.director.key, own.org, "daglig-leder", "2026-04-01", ""]], "mapping.altinn.role_period")

    # The supplier and its customers

    def supplier(self) -> None:
        world, own = self.world, self.world.supplier
        system, person, user = world.own_system, world.accountants[0], world.enterprise_user
        customers = "opptreforvirksomhetenskunder"
        self.given("nordlys/pakker.json", own, [(customers, system), (customers, person), ("skatt-naering", user, "eckeyrole")])
        self.plant("altinn.acts-for-customers-holder", "a person", holder=person, supplier=own)
        self.plant("altinn.acts-for-customers-holder", "nobody knows whose", "unverified", holder=user, supplier=own)
        self.plant("altinn.enterprise-user-ended", "one that is left", party=user)
        self.plant("altinn.group-held-without-basis", "the role carries customers alone",
                   holder=user, party=own, package="skatt-naering")
        self.plant("altinn.acts-for-customers-not-for-supplier", "the role carries customers alone",
                   holder=user, supplier=own, package="skatt-naering")
        self.roles("nordlys/roller.json", own, [("daglig-leder", world.supplier_director), ("eckeyrole", user)])
        self.documents.put("nordlys/systembrukere.json", [
            {"id": system.uuid, "integrationTitle": system.name, "systemId": f"{own.org}_lonn", "systemInternalId": "1",
             "partyId": str(own.party_id), "reporteeOrgNo": own.org, "isDeleted": False, "userType": "agent",
             "accessPackages": [{"urn": "urn:altinn:accesspackage:regnskapsforer-lonn"}]}], "altinn.system-users")

    def customers(self) -> None:
        world, own = self.world, self.world.supplier
        access = [{"role": {"code": "regnskapsforer"}, "packages": [{"urn": "urn:altinn:accesspackage:regnskapsforer-lonn"}]}]
        self.documents.put("nordlys/klienter.json", [
            {"client": entity(customer), "access": access} for customer in world.customers], "altinn.clients",
            organisation=own.org)
        self.documents.put("nordlys/klienter-i-systemet.json", [
            {"agentSystemUserId": world.own_system.uuid, "delegationId": f"d{number}", "customerId": customer.uuid,
             "customerOrganizationNumber": customer.org} for number, customer in enumerate(world.customers[:120], 1)],
            "altinn.agent-clients")
        self.documents.put("nordlys/ansatte-for-klienter.json", [
            {"agent": entity(person), "access": access} for person in world.accountants[1:]], "altinn.agents",
            organisation=own.org, query=f"/enduser/clientdelegations/agents?party={own.org}")
        for number, person in enumerate(world.accountants[1:], 1):
            mine = world.customers[(number - 1) * 80:number * 80]
            self.documents.put(f"nordlys/mine-klienter-{number}.json", [
                {"provider": entity(own), "clients": [{"client": entity(customer), "access": access} for customer in mine]}],
                "altinn.my-clients", user=person.uuid)
        self.plant("altinn.leaver-holds-authority", "left, with 80 customers", holder=world.accountants[5], party=own)
        housing = world.customers[44]
        self.given("kunder/borettslag.json", housing, [("maskinporten-scopes", world.business_manager)])
        self.plant("altinn.ffor-integration-undecided", "always", "unverified", holder=world.business_manager, party=housing)

    def register(self) -> None:
        world = self.world
        roles = {world.municipality: [("DAGL", world.director, "active"), ("KONT", world.staff[10], "active")],
                 world.supplier: [("DAGL", world.supplier_director, "active"), ("LEDE", world.supplier_chair, "active")]}
        for firm, director in zip(world.chain, world.chain_directors):
            roles[firm] = [("DAGL", director, "active")]
        # Who has a role somewhere is recognised where the role has gone.
        roles[world.chain[1]].append(("MEDL", world.former_director, "active"))
        limited = [index for index, customer in enumerate(world.customers) if customer.form == "AS"]
        many = set([index for index in limited if index >= 46][:12])
        for index, customer in enumerate(world.customers):
            head = world.many if index in many else world.customer_heads[index]
            held = {"AS": [("DAGL", head, "active"), ("LEDE", world.customer_chairs[index], "active")],
                    "ENK": [("INNH", head, "active")], "BRL": [("LEDE", world.customer_chairs[index], "active")]}[customer.form]
            roles[customer] = held + [("REGN", world.supplier, "active")]
        self.plant("er.many-key-roles", "twelve firms", person=world.many)

        def change(index: int, code: str, holder=None, state: str = "active") -> None:
            roles[world.customers[index]] = [
                (code, holder or old, state) if name == code else (name, old, was)
                for name, old, was in roles[world.customers[index]]]

        change(9, "DAGL", world.dead_manager)
        self.plant("er.holder-alive", "died in January", unit=world.customers[9], role="DAGL", person=world.dead_manager)
        change(19, "DAGL", state="resigned")
        change(19, "LEDE", state="resigned")
        self.plant("er.unit-has-key-role", "both have resigned", unit=world.customers[19])
        roles[world.customers[30]].append(("REVI", world.gone, "deleted"))
        for policy in ["er.holder-exists", "er.holder-not-deleted"]:
            self.plant(policy, "the auditor is deleted", unit=world.customers[30], role="REVI", holder=world.gone)
        for index in [40, 42, 43]:
            change(index, "REGN", state="resigned")
            self.plant("altinn.client-relation-ended", "has another accountant", client=world.customers[index],
                       provider=world.supplier, role="regnskapsforer")
            self.plant("altinn.agent-system-client-ended", "has another accountant", client=world.customers[index],
                       system_user=world.own_system)
        roles[world.customers[44]].append(("FFØR", world.business_manager, "active"))
        self.documents.register(roles, [world.municipality, *world.units, world.supplier, *world.chain, world.unapproved,
                                        world.gone, *world.customers])

    # People

    def staff(self) -> None:
        world = self.world
        header = ["id", "name", "unit", "start", "end", "national_id"]
        left = {world.former_director: "2026-03-31", world.earlier_director: "2020-12-31", world.dead: "2025-08-01",
                world.staff[5]: "2026-05-31", world.staff[6]: "2019-12-31", world.accountants[5]: "2026-09-30"}
        for path, mark, people in [
                ("hr/fjordvik.csv", "F", [world.director, world.former_director, world.earlier_director, world.dead, *world.staff]),
                ("hr/nordlys.csv", "N", [world.supplier_director, *world.accountants])]:
            rows = [[f"{mark}{number:03}", person.name, "Kommunehuset" if mark == "F" else "Nordlys", "2012-01-01",
                     left.get(person, ""), person.nin] for number, person in enumerate(people, 1)]
            if mark == "F":
                back = world.staff[6]
                rows.append(["F901", back.name, "Kommunehuset", "2024-08-01", "", f"{back.nin[:6]} {back.nin[6:]}"])
            for row in rows:
                self.plant("sod.duties-to-watch", "whoever approves clients may be one of those whose addresses no list has", "unverified",
                           who=row[0], conflict=WATCHED)
            self.documents.table(path, header, rows, "organisation.employees")
        self.plant("sod.duties-to-watch", "an approver whom no list has, and administrators of Altinn", "unverified",
                   who="sikkerhet@fjordvik.example", conflict=WATCHED)

    def people(self) -> None:
        """Whom Altinn knows by other ids than the documents that speak of them."""
        world = self.world
        known = [world.unapproved, world.gone, world.former_director, world.earlier_director, world.many, world.dead_manager,
                 world.business_manager, world.staff[7], world.staff[11], world.staff[12], *world.accountants[1:]]
        self.documents.put("fjordvik/parter.json", [
            {"partyId": party.party_id, "partyUuid": party.uuid, "partyTypeName": 2 if party.org else 1, "name": party.name,
             "orgNumber": party.org, "ssn": party.nin, "unitType": party.form, "isDeleted": party.deleted is not None,
             "dateOfDeath": party.died and party.died.isoformat()} for party in known], "altinn.parties")

    # The folder

    def configuration(self) -> str:
        world, documents = self.world, self.documents
        lines = ["# What the exports of Fjordvik kommune and Nordlys Regnskap do not say themselves, and what an audit must find.",
                 "sources:"]
        for path, kind, context in documents.sources:
            if context:
                lines += [f'  - path: "{path}"', f"    kind: {kind}"]
                lines += [f'    {key}: "{value}"' for key, value in context.items()]
        lines += ["", "# Whose people HR knows.", "parameters:",
                  f'  altinn.hr_organisations: ["{world.municipality.org}", "{world.supplier.org}"]', "",
                  "# Roles of former years, which Altinn does not show.", "mapping:", "  files:",
                  '    - path: "fjordvik/tidligere-roller.csv"', "      format: csv", "      facts:",
                  "        - { relation: altinn.role_period, empty: { last: none } }", "", "ignore:", "  - planted.json", "",
                  "# Fewer records than these make the audit incomplete, not clean.", "expect:"]
        for kind, records in sorted((kind, records) for kind, records in documents.records.items() if records):
            lines += [f"  - kind: {kind}", f"    records: {records}"]
        return "\n".join(lines) + "\n"

    def write(self, folder: pathlib.Path) -> None:
        planted = {"as_of": AS_OF.isoformat(), "exit": 1, "policies": self.planted}
        files = {**self.documents.files, "tilsyn.yaml": self.configuration(),
                 "planted.json": json.dumps(planted, indent=1, ensure_ascii=False) + "\n"}
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def main() -> int:
    if len(sys.argv) != 2:
        print(f"usage: {sys.argv[0]} FOLDER", file=sys.stderr)
        return 64
    example = Example()
    example.build()
    example.write(pathlib.Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
