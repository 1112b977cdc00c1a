#!/usr/bin/env python3
"""Checks that every leaf of a proof stands in the raw export, at the file and line that it names.

usage: check_leaves.py FOLDER PROOF.json…     each is the JSON of `tilsyn why`, or a result with `evidence`

A second program: it shares no code with the engine or the importers, opens the file, goes to the line and the pointer,
and looks for every value of the leaf's fact in the record that it finds there. Prints each leaf that is not so, and how
many of each relation were; ends in 1 where a leaf is wrong, or where there is none.
"""
import io
import json
import pathlib
import re
import sys
import zipfile
from collections import Counter

from leaf_facts import Wrong, get, leaves, parse_fact, plain, same
from raw_exports import Folder, RawFile

OBJECTS = {"kitos.usage", "kitos.contract", "kitos.data_processing"}
ENTRIES = {"kitos.system", "kitos.interface"}
ROLES = {f"{name}_role" for name in OBJECTS}
ROLE_TYPES = {f"{name}_role_type" for name in OBJECTS} | {"kitos.unit_role_type"}


class Checker:
    def __init__(self, folder: Folder):
        self.folder = folder

    def check(self, leaf: dict) -> str:
        """The relation of a leaf that stands; throws `Wrong` otherwise."""
        relation, values = parse_fact(leaf["fact"])
        if "values" in leaf:
            named = {column: plain(value) for column, value in leaf["values"].items()}
            spoken = {column: plain(value) for column, value in values.items()}
            if any(named[column] != spoken[column] for column in named.keys() & spoken.keys()):
                raise Wrong("the text of the fact and its values disagree")
            values = {**values, **leaf["values"]}
        base, _, _ = relation.partition("?")
        told = {column: plain(value) for column, value in values.items() if plain(value) not in {"_", "none"}}
        if not told:
            raise Wrong("a fact without a value")
        try:
            file = self.folder.file(leaf["path"])
        except OSError as error:
            raise Wrong(f"cannot be opened: {error}") from None
        if base.startswith("register."):
            check = self.register
        elif base in {"kitos.document", "system.loaded"}:
            return base
        elif file.data.startswith(b"PK"):
            check = self.workbook
        elif file.is_csv and base.startswith("kitos."):
            check = self.overview
        else:
            check = self.csv if file.is_csv else self.kitos
        check(base, told, file, leaf)
        return base

    # Kitos

    def record(self, file: RawFile, leaf: dict) -> tuple[dict, list]:
        """The record (an element of the list, or the whole document), and the tokens from it to the leaf's value."""
        pointer = leaf.get("pointer") or ""
        try:
            line, value = file.json_place(pointer)
            tokens = pointer.split("/")[1:]
            is_list = file.text[file.skip(0)] == "["
            first, record = file.json_place("/" + tokens[0]) if is_list and tokens else file.json_place("")
        except (KeyError, ValueError, IndexError):
            raise Wrong(f"no value at `{pointer}`") from None
        if leaf["line"] not in {line, first}:
            raise Wrong(f"`{pointer}` is at line {line}, not {leaf['line']}")
        return record, (tokens[1:] if is_list else tokens)

    def organisation(self, told: dict, leaf: dict) -> None:
        if "organisation" in told:
            context = self.folder.told(leaf["path"], "organisation")
            if context is None:
                raise Wrong("nothing says which organisation the list is of")
            same("organisation", told["organisation"], context)

    def register(self, relation: str, told: dict, file: RawFile, leaf: dict) -> None:
        """A row of a register; an entry of the YAML form stands on one line in the example."""
        if file.is_csv:
            row = file.csv_row(leaf["line"])
        else:
            line = file.text.splitlines()[leaf["line"] - 1]
            row = dict(part.split(": ", 1) for part in line.strip().removeprefix("- {").strip(" }").split(", "))
        names = {"subject_email": "subject", "owner_email": "owner", "deputy_email": "deputy"}
        for column, value in told.items():
            if column == "approval":
                continue
            column = "copied_to" if relation.endswith("_copied_to") else names.get(column, column)
            if value.lower() not in row.get(column, "").lower():
                raise Wrong(f"{column} is `{value}`, the row has `{row.get(column)}`")

    def workbook(self, relation: str, told: dict, file: RawFile, leaf: dict) -> None:
        """A row of a sheet, by its number: the address stands in it."""
        if relation == "kitos.user_list":
            return
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        row = re.search(rf'<row r="{leaf["line"]}">(.*?)</row>', sheet, re.S)
        cells = [cell.lower() for cell in re.findall(r"<t>(.*?)</t>", row[1])] if row else []
        if told.get("email", "").lower() not in ["", *cells]:
            raise Wrong(f"row {leaf['line']} has no `{told['email']}`")

    OVERVIEW = {"LocalAdmin": "Lokal Admin", "OrganizationModuleAdmin": "Organisations Admin",
                "SystemModuleAdmin": "System Admin", "ContractModuleAdmin": "Kontrakt Admin",
                "RightsHolderAccess": "Rettighedshaveradgang"}

    def overview(self, relation: str, told: dict, file: RawFile, leaf: dict) -> None:
        """A row of the exported user table. The uuid of its user stands in another document."""
        if relation == "kitos.user_list":
            return
        row = file.csv_row(leaf["line"])
        if "email" in told:
            same("email", told["email"], row["Email"])
        if relation == "kitos.api_access":
            same("granted", told["granted"], row["API bruger"] == "Ja")
        elif relation == "kitos.organisation_role":
            same("role", "Ja", row[self.OVERVIEW[told["role"]]])
        elif relation == "kitos.last_login":
            day, month, year = row["Seneste login"].split("-")
            same("day", told["day"], f"{year}-{month}-{day}")

    def table(self, relation: str, told: dict, file: RawFile, leaf: dict) -> None:
        """The table behind the pages: a right of a user, or the user."""
        tokens = leaf.get("pointer", "").split("/")[1:]
        try:
            line, user = file.json_place("/" + "/".join(tokens[:2]))
            value = file.json_place(leaf["pointer"])[1]
        except (KeyError, ValueError, IndexError):
            raise Wrong("no value at the pointer") from None
        if leaf["line"] != line:
            raise Wrong(f"the user is at line {line}, not {leaf['line']}")
        if relation == "kitos.document_with_credentials":
            same("place", tokens[-1], "Password")
            return
        found = {"user": user["Uuid"], "email": user["Email"], "granted": bool(user["HasApiAccess"]),
                 "name": f"{user['Name']} {user['LastName']}".strip()}
        if len(tokens) > 2:
            found["role"] = value["Role"]["Uuid"] if isinstance(value["Role"], dict) else value["Role"]
            if "Object" in value:
                found |= {"object": value["Object"]["Uuid"], "write": value["Role"]["HasWriteAccess"],
                          "name": value["Role"]["Name"]}
            givers = [u["Uuid"] for u in file.json_place("/value")[1] if u["Id"] == value["ObjectOwnerId"]]
            found["granted_by"] = found["maker"] = givers[0] if givers else None
            if relation == "kitos.local_admin_made_by":
                same("role", "LocalAdmin", found["role"])
        if relation == "kitos.last_login":
            found["day"] = user["LastLogin"][:10]
        for column, text in told.items():
            if column != "organisation":
                same(column, text, found.get(column))

    def kitos(self, relation: str, told: dict, file: RawFile, leaf: dict) -> None:
        if (leaf.get("pointer") or "").startswith("/value/") or file.text.startswith('{"@odata'):
            if relation != "kitos.user_list":
                self.table(relation, told, file, leaf)
            return
        record, inner = self.record(file, leaf)
        if relation == "kitos.permission":
            for column in told.keys() & {"user", "object"}:
                same(column, told[column], self.folder.told(leaf["path"], column))
            same("granted", told.get("granted", "true"), get(record, told["action"]))
            return
        if relation == "kitos.system_integrator":
            same("user", told["user"], record["uuid"])
            return
        if relation in {"kitos.global_administrator", "kitos.active_in"}:
            same("user", told["user"], record["uuid"])
            if "organisation_name" in told and told["organisation_name"] not in record["organizationsWhereActive"]:
                raise Wrong("the record names no such organisation")
            return
        if relation == "kitos.user_list":
            self.organisation(told, leaf)
            return
        if isinstance(record, list):
            raise Wrong("the place is the whole list, not a record")
        if relation in {"kitos.listed_user", "kitos.api_access", "kitos.member", "kitos.organisation_role"}:
            keys = {"user": ["uuid"], "email": ["email"], "name": ["name"], "granted": ["apiAccess"]}
            self.fields(told, record, keys, besides={"organisation", "role"})
            self.organisation(told, leaf)
            if relation == "kitos.organisation_role":
                self.held_role(told, record, inner)
        elif relation in ROLE_TYPES:
            self.fields(told, record, {"role": ["uuid"], "name": ["name"], "write": ["writeAccess"]}, {"available"})
            if "available" in told:
                # A list holds only what is available; a document of one role says it.
                same("available", told["available"], record.get("isAvailable", True))
        elif relation in OBJECTS | ENTRIES:
            name = ["systemContext", "name"] if relation == "kitos.usage" else ["name"]
            self.fields(told, record, {
                "object": ["uuid"], "name": name, "organisation": ["organizationContext", "uuid"],
                "created_by": ["createdBy", "uuid"], "modified_by": ["lastModifiedBy", "uuid"],
                "rights_holder": ["rightsHolder", "uuid"]})
        elif relation in ROLES:
            self.fields(told, record, {"object": ["uuid"]}, {"user", "role"})
            entries = get(record, "roles")
            if len(inner) > 1 and inner[0] == "roles":
                entries = [entries[int(inner[1])]]
            pairs = {(entry["user"]["uuid"].lower(), entry["role"]["uuid"].lower()) for entry in entries}
            wanted = (told.get("user", "").lower(), told.get("role", "").lower())
            if not any(all(want in {"", have} for want, have in zip(wanted, pair)) for pair in pairs):
                raise Wrong(f"the record gives {wanted[0]} no role {wanted[1]}")
        else:
            raise Wrong(f"no check for `{relation}` in JSON")

    @staticmethod
    def fields(told: dict, record: dict, keys: dict, besides: set = frozenset()) -> None:
        for column, value in told.items():
            if column in keys:
                same(column, value, get(record, *keys[column]))
            elif column not in besides:
                raise Wrong(f"no check for column `{column}`")

    @staticmethod
    def held_role(told: dict, record: dict, inner: list) -> None:
        roles = get(record, "roles")
        if len(inner) > 1 and inner[0] == "roles":
            roles = [roles[int(inner[1])]]
        if told.get("role") not in roles:
            raise Wrong(f"role `{told.get('role')}` is not in the record's {roles}")

    # The organisation's own exports

    def csv(self, relation: str, told: dict, file: RawFile, leaf: dict) -> None:
        try:
            row = {title.lower(): cell for title, cell in file.csv_row(leaf["line"]).items()}
        except KeyError:
            raise Wrong(f"no record begins at line {leaf['line']}") from None

        def cell(title: str) -> str:
            if title not in row:
                raise Wrong(f"the file has no column `{title}`")
            return row[title]

        for column, value in told.items():
            if relation.startswith("mailbox.") and column == "mailbox":
                same(column, value, cell("primarysmtpaddress"))
            elif relation == "mailbox.entry":
                titles = {"email": "primarysmtpaddress", "type": "recipienttypedetails",
                          "authenticated_senders_only": "requiresenderauthenticationenabled"}
                raw = cell(titles[column])
                same(column, value, raw.lower() if column == "authenticated_senders_only" else raw)
            elif relation == "mailbox.alias":
                addresses = [part[5:].lower() for part in re.split(r"[;,\s]+", cell("emailaddresses"))
                             if part.lower().startswith("smtp:")]
                if value.lower() not in addresses:
                    raise Wrong(f"`{value}` is none of the record's addresses {addresses}")
            elif relation == "mailbox.accepts_only_from":
                entries = [entry.strip() for title, text in row.items() if title.startswith("acceptmessagesonlyfrom")
                           for entry in re.split(r"[;,]", text)]
                if value not in entries:
                    raise Wrong(f"`{value}` is none of the record's senders {entries}")
            elif relation.startswith("employees."):
                if column == "employment":
                    same(column, re.sub(r"#\d+$", "", value), f"{cell('id').strip()}/from {cell('start').strip()}")
                else:
                    same(column, value, cell("id" if column == "person" else column))
            elif relation == "person.listed":
                # A row of the personnel list says of itself whose list it is.
                same(column, value, cell("id") if column == "person" else "employees")
            else:
                raise Wrong(f"no check for `{relation}` in CSV")


def main(arguments: list) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    checker, right, wrong = Checker(Folder(arguments[0])), Counter(), 0
    for path in arguments[1:]:
        found = leaves(json.loads(pathlib.Path(path).read_text(encoding="utf-8")), [])
        if not found:
            print(f"{path}: no leaf")
            wrong += 1
        for leaf in found:
            try:
                right[checker.check(leaf)] += 1
            except Wrong as error:
                wrong += 1
                print(f"{leaf['path']}:{leaf['line']}{leaf.get('pointer') or ''}: {leaf['fact']}: {error}")
    for relation, count in sorted(right.items()):
        print(f"{relation}: {count} leaves stand in the export")
    print(f"{sum(right.values())} right, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
