#!/usr/bin/env python3
"""Takes files, sheets, columns, records and halves of lines from the examples, and sees that nothing passes for want of them.

usage: less.py TILSYN [--sample N] [--seed S] [--example NAME]… [--kind KIND]… [--show]

Each example is audited without its `expect`, whole and with each unit left out (of each example all, or `--sample N` of
them: the same for a seed, of each kind as many). Then no member that failed or was unverified passes, and no exit code of 1 or
2 becomes 0. A member passes where its policy was evaluated, or says that it is empty, and neither a finding nor a hole of the
population speaks of the member.

Where documents disagree, and one of the two that do is taken, the other stands alone: a member of such a policy is counted and
not judged where the unit taken is of a document that its proof shows; of a single record, where the proof shows its line.

What nobody announced and nothing refers to cannot be missed (language.md, 8.3): a member that stands in no document any
more that could be read is counted and not judged. A member is its key: where the key is a line of one document (CONTENT),
it stands where a document of that kind still has all of it, else where each part is still to be read in some document.

Who somebody is, documents say together: a party may have another name where one of them is gone. So members are compared
by all names that stand for one party in the whole example; and one that only the run can name (`person 3`) is the same
where nothing but that name differs, one for one.
The numbers are printed. Ends in 1 where something passes.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

from damage import Unit, exports, share, text_of, units
from naming import GIVEN, documents, one_name, reads

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies", "larenett-no", "universitet"]
# Policies whose members are what one document says, with the kinds of document that say it: nothing else names a rule of a
# service's policy, or a package that it names. The service itself may stand anywhere.
CONTENT = {"altinn.policy-names-non-attachable-group": ["altinn.policy"], "altinn.unknown-subject": ["altinn.policy"]}


class Audit:
    def __init__(self, code: int, document: dict):
        self.code = code
        self.policies = {policy["id"]: policy for policy in document["policies"]}
        self.read = {source["path"]: source["kind"] for source in document["sources"] if source["kind"] and source["used"]}
        self.open: dict = collections.defaultdict(dict)
        self.patterns: dict = collections.defaultdict(list)
        # Of each member of a policy on documents that agree, those that its proof shows.
        self.disputes: dict = collections.defaultdict(set)
        for finding in document["findings"]:
            subject = finding["subject"]
            key = tuple(part["value"] for part in subject["keys"]) if "keys" in subject else (subject["id"],)
            if "*" in key:
                self.patterns[finding["policy"]].append(key)
            else:
                self.open[finding["policy"]].setdefault(key, finding["verdict"])
            if finding["policy"].endswith(("documents-agree", "sources-agree")):
                self.disputes[finding["policy"], key] |= {(fact["path"], fact.get("line")) for fact in finding.get("evidence", [])}

    def renamed(self, names: dict) -> None:
        """Calls each party by one name."""
        self.disputes = collections.defaultdict(set, {
            (policy, tuple(names.get(part, part) for part in key)): paths for (policy, key), paths in self.disputes.items()})
        self.open = collections.defaultdict(dict, {policy: {
            tuple(names.get(part, part) for part in key): verdict for key, verdict in members.items()}
            for policy, members in self.open.items()})
        self.patterns = {policy: [tuple(names.get(part, part) for part in key) for key in keys]
                         for policy, keys in self.patterns.items()}

    def takes_for_fine(self, policy: str, key: tuple) -> bool:
        outcome = self.policies.get(policy)
        if outcome is None or outcome["status"] not in ("evaluated", "empty") or key in self.open[policy]:
            return False
        return not any(all(part in ("*", value) for part, value in zip(pattern, key))
                       for pattern in self.patterns.get(policy, []))

    def successors(self, policy: str, key: tuple, known: dict) -> set:
        """Members that differ in nothing but a name that a run gave, and that `known` does not have."""
        return {other for other in self.open.get(policy, {}) if other not in known and len(other) == len(key) and all(
            one == two or GIVEN.fullmatch(one) or GIVEN.fullmatch(two) for one, two in zip(key, other))}


class Example:
    def __init__(self, tool: str, folder: pathlib.Path, scratch: pathlib.Path):
        self.tool, self.folder, self.scratch = tool, scratch / "whole", scratch
        shutil.copytree(folder, self.folder)
        settings = self.folder / "tilsyn.yaml"
        settings.write_text(without_expect(settings.read_text(encoding="utf-8")), encoding="utf-8")
        self.texts = {path: text_of((self.folder / path).read_bytes()) for path in exports(self.folder)}
        self.names = one_name(documents(self.folder))
        self.others: dict = collections.defaultdict(set)
        for name, first in self.names.items():
            self.others[first] |= {name, first}
        self.full = self.audit(self.folder, scratch / "full.json")
        self.full.renamed(self.names)
        self.tally: collections.Counter = collections.Counter()

    def audit(self, folder: pathlib.Path, result: pathlib.Path) -> Audit:
        result.unlink(missing_ok=True)
        done = subprocess.run([self.tool, "audit", str(folder), "--as-of", "2026-11-20", "-q", "-f", f"json={result}"],
                              capture_output=True, text=True)
        if not 0 <= done.returncode <= 2 or not result.exists():
            raise RuntimeError(f"exit {done.returncode}: {done.stderr[-400:]}")
        return Audit(done.returncode, json.loads(result.read_text(encoding="utf-8")))

    def stands(self, policy: str, key: tuple, unit: Unit, less: bytes | None, poorer: Audit) -> bool:
        """Whether the member is still to be read in the documents that were used."""
        texts = {**self.texts, unit.path: text_of(less) if less is not None else ""}
        used = {path: kind for path in texts for read, kind in poorer.read.items() if read.endswith("/" + path)}
        if policy in CONTENT:
            texts = {path: texts[path] for path, kind in used.items() if kind in CONTENT[policy]}
            return any(all(self.reads(part, path, text) for part in key) for path, text in texts.items())
        return all(any(self.reads(part, path, texts[path]) for path in used) for part in key)

    def reads(self, part: str, path: str, text: str) -> bool:
        """Whether a document has a part of a key, by any of the party's names."""
        return any(reads(name, path, text) for name in self.others.get(part, {part}))

    def judge(self, unit: Unit, poorer: Audit, less: bytes | None) -> list:
        wrong = []
        poorer.renamed(self.names)
        if self.full.code in (1, 2) and poorer.code == 0:
            wrong.append(f"exit {self.full.code} becomes 0")
        for policy, members in self.full.open.items():
            taken: set = set()
            for key, verdict in members.items():
                if not poorer.takes_for_fine(policy, key):
                    self.tally["members still open"] += 1
                    continue
                successors = poorer.successors(policy, key, members) - taken
                if successors:
                    taken.add(min(successors))
                    self.tally["open under another name"] += 1
                elif any(speaks_of(unit, path or "", line) for path, line in self.full.disputes[policy, key]):
                    self.tally["in dispute with the document that is gone"] += 1
                elif not self.stands(policy, key, unit, less, poorer):
                    self.tally["in no document any more"] += 1
                else:
                    wrong.append(f"{policy}: {', '.join(key)}: {verdict}, and passes")
        return wrong


