#!/usr/bin/env python3
"""Takes files, sheets, columns and counted records from the examples, and sees that nothing passes for want of them.

usage: less.py TILSYN [--sample N] [--seed S] [--example NAME]… [--show]

Each example is audited without its `expect`, whole and with each unit left out (of each example, `--sample N` at random and
every file). Then no member that failed or was unverified passes, and no exit code of 1 or 2 becomes 0. A member passes where
its policy was evaluated, or says that it is empty, and neither a finding nor a hole of the population speaks of the member.

What nobody announced and nothing refers to cannot be missed (language.md, 8.3): a member that stands in no document any
more that could be read is counted and not judged; so is one that only the run gave a name (`person 3`), which changes with
what is loaded.
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

from damage import Unit, exports, text_of, units

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ["kommune", "bedrift-no", "altinn-policies"]
# Names that a run gives to people and employees of whom no document has another one.
GIVEN = re.compile(r"(person|employee|ansat|ansatt) \d+.*")


class Audit:
    def __init__(self, code: int, document: dict):
        self.code = code
        self.policies = {policy["id"]: policy for policy in document["policies"]}
        self.read = {source["path"] for source in document["sources"] if source["kind"] and source["used"]}
        self.open: dict = collections.defaultdict(dict)
        self.patterns: dict = collections.defaultdict(list)
        for finding in document["findings"]:
            subject = finding["subject"]
            key = tuple(part["value"] for part in subject["keys"]) if "keys" in subject else (subject["id"],)
            if "*" in key:
                self.patterns[finding["policy"]].append(key)
            else:
                self.open[finding["policy"]].setdefault(key, finding["verdict"])

    def takes_for_fine(self, policy: str, key: tuple) -> bool:
        outcome = self.policies.get(policy)
        if outcome is None or outcome["status"] not in ("evaluated", "empty") or key in self.open[policy]:
            return False
        return not any(all(part in ("*", value) for part, value in zip(pattern, key)) for pattern in self.patterns[policy])


class Example:
    def __init__(self, tool: str, folder: pathlib.Path, scratch: pathlib.Path):
        self.tool, self.folder, self.scratch = tool, scratch / "whole", scratch
        shutil.copytree(folder, self.folder)
        settings = self.folder / "tilsyn.yaml"
        settings.write_text(without_expect(settings.read_text(encoding="utf-8")), encoding="utf-8")
        self.texts = {path: text_of((self.folder / path).read_bytes()) for path in exports(self.folder)}
        self.full = self.audit(self.folder, scratch / "full.json")
        self.tally: collections.Counter = collections.Counter()

    def audit(self, folder: pathlib.Path, result: pathlib.Path) -> Audit:
        result.unlink(missing_ok=True)
        done = subprocess.run([self.tool, "audit", str(folder), "--as-of", "2026-11-20", "-q", "-f", f"json={result}"],
                              capture_output=True, text=True)
        if not 0 <= done.returncode <= 2 or not result.exists():
            raise RuntimeError(f"exit {done.returncode}: {done.stderr[-400:]}")
        return Audit(done.returncode, json.loads(result.read_text(encoding="utf-8")))

    def stands(self, key: tuple, unit: Unit, less: bytes | None, poorer: Audit) -> bool:
        """Whether every part of the key is still to be read in some document that was used."""
        texts = {**self.texts, unit.path: text_of(less) if less is not None else ""}
        used = [text for path, text in texts.items() if any(read.endswith(path) for read in poorer.read)]
        return all(any(part.lower() in text for text in used) for part in key)

    def judge(self, unit: Unit, poorer: Audit, less: bytes | None) -> list:
        wrong = []
        if self.full.code in (1, 2) and poorer.code == 0:
            wrong.append(f"exit {self.full.code} becomes 0")
        for policy, members in self.full.open.items():
            for key, verdict in members.items():
                if not poorer.takes_for_fine(policy, key):
                    self.tally["members still open"] += 1
                elif any(GIVEN.fullmatch(part) for part in key):
                    self.tally["named by the run"] += 1
                elif not self.stands(key, unit, less, poorer):
                    self.tally["in no document any more"] += 1
                else:
                    wrong.append(f"{policy}: {', '.join(key)}: {verdict}, and passes")
        return wrong


def without_expect(settings: str) -> str:
    """The settings without the block `expect:`."""
    return re.sub(r"(?m)^expect:\n(?:[ #].*\n|\n(?=[ #]))*", "", settings)


def run(tool: str, name: str, sample: int | None, seed: int, jobs: int, shows: bool) -> int:
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        example = Example(tool, ROOT / "examples" / name, scratch)
        chosen = units(example.folder)
        count = len(chosen)
        if sample is not None and sample < count:
            every = [unit for unit in chosen if unit.kind in ("file", "sheet")]
            others = [unit for unit in chosen if unit.kind not in ("file", "sheet")]
            chosen = every + random.Random(seed).sample(others, min(len(others), max(0, sample - len(every))))

        def share(worker: int) -> list:
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
            lines = [line for found in pool.map(share, range(jobs)) for line in found]
        for line in lines[:200]:
            print(line)
        kinds = collections.Counter(unit.kind for unit in chosen)
        said = ", ".join(f"{number} {kind}s" for kind, number in sorted(kinds.items()))
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
    parser.add_argument("--show", action="store_true")
    wish = parser.parse_args(arguments)
    tool = str(pathlib.Path(wish.tilsyn).resolve())
    found = [run(tool, name, wish.sample, wish.seed, wish.jobs, wish.show) for name in wish.example or EXAMPLES]
    return 1 if sum(found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
