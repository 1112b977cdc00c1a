#!/usr/bin/env python3
"""Runs the table of cases in Tests/Cases: inputs of the field and of an adversary, each with the answer that is right.

usage: cases.py TILSYN [--list] [FOLDER]…       FOLDER: a case, or a folder of cases (Tests/Cases where none is given)

A case is a folder with a `case.json` and the files that it speaks of. It runs in a copy; the keys of `case.json` are

  why        what the case is about, and why the answer is right
  fill       {PATH: {mark, row, first, count, join}}: the mark in that file becomes `count` rows, `{n}` counts from `first`
  run        arguments of tilsyn, or a list of runs, of which the last one is judged
  exit       the exit code, or a list of those that are right
  verdicts   [{policy, subject, verdict}] of an audit: the policy may be a pattern (one that fits is enough), the subject is a
             text of the member's key, label or message; the verdict is one of VERDICTS
  policies   {ID: {key: value or list of values}} of the outcomes; `sources` the same of the files, by the end of their path
  loses      [PATH]: without that file nothing that failed or was open may pass, and no exit code 1 or 2 becomes 0
  renames    [PATH]: without that file people of the findings have other names (cases_less.py)
  says       texts that the output must hold; `lacks` texts that neither it nor the result may hold, in any run
  files      {PATH: {exists, says, lacks}}: what lies in the copy afterwards
  seconds    how long a run may take (60)
"""
import argparse
import concurrent.futures
import fnmatch
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent.parent / "Cases"
# A policy that was not evaluated leaves each of its members open; one out of scope or without members says neither.
OF_STATUS = {"evaluated": "pass", "not-evaluated": "unverified"}
VERDICTS = {
    "fail": lambda found: "fail" in found,
    "unverified": lambda found: found == {"unverified"},
    "pass": lambda found: found == {"pass"},
    "not-pass": lambda found: bool(found & {"fail", "unverified"}),
    "not-fail": lambda found: "fail" not in found,
}


def choices(value: object) -> list:
    return value if isinstance(value, list) else [value]


