"""What is added to exports, and what counts as a certain finding that was lost."""
import collections
import json
import unittest
from unittest import mock

import more


def example(full: dict) -> more.Example:
    made = object.__new__(more.Example)
    made.full = full
    made.tally = collections.Counter()
    return made


class Losing(unittest.TestCase):
    full = {"f1": ("p.one", "anna"), "f2": ("p.two", "bo")}

    def test_a_finding_that_is_gone_is_told(self):
        made = example(self.full)
        self.assertEqual(made.lost("a.json", {"f2": ("p.two", "bo")}), ["lost 1 of p.one, anna"])
        self.assertEqual(made.tally, {"certain findings kept": 1, "certain findings lost": 1})
        self.assertEqual(made.lost("a.json", self.full), [])

    def test_an_exception_is_of_one_policy_and_one_document(self):
        with mock.patch.object(more, "EXCEPTIONS", [("p.one", "hr/*.csv", "a reason")]):
            self.assertEqual(example(self.full).lost("hr/a.csv", {"f2": self.full["f2"]}), [])
            self.assertEqual(example(self.full).lost("other/a.csv", {"f2": self.full["f2"]}), ["lost 1 of p.one, anna"])
            self.assertEqual(example(self.full).lost("hr/a.csv", {"f1": self.full["f1"]}), ["lost 1 of p.two, bo"])

    def test_each_exception_has_a_reason_and_names_a_policy(self):
        for policy, document, reason in more.EXCEPTIONS:
            self.assertTrue(policy.count(".") and "*" not in policy and document and len(reason) > 20, policy)


class Adding(unittest.TestCase):
    def test_a_record_of_each_shape(self):
        data = json.dumps({"value": [{"a": 1, "b": {"c": [2]}}]}).encode()
        added = [json.loads(more.with_record(data, "x.json", "value", shape))["value"][1] for shape in more.SHAPES]
        counted = json.dumps({"@odata.count": 1, "value": [{"a": 1}]}).encode()
        self.assertEqual(json.loads(more.with_record(counted, "x.json", "value", "empty"))["@odata.count"], 2)
        self.assertEqual(added, [{}, more.SPOILT, {"a": more.SPOILT, "b": {"c": [more.SPOILT]}}])

    def test_a_row_of_each_shape_in_the_encoding_of_the_table(self):
        for encoding in ["utf-8-sig", "cp1252", "utf-16"]:
            data = "navn;mål;dag\r\nå;b;c\r\n".encode(encoding)
            for shape in more.SHAPES:
                rows = more.with_record(data, "x.csv", "", shape).decode(encoding).split("\r\n")
                self.assertEqual((rows[:2], len(rows)), (["navn;mål;dag", "å;b;c"], 4))
            self.assertEqual(rows[2].count(";"), 2)


if __name__ == "__main__":
    unittest.main()
