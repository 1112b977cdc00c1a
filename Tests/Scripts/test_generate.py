"""The generator: the same bytes each time, the real shapes, and every verdict of every policy."""
import csv
import json
import pathlib
import re
import tempfile
import unittest

from example import COMMITTED, SMALL, generate

NOT_GENERATED = {"README.md", ".gitattributes"}


def contents(folder: pathlib.Path) -> dict:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in NOT_GENERATED}


class GenerateTests(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        self.addCleanup(self.scratch.cleanup)

    def test_committed_example_is_what_the_generator_writes(self):
        self.assertEqual(contents(generate(self.folder / "a")), contents(COMMITTED))

    def test_same_seed_same_bytes_other_seed_other_bytes(self):
        first = contents(generate(self.folder / "a", "--seed", "7", *SMALL))
        again = contents(generate(self.folder / "b", "--seed", "7", *SMALL))
        other = contents(generate(self.folder / "c", "--seed", "8", *SMALL))
        self.assertEqual(first, again)
        self.assertNotEqual(first["planted.json"], other["planted.json"])

    def test_writing_over_a_larger_municipality_leaves_none_of_its_pages(self):
        generate(self.folder / "a", "--employees", "3000")
        self.assertEqual(contents(generate(self.folder / "a", *SMALL)), contents(generate(self.folder / "b", *SMALL)))

    def test_every_policy_shows_every_verdict(self):
        # With --faults, because a list of which a record cannot be used is the only way to doubt a count of
        # administrators. An odd seed has the secretariat's lists and no stated domains, an even one the other way round:
        # what the one decides, the other leaves open.
        totals: dict = {}
        folders = [generate(self.folder / seed, "--seed", seed, "--faults", *SMALL) for seed in ["1", "2"]]
        for folder in [*folders, COMMITTED]:
            planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
            self.assertEqual(len(planted["policies"]), 26)
            for policy, outcome in planted["policies"].items():
                with self.subTest(folder=folder.name, policy=policy):
                    self.assertEqual(outcome["population"],
                                     outcome["fail"] + outcome["unverified"] + outcome["pass"] + outcome["exempt"])
                    listed = [finding["verdict"] for finding in outcome["findings"]]
                    self.assertEqual(listed.count("fail"), outcome["fail"])
                    self.assertEqual(listed.count("unverified"), outcome["unverified"] + outcome["population_holes"])
                for verdict in ["fail", "unverified", "pass"]:
                    totals[policy, verdict] = totals.get((policy, verdict), 0) + outcome[verdict]
                totals[policy, "unverified"] += outcome["population_holes"]
        # What a system integrator changed no export shows: that policy keeps the question open, and never fails. Of a right in Kitos
        # nothing says since when it is, nor with which unit of HR it goes: who has not begun fails, and who has moved is open.
        self.assertEqual([key for key, count in totals.items() if count == 0], [
            ("kitos.write-only-not-as-integrator", "fail"), ("hr.not-yet-started-holds-right", "pass"),
            ("hr.mover-keeps-right", "fail"), ("hr.mover-keeps-right", "pass")])

    def test_lists_have_pages_of_250_and_a_shorter_last_one(self):
        lists: dict = {}
        for path in sorted(COMMITTED.glob("kitos/**/*-page-*.json")):
            rows = json.loads(path.read_text(encoding="utf-8"))
            lists.setdefault(path.as_posix().rpartition("-page-")[0], []).append(rows)
        for stem, pages in lists.items():
            with self.subTest(stem=stem):
                self.assertTrue(all(len(page) == 250 for page in pages[:-1]))
                self.assertLess(len(pages[-1]), 250)
                ids = [row["uuid"] for page in pages for row in page]
                self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(sorted(len(pages) for pages in lists.values()), [1, 1, 2, 2, 2, 4])

    def test_everybody_named_in_a_role_is_listed_but_the_planted_strangers(self):
        listed, holders = set(), set()
        for path in COMMITTED.glob("kitos/*/users-*.json"):
            listed |= {row["uuid"] for row in json.loads(path.read_text(encoding="utf-8"))}
        for path in COMMITTED.glob("kitos/*-page-*.json"):
            for row in json.loads(path.read_text(encoding="utf-8")):
                holders |= {entry["user"]["uuid"] for entry in row["roles"]}
        self.assertEqual(len(holders - listed), 2)

    def test_one_person_may_have_several_employments_but_not_two_that_start_together(self):
        with (COMMITTED / "hr/employees.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        keys = [(row["id"], row["start"]) for row in rows]
        self.assertEqual(len(keys), len(set(keys)))
        self.assertEqual(len({row["id"] for row in rows}), 8000)
        self.assertGreater(len(rows), 8000)

    def test_every_address_is_one(self):
        for path, data in contents(COMMITTED).items():
            # An approval without a reference of its own is called by whom it is for, and the day.
            found = set(re.findall(rb"[^\s\":;,<>\[/]*@[^\s\";,<\]/]*", data)) - {b"@odata.context", b"@odata.count"}
            good = re.compile(rb"[A-Za-z0-9][A-Za-z0-9.-]*@[A-Za-z-]+\.(example|EXAMPLE)")
            self.assertEqual([address for address in found if not good.fullmatch(address)], [], path)

    def test_no_secret_and_no_national_identity_number(self):
        for path, data in contents(COMMITTED).items():
            with self.subTest(path=path):
                # One document holds what it should not, so that an audit has it to find; it is nobody's.
                planted = 1 if path == "kitos/forsyning/odata-users.json" else 0
                self.assertEqual(data.count(b"Password"), planted)
                self.assertEqual(data.count(b'"Salt":"not-a-real-one"'), planted)
                self.assertNotRegex(data, rb"\b\d{6}-\d{4}\b")


if __name__ == "__main__":
    unittest.main()
