"""Tests of what is held against a baseline: every way to be wrong is seen."""
import unittest

import baseline_less
import baseline_same


def finding(name: str, verdict: str = "fail", change: str = "unchanged", path: str = "users.json", key: str | None = None) -> dict:
    return {"fingerprint": name, "policy": "k.p", "verdict": verdict, "severity": "high", "baseline": change, "message": name,
            "subject": {"id": name, "label": name, "keys": [{"value": key or name}]}, "evidence": [{"path": path, "line": 1}]}


def document(findings: list, gone: dict | None = None, used: int = 30, status: str = "evaluated", definition: str = "one", allows: bool = False) -> dict:
    reasons = [{"reason": reason, "finding": finding(name)} for name, reason in (gone or {}).items()]
    unverified = sum(one["verdict"] == "unverified" for one in findings)
    return {"findings": findings, "baseline": {"gone": reasons}, "gate": {"allow_incomplete": allows, "reasons": []}, "exit": 0,
            "sources": [{"path": "users.json", "kind": "users", "used": used}] if used >= 0 else [],
            "policies": [{"id": "k.p", "severity": "high", "status": status, "definition": definition, "unverified": unverified, "population_holes": 0}]}


class Less(unittest.TestCase):
    before = document([finding("u1"), finding("u2")])

    def said(self, after: dict, code: int = 0, passes: bool = False) -> str:
        return "; ".join(baseline_less.judge(self.before, after, code, lambda *_: passes))

    def test_what_is_right(self):
        for name, after, code in [("the same", document([finding("u1"), finding("u2")]), 0),
                                  ("a record less", document([finding("u1")], {"u2": "fixed"}, used=29), 0),
                                  ("gone with its export, and 1", document([], {"u1": "export-gone", "u2": "export-gone"}, used=-1), 1)]:
            with self.subTest(name):
                self.assertEqual(self.said(after, code), "")

    def test_what_is_wrong(self):
        one = [finding("u1")]
        for words, after in {
                "not listed as gone": document(one), "gone as export-gone, and exit 0": document(one, {"u2": "export-gone"}),
                "is another": document(one, {"u2": "fixed"}, definition="two"), "was not judged": document(one, {"u2": "fixed"}, status="not-evaluated"),
                "rests on users": document(one, {"u2": "fixed"}, used=14), "users is gone": document([*one, finding("u2")], used=-1),
                "a hole may be about it": document([*one, finding("h", "unverified", key="*")], {"u2": "fixed"}),
                "is not-evaluated, and exit 0": document([*one, finding("u2")], status="not-evaluated"),
                "k.p, and exit 0": document([*one, finding("u2"), finding("u3", "unverified")], used=-1, allows=True),
                "a new fail, and exit 0": document([*one, finding("u2"), finding("u3", change="new")])}.items():
            with self.subTest(words):
                self.assertIn(words, self.said(after))
        self.assertIn("only its proof is gone", self.said(document(one, {"u2": "fixed"}), passes=True))

    def test_thresholds_are_those_of_the_manual(self):
        for old, new, is_lost in [(4, 0, False), (5, 0, True), (5, 1, False), (19, 1, False), (20, 10, False), (20, 9, True), (1, -1, True)]:
            with self.subTest(f"{old} became {new}"):
                self.assertEqual(bool(baseline_less.lost_kinds(document([], used=old), document([], used=new))), is_lost)


class Same(unittest.TestCase):
    def test_each_change_is_seen(self):
        before = document([finding("u1")])
        self.assertEqual(baseline_same.differences(before, before, False, False), [])
        for after in [document([finding("u1", change="updated")]), document([finding("u2")]), document([finding("u1")], {"u2": "fixed"}),
                      {**before, "exit": 1}]:
            self.assertTrue(baseline_same.differences(before, after, False, False))
        self.assertTrue(baseline_same.differences(before, before, False, True))


if __name__ == "__main__":
    unittest.main()
