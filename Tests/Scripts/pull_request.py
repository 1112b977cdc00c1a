#!/usr/bin/env python3
"""Judges pull requests against a result of their main branch: what is new fails, what is fixed is counted, and nothing slips through.

usage: pull_request.py TILSYN [--sample N]

A repository of git has exports of Kitos, personnel and mailboxes with more than 300 findings of high severity on its main branch, and
the result of an audit there. Each branch changes one thing, is checked out and audited with `--baseline RESULT --new-only`. One adds
a leaver who is a user: 1, and one new finding in every format. One takes ten away: 0, and ten fixed. One sorts and rewrites every
file: 0, and nothing new. Those that take an export away, or make findings vanish by what they say in `tilsyn.yaml`, never end in 0, and
nothing that vanished so is called fixed; they are tried with each combination of `--allow-incomplete` and `--unverified`, of which
`--sample` tries N, each turn others (turn.py). A `waivers.yaml` among the exports counts for nothing. Ends in 1 where it is otherwise.
"""
import argparse
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import pull_request_exports as exports
from turn import drawn

AS_OF = ["--as-of", "2026-11-20"]
GATES = [[], ["--allow-incomplete"], ["--unverified", "allow"], ["--allow-incomplete", "--unverified", "allow"]]
FORMATS = {"markdown": "comment.md", "sarif": "result.sarif", "junit": "junit.xml", "github": "github.txt", "text": "report.txt"}


