#!/usr/bin/env python3
"""Holds every format of a result with a baseline and waivers against its `json`: what is new, open again, waived and gone is said alike.

usage: dispositions_add_up.py TILSYN

A small organisation has users that are new, fixed, waived, no longer waived and waived in vain. It is audited with a baseline, with and
without `--new-only`, in three languages and all formats. The numbers in each are those of the result, the numbers of the result are those
of its lists, SARIF is valid by its schema where TILSYN_SHARED has it, and `tilsyn report` writes every format byte for byte. Ends in 1
where it is otherwise.
"""
import collections
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

import pull_request_exports as exports
import waived

SHARED = pathlib.Path(os.environ.get("TILSYN_SHARED", waived.POLICIES.parent.parent / "shared"))
FORMATS = {"json": "r.json", "rows": "r.tsv", "csv": "r.csv", "csv-nordic": "nordic.csv", "xlsx": "r.xlsx", "markdown": "r.md", "sarif": "r.sarif",
           "junit": "r.xml", "gitlab": "gitlab.json", "github": "github.txt", "oscal": "oscal.json", "html": "r.html", "text": "r.txt"}
POLICIES = [word for path in (waived.POLICIES / "kitos/leaver-holds-no-right.policy", waived.POLICIES / "model", "own.policy") for word in ("-p", str(path))]
# SARIF's word for a finding that is gone, by why: what is not shown to be fixed stays open.
GONE = {"fixed": "absent", "fails-now": "absent"}


