#!/usr/bin/env python3
"""Has every format that other programs read checked by what others wrote for it.

usage: formats.py TILSYN

Audits the examples and five thousand findings in all formats in one run. SARIF is validated against the schema of OASIS (from
TILSYN_SHARED, default ../shared) and loaded by sarif-tools, JUnit XML by junitparser, CSV by Python's own reader, Markdown
by CommonMark: no link, picture or foreign HTML may be left in it. The workbook is read by openpyxl: no cell is a formula or a link. OSCAL
is validated against the schema of NIST, from the same place, and read by compliance-trestle. Numbers of findings agree in all of them. What it needs of
PyPI it installs into .build/venv. Ends in 1 at the first thing that is wrong.
"""
import csv
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import browser
from turn import turn

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = pathlib.Path(os.environ.get("TILSYN_SHARED", ROOT.parent / "shared"))
PACKAGES = ["compliance-trestle", "jsonschema", "junitparser", "sarif-tools", "markdown-it-py", "openpyxl", "regex"]
MODULES = ["trestle", "jsonschema", "junitparser", "sarif", "markdown_it", "openpyxl", "regex"]
FORMATS = {"json": "result.json", "rows": "findings.tsv", "csv": "findings.csv", "csv-nordic": "nordic.csv",
           "markdown": "report.md", "sarif": "result.sarif", "junit": "junit.xml", "gitlab": "gitlab.json",
           "github": "github.txt", "xlsx": "report.xlsx", "oscal": "assessment-results.json"}
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies", "larenett-no", "universitet"]


def audit(tilsyn: str, exports: pathlib.Path, folder: pathlib.Path, *more: str) -> int:
    outputs = [word for name, file in FORMATS.items() for word in ("-f", f"{name}={folder / file}")]
    done = subprocess.run([tilsyn, "audit", str(exports), "--as-of", "2026-11-20", *outputs, *more],
                          capture_output=True, text=True)
    if done.returncode not in (0, 1, 2) or not (folder / "result.json").exists():
        sys.exit(f"formats.py: {exports} ends in {done.returncode}: {done.stderr}")
    return done.returncode


class Tags(html.parser.HTMLParser):
    """What a page is made of that could load, link or run anything."""

    def __init__(self):
        super().__init__()
        self.foreign = []

    def handle_starttag(self, tag, attrs):
        if tag in ("a", "img", "script", "iframe", "style", "link", "form", "object", "embed") or attrs and tag not in ("th", "td"):
            self.foreign.append(tag)


def check(folder: pathlib.Path, code: int) -> int:
    import jsonschema
    import junitparser
    from markdown_it import MarkdownIt
    from sarif import loader

    result = json.loads((folder / "result.json").read_text())
    findings = result["findings"]
    fails = sum(finding["verdict"] == "fail" for finding in findings)

    schema = SHARED / "schemas" / "sarif-schema-2.1.0.json"
    log = json.loads((folder / "result.sarif").read_text())
    if schema.exists():
        # Of thousands of results that are alike every so many, each turn others; of the examples all.
        step = 1 + len(findings) // 500
        runs = [{**run, "results": run["results"][turn() % step::step]} for run in log["runs"]]
        rules = json.loads(schema.read_text())
        jsonschema.validators.validator_for(rules)(rules).validate({**log, "runs": runs})
    results = log["runs"][0]["results"]
    assert len(results) == len(findings) == len(loader.load_sarif_file(str(folder / "result.sarif")).get_results())
    assert sum(item["kind"] == "fail" for item in results) == fails
    assert log["runs"][0]["invocations"][0]["exitCode"] == code == result["exit"]
    for finding, item in zip(findings, results):
        places = {(evidence["path"], evidence["line"]) for evidence in finding["evidence"] if evidence["path"]}
        told = item["locations"] + item.get("relatedLocations", [])
        assert len({(place["physicalLocation"]["artifactLocation"]["uri"],
                     place["physicalLocation"].get("region", {}).get("startLine", 0)) for place in told}) == len(places)

    suites = junitparser.JUnitXml.fromfile(str(folder / "junit.xml"))
    cases = [case for suite in suites for case in suite]
    assert suites.tests == len(cases) and suites.failures == fails and suites.errors == len(findings) - fails
    assert len(list(suites)) == len(result["policies"])
    kinds = [type(outcome).__name__ for case in cases for outcome in case.result]
    assert kinds.count("Failure") == fails and kinds.count("Error") == len(findings) - fails

    for name, delimiter, encoding in (("csv", ",", "utf-8"), ("csv-nordic", ";", "utf-8-sig")):
        with open(folder / FORMATS[name], encoding=encoding, newline="") as file:
            rows = list(csv.DictReader(file, delimiter=delimiter, strict=True))
        assert [row["fingerprint"] for row in rows] == [finding["fingerprint"] for finding in findings]
        assert all(None not in row and not str(cell).startswith(tuple("=+-@\t\r")) for row in rows for cell in row.values())

    quality = json.loads((folder / "gitlab.json").read_text())
    assert [item["fingerprint"] for item in quality] == [finding["fingerprint"] for finding in findings]
    assert all(line.startswith("::") for line in (folder / "github.txt").read_text().splitlines())

    text = (folder / "report.md").read_text()
    assert len(text) <= 60_000, len(text)
    tags = Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    assert not tags.foreign, tags.foreign
    check_workbook(folder / "report.xlsx", result)
    check_assessment(folder / "assessment-results.json", result)
    return len(findings)


