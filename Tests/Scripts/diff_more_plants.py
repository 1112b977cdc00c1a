"""More changes that are planted in a copy of examples/kommune, of the kinds that mend something, and of whole documents: for diff.py.

As in diff_plants.py each is reasoned from what the exports mean and from the policies, and no two of both touch the same, but for those
that are tried alone.
"""
import pathlib

from diff_plant import Plant, held
from diff_plants import CLOUD, KOMMUNE, LENE, RENE, STEEN, TABLE, USERS

UTILITY = "1e2feb89-414c-443c-9027-c4d1c386bbc4"
ULLA, MAJA, SIMON = "746b0e69-c065-432e-9867-e754d5ecb8d0", "58cfac73-be6f-41de-bc21-2e47bb4aba77", "1b540cc9-17ae-40fe-85a0-b654347ecade"
KLIT, RAGNHILD, CAMILLA = "440902e4-968a-4b65-b677-978373424b15", "2836b8f1-9fef-4a1e-b7a6-8891eeb08df7", "b8e06cc1-9117-49f0-87e0-f91b608c3241"
RISKS, FLOWS, MONITOR = "0d14b7af-5125-4e1b-ae3d-4e84f8b60bd3", "482b8ddb-0066-41f1-8728-2e664172179e", "7f499940-4b6c-4b63-9323-07e5dc73e271"
MONITOR_TWO, DATA, DESK = "4121ba4f-d10c-4e99-acf0-6c9f7a2b1194", "e37337bd-d53d-4c3e-a847-7342f0d418e9", "72e71931-c189-428d-80ac-81259e75522f"
CASES, PLATFORM = "2e04f836-15d6-4bfc-87e7-efc74293f932", "5702a777-61b4-45c7-ba07-8f0e00b320c0"
CONTRACT, HARBOUR = "be9531b3-85b7-413d-9b5b-341465a2329d", "ec1cc5d2-efc9-45b5-a787-846cec75bd71"
SUPERUSER_ROLE, PROJECT_ROLE = "cd447e35-b8b6-48fe-842e-3d437204e52d", "be6521cc-3e24-44e3-baf0-27bc08d6af57"
ANSWER = "kitos/rettigheder/kitos-servicedesk2 havnstrup.json"
INTEGRATORS = "kitos/sekretariatet/systemintegratorer.json"


def api_flag(copy):
    copy.change(USERS.format(1), LENE, '"apiAccess":false', '"apiAccess":true')
    copy.change(TABLE, ";lene.kofoed@", ";Nej;Nej;Nej", ";Ja;Nej;Nej")


def address(copy):
    for path in [USERS.format(1), TABLE]:
        copy.change(path, "ulla.thomsen@havnstrup.example", "ulla.thomsen@", "ulla.thomsen-holm@")


def user_goes(copy):
    copy.drop(USERS.format(2), MAJA)
    copy.drop(TABLE, ";maja.frost@")


def second_organisation(copy):
    copy.first("kitos/forsyning/users-page-1.json", f'{{"uuid":"{SIMON}","name":"Simon Kofoed","firstName":"Simon","lastName":"Kofoed",'
               '"email":"simon.kofoed@havnstrup.example","phoneNumber":"","apiAccess":false,"roles":["User"]}')


def role_passed_on(copy):
    copy.change("kitos/contracts-page-2.json", f'"uuid":"{CONTRACT}"', f'{{"uuid":"{RAGNHILD}","name":"Ragnhild Havn"}}',
                f'{{"uuid":"{KLIT}","name":"Lene Klit"}}')


def role_renamed(copy):
    copy.change("kitos/role-types/usage-withdrawn-1.json", PROJECT_ROLE, '"Projektleder"', '"Projektchef"')


def role_withdrawn(copy):
    for path in ["usage.json", "usage-administration.json"]:
        copy.drop(f"kitos/role-types/{path}", SUPERUSER_ROLE)
    copy.new("kitos/role-types/usage-withdrawn-3.json",
             '{"isAvailable":false,"writeAccess":true,"isExternallyAvailable":false,"externallyAvailableDescription":null,"description":null,'
             f'"uuid":"{SUPERUSER_ROLE}","name":"Superbrugeransvarlig"}}\n')


def mailbox_shared(copy):
    copy.change(CLOUD, '"kitos-risikovurdering@havnstrup.example"', '"RemoteUserMailbox"', '"RemoteSharedMailbox"')


def mailbox_goes(copy):
    copy.drop(CLOUD, '"kitos-bi-udtraek@havnstrup.example"')


