"""What is taken from exports that have a record in each line, and what is left."""
import pathlib
import tempfile
import unittest

import damage
from damage import Unit
from naming import reads

PEOPLE = b'<personsXML>\n<person personIdHRM="1"><a/></person>\n<person personIdHRM="2"/>\n<person personIdHRM="3"></person>\n</personsXML>\n'
UNITS = b'<charts><chart id="1"><units>\n&lt;unit id="11" name="A"/&gt;\n&lt;unit id="12" name="B"/&gt;</units></chart></charts>\n'
EVENTS = b'{"a":1}\n\n{"a":2}\n'


class Lines(unittest.TestCase):
    def units(self, name: str, data: bytes) -> list:
        with tempfile.TemporaryDirectory() as place:
            (pathlib.Path(place) / name).write_bytes(data)
            return [unit for unit in damage.units(pathlib.Path(place)) if unit.kind != "file"]

    def test_every_line_with_a_record_is_taken_whole_and_halved(self):
        for name, data, lines in [("a.xml", PEOPLE, ["2", "4"]), ("a.xml", UNITS, ["2", "3"]), ("a.ndjson", EVENTS, ["1", "3"])]:
            self.assertEqual(self.units(name, data), [Unit(kind, name, line) for kind in ["record", "line"] for line in lines])

    def test_a_document_in_xml_that_is_no_list_is_taken_whole_only(self):
        policy = b'<?xml version="1.0"?>\n<xacml:Policy><Rule><unit id="1"/></Rule></xacml:Policy>\n'
        self.assertEqual(self.units("policy.xml", policy), [])

    def test_what_is_around_a_record_stays_and_other_lines_keep_their_number(self):
        self.assertEqual(Unit("record", "a.xml", "2").less(PEOPLE).split(b"\n")[1:3], [b"", b'<person personIdHRM="2"/>'])
        self.assertTrue(Unit("record", "a.xml", "3").less(UNITS).endswith(b"\n</units></chart></charts>\n"))
        self.assertEqual(Unit("record", "a.ndjson", "1").less(EVENTS), b'\n\n{"a":2}\n')

    def test_half_a_line_is_left(self):
        self.assertEqual(Unit("line", "a.ndjson", "3").less(EVENTS), b'{"a":1}\n\n{"a\n')
        self.assertEqual(Unit("line", "a.xml", "3").less(b'<charts>\n\n&lt;unit id="1"/&gt;</charts>'), b'<charts>\n\n&lt;unit id="1')


class Names(unittest.TestCase):
    text = '{"x"}\n\n{"pid": 5000471}\n<person personidhrm="280">'

    def test_a_line_is_read_as_long_as_something_stands_in_it(self):
        for line, answer in [(1, True), (2, False), (3, True), (5, False)]:
            self.assertEqual(reads(f"K/person.ndjson, line {line}", "k/person.ndjson", self.text), answer)
        self.assertFalse(reads("k/person.ndjson, line 1", "k/other.ndjson", self.text))

    def test_an_employee_is_read_by_the_number(self):
        self.assertTrue(reads("Visma 280", "a.xml", self.text))
        self.assertFalse(reads("Visma 28", "a.xml", self.text))
        self.assertTrue(reads("dfo/5000471 (firm 9900)", "a.json", self.text))
        self.assertFalse(reads("dfo/500047 (firm 9900)", "a.json", self.text))


if __name__ == "__main__":
    unittest.main()
