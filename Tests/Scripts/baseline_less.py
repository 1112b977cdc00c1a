#!/usr/bin/env python3
"""Takes files, columns and records away after a baseline was made, and sees that `--new-only` never passes for want of them.

usage: baseline_less.py TILSYN [--sample N] [--example NAME]… [--no-cases] [--show]

The examples, without their `expect`, and cases of Tests/Cases that audit a folder are the baseline; what is audited against it with
`--new-only` has one file, sheet, column, line or record less, by turns under each combination of `--allow-incomplete` and `--unverified`
(`--sample N` units of each example, of every kind some, and a third of N cases, each turn others, turn.py). Then

- every finding of the baseline that is not found again is listed as gone;
- `fixed` is only what a policy with the same definition judged, of which no hole speaks, whose proof names no kind of document that is
  gone or shrank below what docs/baseline.md allows; without a file or a column also nothing that other documents still have (less.py);
- the exit code is 0 only where all that is gone and bears on the gate is fixed, no policy that was judged is not judged any more, and no
  kind is gone or shrank so; with `--allow-incomplete` one may be, where no policy that the gate is about knows less for it.

Ends in 1 where it is otherwise.
"""
import argparse
import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import cases
import damage
import remove_one
from less import EXAMPLES, ROOT, Audit, Example, without_expect
from naming import GIVEN
from results import key_of
from turn import drawn, spread, turn

GATES = [[], ["--allow-incomplete"], ["--unverified", "allow"], ["--allow-incomplete", "--unverified", "allow"]]
GRAVE = ("critical", "high")


def records(document: dict) -> dict:
    """How many records of each kind were used."""
    found: collections.Counter = collections.Counter()
    for source in document["sources"]:
        if source["kind"]:
            found[source["kind"]] += source["used"]
    return found


def lost_kinds(before: dict, after: dict) -> set:
    """Kinds of which nothing is read any more, or that went below the thresholds of docs/baseline.md."""
    old, new = records(before), records(after)
    left = {source["kind"] for source in after["sources"]}
    return {kind for kind, count in old.items() if kind not in left or count >= 5 and not new[kind]
            or count >= 20 and 2 * new[kind] < count}


def hidden(finding: dict, after: dict) -> bool:
    """Whether a hole of the population of its policy may be about the member of a finding."""
    key = key_of(finding["subject"])
    return any("*" in other and len(other) == len(key) and all(part in ("*", value) for part, value in zip(other, key))
               for other in (key_of(one["subject"]) for one in after["findings"] if one["policy"] == finding["policy"]))


def judge(before: dict, after: dict, code: int, passes) -> list:
    """What is wrong with a result that was held against another. `passes(policy, key)` tells of a member that its documents still have."""
    wrong: list = []
    if after["baseline"] is None:
        return ["no baseline in the result"]
    reasons = {one["finding"]["fingerprint"]: one["reason"] for one in after["baseline"]["gone"]}
    left = {one["fingerprint"] for one in after["findings"]}
    old, new = ({policy["id"]: policy for policy in document["policies"]} for document in (before, after))
    lost = lost_kinds(before, after)
    kinds = {source["path"]: source["kind"] for source in before["sources"]}
    vanished = [one for one in before["findings"] if one["fingerprint"] not in left]
    for one in vanished:
        name = f"{one['policy']} of {one['subject']['label']}"
        reason = reasons.get(one["fingerprint"])
        outcome = new.get(one["policy"])
        if reason is None:
            wrong.append(f"{name}: not found, and not listed as gone")
        if code == 0 and one["severity"] in GRAVE and reason not in ("fixed", "fails-now"):
            wrong.append(f"{name}: gone as {reason}, and exit 0")
        if reason != "fixed":
            continue
        if outcome is None or outcome["status"] not in ("evaluated", "empty") or outcome["definition"] != old[one["policy"]]["definition"]:
            wrong.append(f"{name}: fixed, and its policy was not judged, or is another")
        if hidden(one, after):
            wrong.append(f"{name}: fixed, and a hole may be about it")
        if rests := lost & {kinds.get(fact["path"]) for fact in one["evidence"] if fact["path"]}:
            wrong.append(f"{name}: fixed, and its proof rests on {', '.join(sorted(rests))}, which is gone")
        elif passes(one["policy"], key_of(one["subject"])):
            wrong.append(f"{name}: fixed, and only its proof is gone")
    if code == 0:
        # Whoever allows for what is missing allows for it where it bears on nothing that the gate is about.
        open_now = [name for name, policy in new.items() if policy["severity"] in GRAVE and name in old and any(
            policy[key] > old[name][key] for key in ("unverified", "population_holes"))]
        wrong += [f"{kind} is gone, {', '.join(open_now) or 'nobody allows for it'}, and exit 0" for kind in sorted(lost)
                  if open_now or not after["gate"]["allow_incomplete"]]
        wrong += [f"{name} was judged and is {new[name]['status'] if name in new else 'missing'}, and exit 0" for name, policy in old.items()
                  if policy["severity"] in GRAVE and policy["status"] == "evaluated" and (
                      name not in new or new[name]["status"] not in ("evaluated", "empty"))]
        wrong += [f"{one['policy']} of {one['subject']['label']}: a new {one['verdict']}, and exit 0" for one in after["findings"]
                  if one["baseline"] == "new" and one["severity"] in GRAVE and one["verdict"] == "fail"]
    return wrong