class Repository:
    def __init__(self, tilsyn: str, folder: pathlib.Path):
        self.tilsyn, self.folder, self.outputs, self.wrong = tilsyn, folder / "repository", folder / "out", []
        self.judged, self.baseline, self.tried = self.folder / "exports", folder / "main.json", 0
        self.outputs.mkdir()
        exports.write(self.judged)
        self.git("init", "-q", "-b", "main", ".")
        self.commit("Export")

    def git(self, *words: str) -> str:
        named = ["-c", "user.name=Export", "-c", "user.email=export@kommune.example", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]
        return subprocess.run(["git", *named, *words], cwd=self.folder, check=True, capture_output=True, text=True).stdout

    def commit(self, subject: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", subject)

    def branch(self, name: str, change) -> None:
        """Leaves the working tree on a new branch from main that has the change."""
        self.git("checkout", "-q", "main")
        self.git("checkout", "-q", "-b", re.sub("[^a-z0-9]+", "-", name))
        change(self.judged)
        self.commit(name)

    def audit(self, *words: str, against: bool = True) -> tuple[int, dict | None, str]:
        """The exit code, the result and what was said."""
        for path in self.outputs.iterdir():
            path.unlink()
        wish = [word for kind, file in {"json": "result.json", **FORMATS}.items() for word in ("-f", f"{kind}={self.outputs / file}")]
        gate = ["--baseline", str(self.baseline), "--new-only"] if against else []
        done = subprocess.run([self.tilsyn, "audit", "exports", *AS_OF, "--lang", "en", *wish, *gate, *words],
                              cwd=self.folder, capture_output=True, text=True)
        result = self.outputs / "result.json"
        self.tried += 1
        return done.returncode, json.loads(result.read_text(encoding="utf-8")) if result.exists() else None, done.stdout + done.stderr

    def read(self, kind: str) -> str:
        return (self.outputs / FORMATS[kind]).read_text(encoding="utf-8")

    def hold(self, what: str, is_so: bool, found: object = "") -> None:
        if not is_so:
            self.wrong.append(f"{what} {found}".rstrip()[:600])


def grave(document: dict, change: str | None = None) -> list:
    """Findings of high severity and above, of one change where one is named."""
    return [one for one in document["findings"] if one["severity"] in ("high", "critical") and change in (None, one["baseline"])]


def gone(document: dict, *reasons: str) -> list:
    return [one["finding"]["fingerprint"] for one in document["baseline"]["gone"] if not reasons or one["reason"] in reasons]


def adds_one(repository: Repository) -> None:
    """One violation more: one finding, wherever somebody looks."""
    hold = repository.hold
    code, document, said = repository.audit()
    hold("a violation more: exit", code == 1, f"{code} {said[-300:]}")
    if document is None:
        return
    new = [one for one in document["findings"] if one["baseline"] == "new"]
    hold("a violation more: new findings", len(new) == 1 and new[0]["policy"] == "kitos.leaver-holds-no-right",
         [(one["policy"], one["subject"]["label"]) for one in new])
    hold("a violation more: counts.changes", document["counts"]["changes"]["new"] == len(new), document["counts"]["changes"])
    hold("a violation more: gone", not gone(document), gone(document))
    mark = new[0]["fingerprint"] if new else "none"
    results = json.loads(repository.read("sarif"))["runs"][0]["results"]
    states = [(one.get("baselineState"), mark in one["partialFingerprints"].values()) for one in results]
    hold("a violation more: SARIF", states.count(("new", True)) == 1 and sum(state == "new" for state, _ in states) == 1
         and all(state for state, _ in states), sorted({str(state) for state, _ in states}))
    failures = list(xml.fromstring(repository.read("junit")).iter("failure"))
    hold("a violation more: failures in JUnit", len(failures) == 1, len(failures))
    errors = re.findall(r"(?m)^::error(?: [^:]*file=.*)?::", repository.read("github"))
    annotated = [line for line in repository.read("github").splitlines() if re.match("::error .*file=", line)]
    hold("a violation more: annotations of GitHub", len(annotated) == 1, (len(errors), annotated[:3]))
    comment = repository.read("markdown")
    hold("a violation more: the comment says one new", bool(re.search(r"\b1 new\b", comment.splitlines()[0])), comment[:400])
    named = [one["fingerprint"] for one in document["findings"] if one["fingerprint"][:12] in comment]
    hold("a violation more: findings that the comment names", named == [mark], named)


def fixes_ten(repository: Repository) -> None:
    hold = repository.hold
    code, document, said = repository.audit()
    hold("ten fixed: exit", code == 0, f"{code} {said[-300:]}")
    if document is None:
        return
    hold("ten fixed: fixed", len(gone(document, "fixed")) == 10 == document["counts"]["changes"]["fixed"], document["counts"]["changes"])
    hold("ten fixed: nothing else gone or new", len(gone(document)) == 10 and not any(
        one["baseline"] == "new" for one in document["findings"]), document["counts"]["changes"])
    hold("ten fixed: headline", "NOTHING NEW" in repository.read("text").split("\n\n")[0], repository.read("text")[:200])
    hold("ten fixed: no failure in JUnit", not list(xml.fromstring(repository.read("junit")).iter("failure")))
    hold("ten fixed: without --new-only", repository.audit("--fail-on", "high", "--baseline", str(repository.baseline), against=False)[0] == 1)


def rewrites(repository: Repository) -> None:
    code, document, said = repository.audit()
    repository.hold("rewritten: exit", code == 0, f"{code} {said[-300:]}")
    if document is not None:
        states = {one["baseline"] for one in document["findings"]}
        repository.hold("rewritten: unchanged, all of them", states == {"unchanged"} and not gone(document), (states, gone(document)[:3]))


def vanishes(repository: Repository, what: str, before: dict, words: list) -> None:
    """Old findings that the branch made vanish are not fixed, and the gate does not pass for it, nor where an export is gone."""
    code, document, said = repository.audit(*words)
    flags = " ".join(words) or "no flags"
    if document is None or document["baseline"] is None:
        repository.hold(f"{what}, {flags}: exit without a result", code == 2, f"{code}: {said[-300:]}")
        return
    left = {one["fingerprint"] for one in document["findings"]}
    vanished = {one["fingerprint"] for one in before["findings"]} - left
    kinds = [{source["kind"] for source in result["sources"] if source["used"]} for result in (before, document)]
    if not vanished.isdisjoint(one["fingerprint"] for one in grave(before)) or kinds[0] - kinds[1]:
        repository.hold(f"{what}, {flags}: exit", code in (1, 2), f"{code}: {repository.read('text').splitlines()[0]}")
    repository.hold(f"{what}, {flags}: not listed as gone", vanished <= set(gone(document)), sorted(vanished - set(gone(document)))[:2])
    fixed = gone(document, "fixed")
    repository.hold(f"{what}, {flags}: called fixed", not fixed, f"{len(fixed)} of {len(vanished)} that vanished")


def waives_itself(repository: Repository, before: dict) -> None:
    code, document, said = repository.audit(against=False)
    repository.hold("waivers.yaml among the exports: exit", code == 1, code)
    if document is not None:
        repository.hold("waivers.yaml among the exports: waived", document["counts"]["waived"] == 0 and not any(
            one["waiver"] for one in document["findings"]))
        repository.hold("waivers.yaml among the exports: the report says so", "waivers.yaml" in repository.read("text")
                        and "waivers.yaml" in said + json.dumps(document["warnings"]), said[-200:])
        repository.hold("waivers.yaml among the exports: findings", [one["fingerprint"] for one in document["findings"]] == [
            one["fingerprint"] for one in before["findings"]])


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    wish = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        repository = Repository(str(pathlib.Path(wish.tilsyn).resolve()), pathlib.Path(place))
        code, before, said = repository.audit(against=False)
        if code != 1 or before is None or len(grave(before)) < 300:
            raise SystemExit(f"pull_request.py: exit {code} of the main branch, {len(grave(before or {'findings': []}))} findings: {said[-300:]}")
        (repository.outputs / "result.json").rename(repository.baseline)
        for name, change, check in [("a leaver more", exports.add_leaver, adds_one), ("ten leavers fewer", exports.remove_ten, fixes_ten),
                                    ("every file rewritten", exports.rewrite, rewrites)]:
            repository.branch(name, change)
            check(repository)
        pairs = drawn(list(itertools.product(exports.TRICKS, GATES)), wish.sample)
        for name in dict.fromkeys(name for name, _ in pairs):
            repository.branch(name, exports.TRICKS[name])
            for _, words in filter(lambda pair: pair[0] == name, pairs):
                vanishes(repository, name, before, words)
        repository.branch("waivers of its own", lambda folder: exports.waive(folder, grave(before)))
        waives_itself(repository, before)
    for line in repository.wrong:
        print(line)
    print(f"pull requests: {repository.tried} audits, {len(repository.wrong)} of what they say is wrong")
    return 1 if repository.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
