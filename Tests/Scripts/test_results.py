"""The comparisons: planted against found, and less against more. Each difference must be told, and only differences."""
import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

import check_findings
import never_passes
import remove_one
from example import SMALL, generate
from results import Result, split_key


def key(*pairs: tuple) -> dict:
    return {"type": "t", "id": "i", "label": "l", "keys": [{"name": n, "type": "t", "value": v} for n, v in pairs]}


def finding(policy: str, verdict: str, subject: str, violating: str | None = None, hole: bool = False) -> dict:
    return {"fingerprint": f"{policy}{verdict}{subject}{violating}", "policy": policy, "verdict": verdict,
            "subject": key(("user", subject)), "violating": key(("person", violating)) if violating else None,
            "evidence": [{"fact": "f", "hole": hole}]}


def outcome(policy: str, population: int, failed: int = 0, unverified: int = 0, exempt: int = 0, holes: int = 0,
            status: str = "evaluated") -> dict:
    passed = population - failed - unverified - exempt
    return {"id": policy, "status": status, "population": population, "passed": passed, "failed": failed,
            "unverified": unverified, "exempt": exempt, "population_holes": holes,
            "passes": status == "evaluated" and population > 0 and failed + unverified + holes == 0}


def document(policies: list, findings: list, complete: bool = True, not_evaluated: list = ()) -> dict:
    return {"schema": "tilsyn.result/1", "exit": 1, "complete": complete, "policies": policies, "findings": findings,
            "scope": {"out_of_scope": [], "not_evaluated": [{"policy": name} for name in not_evaluated]}}