def approved_in_time(copy):
    copy.change("registers/approvals.yaml", "reference: 2026/1005 ", "date: 2026-12-10", "date: 2026-10-12")


def approval_goes(copy):
    copy.drop("registers/approvals.yaml", "reference: 2026/1035 ")


def employee_stays(copy):
    copy.change("hr/employees.csv", "M10006,", ",2026-11-19", ",")


def system_moves(copy):
    copy.change("kitos/systemkatalog.json", HARBOUR, f'{{"uuid":"{KOMMUNE}","name":"Havnstrup Kommune"}}',
                f'{{"uuid":"{UTILITY}","name":"Havnstrup Forsyning"}}')


def allowed_more(copy):
    copy.change(ANSWER, "modify", '"modify":false', '"modify":true')


def logged_in(copy):
    copy.change(TABLE, ";kitos-esdh-kobling@", ";01-02-2022;;", ";01-02-2022;03-11-2026;")


def integrator(copy):
    copy.first(INTEGRATORS, f'{{"uuid":"{PLATFORM}","name":"KITOS API Integrationsplatform",'
               '"email":"kitos-integrationsplatform2@havnstrup.example"}')


def local_admin_given(copy):
    copy.change(USERS.format(1), STEEN, '["User"]', '["User","LocalAdmin"]')


def local_admin_taken(copy):
    copy.change(USERS.format(3), RENE, '["User","LocalAdmin"]', '["User"]')
    copy.change(TABLE, "rene.tang@", ";Nej;Ja;Nej;", ";Nej;Nej;Nej;")
    copy.drop("kitos/sekretariatet/lokale-administratorer.json", RENE)


def fewer_administrators(copy):
    copy.change("tilsyn.yaml", "kitos.max_local_admins", "3", "2")


def deletions_go(copy):
    copy.remove("kitos/slettede.json")


