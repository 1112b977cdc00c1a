"""Changes that are planted in a copy of examples/kommune, and what follows of each: for diff.py.

Each is reasoned from what the exports mean and from the policies, whichever of the two sides is the earlier. No two touch one user, object
or mailbox, so that all together are the sum of each.
"""
import dataclasses
import json
import pathlib

KOMMUNE = "cd613e30-d8f1-4adf-91b7-584a2265b1f5"
STEEN, LENE, NIELS = "5062c1bf-606a-4e75-9264-be84c3271ea6", "646df6a5-42b3-42fb-a0fe-3d7b12c920da", "a74272ef-64e7-403d-91c9-5eef406a18b0"
DORTHE, RENE, FATIMA = "12d6b977-8c8e-4f6a-9727-c34cfd6d816c", "0bb5adf8-5b9c-4d9a-9e9a-7ba392a60e91", "9ee125b7-51e0-4086-81d2-29e743ebbb37"
SVEND, OVE, JENS = "07a36fb1-afe7-4487-b329-ed535c501e61", "91bef38b-798f-416a-99ba-10020ba26b5a", "a586eeec-774e-468a-9815-5290c85992d2"
RAADHUS, TASKS = "09f4eff9-0b3f-4940-aa3a-97bfa128e327", "84635f0d-3c46-4131-b1b2-8016c7c05f4b"
OVERVIEW, CATALOGUE = "f326a69f-fca8-49a7-95b9-ed15f29b3d7e", "652d29c9-adb2-4a8b-ab45-df10a3b6d038"
NEWCOMER = "7d0f7a34-2222-4a57-9d39-0c5f2f1e6a02"
OWNER_ROLE, LEGAL_ROLE = "e4b06ce6-0741-47a8-bce4-2c8218072e8c", "ad45f23d-3b1a-41df-987f-d2803bab6c39"
MEMBER_ROLE, DATA_ROLE, BUDGET_ROLE = "81f9c1f6-6c0f-4459-b79b-17aeefba91fc", "afbd67f9-6196-49cf-a198-8ad9f06c144a", "ec148cb4-8e73-4a47-aa90-a8f0d66b829e"
KIM, DIGITAL, WHOLE = "c02e9665-b7ea-494f-a074-f73fd51800a2", "f8cf5158-599e-4de8-9be4-84713eb92430", "51e11b8a-943f-4d9b-9d01-23ac313a4a5e"
STORM = "deef37c1-9ed3-464f-8c7b-47327ddc17df"
RENE_LISTED = f'{{"uuid":"{RENE}","name":"René Tang","email":"rene.tang@havnstrup.example"'
STORM_LISTED = f'{{"uuid":"{STORM}","name":"Storm Åge Lauridsen","email":"storm.lauridsen2@havnstrup.example"'
USERS = "kitos/kommune/users-page-{}.json"
TABLE = "kitos/kommune/brugere-overblik.csv"
CLOUD = "exchange/mailboxes-cloud.csv"


@dataclasses.dataclass
class Plant:
    name: str
    edit: object
    # (change, holder, right, place)
    rights: set = dataclasses.field(default_factory=set)
    # (change, policy, the first key of the subject)
    findings: set = dataclasses.field(default_factory=set)
    # (what happened to it: + - ~, relation, path): every changed fact
    facts: set = dataclasses.field(default_factory=set)
    # (change, path)
    documents: set = dataclasses.field(default_factory=set)


def line(folder: pathlib.Path, path: str, mark: str, old: str, new: str) -> None:
    """Replaces a text in the one line that has a mark."""
    file = folder / path
    lines = file.read_bytes().decode("utf-8").split("\n")
    places = [place for place, text in enumerate(lines) if mark in text and old in text]
    if len(places) != 1:
        raise SystemExit(f"diff_plants.py: {path} has {len(places)} lines with {mark} and {old}")
    lines[places[0]] = lines[places[0]].replace(old, new, 1)
    file.write_bytes("\n".join(lines).encode("utf-8"))