SHEETS = {"Summary": None, "Findings": "findings", "Action plan": None, "Sources": "sources", "Policies": "policies",
          "Privileged rights": "rights"}


def table(sheet) -> list:
    """The rows of a sheet by its titles."""
    titles, *rows = sheet.values
    return [dict(zip(titles, row)) for row in rows]


def check_workbook(path: pathlib.Path, result: dict) -> None:
    import openpyxl

    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())
        # Texts are escaped, so no element hides in one.
        for name in archive.namelist():
            part = archive.read(name)
            assert not re.search(rb"<(f|hyperlinks?|oleObjects?|externalReferences?|ddeLink)[ />]", part), name
            assert b'TargetMode="External"' not in part, name
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == list(SHEETS), book.sheetnames
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in "sndb" and cell.data_type != "f" and not cell.hyperlink, (sheet.title, cell.coordinate)
        if sheet.title != "Summary":
            assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions, sheet.title
        if key := SHEETS[sheet.title]:
            assert sheet.max_row - 1 == len(result[key]), sheet.title
    tables = {sheet.title: table(sheet) for sheet in book if sheet.title != "Summary"}
    assert [row["Fingerprint"] for row in tables["Findings"]] == [finding["fingerprint"] for finding in result["findings"]]
    assert [row["Verdict"] for row in tables["Findings"]] == [finding["verdict"] for finding in result["findings"]]
    for row, source in zip(tables["Sources"], result["sources"]):
        assert [row[title] for title in ("Records read", "Used", "Rejected", "Out of scope")] == [
            source[key] for key in ("records", "used", "rejected", "out_of_scope")]
        assert type(row["Records read"]) is int and (row["SHA-256"] or "") == source["sha256"]
        assert (row["Exported on"].date().isoformat() if row["Exported on"] else None) == source["extracted_at"]
    for row, policy in zip(tables["Policies"], result["policies"]):
        assert [row[title] for title in ("Policy", "Population", "Passed", "Failed", "Unverified", "Exempt")] == [
            policy[key] for key in ("id", "population", "passed", "failed", "unverified", "exempt")]
    for row, right in zip(tables["Privileged rights"], result["rights"]):
        assert (row["System"], row["Right"]) == (right["system"], right["right"])
        assert (row["Shown by the exports"] == "yes") == right["certain"]
    open_ones = {policy["id"]: policy for policy in result["policies"] if policy["status"] == "not-evaluated" or
                 policy["status"] == "evaluated" and policy["failed"] + policy["unverified"] + policy["population_holes"]}
    assert {row["Policy"] for row in tables["Action plan"]} == set(open_ones) and len(tables["Action plan"]) == len(open_ones)
    for row in tables["Action plan"]:
        assert row["Failed members"] == open_ones[row["Policy"]]["failed"]
        assert row["Findings"] == sum(finding["policy"] == row["Policy"] for finding in result["findings"])
        assert (row["Owner"], row["Deadline"], row["Status"]) == (None, None, None)
    summary = {row[0]: row[1:] for row in book["Summary"].values if row[0]}
    assert summary["Exit code"][0] == result["exit"] and summary["As of"][0].date().isoformat() == result["as_of"]
    assert summary["Members failed"][0] == result["counts"]["fail"]
    counts = result["counts"]["findings"]
    assert summary["all"] == (counts["fail"], counts["unverified"], len(result["findings"]))