class Scratch(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def result(self, content: object) -> Result:
        path = self.folder / "result"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return Result(str(path))


class CheckFindingsTests(Scratch):
    planted = {"exit": 1, "policies": {"k.p": {
        "population": 3, "fail": 1, "unverified": 1, "pass": 1, "exempt": 0, "population_holes": 0, "findings": [
            {"policy": "k.p", "verdict": "fail", "subject": {"user": "u1"}, "violating": ["p1"], "note": "n"},
            {"policy": "k.p", "verdict": "unverified", "subject": {"user": "u2"}, "note": "n"}]}}}
    exact = [finding("k.p", "fail", "u1", "p1"), finding("k.p", "unverified", "u2")]

    def lines(self, content: object) -> list:
        return check_findings.differences(self.result(content), self.planted)

    def test_exactly_the_planted_ones(self):
        self.assertEqual(self.lines(document([outcome("k.p", 3, 1, 1)], self.exact)), [])
        self.assertEqual(self.lines("k.p\tfail\tu1\tp1\tf1\nk.p\tunverified\tu2\t\tf2\n"), [])

    def test_differences_both_ways(self):
        for content, said in [
                ("k.p\tfail\tu1\tp1\tf1\n", "not found: k.p unverified u2"),
                ("k.p\tfail\tu1\tp1\tf1\nk.p\tunverified\tu2\t\tf2\nk.p\tfail\tu3\t\tf3\n", "not planted: k.p fail u3"),
                ("k.p\tunverified\tu1\t\tf1\nk.p\tunverified\tu2\t\tf2\n", "not found: k.p fail u1"),
                ("k.p\tfail\tu1\tp2\tf1\nk.p\tunverified\tu2\t\tf2\n", "violating: k.p u1"),
                ("k.p\tfail\tu1\tp1\tf1\nk.p\tunverified\tu2\t\tf1\n", "one fingerprint for two findings"),
                (document([outcome("k.p", 4, 1, 1)], self.exact), "count: k.p population"),
                (document([outcome("k.p", 3, 1, 1, holes=1)], self.exact), "count: k.p population_holes"),
                (document([], self.exact), "not run: k.p"),
                ({**document([outcome("k.p", 3, 1, 1)], self.exact), "exit": 0}, "exit: planted 1")]:
            with self.subTest(said=said):
                self.assertTrue(any(line.startswith(said) for line in self.lines(content)), self.lines(content))

    def test_a_policy_of_which_only_the_counts_are_planted(self):
        planted = {"exit": 1, "policies": {"k.p": {"status": "not-evaluated", "population": 2, "unverified": 2, "findings": []}}}
        for status, unverified, findings, said in [
                ("not-evaluated", 2, [], []), ("evaluated", 2, [], ["status: k.p: planted not-evaluated, found evaluated"]),
                ("not-evaluated", 1, [], ["count: k.p unverified: planted 2, found 1"]),
                ("not-evaluated", 2, [finding("k.p", "unverified", "u1")], ["not planted: k.p unverified u1"])]:
            with self.subTest(said=said):
                result = self.result(document([outcome("k.p", 2, 0, unverified, status=status)], findings))
                self.assertEqual(check_findings.differences(result, planted), said)

    def test_keys_of_rows_split_at_unescaped_commas_only(self):
        self.assertEqual(split_key(r"a\,b,c\\,\tx\u{1B}"), ("a,b", "c\\", "\tx\x1b"))
        self.assertEqual(split_key(""), ())
        with self.assertRaises(SystemExit):
            self.result("k.p\tfail\tu1\n")


class NeverPassesTests(Scratch):
    # u3 is possibly a member; one certain member passes.
    full = document([outcome("k.p", 3, 1, 1, holes=1)], [
        finding("k.p", "fail", "u1"), finding("k.p", "unverified", "u2"),
        finding("k.p", "unverified", "u3", hole=True)])

    def lines(self, variant: dict) -> list:
        return never_passes.breaches(self.result(self.full), self.result(variant))

    def test_what_is_allowed(self):
        u1, u2 = finding("k.p", "unverified", "u1"), finding("k.p", "unverified", "u2")
        for name, variant in {
                "the same": self.full,
                "a fail became unverified": document([outcome("k.p", 3, 0, 2)], [u1, u2]),
                "a member vanished behind a hole": document([outcome("k.p", 2, 0, 1, holes=1)], [
                    u1, finding("k.p", "unverified", "*", hole=True)]),
                "what was only possible vanished": document([outcome("k.p", 3, 0, 2)], [u1, u2]),
                "not evaluated": document([outcome("k.p", 3, 0, 3, status="not-evaluated")], []),
                "named as not evaluated": document([], [], not_evaluated=["k.p"]),
                "an exempt member": document([outcome("k.p", 3, 0, 1, exempt=1)], [u1])}.items():
            with self.subTest(name):
                self.assertEqual(self.lines(variant), [])

    def test_what_is_a_breach(self):
        u1 = finding("k.p", "fail", "u1")
        for said, variant in {
                "u2 was a finding": document([outcome("k.p", 3, 1)], [u1]),
                "u2 was a finding and": document([outcome("k.p", 2, 1, holes=1)], [
                    u1, finding("k.p", "unverified", "u4", hole=True)]),
                "are gone, but fewer members": document([outcome("k.p", 3, 1, holes=1)], [
                    u1, finding("k.p", "unverified", "*", hole=True)]),
                "2 members pass, in the full audit 1": document([outcome("k.p", 4, 1, 1)], [
                    u1, finding("k.p", "unverified", "u2")]),
                "passes as a whole": document([outcome("k.p", 3)], []),
                "became empty": document([outcome("k.p", 0, status="empty")], []),
                "ran in the full audit only": document([], []),
                "u2 fails in the variant only": document([outcome("k.p", 3, 2)], [u1, finding("k.p", "fail", "u2")]),
        }.items():
            with self.subTest(said):
                self.assertTrue(any(said in line for line in self.lines(variant)), self.lines(variant))

    def test_complete_without_an_expected_record_is_a_breach(self):
        full = self.result(self.full)
        self.assertEqual(len(never_passes.breaches(full, full, must_be_incomplete=True)), 1)


class RemoveOneTests(Scratch):
    def setUp(self):
        super().setUp()
        self.small = generate(self.folder / "small", *SMALL)

    def test_every_unit_takes_one_thing_away_and_puts_it_back(self):
        variants = remove_one.Variants(self.small, self.folder / "copy")
        whole = {path: (self.small / path).read_bytes() for path in remove_one.files(self.small)}
        chosen = remove_one.units(self.small)
        self.assertGreater(len(chosen), 200)
        self.assertEqual(len(chosen), len(set(chosen)))
        for unit in chosen:
            with variants.without(unit) as less:
                changed = [path for path, data in whole.items()
                           if not (less / path).exists() or (less / path).read_bytes() != data]
                self.assertEqual(changed, [unit[1]])
                if unit[0] == "file":
                    self.assertFalse((less / unit[1]).exists())
                    continue
                before, after = whole[unit[1]], (less / unit[1]).read_bytes()
                if unit[1].endswith(".json"):
                    before, after = json.loads(before), json.loads(after)
                    self.assertEqual(after, before[:unit[2]] + before[unit[2] + 1:])
                else:
                    self.assertEqual(before.count(b"\n") - 1, after.count(b"\n"))
        self.assertEqual({path: (self.folder / "copy" / path).read_bytes() for path in whole}, whole)

    def test_run_tells_breaches_of_a_command(self):
        # An auditor that finds u1 as long as the employee list is there, and is silent without it.
        script = self.folder / "auditor.py"
        whole = json.dumps(document([outcome("k.p", 1, 1)], [finding("k.p", "fail", "u1")], complete=False))
        less = json.dumps(document([outcome("k.p", 1)], [], complete=False))
        script.write_text(f"import pathlib, sys\nthere = (pathlib.Path(sys.argv[1]) / 'hr/employees.csv').exists()\n"
                          f"pathlib.Path(sys.argv[2]).write_text({whole!r} if there else {less!r})\nsys.exit(1)\n")
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            code = remove_one.main(["run", str(self.small), "--records", "0", "--", sys.executable, str(script),
                                    "{folder}", "{result}"])
        self.assertEqual(code, 1)
        self.assertIn("without file hr/employees.csv: k.p: passes as a whole", said.getvalue())
        self.assertNotIn("without record", said.getvalue())


if __name__ == "__main__":
    unittest.main()