def drop(folder: pathlib.Path, path: str, mark: str) -> None:
    """Takes the one line with a mark away."""
    file = folder / path
    lines = file.read_bytes().decode("utf-8").splitlines(keepends=True)
    kept = [text for text in lines if mark not in text]
    if len(kept) != len(lines) - 1:
        raise SystemExit(f"diff_plants.py: {path} has {len(lines) - len(kept)} lines with {mark}")
    file.write_bytes("".join(kept).encode("utf-8"))


def first(folder: pathlib.Path, path: str, record: str) -> None:
    """Adds a record at the beginning of a list."""
    file = folder / path
    file.write_bytes(file.read_bytes().replace(b"[\n", b"[\n" + record.encode("utf-8") + b",\n", 1))


def held(folder: pathlib.Path, kind: str, role: str) -> list:
    """(user, object) of everybody who has a role on an object of a kind."""
    return [(one["user"]["uuid"], record["uuid"]) for path in sorted(folder.glob(f"kitos/{kind}-page-*.json"))
            for record in json.loads(path.read_bytes()) for one in record["roles"] if one["role"]["uuid"] == role]


# ---- what is changed

def contract_admin(folder):
    line(folder, USERS.format(1), STEEN, '["User"]', '["User","ContractModuleAdmin"]')


def local_admin_passed_on(folder):
    line(folder, USERS.format(3), RENE, '["User","LocalAdmin"]', '["User"]')
    # The secretariat gave the role to somebody's colleague: as many records as before.
    line(folder, "kitos/sekretariatet/lokale-administratorer.json", RENE, RENE_LISTED, STORM_LISTED)
    line(folder, USERS.format(1), STORM, '["User"]', '["User","LocalAdmin"]')
    line(folder, TABLE, "rene.tang@", ";Nej;Ja;Nej;", ";Nej;Nej;Nej;")
    line(folder, TABLE, "storm.lauridsen2@", ";Nej;Nej;Nej;", ";Nej;Ja;Nej;")


def role_given(folder):
    line(folder, "kitos/usages-page-1.json", '"uuid":"3bb42d9d-6653-4daf-b8d9-431f18610c9f"', '"roles":[',
         f'"roles":[{{"user":{{"uuid":"{NIELS}","name":"Niels Jensen"}},"role":{{"uuid":"{OWNER_ROLE}","name":"Systemejer"}}}},')


def role_taken(folder):
    line(folder, "kitos/contracts-page-1.json", '"uuid":"2dd66631-a98a-4ddc-a8ad-fdb0e8414d8d"',
         f'{{"user":{{"uuid":"{SVEND}","name":"Svend Rønne"}},"role":{{"uuid":"{LEGAL_ROLE}","name":"Juridisk rådgiver"}}}}', "")


def unit_role_writes(folder):
    line(folder, "kitos/role-types/unit.json", MEMBER_ROLE, '"writeAccess":false', '"writeAccess":true')


def usage_role_writes(folder):
    for path in ["usage.json", "usage-administration.json"]:
        line(folder, f"kitos/role-types/{path}", DATA_ROLE, '"writeAccess":false', '"writeAccess":true')


def contract_role_reads(folder):
    line(folder, "kitos/role-types/contract.json", BUDGET_ROLE, '"writeAccess":true', '"writeAccess":false')


def unit_moved(folder):
    line(folder, "kitos/kommune/enheder.json", DIGITAL, f'"parentOrganizationUnit":{{"uuid":"{WHOLE}","name":"Havnstrup Kommune"}}',
         '"parentOrganizationUnit":null')


def global_admin(folder):
    first(folder, "kitos/sekretariatet/globale-administratorer.json",
          f'{{"uuid":"{OVE}","name":"Ove Juhl","email":"ove.juhl@havnstrup.example"}}')


def user_comes(folder):
    first(folder, USERS.format(4), '{"firstName":"Ny","lastName":"Bruger","email":"ny.bruger@havnstrup.example","phoneNumber":"","apiAccess":false,'
          f'"roles":["User"],"uuid":"{NEWCOMER}","name":"Ny Bruger"}}')


