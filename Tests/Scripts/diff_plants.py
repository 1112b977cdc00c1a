"""Changes that are planted in a copy of examples/kommune, and what follows of each: for diff.py.

Each is reasoned from what the exports mean and from the policies, whichever of the two sides is the earlier. No two touch one user, object
or mailbox, so that all together are the sum of each.
"""
import pathlib

from diff_plant import Plant, held

KOMMUNE = "cd613e30-d8f1-4adf-91b7-584a2265b1f5"
STEEN, LENE, NIELS = "5062c1bf-606a-4e75-9264-be84c3271ea6", "646df6a5-42b3-42fb-a0fe-3d7b12c920da", "a74272ef-64e7-403d-91c9-5eef406a18b0"
DORTHE, RENE, FATIMA = "12d6b977-8c8e-4f6a-9727-c34cfd6d816c", "0bb5adf8-5b9c-4d9a-9e9a-7ba392a60e91", "9ee125b7-51e0-4086-81d2-29e743ebbb37"
SVEND, OVE, JENS = "07a36fb1-afe7-4487-b329-ed535c501e61", "91bef38b-798f-416a-99ba-10020ba26b5a", "a586eeec-774e-468a-9815-5290c85992d2"
RAADHUS, TASKS = "09f4eff9-0b3f-4940-aa3a-97bfa128e327", "84635f0d-3c46-4131-b1b2-8016c7c05f4b"
OVERVIEW, CATALOGUE = "f326a69f-fca8-49a7-95b9-ed15f29b3d7e", "652d29c9-adb2-4a8b-ab45-df10a3b6d038"
NEWCOMER = "7d0f7a34-2222-4a57-9d39-0c5f2f1e6a02"
OWNER_ROLE, LEGAL_ROLE = "e4b06ce6-0741-47a8-bce4-2c8218072e8c", "ad45f23d-3b1a-41df-987f-d2803bab6c39"
MEMBER_ROLE, DATA_ROLE = "81f9c1f6-6c0f-4459-b79b-17aeefba91fc", "afbd67f9-6196-49cf-a198-8ad9f06c144a"
BUDGET_ROLE = "ec148cb4-8e73-4a47-aa90-a8f0d66b829e"
KIM, DIGITAL, WHOLE = "c02e9665-b7ea-494f-a074-f73fd51800a2", "f8cf5158-599e-4de8-9be4-84713eb92430", "51e11b8a-943f-4d9b-9d01-23ac313a4a5e"
STORM = "deef37c1-9ed3-464f-8c7b-47327ddc17df"
RENE_LISTED = f'{{"uuid":"{RENE}","name":"René Tang","email":"rene.tang@havnstrup.example"'
STORM_LISTED = f'{{"uuid":"{STORM}","name":"Storm Åge Lauridsen","email":"storm.lauridsen2@havnstrup.example"'
USERS = "kitos/kommune/users-page-{}.json"
TABLE = "kitos/kommune/brugere-overblik.csv"
CLOUD = "exchange/mailboxes-cloud.csv"


# ---- what is changed

def contract_admin(copy):
    copy.change(USERS.format(1), STEEN, '["User"]', '["User","ContractModuleAdmin"]')


def local_admin_passed_on(copy):
    copy.change(USERS.format(3), RENE, '["User","LocalAdmin"]', '["User"]')
    # The secretariat gave the role to somebody's colleague: as many records as before.
    copy.change("kitos/sekretariatet/lokale-administratorer.json", RENE, RENE_LISTED, STORM_LISTED)
    copy.change(USERS.format(1), STORM, '["User"]', '["User","LocalAdmin"]')
    copy.change(TABLE, "rene.tang@", ";Nej;Ja;Nej;", ";Nej;Nej;Nej;")
    copy.change(TABLE, "storm.lauridsen2@", ";Nej;Nej;Nej;", ";Nej;Ja;Nej;")


def role_given(copy):
    copy.change("kitos/usages-page-1.json", '"uuid":"3bb42d9d-6653-4daf-b8d9-431f18610c9f"', '"roles":[',
                f'"roles":[{{"user":{{"uuid":"{NIELS}","name":"Niels Jensen"}},"role":{{"uuid":"{OWNER_ROLE}","name":"Systemejer"}}}},')


def role_taken(copy):
    copy.change("kitos/contracts-page-1.json", '"uuid":"2dd66631-a98a-4ddc-a8ad-fdb0e8414d8d"',
                f'{{"user":{{"uuid":"{SVEND}","name":"Svend Rønne"}},"role":{{"uuid":"{LEGAL_ROLE}","name":"Juridisk rådgiver"}}}}', "")


