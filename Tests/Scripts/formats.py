#!/usr/bin/env python3
"""Has every format that other programs read checked by what others wrote for it.

usage: formats.py TILSYN

Audits the examples and ten thousand findings in all formats in one run. SARIF is validated against the schema of OASIS (from
TILSYN_SHARED, default ../shared) and loaded by sarif-tools, JUnit XML by junitparser, CSV by Python's own reader, Markdown
by CommonMark: no link, picture or foreign HTML may be left in it. Numbers of findings agree in all of them. What it needs of
PyPI it installs into .build/venv. Ends in 1 at the first thing that is wrong.
"""
import csv
import html.parser
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import browser

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = pathlib.Path(os.environ.get("TILSYN_SHARED", ROOT.parent / "shared"))
PACKAGES = ["jsonschema", "junitparser", "sarif-tools", "markdown-it-py"]
MODULES = ["jsonschema", "junitparser", "sarif", "markdown_it"]
FORMATS = {"json": "result.json", "rows": "findings.tsv", "csv": "findings.csv", "csv-nordic": "nordic.csv",
           "markdown": "report.md", "sarif": "result.sarif", "junit": "junit.xml", "gitlab": "gitlab.json",
           "github": "github.txt"}
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies"]


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
        jsonschema.validators.validator_for(json.loads(schema.read_text()))(json.loads(schema.read_text())).validate(log)
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
    return len(findings)


def many(folder: pathlib.Path) -> pathlib.Path:
    """Users each of whom is an API user and a person, so that there are findings by the thousand."""
    users = [{"uuid": f"a0000000-0000-4000-8000-{number:012d}", "email": f"u{number}@eksempel.example", "firstName": "U",
              "lastName": "@x", "apiAccess": True, "roles": ["User", "LocalAdmin"]} for number in range(800)]
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
    schema = "" if (SHARED / "schemas").exists() else "; no schema of SARIF at hand"
    print(f"formats: {len(FORMATS)} formats of {', '.join(told)} findings agree and are valid{schema}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
