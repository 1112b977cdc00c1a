"""The second program itself: right leaves of every relation stand, and any one thing changed is found."""
import contextlib
import copy
import csv
import io
import json
import pathlib
import tempfile
import unittest

import check_leaves
from example import SMALL, generate
from raw_exports import Folder


def leaf(relation: str, values: dict, path: str, line: int, pointer: str = "") -> dict:
    text = ", ".join(f"{column}: {value if value in ('true', 'false') else json.dumps(value, ensure_ascii=False)}"
                     for column, value in values.items())
    return {"fact": f"{relation}({text})", "certain": True, "relation": relation, "values": values, "path": path,
            "line": line, "pointer": pointer}


def good_leaves(folder: pathlib.Path) -> list:
    """At least one leaf of each relation, written from the files with nothing but json."""
    found = []
    told = (folder / "tilsyn.yaml").read_text(encoding="utf-8")
    organisation = told.split("organisation: ", 1)[1][:36]
    users = "kitos/kommune/users-page-1.json"
    for index, user in enumerate(json.loads((folder / users).read_text(encoding="utf-8"))):
        place = (users, index + 2, f"/{index}")
        found.append(leaf("kitos.listed_user", {"user": user["uuid"], "email": user["email"].lower()}, *place))
        found.append(leaf("kitos.api_access", {
            "user": user["uuid"], "email": user["email"].lower(),
            "granted": "true" if user["apiAccess"] else "false"}, *place))
        found.append(leaf("kitos.member", {"user": user["uuid"], "organisation": organisation}, *place))
        for at, role in enumerate(user["roles"]):
            found.append(leaf("kitos.organisation_role", {
                "user": user["uuid"], "organisation": organisation, "role": role}, users, index + 2,
                f"/{index}/roles/{at}"))
    found.append(leaf("kitos.user_list", {"organisation": organisation}, users, 1))
    for relation, path in [("kitos.usage", "kitos/usages-page-1.json"),
                           ("kitos.contract", "kitos/contracts-page-1.json"),
                           ("kitos.data_processing", "kitos/data-processing-page-1.json")]:
        row = json.loads((folder / path).read_text(encoding="utf-8"))[1]
        name = row["systemContext"]["name"] if relation == "kitos.usage" else row["name"]
        found.append(leaf(relation, {"object": row["uuid"], "name": name, "organisation": organisation,
                                     "created_by": row["createdBy"]["uuid"]}, path, 3, "/1"))
        if row["lastModifiedBy"]:
            found.append(leaf(f"{relation}?modified_by", {
                "object": row["uuid"], "modified_by": row["lastModifiedBy"]["uuid"]}, path, 3, "/1"))
        entry = row["roles"][0]
        found.append(leaf(f"{relation}_role", {
            "object": row["uuid"], "user": entry["user"]["uuid"], "role": entry["role"]["uuid"]}, path, 3,
            "/1/roles/0"))
    for relation, stem in [("kitos.usage_role_type", "usage"), ("kitos.unit_role_type", "unit")]:
        path = f"kitos/role-types/{stem}.json"
        row = json.loads((folder / path).read_text(encoding="utf-8"))[0]
        found.append(leaf(relation, {"role": row["uuid"], "name": row["name"], "available": "true",
                                     "write": "true" if row["writeAccess"] else "false"}, path, 2, "/0"))
    path = "kitos/role-types/usage-withdrawn-1.json"
    row = json.loads((folder / path).read_text(encoding="utf-8"))
    found.append(leaf("kitos.usage_role_type", {"role": row["uuid"], "available": "false"}, path, 1))
    for relation, path in [("kitos.system", "kitos/systemkatalog.json"), ("kitos.interface", "kitos/snitflader.json")]:
        row = json.loads((folder / path).read_text(encoding="utf-8"))[1]
        found.append(leaf(relation, {"object": row["uuid"], "organisation": row["organizationContext"]["uuid"],
                                     "modified_by": row["lastModifiedBy"]["uuid"]}, path, 3, "/1"))
    path = "kitos/sekretariatet/systemintegratorer.json"
    row = json.loads((folder / path).read_text(encoding="utf-8"))[1]
    found.append(leaf("kitos.system_integrator", {"user": row["uuid"]}, path, 3, "/1"))
    for entry in Folder(str(folder)).entries:
        if entry.get("kind") == "kitos.api-v2.permissions":
            granted = json.loads((folder / entry["path"]).read_text(encoding="utf-8"))["modify"]
            found.append(leaf("kitos.permission", {
                "user": entry["user"], "object": entry["object"], "action": "modify",
                "granted": "true" if granted else "false"}, entry["path"], 1, "/modify"))
    path = "kitos/forsyning/odata-users.json"
    rows = json.loads((folder / path).read_text(encoding="utf-8"))["value"]
    numbers = {row["Id"]: row["Uuid"] for row in rows}
    for index, row in enumerate(rows):
        for at, right in enumerate(row["OrganizationRights"]):
            if right["Role"] == "LocalAdmin" and right["ObjectOwnerId"] in numbers:
                found.append(leaf("kitos.local_admin_made_by", {
                    "user": row["Uuid"], "maker": numbers[right["ObjectOwnerId"]]}, path, index + 2,
                    f"/value/{index}/OrganizationRights/{at}"))
    lines = (folder / "exchange/mailboxes.csv").read_text(encoding="utf-8-sig").splitlines()
    for number, line in enumerate(lines[2:], 3):
        name, primary, kind, addresses, refused, senders = line[1:-1].split('","')
        place = ("exchange/mailboxes.csv", number)
        if kind:
            found.append(leaf("mailbox.entry", {"mailbox": primary, "email": primary, "type": kind,
                                                "authenticated_senders_only": refused.lower()}, *place))
        for address in addresses.split(";"):
            if address.lower().startswith("smtp:"):
                found.append(leaf("mailbox.alias", {"mailbox": primary, "email": address[5:]}, *place))
        if senders:
            sender = senders.split(";")[0]
            found.append(leaf("mailbox.accepts_only_from", {"mailbox": primary, "sender": sender}, *place))
    lines = csv.reader((folder / "hr/employees.csv").read_text(encoding="utf-8").splitlines())
    for number, (person, name, email, unit, start, end) in enumerate(lines, 1):
        if number == 1:
            continue
        place = ("hr/employees.csv", number)
        found.append(leaf("employees.person", {"person": person, "name": name}, *place))
        found.append(leaf("person.listed", {"person": person, "source": "employees"}, *place))
        if email:
            found.append(leaf("employees.email", {"person": person, "email": email}, *place))
        found.append(leaf("employees.employment", {"employment": f"{person}/from {start}", "person": person, "unit": unit,
                                                   "start": start}, *place))
        if end:
            found.append(leaf("employees.employment?end", {"employment": f"{person}/from {start}", "end": end}, *place))
    return found


class CheckLeavesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.scratch.cleanup)
        cls.folder = generate(pathlib.Path(cls.scratch.name) / "small", "--seed", "5", *SMALL)
        cls.leaves = good_leaves(cls.folder)
        cls.checker = check_leaves.Checker(Folder(str(cls.folder)))

    def run_main(self, document: object) -> tuple[int, str]:
        path = pathlib.Path(self.scratch.name) / "proof.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = check_leaves.main([str(self.folder), str(path)])
        return code, said.getvalue()

    def test_right_leaves_stand(self):
        for one in self.leaves:
            with self.subTest(fact=one["fact"]):
                self.assertEqual(self.checker.check(one), one["relation"].partition("?")[0])

    def test_one_wrong_value_is_found(self):
        for one in self.leaves:
            for column, value in one["values"].items():
                wrong = copy.deepcopy(one["values"])
                other = value[:-1] + ("1" if value[-1] != "1" else "2")
                wrong[column] = {"true": "false", "false": "true"}.get(value, other)
                bad = leaf(one["relation"], wrong, one["path"], one["line"], one["pointer"])
                with self.subTest(fact=bad["fact"]), self.assertRaises(check_leaves.Wrong):
                    self.checker.check(bad)

    def test_wrong_line_is_found(self):
        for one in self.leaves:
            if one["relation"] in {"employees.person", "employees.email", "person.listed"}:
                continue  # two employments of one person are two rows
            with self.subTest(fact=one["fact"]), self.assertRaises(check_leaves.Wrong):
                self.checker.check({**one, "line": one["line"] + 1})

    def test_text_that_says_other_than_its_values_is_found(self):
        one = self.leaves[0]
        with self.assertRaises(check_leaves.Wrong):
            self.checker.check({**one, "values": {**one["values"], "name": "En Anden"}})

    def test_missing_file_pointer_and_unknown_relation_are_found(self):
        one = self.leaves[0]
        for bad in [{**one, "path": "kitos/no.json"}, {**one, "pointer": "/9999"}, {**one, "pointer": "/0/uuid/x"},
                    {**one, "fact": one["fact"].replace("listed_user", "unheard_of")}]:
            with self.subTest(bad=bad), self.assertRaises(check_leaves.Wrong):
                self.checker.check(bad)

    def test_leaves_are_found_in_trees_and_in_evidence(self):
        tree = {"rule": "…", "premises": [{"rule": "…", "premises": [self.leaves[0]]}, self.leaves[-1],
                                          {"absent": "mailbox.entry(…)", "searched": 3}]}
        self.assertEqual(self.run_main(tree)[0], 0)
        evidence = {key: self.leaves[0][key] for key in ["fact", "path", "line", "pointer"]}
        hole = {**evidence, "fact": "a page of exactly 250", "hole": True}
        code, said = self.run_main({"findings": [{"evidence": [evidence, hole]}]})
        self.assertEqual((code, "1 right, 0 wrong" in said), (0, True))

    def test_ends_in_1_for_a_wrong_leaf_and_for_no_leaf(self):
        code, said = self.run_main([{**self.leaves[0], "line": 1}])
        self.assertEqual(code, 1)
        self.assertIn("is at line 2, not 1", said)
        self.assertEqual(self.run_main({"premises": []})[0], 1)


if __name__ == "__main__":
    unittest.main()