def check_assessment(path: pathlib.Path, result: dict) -> None:
    from trestle.oscal.assessment_results import AssessmentResults

    assert AssessmentResults.oscal_read(path) is not None
    document = json.loads(path.read_text())
    schema = SHARED / "schemas" / "oscal_assessment-results_schema.json"
    # In five thousand findings there is no form that the examples do not have, and the validator takes 20 s of the processor.
    if schema.exists() and len(result["findings"]) < 1000:
        oscal_validator(json.loads(schema.read_text())).validate(document)
    results = document["assessment-results"]["results"][0]
    observations = results.get("observations", [])
    assert len(observations) == len(result["findings"])
    uuids = [item["uuid"] for key in ("observations", "risks", "findings") for item in results.get(key, [])]
    assert len(set(uuids)) == len(uuids)
    known = {item["uuid"]: {prop["name"]: prop["value"] for prop in item["props"]} for item in observations}
    assert [props["fingerprint"] for props in known.values()] == [finding["fingerprint"] for finding in result["findings"]]
    told = {policy["id"]: policy for policy in result["policies"] if policy["status"] in ("evaluated", "not-evaluated")}
    assert len(results.get("findings", [])) == len(told)
    for finding in results.get("findings", []):
        policy = told[next(prop["value"] for prop in finding["props"] if prop["name"] == "policy")]
        assert (finding["target"]["status"]["state"] == "satisfied") == policy["passes"]
        related = [item["observation-uuid"] for item in finding.get("related-observations", [])]
        assert len(related) == sum(item["policy"] == policy["id"] for item in result["findings"])
        assert all(known[uuid]["policy"] == policy["id"] for uuid in related)
    assert len(results.get("risks", [])) == sum(policy["failed"] > 0 for policy in result["policies"])
    plan = document["assessment-results"]["import-ap"]["href"].removeprefix("#")
    assert plan in {item["uuid"] for item in document["assessment-results"]["back-matter"]["resources"]}


def oscal_validator(schema: dict):
    """A validator that knows the character classes of the schema's patterns, which Python's own expressions lack."""
    import jsonschema
    import regex

    compiled: dict = {}

    def pattern(validator, wanted, instance, schema):
        expression = compiled.setdefault(wanted, regex.compile(wanted))
        if validator.is_type(instance, "string") and not expression.search(instance):
            yield jsonschema.ValidationError(f"{instance!r} does not match {wanted!r}")

    return jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": pattern})(schema)


def many(folder: pathlib.Path) -> pathlib.Path:
    """Users each of whom is an API user and a person, so that there are findings by the thousand."""
    users = [{"uuid": f"a0000000-0000-4000-8000-{number:012d}", "email": f"u{number}@eksempel.example", "firstName": "U",
              "lastName": "@x", "apiAccess": True, "roles": ["User", "LocalAdmin"]} for number in range(400)]
    (folder / "users.json").write_text(json.dumps(users))
    return folder / "users.json"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    browser.enter(MODULES, PACKAGES)
    tilsyn = str(pathlib.Path(sys.argv[1]).resolve())
    told = []
    with tempfile.TemporaryDirectory() as scratch:
        base = pathlib.Path(scratch)
        for example in EXAMPLES:
            (folder := base / example).mkdir()
            told.append(f"{example} {check(folder, audit(tilsyn, ROOT / 'examples' / example, folder))}")
        (folder := base / "many").mkdir()
        told.append(f"many {check(folder, audit(tilsyn, many(base), folder))}")
    schema = "" if (SHARED / "schemas").exists() else "; no schemas of SARIF and OSCAL at hand"
    print(f"formats: {len(FORMATS)} formats of {', '.join(told)} findings agree and are valid{schema}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