class Case:
    def __init__(self, tool: str, folder: pathlib.Path):
        self.tool, self.folder, self.wrong = tool, folder, []
        self.case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
        self.name = f"{folder.parent.name}/{folder.name}"

    def check(self) -> "Case":
        with tempfile.TemporaryDirectory() as place:
            self.place = pathlib.Path(place)
            self.work = self.place / "case"
            shutil.copytree(self.folder, self.work, symlinks=True)
            (self.work / "case.json").unlink()
            for path, rows in self.case.get("fill", {}).items():
                self.fill(self.work / path, **rows)
            try:
                self.run()
            except subprocess.TimeoutExpired as error:
                self.wrong.append(f"no answer in {error.timeout} s")
        return self

    @staticmethod
    def fill(path: pathlib.Path, mark: str, row: str, count: int, first: int = 1, join: str = "") -> None:
        rows = join.join(row.replace("{n}", str(number)) for number in range(first, first + count))
        path.write_bytes(path.read_bytes().replace(mark.encode(), rows.encode()))

    def call(self, words: list) -> tuple[int, str]:
        done = subprocess.run([self.tool, *words], cwd=self.work, capture_output=True, timeout=self.case.get("seconds", 60))
        return done.returncode, (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace")

    def run(self) -> None:
        runs = self.case["run"] if isinstance(self.case["run"][0], list) else [self.case["run"]]
        *before, words = runs
        told = "".join(self.call(each)[1] for each in before)
        result = self.place / "result.json"
        asks = any(key in self.case for key in ["verdicts", "policies", "sources", "loses"])
        extra = ["-f", f"json={result}", "-f", "text"] if words[0] == "audit" and asks else []
        code, said = self.call([*words, *extra])
        first = said.strip().splitlines()[:1]
        if "exit" in self.case and code not in choices(self.case["exit"]):
            self.wrong.append(f"exit {code}, wants {self.case['exit']}: {first}")
        document = result.read_text(encoding="utf-8") if result.exists() else ""
        self.wrong += [f"does not say {text!r}" for text in self.case.get("says", []) if text not in said]
        self.wrong += [f"says {text!r}" for text in self.case.get("lacks", []) if text in told + said + document]
        self.judge(document, said, words, code, result, first)
        self.look()

    def judge(self, document: str, said: str, words: list, code: int, result: pathlib.Path, first: list) -> None:
        if not any(key in self.case for key in ["verdicts", "policies", "sources", "loses"]):
            return
        if document:
            answer = json.loads(document)
        elif words[0] == "sources":
            answer = {"sources": json.loads(said[said.index("["):said.rindex("]") + 1])}
        else:
            self.wrong.append(f"no result was written: {first}")
            return
        for wish in self.case.get("verdicts", []):
            found = verdicts(answer, wish["policy"], wish["subject"])
            if not VERDICTS[wish["verdict"]](found):
                self.wrong.append(f"{wish['policy']} of {wish['subject']}: {sorted(found)}, wants {wish['verdict']}")
        for name, wish in self.case.get("policies", {}).items():
            outcome = next((policy for policy in answer["policies"] if policy["id"] == name), {})
            self.compare(name, outcome, wish)
        for path, wish in self.case.get("sources", {}).items():
            source = next((source for source in answer["sources"] if source["path"].endswith(path)), None)
            self.wrong += [f"{path} is not listed"] if source is None else []
            self.compare(path, source or {}, wish)
        for path in self.case.get("loses", []):
            (self.work / path).rename(self.place / "lost")
            result.unlink()
            poorer_code, _ = self.call([*words, "-f", f"json={result}", "-f", "text"])
            (self.place / "lost").rename(self.work / path)
            if code and not poorer_code:
                self.wrong.append(f"exit {code}, and 0 without {path}")
            self.wrong += [f"{line} without {path}" for line in passes(answer, json.loads(result.read_text()))]

    def compare(self, name: str, have: dict, wish: dict) -> None:
        self.wrong += [f"{name}: {key} is {have.get(key)!r}, wants {value!r}" for key, value in wish.items()
                       if have.get(key) not in choices(value)]

    def look(self) -> None:
        for path, wish in self.case.get("files", {}).items():
            file = self.work / path
            if file.exists() != wish.get("exists", True):
                self.wrong.append(f"{path} {'exists' if file.exists() else 'does not exist'}")
            elif file.exists():
                text = file.read_text(encoding="utf-8", errors="replace")
                self.wrong += [f"{path} lacks {part!r}" for part in wish.get("says", []) if part not in text]
                self.wrong += [f"{path} holds {part!r}" for part in wish.get("lacks", []) if part in text]


def verdicts(answer: dict, pattern: str, subject: str) -> set:
    """What is said of a member: of its findings, or, where there is none, of the policies that fit."""
    found = {finding["verdict"] for finding in answer["findings"] if fnmatch.fnmatch(finding["policy"], pattern)
             and subject in json.dumps([finding["subject"], finding["message"]], ensure_ascii=False)}
    if found:
        return found
    statuses = {policy["status"] for policy in answer["policies"] if fnmatch.fnmatch(policy["id"], pattern)}
    return {OF_STATUS.get(status, status) for status in statuses or {"no such policy"}}


def passes(full: dict, poorer: dict) -> list:
    """Findings of the full result that the poorer one, which knows less, takes for fine."""
    closed = {policy["id"] for policy in poorer["policies"]
              if policy["status"] in ("evaluated", "empty") and policy["population_holes"] == 0}
    said = {(finding["policy"], finding["subject"]["id"]) for finding in poorer["findings"]}
    return [f"{finding['policy']} of {finding['subject']['label']}: {finding['verdict']}, and passes"
            for finding in full["findings"]
            if finding["policy"] in closed and (finding["policy"], finding["subject"]["id"]) not in said]


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="name those that are right too")
    wish = parser.parse_args(arguments)
    tool = str(pathlib.Path(wish.tilsyn).resolve())
    folders = sorted({path.parent for top in wish.folders or [HERE] for path in top.resolve().rglob("case.json")})
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for case in pool.map(lambda folder: Case(tool, folder).check(), folders):
            failed += bool(case.wrong)
            if case.wrong:
                print(f"{case.name}: {'; '.join(case.wrong)}\n    {case.case['why']}")
            elif wish.list:
                print(f"{case.name}: right")
    print(f"cases: {len(folders) - failed} right, {failed} wrong")
    return 1 if failed or not folders else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