class Against:
    """A folder with a baseline, and audits of copies of it."""

    def __init__(self, tool: str, folder: pathlib.Path, words: list, scratch: pathlib.Path):
        self.tool, self.folder, self.words, self.scratch, self.tried = tool, folder, words, scratch, 0
        self.code, self.before = self.audit([], scratch / "before.json")

    def audit(self, more: list, result: pathlib.Path) -> tuple[int, dict | None]:
        result.unlink(missing_ok=True)
        done = subprocess.run([self.tool, *self.words, "-q", "-f", f"json={result}", *more], cwd=self.folder, capture_output=True, timeout=120)
        return done.returncode, json.loads(result.read_text(encoding="utf-8")) if result.exists() else None

    def without(self, path: str, less: bytes | None, gate: list, passes) -> list:
        """What is wrong without a file, or with less of it."""
        target, whole = self.folder / path, (self.folder / path).read_bytes()
        target.unlink() if less is None else target.write_bytes(less)
        try:
            code, after = self.audit(["--baseline", str(self.scratch / "before.json"), "--new-only", *gate], self.scratch / "after.json")
        finally:
            target.write_bytes(whole)
        self.tried += 1
        if after is None:
            return [] if code == 2 else [f"exit {code} without a result"]
        return judge(self.before, after, code, lambda policy, key: passes(after, policy, key))


def of_example(tool: str, name: str, sample: int | None, shows: bool) -> tuple[int, list]:
    with tempfile.TemporaryDirectory() as place:
        example = Example(tool, ROOT / "examples" / name, pathlib.Path(place))
        against = Against(tool, example.folder, ["audit", ".", "--as-of", "2026-11-20"], pathlib.Path(place))
        units = [*damage.units(example.folder), *(unit for unit in remove_one.units(example.folder) if unit[0] == "record"
                                                  and not unit[1].endswith(".ndjson"))]
        lines: list = []
        chosen = drawn(spread(units, lambda unit: unit[0] if isinstance(unit, tuple) else unit.kind,
                              None if sample is None else max(1, sample // 4)), sample)
        for number, unit in enumerate(chosen):
            own = unit if isinstance(unit, damage.Unit) else damage.Unit("record", unit[1], str(unit[2]))
            whole = (example.folder / own.path).read_bytes()
            less = unit.less(whole) if own is unit else remove_one.without_record(whole, unit[1], unit[2])

            def passes(after: dict, policy: str, key: tuple) -> bool:
                """Whether something other than the record itself vanished: the documents that are left still have the member."""
                poorer = Audit(0, after)
                poorer.renamed(example.names)
                key = tuple(example.names.get(part, part) for part in key)
                return own.kind in ("file", "sheet", "column") and not policy.endswith(("documents-agree", "sources-agree")) and not any(
                    GIVEN.fullmatch(part) for part in key) and poorer.takes_for_fine(policy, key) and example.stands(policy, key, own, less, poorer)

            gate = GATES[(number + turn()) % len(GATES)]
            found = against.without(own.path, less, gate, passes)
            lines += [f"{name} without {own} {' '.join(gate)}: {line}" for line in found[:3]]
            if shows:
                print(f"{name} {own}: {len(found)}", flush=True)
        return against.tried, lines


def of_case(tool: str, folder: pathlib.Path) -> tuple[int, list]:
    """A case without each of its files."""
    case = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    words = case["run"] if isinstance(case["run"][0], str) else case["run"][-1]
    if words[0] != "audit" or "fill" in case or any(word in words for word in ("-f", "-o", "--format", "--baseline", "-q")):
        return 0, []
    with tempfile.TemporaryDirectory() as place:
        work = pathlib.Path(place) / "case"
        shutil.copytree(folder, work, symlinks=True)
        (work / "case.json").unlink()
        settings = work / "tilsyn.yaml"
        if settings.exists():
            settings.write_text(without_expect(settings.read_text(encoding="utf-8", errors="replace")), encoding="utf-8")
        against = Against(tool, work, words, pathlib.Path(place))
        if against.before is None or against.code not in (0, 1) or not against.before["findings"]:
            return 0, []
        lines: list = []
        for number, path in enumerate(sorted(path for path in work.rglob("*") if path.is_file() and not path.is_symlink())):
            within = path.relative_to(work).as_posix()
            if path.name in ("tilsyn.yaml", "README.md") or path.suffix in (".policy", ".yaml"):
                continue
            gate = GATES[(number + turn()) % len(GATES)]
            lines += [f"{folder.parent.name}/{folder.name} without {within} {' '.join(gate)}: {line}"
                      for line in against.without(within, None, gate, lambda *_: False)]
        return against.tried, lines


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--example", action="append", choices=EXAMPLES)
    parser.add_argument("--no-cases", action="store_true")
    parser.add_argument("--show", action="store_true")
    wish = parser.parse_args(arguments)
    tool = str(pathlib.Path(wish.tilsyn).resolve())
    done = [of_example(tool, name, wish.sample, wish.show) for name in wish.example or EXAMPLES]
    folders = [] if wish.no_cases else sorted(path.parent for path in cases.HERE.rglob("case.json"))
    done += [of_case(tool, folder) for folder in drawn(folders, None if wish.sample is None else max(1, wish.sample // 3))]
    lines, tried = [line for _, some in done for line in some], sum(count for count, _ in done)
    for line in lines[:200]:
        print(line)
    print(f"{tried} audits with less than their baseline had: {len(lines)} wrong")
    return 1 if lines or not tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