def leaver(folder):
    line(folder, "hr/employees.csv", "M12394,", "2006-05-11,", "2006-05-11,2026-10-31")


def employee_listed(folder):
    file = folder / "hr/employees.csv"
    file.write_bytes(file.read_bytes().rstrip(b"\n") + "\nM99001,Nina Ny,nina.ny@havnstrup.example,Sygeplejen,2026-11-01,\n".encode())


def mailbox_of_a_person(folder):
    line(folder, CLOUD, '"kitos-raadhus@havnstrup.example"', '"SharedMailbox"', '"UserMailbox"')


def mailbox_answers_less(folder):
    line(folder, CLOUD, '"kitos-opgaveliste@havnstrup.example"', '"False"', '"True"')


def approved_by_the_asker(folder):
    line(folder, "registers/approvals.yaml", "reference: 2026/1028 ", "approved_by: info@kitos.example", "approved_by: soeren.toft@havnstrup-forsyning.example")


def mailbox_for_more(folder):
    line(folder, "registers/mailboxes.csv", "kitos-rollekatalog2@havnstrup.example;", ";Kitos API;", ";Driftsmeddelelser;")


def document_moved(folder):
    (folder / "kitos/slettede.json").rename(folder / "kitos/slettede i november.json")


def phone_changed(folder):
    line(folder, USERS.format(2), '"rene.tang2@havnstrup.example"', "00 34 00 87", "00 34 00 88")


def comment_changed(folder):
    line(folder, "tilsyn.yaml", "# Fewer records than last month", "Fewer", "Fewer ")


def catalogue_entry(folder):
    first(folder, "kitos/systemkatalog.json", '{"uuid":"7d0f7a34-1111-4a57-9d39-0c5f2f1e6a01","name":"Nyt system","organizationContext":{"uuid":"'
          + KOMMUNE + '","name":"Havnstrup Kommune"},"rightsHolder":null,"createdBy":{"uuid":"' + JENS + '","name":"Jens Al-Amin"},'
          '"lastModified":"2026-11-12T08:30:00Z","lastModifiedBy":{"uuid":"' + JENS + '","name":"Jens Al-Amin"},"parentSystem":null,"exposedInterfaces":[]}')