def speaks_of(unit: Unit, path: str, line: int | None) -> bool:
    """Whether a place in a proof is of what was taken: of its document, and of the line of a record that is named by one."""
    if path != unit.path and not path.endswith("/" + unit.path):
        return False
    return unit.kind != "record" or not unit.name.isdigit() or line == int(unit.name)


def without_expect(settings: str) -> str:
    """The settings without the block `expect:`."""
    return re.sub(r"(?m)^expect:\n(?:[ #].*\n|\n(?=[ #]))*", "", settings)


def sampled(units: list, count: int | None, seed: int) -> list:
    """So many of the units, at random but the same for a seed: of each kind as many, as far as there are."""
    if count is None or count >= len(units):
        return units
    kinds: dict = collections.defaultdict(list)
    for unit in units:
        kinds[unit.kind].append(unit)
    chosen: list = []
    for left, (_, some) in zip(range(len(kinds), 0, -1), sorted(kinds.items(), key=lambda kind: len(kind[1]))):
        chosen += random.Random(seed).sample(some, min(len(some), (count - len(chosen)) // left))
    return chosen


def run(tool: str, name: str, sample: int | None, seed: int, jobs: int, shows: bool, kinds: list | None = None) -> int:
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        example = Example(tool, ROOT / "examples" / name, scratch)
        chosen = [unit for unit in units(example.folder) if not kinds or unit.kind in kinds]
        count = len(chosen)
        chosen = sampled(chosen, share(sample, name), seed)

        def work(worker: int) -> list:
            copy, lines = scratch / f"copy-{worker}", []
            shutil.copytree(example.folder, copy)
            for unit in chosen[worker::jobs]:
                target, less = copy / unit.path, unit.less((example.folder / unit.path).read_bytes())
                target.unlink() if less is None else target.write_bytes(less)
                try:
                    found = example.judge(unit, example.audit(copy, scratch / f"result-{worker}.json"), less)
                except RuntimeError as error:
                    found = [str(error)]
                shutil.copyfile(example.folder / unit.path, target)
                lines += [f"{name} without {unit}: {line}" for line in found]
                if shows:
                    print(f"{unit}: {len(found)}", flush=True)
            return lines

        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            lines = [line for found in pool.map(work, range(jobs)) for line in found]
        for line in lines[:200]:
            print(line)
        tried = collections.Counter(unit.kind for unit in chosen)
        said = ", ".join(f"{number} {kind}s" for kind, number in sorted(tried.items()))
        told = "; ".join(f"{what}: {number}" for what, number in sorted(example.tally.items()))
        print(f"{name} without {said} (of {count} units), one at a time: {len(lines)} pass for want of it; {told}")
        return len(lines)


def main(arguments: list) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tilsyn")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--example", action="append", choices=EXAMPLES)
    parser.add_argument("--kind", action="append", choices=["file", "sheet", "column", "record", "line"])
    parser.add_argument("--show", action="store_true")
    wish = parser.parse_args(arguments)
    tool = str(pathlib.Path(wish.tilsyn).resolve())
    found = [run(tool, name, wish.sample, wish.seed, wish.jobs, wish.show, wish.kind) for name in wish.example or EXAMPLES]
    return 1 if sum(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
