"""What is taken from exports, and how the audit of the rest is judged: each result that passes for want of it must be told."""
import collections
import json
import unittest
from unittest import mock

import less
from damage import Unit

POLICY = "p.one"


def document(findings: list, status: str = "evaluated", sources: tuple = ("a.json", "b.json"), kind: str = "k") -> dict:
    return {"policies": [{"id": POLICY, "status": status}],
            "sources": [{"path": f"x/{path}", "kind": kind, "used": 1} for path in sources],
            "findings": [{"policy": POLICY, "verdict": verdict,
                          "subject": {"keys": [{"value": part} for part in key]}} for key, verdict in findings]}


def example(full: list, texts: dict, code: int = 1, names: dict | None = None) -> less.Example:
    """An example that was audited, with these findings."""
    made = object.__new__(less.Example)
    made.names = names or {}
    made.others = collections.defaultdict(set)
    for name, first in made.names.items():
        made.others[first] |= {name, first}
    made.texts = texts
    made.full = less.Audit(code, document(full))
    made.full.renamed(made.names)
    made.tally = collections.Counter()
    return made


class Judging(unittest.TestCase):
    texts = {"a.json": "anna fjord", "b.json": "bo fjord"}

    def judge(self, full: list, poorer: list, unit: Unit = Unit("column", "a.json", "x"), rest: bytes | None = b"anna fjord",
              code: int = 1, names: dict | None = None, **result) -> tuple[list, dict]:
        made = example(full, self.texts, names=names)
        return made.judge(unit, less.Audit(code, document(poorer, **result)), rest), dict(made.tally)

    def test_a_member_that_passes_is_told(self):
        for verdict in ["fail", "unverified"]:
            lines, _ = self.judge([(("anna", "fjord"), verdict)], [])
            self.assertEqual(lines, [f"p.one: anna, fjord: {verdict}, and passes"])

    def test_an_empty_policy_is_no_excuse_and_one_that_was_not_evaluated_is(self):
        self.assertEqual(len(self.judge([(("anna",), "fail")], [], status="empty")[0]), 1)
        self.assertEqual(self.judge([(("anna",), "fail")], [], status="not-evaluated")[0], [])

    def test_an_exit_that_becomes_zero_is_told(self):
        self.assertEqual(self.judge([(("anna",), "fail")], [(("anna",), "unverified")], code=0)[0], ["exit 1 becomes 0"])

    def test_a_finding_or_a_hole_keeps_the_member_open(self):
        for key in [("anna", "fjord"), ("*", "fjord"), ("anna", "*"), ("*", "*")]:
            self.assertEqual(self.judge([(("anna", "fjord"), "fail")], [(key, "unverified")])[0], [])
        self.assertEqual(len(self.judge([(("anna", "fjord"), "fail")], [(("bo", "*"), "unverified")])[0]), 1)

    def test_a_dispute_is_gone_with_a_document_that_its_proof_shows_and_only_with_that(self):
        both = ["x/a.json", "x/b.json"]
        with mock.patch(f"{__name__}.POLICY", "p.documents-agree"):
            found = document([(("anna",), "fail")])
            found["findings"][0]["evidence"] = [{"path": path} for path in both]
            for path, expected in [("a.json", 0), ("c.json", 1)]:
                made = example([], {"a.json": "anna", "b.json": "anna", "c.json": ""})
                made.full = less.Audit(1, found)
                made.full.renamed({})
                poorer = less.Audit(1, document([], sources=("a.json", "b.json", "c.json")))
                self.assertEqual(len(made.judge(Unit("file", path), poorer, b"anna")), expected, path)

    def test_a_member_that_stands_nowhere_is_counted(self):
        lines, tally = self.judge([(("anna", "fjord"), "fail")], [], Unit("file", "a.json"), None, sources=("b.json",))
        self.assertEqual((lines, tally), ([], {"in no document any more": 1}))
        # A document that could not be read has nobody.
        self.assertEqual(self.judge([(("anna",), "fail")], [], sources=("b.json",))[0], [])

    def test_a_party_is_the_same_by_each_of_its_names(self):
        names = {"310000001": "310000001", "anna": "310000001"}
        self.assertEqual(self.judge([(("310000001",), "fail")], [(("anna",), "fail")], names=names)[0], [])
        self.assertEqual(len(self.judge([(("310000001",), "fail")], [], names=names)[0]), 1)

    def test_one_name_that_the_run_gave_stands_for_one_member(self):
        full = [(("anna", "fjord"), "fail"), (("bo", "fjord"), "fail")]
        self.assertEqual(self.judge(full, [(("person 1", "fjord"), "fail"), (("person 2", "fjord"), "fail")])[0], [])
        self.assertEqual(len(self.judge(full, [(("person 1", "fjord"), "fail")])[0]), 1)
        self.assertEqual(len(self.judge(full, [(("person 1", "by"), "fail"), (("person 2", "by"), "fail")])[0]), 2)

    def test_what_one_document_says_stands_in_a_document_of_its_kind(self):
        with mock.patch.dict(less.CONTENT, {POLICY: ["k"]}):
            self.assertEqual(len(self.judge([(("anna", "fjord"), "fail")], [])[0]), 1)
            self.assertEqual(self.judge([(("anna", "fjord"), "fail")], [], kind="other")[0], [])
            self.assertEqual(self.judge([(("anna", "bo"), "fail")], [])[0], [])


class Names(unittest.TestCase):
    def test_names_of_one_object_are_one_party(self):
        uuid = "11111111-2222-4333-8444-555555555555"
        names = less.one_name([[{"from": {"id": uuid, "organizationIdentifier": "310000001", "name": "310000009"}}]])
        self.assertEqual(names[uuid], names["310000001"])
        self.assertNotIn("310000009", names)
        self.assertEqual(less.one_name([{"id": 4, "uuid": uuid}, {"id": 4, "uuid": uuid[:-1] + "6"}]), {})


class Taking(unittest.TestCase):
    def test_columns_and_records_go(self):
        data = json.dumps({"count": 2, "value": [{"a": 1, "b": {"c": 2}}, {"a": 3}]}).encode()
        self.assertEqual(json.loads(Unit("column", "x.json", "value/b/c").less(data))["value"], [{"a": 1, "b": {}}, {"a": 3}])
        self.assertEqual(json.loads(Unit("record", "x.json", "value/0").less(data))["value"], [{"a": 3}])
        self.assertEqual(Unit("column", "x.csv", "1").less(b"a;b;c\r\n1;2;3\r\n"), b"a;c\r\n1;3\r\n")
        self.assertIsNone(Unit("file", "x.csv").less(b"a"))

    def test_the_sample_is_the_same_every_time(self):
        units = [Unit("file", f"{n}.csv") for n in range(30)] + [Unit("column", f"{n % 30}.csv", str(n)) for n in range(300)]
        first = less.sampled(units, 40, 1)
        self.assertEqual(first, less.sampled(units, 40, 1))
        self.assertEqual(len(first), 40)
        self.assertGreaterEqual(sum(unit.kind == "file" for unit in first), 13)
        self.assertGreaterEqual(sum(unit.kind == "column" for unit in first), 13)
        self.assertNotEqual(first, less.sampled(units, 40, 2))
        self.assertEqual(less.sampled(units, None, 1), units)


if __name__ == "__main__":
    unittest.main()
