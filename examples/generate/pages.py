"""What a person with a browser gets out of Kitos: the exported user table, the table behind it, the secretariat's lists."""
import csv
import datetime

from plants import CONTRACT, PROCESSING, USAGE
from staff import AS_OF

OVERVIEW, TABLE = "kitos.ui.users", "kitos.odata.users"
CROSS, GLOBAL_ADMINS = "kitos.internal.cross-organisation-users", "kitos.internal.global-admins"
RIGHTS = {USAGE: "ItSystemRights", CONTRACT: "ItContractRights", PROCESSING: "DataProcessingRegistrationRights"}
TITLES = ["Navn", "Email", "Oprettet af: Bruger", "Oprettet", "Seneste login", "Organisations roller", "API bruger",
          "Lokal Admin", "Organisations Admin", "System Admin", "Kontrakt Admin", "Rettighedshaveradgang",
          "Interessentadgang"]
ROLES = ["LocalAdmin", "OrganizationModuleAdmin", "SystemModuleAdmin", "ContractModuleAdmin", "RightsHolderAccess"]
# A table that an administrator exported a month earlier: one flag was given since.
STALE = 1


class Pages:
    def __init__(self, exports, seed: int):
        self.exports, self.kitos, self.rng = exports, exports.kitos, exports.rng
        # Both answers occur: with the secretariat's lists nothing is hidden, without them global administrators are.
        self.has_secretariat = seed % 2 == 1

    def write(self) -> None:
        self.overview()
        self.table()
        if self.has_secretariat:
            self.cross_organisation()
            self.global_admins()

    def last_login(self, user) -> datetime.date | None:
        """People log in; an API user has done so only where the account was a person's before."""
        if user.api:
            return AS_OF - datetime.timedelta(days=140) if user.plant.address in {"present", "past"} else None
        return AS_OF - datetime.timedelta(days=int(user.id[:2], 16))

    def overview(self) -> None:
        """`Brugere Overblik` of the municipality, all columns, saved as CSV."""
        members = self.kitos.municipality.members
        rows, api_index = [], 0
        for user in self.kitos.users:
            if user.id not in members:
                continue
            login = self.last_login(user)
            is_api = user.api and not (user.api and api_index == STALE)
            api_index += user.api
            yes = ["Ja" if flag else "Nej" for flag in [is_api, *(role in members[user.id] for role in ROLES), False]]
            rows.append([user.name, user.email, "Ingen", "01-02-2022", login.strftime("%d-%m-%Y") if login else "", "",
                         *yes])
        text = self.exports.table(TITLES, rows, ";", csv.QUOTE_MINIMAL, "\r\n")
        path = "kitos/kommune/brugere-overblik.csv"
        self.exports.put(path, text.encode("cp1252", errors="replace") if self.exports.other_dialect else text.encode())
        self.exports.sources.append((path, OVERVIEW, self.kitos.municipality.id, len(rows)))

    def table(self) -> None:
        """The user table behind the page of the utility, with a password that should not be there."""
        utility = self.kitos.utility
        users = [user for user in self.kitos.users if user.id in utility.members]
        numbers = {user.id: index + 11 for index, user in enumerate(users)}
        admins = [user.id for user in users if "LocalAdmin" in utility.members[user.id]]
        # Most API users there got their roles from a colleague who is no administrator.
        colleague = next(user.id for user in users if utility.members[user.id] == ["User"] and not user.api)
        rows = [self.table_row(user, numbers, [colleague] if user.api and not user.plant.well_given else admins, index)
                for index, user in enumerate(users)]
        rows[0]["Password"] = rows[0]["Salt"] = "not-a-real-one"
        document = {"@odata.context": "https://kitos.example/odata/$metadata#Users", "@odata.count": len(rows),
                    "value": rows}
        self.exports.document("kitos/forsyning/odata-users.json", document, TABLE, utility.id, len(rows))

    def table_row(self, user, numbers: dict, admins: list, index: int) -> dict:
        login = self.last_login(user)
        # Every fourth role was given by somebody who is in no table here, and so was that of the administrators.
        administers = "LocalAdmin" in self.kitos.utility.members[user.id]
        giver = 9000 if administers or (index % 4 == 3 and not user.api) else numbers[admins[index % len(admins)]]
        row = {"Id": numbers[user.id], "Name": user.first, "LastName": user.last, "Email": user.email,
               "Deleted": False, "DeletedDate": None, "HasApiAccess": True if user.api else None,
               "HasStakeHolderAccess": index % 9 == 0, "IsGlobalAdmin": False, "IsSystemIntegrator": False,
               "LastLogin": f"{login.isoformat()}T08:15:00.5Z" if login else None, "Uuid": user.id,
               "OrganizationRights": [{"Role": role, "ObjectOwnerId": giver}
                                      for role in self.kitos.utility.members[user.id]],
               "OrganizationUnitRights": []}
        for kind, key in RIGHTS.items():
            writes = {role: write for types in [self.kitos.role_types[kind], self.kitos.withdrawn[kind]]
                      for role, _, write in types}
            # Roles that nobody can look up were given after the table was made.
            row[key] = [{"ObjectOwnerId": giver, "Object": {"Uuid": subject.id},
                         "Role": {"HasWriteAccess": writes[role], "Name": name, "Uuid": role}}
                        for subject in self.kitos.subjects[kind] for holder, _, role, name in subject.holders
                        if holder == user.id and role in writes]
        return row

    def cross_organisation(self) -> None:
        rows = []
        for user in self.kitos.users:
            active = [organisation.name for organisation in self.kitos.organisations if user.id in organisation.members]
            if user.api:
                rows.append({"uuid": user.id, "name": user.name, "email": user.email, "apiAccess": True,
                             "stakeholderAccess": False, "organizationsWhereActive": active})
        self.exports.document("kitos/sekretariatet/tvaergaaende.json", rows, CROSS)

    def global_admins(self) -> None:
        rows = [{"uuid": self.kitos.global_admin[0], "name": "Sekretariatets Administrator",
                 "email": "administrator@kitos.example"}]
        rows += [{"uuid": user.id, "name": user.name, "email": user.email} for user in self.kitos.users
                 if getattr(user.plant, "global_admin", False)]
        self.exports.document("kitos/sekretariatet/globale-administratorer.json", rows, GLOBAL_ADMINS)