class Adding:
    def __init__(self, tilsyn: str, folder: pathlib.Path):
        self.tilsyn, self.folder, self.wrong, self.tried = tilsyn, folder, [], 0
        waived.build(folder)
        (folder / "key").write_text("a key of more than sixteen bytes", encoding="utf-8")

    def hold(self, what: str, one: object, other: object) -> None:
        self.tried += 1
        if one != other:
            self.wrong.append(f"{what}: {one}, wants {other}"[:400])

    def run(self, *words: str) -> int:
        done = subprocess.run([self.tilsyn, *words, "-q", "--pseudonym-key", "key"], cwd=self.folder, capture_output=True, text=True)
        if done.returncode not in (0, 1, 2):
            raise SystemExit(f"dispositions_add_up.py: exit {done.returncode}: {done.stderr[:300]}")
        return done.returncode

    def audit(self, *words: str) -> int:
        return self.run("audit", "exports", *POLICIES, "--as-of", waived.DAY.isoformat(), *words)

    def read(self, name: str) -> str:
        return (self.folder / FORMATS[name]).read_bytes().decode("utf-8-sig")

    def prepare(self) -> None:
        """A baseline with two waivers, and exports and waivers that differ from it."""
        self.audit("-f", "json=plain.json")
        plain = json.loads((self.folder / "plain.json").read_text(encoding="utf-8"))["findings"]
        some = [one for one in plain if one["policy"] == waived.LEAVER and one["verdict"] == "fail"]
        entries = [waived.entry(number, waived.LEAVER, waived.matches(some[number])) for number in (4, 5, 6)]
        (self.folder / "first.yaml").write_text("waivers:\n" + "".join(entries), encoding="utf-8")
        self.audit("-f", "json=base.json", "-w", "first.yaml")
        terms = [(4, {"expires": waived.day(-1)}), (6, {}), (7, {"approver": waived.ANNE}), (9, {"approved": waived.day(-300), "expires": waived.day(90)}),
                 (10, {"approved": waived.day(2)})]
        entries = [waived.entry(number, waived.LEAVER, waived.matches(some[number]), **words) for number, words in terms]
        entries.append(waived.entry(8, waived.LEAVER, f"\n      fingerprint: {'0' * 16}"))
        entries.append(waived.entry(11, "kitos.no-such-policy", f"\n      fingerprint: {'0' * 16}"))
        (self.folder / "second.yaml").write_text("waivers:\n" + "".join(entries), encoding="utf-8")
        exports.put_users(self.folder / "exports", [*range(3, exports.LEAVERS + exports.STAFF + exports.STRANGERS), 900])
        people = self.folder / "exports/hr/employees.csv"
        people.write_text(people.read_text(encoding="utf-8") + ",".join(exports.person(900).values()) + "\n", encoding="utf-8")

    def result(self, what: str) -> dict:
        """The numbers of the result are those of its lists."""
        result = json.loads(self.read("json"))
        findings, changes = result["findings"], result["counts"]["changes"]
        gone = collections.Counter(one["reason"] for one in result["baseline"]["gone"])
        states = collections.Counter(one["baseline"] for one in findings)
        for key in ("new", "updated", "unchanged"):
            self.hold(f"{what}, json, {key}", changes[key], states[key])
        for key in ("fixed", "fails-now", "unverified", "export-gone", "policy-gone", "rules-changed"):
            self.hold(f"{what}, json, gone as {key}", changes[key], gone[key])
        self.hold(f"{what}, json, open again", changes["reopened"], sum(bool(one.get("reopened")) for one in findings))
        counted = [one for one in findings if one["waiver"] and one["waiver"]["counts"]]
        self.hold(f"{what}, json, waived", result["counts"]["waived"], len({(one["policy"], one["subject"]["id"]) for one in counted}))
        self.hold(f"{what}, json, waived of policies", sum(one["waived"] for one in result["policies"]), result["counts"]["waived"])
        entries = {one["id"]: one for one in result["waivers"]["entries"]}
        self.hold(f"{what}, json, accepted", {one["waiver"]["id"] for one in counted}, {name for name, one in entries.items() if one["state"] == "accepted"})
        self.hold(f"{what}, json, states", {name: one["state"] for name, one in entries.items()}, {
            "W-4": "expired", "W-6": "accepted", "W-7": "self-approved", "W-9": "too-long", "W-10": "future", "W-8": "stale", "W-11": "unknown-policy"})
        self.hold(f"{what}, changes of every kind are tried", [changes[key] > 0 for key in ("new", "unchanged", "reopened", "fixed")], [True] * 4)
        return result

    def formats(self, what: str, result: dict) -> None:
        findings = result["findings"]
        prints = [one["fingerprint"] for one in findings]
        counted = {one["fingerprint"] for one in findings if one["waiver"] and one["waiver"]["counts"]}
        fresh = {one["fingerprint"] for one in findings if one["baseline"] == "new" or one.get("reopened")}
        self.hold(f"{what}, rows", [line.split("\t")[4] for line in self.read("rows").splitlines()], prints)
        for name, delimiter in (("csv", ","), ("csv-nordic", ";")):
            rows = list(csv.DictReader(self.read(name).splitlines(), delimiter=delimiter))
            self.hold(f"{what}, {name}", [row["fingerprint"] for row in rows], prints)
            self.hold(f"{what}, {name}, first seen", [row["first_seen"] for row in rows], [one["first_seen"] or "" for one in findings])
            self.hold(f"{what}, {name}, of waivers", [bool(row["waiver"]) for row in rows], [bool(one["waiver"]) for one in findings])
            self.hold(f"{what}, {name}, kinds of status", len({row["status"] for row in rows}), 4)
        with zipfile.ZipFile(self.folder / FORMATS["xlsx"]) as book:
            book_text = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
        self.hold(f"{what}, xlsx", [one for one in prints if one not in book_text], [])
        log = json.loads(self.read("sarif"))
        schema = SHARED / "schemas/sarif-schema-2.1.0.json"
        try:
            import jsonschema
            if schema.exists():
                rules = json.loads(schema.read_text(encoding="utf-8"))
                jsonschema.validators.validator_for(rules)(rules).validate(log)
        except ImportError:
            pass
        told = log["runs"][0]["results"]
        self.hold(f"{what}, sarif, states", collections.Counter(one.get("baselineState") for one in told), collections.Counter(
            [one["baseline"] for one in findings] + [GONE.get(one["reason"], "unchanged") for one in result["baseline"]["gone"]]))
        held = {mark for one in told if any(each.get("status", "accepted") == "accepted" for each in one.get("suppressions", []))
                for mark in one["partialFingerprints"].values()}
        self.hold(f"{what}, sarif, suppressed", held, counted)
        cases = list(xml.fromstring(self.read("junit")).iter("testcase"))
        failing = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
        only_new = result["gate"]["new_only"]
        self.hold(f"{what}, junit", failing, sum((one["fingerprint"] in fresh if only_new else True) and one["fingerprint"] not in counted for one in findings))
        quality = [one["fingerprint"] for one in json.loads(self.read("gitlab"))]
        self.hold(f"{what}, gitlab", set(prints) - set(quality) <= counted and set(quality) <= set(prints), True)
        annotated = {mark for line in self.read("github").splitlines() for mark in prints if f"[{mark[:12]}" in line}
        self.hold(f"{what}, github", annotated, fresh - counted)
        for name in ("html", "text", "markdown"):
            page = re.sub("<[^>]*>", "", self.read(name)).replace("\u00a0", " ")
            for number in (result["counts"]["changes"]["fixed"], result["counts"]["changes"]["new"]):
                self.hold(f"{what}, {name}, says {number}", bool(re.search(rf"\b{number}\b", page)), True)
        self.hold(f"{what}, text, waivers", [name for name in ("W-4", "W-7", "W-8", "W-9", "W-10", "W-11") if name not in self.read("text")], [])
        assessment = json.loads(self.read("oscal"))["assessment-results"]["results"][0]["observations"]
        self.hold(f"{what}, oscal", len(assessment) >= len(findings), True)

    def again(self, what: str) -> None:
        wish = [word for name, file in FORMATS.items() for word in ("-f", f"{name}=again-{file}")]
        self.hold(f"{what}, report: exit", self.run("report", FORMATS["json"], *wish), 0)
        different = [name for name, file in FORMATS.items() if (self.folder / file).read_bytes() != (self.folder / f"again-{file}").read_bytes()]
        self.hold(f"{what}, report: other bytes", different, [])


def main(arguments: list) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 64
    with tempfile.TemporaryDirectory() as place:
        adding = Adding(str(pathlib.Path(arguments[0]).resolve()), pathlib.Path(place))
        adding.prepare()
        outputs = [word for name, file in FORMATS.items() for word in ("-f", f"{name}={file}")]
        for language, gate in [("en", []), ("en", ["--new-only"]), ("da", ["--new-only"]), ("nb", ["--new-only", "--unverified", "allow"])]:
            what = " ".join([language, *gate])
            adding.hold(f"{what}: exit", adding.audit("--lang", language, "-w", "second.yaml", "--baseline", "base.json", *gate, *outputs), 1)
            adding.formats(what, adding.result(what))
            adding.again(what)
    for line in adding.wrong:
        print(line)
    print(f"waivers and baseline in {len(FORMATS)} formats: {adding.tried} numbers held against each other, {len(adding.wrong)} differ")
    return 1 if adding.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