def unit_role_writes(copy):
    copy.change("kitos/role-types/unit.json", MEMBER_ROLE, '"writeAccess":false', '"writeAccess":true')


def usage_role_writes(copy):
    for path in ["usage.json", "usage-administration.json"]:
        copy.change(f"kitos/role-types/{path}", DATA_ROLE, '"writeAccess":false', '"writeAccess":true')


def contract_role_reads(copy):
    copy.change("kitos/role-types/contract.json", BUDGET_ROLE, '"writeAccess":true', '"writeAccess":false')


def unit_moved(copy):
    copy.change("kitos/kommune/enheder.json", DIGITAL, f'"parentOrganizationUnit":{{"uuid":"{WHOLE}","name":"Havnstrup Kommune"}}',
                '"parentOrganizationUnit":null')


def global_admin(copy):
    copy.first("kitos/sekretariatet/globale-administratorer.json",
               f'{{"uuid":"{OVE}","name":"Ove Juhl","email":"ove.juhl@havnstrup.example"}}')


def user_comes(copy):
    copy.first(USERS.format(4), '{"firstName":"Ny","lastName":"Bruger","email":"ny.bruger@havnstrup.example","phoneNumber":"","apiAccess":false,'
               f'"roles":["User"],"uuid":"{NEWCOMER}","name":"Ny Bruger"}}')


def leaver(copy):
    copy.change("hr/employees.csv", "M12394,", "2006-05-11,", "2006-05-11,2026-10-31")


def employee_listed(copy):
    copy.last("hr/employees.csv", "M99001,Nina Ny,nina.ny@havnstrup.example,Sygeplejen,2026-11-01,")


def mailbox_of_a_person(copy):
    copy.change(CLOUD, '"kitos-raadhus@havnstrup.example"', '"SharedMailbox"', '"UserMailbox"')


def mailbox_answers_less(copy):
    copy.change(CLOUD, '"kitos-opgaveliste@havnstrup.example"', '"False"', '"True"')


def approved_by_the_asker(copy):
    copy.change("registers/approvals.yaml", "reference: 2026/1028 ", "approved_by: info@kitos.example",
                "approved_by: soeren.toft@havnstrup-forsyning.example")


def mailbox_for_more(copy):
    copy.change("registers/mailboxes.csv", "kitos-rollekatalog2@havnstrup.example;", ";Kitos API;", ";Driftsmeddelelser;")


def document_moved(copy):
    copy.rename("kitos/slettede.json", "kitos/slettede i november.json")


def phone_changed(copy):
    copy.change(USERS.format(2), '"rene.tang2@havnstrup.example"', "00 34 00 87", "00 34 00 88")


def comment_changed(copy):
    copy.change("tilsyn.yaml", "# Fewer records than last month", "Fewer", "Fewer ")


def catalogue_entry(copy):
    copy.first("kitos/systemkatalog.json", '{"uuid":"7d0f7a34-1111-4a57-9d39-0c5f2f1e6a01","name":"Nyt system","organizationContext":{"uuid":"'
               + KOMMUNE + '","name":"Havnstrup Kommune"},"rightsHolder":null,"createdBy":{"uuid":"' + JENS + '","name":"Jens Al-Amin"},'
               '"lastModified":"2026-11-12T08:30:00Z","lastModifiedBy":{"uuid":"' + JENS + '","name":"Jens Al-Amin"},"parentSystem":null,'
               '"exposedInterfaces":[]}')