def plants(example: pathlib.Path) -> list:
    page, roles = USERS.format, "kitos.organisation_role"
    types = "kitos/role-types/{}.json".format
    projects = held(example, "usages", PROJECT_ROLE)
    return [
        # Nobody asked Kitos about the new API user, nobody approved it, no register has the mailbox, which is a person's, who logs in. The
        # business role that the user has writes, and no table of the municipality says who gave it.
        Plant("a user becomes an API user", api_flag, {("gained", LENE, "API", "")},
              {("new", f"kitos.{one}", LENE) for one in
               ["api-user-has-no-ui-access", "api-user-is-functional-mailbox", "api-user-is-not-a-person", "permission-only-via-assigned-role",
                "write-assigned-by-local-admin", "api-access-approved", "api-mailbox-is-dedicated", "leaver-answers-for-no-mailbox",
                "api-user-in-one-organisation"]},
              {("~", "kitos.api_access")}, {("changed", page(1)), ("changed", TABLE)}, {"kitos.api_access"}),
        # No right is another's: the user is the same. HR does not know the new address, which is in the own domain.
        Plant("a user has another address", address, set(), {("new", "kitos.leaver-holds-no-right", ULLA)},
              {("~", "kitos.listed_user"), ("~", "kitos.api_access")}, {("changed", page(1)), ("changed", TABLE)}, {"kitos.listed_user"},
              may={("+", "kitos.listed_user"), ("-", "kitos.listed_user")}),
        Plant("a user goes", user_goes, {("lost", MAJA, "User", KOMMUNE)}, set(),
              {("-", f"kitos.{one}") for one in ["listed_user", "organisation_role", "member", "api_access", "last_login", "login_field",
                                                 "stakeholder_access"]}, {("changed", page(2)), ("changed", TABLE)}, {roles}),
        Plant("a user comes to a second organisation", second_organisation, {("gained", SIMON, "User", UTILITY)}, set(),
              {("+", roles), ("+", "kitos.member")}, {("changed", "kitos/forsyning/users-page-1.json")}, {roles}),
        Plant("a role on a contract is another's", role_passed_on,
              {("gained", KLIT, "Konsulent", CONTRACT), ("lost", RAGNHILD, "Konsulent", CONTRACT)}, set(), {("~", "kitos.contract_role")},
              {("changed", "kitos/contracts-page-2.json")}, {"kitos.contract_role"}),
        # A right is known by its name.
        Plant("a role has another name", role_renamed,
              {(change, user, name, place) for user, place in projects
               for change, name in [("gained-indirectly", "Projektchef"), ("lost-indirectly", "Projektleder")]}, set(),
              {("~", "kitos.usage_role_type")}, {("changed", types("usage-withdrawn-1"))}, {"kitos.usage_role_type"}),
        # Who has it keeps it; two of them are API users.
        Plant("a role is withdrawn", role_withdrawn, set(),
              {("new", "kitos.write-role-resolved", user) for user, _ in held(example, "usages", SUPERUSER_ROLE) if user in
               {"652d29c9-adb2-4a8b-ab45-df10a3b6d038", "990aa2c7-2975-4d96-81be-822218c8726b"}},
              {("~", "kitos.usage_role_type")},
              {("changed", types("usage")), ("changed", types("usage-administration")), ("appeared", types("usage-withdrawn-3"))},
              {"kitos.usage_role_type"}),
        # The register says what the mailbox is for, so that it is nobody's who left.
        Plant("a person's mailbox is shared", mailbox_shared, set(),
              {("fixed", f"kitos.{one}", RISKS) for one in ["api-user-has-no-ui-access", "api-user-is-functional-mailbox",
                                                            "api-user-is-not-a-person", "leaver-holds-no-right"]},
              {("~", "mailbox.entry")}, {("changed", CLOUD)}, {"mailbox.entry"}),
        Plant("a mailbox goes", mailbox_goes, set(),
              {("new", f"kitos.{one}", FLOWS) for one in ["api-user-has-no-ui-access", "api-user-is-functional-mailbox", "api-user-is-not-a-person",
                                                          "leaver-holds-no-right", "api-mailbox-receives-mail"]},
              {("-", "mailbox.entry"), ("-", "mailbox.alias")}, {("changed", CLOUD)}, {"mailbox.entry", "mailbox.alias"}),
        # Who made the local administrator one, no table of the municipality says. The day is part of what an approval is known by.
        Plant("an approval of next month is of last month", approved_in_time, set(), {("unverified-now", "kitos.api-access-approved", MONITOR)},
              {("+", "register.approval"), ("-", "register.approval")}, {("changed", "registers/approvals.yaml")}, {"register.approval"}),
        Plant("an approval goes", approval_goes, set(), {("fails-now", "kitos.api-access-approved", MONITOR_TWO)}, {("-", "register.approval")},
              {("changed", "registers/approvals.yaml")}, {"register.approval"}),
        Plant("somebody who left is back", employee_stays, set(), {("fixed", "kitos.leaver-holds-no-right", CAMILLA)},
              {("-", "employees.employment")}, {("changed", "hr/employees.csv")}, {"employees.employment"}),
        # An API user changed it last as rights holder of the municipality.
        Plant("a system of the catalogue is another organisation's", system_moves, set(),
              {("new", "kitos.catalogue-write-only-via-assigned-role", DATA)}, {("~", "kitos.system")}, {("changed", "kitos/systemkatalog.json")},
              {"kitos.system"}),
        Plant("Kitos lets an API user change a system", allowed_more, set(), {("new", "kitos.permission-only-via-assigned-role", DESK)},
              {("~", "kitos.permission")}, {("changed", ANSWER)}, {"kitos.permission"}),
        Plant("an API user has logged in", logged_in, set(), {("new", "kitos.api-user-has-no-ui-access", CASES)}, {("+", "kitos.last_login")},
              {("changed", TABLE)}, {"kitos.last_login"}),
        Plant("an API user becomes system integrator", integrator, set(), {("new", "kitos.write-only-not-as-integrator", PLATFORM)},
              {("+", "kitos.system_integrator")}, {("changed", INTEGRATORS)}, {"kitos.system_integrator"}),
        Plant("a fourth local administrator", local_admin_given, {("gained", STEEN, "LocalAdmin", KOMMUNE)},
              {("new", "kitos.local-admin-count", KOMMUNE)}, {("+", roles)}, {("changed", page(1))}, {roles}, alone=True),
        Plant("a local administrator less", local_admin_taken, {("lost", RENE, "LocalAdmin", KOMMUNE)}, set(), {("-", roles)},
              {("changed", page(3)), ("changed", TABLE), ("changed", "kitos/sekretariatet/lokale-administratorer.json")}, {roles}, alone=True),
        # Three are one too many now; from the other side the rule is another, and nothing is mended.
        Plant("another parameter", fewer_administrators, set(), {("new", "kitos.local-admin-count", KOMMUNE)}, set(), {("changed", "tilsyn.yaml")},
              set(), {"kitos.local-admin-count"}, back={("unjudged", "kitos.local-admin-count", KOMMUNE)}, alone=True),
        Plant("the list of what was deleted goes", deletions_go, set(), set(), {("-", "kitos.deleted_object")},
              {("disappeared", "kitos/slettede.json")}, alone=True),
    ]