def plants(example: pathlib.Path) -> list:
    """All of them, with what follows. Who has a role is read from the exports."""
    legal = "Licensaftale BarnFjord"
    assert legal in (example / "kitos/contracts-page-1.json").read_text(encoding="utf-8")
    roles = "kitos.organisation_role"
    page = USERS.format
    return [
        Plant("an administrator of contracts", contract_admin, {("gained", STEEN, "ContractModuleAdmin", KOMMUNE)}, set(),
              {("+", roles, page(1))}, {("changed", page(1))}),
        Plant("a local administrator passes the role on", local_admin_passed_on,
              {("gained", STORM, "LocalAdmin", KOMMUNE), ("lost", RENE, "LocalAdmin", KOMMUNE)}, set(), {("+", roles, TABLE), ("-", roles, TABLE)},
              {("changed", TABLE), ("changed", page(1)), ("changed", page(3)), ("changed", "kitos/sekretariatet/lokale-administratorer.json")}),
        Plant("a role on a system is given", role_given, {("gained", NIELS, "Systemejer", "3bb42d9d-6653-4daf-b8d9-431f18610c9f")}, set(),
              {("+", "kitos.usage_role", "kitos/usages-page-1.json")}, {("changed", "kitos/usages-page-1.json")}),
        Plant("a role on a contract is taken", role_taken, {("lost", SVEND, "Juridisk rådgiver", "2dd66631-a98a-4ddc-a8ad-fdb0e8414d8d")}, set(),
              {("-", "kitos.contract_role", "kitos/contracts-page-1.json")}, {("changed", "kitos/contracts-page-1.json")}),
        Plant("a role on units may write", unit_role_writes, {("gained-indirectly", DORTHE, "Medarbejder", DIGITAL)}, set(),
              {("~", "kitos.unit_role_type", "kitos/role-types/unit.json")}, {("changed", "kitos/role-types/unit.json")}),
        Plant("a role on systems may write, as two lists say", usage_role_writes,
              {("gained-indirectly", user, "Dataejer", place) for user, place in held(example, "usages", DATA_ROLE)}, set(),
              {("~", "kitos.usage_role_type", "kitos/role-types/usage-administration.json")},
              {("changed", "kitos/role-types/usage.json"), ("changed", "kitos/role-types/usage-administration.json")}),
        Plant("a role on contracts may only read", contract_role_reads,
              {("lost-indirectly", user, "Budgetansvarlig", place) for user, place in held(example, "contracts", BUDGET_ROLE)}, set(),
              {("~", "kitos.contract_role_type", "kitos/role-types/contract.json")}, {("changed", "kitos/role-types/contract.json")}),
        Plant("a unit leaves the one above it", unit_moved, {("lost-indirectly", KIM, "Chef", DIGITAL)}, set(),
              {("-", "kitos.unit", "kitos/kommune/enheder.json")}, {("changed", "kitos/kommune/enheder.json")}),
        Plant("a global administrator", global_admin, {("gained", OVE, "GlobalAdmin", "")}, set(),
              {("+", "kitos.global_administrator", "kitos/sekretariatet/globale-administratorer.json")},
              {("changed", "kitos/sekretariatet/globale-administratorer.json")}),
        Plant("somebody new, whom neither personnel nor mailboxes know", user_comes, {("gained", NEWCOMER, "User", KOMMUNE)},
              {("new", "kitos.leaver-holds-no-right", NEWCOMER)},
              {("+", one, page(4)) for one in ["kitos.listed_user", roles, "kitos.member", "kitos.api_access"]}, {("changed", page(4))}),
        Plant("an employee has left", leaver, set(), {("new", "kitos.leaver-holds-no-right", FATIMA)},
              {("+", "employees.employment", "hr/employees.csv")}, {("changed", "hr/employees.csv")}),
        Plant("an employee comes, and has no rights", employee_listed, set(), set(),
              {("+", one, "hr/employees.csv") for one in
               ["employees.person", "employees.email", "employees.employment", "person.address", "person.listed"]}, {("changed", "hr/employees.csv")}),
        Plant("a mailbox becomes a person's", mailbox_of_a_person, set(),
              {("new", f"kitos.{one}", RAADHUS) for one in ["api-user-has-no-ui-access", "api-user-is-functional-mailbox", "api-user-is-not-a-person",
                                                            "leaver-holds-no-right"]},
              {("~", "mailbox.entry", CLOUD)}, {("changed", CLOUD)}),
        Plant("a mailbox takes no mail from outside", mailbox_answers_less, set(), {("new", "kitos.api-mailbox-receives-mail", TASKS)},
              {("~", "mailbox.entry", CLOUD)}, {("changed", CLOUD)}),
        Plant("who asked has approved", approved_by_the_asker, set(),
              {("new", "kitos.api-access-approved", OVERVIEW), ("new", "sod.conflicting-duties", "soeren.toft@havnstrup-forsyning.example")},
              {("~", "register.approval", "registers/approvals.yaml")}, {("changed", "registers/approvals.yaml")}),
        Plant("a mailbox is for other mail too", mailbox_for_more, set(), {("new", "kitos.api-mailbox-is-dedicated", CATALOGUE)},
              {("~", "register.mailbox", "registers/mailboxes.csv")}, {("changed", "registers/mailboxes.csv")}),
        Plant("a document has another name", document_moved, set(), set(), set(), {("moved", "kitos/slettede i november.json")}),
        Plant("a telephone number", phone_changed, set(), set(), set(), {("changed", page(2))}),
        Plant("a remark in the configuration", comment_changed, set(), set(), set(), {("changed", "tilsyn.yaml")}),
        Plant("a system in the catalogue", catalogue_entry, set(), set(), {("+", "kitos.system", "kitos/systemkatalog.json")},
              {("changed", "kitos/systemkatalog.json")}),
    ]