def plants(example: pathlib.Path) -> list:
    """All of them, with what follows. Who has a role is read from the exports."""
    legal = "Licensaftale BarnFjord"
    assert legal in (example / "kitos/contracts-page-1.json").read_text(encoding="utf-8")
    roles = "kitos.organisation_role"
    page = USERS.format
    return [
        Plant("an administrator of contracts", contract_admin, {("gained", STEEN, "ContractModuleAdmin", KOMMUNE)}, set(),
              {("+", roles)}, {("changed", page(1))}),
        Plant("a local administrator passes the role on", local_admin_passed_on,
              {("gained", STORM, "LocalAdmin", KOMMUNE), ("lost", RENE, "LocalAdmin", KOMMUNE)}, set(), {("+", roles), ("-", roles)},
              {("changed", TABLE), ("changed", page(1)), ("changed", page(3)), ("changed", "kitos/sekretariatet/lokale-administratorer.json")}),
        Plant("a role on a system is given", role_given, {("gained", NIELS, "Systemejer", "3bb42d9d-6653-4daf-b8d9-431f18610c9f")}, set(),
              {("+", "kitos.usage_role")}, {("changed", "kitos/usages-page-1.json")}),
        Plant("a role on a contract is taken", role_taken, {("lost", SVEND, "Juridisk rådgiver", "2dd66631-a98a-4ddc-a8ad-fdb0e8414d8d")}, set(),
              {("-", "kitos.contract_role")}, {("changed", "kitos/contracts-page-1.json")}),
        Plant("a role on units may write", unit_role_writes, {("gained-indirectly", DORTHE, "Medarbejder", DIGITAL)}, set(),
              {("~", "kitos.unit_role_type")}, {("changed", "kitos/role-types/unit.json")}),
        Plant("a role on systems may write, as two lists say", usage_role_writes,
              {("gained-indirectly", user, "Dataejer", place) for user, place in held(example, "usages", DATA_ROLE)}, set(),
              {("~", "kitos.usage_role_type")},
              {("changed", "kitos/role-types/usage.json"), ("changed", "kitos/role-types/usage-administration.json")}),
        Plant("a role on contracts may only read", contract_role_reads,
              {("lost-indirectly", user, "Budgetansvarlig", place) for user, place in held(example, "contracts", BUDGET_ROLE)}, set(),
              {("~", "kitos.contract_role_type")}, {("changed", "kitos/role-types/contract.json")}),
        Plant("a unit leaves the one above it", unit_moved, {("lost-indirectly", KIM, "Chef", DIGITAL)}, set(),
              {("-", "kitos.unit")}, {("changed", "kitos/kommune/enheder.json")}),
        Plant("a global administrator", global_admin, {("gained", OVE, "GlobalAdmin", "")}, set(),
              {("+", "kitos.global_administrator")},
              {("changed", "kitos/sekretariatet/globale-administratorer.json")}),
        Plant("somebody new, whom neither personnel nor mailboxes know", user_comes, {("gained", NEWCOMER, "User", KOMMUNE)},
              {("new", "kitos.leaver-holds-no-right", NEWCOMER)},
              {("+", one) for one in ["kitos.listed_user", roles, "kitos.member", "kitos.api_access"]}, {("changed", page(4))},
              {roles, "kitos.listed_user"}),
        Plant("an employee has left", leaver, set(), {("new", "kitos.leaver-holds-no-right", FATIMA)},
              {("+", "employees.employment")}, {("changed", "hr/employees.csv")}),
        Plant("an employee comes, and has no rights", employee_listed, set(), set(),
              {("+", one) for one in
               ["employees.person", "employees.email", "employees.employment", "person.address", "person.listed"]},
              {("changed", "hr/employees.csv")}),
        Plant("a mailbox becomes a person's", mailbox_of_a_person, set(),
              {("new", f"kitos.{one}", RAADHUS) for one in ["api-user-has-no-ui-access", "api-user-is-functional-mailbox", "api-user-is-not-a-person",
                                                            "leaver-holds-no-right"]},
              {("~", "mailbox.entry")}, {("changed", CLOUD)}),
        Plant("a mailbox takes no mail from outside", mailbox_answers_less, set(), {("new", "kitos.api-mailbox-receives-mail", TASKS)},
              {("~", "mailbox.entry")}, {("changed", CLOUD)}),
        Plant("who asked has approved", approved_by_the_asker, set(),
              {("new", "kitos.api-access-approved", OVERVIEW), ("new", "sod.conflicting-duties", "soeren.toft@havnstrup-forsyning.example")},
              {("~", "register.approval")}, {("changed", "registers/approvals.yaml")}),
        Plant("a mailbox is for other mail too", mailbox_for_more, set(), {("new", "kitos.api-mailbox-is-dedicated", CATALOGUE)},
              {("~", "register.mailbox")}, {("changed", "registers/mailboxes.csv")}),
        Plant("a document has another name", document_moved, set(), set(), set(), {("moved", "kitos/slettede i november.json")}),
        Plant("a telephone number", phone_changed, set(), set(), set(), {("changed", page(2))}),
        Plant("a remark in the configuration", comment_changed, set(), set(), set(), {("changed", "tilsyn.yaml")}),
        Plant("a system in the catalogue", catalogue_entry, set(), set(), {("+", "kitos.system")},
              {("changed", "kitos/systemkatalog.json")}),
    ]
